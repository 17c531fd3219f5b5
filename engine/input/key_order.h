/* The facts that are keys of JSON lines, in the order in which they come there: the key of a line is nearly always the one that
 * follows there, or one soon after. Private to input/. */
#ifndef AZIMUT_INPUT_KEY_ORDER_H
#define AZIMUT_INPUT_KEY_ORDER_H

#include "base/bytes.h"
#include "knowledge/vocabulary.h"

#define KEY_BYTES 32     /* of a key that are compared at once; they must be readable where a key is looked for */
#define KEYS_MAX 256     /* the first facts of a vocabulary; confirmations, which are no keys, come behind */
#define KEYS_LOOKED_AT 4 /* of those that follow */

/* A key as lines write it: « "effectif_salarie": », zeros behind it, and which of its bits count. One that is not there, or longer
 * than KEY_BYTES, has a word that no bytes match. */
typedef struct OrderedKey {
    _Alignas(16) uint64_t words[KEY_BYTES / 8];
    uint64_t masks[KEY_BYTES / 8];
    size_t length;
    const Fact *about;
    int fact;
    int16_t then;  /* the fact that came next, when it was none of the nearest; -1: none */
    uint32_t line; /* the last one that has it */
} OrderedKey;

typedef struct KeyOrder {
    const Vocabulary *vocabulary;
    OrderedKey keys[1 + KEYS_MAX + KEYS_LOOKED_AT]; /* the first stands for the beginning of a line; behind the last, none */
    size_t count;
    int16_t places[KEYS_MAX]; /* of facts in `keys`; 0: nowhere yet */
} KeyOrder;

void key_order_init(KeyOrder *order, const Vocabulary *vocabulary);
/* The key of this name, taken in behind `key` when it is new; NULL: there is none. Other keys may have moved. */
OrderedKey *key_order_learn(KeyOrder *order, OrderedKey *key, const char *name, size_t length);

/* Is the key written here? */
static inline bool key_stands(const OrderedKey *key, const char *at) {
    return bytes_match(at, key->words, key->masks);
}

/* The key that is written here behind `key`, but is not the one that follows it; NULL: none of those that are expected. */
OrderedKey *key_order_farther(KeyOrder *order, OrderedKey *key, const char *at);

#endif
