/* Terms are hash-consed: equal parts give the same number, and what is equal is found in one look. Every simplification holds for
 * each completion of the unknown facts, so that it can only make an answer more exact, never different. */
#include "evaluate/term.h"
#include <string.h>

bool terms_init(TermStore *store, Arena *arena, bool exact) {
    *store = (TermStore){.arena = arena, .exact = exact, .bucket_count = 256};
    store->buckets = arena_array(arena, store->bucket_count, sizeof *store->buckets);
    store->parts = arena_grow(arena, NULL, 0, &store->part_capacity, sizeof *store->parts);
    if (!store->buckets || !store->parts) return false;
    memset(store->buckets, 0xff, store->bucket_count * sizeof *store->buckets);
    return true;
}

static uint64_t mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 31);
}

static uint64_t term_hash(const Term *term, const Leaf *leaf, const TermId *parts) {
    uint64_t hash = mix((uint64_t)term->kind, (uint64_t)term->constant);
    if (leaf) hash = mix(hash, leaf_hash(leaf));
    for (unsigned i = 0; i < term->count; i++) hash = mix(hash, parts[i]);
    return hash;
}

static bool same_parts(const TermId *a, const TermId *b, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (a[i] != b[i]) return false;
    return true;
}

static bool term_same(const TermStore *store, TermId id, const Term *term, const Leaf *leaf, const TermId *parts) {
    const Term *other = &store->terms[id];
    return other->kind == term->kind && other->constant == term->constant && other->count == term->count &&
           same_parts(term_parts(store, other), parts, term->count) && (!leaf || leaf_equal(&store->leaves[other->leaf], leaf));
}

/* The bucket that holds an equal term, or the free one where it belongs. */
static size_t find_bucket(const TermStore *store, const Term *term, const Leaf *leaf, const TermId *parts) {
    size_t at = term_hash(term, leaf, parts) & (store->bucket_count - 1);
    while (store->buckets[at] != NO_TERM && !term_same(store, store->buckets[at], term, leaf, parts))
        at = (at + 1) & (store->bucket_count - 1);
    return at;
}

static bool grow_buckets(TermStore *store) {
    if (store->count * 2 < store->bucket_count) return true;
    TermId *larger = arena_array(store->arena, store->bucket_count * 2, sizeof *larger);
    if (!larger) return false;
    store->buckets = larger;
    store->bucket_count *= 2;
    memset(larger, 0xff, store->bucket_count * sizeof *larger);
    for (TermId id = 0; id < store->count; id++) {
        const Term *term = &store->terms[id];
        const Leaf *leaf = term->kind == TERM_LEAF ? term_leaf_of(store, term) : NULL;
        larger[find_bucket(store, term, leaf, term_parts(store, term))] = id;
    }
    return true;
}

static bool keep_leaf(TermStore *store, const Leaf *leaf, Term *term) {
    Leaf *leaves = arena_grow(store->arena, store->leaves, store->leaf_count, &store->leaf_capacity, sizeof *leaves);
    if (!leaves) return false;
    store->leaves = leaves;
    leaves[store->leaf_count] = *leaf;
    term->leaf = (unsigned)store->leaf_count++;
    return true;
}

static bool keep_parts(TermStore *store, const TermId *parts, Term *term) {
    term->first = (unsigned)store->part_count;
    for (unsigned i = 0; i < term->count; i++) {
        TermId *all = arena_grow(store->arena, store->parts, store->part_count, &store->part_capacity, sizeof *all);
        if (!all) return false;
        store->parts = all;
        all[store->part_count++] = parts[i];
    }
    return true;
}

