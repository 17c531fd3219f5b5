/* Numbers, dates and codes are read here when they are written in the usual ways: digits, thousands apart, a decimal comma, « € ».
 * What else a cell said is remembered by its bytes: names (« Association loi 1901 », « oui ») say the same on every row; lists and
 * odd numbers, which are of many kinds, are kept apart so as not to push names out. */
#include "input/csv_quick.h"

#include "base/byte_mask.h"
#include "input/cell_memo.h"
#include "input/written.h"

#define DIGITS_MAX 15 /* that many are exact in a double */
#define EXACT_MAX (UINT64_C(1) << 53)

/* How the cells of a column are read. */
typedef enum Reading {
    READ_NOTHING, /* the column is ignored */
    READ_ODDLY,   /* no usual way */
    READ_TEXT,
    READ_SIREN,
    READ_SIRET,
    READ_PLACE,
    READ_CODE,
    READ_NUMBER,
    READ_DATE,
    READ_BOOLEAN,
    READ_NAME
} Reading;

typedef struct QuickColumn {
    const Fact *fact;
    int number; /* of the fact */
    int exponent;
    Reading reading;
} QuickColumn;

struct CsvQuick {
    CellMemo *names;  /* that a cell, or a part of a list, may be */
    CellMemo *others; /* whole cells */
    QuickColumn *columns;
};

/* One row under way. */
typedef struct QuickRow {
    RowReader *reader;
    CsvQuick *quick;
    Block *block;
    RowTexts *texts;
    size_t row;
} QuickRow;

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

static Reading reading_of(const Fact *fact) {
    switch (fact->type) {
    case FACT_TEXT: return READ_TEXT;
    case FACT_CODE: return fact->code_form == CODE_SIREN ? READ_SIREN : fact->code_form == CODE_SIRET ? READ_SIRET : READ_CODE;
    case FACT_PLACE: return is_kept_code(fact) ? READ_CODE : READ_PLACE;
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return READ_NUMBER;
    case FACT_DATE: return READ_DATE;
    case FACT_BOOLEAN: return READ_BOOLEAN;
    case FACT_ENUM:
    case FACT_SET: return fact->words >= 1 && fact->words <= MEMO_WORDS_MAX ? READ_NAME : READ_ODDLY;
    }
    return READ_ODDLY;
}

CsvQuick *csv_quick_new(Arena *arena, const Input *input) {
    CsvQuick *quick = arena_new(arena, sizeof *quick);
    if (!quick) return NULL;
    quick->names = cell_memo_new(arena);
    quick->others = cell_memo_new(arena);
    quick->columns = arena_array(arena, input->columns.count, sizeof *quick->columns);
    if (!quick->names || !quick->others || !quick->columns) return NULL;
    for (size_t i = 0; i < input->columns.count; i++) {
        const TitledColumn *titled = &input->columns.items[i];
        const Fact *fact = titled->fact < 0 ? NULL : &input->vocabulary->facts[titled->fact];
        quick->columns[i] = (QuickColumn){fact, titled->fact, titled->exponent, fact ? reading_of(fact) : READ_NOTHING};
    }
    return quick;
}

static bool is_list(const Cell *cell) {
    for (size_t i = 0; i < cell->length; i++)
        if (cell->bytes[i] == ',' || cell->bytes[i] == ';' || cell->bytes[i] == '|') return true;
    return false;
}

/* The name of a town and what else is known of the place, in `room`. False: too long to be remembered. */
static bool town_key(const CommuneHints *hints, const Cell *cell, char room[MEMO_TEXT_MAX], Cell *key) {
    const char *const others[] = {hints->departement, hints->postal, hints->region};
    size_t length = cell->length;
    if (length > MEMO_TEXT_MAX) return false;
    memcpy(room, cell->bytes, length);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t size = others[i] ? strlen(others[i]) : 0;
        if (length + 1 + size > MEMO_TEXT_MAX) return false;
        room[length++] = '\0';
        if (size) memcpy(room + length, others[i], size);
        length += size;
    }
    *key = (Cell){.bytes = room, .length = length};
    return true;
}

