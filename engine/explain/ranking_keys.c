/* One small pair of functions per key, in a table by name: a policy reorders them freely, and a new key is one more line. */
#include "explain/ranking_keys.h"

#include "base/text.h"
#include "explain/attribute.h"
#include "explain/availability.h"
#include "explain/figures.h"
#include "explain/ranking.h"

#include <math.h>
#include <string.h>

#define SPECIALITY_COLUMNS 75 /* a longer one breaks the clause that holds it */
#define UNTOLD_DAYS 100000    /* a course of unknown length comes after those whose length is known */

static bool holds(Truths truths, const Node *node) {
    return node && truths.of(truths.structure, node) == TRUTH_TRUE;
}

void candidate_by(Candidate *candidate, Truths truths) {
    const Programme *programme = candidate->programme;
    const Readings calendar = attribute_readings(truths, programme->calendar);
    candidate->urgent = holds(truths, programme->urgent) && !holds(truths, programme->urgent_unless);
    candidate->opening = availability_opening(&calendar, candidate->date);
    candidate->duration = attribute_readings(truths, programme->duration);
    candidate->cost = attribute_readings(truths, programme->cost);
    candidate->endowment = attribute_readings(truths, programme->endowment);
}

bool ranking_urgent(const Dossier *dossier, const Programme *programme) {
    Truths truths = dossier_truths(dossier);
    return holds(truths, programme->urgent) && !holds(truths, programme->urgent_unless);
}

/* Of two clocks, the one that a missing day leaves in doubt gives way to the one that runs for sure. */
static long urgency(const Candidate *candidate) {
    if (!candidate->urgent) return INT_MAX;
    return candidate->outcome.verdict == VERDICT_UNDETERMINED ? RANKING_CLOCK_IN_DOUBT : candidate->programme->urgent_rank;
}

static const char *urgency_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    if (!candidate->urgent) return "sans échéance légale";
    const char *reason = candidate->programme->urgent_reason;
    if (!reason) return "soumis à une échéance légale";
    return phrase_of(dossier->arena, "urgent (", french_tidy(dossier->arena, reason), ")", NULL);
}

/* A programme still in project answers no need today, however well it would: it never stands first. */
static long relevance(const Candidate *candidate) {
    if (candidate->opening.state == AVAILABILITY_PLANNED) return 2;
    return candidate->outcome.relevance == RELEVANCE_STRONG ? 0 : 1;
}

static const char *relevance_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    (void)dossier;
    static const char *const words[] = {"directement", "en partie seulement", "sous réserve d’ouverture"};
    return words[relevance(candidate)];
}

static long certainty(const Candidate *candidate) {
    if (candidate->outcome.verdict != VERDICT_ELIGIBLE) return 2;
    return candidate->outcome.under_reserve ? 1 : 0;
}

static const char *certainty_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    (void)dossier;
    static const char *const words[] = {"accessible au vu des critères publiés", "accessible sous réserve", "encore à vérifier"};
    return words[certainty(candidate)];
}

/* A document silent on the calendar closes nothing: it counts as open. */
static long openness(const Candidate *candidate) {
    static const long order[] = {[AVAILABILITY_OPEN] = 0,    [AVAILABILITY_UPCOMING] = 4, [AVAILABILITY_VARIABLE] = 3,
                                 [AVAILABILITY_UNKNOWN] = 0, [AVAILABILITY_PAST] = 5,     [AVAILABILITY_PLANNED] = 6};
    return availability_soon(&candidate->opening, candidate->date) ? 1 : order[candidate->opening.state];
}

static const char *openness_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    static const char *const words[] = {[AVAILABILITY_OPEN] = "ouvert dès à présent",
                                        [AVAILABILITY_UPCOMING] = "ouvert seulement plus tard",
                                        [AVAILABILITY_VARIABLE] = "ouvert à des dates variables",
                                        [AVAILABILITY_PAST] = "hors de sa dernière période d’appel connue",
                                        [AVAILABILITY_PLANNED] = "d’une ouverture encore à vérifier",
                                        [AVAILABILITY_UNKNOWN] = "sans calendrier connu"};
    const Opening *opening = &candidate->opening;
    if (opening->silent) return "sans date d’appel annoncée";
    if (opening->state == AVAILABILITY_UPCOMING && opening->from > DAY_MIN)
        return phrase_of(dossier->arena, "attendu en ", figure_month_year(dossier->arena, opening->from), NULL);
    return words[opening->state];
}

