/* Columns lie kind by kind, those of each kind in their order in the table, so that a row is read by a few short loops. What a cell
 * says goes straight into the block's column, which is made when the first cell of it says something: a column that is empty in a
 * whole block costs the rules nothing. */
#include "input/quick_row.h"

static bool is_kept_place(const Fact *fact) {
    return fact->level != PLACE_COMMUNE && fact->level != PLACE_POSTAL;
}

bool quick_is_kept_code(const Fact *fact) {
    if (fact->type == FACT_PLACE) return is_kept_place(fact);
    return fact->type == FACT_CODE && fact->code_form != CODE_SIREN && fact->code_form != CODE_SIRET;
}

static Reading reading_of(const Fact *fact) {
    switch (fact->type) {
    case FACT_TEXT: return READ_TEXT;
    case FACT_CODE: return fact->code_form == CODE_SIREN ? READ_SIREN : fact->code_form == CODE_SIRET ? READ_SIRET : READ_CODE;
    case FACT_PLACE: return is_kept_place(fact) ? READ_CODE : READ_PLACE;
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return READ_NUMBER;
    case FACT_DATE: return READ_DATE;
    case FACT_BOOLEAN: return READ_BOOLEAN;
    case FACT_ENUM:
    case FACT_SET:
        if (fact->words > 1) return READ_MANY;
        return fact->type == FACT_ENUM ? READ_NAME : READ_NAMES;
    }
    return READ_ODDLY;
}

Reading quick_reading(const Input *input, const TitledColumn *titled) {
    return titled->fact < 0 ? READ_NOTHING : reading_of(&input->vocabulary->facts[titled->fact]);
}

static QuickColumn quick_column(const Input *input, size_t at) {
    const TitledColumn *titled = &input->columns.items[at];
    QuickColumn column = {.number = titled->fact, .exponent = titled->exponent, .at = (uint32_t)at, .joined = ','};
    column.reading = quick_reading(input, titled);
    if (titled->fact < 0) return column;
    uint64_t sure;
    Value unknown = {.possible = &column.unknown, .sure = &sure};
    column.fact = &input->vocabulary->facts[titled->fact];
    column.broken = column.fact->type != FACT_INTEGER && column.exponent == 0;
    column.euros = column.fact->type == FACT_EUROS && column.exponent == 0;
    column.all = (Span){column.fact->minimum, column.fact->maximum};
    if (column.fact->words <= 1) fact_forget(column.fact, &unknown);
    column.says[CHOICE_NON] = UINT64_C(1) << CHOICE_NON;
    column.says[CHOICE_OUI] = UINT64_C(1) << CHOICE_OUI;
    column.says[SAYS_NOTHING | CHOICE_NON] = column.says[SAYS_NOTHING | CHOICE_OUI] = column.unknown;
    return column;
}

bool quick_columns_init(CsvQuick *quick, const Input *input) {
    size_t count = 0;
    quick->columns = arena_array(quick->arena, input->columns.count, sizeof *quick->columns);
    if (!quick->columns) return false;
    for (int reading = 0; reading < READINGS; reading++) {
        for (size_t i = 0; i < input->columns.count; i++)
            if (quick_reading(input, &input->columns.items[i]) == (Reading)reading)
                quick->columns[count++] = quick_column(input, i);
        quick->ends[reading] = count;
    }
    return true;
}

bool csv_quick_open(RowReader *reader, Block *block) {
    CsvQuick *quick = reader->quick;
    quick->block = block;
    if (quick->capacity < block->capacity) {
        quick->no_bits = arena_array(quick->arena, block->capacity, sizeof *quick->no_bits);
        quick->no_numbers = arena_array(quick->arena, block->capacity, sizeof *quick->no_numbers);
        quick->capacity = quick->no_bits && quick->no_numbers ? block->capacity : 0;
    }
    if (quick->capacity == 0) return false;
    for (size_t i = 0; i < quick->ends[READ_MANY]; i++) {
        QuickColumn *column = &quick->columns[i];
        column->silent = 0;
        column->possible = column->sure = quick->no_bits;
        column->low = column->high = quick->no_numbers;
    }
    return true;
}

void quick_column_prepare(Block *block, QuickColumn *column) {
    const Column *of = block_column(block, column->number);
    if (!of) return; /* the block's arena has failed */
    column->silent = UINT32_MAX;
    if (of->shape == SHAPE_SPAN) {
        column->low = of->low;
        column->high = of->high;
    } else {
        column->possible = of->possible;
        if (of->sure) column->sure = of->sure;
    }
}

static bool is_space_1252(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (unsigned char)c == 0xA0;
}

QuickCell quick_trim(const QuickRow *row, QuickCell cell) {
    const char *start = cell.bytes, *end = start + cell.length;
    if (quick_is_letter(*start) && quick_is_letter(end[-1])) return cell;
    if (!row->narrow) {
        Cell trimmed = {.bytes = cell.bytes, .length = cell.length};
        cell_trim(&trimmed);
        return (QuickCell){trimmed.bytes, trimmed.length};
    }
    while (start < end && is_space_1252(*start)) start++;
    while (start < end && is_space_1252(end[-1])) end--;
    return (QuickCell){start, (size_t)(end - start)};
}
