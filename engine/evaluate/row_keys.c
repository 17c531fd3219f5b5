/* Of a span only the cuts between which it lies count, unless something reads it as it is; of a derived fact of which something was
 * declared, how that stands counts too. */
#include "evaluate/row_keys.h"
#include <string.h>

#define STANDING_BITS 2u
#define TOO_WIDE 65u

bool row_keys_init(RowKeys *keys, const Plan *plan, Arena *arena) {
    *keys = (RowKeys){.plan = plan, .arena = arena};
    return plan_value_room(plan, arena, &keys->value);
}

/* ---- Which facts, how many bits */

static unsigned bits_of_count(size_t count) {
    unsigned bits = 0;
    while (count >> bits) bits++;
    return bits;
}

static unsigned bits_of_value(const KeyPart *part, const Fact *fact) {
    if (fact->shape == SHAPE_SPAN) return part->fact->whole ? TOO_WIDE : 2 * bits_of_count(part->fact->cut_count);
    if (fact->words > 1) return TOO_WIDE;
    return (unsigned)fact->choice_count * (fact->shape == SHAPE_SET ? 2 : 1);
}

static bool make_room(RowKeys *keys, const Group *group) {
    if (group->key_words > keys->key_room) {
        keys->key = arena_array(keys->arena, group->key_words, sizeof *keys->key);
        keys->key_room = keys->key ? group->key_words : 0;
    }
    if (group->fact_count > keys->part_room) {
        keys->parts = arena_array(keys->arena, group->fact_count, sizeof *keys->parts);
        keys->part_room = keys->parts ? group->fact_count : 0;
    }
    return group->key_words <= keys->key_room && group->fact_count <= keys->part_room;
}

bool row_keys_prepare(RowKeys *keys, const Group *group, const Run *run) {
    if (keys->group == group && keys->block == run->blocks) return true;
    if (!make_room(keys, group)) return false;
    size_t bits = group->fact_count;
    memset(keys->key, 0, bits_words(group->fact_count) * sizeof *keys->key);
    keys->part_count = 0;
    for (size_t i = 0; i < group->fact_count; i++) {
        int fact = group->facts[i].fact;
        const Column *column = &run->block->columns[fact];
        if (!column->present) continue;
        bits_put(keys->key, i);
        KeyPart *part = &keys->parts[keys->part_count++];
        *part = (KeyPart){&group->facts[i], column, keys->plan->derivation_of_fact[fact], 0};
        part->bits = bits_of_value(part, &keys->plan->rulebook->vocabulary.facts[fact]);
        bits += part->bits + (part->derivation >= 0 ? STANDING_BITS : 0);
    }
    keys->narrow = bits <= 64;
    keys->group = group;
    keys->block = run->blocks;
    return true;
}

/* ---- A value */

/* How many cuts lie below `x`. */
static uint64_t rank_among(const GroupFact *fact, double x) {
    uint64_t rank = 0;
    while (rank < fact->cut_count && fact->cuts[rank] < x) rank++;
    return rank;
}

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static bool is_disputed(const KeyPart *part, const Run *run, size_t row) {
    return part->derivation >= 0 && bits_has(run->disputed + (size_t)part->derivation * run->stride, row);
}

/* A disputed fact counts as it was settled, not as it was declared. */
static uint8_t standing_of(const KeyPart *part, const Run *run, size_t row) {
    if (is_disputed(part, run, row)) return STANDING_IMPOSED;
    return part->column->imposed ? part->column->imposed[row] : STANDING_DECLARED;
}

/* ---- Narrow keys */

static uint64_t narrow_value(const KeyPart *part, const Value *value) {
    if (value->shape == SHAPE_CANDIDATES) return value->possible[0];
    if (value->shape == SHAPE_SET) return value->possible[0] | value->sure[0] << part->bits / 2;
    return rank_among(part->fact, value->span.low) | rank_among(part->fact, value->span.high) << part->bits / 2;
}

static void add_cells(const KeyPart *part, const uint32_t *rows, size_t count, uint64_t *out) {
    const Column *column = part->column;
    if (column->shape == SHAPE_CANDIDATES)
        for (size_t i = 0; i < count; i++) out[i] = out[i] << part->bits | column->possible[rows[i]];
    if (column->shape == SHAPE_SET)
        for (size_t i = 0; i < count; i++)
            out[i] = out[i] << part->bits | column->possible[rows[i]] | column->sure[rows[i]] << part->bits / 2;
    if (column->shape == SHAPE_SPAN)
        for (size_t i = 0; i < count; i++)
            out[i] = out[i] << part->bits | rank_among(part->fact, column->low[rows[i]]) |
                     rank_among(part->fact, column->high[rows[i]]) << part->bits / 2;
}

static void add_derived(RowKeys *keys, const KeyPart *part, const Run *run, const uint32_t *rows, size_t count, uint64_t *out) {
    for (size_t i = 0; i < count; i++) {
        if (is_disputed(part, run, rows[i])) run_value(run, part->fact->fact, rows[i], &keys->value);
        else block_get(run->block, rows[i], part->fact->fact, &keys->value);
        out[i] = (out[i] << part->bits | narrow_value(part, &keys->value)) << STANDING_BITS | standing_of(part, run, rows[i]);
    }
}

void row_keys_narrow(RowKeys *keys, const Run *run, const uint32_t *rows, size_t count, uint64_t *out) {
    for (size_t i = 0; i < count; i++) out[i] = keys->key[0];
    for (size_t i = 0; i < keys->part_count; i++) {
        if (keys->parts[i].derivation >= 0) add_derived(keys, &keys->parts[i], run, rows, count, out);
        else add_cells(&keys->parts[i], rows, count, out);
    }
}

/* ---- Wide ones */

static uint64_t *put_span(const GroupFact *fact, Span span, uint64_t *key) {
    *key++ = fact->whole ? bits_of(span.low) : rank_among(fact, span.low);
    *key++ = fact->whole ? bits_of(span.high) : rank_among(fact, span.high);
    return key;
}

static uint64_t *put_value(const GroupFact *fact, const Value *value, uint64_t *key) {
    if (value->shape == SHAPE_SPAN) return put_span(fact, value->span, key);
    for (size_t w = 0; w < value->words; w++) *key++ = value->possible[w];
    for (size_t w = 0; value->shape == SHAPE_SET && w < value->words; w++) *key++ = value->sure[w];
    return key;
}

static uint64_t *put_cell(const KeyPart *part, size_t capacity, size_t row, uint64_t *key) {
    const Column *column = part->column;
    if (column->shape == SHAPE_SPAN) return put_span(part->fact, (Span){column->low[row], column->high[row]}, key);
    for (size_t w = 0; w < column->words; w++) *key++ = column->possible[w * capacity + row];
    for (size_t w = 0; column->shape == SHAPE_SET && w < column->words; w++) *key++ = column->sure[w * capacity + row];
    return key;
}

size_t row_keys_wide(RowKeys *keys, const Run *run, size_t row) {
    uint64_t *key = keys->key + bits_words(keys->group->fact_count);
    for (size_t i = 0; i < keys->part_count; i++) {
        const KeyPart *part = &keys->parts[i];
        if (part->derivation >= 0) *key++ = standing_of(part, run, row);
        if (is_disputed(part, run, row)) {
            run_value(run, part->fact->fact, row, &keys->value);
            key = put_value(part->fact, &keys->value, key);
        } else {
            key = put_cell(part, run->capacity, row, key);
        }
    }
    return (size_t)(key - keys->key);
}
