/* Finding regions, departements and the places that rules may name, by code or by folded name. The tables are short: a plain scan.
 */
#include "knowledge/vocabulary.h"

#include "base/text.h"
#include <string.h>

#define FOLDED_MAX 256 /* the longest name of the table has 27 letters */

static bool same(const char *name, const char *bytes, size_t length) {
    return strlen(name) == length && memcmp(name, bytes, length) == 0;
}

/* False when the name is too long to be one. */
static bool fold_bytes(const char *bytes, size_t length, char folded[FOLDED_MAX]) {
    char name[FOLDED_MAX];
    if (length >= sizeof name || memchr(bytes, '\0', length)) return false;
    memcpy(name, bytes, length);
    name[length] = '\0';
    return text_fold(folded, FOLDED_MAX, name) > 0;
}

int territory_region(const Territory *territory, const char *code_or_name, size_t length, bool names) {
    for (size_t i = 0; i < territory->region_count; i++)
        if (same(territory->regions[i].code, code_or_name, length)) return (int)i;
    char folded[FOLDED_MAX];
    if (!names || !fold_bytes(code_or_name, length, folded)) return -1;
    for (size_t i = 0; i < territory->region_count; i++)
        if (strcmp(territory->regions[i].folded, folded) == 0) return (int)i;
    return -1;
}

int territory_departement(const Territory *territory, const char *code_or_name, size_t length, bool names) {
    for (size_t i = 0; i < territory->departement_count; i++)
        if (same(territory->departements[i].code, code_or_name, length)) return (int)i;
    char folded[FOLDED_MAX];
    if (!names || !fold_bytes(code_or_name, length, folded)) return -1;
    for (size_t i = 0; i < territory->departement_count; i++)
        if (strcmp(territory->departements[i].folded, folded) == 0) return (int)i;
    return -1;
}

const char *territory_former(const Territory *territory, const char *name) {
    char folded[FOLDED_MAX];
    if (!fold_bytes(name, strlen(name), folded)) return NULL;
    for (size_t i = 0; i < territory->former_count; i++)
        if (strcmp(territory->former[i].folded, folded) == 0) return territory->former[i].now;
    return NULL;
}

const char *territory_former_code(const Territory *territory, const char *code, size_t length) {
    for (size_t i = 0; i < territory->former_count; i++)
        if (territory->former[i].code && same(territory->former[i].code, code, length)) return territory->former[i].now;
    return NULL;
}

int territory_listed(const Territory *territory, PlaceLevel level, const char *code_or_name, size_t length, bool names) {
    char folded[FOLDED_MAX];
    bool named = names && fold_bytes(code_or_name, length, folded);
    for (size_t i = 0; i < territory->listed_count; i++) {
        const ListedPlace *place = &territory->listed[i];
        if (place->level != level) continue;
        if (same(place->code, code_or_name, length) || (named && strcmp(place->folded, folded) == 0)) return (int)i;
    }
    return -1;
}

const char *territory_nearest(const Territory *territory, PlaceLevel level, const char *name) {
    Nearest nearest;
    nearest_init(&nearest, name);
    for (size_t i = 0; level == PLACE_REGION && i < territory->region_count; i++)
        nearest_offer(&nearest, territory->regions[i].name);
    for (size_t i = 0; level == PLACE_DEPARTEMENT && i < territory->departement_count; i++)
        nearest_offer(&nearest, territory->departements[i].name);
    for (size_t i = 0; i < territory->listed_count; i++)
        if (territory->listed[i].level == level) nearest_offer(&nearest, territory->listed[i].name);
    return nearest_get(&nearest);
}

static bool all_digits(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] < '0' || bytes[i] > '9') return false;
    return true;
}

/* INSEE commune codes begin with the code of their departement: three characters overseas, two elsewhere, 2A and 2B in Corsica. */
int territory_departement_of_commune(const Territory *territory, const char *code, size_t length) {
    if (length != 5 || !all_digits(code + 2, 3) || code[0] < '0' || code[0] > '9') return -1;
    bool overseas = code[0] == '9' && (code[1] == '7' || code[1] == '8');
    return territory_departement(territory, code, overseas ? 3 : 2, false);
}

bool territory_is_of(const Vocabulary *vocabulary, const Fact *fact) {
    const Territory *territory = &vocabulary->territory;
    if (fact->choice_count != territory->departement_count || fact->choice_count == 0) return false;
    return strcmp(fact->choices[0].name, territory->departements[0].code) == 0;
}
