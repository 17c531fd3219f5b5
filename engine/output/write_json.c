/* The contract, key by key in its own order: every key is always there, with null or an empty list where there is nothing to say,
 * so that a reader never has to guess what an absence means. */
#include "output/write.h"

#include "base/json.h"
#include "explain/availability.h"

#include <string.h>

static const char *const truths[] = {[TRUTH_FALSE] = "unmet", [TRUTH_TRUE] = "met", [TRUTH_UNKNOWN] = "unknown"};
static const char *const kinds[] = {[CRITERION_CONDITION] = "condition",
                                    [CRITERION_OBJECT] = "object",
                                    [CRITERION_RESERVE] = "reserve",
                                    [CRITERION_PRIORITY] = "priority"};
static const char *const severities[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

static void write_list(JsonDocument *document, JsonValue *parent, const char *key, const char *const *items, size_t count) {
    JsonValue *list = json_array(document, parent, key);
    for (size_t i = 0; i < count; i++) json_text(document, list, NULL, items[i]);
}

static void write_source(JsonDocument *document, JsonValue *parent, const char *key, const SourceReport *source) {
    JsonValue *object = json_object(document, parent, key);
    json_text(document, object, "document", source->document);
    json_text(document, object, "date", source->document_date);
    json_text(document, object, "place", source->place);
    json_text(document, object, "quote", source->quote);
    json_boolean(document, object, "inferred", source->inferred);
    json_text(document, object, "why", source->why_inferred);
}

/* Notices may have no source at all: then null. */
static void write_notice_source(JsonDocument *document, JsonValue *parent, const SourceReport *source) {
    if (source->document || source->quote || source->inferred) write_source(document, parent, "source", source);
    else json_null(document, parent, "source");
}

static void write_criterion(JsonDocument *document, JsonValue *list, const CriterionReport *criterion) {
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "kind", kinds[criterion->kind]);
    json_text(document, object, "verdict", truths[criterion->truth]);
    json_text(document, object, "reason", criterion->divergence ? "divergence" : NULL);
    json_text(document, object, "op", criterion->op);
    json_text(document, object, "fact", criterion->fact);
    json_text(document, object, "value", criterion->value);
    write_list(document, object, "possible", criterion->possible, criterion->possible_count);
    json_text(document, object, "expected", criterion->expected);
    json_text(document, object, "clause", criterion->clause);
    json_text(document, object, "sentence", criterion->sentence);
    json_text(document, object, "question", criterion->question);
    json_text(document, object, "ask", criterion->ask);
    if (criterion->source_count > 0) write_source(document, object, "source", &criterion->sources[0]);
    else json_null(document, object, "source");
    JsonValue *sources = json_array(document, object, "sources");
    for (size_t i = 0; i < criterion->source_count; i++) write_source(document, sources, NULL, &criterion->sources[i]);
    JsonValue *parts = json_array(document, object, "of");
    for (size_t i = 0; i < criterion->of_count; i++) write_criterion(document, parts, &criterion->of[i]);
}

static void write_availability(JsonDocument *document, JsonValue *parent, const AvailabilityReport *availability) {
    JsonValue *object = json_object(document, parent, "availability");
    json_text(document, object, "state", availability_code(availability->state));
    json_text(document, object, "from", availability->from);
    json_text(document, object, "to", availability->to);
    json_text(document, object, "text", availability->text);
}

static void write_number(JsonDocument *document, JsonValue *parent, const char *key, double value, bool present) {
    if (present) json_number(document, parent, key, value);
    else json_null(document, parent, key);
}

/* What a step lays over the input; nothing for time, save the date that it supposes. */
static void write_step(JsonDocument *document, JsonValue *facts, const ChangeStep *step) {
    if (step->means == MEANS_TIME && step->supposed) json_text(document, facts, step->name, step->supposed);
    if (step->means == MEANS_TIME) return;
    if (step->test) json_number(document, facts, step->name, step->after);
    else json_boolean(document, facts, step->name, step->after != 0);
}

static void write_change(JsonDocument *document, JsonValue *list, const ChangeReport *change) {
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "text", change->text);
    json_text(document, object, "verdict", verdict_code(change->verdict));
    json_text(document, object, "from", change->from);
    JsonValue *facts = json_object(document, object, "facts");
    for (size_t i = 0; i < change->step_count; i++) write_step(document, facts, &change->steps[i]);
}

static const char *const means[] = {
    [MEANS_TIME] = "time", [MEANS_APPROVAL] = "approval", [MEANS_DECISION] = "decision", [MEANS_BLOCKED] = "blocked"};

