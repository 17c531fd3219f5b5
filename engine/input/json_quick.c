/* Keys come in the order of the lines before (input/key_order.h), and values are compared and counted eight bytes and more at a
 * time: hardly a byte is looked at by itself, nothing is copied or allocated. Each function takes the place where something begins
 * and returns the place behind it, or NULL. They look up to ROW_MARGIN bytes beyond what they were sure of, even beyond the
 * line: no value has an end of line within, so that what was taken from there is no object that ends where a line does. */
#include "input/json_quick.h"

#include "base/number.h"
#include "base/utf8.h"
#include "input/cell_memo.h"
#include "input/choice_names.h"
#include "input/key_order.h"
#include "input/written.h"

#define DIGITS_QUICK 7 /* of a number, before and behind its point: one word with what follows them */
#define WORD_TRUE 0x65757274u
#define WORD_NULL 0x6C6C756Eu
#define WORD_FALSE UINT64_C(0x65736C6166)

struct JsonQuick {
    const Vocabulary *vocabulary;
    KeyOrder order;
    ChoiceNames names[KEYS_MAX]; /* of each fact that has choices */
    CellMemo *ranges;            /* « "10 à 19" », by their bytes */
    uint32_t lines;
};

/* The line that is read, and where what it says goes. */
typedef struct Line {
    JsonQuick *quick;
    RowReader *reader;
    const char *end;
    Block *block;
    size_t row;
    RowTexts *texts;
    uint32_t number; /* from 1 */
} Line;

typedef struct Slice {
    const char *bytes;
    size_t length;
} Slice;

JsonQuick *json_quick_new(Arena *arena, const Vocabulary *vocabulary) {
    JsonQuick *quick = arena_new(arena, sizeof *quick);
    if (!quick) return NULL;
    quick->vocabulary = vocabulary;
    quick->ranges = cell_memo_new(arena);
    if (!quick->ranges) return NULL;
    key_order_init(&quick->order, vocabulary);
    for (size_t i = 0; i < vocabulary->count && i < KEYS_MAX; i++) {
        const Fact *fact = &vocabulary->facts[i];
        bool named = (fact->type == FACT_ENUM || fact->type == FACT_SET) && !fact->hidden;
        if (named && !choice_names_init(&quick->names[i], arena, fact)) return NULL;
    }
    return quick;
}

static inline const char *pass_spaces(const Line *line, const char *at) {
    while (*at == ' ' && at < line->end) at++;
    return at;
}

/* A comma, a colon, with spaces around it. */
static inline const char *take_mark(const Line *line, const char *at, char mark) {
    at = pass_spaces(line, at);
    return *at == mark ? pass_spaces(line, at + 1) : NULL;
}

static inline const char *take_end(const Line *line, const char *at, char bracket) {
    at = pass_spaces(line, at);
    return *at == bracket ? at + 1 : NULL;
}

/* A few bytes, at most eight. */
static inline const char *take_word(const char *at, const char *word, size_t length) {
    return memcmp(at, word, length) == 0 ? at + length : NULL;
}

/* A string without escapes or control characters. */
static const char *take_string(const Line *line, const char *at, Slice *out) {
    if (*at != '"') return NULL;
    out->bytes = ++at;
    while (at < line->end) {
        size_t plain = bytes_to_special(at);
        at += plain;
        if (plain == 16) continue;
        if (*at == '"') {
            out->length = (size_t)(at - out->bytes);
            return at + 1;
        }
        size_t size = (unsigned char)*at < 0x80 || at >= line->end ? 0 : utf8_character(at, (size_t)(line->end - at));
        bool control = size == 2 && (unsigned char)at[0] == 0xC2 && (unsigned char)at[1] < 0xA0;
        if (size == 0 || control) return NULL;
        at += size;
    }
    return NULL;
}

/* A number of many digits. */
static const char *take_long_number(const Line *line, const char *at, double *out, bool *whole) {
    const char *start = at;
    while (at < line->end && ((*at >= '0' && *at <= '9') || *at == '.')) at++;
    return number_read_whole(start, (size_t)(at - start), out, whole) == NUMBER_OK ? at : NULL;
}

