/* What a commune, a postal code, an intercommunality, a departement or a region leaves of the seat. All five are sets of communes,
 * which the large tables hold; what is kept of a set is the choices of `siege` that its communes stand in. */
#include "knowledge/vocabulary.h"

#include <string.h>

static void meet(const Territory *territory, uint64_t *possible, const uint64_t *seats) {
    for (size_t w = 0; w < territory->seat_words; w++) possible[w] &= seats[w];
}

/* Choices gathered one by one among those that were possible; what was possible is replaced at the end only. */
typedef struct Union {
    const Territory *territory;
    const uint64_t *possible;
    uint64_t *out;
} Union;

static void add_choice(const Union *found, size_t choice) {
    if (bits_has(found->possible, choice)) bits_put(found->out, choice);
}

/* The choice of a listed EPCI in a departement, or -1. */
static int epci_choice(const Territory *territory, TableField epci, int departement) {
    int number = territory_listed(territory, PLACE_EPCI, epci.bytes, epci.length, false);
    if (number < 0) return -1;
    const ListedPlace *place = &territory->listed[number];
    for (size_t i = place->choice; i < place->choice + place->count; i++)
        if (territory->seat_departement[i] == departement) return (int)i;
    return -1;
}

/* A commune stands in exactly one choice: its own, else its EPCI's, else its departement's. -1: no departement begins its code. */
int territory_commune_choice(const Territory *territory, TableField code, TableField epci) {
    int number = territory_listed(territory, PLACE_COMMUNE, code.bytes, code.length, false);
    if (number >= 0) return (int)territory->listed[number].choice;
    int departement = territory_departement_of_commune(territory, code.bytes, code.length);
    int choice = departement >= 0 ? epci_choice(territory, epci, departement) : -1;
    return choice >= 0 ? choice : departement;
}

Status territory_commune(const Territory *territory, const char *code, size_t length, CommuneFound *out) {
    TableRow row;
    *out = (CommuneFound){.former = false};
    if (!territory->tables) return STATUS_IO;
    Status status = tables_find(territory->tables, TABLE_COMMUNES, code, length, &row);
    bool former = status == STATUS_OK && table_field_is(row.fields[2], "=");
    if (former || (status == STATUS_OK && table_field_is(row.fields[2], "+")))
        status = tables_find(territory->tables, TABLE_COMMUNES, row.fields[3].bytes, row.fields[3].length, &row);
    if (status != STATUS_OK) return status;
    *out = (CommuneFound){row.fields[0], row.fields[1], row.fields[2], row.fields[3], former};
    return STATUS_OK;
}

static void keep_choice(const Territory *territory, uint64_t *possible, int choice) {
    bool was = bits_has(possible, (size_t)choice);
    memset(possible, 0, territory->seat_words * sizeof *possible);
    if (was) bits_put(possible, (size_t)choice);
}

/* Without the table, what the code itself says: a commune that rules name, or the departement that it begins with. */
static Status narrow_by_prefix(const Territory *territory, const char *code, size_t length, uint64_t *possible) {
    int number = territory_listed(territory, PLACE_COMMUNE, code, length, false);
    int departement = territory_departement_of_commune(territory, code, length);
    if (departement < 0) return STATUS_REFUSED;
    meet(territory, possible, number >= 0 ? territory->listed[number].seats : territory->departements[departement].seats);
    return STATUS_IO;
}

static Status narrow_commune(const Territory *territory, const char *code, size_t length, uint64_t *possible) {
    CommuneFound found;
    Status status = territory_commune(territory, code, length, &found);
    if (status == STATUS_IO) return narrow_by_prefix(territory, code, length, possible);
    if (status != STATUS_OK) return status;
    int choice = territory_commune_choice(territory, found.code, found.epci);
    if (choice < 0) return STATUS_REFUSED;
    keep_choice(territory, possible, choice);
    return STATUS_OK;
}

/* In each departement: the EPCI's own choice where rules name it, else the departement's, with the communes that rules name in it.
 */
static void add_epci(const Union *found, TableField code, int departement) {
    const Territory *territory = found->territory;
    int choice = epci_choice(territory, code, departement);
    if (choice >= 0) {
        int number = territory_listed(territory, PLACE_EPCI, code.bytes, code.length, false);
        for (size_t i = 0; i < territory->seat_count; i++)
            if (territory->seat_departement[i] == departement && bits_has(territory->listed[number].seats, i)) add_choice(found, i);
        return;
    }
    add_choice(found, (size_t)departement);
    for (size_t i = 0; i < territory->listed_count; i++) {
        const ListedPlace *place = &territory->listed[i];
        bool inside = place->epci && table_field_is(code, place->epci);
        if (inside && territory->seat_departement[place->choice] == departement) add_choice(found, place->choice);
    }
}

static TableField whole_epci(const TableRow *row) {
    return table_field_is(row->fields[3], "-") ? row->fields[0] : row->fields[3];
}

static Union union_of(const Territory *territory, const uint64_t *possible, uint64_t room[SEAT_WORDS_MAX]) {
    memset(room, 0, territory->seat_words * sizeof *room);
    return (Union){territory, possible, room};
}

