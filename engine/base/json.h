/* JSON documents, built and printed by cJSON, which is included nowhere else. Building on a document that has failed does
 * nothing; `failed` is tested once. cJSON takes its memory through its own hooks, which belong to the host program. */
#ifndef AZIMUT_BASE_JSON_H
#define AZIMUT_BASE_JSON_H

#include "base/status.h"
#include "base/text.h"

typedef struct cJSON JsonValue;

typedef struct JsonDocument {
    JsonValue *root;
    bool failed;
} JsonDocument;

/* A document whose root is an object. */
void json_init(JsonDocument *document);
void json_clear(JsonDocument *document);
/* Each adds to `parent`: under `key` when it is an object, at the end (key NULL) when it is an array. Objects and arrays are
 * returned, borrowed; NULL when the document has failed, which the other calls accept as a parent. */
JsonValue *json_object(JsonDocument *document, JsonValue *parent, const char *key);
JsonValue *json_array(JsonDocument *document, JsonValue *parent, const char *key);
/* `text` NULL gives null. */
void json_text(JsonDocument *document, JsonValue *parent, const char *key, const char *text);
void json_number(JsonDocument *document, JsonValue *parent, const char *key, double value);
void json_boolean(JsonDocument *document, JsonValue *parent, const char *key, bool value);
void json_null(JsonDocument *document, JsonValue *parent, const char *key);
/* Appends the document to `out`, indented by two spaces or on one line, with a final newline. */
Status json_print(const JsonDocument *document, bool indented, Text *out);

#endif
