/* Keys come in the order of the lines before, some missing: those that last followed the key before are compared first, by their
 * first eight bytes. A key that comes twice is seen by one bit a fact. Nothing is copied, nothing is allocated. */
#include "input/json_quick.h"

#include "base/number.h"
#include "base/utf8.h"
#include "input/written.h"
#include <math.h>
#include <string.h>

#define FACTS_MAX                                                                                                                  \
    256             /* the first of a vocabulary: confirmations, which are no keys, come behind; a line with others is not for it */
#define FOLLOWERS 4 /* of each key, that are kept and tried */
#define NOBODY FACTS_MAX /* what a first key follows */
#define NAMES_KEPT 128u  /* choices of one fact, by name */
#define DIGITS_QUICK 15  /* that many are exact in a double */

typedef struct Key {
    const char *name;
    uint64_t head, mask; /* its first eight bytes, zeros behind a shorter one; which of their bits count */
    size_t length;
} Key;

typedef struct KnownName {
    const char *name;
    uint32_t length; /* 0: none yet */
    int choice;
} KnownName;

struct JsonQuick {
    const Vocabulary *vocabulary;
    Key keys[FACTS_MAX];                         /* by fact */
    int16_t followers[FACTS_MAX + 1][FOLLOWERS]; /* facts that came after a fact, or after nobody; the last one first; -1: none */
    KnownName *names;                            /* NAMES_KEPT of each fact */
};

typedef struct Quick {
    JsonQuick *quick;
    RowReader *reader;
    const char *at, *end;
    Block *block;
    size_t row;
    RowTexts *texts;
} Quick;

typedef struct Slice {
    const char *bytes;
    size_t length;
} Slice;

/* The first eight bytes of a text, zeros behind a shorter one. */
static inline uint64_t head_of(const char *bytes, size_t length) {
    uint64_t head = 0;
    if (length >= sizeof head) memcpy(&head, bytes, sizeof head);
    else memcpy(&head, bytes, length);
    return head;
}

static void learn_keys(JsonQuick *quick, const Vocabulary *vocabulary) {
    for (size_t i = 0; i < vocabulary->count && i < FACTS_MAX; i++) {
        const char *name = vocabulary->facts[i].name;
        size_t length = strlen(name);
        Key *key = &quick->keys[i];
        *key = (Key){.name = name, .length = length, .head = head_of(name, length)};
        memset(&key->mask, 0xFF, length < sizeof key->mask ? length : sizeof key->mask);
    }
    memset(quick->followers, -1, sizeof quick->followers);
}

JsonQuick *json_quick_new(Arena *arena, const Vocabulary *vocabulary) {
    JsonQuick *quick = arena_new(arena, sizeof *quick);
    if (!quick) return NULL;
    quick->vocabulary = vocabulary;
    learn_keys(quick, vocabulary);
    size_t facts = vocabulary->count < FACTS_MAX ? vocabulary->count : FACTS_MAX;
    quick->names = arena_array(arena, facts * NAMES_KEPT, sizeof *quick->names);
    return quick->names ? quick : NULL;
}

static inline void pass_spaces(Quick *q) {
    while (q->at < q->end && *q->at == ' ') q->at++;
}

static inline bool take(Quick *q, char c) {
    if (q->at >= q->end || *q->at != c) return false;
    q->at++;
    return true;
}

/* A comma, a colon, with spaces around it. */
static inline bool take_mark(Quick *q, char c) {
    pass_spaces(q);
    if (!take(q, c)) return false;
    pass_spaces(q);
    return true;
}

static inline bool take_word(Quick *q, const char *word, size_t length) {
    if ((size_t)(q->end - q->at) < length || memcmp(q->at, word, length) != 0) return false;
    q->at += length;
    return true;
}

/* Passes over what is plain ASCII in a string, eight bytes at a time. */
static inline const char *pass_plain(const char *at, const char *end) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = UINT64_C(0x8080808080808080);
    for (; end - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        uint64_t quotes = word ^ (ones * '"'), slashes = word ^ (ones * '\\'), deleted = word ^ (ones * 0x7F);
        uint64_t marks = ((word - ones * 0x20) | (quotes - ones) | (slashes - ones) | (deleted - ones) | word) & high;
        if (!marks) continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        return at + __builtin_ctzll(marks) / 8;
#else
        break;
#endif
    }
    while (at < end && (unsigned char)*at >= 0x20 && (unsigned char)*at < 0x7F && *at != '"' && *at != '\\') at++;
    return at;
}