static long speciality(const Candidate *candidate) {
    const Programme *programme = candidate->programme;
    return programme->safety_net ? 2 : programme->generalist ? 1 : 0;
}

static const char *speciality_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    long kind = speciality(candidate);
    if (kind == 2 && speciality(beside) == 1) return "ouvert à toutes les situations";
    if (kind == 2) return "généraliste et ouvert à toutes les situations";
    const char *field = candidate->programme->speciality, *word = kind == 1 ? "généraliste" : "spécialisé";
    bool brief = field && !strchr(field, '(') && utf8_width(field, strlen(field)) <= SPECIALITY_COLUMNS;
    if (field && strstr(field, word)) return word; /* « accompagnement sur mesure généraliste » */
    if (brief) return phrase_of(dossier->arena, word, " (", french_tidy(dossier->arena, field), ")", NULL);
    return kind == 1 ? "généraliste dans son champ" : word;
}

/* One that is neither is nobody's reason: « généraliste dans son champ » tells a reader nothing. */
static bool speciality_tells(const Candidate *first, const Candidate *second) {
    return speciality(first) == 0 || speciality(second) == 0;
}

/* 0: departements, 1: regions, 2: nation; from the narrowest test of the seat among the conditions. */
static long nearness(int siege, const Node *node) {
    if (!node) return 2;
    if (node->kind == NODE_TEST && node->test.fact == siege && !node->test.negated) {
        for (size_t i = 0; i < node->test.place_count; i++)
            if (node->test.places[i].level == PLACE_REGION) return 1;
        return node->test.place_count > 0 ? 0 : 2;
    }
    long best = 2;
    for (size_t i = 0; i < node->part_count; i++) {
        long part = nearness(siege, node->parts[i]);
        if (part < best) best = part;
    }
    return best;
}

static int fact_named(const Vocabulary *vocabulary, const char *name, Shape shape) {
    int fact = vocabulary_find(vocabulary, name, strlen(name));
    return fact >= 0 && vocabulary->facts[fact].shape == shape ? fact : -1;
}

CandidateFacts candidate_facts(const Vocabulary *vocabulary) {
    CandidateFacts facts = {.strategies = fact_named(vocabulary, "strategies", SHAPE_SET),
                            .duplication = -1,
                            .targets = fact_named(vocabulary, "territoires_projet", SHAPE_SET),
                            .copies = fact_named(vocabulary, "essaimage", SHAPE_CANDIDATES),
                            .days = fact_named(vocabulary, "disponibilite_jours_mois", SHAPE_SPAN)};
    if (facts.strategies >= 0)
        facts.duplication = fact_choice(&vocabulary->facts[facts.strategies], "duplication", strlen("duplication"));
    if (facts.targets >= 0 && !territory_is_of(vocabulary, &vocabulary->facts[facts.targets])) facts.targets = -1;
    if (facts.copies >= 0 && vocabulary->facts[facts.copies].type != FACT_BOOLEAN) facts.copies = -1;
    return facts;
}

static bool several_regions(const Territory *territory, const Value *departements) {
    size_t touched = 0;
    for (size_t i = 0; i < territory->region_count; i++)
        touched += bits_meet(territory->regions[i].departements, departements->sure, territory->words);
    return touched > 1;
}

/* A model that is being copied to other regions is better served by a national programme than by its neighbour. */
bool candidate_spreading(const Vocabulary *vocabulary, const CandidateFacts *facts, const Value *strategies, const Value *targets,
                         const Value *copies) {
    if (facts->duplication < 0 || !bits_has(strategies->sure, (size_t)facts->duplication)) return false;
    if (facts->targets >= 0 && several_regions(&vocabulary->territory, targets)) return true;
    return facts->copies >= 0 && !bits_has(copies->possible, CHOICE_NON);
}

static long proximity(const Candidate *candidate) {
    long near = nearness(candidate->siege, candidate->programme->conditions);
    return candidate->spreading ? -near : near;
}

static const char *proximity_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    (void)dossier;
    static const char *const words[] = {"propre à certains départements", "propre à une ou plusieurs régions",
                                        "sans limite de région"};
    const long near = nearness(candidate->siege, candidate->programme->conditions);
    return near == 2 && candidate->spreading ? "sans limite de région, comme la duplication prévue" : words[near];
}

static long commonality(const Candidate *candidate) {
    return candidate->programme->common_law && !candidate->programme->only_common_law;
}

