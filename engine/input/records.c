/* JSON lines for now: a record is a line that is not blank. */
#include "input/records.h"

#include <string.h>

bool input_form_named(const char *name, InputForm *out) {
    static const struct {
        const char *name;
        InputForm form;
    } forms[] = {{"csv", INPUT_CSV}, {"json", INPUT_JSON}, {"jsonl", INPUT_JSON_LINES}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(forms[i].name, name) != 0) continue;
        *out = forms[i].form;
        return true;
    }
    return false;
}

bool input_encoding_named(const char *name, Encoding *out) {
    static const struct {
        const char *name;
        Encoding encoding;
    } encodings[] = {{"utf-8", ENCODING_UTF8},
                     {"windows-1252", ENCODING_WINDOWS_1252},
                     {"utf-16le", ENCODING_UTF16_LE},
                     {"utf-16be", ENCODING_UTF16_BE}};
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        if (strcmp(encodings[i].name, name) != 0) continue;
        *out = encodings[i].encoding;
        return true;
    }
    return false;
}

bool input_separator_named(const char *name, char *out) {
    if (strcmp(name, "tab") == 0) name = "\t";
    if (strlen(name) != 1 || !strchr(";,|\t", *name)) return false;
    *out = *name;
    return true;
}

Status input_describe(Input *input, Arena *arena, const Vocabulary *vocabulary, const InputOptions *options, const char *name,
                      const char *head, size_t length, bool whole, bool *more, Findings *findings) {
    (void)arena;
    (void)options;
    (void)findings;
    (void)whole;
    *more = false;
    *input = (Input){.name = name, .vocabulary = vocabulary, .form = INPUT_JSON_LINES, .encoding = ENCODING_UTF8, .line_end = '\n'};
    if (length >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0) input->body = 3;
    input->body_line = 1;
    input->before = "";
    input->between = input->after = "\n";
    input->between_length = input->after_length = 1;
    return STATUS_OK;
}

void input_write(const Input *input, Text *out) {
    (void)input;
    text_add(out, "forme\u00a0: JSON, une structure par ligne\n");
}

void splitter_init(Splitter *splitter, const Input *input) {
    *splitter = (Splitter){.input = input, .line = 1};
}

static size_t count_lines(const char *bytes, size_t length) {
    size_t count = 0;
    for (const char *at = bytes; (at = memchr(at, '\n', (size_t)(bytes + length - at))); at++) count++;
    return count;
}

static size_t take(Splitter *splitter, const char *bytes, size_t length, PieceKind kind, Piece *piece) {
    *piece = (Piece){.bytes = bytes, .length = length, .line = splitter->line, .kind = kind};
    splitter->passed += length;
    splitter->line += count_lines(bytes, length);
    return length;
}

size_t splitter_take(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece) {
    const Input *input = splitter->input;
    *piece = (Piece){.bytes = bytes, .line = splitter->line};
    if (splitter->passed < input->body && (length >= input->body || ended)) {
        size_t heading = input->body < length ? input->body : length;
        take(splitter, bytes, heading, PIECE_RECORDS, piece);
        piece->length = 0;
        return heading;
    }
    size_t whole = length;
    while (!ended && whole > 0 && bytes[whole - 1] != '\n') whole--;
    return take(splitter, bytes, whole, PIECE_RECORDS, piece);
}

static bool blank(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') return false;
    return true;
}

bool record_next(const Input *input, const Piece *piece, size_t *at, size_t *line, Record *out) {
    (void)input;
    while (*at < piece->length) {
        const char *start = piece->bytes + *at, *end = memchr(start, '\n', piece->length - *at);
        size_t length = end ? (size_t)(end - start) : piece->length - *at;
        *out = (Record){.bytes = start, .length = length, .line = *line};
        *at += length + (end != NULL);
        *line += end != NULL;
        if (out->length > 0 && start[out->length - 1] == '\r') out->length--;
        if (!blank(start, out->length)) return true;
    }
    return false;
}
