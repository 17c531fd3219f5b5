/* A yearly call is known by its month only, so it runs from the first day of that month to the last: the sentence says the month
 * and never a day. Where readings disagree on the state, the state is unknown and all of them are told. */
#include "explain/availability.h"

#include "explain/figures.h"

#include <string.h>

#define SOON_MONTHS 3

const char *availability_code(AvailabilityState state) {
    static const char *const codes[] = {
        [AVAILABILITY_OPEN] = "open", [AVAILABILITY_UPCOMING] = "upcoming", [AVAILABILITY_VARIABLE] = "variable",
        [AVAILABILITY_PAST] = "past", [AVAILABILITY_PLANNED] = "planned",   [AVAILABILITY_UNKNOWN] = "unknown"};
    return codes[state];
}

bool availability_soon(const Opening *opening, Day date) {
    return opening->state == AVAILABILITY_UPCOMING && opening->from > DAY_MIN &&
           opening->from <= day_add(date, (Duration){.months = SOON_MONTHS});
}

/* ---- The days */

static Opening yearly_opening(const Attribute *calendar, Day date) {
    int last = calendar->month_to ? calendar->month_to : calendar->month, year = date_from_day(date).year - 1;
    Opening opening = {.silent = false};
    do {
        int end = last < calendar->month ? year + 1 : year;
        opening.from = day_from_date((Date){year, calendar->month, 1});
        opening.to = day_from_date((Date){end, last, date_month_length(end, last)});
        year++;
    } while (opening.to < date);
    opening.state = opening.from <= date ? AVAILABILITY_OPEN : AVAILABILITY_UPCOMING;
    return opening;
}

static Opening window_opening(const Attribute *calendar, Day date) {
    Opening opening = {.state = AVAILABILITY_OPEN, .from = calendar->from, .to = calendar->to};
    if (calendar->from > DAY_MIN && date < calendar->from) opening.state = AVAILABILITY_UPCOMING;
    else if (calendar->to < DAY_MAX && date > calendar->to) opening.state = AVAILABILITY_PAST;
    return opening;
}

static Opening plain_opening(const Attribute *calendar, Day date) {
    static const AvailabilityState undated[] = {[CALENDAR_PERMANENT] = AVAILABILITY_OPEN,
                                                [CALENDAR_ROLLING] = AVAILABILITY_OPEN,
                                                [CALENDAR_VARIABLE] = AVAILABILITY_VARIABLE,
                                                [CALENDAR_SILENT] = AVAILABILITY_UNKNOWN};
    switch (calendar->calendar) {
    case CALENDAR_YEARLY: return yearly_opening(calendar, date);
    case CALENDAR_WINDOW: return window_opening(calendar, date);
    case CALENDAR_PLANNED: return (Opening){AVAILABILITY_PLANNED, calendar->from, DAY_MAX, false};
    default:
        return (Opening){undated[calendar->calendar], DAY_MIN, DAY_MAX,
                         calendar->calendar == CALENDAR_PERMANENT && calendar->announced};
    }
}

static bool same_opening(const Opening *a, const Opening *b) {
    return a->state == b->state && a->from == b->from && a->to == b->to;
}

Opening availability_opening(const Readings *readings, Day date) {
    const Opening unknown = {AVAILABILITY_UNKNOWN, DAY_MIN, DAY_MAX, false};
    if (readings->count == 0) return unknown;
    const Opening first = plain_opening(readings->items[0], date);
    for (size_t i = 1; i < readings->count; i++) {
        const Opening other = plain_opening(readings->items[i], date);
        if (!same_opening(&first, &other)) return unknown;
    }
    return first;
}

/* ---- The words */

static const char *iso_day(Arena *arena, Day day, Day absent) {
    char text[11];
    if (day == absent) return NULL;
    day_write(day, text);
    return arena_copy(arena, text);
}

static const char *de_month(Arena *arena, int month) {
    return french_de(arena, figure_month(month));
}

/* « appel annuel en février », « appel annuel de février à mars » */
static const char *yearly_call(Arena *arena, const Attribute *calendar) {
    if (calendar->month_to == 0 || calendar->month_to == calendar->month)
        return phrase_of(arena, "appel à candidatures annuel en ", figure_month(calendar->month), NULL);
    return phrase_of(arena, "appel à candidatures annuel ", de_month(arena, calendar->month), " à ",
                     figure_month(calendar->month_to), NULL);
}

