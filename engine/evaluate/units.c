/* A unit is made in three looks at its term: how often each fact is met, which of the facts met twice have to be tried (splits.h),
 * and which parts read these. */
#include "evaluate/units.h"
#include "base/sort.h"
#include "evaluate/splits.h"

struct Units {
    const Plan *plan;
    Arena *arena;
    Arena scratch; /* for one unit */
    Unit **of_term;
    Splits *splits;
    Cone cone, part, below;
    unsigned char *counts, *apart; /* by fact; all zero between two units */
    bool *tried;                   /* the same */
    unsigned groups;               /* how many were made */
};

Units *units_new(Arena *arena, const Plan *plan) {
    size_t facts = plan->rulebook->vocabulary.count;
    Units *units = arena_new(arena, sizeof *units);
    if (!units) return NULL;
    *units = (Units){.plan = plan, .arena = arena, .splits = splits_new(arena, plan)};
    units->of_term = arena_array(arena, plan->compiler.terms.count, sizeof(Unit *));
    units->counts = arena_array(arena, facts, sizeof *units->counts);
    units->apart = arena_array(arena, facts, sizeof *units->apart);
    units->tried = arena_array(arena, facts, sizeof *units->tried);
    if (!units->splits || !units->of_term || !units->counts || !units->apart || !units->tried) return NULL;
    if (!cone_init(&units->cone, arena, plan) || !cone_init(&units->part, arena, plan)) return NULL;
    return cone_init(&units->below, arena, plan) ? units : NULL;
}

/* ---- Groups */