void csv_quick_learn(RowReader *reader, int number, const Cell *cell, const Value *value) {
    const Fact *fact = &reader->vocabulary->facts[number];
    CsvQuick *quick = reader->quick;
    char room[MEMO_TEXT_MAX];
    Cell key = *cell;
    bool span = is_number(fact) || fact->type == FACT_DATE, named = is_named(fact) && value->words <= MEMO_WORDS_MAX;
    bool town = fact->type == FACT_PLACE && fact->level == PLACE_COMMUNE && town_key(&reader->sheet.hints, cell, room, &key);
    bool code = (town || is_kept_code(fact)) && strlen(value->text) < PLACE_CODE_MAX;
    if (!span && !named && !code) return;
    bool name = fact->type == FACT_BOOLEAN || (code && !town); /* « aucun » is a whole cell, and no part of a list */
    CellSaid *said = cell_memo_put(name ? quick->names : quick->others, number, &key);
    if (!said) return;
    if (span) said->span = value->span;
    if (code) memcpy(said->code, value->text, strlen(value->text));
    for (size_t w = 0; named && w < value->words; w++) {
        said->possible[w] = value->possible[w];
        if (value->sure) said->sure[w] = value->sure[w];
    }
}

/* What one of the names of a list says by itself; NULL when it is no name. */
static const CellSaid *name_of(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    const Fact *fact = column->fact;
    if (cell->length == 0) return NULL;
    const CellSaid *known = cell_memo_find(row->quick->names, column->number, cell);
    if (known || sheet_unknown(cell)) return known;
    int choice = choices_find(row->reader->sheet.choices, column->number, cell->bytes, cell->length);
    CellSaid *said = choice < 0 ? NULL : cell_memo_put(row->quick->names, column->number, cell);
    if (!said) return NULL;
    memcpy(said->possible, fact->choices[choice].below, fact->words * sizeof *said->possible);
    for (int in = choice; fact->type == FACT_SET && in >= 0; in = fact->choices[in].parent) {
        bits_put(said->possible, (size_t)in);
        bits_put(said->sure, (size_t)in);
    }
    return said;
}

/* « santé, insertion »: each a name. False: some is not. */
static bool join_parts(const QuickRow *row, const QuickColumn *column, const Cell *cell, CellSaid *all) {
    const char *bytes = cell->bytes, *end = bytes + cell->length;
    char separator = memchr(bytes, ';', cell->length) ? ';' : memchr(bytes, '|', cell->length) ? '|' : ',';
    if (memchr(bytes, '\n', cell->length)) return false;
    while (bytes < end) {
        const char *mark = memchr(bytes, separator, (size_t)(end - bytes));
        Cell part = {.bytes = bytes, .length = (size_t)((mark ? mark : end) - bytes)};
        cell_trim(&part);
        const CellSaid *said = name_of(row, column, &part);
        if (!said) return false;
        for (size_t w = 0; w < MEMO_WORDS_MAX; w++) {
            all->possible[w] |= said->possible[w];
            all->sure[w] |= said->sure[w];
        }
        bytes = mark ? mark + 1 : end;
    }
    return true;
}

/* The column of a fact, ready for the rows of this block; NULL when memory runs out. */
static Column *column_of(const QuickRow *row, const QuickColumn *column) {
    Column *of = &row->block->columns[column->number];
    return of->present ? of : block_column(row->block, column->number);
}

static bool put_said(const QuickRow *row, const QuickColumn *column, const CellSaid *said) {
    const Column *of = column_of(row, column);
    if (!of) return false;
    of->possible[row->row] = said->possible[0];
    if (of->sure) of->sure[row->row] = said->sure[0];
    if (of->words == 1) return true;
    size_t second = row->block->capacity + row->row;
    of->possible[second] = said->possible[1];
    if (of->sure) of->sure[second] = said->sure[1];
    return true;
}

