/* Written apart from evaluate/: it shares the values of knowledge/ and the calendar of base/, nothing else. */
#include "oracle.h"
#include <assert.h>
#include <math.h>
#include <string.h>

static Truth invert(Truth truth) {
    if (truth == TRUTH_UNKNOWN) return TRUTH_UNKNOWN;
    return truth == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
}

/* ---- One number against one bound: -1 below, 0 equal, 1 above, for the quantity that the author compares. */

static int compare(const Oracle *oracle, const Test *test, const Bound *bound, double x) {
    if (test->comparison != TEST_DURATION) return (x > bound->number) - (x < bound->number);
    if (isinf(x)) return ((x > 0) == test->until) ? 1 : -1;
    if (test->until) {
        Day limit = day_add(oracle->date, bound->duration);
        return ((Day)x > limit) - ((Day)x < limit);
    }
    Day reached = day_add((Day)x, bound->duration);
    return (reached < oracle->date) - (reached > oracle->date);
}

static Truth bound_at(const Oracle *oracle, const Test *test, const Bound *bound, bool low, double x) {
    int order = compare(oracle, test, bound, x);
    if (order == 0) return bound->tie_unknown ? TRUTH_UNKNOWN : bound->strict ? TRUTH_FALSE : TRUTH_TRUE;
    return (order > 0) == low ? TRUTH_TRUE : TRUTH_FALSE;
}

static Truth number_at(const Oracle *oracle, const Test *test, double x) {
    Truth low = test->low.present ? bound_at(oracle, test, &test->low, true, x) : TRUTH_TRUE;
    Truth high = test->high.present ? bound_at(oracle, test, &test->high, false, x) : TRUTH_TRUE;
    if (low == TRUTH_FALSE || high == TRUTH_FALSE) return TRUTH_FALSE;
    return low == TRUTH_TRUE && high == TRUTH_TRUE ? TRUTH_TRUE : TRUTH_UNKNOWN;
}

/* Every whole number of the span: test facts are small. */
static Truth over_span(const Oracle *oracle, const Test *test, Span span) {
    Truth answer = number_at(oracle, test, span.low);
    if (span.low != floor(span.low) || span.high != floor(span.high)) {
        Truth high = number_at(oracle, test, span.high);
        assert(span.high - span.low < 1000);
        for (double x = ceil(span.low); x <= span.high; x++)
            if (number_at(oracle, test, x) != answer) return TRUTH_UNKNOWN;
        return high == answer ? answer : TRUTH_UNKNOWN;
    }
    for (double x = span.low; x <= span.high; x++)
        if (number_at(oracle, test, x) != answer) return TRUTH_UNKNOWN;
    return answer;
}

/* ---- Candidates and sets */

static bool accepted(const Fact *fact, const Test *test, size_t choice) {
    for (size_t i = 0; i < test->choice_count; i++)
        for (int up = (int)choice; up >= 0; up = fact->choices[up].parent)
            if (up == test->choices[i]) return true;
    return false;
}

