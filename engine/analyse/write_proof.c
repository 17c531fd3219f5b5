/* Only what is missing is told line by line: what is covered is a figure. */
#include "analyse/write_proof.h"

#include "base/json.h"
#include "explain/french.h"
#include "explain/phrase.h"
#include "output/layout.h"
#include <string.h>

static const char *const answers[] = {[TRUTH_FALSE] = "fausse", [TRUTH_TRUE] = "vraie", [TRUTH_UNKNOWN] = "inconnue"};
static const char *const codes[] = {[TRUTH_FALSE] = "false", [TRUTH_TRUE] = "true", [TRUTH_UNKNOWN] = "unknown"};
/* The order in which a reader thinks of them. */
static const Truth order[] = {TRUTH_TRUE, TRUTH_FALSE, TRUTH_UNKNOWN};

static void say(Layout *layout, size_t indent, Colour colour, const char *mark, Text *text) {
    layout_paragraph(layout, indent, colour, mark, text_get(text));
    if (text->failed) layout->out->failed = true;
    text_clear(text);
    text_init(text, layout->out->memory);
}

/* ---- Coverage */

static const char *condition_name(const Covered *covered, const Rulebook *rulebook) {
    const Node *node = covered->node;
    if (node->kind == NODE_CALLBACK) return "critere_lua";
    const Fact *fact = &rulebook->vocabulary.facts[node->test.fact];
    const char *slash = fact->programme ? strchr(fact->name, '/') : NULL;
    return slash ? slash + 1 : fact->name;
}

static bool complete(const Covered *covered) {
    for (size_t i = 0; i < 3; i++)
        if (covered->possible[i] && covered->decisive[i] == 0) return false;
    return true;
}

static void write_condition(Layout *layout, const Covered *covered, const Rulebook *rulebook, Text *text) {
    const char *before = "";
    text_addf(text, "%s:%d" COLON "%s", covered->node->file, covered->node->line, condition_name(covered, rulebook));
    say(layout, 0, COLOUR_DOUBT, NULL, text);
    for (size_t i = 0; i < 3; i++) {
        Truth truth = order[i];
        if (!covered->possible[truth] || covered->decisive[truth] > 0) continue;
        text_addf(text, "%s%s", before, answers[truth]);
        text_add(text, covered->seen[truth] ? " (vue, mais jamais décisive)" : " (jamais vue)");
        before = ", ";
    }
    say(layout, 4, COLOUR_NONE, NULL, text);
}

Status write_coverage(const Coverage *coverage, const Rulebook *rulebook, int width, bool colours, Text *out) {
    Layout layout;
    Text text;
    layout_init(&layout, out, width, colours);
    text_init(&text, out->memory);
    layout_title(&layout, "Couverture des conditions");
    for (size_t i = 0; i < coverage->count; i++)
        if (!complete(&coverage->items[i])) write_condition(&layout, &coverage->items[i], rulebook, &text);
    text_addf(&text,
              "%zu" NBSP "conditions" COLON "%zu" NBSP "réponses sur %zu (vraie, fausse, inconnue) vues là où elles décident du "
              "verdict, soit %u" NBSP "%%.",
              coverage->count, coverage->reached, coverage->goals, coverage_score(coverage));
    say(&layout, 0, COLOUR_BOLD, NULL, &text);
    text_clear(&text);
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* ---- Mutation */

static void write_survivor(Layout *layout, const Survivor *survivor, Text *text) {
    text_addf(text, "%s:%d" COLON "%s", survivor->file, survivor->line, survivor->text);
    say(layout, 0, COLOUR_BAD, NULL, text);
    if (survivor->seen != WORLD_SOME) {
        layout_paragraph(layout, 4, COLOUR_FAINT, NULL, "non décidé : trop de cas pour chercher une structure qui la montre");
        return;
    }
    text_addf(text, "la verrait" COLON "%s", survivor->witness.text);
    say(layout, 4, COLOUR_NONE, NULL, text);
    text_add(text, survivor->witness.facts);
    say(layout, 4, COLOUR_FAINT, NULL, text);
}

static void add_tally(Text *text, const MutationTally *tally) {
    text_addf(text, "%zu" NBSP "fautes, %zu" NBSP "équivalentes, %zu" NBSP "vues sur %zu, soit %u" NBSP "%%", tally->made,
              tally->equivalent, tally->caught, tally->made - tally->equivalent, mutation_score(tally));
}

Status write_mutation(const Mutation *mutation, int width, bool colours, Text *out) {
    Layout layout;
    Text text;
    layout_init(&layout, out, width, colours);
    text_init(&text, out->memory);
    layout_title(&layout, "Fautes faites exprès, qu’aucun test ne voit");
    for (size_t i = 0; i < mutation->survivor_count; i++) write_survivor(&layout, &mutation->survivors[i], &text);
    layout_blank(&layout);
    for (size_t i = 0; i < mutation->programme_count; i++) {
        text_addf(&text, "%s" COLON, mutation->programmes[i].programme);
        add_tally(&text, &mutation->programmes[i]);
        say(&layout, 0, COLOUR_NONE, NULL, &text);
    }
    text_add(&text, "En tout" COLON);
    add_tally(&text, &mutation->all);
    text_add(&text, ".");
    say(&layout, 0, COLOUR_BOLD, NULL, &text);
    text_clear(&text);
    return out->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* ---- JSON */

static void json_mismatches(JsonDocument *document, JsonValue *parent, const TestResult *result) {
    JsonValue *list = json_array(document, parent, "mismatches");
    for (size_t i = 0; i < result->mismatch_count; i++) {
        const Mismatch *mismatch = &result->mismatches[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "about", mismatch->what);
        json_text(document, object, "expected", mismatch->expected);
        json_text(document, object, "got", mismatch->got);
        JsonValue *reasons = json_array(document, object, "criteria");
        for (size_t r = 0; r < mismatch->reason_count; r++) json_text(document, reasons, NULL, mismatch->reasons[r]);
    }
}

static void json_tests(JsonDocument *document, const SuiteRun *run) {
    JsonValue *list = json_array(document, document->root, "tests");
    for (size_t i = 0; i < run->suite->count; i++) {
        const SuiteTest *test = &run->suite->tests[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "name", test->name);
        json_text(document, object, "file", test->file);
        json_number(document, object, "line", test->line);
        json_boolean(document, object, "passed", run->results[i].mismatch_count == 0);
        json_mismatches(document, object, &run->results[i]);
    }
}

static void json_findings(JsonDocument *document, const Findings *findings) {
    JsonValue *list = json_array(document, document->root, "findings");
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "code", finding->code);
        json_text(document, object, "file", finding->file);
        json_number(document, object, "line", finding->line);
        json_text(document, object, "message", finding->message);
        json_text(document, object, "advice", finding->advice);
    }
}

