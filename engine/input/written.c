/* Ranges. A text is read as one of a few patterns of words and numbers (a table below); each number becomes the JSON number it
 * stands for (« 1,2 M€ » is 1.2e6), so that it is correctly rounded once, by base/number. What the pattern does not explain to
 * the last byte is refused. */
#include "input/written.h"

#include "base/number.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

#define DIGITS_MAX 40 /* characters of one number in a range */

typedef struct Cursor {
    const char *bytes;
    size_t length, at;
    bool sheet;           /* a spreadsheet's cell: a number alone too, and what only cells have */
    const char *exponent; /* of amounts that name no unit, or NULL */
} Cursor;

static Misread misread(const char *message, const char *advice) {
    return (Misread){.message = message, .advice = advice};
}

static bool take(Cursor *cursor, const char *word) {
    size_t length = strlen(word);
    if (cursor->length - cursor->at < length || memcmp(cursor->bytes + cursor->at, word, length) != 0) return false;
    cursor->at += length;
    return true;
}

static bool take_any(Cursor *cursor, const char *const *words) {
    for (; *words; words++)
        if (take(cursor, *words)) return true;
    return false;
}

/* Plain, no-break, narrow no-break, thin and figure spaces. */
static bool take_space(Cursor *cursor) {
    static const char *const spaces[] = {" ", "\u00a0", "\u202f", "\u2009", "\u2007", NULL};
    return take_any(cursor, spaces);
}

static void take_spaces(Cursor *cursor) {
    while (take_space(cursor)) {
    }
}

static bool digit_at(const Cursor *cursor, size_t at) {
    return at < cursor->length && cursor->bytes[at] >= '0' && cursor->bytes[at] <= '9';
}

typedef struct Digits {
    char text[DIGITS_MAX + 8]; /* and an exponent */
    size_t length;
    bool too_long;
} Digits;

static void put(Digits *digits, char c) {
    if (digits->length < DIGITS_MAX) digits->text[digits->length++] = c;
    else digits->too_long = true;
}

static size_t take_digits(Cursor *cursor, Digits *digits) {
    size_t start = cursor->at;
    for (; digit_at(cursor, cursor->at); cursor->at++) put(digits, cursor->bytes[cursor->at]);
    return cursor->at - start;
}

/* A space and exactly three digits. */
static bool take_group(Cursor *cursor, Digits *digits) {
    Cursor ahead = *cursor;
    if (!take_space(&ahead)) return false;
    size_t at = ahead.at;
    if (!digit_at(&ahead, at) || !digit_at(&ahead, at + 1) || !digit_at(&ahead, at + 2) || digit_at(&ahead, at + 3)) return false;
    take_digits(&ahead, digits);
    *cursor = ahead;
    return true;
}

/* `12`, `1 200`, `1 200,50`, `-3.5`, as the characters of a JSON number without exponent. */
static bool take_number(Cursor *cursor, Digits *digits) {
    *digits = (Digits){.length = 0};
    if (take(cursor, "-")) put(digits, '-');
    while (cursor->sheet && digit_at(cursor, cursor->at + 1) && cursor->bytes[cursor->at] == '0') cursor->at++;
    size_t leading = take_digits(cursor, digits);
    if (leading == 0) return false;
    while (leading <= 3 && take_group(cursor, digits)) {
    }
    if ((cursor->at + 1 < cursor->length) && (cursor->bytes[cursor->at] == ',' || cursor->bytes[cursor->at] == '.') &&
        digit_at(cursor, cursor->at + 1)) {
        cursor->at++;
        put(digits, '.');
        take_digits(cursor, digits);
    }
    return !digits->too_long;
}

typedef struct Unit {
    const char *text;
    const char *exponent;
} Unit;

/* Longest first: « k€ » before « k ». */
static const Unit euro_units[] = {
    {"milliers d’euros", "e3"},
    {"milliers d'euros", "e3"},
    {"millions d’euros", "e6"},
    {"millions d'euros", "e6"},
    {"million d’euros", "e6"},
    {"million d'euros", "e6"},
    {"euros", "e0"},
    {"euro", "e0"},
    {"Euros", "e0"},
    {"EUR", "e0"},
    {"k€", "e3"},
    {"K€", "e3"},
    {"k euros", "e3"},
    {"kEUR", "e3"},
    {"M euros", "e6"},
    {"M€", "e6"},
    {"€", "e0"},
};

