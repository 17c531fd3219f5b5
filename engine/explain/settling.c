/* The possible values of each missing fact are cut where the programme's tests change their answer: one row for each cell, so that
 * what is said of an answer holds for every value in it. A way to eligibility is found by choosing, fact after fact, a cell that
 * does not exclude, then by giving back every choice that is not needed. */
#include "explain/settling.h"

#include "evaluate/missing.h"
#include "explain/answer_words.h"
#include "explain/moves.h"

#include <math.h>
#include <string.h>

typedef struct Settling {
    const Dossier *dossier;
    Trials *trials;
    ProgrammeReport *report;
    Open *open;     /* the missing facts */
    size_t *chosen; /* the cell of each, or NOT_CHOSEN */
    size_t count;
    Trial answers[TRIAL_ROWS];
    WayReport ways[WAYS_MAX];
    size_t way_count;
    bool failed;
} Settling;

#define NOT_CHOSEN ((size_t)-1)

static void put_cell(const Settling *settling, size_t row, size_t fact, size_t cell) {
    const Open *open = &settling->open[fact];
    trials_put(settling->trials, row, open->fact, cells_value(&open->cells, cell, trials_room(settling->trials)));
}

static size_t add_chosen(const Settling *settling) {
    size_t row = trials_add(settling->trials, settling->dossier->block, settling->dossier->row);
    for (size_t i = 0; i < settling->count; i++)
        if (settling->chosen[i] != NOT_CHOSEN) put_cell(settling, row, i, settling->chosen[i]);
    return row;
}

static bool run(Settling *settling) {
    Status status = trials_run(settling->trials, settling->dossier->date, settling->answers);
    if (status != STATUS_OK) settling->failed = true;
    return status == STATUS_OK;
}

/* One row for each cell of a fact, beside what was chosen of the others. */
static bool run_cells(Settling *settling, size_t fact) {
    trials_start(settling->trials, settling->report->programme);
    for (size_t cell = 0; cell < settling->open[fact].cells.count; cell++) put_cell(settling, add_chosen(settling), fact, cell);
    return run(settling);
}

/* The cells whose verdict is that of cell `like`. */
static const char *words_like(const Settling *settling, size_t fact, size_t like) {
    bool in[OPEN_CELLS_MAX] = {false};
    const Open *open = &settling->open[fact];
    for (size_t cell = 0; cell < open->cells.count; cell++) in[cell] = trial_same(settling->answers[cell], settling->answers[like]);
    return answer_words(settling->dossier, open, in);
}

static bool met_before(const Settling *settling, size_t cell) {
    for (size_t before = 0; before < cell; before++)
        if (trial_same(settling->answers[before], settling->answers[cell])) return true;
    return false;
}

/* ---- Each fact alone */

/* What opens before what remains open before what closes. */
static int order_of(Verdict verdict) {
    static const int orders[] = {[VERDICT_ELIGIBLE] = 0,
                                 [VERDICT_UNDETERMINED] = 1,
                                 [VERDICT_NOT_APPLICABLE] = 2,
                                 [VERDICT_INELIGIBLE] = 3,
                                 [VERDICT_ERROR] = 4};
    return orders[verdict];
}

static void add_answer(MissingReport *report, AnswerReport *answers, AnswerReport answer) {
    size_t place = report->answer_count++;
    for (; place > 0 && order_of(answers[place - 1].verdict) > order_of(answer.verdict); place--)
        answers[place] = answers[place - 1];
    answers[place] = answer;
}

/* The span of the values that lead to the same as cell `like`, none of them to come. */
static Span span_like(const Settling *settling, size_t fact, size_t like, const Trial *answers) {
    const Open *open = &settling->open[fact];
    Span span = open->cells.values[like].span;
    for (size_t cell = 0; cell < open->cells.count; cell++) {
        const Span other = open->cells.values[cell].span;
        if (!trial_same(answers[cell], answers[like])) continue;
        if (other.low < span.low) span.low = other.low;
        if (other.high > span.high) span.high = other.high;
    }
    if (span.high > settling->dossier->date) span.high = settling->dossier->date;
    return span;
}

/* Is the programme no longer excluded on that day, if the date is this one? */
static bool open_on(Settling *settling, int fact, double date, Day day) {
    Value *value = trials_room(settling->trials);
    trials_start(settling->trials, settling->report->programme);
    add_chosen(settling);
    move_value(settling->dossier, &(ChangeStep){.fact = fact, .after = date}, value);
    trials_put(settling->trials, 0, fact, value);
    if (trials_run(settling->trials, day, settling->answers) != STATUS_OK) settling->failed = true;
    return !settling->failed && settling->answers[0].verdict != VERDICT_INELIGIBLE;
}

