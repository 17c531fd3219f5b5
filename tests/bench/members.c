/* A table says what a usual list holds and how its numbers spread; candidates and sets are drawn evenly. */
#include "bench/members.h"
#include <math.h>
#include <string.h>

static unsigned below(Members *members, unsigned limit) {
    members->state = members->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)((members->state >> 33) % limit);
}

/* What a list usually has. Of numbers and days: the smallest, and how far up they go, small ones being the most frequent. */
static const struct Usual {
    const char *name;
    double low, spread;
} usual[] = {{"forme_juridique", 0, 0},
             {"agrement_esus", 0, 0},
             {"siae", 0, 0},
             {"date_creation", 20700, -18000},
             {"effectif_salarie", 0, 120},
             {"etp", 0, 100},
             {"beneficiaires", 0, 5000},
             {"budget_annuel", 5000, 3000000},
             {"chiffre_affaires", 0, 2500000},
             {"siege", 0, 0},
             {"implantations", 0, 0},
             {"thematiques", 0, 0},
             {"besoins", 0, 0},
             {"difficultes", 0, 0},
             {"cessation_paiements", 0, 0},
             {"date_impasse_tresorerie", 20780, 700},
             {"dettes_fiscales_sociales", 0, 40000},
             {"probleme_bancaire", 0, 0},
             {"differend_contractuel", 0, 0},
             {"modele_economique", 0, 0},
             {"projet_changement_echelle", 0, 0},
             {"strategies", 0, 0},
             {"solution_experimentee", 0, 0},
             {"projet_innovant", 0, 0},
             {"impact_avere", 0, 0},
             {"public_fragile", 0, 0},
             {"disponibilite_jours_mois", 0, 12}};

#define USUAL_COUNT (sizeof usual / sizeof *usual)

static double drawn(Members *members, const Fact *fact, const struct Usual *range) {
    double share = below(members, 1000) / 1000.0;
    double low = range ? range->low : fmax(fact->minimum, 0), spread = range ? range->spread : 1000;
    double value = floor(low + spread * share * share);
    return fmin(fmax(value, fact->minimum), fact->maximum);
}

static void put_span(Members *members, const Fact *fact, const struct Usual *range, Column *column, size_t row) {
    double value = drawn(members, fact, range);
    bool wide = below(members, 10) == 0;
    column->low[row] = value;
    column->high[row] = wide ? fmin(fact->maximum, value + 1 + below(members, 20)) : value;
}

static void put_candidate(Members *members, const Fact *fact, const Block *block, Column *column, size_t row) {
    size_t count = fact->choice_count;
    if (block->vocabulary->siege >= 0 && column == &block->columns[block->vocabulary->siege])
        count = block->vocabulary->territory.departement_count;
    size_t choice = below(members, (unsigned)count);
    for (size_t w = 0; w < column->words; w++) column->possible[w * block->capacity + row] = 0;
    column->possible[choice / 64 * block->capacity + row] = UINT64_C(1) << (choice % 64);
}

/* Two members at most, their parents with them; what is not listed is out, save what lies below. */
static void put_set(Members *members, const Fact *fact, const Block *block, Column *column, size_t row) {
    for (size_t w = 0; w < column->words; w++)
        column->possible[w * block->capacity + row] = column->sure[w * block->capacity + row] = 0;
    for (unsigned i = below(members, 3); i > 0; i--) {
        size_t choice = below(members, (unsigned)fact->choice_count);
        for (size_t w = 0; w < column->words; w++) column->possible[w * block->capacity + row] |= fact->choices[choice].below[w];
        for (int up = (int)choice; up >= 0; up = fact->choices[up].parent) {
            column->sure[(size_t)up / 64 * block->capacity + row] |= UINT64_C(1) << (up % 64);
            column->possible[(size_t)up / 64 * block->capacity + row] |= UINT64_C(1) << (up % 64);
        }
    }
}

static bool put_fact(Members *members, Block *block, int number, const struct Usual *range, size_t rows) {
    const Fact *fact = &block->vocabulary->facts[number];
    if (fact->shape == SHAPE_TEXT) return true;
    Column *column = block_column(block, number);
    for (size_t row = 0; column && row < rows; row++) {
        if (below(members, 10) == 0) continue;
        if (fact->shape == SHAPE_SPAN) put_span(members, fact, range, column, row);
        else if (fact->shape == SHAPE_CANDIDATES) put_candidate(members, fact, block, column, row);
        else put_set(members, fact, block, column, row);
    }
    return column != NULL;
}

static const struct Usual *usual_of(const char *name) {
    for (size_t i = 0; i < USUAL_COUNT; i++)
        if (strcmp(usual[i].name, name) == 0) return &usual[i];
    return NULL;
}

bool members_fill(Members *members, Block *block, size_t rows) {
    block_clear(block);
    for (size_t i = 0; i < block->vocabulary->count; i++) {
        const struct Usual *range = usual_of(block->vocabulary->facts[i].name);
        if ((range || members->every_fact) && !put_fact(members, block, (int)i, range, rows)) return false;
    }
    block->rows = rows;
    return true;
}
