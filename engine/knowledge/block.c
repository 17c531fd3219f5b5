/* Columns. Rows of a span lie side by side, and so do the first words of all rows, then the second words: a test reads one column
 * straight through. */
#include "knowledge/block.h"
#include <string.h>

static bool has_bits(const Column *column) {
    return column->shape == SHAPE_CANDIDATES || column->shape == SHAPE_SET;
}

static bool column_new(Column *column, Arena *arena, size_t capacity) {
    if (column->shape == SHAPE_SPAN && !column->low) {
        column->high = arena_array(arena, capacity, sizeof *column->high);
        column->low = column->high ? arena_array(arena, capacity, sizeof *column->low) : NULL;
        return column->low != NULL;
    }
    if (!has_bits(column) || column->possible) return true;
    column->sure = column->shape == SHAPE_SET ? arena_array(arena, capacity * column->words, sizeof *column->sure) : NULL;
    if (column->shape == SHAPE_SET && !column->sure) return false;
    column->possible = arena_array(arena, capacity * column->words, sizeof *column->possible);
    return column->possible != NULL;
}

Status block_init(Block *block, Arena *arena, const Vocabulary *vocabulary, size_t capacity) {
    Block made = {.arena = arena, .vocabulary = vocabulary, .capacity = capacity};
    made.columns = arena_array(arena, vocabulary->count, sizeof *made.columns);
    if (!made.columns) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < vocabulary->count; i++)
        made.columns[i] = (Column){.shape = vocabulary->facts[i].shape, .words = vocabulary->facts[i].words};
    *block = made;
    return STATUS_OK;
}

void block_clear(Block *block) {
    for (size_t i = 0; i < block->vocabulary->count; i++) block->columns[i].present = false;
    block->rows = 0;
}

static uint64_t all_choices(const Fact *fact, size_t word) {
    size_t left = fact->choice_count - word * 64;
    return left >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << left) - 1;
}

/* Rows `from` to `to` (excluded) become unknown. */
static void forget_rows(const Fact *fact, Column *column, size_t capacity, size_t from, size_t to) {
    if (column->imposed) memset(column->imposed + from, 0, to - from);
    for (size_t row = from; column->shape == SHAPE_SPAN && row < to; row++) {
        column->low[row] = fact->minimum;
        column->high[row] = fact->maximum;
    }
    for (size_t w = 0; has_bits(column) && w < column->words; w++) {
        uint64_t all = all_choices(fact, w), *possible = column->possible + w * capacity;
        for (size_t row = from; row < to; row++) possible[row] = all;
        if (column->shape == SHAPE_SET) memset(column->sure + w * capacity + from, 0, (to - from) * sizeof(uint64_t));
    }
}

Column *block_column(Block *block, int fact) {
    Column *column = &block->columns[fact];
    if (column->present) return column;
    if (!column_new(column, block->arena, block->capacity)) return NULL;
    forget_rows(&block->vocabulary->facts[fact], column, block->capacity, 0, block->capacity);
    column->present = true;
    return column;
}

void block_reset_row(Block *block, size_t row) {
    for (size_t i = 0; i < block->vocabulary->count; i++)
        if (block->columns[i].present) forget_rows(&block->vocabulary->facts[i], &block->columns[i], block->capacity, row, row + 1);
}

void block_put(Block *block, size_t row, int fact, const Value *value) {
    Column *column = block_column(block, fact);
    if (!column) return;
    if (column->shape == SHAPE_SPAN) {
        column->low[row] = value->span.low;
        column->high[row] = value->span.high;
    }
    for (size_t w = 0; has_bits(column) && w < column->words; w++) {
        column->possible[w * block->capacity + row] = value->possible[w];
        if (column->shape == SHAPE_SET) column->sure[w * block->capacity + row] = value->sure[w];
    }
}

