/* Time says when, a decision says with what, an approval says from when, or on what it hangs once a day has been said. */
#include "explain/change_words.h"

#include "base/number.h"
#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/moves.h"
#include "explain/situation.h"

#include <math.h>
#include <string.h>

const char *change_facts(Arena *arena, const ChangeReport *change) {
    Phrase phrase;
    const char *before = "{";
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < change->step_count; i++) {
        const ChangeStep *step = &change->steps[i];
        const bool time = step->means == MEANS_TIME;
        if (time && !step->supposed) continue;
        char number[NUMBER_TEXT_MAX];
        number_write(step->after, number);
        if (time) phrase_join(&phrase, before, "\"", step->name, "\":\"", step->supposed, "\"", NULL);
        else phrase_join(&phrase, before, "\"", step->name, "\":", step->test ? number : "true", NULL);
        before = ",";
    }
    phrase_join(&phrase, before[0] == '{' ? "{}" : "}", NULL);
    return phrase_text(&phrase);
}

/* On its very day « plus de 2 ans » is not yet true, and a document that may mean « au moins » is no longer against it. */
static bool on_the_limit(const Dossier *dossier, const ChangeReport *change, const Test *test) {
    const Span span = dossier_value(dossier, test->fact)->span;
    if (test->until || !test->low.tie_unknown || span.low != span.high) return false;
    return day_add((Day)span.low, test->low.duration) == change->day;
}

/* The first of the possible dates that still holds: the later the date, the later it closes. */
static Day first_holding(const Dossier *dossier, const Test *test, Span dates) {
    Day out = (Day)dates.low, in = (Day)dates.high;
    while (in - out > 1) {
        const Day middle = out + (in - out) / 2;
        if (move_turning(dossier, test, middle, TRUTH_FALSE) > dossier->date) in = middle;
        else out = middle;
    }
    return in;
}

/* « jusqu’au 4 décembre 2026 inclus (…) ». A date known in part gives the soonest and the latest: « … inclus au mieux (…) ; elle ne
 * vaut déjà plus si la date de cessation de paiements est antérieure au 9 octobre 2026 ». */
static const char *loss_words(const Dossier *dossier, const ChangeReport *change, const Test *test, const char *asked) {
    Arena *arena = dossier->arena;
    const Span dates = dossier_dates(dossier, test->fact);
    const Day latest = change->furthest;
    const char *last = figure_date(arena, change->day - 1);
    const bool today = change->day - 1 == dossier->date;
    if (!change->latest && today) return phrase_of(arena, "aujourd’hui seulement, ", last, " (", asked, ")", NULL);
    if (!change->latest) return phrase_of(arena, "jusqu’au ", last, " inclus (", asked, ")", NULL);
    if (!isfinite(dates.low) || latest == DAY_MAX)
        return phrase_of(arena, "jusqu’au ", last, change->day <= change->soonest ? " inclus au moins (" : " inclus au mieux (",
                         asked, ")", NULL);
    if (change->soonest > dossier->date)
        return phrase_of(arena, "jusqu’au ", figure_date(arena, change->soonest - 1), " inclus, ou au mieux jusqu’au ",
                         figure_date(arena, latest - 1), ", selon la date exacte (", asked, ")", NULL);
    const Fact *fact = dossier_fact(dossier, test->fact);
    return phrase_of(arena, "jusqu’au ", figure_date(arena, latest - 1), " inclus au mieux (", asked,
                     ")" SEMICOLON "elle ne vaut déjà plus si ", french_the(arena, fact->label, fact->gender, fact->plural),
                     " est antérieure au ", figure_date(arena, first_holding(dossier, test, dates)), NULL);
}

/* « entre le 2 janvier 2027 et le 1er janvier 2028, selon la date exacte »: by a date that is known in part, whose earliest end is
 * never told as the latest; « à partir d’un jour compris entre… » of what is then no longer excluded. */
static const char *days_words(const Dossier *dossier, const ChangeReport *change) {
    Arena *arena = dossier->arena;
    const char *day = figure_date(arena, change->day);
    const char *from = change->day == dossier->date + 1 ? "à partir de demain, " : "à partir du ";
    const bool between = change->soonest > DAY_MIN && change->furthest < DAY_MAX;
    if (!change->latest) return phrase_of(arena, from, day, NULL);
    if (between)
        return phrase_of(arena, change->kind == CHANGE_OPENING ? "à partir d’un jour compris " : "",
                         figure_between(arena, change->soonest, change->furthest), ", selon la date exacte", NULL);
    if (change->kind == CHANGE_GAIN) return phrase_of(arena, "au plus tard le ", day, NULL);
    return phrase_of(arena, "à partir du ", day, " au plus tôt, selon la date exacte", NULL);
}

static const char *time_words(const Dossier *dossier, const ChangeReport *change, const ChangeStep *step) {
    Arena *arena = dossier->arena;
    const char *asked = describe_asked(dossier, step->test);
    if (on_the_limit(dossier, change, step->test)) asked = phrase_of(arena, asked, COLON, SITUATION_AT_LIMIT, NULL);
    if (change->kind == CHANGE_LOSS) return loss_words(dossier, change, step->test, asked);
    return phrase_of(arena, days_words(dossier, change), change->question ? " (si le document se lit" COLON : " (", asked, ")",
                     NULL);
}

/* « dès la première embauche, déjà décidée »; NULL of any other step. */
static const char *first_job(const Dossier *dossier, const ChangeStep *step) {
    static const char staff[] = "effectif_salarie", hiring[] = "premier_emploi_prevu";
    if (step->before != 0 || step->after != 1 || strcmp(dossier_fact(dossier, step->fact)->name, staff) != 0) return NULL;
    const int decided = vocabulary_find(&dossier->rulebook->vocabulary, hiring, strlen(hiring));
    if (decided < 0) return "dès la première embauche";
    const Value *value = dossier_value(dossier, decided);
    return value_known(value) && bits_has(value->possible, CHOICE_OUI) ? "dès la première embauche, déjà décidée"
                                                                       : "dès la première embauche";
}

