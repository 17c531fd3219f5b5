/* One small pair of functions per key, in a table by name: a policy reorders them freely, and a new key is one more line. */
#include "explain/ranking_keys.h"

#include "base/text.h"
#include "explain/attribute.h"
#include "explain/availability.h"
#include "explain/figures.h"
#include "explain/ranking.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#define SPECIALITY_COLUMNS 60 /* a longer one breaks the clause that holds it */
#define UNTOLD_DAYS 100000    /* a course of unknown length comes after those whose length is known */

static bool holds(const Dossier *dossier, const Node *node) {
    return node && dossier_truth(dossier, node) == TRUTH_TRUE;
}

bool ranking_urgent(const Dossier *dossier, const Programme *programme) {
    return holds(dossier, programme->urgent) && !holds(dossier, programme->urgent_unless);
}

static long urgency(const Dossier *dossier, const ProgrammeReport *report) {
    return ranking_urgent(dossier, report->programme) ? report->programme->urgent_rank : INT_MAX;
}

static const char *urgency_words(const Dossier *dossier, const ProgrammeReport *report) {
    if (!ranking_urgent(dossier, report->programme)) return "sans échéance légale";
    const char *reason = report->programme->urgent_reason;
    if (!reason) return "soumis à une échéance légale";
    return phrase_of(dossier->arena, "urgent (", french_tidy(dossier->arena, reason), ")", NULL);
}

/* A programme still in project answers no need today, however well it would: it never stands first. */
static long relevance(const Dossier *dossier, const ProgrammeReport *report) {
    (void)dossier;
    if (report->availability.state == AVAILABILITY_PLANNED) return 2;
    return report->outcome.relevance == RELEVANCE_STRONG ? 0 : 1;
}

static const char *relevance_words(const Dossier *dossier, const ProgrammeReport *report) {
    static const char *const words[] = {"directement", "en partie seulement", "plus tard seulement"};
    return words[relevance(dossier, report)];
}

static long certainty(const Dossier *dossier, const ProgrammeReport *report) {
    (void)dossier;
    if (report->outcome.verdict != VERDICT_ELIGIBLE) return 2;
    return report->outcome.under_reserve ? 1 : 0;
}

static const char *certainty_words(const Dossier *dossier, const ProgrammeReport *report) {
    static const char *const words[] = {"accessible au vu des critères publiés", "accessible sous réserve", "encore à vérifier"};
    return words[certainty(dossier, report)];
}

/* A document silent on the calendar closes nothing: it counts as open. */
static long openness(const Dossier *dossier, const ProgrammeReport *report) {
    static const long order[] = {[AVAILABILITY_OPEN] = 0,    [AVAILABILITY_UPCOMING] = 4, [AVAILABILITY_VARIABLE] = 3,
                                 [AVAILABILITY_UNKNOWN] = 0, [AVAILABILITY_PAST] = 5,     [AVAILABILITY_PLANNED] = 6};
    return availability_soon(&report->availability, dossier->date) ? 1 : order[report->availability.state];
}

static const char *openness_words(const Dossier *dossier, const ProgrammeReport *report) {
    static const char *const words[] = {[AVAILABILITY_OPEN] = "ouvert",
                                        [AVAILABILITY_UPCOMING] = "ouvert seulement plus tard",
                                        [AVAILABILITY_VARIABLE] = "ouvert à des dates variables",
                                        [AVAILABILITY_PAST] = "clos pour le dernier appel connu",
                                        [AVAILABILITY_PLANNED] = "encore en projet",
                                        [AVAILABILITY_UNKNOWN] = "sans calendrier connu"};
    const AvailabilityReport *availability = &report->availability;
    if (availability->state == AVAILABILITY_UPCOMING && availability->from)
        return phrase_of(dossier->arena, "attendu en ", figure_month_year(dossier->arena, availability->from_day), NULL);
    return words[availability->state];
}

static long speciality(const Dossier *dossier, const ProgrammeReport *report) {
    (void)dossier;
    const Programme *programme = report->programme;
    return programme->safety_net ? 2 : programme->generalist ? 1 : 0;
}

