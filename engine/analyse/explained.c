/* The documentation is the only place where codes are explained, so it is compiled in and read: a row of its tables is
 * « | AZ012 | meaning | ». */
#include "analyse/explained.h"

#include "analyse/embedded.h"

#include <string.h>

#define CODE_LENGTH 5 /* AZ and three digits */

static bool row_of(const char *line, size_t length, const char **meaning, size_t *meaning_length) {
    static const char start[] = "| AZ", between[] = " | ", end[] = " |";
    const size_t lead = 2 + CODE_LENGTH + sizeof between - 1;
    if (length <= lead + sizeof end || memcmp(line, start, sizeof start - 1) != 0) return false;
    if (memcmp(line + lead - (sizeof between - 1), between, sizeof between - 1) != 0) return false;
    *meaning = line + lead;
    *meaning_length = length - lead - (sizeof end - 1);
    return true;
}

void explained_visit(void (*visit)(void *context, const char *code, const char *bytes, size_t length), void *context) {
    const char *at = (const char *)embedded_messages, *end = at + embedded_messages_length;
    while (at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at)), *meaning;
        size_t length = (size_t)((line_end ? line_end : end) - at), meaning_length;
        if (row_of(at, length, &meaning, &meaning_length)) {
            char code[CODE_LENGTH + 1] = "";
            memcpy(code, at + 2, CODE_LENGTH);
            visit(context, code, meaning, meaning_length);
        }
        at += length + 1;
    }
}

typedef struct Wanted {
    const char *code;
    Text *out;
    bool found;
} Wanted;

static void take_wanted(void *context, const char *code, const char *bytes, size_t length) {
    Wanted *wanted = context;
    if (wanted->found || strcmp(code, wanted->code) != 0) return;
    wanted->found = true;
    text_add_bytes(wanted->out, bytes, length);
}

bool explained_write(const char *code, Text *out) {
    Wanted wanted = {.code = code, .out = out};
    explained_visit(take_wanted, &wanted);
    return wanted.found;
}
