/* The keys that rank a programme depend on little of a structure: its outcome, a clock, a few conditions. So the rows of a block
 * fall, programme by programme, into a few cases that all rows of a case share, and the measures of a case are worked out once and
 * kept. All cases known so far stand in one order; dealt out in that order, each to its rows, they leave every row with its
 * programmes ranked, and nothing is compared row by row. */
#include "explain/recommend.h"

#include "base/sort.h"
#include "evaluate/gather.h"
#include "explain/ranking_keys.h"

#include <math.h>
#include <string.h>

/* What a case is told by, in this order; then the conditions of the programme's attributes. */
enum { TOLD_RELEVANCE, TOLD_VERDICT, TOLD_URGENT, TOLD_SPREADING, TOLD_EXCESS, TOLD_CONDITIONS };

typedef struct Case {
    unsigned programme;
    long *told;                     /* of each thing that tells */
    long measures[POLICY_KEYS_MAX]; /* 0 past those of the policy */
} Case;

/* A programme, and the cases of it that were met so far. */
typedef struct Subject {
    const Node **conditions; /* that its calendar, duration, cost and endowment depend on */
    size_t condition_count, condition_capacity;
    unsigned *cases;
    size_t case_count, case_capacity;
    size_t next; /* of its cases, the one after that which was met last: blocks meet them in much the same order */
} Subject;

struct Recommender {
    const Memory *memory;
    const Plan *plan;
    Policy policy;
    CandidateFacts facts;
    Arena kept; /* owns what lives as long as the recommender */
    Subject *subjects;
    Case *cases;
    size_t case_count, case_capacity;
    unsigned *order; /* all cases, best first, up to the `placed` first that were met */
    size_t order_capacity, placed;
    Value strategies, targets, copies;
    Arena block; /* owns what follows, for one block */
    size_t rows, words;
    uint64_t *spreading;
    const double *days; /* by row: the most that the directors may have */
    uint64_t **dealt;   /* by case: its rows; NULL: none */
    size_t dealt_capacity;
    uint64_t *counted[8 * sizeof(unsigned)]; /* how many programmes each row has, in binary digits, `digits` of them */
    size_t digits;
    unsigned *lists;
    unsigned *starts; /* by row, and the end of the last */
    unsigned *ends;   /* by row: of what was dealt so far */
};

/* ---- Making one */

static bool add_conditions(Recommender *recommender, Subject *subject, const Attribute *attribute) {
    for (size_t i = 0; attribute && i < attribute->part_count; i++) {
        if (attribute->conditions && attribute->conditions[i]) {
            const Node **conditions = arena_grow(&recommender->kept, subject->conditions, subject->condition_count,
                                                 &subject->condition_capacity, sizeof *conditions);
            if (!conditions) return false;
            subject->conditions = conditions;
            conditions[subject->condition_count++] = attribute->conditions[i];
        }
        if (!add_conditions(recommender, subject, attribute->parts[i])) return false;
    }
    return true;
}

static bool make_subjects(Recommender *recommender) {
    const Rulebook *rulebook = plan_rulebook(recommender->plan);
    recommender->subjects = arena_array(&recommender->kept, rulebook->programme_count, sizeof *recommender->subjects);
    for (size_t i = 0; recommender->subjects && i < rulebook->programme_count; i++) {
        const Programme *programme = &rulebook->programmes[i];
        const Attribute *const attributes[] = {programme->calendar, programme->duration, programme->cost, programme->endowment};
        for (size_t k = 0; k < sizeof attributes / sizeof *attributes; k++)
            if (!add_conditions(recommender, &recommender->subjects[i], attributes[k])) return false;
    }
    return recommender->subjects && plan_value_room(recommender->plan, &recommender->kept, &recommender->strategies) &&
           plan_value_room(recommender->plan, &recommender->kept, &recommender->targets) &&
           plan_value_room(recommender->plan, &recommender->kept, &recommender->copies);
}

Status recommender_new(const Memory *memory, const Plan *plan, Recommender **out) {
    Recommender *recommender = memory_new(memory, sizeof *recommender);
    if (!recommender) return STATUS_NO_MEMORY;
    const Rulebook *rulebook = plan_rulebook(plan);
    *recommender = (Recommender){
        .memory = memory, .plan = plan, .policy = policy_of(rulebook), .facts = candidate_facts(&rulebook->vocabulary)};
    while (rulebook->programme_count >> recommender->digits) recommender->digits++;
    arena_init(&recommender->kept, memory);
    arena_init(&recommender->block, memory);
    if (!make_subjects(recommender)) {
        recommender_free(recommender);
        return STATUS_NO_MEMORY;
    }
    *out = recommender;
    return STATUS_OK;
}

