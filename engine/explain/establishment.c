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

/* Does a test of the seat accept a place of this departement? */
static bool accepts(const Territory *territory, const Node *node, const Departement *departement) {
    if (node->kind == NODE_TEST)
        return node->test.accepted && !node->test.negated &&
               bits_meet(departement->seats, node->test.accepted, territory->seat_words);
    for (size_t i = 0; i < node->part_count; i++)
        if (accepts(territory, node->parts[i], departement)) return true;
    return false;
}

static bool asks_seat_alone(const Dossier *dossier, const Node *node) {
    int facts[2];
    return dossier_tested(node, facts, 0, 2) == 1 && facts[0] == dossier->rulebook->vocabulary.siege;
}

/* Where it is, when `node` fails and a declared establishment stands in the territory; `*many`: are there several? NULL otherwise.
 */
static const char *inside(const Dossier *dossier, const Node *node, bool *many) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const Territory *territory = &vocabulary->territory;
    const int fact = vocabulary_find(vocabulary, establishments, strlen(establishments));
    if (fact < 0 || dossier_truth(dossier, node) != TRUTH_FALSE || !asks_seat_alone(dossier, node)) return NULL;
    if (!territory_is_of(vocabulary, dossier_fact(dossier, fact)) || says_seat(dossier->arena, node)) return NULL;
    if (!dossier_informed(dossier, fact)) return NULL;
    const uint64_t *sure = dossier_value(dossier, fact)->sure;
    const char *places[PLACES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < territory->departement_count; i++) {
        if (!bits_has(sure, i) || !accepts(territory, node, &territory->departements[i])) continue;
        if (count < PLACES_MAX) places[count] = territory->departements[i].in;
        count++;
    }
    if (count == 0) return NULL;
    *many = count > 1;
    return count > PLACES_MAX ? "sur ce territoire" : french_list(dossier->arena, places, count, "et");
}

void establishment_tell(Draft *draft) {
    const char *places = NULL;
    bool many = false;
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        const bool fails =
            draft_wants(criterion, CRITERION_CONDITION, TRUTH_FALSE) || draft_wants(criterion, CRITERION_RESERVE, TRUTH_FALSE);
        if (!fails) continue;
        places = inside(draft->dossier, criterion->node, &many);
        if (!places) return;
    }
    if (!places) return;
    const char *whom = french_to(draft->dossier->arena, draft_contact(draft));
    draft_add(draft, many ? "Des établissements sont déclarés " : "Un établissement est déclaré ", places,
              phrase_of(draft->dossier->arena, COLON "demander ", whom, strchr(whom, ',') ? ", " : " ",
                        many ? "si l’un d’eux suffit." : "s’il suffit.", NULL));
}
