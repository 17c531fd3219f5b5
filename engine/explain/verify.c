/* A check starts again from what is printed: the facts of a change are read from their text by the reader of fact files, and every
 * verdict comes from an evaluation. Nothing of the search is believed. */
#include "explain/verify.h"

#include "input/facts_json.h"

#include <string.h>

typedef struct Check {
    const Dossier *dossier;
    Trials *trials;
    const Programme *programme;
    FactSet laid; /* what the change lays over */
} Check;

static Status read_laid(Check *check, const char *facts) {
    Arena *arena = check->dossier->arena;
    Findings findings;
    findings_init(&findings, arena);
    Status status = factset_init(&check->laid, arena, &check->dossier->rulebook->vocabulary);
    return status == STATUS_OK ? facts_json_read(&check->laid, "", facts, strlen(facts), &findings) : status;
}

/* A row of the structure's facts with those laid over, save one (-1: none). */
static void add_row(Check *check, int without) {
    size_t row = trials_add(check->trials, check->dossier->block, check->dossier->row);
    for (size_t i = 0; i < check->laid.vocabulary->count; i++)
        if (check->laid.origins[i].given && (int)i != without) trials_put(check->trials, row, (int)i, &check->laid.values[i]);
}

/* The verdict of the first row on a day: is it the one announced? */
static Status same_on(Check *check, Day day, Verdict verdict, bool *same) {
    Trial answers[TRIAL_ROWS];
    Status status = trials_run(check->trials, day, answers);
    if (status == STATUS_OK) *same = answers[0].verdict == verdict;
    return status;
}

/* All the laid facts, then all but each: only the first gives the verdict. */
static Status needs_all(Check *check, const ChangeReport *change, bool *holds) {
    size_t rows = 1;
    trials_start(check->trials, check->programme);
    add_row(check, -1);
    for (size_t i = 0; i < check->laid.vocabulary->count && rows < TRIAL_ROWS; i++)
        if (check->laid.origins[i].given) add_row(check, (int)i), rows++;
    Trial answers[TRIAL_ROWS];
    Status status = trials_run(check->trials, change->day, answers);
    if (status != STATUS_OK) return status;
    *holds = answers[0].verdict == change->verdict && answers[0].under_reserve == change->under_reserve;
    for (size_t row = 1; row < rows; row++) *holds = *holds && answers[row].verdict != change->verdict;
    return STATUS_OK;
}

Status verify_change(const Dossier *dossier, Trials *trials, const Programme *programme, const ChangeReport *change, bool *holds) {
    Check check = {.dossier = dossier, .trials = trials, .programme = programme};
    bool eve = false, last = true, after = false;
    *holds = false;
    Status status = read_laid(&check, change->facts);
    if (status == STATUS_REFUSED) return STATUS_OK;
    if (status == STATUS_OK) status = needs_all(&check, change, holds);
    if (status != STATUS_OK) return status;
    if (change->from) status = same_on(&check, change->day - 1, change->verdict, &eve);
    if (status == STATUS_OK && change->last < DAY_MAX) {
        status = same_on(&check, change->last, change->verdict, &last);
        if (status == STATUS_OK) status = same_on(&check, change->last + 1, change->verdict, &after);
    }
    *holds = *holds && !eve && last && !after;
    return status;
}

Status verify_sufficient(const Dossier *dossier, Trials *trials, const ProgrammeReport *report, bool *holds) {
    const ReasonsReport *reasons = &report->reasons;
    Trial answers[TRIAL_ROWS];
    const Trial wanted = {report->outcome.verdict, report->outcome.under_reserve};
    trials_start(trials, report->programme);
    for (size_t row = 0; row <= reasons->sufficient_count && row < TRIAL_ROWS; row++) {
        trials_add_unknown(trials);
        for (size_t i = 0; i < reasons->sufficient_count; i++)
            if (i + 1 != row) trials_take(trials, row, reasons->sufficient_numbers[i], dossier->block, dossier->row);
    }
    Status status = trials_run(trials, dossier->date, answers);
    if (status != STATUS_OK) return status;
    *holds = trial_same(answers[0], wanted);
    for (size_t row = 1; row <= reasons->sufficient_count && row < TRIAL_ROWS; row++)
        *holds = *holds && !trial_same(answers[row], wanted);
    return STATUS_OK;
}

static void complain(const ProgrammeReport *report, Findings *findings, const char *what, const char *text) {
    findings_error(
        findings, "AZ620", report->programme->file, report->programme->line, NULL,
        "erreur interne\u00a0: %s du dispositif «\u00a0%s\u00a0» n’a pas résisté à sa vérification et n’est pas montrée%s%s", what,
        report->programme->id, text[0] ? "\u00a0: " : "", text);
}

Status verify_changes(const Dossier *dossier, Trials *trials, ProgrammeReport *report, Findings *findings) {
    size_t kept = 0;
    for (size_t i = 0; i < report->change_count; i++) {
        bool holds;
        Status status = verify_change(dossier, trials, report->programme, &report->changes[i], &holds);
        if (status != STATUS_OK) return status;
        if (holds) report->changes[kept++] = report->changes[i];
        else complain(report, findings, "une évolution annoncée", report->changes[i].text);
    }
    report->change_count = kept;
    report->gain = kept > 0 && report->changes[0].kind == CHANGE_GAIN ? &report->changes[0] : NULL;
    return STATUS_OK;
}

Status verify_reasons(const Dossier *dossier, Trials *trials, ProgrammeReport *report, Findings *findings) {
    bool holds;
    if (report->reasons.sufficient_count == 0) return STATUS_OK;
    Status status = verify_sufficient(dossier, trials, report, &holds);
    if (status != STATUS_OK || holds) return status;
    report->reasons.sufficient_count = 0;
    complain(report, findings, "la raison suffisante", "");
    return STATUS_OK;
}