void recommender_free(Recommender *recommender) {
    if (!recommender) return;
    arena_clear(&recommender->block);
    arena_clear(&recommender->kept);
    memory_free(recommender->memory, recommender, sizeof *recommender);
}

/* ---- Cases */

/* The truth of a condition, as the case tells it. */
typedef struct Telling {
    const Subject *subject;
    const Programme *programme;
    const long *told;
} Telling;

static Truth told_truth(const void *context, const Node *node) {
    const Telling *telling = context;
    if (node == telling->programme->urgent) return telling->told[TOLD_URGENT] ? TRUTH_TRUE : TRUTH_FALSE;
    for (size_t i = 0; i < telling->subject->condition_count; i++)
        if (telling->subject->conditions[i] == node) return (Truth)telling->told[TOLD_CONDITIONS + i];
    return TRUTH_UNKNOWN; /* what makes an urgency give way is told with it */
}

static void measure(const Recommender *recommender, Case *item) {
    const Rulebook *rulebook = plan_rulebook(recommender->plan);
    const Telling telling = {&recommender->subjects[item->programme], &rulebook->programmes[item->programme], item->told};
    bool eligible = item->told[TOLD_VERDICT] < 2;
    Candidate candidate = {.programme = telling.programme,
                           .outcome = {.verdict = eligible ? VERDICT_ELIGIBLE : VERDICT_UNDETERMINED,
                                       .under_reserve = item->told[TOLD_VERDICT] == 1,
                                       .relevance = (Relevance)item->told[TOLD_RELEVANCE]},
                           .spreading = item->told[TOLD_SPREADING],
                           .excess = item->told[TOLD_EXCESS],
                           .date = plan_date(recommender->plan),
                           .siege = rulebook->vocabulary.siege};
    candidate_by(&candidate, (Truths){told_truth, &telling});
    policy_measure(&recommender->policy, &candidate, item->measures);
}

static Case *new_case(Recommender *recommender, unsigned programme, const long *told) {
    Subject *subject = &recommender->subjects[programme];
    size_t length = TOLD_CONDITIONS + subject->condition_count;
    Case *cases =
        arena_grow(&recommender->kept, recommender->cases, recommender->case_count, &recommender->case_capacity, sizeof *cases);
    if (!cases) return NULL;
    recommender->cases = cases;
    unsigned *own =
        arena_grow(&recommender->kept, subject->cases, subject->case_count, &subject->case_capacity, sizeof *subject->cases);
    long *copy = arena_array(&recommender->kept, length, sizeof *copy);
    if (!own || !copy) return NULL;
    subject->cases = own;
    memcpy(copy, told, length * sizeof *copy);
    Case *item = &cases[recommender->case_count];
    *item = (Case){.programme = programme, .told = copy};
    measure(recommender, item);
    own[subject->case_count++] = (unsigned)recommender->case_count++;
    return item;
}

static Case *find_case(Recommender *recommender, unsigned programme, const long *told) {
    Subject *subject = &recommender->subjects[programme];
    size_t length = TOLD_CONDITIONS + subject->condition_count;
    for (size_t i = 0; i < subject->case_count; i++) {
        if (subject->next >= subject->case_count) subject->next = 0;
        Case *item = &recommender->cases[subject->cases[subject->next++]];
        if (memcmp(item->told, told, length * sizeof *told) == 0) return item;
    }
    return new_case(recommender, programme, told);
}

static int compare_cases(const void *a, const void *b) {
    const Case *first = *(Case *const *)a, *second = *(Case *const *)b;
    for (size_t key = 0; key < POLICY_KEYS_MAX; key++)
        if (first->measures[key] != second->measures[key]) return first->measures[key] < second->measures[key] ? -1 : 1;
    return (first->programme > second->programme) - (first->programme < second->programme);
}

