/* The large tables as shipped: every commune, postal code and intercommunality, and what they leave of the seat; legal categories.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "input/facts_json.h"
#include "small_vocabulary.h"

typedef struct World {
    Arena arena;
    Vocabulary vocabulary;
    FactSet facts;
    Findings findings;
    Status status;
    bool broken; /* tables that cannot be had */
} World;

static char *file_bytes(const char *name, size_t *length) {
    char path[512];
    snprintf(path, sizeof path, "%s/facts/%s", AZIMUT_SOURCE_DIR, name);
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(4u << 20);
    *length = file && bytes ? fread(bytes, 1, 4u << 20, file) : 0;
    if (file) fclose(file);
    return bytes;
}

static Status read_table(void *context, const char *name, const char **bytes, size_t *length) {
    World *world = context;
    char path[64];
    snprintf(path, sizeof path, "territoires/%s", name);
    if (world->broken) return STATUS_IO;
    char *read = file_bytes(path, length);
    *bytes = arena_text(&world->arena, read, *length);
    free(read);
    return *bytes ? STATUS_OK : STATUS_NO_MEMORY;
}

static bool open_world(World *world, const Memory *memory) {
    size_t length;
    *world = (World){.broken = false};
    arena_init(&world->arena, memory);
    findings_init(&world->findings, &world->arena);
    if (!small_vocabulary(&world->vocabulary, &world->arena)) return false;
    char *list = file_bytes("territoires/tables.txt", &length);
    Tables *tables = world->vocabulary.territory.tables;
    Status status = tables_read(tables, &world->arena, "tables.txt", list, length, &world->findings);
    free(list);
    tables->source = (TableSource){read_table, world};
    return status == STATUS_OK && factset_init(&world->facts, &world->arena, &world->vocabulary) == STATUS_OK;
}

static void open_read(World *world, const char *json) {
    assert_true(open_world(world, &memory_standard));
    world->status = facts_json_read(&world->facts, "f", json, strlen(json), &world->findings);
}

/* The names of the choices that remain, or « refused ». */
static const char *seats(const World *world) {
    static char text[4096];
    const Fact *siege = &world->vocabulary.facts[world->vocabulary.siege];
    const Value *value = &world->facts.values[world->vocabulary.siege];
    text[0] = '\0';
    for (size_t i = 0; i < siege->choice_count; i++) {
        if (!bits_has(value->possible, i)) continue;
        if (text[0]) strcat(text, " ");
        strcat(text, siege->choices[i].name);
    }
    return world->status == STATUS_OK ? text : "refused";
}

static void expect(const char *json, const char *expected) {
    World world;
    open_read(&world, json);
    if (strcmp(seats(&world), expected) != 0) print_error("%s\n", json);
    assert_string_equal(seats(&world), expected);
    arena_clear(&world.arena);
}

static void expect_finding(const char *json, const char *code, const char *words) {
    World world;
    open_read(&world, json);
    if (world.findings.count != 1) print_error("%s\n", json);
    assert_int_equal(world.findings.count, 1);
    const Finding *finding = &world.findings.items[0];
    if (strcmp(finding->code, code) != 0) print_error("%s\n", json);
    assert_string_equal(finding->code, code);
    if (!strstr(finding->message, words) && !(finding->advice && strstr(finding->advice, words)))
        fail_msg("%s: %s → %s", json, finding->message, finding->advice ? finding->advice : "");
    assert_int_equal(world.status, finding->severity == SEVERITY_ERROR ? STATUS_REFUSED : STATUS_OK);
    arena_clear(&world.arena);
}