static Truth over_candidates(const Fact *fact, const Test *test, const Value *value) {
    bool yes = false, no = false, open = false;
    for (size_t choice = 0; choice < fact->choice_count; choice++) {
        if (!bits_has(value->possible, choice)) continue;
        if (accepted(fact, test, choice)) *(test->negated ? &no : &yes) = true;
        else if (test->open_list) open = true;
        else *(test->negated ? &yes : &no) = true;
    }
    if (yes && !no && !open) return TRUTH_TRUE;
    return no && !yes && !open ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static Truth over_set(const Test *test, const Value *value) {
    size_t sure = 0, possible = 0;
    for (size_t i = 0; i < test->choice_count; i++) {
        sure += bits_has(value->sure, (size_t)test->choices[i]);
        possible += bits_has(value->possible, (size_t)test->choices[i]);
    }
    if (test->any ? sure > 0 : sure == test->choice_count) return TRUTH_TRUE;
    bool no = test->any ? possible == 0 : possible < test->choice_count;
    return no && !test->open_list ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static Truth test_truth(const Oracle *oracle, const Test *test) {
    const Fact *fact = &oracle->rulebook->vocabulary.facts[test->fact];
    Value value = oracle_value(oracle, test->fact, NULL);
    Truth inside = test->comparison == TEST_CHOICES    ? over_candidates(fact, test, &value)
                   : test->comparison == TEST_CONTAINS ? over_set(test, &value)
                                                       : over_span(oracle, test, value.span);
    if (fact->applies_if < 0) return inside;
    Truth applies = oracle_truth(oracle, oracle->rulebook->applicability[fact->applies_if]);
    if (applies == TRUTH_TRUE) return inside;
    if (applies == TRUTH_FALSE || inside == TRUTH_FALSE) return TRUTH_FALSE;
    return TRUTH_UNKNOWN;
}

/* ---- Groups */

static Truth group_truth(const Oracle *oracle, const Node *node) {
    size_t yes = 0, no = 0;
    for (size_t i = 0; i < node->part_count; i++) {
        Truth truth = oracle_truth(oracle, node->parts[i]);
        yes += truth == TRUTH_TRUE;
        no += truth == TRUTH_FALSE;
    }
    bool all_yes = yes == node->part_count, all_no = no == node->part_count;
    if (node->kind == NODE_ALL) return no ? TRUTH_FALSE : all_yes ? TRUTH_TRUE : TRUTH_UNKNOWN;
    if (node->kind == NODE_ANY) return yes ? TRUTH_TRUE : all_no ? TRUTH_FALSE : TRUTH_UNKNOWN;
    return all_yes ? TRUTH_TRUE : all_no ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static Truth select_from(const Oracle *oracle, const Node *node, size_t at) {
    Truth first = oracle_truth(oracle, node->parts[at]);
    if (at + 1 == node->part_count) return first;
    Truth then = oracle_truth(oracle, node->parts[at + 1]);
    if (first == TRUTH_TRUE) return then;
    Truth rest = select_from(oracle, node, at + 2);
    if (first == TRUTH_FALSE) return rest;
    return then == rest ? then : TRUTH_UNKNOWN;
}

Truth oracle_truth(const Oracle *oracle, const Node *node) {
    switch (node->kind) {
    case NODE_TEST: return test_truth(oracle, &node->test);
    case NODE_NOT: return invert(oracle_truth(oracle, node->parts[0]));
    case NODE_CONSTANT: return node->constant;
    case NODE_SELECT: return select_from(oracle, node, 0);
    case NODE_ALL:
    case NODE_ANY:
    case NODE_DIVERGENCE: return group_truth(oracle, node);
    case NODE_CALLBACK: break;
    }
    return TRUTH_UNKNOWN;
}

/* ---- Derived facts */

static Value unknown(const Oracle *oracle, int fact) {
    Value value;
    bool ok = fact_unknown(&oracle->rulebook->vocabulary.facts[fact], oracle->arena, &value);
    assert(ok);
    (void)ok;
    return value;
}

static Value copy(const Oracle *oracle, int fact, const Value *value) {
    Value made = unknown(oracle, fact);
    made.span = value->span;
    if (value->shape != SHAPE_SPAN) memcpy(made.possible, value->possible, value->words * sizeof(uint64_t));
    if (value->shape == SHAPE_SET) memcpy(made.sure, value->sure, value->words * sizeof(uint64_t));
    return made;
}

static Value derived_branches(const Oracle *oracle, const Derivation *derivation) {
    Value made = unknown(oracle, derivation->fact);
    bool any = false;
    for (size_t i = 0; i < derivation->branch_count; i++) {
        const Branch *branch = &derivation->branches[i];
        Truth truth = branch->condition ? oracle_truth(oracle, branch->condition) : TRUTH_TRUE;
        if (truth == TRUTH_FALSE) continue;
        Value value = branch->unknown ? unknown(oracle, derivation->fact) : copy(oracle, derivation->fact, &branch->value);
        if (any) value_widen(&made, &value);
        else made = value;
        any = true;
        if (truth == TRUTH_TRUE) break;
    }
    return made;
}

static Value derived_members(const Oracle *oracle, const Derivation *derivation) {
    const Fact *fact = &oracle->rulebook->vocabulary.facts[derivation->fact];
    Value made = unknown(oracle, derivation->fact);
    for (size_t i = 0; i < derivation->branch_count; i++) {
        Truth truth = oracle_truth(oracle, derivation->branches[i].condition);
        for (size_t choice = 0; choice < fact->choice_count; choice++) {
            size_t member = (size_t)derivation->branches[i].member;
            if (truth == TRUTH_TRUE && bits_has(fact->choices[choice].below, member)) bits_put(made.sure, choice);
            if (truth == TRUTH_FALSE && bits_has(fact->choices[member].below, choice)) bits_drop(made.possible, choice);
        }
    }
    for (size_t w = 0; w < fact->words; w++) made.possible[w] |= made.sure[w];
    return made;
}

/* Tests only add facts: both ends then add up. */
static Span sum(const Oracle *oracle, const Compute *node) {
    if (node->kind == COMPUTE_NUMBER) return (Span){node->number, node->number};
    if (node->kind == COMPUTE_FACT) return oracle_value(oracle, node->fact, NULL).span;
    Span a = sum(oracle, node->left), b = sum(oracle, node->right);
    return (Span){a.low + b.low, a.high + b.high};
}

Value oracle_value(const Oracle *oracle, int fact, bool *disputed) {
    Value declared = unknown(oracle, fact);
    block_get(oracle->block, oracle->row, fact, &declared);
    for (size_t i = 0; i < oracle->rulebook->derivation_count; i++) {
        const Derivation *derivation = &oracle->rulebook->derivations[i];
        if (derivation->fact != fact) continue;
        Value nothing = unknown(oracle, fact);
        if (derivation->only_if_absent && !value_equal(&declared, &nothing)) return declared;
        Value derived = nothing;
        if (derivation->kind == DERIVE_BRANCHES) derived = derived_branches(oracle, derivation);
        if (derivation->kind == DERIVE_MEMBERS) derived = derived_members(oracle, derivation);
        if (derivation->kind == DERIVE_COMPUTED) derived.span = sum(oracle, derivation->compute);
        if (derivation->at_least) derived.span.high = nothing.span.high;
        if (value_narrow(&declared, &derived)) return declared;
        value_widen(&declared, &derived);
        if (disputed) *disputed = true;
    }
    return declared;
}
