/* Numbers, dates and codes are read here when they are written in the usual ways: digits, thousands apart, a decimal comma, « € ».
 * What else a cell said is remembered by its bytes: names (« Association loi 1901 », « oui ») say the same on every row; lists and
 * odd numbers, which are of many kinds, are kept apart so as not to push names out. */
#include "input/csv_quick.h"

#include "base/byte_mask.h"
#include "input/cell_memo.h"
#include "input/written.h"

#define DIGITS_MAX 15 /* that many are exact in a double */
#define EXACT_MAX (UINT64_C(1) << 53)

struct CsvQuick {
    CellMemo *names, *others;
};

CsvQuick *csv_quick_new(Arena *arena) {
    CsvQuick *quick = arena_new(arena, sizeof *quick);
    if (!quick) return NULL;
    quick->names = cell_memo_new(arena);
    quick->others = cell_memo_new(arena);
    return quick->names && quick->others ? quick : NULL;
}

static bool is_number(const Fact *fact) {
    return fact->type == FACT_INTEGER || fact->type == FACT_NUMBER || fact->type == FACT_EUROS;
}

static bool is_named(const Fact *fact) {
    return fact->type == FACT_BOOLEAN || fact->type == FACT_ENUM || fact->type == FACT_SET;
}

/* A code that is one of few, and that a cell tells without the rest of its row. */
static bool is_kept_code(const Fact *fact) {
    if (fact->type == FACT_PLACE) return fact->level != PLACE_COMMUNE && fact->level != PLACE_POSTAL;
    return fact->type == FACT_CODE && fact->code_form != CODE_SIREN && fact->code_form != CODE_SIRET;
}

static bool has_separator(const Cell *cell) {
    for (size_t i = 0; i < cell->length; i++)
        if (cell->bytes[i] == ',' || cell->bytes[i] == ';' || cell->bytes[i] == '|') return true;
    return false;
}

static bool is_list(const Fact *fact, const Cell *cell) {
    return (fact->type == FACT_SET || fact->type == FACT_ENUM) && has_separator(cell);
}

void csv_quick_learn(CsvQuick *quick, const Fact *fact, int number, const Cell *cell, const Value *value) {
    bool span = is_number(fact) || fact->type == FACT_DATE, named = is_named(fact) && value->words <= MEMO_WORDS_MAX;
    bool code = is_kept_code(fact) && strlen(value->text) < PLACE_CODE_MAX;
    if (!span && !named && !code) return;
    CellSaid *said = cell_memo_put(span || is_list(fact, cell) ? quick->others : quick->names, number, cell);
    if (!said) return;
    if (span) said->span = value->span;
    if (code) memcpy(said->code, value->text, strlen(value->text));
    for (size_t w = 0; named && w < value->words; w++) {
        said->possible[w] = value->possible[w];
        if (value->sure) said->sure[w] = value->sure[w];
    }
}

/* What a cell, or one of the names of its list, says by itself; NULL when it is no name. */
static const CellSaid *name_of(RowReader *reader, const Fact *fact, int number, const Cell *cell) {
    if (cell->length == 0 || fact->words > MEMO_WORDS_MAX) return NULL;
    const CellSaid *known = cell_memo_find(reader->quick->names, number, cell);
    if (known || fact->type == FACT_BOOLEAN || sheet_unknown(cell)) return known;
    int choice = choices_find(reader->sheet.choices, number, cell->bytes, cell->length);
    CellSaid *said = choice < 0 ? NULL : cell_memo_put(reader->quick->names, number, cell);
    if (!said) return NULL;
    memcpy(said->possible, fact->choices[choice].below, fact->words * sizeof *said->possible);
    for (int in = choice; fact->type == FACT_SET && in >= 0; in = fact->choices[in].parent) {
        bits_put(said->possible, (size_t)in);
        bits_put(said->sure, (size_t)in);
    }
    return said;
}

