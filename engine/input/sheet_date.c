/* A cell is cut into words and numbers, then recognised by its pattern. Days come before months, as everywhere in France; a year of
 * two digits is refused, since it may be of two centuries. */
#include "input/sheet_date.h"

#include "base/text.h"
#include <string.h>

#define PARTS_MAX 6
#define EXCEL_EPOCH 25569 /* Excel's number of 1970-01-01 */
#define EXCEL_MIN 18264   /* 1950-01-01 */
#define EXCEL_MAX 73415   /* 2100-12-31 */

typedef struct Part {
    char word[16]; /* folded; "" for a number */
    long number;
    size_t digits;
    char mark; /* behind it: '/', '-', '.', ' ' or '\0' */
} Part;

typedef struct Parts {
    Part items[PARTS_MAX];
    size_t count;
    bool readable;
} Parts;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_mark(char c) {
    return c == '/' || c == '-' || c == '.' || c == ' ';
}

/* « févr. » is fevr; « 1er » is 1. */
static size_t read_part(const char *text, size_t length, size_t at, Part *part) {
    *part = (Part){.mark = '\0'};
    if (is_digit(text[at])) {
        for (; at < length && is_digit(text[at]); at++, part->digits++)
            if (part->digits < 9) part->number = part->number * 10 + (text[at] - '0');
        if (length - at >= 2 && memcmp(text + at, "er", 2) == 0 && part->number == 1) at += 2;
    } else {
        size_t size = 0;
        while (at < length && !is_digit(text[at]) && !is_mark(text[at])) {
            if (size + 1 >= sizeof part->word) return length + 1;
            part->word[size++] = text[at++];
        }
    }
    while (at < length && is_mark(text[at])) {
        if (part->mark == '\0' || part->mark == ' ' || part->mark == '.') part->mark = text[at];
        at++;
    }
    return at;
}

static Parts cut(const char *folded, size_t length) {
    Parts parts = {.readable = length > 0 && !is_mark(folded[0])};
    for (size_t at = 0; parts.readable && at < length;) {
        if (parts.count == PARTS_MAX) parts.readable = false;
        else at = read_part(folded, length, at, &parts.items[parts.count++]);
        if (at > length) parts.readable = false;
    }
    return parts;
}

/* The number of a month by its name or a usual abbreviation; 0: none. */
static int month_of(const char *word) {
    static const struct {
        const char *name;
        int month;
    } months[] = {{"janvier", 1},   {"janv", 1},  {"jan", 1},       {"fevrier", 2}, {"fevr", 2}, {"fev", 2},      {"mars", 3},
                  {"mar", 3},       {"avril", 4}, {"avr", 4},       {"mai", 5},     {"juin", 6}, {"jun", 6},      {"juillet", 7},
                  {"juil", 7},      {"aout", 8},  {"septembre", 9}, {"sept", 9},    {"sep", 9},  {"octobre", 10}, {"oct", 10},
                  {"novembre", 11}, {"nov", 11},  {"decembre", 12}, {"dec", 12}};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (strcmp(word, months[i].name) == 0) return months[i].month;
    return 0;
}

static bool is_weekday(const char *word) {
    static const char *const days[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (strcmp(word, days[i]) == 0) return true;
    return false;
}

typedef enum DateShape { SHAPE_NONE, SHAPE_READ, SHAPE_SHORT_YEAR } DateShape;

/* Day, month and year as far as they are told; 0 otherwise. */
static DateShape shape_of(const Parts *parts, Date *date) {
    const Part *items = parts->items;
    size_t count = parts->count;
    *date = (Date){0};
    if (count > 1 && is_weekday(items[0].word)) {
        items++;
        count--;
    }
    for (size_t i = 0; i < count; i++)
        if ((i == 0 && *items[i].word && !month_of(items[i].word)) || (i > 1 && *items[i].word)) return SHAPE_NONE;
    if (count < 2 || count > 3 || (count == 3 && *items[0].word)) return SHAPE_NONE;
    const Part *year = &items[count - 1], *month = &items[count - 2];
    if (*year->word || year->mark) return SHAPE_NONE;
    date->month = *month->word ? month_of(month->word) : (int)month->number;
    if (*month->word && date->month == 0) return SHAPE_NONE;
    if (count == 3) date->day = items[0].digits <= 2 ? (int)items[0].number : 0;
    if (!*month->word && month->digits > 2) return SHAPE_NONE;
    if (count == 3 && (items[0].digits > 2 || items[0].digits == 0)) return SHAPE_NONE;
    date->year = (int)year->number;
    return year->digits == 4 ? SHAPE_READ : year->digits == 2 ? SHAPE_SHORT_YEAR : SHAPE_NONE;
}

static Misread out_of_calendar(void) {
    return (Misread){"n’est pas une date du calendrier entre 1800 et 2199",
                     "vérifiez le jour, le mois et l’année, dans cet ordre (12/03/2019)"};
}

/* As the JSON reader reads it: one place checks bounds. */
static Misread as_text(const Fact *fact, Arena *arena, Date date, Span *out) {
    bool right = date.year >= 1000 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 0 && date.day <= 31;
    if (!right) return out_of_calendar();
    const char *text = date.day ? arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day)
                                : arena_printf(arena, "%04d-%02d", date.year, date.month);
    if (!text) return (Misread){"ne peut pas être lue\u00a0: mémoire insuffisante", NULL};
    Misread misread = written_date(fact, arena, text, strlen(text), out);
    Day first, last;
    return misread.message && !day_read(text, strlen(text), &first, &last) ? out_of_calendar() : misread;
}

