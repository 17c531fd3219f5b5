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

const char *establishment_inside(const Dossier *dossier, const Node *node, bool *many) {
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