static const char *decision_words(const Dossier *dossier, const ChangeStep *step) {
    Arena *arena = dossier->arena;
    const Fact *fact = dossier_fact(dossier, step->fact);
    if (!step->test)
        return phrase_of(arena,
                         fact->plural                      ? "avec des "
                         : fact->gender == GENDER_FEMININE ? "avec une "
                                                           : "avec un ",
                         fact->label, NULL);
    const char *first = first_job(dossier, step);
    if (first) return first;
    const bool none = step->before == 0 && fact->unit_none;
    const char *before =
        none ? arena_text(arena, fact->unit_none, strcspn(fact->unit_none, " ")) : figure_number(arena, step->before);
    return phrase_of(arena, "avec ", figure_count(arena, step->after, fact->unit, fact->units), ", contre ", before ? before : "",
                     " aujourd’hui", NULL);
}

/* « dès l’obtention de l’agrément ESUS (demandé – dossier déposé en préfecture, 15 septembre 2026) »: what was asked for, and when,
 * is a fact of the structure too. */
static const char *approval_words(const Dossier *dossier, const ChangeStep *step, bool alone) {
    Arena *arena = dossier->arena;
    const Fact *fact = dossier_fact(dossier, step->fact);
    const int request = move_request(dossier, fact);
    const char *origin = request >= 0 ? describe_origin(dossier, request) : NULL;
    const char *asked = fact->gender == GENDER_FEMININE ? " (demandée – " : " (demandé – ";
    return phrase_of(arena, alone ? "dès l’obtention " : "sous réserve de l’obtention ",
                     french_of_the(arena, fact->label, fact->gender, fact->plural), origin ? asked : "", origin ? origin : "",
                     origin ? ")" : "", NULL);
}

static const char *step_words(const Dossier *dossier, const ChangeReport *change, const ChangeStep *step) {
    if (step->means == MEANS_TIME) return time_words(dossier, change, step);
    if (step->means == MEANS_DECISION) return decision_words(dossier, step);
    return approval_words(dossier, step, change->step_count == 1);
}

static bool call_runs(const AvailabilityReport *then) {
    return then->state == AVAILABILITY_OPEN && then->from && then->to;
}

/* « , pendant l’appel attendu en février 2027 si la date le permet, sinon pour celui de février 2028 »: no call is passed over that
 * the date, known in part, may leave open. NULL: there is but one. */
static const char *two_calls(Arena *arena, const ChangeReport *change) {
    const AvailabilityReport *sooner = &change->sooner, *then = &change->availability;
    const bool called = call_runs(sooner) || (sooner->state == AVAILABILITY_UPCOMING && sooner->from);
    const bool next = then->state == AVAILABILITY_UPCOMING && then->from;
    if (!change->latest || !called || !next || sooner->from_day >= then->from_day) return NULL;
    return phrase_of(arena, call_runs(sooner) ? ", pendant l’appel attendu en " : ", avant l’appel attendu en ",
                     figure_month_year(arena, sooner->from_day), " si la date le permet, sinon pour celui de ",
                     figure_month_year(arena, then->from_day), NULL);
}

/* What must be awaited after the day itself. */
static const char *call_words(const Dossier *dossier, const ChangeReport *change) {
    const AvailabilityReport *then = &change->availability;
    Arena *arena = dossier->arena;
    const bool in_time = change->from != NULL;
    const bool running = call_runs(then) && in_time;
    const bool unsure = change->kind == CHANGE_OPENING && change->latest && change->furthest == DAY_MAX;
    if (change->kind == CHANGE_LOSS || unsure) return "";
    const char *both = two_calls(arena, change);
    if (both) return both;
    if (running)
        return phrase_of(arena, ", pendant l’appel attendu en ", figure_month_year(arena, then->from_day), " (clôture à demander)",
                         NULL);
    if (then->state != AVAILABILITY_UPCOMING || !then->from) return "";
    return phrase_of(arena, in_time ? ", avant l’appel attendu en " : ", pour l’appel attendu en ",
                     figure_month_year(arena, then->from_day), NULL);
}

/* « , si elle intervient au plus tard le 20 janvier 2027 »: what time ends within a year is not gained by a later step. */
static const char *in_time_for(const Dossier *dossier, const ChangeReport *change) {
    const bool timed = change->step_count == 0 || change->steps[0].means == MEANS_TIME;
    if (change->kind == CHANGE_LOSS || timed || change->last > day_add(dossier->date, (Duration){.months = 12})) return "";
    const char *lead = change->steps[0].means == MEANS_APPROVAL ? ", si elle intervient au plus tard le " : ", au plus tard le ";
    return phrase_of(dossier->arena, lead, figure_date(dossier->arena, change->last), NULL);
}

const char *change_text(const Dossier *dossier, const ChangeReport *change) {
    static const char *const ends[] = {[CHANGE_GAIN] = "", [CHANGE_OPENING] = ", le reste étant à vérifier", [CHANGE_LOSS] = ""};
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (size_t i = 0; i < change->step_count; i++) {
        const ChangeStep *step = &change->steps[i];
        const char *link = i == 0 ? "" : step->means == MEANS_APPROVAL ? ", " : " et ";
        phrase_join(&phrase, link, step_words(dossier, change, step), NULL);
    }
    phrase_join(&phrase, in_time_for(dossier, change), call_words(dossier, change), change->question ? "" : ends[change->kind],
                NULL);
    return phrase_text(&phrase);
}
