/* A vocabulary built by hand, with one fact of each type and the real territory. Include after cmocka.h. */
#ifndef AZIMUT_TESTS_SMALL_VOCABULARY_H
#define AZIMUT_TESTS_SMALL_VOCABULARY_H

#include "base/date.h"
#include "knowledge/vocabulary.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct ChoiceLine {
    const char *name, *label;
    int parent;
} ChoiceLine;

static const ChoiceLine forms[] = {{"association", "association", -1},
                                   {"fondation", "fondation", -1},
                                   {"cooperative", "coopérative", -1},
                                   {"scop", "société coopérative et participative", 2},
                                   {"scic", "société coopérative d’intérêt collectif", 2},
                                   {"autre", "autre forme", -1}};
static const ChoiceLine needs[] = {{"difficulte", "difficulté", -1},
                                   {"anticiper", "anticiper", 0},
                                   {"faire_face", "faire face", 0},
                                   {"rebondir", "rebondir", 0},
                                   {"changement_echelle", "changement d’échelle", -1}};

static inline bool give_choices(Fact *fact, Arena *arena, const ChoiceLine *lines, size_t count) {
    fact->choices = arena_array(arena, count, sizeof *fact->choices);
    if (!fact->choices) return false;
    fact->choice_count = count;
    for (size_t i = 0; i < count; i++)
        fact->choices[i] = (Choice){.name = lines[i].name, .label = lines[i].label, .parent = lines[i].parent};
    return fact_close_choices(fact, arena);
}

static inline bool add_fact(Vocabulary *vocabulary, Fact fact) {
    fact.applies_if = -1;
    return vocabulary_add(vocabulary, &fact) >= 0;
}

static inline bool add_tree(Vocabulary *vocabulary, Fact fact, const ChoiceLine *lines, size_t count) {
    return give_choices(&fact, vocabulary->arena, lines, count) && add_fact(vocabulary, fact);
}

/* The bytes of facts/territoires.txt; freed by the caller. */
static inline char *territory_bytes(size_t *length) {
    FILE *file = fopen(AZIMUT_SOURCE_DIR "/facts/territoires.txt", "rb");
    char *bytes = malloc(65536);
    *length = file && bytes ? fread(bytes, 1, 65536, file) : 0;
    if (file) fclose(file);
    return bytes;
}

static inline bool add_territory(Vocabulary *vocabulary) {
    size_t length;
    char *bytes = territory_bytes(&length);
    Findings findings;
    findings_init(&findings, vocabulary->arena);
    Status status = territory_read(vocabulary, "facts/territoires.txt", bytes, length, &findings);
    free(bytes);
    return status == STATUS_OK;
}

static inline bool add_places(Vocabulary *vocabulary) {
    const Territory *territory = &vocabulary->territory;
    Fact implantations = {.name = "implantations",
                          .type = FACT_SET,
                          .choices = territory->departement_choices,
                          .choice_count = territory->departement_count};
    return add_fact(vocabulary, (Fact){.name = "commune", .type = FACT_PLACE, .level = PLACE_COMMUNE}) &&
           add_fact(vocabulary, (Fact){.name = "code_postal", .type = FACT_PLACE, .level = PLACE_POSTAL}) &&
           add_fact(vocabulary, (Fact){.name = "departement", .type = FACT_PLACE, .level = PLACE_DEPARTEMENT}) &&
           add_fact(vocabulary, (Fact){.name = "region", .type = FACT_PLACE, .level = PLACE_REGION}) &&
           add_fact(vocabulary, (Fact){.name = "epci", .type = FACT_PLACE, .level = PLACE_EPCI}) &&
           add_fact(vocabulary, implantations);
}

static inline bool add_plain_facts(Vocabulary *vocabulary) {
    static const char *const headcount[] = {"salariés", "nombre de salariés", NULL};
    Fact headcount_fact = {.name = "effectif_salarie", .type = FACT_INTEGER, .maximum = 1e6, .synonyms = headcount};
    headcount_fact.unit = "personne salariée";
    headcount_fact.units = "personnes salariées";
    return add_fact(vocabulary, (Fact){.name = "id", .type = FACT_TEXT}) &&
           add_fact(vocabulary, (Fact){.name = "nom", .type = FACT_TEXT}) &&
           add_fact(vocabulary, (Fact){.name = "siren", .type = FACT_CODE, .code_form = CODE_SIREN}) &&
           add_fact(vocabulary, (Fact){.name = "siret", .type = FACT_CODE, .code_form = CODE_SIRET}) &&
           add_fact(vocabulary,
                    (Fact){.name = "categorie_juridique", .type = FACT_CODE, .code_form = CODE_DIGITS, .code_digits = 4}) &&
           add_fact(vocabulary, (Fact){.name = "est_ess", .type = FACT_BOOLEAN}) && add_fact(vocabulary, headcount_fact) &&
           add_fact(vocabulary, (Fact){.name = "etp", .type = FACT_NUMBER, .maximum = 1e6}) &&
           add_fact(vocabulary, (Fact){.name = "budget_annuel", .type = FACT_EUROS, .maximum = 1e12}) &&
           add_fact(vocabulary, (Fact){.name = "resultat", .type = FACT_EUROS, .minimum = -INFINITY, .maximum = INFINITY}) &&
           add_fact(vocabulary, (Fact){.name = "date_creation", .type = FACT_DATE, .minimum = DAY_MIN, .maximum = DAY_MAX});
}

static inline bool small_vocabulary(Vocabulary *vocabulary, Arena *arena) {
    vocabulary_init(vocabulary, arena);
    return add_plain_facts(vocabulary) &&
           add_tree(vocabulary, (Fact){.name = "forme_juridique", .type = FACT_ENUM}, forms, sizeof forms / sizeof *forms) &&
           add_tree(vocabulary, (Fact){.name = "besoins", .type = FACT_SET}, needs, sizeof needs / sizeof *needs) &&
           add_territory(vocabulary) && add_places(vocabulary) &&
           add_fact(vocabulary, (Fact){.name = "dla/projet", .type = FACT_BOOLEAN, .hidden = true, .programme = "dla"}) &&
           add_fact(vocabulary, (Fact){.name = "dla/viable", .type = FACT_BOOLEAN, .hidden = true, .programme = "dla"}) &&
           add_fact(vocabulary, (Fact){.name = "pins/impact", .type = FACT_BOOLEAN, .hidden = true, .programme = "pins"});
}

#endif
