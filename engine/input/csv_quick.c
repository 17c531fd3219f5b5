/* A row is read kind by kind: all its yes and no, then all its numbers, and so on, each kind by a short loop over its columns that
 * asks the same of every cell, an empty one too, and seldom branches. Numbers, dates and codes are read when they are written in
 * the usual ways (input/cell_figures.h). What else a cell said is remembered by its bytes: names (« Association loi 1901 », « oui
 * ») say the same on every row; lists and odd numbers, which are of many kinds, are kept apart so as not to push names out. */
#include "input/csv_quick.h"

#include "input/cell_figures.h"
#include "input/cell_memo.h"
#include "input/csv_line.h"
#include "input/written.h"

#define TOWN_KEY_ROOM (MEMO_TEXT_MAX + 8)
#define IN_LIST (1 << 20) /* added to the fact of a name that is part of a list: « aucun » is a whole cell, and no such name */
#define IN_1252 (1 << 21) /* likewise of a cell that is written so */
#define LIST_KEPT 2       /* names of a list that is remembered: those of more are of too many kinds */
#define ODD_WORDS ((COLUMNS_MAX + 63) / 64)

/* How the cells of a column are read. */
typedef enum Reading {
    READ_BOOLEAN,
    READ_NUMBER,
    READ_DATE,
    READ_NAME, /* one choice, of at most 64 */
    READ_NAMES,
    READ_CODE,
    READ_SIREN,
    READ_SIRET,
    READ_PLACE,
    READ_TEXT,
    READ_ODDLY,   /* no usual way */
    READ_NOTHING, /* the column is ignored */
    READINGS
} Reading;

typedef struct QuickColumn {
    const Fact *fact;
    int number; /* of the fact */
    int exponent;
    uint32_t at;               /* among the columns of the table */
    uint32_t silent;           /* bytes that a cell may have and say nothing: 0 until the block's column is there, then all */
    bool broken;               /* numbers may have decimals */
    uint64_t *possible, *sure; /* of the block's column; until it is there, of one that nobody reads */
    double *low, *high;
    uint64_t unknown[MEMO_WORDS_MAX];
} QuickColumn;

struct CsvQuick {
    CellMemo *names;       /* that a cell, or a part of a list, may be */
    CellMemo *others;      /* whole cells */
    QuickColumn *columns;  /* kind by kind */
    size_t ends[READINGS]; /* of each kind among them */
    const char *title;     /* the first one that is not empty */
    size_t title_at, title_length;
    Arena *arena;
    Block *block;
    uint64_t *nowhere; /* the column that nobody reads */
    size_t capacity;
    const char *bytes; /* the row under way */
    bool narrow;
    CellPlace places[COLUMNS_MAX + CSV_CUT_MARGIN];
    uint64_t odd[ODD_WORDS]; /* columns of cells that are left out */
};

/* One row under way. */
typedef struct QuickRow {
    RowReader *reader;
    CsvQuick *quick;
    const char *bytes;
    bool narrow; /* they are Windows-1252 */
    const CellPlace *places;
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
    case FACT_SET:
        if (fact->words < 1 || fact->words > MEMO_WORDS_MAX) return READ_ODDLY;
        return fact->type == FACT_ENUM && fact->words == 1 ? READ_NAME : READ_NAMES;
    }
    return READ_ODDLY;
}

static Reading titled_reading(const Input *input, const TitledColumn *titled) {
    return titled->fact < 0 ? READ_NOTHING : reading_of(&input->vocabulary->facts[titled->fact]);
}

static QuickColumn quick_column(const Input *input, size_t at) {
    const TitledColumn *titled = &input->columns.items[at];
    QuickColumn column = {.number = titled->fact, .exponent = titled->exponent, .at = (uint32_t)at};
    if (titled->fact < 0) return column;
    uint64_t sure[MEMO_WORDS_MAX];
    Value unknown = {.possible = column.unknown, .sure = sure};
    column.fact = &input->vocabulary->facts[titled->fact];
    column.broken = column.fact->type != FACT_INTEGER;
    if (column.fact->words <= MEMO_WORDS_MAX) fact_forget(column.fact, &unknown);
    return column;
}