/* « santé, insertion »: each a name. NULL: some is not. */
static const CellSaid *join_parts(RowReader *reader, const Fact *fact, int number, const Cell *cell) {
    const char *bytes = cell->bytes, *end = bytes + cell->length;
    char separator = memchr(bytes, ';', cell->length) ? ';' : memchr(bytes, '|', cell->length) ? '|' : ',';
    uint64_t possible[MEMO_WORDS_MAX] = {0}, sure[MEMO_WORDS_MAX] = {0};
    if (memchr(bytes, '\n', cell->length)) return NULL;
    while (bytes < end) {
        const char *mark = memchr(bytes, separator, (size_t)(end - bytes));
        Cell part = {.bytes = bytes, .length = (size_t)((mark ? mark : end) - bytes)};
        cell_trim(&part);
        const CellSaid *said = name_of(reader, fact, number, &part);
        if (!said) return NULL;
        for (size_t w = 0; w < fact->words; w++) {
            possible[w] |= said->possible[w];
            sure[w] |= said->sure[w];
        }
        bytes = mark ? mark + 1 : end;
    }
    CellSaid *all = cell_memo_put(reader->quick->others, number, cell);
    if (!all) return NULL;
    memcpy(all->possible, possible, sizeof possible);
    memcpy(all->sure, sure, sizeof sure);
    return all;
}

static const CellSaid *list_of(RowReader *reader, const Fact *fact, int number, const Cell *cell) {
    const CellSaid *said = fact->words <= MEMO_WORDS_MAX ? cell_memo_find(reader->quick->others, number, cell) : NULL;
    return said || fact->words > MEMO_WORDS_MAX ? said : join_parts(reader, fact, number, cell);
}

/* The column of a fact, ready for the rows of this block; NULL when memory runs out. */
static Column *column_of(Block *block, int fact) {
    Column *column = &block->columns[fact];
    return column->present ? column : block_column(block, fact);
}

static bool put_named(RowReader *reader, const Fact *fact, int number, const Cell *cell, Block *block, size_t row) {
    const CellSaid *said = is_list(fact, cell) ? list_of(reader, fact, number, cell) : NULL;
    if (!said) said = name_of(reader, fact, number, cell);
    Column *column = said ? column_of(block, number) : NULL;
    if (!column) return false;
    for (size_t w = 0; w < column->words; w++) {
        column->possible[w * block->capacity + row] = said->possible[w];
        if (column->sure) column->sure[w * block->capacity + row] = said->sure[w];
    }
    return true;
}

static bool put_span(Block *block, size_t row, int fact, Span span) {
    Column *column = column_of(block, fact);
    if (!column) return false;
    column->low[row] = span.low;
    column->high[row] = span.high;
    return true;
}

