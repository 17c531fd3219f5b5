/* Columns. Rows of a span lie side by side, and so do the first words of all rows, then the second words: a test reads one column
 * straight through. */
#include "knowledge/block.h"

static bool has_bits(const Column *column) {
    return column->shape == SHAPE_CANDIDATES || column->shape == SHAPE_SET;
}

static bool column_init(Column *column, Arena *arena, const Fact *fact, size_t capacity) {
    *column = (Column){.shape = fact->shape, .words = fact->words};
    if (fact->shape == SHAPE_SPAN) {
        column->low = arena_array(arena, capacity, sizeof *column->low);
        column->high = arena_array(arena, capacity, sizeof *column->high);
        if (!column->low || !column->high) return false;
    }
    if (has_bits(column)) {
        column->possible = arena_array(arena, capacity * fact->words, sizeof *column->possible);
        if (!column->possible) return false;
    }
    if (fact->shape == SHAPE_SET) {
        column->sure = arena_array(arena, capacity * fact->words, sizeof *column->sure);
        if (!column->sure) return false;
    }
    return true;
}

static uint64_t all_choices(const Fact *fact, size_t word) {
    size_t left = fact->choice_count - word * 64;
    return left >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << left) - 1;
}

/* Makes the rows from `row` to before `end` wholly unknown. */
static void column_reset(Column *column, const Fact *fact, size_t capacity, size_t row, size_t end) {
    for (size_t r = row; column->shape == SHAPE_SPAN && r < end; r++) {
        column->low[r] = fact->minimum;
        column->high[r] = fact->maximum;
    }
    for (size_t w = 0; has_bits(column) && w < column->words; w++) {
        uint64_t all = all_choices(fact, w);
        for (size_t r = row; r < end; r++) column->possible[w * capacity + r] = all;
        for (size_t r = row; column->shape == SHAPE_SET && r < end; r++) column->sure[w * capacity + r] = 0;
    }
}

Status block_init(Block *block, Arena *arena, const Vocabulary *vocabulary, size_t capacity) {
    Block made = {.arena = arena, .vocabulary = vocabulary, .capacity = capacity};
    made.columns = arena_array(arena, vocabulary->count, sizeof *made.columns);
    if (!made.columns) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (!column_init(&made.columns[i], arena, &vocabulary->facts[i], capacity)) return STATUS_NO_MEMORY;
        column_reset(&made.columns[i], &vocabulary->facts[i], capacity, 0, capacity);
    }
    *block = made;
    return STATUS_OK;
}

void block_reset_row(Block *block, size_t row) {
    for (size_t i = 0; i < block->vocabulary->count; i++) {
        Column *column = &block->columns[i];
        if (column->imposed) column->imposed[row] = 0;
        column_reset(column, &block->vocabulary->facts[i], block->capacity, row, row + 1);
    }
}

void block_put(Block *block, size_t row, int fact, const Value *value) {
    Column *column = &block->columns[fact];
    if (column->shape == SHAPE_SPAN) {
        column->low[row] = value->span.low;
        column->high[row] = value->span.high;
    }
    for (size_t w = 0; has_bits(column) && w < column->words; w++) {
        column->possible[w * block->capacity + row] = value->possible[w];
        if (column->shape == SHAPE_SET) column->sure[w * block->capacity + row] = value->sure[w];
    }
}

void block_get(const Block *block, size_t row, int fact, Value *value) {
    const Column *column = &block->columns[fact];
    value->shape = column->shape;
    value->words = column->words;
    value->text = NULL;
    if (column->shape == SHAPE_SPAN) value->span = (Span){.low = column->low[row], .high = column->high[row]};
    for (size_t w = 0; has_bits(column) && w < column->words; w++) {
        value->possible[w] = column->possible[w * block->capacity + row];
        if (column->shape == SHAPE_SET) value->sure[w] = column->sure[w * block->capacity + row];
    }
}

void block_impose(Block *block, size_t row, int fact, bool imposed) {
    Column *column = &block->columns[fact];
    if (!column->imposed && imposed) column->imposed = arena_array(block->arena, block->capacity, sizeof *column->imposed);
    if (column->imposed) column->imposed[row] = imposed;
}

static void copy_cell(const Block *to, size_t to_row, const Block *from, size_t from_row, size_t fact) {
    Column *target = &to->columns[fact];
    const Column *origin = &from->columns[fact];
    if (target->shape == SHAPE_SPAN) {
        target->low[to_row] = origin->low[from_row];
        target->high[to_row] = origin->high[from_row];
    }
    for (size_t w = 0; has_bits(target) && w < target->words; w++) {
        target->possible[w * to->capacity + to_row] = origin->possible[w * from->capacity + from_row];
        if (target->shape == SHAPE_SET) target->sure[w * to->capacity + to_row] = origin->sure[w * from->capacity + from_row];
    }
}

void block_copy_row(Block *to, size_t to_row, const Block *from, size_t from_row) {
    for (size_t i = 0; i < to->vocabulary->count; i++) {
        copy_cell(to, to_row, from, from_row, i);
        const uint8_t *imposed = from->columns[i].imposed;
        block_impose(to, to_row, (int)i, imposed && imposed[from_row]);
    }
}

Status block_from_facts(Block *block, Arena *arena, const FactSet *facts) {
    Block made;
    Status status = block_init(&made, arena, facts->vocabulary, 1);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < facts->vocabulary->count; i++) {
        block_put(&made, 0, (int)i, &facts->values[i]);
        if (!facts->origins[i].imposed) continue;
        block_impose(&made, 0, (int)i, true);
        if (!made.columns[i].imposed) return STATUS_NO_MEMORY;
    }
    made.rows = 1;
    *block = made;
    return STATUS_OK;
}