static const char *commonality_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)dossier;
    if (commonality(candidate))
        return beside->programme->common_law ? "de droit commun, sans être le seul recours"
                                             : "de droit commun, ouvert à toutes les entreprises";
    return candidate->programme->common_law ? "sans équivalent dans l’ESS" : "propre à l’ESS";
}

/* What it says is of the programmes, and nothing of the structure. */
static bool commonality_tells(const Candidate *first, const Candidate *second) {
    return !first->programme->common_law && second->programme->common_law;
}

/* « 45 jours » and « 3 mois » on one scale, in days. False when the document gives no figure. */
static bool course_days(const Readings *duration, long *shortest, long *longest) {
    static const struct {
        const char *unit;
        double days;
    } units[] = {{"jour", 1}, {"semaine", 7}, {"mois", 30}, {"an", 365}};
    double low = 0, high = 0;
    if (!readings_figures(duration, &low, &high) || !(high < 10000)) return false;
    const char *unit = duration->items[0]->unit;
    for (size_t i = 0; unit && i < sizeof units / sizeof *units; i++) {
        if (strncmp(unit, units[i].unit, strlen(units[i].unit)) != 0) continue;
        *shortest = (long)ceil(low * units[i].days);
        *longest = (long)ceil(high * units[i].days);
        return true;
    }
    return false;
}

long candidate_excess(const Programme *programme, double days) {
    double asked = programme->days_per_month;
    return !isnan(asked) && isfinite(days) && asked > days ? (long)ceil(asked - days) : 0;
}

/* Days asked beyond those available count first, then the length of the course. */
static long proportion(const Candidate *candidate) {
    long shortest = 0, longest = 0;
    bool known = course_days(&candidate->duration, &shortest, &longest) && longest > 0;
    return candidate->excess * 10000000 + (known ? longest : UNTOLD_DAYS);
}

/* Two courses are told apart by their lengths where one is shorter by a third at least. */
static bool proportion_tells(const Candidate *first, const Candidate *second) {
    long shortest, longest, other_shortest, other_longest;
    if (first->excess != second->excess) return true;
    return course_days(&first->duration, &shortest, &longest) && course_days(&second->duration, &other_shortest, &other_longest) &&
           3 * longest <= 2 * other_shortest;
}

/* A length in figures stands before one in words, which cannot be compared: « de durée chiffrée (6 mois) ». */
static const char *length_in_doubt(Arena *arena, const Candidate *candidate, const Candidate *beside, const char *duration) {
    long shortest, longest;
    const bool known = course_days(&candidate->duration, &shortest, &longest);
    if (candidate->excess != beside->excess || known == course_days(&beside->duration, &shortest, &longest)) return NULL;
    return phrase_of(arena, known ? "de durée chiffrée (" : "de durée non chiffrée (", duration, ")", NULL);
}

/* Two lengths beside one another: « plus court (9 mois) », « de 6 mois au plus » where they overlap, else « de 3 à 6 mois ». */
static const char *length_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    Arena *arena = dossier->arena;
    const char *duration = attribute_words(dossier, candidate->programme->duration);
    long shortest = 0, longest = 0, other_shortest = 0, other_longest = 0;
    if (!duration) return NULL;
    const char *doubtful = length_in_doubt(arena, candidate, beside, duration);
    if (doubtful) return doubtful;
    const bool compared = candidate->excess == beside->excess && course_days(&candidate->duration, &shortest, &longest) &&
                          course_days(&beside->duration, &other_shortest, &other_longest);
    if (compared && longest < other_shortest) return phrase_of(arena, "plus court (", duration, ")", NULL);
    if (!compared || other_longest < shortest)
        return phrase_of(arena, strncmp(duration, "de ", 3) == 0 ? "" : "de ", duration, NULL);
    double low = 0, high = 0;
    readings_figures(&candidate->duration, &low, &high);
    return phrase_of(arena, "de ", figure_number(arena, high), NBSP, candidate->duration.items[0]->unit, " au plus", NULL);
}

static const char *proportion_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    Arena *arena = dossier->arena;
    const char *length = length_words(dossier, candidate, beside);
    double asked = candidate->programme->days_per_month;
    const bool lengths = length && candidate->excess == beside->excess; /* they alone tell the two apart */
    const char *days =
        isnan(asked) || lengths ? NULL : phrase_of(arena, figure_count(arena, asked, "jour", "jours"), " par mois", NULL);
    if (days && length) return phrase_of(arena, days, ", dans un parcours ", length, NULL);
    if (days) return days;
    return length ? phrase_of(arena, "un parcours ", length, NULL) : "un engagement que le document ne chiffre pas";
}