/* The cases that are new since the last block, sorted. */
static Case **sorted_news(Recommender *recommender) {
    size_t count = recommender->case_count - recommender->placed;
    Case **news = arena_array(&recommender->block, count, sizeof *news);
    if (!news) return NULL;
    for (size_t i = 0; i < count; i++) news[i] = &recommender->cases[recommender->placed + i];
    return sort_stable(&recommender->block, news, count, sizeof *news, compare_cases) == STATUS_OK ? news : NULL;
}

static bool grow_order(Recommender *recommender) {
    while (recommender->order_capacity < recommender->case_count) {
        unsigned *order = arena_grow(&recommender->kept, recommender->order, recommender->order_capacity,
                                     &recommender->order_capacity, sizeof *order);
        if (!order) return false;
        recommender->order = order;
    }
    return true;
}

/* Merges the new cases into the others from the end, so that each moves once. */
static bool put_in_order(Recommender *recommender) {
    size_t old = recommender->placed, left = recommender->case_count - old;
    if (left == 0) return true;
    Case **news = sorted_news(recommender);
    if (!news || !grow_order(recommender)) return false;
    for (size_t place = recommender->case_count; left > 0;) {
        Case *last = old > 0 ? &recommender->cases[recommender->order[old - 1]] : NULL;
        bool take_old = last && compare_cases(&last, &news[left - 1]) > 0;
        recommender->order[--place] = take_old ? recommender->order[--old] : (unsigned)(news[--left] - recommender->cases);
    }
    recommender->placed = recommender->case_count;
    return true;
}

/* ---- Dividing the rows of a programme into cases */

/* One programme of the block at work. */
typedef struct Division {
    Recommender *recommender;
    const Answers *answers;
    const Programme *programme;
    unsigned number;
    OutcomePlanes outcomes;
    long *told;
    uint64_t *room; /* the rows that are left at each depth */
} Division;

/* Rows that stand in `in` and not in `out` (or NULL) are told by `told`. */
typedef struct Option {
    const uint64_t *in, *out;
    long told;
} Option;

#define NO_REST (-1)

static bool divide(Division *division, size_t depth);

static bool keep_rows(Division *division, size_t depth) {
    Recommender *recommender = division->recommender;
    const uint64_t *rows = division->room + depth * recommender->words;
    const Case *item = find_case(recommender, division->number, division->told);
    if (!item) return false;
    size_t number = (size_t)(item - recommender->cases);
    while (number >= recommender->dealt_capacity) {
        uint64_t **dealt = arena_grow(&recommender->kept, recommender->dealt, recommender->dealt_capacity,
                                      &recommender->dealt_capacity, sizeof *dealt);
        if (!dealt) return false;
        recommender->dealt = dealt;
    }
    recommender->dealt[number] = arena_bytes(&recommender->block, recommender->words * sizeof *rows);
    if (recommender->dealt[number]) memcpy(recommender->dealt[number], rows, recommender->words * sizeof *rows);
    return recommender->dealt[number] != NULL;
}

/* Takes the rows of an option away from those that are left. Are there any? */
static inline bool take_words(const Option *option, uint64_t *restrict left, uint64_t *restrict taken, size_t words) {
    uint64_t any = 0;
    for (size_t w = 0; w < words; w++) any |= taken[w] = left[w] & option->in[w];
    for (size_t w = 0; w < words && option->out; w++) taken[w] &= ~option->out[w];
    for (size_t w = 0; w < words; w++) left[w] &= ~taken[w];
    return option->out ? !bits_empty(taken, words) : any != 0;
}

static bool take(const Option *option, uint64_t *left, uint64_t *taken, size_t words) {
    return words == BLOCK_WORDS ? take_words(option, left, taken, BLOCK_WORDS) : take_words(option, left, taken, words);
}

/* Goes on with each option's rows, then with those of none, told by `rest`, unless that is NO_REST. */
static bool split(Division *division, size_t depth, const Option *options, size_t count, long rest) {
    size_t words = division->recommender->words;
    uint64_t *left = division->room + depth * words, *taken = left + words;
    for (size_t i = 0; i < count; i++) {
        if (!take(&options[i], left, taken, words)) continue;
        division->told[depth] = options[i].told;
        if (!divide(division, depth + 1)) return false;
    }
    if (rest == NO_REST || bits_empty(left, words)) return true;
    memcpy(taken, left, words * sizeof *taken);
    division->told[depth] = rest;
    return divide(division, depth + 1);
}