/* The soonest day on which a test of the programme turns by a date and opens it; DAY_MAX: none within the horizon. */
static Day opens_by(Settling *settling, int fact, double date) {
    const Reach *reach = trials_reach(settling->trials, settling->report->programme);
    const Day today = settling->dossier->date, horizon = day_add(today, (Duration){.months = MOVE_HORIZON_MONTHS});
    Day soonest = DAY_MAX;
    for (size_t i = 0; reach && i < reach->timed_count; i++) {
        if (reach->timed[i]->fact != fact) continue;
        const Day day = move_turning(settling->dossier, reach->timed[i], (Day)date, TRUTH_TRUE);
        if (day > today && day <= horizon && day < soonest && open_on(settling, fact, date, day)) soonest = day;
    }
    return soonest;
}

/* A date that excludes today may exclude for a time only: from its earliest value on, and its latest must open too. */
static void add_days(Settling *settling, size_t fact, const Trial *answers, size_t cell, AnswerReport *answer) {
    const int number = settling->open[fact].fact;
    if (answer->verdict != VERDICT_INELIGIBLE || dossier_fact(settling->dossier, number)->type != FACT_DATE) return;
    const Span span = span_like(settling, fact, cell, answers);
    if (!isfinite(span.low) || span.low > span.high || opens_by(settling, number, span.high) == DAY_MAX) return;
    answer->from = opens_by(settling, number, span.low);
}

static bool tell_missing(Settling *settling, size_t fact, MissingReport *out) {
    const Open *open = &settling->open[fact];
    AnswerReport *answers = arena_array(settling->dossier->arena, open->cells.count + 1, sizeof *answers);
    *out = (MissingReport){.fact = open->name, .number = open->fact, .answers = answers, .settles = true};
    if (!answers || !run_cells(settling, fact)) return false;
    Trial found[TRIAL_ROWS];
    memcpy(found, settling->answers, sizeof found);
    for (size_t cell = 0; cell < open->cells.count; cell++) {
        memcpy(settling->answers, found, sizeof found);
        out->settles = out->settles && found[cell].verdict != VERDICT_UNDETERMINED;
        if (met_before(settling, cell)) continue;
        AnswerReport answer = {words_like(settling, fact, cell), found[cell].verdict, found[cell].under_reserve, DAY_MAX};
        add_days(settling, fact, found, cell, &answer);
        add_answer(out, answers, answer);
    }
    return !settling->failed;
}

/* ---- Several together */

static bool eligible_now(Settling *settling) {
    trials_start(settling->trials, settling->report->programme);
    add_chosen(settling);
    return run(settling) && settling->answers[0].verdict == VERDICT_ELIGIBLE;
}

/* A cell of the fact that makes eligible, or one that leaves it open; false when all exclude. */
static bool choose(Settling *settling, size_t fact) {
    if (!run_cells(settling, fact)) return false;
    for (size_t cell = 0; cell < settling->open[fact].cells.count; cell++) {
        Verdict verdict = settling->answers[cell].verdict;
        if (verdict == VERDICT_UNDETERMINED && settling->chosen[fact] == NOT_CHOSEN) settling->chosen[fact] = cell;
        if (verdict != VERDICT_ELIGIBLE) continue;
        settling->chosen[fact] = cell;
        return true;
    }
    return settling->chosen[fact] != NOT_CHOSEN;
}

/* Gives back, from the last chosen, what eligibility does not need. */
static void give_back(Settling *settling, bool backwards) {
    for (size_t i = 0; i < settling->count; i++) {
        size_t fact = backwards ? i : settling->count - 1 - i, was = settling->chosen[fact];
        if (was == NOT_CHOSEN) continue;
        settling->chosen[fact] = NOT_CHOSEN;
        if (!eligible_now(settling)) settling->chosen[fact] = was;
    }
}

static bool same_facts(const Settling *settling, const WayReport *way) {
    size_t found = 0, count = 0;
    for (size_t i = 0; i < settling->count; i++) {
        if (settling->chosen[i] == NOT_CHOSEN) continue;
        count++;
        for (size_t k = 0; k < way->count; k++) found += strcmp(way->facts[k], settling->open[i].name) == 0;
    }
    return count == way->count && found == count;
}

