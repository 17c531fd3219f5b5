/* The verdict table on words of 64 rows; its order is kept by taking away, step by step, the rows that are decided. */
#include "evaluate/outcomes.h"
#include "evaluate/gather.h"
#include "evaluate/run.h"
#include <string.h>

#define PLANES (VERDICT_COUNT + 1 + RELEVANCE_COUNT)

struct Outcomes {
    const Memory *memory;
    const Plan *plan;
    Arena arena; /* owns the planes, made for the capacity of the block */
    uint64_t *planes;
    uint64_t *errors;             /* rows on which a function of the programme at hand failed */
    uint64_t *stated;             /* rows that state a need above one of its levels */
    uint64_t *refused, *reserved; /* rows on which a reserve is known to fail, or is open */
    Planes always, never;
    size_t rows, stride;
};

Status outcomes_new(const Memory *memory, const Plan *plan, Outcomes **out) {
    Outcomes *outcomes = memory_new(memory, sizeof *outcomes);
    if (!outcomes) return STATUS_NO_MEMORY;
    *outcomes = (Outcomes){.memory = memory, .plan = plan};
    arena_init(&outcomes->arena, memory);
    *out = outcomes;
    return STATUS_OK;
}

void outcomes_free(Outcomes *outcomes) {
    if (!outcomes) return;
    arena_clear(&outcomes->arena);
    memory_free(outcomes->memory, outcomes, sizeof *outcomes);
}

static bool fit_to(Outcomes *outcomes, size_t capacity) {
    size_t stride = bits_words(capacity), programmes = outcomes->plan->rulebook->programme_count;
    if (outcomes->planes && outcomes->stride == stride) return true;
    arena_clear(&outcomes->arena);
    outcomes->planes = NULL;
    outcomes->stride = stride;
    uint64_t *zeros = arena_array(&outcomes->arena, stride, sizeof *zeros);
    uint64_t *ones = arena_array(&outcomes->arena, stride, sizeof *ones);
    outcomes->errors = arena_array(&outcomes->arena, stride, sizeof *outcomes->errors);
    outcomes->stated = arena_array(&outcomes->arena, stride, sizeof *outcomes->stated);
    outcomes->refused = arena_array(&outcomes->arena, stride, sizeof *outcomes->refused);
    outcomes->reserved = arena_array(&outcomes->arena, stride, sizeof *outcomes->reserved);
    if (!zeros || !ones || !outcomes->errors || !outcomes->stated || !outcomes->refused || !outcomes->reserved) return false;
    memset(ones, 0xff, stride * sizeof *ones);
    outcomes->always = (Planes){ones, zeros};
    outcomes->never = (Planes){zeros, ones};
    outcomes->planes = arena_array(&outcomes->arena, programmes * PLANES * stride, sizeof(uint64_t));
    return outcomes->planes != NULL;
}

OutcomePlanes outcomes_planes(const Outcomes *outcomes, size_t programme) {
    uint64_t *first = outcomes->planes + programme * PLANES * outcomes->stride;
    OutcomePlanes planes;
    for (size_t i = 0; i < VERDICT_COUNT; i++) planes.verdicts[i] = first + i * outcomes->stride;
    planes.under_reserve = first + VERDICT_COUNT * outcomes->stride;
    for (size_t i = 0; i < RELEVANCE_COUNT; i++) planes.relevances[i] = first + (VERDICT_COUNT + 1 + i) * outcomes->stride;
    return planes;
}

/* ---- What the table is read from */

static Planes planes_or(const Answers *answers, const Node *node, Planes absent) {
    return node ? answers_planes(answers, node) : absent;
}

/* A need stated without its level: its parent surely in, the level of the programme possible. */
static void find_stated(Outcomes *outcomes, const Run *run, const Programme *programme, size_t words) {
    const Vocabulary *vocabulary = &outcomes->plan->rulebook->vocabulary;
    memset(outcomes->stated, 0, words * sizeof(uint64_t));
    if (!programme->levels || vocabulary->needs < 0 || !run_column(run, vocabulary->needs)->present) return;
    const Fact *needs = &vocabulary->facts[vocabulary->needs];
    const Choices *choices = &run->choices[vocabulary->needs];
    for (size_t choice = 0; choice < needs->choice_count; choice++) {
        if (needs->choices[choice].parent < 0 || !bits_has(programme->levels, choice)) continue;
        const uint64_t *possible = choices->possible + choice * choices->stride;
        const uint64_t *sure = choices->sure + (size_t)needs->choices[choice].parent * choices->stride;
        for (size_t w = 0; w < words; w++) outcomes->stated[w] |= possible[w] & sure[w];
    }
}

static void find_errors(Outcomes *outcomes, const Run *run, const Programme *programme) {
    memset(outcomes->errors, programme->failed ? 0xff : 0, outcomes->stride * sizeof(uint64_t));
    for (size_t i = 0; i < run->failure_count; i++)
        if (!bits_has(outcomes->errors, run->failures[i].row) && programme_calls(programme, run->failures[i].callback))
            bits_put(outcomes->errors, run->failures[i].row);
}

/* Of the reserves: the rows that one is known to fail on, and those that one leaves open. */
static void find_reserves(Outcomes *outcomes, const Answers *answers, const Programme *programme, size_t words) {
    memset(outcomes->refused, 0, words * sizeof(uint64_t));
    memset(outcomes->reserved, 0, words * sizeof(uint64_t));
    for (size_t i = 0; i < programme->reserve_count; i++) {
        const Planes reserve = answers_planes(answers, programme->reserves[i]);
        for (size_t w = 0; w < words; w++) {
            outcomes->refused[w] |= reserve.no[w];
            outcomes->reserved[w] |= ~(reserve.yes[w] | reserve.no[w]);
        }
    }
}

