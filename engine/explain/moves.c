/* A number is only ever advised upwards, a boolean only from no to yes (explain/reach): the vocabulary gives no step to what would
 * be harm, nor to what the structure is. A passage is found by asking the test itself on both sides of each day that its bounds
 * point to. */
#include "explain/moves.h"

#include "explain/phrase.h"

#include <math.h>
#include <string.h>

#define HALF 0.5 /* the step above an excluded bound, where numbers are not whole: « plus de 3 ETP » is 3,5 */

/* What a test of a number or a date answers on a day. */
static Truth test_on(const Dossier *dossier, const Test *test, Span values, Day date) {
    Steps steps;
    FactType type = dossier_fact(dossier, test->fact)->type;
    bool whole = type == FACT_INTEGER || type == FACT_DATE;
    return steps_of_test(dossier->arena, test, whole, date, &steps) ? steps_on(&steps, values) : TRUTH_UNKNOWN;
}

/* By day, then as they were found. */
static void keep_passage(Moves *moves, const Passage *passage) {
    size_t place = moves->passage_count;
    if (place == MOVE_DAYS_MAX) return;
    while (place > 0 && moves->passages[place - 1].day > passage->day) {
        moves->passages[place] = moves->passages[place - 1];
        place--;
    }
    moves->passages[place] = *passage;
    moves->passage_count++;
}

/* A date known in part is followed by its two ends: several tests together may turn when one end passes a bound, though none of
 * them does by itself. */
static void add_day(const Dossier *dossier, Moves *moves, const Test *test, double end, Day day) {
    const Span point = {end, end};
    Span days = dossier_value(dossier, test->fact)->span;
    if (day <= dossier->date || day > day_add(dossier->date, (Duration){.months = MOVE_HORIZON_MONTHS})) return;
    for (size_t i = 0; i < moves->passage_count; i++)
        if (moves->passages[i].day == day && moves->passages[i].test == test) return;
    if (test_on(dossier, test, point, day) == test_on(dossier, test, point, day - 1)) return;
    Truth after = test_on(dossier, test, days, day);
    keep_passage(moves, &(Passage){.day = day, .test = test, .after = after, .inexact = days.low < days.high});
}

/* The days on which a bound is met, then passed, by a date: the only ones where an answer can turn. */
typedef struct Turns {
    Day met, passed;
} Turns;

static Turns turns_of(const Test *test, const Bound *bound, Day date) {
    const Day met = test->until ? day_latest_reaching(date - 1, bound->duration) + 1 : day_add(date, bound->duration);
    return (Turns){met, test->until ? day_latest_reaching(date, bound->duration) + 1 : met + 1};
}

static void add_bound(const Dossier *dossier, Moves *moves, const Test *test, const Bound *bound, double end) {
    if (!bound->present) return;
    const Turns turns = turns_of(test, bound, (Day)end);
    add_day(dossier, moves, test, end, turns.met);
    add_day(dossier, moves, test, end, turns.passed);
}

static bool comes_on(const Dossier *dossier, const Test *test, Day date, Day day, Truth answer) {
    const Span point = {(double)date, (double)date};
    return test_on(dossier, test, point, day) == answer && test_on(dossier, test, point, day - 1) != answer;
}

Day move_turning(const Dossier *dossier, const Test *test, Day date, Truth answer) {
    const Bound *const bounds[] = {&test->low, &test->high};
    Day first = DAY_MAX;
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        if (!bounds[i]->present) continue;
        const Turns turns = turns_of(test, bounds[i], date);
        if (turns.met < first && comes_on(dossier, test, date, turns.met, answer)) first = turns.met;
        if (turns.passed < first && comes_on(dossier, test, date, turns.passed, answer)) first = turns.passed;
    }
    return first;
}

Day move_met_by(const Dossier *dossier, const Test *test) {
    if (test->comparison != TEST_DURATION) return DAY_MAX;
    const Span dates = dossier_dates(dossier, test->fact);
    if (!isfinite(dates.low) || !isfinite(dates.high) || dates.low >= dates.high) return DAY_MAX;
    const Day day = move_turning(dossier, test, (Day)dates.high, TRUTH_TRUE);
    return day < DAY_MAX && day > dossier->date && test_on(dossier, test, dates, day) == TRUTH_TRUE ? day : DAY_MAX;
}

static void add_end(const Dossier *dossier, Moves *moves, const Test *test, double end) {
    add_bound(dossier, moves, test, &test->low, end);
    add_bound(dossier, moves, test, &test->high, end);
}

/* A fixed date that another test compares the same fact with divides what is known of it: its two sides are ends too. */
static void add_fixed(const Dossier *dossier, Moves *moves, const Test *test, const Bound *fixed) {
    Span days = dossier_value(dossier, test->fact)->span;
    for (int side = -1; fixed->present && side <= 1; side++)
        if (fixed->number + side > days.low && fixed->number + side < days.high)
            add_end(dossier, moves, test, fixed->number + side);
}