static void write_answers(JsonDocument *document, JsonValue *parent, const AnswerReport *answers, size_t count) {
    JsonValue *list = json_array(document, parent, "answers");
    for (size_t i = 0; i < count; i++) {
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "answer", answers[i].text);
        json_text(document, object, "verdict", verdict_code(answers[i].verdict));
        json_boolean(document, object, "under_reserve", answers[i].under_reserve);
        char from[11] = "";
        if (answers[i].from < DAY_MAX) day_write(answers[i].from, from);
        json_text(document, object, "from", from[0] != '\0' ? from : NULL);
    }
}

static void write_cure(JsonDocument *document, JsonValue *list, const CureReport *cure) {
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "text", cure->text);
    json_text(document, object, "means", means[cure->hardest]);
    JsonValue *parts = json_array(document, object, "parts");
    for (size_t i = 0; i < cure->count; i++) {
        JsonValue *part = json_object(document, parts, NULL);
        json_text(document, part, "text", cure->parts[i]);
        json_text(document, part, "means", means[cure->means[i]]);
    }
}

static void write_way(JsonDocument *document, JsonValue *list, const WayReport *way) {
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "text", way->text);
    json_boolean(document, object, "under_reserve", way->under_reserve);
    JsonValue *answers = json_array(document, object, "answers");
    for (size_t i = 0; i < way->count; i++) {
        JsonValue *answer = json_object(document, answers, NULL);
        json_text(document, answer, "fact", way->facts[i]);
        json_text(document, answer, "answer", way->answers[i]);
    }
}

static void write_reasons(JsonDocument *document, JsonValue *parent, const ReasonsReport *reasons) {
    JsonValue *object = json_object(document, parent, "reasons");
    json_text(document, object, "text", reasons->text);
    write_list(document, object, "sufficient", reasons->sufficient, reasons->sufficient_count);
    JsonValue *cures = json_array(document, object, "cures");
    for (size_t i = 0; i < reasons->cure_count; i++) write_cure(document, cures, &reasons->cures[i]);
    JsonValue *missing = json_array(document, object, "missing");
    for (size_t i = 0; i < reasons->missing_count; i++) {
        JsonValue *fact = json_object(document, missing, NULL);
        json_text(document, fact, "fact", reasons->missing[i].fact);
        json_boolean(document, fact, "settles", reasons->missing[i].settles);
        write_answers(document, fact, reasons->missing[i].answers, reasons->missing[i].answer_count);
    }
    JsonValue *ways = json_array(document, object, "ways");
    for (size_t i = 0; i < reasons->way_count; i++) write_way(document, ways, &reasons->ways[i]);
}

static void write_comparisons(JsonDocument *document, JsonValue *parent, const ProgrammeReport *report) {
    JsonValue *list = json_array(document, parent, "comparisons");
    for (size_t i = 0; i < report->comparison_count; i++) {
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "programme", report->comparisons[i].programme);
        json_text(document, object, "order", report->comparisons[i].after ? "after" : "before");
        json_text(document, object, "text", report->comparisons[i].text);
    }
}

static void write_remarks(JsonDocument *document, JsonValue *parent, const ProgrammeReport *report) {
    JsonValue *remarks = json_array(document, parent, "remarks");
    for (size_t i = 0; i < report->remark_count; i++) {
        JsonValue *object = json_object(document, remarks, NULL);
        json_text(document, object, "text", report->remarks[i].text);
        write_notice_source(document, object, &report->remarks[i].source);
    }
    JsonValue *relations = json_array(document, parent, "relations");
    for (size_t i = 0; i < report->relation_count; i++) {
        JsonValue *object = json_object(document, relations, NULL);
        json_text(document, object, "kind", report->relations[i].kind);
        json_text(document, object, "programme", report->relations[i].programme);
        json_text(document, object, "text", report->relations[i].text);
    }
}

static void write_programme(JsonDocument *document, JsonValue *list, const ProgrammeReport *report) {
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "id", report->programme->id);
    json_text(document, object, "nom", report->programme->name);
    write_number(document, object, "rank", (double)report->rank, report->rank > 0);
    json_text(document, object, "verdict", verdict_code(report->outcome.verdict));
    json_boolean(document, object, "under_reserve", report->outcome.under_reserve);
    json_text(document, object, "relevance", relevance_code(report->outcome.relevance));
    write_availability(document, object, &report->availability);
    write_list(document, object, "missing", report->missing, report->missing_count);
    JsonValue *criteria = json_array(document, object, "criteria");
    for (size_t i = 0; i < report->criterion_count; i++) write_criterion(document, criteria, &report->criteria[i]);
    json_text(document, object, "sentence", report->sentence);
    json_text(document, object, "summary", report->summary);
    json_text(document, object, "rank_reason", report->rank_reason);
    write_comparisons(document, object, report);
    write_reasons(document, object, &report->reasons);
    JsonValue *changes = json_array(document, object, "changes");
    for (size_t i = 0; i < report->change_count; i++) write_change(document, changes, &report->changes[i]);
    write_remarks(document, object, report);
}

