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

static void add_all(Phrase *phrase, va_list texts) {
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *)) phrase_add(phrase, text);
}

void phrase_join(Phrase *phrase, ...) {
    va_list texts;
    va_start(texts, phrase);
    add_all(phrase, texts);
    va_end(texts);
}

const char *phrase_text(const Phrase *phrase) {
    return phrase->bytes ? phrase->bytes : "";
}

static size_t length_of_all(va_list texts) {
    size_t length = 0;
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *)) length += strlen(text);
    return length;
}

/* Most sentences are made here, at once: they take what they need and no more. */
const char *phrase_of(Arena *arena, ...) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    va_list texts;
    va_start(texts, arena);
    size_t capacity = length_of_all(texts) + 1;
    va_end(texts);
    phrase.bytes = arena->failed ? NULL : arena_bytes(arena, capacity);
    if (!phrase.bytes) return "";
    phrase.capacity = capacity;
    phrase.bytes[0] = '\0';
    va_start(texts, arena);
    add_all(&phrase, texts);
    va_end(texts);
    return phrase_text(&phrase);
}