/* A string without escapes or control characters. */
static bool take_string(Quick *q, Slice *out) {
    if (!take(q, '"')) return false;
    out->bytes = q->at;
    for (const char *at = q->at;;) {
        at = pass_plain(at, q->end);
        if (at >= q->end) return false;
        if (*at == '"') {
            out->length = (size_t)(at - q->at);
            q->at = at + 1;
            return true;
        }
        size_t size = (unsigned char)*at < 0x80 ? 0 : utf8_character(at, (size_t)(q->end - at));
        bool control = size == 2 && (unsigned char)at[0] == 0xC2 && (unsigned char)at[1] < 0xA0;
        if (size == 0 || control) return false;
        at += size;
    }
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool take_number(Quick *q, double *out, bool *whole) {
    const char *start = q->at;
    int64_t value = 0;
    while (q->at < q->end && is_digit(*q->at) && q->at - start < DIGITS_QUICK) value = value * 10 + (*q->at++ - '0');
    if (q->at == start || q->at >= q->end) return false;
    bool simple = !is_digit(*q->at) && *q->at != '.' && *q->at != 'e' && *q->at != 'E' && (*start != '0' || q->at - start == 1);
    *out = (double)value;
    *whole = true;
    if (simple) return true;
    while (q->at < q->end && (is_digit(*q->at) || *q->at == '.')) q->at++;
    return number_read_whole(start, (size_t)(q->at - start), out, whole) == NUMBER_OK && *out <= NUMBER_EXACT_MAX;
}

static bool put_span(Quick *q, int fact, Span span) {
    Column *column = block_column(q->block, fact);
    if (!column) return false;
    column->low[q->row] = span.low;
    column->high[q->row] = span.high;
    return true;
}

/* « "min": 10 » */
static bool take_bound(Quick *q, const Fact *fact, const char *name, size_t length, double *bound) {
    bool whole;
    if (!take_word(q, name, length) || !take_mark(q, ':') || !take_number(q, bound, &whole)) return false;
    return (whole || fact->type != FACT_INTEGER) && written_in_bounds(fact, *bound);
}

static bool read_range(Quick *q, const Fact *fact, int number) {
    Span span = {.low = fact->minimum, .high = fact->maximum};
    pass_spaces(q);
    bool low = q->end - q->at > 2 && q->at[2] == 'i';
    if (low && !take_bound(q, fact, "\"min\"", 5, &span.low)) return false;
    pass_spaces(q);
    if ((!low || take_mark(q, ',')) && !take_bound(q, fact, "\"max\"", 5, &span.high)) return false;
    pass_spaces(q);
    return take(q, '}') && span.low <= span.high && put_span(q, number, span);
}

static bool read_number(Quick *q, const Fact *fact, int number) {
    double value;
    bool whole;
    if (*q->at == '"') {
        Slice text;
        Span span;
        return take_string(q, &text) && !written_range(fact, &q->reader->arena, text.bytes, text.length, &span).message &&
               put_span(q, number, span);
    }
    if (!take_number(q, &value, &whole) || (!whole && fact->type == FACT_INTEGER) || !written_in_bounds(fact, value)) return false;
    return put_span(q, number, (Span){value, value});
}

static bool read_date(Quick *q, const Fact *fact, int number) {
    Slice text;
    Day first, last;
    if (!take_string(q, &text) || !day_read(text.bytes, text.length, &first, &last)) return false;
    return first >= fact->minimum && last <= fact->maximum && put_span(q, number, (Span){first, last});
}

static bool read_boolean(Quick *q, int number) {
    bool yes = take_word(q, "true", 4);
    if (!yes && !take_word(q, "false", 5)) return false;
    Column *column = block_column(q->block, number);
    if (column) column->possible[q->row] = UINT64_C(1) << (yes ? CHOICE_OUI : CHOICE_NON);
    return column != NULL;
}

/* Of the first and the last eight bytes, or of all when they are fewer. */
static size_t name_hash(Slice text) {
    uint64_t first = 0, last = 0;
    if (text.length >= 8) {
        memcpy(&first, text.bytes, 8);
        memcpy(&last, text.bytes + text.length - 8, 8);
    } else {
        for (size_t i = 0; i < text.length; i++) first = first << 8 | (unsigned char)text.bytes[i];
    }
    uint64_t hash = (first ^ last * UINT64_C(0xC2B2AE3D27D4EB4F) ^ text.length) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(hash >> 40);
}

static int find_choice(Quick *q, const Fact *fact, int number, Slice text) {
    if (text.length == 0) return -1;
    KnownName *kept = &q->quick->names[(size_t)number * NAMES_KEPT + name_hash(text) % NAMES_KEPT];
    if (kept->length == text.length && memcmp(kept->name, text.bytes, text.length) == 0) return kept->choice;
    int choice = fact_choice(fact, text.bytes, text.length);
    if (choice >= 0) *kept = (KnownName){fact->choices[choice].name, (uint32_t)text.length, choice};
    return choice;
}

/* One choice more; those of a set bring their parents in. */
static void join(const Quick *q, const Column *column, const Fact *fact, int choice) {
    size_t capacity = q->block->capacity;
    for (size_t w = 0; w < column->words; w++) column->possible[w * capacity + q->row] |= fact->choices[choice].below[w];
    for (int in = choice; column->sure && in >= 0; in = fact->choices[in].parent) {
        uint64_t bit = UINT64_C(1) << (in % 64);
        column->sure[(size_t)(in / 64) * capacity + q->row] |= bit;
        column->possible[(size_t)(in / 64) * capacity + q->row] |= bit;
    }
}

static bool read_choice(Quick *q, const Column *column, const Fact *fact, int number) {
    Slice text;
    int choice = take_string(q, &text) ? find_choice(q, fact, number, text) : -1;
    if (choice >= 0) join(q, column, fact, choice);
    return choice >= 0;
}

static bool read_choices(Quick *q, const Fact *fact, int number) {
    bool list = *q->at == '[';
    if (!list && fact->type == FACT_SET) return false;
    Column *column = block_column(q->block, number);
    if (!column) return false;
    for (size_t w = 0; w < column->words; w++) column->possible[w * q->block->capacity + q->row] = 0;
    if (!list) return read_choice(q, column, fact, number);
    q->at++;
    pass_spaces(q);
    if (take(q, ']')) return fact->type == FACT_SET;
    do
        if (!read_choice(q, column, fact, number)) return false;
    while (take_mark(q, ','));
    return take(q, ']');
}

static bool code_right(Quick *q, const Fact *fact, int number, Slice text) {
    const LegalCategories *legal = &q->quick->vocabulary->legal;
    if (text.length == 0 || written_code(fact, &q->reader->arena, text.bytes, text.length).message) return false;
    return legal->count == 0 || number != legal->category || legal_category(legal, text.bytes, text.length);
}

static bool read_text(Quick *q, const Fact *fact, int number) {
    Slice text;
    if (!take_string(q, &text) || text.length == 0 || text.length > TEXT_VALUE_MAX) return false;
    if (fact->type == FACT_PLACE && !seats_know(q->reader->seats, fact->level, text.bytes, text.length)) return false;
    if (fact->type == FACT_CODE && !code_right(q, fact, number, text)) return false;
    row_take_text(q->reader, q->texts, number, text.bytes, text.length);
    return true;
}

static bool read_bare(Quick *q, const Fact *fact, int number) {
    if (q->at >= q->end) return false;
    switch (fact->type) {
    case FACT_TEXT:
    case FACT_CODE:
    case FACT_PLACE: return read_text(q, fact, number);
    case FACT_BOOLEAN: return read_boolean(q, number);
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return read_number(q, fact, number);
    case FACT_DATE: return read_date(q, fact, number);
    case FACT_ENUM:
    case FACT_SET: return read_choices(q, fact, number);
    }
    return false;
}

/* « "source": "comptes 2025" » and « "date": "2026-03-31" » behind a value. */
static bool read_origin(Quick *q) {
    Slice text;
    Day first, last;
    bool source = take_word(q, "\"source\"", 8);
    if (!source && !take_word(q, "\"date\"", 6)) return false;
    if (!take_mark(q, ':') || !take_string(q, &text)) return false;
    if (source) return text.length > 0 && text.length <= TEXT_VALUE_MAX;
    return text.length == 10 && day_read(text.bytes, text.length, &first, &last);
}

/* An envelope whose value comes first, with a source, a date or both in this order. */
static bool read_envelope(Quick *q, const Fact *fact, int number) {
    q->at += 7;
    if (!take_mark(q, ':') || (q->end - q->at > 4 && memcmp(q->at, "null", 4) == 0) || !read_bare(q, fact, number)) return false;
    for (int said = 0; said < 2 && take_mark(q, ','); said++) {
        bool again = said == 1 && (q->end - q->at < 2 || q->at[1] != 'd');
        if (again || !read_origin(q)) return false;
    }
    pass_spaces(q);
    return take(q, '}');
}

static bool read_value(Quick *q, int number) {
    const Fact *fact = &q->quick->vocabulary->facts[number];
    if (q->at >= q->end) return false;
    if (*q->at == 'n') return take_word(q, "null", 4);
    if (*q->at != '{') return read_bare(q, fact, number);
    q->at++;
    pass_spaces(q);
    if (q->end - q->at > 8 && memcmp(q->at, "\"value\"", 7) == 0) return read_envelope(q, fact, number);
    bool ranged = fact->type == FACT_INTEGER || fact->type == FACT_NUMBER || fact->type == FACT_EUROS;
    return ranged && read_range(q, fact, number);
}

/* A key that none of the followers is: the fact of that name takes the first place among them. */
static int find_key(Quick *q, Slice text, int16_t followers[FOLLOWERS]) {
    int fact = vocabulary_find(q->quick->vocabulary, text.bytes, text.length);
    if (fact < 0 || fact >= FACTS_MAX || q->quick->vocabulary->facts[fact].hidden) return -1;
    memmove(followers + 1, followers, (FOLLOWERS - 1) * sizeof *followers);
    followers[0] = (int16_t)fact;
    return fact;
}

/* Is `key` written here, up to its closing quote? */
static inline bool stands_here(const Quick *q, const Key *key, uint64_t head) {
    if (key->length >= (size_t)(q->end - q->at) || q->at[key->length] != '"') return false;
    return (head & key->mask) == key->head && (key->length <= 8 || memcmp(q->at + 8, key->name + 8, key->length - 8) == 0);
}

/* The fact of the key that is written here, after that of the key before; -1: none. */
static int take_key(Quick *q, int before) {
    int16_t *followers = q->quick->followers[before];
    if (!take(q, '"')) return -1;
    const uint64_t head = head_of(q->at, (size_t)(q->end - q->at));
    for (size_t i = 0; i < FOLLOWERS && followers[i] >= 0; i++) {
        const Key *key = &q->quick->keys[followers[i]];
        if (!stands_here(q, key, head)) continue;
        q->at += key->length + 1;
        return followers[i];
    }
    Slice text;
    q->at--;
    return take_string(q, &text) ? find_key(q, text, followers) : -1;
}

static bool read_members(Quick *q) {
    uint64_t seen[FACTS_MAX / 64] = {0};
    int fact = NOBODY;
    pass_spaces(q);
    if (take(q, '}')) return true;
    do {
        fact = take_key(q, fact);
        if (fact < 0 || bits_has(seen, (size_t)fact) || !take_mark(q, ':') || !read_value(q, fact)) return false;
        bits_put(seen, (size_t)fact);
    } while (take_mark(q, ','));
    return take(q, '}');
}

bool json_quick_read(JsonQuick *quick, RowReader *reader, const char *bytes, size_t length, Block *block, RowTexts *texts) {
    Quick q = {quick, reader, bytes, bytes + length, block, block->rows, texts};
    if (!take(&q, '{') || !read_members(&q)) return false;
    pass_spaces(&q);
    return q.at == q.end;
}