static Status narrow_epci(const Territory *territory, const char *code, size_t length, uint64_t *possible) {
    uint64_t room[SEAT_WORDS_MAX];
    Union found = union_of(territory, possible, room);
    TableRow row;
    TableField one;
    Status status = territory->tables ? tables_find(territory->tables, TABLE_EPCI, code, length, &row) : STATUS_IO;
    if (status == STATUS_IO) {
        int number = territory_listed(territory, PLACE_EPCI, code, length, false);
        if (number >= 0) meet(territory, possible, territory->listed[number].seats);
        return status;
    }
    if (status != STATUS_OK) return status;
    for (TableField departements = row.fields[2]; table_item(&departements, &one);) {
        int departement = territory_departement(territory, one.bytes, one.length, false);
        if (departement >= 0) add_epci(&found, whole_epci(&row), departement);
    }
    memcpy(possible, room, territory->seat_words * sizeof *possible);
    return STATUS_OK;
}

/* The EPCI that the communes of `code` belong to: itself, or the one that contains it. False when it is not in the table. */
static bool find_epci(const Territory *territory, const char *code, TableField *out) {
    TableRow row;
    if (!territory->tables || tables_find(territory->tables, TABLE_EPCI, code, strlen(code), &row) != STATUS_OK) return false;
    *out = whole_epci(&row);
    return true;
}

/* Adds the communes of a list that are in `epci` (NULL: all). How many. */
static size_t add_communes(const Union *found, TableField communes, const TableField *epci, Status *status) {
    size_t added = 0;
    TableField one;
    while (table_item(&communes, &one)) {
        CommuneFound commune;
        *status = territory_commune(found->territory, one.bytes, one.length, &commune);
        if (*status != STATUS_OK) return added;
        if (epci && !table_fields_equal(commune.epci, *epci)) continue;
        int choice = territory_commune_choice(found->territory, commune.code, commune.epci);
        if (choice >= 0) add_choice(found, (size_t)choice);
        added++;
    }
    return added;
}

Status territory_narrow_postal(const Territory *territory, const char *code, size_t length, const char *epci, uint64_t *possible) {
    uint64_t room[SEAT_WORDS_MAX];
    Union found = union_of(territory, possible, room);
    TableRow row;
    TableField inside;
    Status status = territory->tables ? tables_find(territory->tables, TABLE_POSTAL, code, length, &row) : STATUS_IO;
    if (status != STATUS_OK) return status;
    bool one_epci = epci && find_epci(territory, epci, &inside);
    size_t added = add_communes(&found, row.fields[1], one_epci ? &inside : NULL, &status);
    if (status == STATUS_OK && added == 0) add_communes(&found, row.fields[1], NULL, &status);
    if (status != STATUS_OK) return status;
    memcpy(possible, room, territory->seat_words * sizeof *possible);
    return STATUS_OK;
}

Status territory_narrow(const Territory *territory, PlaceLevel level, const char *code, size_t length, uint64_t *possible) {
    int number;
    if (memchr(code, '\0', length)) return STATUS_REFUSED;
    switch (level) {
    case PLACE_COMMUNE: return narrow_commune(territory, code, length, possible);
    case PLACE_POSTAL: return territory_narrow_postal(territory, code, length, NULL, possible);
    case PLACE_EPCI: return narrow_epci(territory, code, length, possible);
    case PLACE_REGION:
        number = territory_region(territory, code, length, false);
        if (number >= 0) meet(territory, possible, territory->regions[number].seats);
        return number >= 0 ? STATUS_OK : STATUS_REFUSED;
    case PLACE_DEPARTEMENT:
        number = territory_departement(territory, code, length, false);
        if (number >= 0) meet(territory, possible, territory->departements[number].seats);
        return number >= 0 ? STATUS_OK : STATUS_REFUSED;
    case PLACE_NONE: break;
    }
    return STATUS_OK;
}

/* Is any commune of a postal code in an EPCI? */
static bool postal_meets_epci(const Territory *territory, const char *postal, const char *epci) {
    TableRow row;
    TableField inside, one;
    if (tables_find(territory->tables, TABLE_POSTAL, postal, strlen(postal), &row) != STATUS_OK) return true;
    if (!find_epci(territory, epci, &inside)) return true;
    for (TableField communes = row.fields[1]; table_item(&communes, &one);) {
        CommuneFound commune;
        if (territory_commune(territory, one.bytes, one.length, &commune) != STATUS_OK) return true;
        if (table_fields_equal(commune.epci, inside)) return true;
    }
    return false;
}

static bool commune_meets(const Territory *territory, const char *code, PlaceLevel level, const char *other) {
    CommuneFound commune;
    TableField epci;
    if (territory_commune(territory, code, strlen(code), &commune) != STATUS_OK) return true;
    if (level == PLACE_POSTAL) return table_lists(commune.postal_codes, (TableField){other, strlen(other)});
    return !find_epci(territory, other, &epci) || table_fields_equal(commune.epci, epci);
}

static int rank(PlaceLevel level) {
    return level == PLACE_COMMUNE ? 0 : level == PLACE_POSTAL ? 1 : level == PLACE_EPCI ? 2 : 3;
}

bool territory_exclude(const Territory *territory, PlaceLevel a, const char *code_a, PlaceLevel b, const char *code_b) {
    if (!territory->tables || rank(a) == 3 || rank(b) == 3 || a == b) return false;
    if (rank(a) > rank(b)) return territory_exclude(territory, b, code_b, a, code_a);
    if (a == PLACE_COMMUNE) return !commune_meets(territory, code_a, b, code_b);
    return !postal_meets_epci(territory, code_a, code_b);
}