/* ---- The table */

static void judge(Outcomes *outcomes, const Answers *answers, const Programme *programme, OutcomePlanes out, size_t words) {
    const Run *run = answers_run(answers);
    Planes conditions = programme->failed ? outcomes->always : answers_planes(answers, programme->conditions);
    Planes object = programme->failed ? outcomes->always : planes_or(answers, programme->object, outcomes->always);
    for (size_t w = 0; w < words; w++) {
        uint64_t left = run_rows(run, w), failed = outcomes->refused[w] | conditions.no[w];
        out.verdicts[VERDICT_ERROR][w] = left & outcomes->errors[w];
        left &= ~outcomes->errors[w];
        out.verdicts[VERDICT_INELIGIBLE][w] = left & failed;
        left &= ~failed;
        out.verdicts[VERDICT_NOT_APPLICABLE][w] = left & object.no[w];
        left &= ~object.no[w];
        out.verdicts[VERDICT_ELIGIBLE][w] = left & conditions.yes[w] & object.yes[w];
        out.verdicts[VERDICT_UNDETERMINED][w] = left & ~(conditions.yes[w] & object.yes[w]);
        out.under_reserve[w] = out.verdicts[VERDICT_ELIGIBLE][w] & outcomes->reserved[w];
    }
}

static void weigh(const Outcomes *outcomes, const Answers *answers, const Programme *programme, OutcomePlanes out, size_t words) {
    const Planes unknown = {outcomes->always.no, outcomes->always.no};
    const Planes absent = programme_says_need(programme) ? outcomes->never : unknown;
    Planes strong = planes_or(answers, programme->strong, absent);
    Planes possible = planes_or(answers, programme->possible, absent);
    Planes irrelevant = planes_or(answers, programme->irrelevant, outcomes->never);
    for (size_t w = 0; w < words; w++) {
        uint64_t left = run_rows(answers_run(answers), w), none = irrelevant.yes[w];
        out.relevances[RELEVANCE_STRONG][w] = left & ~none & strong.yes[w];
        uint64_t some = possible.yes[w] | (outcomes->stated[w] & ~(strong.no[w] & possible.no[w]));
        out.relevances[RELEVANCE_POSSIBLE][w] = left & ~none & ~strong.yes[w] & some;
        none |= ~strong.yes[w] & ~some & strong.no[w] & possible.no[w];
        out.relevances[RELEVANCE_NONE][w] = left & none;
        out.relevances[RELEVANCE_UNKNOWN][w] = left & ~none & ~strong.yes[w] & ~some;
    }
}

/* A programme that was not read has a verdict, and nothing to be relevant by. */
static void weigh_nothing(const Run *run, OutcomePlanes out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        for (size_t i = 0; i < RELEVANCE_COUNT; i++) out.relevances[i][w] = 0;
        out.relevances[RELEVANCE_UNKNOWN][w] = run_rows(run, w);
    }
}

Status outcomes_of_block(Outcomes *outcomes, const Answers *answers) {
    const Rulebook *rulebook = outcomes->plan->rulebook;
    const Run *run = answers_run(answers);
    size_t words = run->stride;
    if (!fit_to(outcomes, run->block->capacity)) return STATUS_NO_MEMORY;
    outcomes->rows = run->block->rows;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        const Programme *programme = &rulebook->programmes[i];
        OutcomePlanes out = outcomes_planes(outcomes, i);
        find_errors(outcomes, run, programme);
        find_reserves(outcomes, answers, programme, words);
        judge(outcomes, answers, programme, out, words);
        if (programme->failed) {
            weigh_nothing(run, out, words);
            continue;
        }
        find_stated(outcomes, run, programme, words);
        weigh(outcomes, answers, programme, out, words);
    }
    return STATUS_OK;
}

/* ---- Reading them */

size_t outcomes_row_count(const Outcomes *outcomes) {
    return outcomes->rows;
}

size_t outcomes_words(const Outcomes *outcomes) {
    return outcomes->stride;
}

Outcome outcomes_get(const Outcomes *outcomes, size_t programme, size_t row) {
    OutcomePlanes planes = outcomes_planes(outcomes, programme);
    Outcome outcome = {.verdict = VERDICT_ELIGIBLE, .under_reserve = bits_has(planes.under_reserve, row)};
    while (!bits_has(planes.verdicts[outcome.verdict], row)) outcome.verdict++;
    while (!bits_has(planes.relevances[outcome.relevance], row)) outcome.relevance++;
    return outcome;
}

/* The number of each row's verdict, bit by bit, and its reserve: four planes that are laid side by side. */
static void put_cells(const uint64_t bits[4], uint8_t cells[OUTCOMES_STEP]) {
    for (unsigned row = 0; row < 64; row += 8) {
        uint64_t eight = 0;
        for (unsigned bit = 0; bit < 4; bit++) eight |= spread_bits((unsigned)(bits[bit] >> row) & 0xFF) << bit;
        memcpy(cells + row, &eight, 8);
    }
}

void outcomes_rows(const Outcomes *outcomes, size_t word, uint8_t *cells) {
    for (size_t i = 0; i < outcomes->plan->rulebook->programme_count; i++) {
        OutcomePlanes planes = outcomes_planes(outcomes, i);
        uint64_t bits[4] = {0, 0, 0, planes.under_reserve[word]};
        for (unsigned v = 0; v < VERDICT_COUNT; v++)
            for (unsigned bit = 0; bit < 3; bit++)
                if (v >> bit & 1) bits[bit] |= planes.verdicts[v][word];
        put_cells(bits, cells + i * OUTCOMES_STEP);
    }
}
