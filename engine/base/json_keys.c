/* Objects are small: most new keys are recognised by one bit, the others by comparing hashes in a row. Past KEYS_IN_A_ROW an object
 * gets a hash table, so that thousands of keys stay linear. All keys of open objects share one stack. */
#include "base/json_keys.h"
#include <string.h>

#define KEYS_IN_A_ROW 32u
#define SLOTS_FIRST 128u

void json_keys_open(JsonScanner *scanner, JsonLevel *level, bool object) {
    level->object = object;
    level->first_key = scanner->key_count;
    level->marks = 0;
    level->slotted_keys = 0;
}

void json_keys_close(JsonScanner *scanner, const JsonLevel *level) {
    scanner->key_count = level->first_key;
}

static uint64_t mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * UINT64_C(0xFF51AFD7ED558CCD);
    return hash ^ hash >> 32;
}

/* Eight bytes at a time, the last eight overlapping those before. */
static uint64_t hash_of(const char *bytes, size_t length) {
    uint64_t hash = UINT64_C(0x9E3779B97F4A7C15) ^ length, word = 0;
    if (length < 8) {
        for (size_t i = 0; i < length; i++) word = word << 8 | (unsigned char)bytes[i];
        return mix(hash, word);
    }
    for (size_t at = 0; at + 8 < length; at += 8) {
        memcpy(&word, bytes + at, 8);
        hash = mix(hash, word);
    }
    memcpy(&word, bytes + length - 8, 8);
    return mix(hash, word);
}

static bool same(const JsonSeenKey *a, const JsonSeenKey *b) {
    return a->hash == b->hash && a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static bool in_the_row(const JsonScanner *scanner, const JsonLevel *level, const JsonSeenKey *key) {
    for (size_t i = level->first_key; i < scanner->key_count; i++)
        if (same(&scanner->keys[i], key)) return true;
    return false;
}

/* The slot of `key`: empty when it is new. */
static uint32_t *find_slot(const JsonScanner *scanner, const JsonLevel *level, const JsonSeenKey *key) {
    size_t at = key->hash & (level->slot_count - 1);
    while (level->slots[at] && !same(&scanner->keys[level->first_key + level->slots[at] - 1], key))
        at = (at + 1) & (level->slot_count - 1);
    return &level->slots[at];
}

/* Brings all the object's keys into slots that are at most half full. */
static bool fill_slots(const JsonScanner *scanner, JsonLevel *level) {
    size_t count = scanner->key_count - level->first_key;
    if (level->slotted_keys == count && count > 0 && (count + 1) * 2 <= level->slot_count) return true;
    size_t wanted = level->slot_count ? level->slot_count : SLOTS_FIRST;
    while (wanted < (count + 1) * 2) wanted *= 2;
    if (wanted == level->slot_count) {
        memset(level->slots, 0, wanted * sizeof *level->slots);
    } else {
        uint32_t *slots = arena_array(scanner->arena, wanted, sizeof *slots);
        if (!slots) return false;
        level->slots = slots;
        level->slot_count = wanted;
    }
    for (size_t i = 0; i < count; i++) *find_slot(scanner, level, &scanner->keys[level->first_key + i]) = (uint32_t)(i + 1);
    level->slotted_keys = count;
    return true;
}

static JsonKeyAnswer look_up(const JsonScanner *scanner, JsonLevel *level, const JsonSeenKey *key) {
    size_t count = scanner->key_count - level->first_key;
    if (count < KEYS_IN_A_ROW) {
        uint64_t mark = UINT64_C(1) << (key->hash & 63);
        bool twice = (level->marks & mark) && in_the_row(scanner, level, key);
        level->marks |= mark;
        return twice ? JSON_KEY_TWICE : JSON_KEY_NEW;
    }
    if (!fill_slots(scanner, level)) return JSON_KEY_NO_MEMORY;
    uint32_t *slot = find_slot(scanner, level, key);
    if (*slot) return JSON_KEY_TWICE;
    if (count >= JSON_KEYS_MAX) return JSON_KEY_TOO_MANY;
    *slot = (uint32_t)(count + 1);
    level->slotted_keys = count + 1;
    return JSON_KEY_NEW;
}

JsonKeyAnswer json_keys_add(JsonScanner *scanner, JsonLevel *level) {
    JsonSeenKey key = {scanner->text, scanner->text_length, hash_of(scanner->text, scanner->text_length)};
    JsonKeyAnswer answer = look_up(scanner, level, &key);
    if (answer != JSON_KEY_NEW) return answer;
    if (scanner->key_count == scanner->key_capacity) {
        JsonSeenKey *keys = arena_grow(scanner->arena, scanner->keys, scanner->key_count, &scanner->key_capacity, sizeof key);
        if (!keys) return JSON_KEY_NO_MEMORY;
        scanner->keys = keys;
    }
    scanner->keys[scanner->key_count++] = key;
    return JSON_KEY_NEW;
}