static bool split_by_urgency(Division *division) {
    const Programme *programme = division->programme;
    if (!programme->urgent) return split(division, TOLD_URGENT, NULL, 0, 0);
    const uint64_t *unless = programme->urgent_unless ? answers_planes(division->answers, programme->urgent_unless).yes : NULL;
    const Option urgent = {answers_planes(division->answers, programme->urgent).yes, unless, 1};
    return split(division, TOLD_URGENT, &urgent, 1, 0);
}

/* The rows of each different excess, smallest row first. */
static bool split_by_excess(Division *division) {
    Recommender *recommender = division->recommender;
    size_t words = recommender->words;
    uint64_t *left = division->room + TOLD_EXCESS * words, *taken = left + words;
    if (!recommender->days || isnan(division->programme->days_per_month)) return split(division, TOLD_EXCESS, NULL, 0, 0);
    for (size_t first = 0; first < words; first++) {
        while (left[first]) {
            long excess =
                candidate_excess(division->programme, recommender->days[first * 64 + (size_t)__builtin_ctzll(left[first])]);
            memset(taken, 0, words * sizeof *taken);
            for (size_t w = first; w < words; w++)
                for (uint64_t rows = left[w]; rows; rows &= rows - 1) {
                    size_t row = w * 64 + (size_t)__builtin_ctzll(rows);
                    if (candidate_excess(division->programme, recommender->days[row]) == excess) bits_put(taken, row);
                }
            for (size_t w = first; w < words; w++) left[w] &= ~taken[w];
            division->told[TOLD_EXCESS] = excess;
            if (!divide(division, TOLD_EXCESS + 1)) return false;
        }
    }
    return true;
}

static bool divide(Division *division, size_t depth) {
    const Recommender *recommender = division->recommender;
    const Subject *subject = &recommender->subjects[division->number];
    const OutcomePlanes *outcomes = &division->outcomes;
    const Option relevances[] = {{outcomes->relevances[RELEVANCE_STRONG], NULL, RELEVANCE_STRONG},
                                 {outcomes->relevances[RELEVANCE_POSSIBLE], NULL, RELEVANCE_POSSIBLE}};
    const Option verdicts[] = {{outcomes->under_reserve, NULL, 1},
                               {outcomes->verdicts[VERDICT_ELIGIBLE], NULL, 0},
                               {outcomes->verdicts[VERDICT_UNDETERMINED], NULL, 2}};
    const Option spreading = {recommender->spreading, NULL, 1};
    switch (depth) {
    case TOLD_RELEVANCE: return split(division, depth, relevances, 2, NO_REST);
    case TOLD_VERDICT: return split(division, depth, verdicts, 3, NO_REST);
    case TOLD_URGENT: return split_by_urgency(division);
    case TOLD_SPREADING: return split(division, depth, &spreading, recommender->spreading != NULL, 0);
    case TOLD_EXCESS: return split_by_excess(division);
    default: break;
    }
    if (depth == TOLD_CONDITIONS + subject->condition_count) return keep_rows(division, depth);
    const Planes planes = answers_planes(division->answers, subject->conditions[depth - TOLD_CONDITIONS]);
    const Option truths[] = {{planes.yes, NULL, TRUTH_TRUE}, {planes.no, NULL, TRUTH_FALSE}};
    return split(division, depth, truths, 2, TRUTH_UNKNOWN);
}

/* Those of a programme that are ranked. False when there are none. */
static bool ranked_rows(const OutcomePlanes *outcomes, size_t words, uint64_t *rows) {
    uint64_t any = 0;
    for (size_t w = 0; w < words; w++) {
        rows[w] = (outcomes->verdicts[VERDICT_ELIGIBLE][w] | outcomes->verdicts[VERDICT_UNDETERMINED][w]) &
                  (outcomes->relevances[RELEVANCE_STRONG][w] | outcomes->relevances[RELEVANCE_POSSIBLE][w]);
        any |= rows[w];
    }
    return any;
}

/* Adds one to each row's count. */
static void count_rows(const Recommender *recommender, const uint64_t *rows) {
    for (size_t w = 0; w < recommender->words; w++) {
        uint64_t carry = rows[w];
        for (size_t digit = 0; carry; digit++) {
            uint64_t both = recommender->counted[digit][w] & carry;
            recommender->counted[digit][w] ^= carry;
            carry = both;
        }
    }
}

