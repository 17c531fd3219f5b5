/* The facts that are keys of JSON lines, in the order in which they come there: the key of a line is nearly always the one that
 * follows there, or one soon after. Private to input/. */
#ifndef AZIMUT_INPUT_KEY_ORDER_H
#define AZIMUT_INPUT_KEY_ORDER_H

#include "base/bytes.h"
#include "knowledge/vocabulary.h"

#define KEY_BYTES 32     /* of a key that are compared at once; they must be readable where a key is looked for */
#define KEYS_MAX 256     /* the first facts of a vocabulary; confirmations, which are no keys, come behind */
#define KEYS_LOOKED_AT 4 /* of those that follow */

/* A key as lines write it: « "effectif_salarie": », zeros behind it, and which of its bits count. */
typedef struct OrderedKey {
    uint64_t words[KEY_BYTES / 8], masks[KEY_BYTES / 8];
    size_t length;
    const Fact *about;
    int fact;
    int16_t then;  /* the fact that came next, when it was none of the nearest; -1: none */
    uint32_t line; /* the last one that has it */
} OrderedKey;

typedef struct KeyOrder {
    const Vocabulary *vocabulary;
    OrderedKey keys[KEYS_MAX + 1]; /* the first stands for the beginning of a line */
    size_t count;
    int16_t places[KEYS_MAX]; /* of facts in `keys`; 0: nowhere yet */
} KeyOrder;

void key_order_init(KeyOrder *order, const Vocabulary *vocabulary);
/* The place of the fact of this name, taken in behind `place` when it is new; 0: there is none, or it is no key. */
size_t key_order_learn(KeyOrder *order, size_t place, const char *name, size_t length);

/* Is the key written here? One longer than KEY_BYTES never is: it is looked up by its name. */
static inline bool key_stands(const OrderedKey *key, const char *at) {
    return bytes_match(at, key->words, key->masks);
}

/* The same as key_order_next, of all but the nearest key. */
size_t key_order_farther(const KeyOrder *order, size_t place, const char *at);

/* The place of the key that is written at `at`, after the one at `place`; 0: none of those that are expected. */
static inline size_t key_order_next(const KeyOrder *order, size_t place, const char *at) {
    const size_t next = place + 1;
    if (next < order->count && key_stands(&order->keys[next], at)) return next;
    return key_order_farther(order, place, at);
}

#endif