static void tell_way(Settling *settling) {
    Arena *arena = settling->dossier->arena;
    for (size_t i = 0; i < settling->way_count; i++)
        if (same_facts(settling, &settling->ways[i])) return;
    const char **facts = arena_array(arena, settling->count, sizeof *facts);
    const char **answers = arena_array(arena, settling->count, sizeof *answers);
    int *numbers = arena_array(arena, settling->count, sizeof *numbers);
    if (!facts || !answers || !numbers || settling->way_count == WAYS_MAX || !eligible_now(settling)) return;
    WayReport way = {.facts = facts, .numbers = numbers, .answers = answers, .under_reserve = settling->answers[0].under_reserve};
    for (size_t i = 0; i < settling->count; i++) {
        size_t cell = settling->chosen[i];
        if (cell == NOT_CHOSEN || !run_cells(settling, i)) continue;
        facts[way.count] = settling->open[i].name;
        numbers[way.count] = settling->open[i].fact;
        answers[way.count++] = words_like(settling, i, cell);
    }
    settling->ways[settling->way_count++] = way;
}

static void find_way(Settling *settling, bool backwards) {
    for (size_t i = 0; i < settling->count; i++) settling->chosen[i] = NOT_CHOSEN;
    for (size_t i = 0; i < settling->count; i++)
        if (!choose(settling, backwards ? settling->count - 1 - i : i)) return;
    if (!eligible_now(settling)) return;
    give_back(settling, backwards);
    tell_way(settling);
}

/* Facts that are enough by themselves. */
static void find_single(Settling *settling, size_t fact) {
    for (size_t i = 0; i < settling->count; i++) settling->chosen[i] = NOT_CHOSEN;
    if (choose(settling, fact) && settling->answers[settling->chosen[fact]].verdict == VERDICT_ELIGIBLE) tell_way(settling);
}

static void sort_ways(Settling *settling) {
    for (size_t i = 1; i < settling->way_count; i++)
        for (size_t k = i; k > 0 && settling->ways[k - 1].count > settling->ways[k].count; k--) {
            WayReport way = settling->ways[k];
            settling->ways[k] = settling->ways[k - 1];
            settling->ways[k - 1] = way;
        }
}

static bool find_ways(Settling *settling) {
    ReasonsReport *reasons = &settling->report->reasons;
    find_way(settling, false);
    find_way(settling, true);
    for (size_t i = 0; i < settling->count; i++) find_single(settling, i);
    sort_ways(settling);
    WayReport *ways = arena_array(settling->dossier->arena, settling->way_count + 1, sizeof *ways);
    if (!ways) return false;
    memcpy(ways, settling->ways, settling->way_count * sizeof *ways);
    reasons->ways = ways;
    reasons->way_count = settling->way_count;
    return !settling->failed;
}

/* ---- The missing facts, laid out */

static Status lay_out(Settling *settling, const int *facts, size_t count) {
    Arena *arena = settling->dossier->arena;
    settling->open = arena_array(arena, count + 1, sizeof *settling->open);
    settling->chosen = arena_array(arena, count + 1, sizeof *settling->chosen);
    if (!settling->open || !settling->chosen) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count && settling->count < SETTLING_FACTS_MAX; i++) {
        Open *open = &settling->open[settling->count];
        *open = (Open){.fact = facts[i], .name = settling->report->missing[i]};
        Status status = trials_cells(settling->trials, settling->dossier->date, settling->dossier->block, settling->dossier->row,
                                     facts[i], arena, &open->cells);
        if (status != STATUS_OK) return status;
        settling->chosen[settling->count] = NOT_CHOSEN;
        settling->count += open->cells.count <= OPEN_CELLS_MAX;
    }
    return STATUS_OK;
}

static Status begin(Settling *settling, const Dossier *dossier, Trials *trials, ProgrammeReport *report) {
    int *facts;
    size_t count;
    *settling = (Settling){.dossier = dossier, .trials = trials, .report = report};
    trials_start(trials, report->programme);
    Status status = missing_facts(dossier->arena, dossier->plan, dossier->answers, report->programme, &facts, &count);
    return status == STATUS_OK ? lay_out(settling, facts, count) : status;
}

Status settling_find(const Dossier *dossier, Trials *trials, ProgrammeReport *report) {
    Settling settling;
    Status status = begin(&settling, dossier, trials, report);
    if (status != STATUS_OK) return status;
    MissingReport *missing = arena_array(dossier->arena, settling.count + 1, sizeof *missing);
    if (!missing) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < settling.count; i++)
        if (!tell_missing(&settling, i, &missing[i])) return STATUS_NO_MEMORY;
    report->reasons.missing = missing;
    report->reasons.missing_count = settling.count;
    return STATUS_OK;
}

Status settling_ways(const Dossier *dossier, Trials *trials, ProgrammeReport *report) {
    Settling settling;
    Status status = begin(&settling, dossier, trials, report);
    if (status != STATUS_OK) return status;
    return find_ways(&settling) ? STATUS_OK : STATUS_NO_MEMORY;
}