static bool divide_programmes(Recommender *recommender, const Answers *answers, const Outcomes *outcomes) {
    const Rulebook *rulebook = plan_rulebook(recommender->plan);
    size_t deepest = 0;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (recommender->subjects[i].condition_count > deepest) deepest = recommender->subjects[i].condition_count;
    Division division = {.recommender = recommender, .answers = answers};
    division.told = arena_array(&recommender->block, deepest + TOLD_CONDITIONS, sizeof *division.told);
    division.room = arena_array(&recommender->block, (deepest + TOLD_CONDITIONS + 2) * recommender->words, sizeof(uint64_t));
    if (!division.told || !division.room) return false;
    for (unsigned i = 0; i < rulebook->programme_count; i++) {
        division.programme = &rulebook->programmes[i];
        division.number = i;
        division.outcomes = outcomes_planes(outcomes, i);
        if (!ranked_rows(&division.outcomes, recommender->words, division.room)) continue;
        count_rows(recommender, division.room);
        if (!divide(&division, TOLD_RELEVANCE)) return false;
    }
    return true;
}

/* ---- A block */

/* Is the model that a row copies copied to other regions? */
static bool spreads(Recommender *recommender, const Answers *answers, size_t row) {
    const CandidateFacts *facts = &recommender->facts;
    answers_value(answers, facts->strategies, row, &recommender->strategies);
    if (facts->targets >= 0) answers_value(answers, facts->targets, row, &recommender->targets);
    if (facts->copies >= 0) answers_value(answers, facts->copies, row, &recommender->copies);
    return candidate_spreading(&plan_rulebook(recommender->plan)->vocabulary, facts, &recommender->strategies,
                               &recommender->targets, &recommender->copies);
}

/* The rows on which a model is copied to other regions; NULL when none is. */
static bool find_spreading(Recommender *recommender, const Answers *answers) {
    const CandidateFacts *facts = &recommender->facts;
    recommender->spreading = NULL;
    if (facts->strategies < 0 || !answers_informed(answers, facts->strategies)) return true;
    recommender->spreading = arena_array(&recommender->block, recommender->words, sizeof *recommender->spreading);
    if (!recommender->spreading) return false;
    if (facts->duplication >= 0) answers_holding(answers, facts->strategies, (size_t)facts->duplication, recommender->spreading);
    for (size_t w = 0; w < recommender->words; w++)
        for (uint64_t left = recommender->spreading[w]; left; left &= left - 1) {
            size_t row = w * 64 + (size_t)__builtin_ctzll(left);
            if (row < recommender->rows && !spreads(recommender, answers, row)) bits_drop(recommender->spreading, row);
        }
    return true;
}

static bool find_days(Recommender *recommender, const Answers *answers) {
    int fact = recommender->facts.days;
    recommender->days = fact < 0 ? NULL : answers_highs(answers, fact);
    if (fact < 0 || recommender->days) return true;
    double *days = arena_bytes(&recommender->block, recommender->rows * sizeof *days);
    for (size_t row = 0; days && row < recommender->rows; row++)
        days[row] = plan_rulebook(recommender->plan)->vocabulary.facts[fact].maximum;
    recommender->days = days;
    return days != NULL;
}

static bool begin_block(Recommender *recommender, const Answers *answers, const Outcomes *outcomes) {
    arena_reset(&recommender->block);
    recommender->rows = outcomes_row_count(outcomes);
    recommender->words = outcomes_words(outcomes);
    if (recommender->dealt) memset(recommender->dealt, 0, recommender->dealt_capacity * sizeof(uint64_t *));
    uint64_t *planes = arena_array(&recommender->block, recommender->digits * recommender->words, sizeof *planes);
    for (size_t i = 0; planes && i < recommender->digits; i++) recommender->counted[i] = planes + i * recommender->words;
    return planes && find_spreading(recommender, answers) && find_days(recommender, answers);
}