/* The columns of each kind together, in their order. */
static void sort_columns(CsvQuick *quick, const Input *input) {
    size_t count = 0;
    for (int reading = 0; reading < READINGS; reading++) {
        for (size_t i = 0; i < input->columns.count; i++)
            if (titled_reading(input, &input->columns.items[i]) == (Reading)reading)
                quick->columns[count++] = quick_column(input, i);
        quick->ends[reading] = count;
    }
}

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
    quick->columns = arena_array(arena, input->columns.count, sizeof *quick->columns);
    if (!quick->names || !quick->others || !quick->columns) return NULL;
    sort_columns(quick, input);
    find_title(quick, &input->columns);
    return quick;
}

bool csv_quick_open(RowReader *reader, Block *block) {
    CsvQuick *quick = reader->quick;
    quick->block = block;
    if (quick->capacity < block->capacity) {
        quick->nowhere = arena_array(quick->arena, block->capacity, (size_t)2 * MEMO_WORDS_MAX * sizeof *quick->nowhere);
        quick->capacity = quick->nowhere ? block->capacity : 0;
    }
    if (!quick->nowhere) return false;
    uint64_t *bits = quick->nowhere;
    double *numbers = (double *)(void *)(bits + (size_t)MEMO_WORDS_MAX * block->capacity);
    for (size_t i = 0; i < quick->ends[READ_NAMES]; i++) {
        QuickColumn *column = &quick->columns[i];
        column->silent = 0;
        column->possible = bits;
        column->sure = column->fact->type == FACT_SET ? bits : NULL;
        column->low = column->high = numbers;
    }
    return true;
}

/* The block's column is there from the first cell on that says something. */
static void prepare(const QuickRow *row, QuickColumn *column) {
    const Column *of = block_column(row->quick->block, column->number);
    if (!of) return; /* the block's arena has failed */
    column->silent = UINT32_MAX;
    if (of->shape == SHAPE_SPAN) {
        column->low = of->low;
        column->high = of->high;
    } else {
        column->possible = of->possible;
        column->sure = of->sure;
    }
}

static bool is_space_1252(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (unsigned char)c == 0xA0;
}

/* What a column's place holds. */
static inline Cell cell_of(const QuickRow *row, QuickColumn *column) {
    const CellPlace place = row->places[column->at];
    const uint32_t length = place.to - place.from;
    if (length > column->silent) prepare(row, column);
    return (Cell){.bytes = row->bytes + place.from, .length = length};
}

static inline int key_of(const QuickRow *row, const QuickColumn *column) {
    return column->number | (row->narrow ? IN_1252 : 0);
}

