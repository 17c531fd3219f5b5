/* A mask of the quotes, added up bit by bit, tells what lies inside quotes. Where each opening quote begins a cell, each closing
 * one ends it, and no line ends between the two, that is what the rule of csv.c finds too. A quote that closes and opens at once is
 * a doubled one. */
#include "input/csv_line.h"

#include "base/byte_mask.h"

/* What is known of the text before the 64 units under way. */
typedef struct Before {
    uint64_t inside; /* all bits: a quote is open */
    bool begins;     /* a cell begins: after a separator, an end of line, or nothing */
    bool quote;      /* the last unit was a quote */
} Before;

typedef struct Marks {
    uint64_t separators, ends, quotes;
    uint64_t within;  /* between an opening quote, included, and its closing one */
    uint64_t unusual; /* places where the line is not for this file */
} Marks;

static const Before at_start = {.inside = 0, .begins = true, .quote = false};

/* Bit n tells whether an odd number of bits are set up to n. */
static uint64_t add_up(uint64_t bits) {
    for (int by = 1; by < BYTE_MASK; by *= 2) bits ^= bits << by;
    return bits;
}

/* A closing quote at the end of the text, or before a separator, an end of line, or another quote. */
static bool closes_cell(const CsvForm *form, size_t unit, const char *bytes, size_t length, size_t next) {
    if (length - next < unit) return true;
    unsigned here = encoding_at(form->encoding, bytes, next);
    if (here == (unsigned char)form->separator || here == (unsigned char)form->line_end || here == '"') return true;
    return here == '\r' && length - next >= 2 * unit &&
           encoding_at(form->encoding, bytes, next + unit) == (unsigned char)form->line_end;
}

static void match_quotes(const CsvForm *form, size_t unit, const char *bytes, size_t length, size_t at, const Before *before,
                         Marks *marks) {
    marks->within = add_up(marks->quotes) ^ before->inside;
    uint64_t opening = marks->quotes & marks->within, closing = marks->quotes & ~marks->within;
    uint64_t edges = marks->separators | marks->ends | marks->quotes;
    uint64_t starts = edges << 1 | (before->begins || before->quote);
    marks->unusual = opening & ~starts;
    for (uint64_t left = closing & ~(edges >> 1); left; left &= left - 1)
        if (!closes_cell(form, unit, bytes, length, at + (byte_mask_first(left) + 1) * unit)) marks->unusual |= left & -left;
}

/* The marks of 64 bytes, of which the first `count` are of the text. */
static inline Marks find_marks(const CsvForm *form, const char *bytes, size_t count) {
    uint64_t valid = count < BYTE_MASK ? (UINT64_C(1) << count) - 1 : ~UINT64_C(0);
    return (Marks){.separators = byte_mask_equal(bytes, form->separator) & valid,
                   .ends = byte_mask_equal(bytes, form->line_end) & valid,
                   .quotes = byte_mask_equal(bytes, '"') & valid};
}

static void go_on(const Marks *marks, Before *before) {
    before->inside = marks->within >> 63 ? ~UINT64_C(0) : 0;
    before->begins = (marks->separators | marks->ends) >> 63;
    before->quote = marks->quotes >> 63;
}

/* Behind the last end of line of a mask, in units. */
static size_t behind_last(uint64_t ends) {
    return BYTE_MASK - (size_t)__builtin_clzll(ends);
}

size_t csv_usual_lines(const CsvForm *form, const char *bytes, size_t length) {
    size_t unit = encoding_unit(form->encoding), whole = 0;
    Before before = at_start;
    for (size_t at = 0; length - at >= unit; at += BYTE_MASK * unit) {
        char units[BYTE_MASK] = "";
        size_t left = (length - at) / unit, count = left < BYTE_MASK ? left : BYTE_MASK;
        const char *here = bytes + at;
        if (unit > 1) encoding_narrow(form->encoding, bytes + at, count, units);
        else if (count < BYTE_MASK) memcpy(units, bytes + at, count);
        if (unit > 1 || count < BYTE_MASK) here = units;
        Marks marks = find_marks(form, here, count);
        if (marks.quotes || before.inside) match_quotes(form, unit, bytes, length, at, &before, &marks);
        marks.unusual |= marks.ends & marks.within;
        uint64_t usual = marks.unusual ? (marks.unusual & -marks.unusual) - 1 : ~UINT64_C(0), ends = marks.ends & usual;
        if (ends) whole = at + behind_last(ends) * unit;
        if (marks.unusual || count < BYTE_MASK) return whole;
        go_on(&marks, &before);
    }
    return whole;
}