/* The exponent of the unit that stands here; NULL when there is none. The unit of the fact itself counts for nothing. */
static const char *take_unit(const Fact *fact, Cursor *cursor) {
    Cursor ahead = *cursor;
    take_spaces(&ahead);
    const char *exponent = NULL;
    if (fact->type == FACT_EUROS) {
        for (size_t i = 0; i < sizeof euro_units / sizeof *euro_units && !exponent; i++)
            if (take(&ahead, euro_units[i].text)) exponent = euro_units[i].exponent;
    } else if ((fact->units && take(&ahead, fact->units)) || (fact->unit && take(&ahead, fact->unit))) {
        exponent = "e0";
    }
    if (exponent) *cursor = ahead;
    return exponent;
}

typedef struct Amount {
    Digits digits;
    const char *exponent; /* or NULL */
} Amount;

static bool take_amount(const Fact *fact, Cursor *cursor, Amount *amount) {
    take_spaces(cursor);
    if (!take_number(cursor, &amount->digits)) return false;
    amount->exponent = take_unit(fact, cursor);
    return true;
}

static NumberRead amount_value(const Amount *amount, const char *exponent, double *out) {
    char text[DIGITS_MAX + 8];
    memcpy(text, amount->digits.text, amount->digits.length);
    size_t length = amount->digits.length;
    if (exponent) {
        memcpy(text + length, exponent, 2);
        length += 2;
    }
    return number_read(text, length, out);
}

/* The word before a single bound. */
static const struct Comparison {
    const char *word;
    bool low, open;
} comparisons[] = {
    {">=", true, false},       {"=>", true, false},       {"≥", true, false},        {">", true, true},
    {"<=", false, false},      {"=<", false, false},      {"≤", false, false},       {"<", false, true},
    {"plus de", true, true},   {"Plus de", true, true},   {"au moins", true, false}, {"Au moins", true, false},
    {"moins de", false, true}, {"Moins de", false, true}, {"au plus", false, false}, {"Au plus", false, false},
};

static Misread not_an_amount(const Fact *fact) {
    static const char *const advice[] = {
        [FACT_INTEGER] = "écrivez par exemple 12, «\u00a010 à 19\u00a0» ou «\u00a0plus de 50\u00a0»",
        [FACT_NUMBER] = "écrivez par exemple 2,5, «\u00a01,5 à 3\u00a0» ou «\u00a0plus de 2\u00a0»",
        [FACT_EUROS] = "écrivez par exemple 250 000, «\u00a01,2 M€\u00a0», «\u00a0100 à 300 k€\u00a0» ou «\u00a0> 300 k€\u00a0»",
    };
    return misread("n’est ni un nombre ni un intervalle qui puisse être lu", advice[fact->type]);
}

static Misread not_a_range(const Fact *fact, bool sheet) {
    if (sheet) return not_an_amount(fact);
    static const char *const advice[] = {
        [FACT_INTEGER] =
            "écrivez un nombre sans guillemets, ou par exemple \"10-19\", \"plus de 10\" ou {\"min\": 10, \"max\": 19}",
        [FACT_NUMBER] =
            "écrivez un nombre sans guillemets, ou par exemple \"1,5 à 3\", \"plus de 2\" ou {\"min\": 1.5, \"max\": 3}",
        [FACT_EUROS] = "écrivez un nombre sans guillemets, ou par exemple \"100 à 300 k€\", \"> 300 k€\" ou {\"min\": 250000}",
    };
    return misread("n’est ni un nombre ni un intervalle qui puisse être lu", advice[fact->type]);
}

static const char *either(const char *exponent, const char *otherwise) {
    return exponent ? exponent : otherwise;
}

