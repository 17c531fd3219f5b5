/* Every combination of at most two steps is a row; every day on which a test turns is a run of all rows. A combination counts on
 * the first day on which it gives the verdict while no smaller one does. Days between two passages need no trial: nothing turns
 * there. */
#include "explain/changes.h"

#include "explain/availability.h"
#include "explain/change_words.h"
#include "explain/criteria.h"
#include "explain/french.h"
#include "explain/suppose.h"

#include <math.h>
#include <string.h>

#define ROWS_MAX (1 + MOVE_STEPS_MAX + MOVE_STEPS_MAX * (MOVE_STEPS_MAX - 1) / 2)
#define GAINS_MAX 4
_Static_assert(ROWS_MAX <= TRIAL_ROWS, "all combinations are one block");

/* A combination of steps: -1 where there is none. */
typedef struct Combination {
    int first, second;
} Combination;

typedef struct Search {
    const Dossier *dossier;
    Trials *trials;
    const Moves *moves;
    ProgrammeReport *report;
    Combination rows[ROWS_MAX];
    size_t row_count;
    Day days[MOVE_DAYS_MAX + 1]; /* today first */
    size_t day_count;
    Trial (*answers)[TRIAL_ROWS]; /* by day, by row */
    ChangeReport *changes;
    Status status;
} Search;

static size_t size_of(const Search *search, size_t row, size_t day) {
    return (size_t)(search->rows[row].first >= 0) + (size_t)(search->rows[row].second >= 0) + (day > 0);
}

static void put_step(Search *search, size_t row, const ChangeStep *step) {
    Value *value = trials_room(search->trials);
    move_value(search->dossier, step, value);
    trials_put(search->trials, row, step->fact, value);
}

static void add_row(Search *search, int first, int second) {
    const ChangeStep *steps = search->moves->steps;
    Combination row = {first, second};
    if (second >= 0 && steps[first].fact == steps[second].fact) return;
    size_t number = trials_add(search->trials, search->dossier->block, search->dossier->row);
    if (first >= 0) put_step(search, number, &steps[first]);
    if (second >= 0) put_step(search, number, &steps[second]);
    search->rows[search->row_count++] = row;
}

/* An approval is worth telling wherever it matters; a decision is advised only to meet a need, and never where a question is open:
 * that is asked first. Approvals come first among the steps. */
static size_t steps_tried(const Search *search) {
    const Outcome *outcome = &search->report->outcome;
    bool needed = outcome->relevance == RELEVANCE_STRONG || outcome->relevance == RELEVANCE_POSSIBLE;
    if (outcome->verdict == VERDICT_ELIGIBLE) return 0;
    if (needed && outcome->verdict == VERDICT_INELIGIBLE) return search->moves->step_count;
    size_t approvals = 0;
    while (approvals < search->moves->step_count && search->moves->steps[approvals].means == MEANS_APPROVAL) approvals++;
    return approvals;
}

/* Smaller combinations before larger ones. */
static void lay_rows(Search *search) {
    int steps = (int)steps_tried(search);
    trials_start(search->trials, search->report->programme);
    add_row(search, -1, -1);
    for (int i = 0; i < steps; i++) add_row(search, i, -1);
    for (int i = 0; i < steps; i++)
        for (int k = i + 1; k < steps; k++) add_row(search, i, k);
}

static void lay_days(Search *search) {
    search->days[search->day_count++] = search->dossier->date;
    for (size_t i = 0; i < search->moves->passage_count; i++)
        if (search->moves->passages[i].day != search->days[search->day_count - 1])
            search->days[search->day_count++] = search->moves->passages[i].day;
}

