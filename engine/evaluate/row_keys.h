/* All that a group's answer depends on, of a row: rows that have one key have one answer. Where everything fits into a word, as it
 * does for most groups, a key is that word, and those of many rows are made column by column. */
#ifndef AZIMUT_EVALUATE_ROW_KEYS_H
#define AZIMUT_EVALUATE_ROW_KEYS_H

#include "evaluate/run.h"
#include "evaluate/units.h"

/* One fact of which something is known in the block. */
typedef struct KeyPart {
    const GroupFact *fact;
    const Column *column;
    int derivation; /* or -1 */
    unsigned bits;  /* of its value */
} KeyPart;

typedef struct RowKeys {
    const Plan *plan;
    Arena *arena; /* borrowed */
    Value value;  /* room for the largest */
    const Group *group;
    unsigned block; /* the parts are those of this group in this block */
    KeyPart *parts;
    size_t part_count, part_room;
    bool narrow;   /* keys are words */
    uint64_t *key; /* otherwise the key at hand; it begins with which facts there are to look at */
    size_t key_room;
} RowKeys;

/* False when memory runs out. */
bool row_keys_init(RowKeys *keys, const Plan *plan, Arena *arena);
/* Turns to a group in a block. False when memory runs out. */
bool row_keys_prepare(RowKeys *keys, const Group *group, const Run *run);
/* Narrow keys only: those of `count` rows. */
void row_keys_narrow(RowKeys *keys, const Run *run, const uint32_t *rows, size_t count, uint64_t *out);
/* Any other: into `keys->key`. Its length is returned: at least two words. */
size_t row_keys_wide(RowKeys *keys, const Run *run, size_t row);

#endif