/* A number without a sign or an exponent: digits, perhaps a point and more digits. */
static inline const char *take_number(const Line *line, const char *at, double *out, bool *whole) {
    static const double powers[DIGITS_QUICK + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    const uint64_t word = byte_mask_word(at);
    const size_t digits = bytes_digits(word);
    if ((digits == 0) | ((*at == '0') & (digits > 1))) return NULL;
    if (digits > DIGITS_QUICK) return take_long_number(line, at, out, whole);
    const uint64_t integer = bytes_number(word, digits);
    *out = (double)integer;
    *whole = true;
    if (at[digits] != '.') return at + digits;
    const uint64_t behind = byte_mask_word(at + digits + 1);
    const size_t decimals = bytes_digits(behind);
    if (decimals == 0) return NULL;
    if (decimals > DIGITS_QUICK) return take_long_number(line, at, out, whole);
    const uint64_t fraction = bytes_number(behind, decimals);
    *out = (double)(integer * (uint64_t)powers[decimals] + fraction) / powers[decimals];
    *whole = fraction == 0;
    return at + digits + 1 + decimals;
}

static inline Column *column_of(const Line *line, int fact) {
    Column *column = &line->block->columns[fact];
    return column->present ? column : block_column(line->block, fact);
}

static inline bool put_span(const Line *line, int fact, double low, double high) {
    Column *column = column_of(line, fact);
    if (!column) return false;
    column->low[line->row] = low;
    column->high[line->row] = high;
    return true;
}

/* « "min": 10 » */
static const char *take_bound(const Line *line, const char *at, const Fact *fact, const char *name, double *bound) {
    bool whole;
    at = take_word(at, name, 5);
    if (at) at = take_mark(line, at, ':');
    if (at) at = take_number(line, at, bound, &whole);
    return at && (whole || fact->type != FACT_INTEGER) && written_in_bounds(fact, *bound) ? at : NULL;
}

static const char *read_range(const Line *line, const char *at, const Fact *fact, int number) {
    double low = fact->minimum, high = fact->maximum;
    if (at[2] == 'i') {
        at = take_bound(line, at, fact, "\"min\"", &low);
        const char *more = at ? take_mark(line, at, ',') : NULL;
        if (more) at = take_bound(line, more, fact, "\"max\"", &high);
    } else {
        at = take_bound(line, at, fact, "\"max\"", &high);
    }
    if (at) at = take_end(line, at, '}');
    return at && low <= high && put_span(line, number, low, high) ? at : NULL;
}

/* « "10 à 19" » */
static const char *read_written_range(const Line *line, const char *at, const Fact *fact, int number) {
    Slice text;
    Span span;
    at = take_string(line, at, &text);
    if (!at || text.length == 0) return NULL;
    const CellSaid *known = cell_memo_find(line->quick->ranges, number, text.bytes, text.length);
    if (known) return put_span(line, number, known->span.low, known->span.high) ? at : NULL;
    if (written_range(fact, &line->reader->arena, text.bytes, text.length, &span).message) return NULL;
    CellSaid *said = cell_memo_put(line->quick->ranges, number, text.bytes, text.length);
    if (said) said->span = span;
    return put_span(line, number, span.low, span.high) ? at : NULL;
}

static inline const char *read_number(const Line *line, const char *at, const Fact *fact, int number) {
    double value;
    bool whole;
    if (*at == '"') return read_written_range(line, at, fact, number);
    at = take_number(line, at, &value, &whole);
    if (!at || (!whole && fact->type == FACT_INTEGER) || value < fact->minimum || value > fact->maximum) return NULL;
    return put_span(line, number, value, value) ? at : NULL;
}

static const char *read_date(const Line *line, const char *at, const Fact *fact, int number) {
    Slice text = {at + 1, 10};
    Day first, last;
    const bool whole = at[0] == '"' && at[5] == '-' && at[8] == '-' && at[11] == '"';
    at = whole ? at + 12 : take_string(line, at, &text);
    if (!at || !day_read(text.bytes, text.length, &first, &last) || first < fact->minimum || last > fact->maximum) return NULL;
    return put_span(line, number, first, last) ? at : NULL;
}

static inline const char *read_boolean(const Line *line, const char *at, int number) {
    const uint64_t word = byte_mask_word(at);
    const bool yes = (uint32_t)word == WORD_TRUE, no = bytes_lowest(word, 5) == WORD_FALSE;
    Column *column = column_of(line, number);
    if (!(yes | no) || !column) return NULL;
    column->possible[line->row] = yes ? UINT64_C(1) << CHOICE_OUI : UINT64_C(1) << CHOICE_NON;
    return at + 4 + no;
}

static inline const ChoiceName *take_choice(const Line *line, const char **at, int number) {
    size_t length = bytes_to_quote(*at + 1);
    if (**at != '"' || length == 0 || length == CHOICE_BYTES) return NULL;
    const ChoiceName *name = choice_names_find(&line->quick->names[number], *at + 1, length);
    *at += length + 2;
    return name;
}

/* One choice more of a fact of several words; those of a set bring their parents in. */
static void join(const Line *line, const Column *column, const Fact *fact, int choice) {
    const size_t capacity = line->block->capacity;
    for (size_t w = 0; w < column->words; w++) column->possible[w * capacity + line->row] |= fact->choices[choice].below[w];
    for (int in = choice; column->sure && in >= 0; in = fact->choices[in].parent) {
        uint64_t bit = UINT64_C(1) << (in % 64);
        column->sure[(size_t)(in / 64) * capacity + line->row] |= bit;
        column->possible[(size_t)(in / 64) * capacity + line->row] |= bit;
    }
}

static void clear(const Line *line, const Column *column) {
    for (size_t w = 0; w < column->words; w++) column->possible[w * line->block->capacity + line->row] = 0;
}

/* From behind the opening bracket, the names of a list that is not empty. */
static const char *read_names(const Line *line, const char *at, const Fact *fact, int number, const Column *column) {
    const bool narrow = column->words == 1;
    uint64_t possible = 0, sure = 0;
    if (!narrow) clear(line, column);
    for (;;) {
        const ChoiceName *name = at < line->end ? take_choice(line, &at, number) : NULL;
        if (!name) return NULL;
        possible |= name->below;
        sure |= name->above;
        if (!narrow) join(line, column, fact, name->choice);
        at = pass_spaces(line, at);
        if (*at != ',') break;
        at = pass_spaces(line, at + 1);
    }
    if (*at != ']') return NULL;
    if (narrow) column->possible[line->row] = column->sure ? possible | sure : possible;
    if (narrow && column->sure) column->sure[line->row] = sure;
    return at + 1;
}

/* A list of names, perhaps empty: of a set what is in it, of another fact what is possible. */
static const char *read_list(const Line *line, const char *at, const Fact *fact, int number) {
    Column *column = column_of(line, number);
    if (!column || *at != '[') return NULL;
    at = pass_spaces(line, at + 1);
    if (*at != ']') return read_names(line, at, fact, number, column);
    if (fact->type == FACT_ENUM) return NULL;
    clear(line, column);
    return at + 1;
}

static const char *read_choice(const Line *line, const char *at, const Fact *fact, int number) {
    if (*at == '[') return read_list(line, at, fact, number);
    Column *column = column_of(line, number);
    const ChoiceName *name = column ? take_choice(line, &at, number) : NULL;
    if (!name) return NULL;
    column->possible[line->row] = name->below;
    if (column->words > 1) {
        clear(line, column);
        join(line, column, fact, name->choice);
    }
    return at;
}

static const char *read_text(const Line *line, const char *at, int number) {
    Slice text;
    at = take_string(line, at, &text);
    if (!at || text.length == 0 || text.length > TEXT_VALUE_MAX) return NULL;
    row_take_text(line->reader, line->texts, number, text.bytes, text.length);
    return at;
}

static bool code_right(const Line *line, const Fact *fact, int number, Slice text) {
    const LegalCategories *legal = &line->quick->vocabulary->legal;
    if (fact->code_form == CODE_SIRET) return written_siret(text.bytes, text.length);
    if (written_code(fact, &line->reader->arena, text.bytes, text.length).message) return false;
    return legal->count == 0 || number != legal->category || legal_category(legal, text.bytes, text.length);
}

static const char *read_code(const Line *line, const char *at, const Fact *fact, int number) {
    Slice text = {at + 1, 14};
    const bool siret = fact->code_form == CODE_SIRET && at[0] == '"' && at[15] == '"';
    at = siret ? at + 16 : take_string(line, at, &text);
    if (!at || text.length > TEXT_VALUE_MAX || !code_right(line, fact, number, text)) return NULL;
    row_take_text(line->reader, line->texts, number, text.bytes, text.length);
    return at;
}

static const char *read_place(const Line *line, const char *at, const Fact *fact) {
    const size_t length = bytes_to_special(at + 1);
    if (*at != '"' || at[1 + length] != '"' || length == 0 || length >= PLACE_CODE_MAX) return NULL;
    const uint64_t first = bytes_lowest(byte_mask_word(at + 1), length),
                   rest = bytes_lowest(byte_mask_word(at + 9), length > 8 ? length - 8 : 0);
    if (!seats_know_code(line->reader->seats, fact->level, first, rest, length)) return NULL;
    char code[16];
    byte_mask_put(code, first);
    byte_mask_put(code + 8, rest);
    memcpy(line->texts->places.text[fact->level], code, PLACE_CODE_MAX);
    line->texts->placed = true;
    return at + length + 2;
}

/* NULL, with nothing put, for what begins like no value of the fact. */
static inline __attribute__((always_inline)) const char *read_bare(const Line *line, const char *at, const Fact *fact, int number) {
    switch (fact->type) {
    case FACT_BOOLEAN: return read_boolean(line, at, number);
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return read_number(line, at, fact, number);
    case FACT_ENUM: return read_choice(line, at, fact, number);
    case FACT_SET: return read_list(line, at, fact, number);
    case FACT_DATE: return read_date(line, at, fact, number);
    case FACT_TEXT: return read_text(line, at, number);
    case FACT_CODE: return read_code(line, at, fact, number);
    case FACT_PLACE: return read_place(line, at, fact);
    }
    return NULL;
}

/* « "source": "comptes 2025" » and « "date": "2026-03-31" » behind a value. */
static const char *read_origin(const Line *line, const char *at, RowOrigin *out) {
    Slice text;
    Day first, last;
    const bool source = at[1] == 's';
    at = source ? take_word(at, "\"source\"", 8) : take_word(at, "\"date\"", 6);
    if (at) at = take_mark(line, at, ':');
    if (at) at = take_string(line, at, &text);
    if (!at) return NULL;
    if (source) {
        out->source = text.bytes;
        out->source_length = text.length;
        return text.length > 0 && text.length <= TEXT_VALUE_MAX ? at : NULL;
    }
    out->date = text.bytes;
    out->date_length = text.length;
    return text.length == 10 && day_read(text.bytes, text.length, &first, &last) ? at : NULL;
}

/* From behind « "value" »: the value, then a source, a date or both in this order. */
static const char *read_envelope(const Line *line, const char *at, const Fact *fact, int number) {
    RowOrigin origin = {.fact = number};
    at = take_mark(line, at, ':');
    if (!at || *at == 'n') return NULL;
    at = read_bare(line, at, fact, number);
    for (int said = 0; at && said < 2; said++) {
        const char *more = take_mark(line, at, ',');
        if (!more) break;
        at = said == 0 || more[1] == 'd' ? read_origin(line, more, &origin) : NULL;
    }
    row_take_origin(line->reader, line->texts, &origin);
    return at ? take_end(line, at, '}') : NULL;
}

/* A value that is not bare: null, a range, or one that says where it comes from. */
static const char *read_dressed(const Line *line, const char *at, const Fact *fact, int number) {
    if (*at == 'n') return (uint32_t)byte_mask_word(at) == WORD_NULL ? at + 4 : NULL;
    if (*at != '{') return NULL;
    at = pass_spaces(line, at + 1);
    const char *value = take_word(at, "\"value\"", 7);
    if (value) return read_envelope(line, value, fact, number);
    bool ranged = fact->type == FACT_INTEGER || fact->type == FACT_NUMBER || fact->type == FACT_EUROS;
    return ranged ? read_range(line, at, fact, number) : NULL;
}

/* A key that is not the one that follows the one before, up to its value. */
static OrderedKey *take_other_key(const Line *line, const char **at, OrderedKey *before) {
    KeyOrder *order = &line->quick->order;
    OrderedKey *key = key_order_farther(order, before, *at);
    if (key) {
        *at += key->length;
        return key;
    }
    Slice text;
    const char *behind = take_string(line, *at, &text), *value = behind ? take_mark(line, behind, ':') : NULL;
    if (!value) return NULL;
    *at = value;
    return key_order_learn(order, before, text.bytes, text.length);
}

static bool take_comma(const Line *line, const char **at) {
    *at = pass_spaces(line, *at);
    const bool comma = **at == ',';
    if (comma) *at = pass_spaces(line, *at + 1);
    return comma;
}

/* From behind the opening brace to the end of the record: behind the closing one and the spaces that follow it. */
static const char *read_members(const Line *line, const char *at) {
    OrderedKey *key = line->quick->order.keys;
    at = pass_spaces(line, at);
    for (bool more = *at != '}'; more;) {
        if (at >= line->end) return NULL;
        if (key_stands(key + 1, at)) at += (++key)->length;
        else key = take_other_key(line, &at, key);
        if (!key || key->line == line->number) return NULL; /* no key, or twice in this line */
        key->line = line->number;
        at = pass_spaces(line, at);
        const char *value = at;
        at = read_bare(line, value, key->about, key->fact);
        if (!at) at = read_dressed(line, value, key->about, key->fact);
        if (!at) return NULL;
        if (at[0] == ',' && at[1] == '"') at++;
        else more = take_comma(line, &at);
    }
    return *at == '}' && at < line->end ? pass_spaces(line, at + 1) : NULL;
}

size_t json_quick_read(JsonQuick *quick, RowReader *reader, const char *bytes, size_t length, Block *block, RowTexts *texts) {
    const char *start = length > 0 ? row_with_margin(reader, bytes, length) : NULL;
    if (!start || *start != '{') return 0;
    const Line line = {quick, reader, start + length, block, block->rows, texts, ++quick->lines};
    const char *end = read_members(&line, start + 1);
    return end ? (size_t)(end - start) : 0;
}