/* A record of which the cells are looked for, 64 bytes after 64. */
typedef struct Cutter {
    CsvForm form;
    const char *bytes;
    size_t length;
    Before before;
    CellPlace *next; /* where the next place is put */
    size_t breaks;   /* of lines, in quotes */
    uint32_t start;  /* of the cell under way */
    bool quoted;     /* there was a quote */
} Cutter;

static Cutter cutter_of(const CsvForm *form, const char *bytes, size_t length) {
    const CsvForm plain = {.encoding = ENCODING_UTF8, .separator = form->separator, .line_end = form->line_end};
    return (Cutter){.form = plain, .bytes = bytes, .length = length, .before = at_start};
}

/* The places that end at the separators of a mask; with `bare`, without their quotes, which the bytes behind the record may be
 * looked at for. */
static inline void add_places(Cutter *cutter, size_t at, uint64_t separators, bool bare) {
    CellPlace *next = cutter->next;
    uint32_t start = cutter->start;
    for (; separators; separators &= separators - 1) {
        const uint32_t end = (uint32_t)(at + byte_mask_first(separators)), quote = bare && cutter->bytes[start] == '"';
        *next++ = (CellPlace){.from = start + quote, .to = end - quote};
        start = end + 1;
    }
    cutter->next = next;
    cutter->start = start;
}

/* The places that end among the 64 bytes at `at`, or at the end of the record, as at a separator. `margin`: so many bytes are
 * readable. False: the line is unusual. */
static inline __attribute__((always_inline)) bool cut_next(Cutter *cutter, size_t at, bool margin) {
    const CsvForm *form = &cutter->form;
    const char *here = cutter->bytes + at;
    char last[BYTE_MASK];
    const size_t left = cutter->length - at, count = left < BYTE_MASK ? left : BYTE_MASK;
    if (!margin && count < BYTE_MASK) here = memcpy(memset(last, 0, sizeof last), here, count);
    Marks marks = find_marks(form, here, count);
    if (count < BYTE_MASK) marks.separators |= UINT64_C(1) << count;
    if (marks.quotes || cutter->before.inside) match_quotes(form, 1, cutter->bytes, cutter->length, at, &cutter->before, &marks);
    for (uint64_t breaks = marks.ends & marks.within; breaks; breaks &= breaks - 1) cutter->breaks++;
    if (marks.unusual || (marks.ends & ~marks.within)) return false;
    cutter->quoted |= marks.quotes != 0;
    if (margin && cutter->quoted) add_places(cutter, at, marks.separators & ~marks.within, true);
    else add_places(cutter, at, marks.separators & ~marks.within, false);
    go_on(&marks, &cutter->before);
    return true;
}

static bool cut_whole(const Cutter *cutter) {
    return !cutter->before.inside && cutter->breaks <= QUOTED_LINES_MAX;
}

size_t csv_line_cut(const CsvForm *form, const char *bytes, size_t length, CellPlace *places, size_t most) {
    Cutter cutter = cutter_of(form, bytes, length);
    cutter.next = places;
    for (size_t at = 0; at <= length; at += BYTE_MASK)
        if (!cut_next(&cutter, at, true) || (size_t)(cutter.next - places) > most) return CSV_UNUSUAL;
    return cut_whole(&cutter) ? (size_t)(cutter.next - places) : CSV_UNUSUAL;
}

static bool is_letter(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

Cell csv_line_cell(const char *bytes, CellPlace place, Arena *arena) {
    Cell cell = {.bytes = bytes + place.from, .length = place.to - place.from};
    if (cell.length == 0) return cell;
    cell_undouble(&cell, arena);
    if (!is_letter(cell.bytes[0]) || !is_letter(cell.bytes[cell.length - 1])) cell_trim(&cell);
    return cell;
}

size_t csv_line_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity) {
    Cutter cutter = cutter_of(form, bytes, length);
    size_t count = 0;
    for (size_t at = 0; at <= length; at += BYTE_MASK) {
        CellPlace places[BYTE_MASK];
        cutter.next = places;
        if (!cut_next(&cutter, at, false) || cutter.breaks > 0) return CSV_UNUSUAL;
        for (const CellPlace *next = places; next < cutter.next; next++, count++) {
            CellPlace place = *next;
            const bool quoted = place.from < place.to && bytes[place.from] == '"';
            place.from += quoted;
            place.to -= quoted;
            if (count < capacity) cells[count] = csv_line_cell(bytes, place, arena);
        }
    }
    return cut_whole(&cutter) ? count : CSV_UNUSUAL;
}