/* A list that was not met lately. */
static bool read_list(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    CellSaid all = {.tag = 0};
    if (!join_parts(row, column, cell, &all)) return false;
    CellSaid *kept = cell_memo_put(row->quick->others, column->number, cell);
    if (kept) {
        memcpy(kept->possible, all.possible, sizeof all.possible);
        memcpy(kept->sure, all.sure, sizeof all.sure);
    }
    return put_said(row, column, &all);
}

static bool read_name(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    const CellSaid *said = cell_memo_find(row->quick->names, column->number, cell);
    if (!said) said = cell_memo_find(row->quick->others, column->number, cell);
    if (!said && is_list(cell) && read_list(row, column, cell)) return true;
    if (!said) said = name_of(row, column, cell);
    return said && put_said(row, column, said);
}

/* « oui », « Non »; other words are remembered. */
static bool read_boolean(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    static const CellSaid no = {.possible = {UINT64_C(1) << CHOICE_NON}}, yes = {.possible = {UINT64_C(1) << CHOICE_OUI}};
    if (cell->length == 3) {
        const unsigned char *text = (const unsigned char *)cell->bytes;
        unsigned word = (unsigned)text[0] << 16 | (unsigned)text[1] << 8 | text[2] | 0x202020; /* lower case */
        if (word == 0x6F7569) return put_said(row, column, &yes);
        if (word == 0x6E6F6E) return put_said(row, column, &no);
    }
    const CellSaid *said = cell_memo_find(row->quick->names, column->number, cell);
    return said && put_said(row, column, said);
}

static bool put_span(const QuickRow *row, const QuickColumn *column, Span span) {
    Column *of = column_of(row, column);
    if (!of) return false;
    of->low[row->row] = span.low;
    of->high[row->row] = span.high;
    return true;
}

static bool put_remembered_span(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    const CellSaid *said = cell_memo_find(row->quick->others, column->number, cell);
    return said && put_span(row, column, said->span);
}

typedef struct Figures {
    const char *at, *end;
    uint64_t value;
} Figures;

/* Up to one more than there may be. */
static size_t take_digits(Figures *figures) {
    const char *at = figures->at, *end = figures->end - at > DIGITS_MAX ? at + DIGITS_MAX + 1 : figures->end;
    uint64_t value = figures->value;
    for (unsigned digit; at < end && (digit = (unsigned char)*at - (unsigned)'0') < 10; at++) value = value * 10 + digit;
    size_t count = (size_t)(at - figures->at);
    figures->value = value;
    figures->at = at;
    return count;
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

/* « 1 200,50 € », from behind its `digits` first ones: at most two decimals, which no one can take for thousands. */
static bool whole_amount(const QuickColumn *column, Figures figures, size_t digits, double *out) {
    static const double units[] = {1, 10, 100};
    bool euros = column->fact->type == FACT_EUROS, grouped = digits <= 3 && figures.value > 0;
    size_t decimals = 0;
    int exponent = column->exponent;
    while (grouped && digits < DIGITS_MAX && take_group(&figures)) digits += 3;
    if (take(&figures, ",", 1) || take(&figures, ".", 1)) {
        decimals = take_digits(&figures);
        if (decimals == 0 || decimals > 2 || column->fact->type == FACT_INTEGER) return false;
    }
    if (euros && figures.at < figures.end) {
        take_space(&figures);
        if (!take(&figures, "€", 3)) return false;
        exponent = 0;
    }
    if (figures.at < figures.end || digits + decimals > DIGITS_MAX || (exponent && !euros)) return false;
    for (; exponent > 0 && figures.value <= EXACT_MAX; exponent--) figures.value *= 10;
    *out = (double)figures.value / units[decimals]; /* both exact, so rounded once */
    return figures.value <= EXACT_MAX;
}

static bool usual_number(const QuickColumn *column, const Cell *cell, double *out) {
    Figures figures = {.at = cell->bytes, .end = cell->bytes + cell->length};
    size_t leading = take_digits(&figures);
    if (leading == 0 || leading > DIGITS_MAX || (cell->bytes[0] == '0' && leading > 1)) return false;
    *out = (double)(int64_t)figures.value;
    return (figures.at == figures.end && column->exponent == 0) || whole_amount(column, figures, leading, out);
}

static bool read_number(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    double value;
    bool usual = usual_number(column, cell, &value) && value >= column->fact->minimum && value <= column->fact->maximum;
    return usual ? put_span(row, column, (Span){value, value}) : put_remembered_span(row, column, cell);
}

/* Up to four digits, or far more than they can write. */
static int figures_at(const char *text, size_t count) {
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        int digit = text[i] - '0';
        value = value * 10 + (digit >= 0 && digit <= 9 ? digit : 100000);
    }
    return value;
}

