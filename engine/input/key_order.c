/* A new key is taken in behind the one that it follows, so that after some lines the order is one that all lines keep to, each with
 * some keys missing. Where lines are of two kinds, the leap from a key to a far one is remembered too. */
#include "input/key_order.h"

void key_order_init(KeyOrder *order, const Vocabulary *vocabulary) {
    *order = (KeyOrder){.vocabulary = vocabulary, .count = 1};
    order->keys[0] = (OrderedKey){.fact = -1, .then = -1};
}

static OrderedKey new_key(const Vocabulary *vocabulary, int fact, size_t length) {
    OrderedKey key = {.length = length + 3, .about = &vocabulary->facts[fact], .fact = fact, .then = -1};
    char bytes[KEY_BYTES] = "\"", masks[KEY_BYTES];
    memset(masks, 0xFF, sizeof masks);
    if (key.length <= KEY_BYTES) {
        for (size_t i = 0; i < length; i++) bytes[1 + i] = key.about->name[i];
        bytes[length + 1] = '"';
        bytes[length + 2] = ':';
        memset(masks + key.length, 0, KEY_BYTES - key.length);
    }
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

size_t key_order_learn(KeyOrder *order, size_t place, const char *name, size_t length) {
    int fact = vocabulary_find(order->vocabulary, name, length);
    if (fact < 0 || fact >= KEYS_MAX || order->vocabulary->facts[fact].hidden) return 0;
    if (order->places[fact] == 0) take_in(order, place + 1, new_key(order->vocabulary, fact, length));
    else order->keys[place].then = (int16_t)fact;
    return (size_t)order->places[fact];
}

size_t key_order_farther(const KeyOrder *order, size_t place, const char *at) {
    const size_t last = place + KEYS_LOOKED_AT < order->count ? place + KEYS_LOOKED_AT : order->count - 1;
    for (size_t next = place + 2; next <= last; next++)
        if (key_stands(&order->keys[next], at)) return next;
    const int then = order->keys[place].then;
    const size_t next = then < 0 ? 0 : (size_t)order->places[then];
    return next && key_stands(&order->keys[next], at) ? next : 0;
}