static void views_narrow_one_another(void **state) {
    (void)state;
    expect("{\"commune\":\"69123\"}", "69/200046977");
    expect("{\"commune\":\"69264\"}", "69"); /* Villefranche-sur-Saône: elsewhere in the Rhône */
    expect("{\"departement\":\"69\"}", "69 69/200046977");
    expect("{\"epci\":\"200046977\"}", "69/200046977");
    expect("{\"epci\":\"200040590\"}", "01 69"); /* CA Villefranche Beaujolais Saône: Rhône and Ain */
    expect("{\"code_postal\":\"69003\"}", "69/200046977");
    expect("{\"code_postal\":\"69126\"}", "69");
    expect("{\"code_postal\":\"21340\"}", "21 71");
    expect("{\"code_postal\":\"21340\",\"departement\":\"71\"}", "71");
    expect("{\"departement\":\"69\",\"commune\":\"69123\",\"region\":\"84\"}", "69/200046977");
    expect("{\"epci\":\"200054781\",\"departement\":\"93\"}", "93");
    expect("{\"epci\":\"200057867\"}", "93"); /* Plaine Commune, in the Métropole du Grand Paris */
    expect("{\"epci\":\"200057867\",\"commune\":\"93066\"}", "93");
    expect("{\"commune\":\"97411\"}", "974");
    expect("{\"commune\":\"98818\"}", "988");
    expect("{\"commune\":\"2A004\",\"code_postal\":\"20000\"}", "2A");
    expect("{\"code_postal\":\"97100\"}", "971");
}

static void wards_stand_for_their_commune(void **state) {
    (void)state;
    static const char *const wards[] = {"75101", "75120", "69381", "69389", "13201", "13216"};
    for (size_t i = 0; i < 6; i++) {
        char json[64];
        World world;
        snprintf(json, sizeof json, "{\"commune\":\"%s\"}", wards[i]);
        open_read(&world, json);
        assert_int_equal(world.findings.count, 0);
        assert_string_equal(seats(&world), i < 2 ? "75" : i < 4 ? "69/200046977" : "13");
        arena_clear(&world.arena);
    }
}

static void wrong_and_former_codes_are_told(void **state) {
    (void)state;
    expect_finding("{\"commune\":\"69232\"}", "AZ124", "\"69123\" (Lyon)");
    expect_finding("{\"commune\":\"01340\"}", "AZ124", "\"01015\" (Arboys en Bugey)");
    expect_finding("{\"commune\":\"20004\"}", "AZ124", "\"2A004\" (Ajaccio)");
    expect_finding("{\"commune\":\"75017\"}", "AZ115", "code_postal");
    expect_finding("{\"commune\":\"69999\"}", "AZ115", "aucune commune");
    expect_finding("{\"commune\":\"75121\"}", "AZ115", "(Paris)");
    expect_finding("{\"commune\":\"Villeurbane\"}", "AZ110", "\"69266\"");
    expect_finding("{\"commune\":\"saint denis\"}", "AZ110", "\"93066\"");
    expect_finding("{\"code_postal\":\"69326\"}", "AZ115", "CEDEX");
    expect_finding("{\"epci\":\"356000000\"}", "AZ115", "aucune commune");
    expect_finding("{\"epci\":\"200046978\"}", "AZ110", "Métropole de Lyon");
    expect_finding("{\"epci\":\"Métropole de Lyon\"}", "AZ110", "\"200046977\"");
}

static size_t disputes(const char *json, const char *expected) {
    World world;
    open_read(&world, json);
    assert_string_equal(seats(&world), expected);
    size_t count = world.facts.dispute_count;
    arena_clear(&world.arena);
    return count;
}

static void contradictions_keep_both_readings(void **state) {
    (void)state;
    assert_int_equal(disputes("{\"commune\":\"69123\",\"code_postal\":\"38000\"}", "38 69/200046977"), 1);
    assert_int_equal(disputes("{\"commune\":\"69123\",\"code_postal\":\"69100\"}", "69/200046977"), 1);
    assert_int_equal(disputes("{\"commune\":\"69123\",\"code_postal\":\"69100\",\"region\":\"84\"}", "69/200046977"), 1);
    assert_int_equal(disputes("{\"commune\":\"69123\",\"epci\":\"200040590\"}", "01 69 69/200046977"), 1);
    assert_int_equal(disputes("{\"code_postal\":\"69003\",\"epci\":\"200040590\"}", "01 69 69/200046977"), 1);
    assert_int_equal(disputes("{\"commune\":\"69123\",\"code_postal\":\"69003\",\"epci\":\"200046977\"}", "69/200046977"), 0);
    assert_int_equal(disputes("{\"departement\":\"31\",\"overrides\":{\"commune\":\"69123\"}}", "69/200046977"), 0);
}

