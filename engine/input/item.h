/* One JSON value read whole, with the place where each part stands: a fact's value needs its keys looked at in any order. */
#ifndef AZIMUT_INPUT_ITEM_H
#define AZIMUT_INPUT_ITEM_H

#include "base/json_scan.h"

#define ITEMS_MAX 4096 /* values inside one fact's value: the longest real list, of departements, has 107 */

typedef struct Item Item;
struct Item {
    JsonToken kind;  /* OBJECT, ARRAY, STRING, NUMBER, TRUE, FALSE, NULL */
    const char *raw; /* as written in the input; `raw_length` bytes, not NUL-terminated */
    size_t raw_length;
    int line, column; /* of its key when it is a member of an object, else its own */
    const char *text; /* STRING: decoded, NUL-terminated */
    size_t text_length;
    double number; /* NUMBER, when `number_state` is NUMBER_OK */
    int number_state;
    bool whole;
    const char *key; /* when it is a member of an object: decoded, NUL-terminated */
    size_t key_length;
    const char *key_raw;
    size_t key_raw_length;
    Item *items; /* OBJECT, ARRAY */
    size_t count;
    bool cut; /* more than ITEMS_MAX values: the rest was passed over */
};

/* Reads the key that the scanner just returned. */
Status item_key(const JsonScanner *scanner, Arena *arena, Item *item);
/* Reads the value whose first token was just returned, after item_key or into a zeroed item. STATUS_REFUSED: the scanner has an
 * error. */
Status item_read(JsonScanner *scanner, Arena *arena, JsonToken first, Item *item);
/* The member `key` of an object, or NULL. */
const Item *item_member(const Item *item, const char *key);

#endif