static bool put_remembered_span(RowReader *reader, int number, const Cell *cell, Block *block, size_t row) {
    const CellSaid *said = cell_memo_find(reader->quick->others, number, cell);
    return said && put_span(block, row, number, said->span);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

typedef struct Figures {
    const char *at, *end;
    uint64_t value;
} Figures;

static size_t take_digits(Figures *figures) {
    const char *start = figures->at;
    for (; figures->at < figures->end && is_digit(*figures->at) && figures->at - start <= DIGITS_MAX; figures->at++)
        figures->value = figures->value * 10 + (uint64_t)(*figures->at - '0');
    return (size_t)(figures->at - start);
}

static bool take(Figures *figures, const char *word, size_t length) {
    if ((size_t)(figures->end - figures->at) < length || memcmp(figures->at, word, length) != 0) return false;
    figures->at += length;
    return true;
}

static bool take_space(Figures *figures) {
    return take(figures, " ", 1) || take(figures, "\u00a0", 2) || take(figures, "\u202f", 3);
}

/* A space and three digits. */
static bool take_group(Figures *figures) {
    Figures ahead = *figures;
    if (!take_space(&ahead) || take_digits(&ahead) != 3) return false;
    *figures = ahead;
    return true;
}

/* « 12 », « 1 200,50 € »: at most two decimals, which no one can take for thousands. False: something else, or too long. */
static bool usual_number(const Fact *fact, const Cell *cell, int exponent, double *out) {
    static const double units[] = {1, 10, 100};
    Figures figures = {.at = cell->bytes, .end = cell->bytes + cell->length};
    bool euros = fact->type == FACT_EUROS;
    size_t leading = take_digits(&figures), digits = leading, decimals = 0;
    if (leading == 0 || (cell->bytes[0] == '0' && leading > 1)) return false;
    for (; figures.at < figures.end && leading <= 3 && digits < DIGITS_MAX && take_group(&figures);) digits += 3;
    if (take(&figures, ",", 1) || take(&figures, ".", 1)) {
        decimals = take_digits(&figures);
        if (decimals == 0 || decimals > 2 || fact->type == FACT_INTEGER) return false;
    }
    if (euros && figures.at < figures.end) {
        take_space(&figures);
        if (!take(&figures, "€", 3)) return false;
        exponent = 0;
    }
    if (figures.at < figures.end || digits + decimals > DIGITS_MAX || (exponent && !euros)) return false;
    for (; exponent > 0; exponent--) figures.value *= 10;
    *out = (double)figures.value / units[decimals]; /* both exact, so rounded once */
    return figures.value <= EXACT_MAX;
}

static bool read_number(RowReader *reader, const TitledColumn *column, const Fact *fact, const Cell *cell, Block *block,
                        size_t row) {
    double value;
    if (!usual_number(fact, cell, column->exponent, &value) || !written_in_bounds(fact, value))
        return put_remembered_span(reader, column->fact, cell, block, row);
    return put_span(block, row, column->fact, (Span){value, value});
}

/* « 2019-03-12 », « 12/03/2019 ». */
static bool usual_date(const Fact *fact, const Cell *cell, Span *out) {
    Day first, last;
    const char *text = cell->bytes;
    if (cell->length != 10) return false;
    const char iso[10] = {text[6], text[7], text[8], text[9], '-', text[3], text[4], '-', text[0], text[1]};
    bool french = text[2] == '/' && text[5] == '/';
    if (!day_read(french ? iso : text, 10, &first, &last)) return false;
    *out = (Span){first, last};
    return first >= fact->minimum && last <= fact->maximum;
}

static bool read_date(RowReader *reader, const Fact *fact, int number, const Cell *cell, Block *block, size_t row) {
    Span span;
    if (!usual_date(fact, cell, &span)) return put_remembered_span(reader, number, cell, block, row);
    return put_span(block, row, number, span);
}

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* Has one of eight bytes what may make a text refused: a control character, or the first byte of some? */
static bool suspect(uint64_t word) {
    uint64_t deleted = word ^ EACH_BYTE * 0x7F, first = word ^ EACH_BYTE * 0xC2;
    uint64_t found = ((word - EACH_BYTE * 0x20) & ~word) | ((deleted - EACH_BYTE) & ~deleted) | ((first - EACH_BYTE) & ~first);
    return found & EACH_BYTE * 0x80;
}

/* No control character, nothing that is not plain. */
static bool is_plain(const Cell *cell) {
    size_t at = 0;
    while (cell->length - at >= 8 && !suspect(byte_mask_word(cell->bytes + at))) at += 8;
    for (; at < cell->length; at++) {
        unsigned char c = (unsigned char)cell->bytes[at];
        if (c < 0x20 || c == 0x7F || (c == 0xC2 && at + 1 < cell->length && (unsigned char)cell->bytes[at + 1] < 0xA0))
            return false;
    }
    return cell->length <= TEXT_VALUE_MAX;
}

static bool read_code(RowReader *reader, const Fact *fact, int number, const Cell *cell, RowTexts *texts) {
    const CellSaid *said = is_kept_code(fact) ? cell_memo_find(reader->quick->names, number, cell) : NULL;
    if (said) row_take_text(reader, texts, number, said->code, strlen(said->code));
    if (said || is_kept_code(fact)) return said;
    bool right = fact->type == FACT_PLACE ? seats_know(reader->seats, fact->level, cell->bytes, cell->length)
                                          : !written_code(fact, &reader->arena, cell->bytes, cell->length).message;
    if (right) row_take_text(reader, texts, number, cell->bytes, cell->length);
    return right;
}

static bool read_text(RowReader *reader, int number, const Cell *cell, RowTexts *texts) {
    if (sheet_unknown(cell) || !is_plain(cell)) return false;
    row_take_text(reader, texts, number, cell->bytes, cell->length);
    return true;
}

bool csv_quick_read(RowReader *reader, const TitledColumn *column, const Cell *cell, Block *block, size_t row, RowTexts *texts) {
    const Fact *fact = &reader->vocabulary->facts[column->fact];
    switch (fact->type) {
    case FACT_TEXT: return read_text(reader, column->fact, cell, texts);
    case FACT_CODE:
    case FACT_PLACE: return read_code(reader, fact, column->fact, cell, texts);
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return read_number(reader, column, fact, cell, block, row);
    case FACT_DATE: return read_date(reader, fact, column->fact, cell, block, row);
    case FACT_BOOLEAN:
    case FACT_ENUM:
    case FACT_SET: return put_named(reader, fact, column->fact, cell, block, row);
    }
    return false;
}