static int compare_cuts(const void *a, const void *b) {
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static bool find_cuts(Units *units, const Group *group, GroupFact *out) {
    size_t count = 0;
    for (size_t i = 0; i < group->leaf_count; i++)
        if (group->leaves[i]->fact == out->fact) count += group->leaves[i]->steps.count;
    out->cuts = arena_array(units->arena, count, sizeof *out->cuts);
    if (!out->cuts) return false;
    for (size_t i = 0; i < group->leaf_count; i++) {
        const Leaf *leaf = group->leaves[i];
        for (size_t p = 0; leaf->fact == out->fact && p < leaf->steps.count; p++)
            out->cuts[out->cut_count++] = leaf->steps.pieces[p].high;
    }
    return sort_stable(units->arena, out->cuts, out->cut_count, sizeof *out->cuts, compare_cuts) == STATUS_OK;
}

static bool compute_reads(const Compute *compute, int fact) {
    if (!compute) return false;
    return (compute->kind == COMPUTE_FACT && compute->fact == fact) || compute_reads(compute->left, fact) ||
           compute_reads(compute->right, fact);
}

/* Does anything but tests read the fact in the cone, or derive it? */
static bool read_whole(const Cone *cone, const Group *group, int fact) {
    const Plan *plan = cone->plan;
    if (plan->derivation_of_fact[fact] >= 0) return true;
    for (size_t i = 0; i < cone->derivation_count; i++)
        if (compute_reads(plan->rulebook->derivations[cone->derivations[i]].compute, fact)) return true;
    for (size_t i = 0; i < group->leaf_count; i++) {
        const Callback *callback = group->leaves[i]->callback;
        for (size_t k = 0; callback && k < callback->fact_count; k++)
            if (callback->facts[k] == fact) return true;
    }
    return false;
}

static bool group_facts(Units *units, const Cone *cone, Group *group) {
    const Plan *plan = units->plan;
    group->facts = arena_array(units->arena, cone->fact_count, sizeof *group->facts);
    if (!group->facts) return false;
    for (size_t i = 0; i < cone->fact_count; i++) {
        const Fact *fact = &plan->rulebook->vocabulary.facts[cone->facts[i]];
        GroupFact *read = &group->facts[group->fact_count];
        if (fact->shape == SHAPE_TEXT) continue;
        *read = (GroupFact){.fact = cone->facts[i], .whole = fact->shape != SHAPE_SPAN || read_whole(cone, group, cone->facts[i])};
        if (!read->whole && !find_cuts(units, group, read)) return false;
        group->key_words += fact->shape == SHAPE_SET ? 2 * fact->words : fact->shape == SHAPE_SPAN ? 2 : fact->words;
        group->key_words += plan->derivation_of_fact[read->fact] >= 0;
        group->fact_count++;
    }
    group->key_words += bits_words(group->fact_count);
    return true;
}

/* `tried`: those of the cone's facts that units->tried marks, or every one met twice. */
static bool make_group(Units *units, const TermId *terms, size_t count, Combine combine, bool all_repeated, Group *out) {
    Cone *cone = &units->part;
    *out = (Group){.terms = terms, .term_count = count, .combine = combine, .number = units->groups++};
    cone_begin(cone);
    for (size_t i = 0; i < count; i++) cone_add(cone, terms[i]);
    out->tried = arena_array(units->arena, cone->fact_count, sizeof *out->tried);
    if (!out->tried) return false;
    for (size_t i = 0; i < cone->fact_count; i++)
        if (all_repeated ? units->counts[cone->facts[i]] >= 2 : units->tried[cone->facts[i]])
            out->tried[out->tried_count++] = cone->facts[i];
    return cone_leaves(cone, units->arena, &out->leaves, &out->leaf_count) && cone_sequence(cone, units->arena, &out->sequence) &&
           group_facts(units, cone, out);
}

/* ---- Parts that share facts to be tried */

/* The number of the group of each part: the lowest part that it is tied to; `count` itself for a part with nothing to try. */
static bool tie_parts(Units *units, const TermId *parts, size_t count, size_t *group_of) {
    size_t *first = arena_array(&units->scratch, units->cone.fact_count, sizeof *first); /* by place in units->cone.facts */
    if (!first) return false;
    for (size_t i = 0; i < count; i++) {
        group_of[i] = count;
        cone_begin(&units->part);
        cone_add(&units->part, parts[i]);
        for (size_t k = 0; k < units->cone.fact_count; k++) {
            if (!units->tried[units->cone.facts[k]] || !cone_has_fact(&units->part, units->cone.facts[k])) continue;
            size_t other = first[k] ? group_of[first[k] - 1] : i, own = group_of[i] == count ? i : group_of[i];
            size_t lowest = other < own ? other : own, highest = other < own ? own : other;
            group_of[i] = own;
            for (size_t p = 0; p <= i; p++)
                if (group_of[p] == highest) group_of[p] = lowest;
            first[k] = i + 1;
        }
    }
    return true;
}

static size_t group_size(const size_t *group_of, size_t count, size_t group) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) size += group_of[i] == group;
    return size;
}

static bool tied_group(Units *units, const TermId *parts, const size_t *group_of, size_t count, size_t group, Unit *unit) {
    TermId *terms = arena_array(units->arena, count, sizeof *terms);
    size_t tied = 0;
    if (!terms) return false;
    for (size_t i = 0; i < count; i++)
        if (group_of[i] == group) terms[tied++] = parts[i];
    return make_group(units, terms, tied, unit->any ? kleene_any : kleene_all, false, &unit->groups[unit->group_count++]);
}

static bool divide_parts(Units *units, const Term *term, Unit *unit) {
    const TermId *parts = term_parts(&units->plan->compiler.terms, term);
    size_t count = term->count, *group_of = arena_array(&units->scratch, count, sizeof *group_of);
    TermId *inner = arena_array(units->arena, count, sizeof *inner), *others = arena_array(units->arena, count, sizeof *others);
    unit->any = term->kind == TERM_ANY;
    unit->groups = arena_array(units->arena, count, sizeof *unit->groups);
    if (!group_of || !inner || !others || !unit->groups || !tie_parts(units, parts, count, group_of)) return false;
    unit->inner = inner;
    unit->others = others;
    for (size_t i = 0; i < count; i++) {
        size_t size = group_of[i] == count ? 0 : group_size(group_of, count, group_of[i]);
        if (size > 1 && group_of[i] == i && !tied_group(units, parts, group_of, count, i, unit)) return false;
        if (size > 1) continue;
        others[unit->other_count++] = parts[i];
        if (size == 1) inner[unit->inner_count++] = parts[i];
    }
    return true;
}

