/* Down the author's tree, along what is unknown: a part whose answer is known cannot change, and nothing below it matters. A
 * derived fact is followed into the conditions of its branches; where these are settled and it is still open (« contesté »), only
 * a declaration of the fact itself can settle it. */
#include "evaluate/missing.h"
#include "evaluate/program.h"

typedef struct Search {
    const Plan *plan;
    const Answers *answers;
    const Rulebook *rulebook;
    uint64_t *seen;
    uint64_t *entered; /* derived facts already followed */
    int *facts;
    size_t count;
    Value value; /* room for the largest */
} Search;

static void search_node(Search *search, const Node *node);

static void add_fact(Search *search, int fact) {
    if (bits_has(search->seen, (size_t)fact)) return;
    bits_put(search->seen, (size_t)fact);
    search->facts[search->count++] = fact;
}

static void search_fact(Search *search, int fact);

static void search_compute(Search *search, const Compute *compute) {
    if (!compute) return;
    if (compute->kind == COMPUTE_FACT) search_fact(search, compute->fact);
    search_compute(search, compute->left);
    search_compute(search, compute->right);
}

static void search_derivation(Search *search, const Derivation *derivation) {
    for (size_t i = 0; i < derivation->branch_count; i++) {
        const Node *condition = derivation->branches[i].condition;
        if (!condition) break;
        Truth truth = answers_truth(search->answers, condition, 0);
        if (truth == TRUTH_UNKNOWN) search_node(search, condition);
        if (truth == TRUTH_TRUE && derivation->kind == DERIVE_BRANCHES) break;
    }
    search_compute(search, derivation->compute);
}

static void search_fact(Search *search, int fact) {
    answers_value(search->answers, fact, 0, &search->value);
    if (search->value.shape != SHAPE_TEXT && value_known(&search->value)) return;
    int number = search->plan->derivation_of_fact[fact];
    if (number < 0) {
        add_fact(search, fact);
        return;
    }
    if (bits_has(search->entered, (size_t)fact)) return;
    bits_put(search->entered, (size_t)fact);
    const Derivation *derivation = &search->rulebook->derivations[number];
    if (derivation_shown_by(derivation) >= 0) add_fact(search, fact);
    size_t before = search->count;
    search_derivation(search, derivation);
    if (search->count == before && !search->rulebook->vocabulary.facts[fact].hidden) add_fact(search, fact);
}

static void search_test(Search *search, const Node *node) {
    int applies_if = search->rulebook->vocabulary.facts[node->test.fact].applies_if;
    if (applies_if >= 0) search_node(search, search->rulebook->applicability[applies_if]);
    search_fact(search, node->test.fact);
}

/* Of a `selon`, not the branches that others were taken before, or that cannot be. */
static void search_select(Search *search, const Node *node) {
    for (size_t i = 0; i + 1 < node->part_count; i += 2) {
        const Truth truth = answers_truth(search->answers, node->parts[i], 0);
        search_node(search, node->parts[i]);
        if (truth != TRUTH_FALSE) search_node(search, node->parts[i + 1]);
        if (truth == TRUTH_TRUE) return;
    }
    if (node->part_count % 2 == 1) search_node(search, node->parts[node->part_count - 1]);
}

static void search_node(Search *search, const Node *node) {
    if (!node || answers_truth(search->answers, node, 0) != TRUTH_UNKNOWN) return;
    if (node->kind == NODE_TEST) search_test(search, node);
    for (size_t i = 0; node->callback && i < node->callback->fact_count; i++) search_fact(search, node->callback->facts[i]);
    if (node->kind == NODE_SELECT) search_select(search, node);
    else
        for (size_t i = 0; i < node->part_count; i++) search_node(search, node->parts[i]);
}

Status missing_facts(Arena *arena, const Plan *plan, const Answers *answers, const Programme *programme, int **facts,
                     size_t *count) {
    size_t all = plan->rulebook->vocabulary.count, words = bits_words(all);
    Search search = {.plan = plan, .answers = answers, .rulebook = plan->rulebook};
    search.seen = arena_array(arena, words, sizeof(uint64_t));
    search.entered = arena_array(arena, words, sizeof(uint64_t));
    search.facts = arena_array(arena, all, sizeof(int));
    if (!search.seen || !search.entered || !search.facts) return STATUS_NO_MEMORY;
    if (!plan_value_room(plan, arena, &search.value)) return STATUS_NO_MEMORY;
    Outcome outcome = outcome_of(answers, plan->rulebook, programme, 0);
    if (outcome.verdict != VERDICT_ERROR && outcome.verdict != VERDICT_INELIGIBLE) {
        search_node(&search, programme->conditions);
        search_node(&search, programme->object);
        for (size_t i = 0; i < programme->reserve_count; i++) search_node(&search, programme->reserves[i]);
    }
    *facts = search.facts;
    *count = search.count;
    return STATUS_OK;
}
