/* The verdict table on words of 64 rows; its order is kept by taking away, step by step, the rows that are decided. */
#include "evaluate/outcomes.h"
#include "evaluate/gather.h"
#include "evaluate/run.h"
#include <string.h>

#define PLANES (VERDICT_COUNT + 1 + RELEVANCE_COUNT)

/* A need that a programme names, and the one above it. */
typedef struct Level {
    unsigned choice, parent;
} Level;

/* What the table of one programme is read from; NO_TERM: it says nothing of that. */
typedef struct Asked {
    TermId conditions, object, strong, possible, irrelevant, partly;
    const TermId *reserves;
    size_t reserve_count;
    const Level *levels;
    size_t level_count;
} Asked;

struct Outcomes {
    const Memory *memory;
    const Plan *plan;
    Arena kept;   /* owns `asked` */
    Asked *asked; /* by programme */
    Arena arena;  /* owns the planes, made for the capacity of the block */
    uint64_t *planes;
    uint64_t *there;              /* the rows of the block */
    uint64_t *errors;             /* rows on which a function of the programme at hand failed */
    uint64_t *stated;             /* rows that state a need above one of its levels */
    uint64_t *refused, *reserved; /* rows on which a reserve is known to fail, or is open */
    Planes always, never;
    size_t rows, stride;
};

/* ---- Making one */

static TermId term_of(const Plan *plan, const Node *node) {
    unsigned root = node ? plan->root_of_node[node->number] : NO_ROOT;
    return root == NO_ROOT ? NO_TERM : plan->roots[root].term;
}

static bool list_levels(Outcomes *outcomes, const Programme *programme, Asked *out) {
    const Vocabulary *vocabulary = &outcomes->plan->rulebook->vocabulary;
    const Fact *needs = vocabulary->needs >= 0 ? &vocabulary->facts[vocabulary->needs] : NULL;
    size_t count = 0;
    if (!programme->levels || !needs) return true;
    Level *levels = arena_array(&outcomes->kept, bits_count(programme->levels, needs->words), sizeof *levels);
    if (!levels) return false;
    for (size_t choice = 0; choice < needs->choice_count; choice++)
        if (needs->choices[choice].parent >= 0 && bits_has(programme->levels, choice))
            levels[count++] = (Level){(unsigned)choice, (unsigned)needs->choices[choice].parent};
    out->levels = levels;
    out->level_count = count;
    return true;
}

static bool list_asked(Outcomes *outcomes, const Programme *programme, Asked *out) {
    const Plan *plan = outcomes->plan;
    if (programme->failed) return true;
    TermId *reserves = arena_array(&outcomes->kept, programme->reserve_count, sizeof *reserves);
    if (!reserves) return false;
    for (size_t i = 0; i < programme->reserve_count; i++) reserves[i] = term_of(plan, programme->reserves[i]);
    *out = (Asked){.conditions = term_of(plan, programme->conditions),
                   .object = term_of(plan, programme->object),
                   .strong = term_of(plan, programme->strong),
                   .possible = term_of(plan, programme->possible),
                   .irrelevant = term_of(plan, programme->irrelevant),
                   .partly = term_of(plan, programme->partly),
                   .reserves = reserves,
                   .reserve_count = programme->reserve_count};
    return list_levels(outcomes, programme, out);
}

Status outcomes_new(const Memory *memory, const Plan *plan, Outcomes **out) {
    Outcomes *outcomes = memory_new(memory, sizeof *outcomes);
    if (!outcomes) return STATUS_NO_MEMORY;
    *outcomes = (Outcomes){.memory = memory, .plan = plan};
    arena_init(&outcomes->arena, memory);
    arena_init(&outcomes->kept, memory);
    const Rulebook *rulebook = plan->rulebook;
    outcomes->asked = arena_array(&outcomes->kept, rulebook->programme_count, sizeof *outcomes->asked);
    bool made = outcomes->asked != NULL;
    for (size_t i = 0; made && i < rulebook->programme_count; i++)
        made = list_asked(outcomes, &rulebook->programmes[i], &outcomes->asked[i]);
    if (made) *out = outcomes;
    else outcomes_free(outcomes);
    return made ? STATUS_OK : STATUS_NO_MEMORY;
}