static bool within(const uint64_t *inner, const World *world, PlaceLevel level, TableField code) {
    const Territory *territory = &world->vocabulary.territory;
    uint64_t bits[SEAT_WORDS_MAX];
    memset(bits, 0xFF, sizeof bits);
    assert_int_equal(territory_narrow(territory, level, code.bytes, code.length, bits), STATUS_OK);
    return bits_within(inner, bits, territory->seat_words);
}

/* For every commune: one choice, and every view that holds it allows that choice and excludes nothing of it. */
static void for_every_commune_the_views_agree(void **state) {
    (void)state;
    World world;
    TableRow row;
    size_t present = 0, former = 0;
    assert_true(open_world(&world, &memory_standard));
    const Territory *territory = &world.vocabulary.territory;
    for (size_t at = 0; tables_next(territory->tables, TABLE_COMMUNES, &at, &row);) {
        uint64_t bits[SEAT_WORDS_MAX];
        CommuneFound found;
        TableField code = row.fields[0], postal, one;
        memset(bits, 0xFF, sizeof bits);
        assert_int_equal(territory_commune(territory, code.bytes, code.length, &found), STATUS_OK);
        assert_int_equal(territory_narrow(territory, PLACE_COMMUNE, code.bytes, code.length, bits), STATUS_OK);
        assert_int_equal(bits_count(bits, territory->seat_words), 1);
        former += found.former;
        present += table_fields_equal(found.code, code);
        int departement = territory_departement_of_commune(territory, found.code.bytes, found.code.length);
        assert_true(bits_within(bits, territory->departements[departement].seats, territory->seat_words));
        if (!table_field_is(found.epci, "-")) assert_true(within(bits, &world, PLACE_EPCI, found.epci));
        if (table_field_is(found.postal_codes, "-")) continue;
        for (postal = found.postal_codes; table_item(&postal, &one);) assert_true(within(bits, &world, PLACE_POSTAL, one));
    }
    assert_true(present > 34000 && former > 4000);
    for (size_t at = 0; tables_next(territory->tables, TABLE_EPCI, &at, &row);)
        assert_false(within((const uint64_t[SEAT_WORDS_MAX]){~UINT64_C(0)}, &world, PLACE_EPCI, row.fields[0]));
    arena_clear(&world.arena);
}

static void lost_tables_are_told_once_asked(void **state) {
    (void)state;
    World world;
    static const char json[] = "{\"commune\":\"69123\",\"code_postal\":\"69003\",\"epci\":\"200046977\"}";
    assert_true(open_world(&world, &memory_standard));
    world.broken = true;
    world.status = facts_json_read(&world.facts, "f", json, strlen(json), &world.findings);
    assert_int_equal(world.findings.count, 3);
    assert_string_equal(world.findings.items[0].code, "AZ116");
    assert_string_equal(seats(&world), "69/200046977");
    arena_clear(&world.arena);
}

static void another_table_is_a_lost_table(void **state) {
    (void)state;
    World world;
    TableRow row;
    assert_true(open_world(&world, &memory_standard));
    Tables *tables = world.vocabulary.territory.tables;
    tables->tables[TABLE_EPCI].head = "#\tepci.tsv\t1266\tanother digest";
    assert_int_equal(tables_find(tables, TABLE_EPCI, "200046977", 9, &row), STATUS_IO);
    assert_true(tables->tables[TABLE_EPCI].lost);
    assert_int_equal(tables_open(tables), STATUS_OK);
    assert_int_equal(tables_find(tables, TABLE_COMMUNES, "0", 1, &row), STATUS_REFUSED);
    assert_int_equal(tables_find(tables, TABLE_COMMUNES, "99999", 5, &row), STATUS_REFUSED);
    assert_int_equal(tables_find(tables, TABLE_COMMUNES, "", 0, &row), STATUS_REFUSED);
    assert_int_equal(tables_find(tables, TABLE_COMMUNES, "#", 1, &row), STATUS_REFUSED);
    arena_clear(&world.arena);
}