static void json_answers(JsonDocument *document, JsonValue *parent, const char *key, const size_t counts[3]) {
    JsonValue *object = json_object(document, parent, key);
    for (size_t i = 0; i < 3; i++) json_number(document, object, codes[order[i]], (double)counts[order[i]]);
}

static void json_coverage(JsonDocument *document, const Coverage *coverage, const Rulebook *rulebook) {
    if (!coverage) {
        json_null(document, document->root, "coverage");
        return;
    }
    JsonValue *all = json_object(document, document->root, "coverage");
    json_number(document, all, "goals", (double)coverage->goals);
    json_number(document, all, "reached", (double)coverage->reached);
    json_number(document, all, "percent", coverage_score(coverage));
    JsonValue *list = json_array(document, all, "conditions");
    for (size_t i = 0; i < coverage->count; i++) {
        const Covered *covered = &coverage->items[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "programme", covered->programme);
        json_text(document, object, "file", covered->node->file);
        json_number(document, object, "line", covered->node->line);
        json_text(document, object, "condition", condition_name(covered, rulebook));
        json_answers(document, object, "seen", covered->seen);
        json_answers(document, object, "decisive", covered->decisive);
        JsonValue *possible = json_array(document, object, "possible");
        for (size_t a = 0; a < 3; a++)
            if (covered->possible[order[a]]) json_text(document, possible, NULL, codes[order[a]]);
    }
}

static void json_tally(JsonDocument *document, JsonValue *object, const MutationTally *tally) {
    json_number(document, object, "made", (double)tally->made);
    json_number(document, object, "equivalent", (double)tally->equivalent);
    json_number(document, object, "caught", (double)tally->caught);
    json_number(document, object, "percent", mutation_score(tally));
}

static void json_survivors(JsonDocument *document, JsonValue *parent, const Mutation *mutation) {
    JsonValue *list = json_array(document, parent, "survivors");
    for (size_t i = 0; i < mutation->survivor_count; i++) {
        const Survivor *survivor = &mutation->survivors[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "programme", survivor->programme);
        json_text(document, object, "file", survivor->file);
        json_number(document, object, "line", survivor->line);
        json_text(document, object, "family", survivor->family);
        json_text(document, object, "change", survivor->text);
        json_text(document, object, "structure", survivor->seen == WORLD_SOME ? survivor->witness.text : NULL);
        json_text(document, object, "facts", survivor->seen == WORLD_SOME ? survivor->witness.facts : NULL);
    }
}

static void json_mutation(JsonDocument *document, const Mutation *mutation) {
    if (!mutation) {
        json_null(document, document->root, "mutation");
        return;
    }
    JsonValue *all = json_object(document, document->root, "mutation");
    json_tally(document, all, &mutation->all);
    JsonValue *list = json_array(document, all, "programmes");
    for (size_t i = 0; i < mutation->programme_count; i++) {
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "programme", mutation->programmes[i].programme);
        json_tally(document, object, &mutation->programmes[i]);
    }
    json_survivors(document, all, mutation);
}

Status write_tests_json(const SuiteRun *run, const Coverage *coverage, const Mutation *mutation, Text *out) {
    JsonDocument document;
    json_init(&document);
    json_number(&document, document.root, "checked", (double)run->checked);
    json_number(&document, document.root, "failed", (double)run->failed);
    json_number(&document, document.root, "to_fill_in", (double)run->suite->to_fill_in);
    json_tests(&document, run);
    json_findings(&document, &run->suite->findings);
    json_coverage(&document, coverage, run->suite->rulebook);
    json_mutation(&document, mutation);
    Status status = json_print(&document, true, out);
    json_clear(&document);
    return status;
}
