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
    marks->unusual = (opening & ~starts) | (marks->ends & marks->within);
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
        uint64_t usual = marks.unusual ? (marks.unusual & -marks.unusual) - 1 : ~UINT64_C(0), ends = marks.ends & usual;
        if (ends) whole = at + behind_last(ends) * unit;
        if (marks.unusual || count < BYTE_MASK) return whole;
        go_on(&marks, &before);
    }
    return whole;
}

typedef struct Cutter {
    Arena *arena;
    Cell *next, *end; /* where cells are put, as long as there is room */
    const char *start;
    size_t beyond; /* cells for which there was none */
    bool doubled;  /* there was a doubled quote: cells in quotes may hold some */
} Cutter;

static bool is_letter(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

/* Away with quotes and white space. */
static void tidy(Cell *cell, bool doubled, Arena *arena) {
    if (*cell->bytes == '"') {
        cell->bytes++;
        cell->length -= 2;
        if (doubled) cell_undouble(cell, arena);
        if (cell->length == 0) return;
    }
    if (!is_letter(cell->bytes[0]) || !is_letter(cell->bytes[cell->length - 1])) cell_trim(cell);
}

/* The cells that end at the separators of a mask. */
static void add_cells(Cutter *cutter, const char *bytes, uint64_t separators) {
    Cell *next = cutter->next, *last = cutter->end;
    const char *start = cutter->start;
    for (; separators; separators &= separators - 1) {
        const char *end = bytes + byte_mask_first(separators);
        if (next == last) cutter->beyond++;
        else {
            *next = (Cell){.bytes = start, .length = (size_t)(end - start)};
            if (start != end) tidy(next, cutter->doubled, cutter->arena);
            next++;
        }
        start = end + 1;
    }
    cutter->next = next;
    cutter->start = start;
}

size_t csv_line_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity) {
    Cutter cutter = {.arena = arena, .next = cells, .end = cells + capacity, .start = bytes};
    const CsvForm plain = {.encoding = ENCODING_UTF8, .separator = form->separator, .line_end = form->line_end};
    Before before = at_start;
    for (size_t at = 0; at < length; at += BYTE_MASK) {
        char last[BYTE_MASK];
        size_t count = length - at < BYTE_MASK ? length - at : BYTE_MASK;
        if (count < BYTE_MASK) memcpy(memset(last, 0, sizeof last), bytes + at, count);
        Marks marks = find_marks(&plain, count < BYTE_MASK ? last : bytes + at, count);
        if (marks.quotes || before.inside) match_quotes(&plain, 1, bytes, length, at, &before, &marks);
        if (marks.unusual || marks.ends) return CSV_UNUSUAL;
        cutter.doubled |= (marks.quotes & marks.within & (marks.quotes << 1 | before.quote)) != 0;
        add_cells(&cutter, bytes + at, marks.separators & ~marks.within);
        go_on(&marks, &before);
    }
    if (before.inside) return CSV_UNUSUAL;
    const char *end = bytes + length;
    add_cells(&cutter, end, 1); /* the last cell ends there, as at a separator */
    return (size_t)(cutter.next - cells) + cutter.beyond;
}