void outcomes_free(Outcomes *outcomes) {
    if (!outcomes) return;
    arena_clear(&outcomes->arena);
    arena_clear(&outcomes->kept);
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
    outcomes->there = arena_array(&outcomes->arena, stride, sizeof *outcomes->there);
    outcomes->errors = arena_array(&outcomes->arena, stride, sizeof *outcomes->errors);
    outcomes->stated = arena_array(&outcomes->arena, stride, sizeof *outcomes->stated);
    outcomes->refused = arena_array(&outcomes->arena, stride, sizeof *outcomes->refused);
    outcomes->reserved = arena_array(&outcomes->arena, stride, sizeof *outcomes->reserved);
    if (!zeros || !ones || !outcomes->there || !outcomes->errors || !outcomes->stated || !outcomes->refused || !outcomes->reserved)
        return false;
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

static Planes planes_or(const Run *run, TermId term, Planes absent) {
    return term == NO_TERM ? absent : run_planes(run, term);
}

/* A need stated without its level: its parent surely in, the level of the programme possible. */
static void find_stated(Outcomes *outcomes, const Run *run, const Asked *asked) {
    memset(outcomes->stated, 0, outcomes->stride * sizeof(uint64_t));
    if (asked->level_count == 0) return;
    const int needs = outcomes->plan->rulebook->vocabulary.needs;
    if (!run_column(run, needs)->present) return;
    const Choices *choices = &run->choices[needs];
    for (size_t i = 0; i < asked->level_count; i++) {
        const uint64_t *possible = choices->possible + asked->levels[i].choice * choices->stride;
        const uint64_t *sure = choices->sure + asked->levels[i].parent * choices->stride;
        for (size_t w = 0; w < outcomes->stride; w++) outcomes->stated[w] |= possible[w] & sure[w];
    }
}

static void find_errors(Outcomes *outcomes, const Run *run, const Programme *programme) {
    memset(outcomes->errors, programme->failed ? 0xff : 0, outcomes->stride * sizeof(uint64_t));
    for (size_t i = 0; i < run->failure_count; i++)
        if (!bits_has(outcomes->errors, run->failures[i].row) && programme_calls(programme, run->failures[i].callback))
            bits_put(outcomes->errors, run->failures[i].row);
}

/* Of the reserves: the rows that one is known to fail on, and those that one leaves open. */
static void find_reserves(Outcomes *outcomes, const Run *run, const Asked *asked) {
    memset(outcomes->refused, 0, outcomes->stride * sizeof(uint64_t));
    memset(outcomes->reserved, 0, outcomes->stride * sizeof(uint64_t));
    for (size_t i = 0; i < asked->reserve_count; i++) {
        const Planes reserve = run_planes(run, asked->reserves[i]);
        for (size_t w = 0; w < outcomes->stride; w++) {
            outcomes->refused[w] |= reserve.no[w];
            outcomes->reserved[w] |= ~(reserve.yes[w] | reserve.no[w]);
        }
    }
}

/* ---- The table: planes of a programme as outcomes_planes lays them, one after the other from `out` */

static inline void judge_words(const Outcomes *outcomes, Planes conditions, Planes object, uint64_t *restrict out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        uint64_t errors = outcomes->errors[w], left = outcomes->there[w], failed = outcomes->refused[w] | conditions.no[w];
        out[VERDICT_ERROR * words + w] = left & errors;
        left &= ~errors;
        out[VERDICT_INELIGIBLE * words + w] = left & failed;
        left &= ~failed;
        out[VERDICT_NOT_APPLICABLE * words + w] = left & object.no[w];
        left &= ~object.no[w];
        uint64_t eligible = left & conditions.yes[w] & object.yes[w];
        out[VERDICT_ELIGIBLE * words + w] = eligible;
        out[VERDICT_UNDETERMINED * words + w] = left & ~eligible;
        out[VERDICT_COUNT * words + w] = eligible & outcomes->reserved[w];
    }
}

static inline void weigh_words(const Outcomes *outcomes, Planes strong, Planes possible, Planes irrelevant, Planes partly,
                               uint64_t *restrict out, size_t words) {
    for (size_t w = 0; w < words; w++) {
        uint64_t left = outcomes->there[w], none = irrelevant.yes[w], fails = strong.no[w] & possible.no[w];
        uint64_t sure = strong.yes[w] & ~partly.yes[w];
        out[RELEVANCE_STRONG * words + w] = left & ~none & sure;
        uint64_t some = strong.yes[w] | possible.yes[w] | (outcomes->stated[w] & ~fails);
        out[RELEVANCE_POSSIBLE * words + w] = left & ~none & ~sure & some;
        none |= ~sure & ~some & fails;
        out[RELEVANCE_NONE * words + w] = left & none;
        out[RELEVANCE_UNKNOWN * words + w] = left & ~none & ~sure & ~some;
    }
}

static inline void fill_words(const Outcomes *outcomes, const Run *run, const Programme *programme, const Asked *asked,
                              uint64_t *out, size_t words) {
    const Planes unknown = {outcomes->always.no, outcomes->always.no};
    const Planes absent = programme_says_need(programme) ? outcomes->never : unknown;
    judge_words(outcomes, run_planes(run, asked->conditions), planes_or(run, asked->object, outcomes->always), out, words);
    weigh_words(outcomes, planes_or(run, asked->strong, absent), planes_or(run, asked->possible, absent),
                planes_or(run, asked->irrelevant, outcomes->never), planes_or(run, asked->partly, outcomes->never),
                out + (VERDICT_COUNT + 1) * words, words);
}

/* A programme that was not read has a verdict, and nothing to be relevant by. */
static void fill_failed(const Outcomes *outcomes, uint64_t *out) {
    size_t words = outcomes->stride;
    memset(out, 0, PLANES * words * sizeof *out);
    memcpy(out + VERDICT_ERROR * words, outcomes->there, words * sizeof *out);
    memcpy(out + (VERDICT_COUNT + 1 + RELEVANCE_UNKNOWN) * words, outcomes->there, words * sizeof *out);
}

static void fill_programme(Outcomes *outcomes, const Run *run, size_t number) {
    const Programme *programme = &outcomes->plan->rulebook->programmes[number];
    const Asked *asked = &outcomes->asked[number];
    uint64_t *out = outcomes->planes + number * PLANES * outcomes->stride;
    find_errors(outcomes, run, programme);
    find_reserves(outcomes, run, asked);
    find_stated(outcomes, run, asked);
    if (outcomes->stride == BLOCK_WORDS) fill_words(outcomes, run, programme, asked, out, BLOCK_WORDS);
    else fill_words(outcomes, run, programme, asked, out, outcomes->stride);
}

Status outcomes_of_block(Outcomes *outcomes, const Answers *answers) {
    const Rulebook *rulebook = outcomes->plan->rulebook;
    const Run *run = answers_run(answers);
    if (!fit_to(outcomes, run->block->capacity)) return STATUS_NO_MEMORY;
    outcomes->rows = run->block->rows;
    for (size_t w = 0; w < outcomes->stride; w++) outcomes->there[w] = run_rows(run, w);
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        if (rulebook->programmes[i].failed) fill_failed(outcomes, outcomes->planes + i * PLANES * outcomes->stride);
        else fill_programme(outcomes, run, i);
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
