/* Calendars: when one can enter a programme. */
#include "rules/words.h"

#include <math.h>
#include <string.h>

static const char *const months[] = {"janvier", "février",   "mars",    "avril",    "mai",      "juin", "juillet",
                                     "août",    "septembre", "octobre", "novembre", "décembre", NULL};

static Attribute *open_calendar(lua_State *L, Reading *reading, const char *word, const char *const *keys, CalendarKind kind) {
    if (!reading_open(reading, L, 1, word, script_line(L), keys, 0)) return NULL;
    Attribute *calendar = script_new(L, sizeof *calendar);
    *calendar = (Attribute){.kind = ATTRIBUTE_PLAIN, .minimum = NAN, .maximum = NAN, .calendar = kind, .line = reading->line};
    calendar->from = DAY_MIN;
    calendar->to = DAY_MAX;
    calendar->text = reading_text(reading, "texte", false);
    calendar->grounds = reading_grounds(reading);
    return calendar;
}

#define CALENDAR_KEYS "texte", "source", "infere", "prime_sur", NULL

static int push_simple(lua_State *L, const char *word, CalendarKind kind) {
    static const char *const keys[] = {CALENDAR_KEYS};
    Reading reading;
    Attribute *calendar = open_calendar(L, &reading, word, keys, kind);
    if (!calendar) return object_push_broken(L);
    object_push(L, OBJECT_CALENDAR, word, reading.line, calendar);
    return 1;
}

int word_permanent(lua_State *L) {
    static const char *const keys[] = {"annonce", CALENDAR_KEYS};
    Reading reading;
    Attribute *calendar = open_calendar(L, &reading, "permanent", keys, CALENDAR_PERMANENT);
    if (!calendar) return object_push_broken(L);
    calendar->announced = reading_text(&reading, "annonce", false);
    object_push(L, OBJECT_CALENDAR, "permanent", reading.line, calendar);
    return 1;
}

int word_au_fil_de_l_eau(lua_State *L) {
    return push_simple(L, "au_fil_de_l_eau", CALENDAR_ROLLING);
}

int word_dates_variables(lua_State *L) {
    return push_simple(L, "dates_variables", CALENDAR_VARIABLE);
}

static int read_month(const Reading *reading, const char *key, bool required) {
    const char *text = reading_text(reading, key, required);
    char folded[32], name[32];
    if (!text) return 0;
    text_fold(folded, sizeof folded, text);
    for (int i = 0; months[i]; i++) {
        text_fold(name, sizeof name, months[i]);
        if (strcmp(folded, name) == 0) return i + 1;
    }
    spot_report(spot_value(reading, key), "AZ223", advise_nearest(reading->L, text, months), "« %s » n’est pas un mois", text);
    return 0;
}

int word_chaque_annee(lua_State *L) {
    static const char *const keys[] = {"mois", "a", CALENDAR_KEYS};
    Reading reading;
    Attribute *calendar = open_calendar(L, &reading, "chaque_annee", keys, CALENDAR_YEARLY);
    if (!calendar) return object_push_broken(L);
    calendar->month = read_month(&reading, "mois", true);
    calendar->month_to = read_month(&reading, "a", false);
    if (!calendar->month) return object_push_broken(L);
    object_push(L, OBJECT_CALENDAR, "chaque_annee", reading.line, calendar);
    return 1;
}

int word_periode(lua_State *L) {
    static const char *const keys[] = {"du", "au", "annonce", CALENDAR_KEYS};
    Reading reading;
    Attribute *calendar = open_calendar(L, &reading, "periode", keys, CALENDAR_WINDOW);
    if (!calendar) return object_push_broken(L);
    bool from = reading_day(&reading, "du", &calendar->from), to = reading_day(&reading, "au", &calendar->to);
    if (!reading_has(&reading, "du") && !reading_has(&reading, "au"))
        spot_report(spot_table(&reading), "AZ202", "periode { du = \"2026-09-01\", au = \"2026-12-15\", source = … }",
                    "« periode » demande « du », « au » ou les deux");
    if (from && to && calendar->from > calendar->to)
        spot_report(spot_key(&reading, "du"), "AZ209", "échanger du et au", "la période finit avant de commencer");
    calendar->announced = reading_text(&reading, "annonce", false);
    object_push(L, OBJECT_CALENDAR, "periode", reading.line, calendar);
    return 1;
}

int word_en_projet(lua_State *L) {
    static const char *const keys[] = {"a_partir_de", "annonce", CALENDAR_KEYS};
    Reading reading;
    Attribute *calendar = open_calendar(L, &reading, "en_projet", keys, CALENDAR_PLANNED);
    if (!calendar) return object_push_broken(L);
    reading_day(&reading, "a_partir_de", &calendar->from);
    calendar->announced = reading_text(&reading, "annonce", false);
    object_push(L, OBJECT_CALENDAR, "en_projet", reading.line, calendar);
    return 1;
}