static Misread read_amounts(const Fact *fact, Arena *arena, Cursor cursor, const Amount *low, const Amount *high, Ends ends,
                            Span *out) {
    const char *high_exponent = high ? either(high->exponent, cursor.exponent) : cursor.exponent;
    const char *low_exponent = low ? either(low->exponent, high_exponent) : NULL;
    NumberRead low_read = low ? amount_value(low, low_exponent, &ends.low) : NUMBER_OK;
    NumberRead high_read = high ? amount_value(high, high_exponent, &ends.high) : NUMBER_OK;
    if (low_read == NUMBER_TOO_BIG || high_read == NUMBER_TOO_BIG)
        return misread("contient un nombre trop grand pour être exact", "au plus 2^53, soit 9007199254740992");
    if (low_read != NUMBER_OK || high_read != NUMBER_OK) return not_a_range(fact, cursor.sheet);
    ends.has_low = low != NULL;
    ends.has_high = high != NULL;
    return written_ends(fact, arena, &ends, out);
}

static Misread read_comparison(const Fact *fact, Arena *arena, Cursor cursor, const struct Comparison *comparison, Span *out) {
    Amount amount;
    if (!take_amount(fact, &cursor, &amount)) return not_a_range(fact, cursor.sheet);
    take_spaces(&cursor);
    if (cursor.at != cursor.length) return not_a_range(fact, cursor.sheet);
    Ends ends = {.low_open = comparison->open, .high_open = comparison->open};
    return read_amounts(fact, arena, cursor, comparison->low ? &amount : NULL, comparison->low ? NULL : &amount, ends, out);
}

/* A number alone: in JSON it is written without quotes. */
static Misread single_number(Arena *arena, const Amount *amount) {
    double value;
    char text[NUMBER_TEXT_MAX];
    const char *advice = NULL;
    if (amount_value(amount, amount->exponent, &value) == NUMBER_OK) {
        number_write(value, text);
        advice = arena_printf(arena, "écrivez %s, sans guillemets", text);
    }
    return misread("est un texte entre guillemets, et non un nombre", advice);
}

/* « 1.200 » and « 1,200 » are one thousand two hundred for one reader, one and a fifth for another. */
static bool ambiguous(const Digits *digits) {
    const char *point = memchr(digits->text, '.', digits->length);
    size_t before = point ? (size_t)(point - digits->text) : 0;
    return point && before <= 3 && digits->text[0] != '0' && digits->length - before == 4;
}

static Misread read_one(const Fact *fact, Arena *arena, Cursor cursor, const Amount *amount, Span *out) {
    if (ambiguous(&amount->digits))
        return misread("peut se lire de deux façons\u00a0: un nombre décimal, ou des milliers",
                       "écrivez les milliers avec une espace ou sans rien (1200), et les décimales avec une virgule (1,2)");
    double value;
    if (amount_value(amount, either(amount->exponent, cursor.exponent), &value) == NUMBER_OK && fact->type == FACT_INTEGER &&
        value != floor(value))
        return misread("n’est pas un nombre entier", "écrivez un nombre entier, ou un intervalle comme «\u00a012 à 13\u00a0»");
    return read_amounts(fact, arena, cursor, amount, amount, (Ends){.low_open = false}, out);
}

static const char *const or_more[] = {"+", "et plus", "et +", "ou plus", "ou +", NULL};
static const char *const or_less[] = {"et moins", "et -", "ou moins", "ou -", NULL};

/* One of the words, with nothing behind it. */
static bool take_rest(Cursor *cursor, const char *const *words) {
    Cursor ahead = *cursor;
    if (!take_any(&ahead, words)) return false;
    take_spaces(&ahead);
    if (ahead.at != ahead.length) return false;
    *cursor = ahead;
    return true;
}

