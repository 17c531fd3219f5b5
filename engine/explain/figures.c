/* Numbers are written from their hundredths, as an integer: no printf of a double, hence no locale. An open end of a span is found
 * again from the next double (knowledge/value), so « plus de 300 000 € » stays as it was declared. */
#include "explain/figures.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define NEARLY_DAYS 5 /* short of a whole month, nobody says « 4 mois et 30 jours » */

static const char *grouped(Arena *arena, uint64_t whole) {
    char figures[24 + 8 * sizeof THIN], *at = figures + sizeof figures - 1; /* from the last to the first */
    *at = '\0';
    for (size_t count = 1;; count++) {
        *--at = (char)('0' + whole % 10);
        if ((whole /= 10) == 0) break;
        if (count % 3 == 0) at = memcpy(at - (sizeof THIN - 1), THIN, sizeof THIN - 1);
    }
    return phrase_of(arena, at, NULL);
}

static const char *hundredths(Arena *arena, double value, bool both) {
    double size = fabs(value);
    if (!(size <= NUMBER_EXACT_MAX)) return value > 0 ? "l’infini" : "moins l’infini";
    uint64_t scaled = (uint64_t)(size * 100.0 + 0.5), cents = scaled % 100;
    Phrase phrase;
    phrase_init(&phrase, arena);
    if (value < 0 && scaled > 0) phrase_add(&phrase, "−");
    phrase_add(&phrase, grouped(arena, scaled / 100));
    if (cents > 0) {
        char figures[4] = {',', (char)('0' + cents / 10), (char)('0' + cents % 10), '\0'};
        if (!both && cents % 10 == 0) figures[2] = '\0';
        phrase_add(&phrase, figures);
    }
    return phrase_text(&phrase);
}

const char *figure_number(Arena *arena, double value) {
    return hundredths(arena, value, false);
}

const char *figure_money(Arena *arena, double value) {
    return phrase_of(arena, hundredths(arena, value, true), NBSP "€", NULL);
}

bool figure_plural(double count) {
    return fabs(count) >= 2;
}

const char *figure_count(Arena *arena, double count, const char *unit, const char *units) {
    if (!unit) return figure_number(arena, count);
    if (strcmp(unit, "€") == 0) return figure_money(arena, count);
    return phrase_of(arena, figure_number(arena, count), NBSP, figure_plural(count) && units ? units : unit, NULL);
}

