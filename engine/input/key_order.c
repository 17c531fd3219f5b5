/* A new key is taken in behind the one that it follows, so that after some lines the order is one that all lines keep to, each with
 * some keys missing. Where lines are of two kinds, the leap from a key to a far one is remembered too. */
#include "input/key_order.h"

static const OrderedKey no_key = {.words = {1}, .fact = -1, .then = -1};

void key_order_init(KeyOrder *order, const Vocabulary *vocabulary) {
    memset(order, 0, sizeof *order);
    order->vocabulary = vocabulary;
    order->count = 1;
    for (size_t i = 0; i < sizeof order->keys / sizeof *order->keys; i++) order->keys[i] = no_key;
}

static OrderedKey new_key(const Vocabulary *vocabulary, int fact, size_t length) {
    OrderedKey key = no_key;
    key.length = length + 3;
    key.about = &vocabulary->facts[fact];
    key.fact = fact;
    if (key.length > KEY_BYTES) return key;
    char bytes[KEY_BYTES] = "\"", masks[KEY_BYTES] = "";
    for (size_t i = 0; i < length; i++) bytes[1 + i] = key.about->name[i];
    bytes[length + 1] = '"';
    bytes[length + 2] = ':';
    memset(masks, 0xFF, key.length);
    for (size_t i = 0; i < KEY_BYTES / 8; i++) {
        key.words[i] = byte_mask_word(bytes + 8 * i);
        key.masks[i] = byte_mask_word(masks + 8 * i);
    }
    return key;
}

static void take_in(KeyOrder *order, size_t place, OrderedKey key) {
    memmove(&order->keys[place + 1], &order->keys[place], (order->count - place) * sizeof *order->keys);
    order->keys[place] = key;
    order->count++;
    for (size_t i = place; i < order->count; i++) order->places[order->keys[i].fact] = (int16_t)i;
}

OrderedKey *key_order_learn(KeyOrder *order, OrderedKey *key, const char *name, size_t length) {
    int fact = vocabulary_find(order->vocabulary, name, length);
    if (fact < 0 || fact >= KEYS_MAX || order->vocabulary->facts[fact].hidden) return NULL;
    if (order->places[fact] == 0) take_in(order, (size_t)(key - order->keys) + 1, new_key(order->vocabulary, fact, length));
    else key->then = (int16_t)fact;
    return &order->keys[order->places[fact]];
}

OrderedKey *key_order_farther(KeyOrder *order, OrderedKey *key, const char *at) {
    unsigned which = 0; /* of those looked at: all of them are, since which one it is cannot be guessed */
    for (unsigned i = 0; i < KEYS_LOOKED_AT - 1; i++) which |= (unsigned)key_stands(key + 2 + i, at) << i;
    if (which) return key + 2 + __builtin_ctz(which);
    OrderedKey *then = key->then < 0 ? NULL : &order->keys[order->places[key->then]];
    return then && key_stands(then, at) ? then : NULL;
}
