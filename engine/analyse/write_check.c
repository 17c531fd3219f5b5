/* The text groups findings by file, since an analyst mends a file at a time; the machine formats keep one flat list. */
#include "analyse/write_check.h"

#include "analyse/explained.h"
#include "base/json.h"
#include "explain/figures.h"
#include "output/layout.h"

#include <string.h>

/* By severity. */
static const char *const words[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "attention", [SEVERITY_ERROR] = "erreur"};
static const char *const codes[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

typedef struct Tally {
    size_t by[SEVERITY_ERROR + 1];
} Tally;

static Tally tally_of(const Findings *findings) {
    Tally tally = {{0}};
    for (size_t i = 0; i < findings->count; i++) tally.by[findings->items[i].severity]++;
    return tally;
}

static void write_lead(Text *out, const Finding *finding) {
    if (finding->file) text_addf(out, "%s:", finding->file);
    if (finding->file && finding->line > 0) text_addf(out, "%d:", finding->line);
    if (finding->file && finding->line > 0 && finding->column > 0) text_addf(out, "%d:", finding->column);
    if (finding->file) text_add_char(out, ' ');
}

static void write_finding(const Finding *finding, Layout *layout) {
    static const Colour colours[] = {
        [SEVERITY_NOTE] = COLOUR_FAINT, [SEVERITY_WARNING] = COLOUR_DOUBT, [SEVERITY_ERROR] = COLOUR_BAD};
    Text mark;
    text_init(&mark, layout->out->memory);
    write_lead(&mark, finding);
    text_addf(&mark, "%s %s" COLON, words[finding->severity], finding->code);
    layout_paragraph(layout, 0, colours[finding->severity], NULL, text_get(&mark));
    layout_paragraph(layout, 4, COLOUR_NONE, NULL, finding->message);
    if (finding->example) layout_paragraph(layout, 4, COLOUR_FAINT, "exemple" NBSP ":", finding->example);
    if (finding->advice) layout_paragraph(layout, 4, COLOUR_GOOD, "→", finding->advice);
    if (mark.failed) layout->out->failed = true;
    text_clear(&mark);
}

static void write_counted(Text *out, size_t count, const char *one, const char *many) {
    text_addf(out, "%zu%s%s", count, NBSP, count > 1 ? many : one);
}

static void write_totals(const CheckSummary *summary, Text *out) {
    Tally tally = tally_of(summary->findings);
    write_counted(out, summary->programmes, "dispositif vérifié" COLON, "dispositifs vérifiés" COLON);
    write_counted(out, tally.by[SEVERITY_ERROR], "erreur", "erreurs");
    text_add(out, ", ");
    write_counted(out, tally.by[SEVERITY_WARNING], "avertissement", "avertissements");
    text_add(out, ", ");
    write_counted(out, tally.by[SEVERITY_NOTE], "note", "notes");
    text_add(out, ". ");
    write_counted(out, summary->questions, "question posée", "questions posées");
    text_add(out, " sur toutes les structures possibles, ");
    write_counted(out, summary->undecided, "non décidée.", "non décidées.");
}

Status write_check_text(const CheckSummary *summary, int width, bool colours, Text *out) {
    Layout layout;
    Text totals;
    layout_init(&layout, out, width, colours);
    for (size_t i = 0; i < summary->findings->count; i++) {
        write_finding(&summary->findings->items[i], &layout);
        layout_blank(&layout);
    }
    text_init(&totals, out->memory);
    write_totals(summary, &totals);
    layout_paragraph(&layout, 0, COLOUR_NONE, NULL, text_get(&totals));
    if (totals.failed) out->failed = true;
    text_clear(&totals);
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

Status write_check_gcc(const CheckSummary *summary, Text *out) {
    for (size_t i = 0; i < summary->findings->count; i++) {
        const Finding *finding = &summary->findings->items[i];
        if (finding->file)
            text_addf(out, "%s:%d:%d: ", finding->file, finding->line > 0 ? finding->line : 1,
                      finding->column > 0 ? finding->column : 1);
        text_addf(out, "%s: %s", codes[finding->severity], finding->message);
        if (finding->advice) text_addf(out, " → %s", finding->advice);
        text_addf(out, " [%s]\n", finding->code);
    }
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

static void write_position(JsonDocument *document, JsonValue *object, const char *key, int value) {
    if (value > 0) json_number(document, object, key, value);
    else json_null(document, object, key);
}

Status write_check_json(const CheckSummary *summary, Text *out) {
    JsonDocument document;
    json_init(&document);
    json_text(&document, document.root, "date", summary->date);
    json_number(&document, document.root, "programmes", (double)summary->programmes);
    json_number(&document, document.root, "questions", (double)summary->questions);
    json_number(&document, document.root, "undecided", (double)summary->undecided);
    JsonValue *list = json_array(&document, document.root, "findings");
    for (size_t i = 0; i < summary->findings->count; i++) {
        const Finding *finding = &summary->findings->items[i];
        JsonValue *object = json_object(&document, list, NULL);
        json_text(&document, object, "code", finding->code);
        json_text(&document, object, "severity", codes[finding->severity]);
        json_text(&document, object, "file", finding->file);
        write_position(&document, object, "line", finding->line);
        write_position(&document, object, "column", finding->column);
        json_text(&document, object, "fact", finding->fact);
        json_text(&document, object, "message", finding->message);
        json_text(&document, object, "advice", finding->advice);
        json_text(&document, object, "example", finding->example);
        json_text(&document, object, "facts", finding->facts);
    }
    Status status = json_print(&document, true, out);
    json_clear(&document);
    return status;
}

typedef struct Rules {
    JsonDocument *document;
    JsonValue *list;
    const Findings *findings;
    const Memory *memory;
} Rules;

static void write_rule(void *context, const char *code, const char *bytes, size_t length) {
    Rules *rules = context;
    for (size_t i = 0; i < rules->findings->count; i++) {
        if (strcmp(rules->findings->items[i].code, code) != 0) continue;
        Text meaning;
        text_init(&meaning, rules->memory);
        text_add_bytes(&meaning, bytes, length);
        if (meaning.failed) rules->document->failed = true;
        JsonValue *rule = json_object(rules->document, rules->list, NULL);
        json_text(rules->document, rule, "id", code);
        JsonValue *text = json_object(rules->document, rule, "shortDescription");
        json_text(rules->document, text, "text", text_get(&meaning));
        text_clear(&meaning);
        return;
    }
}

static void write_location(JsonDocument *document, JsonValue *result, const Finding *finding) {
    if (!finding->file) return;
    JsonValue *location = json_object(document, json_array(document, result, "locations"), NULL);
    JsonValue *physical = json_object(document, location, "physicalLocation");
    json_text(document, json_object(document, physical, "artifactLocation"), "uri", finding->file);
    if (finding->line <= 0) return;
    JsonValue *region = json_object(document, physical, "region");
    json_number(document, region, "startLine", finding->line);
    if (finding->column > 0) json_number(document, region, "startColumn", finding->column);
}

static void write_result(JsonDocument *document, JsonValue *list, const Finding *finding, const Memory *memory) {
    Text message;
    text_init(&message, memory);
    text_add(&message, finding->message);
    if (finding->advice) text_addf(&message, "\n→ %s", finding->advice);
    if (finding->example) text_addf(&message, "\nexemple" COLON "%s", finding->example);
    if (message.failed) document->failed = true;
    JsonValue *result = json_object(document, list, NULL);
    json_text(document, result, "ruleId", finding->code);
    json_text(document, result, "level", codes[finding->severity]);
    json_text(document, json_object(document, result, "message"), "text", text_get(&message));
    write_location(document, result, finding);
    if (finding->facts) json_text(document, json_object(document, result, "properties"), "facts", finding->facts);
    text_clear(&message);
}

Status write_check_sarif(const CheckSummary *summary, Text *out) {
    JsonDocument document;
    json_init(&document);
    json_text(&document, document.root, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_text(&document, document.root, "version", "2.1.0");
    JsonValue *run = json_object(&document, json_array(&document, document.root, "runs"), NULL);
    json_text(&document, run, "columnKind", "unicodeCodePoints");
    JsonValue *driver = json_object(&document, json_object(&document, run, "tool"), "driver");
    json_text(&document, driver, "name", "azimut check");
    Rules rules = {&document, json_array(&document, driver, "rules"), summary->findings, out->memory};
    explained_visit(write_rule, &rules);
    JsonValue *results = json_array(&document, run, "results");
    for (size_t i = 0; i < summary->findings->count; i++)
        write_result(&document, results, &summary->findings->items[i], out->memory);
    Status status = json_print(&document, true, out);
    json_clear(&document);
    return status;
}
