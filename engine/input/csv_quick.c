/* Numbers, dates and codes are read here by the same functions as elsewhere, when they are written plainly. What names values («
 * Association loi 1901 », « santé, insertion ») says the same on every row: what it said last time is remembered, by its text. */
#include "input/csv_quick.h"

#include "base/number.h"
#include "input/written.h"
#include <string.h>

#define LEARNT_KEPT 1024u
#define LEARNT_TEXT_MAX 48 /* bytes of a cell that is remembered; longer lists are rare */
#define LEARNT_WORDS_MAX 2
#define DIGITS_MAX 15 /* that many are exact in a double */

typedef struct Learnt {
    int fact; /* from 1; 0: nothing */
    size_t length;
    char text[LEARNT_TEXT_MAX];
    uint64_t possible[LEARNT_WORDS_MAX], sure[LEARNT_WORDS_MAX];
} Learnt;

struct CsvQuick {
    Learnt learnt[LEARNT_KEPT];
};

CsvQuick *csv_quick_new(Arena *arena) {
    return arena_new(arena, sizeof(CsvQuick));
}

static Learnt *slot_of(CsvQuick *quick, int fact, const Cell *cell) {
    uint64_t hash = (uint64_t)fact * UINT64_C(0x9E3779B97F4A7C15) + cell->length, word;
    for (size_t at = 0; at < cell->length; at += sizeof word) {
        size_t left = cell->length - at;
        word = 0;
        memcpy(&word, cell->bytes + at, left < sizeof word ? left : sizeof word);
        hash = (hash ^ word) * UINT64_C(0xC2B2AE3D27D4EB4F);
        hash ^= hash >> 31;
    }
    return &quick->learnt[hash % LEARNT_KEPT];
}

void csv_quick_learn(CsvQuick *quick, const Fact *fact, int number, const Cell *cell, const Value *value) {
    bool named = fact->type == FACT_BOOLEAN || fact->type == FACT_ENUM || fact->type == FACT_SET;
    if (!named || cell->length > LEARNT_TEXT_MAX || value->words > LEARNT_WORDS_MAX) return;
    Learnt *learnt = slot_of(quick, number, cell);
    *learnt = (Learnt){.fact = number + 1, .length = cell->length};
    memcpy(learnt->text, cell->bytes, cell->length);
    memcpy(learnt->possible, value->possible, value->words * sizeof *value->possible);
    if (value->sure) memcpy(learnt->sure, value->sure, value->words * sizeof *value->sure);
}

/* What a cell, or one of the names of its list, says by itself; NULL when it is no name. */
static const Learnt *learnt_of(RowReader *reader, const Fact *fact, int number, const Cell *cell) {
    if (cell->length == 0 || cell->length > LEARNT_TEXT_MAX || fact->words > LEARNT_WORDS_MAX) return NULL;
    Learnt *learnt = slot_of(reader->quick, number, cell);
    bool same =
        learnt->fact == number + 1 && learnt->length == cell->length && memcmp(learnt->text, cell->bytes, cell->length) == 0;
    if (same) return learnt;
    int choice = fact->type == FACT_BOOLEAN ? -1 : choices_find(reader->sheet.choices, number, cell->bytes, cell->length);
    if (choice < 0) return NULL;
    *learnt = (Learnt){.fact = number + 1, .length = cell->length};
    memcpy(learnt->text, cell->bytes, cell->length);
    memcpy(learnt->possible, fact->choices[choice].below, fact->words * sizeof *learnt->possible);
    for (int in = choice; fact->type == FACT_SET && in >= 0; in = fact->choices[in].parent) {
        bits_put(learnt->possible, (size_t)in);
        bits_put(learnt->sure, (size_t)in);
    }
    return learnt;
}

/* « santé, insertion »: each a name. False: some is not, and nothing was put. */
static bool join_parts(RowReader *reader, const Fact *fact, int number, const Cell *cell, Learnt *all) {
    const char *bytes = cell->bytes, *end = bytes + cell->length;
    char separator = memchr(bytes, ';', cell->length) ? ';' : memchr(bytes, '|', cell->length) ? '|' : ',';
    if (memchr(bytes, '\n', cell->length)) return false;
    while (bytes < end) {
        const char *mark = memchr(bytes, separator, (size_t)(end - bytes));
        Cell part = {.bytes = bytes, .length = (size_t)((mark ? mark : end) - bytes)};
        cell_trim(&part);
        const Learnt *learnt = learnt_of(reader, fact, number, &part);
        if (!learnt) return false;
        for (size_t w = 0; w < fact->words; w++) {
            all->possible[w] |= learnt->possible[w];
            all->sure[w] |= learnt->sure[w];
        }
        bytes = mark ? mark + 1 : end;
    }
    return true;
}