static bool is_letter(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

/* White space away, as from a cell in UTF-8. */
static inline void trim(const QuickRow *row, Cell *cell) {
    if (cell->length == 0 || (is_letter(cell->bytes[0]) && is_letter(cell->bytes[cell->length - 1]))) return;
    if (!row->narrow) {
        cell_trim(cell);
        return;
    }
    const char *start = cell->bytes, *end = start + cell->length;
    while (start < end && is_space_1252(*start)) start++;
    while (start < end && is_space_1252(end[-1])) end--;
    *cell = (Cell){.bytes = start, .length = (size_t)(end - start)};
}

static void leave(const QuickRow *row, const QuickColumn *column) {
    row->quick->odd[column->at / 64] |= UINT64_C(1) << column->at % 64;
}

/* The columns of one kind that are still to be read. */
typedef struct Kind {
    QuickColumn *next, *end;
} Kind;

static inline Kind columns_of(const QuickRow *row, Reading reading) {
    const CsvQuick *quick = row->quick;
    return (Kind){quick->columns + (reading > 0 ? quick->ends[reading - 1] : 0), quick->columns + quick->ends[reading]};
}

/* The name of a town and what else is known of the place, in `room`. False: too long to be remembered. */
static bool town_key(const CommuneHints *hints, const Cell *cell, char room[TOWN_KEY_ROOM], Cell *key) {
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

void csv_quick_learn(RowReader *reader, size_t column, const Value *value) {
    CsvQuick *quick = reader->quick;
    const int number = reader->input->columns.items[column].fact;
    const Fact *fact = &reader->vocabulary->facts[number];
    const CellPlace place = quick->places[column];
    char room[TOWN_KEY_ROOM] = "";
    Cell key = {.bytes = quick->bytes + place.from, .length = place.to - place.from};
    bool span = is_number(fact) || fact->type == FACT_DATE, named = is_named(fact) && fact->words <= MEMO_WORDS_MAX;
    bool town = value && fact->type == FACT_PLACE && fact->level == PLACE_COMMUNE &&
                town_key(&reader->sheet.hints, &reader->cells[column], room, &key);
    bool code = value && (town || is_kept_code(fact)) && strlen(value->text) < PLACE_CODE_MAX;
    if (!span && !named && !code) return;
    bool name = !town && titled_reading(reader->input, &reader->input->columns.items[column]) != READ_NAMES && !span;
    CellSaid *said = cell_memo_put(name ? quick->names : quick->others, number | (quick->narrow && !town ? IN_1252 : 0), &key);
    if (!said) return;
    if (span) said->span = value ? value->span : (Span){fact->minimum, fact->maximum};
    if (code) memcpy(said->code, value->text, strlen(value->text));
    if (!named) return;
    Value remembered = {.possible = said->names.possible, .sure = said->names.sure};
    if (!value) fact_forget(fact, &remembered);
    for (size_t w = 0; value && w < value->words; w++) {
        said->names.possible[w] = value->possible[w];
        if (value->sure) said->names.sure[w] = value->sure[w];
    }
}

/* « oui », « Non »; other words are remembered. */
#define OUI UINT64_C(0x69756F00000003) /* its three letters in lower case, above their number */
#define NON UINT64_C(0x6E6F6E00000003)

static void read_booleans(const QuickRow *row) {
    for (Kind kind = columns_of(row, READ_BOOLEAN); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const Cell cell = cell_of(row, column);
        const uint64_t word = ((byte_mask_word(cell.bytes) | 0x202020) & 0xFFFFFF) << 32 | cell.length;
        uint64_t possible = (uint64_t)(word == OUI) << CHOICE_OUI | (uint64_t)(word == NON) << CHOICE_NON;
        if (cell.length == 0) possible = column->unknown[0];
        if (possible == 0) {
            const CellSaid *said = cell_memo_find(row->quick->names, key_of(row, column), &cell);
            possible = said ? said->names.possible[0] : column->unknown[0];
            if (!said) leave(row, column);
        }
        column->possible[row->row] = possible;
    }
}

/* In another writing; what it says nothing of is left as it was. */
static Span other_span(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    const Fact *fact = column->fact;
    Cell trimmed = *cell;
    double value;
    Day day;
    trim(row, &trimmed);
    if (is_number(fact) && cell_number(fact, column->exponent, &trimmed, row->narrow, &value) && value >= fact->minimum &&
        value <= fact->maximum)
        return (Span){value, value};
    if (fact->type == FACT_DATE && cell_date(fact, &trimmed, &day)) return (Span){day, day};
    const CellSaid *said = cell_memo_find(row->quick->others, key_of(row, column), cell);
    if (said) return said->span;
    leave(row, column);
    return (Span){fact->minimum, fact->maximum};
}

static inline void put_span(const QuickRow *row, const QuickColumn *column, Span span) {
    column->low[row->row] = span.low;
    column->high[row->row] = span.high;
}

static void read_numbers(const QuickRow *row) {
    for (Kind kind = columns_of(row, READ_NUMBER); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const Cell cell = cell_of(row, column);
        const Fact *fact = column->fact;
        double value;
        Span span = {fact->minimum, fact->maximum};
        const bool plain = column->exponent == 0 && cell_short_number(cell.bytes, cell.length, column->broken, &value);
        if (plain && value >= span.low && value <= span.high) span = (Span){value, value};
        else if (cell.length > 0) span = other_span(row, column, &cell);
        put_span(row, column, span);
    }
}

static void read_dates(const QuickRow *row) {
    for (Kind kind = columns_of(row, READ_DATE); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const Cell cell = cell_of(row, column);
        Day day;
        Span span = {column->fact->minimum, column->fact->maximum};
        if (cell_date(column->fact, &cell, &day)) span = (Span){day, day};
        else if (cell.length > 0) span = other_span(row, column, &cell);
        put_span(row, column, span);
    }
}

/* What one name says; NULL when it is none. */
static const NamesSaid *name_of(const QuickRow *row, const QuickColumn *column, const Cell *name) {
    const Fact *fact = column->fact;
    const CellSaid *known = cell_memo_find(row->quick->names, key_of(row, column) | IN_LIST, name);
    char room[3 * BYTE_MASK + 8];
    size_t wrong = name->length;
    Cell trimmed = *name;
    if (known) return &known->names;
    if (row->narrow)
        trimmed =
            (Cell){.bytes = room, .length = encoding_write_utf8(ENCODING_WINDOWS_1252, name->bytes, name->length, room, &wrong)};
    cell_trim(&trimmed);
    if (wrong < name->length || sheet_unknown(&trimmed)) return NULL;
    int choice = choices_find(row->reader->sheet.choices, column->number, trimmed.bytes, trimmed.length);
    CellSaid *said = choice < 0 ? NULL : cell_memo_put(row->quick->names, key_of(row, column) | IN_LIST, name);
    if (!said) return NULL;
    memcpy(said->names.possible, fact->choices[choice].below, fact->words * sizeof *said->names.possible);
    for (int in = choice; fact->type == FACT_SET && in >= 0; in = fact->choices[in].parent) {
        bits_put(said->names.possible, (size_t)in);
        bits_put(said->names.sure, (size_t)in);
    }
    return &said->names;
}

/* « santé, insertion »: each a name. How many; 0: some is none. */
static size_t join_names(const QuickRow *row, const QuickColumn *column, const Cell *cell, NamesSaid *all) {
    const char *bytes = cell->bytes, *end = bytes + cell->length;
    const char separator = memchr(bytes, ';', cell->length) ? ';' : memchr(bytes, '|', cell->length) ? '|' : ',';
    size_t count = 0;
    if (memchr(bytes, '\n', cell->length)) return 0;
    *all = (NamesSaid){0};
    for (; bytes < end; count++) {
        const uint64_t marks = byte_mask_equal(bytes, separator);
        size_t length = marks ? byte_mask_first(marks) : BYTE_MASK;
        if (length > (size_t)(end - bytes)) length = (size_t)(end - bytes);
        const Cell name = {.bytes = bytes, .length = length};
        const NamesSaid *said = length < BYTE_MASK ? name_of(row, column, &name) : NULL;
        if (!said) return 0;
        for (size_t w = 0; w < MEMO_WORDS_MAX; w++) {
            all->possible[w] |= said->possible[w];
            all->sure[w] |= said->sure[w];
        }
        bytes += length + 1;
    }
    return count;
}

/* What a cell of names says; NULL: nothing that is known here. */
static const NamesSaid *names_of(const QuickRow *row, CellMemo *memo, const QuickColumn *column, const Cell *cell, NamesSaid *all) {
    const CellSaid *said = cell_memo_find(memo, key_of(row, column), cell);
    if (said) return &said->names;
    if (cell->length == 0) return NULL;
    const size_t count = join_names(row, column, cell, all);
    if (count == 0) leave(row, column);
    CellSaid *kept = count > 0 && count <= LIST_KEPT ? cell_memo_put(memo, key_of(row, column), cell) : NULL;
    if (kept) kept->names = *all;
    return count ? all : NULL;
}

static void read_single_names(const QuickRow *row) {
    for (Kind kind = columns_of(row, READ_NAME); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const Cell cell = cell_of(row, column);
        NamesSaid all;
        const NamesSaid *said = names_of(row, row->quick->names, column, &cell, &all);
        column->possible[row->row] = said ? said->possible[0] : column->unknown[0];
    }
}

static void read_names(const QuickRow *row) {
    for (Kind kind = columns_of(row, READ_NAMES); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const Cell cell = cell_of(row, column);
        NamesSaid all;
        const NamesSaid *said = names_of(row, row->quick->others, column, &cell, &all);
        for (size_t w = 0, at = row->row; w < column->fact->words; w++, at += row->quick->block->capacity) {
            column->possible[at] = said ? said->possible[w] : column->unknown[w];
            if (column->sure) column->sure[at] = said ? said->sure[w] : 0;
        }
    }
}

/* No control character, nothing that is not plain, no quote (which is doubled). `*high`: some bytes are not ASCII. */
static bool is_plain(const QuickRow *row, const Cell *cell, bool *high) {
    size_t at = 0;
    while (at < cell->length) {
        size_t plain = bytes_to_special(cell->bytes + at);
        at += plain;
        if (plain == 16 || at >= cell->length) continue;
        const unsigned char c = (unsigned char)cell->bytes[at++], next = (unsigned char)cell->bytes[at];
        const bool right = row->narrow ? encoding_has_1252(c) : c != 0xC2 || next >= 0xA0;
        if (c < 0x20 || c == 0x7F || c == '"' || !right) return false;
        *high |= c >= 0x80;
    }
    return cell->length * (row->narrow ? 3 : 1) <= TEXT_VALUE_MAX;
}

static bool read_code(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    const CellSaid *said = cell_memo_find(row->quick->names, key_of(row, column), cell);
    if (!said) return false;
    if (column->fact->type == FACT_PLACE) {
        memcpy(row->texts->places.text[column->fact->level], said->code, PLACE_CODE_MAX);
        return row->texts->placed = true;
    }
    row_take_text(row->reader, row->texts, column->number, said->code, strlen(said->code));
    return true;
}

bool csv_quick_town(RowReader *reader, int number, const Cell *cell, RowTexts *texts) {
    char room[TOWN_KEY_ROOM] = "";
    Cell key;
    if (!town_key(&reader->sheet.hints, cell, room, &key)) return false;
    const CellSaid *said = cell_memo_find(reader->quick->others, number, &key);
    if (said) row_take_text(reader, texts, number, said->code, strlen(said->code));
    return said;
}

static bool take_decoded(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    size_t wrong;
    char *text = arena_bytes(&row->reader->arena, 3 * cell->length + 8);
    if (!text) return false;
    const size_t length = encoding_write_utf8(ENCODING_WINDOWS_1252, cell->bytes, cell->length, text, &wrong);
    row_take_text(row->reader, row->texts, column->number, text, length);
    return true;
}

#define SHORT_UNKNOWN 6 /* bytes that sheet_unknown looks at, at most */

static bool read_text(const QuickRow *row, const QuickColumn *column, const Cell *cell) {
    bool high = false;
    if (!is_plain(row, cell, &high)) return false;
    if (row->narrow && high) return cell->length > SHORT_UNKNOWN && take_decoded(row, column, cell);
    if (sheet_unknown(cell)) return false;
    row_take_text(row->reader, row->texts, column->number, cell->bytes, cell->length);
    return true;
}

/* A text that can be taken as it stands. */
static inline bool take_text(const QuickRow *row, const QuickColumn *column, Reading reading, const Cell *cell) {
    bool right = false;
    switch (reading) {
    case READ_CODE: return read_code(row, column, cell);
    case READ_TEXT: return read_text(row, column, cell);
    case READ_SIREN: right = written_siren(cell->bytes, cell->length); break;
    case READ_SIRET: right = written_siret(cell->bytes, cell->length); break;
    case READ_PLACE: right = seats_know(row->reader->seats, column->fact->level, cell->bytes, cell->length); break;
    default: return false;
    }
    if (right) row_take_text(row->reader, row->texts, column->number, cell->bytes, cell->length);
    return right;
}

/* Texts, and what becomes no column. */
static inline void read_texts(const QuickRow *row, Reading reading) {
    for (Kind kind = columns_of(row, reading); kind.next < kind.end; kind.next++) {
        const CellPlace place = row->places[kind.next->at];
        Cell cell = {.bytes = row->bytes + place.from, .length = place.to - place.from};
        if (reading != READ_CODE) trim(row, &cell);
        if (cell.length > 0 && !take_text(row, kind.next, reading, &cell)) leave(row, kind.next);
    }
}

/* Of a column that is not read, only that it is text. */
static bool ignored_right(const QuickRow *row) {
    for (Kind kind = columns_of(row, READ_NOTHING); row->narrow && kind.next < kind.end; kind.next++) {
        const CellPlace place = row->places[kind.next->at];
        for (uint32_t at = place.from; at < place.to; at++)
            if (!encoding_has_1252((unsigned char)row->bytes[at])) return false;
    }
    return true;
}

/* What the readers of cells are given; false: it is no text in its encoding. */
static bool said_cell(const RowReader *reader, CellPlace place, Arena *arena, Cell *out) {
    const CsvQuick *quick = reader->quick;
    const char *bytes = quick->bytes + place.from;
    const size_t length = place.to - place.from;
    if (!quick->narrow) {
        *out = csv_line_cell(quick->bytes, place, arena);
        return true;
    }
    size_t wrong;
    char *text = arena_bytes(arena, 3 * length + 8);
    *out = (Cell){.bytes = ""};
    if (!text) return true; /* the arena has failed */
    const uint32_t written = (uint32_t)encoding_write_utf8(ENCODING_WINDOWS_1252, bytes, length, text, &wrong);
    *out = csv_line_cell(text, (CellPlace){.from = 0, .to = written}, arena);
    return wrong == length;
}

/* Could it be white space, so that a cell must be trimmed before it is looked at? */
static bool may_be_space(char c) {
    const unsigned char byte = (unsigned char)c;
    return byte <= ' ' || byte == 0xA0 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
}

static bool says_total(RowReader *reader, CellPlace place) {
    Cell cell;
    return !said_cell(reader, place, &reader->arena, &cell) || csv_says_total(&cell);
}

static inline bool is_total(RowReader *reader, CellPlace place) {
    const char *bytes = reader->quick->bytes + place.from;
    const char first = *bytes, letter = (char)(first | 0x20);
    const unsigned char second = (unsigned char)bytes[1];
    const bool begins = (letter == 't' || letter == 's' || letter == 'm') && ((second | 0x20) == 'o' || second >= 0x80);
    return place.to - place.from >= 5 && (begins || may_be_space(first)) && says_total(reader, place);
}

static bool is_title(RowReader *reader) {
    const CsvQuick *quick = reader->quick;
    const CellPlace place = quick->places[quick->title_at];
    const char first = quick->bytes[place.from];
    if (first != *quick->title && !may_be_space(first) && (unsigned char)first < 0x80) return false;
    Cell cell;
    if (!said_cell(reader, place, &reader->arena, &cell)) return true;
    return cell.length == quick->title_length && memcmp(cell.bytes, quick->title, cell.length) == 0;
}

/* What may be no structure, but a total, the titles again, or nothing at all. */
static bool doubtful(RowReader *reader, size_t count) {
    const CellPlace *places = reader->quick->places;
    size_t first = 0;
    while (first < count && places[first].from == places[first].to) first++;
    if (first == count || is_total(reader, places[first]) || is_title(reader)) return true;
    for (size_t i = 0; i < sizeof reader->naming / sizeof *reader->naming; i++)
        if (reader->naming[i] < count && is_total(reader, places[reader->naming[i]])) return true;
    return false;
}

/* The cells of a record where each stands under its title. */
static bool cut(RowReader *reader, const char *bytes, size_t length) {
    const Columns *columns = &reader->input->columns;
    CellPlace *places = reader->quick->places;
    size_t count = csv_line_cut(&reader->input->text, bytes, length, places, COLUMNS_MAX);
    if (count == CSV_UNUSUAL || count < columns->titled) return false;
    for (; count > columns->count; count--)
        if (places[count - 1].from != places[count - 1].to) return false;
    for (size_t i = count; i < columns->count; i++) places[i] = (CellPlace){0};
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
            const CellPlace place = quick->places[column];
            Cell *cell = &reader->cells[column];
            right = said_cell(reader, place, &reader->arena, cell) && right;
            cell->line = encoding_count(ENCODING_UTF8, quick->bytes, place.from, form->line_end);
            odd[(*left)++] = (uint16_t)column;
        }
        quick->odd[w] = 0;
    }
    return right;
}

bool csv_quick_read(RowReader *reader, const char *bytes, size_t length, bool narrow, RowTexts *texts, uint16_t odd[COLUMNS_MAX],
                    size_t *left) {
    CsvQuick *quick = reader->quick;
    quick->bytes = bytes;
    quick->narrow = narrow;
    if (!cut(reader, bytes, length)) return false;
    const QuickRow row = {reader, quick, bytes, narrow, quick->places, texts, quick->block->rows};
    read_booleans(&row);
    read_numbers(&row);
    read_dates(&row);
    read_single_names(&row);
    read_names(&row);
    read_texts(&row, READ_CODE);
    read_texts(&row, READ_SIREN);
    read_texts(&row, READ_SIRET);
    read_texts(&row, READ_PLACE);
    read_texts(&row, READ_TEXT);
    read_texts(&row, READ_ODDLY);
    const bool right = ignored_right(&row);
    if (odd_cells(reader, odd, left) && right) return true;
    block_reset_row(quick->block, row.row);
    row_texts_init(texts);
    return false;
}
