/* cJSON builds and prints. Three things are put right on the way: numbers are written by number_write, since cJSON's go through
 * the locale and spoil large integers; bytes that are not UTF-8 (a file name, say) become U+FFFD, so that the document is always
 * valid; and the tabs of cJSON's layout become spaces, which is safe since a tab inside a text is always escaped. */
#include "base/json.h"
#include "base/number.h"
#include "base/utf8.h"
#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

void json_init(JsonDocument *document) {
    document->root = cJSON_CreateObject();
    document->failed = document->root == NULL;
}

void json_clear(JsonDocument *document) {
    cJSON_Delete(document->root);
    *document = (JsonDocument){NULL, false};
}

/* A copy of `text` in which each byte that is not valid is U+FFFD; freed with cJSON_free. */
static char *repair(const char *text) {
    size_t length = strlen(text);
    char *copy = cJSON_malloc(length * 3 + 1), *at = copy;
    for (size_t from = 0; copy && from < length;) at += utf8_write(utf8_next(text, length, &from), at);
    if (copy) *at = '\0';
    return copy;
}

/* Hands `item` (NULL when memory ran out) to `parent`; gives it back, or NULL with the document failed. */
static JsonValue *add(JsonDocument *document, JsonValue *parent, const char *key, JsonValue *item) {
    bool added = !document->failed && parent && item &&
                 (key ? cJSON_AddItemToObject(parent, key, item) : cJSON_AddItemToArray(parent, item));
    if (added) return item;
    cJSON_Delete(item);
    document->failed = true;
    return NULL;
}

JsonValue *json_object(JsonDocument *document, JsonValue *parent, const char *key) {
    return document->failed ? NULL : add(document, parent, key, cJSON_CreateObject());
}

JsonValue *json_array(JsonDocument *document, JsonValue *parent, const char *key) {
    return document->failed ? NULL : add(document, parent, key, cJSON_CreateArray());
}

static JsonValue *new_text(const char *text) {
    if (utf8_valid(text, strlen(text))) return cJSON_CreateString(text);
    char *repaired = repair(text);
    JsonValue *item = repaired ? cJSON_CreateString(repaired) : NULL;
    cJSON_free(repaired);
    return item;
}

void json_text(JsonDocument *document, JsonValue *parent, const char *key, const char *text) {
    if (!document->failed) add(document, parent, key, text ? new_text(text) : cJSON_CreateNull());
}

void json_number(JsonDocument *document, JsonValue *parent, const char *key, double value) {
    char text[NUMBER_TEXT_MAX];
    number_write(value, text);
    if (!document->failed) add(document, parent, key, isfinite(value) ? cJSON_CreateRaw(text) : cJSON_CreateNull());
}

void json_boolean(JsonDocument *document, JsonValue *parent, const char *key, bool value) {
    if (!document->failed) add(document, parent, key, cJSON_CreateBool(value));
}

void json_null(JsonDocument *document, JsonValue *parent, const char *key) {
    if (!document->failed) add(document, parent, key, cJSON_CreateNull());
}

/* The end of the white space that starts at `from` when only `{` stands before it and `}` after; else `from`. */
static size_t pass_emptiness(const char *printed, size_t from) {
    if (from == 0 || printed[from - 1] != '{' || printed[from] != '\n') return from;
    size_t space = strspn(printed + from, "\n\t");
    return printed[from + space] == '}' ? from + space : from;
}

/* Lays out anew what cJSON_Print gave: two spaces for a tab that indents, one for a tab after a colon, `{}` for an empty object. */
static void add_indented(Text *out, const char *printed) {
    bool indenting = false;
    for (size_t at = 0; printed[at];) {
        size_t plain = strcspn(printed + at, "\n\t");
        text_add_bytes(out, printed + at, plain);
        if (plain) indenting = false;
        at += plain;
        if (printed[at] == '\t') {
            text_add(out, indenting ? "  " : " ");
            at++;
        } else if (printed[at] == '\n') {
            size_t past = pass_emptiness(printed, at);
            indenting = past == at;
            if (indenting) text_add_char(out, '\n');
            at = indenting ? at + 1 : past;
        }
    }
}

Status json_print(const JsonDocument *document, bool indented, Text *out) {
    char *printed = NULL;
    if (!document->failed) printed = indented ? cJSON_Print(document->root) : cJSON_PrintUnformatted(document->root);
    if (!printed) return STATUS_NO_MEMORY;
    if (indented) add_indented(out, printed);
    else text_add(out, printed);
    text_add_char(out, '\n');
    cJSON_free(printed);
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}