/* The number of the term, made if there was none like it. */
static TermId intern(TermStore *store, Term term, const Leaf *leaf, const TermId *parts) {
    if (!grow_buckets(store)) return NO_TERM;
    size_t bucket = find_bucket(store, &term, leaf, parts);
    if (store->buckets[bucket] != NO_TERM) return store->buckets[bucket];
    Term *terms = arena_grow(store->arena, store->terms, store->count, &store->capacity, sizeof *terms);
    if (!terms) return NO_TERM;
    store->terms = terms;
    if (leaf && !keep_leaf(store, leaf, &term)) return NO_TERM;
    if (!keep_parts(store, parts, &term)) return NO_TERM;
    terms[store->count] = term;
    return store->buckets[bucket] = (TermId)store->count++;
}

TermId term_constant(TermStore *store, Truth truth) {
    return intern(store, (Term){.kind = TERM_CONSTANT, .constant = truth}, NULL, NULL);
}

static bool is_constant(const TermStore *store, TermId id, Truth truth) {
    const Term *term = &store->terms[id];
    return term->kind == TERM_CONSTANT && term->constant == truth;
}

TermId term_leaf(TermStore *store, const Leaf *leaf, TermId guard) {
    if (guard != NO_TERM && is_constant(store, guard, TRUTH_TRUE)) guard = NO_TERM;
    Leaf made = *leaf;
    if (guard == NO_TERM) made.outside = TRUTH_FALSE; /* never used: one form, so that equal leaves are found equal */
    return intern(store, (Term){.kind = TERM_LEAF, .count = guard != NO_TERM}, &made, &guard);
}

static const Leaf *pointwise_leaf(const TermStore *store, TermId id) {
    const Term *term = &store->terms[id];
    if (term->kind != TERM_LEAF || !leaf_pointwise(term_leaf_of(store, term))) return NULL;
    return term_leaf_of(store, term);
}

static Truth flip(const Truth *parts, size_t count) {
    (void)count;
    return kleene_not(parts[0]);
}

static Combine combine_of(TermKind kind) {
    static const Combine table[] = {[TERM_ALL] = kleene_all,
                                    [TERM_ANY] = kleene_any,
                                    [TERM_NOT] = flip,
                                    [TERM_DIVERGENCE] = kleene_agree,
                                    [TERM_SELECT] = kleene_select};
    return table[kind];
}

/* One leaf in place of a group of leaves on the same fact. */
static TermId merge_leaves(TermStore *store, TermKind kind, const TermId *parts, size_t count) {
    const Leaf **leaves = arena_array(store->arena, count, sizeof *leaves);
    if (!leaves) return NO_TERM;
    for (size_t i = 0; i < count; i++) leaves[i] = pointwise_leaf(store, parts[i]);
    const Term *term = &store->terms[parts[0]];
    TermId guard = term->count ? term_parts(store, term)[0] : NO_TERM;
    Leaf merged;
    if (!leaf_combine(store->arena, leaves, count, combine_of(kind), &merged)) return NO_TERM;
    return term_leaf(store, &merged, guard);
}

static bool all_on_one_fact(const TermStore *store, const TermId *parts, size_t count) {
    const Leaf *first = pointwise_leaf(store, parts[0]);
    for (size_t i = 0; i < count && first; i++) {
        const Leaf *leaf = pointwise_leaf(store, parts[i]);
        if (!leaf || leaf->fact != first->fact) return false;
    }
    return first != NULL;
}

TermId term_not(TermStore *store, TermId part) {
    if (part == NO_TERM) return NO_TERM;
    const Term *term = &store->terms[part];
    if (store->exact && term->kind == TERM_CONSTANT) return term_constant(store, kleene_not(term->constant));
    if (store->exact && term->kind == TERM_NOT) return term_parts(store, term)[0];
    if (store->exact && pointwise_leaf(store, part)) return merge_leaves(store, TERM_NOT, &part, 1);
    return intern(store, (Term){.kind = TERM_NOT, .count = 1}, NULL, &part);
}

/* A growing list of the parts of one group. */
typedef struct PartList {
    TermId *items;
    size_t count;
    bool decided; /* one part settles the whole group */
} PartList;