/* ---- Couplings */

/* The repeated facts that derivation `number` reads, and that are read elsewhere too. */
static bool find_coupling(Units *units, TermId term, int number, Unit *unit) {
    Coupling *coupling = &unit->couplings[unit->coupling_count];
    const Cone *cone = &units->cone;
    *coupling = (Coupling){.derivation = number, .facts = arena_array(units->arena, cone->fact_count, sizeof(int))};
    if (!coupling->facts) return false;
    cone_begin(&units->below);
    cone_add_derivation(&units->below, number);
    for (size_t i = 0; i < cone->fact_count; i++) units->apart[cone->facts[i]] = 0;
    count_occurrences(units->plan, term, number, units->apart);
    for (size_t i = 0; i < cone->fact_count; i++) {
        int fact = cone->facts[i];
        if (cone_has_fact(&units->below, fact) && units->apart[fact] && units->counts[fact] >= 2)
            coupling->facts[coupling->fact_count++] = fact;
    }
    unit->coupling_count += coupling->fact_count > 0;
    return true;
}

static bool find_couplings(Units *units, TermId term, Unit *unit) {
    unit->couplings = arena_array(units->arena, units->cone.derivation_count, sizeof *unit->couplings);
    if (!unit->couplings) return false;
    for (size_t i = 0; i < units->cone.derivation_count; i++) {
        int number = units->cone.derivations[i];
        if (units->plan->rulebook->derivations[number].only_if_absent) continue;
        if (!find_coupling(units, term, number, unit)) return false;
    }
    if (unit->coupling_count == 0) return true;
    TermId *self = arena_array(units->arena, 1, sizeof *self);
    unit->whole = arena_array(units->arena, 1, sizeof *unit->whole);
    if (!self || !unit->whole) return false;
    *self = term;
    return make_group(units, self, 1, kleene_all, true, unit->whole);
}

/* ---- The unit */

static bool settle_as_one(Units *units, TermId term, Unit *unit) {
    TermId *self = arena_array(units->arena, 1, sizeof *self);
    unit->groups = arena_array(units->arena, 1, sizeof *unit->groups);
    if (!self || !unit->groups) return false;
    *self = term;
    return make_group(units, self, 1, kleene_all, false, &unit->groups[unit->group_count++]);
}

static bool any_tried(const Units *units) {
    for (size_t i = 0; i < units->cone.fact_count; i++)
        if (units->tried[units->cone.facts[i]]) return true;
    return false;
}

static bool fill_unit(Units *units, TermId id, Unit *unit) {
    const Term *term = &units->plan->compiler.terms.terms[id];
    count_occurrences(units->plan, id, -1, units->counts);
    if (!splits_find(units->splits, &units->scratch, id, units->counts, units->tried) || !find_couplings(units, id, unit))
        return false;
    if (!any_tried(units)) return true;
    if (term->kind == TERM_ALL || term->kind == TERM_ANY || term->kind == TERM_NOT) return divide_parts(units, term, unit);
    return settle_as_one(units, id, unit);
}

const Unit *units_get(Units *units, TermId term) {
    if (units->of_term[term]) return units->of_term[term];
    Unit *unit = arena_new(units->arena, sizeof *unit);
    if (!unit) return NULL;
    units->scratch = (Arena){.memory = units->arena->memory};
    cone_begin(&units->cone);
    cone_add(&units->cone, term);
    bool filled = fill_unit(units, term, unit);
    for (size_t i = 0; i < units->cone.fact_count; i++) {
        units->counts[units->cone.facts[i]] = units->apart[units->cone.facts[i]] = 0;
        units->tried[units->cone.facts[i]] = false;
    }
    arena_clear(&units->scratch);
    if (filled) units->of_term[term] = unit;
    return filled ? unit : NULL;
}