static const char *speciality_words(const Dossier *dossier, const ProgrammeReport *report) {
    long kind = speciality(dossier, report);
    if (kind == 2) return "généraliste et ouvert à toutes les situations";
    if (kind == 1) return "généraliste";
    const char *field = report->programme->speciality;
    bool brief = field && utf8_width(field, strlen(field)) <= SPECIALITY_COLUMNS;
    return brief ? phrase_of(dossier->arena, "spécialisé (", french_tidy(dossier->arena, field), ")", NULL) : "spécialisé";
}

/* 0: departements, 1: regions, 2: nation; from the narrowest test of the seat among the conditions. */
static long nearness(const Dossier *dossier, const Node *node) {
    if (!node) return 2;
    if (node->kind == NODE_TEST && node->test.fact == dossier->rulebook->vocabulary.siege && !node->test.negated) {
        for (size_t i = 0; i < node->test.place_count; i++)
            if (node->test.places[i].level == PLACE_REGION) return 1;
        return node->test.place_count > 0 ? 0 : 2;
    }
    long best = 2;
    for (size_t i = 0; i < node->part_count; i++) {
        long part = nearness(dossier, node->parts[i]);
        if (part < best) best = part;
    }
    return best;
}

static bool surely_in(const Dossier *dossier, const char *fact_name, const char *choice_name) {
    int fact = vocabulary_find(&dossier->rulebook->vocabulary, fact_name, strlen(fact_name));
    if (fact < 0 || dossier->values[fact].shape != SHAPE_SET) return false;
    int choice = fact_choice(dossier_fact(dossier, fact), choice_name, strlen(choice_name));
    return choice >= 0 && bits_has(dossier->values[fact].sure, (size_t)choice);
}

static bool surely_true(const Dossier *dossier, const char *fact_name) {
    int fact = vocabulary_find(&dossier->rulebook->vocabulary, fact_name, strlen(fact_name));
    if (fact < 0 || dossier_fact(dossier, fact)->type != FACT_BOOLEAN) return false;
    return !bits_has(dossier->values[fact].possible, CHOICE_NON);
}

static bool several_regions(const Dossier *dossier) {
    const Territory *territory = &dossier->rulebook->vocabulary.territory;
    int fact = vocabulary_find(&dossier->rulebook->vocabulary, "territoires_projet", strlen("territoires_projet"));
    if (fact < 0 || dossier->values[fact].shape != SHAPE_SET) return false;
    size_t touched = 0;
    for (size_t i = 0; i < territory->region_count; i++)
        touched += bits_meet(territory->regions[i].departements, dossier->values[fact].sure, territory->words);
    return touched > 1;
}

/* A model that is being copied to other regions is better served by a national programme than by its neighbour. */
static bool spreading(const Dossier *dossier) {
    return surely_in(dossier, "strategies", "duplication") && (several_regions(dossier) || surely_true(dossier, "essaimage"));
}

static long proximity(const Dossier *dossier, const ProgrammeReport *report) {
    long near = nearness(dossier, report->programme->conditions);
    return spreading(dossier) ? -near : near;
}

static const char *proximity_words(const Dossier *dossier, const ProgrammeReport *report) {
    static const char *const words[] = {"propre à certains départements", "propre à certaines régions", "de portée nationale"};
    return words[nearness(dossier, report->programme->conditions)];
}

static long commonality(const Dossier *dossier, const ProgrammeReport *report) {
    (void)dossier;
    return report->programme->common_law && !report->programme->only_common_law;
}

static const char *commonality_words(const Dossier *dossier, const ProgrammeReport *report) {
    if (commonality(dossier, report)) return "de droit commun";
    return report->programme->common_law ? "de droit commun, sans équivalent dans l’ESS" : "propre à l’ESS";
}

/* « 45 jours » and « 3 mois » on one scale, in days; -1 when the document gives no figure. */
static long course_days(const Dossier *dossier, const Attribute *duration) {
    static const struct {
        const char *unit;
        double days;
    } units[] = {{"jour", 1}, {"semaine", 7}, {"mois", 30}, {"an", 365}};
    Readings readings = attribute_readings(dossier, duration);
    double low = 0, high = 0;
    if (!attribute_figures(dossier, duration, &low, &high) || !(high < 10000)) return -1;
    const char *unit = readings.items[0]->unit;
    for (size_t i = 0; unit && i < sizeof units / sizeof *units; i++)
        if (strncmp(unit, units[i].unit, strlen(units[i].unit)) == 0) return (long)ceil(high * units[i].days);
    return -1;
}

