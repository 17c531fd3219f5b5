/* CSV as French Excel opens it by a double click: byte-order mark, semicolons, CRLF. A cell that a spreadsheet would take for a
 * formula is given an apostrophe in front; a line break or other control character inside a cell becomes a space, so that a row is
 * always one line. */
#include "output/row_format.h"

static const char *const words[ROW_VERDICTS] = {[VERDICT_ELIGIBLE] = "éligible",
                                                [VERDICT_INELIGIBLE] = "non éligible",
                                                [VERDICT_UNDETERMINED] = "indéterminé",
                                                [VERDICT_NOT_APPLICABLE] = "sans objet",
                                                [VERDICT_ERROR] = "erreur",
                                                [VERDICT_UNDER_RESERVE] = "éligible sous réserve"};

static const char between[] = " | "; /* of several things in one cell */

/* Inside quotation marks. */
static void add_quoted(Text *out, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == '"') text_add(out, "\"\"");
        else text_add_char(out, c < 0x20 || c == 0x7F ? ' ' : (char)c);
    }
}

/* Spreadsheets also look behind leading spaces, and take full-width signs for ordinary ones. */
static bool formula(const char *bytes, size_t length) {
    static const char *const wide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    size_t at = 0;
    while (at < length && ((unsigned char)bytes[at] <= ' ' || bytes[at] == 0x7F)) at++;
    if (at < length && strchr("=+-@", bytes[at])) return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (length - at >= 3 && memcmp(bytes + at, wide[i], 3) == 0) return true;
    return false;
}

static bool plain(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] < 0x20 || bytes[i] == 0x7F || bytes[i] == '"' || bytes[i] == ';' || bytes[i] == ',')
            return false;
    return true;
}

static void add_cell(Text *out, const char *bytes, size_t length) {
    bool dangerous = formula(bytes, length);
    if (!dangerous && plain(bytes, length)) {
        text_add_bytes(out, bytes, length);
        return;
    }
    text_add(out, dangerous ? "\"'" : "\"");
    add_quoted(out, bytes, length);
    text_add(out, "\"");
}

/* A cell that begins with the name of a programme is one that a rule file could make begin with « = ». */
void row_prepare_csv(RowFormat *format) {
    for (size_t i = 0; i < format->rulebook->programme_count; i++) {
        const char *name =
            format->rulebook->programmes[i].name ? format->rulebook->programmes[i].name : format->rulebook->programmes[i].id;
        Text text;
        text_init(&text, format->arena.memory);
        if (formula(name, strlen(name))) text_add(&text, "'");
        add_quoted(&text, name, strlen(name));
        format->programmes[i] = row_fragment(format, text_get(&text), text.length);
        if (text.failed) format->arena.failed = true;
        text_clear(&text);
    }
    for (unsigned v = 0; v < ROW_VERDICTS && format->style.shown_count > 0; v++) {
        char cell[64];
        if (!words[v]) continue;
        size_t length = strlen(words[v]);
        memcpy(cell, words[v], length);
        cell[length] = ';';
        format->verdicts[v] = row_fragment(format, cell, length + 1);
        if (length + 1 > format->verdict_bytes) format->verdict_bytes = length + 1;
    }
    format->verdict_bytes *= format->style.verdicts ? format->style.shown_count : 0;
}

static bool name_shared(const RowFormat *format, const Programme *programme) {
    for (size_t i = 0; i < format->style.shown_count; i++) {
        const Programme *other = &format->rulebook->programmes[format->style.shown[i]];
        if (other != programme && other->name && programme->name && strcmp(other->name, programme->name) == 0) return true;
    }
    return false;
}

/* Titles are names; where two programmes share one, the identifier tells them apart. */
static void add_title(const RowFormat *format, const Programme *programme, Text *out) {
    Text title;
    text_init(&title, out->memory);
    text_add(&title, programme->name ? programme->name : programme->id);
    if (name_shared(format, programme)) text_addf(&title, " (%s)", programme->id);
    add_cell(out, text_get(&title), title.length);
    text_add(out, ";");
    if (title.failed) out->failed = true;
    text_clear(&title);
}

void row_head_csv(const RowFormat *format, Text *out) {
    text_add(out, "\uFEFFligne;");
    if (format->style.inputs) text_add(out, "fichier;");
    text_add(out, "identifiant;");
    for (size_t i = 0; format->style.verdicts && i < format->style.shown_count; i++)
        add_title(format, &format->rulebook->programmes[format->style.shown[i]], out);
    text_add(out, "recommandations;");
    if (format->style.explanations) text_add(out, "explications;");
    text_add(out, "erreurs\r\n");
}

static void add_verdicts(const RowFormat *format, const RowResult *row, Text *out) {
    char *start = text_room(out, format->verdict_bytes + FRAGMENT_STEP), *at = start;
    if (!at) return;
    for (size_t i = 0; i < format->style.shown_count; i++) {
        if (row->errors) *at++ = ';';
        else at = fragment_copy(at, &format->verdicts[row->verdicts[format->style.shown[i] * OUTCOMES_STEP]]);
    }
    out->length += (size_t)(at - start);
}

static void add_recommendations(const RowFormat *format, const RowResult *row, Text *out) {
    text_add(out, row->recommended_count > 0 ? "\"" : "");
    for (size_t i = 0; i < row->recommended_count; i++) {
        const Fragment *name = &format->programmes[row->recommended[i]];
        if (i > 0) text_add(out, between);
        text_add_bytes(out, name->bytes, name->length);
    }
    text_add(out, row->recommended_count > 0 ? "\"" : "");
}

static void add_explanations(const RowFormat *format, const RowResult *row, Text *out) {
    text_add(out, "\"");
    for (size_t i = 0; row->explanations && i < row->recommended_count; i++) {
        const Fragment *name = &format->programmes[row->recommended[i]];
        if (i > 0) text_add(out, between);
        text_add_bytes(out, name->bytes, name->length);
        text_add(out, "\u00a0: ");
        const Telling *telling = &row->explanations[i];
        if (telling->plain) text_add_bytes(out, telling->bytes, telling->length);
        else add_quoted(out, telling->bytes, telling->length);
    }
    text_add(out, "\"");
}

static void add_errors(const RowResult *row, Text *out) {
    Text all;
    text_init(&all, out->memory);
    for (size_t i = 0; row->errors && i < row->error_count; i++) {
        const Finding *error = &row->errors[i];
        if (error->severity != SEVERITY_ERROR) continue;
        if (all.length > 0) text_add(&all, between);
        text_add(&all, error->message);
        if (error->advice) text_addf(&all, "\u202f; %s", error->advice);
    }
    add_cell(out, text_get(&all), all.length);
    if (all.failed) out->failed = true;
    text_clear(&all);
}

void row_write_csv(const RowFormat *format, const RowResult *row, Text *out) {
    char number[20];
    text_add_bytes(out, number, (size_t)(row_number(number, row->line) - number));
    text_add(out, ";");
    if (format->style.inputs) {
        add_cell(out, row->input, strlen(row->input));
        text_add(out, ";");
    }
    add_cell(out, row->id, row->id_length);
    text_add(out, ";");
    if (format->style.verdicts) add_verdicts(format, row, out);
    if (!row->errors) add_recommendations(format, row, out);
    text_add(out, ";");
    if (format->style.explanations) {
        add_explanations(format, row, out);
        text_add(out, ";");
    }
    if (row->errors) add_errors(row, out);
    text_add(out, "\r\n");
}