/* « 2019-03-12 », « 12/03/2019 ». */
static bool usual_date(const Fact *fact, const Cell *cell, Day *day) {
    const char *text = cell->bytes;
    if (cell->length != 10) return false;
    Date date;
    if (text[4] == '-' && text[7] == '-') date = (Date){figures_at(text, 4), figures_at(text + 5, 2), figures_at(text + 8, 2)};
    else if (text[2] == '/' && text[5] == '/') date = (Date){figures_at(text + 6, 4), figures_at(text + 3, 2), figures_at(text, 2)};
    else return false;
    if (!date_valid(date)) return false;
    *day = day_from_date(date);
    return *day >= DAY_MIN && *day <= DAY_MAX && *day >= fact->minimum && *day <= fact->maximum;
}

static bool read_date(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    Day day;
    if (!usual_date(column->fact, cell, &day)) return put_remembered_span(row, column, cell);
    return put_span(row, column, (Span){day, day});
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

static bool take_text(const QuickRow *row, const QuickColumn *column, const char *text, size_t length) {
    row_take_text(row->reader, row->texts, column->number, text, length);
    return true;
}

static bool read_code(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    const CellSaid *said = cell_memo_find(row->quick->names, column->number, cell);
    if (said && column->fact->type == FACT_PLACE) {
        memcpy(row->texts->places.text[column->fact->level], said->code, PLACE_CODE_MAX);
        return row->texts->placed = true;
    }
    return said && take_text(row, column, said->code, strlen(said->code));
}

bool csv_quick_town(RowReader *reader, int number, const Cell *cell, RowTexts *texts) {
    char room[MEMO_TEXT_MAX];
    Cell key;
    if (!town_key(&reader->sheet.hints, cell, room, &key)) return false;
    const CellSaid *said = cell_memo_find(reader->quick->others, number, &key);
    if (said) row_take_text(reader, texts, number, said->code, strlen(said->code));
    return said;
}

static bool reads(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    switch (column->reading) {
    case READ_NOTHING: return true;
    case READ_ODDLY: return false;
    case READ_TEXT: return !sheet_unknown(cell) && is_plain(cell) && take_text(row, column, cell->bytes, cell->length);
    case READ_SIREN: return written_siren(cell->bytes, cell->length) && take_text(row, column, cell->bytes, cell->length);
    case READ_SIRET: return written_siret(cell->bytes, cell->length) && take_text(row, column, cell->bytes, cell->length);
    case READ_PLACE:
        return seats_know(row->reader->seats, column->fact->level, cell->bytes, cell->length) &&
               take_text(row, column, cell->bytes, cell->length);
    case READ_CODE: return read_code(row, column, cell);
    case READ_NUMBER: return read_number(row, column, cell);
    case READ_DATE: return read_date(row, column, cell);
    case READ_BOOLEAN: return read_boolean(row, column, cell);
    case READ_NAME: return read_name(row, column, cell);
    }
    return false;
}

size_t csv_quick_read(RowReader *reader, size_t count, Block *block, size_t row, RowTexts *texts, uint16_t odd[COLUMNS_MAX]) {
    const QuickRow of = {.reader = reader, .quick = reader->quick, .block = block, .texts = texts, .row = row};
    const Cell *cells = reader->cells;
    const QuickColumn *columns = reader->quick->columns;
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (cells[i].length > 0 && !reads(&of, &columns[i], &cells[i])) odd[left++] = (uint16_t)i;
    return left;
}
