/* A point is green or not yet by the truth of its condition, and to examine where that is unknown or where no fact could say: a
 * missing fact is never a red light. */
#include "explain/readiness.h"

#include "explain/describe.h"
#include "explain/french.h"
#include "explain/sources.h"

static Readiness state_of(const Dossier *dossier, const Diagnosis *diagnosis) {
    Truth truth = diagnosis->ready ? dossier_truth(dossier, diagnosis->ready) : TRUTH_UNKNOWN;
    if (truth == TRUTH_TRUE) return READINESS_GREEN;
    return truth == TRUTH_FALSE ? READINESS_NOT_YET : READINESS_TO_EXAMINE;
}

/* The structure's value for the first fact that the condition tests, or NULL. */
static const char *shown(const Dossier *dossier, const Diagnosis *diagnosis) {
    int fact;
    if (!diagnosis->ready || dossier_tested(diagnosis->ready, &fact, 0, 1) == 0) return NULL;
    return describe_value(dossier, fact);
}

/* The question of the point itself, else that of the fact it rests on. */
static const char *asked(const Dossier *dossier, const Diagnosis *diagnosis) {
    int fact;
    if (diagnosis->question) return diagnosis->question;
    if (!diagnosis->ready || dossier_tested(diagnosis->ready, &fact, 0, 1) == 0) return NULL;
    return dossier_fact(dossier, fact)->question;
}

static ReadinessReport report_of(const Dossier *dossier, const Diagnosis *diagnosis) {
    ReadinessReport report = {.name = diagnosis->name, .group = diagnosis->group, .title = diagnosis->title};
    report.state = state_of(dossier, diagnosis);
    const char *text = report.state == READINESS_GREEN     ? shown(dossier, diagnosis)
                       : report.state == READINESS_NOT_YET ? diagnosis->todo
                                                           : asked(dossier, diagnosis);
    report.text = text ? french_tidy(dossier->arena, text) : NULL;
    size_t sources = 0;
    SourceReport *source = sources_of(dossier->arena, &diagnosis->grounds, &sources);
    if (source && sources > 0) report.source = source[0];
    return report;
}

ReadinessReport *readiness_of(const Dossier *dossier, size_t *count) {
    const Rulebook *rulebook = dossier->rulebook;
    *count = 0;
    ReadinessReport *reports = arena_array(dossier->arena, rulebook->diagnosis_count, sizeof *reports);
    for (size_t i = 0; reports && i < rulebook->diagnosis_count; i++)
        if (dossier_truth(dossier, rulebook->diagnoses[i].concerned) == TRUTH_TRUE)
            reports[(*count)++] = report_of(dossier, &rulebook->diagnoses[i]);
    return reports;
}
