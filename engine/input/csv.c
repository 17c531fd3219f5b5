/* One rule decides where a quoted cell ends: at a quote followed by a separator or the end of the line, blanks between them
 * allowed. Any other quote inside is text, as people type it (« "Le "Relais" du coin" »). Where such a quote comes after a line
 * break, or too many lines pass, the opening quote itself was a slip: then only its line is lost, not the rows below. */
#include "input/csv_line.h"

#include <string.h>

typedef struct Scan {
    const CsvForm *form;
    const char *bytes;
    size_t length, at, unit;
    bool ended;
    size_t closed; /* where the last closing quote stands */
} Scan;

static bool over(const Scan *scan) {
    return scan->length - scan->at < scan->unit;
}

/* The unit at an offset; 0 beyond the end. */
static unsigned peek(const Scan *scan, size_t at) {
    return scan->length - at < scan->unit ? 0 : encoding_at(scan->form->encoding, scan->bytes, at);
}

static bool ends_line(const Scan *scan, unsigned unit) {
    return unit == (unsigned char)scan->form->line_end;
}

static bool is_blank(const Scan *scan, unsigned unit) {
    return (unit == ' ' || unit == '\t') && unit != (unsigned char)scan->form->separator;
}

static size_t pass_blanks(const Scan *scan, size_t at) {
    while (scan->length - at >= scan->unit && is_blank(scan, peek(scan, at))) at += scan->unit;
    return at;
}

/* Does the cell end at `at`: separator, end of line (with a '\r' before), end of text? */
static bool cell_ends(const Scan *scan, size_t at) {
    if (scan->length - at < scan->unit) return scan->ended;
    unsigned unit = peek(scan, at);
    if (unit == (unsigned char)scan->form->separator || ends_line(scan, unit)) return true;
    if (unit != '\r') return false;
    size_t next = at + scan->unit;
    return scan->length - next < scan->unit ? scan->ended : ends_line(scan, peek(scan, next));
}

/* From behind an opening quote to behind the closing one. */
static CsvEnd pass_quoted(Scan *scan, size_t *lines) {
    size_t breaks = 0;
    for (; !over(scan); scan->at += scan->unit) {
        unsigned unit = peek(scan, scan->at);
        if (ends_line(scan, unit) && ++breaks > QUOTED_LINES_MAX) return CSV_OPEN;
        if (unit != '"') continue;
        size_t next = scan->at + scan->unit;
        if (peek(scan, next) == '"') {
            scan->at = next;
            continue;
        }
        size_t behind = pass_blanks(scan, next);
        if (cell_ends(scan, behind)) {
            scan->closed = scan->at;
            scan->at = behind;
            *lines += breaks;
            return CSV_WHOLE;
        }
        if (scan->length - behind < 2 * scan->unit && !scan->ended) return CSV_UNFINISHED;
        if (breaks > 0) return CSV_OPEN;
    }
    return scan->ended ? CSV_OPEN : CSV_UNFINISHED;
}

static void pass_plain(Scan *scan) {
    while (!over(scan)) {
        unsigned unit = peek(scan, scan->at);
        if (unit == (unsigned char)scan->form->separator || ends_line(scan, unit)) return;
        scan->at += scan->unit;
    }
}

/* Up to the end of the record's line, or of the bytes. */
static CsvEnd pass_record(Scan *scan, size_t *lines) {
    for (;;) {
        size_t quote = pass_blanks(scan, scan->at);
        if (peek(scan, quote) == '"') {
            scan->at = quote + scan->unit;
            CsvEnd end = pass_quoted(scan, lines);
            if (end != CSV_WHOLE) return end;
        }
        pass_plain(scan);
        if (over(scan)) return scan->ended ? CSV_WHOLE : CSV_UNFINISHED;
        if (ends_line(scan, peek(scan, scan->at))) return CSV_WHOLE;
        scan->at += scan->unit;
    }
}

static void pass_line(Scan *scan) {
    while (!over(scan) && !ends_line(scan, peek(scan, scan->at))) scan->at += scan->unit;
}

/* A line that ends among the bytes, and that csv_line.c knows how to cut. */
static bool usual_record(const CsvForm *form, const char *bytes, size_t length, CsvRecord *out) {
    size_t unit = encoding_unit(form->encoding), end = encoding_seek(form->encoding, bytes, length, form->line_end);
    if (length - end < unit) return false;
    size_t lines;
    bool plain = unit == 1 && !memchr(bytes, '"', end);
    if (!plain && csv_usual_lines(form, bytes, end + unit, &lines) != end + unit) return false;
    *out = (CsvRecord){.length = end, .next = end + unit, .lines = 1};
    bool carriage = form->line_end == '\n' && end >= unit && encoding_at(form->encoding, bytes, end - unit) == '\r';
    if (carriage) out->length -= unit;
    return true;
}

