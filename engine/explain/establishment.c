/* The departements surely in the set of establishments are held against what each test of the seat accepts. A departement that the
 * territory only touches counts: the question is put, not answered. */
#include "explain/establishment.h"

#include "explain/french.h"
#include "explain/sources.h"

#include <string.h>

#define PLACES_MAX 4 /* named; beyond them, only that there are several */

static const char establishments[] = "implantations";

/* Does the document itself say « siège »? */
static bool says_seat(Arena *arena, const Node *node) {
    for (size_t i = 0; i < node->grounds.quote_count; i++)
        if (strstr(source_reading(arena, node->grounds.quotes[i]), "siège")) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (says_seat(arena, node->parts[i])) return true;
    return false;
}

/* How much of a departement a test of the seat accepts. */
typedef enum Accepted { ACCEPTED_NONE, ACCEPTED_IN_PART, ACCEPTED_WHOLE } Accepted;

/* Of readings that disagree, all must accept the whole of it. */
static Accepted accepted(const Territory *territory, const Node *node, const Departement *departement) {
    if (node->kind == NODE_TEST) {
        const uint64_t *places = node->test.negated ? NULL : node->test.accepted;
        if (!places || !bits_meet(departement->seats, places, territory->seat_words)) return ACCEPTED_NONE;
        return bits_within(departement->seats, places, territory->seat_words) ? ACCEPTED_WHOLE : ACCEPTED_IN_PART;
    }
    Accepted most = ACCEPTED_NONE, least = ACCEPTED_WHOLE;
    for (size_t i = 0; i < node->part_count; i++) {
        const Accepted part = accepted(territory, node->parts[i], departement);
        if (part > most) most = part;
        if (part < least) least = part;
    }
    return node->kind == NODE_DIVERGENCE && most == ACCEPTED_WHOLE && least < most ? ACCEPTED_IN_PART : most;
}

static bool asks_seat_alone(const Dossier *dossier, const Node *node) {
    int facts[2];
    return dossier_tested(node, facts, 0, 2) == 1 && facts[0] == dossier->rulebook->vocabulary.siege;
}

/* The establishments that are told. */
typedef struct Declared {
    const char *places; /* NULL: none */
    bool many, within;  /* surely on the territory asked */
} Declared;

/* Those that stand in the territory of a node that fails. */
static Declared declared(const Dossier *dossier, const Node *node) {
    static const Declared none = {NULL, false, false};
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const Territory *territory = &vocabulary->territory;
    const int fact = vocabulary_find(vocabulary, establishments, strlen(establishments));
    if (fact < 0 || dossier_truth(dossier, node) != TRUTH_FALSE || !asks_seat_alone(dossier, node)) return none;
    if (!territory_is_of(vocabulary, dossier_fact(dossier, fact)) || says_seat(dossier->arena, node)) return none;
    if (!dossier_informed(dossier, fact)) return none;
    const uint64_t *sure = dossier_value(dossier, fact)->sure;
    const char *places[PLACES_MAX];
    size_t count = 0;
    bool within = false;
    for (size_t i = 0; i < territory->departement_count; i++) {
        const Departement *departement = &territory->departements[i];
        const Accepted part = bits_has(sure, i) ? accepted(territory, node, departement) : ACCEPTED_NONE;
        if (part == ACCEPTED_NONE) continue;
        if (count < PLACES_MAX) places[count] = departement->in;
        within = within || part == ACCEPTED_WHOLE;
        count++;
    }
    if (count == 0) return none;
    return (Declared){count > PLACES_MAX ? "sur ce territoire" : french_list(dossier->arena, places, count, "et"), count > 1,
                      within};
}

/* « demander à ATIS s’il suffit. », « s’il est sur le territoire demandé, demander à Ronalpia s’il suffit. » */
static const char *whether_enough(Arena *arena, const Declared *found, const char *whom) {
    const char *where = found->within ? ""
                        : found->many ? "si l’un d’eux est sur le territoire demandé, "
                                      : "s’il est sur le territoire demandé, ";
    return phrase_of(arena, COLON, where, "demander ", whom, strchr(whom, ',') ? ", " : " ",
                     found->within && found->many ? "si l’un d’eux suffit." : "s’il suffit.", NULL);
}

void establishment_tell(Draft *draft) {
    Declared found = {NULL, false, false};
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        const bool fails =
            draft_wants(criterion, CRITERION_CONDITION, TRUTH_FALSE) || draft_wants(criterion, CRITERION_RESERVE, TRUTH_FALSE);
        if (!fails) continue;
        found = declared(draft->dossier, criterion->node);
        if (!found.places) return;
    }
    if (!found.places) return;
    const char *whom = french_to(draft->dossier->arena, draft_contact(draft));
    draft_add(draft, found.many ? "Des établissements sont déclarés " : "Un établissement est déclaré ", found.places,
              whether_enough(draft->dossier->arena, &found, whom));
}