static Truth modality(const Programme *programme, const char *name) {
    for (size_t i = 0; i < programme->modality_count; i++)
        if (strcmp(programme->modalities[i].name, name) == 0) return programme->modalities[i].present;
    return TRUTH_UNKNOWN;
}

static long price(const Candidate *candidate) {
    double low = 0, high = 0;
    bool said = readings_figures(&candidate->cost, &low, &high);
    if (modality(candidate->programme, "gratuit") == TRUTH_TRUE || (said && high == 0)) return 0;
    if (!said) return 1;
    return 2 + (high < 1000000 ? (long)high : 1000000);
}

static const char *price_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    if (price(candidate) == 0) return "gratuit selon le document";
    const char *cost = attribute_words(dossier, candidate->programme->cost);
    if (cost) return phrase_of(dossier->arena, "payant (", cost, ")", NULL);
    return modality(candidate->programme, "gratuit") == TRUTH_FALSE ? "payant" : "d’un coût que le document ne permet pas de lire";
}

/* « gratuit », of what a document ticks, is no reason beside a price that nobody knows. */
static bool price_tells(const Candidate *first, const Candidate *second) {
    return price(first) != 1 && price(second) != 1;
}

static long endowment(const Candidate *candidate) {
    double low = 0, high = 0;
    if (readings_figures(&candidate->endowment, &low, &high)) return -(high < 1e9 ? (long)high : 1000000000L) - 1;
    return modality(candidate->programme, "financement") == TRUTH_TRUE ? -1 : 0;
}

static const char *endowment_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    const char *words = attribute_words(dossier, candidate->programme->endowment);
    if (words) return phrase_of(dossier->arena, "une dotation (", words, ")", NULL);
    return endowment(candidate) < 0 ? "une solution de financement" : "un accompagnement sans dotation connue";
}

static long nothing(const Candidate *candidate) {
    (void)candidate;
    return 0;
}

static const char *no_words(const Dossier *dossier, const Candidate *candidate, const Candidate *beside) {
    (void)beside;
    (void)dossier;
    (void)candidate;
    return "";
}

static const KeyFunctions keys[] = {
    {"urgence", urgency, urgency_words, "{lui} est {ici}, alors que {autre} est {la}", NULL},
    {"pertinence", relevance, relevance_words, "{lui} répond {ici} au besoin, alors que {autre} y répond {la}", NULL},
    {"certitude", certainty, certainty_words, "{lui} est {ici}, alors que {autre} est {la}", NULL},
    {"disponibilite", openness, openness_words, "{lui} est {ici}, tandis que {autre} est {la}", NULL},
    {"specialisation", speciality, speciality_words, "{lui} est {ici}, alors que {autre} est {la}", speciality_tells},
    {"proximite", proximity, proximity_words, "{lui} est {ici}, alors que {autre} est {la}", NULL},
    {"droit_commun", commonality, commonality_words, "{lui} est {ici}, alors que {autre} est {la}", commonality_tells},
    {"proportion", proportion, proportion_words, "{lui} demande {ici}, contre {la} pour {autre}", proportion_tells},
    {"cout", price, price_words, "{lui} est {ici}, alors que {autre} est {la}", price_tells},
    {"dotation", endowment, endowment_words, "{lui} apporte {ici}, alors que {autre} apporte {la}", NULL},
    {"identifiant", nothing, no_words, "aucun critère de classement ne les départage, l’ordre est alphabétique", NULL},
};

const KeyFunctions *ranking_key(const char *name) {
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].name, name) == 0) return &keys[i];
    return NULL;
}

Policy policy_of(const Rulebook *rulebook) {
    Policy policy = {.count = 0};
    for (size_t i = 0; i < rulebook->ranking_count && policy.count < POLICY_KEYS_MAX; i++) {
        const KeyFunctions *key = ranking_key(rulebook->ranking[i].name);
        if (!key) continue;
        policy.keys[policy.count] = key;
        policy.clauses[policy.count++] = rulebook->ranking[i].reason ? rulebook->ranking[i].reason : key->clause;
    }
    return policy;
}

void policy_measure(const Policy *policy, const Candidate *candidate, long *measures) {
    for (size_t i = 0; i < policy->count; i++) measures[i] = policy->keys[i]->measure(candidate);
}

size_t policy_difference(const Policy *policy, const long *a, const long *b) {
    size_t key = 0;
    while (key < policy->count && a[key] == b[key]) key++;
    return key;
}