/* Adds a part of an ALL or ANY, opening groups of the same kind, leaving out what changes nothing and what is there already. */
static void add_part(const TermStore *store, TermKind kind, TermId part, PartList *list) {
    Truth neutral = kind == TERM_ALL ? TRUTH_TRUE : TRUTH_FALSE;
    if (is_constant(store, part, neutral)) return;
    if (is_constant(store, part, kleene_not(neutral))) list->decided = true;
    const Term *term = &store->terms[part];
    if (term->kind == kind) {
        for (unsigned i = 0; i < term->count; i++) add_part(store, kind, term_parts(store, term)[i], list);
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == part) return;
    list->items[list->count++] = part;
}

static size_t opened_size(const TermStore *store, TermKind kind, const TermId *parts, size_t count) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        const Term *term = &store->terms[parts[i]];
        size += term->kind == kind ? term->count : 1;
    }
    return size;
}

/* Moves all leaves on the fact of part `at` behind it into one. False when memory runs out. */
static bool merge_from(TermStore *store, TermKind kind, PartList *list, size_t at) {
    const Leaf *leaf = pointwise_leaf(store, list->items[at]);
    if (!leaf) return true;
    int fact = leaf->fact;
    size_t same = at + 1;
    for (size_t i = at + 1; i < list->count; i++) {
        const Leaf *other = pointwise_leaf(store, list->items[i]);
        if (!other || other->fact != fact) continue;
        TermId moved = list->items[i];
        memmove(list->items + same + 1, list->items + same, (i - same) * sizeof *list->items);
        list->items[same++] = moved;
    }
    if (same == at + 1) return true;
    TermId merged = merge_leaves(store, kind, list->items + at, same - at);
    if (merged == NO_TERM) return false;
    list->items[at] = merged;
    memmove(list->items + at + 1, list->items + same, (list->count - same) * sizeof *list->items);
    list->count -= same - at - 1;
    return true;
}

static TermId group_all_any(TermStore *store, TermKind kind, const TermId *parts, size_t count) {
    PartList list = {.items = arena_array(store->arena, opened_size(store, kind, parts, count) + 1, sizeof(TermId))};
    if (!list.items) return NO_TERM;
    for (size_t i = 0; i < count; i++) add_part(store, kind, parts[i], &list);
    if (list.decided) return term_constant(store, kind == TERM_ALL ? TRUTH_FALSE : TRUTH_TRUE);
    for (size_t i = 0; i < list.count; i++)
        if (!merge_from(store, kind, &list, i)) return NO_TERM;
    if (list.count == 0) return term_constant(store, kind == TERM_ALL ? TRUTH_TRUE : TRUTH_FALSE);
    if (list.count == 1) return list.items[0];
    return intern(store, (Term){.kind = kind, .count = (unsigned)list.count}, NULL, list.items);
}

static bool all_equal(const TermId *parts, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (parts[i] != parts[0]) return false;
    return true;
}

static TermId group_exact(TermStore *store, TermKind kind, const TermId *parts, size_t count) {
    if (kind == TERM_ALL || kind == TERM_ANY) return group_all_any(store, kind, parts, count);
    if (kind == TERM_DIVERGENCE && all_equal(parts, count)) return parts[0];
    if (kind == TERM_SELECT) {
        if (is_constant(store, parts[0], TRUTH_TRUE) || parts[1] == parts[2]) return parts[1];
        if (is_constant(store, parts[0], TRUTH_FALSE)) return parts[2];
    }
    if (all_on_one_fact(store, parts, count)) return merge_leaves(store, kind, parts, count);
    return intern(store, (Term){.kind = kind, .count = (unsigned)count}, NULL, parts);
}

TermId term_group(TermStore *store, TermKind kind, const TermId *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (parts[i] == NO_TERM) return NO_TERM;
    if (store->exact) return group_exact(store, kind, parts, count);
    return intern(store, (Term){.kind = kind, .count = (unsigned)count}, NULL, parts);
}