static bool all_digits(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!is_digit(text[i])) return false;
    return length > 0;
}

static Misread serial(const Fact *fact, Arena *arena, const char *text, Span *out) {
    long days = 0;
    for (; is_digit(*text); text++) days = days * 10 + (*text - '0');
    if (days < EXCEL_MIN || days > EXCEL_MAX)
        return (Misread){"n’est ni une date ni le numéro d’un jour d’Excel entre 1950 et 2100", "écrivez par exemple 12/03/2019"};
    char day[11];
    day_write((Day)(days - EXCEL_EPOCH), day);
    return written_date(fact, arena, day, strlen(day), out);
}

/* The hour of an export: midnight, or any hour that names no zone. */
static size_t without_hour(const char *text, size_t length) {
    if (length < 16) return length;
    const char *sign = memchr(text, ':', length);
    if (!sign || sign - text < 13) return length;
    size_t hour = (size_t)(sign - text) - 2;
    bool shaped = (text[hour - 1] == ' ' || text[hour - 1] == 'T' || text[hour - 1] == 't') && is_digit(text[hour]) &&
                  is_digit(text[hour + 1]);
    if (!shaped) return length;
    bool midnight = true;
    for (size_t i = hour; i < length; i++) {
        bool plain = is_digit(text[i]) || text[i] == ':' || text[i] == '.';
        if (!plain && !(text[i] == 'Z' && midnight && i + 1 == length)) return length;
        if (is_digit(text[i]) && text[i] != '0') midnight = false;
    }
    return hour - 1;
}

static Misread not_a_date(void) {
    return (Misread){"n’est pas une date",
                     "écrivez par exemple 12/03/2019, mars 2019, 2019-03-12, ou 2019 à défaut du jour et du mois"};
}

Misread sheet_date(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out) {
    char name[64], folded[64];
    length = without_hour(text, length);
    if (length == 6 && memcmp(text + 4, ".0", 2) == 0) length = 4; /* a year that went through a column of numbers */
    if (length >= sizeof name || memchr(text, '\0', length)) return not_a_date();
    memcpy(name, text, length);
    name[length] = '\0';
    if (all_digits(name, length) && length == 5) return serial(fact, arena, name, out);
    bool year_first = length >= 4 && all_digits(name, 4);
    if (year_first && length == 10 && name[4] == '/' && name[7] == '/') name[4] = name[7] = '-';
    bool iso = year_first && (length == 4 || name[4] == '-');
    if (iso) return written_date(fact, arena, name, length, out);
    for (size_t i = 0; i < length; i++)
        if (name[i] == '-') name[i] = '/';
    size_t size = text_fold(folded, sizeof folded, name);
    Parts parts = cut(folded, size);
    Date date;
    DateShape shape = parts.readable ? shape_of(&parts, &date) : SHAPE_NONE;
    if (shape == SHAPE_SHORT_YEAR)
        return (Misread){"a une année de deux chiffres, qui peut être de deux siècles",
                         "écrivez l’année en quatre chiffres\u00a0: 12/03/2019"};
    return shape == SHAPE_READ ? as_text(fact, arena, date, out) : not_a_date();
}
