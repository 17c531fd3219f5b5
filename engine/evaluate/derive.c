/* Derived numbers and dates, row by row; what derive_choices.c says of branches, declarations and disputes holds here too. */
#include "evaluate/run.h"
#include <math.h>
#include <string.h>

static const Fact *derived_fact(const Run *run, const Derivation *derivation) {
    return &run->plan->rulebook->vocabulary.facts[derivation->fact];
}

static void derive_branches(Run *run, size_t number, size_t row, Value *out) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    const Fact *fact = derived_fact(run, derivation);
    bool first = true;
    for (size_t i = 0; i < derivation->branch_count; i++) {
        const Branch *branch = &derivation->branches[i];
        TermId condition = run->plan->branch_terms[number][i];
        Truth truth = condition == NO_TERM ? TRUTH_TRUE : run_truth(run, condition, row);
        if (truth == TRUTH_FALSE) continue;
        if (branch->unknown) fact_forget(fact, &run->scratch[2]);
        const Value *value = branch->unknown ? &run->scratch[2] : &branch->value;
        if (first) out->span = value->span;
        else value_widen(out, value);
        first = false;
        if (truth == TRUTH_TRUE) return;
    }
    if (first) fact_forget(fact, out);
}

/* Interval arithmetic. Rounding goes outward by one double, so that no possible result is lost. */
static Span outward(double low, double high) {
    if (isnan(low) || isnan(high)) return (Span){-INFINITY, INFINITY};
    return (Span){nextafter(low, -INFINITY), nextafter(high, INFINITY)};
}

static Span corners(double a, double b, double c, double d) {
    if (isnan(a) || isnan(b) || isnan(c) || isnan(d)) return (Span){-INFINITY, INFINITY};
    return outward(fmin(fmin(a, b), fmin(c, d)), fmax(fmax(a, b), fmax(c, d)));
}

static Span operand(const Run *run, int fact, size_t row) {
    Value value;
    run_value(run, fact, row, &value);
    return value.span;
}

static Span compute(const Run *run, const Compute *node, size_t row) {
    if (node->kind == COMPUTE_NUMBER) return (Span){node->number, node->number};
    if (node->kind == COMPUTE_FACT) return operand(run, node->fact, row);
    Span a = compute(run, node->left, row), b = compute(run, node->right, row);
    switch (node->kind) {
    case COMPUTE_ADD: return outward(a.low + b.low, a.high + b.high);
    case COMPUTE_SUBTRACT: return outward(a.low - b.high, a.high - b.low);
    case COMPUTE_MULTIPLY: return corners(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high);
    default:
        if (b.low <= 0 && b.high >= 0) return (Span){-INFINITY, INFINITY};
        return corners(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high);
    }
}

/* What one operation on known numbers gives is known: the outward rounding would blur a threshold met exactly. */
static bool exact_result(const Run *run, const Compute *node, size_t row, double *out) {
    double a, b;
    if (node->kind == COMPUTE_NUMBER) {
        *out = node->number;
        return true;
    }
    if (node->kind == COMPUTE_FACT) {
        const Span span = operand(run, node->fact, row);
        *out = span.low;
        return span.low == span.high;
    }
    if (!exact_result(run, node->left, row, &a) || !exact_result(run, node->right, row, &b)) return false;
    if (node->kind == COMPUTE_DIVIDE && b == 0) return false;
    const double results[] = {
        [COMPUTE_ADD] = a + b, [COMPUTE_SUBTRACT] = a - b, [COMPUTE_MULTIPLY] = a * b, [COMPUTE_DIVIDE] = a / b};
    *out = results[node->kind];
    return isfinite(*out);
}

static void derive_computed(Run *run, size_t number, size_t row, Value *out) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    const Fact *fact = derived_fact(run, derivation);
    double known;
    Value computed = {.shape = SHAPE_SPAN};
    if (exact_result(run, derivation->compute, row, &known)) computed.span = (Span){known, known};
    else computed.span = compute(run, derivation->compute, row);
    if (derivation->at_least) computed.span.high = INFINITY;
    if (fact->type == FACT_INTEGER) computed.span = (Span){ceil(computed.span.low), floor(computed.span.high)};
    fact_forget(fact, out);
    if (computed.span.low <= computed.span.high) value_narrow(out, &computed); /* outside the fact's bounds: nothing is learnt */
}

/* Does what was declared stand alone, whatever the derivation says? */
static bool declaration_stands(Run *run, const Derivation *derivation, size_t row, const Value *declared) {
    uint8_t standing = run_standing(run, derivation->fact, row);
    if (standing != STANDING_DECLARED) return standing == STANDING_IMPOSED;
    if (!derivation->only_if_absent) return false;
    fact_forget(derived_fact(run, derivation), &run->scratch[2]);
    return !value_equal(declared, &run->scratch[2]);
}

static void derive_row(Run *run, size_t number, size_t row) {
    const Derivation *derivation = &run->plan->rulebook->derivations[number];
    Value *declared = &run->scratch[0], *derived = &run->scratch[1];
    derived->shape = SHAPE_SPAN;
    block_get(run->block, row, derivation->fact, declared);
    if (!declaration_stands(run, derivation, row, declared)) {
        if (fact_informed(derived_fact(run, derivation), declared)) bits_put(run->declared + number * run->stride, row);
        (derivation->kind == DERIVE_COMPUTED ? derive_computed : derive_branches)(run, number, row, derived);
        if (!value_narrow(declared, derived)) {
            value_widen(declared, derived);
            bits_put(run->disputed + number * run->stride, row);
            bits_put(run->impossible, row);
        }
    }
    run->derived[number].low[row] = declared->span.low;
    run->derived[number].high[row] = declared->span.high;
}

void derive_rows(Run *run, size_t number) {
    memset(run->disputed + number * run->stride, 0, run->stride * sizeof(uint64_t));
    memset(run->declared + number * run->stride, 0, run->stride * sizeof(uint64_t));
    for (size_t row = 0; row < run->block->rows; row++) derive_row(run, number, row);
}