static const char *yearly_text(Arena *arena, const Attribute *calendar, const Opening *opening) {
    const char *call = yearly_call(arena, calendar);
    if (opening->state == AVAILABILITY_OPEN)
        return phrase_of(arena, call, COLON, "la période est en cours, dates exactes à vérifier", NULL);
    return phrase_of(arena, call, AVAILABILITY_NEXT, figure_month_year(arena, opening->from), NULL);
}

/* Is it past, and are these the same months of a later year? */
static bool same_season(const Opening *opening, Day date) {
    const int years = date_from_day(date).year - date_from_day(opening->from).year;
    if (opening->state != AVAILABILITY_PAST || opening->from <= DAY_MIN || opening->to >= DAY_MAX) return false;
    for (int later = years - 1; later <= years; later++) {
        const Duration gone = {.months = later * 12};
        if (later > 0 && day_add(opening->from, gone) <= date && date <= day_add(opening->to, gone)) return true;
    }
    return false;
}

/* Only a period is known: its days are the widest that its words allow, and no sentence may give them for a deadline. */
static const char *announced_text(Arena *arena, const Attribute *calendar, const Opening *opening, Day date) {
    static const char *const rest[] = {
        [AVAILABILITY_UPCOMING] = SEMICOLON "dates exactes à vérifier",
        [AVAILABILITY_OPEN] = SEMICOLON "cette période est en cours, dates exactes à vérifier",
        [AVAILABILITY_PAST] = SEMICOLON "cette période est passée" AVAILABILITY_TO_ASK,
    };
    const char *lead = opening->state == AVAILABILITY_PAST ? "le document annonçait un appel " : "le document annonce un appel ";
    const char *again = same_season(opening, date) ? SEMICOLON
                            "aux mêmes mois de cette année, un autre peut être en cours, à demander sans attendre"
                                                   : rest[opening->state];
    return phrase_of(arena, lead, french_tidy(arena, calendar->announced), again, NULL);
}

static const char *window_text(Arena *arena, const Attribute *calendar, const Opening *opening, Day date) {
    if (calendar->announced) return announced_text(arena, calendar, opening, date);
    const char *to = opening->to < DAY_MAX ? figure_date(arena, opening->to) : NULL;
    if (opening->state == AVAILABILITY_UPCOMING)
        return phrase_of(arena, "candidatures à partir du ", figure_date(arena, opening->from), to ? " et jusqu’au " : "",
                         to ? to : "", NULL);
    if (opening->state == AVAILABILITY_PAST)
        return phrase_of(arena, "dernier appel connu clos le ", to, SEMICOLON "les dates du suivant ne sont pas connues", NULL);
    return to ? phrase_of(arena, "candidatures ouvertes jusqu’au ", to, " inclus", NULL) : "candidatures ouvertes";
}

static const char *planned_text(Arena *arena, const Attribute *calendar, const Opening *opening) {
    if (calendar->announced)
        return phrase_of(arena, french_tidy(arena, calendar->announced),
                         ", selon le document" SEMICOLON "ouverture à vérifier auprès de l’opérateur", NULL);
    if (opening->from <= DAY_MIN)
        return "dispositif en projet selon le document" SEMICOLON "ouverture à vérifier auprès de l’opérateur";
    return phrase_of(arena, "dispositif encore en projet, annoncé à partir du ", figure_date(arena, opening->from), NULL);
}

static const char variable_dates[] = "appels à candidatures à dates variables" SEMICOLON "date du prochain à demander";

static const char *const undated[] = {
    [CALENDAR_PERMANENT] = "mobilisable à tout moment",
    [CALENDAR_ROLLING] = "candidatures au fil de l’eau",
    [CALENDAR_VARIABLE] = variable_dates,
    [CALENDAR_SILENT] = "le document ne dit rien du calendrier",
};

static const char *undated_text(Arena *arena, const Attribute *calendar) {
    return calendar->announced ? french_tidy(arena, calendar->announced) : undated[calendar->calendar];
}

