/* A file that does not compile still has to be listed under its name. Names, texts and comments are all that must be told apart
 * for that; what is malformed is simply passed over. */
#include "rules/source_ids.h"

#include <string.h>

typedef struct Scan {
    const char *bytes;
    size_t length, at;
} Scan;

static bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static char peek(const Scan *scan, size_t ahead) {
    return scan->at + ahead < scan->length ? scan->bytes[scan->at + ahead] : '\0';
}

/* Level of the long bracket at `at` ("[==[" is 2), or -1. */
static int bracket_level(const Scan *scan, size_t at) {
    if (at >= scan->length || scan->bytes[at] != '[') return -1;
    int level = 0;
    for (at++; at < scan->length && scan->bytes[at] == '='; at++) level++;
    return at < scan->length && scan->bytes[at] == '[' ? level : -1;
}

static void skip_long(Scan *scan, int level) {
    for (; scan->at < scan->length; scan->at++) {
        if (scan->bytes[scan->at] != ']') continue;
        size_t end = scan->at + 1;
        while (end < scan->length && scan->bytes[end] == '=') end++;
        if (end < scan->length && scan->bytes[end] == ']' && end - scan->at - 1 == (size_t)level) {
            scan->at = end + 1;
            return;
        }
    }
}

static void skip_comment(Scan *scan) {
    scan->at += 2;
    int level = bracket_level(scan, scan->at);
    if (level >= 0) skip_long(scan, level);
    else
        while (scan->at < scan->length && scan->bytes[scan->at] != '\n') scan->at++;
}

/* Passes over a quoted text; answers where it begins and its length, without the quotes. */
static const char *take_text(Scan *scan, size_t *length) {
    char quote = scan->bytes[scan->at++];
    size_t start = scan->at;
    while (scan->at < scan->length && scan->bytes[scan->at] != quote && scan->bytes[scan->at] != '\n')
        scan->at += scan->bytes[scan->at] == '\\' && scan->at + 1 < scan->length ? 2 : 1;
    *length = (scan->at < scan->length ? scan->at : scan->length) - start;
    if (scan->at < scan->length) scan->at++;
    return scan->bytes + start;
}

static bool is(const char *name, size_t length, const char *word) {
    return strlen(word) == length && memcmp(name, word, length) == 0;
}

bool source_ids(const char *bytes, size_t length, void (*found)(void *context, const char *id, size_t length), void *context) {
    static const char *const others[] = {"deduire", "alerte", "orientation", "diagnostic", "classement"};
    Scan scan = {.bytes = bytes, .length = length};
    bool programme = false, other = false;
    int after = 0; /* 1: after `id`; 2: after `id =` */
    while (scan.at < scan.length) {
        char c = bytes[scan.at];
        if (c == '-' && peek(&scan, 1) == '-') skip_comment(&scan);
        else if (c == '"' || c == '\'') {
            size_t size;
            const char *text = take_text(&scan, &size);
            if (after == 2) found(context, text, size);
            after = 0;
        } else if (bracket_level(&scan, scan.at) >= 0) {
            skip_long(&scan, bracket_level(&scan, scan.at));
            after = 0;
        } else if (letter(c)) {
            size_t start = scan.at;
            while (letter(peek(&scan, 0))) scan.at++;
            size_t size = scan.at - start;
            after = is(bytes + start, size, "id") ? 1 : 0;
            programme = programme || is(bytes + start, size, "dispositif");
            for (size_t i = 0; i < sizeof others / sizeof *others; i++) other = other || is(bytes + start, size, others[i]);
        } else {
            if (c == '=' && after == 1) after = 2;
            else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') after = 0;
            scan.at++;
        }
    }
    return programme || !other;
}
