/* Numbers and dates are read when they are written in the usual ways (input/cell_figures.h); others (« 7 à 16 », « mars 2019 ») are
 * remembered. The block's column says « unknown » of a row until something is put there. */
#include "input/cell_figures.h"
#include "input/quick_row.h"

static inline bool within(Span span, double value) {
    return (value >= span.low) & (value <= span.high);
}

static inline uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* One of two, without a branch; `all` has all bits or none. */
static inline double either(uint64_t all, double yes, double no) {
    const uint64_t bits = (bits_of(yes) & all) | (bits_of(no) & ~all);
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline void put_span(const QuickRow *row, const QuickColumn *column, Span span) {
    column->low[row->row] = span.low;
    column->high[row->row] = span.high;
}

/* What the cell was remembered to say; else it is left. */
static void recall(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    const CellSaid *said = cell_memo_find(row->quick->others, quick_key(row, column), cell.bytes, cell.length);
    if (said) put_span(row, column, said->span);
    else quick_leave(row, column);
}

/* A number in another usual writing. */
static bool read_number(const QuickRow *row, const QuickColumn *column, QuickCell cell, double *value) {
    if (row->narrow && column->euros && cell_amount_1252(cell.bytes, cell.length, value)) return true;
    if (column->broken && cell_short_number(cell.bytes, cell.length, value)) return true;
    return cell_number(column->fact, column->exponent, cell.bytes, cell.length, row->narrow, value);
}

/* One that is not simply some digits: perhaps there are quotes around it, or white space. */
static __attribute__((noinline)) void read_other_number(const QuickRow *row, const QuickColumn *column, QuickCell raw) {
    const QuickCell cell = quick_unquoted(raw);
    double value;
    if (cell.length == 0) return;
    bool right = read_number(row, column, cell, &value);
    if (!right) {
        const QuickCell trimmed = quick_trim(row, cell);
        right = trimmed.length < cell.length && read_number(row, column, trimmed, &value);
    }
    if (right && within(column->all, value)) put_span(row, column, (Span){value, value});
    else recall(row, column, cell);
}

/* An amount, as Windows-1252 has most of them. */
static inline void read_amount(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    double value;
    if (cell_amount_1252(cell.bytes, cell.length, &value) && within(column->all, value))
        put_span(row, column, (Span){value, value});
    else if (cell.length > 0) read_other_number(row, column, cell);
}

/* Empty cells as well as others: which ones are empty cannot be foreseen. */
void quick_read_numbers(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_NUMBER); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_raw_cell(row, column);
        if (row->narrow & column->euros) {
            read_amount(row, column, cell);
            continue;
        }
        const uint64_t empty = 0 - (uint64_t)(cell.length == 0);
        const Span all = column->all;
        double value;
        const bool plain = cell_whole_number(cell.bytes, cell.length, &value) & (column->exponent == 0);
        const uint64_t other = ((uint64_t)(plain & within(all, value)) - 1) & ~empty;
        if (other) read_other_number(row, column, cell);
        else put_span(row, column, (Span){either(empty, all.low, value), either(empty, all.high, value)});
    }
}

/* A date with white space around it, or in another writing. */
static __attribute__((noinline)) void read_other_date(const QuickRow *row, const QuickColumn *column, QuickCell raw) {
    const QuickCell cell = quick_unquoted(raw);
    if (cell.length == 0) return;
    const QuickCell trimmed = quick_trim(row, cell);
    Day day;
    if (trimmed.length < raw.length && cell_date(column->fact, trimmed.bytes, trimmed.length, &day))
        put_span(row, column, (Span){day, day});
    else recall(row, column, cell);
}

void quick_read_dates(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_DATE); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_raw_cell(row, column);
        Day day;
        if (cell.length == 0) continue;
        if (cell_date(column->fact, cell.bytes, cell.length, &day)) put_span(row, column, (Span){day, day});
        else read_other_date(row, column, cell);
    }
}