CsvEnd csv_record(const CsvForm *form, const char *bytes, size_t length, bool ended, CsvRecord *out) {
    return usual_record(form, bytes, length, out) ? CSV_WHOLE : csv_record_by_rule(form, bytes, length, ended, out);
}

CsvEnd csv_record_by_rule(const CsvForm *form, const char *bytes, size_t length, bool ended, CsvRecord *out) {
    Scan scan = {.form = form, .bytes = bytes, .length = length, .unit = encoding_unit(form->encoding), .ended = ended};
    size_t lines = 0;
    CsvEnd end = pass_record(&scan, &lines);
    if (end == CSV_UNFINISHED) return end;
    if (end == CSV_OPEN) {
        scan.at = lines = 0;
        pass_line(&scan);
    }
    bool line = !over(&scan);
    *out = (CsvRecord){.length = scan.at, .next = line ? scan.at + scan.unit : length, .lines = lines + line};
    if (!line) out->length = length;
    bool carriage = form->line_end == '\n' && out->length >= scan.unit && peek(&scan, out->length - scan.unit) == '\r';
    if (carriage) out->length -= scan.unit;
    return end;
}

/* Bytes of the white space or mark without width that begins `bytes`, which is not empty; 0 when there is none. */
static size_t space_at(const char *bytes, size_t length) {
    unsigned char first = (unsigned char)*bytes;
    if (first <= ' ') return first == ' ' || (first >= '\t' && first <= '\r') ? 1 : 0;
    if (first == 0xC2) return length >= 2 && memcmp(bytes, "\u00a0", 2) == 0 ? 2 : 0;
    if ((first != 0xE2 && first != 0xEF) || length < 3) return 0;
    static const char wide[][4] = {"\u202f", "\u2009", "\u2007", "\u200b", "\uFEFF"};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (memcmp(bytes, wide[i], 3) == 0) return 3;
    return 0;
}

static size_t last_space(const char *bytes, size_t length) {
    for (size_t size = 1; size <= 3 && size <= length; size++)
        if (space_at(bytes + length - size, size) == size) return size;
    return 0;
}

static bool is_letter(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

void cell_trim(Cell *cell) {
    size_t size;
    if (cell->length == 0 || (is_letter(cell->bytes[0]) && is_letter(cell->bytes[cell->length - 1]))) return;
    while (cell->length > 0 && (size = space_at(cell->bytes, cell->length)) > 0) {
        cell->bytes += size;
        cell->length -= size;
    }
    while (cell->length > 0 && (size = last_space(cell->bytes, cell->length)) > 0) cell->length -= size;
}

void cell_undouble(Cell *cell, Arena *arena) {
    const char *quote = memchr(cell->bytes, '"', cell->length);
    char *text = quote ? arena_text(arena, cell->bytes, cell->length) : NULL;
    if (!text) return;
    size_t written = (size_t)(quote - cell->bytes);
    for (size_t at = written; at < cell->length; at++) {
        text[written++] = cell->bytes[at];
        if (cell->bytes[at] == '"' && at + 1 < cell->length && cell->bytes[at + 1] == '"') at++;
    }
    cell->bytes = text;
    cell->length = written;
}

/* The cell at scan->at, which then stands at its separator or at the end. */
static void read_cell(Scan *scan, Arena *arena, size_t *lines, Cell *cell) {
    *cell = (Cell){.bytes = scan->bytes + scan->at, .line = *lines};
    size_t start = scan->at, quote = pass_blanks(scan, start);
    if (peek(scan, quote) == '"') {
        scan->at = quote + 1;
        if (pass_quoted(scan, lines) == CSV_WHOLE) {
            cell->bytes = scan->bytes + quote + 1;
            cell->length = scan->closed - quote - 1;
            cell_undouble(cell, arena);
            return;
        }
        scan->at = start;
    }
    const char *end = memchr(cell->bytes, scan->form->separator, scan->length - start);
    scan->at = end ? (size_t)(end - scan->bytes) : scan->length;
    cell->length = scan->at - start;
}

size_t csv_cells(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity) {
    size_t usual = csv_line_cells(form, bytes, length, arena, cells, capacity);
    return usual != CSV_UNUSUAL ? usual : csv_cells_by_rule(form, bytes, length, arena, cells, capacity);
}

size_t csv_cells_by_rule(const CsvForm *form, const char *bytes, size_t length, Arena *arena, Cell *cells, size_t capacity) {
    const CsvForm plain = {.encoding = ENCODING_UTF8, .separator = form->separator, .line_end = form->line_end};
    Scan scan = {.form = &plain, .bytes = bytes, .length = length, .unit = 1, .ended = true};
    size_t count = 0, lines = 0;
    for (;; scan.at++) {
        Cell cell;
        read_cell(&scan, arena, &lines, &cell);
        cell_trim(&cell);
        if (count < capacity) cells[count] = cell;
        count++;
        if (scan.at >= length) return count;
    }
}
