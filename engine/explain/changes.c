/* A verdict can turn with time only where a duration threshold passes. Those days are few: they are read from the tests, tried in
 * order, and each is proved by two evaluations, on the day and on the eve. Programmes with another obstacle are not tried. */
#include "explain/changes.h"

#include "explain/describe.h"
#include "explain/figures.h"

#include <string.h>

#define HORIZON_MONTHS 60
#define DAYS_MAX 8

typedef struct Passage {
    Day day;
    const Test *test;
} Passage;

typedef struct Passages {
    const Dossier *dossier;
    Passage items[DAYS_MAX];
    size_t count;
} Passages;

static void add_day(Passages *passages, Day day, const Test *test) {
    Day today = passages->dossier->date;
    if (day <= today || day > day_add(today, (Duration){.months = HORIZON_MONTHS})) return;
    size_t place = passages->count;
    for (size_t i = 0; i < passages->count; i++)
        if (passages->items[i].day == day) return;
    if (place == DAYS_MAX) return;
    while (place > 0 && passages->items[place - 1].day > day) passages->items[place] = passages->items[place - 1], place--;
    passages->items[place] = (Passage){day, test};
    passages->count++;
}

/* A threshold on an age. One on the time left to a deadline is passed over: what time brings there is harm, not a promise. */
static bool exact_date(const Dossier *dossier, const Test *test) {
    const Value *value = &dossier->values[test->fact];
    return test->comparison == TEST_DURATION && !test->until && value->span.low == value->span.high &&
           dossier_applies(dossier, test->fact);
}

/* The days on which a bound may be reached or passed: the day itself and the next, whichever way it is strict. */
static void add_bound(Passages *passages, const Test *test, const Bound *bound) {
    if (!bound->present) return;
    Day date = (Day)passages->dossier->values[test->fact].span.low;
    Day reached = day_add(date, bound->duration);
    add_day(passages, reached, test);
    add_day(passages, reached + 1, test);
}

static void add_tests(Passages *passages, const Node *node) {
    if (!node) return;
    if (node->kind == NODE_TEST && exact_date(passages->dossier, &node->test)) {
        add_bound(passages, &node->test, &node->test.low);
        add_bound(passages, &node->test, &node->test.high);
    }
    for (size_t i = 0; i < node->part_count; i++) add_tests(passages, node->parts[i]);
}

/* Is every part that time cannot touch already met? */
static bool time_alone(const Dossier *dossier, const Node *node) {
    if (!node || dossier_truth(dossier, node) == TRUTH_TRUE) return true;
    if (node->kind == NODE_ALL) {
        for (size_t i = 0; i < node->part_count; i++)
            if (!time_alone(dossier, node->parts[i])) return false;
        return true;
    }
    Passages own = {.dossier = dossier};
    add_tests(&own, node);
    return own.count > 0;
}

static Status outcome_at(const Dossier *dossier, const Block *block, const Programme *programme, Day date, Outcome *out) {
    Plan *plan = NULL;
    Answers *answers = NULL;
    Status status = plan_for_programme(dossier->memory, dossier->rulebook, date, programme, &plan);
    if (status == STATUS_OK) status = answers_new(dossier->memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, block);
    if (status == STATUS_OK) *out = outcome_of(answers, dossier->rulebook, programme, 0);
    answers_free(answers);
    plan_free(plan);
    return status;
}

static Status report_change(const Dossier *dossier, ProgrammeReport *report, const Passage *passage) {
    Arena *arena = dossier->arena;
    ChangeReport *change = arena_array(arena, 1, sizeof *change);
    if (!change) return STATUS_NO_MEMORY;
    char from[11];
    day_write(passage->day, from);
    change->text =
        phrase_of(arena, "à partir du ", figure_date(arena, passage->day), " (", describe_asked(dossier, passage->test), ")", NULL);
    change->verdict = VERDICT_ELIGIBLE;
    change->from = arena_copy(arena, from);
    change->facts = "{}";
    change->day = passage->day;
    change->last = DAY_MAX;
    report->changes = change;
    report->change_count = 1;
    report->gain = change;
    return STATUS_OK;
}