static void add_passages(const Dossier *dossier, const Reach *reach, Moves *moves, const Test *test) {
    if (!dossier_applies(dossier, test->fact)) return;
    Span days = dossier_value(dossier, test->fact)->span;
    add_end(dossier, moves, test, days.low);
    if (days.low == days.high) return;
    add_end(dossier, moves, test, days.high);
    for (size_t i = 0; i < reach->test_count; i++) {
        const Test *other = reach->tests[i];
        if (other->fact != test->fact || other->comparison != TEST_BOUNDS) continue;
        add_fixed(dossier, moves, test, &other->low);
        add_fixed(dossier, moves, test, &other->high);
    }
}

static void add_step(Moves *moves, const ChangeStep *step) {
    for (size_t i = 0; i < moves->step_count; i++)
        if (moves->steps[i].fact == step->fact && moves->steps[i].after == step->after) return;
    if (moves->step_count == MOVE_STEPS_MAX) return;
    size_t place = moves->step_count++;
    for (; place > 0 && moves->steps[place - 1].means > step->means; place--) moves->steps[place] = moves->steps[place - 1];
    moves->steps[place] = *step;
}

static bool declared(const Dossier *dossier, int fact, size_t choice) {
    const Value *value = dossier_declared(dossier, fact);
    return dossier_fact(dossier, fact)->type == FACT_BOOLEAN && value_known(value) && bits_has(value->possible, choice);
}

int move_request(const Dossier *dossier, const Fact *approval) {
    const int request = vocabulary_request(&dossier->rulebook->vocabulary, approval);
    return request >= 0 && declared(dossier, request, CHOICE_OUI) ? request : -1;
}

static void add_yes(const Dossier *dossier, Moves *moves, const Grant *grant) {
    if (!declared(dossier, grant->fact, CHOICE_NON) || !dossier_applies(dossier, grant->fact)) return;
    if (!grant->decided && !declared(dossier, grant->request, CHOICE_OUI)) return;
    add_step(moves, &(ChangeStep){.means = grant->decided ? MEANS_DECISION : MEANS_APPROVAL,
                                  .fact = grant->fact,
                                  .name = dossier_fact(dossier, grant->fact)->name,
                                  .after = 1});
}

static double above(const Fact *fact, const Bound *low) {
    bool beyond = low->strict || low->tie_unknown;
    if (fact->type == FACT_INTEGER) return beyond ? floor(low->number) + 1 : ceil(low->number);
    return beyond ? low->number + HALF : low->number;
}

static void add_more(const Dossier *dossier, Moves *moves, const Test *test) {
    const Fact *known = dossier_fact(dossier, test->fact);
    const Span has = dossier_declared(dossier, test->fact)->span;
    if (has.low < has.high) return;
    double wanted = above(known, &test->low);
    if (wanted <= has.low || wanted - has.low > known->effort || wanted > known->maximum) return;
    add_step(
        moves,
        &(ChangeStep){
            .means = MEANS_DECISION, .fact = test->fact, .name = known->name, .test = test, .before = has.low, .after = wanted});
}

void moves_of_time(const Dossier *dossier, const Reach *reach, Moves *out) {
    out->passage_count = out->step_count = 0;
    for (size_t i = 0; i < reach->timed_count; i++) add_passages(dossier, reach, out, reach->timed[i]);
}

bool moves_find(const Dossier *dossier, const Reach *reach, Moves *out) {
    moves_of_time(dossier, reach, out);
    for (size_t i = 0; i < reach->raised_count; i++) add_more(dossier, out, reach->raised[i]);
    for (size_t i = 0; i < reach->granted_count; i++) add_yes(dossier, out, &reach->granted[i]);
    return !dossier->arena->failed;
}

void move_value(const Dossier *dossier, const ChangeStep *step, Value *room) {
    const Fact *known = dossier_fact(dossier, step->fact);
    room->shape = known->shape;
    room->words = known->words;
    if (known->shape == SHAPE_SPAN) {
        room->span = (Span){step->after, step->after};
        return;
    }
    memset(room->possible, 0, known->words * sizeof(uint64_t));
    bits_put(room->possible, CHOICE_OUI);
}

/* Does the step bring the test about? One on another number of the same fact may fall short of it. */
static bool step_serves(const Dossier *dossier, const ChangeStep *step, const Test *test) {
    if (step->test && test->fact == step->fact)
        return test_on(dossier, test, (Span){step->after, step->after}, dossier->date) == TRUTH_TRUE;
    return reach_touches(dossier->rulebook, test, step->fact);
}

ChangeMeans move_means(const Dossier *dossier, const Moves *moves, const Test *test) {
    for (size_t i = 0; i < moves->passage_count; i++)
        if (moves->passages[i].test == test) return MEANS_TIME;
    for (size_t i = 0; i < moves->step_count; i++)
        if (step_serves(dossier, &moves->steps[i], test)) return moves->steps[i].means;
    return MEANS_BLOCKED;
}