/* Days asked beyond those available count first, then the length of the course. */
static long proportion(const Dossier *dossier, const ProgrammeReport *report) {
    int fact = vocabulary_find(&dossier->rulebook->vocabulary, "disponibilite_jours_mois", strlen("disponibilite_jours_mois"));
    double asked = report->programme->days_per_month;
    long excess = 0, days = course_days(dossier, report->programme->duration);
    if (fact >= 0 && !isnan(asked) && isfinite(dossier->values[fact].span.high) && asked > dossier->values[fact].span.high)
        excess = (long)ceil(asked - dossier->values[fact].span.high);
    return excess * 10000000 + (days > 0 ? days : UNTOLD_DAYS);
}

static const char *proportion_words(const Dossier *dossier, const ProgrammeReport *report) {
    Arena *arena = dossier->arena;
    const char *duration = attribute_words(dossier, report->programme->duration);
    double asked = report->programme->days_per_month;
    const char *days = isnan(asked) ? NULL : phrase_of(arena, figure_count(arena, asked, "jour", "jours"), " par mois", NULL);
    if (days && duration) return phrase_of(arena, days, " pendant ", duration, NULL);
    if (days) return days;
    return duration ? phrase_of(arena, "un parcours de ", duration, NULL) : "un engagement que le document ne chiffre pas";
}

static Truth modality(const Programme *programme, const char *name) {
    for (size_t i = 0; i < programme->modality_count; i++)
        if (strcmp(programme->modalities[i].name, name) == 0) return programme->modalities[i].present;
    return TRUTH_UNKNOWN;
}

static long price(const Dossier *dossier, const ProgrammeReport *report) {
    double low = 0, high = 0;
    bool said = attribute_figures(dossier, report->programme->cost, &low, &high);
    if (modality(report->programme, "gratuit") == TRUTH_TRUE || (said && high == 0)) return 0;
    if (!said) return 1;
    return 2 + (high < 1000000 ? (long)high : 1000000);
}

static const char *price_words(const Dossier *dossier, const ProgrammeReport *report) {
    if (price(dossier, report) == 0) return "gratuit";
    const char *cost = attribute_words(dossier, report->programme->cost);
    return cost ? phrase_of(dossier->arena, "payant (", cost, ")", NULL) : "d’un coût que le document ne précise pas";
}

static long endowment(const Dossier *dossier, const ProgrammeReport *report) {
    double low = 0, high = 0;
    if (attribute_figures(dossier, report->programme->endowment, &low, &high)) return -(high < 1e9 ? (long)high : 1000000000L) - 1;
    return modality(report->programme, "financement") == TRUTH_TRUE ? -1 : 0;
}

static const char *endowment_words(const Dossier *dossier, const ProgrammeReport *report) {
    const char *words = attribute_words(dossier, report->programme->endowment);
    if (words) return phrase_of(dossier->arena, "une dotation (", words, ")", NULL);
    return endowment(dossier, report) < 0 ? "une solution de financement" : "un accompagnement sans dotation connue";
}

static long nothing(const Dossier *dossier, const ProgrammeReport *report) {
    (void)dossier;
    (void)report;
    return 0;
}

static const char *no_words(const Dossier *dossier, const ProgrammeReport *report) {
    (void)dossier;
    (void)report;
    return "";
}

static const KeyFunctions keys[] = {
    {"urgence", urgency, urgency_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"pertinence", relevance, relevance_words, "{lui} répond {ici} au besoin, alors que {autre} y répond {la}"},
    {"certitude", certainty, certainty_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"disponibilite", openness, openness_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"specialisation", speciality, speciality_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"proximite", proximity, proximity_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"droit_commun", commonality, commonality_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"proportion", proportion, proportion_words, "{lui} demande {ici}, alors que {autre} demande {la}"},
    {"cout", price, price_words, "{lui} est {ici}, alors que {autre} est {la}"},
    {"dotation", endowment, endowment_words, "{lui} apporte {ici}, alors que {autre} apporte {la}"},
    {"identifiant", nothing, no_words, "rien d’autre ne les départage" COLON "ordre alphabétique"},
};

const KeyFunctions *ranking_key(const char *name) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].name, name) == 0) return &keys[i];
    return NULL;
}