static void bad_lists_are_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"T\tcommunes.tsv\t1\n", "X\tcommunes.tsv\t1\tx\n", "T\tautre.tsv\t1\tx\n", "\t\t\t"};
    for (size_t i = 0; i < 4; i++) {
        World world;
        assert_true(open_world(&world, &memory_standard));
        Tables tables = {.source = {NULL, NULL}};
        assert_int_equal(tables_read(&tables, &world.arena, "t", bad[i], strlen(bad[i]), &world.findings), STATUS_REFUSED);
        assert_string_equal(world.findings.items[0].code, "AZ151");
        arena_clear(&world.arena);
    }
}

static bool read_legal(World *world) {
    size_t length;
    char *bytes = file_bytes("formes-juridiques.txt", &length);
    /* The small vocabulary has fewer forms: those of companies become « autre ». */
    static const char *const absent[] = {"entreprise_individuelle",
                                         "organisme_public",
                                         "fonds_de_dotation",
                                         "societe_commerciale",
                                         "mutuelle",
                                         "sarl",
                                         "sas",
                                         "cuma",
                                         "sa",
                                         "cae"};
    Text text;
    text_init(&text, &memory_standard);
    for (size_t i = 0, start = 0; i <= length; i++) {
        if (i < length && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != ',') continue;
        const char *word = NULL;
        for (size_t a = 0; a < sizeof absent / sizeof *absent; a++)
            if (strlen(absent[a]) == i - start && memcmp(absent[a], bytes + start, i - start) == 0 && bytes[start - 1] != 'M' &&
                !(start >= 2 && bytes[start - 2] == 'M'))
                word = "autre";
        bool key = i < length && bytes[i] == '\n';
        if (word && !key) text_add(&text, word);
        else text_add_bytes(&text, bytes + start, i - start);
        if (i < length) text_add_bytes(&text, bytes + i, 1);
        start = i + 1;
    }
    Status status =
        legal_categories_read(&world->vocabulary, "formes-juridiques.txt", text_get(&text), text.length, &world->findings);
    text_clear(&text);
    free(bytes);
    return status == STATUS_OK && factset_init(&world->facts, &world->arena, &world->vocabulary) == STATUS_OK;
}

static void expect_form(const char *json, const char *expected, size_t disputed) {
    World world;
    char text[512] = "";
    assert_true(open_world(&world, &memory_standard));
    assert_true(read_legal(&world));
    assert_int_equal(facts_json_read(&world.facts, "f", json, strlen(json), &world.findings), STATUS_OK);
    const Fact *form = &world.vocabulary.facts[world.vocabulary.legal.form];
    for (size_t i = 0; i < form->choice_count; i++)
        if (bits_has(world.facts.values[world.vocabulary.legal.form].possible, i)) {
            strcat(text, text[0] ? " " : "");
            strcat(text, form->choices[i].name);
        }
    assert_string_equal(text, expected);
    assert_int_equal(world.facts.dispute_count, disputed);
    arena_clear(&world.arena);
}

static void a_category_narrows_the_form(void **state) {
    (void)state;
    static const char all[] = "association fondation cooperative scop scic autre";
    expect_form("{\"categorie_juridique\":\"9220\"}", "association", 0);
    expect_form("{\"categorie_juridique\":\"9240\"}", "autre", 0);
    expect_form("{\"categorie_juridique\":\"3220\"}", all, 0);
    expect_form("{\"categorie_juridique\":\"5710\"}", "cooperative scop scic autre", 0);
    expect_form("{\"categorie_juridique\":\"5710\",\"forme_juridique\":\"scic\"}", "scic", 0);
    expect_form("{\"forme_juridique\":\"scic\",\"categorie_juridique\":\"5710\"}", "scic", 0);
    expect_form("{\"categorie_juridique\":\"3220\",\"forme_juridique\":\"scop\"}", "scop", 0);
    expect_form("{\"categorie_juridique\":\"9220\",\"forme_juridique\":\"scop\"}", "association scop", 1);
    expect_form("{\"forme_juridique\":\"scop\",\"categorie_juridique\":\"9220\"}", "association scop", 1);
    expect_form("{\"categorie_juridique\":\"9220\",\"overrides\":{\"forme_juridique\":\"scop\"}}", "scop", 0);
    expect_form("{\"forme_juridique\":\"scop\",\"overrides\":{\"categorie_juridique\":\"9220\"}}", "association", 0);
    expect_form("{\"forme_juridique\":[\"association\",\"scop\"],\"categorie_juridique\":\"5458\"}", "scop", 0);
}