const char *figure_month(int month) {
    static const char *const names[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
    return month >= 1 && month <= 12 ? names[month - 1] : "";
}

static const char *text_or_empty(const char *text) {
    return text ? text : "";
}

/* A small count, not grouped: a day, a year. */
static const char *plain_digits(Arena *arena, int count) {
    char digits[12], *at = digits + sizeof digits;
    unsigned rest = count < 0 ? 0 : (unsigned)count;
    *--at = '\0';
    do *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    return phrase_of(arena, at, NULL);
}

const char *figure_date(Arena *arena, Day day) {
    Date date = date_from_day(day);
    return phrase_of(arena, plain_digits(arena, date.day), date.day == 1 ? "er " : " ", figure_month(date.month), " ",
                     plain_digits(arena, date.year), NULL);
}

const char *figure_month_year(Arena *arena, Day day) {
    Date date = date_from_day(day);
    return text_or_empty(arena_printf(arena, "%s %d", figure_month(date.month), date.year));
}

static const char *years(Arena *arena, int count) {
    return phrase_of(arena, plain_digits(arena, count), count >= 2 ? NBSP "ans" : NBSP "an", NULL);
}

static const char *months(Arena *arena, int count) {
    return phrase_of(arena, plain_digits(arena, count), NBSP "mois", NULL);
}

static const char *days(Arena *arena, int count) {
    return phrase_of(arena, plain_digits(arena, count), count >= 2 ? NBSP "jours" : NBSP "jour", NULL);
}

static const char *years_and_months(Arena *arena, int count) {
    if (count < 12) return months(arena, count);
    if (count % 12 == 0) return years(arena, count / 12);
    return phrase_of(arena, years(arena, count / 12), " et ", months(arena, count % 12), NULL);
}

const char *figure_duration(Arena *arena, Duration duration, bool plain) {
    if (duration.days != 0 || duration.months == 0) return days(arena, duration.days);
    if (plain && duration.months % 12 != 0) return months(arena, duration.months);
    return years_and_months(arena, duration.months);
}

const char *figure_elapsed(Arena *arena, Day from, Day to) {
    Date a = date_from_day(from), b = date_from_day(to);
    int whole = (b.year - a.year) * 12 + (b.month - a.month);
    while (whole > 0 && day_add(from, (Duration){.months = whole}) > to) whole--;
    if (whole < 2) return days(arena, (int)(to - from));
    int rest = (int)(to - day_add(from, (Duration){.months = whole}));
    if (rest == 0 || (whole >= 12 && whole % 12 != 0)) return years_and_months(arena, whole);
    if (whole >= 12) return phrase_of(arena, years(arena, whole / 12), " et ", days(arena, rest), NULL);
    if (day_add(from, (Duration){.months = whole + 1}) - to <= NEARLY_DAYS)
        return phrase_of(arena, "un peu moins de ", months(arena, whole + 1), NULL);
    return phrase_of(arena, months(arena, whole), " et ", days(arena, rest), NULL);
}

static const char *until(Arena *arena, const char *date, Day from, Day day) {
    if (day == from) return phrase_of(arena, date, ", aujourd’hui même", NULL);
    if (day == from + 1) return phrase_of(arena, date, ", demain", NULL);
    return phrase_of(arena, date, ", dans ", figure_duration(arena, (Duration){.days = day - from}, true), NULL);
}

const char *figure_until(Arena *arena, Day from, Day day, bool earliest) {
    return until(arena, phrase_of(arena, figure_date(arena, day), earliest ? " au plus tôt" : "", NULL), from, day);
}

const char *figure_court_day(Arena *arena, Day day) {
    static const char *const closed[] = {[DAY_SATURDAY] = " (un samedi)", [DAY_SUNDAY] = " (un dimanche)"};
    const int weekday = day_of_week(day);
    return weekday >= DAY_SATURDAY ? phrase_of(arena, figure_date(arena, day), closed[weekday], NULL) : figure_date(arena, day);
}

const char *figure_last_day(Arena *arena, Day from, Day day, bool earliest) {
    const char *date = figure_court_day(arena, day);
    return until(arena, earliest ? phrase_of(arena, date, " au plus tôt", NULL) : date, from, day);
}

static bool first_of_month(Date date) {
    return date.day == 1;
}

static bool last_of_month(Date date) {
    return date.day == date_month_length(date.year, date.month);
}

const char *figure_between(Arena *arena, Day low, Day high) {
    const Date a = date_from_day(low), b = date_from_day(high);
    const char *first = figure_date(arena, low);
    if (a.year == b.year)
        first = phrase_of(arena, plain_digits(arena, a.day), a.day == 1 ? "er" : "", a.month == b.month ? "" : " ",
                          a.month == b.month ? "" : figure_month(a.month), NULL);
    return phrase_of(arena, "entre le ", first, " et le ", figure_date(arena, high), NULL);
}

static const char *between_days(Arena *arena, Day low, Day high) {
    Date a = date_from_day(low), b = date_from_day(high);
    if (low == high) return phrase_of(arena, "le ", figure_date(arena, low), NULL);
    bool whole_months = first_of_month(a) && last_of_month(b), whole_years = whole_months && a.month == 1 && b.month == 12;
    if (whole_years && a.year == b.year) return text_or_empty(arena_printf(arena, "en %d", a.year));
    if (whole_years) return text_or_empty(arena_printf(arena, "entre %d et %d", a.year, b.year));
    if (whole_months && a.year == b.year && a.month == b.month) return phrase_of(arena, "en ", figure_month_year(arena, low), NULL);
    if (whole_months)
        return phrase_of(arena, "entre ", figure_month_year(arena, low), " et ", figure_month_year(arena, high), NULL);
    return figure_between(arena, low, high);
}

const char *figure_when(Arena *arena, Span span) {
    bool open_low = !(span.low > DAY_MIN), open_high = !(span.high < DAY_MAX);
    if (open_low && open_high) return "à une date inconnue";
    if (open_low) return phrase_of(arena, "au plus tard le ", figure_date(arena, (Day)span.high), NULL);
    if (open_high) return phrase_of(arena, "à partir du ", figure_date(arena, (Day)span.low), NULL);
    return between_days(arena, (Day)span.low, (Day)span.high);
}

const char *figure_range(Arena *arena, Span span, double minimum, double maximum, const char *unit, const char *units) {
    if (span.low == span.high) return figure_count(arena, span.low, unit, units);
    double low = span.low, high = span.high;
    bool bounded_low = low > minimum, bounded_high = high < maximum;
    bool above = bounded_low && span_open_low(span, &low), below = bounded_high && span_open_high(span, &high);
    if (!bounded_low && !bounded_high) return "";
    if (!bounded_high) return phrase_of(arena, above ? "plus de " : "au moins ", figure_count(arena, low, unit, units), NULL);
    if (!bounded_low) return phrase_of(arena, below ? "moins de " : "au plus ", figure_count(arena, high, unit, units), NULL);
    if (above || below)
        return phrase_of(arena, above ? "plus de " : "au moins ", figure_number(arena, low), " et ",
                         below ? "moins de " : "au plus ", figure_count(arena, high, unit, units), NULL);
    return phrase_of(arena, "de ", figure_number(arena, low), " à ", figure_count(arena, high, unit, units), NULL);
}
