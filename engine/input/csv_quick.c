/* A row is cut in one pass over its bytes, which finds its end too. It is then read kind by kind: all its yes and no, then all its
 * numbers, and so on, each kind by a short loop over its columns that asks the same of every cell. What is written in one of the
 * usual ways is read here; what else a cell said is remembered by its bytes; the rest is left to the readers of cells. */
#include "input/quick_row.h"

static void find_title(CsvQuick *quick, const Columns *columns) {
    quick->title = "";
    for (size_t i = columns->count; i-- > 0;) {
        if (!*columns->items[i].title) continue;
        quick->title = columns->items[i].title;
        quick->title_length = strlen(quick->title);
        quick->title_at = i;
    }
}

CsvQuick *csv_quick_new(Arena *arena, const Input *input) {
    CsvQuick *quick = arena_new(arena, sizeof *quick);
    if (!quick) return NULL;
    quick->arena = arena;
    quick->names = cell_memo_new(arena);
    quick->others = cell_memo_new(arena);
    if (!quick->names || !quick->others || !quick_columns_init(quick, input)) return NULL;
    find_title(quick, &input->columns);
    return quick;
}

/* Of a column that is not read, only that it is text. */
static bool ignored_right(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_NOTHING); row->narrow && kind.next < kind.end; kind.next++) {
        const QuickCell cell = quick_cell(row, kind.next);
        const char *bytes = cell.bytes, *end = bytes + cell.length;
        for (; bytes < end; bytes++)
            if (!encoding_has_1252((unsigned char)*bytes)) return false;
    }
    return true;
}

/* What the readers of cells are given; false: it is no text in its encoding. */
static bool said_cell(const RowReader *reader, CellPlace place, Arena *arena, Cell *out) {
    const CsvQuick *quick = reader->quick;
    const char *bytes = quick->bytes + place.from;
    const size_t length = place.length;
    if (!quick->narrow) {
        *out = csv_line_cell(quick->bytes, place, arena);
        return true;
    }
    size_t wrong;
    char *text = arena_bytes(arena, 3 * length + 8);
    *out = (Cell){.bytes = ""};
    if (!text) return true; /* the arena has failed */
    const uint32_t written = (uint32_t)encoding_write_utf8(ENCODING_WINDOWS_1252, bytes, length, text, &wrong);
    *out = csv_line_cell(text, (CellPlace){.from = 0, .length = written}, arena);
    return wrong == length;
}

/* Could it be white space, so that a cell must be trimmed before it is looked at? */
static bool may_be_space(char c) {
    const unsigned char byte = (unsigned char)c;
    return byte <= ' ' || byte == 0xA0 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
}

#define LETTER(c) (UINT32_C(1) << ((c)&31)) /* in either case */
#define TOTAL_LETTERS (LETTER('t') | LETTER('s') | LETTER('m'))

static bool says_total(RowReader *reader, CellPlace place) {
    Cell cell;
    return !said_cell(reader, place, &reader->arena, &cell) || csv_says_total(&cell);
}

static inline bool is_total(RowReader *reader, CellPlace place) {
    const char *bytes = reader->quick->bytes + place.from;
    const char first = *bytes;
    const unsigned char second = (unsigned char)bytes[1];
    const bool begins = (LETTER(first) & TOTAL_LETTERS) != 0 && ((second | 0x20) == 'o' || second >= 0x80);
    return (begins || may_be_space(first)) && place.length >= 5 && says_total(reader, place);
}

static bool is_title(RowReader *reader) {
    const CsvQuick *quick = reader->quick;
    const CellPlace place = quick_place(quick, quick->title_at);
    const char first = quick->bytes[place.from];
    if (first != *quick->title && !may_be_space(first) && (unsigned char)first < 0x80) return false;
    Cell cell;
    if (!said_cell(reader, place, &reader->arena, &cell)) return true;
    return cell.length == quick->title_length && memcmp(cell.bytes, quick->title, cell.length) == 0;
}

static bool is_blank(RowReader *reader, CellPlace place) {
    Cell cell;
    return may_be_space(reader->quick->bytes[place.from]) && said_cell(reader, place, &reader->arena, &cell) && cell.length == 0;
}

/* What may be no structure, but a total, the titles again, or nothing at all. */
static bool doubtful(RowReader *reader, size_t count) {
    const CsvQuick *quick = reader->quick;
    size_t first = 0;
    while (first < count && quick_place(quick, first).length == 0) first++;
    if (first == count) return true;
    const CellPlace place = quick_place(quick, first);
    if (is_blank(reader, place) || is_total(reader, place) || is_title(reader)) return true;
    for (size_t i = 0; i < sizeof reader->naming / sizeof *reader->naming; i++)
        if (reader->naming[i] < count && reader->naming[i] != first && is_total(reader, quick_place(quick, reader->naming[i])))
            return true;
    return false;
}

#define CELLS_LACKING 16 /* at the end of a row: they are looked for behind it, within its margin */

/* The cells of a record where each stands under its title. */
static bool cut(RowReader *reader, const QuickBytes *from, CsvLine *line) {
    const Columns *columns = &reader->input->columns;
    CsvQuick *quick = reader->quick;
    const bool utf8 = !from->narrow;
    if (!csv_line_take(&reader->input->text, from->bytes, from->length, from->whole, utf8, quick->cells, COLUMNS_MAX, line))
        return false;
    quick->quoted = line->quoted;
    size_t count = line->cells;
    if (count < columns->titled || count + CELLS_LACKING < columns->count) return false;
    for (; count > columns->count; count--)
        if (quick_place(quick, count - 1).length > 0) return false;
    for (size_t i = count; i < columns->count; i++) quick->cells[i + 1] = quick->cells[i] + 1;
    return !doubtful(reader, count);
}

/* Makes cells of those that are left out. False: one is no text in its encoding. */
static bool odd_cells(RowReader *reader, uint16_t odd[COLUMNS_MAX], size_t *left) {
    const CsvForm *form = &reader->input->text;
    CsvQuick *quick = reader->quick;
    bool right = true;
    *left = 0;
    for (size_t w = 0; w <= (reader->input->columns.count - 1) / 64; w++) {
        for (uint64_t bits = quick->odd[w]; bits; bits &= bits - 1) {
            const size_t column = w * 64 + byte_mask_first(bits);
            const CellPlace place = quick_place(quick, column);
            Cell *cell = &reader->cells[column];
            right = said_cell(reader, place, &reader->arena, cell) && right;
            cell->line = encoding_count(ENCODING_UTF8, quick->bytes, place.from, form->line_end);
            odd[(*left)++] = (uint16_t)column;
        }
        quick->odd[w] = 0;
    }
    return right;
}

bool csv_quick_read(RowReader *reader, const QuickBytes *from, RowTexts *texts, CsvLine *line, uint16_t odd[COLUMNS_MAX],
                    size_t *left) {
    CsvQuick *quick = reader->quick;
    quick->bytes = from->bytes;
    quick->narrow = from->narrow;
    if (!cut(reader, from, line)) return false;
    const QuickRow row = {reader, quick, from->bytes, from->narrow, quick->quoted, quick->cells, texts, quick->block->rows};
    quick_read_booleans(&row);
    quick_read_numbers(&row);
    quick_read_dates(&row);
    quick_read_names(&row);
    quick_read_lists(&row);
    quick_read_long_lists(&row);
    quick_read_texts(&row);
    const bool right = ignored_right(&row);
    if (odd_cells(reader, odd, left) && right) return true;
    block_reset_row(quick->block, row.row);
    row_texts_init(texts);
    return false;
}
