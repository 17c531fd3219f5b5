/* The keys of the objects that a JSON scanner stands in, to find one that comes twice. */
#ifndef AZIMUT_BASE_JSON_KEYS_H
#define AZIMUT_BASE_JSON_KEYS_H

#include "base/json_scan.h"

typedef struct JsonLevel {
    bool object;
    size_t first_key;    /* in `keys`; those of an object lie together, above those of the objects around it */
    uint64_t marks;      /* one bit per hash: a key whose bit is missing is surely new */
    uint32_t *slots;     /* large objects: places in `keys` by hash, counted from 1, kept for the next large object */
    size_t slot_count;   /* a power of two */
    size_t slotted_keys; /* how many of the object's keys are in `slots` */
} JsonLevel;

typedef struct JsonSeenKey {
    const char *text;
    size_t length;
    uint64_t hash;
} JsonSeenKey;

typedef enum JsonKeyAnswer { JSON_KEY_NEW, JSON_KEY_TWICE, JSON_KEY_TOO_MANY, JSON_KEY_NO_MEMORY } JsonKeyAnswer;

/* Opens an object or array at `level`. */
void json_keys_open(JsonScanner *scanner, JsonLevel *level, bool object);
void json_keys_close(JsonScanner *scanner, const JsonLevel *level);
/* Records the key that the scanner has just read, in the object at `level`. */
JsonKeyAnswer json_keys_add(JsonScanner *scanner, JsonLevel *level);

#endif