static void categories_that_do_not_exist_are_refused(void **state) {
    (void)state;
    World world;
    assert_true(open_world(&world, &memory_standard));
    assert_true(read_legal(&world));
    assert_true(world.vocabulary.legal.count == 261);
    for (size_t i = 0; i < world.vocabulary.legal.count; i++) assert_non_null(world.vocabulary.legal.items[i].reason);
    static const char json[] = "{\"categorie_juridique\":\"9225\"}";
    assert_int_equal(facts_json_read(&world.facts, "f", json, strlen(json), &world.findings), STATUS_REFUSED);
    assert_string_equal(world.findings.items[0].code, "AZ111");
    assert_non_null(strstr(world.findings.items[0].advice, "\"922"));
    arena_clear(&world.arena);
}

static void bad_categories_are_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"9220\ta\tassociation\tm\n",
                                      "M\tm\tx\n922\ta\tassociation\tm\n",
                                      "M\tm\tx\n9220\ta\tvide\tm\n",
                                      "M\tm\tx\n9220\ta\tassociation\n",
                                      "M\tm\tx\n9220\t\tassociation\tm\n",
                                      "M\tm\n",
                                      "M\tm\tx\n9220\ta\t-\tm\n9220\ta\t-\tm\n",
                                      "M\tm\tlatin \xE9\n9220\ta\t-\tm\n",
                                      "M\tm\tx\n9220\ta\x1B[31m\t-\tm\n",
                                      "M\tm\tx\n9300\ta\t-\tm\n9220\ta\t-\tm\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        World world;
        assert_true(open_world(&world, &memory_standard));
        assert_int_equal(legal_categories_read(&world.vocabulary, "t", bad[i], strlen(bad[i]), &world.findings), STATUS_REFUSED);
        assert_string_equal(world.findings.items[0].code, "AZ152");
        assert_int_equal(world.vocabulary.legal.count, 0);
        arena_clear(&world.arena);
    }
}

static bool read_all(const Memory *memory) {
    static const char json[] =
        "{\"commune\":\"69232\",\"code_postal\":\"21340\",\"epci\":\"200046977\",\"categorie_juridique\":\"9220\","
        "\"forme_juridique\":\"scop\"}";
    World world;
    bool fine = open_world(&world, memory) && read_legal(&world);
    fine = fine && facts_json_read(&world.facts, "f", json, strlen(json), &world.findings) == STATUS_OK;
    if (fine) assert_int_equal(world.facts.dispute_count, 3);
    arena_clear(&world.arena);
    return fine;
}

static void no_refused_allocation_is_missed(void **state) {
    (void)state;
    SWEEP(read_all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_narrow_one_another),          cmocka_unit_test(wards_stand_for_their_commune),
        cmocka_unit_test(wrong_and_former_codes_are_told),   cmocka_unit_test(contradictions_keep_both_readings),
        cmocka_unit_test(for_every_commune_the_views_agree), cmocka_unit_test(lost_tables_are_told_once_asked),
        cmocka_unit_test(another_table_is_a_lost_table),     cmocka_unit_test(bad_lists_are_refused),
        cmocka_unit_test(a_category_narrows_the_form),       cmocka_unit_test(categories_that_do_not_exist_are_refused),
        cmocka_unit_test(bad_categories_are_refused),        cmocka_unit_test(no_refused_allocation_is_missed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
