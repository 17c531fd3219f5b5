/* A sufficient set is found by taking facts away, the last of the author's order first, as long as the verdict stands. Facts that
 * no set can do without are found all at once, each left out of one row. It is gone through until nothing more can be taken away: a
 * fact that speaks against what others derive may be needed only as long as it is there. */
#include "explain/reasons.h"

#include "explain/cures.h"
#include "explain/settling.h"

#include <string.h>

typedef struct Reduction {
    const Dossier *dossier;
    Trials *trials;
    const ProgrammeReport *report;
    int *facts; /* still in the set, in the author's order */
    bool *needed;
    size_t count;
} Reduction;

/* A row with the facts of the set, save one. */
static void add_without(const Reduction *set, size_t without) {
    size_t row = trials_add_unknown(set->trials);
    for (size_t i = 0; i < set->count; i++)
        if (i != without) trials_take(set->trials, row, set->facts[i], set->dossier->block, set->dossier->row);
}

static bool stands(const Reduction *set, Trial answer) {
    return trial_same(answer, (Trial){set->report->outcome.verdict, set->report->outcome.under_reserve});
}

/* The facts without which the verdict is lost, by chunks of a block. */
static Status find_needed(Reduction *set) {
    Trial answers[TRIAL_ROWS];
    for (size_t from = 0; from < set->count; from += TRIAL_ROWS) {
        size_t rows = set->count - from < TRIAL_ROWS ? set->count - from : TRIAL_ROWS;
        trials_start(set->trials, set->report->programme);
        for (size_t i = 0; i < rows; i++) add_without(set, from + i);
        Status status = trials_run(set->trials, set->dossier->date, answers);
        if (status != STATUS_OK) return status;
        for (size_t i = 0; i < rows; i++) set->needed[from + i] = !stands(set, answers[i]);
    }
    return STATUS_OK;
}

static void drop(Reduction *set, size_t fact) {
    for (size_t i = fact + 1; i < set->count; i++) {
        set->facts[i - 1] = set->facts[i];
        set->needed[i - 1] = set->needed[i];
    }
    set->count--;
}

static Status reduce_once(Reduction *set, bool *dropped) {
    Trial answer[TRIAL_ROWS];
    Status status = find_needed(set);
    *dropped = false;
    for (size_t i = set->count; status == STATUS_OK && i-- > 0;) {
        if (set->needed[i]) continue;
        trials_start(set->trials, set->report->programme);
        add_without(set, i);
        status = trials_run(set->trials, set->dossier->date, answer);
        if (status != STATUS_OK || !stands(set, answer[0])) continue;
        drop(set, i);
        *dropped = true;
    }
    return status;
}

static Status reduce(Reduction *set) {
    bool dropped = true;
    Status status = STATUS_OK;
    while (status == STATUS_OK && dropped) status = reduce_once(set, &dropped);
    return status;
}

/* Was anything said of it, by the file itself? */
static bool told(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    const Value *value = dossier_declared(dossier, fact);
    if (known->shape == SHAPE_TEXT) return false;
    if (known->shape == SHAPE_SPAN) return value->span.low > known->minimum || value->span.high < known->maximum;
    if (known->shape == SHAPE_SET && !bits_empty(value->sure, value->words)) return true;
    return bits_count(value->possible, value->words) < known->choice_count;
}

static Status find_sufficient(const Dossier *dossier, Trials *trials, ProgrammeReport *report) {
    const Reach *reach = trials_reach(trials, report->programme);
    if (!reach) return STATUS_NO_MEMORY;
    Reduction set = {.dossier = dossier, .trials = trials, .report = report};
    set.facts = arena_array(dossier->arena, reach->fact_count + 1, sizeof *set.facts);
    set.needed = arena_array(dossier->arena, reach->fact_count + 1, sizeof *set.needed);
    const char **names = arena_array(dossier->arena, reach->fact_count + 1, sizeof *names);
    if (!set.facts || !set.needed || !names) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < reach->fact_count; i++)
        if (told(dossier, reach->facts[i])) set.facts[set.count++] = reach->facts[i];
    Status status = reduce(&set);
    for (size_t i = 0; i < set.count; i++) names[i] = dossier_written_name(dossier, set.facts[i]);
    report->reasons.sufficient = names;
    report->reasons.sufficient_numbers = set.facts;
    report->reasons.sufficient_count = set.count;
    return status;
}

Status reasons_find(const Dossier *dossier, Trials *trials, const Moves *moves, ProgrammeReport *report) {
    if (report->outcome.verdict == VERDICT_INELIGIBLE) return cures_find(dossier, moves, report);
    const bool reserved = report->outcome.verdict == VERDICT_ELIGIBLE && report->outcome.under_reserve;
    return report->outcome.verdict == VERDICT_UNDETERMINED || reserved ? settling_find(dossier, trials, report) : STATUS_OK;
}

Status reasons_complete(const Dossier *dossier, Trials *trials, ProgrammeReport *report) {
    if (report->outcome.verdict == VERDICT_ELIGIBLE) return find_sufficient(dossier, trials, report);
    return report->outcome.verdict == VERDICT_UNDETERMINED ? settling_ways(dossier, trials, report) : STATUS_OK;
}