static const char *plain_text(Arena *arena, const Attribute *calendar, const Opening *opening, Day date) {
    switch (calendar->calendar) {
    case CALENDAR_YEARLY: return yearly_text(arena, calendar, opening);
    case CALENDAR_WINDOW: return window_text(arena, calendar, opening, date);
    case CALENDAR_PLANNED: return planned_text(arena, calendar, opening);
    default: return undated_text(arena, calendar);
    }
}

static const char *window_words(Arena *arena, const Attribute *calendar) {
    bool from = calendar->from > DAY_MIN, to = calendar->to < DAY_MAX;
    if (calendar->announced) return phrase_of(arena, "appel à candidatures ", french_tidy(arena, calendar->announced), NULL);
    if (from && to)
        return phrase_of(arena, "candidatures du ", figure_date(arena, calendar->from), " au ", figure_date(arena, calendar->to),
                         NULL);
    if (from) return phrase_of(arena, "candidatures à partir du ", figure_date(arena, calendar->from), NULL);
    return to ? phrase_of(arena, "candidatures jusqu’au ", figure_date(arena, calendar->to), NULL) : "candidatures ouvertes";
}

static const char *planned_words(Arena *arena, const Attribute *calendar) {
    if (calendar->announced) return french_tidy(arena, calendar->announced);
    if (calendar->from <= DAY_MIN) return "dispositif en projet selon le document";
    return phrase_of(arena, "dispositif encore en projet, annoncé à partir du ", figure_date(arena, calendar->from), NULL);
}

const char *availability_calendar(Arena *arena, const Attribute *calendar) {
    const char *words;
    if (calendar->calendar == CALENDAR_YEARLY) words = yearly_call(arena, calendar);
    else if (calendar->calendar == CALENDAR_WINDOW) words = window_words(arena, calendar);
    else if (calendar->calendar == CALENDAR_PLANNED) words = planned_words(arena, calendar);
    else words = undated_text(arena, calendar);
    return calendar->text ? phrase_of(arena, words, " (", french_tidy(arena, calendar->text), ")", NULL) : words;
}

static const char *told(const Dossier *dossier, const Attribute *calendar) {
    const Opening opening = plain_opening(calendar, dossier->date);
    const char *text = plain_text(dossier->arena, calendar, &opening, dossier->date);
    return calendar->text ? phrase_of(dossier->arena, text, " (", french_tidy(dossier->arena, calendar->text), ")", NULL) : text;
}

static const char *silence(const Dossier *dossier, const char *reason) {
    return reason ? phrase_of(dossier->arena, "calendrier non précisé" COLON, french_tidy(dossier->arena, reason), NULL)
                  : undated[CALENDAR_SILENT];
}

/* The readings as the structure meets them: one text where they agree, else all. */
static const char *told_all(const Dossier *dossier, const Readings *readings) {
    const char *texts[READINGS_MAX];
    const Opening first = plain_opening(readings->items[0], dossier->date);
    bool agree = true;
    for (size_t i = 0; i < readings->count; i++) {
        const Opening other = plain_opening(readings->items[i], dossier->date);
        texts[i] = told(dossier, readings->items[i]);
        agree = agree && same_opening(&first, &other);
    }
    return agree ? texts[0]
                 : phrase_of(dossier->arena, readings->divergent ? "les sources divergent" COLON : "selon le cas" COLON,
                             french_list(dossier->arena, texts, readings->count, "ou"), NULL);
}

AvailabilityReport availability_of(const Dossier *dossier, const Attribute *calendar) {
    const Readings readings = attribute_readings(dossier_truths(dossier), calendar);
    const Opening opening = availability_opening(&readings, dossier->date);
    const bool days = readings.count > 0 && !readings.items[0]->announced; /* or the document gave none */
    return (AvailabilityReport){.state = opening.state,
                                .from = days ? iso_day(dossier->arena, opening.from, DAY_MIN) : NULL,
                                .to = days ? iso_day(dossier->arena, opening.to, DAY_MAX) : NULL,
                                .from_day = opening.from,
                                .to_day = opening.to,
                                .text = readings.count ? told_all(dossier, &readings) : silence(dossier, readings.reason)};
}
