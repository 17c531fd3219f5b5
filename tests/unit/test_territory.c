/* The territory table as shipped, and bad tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "small_vocabulary.h"

typedef struct World {
    Arena arena;
    Vocabulary vocabulary;
    Findings findings;
} World;

static Status read_table(World *world, const char *bytes, size_t length) {
    arena_init(&world->arena, &memory_standard);
    vocabulary_init(&world->vocabulary, &world->arena);
    findings_init(&world->findings, &world->arena);
    return territory_read(&world->vocabulary, "t", bytes, length, &world->findings);
}

static void read_shipped(World *world) {
    size_t length;
    char *bytes = territory_bytes(&length);
    assert_int_equal(read_table(world, bytes, length), STATUS_OK);
    free(bytes);
}

static size_t departements_of(const Territory *territory, const char *region) {
    int number = territory_region(territory, region, strlen(region), false);
    assert_true(number >= 0);
    return bits_count(territory->regions[number].departements, territory->words);
}

static void the_shipped_table_is_whole(void **state) {
    (void)state;
    static const struct {
        const char *code;
        size_t departements;
    } regions[] = {{"01", 1}, {"02", 1},  {"03", 1}, {"04", 1}, {"06", 1},  {"11", 8},  {"24", 6},  {"27", 8}, {"28", 5},
                   {"32", 5}, {"44", 10}, {"52", 5}, {"53", 4}, {"75", 12}, {"76", 13}, {"84", 12}, {"93", 6}, {"94", 2}};
    World world;
    read_shipped(&world);
    const Territory *territory = &world.vocabulary.territory;
    assert_int_equal(territory->region_count, 18);
    assert_int_equal(territory->departement_count, 107);
    assert_string_equal(territory->vintage, "Code officiel géographique 2026");
    size_t total = 0;
    for (size_t i = 0; i < 18; i++) {
        assert_int_equal(departements_of(territory, regions[i].code), regions[i].departements);
        total += regions[i].departements;
    }
    assert_int_equal(total, 101);
    size_t metropolitan = 0;
    for (size_t i = 0; i < 107; i++) metropolitan += territory->departements[i].metropolitan;
    assert_int_equal(metropolitan, 96);
    arena_clear(&world.arena);
}

static void every_phrase_ends_in_the_name(void **state) {
    (void)state;
    static const char *const openings[] = {"en ", "à ", "dans le ", "dans la ", "dans l’", "dans les "};
    World world;
    read_shipped(&world);
    const Territory *territory = &world.vocabulary.territory;
    for (size_t i = 0; i < territory->departement_count; i++) {
        const Departement *place = &territory->departements[i];
        size_t opening = strlen(place->in) - strlen(place->name);
        assert_string_equal(place->in + opening, place->name);
        bool known = false;
        for (size_t o = 0; o < 6; o++)
            known = known || (strlen(openings[o]) == opening && !strncmp(openings[o], place->in, opening));
        assert_true(known);
        bool plural = strncmp(place->in, "dans les ", 9) == 0;
        bool elided = strncmp(place->in, "dans l’", strlen("dans l’")) == 0;
        assert_true(!plural || strchr(place->name, 's') || strchr(place->name, 'x'));
        assert_true(!elided || strchr("AEHIOUY", place->name[0]));
    }
    arena_clear(&world.arena);
}

static int departement(const Territory *territory, const char *name) {
    return territory_departement(territory, name, strlen(name), true);
}

static void names_are_compared_folded(void **state) {
    (void)state;
    World world;
    read_shipped(&world);
    const Territory *territory = &world.vocabulary.territory;
    assert_string_equal(territory->departements[departement(territory, "haute garonne")].code, "31");
    assert_string_equal(territory->departements[departement(territory, "COTES D'ARMOR")].code, "22");
    assert_string_equal(territory->departements[departement(territory, "2A")].in, "en Corse-du-Sud");
    assert_int_equal(territory_departement(territory, "Lot", 3, false), -1);
    assert_int_equal(territory_departement(territory, "4\0006", 3, true), -1);
    int region = territory_region(territory, "Provence-Alpes-Côte d'Azur", strlen("Provence-Alpes-Côte d'Azur"), true);
    assert_string_equal(territory->regions[region].code, "93");
    assert_string_equal(territory->regions[territory_region(territory, "la reunion", 10, true)].in, "à La Réunion");
    assert_string_equal(territory_former(territory, "midi pyrenees"), "Occitanie");
    assert_string_equal(territory_former(territory, "Centre"), "Centre-Val de Loire");
    assert_null(territory_former(territory, "Bretagne"));
    assert_string_equal(territory_former_code(territory, "82", 2), "Auvergne-Rhône-Alpes");
    assert_null(territory_former_code(territory, "24", 2));
    assert_string_equal(territory_nearest(territory, PLACE_REGION, "Nouvele Aquitaine"), "Nouvelle-Aquitaine");
    assert_string_equal(territory_nearest(territory, PLACE_DEPARTEMENT, "Saone et loirre"), "Saône-et-Loire");
    arena_clear(&world.arena);
}

static void former_codes_are_not_present_ones(void **state) {
    (void)state;
    World world;
    read_shipped(&world);
    const Territory *territory = &world.vocabulary.territory;
    for (size_t i = 0; i < territory->former_count; i++) {
        const FormerRegion *former = &territory->former[i];
        assert_int_equal(territory_region(territory, former->name, strlen(former->name), true), -1);
        if (former->code) assert_int_equal(territory_region(territory, former->code, strlen(former->code), false), -1);
    }
    arena_clear(&world.arena);
}

static void bad_tables_are_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"",
                                      "R\t01\tX\ten X\tmetropole\n",
                                      "D\t01\tAin\tdans l’Ain\t84\tmetropole\n",
                                      "D\t01\tAin\tdans l’Ain\t-\n",
                                      "D\t01\tAin\t\t-\tmetropole\n",
                                      "D\t01\tAin\tdans l’Ain\t-\tailleurs\n",
                                      "X\t01\n",
                                      "D\t01\tIs\xE8re\ten Is\xE8re\t-\tmetropole\n",
                                      "D\t01\tA\x1B[31m\tà A\t-\tmetropole\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nD\t01\tB\tà B\t-\tmetropole\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nA\tX\tY\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nE\t200046977\tX\tà X\t69\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nE\t200046977\tX\tà X\t01\nE\t200046977\tX\tà X\t01\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nE\t200046977\tX\tà X\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nC\t69123\tX\tà X\t-\n",
                                      "D\t01\tA\tà A\t-\tmetropole\nR\t1\tB\tà B\tmetropole\nR\t1\tC\tà C\tmetropole\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        World world;
        assert_int_equal(read_table(&world, bad[i], strlen(bad[i])), STATUS_REFUSED);
        assert_true(world.findings.errors > 0);
        assert_int_equal(world.vocabulary.siege, -1);
        arena_clear(&world.arena);
    }
}

static void a_table_may_end_lines_as_windows_does(void **state) {
    (void)state;
    static const char table[] = "R\t1\tX\ten X\tmetropole\r\nD\t01\tA\tà A\t1\tmetropole\r\nA\tY\tX\r\n";
    World world;
    assert_int_equal(read_table(&world, table, sizeof table - 1), STATUS_OK);
    assert_string_equal(territory_former(&world.vocabulary.territory, "y"), "X");
    arena_clear(&world.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_table_is_whole), cmocka_unit_test(every_phrase_ends_in_the_name),
        cmocka_unit_test(names_are_compared_folded),  cmocka_unit_test(former_codes_are_not_present_ones),
        cmocka_unit_test(bad_tables_are_refused),     cmocka_unit_test(a_table_may_end_lines_as_windows_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