static Status run_all(Search *search) {
    search->answers = arena_array(search->dossier->arena, search->day_count, sizeof *search->answers);
    if (!search->answers) return STATUS_NO_MEMORY;
    for (size_t d = 0; d < search->day_count; d++) {
        Status status = trials_run(search->trials, search->days[d], search->answers[d]);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

/* Does a part of the combination give as much on that day? */
static bool smaller_does(const Search *search, size_t row, size_t day, Verdict verdict) {
    Combination whole = search->rows[row];
    for (size_t other = 0; other < row; other++) {
        Combination part = search->rows[other];
        bool within = part.second < 0 && (part.first < 0 || part.first == whole.first || part.first == whole.second);
        if (within && search->answers[day][other].verdict == verdict) return true;
    }
    return false;
}

/* The first day from `day` on which a row no longer gives `verdict`, or the count of days. */
static size_t first_other(const Search *search, size_t row, size_t day, Verdict verdict) {
    while (day < search->day_count && search->answers[day][row].verdict == verdict) day++;
    return day;
}

static size_t first_with(const Search *search, size_t row, Verdict verdict) {
    size_t day = 0;
    while (day < search->day_count && search->answers[day][row].verdict != verdict) day++;
    return day;
}

/* The test that turns on that day, the way that is wanted if there is one. */
static const Passage *passage_on(const Search *search, Day day, Truth wanted) {
    const Passage *found = NULL;
    for (size_t i = 0; i < search->moves->passage_count; i++) {
        const Passage *passage = &search->moves->passages[i];
        if (passage->day != day) continue;
        if (passage->after == wanted) return passage;
        if (!found) found = passage;
    }
    return found;
}

/* Is the programme open with the combination, on a day, if the date is that end of what is known of it? */
static bool open_with(Search *search, size_t row, int fact, double end, ChangeKind kind, Day day) {
    const Combination steps = search->rows[row];
    Trial answers[TRIAL_ROWS];
    trials_start(search->trials, search->report->programme);
    trials_add(search->trials, search->dossier->block, search->dossier->row);
    if (steps.first >= 0) put_step(search, 0, &search->moves->steps[steps.first]);
    if (steps.second >= 0) put_step(search, 0, &search->moves->steps[steps.second]);
    put_step(search, 0, &(ChangeStep){.fact = fact, .after = end});
    if (search->status == STATUS_OK) search->status = trials_run(search->trials, day, answers);
    if (search->status != STATUS_OK) return false;
    return kind == CHANGE_GAIN ? answers[0].verdict == VERDICT_ELIGIBLE : answers[0].verdict != VERDICT_INELIGIBLE;
}

/* The day on which time opens the programme if the date is that end of what is known of it; `unsaid` where something else decides
 * too. */
static Day opens_by(Search *search, const ChangeReport *change, size_t row, const Test *test, double end, Day unsaid) {
    if (!isfinite(end)) return unsaid;
    Day day = move_turning(search->dossier, test, (Day)end, TRUTH_TRUE);
    const Day doubtful = change->kind == CHANGE_OPENING ? move_turning(search->dossier, test, (Day)end, TRUTH_UNKNOWN) : DAY_MAX;
    if (doubtful < day) day = doubtful;
    if (day == DAY_MAX || day <= search->dossier->date) return unsaid;
    const bool opens = open_with(search, row, test->fact, end, change->kind, day) &&
                       !open_with(search, row, test->fact, end, change->kind, day - 1);
    return opens ? day : unsaid;
}

/* On which days it may come, by a date that is known in part. */
static void add_days(Search *search, ChangeReport *change, size_t row, const Test *test) {
    const Span dates = dossier_dates(search->dossier, test->fact);
    if (change->kind == CHANGE_LOSS) {
        if (isfinite(dates.low)) change->soonest = move_turning(search->dossier, test, (Day)dates.low, TRUTH_FALSE);
        change->furthest = isfinite(dates.high) ? move_turning(search->dossier, test, (Day)dates.high, TRUTH_FALSE) : DAY_MAX;
    } else {
        change->soonest = opens_by(search, change, row, test, dates.low, DAY_MIN);
        change->furthest = opens_by(search, change, row, test, dates.high, DAY_MAX);
    }
}

static void add_time(Search *search, ChangeReport *change, ChangeStep *steps, size_t row, size_t day) {
    Truth wanted = change->kind == CHANGE_LOSS ? TRUTH_FALSE : TRUTH_TRUE;
    const Passage *passage = passage_on(search, search->days[day], wanted);
    steps[change->step_count++] = (ChangeStep){.means = MEANS_TIME,
                                               .fact = passage->test->fact,
                                               .name = dossier_fact(search->dossier, passage->test->fact)->name,
                                               .test = passage->test};
    change->latest = passage->inexact;
    if (change->latest) add_days(search, change, row, passage->test);
    char from[11];
    day_write(search->days[day], from);
    change->from = arena_copy(search->dossier->arena, from);
}

/* The readings between which both tests stand. */
static const Node *readings_of(const Node *node, const Test *one, const Test *other) {
    bool first = false, second = false;
    for (size_t i = 0; node && i < node->part_count; i++) {
        const Node *found = readings_of(node->parts[i], one, other);
        if (found) return found;
        first = first || &node->parts[i]->test == one;
        second = second || &node->parts[i]->test == other;
    }
    return node && node->kind == NODE_DIVERGENCE && first && second ? node : NULL;
}

/* What time first opens by one reading and then gives by all is settled before by asking which reading is right. */
static void ask_reading(const Search *search, ChangeReport *change) {
    const Programme *programme = search->report->programme;
    const ChangeReport *gain = &search->changes[0];
    if (gain->kind != CHANGE_GAIN || gain->step_count != 1 || change->step_count != 1) return;
    if (gain->steps[0].means != MEANS_TIME || change->steps[0].means != MEANS_TIME) return;
    const Node *readings = readings_of(programme->conditions, change->steps[0].test, gain->steps[0].test);
    change->question = readings ? criteria_own_question(search->dossier, readings) : NULL;
    if (change->question)
        change->ask = programme->contact ? french_tidy(search->dossier->arena, programme->contact) : "l’opérateur";
}

/* Does the date supposed end the programme on that day, and not before, nor without it? */
static bool ends_on(Search *search, const ChangeReport *change, const ChangeStep *supposed, Day day) {
    const Dossier *dossier = search->dossier;
    Trial eve[TRIAL_ROWS], answers[TRIAL_ROWS];
    trials_start(search->trials, search->report->programme);
    trials_add(search->trials, dossier->block, dossier->row);
    trials_add(search->trials, dossier->block, dossier->row);
    put_step(search, 0, supposed);
    if (search->status == STATUS_OK) search->status = trials_run(search->trials, day - 1, eve);
    if (search->status == STATUS_OK) search->status = trials_run(search->trials, day, answers);
    if (search->status != STATUS_OK) return false;
    return eve[0].verdict != change->verdict && answers[1].verdict != change->verdict && answers[0].verdict == change->verdict &&
           answers[0].under_reserve == change->under_reserve;
}

/* What has begun has begun today at the latest: the change is told on the day that this gives, with the date that it supposes. */
static void suppose_begun(Search *search, ChangeReport *change, ChangeStep *step) {
    const Dossier *dossier = search->dossier;
    const double latest = dossier_dates(dossier, step->fact).high;
    if (change->kind != CHANGE_LOSS || !change->latest || change->last < DAY_MAX || change->furthest >= change->day) return;
    if (latest >= dossier_value(dossier, step->fact)->span.high) return;
    if (!ends_on(search, change, &(ChangeStep){.fact = step->fact, .after = latest}, change->furthest)) return;
    char from[11], supposed[11];
    day_write(change->furthest, from);
    day_write((Day)latest, supposed);
    change->day = change->furthest;
    change->from = arena_copy(dossier->arena, from);
    step->supposed = arena_copy(dossier->arena, supposed);
}

static void report_change(Search *search, ChangeKind kind, size_t row, size_t day) {
    const Dossier *dossier = search->dossier;
    Combination combination = search->rows[row];
    Trial answer = search->answers[day][row];
    ChangeStep *steps = arena_array(dossier->arena, 3, sizeof *steps);
    if (!steps || search->report->change_count == CHANGES_MAX) return;
    ChangeReport change = {.kind = kind, .verdict = answer.verdict, .under_reserve = answer.under_reserve, .last = DAY_MAX};
    change.day = change.soonest = change.furthest = search->days[day];
    change.steps = steps;
    if (day > 0) add_time(search, &change, steps, row, day);
    if (combination.first >= 0) steps[change.step_count++] = search->moves->steps[combination.first];
    if (combination.second >= 0) steps[change.step_count++] = search->moves->steps[combination.second];
    size_t end = first_other(search, row, day, answer.verdict);
    if (end < search->day_count) change.last = search->days[end] - 1;
    if (day > 0) suppose_begun(search, &change, &steps[0]);
    Dossier then = *dossier;
    const bool surely = kind == CHANGE_OPENING && change.latest && change.furthest < DAY_MAX;
    then.date = surely ? change.furthest : change.day; /* no call is promised that only the earliest date would reach */
    change.availability = availability_of(&then, search->report->programme->calendar);
    then.date = change.soonest;
    if (change.soonest > dossier->date && change.soonest < change.furthest)
        change.sooner = availability_of(&then, search->report->programme->calendar);
    if (kind == CHANGE_OPENING && search->report->change_count > 0) ask_reading(search, &change);
    change.facts = change_facts(dossier->arena, &change);
    change.text = change_text(dossier, &change);
    search->changes[search->report->change_count++] = change;
}

static void find_gains(Search *search) {
    size_t gains = 0;
    for (size_t size = 1; size <= 2; size++)
        for (size_t row = 0; row < search->row_count && gains < GAINS_MAX; row++) {
            size_t day = first_with(search, row, VERDICT_ELIGIBLE);
            if (day == search->day_count || size_of(search, row, day) != size) continue;
            if (smaller_does(search, row, day, VERDICT_ELIGIBLE)) continue;
            report_change(search, CHANGE_GAIN, row, day);
            gains++;
        }
}

static bool decides(const Search *search, size_t row) {
    const Combination *steps = &search->rows[row];
    return (steps->first >= 0 && search->moves->steps[steps->first].means == MEANS_DECISION) ||
           (steps->second >= 0 && search->moves->steps[steps->second].means == MEANS_DECISION);
}

/* With time alone, a programme may be no longer excluded before it becomes eligible: told unless it is by one day only, where a
 * limit is in doubt. */
static bool opens_before(const Search *search, size_t day) {
    size_t gain = first_with(search, 0, VERDICT_ELIGIBLE);
    return gain == search->day_count || (day < gain && search->days[day] + 1 < search->days[gain]);
}

/* Where there is a gain, only time is told beside it. Nobody is advised to decide anything for what would remain uncertain. */
static void find_openings(Search *search) {
    size_t gains = search->report->change_count;
    if (search->report->outcome.verdict != VERDICT_INELIGIBLE) return;
    for (size_t row = 0; row < (gains > 0 ? 1 : search->row_count) && search->report->change_count < gains + 2; row++) {
        size_t day = first_with(search, row, VERDICT_UNDETERMINED);
        if (day == search->day_count || size_of(search, row, day) > 2 || decides(search, row)) continue;
        if (!smaller_does(search, row, day, VERDICT_UNDETERMINED) && (row > 0 || opens_before(search, day)))
            report_change(search, CHANGE_OPENING, row, day);
    }
}

/* By time alone: no longer eligible, then excluded. What was open only for a time is told with its end by `last`. */
static void find_losses(Search *search) {
    Verdict now = search->answers[0][0].verdict;
    if (now != VERDICT_ELIGIBLE && now != VERDICT_UNDETERMINED) return;
    size_t day = first_other(search, 0, 0, now);
    if (day == search->day_count) return;
    if (dossier_ahead(search->dossier, passage_on(search, search->days[day], TRUTH_FALSE)->test->fact)) return;
    Verdict then = search->answers[day][0].verdict;
    if (then == VERDICT_ELIGIBLE) return;
    report_change(search, CHANGE_LOSS, 0, day);
    if (then == VERDICT_INELIGIBLE) return;
    day = first_other(search, 0, day, then);
    if (day < search->day_count && search->answers[day][0].verdict == VERDICT_INELIGIBLE)
        report_change(search, CHANGE_LOSS, 0, day);
}

typedef struct Movable {
    const Dossier *dossier;
    const Moves *moves;
} Movable;

/* What may move is supposed unknown. */
static Truth moved(const void *context, const Node *leaf) {
    const Movable *movable = context;
    if (leaf->kind == NODE_TEST) {
        for (size_t i = 0; i < movable->moves->passage_count; i++)
            if (reach_touches(movable->dossier->rulebook, &leaf->test, movable->moves->passages[i].test->fact))
                return TRUTH_UNKNOWN;
        for (size_t i = 0; i < movable->moves->step_count; i++)
            if (reach_touches(movable->dossier->rulebook, &leaf->test, movable->moves->steps[i].fact)) return TRUTH_UNKNOWN;
    }
    return leaf->kind == NODE_CALLBACK ? TRUTH_UNKNOWN : dossier_truth(movable->dossier, leaf);
}

/* Could any move matter, or does something that stands still exclude the structure whatever happens? */
static bool worth_trying(const Search *search) {
    const Programme *programme = search->report->programme;
    const Movable movable = {search->dossier, search->moves};
    if (search->moves->passage_count + steps_tried(search) == 0) return false;
    if (suppose(programme->conditions, moved, &movable) == TRUTH_FALSE) return false;
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (suppose(programme->reserves[i], moved, &movable) == TRUTH_FALSE) return false;
    return true;
}

const ChangeReport *changes_ending(const ProgrammeReport *report, Day date) {
    for (size_t i = 0; i < report->change_count; i++) {
        const ChangeReport *change = &report->changes[i];
        if (change->kind == CHANGE_LOSS && change->day <= day_add(date, (Duration){.months = ENDING_MONTHS})) return change;
    }
    return NULL;
}

/* Days that are told of the gain by the same date say it already. */
static bool within_gain(const ChangeReport *gain, const ChangeReport *opening) {
    const bool alone = gain->step_count == 1 && opening->step_count == 1;
    return alone && gain->latest && gain->soonest > DAY_MIN && gain->steps[0].fact == opening->steps[0].fact;
}

const ChangeReport *changes_first_opening(const ProgrammeReport *report) {
    for (size_t i = 0; report->outcome.verdict == VERDICT_INELIGIBLE && i < report->change_count; i++)
        if (report->changes[i].kind == CHANGE_OPENING) return &report->changes[i];
    return NULL;
}

const ChangeReport *changes_opening(const ProgrammeReport *report) {
    for (size_t i = 0; report->gain && i < report->change_count; i++) {
        const ChangeReport *change = &report->changes[i];
        if (change->kind == CHANGE_OPENING && change->day < report->gain->day)
            return within_gain(report->gain, change) ? NULL : change;
    }
    return NULL;
}

static const ChangeReport *first_gain(const ProgrammeReport *report) {
    return report->change_count > 0 && report->changes[0].kind == CHANGE_GAIN ? &report->changes[0] : NULL;
}

Status changes_find(const Dossier *dossier, Trials *trials, const Moves *moves, ProgrammeReport *report) {
    Search search = {.dossier = dossier, .trials = trials, .moves = moves, .report = report, .status = STATUS_OK};
    Verdict verdict = report->outcome.verdict;
    if (verdict != VERDICT_INELIGIBLE && verdict != VERDICT_UNDETERMINED && verdict != VERDICT_ELIGIBLE) return STATUS_OK;
    if (!worth_trying(&search)) return STATUS_OK;
    search.changes = report->changes = arena_array(dossier->arena, CHANGES_MAX, sizeof *report->changes);
    if (!search.changes) return STATUS_NO_MEMORY;
    lay_rows(&search);
    lay_days(&search);
    Status status = run_all(&search);
    if (status != STATUS_OK) return status;
    if (verdict != VERDICT_ELIGIBLE) find_gains(&search);
    find_openings(&search);
    find_losses(&search);
    report->gain = first_gain(report);
    if (search.status != STATUS_OK) return search.status;
    return dossier->arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}
