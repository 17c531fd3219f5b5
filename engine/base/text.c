/* A buffer that doubles. Failure is kept in the text itself: whoever writes appends without testing, whoever ends tests once. */
#include "base/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define TEXT_FIRST 256u

void text_init(Text *text, const Memory *memory) {
    *text = (Text){.memory = memory};
}

void text_clear(Text *text) {
    memory_free(text->memory, text->bytes, text->capacity);
    text_init(text, text->memory);
}

/* Makes room for `more` bytes and the NUL. */
static bool make_room(Text *text, size_t more) {
    if (text->failed) return false;
    if (more < text->capacity - text->length) return true;
    size_t capacity = text->capacity ? text->capacity : TEXT_FIRST;
    while (capacity <= SIZE_MAX / 2 && capacity - text->length <= more) capacity *= 2;
    char *bytes = capacity - text->length > more ? memory_resize(text->memory, text->bytes, text->capacity, capacity) : NULL;
    if (!bytes) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

void text_add_bytes(Text *text, const char *bytes, size_t length) {
    if (length == 0 || !make_room(text, length)) return;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_add(Text *text, const char *string) {
    text_add_bytes(text, string, strlen(string));
}

void text_add_char(Text *text, char c) {
    text_add_bytes(text, &c, 1);
}

void text_addf(Text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    /* The analyzer loses sight of va_start when it is given several files. NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) text->failed = true;
    if (length <= 0 || !make_room(text, (size_t)length)) return;
    va_start(arguments, format);
    /* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

char *text_room(Text *text, size_t size) {
    return make_room(text, size) ? text->bytes + text->length : NULL;
}

const char *text_get(const Text *text) {
    return text->bytes && !text->failed ? text->bytes : "";
}