static Misread read_two_ends(const Fact *fact, Arena *arena, Cursor cursor, Span *out) {
    static const char *const opening[] = {"entre", "Entre", "de", "De", NULL};
    static const char *const between[] = {"à", "et", "-", "–", "—", NULL};
    Amount low, high;
    take_any(&cursor, opening);
    if (!take_amount(fact, &cursor, &low)) return not_a_range(fact, cursor.sheet);
    take_spaces(&cursor);
    if (cursor.at == cursor.length && cursor.sheet) return read_one(fact, arena, cursor, &low, out);
    if (cursor.at == cursor.length) return single_number(arena, &low);
    if (cursor.sheet && take_rest(&cursor, or_more))
        return read_amounts(fact, arena, cursor, &low, NULL, (Ends){.low_open = false}, out);
    if (cursor.sheet && take_rest(&cursor, or_less))
        return read_amounts(fact, arena, cursor, NULL, &low, (Ends){.low_open = false}, out);
    if (!take_any(&cursor, between) || !take_amount(fact, &cursor, &high)) return not_a_range(fact, cursor.sheet);
    take_spaces(&cursor);
    if (cursor.at != cursor.length) return not_a_range(fact, cursor.sheet);
    return read_amounts(fact, arena, cursor, &low, &high, (Ends){.low_open = false}, out);
}

static Misread read_written(const Fact *fact, Arena *arena, Cursor cursor, Span *out) {
    take_spaces(&cursor);
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
        if (take(&cursor, comparisons[i].word)) return read_comparison(fact, arena, cursor, &comparisons[i], out);
    return read_two_ends(fact, arena, cursor, out);
}

Misread written_range(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out) {
    return read_written(fact, arena, (Cursor){.bytes = text, .length = length}, out);
}

Misread written_amount(const Fact *fact, Arena *arena, const char *text, size_t length, int exponent, Span *out) {
    const char *unit = exponent == 3 ? "e3" : exponent == 6 ? "e6" : NULL;
    return read_written(fact, arena, (Cursor){.bytes = text, .length = length, .sheet = true, .exponent = unit}, out);
}

static const char *number_text(Arena *arena, double value) {
    char text[NUMBER_TEXT_MAX];
    number_write(value, text);
    return arena_copy(arena, text);
}

const char *written_bounds(const Fact *fact, Arena *arena) {
    bool low = isfinite(fact->minimum), high = isfinite(fact->maximum);
    const char *minimum = low ? number_text(arena, fact->minimum) : "", *maximum = high ? number_text(arena, fact->maximum) : "";
    if (!minimum || !maximum) return NULL;
    if (low && high) return arena_printf(arena, "la valeur va de %s à %s", minimum, maximum);
    if (low) return arena_printf(arena, "la valeur est au moins %s", minimum);
    return arena_printf(arena, "la valeur est au plus %s", maximum);
}

bool written_in_bounds(const Fact *fact, double value) {
    return value >= fact->minimum && value <= fact->maximum;
}

static double lowest(const Fact *fact, const Ends *ends) {
    if (!ends->has_low) return fact->minimum;
    if (!ends->low_open) return ends->low + 0.0;
    return fact->type == FACT_INTEGER ? ends->low + 1 : nextafter(ends->low, INFINITY);
}

static double highest(const Fact *fact, const Ends *ends) {
    if (!ends->has_high) return fact->maximum;
    if (!ends->high_open) return ends->high + 0.0;
    return fact->type == FACT_INTEGER ? ends->high - 1 : nextafter(ends->high, -INFINITY);
}

Misread written_ends(const Fact *fact, Arena *arena, const Ends *ends, Span *out) {
    bool whole = (!ends->has_low || floor(ends->low) == ends->low) && (!ends->has_high || floor(ends->high) == ends->high);
    if (fact->type == FACT_INTEGER && !whole)
        return misread("a une borne qui n’est pas un nombre entier", "ce fait se compte en nombres entiers");
    if ((ends->has_low && !written_in_bounds(fact, ends->low)) || (ends->has_high && !written_in_bounds(fact, ends->high)))
        return misread("sort des valeurs admises", written_bounds(fact, arena));
    if (ends->has_low && ends->has_high && ends->low > ends->high)
        return misread("est un intervalle inversé\u00a0: sa borne basse dépasse sa borne haute",
                       "écrivez la plus petite borne d’abord");
    Span span = {.low = lowest(fact, ends), .high = highest(fact, ends)};
    if (span.low > span.high) return misread("ne laisse aucune valeur possible", "un fait inconnu s’écrit null, ou ne s’écrit pas");
    *out = span;
    return (Misread){0};
}