/* How many programmes each of 64 rows has: the binary digits of eight rows are laid side by side, eight digits at a time. */
static void count_programmes(const Recommender *recommender, size_t word, unsigned counts[64]) {
    memset(counts, 0, (size_t)64 * sizeof *counts);
    for (size_t first = 0; first < recommender->digits; first += 8)
        for (size_t row = 0; row < 64; row += 8) {
            uint64_t eight = 0;
            uint8_t bytes[8];
            for (size_t digit = first; digit < recommender->digits && digit < first + 8; digit++)
                eight |= spread_bits((unsigned)(recommender->counted[digit][word] >> row) & 0xFF) << (digit - first);
            memcpy(bytes, &eight, sizeof bytes);
            for (size_t i = 0; i < 8; i++) counts[row + i] |= (unsigned)bytes[i] << first;
        }
}

static bool make_lists(Recommender *recommender, size_t top) {
    unsigned counts[64], start = 0;
    recommender->starts = arena_array(&recommender->block, recommender->rows + 1, sizeof *recommender->starts);
    recommender->ends = arena_array(&recommender->block, recommender->rows + 1, sizeof *recommender->ends);
    if (!recommender->starts || !recommender->ends) return false;
    for (size_t row = 0; row < recommender->rows; row++) {
        if (row % 64 == 0) count_programmes(recommender, row / 64, counts);
        recommender->starts[row] = recommender->ends[row] = start;
        start += counts[row % 64] < top ? counts[row % 64] : (unsigned)top;
    }
    recommender->starts[recommender->rows] = start;
    recommender->lists = arena_bytes(&recommender->block, start * sizeof *recommender->lists);
    return recommender->lists != NULL;
}

/* Gives the case's programme to each of its rows. */
static void deal(Recommender *recommender, const Case *item) {
    const uint64_t *rows = recommender->dealt[item - recommender->cases];
    const unsigned programme = item->programme;
    unsigned *lists = recommender->lists;
    for (size_t w = 0; w < recommender->words; w++) {
        unsigned *ends = recommender->ends + w * 64;
        for (uint64_t left = rows[w]; left; left &= left - 1) lists[ends[__builtin_ctzll(left)]++] = programme;
    }
}

/* The same, to those that still have room. */
static void deal_waiting(Recommender *recommender, const Case *item, uint64_t *waiting) {
    const uint64_t *rows = recommender->dealt[item - recommender->cases];
    for (size_t w = 0; w < recommender->words; w++)
        for (uint64_t left = rows[w] & waiting[w]; left; left &= left - 1) {
            size_t row = w * 64 + (size_t)__builtin_ctzll(left);
            recommender->lists[recommender->ends[row]++] = item->programme;
            if (recommender->ends[row] == recommender->starts[row + 1]) bits_drop(waiting, row);
        }
}

static bool deal_all(Recommender *recommender, size_t top) {
    bool all = top >= plan_rulebook(recommender->plan)->programme_count;
    uint64_t *waiting = arena_array(&recommender->block, recommender->words, sizeof *waiting);
    if (!waiting) return false;
    for (size_t row = 0; row < recommender->rows; row++)
        if (recommender->starts[row] < recommender->starts[row + 1]) bits_put(waiting, row);
    for (size_t i = 0; i < recommender->case_count; i++) {
        unsigned number = recommender->order[i];
        if (number >= recommender->dealt_capacity || !recommender->dealt[number]) continue;
        if (all) deal(recommender, &recommender->cases[number]);
        else deal_waiting(recommender, &recommender->cases[number], waiting);
    }
    return true;
}

Status recommend_block(Recommender *recommender, const Answers *answers, const Outcomes *outcomes, size_t top) {
    if (!begin_block(recommender, answers, outcomes) || !divide_programmes(recommender, answers, outcomes)) return STATUS_NO_MEMORY;
    if (!put_in_order(recommender)) return STATUS_NO_MEMORY;
    return make_lists(recommender, top) && deal_all(recommender, top) ? STATUS_OK : STATUS_NO_MEMORY;
}

const unsigned *recommendations_get(const Recommender *recommender, size_t row, size_t *count) {
    *count = recommender->starts[row + 1] - recommender->starts[row];
    return recommender->lists + recommender->starts[row];
}

unsigned recommendations_case(const Recommender *recommender, size_t row, unsigned programme) {
    const Subject *subject = &recommender->subjects[programme];
    for (size_t i = 0; i < subject->case_count; i++) {
        const unsigned number = subject->cases[i];
        const uint64_t *rows = number < recommender->dealt_capacity ? recommender->dealt[number] : NULL;
        if (rows && bits_has(rows, row)) return number;
    }
    return NO_CASE;
}
