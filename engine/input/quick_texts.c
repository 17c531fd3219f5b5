/* Texts that say who a structure is and where, taken as they stand when nothing about them is odd. Which ones are kept is known to
 * row_take_text alone. */
#include "input/quick_row.h"

#include "input/written.h"

#define SHORT_UNKNOWN 6 /* bytes that sheet_unknown looks at, at most */

#define LANE 16 /* bytes looked at at once */

/* The bytes of a lane that are no characters of Windows-1252. */
static inline unsigned holes_1252(const char *at) {
    return bytes_equal(at, '\x81') | bytes_equal(at, '\x8D') | bytes_equal(at, '\x8F') | bytes_equal(at, '\x90') |
           bytes_equal(at, '\x9D');
}

/* The bytes of a lane of UTF-8 that begin a control character beyond ASCII. */
static inline unsigned wide_controls(const char *at) {
    unsigned controls = 0;
    for (unsigned left = bytes_equal(at, '\xC2'); left; left &= left - 1)
        controls |= (unsigned char)at[byte_mask_first(left) + 1] < 0xA0 ? left & (0 - left) : 0;
    return controls;
}

/* No control character, no quote (which is doubled). `*high`: some bytes are not ASCII. */
static inline bool is_plain(const QuickRow *row, QuickCell cell, bool *high) {
    unsigned wrong = 0, above = 0;
    for (size_t at = 0; at < cell.length; at += LANE) {
        const char *here = cell.bytes + at;
        const unsigned valid = cell.length - at < LANE ? (1u << (cell.length - at)) - 1 : 0xFFFF;
        wrong |= valid & (bytes_controls(here) | bytes_equal(here, '"') | (row->narrow ? holes_1252(here) : wide_controls(here)));
        above |= valid & bytes_high(here);
    }
    *high = above != 0;
    return wrong == 0 && cell.length * (row->narrow ? 3 : 1) <= TEXT_VALUE_MAX;
}

static bool read_code(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    const CellSaid *said = cell_memo_find(row->quick->names, quick_key(row, column), cell.bytes, cell.length);
    if (!said) return false;
    if (column->fact->type == FACT_PLACE) {
        memcpy(row->texts->places.text[column->fact->level], said->code, PLACE_CODE_MAX);
        return row->texts->placed = true;
    }
    row_take_text(row->reader, row->texts, column->number, said->code, strlen(said->code));
    return true;
}

static bool is_kept(const RowReader *reader, int fact) {
    return fact == reader->known.id || (fact == reader->known.name && reader->names_kept);
}

static bool take_decoded(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    size_t wrong;
    char *text = arena_bytes(&row->reader->arena, 3 * cell.length + 8);
    if (!text) return false;
    const size_t length = encoding_write_utf8(ENCODING_WINDOWS_1252, cell.bytes, cell.length, text, &wrong);
    row_take_text(row->reader, row->texts, column->number, text, length);
    return true;
}

static bool read_text(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    bool high;
    if (!is_plain(row, cell, &high)) return false;
    if (cell.length <= SHORT_UNKNOWN &&
        ((row->narrow && high) || sheet_unknown(&(Cell){.bytes = cell.bytes, .length = cell.length})))
        return false;
    if (!is_kept(row->reader, column->number)) return true;
    if (row->narrow && high) return take_decoded(row, column, cell);
    row_take_text(row->reader, row->texts, column->number, cell.bytes, cell.length);
    return true;
}

/* A text that can be taken as it stands, and is not empty. */
static inline bool read_cell(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    bool right = false;
    switch (column->reading) {
    case READ_CODE: return read_code(row, column, cell);
    case READ_TEXT: return read_text(row, column, cell);
    case READ_SIREN: right = written_siren(cell.bytes, cell.length); break;
    case READ_SIRET: right = written_siret(cell.bytes, cell.length); break;
    case READ_PLACE: right = seats_know(row->reader->seats, column->fact->level, cell.bytes, cell.length); break;
    default: return false;
    }
    if (right) row_take_text(row->reader, row->texts, column->number, cell.bytes, cell.length);
    return right;
}

void quick_read_texts(const QuickRow *row) {
    const CsvQuick *quick = row->quick;
    const QuickColumn *end = quick->columns + quick->ends[READ_ODDLY];
    for (const QuickColumn *column = quick->columns + quick->ends[READ_MANY]; column < end; column++) {
        QuickCell cell = quick_cell(row, column);
        if (cell.length == 0) continue;
        if (column->reading != READ_CODE) cell = quick_trim(row, cell);
        if (cell.length > 0 && !read_cell(row, column, cell)) quick_leave(row, column);
    }
}
