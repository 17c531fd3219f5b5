/* One object a line, as docs/design.md fixes it. Room for the whole of a row is asked once. */
#include "output/row_format.h"

#include "base/json_escape.h"

static Fragment verdict_fragment(RowFormat *format, const Programme *programme, unsigned verdict) {
    Text text;
    text_init(&text, format->arena.memory);
    json_add_string(&text, programme->id, strlen(programme->id));
    text_addf(&text, ":\"%s\",", verdict_code((Verdict)(verdict & OUTCOME_VERDICT)));
    Fragment fragment = row_fragment(format, text_get(&text), text.length);
    if (text.failed) format->arena.failed = true;
    text_clear(&text);
    return fragment;
}

static Fragment programme_fragment(RowFormat *format, const Programme *programme) {
    Text text;
    text_init(&text, format->arena.memory);
    json_add_string(&text, programme->id, strlen(programme->id));
    text_add(&text, ",");
    Fragment fragment = row_fragment(format, text_get(&text), text.length);
    if (text.failed) format->arena.failed = true;
    text_clear(&text);
    return fragment;
}

void row_prepare_json(RowFormat *format) {
    const Programme *programmes = format->rulebook->programmes;
    for (size_t i = 0; i < format->rulebook->programme_count; i++)
        format->programmes[i] = programme_fragment(format, &programmes[i]);
    for (size_t i = 0; format->style.verdicts && i < format->style.shown_count; i++) {
        Fragment *verdicts = &format->verdicts[i * ROW_VERDICTS];
        size_t longest = 0;
        for (unsigned v = 0; v < ROW_VERDICTS; v++) {
            if ((v & OUTCOME_VERDICT) > VERDICT_ERROR) continue;
            verdicts[v] = verdict_fragment(format, &programmes[format->style.shown[i]], v);
            if (verdicts[v].length > longest) longest = verdicts[v].length;
        }
        format->verdict_bytes += longest;
    }
}

static char *add(char *out, const char *literal, size_t length) {
    memcpy(out, literal, length);
    return out + length;
}

#define ADD(out, literal) add(out, literal, sizeof(literal) - 1)

/* Takes the comma after the last item back and closes a list. */
static char *close_list(char *out, char bracket) {
    if (out[-1] == ',') out--;
    *out++ = bracket;
    return out;
}

static char *write_head(char *out, const RowResult *row, bool inputs) {
    out = ADD(out, "{\"line\":");
    out = row_number(out, row->line);
    if (inputs) {
        out = ADD(out, ",\"input\":\"");
        out = json_escape(out, row->input, strlen(row->input));
        *out++ = '"';
    }
    out = ADD(out, ",\"id\":\"");
    out = json_escape(out, row->id, row->id_length);
    *out++ = '"';
    return out;
}

static char *write_verdicts(char *out, const RowFormat *format, const RowResult *row) {
    const unsigned *shown = format->style.shown;
    const Fragment *fragments = format->verdicts;
    size_t count = format->style.shown_count, reserves = 0;
    out = ADD(out, ",\"verdicts\":{");
    for (size_t i = 0; i < count; i++, fragments += ROW_VERDICTS) {
        uint8_t verdict = row->verdicts[shown[i] * OUTCOMES_STEP];
        reserves += verdict == VERDICT_UNDER_RESERVE;
        out = fragment_copy(out, &fragments[verdict]);
    }
    out = close_list(out, '}');
    out = ADD(out, ",\"under_reserve\":[");
    for (size_t i = 0; i < count && reserves > 0; i++) {
        if (row->verdicts[shown[i] * OUTCOMES_STEP] != VERDICT_UNDER_RESERVE) continue;
        out = fragment_copy(out, &format->programmes[shown[i]]);
        reserves--;
    }
    return close_list(out, ']');
}

static char *write_recommendations(char *out, const RowFormat *format, const RowResult *row) {
    out = ADD(out, ",\"recommendations\":[");
    for (size_t i = 0; i < row->recommended_count; i++) out = fragment_copy(out, &format->programmes[row->recommended[i]]);
    return close_list(out, ']');
}

static void add_plain(Text *out, const Telling *telling) {
    char *at = text_room(out, telling->length + 2);
    if (!at) return;
    *at++ = '"';
    at = add(at, telling->bytes, telling->length);
    *at++ = '"';
    out->length = (size_t)(at - out->bytes);
}

static void add_explanations(const RowFormat *format, const RowResult *row, Text *out) {
    text_add(out, ",\"explanations\":{");
    for (size_t i = 0; i < row->recommended_count; i++) {
        const Fragment *id = &format->programmes[row->recommended[i]]; /* `"dla",` */
        const Telling *telling = &row->explanations[i];
        if (i > 0) text_add(out, ",");
        text_add_bytes(out, id->bytes, id->length - 1);
        text_add(out, ":");
        if (telling->plain) add_plain(out, telling);
        else json_add_words(out, telling->bytes, telling->length);
    }
    text_add(out, "}");
}

static void add_text(Text *out, const char *text) {
    if (text) json_add_string(out, text, strlen(text));
    else text_add(out, "null");
}

/* The advice goes with the message: who mends the row needs both. */
static void add_error(const Finding *error, Text *out) {
    text_add(out, "{\"fact\":");
    add_text(out, error->fact);
    text_add(out, ",\"read\":");
    add_text(out, error->read);
    text_add(out, ",\"message\":");
    size_t length = strlen(error->message);
    json_add_string(out, error->message, length);
    if (error->advice && !out->failed) {
        out->length--; /* the closing quotation mark */
        text_add(out, "\u202f; ");
        char *room = text_room(out, strlen(error->advice) * JSON_ESCAPE_FACTOR);
        if (room) out->length = (size_t)(json_escape(room, error->advice, strlen(error->advice)) - out->bytes);
        text_add(out, "\"");
    }
    text_add(out, "}");
}

static void add_errors(const RowResult *row, Text *out) {
    text_add(out, ",\"errors\":[");
    for (size_t i = 0; i < row->error_count; i++) {
        if (row->errors[i].severity != SEVERITY_ERROR) continue;
        if (out->length > 0 && out->bytes[out->length - 1] == '}') text_add(out, ",");
        add_error(&row->errors[i], out);
    }
    text_add(out, "]");
}

void row_write_json(const RowFormat *format, const RowResult *row, Text *out) {
    const bool inputs = format->style.inputs && row->input;
    size_t names = row->id_length + (inputs ? strlen(row->input) : 0);
    size_t listed = (format->style.verdicts ? format->style.shown_count : 0) + row->recommended_count;
    char *at = text_room(out, 128 + 2 * FRAGMENT_STEP + names * JSON_ESCAPE_FACTOR + format->verdict_bytes +
                                  listed * format->programme_bytes);
    if (!at) return;
    at = write_head(at, row, inputs);
    if (!row->errors) {
        if (format->style.verdicts) at = write_verdicts(at, format, row);
        at = write_recommendations(at, format, row);
    }
    if (!row->errors && !row->explanations) at = ADD(at, "}\n");
    out->length = (size_t)(at - out->bytes);
    if (!row->errors && !row->explanations) return;
    if (row->errors) add_errors(row, out);
    else add_explanations(format, row, out);
    text_add(out, "}\n");
}