static Status try_days(const Dossier *dossier, ProgrammeReport *report, const Passages *passages) {
    for (size_t i = 0; i < passages->count; i++) {
        Outcome then = {.verdict = VERDICT_ERROR}, eve = then;
        Status status = outcome_at(dossier, &dossier->block, report->programme, passages->items[i].day, &then);
        if (status != STATUS_OK) return status;
        if (then.verdict != VERDICT_ELIGIBLE) continue;
        status = outcome_at(dossier, &dossier->block, report->programme, passages->items[i].day - 1, &eve);
        if (status != STATUS_OK) return status;
        return eve.verdict == VERDICT_ELIGIBLE ? STATUS_OK : report_change(dossier, report, &passages->items[i]);
    }
    return STATUS_OK;
}

static bool answered(const Dossier *dossier, int fact, size_t choice) {
    const Value *value = &dossier->values[fact];
    return dossier_fact(dossier, fact)->type == FACT_BOOLEAN && value_known(value) && bits_has(value->possible, choice);
}

/* An approval known to be missing, with a request for it under way; or -1. */
static int approval_under_way(const Dossier *dossier) {
    const Vocabulary *known = &dossier->rulebook->vocabulary;
    for (size_t i = 0; i < known->count; i++) {
        if (known->facts[i].changes != CHANGES_APPROVAL || known->facts[i].hidden || !answered(dossier, (int)i, CHOICE_NON))
            continue;
        const char *asked = phrase_of(dossier->arena, known->facts[i].name, "_en_cours", NULL);
        int request = vocabulary_find(known, asked, strlen(asked));
        if (request >= 0 && answered(dossier, request, CHOICE_OUI)) return (int)i;
    }
    return -1;
}

static Status grant(const Dossier *dossier, int fact, Block *block) {
    Status status = block_init(block, dossier->arena, &dossier->rulebook->vocabulary, 1);
    Value yes;
    if (status != STATUS_OK || !fact_unknown(dossier_fact(dossier, fact), dossier->arena, &yes)) return STATUS_NO_MEMORY;
    block->rows = 1;
    block_copy_row(block, 0, &dossier->block, 0);
    bits_drop(yes.possible, CHOICE_NON);
    block_put(block, 0, fact, &yes);
    return STATUS_OK;
}

static Status try_approval(const Dossier *dossier, ProgrammeReport *report, const Block *block, int fact) {
    Outcome then = {.verdict = VERDICT_ERROR};
    Status status = outcome_at(dossier, block, report->programme, dossier->date, &then);
    if (status != STATUS_OK || then.verdict != VERDICT_ELIGIBLE) return status;
    const Fact *known = dossier_fact(dossier, fact);
    ChangeReport *change = arena_array(dossier->arena, 1, sizeof *change);
    if (!change) return STATUS_NO_MEMORY;
    change->text = phrase_of(dossier->arena, "dès l’obtention ",
                             french_of_the(dossier->arena, known->label, known->gender, known->plural), NULL);
    change->verdict = VERDICT_ELIGIBLE;
    change->facts = phrase_of(dossier->arena, "{\"", known->name, "\":true}", NULL);
    ChangeStep *step = arena_array(dossier->arena, 1, sizeof *step);
    if (!step) return STATUS_NO_MEMORY;
    *step = (ChangeStep){.means = MEANS_APPROVAL, .fact = fact, .name = known->name, .after = 1};
    change->steps = step;
    change->step_count = 1;
    change->day = dossier->date;
    change->last = DAY_MAX;
    report->changes = change;
    report->change_count = 1;
    report->gain = change;
    return STATUS_OK;
}

static Status try_time(const Dossier *dossier, ProgrammeReport *report) {
    if (!time_alone(dossier, report->programme->conditions)) return STATUS_OK;
    Passages passages = {.dossier = dossier};
    add_tests(&passages, report->programme->conditions);
    return try_days(dossier, report, &passages);
}

Status changes_find(const Dossier *dossier, ProgrammeReport *reports, size_t count) {
    int approval = approval_under_way(dossier);
    Block granted = {.rows = 0};
    Status status = approval >= 0 ? grant(dossier, approval, &granted) : STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        Verdict verdict = reports[i].outcome.verdict;
        if (verdict != VERDICT_INELIGIBLE && verdict != VERDICT_UNDETERMINED) continue;
        if (reports[i].outcome.relevance == RELEVANCE_NONE) continue;
        status = try_time(dossier, &reports[i]);
        if (status == STATUS_OK && approval >= 0 && reports[i].change_count == 0)
            status = try_approval(dossier, &reports[i], &granted, approval);
    }
    return status;
}