void column_get(const Column *column, const Fact *fact, size_t capacity, size_t row, Value *value) {
    value->shape = column->shape;
    value->words = column->words;
    value->text = NULL;
    if (!column->present) {
        fact_forget(fact, value);
        return;
    }
    if (column->shape == SHAPE_SPAN) value->span = (Span){.low = column->low[row], .high = column->high[row]};
    for (size_t w = 0; has_bits(column) && w < column->words; w++) {
        value->possible[w] = column->possible[w * capacity + row];
        if (column->shape == SHAPE_SET) value->sure[w] = column->sure[w * capacity + row];
    }
}

void block_get(const Block *block, size_t row, int fact, Value *value) {
    column_get(&block->columns[fact], &block->vocabulary->facts[fact], block->capacity, row, value);
}

void block_facts(const Block *block, size_t row, Arena *arena, FactSet *facts) {
    const Vocabulary *vocabulary = block->vocabulary;
    factset_begin(facts, arena);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (fact->shape == SHAPE_TEXT || !block->columns[i].present) {
            factset_forget(facts, i);
            continue;
        }
        block_get(block, row, (int)i, &facts->values[i]);
        facts->origins[i] = (Origin){.given = fact_informed(fact, &facts->values[i])};
    }
}

void block_impose(Block *block, size_t row, int fact, uint8_t imposed) {
    Column *column = &block->columns[fact];
    if (!imposed && !(column->present && column->imposed)) return;
    column = block_column(block, fact);
    if (column && !column->imposed) column->imposed = arena_array(block->arena, block->capacity, sizeof *column->imposed);
    if (column && column->imposed) column->imposed[row] = imposed;
}

bool block_impose_column(Block *block, int fact, const Value *value) {
    for (size_t row = 0; row < block->rows; row++) {
        block_put(block, row, fact, value);
        block_impose(block, row, fact, 1);
    }
    return !block->arena->failed;
}

static void copy_cell(Block *to, size_t to_row, const Block *from, size_t from_row, size_t fact) {
    const Column *origin = &from->columns[fact];
    Column *target = &to->columns[fact];
    if (!origin->present) {
        if (target->present) forget_rows(&to->vocabulary->facts[fact], target, to->capacity, to_row, to_row + 1);
        return;
    }
    target = block_column(to, (int)fact);
    if (!target) return;
    if (target->shape == SHAPE_SPAN) {
        target->low[to_row] = origin->low[from_row];
        target->high[to_row] = origin->high[from_row];
    }
    for (size_t w = 0; has_bits(target) && w < target->words; w++) {
        target->possible[w * to->capacity + to_row] = origin->possible[w * from->capacity + from_row];
        if (target->shape == SHAPE_SET) target->sure[w * to->capacity + to_row] = origin->sure[w * from->capacity + from_row];
    }
}

void block_copy_fact(Block *to, size_t to_row, const Block *from, size_t from_row, int fact) {
    const uint8_t *imposed = from->columns[fact].present ? from->columns[fact].imposed : NULL;
    copy_cell(to, to_row, from, from_row, (size_t)fact);
    block_impose(to, to_row, fact, imposed ? imposed[from_row] : 0);
}

void block_copy_row(Block *to, size_t to_row, const Block *from, size_t from_row) {
    for (size_t i = 0; i < to->vocabulary->count; i++) block_copy_fact(to, to_row, from, from_row, (int)i);
}

Status block_from_facts(Block *block, Arena *arena, const FactSet *facts) {
    Block made;
    Status status = block_init(&made, arena, facts->vocabulary, 1);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < facts->vocabulary->count; i++) {
        if (fact_informed(&facts->vocabulary->facts[i], &facts->values[i])) block_put(&made, 0, (int)i, &facts->values[i]);
        if (facts->origins[i].imposed) block_impose(&made, 0, (int)i, 1);
    }
    if (arena->failed) return STATUS_NO_MEMORY;
    made.rows = 1;
    *block = made;
    return STATUS_OK;
}
