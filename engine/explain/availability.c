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

bool availability_soon(const AvailabilityReport *availability, Day date) {
    return availability->state == AVAILABILITY_UPCOMING && availability->from &&
           availability->from_day <= day_add(date, (Duration){.months = SOON_MONTHS});
}

static void set_from(Arena *arena, AvailabilityReport *report, Day day) {
    char text[11];
    day_write(day, text);
    report->from_day = day;
    report->from = arena_copy(arena, text);
}

static void set_to(Arena *arena, AvailabilityReport *report, Day day) {
    char text[11];
    day_write(day, text);
    report->to_day = day;
    report->to = arena_copy(arena, text);
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

static AvailabilityReport yearly(const Dossier *dossier, const Attribute *calendar) {
    Arena *arena = dossier->arena;
    AvailabilityReport report = {.from_day = DAY_MIN, .to_day = DAY_MAX};
    int last = calendar->month_to ? calendar->month_to : calendar->month, year = date_from_day(dossier->date).year - 1;
    Day from, to;
    do {
        int end = last < calendar->month ? year + 1 : year;
        from = day_from_date((Date){year, calendar->month, 1});
        to = day_from_date((Date){end, last, date_month_length(end, last)});
        year++;
    } while (to < dossier->date);
    set_from(arena, &report, from);
    set_to(arena, &report, to);
    bool open = from <= dossier->date;
    report.state = open ? AVAILABILITY_OPEN : AVAILABILITY_UPCOMING;
    const char *call = yearly_call(arena, calendar);
    if (open) report.text = phrase_of(arena, call, COLON, "la période est en cours, dates exactes à vérifier", NULL);
    else report.text = phrase_of(arena, call, COLON, "le prochain est attendu en ", figure_month_year(arena, from), NULL);
    return report;
}

static AvailabilityReport window(const Dossier *dossier, const Attribute *calendar) {
    Arena *arena = dossier->arena;
    AvailabilityReport report = {.from_day = DAY_MIN, .to_day = DAY_MAX};
    if (calendar->from > DAY_MIN) set_from(arena, &report, calendar->from);
    if (calendar->to < DAY_MAX) set_to(arena, &report, calendar->to);
    if (report.from && dossier->date < calendar->from) {
        report.state = AVAILABILITY_UPCOMING;
        report.text = phrase_of(arena, "candidatures à partir du ", figure_date(arena, calendar->from),
                                report.to ? " et jusqu’au " : "", report.to ? figure_date(arena, calendar->to) : "", NULL);
    } else if (report.to && dossier->date > calendar->to) {
        report.state = AVAILABILITY_PAST;
        report.text = phrase_of(arena, "dernier appel connu clos le ", figure_date(arena, calendar->to),
                                SEMICOLON "les dates du suivant ne sont pas connues", NULL);
    } else {
        report.state = AVAILABILITY_OPEN;
        report.text = report.to
                          ? phrase_of(arena, "candidatures ouvertes jusqu’au ", figure_date(arena, calendar->to), " inclus", NULL)
                          : "candidatures ouvertes";
    }
    return report;
}

static AvailabilityReport planned(const Dossier *dossier, const Attribute *calendar) {
    AvailabilityReport report = {.state = AVAILABILITY_PLANNED, .from_day = DAY_MIN, .to_day = DAY_MAX};
    report.text = "dispositif encore en projet" SEMICOLON "ouverture à vérifier auprès de l’opérateur";
    if (calendar->from <= DAY_MIN) return report;
    set_from(dossier->arena, &report, calendar->from);
    report.text = phrase_of(dossier->arena, "dispositif encore en projet, annoncé à partir du ",
                            figure_date(dossier->arena, calendar->from), NULL);
    return report;
}

static const struct {
    AvailabilityState state;
    const char *text;
} undated[] = {
    [CALENDAR_PERMANENT] = {AVAILABILITY_OPEN, "mobilisable à tout moment"},
    [CALENDAR_ROLLING] = {AVAILABILITY_OPEN, "candidatures au fil de l’eau"},
    [CALENDAR_VARIABLE] = {AVAILABILITY_VARIABLE,
                           "appels à candidatures à dates variables" SEMICOLON "date du prochain à demander"},
    [CALENDAR_SILENT] = {AVAILABILITY_UNKNOWN, "le document ne dit rien du calendrier"},
};

static AvailabilityReport plain(const Dossier *dossier, const Attribute *calendar) {
    switch (calendar->calendar) {
    case CALENDAR_YEARLY: return yearly(dossier, calendar);
    case CALENDAR_WINDOW: return window(dossier, calendar);
    case CALENDAR_PLANNED: return planned(dossier, calendar);
    default: break;
    }
    AvailabilityReport report = {.state = undated[calendar->calendar].state, .from_day = DAY_MIN, .to_day = DAY_MAX};
    report.text = undated[calendar->calendar].text;
    return report;
}

static const char *window_words(Arena *arena, const Attribute *calendar) {
    bool from = calendar->from > DAY_MIN, to = calendar->to < DAY_MAX;
    if (from && to)
        return phrase_of(arena, "candidatures du ", figure_date(arena, calendar->from), " au ", figure_date(arena, calendar->to),
                         NULL);
    if (from) return phrase_of(arena, "candidatures à partir du ", figure_date(arena, calendar->from), NULL);
    return to ? phrase_of(arena, "candidatures jusqu’au ", figure_date(arena, calendar->to), NULL) : "candidatures ouvertes";
}

static const char *planned_words(Arena *arena, const Attribute *calendar) {
    if (calendar->from <= DAY_MIN) return "dispositif encore en projet";
    return phrase_of(arena, "dispositif encore en projet, annoncé à partir du ", figure_date(arena, calendar->from), NULL);
}

const char *availability_calendar(Arena *arena, const Attribute *calendar) {
    const char *words;
    if (calendar->calendar == CALENDAR_YEARLY) words = yearly_call(arena, calendar);
    else if (calendar->calendar == CALENDAR_WINDOW) words = window_words(arena, calendar);
    else if (calendar->calendar == CALENDAR_PLANNED) words = planned_words(arena, calendar);
    else words = undated[calendar->calendar].text;
    return calendar->text ? phrase_of(arena, words, " (", french_tidy(arena, calendar->text), ")", NULL) : words;
}

static AvailabilityReport told(const Dossier *dossier, const Attribute *calendar) {
    AvailabilityReport report = plain(dossier, calendar);
    if (calendar->text)
        report.text = phrase_of(dossier->arena, report.text, " (", french_tidy(dossier->arena, calendar->text), ")", NULL);
    return report;
}

static AvailabilityReport silent(const Dossier *dossier, const char *reason) {
    AvailabilityReport report = {.state = AVAILABILITY_UNKNOWN, .from_day = DAY_MIN, .to_day = DAY_MAX};
    report.text = undated[CALENDAR_SILENT].text;
    if (reason) report.text = phrase_of(dossier->arena, "calendrier inconnu" COLON, french_tidy(dossier->arena, reason), NULL);
    return report;
}

AvailabilityReport availability_of(const Dossier *dossier, const Attribute *calendar) {
    Readings readings = attribute_readings(dossier, calendar);
    if (readings.count == 0) return silent(dossier, readings.reason);
    AvailabilityReport all[READINGS_MAX];
    const char *texts[READINGS_MAX];
    bool agree = true;
    for (size_t i = 0; i < readings.count; i++) {
        all[i] = told(dossier, readings.items[i]);
        texts[i] = all[i].text;
        agree = agree && all[i].state == all[0].state && all[i].from_day == all[0].from_day && all[i].to_day == all[0].to_day;
    }
    if (readings.count == 1) return all[0];
    AvailabilityReport report = {.state = AVAILABILITY_UNKNOWN, .from_day = DAY_MIN, .to_day = DAY_MAX};
    if (agree) report = all[0];
    report.text = agree ? all[0].text
                        : phrase_of(dossier->arena, readings.divergent ? "les sources divergent" COLON : "selon le cas" COLON,
                                    french_list(dossier->arena, texts, readings.count, "ou"), NULL);
    return report;
}