static bool has_separator(const Cell *cell) {
    for (size_t i = 0; i < cell->length; i++)
        if (cell->bytes[i] == ',' || cell->bytes[i] == ';' || cell->bytes[i] == '|') return true;
    return false;
}

static bool put_named(RowReader *reader, const Fact *fact, int number, const Cell *cell, Block *block, size_t row) {
    Learnt all;
    const Learnt *learnt = NULL;
    bool list = fact->type != FACT_BOOLEAN && has_separator(cell);
    if (list) {
        memset(&all, 0, sizeof all);
        learnt = join_parts(reader, fact, number, cell, &all) ? &all : NULL;
    }
    if (!learnt) learnt = learnt_of(reader, fact, number, cell);
    Column *column = learnt ? block_column(block, number) : NULL;
    if (!column) return false;
    for (size_t w = 0; w < column->words; w++) {
        column->possible[w * block->capacity + row] = learnt->possible[w];
        if (column->sure) column->sure[w * block->capacity + row] = learnt->sure[w];
    }
    return true;
}

static bool put_span(Block *block, size_t row, int fact, double low, double high) {
    Column *column = block_column(block, fact);
    if (!column) return false;
    column->low[row] = low;
    column->high[row] = high;
    return true;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* « 12 », « 2,5 »: digits, and at most two decimals, which no one can take for thousands. */
static bool plain_number(const Cell *cell, double *out, bool *whole) {
    int64_t value = 0;
    size_t at = 0;
    while (at < cell->length && at < DIGITS_MAX && is_digit(cell->bytes[at])) value = value * 10 + (cell->bytes[at++] - '0');
    size_t decimals = cell->length - at;
    *whole = decimals == 0;
    *out = (double)value;
    if (at == 0 || (cell->bytes[0] == '0' && at > 1)) return false;
    if (*whole) return true;
    if (decimals > 3 || decimals < 2 || (cell->bytes[at] != ',' && cell->bytes[at] != '.')) return false;
    char text[DIGITS_MAX + 4];
    memcpy(text, cell->bytes, cell->length);
    text[at] = '.';
    return number_read(text, cell->length, out) == NUMBER_OK;
}

static bool read_number(const TitledColumn *column, const Fact *fact, const Cell *cell, Block *block, size_t row) {
    double value;
    bool whole;
    if (column->exponent || cell->length > DIGITS_MAX || !plain_number(cell, &value, &whole)) return false;
    if ((!whole && fact->type == FACT_INTEGER) || !written_in_bounds(fact, value)) return false;
    return put_span(block, row, column->fact, value, value);
}

/* « 2019-03-12 », « 12/03/2019 ». */
static bool read_date(int number, const Fact *fact, const Cell *cell, Block *block, size_t row) {
    Day first, last;
    const char *text = cell->bytes;
    if (cell->length != 10) return false;
    const char iso[10] = {text[6], text[7], text[8], text[9], '-', text[3], text[4], '-', text[0], text[1]};
    bool french = text[2] == '/' && text[5] == '/';
    if (!day_read(french ? iso : text, 10, &first, &last)) return false;
    return first >= fact->minimum && last <= fact->maximum && put_span(block, row, number, first, last);
}

/* No control character, nothing that is not plain. */
static bool is_plain(const Cell *cell) {
    for (size_t i = 0; i < cell->length; i++) {
        unsigned char c = (unsigned char)cell->bytes[i];
        if (c < 0x20 || c == 0x7F || (c == 0xC2 && i + 1 < cell->length && (unsigned char)cell->bytes[i + 1] < 0xA0)) return false;
    }
    return cell->length <= TEXT_VALUE_MAX;
}

static bool read_text(RowReader *reader, const Fact *fact, int number, const Cell *cell, RowTexts *texts) {
    bool right = false;
    if (fact->type == FACT_TEXT) right = is_plain(cell);
    else if (fact->type == FACT_PLACE) right = seats_know(reader->seats, fact->level, cell->bytes, cell->length);
    else if (fact->code_form == CODE_SIREN || fact->code_form == CODE_SIRET)
        right = !written_code(fact, &reader->arena, cell->bytes, cell->length).message;
    if (right) row_take_text(reader, texts, number, cell->bytes, cell->length);
    return right;
}

bool csv_quick_read(RowReader *reader, const TitledColumn *column, const Cell *cell, Block *block, size_t row, RowTexts *texts) {
    const Fact *fact = &reader->vocabulary->facts[column->fact];
    switch (fact->type) {
    case FACT_TEXT:
    case FACT_CODE:
    case FACT_PLACE: return read_text(reader, fact, column->fact, cell, texts);
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return read_number(column, fact, cell, block, row);
    case FACT_DATE: return read_date(column->fact, fact, cell, block, row);
    case FACT_BOOLEAN:
    case FACT_ENUM:
    case FACT_SET: return put_named(reader, fact, column->fact, cell, block, row);
    }
    return false;
}