static bool settles(const QuestionReport *question, const char *programme) {
    for (size_t i = 0; i < question->settles_count; i++)
        if (strcmp(question->settles[i], programme) == 0) return true;
    return false;
}

/* What each answer would lead to, programme by programme. */
static void write_effects(JsonDocument *document, JsonValue *parent, const QuestionReport *question) {
    JsonValue *list = json_array(document, parent, "effects");
    for (size_t i = 0; i < question->effect_count; i++) {
        const EffectReport *effect = &question->effects[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "programme", effect->programme);
        write_answers(document, object, effect->answers, effect->count);
    }
}

static void write_question_list(JsonDocument *document, const Report *report, const ProgrammeReport *only) {
    JsonValue *list = json_array(document, document->root, "questions");
    for (size_t i = 0; i < report->question_count; i++) {
        const QuestionReport *question = &report->questions[i];
        if (only && !settles(question, only->programme->id)) continue;
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "fact", question->fact);
        json_text(document, object, "question", question->question);
        json_text(document, object, "help", question->help);
        json_text(document, object, "ask", question->ask);
        write_list(document, object, "settles", question->settles, question->settles_count);
        write_effects(document, object, question);
    }
}

static void write_notices(JsonDocument *document, const Report *report) {
    JsonValue *orientations = json_array(document, document->root, "orientation");
    for (size_t i = 0; i < report->orientation_count; i++) {
        JsonValue *object = json_object(document, orientations, NULL);
        json_text(document, object, "text", report->orientations[i].text);
        write_notice_source(document, object, &report->orientations[i].source);
    }
    write_list(document, document->root, "inconsistencies", report->inconsistencies, report->inconsistency_count);
    JsonValue *alerts = json_array(document, document->root, "alerts");
    for (size_t i = 0; i < report->alert_count; i++) {
        JsonValue *object = json_object(document, alerts, NULL);
        json_text(document, object, "text", report->alerts[i].text);
        json_text(document, object, "deadline", report->alerts[i].deadline);
        write_notice_source(document, object, &report->alerts[i].source);
    }
}

static void write_readiness(JsonDocument *document, const Report *report) {
    static const char *const readiness[] = {
        [READINESS_GREEN] = "green", [READINESS_NOT_YET] = "not_yet", [READINESS_TO_EXAMINE] = "to_examine"};
    JsonValue *list = json_array(document, document->root, "readiness");
    for (size_t i = 0; i < report->readiness_count; i++) {
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "name", report->readiness[i].name);
        json_text(document, object, "group", report->readiness[i].group);
        json_text(document, object, "title", report->readiness[i].title);
        json_text(document, object, "state", readiness[report->readiness[i].state]);
        json_text(document, object, "text", report->readiness[i].text);
        write_notice_source(document, object, &report->readiness[i].source);
    }
}

static void write_findings(JsonDocument *document, JsonValue *list, const Findings *findings) {
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "code", finding->code);
        json_text(document, object, "severity", severities[finding->severity]);
        json_text(document, object, "file", finding->file);
        write_number(document, object, "line", finding->line, finding->line > 0);
        json_text(document, object, "message", finding->message);
    }
}

static void write_head(JsonDocument *document, const Report *report) {
    char date[11];
    day_write(report->date, date);
    json_text(document, document->root, "azimut", CONTRACT_VERSION);
    json_text(document, document->root, "date", date);
    json_text(document, document->root, "generation", report->rulebook->generation);
    JsonValue *structure = json_object(document, document->root, "structure");
    json_text(document, structure, "id", report->id);
    json_text(document, structure, "nom", report->name);
}

static void write_all_findings(JsonDocument *document, const Report *report) {
    JsonValue *findings = json_array(document, document->root, "findings");
    write_findings(document, findings, &report->findings);
    write_findings(document, findings, &report->rulebook->findings);
}

static Status print(JsonDocument *document, Text *out) {
    Status status = json_print(document, true, out);
    json_clear(document);
    return status;
}

Status write_json(const Report *report, const ProgrammeReport *only, Text *out) {
    JsonDocument document;
    json_init(&document);
    write_head(&document, report);
    JsonValue *programmes = json_array(&document, document.root, "programmes");
    for (size_t i = 0; i < report->programme_count; i++)
        if (!only || only == &report->programmes[i]) write_programme(&document, programmes, &report->programmes[i]);
    write_question_list(&document, report, only);
    write_readiness(&document, report);
    write_notices(&document, report);
    write_all_findings(&document, report);
    return print(&document, out);
}

Status write_questions_json(const Report *report, Text *out) {
    JsonDocument document;
    json_init(&document);
    write_head(&document, report);
    write_question_list(&document, report, NULL);
    write_all_findings(&document, report);
    return print(&document, out);
}
