/* The order of the work is the order of the argument: verdicts, then what stands behind each, then their rank, then what to say and
 * to ask. Texts are made freely in the report's arena, which is tested once at the end. */
#include "explain/report.h"

#include "explain/availability.h"
#include "explain/changes.h"
#include "explain/criteria.h"
#include "explain/notices.h"
#include "explain/paragraph.h"
#include "explain/questions.h"
#include "explain/ranking.h"
#include "explain/sources.h"

#include <string.h>

static const char *identity(const FactSet *facts, Arena *arena, const char *name) {
    int fact = vocabulary_find(facts->vocabulary, name, strlen(name));
    if (fact < 0 || facts->values[fact].shape != SHAPE_TEXT) return NULL;
    return arena_copy(arena, facts->values[fact].text);
}

static const char *identifier(const FactSet *facts, Arena *arena) {
    static const char *const names[] = {"id", "siret", "siren"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = identity(facts, arena, names[i]);
        if (text) return text;
    }
    return NULL;
}

static Status judge(const Dossier *dossier, Report *report) {
    const Rulebook *rulebook = report->rulebook;
    report->programmes = arena_array(&report->arena, rulebook->programme_count + 1, sizeof *report->programmes);
    if (!report->programmes) return STATUS_NO_MEMORY;
    report->programme_count = rulebook->programme_count;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        ProgrammeReport *programme = &report->programmes[i];
        programme->programme = &rulebook->programmes[i];
        programme->outcome = (Outcome){.verdict = VERDICT_ERROR, .relevance = RELEVANCE_UNKNOWN};
        programme->availability = availability_of(dossier, programme->programme->calendar);
        if (programme->programme->failed) continue;
        programme->outcome = outcome_of(dossier->answers, rulebook, programme->programme, 0);
        programme->criteria = criteria_of(dossier, programme->programme, programme->outcome.verdict, &programme->criterion_count);
        Status status = questions_missing(dossier, programme);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

static const char *failure(const Dossier *dossier, const Programme *programme) {
    const char *message = NULL;
    if (!programme->failed) {
        answers_failed(dossier->answers, programme, 0, &message);
        return message;
    }
    const Findings *findings = &dossier->rulebook->findings;
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        bool here = finding->file && programme->file && strstr(finding->file, programme->file);
        if (here && finding->severity == SEVERITY_ERROR) return finding->message;
    }
    return NULL;
}

static Status compose(const Dossier *dossier, Report *report) {
    const Rulebook *rulebook = report->rulebook;
    Status status = judge(dossier, report);
    if (status == STATUS_OK) status = changes_find(dossier, report->programmes, report->programme_count);
    if (status != STATUS_OK) return status;
    ranking_apply(dossier, report->programmes, report->programme_count);
    for (size_t i = 0; i < report->programme_count; i++) {
        ProgrammeReport *programme = &report->programmes[i];
        programme->verdict_text = paragraph_verdict(programme);
        programme->source_text = source_sentence(dossier->arena, programme->programme);
        programme->sentence = paragraph_of(dossier, programme, failure(dossier, programme->programme));
    }
    report->questions = questions_of(dossier, report->programmes, report->programme_count, &report->question_count);
    report->alerts = notices_of(dossier, rulebook->alerts, rulebook->alert_count, &report->alert_count);
    report->orientations = notices_of(dossier, rulebook->orientations, rulebook->orientation_count, &report->orientation_count);
    report->inconsistencies = notices_inconsistencies(dossier, &report->inconsistency_count);
    return STATUS_OK;
}

Status report_new(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out) {
    *out = NULL;
    Report *report = memory_new(memory, sizeof *report);
    if (!report) return STATUS_NO_MEMORY;
    arena_init(&report->arena, memory);
    findings_init(&report->findings, &report->arena);
    report->rulebook = rulebook;
    report->date = date;
    report->id = identifier(facts, &report->arena);
    report->name = identity(facts, &report->arena, "nom");
    Dossier dossier;
    Status status = dossier_init(&dossier, &report->arena, rulebook, facts, date);
    if (status == STATUS_OK) {
        status = compose(&dossier, report);
        dossier_clear(&dossier);
    }
    if (status == STATUS_OK && (report->arena.failed || report->findings.failed)) status = STATUS_NO_MEMORY;
    if (status != STATUS_OK) {
        report_free(report);
        return status;
    }
    *out = report;
    return STATUS_OK;
}

void report_free(Report *report) {
    if (!report) return;
    const Memory *memory = report->arena.memory;
    arena_clear(&report->arena);
    memory_free(memory, report, sizeof *report);
}
