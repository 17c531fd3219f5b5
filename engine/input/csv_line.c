/* A mask of the quotes, added up bit by bit, tells what lies inside quotes. Where each opening quote begins a cell, each closing
 * one ends it, and no line ends between the two, that is what the rule of csv.c finds too. A quote that closes and opens at once is
 * a doubled one. */
#include "input/csv_line.h"

#include "base/byte_mask.h"
#include "base/utf8.h"

/* What is known of the text before the 64 units under way. */
typedef struct Before {
    uint64_t inside; /* all bits: a quote is open */
    uint64_t
        starts; /* the lowest bit: a cell begins, after a separator, an end of line, or nothing; or the last unit was a quote */
} Before;

typedef struct Marks {
    uint64_t separators, ends, quotes;
    uint64_t within;  /* between an opening quote, included, and its closing one */
    uint64_t unusual; /* places where the line is not for this file */
} Marks;

static const Before at_start = {.inside = 0, .starts = 1};

/* Bit n tells whether an odd number of bits are set up to n. */
static inline uint64_t add_up(uint64_t bits) {
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

/* The closing quotes among `doubtful`, of the 64 units at `at`, that end no cell. */
static uint64_t unusual_closings(const CsvForm *form, size_t unit, const char *bytes, size_t length, size_t at, uint64_t doubtful) {
    uint64_t unusual = 0;
    for (uint64_t left = doubtful; left; left &= left - 1)
        if (!closes_cell(form, unit, bytes, length, at + (byte_mask_first(left) + 1) * unit)) unusual |= left & (0 - left);
    return unusual;
}

/* `doubtful`: closing quotes that are followed by nothing that is marked here. */
static inline Marks match_quotes(Marks marks, Before before, uint64_t *doubtful) {
    const uint64_t edges = marks.separators | marks.ends | marks.quotes;
    marks.within = add_up(marks.quotes) ^ before.inside;
    marks.unusual = marks.quotes & marks.within & ~(edges << 1 | before.starts);
    *doubtful = marks.quotes & ~marks.within & ~(edges >> 1);
    return marks;
}

/* The marks of 64 bytes, of which the first `count` are of the text. */
static inline Marks find_marks(const CsvForm *form, const char *bytes, size_t count) {
    uint64_t valid = count < BYTE_MASK ? (UINT64_C(1) << count) - 1 : ~UINT64_C(0);
    return (Marks){.separators = byte_mask_equal(bytes, form->separator) & valid,
                   .ends = byte_mask_equal(bytes, form->line_end) & valid,
                   .quotes = byte_mask_equal(bytes, '"') & valid};
}

static inline Before go_on(Marks marks) {
    return (Before){.inside = 0 - (marks.within >> 63), .starts = (marks.separators | marks.ends | marks.quotes) >> 63};
}

/* Behind the last end of line of a mask, in units. */
static size_t behind_last(uint64_t ends) {
    return BYTE_MASK - (size_t)__builtin_clzll(ends);
}

/* Lines of 64 units after 64, with what was known before them. */
typedef struct Usual {
    Before before;
    size_t whole; /* bytes up to the last end of a line */
    size_t lines; /* that end there */
    bool over;    /* the first unusual line was met */
} Usual;

/* The lines that end among the 64 units at `at`, `count` of them of the text, which are read at `here`. */
static inline __attribute__((always_inline)) void usual_lines(const CsvForm *form, size_t unit, const char *bytes, size_t length,
                                                              size_t at, const char *here, size_t count, Usual *usual) {
    Marks marks = find_marks(form, here, count);
    if (marks.quotes | usual->before.inside) {
        uint64_t doubtful;
        marks = match_quotes(marks, usual->before, &doubtful);
        if (doubtful) marks.unusual |= unusual_closings(form, unit, bytes, length, at, doubtful);
    }
    marks.unusual |= marks.ends & marks.within;
    const uint64_t line = (marks.unusual - 1) & ~marks.unusual, ends = marks.ends & line;
    if (ends) usual->whole = at + behind_last(ends) * unit;
    for (uint64_t left = ends; left; left &= left - 1) usual->lines++;
    usual->over = marks.unusual != 0;
    usual->before = go_on(marks);
}

size_t csv_usual_lines(const CsvForm *form, const char *bytes, size_t length, size_t *lines) {
    const size_t unit = encoding_unit(form->encoding), units = length / unit;
    Usual usual = {.before = at_start};
    for (size_t at = 0; at < units && !usual.over; at += BYTE_MASK) {
        const size_t left = units - at;
        if (unit == 1 && left >= BYTE_MASK) {
            usual_lines(form, 1, bytes, length, at, bytes + at, BYTE_MASK, &usual);
            continue;
        }
        char here[BYTE_MASK] = "";
        const size_t count = left < BYTE_MASK ? left : BYTE_MASK;
        if (unit > 1) encoding_narrow(form->encoding, bytes + at * unit, count, here);
        else memcpy(here, bytes + at, count);
        usual_lines(form, unit, bytes, length, at * unit, here, count, &usual);
    }
    *lines = usual.lines;
    return usual.whole;
}

/* A record of which the cells are looked for, 64 bytes after 64. */
typedef struct Cutter {
    CsvForm form;
    const char *bytes;
    size_t length;
    bool whole; /* the record ends with the bytes, as with a line */
    Before before;
    size_t breaks;    /* of lines, in quotes */
    size_t end;       /* of the line, or SIZE_MAX */
    uint64_t quotes;  /* there were some */
    uint64_t carried; /* bytes of the next 64 that belong to a character before */
} Cutter;

static inline Cutter cutter_of(const CsvForm *form, const char *bytes, size_t length, bool whole) {
    const CsvForm plain = {.encoding = ENCODING_UTF8, .separator = form->separator, .line_end = form->line_end};
    return (Cutter){.form = plain, .bytes = bytes, .length = length, .whole = whole, .before = at_start, .end = SIZE_MAX};
}

#define NO_TEXT UINT64_MAX

/* Of 64 bytes of text, with `left` behind the first, those that are `high` are parts of characters, the `carried` ones of one
 * before. Returns which of the next 64 the last character goes on with, or NO_TEXT. */
static __attribute__((noinline)) uint64_t take_characters(const char *bytes, size_t left, uint64_t high, uint64_t carried) {
    uint64_t next = 0;
    for (uint64_t others = high & ~carried; others;) {
        const size_t first = byte_mask_first(others), size = utf8_character(bytes + first, left - first);
        if (size == 0) return NO_TEXT;
        others &= ~(((UINT64_C(1) << size) - 1) << first);
        if (first + size > BYTE_MASK) next = (UINT64_C(1) << (first + size - BYTE_MASK)) - 1;
    }
    return next;
}

/* Finds the separators that end cells among the 64 bytes at `at`, which are read at `here`, and where the line ends. False: it is
 * unusual. */
static inline __attribute__((always_inline)) bool cut_next(Cutter *cutter, const char *here, size_t at, bool utf8,
                                                           uint64_t *separators) {
    const size_t left = cutter->length - at;
    Marks marks = find_marks(&cutter->form, here, left);
    if (cutter->whole && left < BYTE_MASK) marks.ends |= UINT64_C(1) << left;
    if (marks.quotes | cutter->before.inside) {
        uint64_t doubtful;
        marks = match_quotes(marks, cutter->before, &doubtful);
        if (doubtful) marks.unusual |= unusual_closings(&cutter->form, 1, cutter->bytes, cutter->length, at, doubtful);
    }
    const uint64_t ends = marks.ends & ~marks.within, line = (ends - 1) & ~ends; /* all bits when it does not end here */
    if (marks.unusual & line) return false;
    for (uint64_t breaks = marks.ends & marks.within & line; breaks; breaks &= breaks - 1) cutter->breaks++;
    if (utf8) {
        const uint64_t high = byte_mask_high(here) & line;
        if (high | cutter->carried) cutter->carried = take_characters(cutter->bytes + at, left, high, cutter->carried);
        if (cutter->carried == NO_TEXT) return false;
    }
    cutter->quotes |= marks.quotes & line;
    *separators = marks.separators & ~marks.within & line;
    if (ends) cutter->end = at + byte_mask_first(ends);
    cutter->before = go_on(marks);
    return true;
}

/* Nothing but separators that end cells among the 64 bytes at `at`. */
static inline bool is_bare(const Cutter *cutter, size_t at, bool utf8) {
    const char *here = cutter->bytes + at;
    return (cutter->quotes | cutter->carried) == 0 && cutter->length - at >= BYTE_MASK &&
           !byte_mask_any(here, cutter->form.line_end, '"', utf8);
}

/* The places of the bits of a mask, from `at` on. */
static inline uint32_t *put_ends(uint32_t *next, size_t at, uint64_t mask) {
    for (; mask; mask &= mask - 1) *next++ = (uint32_t)(at + byte_mask_first(mask));
    return next;
}

bool csv_line_take(const CsvForm *form, const char *bytes, size_t length, bool whole, bool utf8, uint32_t *ends, size_t most,
                   CsvLine *line) {
    Cutter cutter = cutter_of(form, bytes, length, whole);
    uint32_t *next = ends;
    *next++ = UINT32_MAX; /* just before the first cell */
    for (size_t at = 0; at < length + whole && cutter.end == SIZE_MAX; at += BYTE_MASK) {
        uint64_t separators;
        if (is_bare(&cutter, at, utf8)) {
            separators = byte_mask_equal(bytes + at, form->separator);
            cutter.before.starts = separators >> 63;
        } else if (!cut_next(&cutter, bytes + at, at, utf8, &separators)) {
            return false;
        }
        next = put_ends(next, at, separators);
        if ((size_t)(next - ends) > most) return false;
    }
    if (cutter.end == SIZE_MAX || (whole && cutter.end != length)) return false;
    const bool carriage = !whole && cutter.end > 0 && bytes[cutter.end - 1] == '\r';
    *line = (CsvLine){.cells = (size_t)(next - ends),
                      .length = cutter.end - carriage,
                      .next = cutter.end + !whole,
                      .breaks = cutter.breaks,
                      .quoted = cutter.quotes != 0};
    *next = (uint32_t)line->length;
    return cutter.breaks <= QUOTED_LINES_MAX;
}

static bool is_letter(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

Cell csv_line_cell(const char *bytes, CellPlace place, Arena *arena) {
    Cell cell = {.bytes = bytes + place.from, .length = place.length};
    if (cell.length == 0) return cell;
    cell_undouble(&cell, arena);
    if (!is_letter(cell.bytes[0]) || !is_letter(cell.bytes[cell.length - 1])) cell_trim(&cell);
    return cell;
}

/* The bytes behind the record are not looked at. */
static Cell cell_between(const char *bytes, uint32_t from, uint32_t to, Arena *arena) {
    const uint32_t quote = from < to && bytes[from] == '"';
    return csv_line_cell(bytes, (CellPlace){.from = from + quote, .length = to - from - 2 * quote}, arena);
}

size_t csv_line_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity) {
    Cutter cutter = cutter_of(form, bytes, length, true);
    size_t count = 0;
    uint32_t start = 0;
    for (size_t at = 0; at <= length; at += BYTE_MASK) {
        uint32_t ends[BYTE_MASK + 1], *next;
        uint64_t separators;
        char last[BYTE_MASK] = "";
        const char *here = length - at < BYTE_MASK ? memcpy(last, bytes + at, length - at) : bytes + at;
        if (!cut_next(&cutter, here, at, false, &separators) || cutter.breaks > 0) return CSV_UNUSUAL;
        if (cutter.end != SIZE_MAX && cutter.end != length) return CSV_UNUSUAL;
        next = put_ends(ends, at, separators);
        if (cutter.end == length) *next++ = (uint32_t)length;
        for (const uint32_t *end = ends; end < next; start = *end++ + 1, count++)
            if (count < capacity) cells[count] = cell_between(bytes, start, *end, arena);
    }
    return cutter.end == length ? count : CSV_UNUSUAL;
}
