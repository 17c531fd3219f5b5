/* Every sentence is short and lives as long as its report, so it grows in the report's arena: nothing to release on any path, at
 * the price of the outgrown copies, which double and so cost no more than the text itself. */
#include "explain/phrase.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#define PHRASE_FIRST 96

void phrase_init(Phrase *phrase, Arena *arena) {
    *phrase = (Phrase){.arena = arena};
}

void phrase_reserve(Phrase *phrase, size_t capacity) {
    if (phrase->bytes || phrase->arena->failed) return;
    phrase->bytes = arena_bytes(phrase->arena, capacity);
    if (!phrase->bytes) return;
    phrase->bytes[0] = '\0';
    phrase->capacity = capacity;
}

static bool make_room(Phrase *phrase, size_t more) {
    if (phrase->capacity - phrase->length > more) return true;
    size_t capacity = phrase->capacity ? phrase->capacity : PHRASE_FIRST;
    while (capacity - phrase->length <= more) {
        if (capacity > SIZE_MAX / 2) {
            phrase->arena->failed = true;
            return false;
        }
        capacity *= 2;
    }
    char *bytes = arena_bytes(phrase->arena, capacity);
    if (!bytes) return false;
    if (phrase->length) memcpy(bytes, phrase->bytes, phrase->length);
    phrase->bytes = bytes;
    phrase->capacity = capacity;
    return true;
}

void phrase_add_bytes(Phrase *phrase, const char *bytes, size_t length) {
    if (length == 0 || phrase->arena->failed || !make_room(phrase, length)) return;
    memcpy(phrase->bytes + phrase->length, bytes, length);
    phrase->length += length;
    phrase->bytes[phrase->length] = '\0';
}

void phrase_add(Phrase *phrase, const char *text) {
    if (text) phrase_add_bytes(phrase, text, strlen(text));
}

void phrase_join(Phrase *phrase, ...) {
    va_list texts;
    va_start(texts, phrase);
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *))
        if (*text) phrase_add(phrase, text);
    va_end(texts);
}

const char *phrase_text(const Phrase *phrase) {
    return phrase->bytes ? phrase->bytes : "";
}

#define MEASURED 12 /* pieces whose lengths are kept between the two passages */

static size_t length_of_all(va_list texts, size_t *lengths) {
    size_t length = 0, count = 0;
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *)) {
        const size_t own = strlen(text);
        if (count < MEASURED) lengths[count++] = own;
        length += own;
    }
    return length;
}

static void copy_all(char *to, va_list texts, const size_t *lengths) {
    size_t count = 0;
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *), count++) {
        const size_t length = count < MEASURED ? lengths[count] : strlen(text);
        memcpy(to, text, length);
        to += length;
    }
    *to = '\0';
}

/* Most sentences are made here, at once: they take what they need and no more. */
const char *phrase_of(Arena *arena, ...) {
    size_t lengths[MEASURED] = {0};
    va_list texts;
    va_start(texts, arena);
    const size_t length = length_of_all(texts, lengths);
    va_end(texts);
    char *bytes = arena->failed ? NULL : arena_bytes(arena, length + 1);
    if (!bytes) return "";
    va_start(texts, arena);
    copy_all(bytes, texts, lengths);
    va_end(texts);
    return bytes;
}
