/* Reading one structure: each sentence of «\u00a0How a value may be written\u00a0» has its test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "input/fact_value.h"
#include "input/facts_json.h"
#include "small_vocabulary.h"

typedef struct Reading {
    Arena arena;
    Vocabulary vocabulary;
    FactSet facts;
    Findings findings;
    Status status;
} Reading;

static void read_bytes(Reading *reading, const char *json, size_t length) {
    arena_init(&reading->arena, &memory_standard);
    assert_true(small_vocabulary(&reading->vocabulary, &reading->arena));
    assert_int_equal(factset_init(&reading->facts, &reading->arena, &reading->vocabulary), STATUS_OK);
    findings_init(&reading->findings, &reading->arena);
    reading->status = facts_json_read(&reading->facts, "faits.json", json, length, &reading->findings);
}

static void read_text(Reading *reading, const char *json) {
    read_bytes(reading, json, strlen(json));
}

static int fact_number(const Reading *reading, const char *name) {
    int fact = vocabulary_find(&reading->vocabulary, name, strlen(name));
    assert_true(fact >= 0);
    return fact;
}

static const Value *value_of(const Reading *reading, const char *name) {
    return &reading->facts.values[fact_number(reading, name)];
}

static const Origin *origin_of(const Reading *reading, const char *name) {
    return &reading->facts.origins[fact_number(reading, name)];
}

static void expect_span(const char *json, const char *fact, double low, double high) {
    Reading reading;
    read_text(&reading, json);
    for (size_t i = 0; i < reading.findings.count; i++) print_error("%s: %s\n", json, reading.findings.items[i].message);
    assert_int_equal(reading.status, STATUS_OK);
    Span span = value_of(&reading, fact)->span;
    if (span.low != low || span.high != high) print_error("%s: [%.17g, %.17g]\n", json, span.low, span.high);
    assert_true(span.low == low && span.high == high);
    assert_false(signbit(span.low) && span.low == 0);
    arena_clear(&reading.arena);
}

/* The choices of a fact that stay possible, and those that are sure, as one text: «\u00a0+association\u00a0» is sure. */
static void expect_choices(const char *json, const char *fact, const char *expected) {
    Reading reading;
    read_text(&reading, json);
    for (size_t i = 0; i < reading.findings.count; i++) print_error("%s: %s\n", json, reading.findings.items[i].message);
    assert_int_equal(reading.status, STATUS_OK);
    const Value *value = value_of(&reading, fact);
    const Fact *known = &reading.vocabulary.facts[fact_number(&reading, fact)];
    char text[4096] = "";
    for (size_t i = 0; i < known->choice_count; i++) {
        if (!bits_has(value->possible, i)) continue;
        if (text[0]) strcat(text, " ");
        if (value->shape == SHAPE_SET && bits_has(value->sure, i)) strcat(text, "+");
        strcat(text, known->choices[i].name);
    }
    assert_string_equal(text, expected);
    arena_clear(&reading.arena);
}

static bool contains(const Finding *finding, const char *words) {
    return strstr(finding->message, words) || (finding->advice && strstr(finding->advice, words));
}

/* Exactly one error, with this code, whose message or advice has these words. */
static void expect_error(const char *json, const char *code, const char *words) {
    Reading reading;
    read_text(&reading, json);
    if (reading.status != STATUS_REFUSED) print_error("accepted: %s\n", json);
    assert_int_equal(reading.status, STATUS_REFUSED);
    const Finding *finding = &reading.findings.items[0];
    if (reading.findings.errors != 1 || strcmp(finding->code, code) != 0 || !contains(finding, words))
        print_error("%s: %s %s (%s)\n", json, finding->code, finding->message, finding->advice ? finding->advice : "");
    assert_int_equal(reading.findings.errors, 1);
    assert_string_equal(finding->code, code);
    assert_true(contains(finding, words));
    assert_true(finding->line >= 1);
    arena_clear(&reading.arena);
}

static void booleans_are_true_or_false(void **state) {
    (void)state;
    expect_choices("{\"est_ess\":true}", "est_ess", "oui");
    expect_choices("{\"est_ess\":false}", "est_ess", "non");
    expect_choices("{\"est_ess\":null}", "est_ess", "non oui");
    expect_choices("{}", "est_ess", "non oui");
    expect_error("{\"est_ess\":\"oui\"}", "AZ104", "écrivez true");
    expect_error("{\"est_ess\":\"non\"}", "AZ104", "écrivez false");
    expect_error("{\"est_ess\":1}", "AZ104", "true");
    expect_error("{\"est_ess\":[true]}", "AZ104", "liste");
    expect_error("{\"est_ess\":{}}", "AZ104", "objet");
}

static void integers_are_exact(void **state) {
    (void)state;
    expect_span("{\"effectif_salarie\":12}", "effectif_salarie", 12, 12);
    expect_span("{\"effectif_salarie\":12.0}", "effectif_salarie", 12, 12);
    expect_span("{\"effectif_salarie\":1.2e1}", "effectif_salarie", 12, 12);
    expect_span("{\"effectif_salarie\":-0}", "effectif_salarie", 0, 0);
    expect_span("{\"effectif_salarie\":1000000}", "effectif_salarie", 1e6, 1e6);
    expect_span("{\"effectif_salarie\":null}", "effectif_salarie", 0, 1e6);
    expect_error("{\"effectif_salarie\":12.5}", "AZ106", "entier");
    expect_error("{\"effectif_salarie\":\"12\"}", "AZ108", "écrivez 12, sans guillemets");
    expect_error("{\"effectif_salarie\":1000001}", "AZ105", "de 0 à 1000000");
    expect_error("{\"effectif_salarie\":-1}", "AZ105", "«\u00a0-1\u00a0»");
    expect_error("{\"effectif_salarie\":true}", "AZ104", "booléen");
    expect_error("{\"effectif_salarie\":[10,19]}", "AZ104", "liste");
}

static void numbers_are_finite_and_exact(void **state) {
    (void)state;
    expect_span("{\"resultat\":9007199254740992}", "resultat", 9007199254740992.0, 9007199254740992.0);
    expect_span("{\"resultat\":-1234.56}", "resultat", -1234.56, -1234.56);
    expect_span("{\"etp\":0.1}", "etp", 0.1, 0.1);
    expect_error("{\"resultat\":9007199254740993}", "AZ106", "2^53");
    expect_error("{\"resultat\":-9007199254740993}", "AZ106", "2^53");
    expect_error("{\"resultat\":1e400}", "AZ106", "trop grand");
}

static void what_is_known_of_a_number_may_be_an_object(void **state) {
    (void)state;
    expect_span("{\"effectif_salarie\":{\"min\":10,\"max\":19}}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":{\"max\":19,\"min\":10}}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":{\"min\":10,\"max\":10}}", "effectif_salarie", 10, 10);
    expect_span("{\"effectif_salarie\":{\"above\":10}}", "effectif_salarie", 11, 1e6);
    expect_span("{\"effectif_salarie\":{\"above\":9,\"below\":11}}", "effectif_salarie", 10, 10);
    expect_span("{\"budget_annuel\":{\"min\":250000}}", "budget_annuel", 250000, 1e12);
    expect_span("{\"budget_annuel\":{\"above\":300000}}", "budget_annuel", nextafter(300000, 1e9), 1e12);
    expect_span("{\"budget_annuel\":{\"below\":300000}}", "budget_annuel", 0, nextafter(300000, 0));
    expect_span("{\"resultat\":{\"below\":0}}", "resultat", -INFINITY, nextafter(0, -1));
    expect_error("{\"effectif_salarie\":{\"min\":19,\"max\":10}}", "AZ107", "inversé");
    expect_error("{\"effectif_salarie\":{\"above\":10,\"below\":11}}", "AZ107", "aucune valeur");
    expect_error("{\"etp\":{\"above\":10,\"below\":10}}", "AZ107", "aucune valeur");
    expect_error("{\"etp\":{\"min\":10,\"below\":10}}", "AZ107", "aucune valeur");
    expect_error("{\"etp\":{\"min\":10,\"above\":10}}", "AZ107", "deux fois");
    expect_error("{\"etp\":{\"max\":10,\"below\":10}}", "AZ107", "deux fois");
    expect_error("{\"etp\":{}}", "AZ107", "sans borne");
    expect_error("{\"etp\":{\"mini\":1}}", "AZ107", "«\u00a0min\u00a0»");
    expect_error("{\"etp\":{\"min\":\"1\"}}", "AZ104", "sans guillemets");
    expect_error("{\"etp\":{\"min\":null}}", "AZ104", "borne");
    expect_error("{\"effectif_salarie\":{\"min\":1.5}}", "AZ106", "entier");
    expect_error("{\"effectif_salarie\":{\"max\":1000001}}", "AZ107", "sort des valeurs");
    expect_error("{\"effectif_salarie\":{\"above\":1000000}}", "AZ107", "aucune valeur");
}

static void what_is_known_of_a_number_may_be_a_text(void **state) {
    (void)state;
    expect_span("{\"effectif_salarie\":\"10-19\"}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":\"10 à 19\"}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":\"10 – 19\"}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":\"entre 10 et 19\"}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":\"de 10 à 19 personnes salariées\"}", "effectif_salarie", 10, 19);
    expect_span("{\"effectif_salarie\":\"> 10\"}", "effectif_salarie", 11, 1e6);
    expect_span("{\"effectif_salarie\":\">= 10\"}", "effectif_salarie", 10, 1e6);
    expect_span("{\"effectif_salarie\":\"≥10\"}", "effectif_salarie", 10, 1e6);
    expect_span("{\"effectif_salarie\":\"< 5\"}", "effectif_salarie", 0, 4);
    expect_span("{\"effectif_salarie\":\"≤ 5\"}", "effectif_salarie", 0, 5);
    expect_span("{\"effectif_salarie\":\"plus de 10\"}", "effectif_salarie", 11, 1e6);
    expect_span("{\"effectif_salarie\":\"moins de 3\"}", "effectif_salarie", 0, 2);
    expect_span("{\"effectif_salarie\":\"au moins 2\"}", "effectif_salarie", 2, 1e6);
    expect_span("{\"effectif_salarie\":\"au plus 4\"}", "effectif_salarie", 0, 4);
    expect_span("{\"budget_annuel\":\"> 300 k€\"}", "budget_annuel", nextafter(300000, 1e9), 1e12);
    expect_span("{\"budget_annuel\":\"300 k€ - 1,2 M€\"}", "budget_annuel", 300000, 1200000);
    expect_span("{\"budget_annuel\":\"300 à 400 k€\"}", "budget_annuel", 300000, 400000);
    expect_span("{\"budget_annuel\":\"1 200,50 - 1\u202f300\u00a0€\"}", "budget_annuel", 1200.5, 1300);
    expect_span("{\"etp\":\"1,5 à 3\"}", "etp", 1.5, 3);
    expect_span("{\"resultat\":\"-5 à -3\"}", "resultat", -5, -3);
    expect_error("{\"effectif_salarie\":\"19-10\"}", "AZ108", "inversé");
    expect_error("{\"effectif_salarie\":\"10 - 19 k€\"}", "AZ108", "ni un nombre ni un intervalle");
    expect_error("{\"effectif_salarie\":\"> 10,5\"}", "AZ108", "entier");
    expect_error("{\"effectif_salarie\":\"< 0\"}", "AZ108", "aucune valeur");
    expect_error("{\"effectif_salarie\":\"2019-03\"}", "AZ108", "ni un nombre");
    expect_error("{\"effectif_salarie\":\"10 19\"}", "AZ108", "ni un nombre");
    expect_error("{\"effectif_salarie\":\"\"}", "AZ108", "ni un nombre");
    expect_error("{\"effectif_salarie\":\"dix\"}", "AZ108", "ni un nombre");
    expect_error("{\"effectif_salarie\":\"NC\"}", "AZ108", "ni un nombre");
    expect_error("{\"effectif_salarie\":\"environ 10\"}", "AZ108", "ni un nombre");
    expect_error("{\"effectif_salarie\":\"10-19-20\"}", "AZ108", "ni un nombre");
    expect_error("{\"budget_annuel\":\"300 k€\"}", "AZ108", "écrivez 300000, sans guillemets");
    expect_error("{\"budget_annuel\":\"> 1e400\"}", "AZ108", "ni un nombre");
}

static double day(int year, int month, int number) {
    return day_from_date((Date){year, month, number});
}

static void dates_may_be_partial(void **state) {
    (void)state;
    expect_span("{\"date_creation\":\"2019-03-12\"}", "date_creation", day(2019, 3, 12), day(2019, 3, 12));
    expect_span("{\"date_creation\":\"2019-03\"}", "date_creation", day(2019, 3, 1), day(2019, 3, 31));
    expect_span("{\"date_creation\":\"2020-02\"}", "date_creation", day(2020, 2, 1), day(2020, 2, 29));
    expect_span("{\"date_creation\":\"2019\"}", "date_creation", day(2019, 1, 1), day(2019, 12, 31));
    expect_span("{\"date_creation\":\"1800\"}", "date_creation", DAY_MIN, DAY_MIN + 364);
    expect_error("{\"date_creation\":\"1799\"}", "AZ109", "1800");
    expect_error("{\"date_creation\":\"2200\"}", "AZ109", "2199");
    expect_error("{\"date_creation\":\"2019-02-29\"}", "AZ109", "calendrier");
    expect_error("{\"date_creation\":\"2019-13\"}", "AZ109", "calendrier");
    expect_error("{\"date_creation\":\"12/03/2019\"}", "AZ109", "écrivez \"2019-03-12\"");
    expect_error("{\"date_creation\":\"mars 2019\"}", "AZ109", "AAAA-MM-JJ");
    expect_error("{\"date_creation\":2019}", "AZ104", "écrivez \"2019\"");
    expect_error("{\"date_creation\":{\"min\":2019}}", "AZ104", "objet");
}

static void codes_are_texts_of_an_exact_form(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\"siren\":\"356000000\",\"siret\":\"35600000000048\",\"categorie_juridique\":\"9220\"}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_string_equal(value_of(&reading, "siret")->text, "35600000000048");
    assert_string_equal(value_of(&reading, "id")->text, "35600000000048");
    assert_false(origin_of(&reading, "id")->given);
    arena_clear(&reading.arena);
    expect_error("{\"siren\":356000000}", "AZ104", "écrivez \"356000000\"");
    expect_error("{\"siren\":\"356000001\"}", "AZ110", "clé de contrôle");
    expect_error("{\"siren\":\"000000000\"}", "AZ110", "clé");
    expect_error("{\"siren\":\"35600000\"}", "AZ110", "9 chiffres");
    expect_error("{\"siren\":\"3560000000\"}", "AZ110", "9 chiffres");
    expect_error("{\"siren\":\"356 000 000\"}", "AZ110", "écrivez \"356000000\"");
    expect_error("{\"siren\":\"\"}", "AZ121", "vide");
    expect_error("{\"siret\":\"35600000000049\"}", "AZ110", "clé");
    expect_error("{\"categorie_juridique\":\"922\"}", "AZ110", "4 chiffres");
    expect_error("{\"categorie_juridique\":9220}", "AZ104", "\"9220\"");
}

static void la_poste_has_its_own_key(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\"siret\":\"35600000000001\"}"); /* 3+5+6+1 = 15 */
    assert_int_equal(reading.status, STATUS_OK);
    arena_clear(&reading.arena);
    expect_error("{\"siret\":\"35600000000002\"}", "AZ110", "clé");
}

static void a_siret_holds_its_siren(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\"siret\":\"73282932000074\"}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_string_equal(value_of(&reading, "siren")->text, "732829320");
    arena_clear(&reading.arena);
    expect_error("{\"siren\":\"356000000\",\"siret\":\"73282932000074\"}", "AZ117", "début du SIRET");
    read_text(&reading, "{\"siren\":\"356000000\"}");
    assert_string_equal(value_of(&reading, "id")->text, "356000000");
    arena_clear(&reading.arena);
    read_text(&reading, "{\"siren\":\"356000000\",\"id\":\"A1\"}");
    assert_string_equal(value_of(&reading, "id")->text, "A1");
    arena_clear(&reading.arena);
}

static void an_enum_is_one_value_or_those_still_possible(void **state) {
    (void)state;
    expect_choices("{\"forme_juridique\":\"association\"}", "forme_juridique", "association");
    expect_choices("{\"forme_juridique\":\"scop\"}", "forme_juridique", "scop");
    expect_choices("{\"forme_juridique\":\"cooperative\"}", "forme_juridique", "cooperative scop scic");
    expect_choices("{\"forme_juridique\":[\"scop\",\"scic\"]}", "forme_juridique", "scop scic");
    expect_choices("{\"forme_juridique\":[\"scop\",\"cooperative\"]}", "forme_juridique", "cooperative scop scic");
    expect_error("{\"forme_juridique\":[]}", "AZ112", "vide");
    expect_error("{\"forme_juridique\":\"asociation\"}", "AZ111", "«\u00a0association\u00a0»");
    expect_error("{\"forme_juridique\":\"Association\"}", "AZ111", "«\u00a0association\u00a0»");
    expect_error("{\"forme_juridique\":[\"scop\",\"scoop\"]}", "AZ111", "«\u00a0scop\u00a0»");
    expect_error("{\"forme_juridique\":\"xyzzyxyzzy\"}", "AZ111", "valeurs admises");
    expect_error("{\"forme_juridique\":3}", "AZ104", "nombre");
    expect_error("{\"forme_juridique\":[[\"scop\"]]}", "AZ104", "liste");
    expect_error("{\"forme_juridique\":[null]}", "AZ104", "");
}

static void a_set_is_the_list_of_what_applies(void **state) {
    (void)state;
    expect_choices("{\"besoins\":[]}", "besoins", "");
    expect_choices("{\"besoins\":null}", "besoins", "difficulte anticiper faire_face rebondir changement_echelle");
    expect_choices("{\"besoins\":[\"difficulte\"]}", "besoins", "+difficulte anticiper faire_face rebondir");
    expect_choices("{\"besoins\":[\"faire_face\"]}", "besoins", "+difficulte +faire_face");
    expect_choices("{\"besoins\":[\"changement_echelle\"]}", "besoins", "+changement_echelle");
    expect_choices("{\"besoins\":[\"difficulte\",\"faire_face\"]}", "besoins", "+difficulte anticiper +faire_face rebondir");
    expect_choices("{\"besoins\":{\"yes\":[\"faire_face\"],\"no\":[\"rebondir\"]}}", "besoins",
                   "+difficulte anticiper +faire_face changement_echelle");
    expect_choices("{\"besoins\":{\"no\":[\"difficulte\"]}}", "besoins", "changement_echelle");
    expect_choices("{\"besoins\":{\"yes\":[\"difficulte\"],\"no\":[\"faire_face\"]}}", "besoins",
                   "+difficulte anticiper rebondir changement_echelle");
    expect_error("{\"besoins\":{\"yes\":[\"faire_face\"],\"no\":[\"faire_face\"]}}", "AZ113", "à la fois");
    expect_error("{\"besoins\":{\"no\":[\"difficulte\"],\"yes\":[\"faire_face\"]}}", "AZ113", "à la fois");
    expect_error("{\"besoins\":{\"oui\":[\"faire_face\"]}}", "AZ113", "clé");
    expect_error("{\"besoins\":{\"yes\":\"faire_face\"}}", "AZ104", "crochets");
    expect_error("{\"besoins\":{}}", "AZ113", "null");
    expect_error("{\"besoins\":\"faire_face\"}", "AZ104", "liste");
    expect_error("{\"besoins\":[\"faire face\"]}", "AZ111", "«\u00a0faire_face\u00a0»");
    expect_choices("{\"implantations\":[\"2A\",\"974\"]}", "implantations", "+2A +974");
    expect_error("{\"implantations\":[\"1\"]}", "AZ111", "écrivez \"01\"");
    expect_error("{\"implantations\":[31]}", "AZ104", "\"31\"");
    expect_error("{\"implantations\":[\"Lot\"]}", "AZ111", "\"46\"");
}

static void a_value_may_say_where_it_comes_from(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\n \"etp\":{\"value\":{\"min\":2},\"source\":\"comptes 2025\",\"date\":\"2026-03-31\"},\n"
                        " \"est_ess\":{\"value\":null,\"asked\":\"2026-11-21\"}, \"resultat\":{\"value\":null},\n"
                        " \"departement\":{\"value\":null,\"asked\":\"2026-11-21\"}}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_true(value_of(&reading, "etp")->span.low == 2);
    const Origin *origin = origin_of(&reading, "etp");
    assert_true(origin->given && !origin->asked && !origin->imposed);
    assert_string_equal(origin->source, "comptes 2025");
    assert_string_equal(origin->date, "2026-03-31");
    assert_string_equal(origin->written, "{\"min\":2}");
    assert_int_equal(origin->line, 2);
    assert_true(origin_of(&reading, "est_ess")->asked);
    assert_false(value_known(value_of(&reading, "est_ess")));
    assert_false(origin_of(&reading, "resultat")->given);
    assert_true(origin_of(&reading, "siege")->asked);
    arena_clear(&reading.arena);
    expect_error("{\"etp\":{\"source\":\"x\"}}", "AZ120", "value");
    expect_error("{\"etp\":{\"value\":2,\"min\":1}}", "AZ120", "min");
    expect_error("{\"etp\":{\"value\":2,\"date\":\"hier\"}}", "AZ120", "AAAA-MM-JJ");
    expect_error("{\"etp\":{\"value\":2,\"source\":3}}", "AZ104", "texte");
    expect_error("{\"etp\":{\"value\":null,\"asked\":true}}", "AZ120", "date");
    expect_error("{\"etp\":{\"value\":{\"value\":2}}}", "AZ120", "deux fois");
    expect_error("{\"etp\":{\"value\":\"2\"}}", "AZ108", "écrivez 2");
}

static void places_narrow_one_another(void **state) {
    (void)state;
    expect_choices("{\"departement\":\"31\"}", "siege", "31");
    expect_choices("{\"commune\":\"31555\",\"region\":\"76\"}", "siege", "31");
    expect_choices("{\"commune\":\"2A004\"}", "siege", "2A");
    expect_choices("{\"commune\":\"97411\"}", "siege", "974");
    expect_choices("{\"commune\":\"98818\"}", "siege", "988");
    expect_choices("{\"region\":\"53\"}", "siege", "22 29 35 56");
    expect_choices("{\"region\":\"94\"}", "siege", "2A 2B");
    expect_error("{\"departement\":31}", "AZ104", "écrivez \"31\"");
    expect_error("{\"departement\":1}", "AZ104", "écrivez \"01\"");
    expect_error("{\"departement\":\"1\"}", "AZ114", "\"01\" (Ain)");
    expect_error("{\"departement\":\"2a\"}", "AZ114", "\"2A\" (Corse-du-Sud)");
    expect_error("{\"departement\":\"20\"}", "AZ114", "\"2A\" et \"2B\"");
    expect_error("{\"departement\":\"99\"}", "AZ114", "département");
    expect_error("{\"departement\":\"haute garonne\"}", "AZ114", "\"31\"");
    expect_error("{\"departement\":\"Occitanie\"}", "AZ114", "\"76\"");
    expect_error("{\"departement\":\"Haute Garone\"}", "AZ114", "\"31\"");
    expect_error("{\"region\":\"Occitanie\"}", "AZ114", "\"76\"");
    expect_error("{\"region\":\"Midi-Pyrenees\"}", "AZ114", "Occitanie");
    expect_error("{\"region\":\"73\"}", "AZ114", "Occitanie");
    expect_error("{\"region\":\"Haute-Garonne\"}", "AZ114", "\"31\"");
    expect_error("{\"region\":\"Ocitanie\"}", "AZ114", "\"76\"");
    expect_error("{\"region\":\"1\"}", "AZ114", "\"01\" (Guadeloupe)");
    expect_error("{\"commune\":\"20004\"}", "AZ114", "2A ou 2B");
    expect_error("{\"commune\":\"97901\"}", "AZ114", "n’existe pas");
    expect_error("{\"commune\":\"3155\"}", "AZ110", "cinq");
    expect_error("{\"commune\":\"Toulouse\"}", "AZ110", "Insee");
    expect_error("{\"code_postal\":\"3100\"}", "AZ110", "cinq");
    expect_error("{\"code_postal\":31000}", "AZ104", "\"31000\"");
    expect_error("{\"epci\":\"200046978\"}", "AZ110", "neuf");
}

static void without_tables_postal_codes_and_epci_are_taken_as_they_are(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\"code_postal\":\"31000\",\"epci\":\"356000000\"}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_int_equal(reading.findings.count, 0);
    const Value *siege = value_of(&reading, "siege");
    assert_int_equal(bits_count(siege->possible, siege->words), 108);
    arena_clear(&reading.arena);
    expect_choices("{\"epci\":\"200046977\"}", "siege", "69/200046977");
    expect_choices("{\"commune\":\"69123\"}", "siege", "69 69/200046977");
}

static void contradictory_places_keep_both_readings(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\"region\":\"53\",\"departement\":\"31\"}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_int_equal(reading.facts.dispute_count, 1);
    const Dispute *dispute = &reading.facts.disputes[0];
    assert_int_equal(dispute->fact, reading.vocabulary.siege);
    assert_string_equal(dispute->first, "departement 31");
    assert_string_equal(dispute->second, "region 53");
    arena_clear(&reading.arena);
    expect_choices("{\"region\":\"53\",\"departement\":\"31\"}", "siege", "22 29 31 35 56");
    expect_choices("{\"region\":\"53\",\"departement\":\"31\",\"commune\":\"29019\"}", "siege", "22 29 31 35 56");
    expect_choices("{\"overrides\":{\"departement\":\"31\"},\"region\":\"53\"}", "siege", "31");
}

static void overrides_stand_wherever_they_come(void **state) {
    (void)state;
    Reading reading;
    read_text(&reading, "{\"overrides\":{\"etp\":3,\"est_ess\":false},\"etp\":5}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_true(value_of(&reading, "etp")->span.low == 3 && value_of(&reading, "etp")->span.high == 3);
    assert_true(origin_of(&reading, "etp")->imposed);
    assert_true(origin_of(&reading, "est_ess")->imposed);
    arena_clear(&reading.arena);
    expect_error("{\"overrides\":{\"ept\":3}}", "AZ103", "«\u00a0etp\u00a0»");
    expect_error("{\"overrides\":[]}", "AZ104", "objet");
    expect_error("{\"overrides\":{\"confirmations\":{}}}", "AZ103", "confirmations");
}

static void confirmations_answer_hidden_facts(void **state) {
    (void)state;
    expect_choices("{\"confirmations\":{\"dla\":{\"projet\":true,\"viable\":false}}}", "dla/projet", "oui");
    expect_choices("{\"confirmations\":{\"dla\":{\"projet\":true,\"viable\":false}}}", "dla/viable", "non");
    expect_choices("{\"confirmations\":{\"dla\":{\"projet\":null}}}", "dla/projet", "non oui");
    expect_choices("{\"confirmations\":{}}", "dla/projet", "non oui");
    expect_error("{\"confirmations\":{\"viable\":true}}", "AZ118", "{ \"dla\": { \"viable\"");
    expect_error("{\"confirmations\":{\"dlaa\":{\"projet\":true}}}", "AZ118", "«\u00a0dla\u00a0»");
    expect_error("{\"confirmations\":{\"dla\":{\"projets\":true}}}", "AZ119", "«\u00a0projet\u00a0»");
    expect_error("{\"confirmations\":{\"dla\":{\"zzzzzz\":true}}}", "AZ119", "projet, viable");
    expect_error("{\"confirmations\":{\"dla\":{\"projet\":\"oui\"}}}", "AZ104", "écrivez true");
    expect_error("{\"confirmations\":{\"dla\":true}}", "AZ104", "objet");
    expect_error("{\"confirmations\":[]}", "AZ104", "objet");
    expect_error("{\"dla/projet\":true}", "AZ103", "confirmations");
}

static void unknown_keys_name_the_nearest(void **state) {
    (void)state;
    expect_error("{\"effectif_salaries\":3}", "AZ103", "«\u00a0effectif_salarie\u00a0»");
    expect_error("{\"nombre de salaries\":3}", "AZ103", "«\u00a0effectif_salarie\u00a0»");
    expect_error("{\"siege\":\"31\"}", "AZ103", "departement");
    expect_error("{\"\":3}", "AZ103", "vocabulaire");
    expect_choices("{\"$schema\":[1,{\"a\":2}],\"azimut\":\"1.0.0\",\"est_ess\":true}", "est_ess", "oui");
}

static void broken_json_is_one_error_with_its_line(void **state) {
    (void)state;
    expect_error("{\"etp\":1,\n\"etp\":2}", "AZ125", "etp");
    expect_error("{\"etp\":1} x", "AZ101", "");
    expect_error("{\"etp\":", "AZ101", "");
    expect_error("", "AZ101", "");
    expect_error("[1,2]", "AZ102", "objet");
    expect_error("3", "AZ102", "objet");
    Reading reading;
    read_text(&reading, "{\"ept\":1,\n\"etp\":01}");
    assert_int_equal(reading.findings.errors, 2);
    assert_int_equal(reading.findings.items[0].line, 1);
    assert_int_equal(reading.findings.items[1].line, 2);
    arena_clear(&reading.arena);
}

static void texts_are_bounded(void **state) {
    (void)state;
    char json[TEXT_VALUE_MAX + 32];
    for (size_t length = TEXT_VALUE_MAX; length <= TEXT_VALUE_MAX + 1; length++) {
        Reading reading;
        snprintf(json, sizeof json, "{\"nom\":\"%0*d\"}", (int)length, 7);
        read_text(&reading, json);
        assert_int_equal(reading.status, length <= TEXT_VALUE_MAX ? STATUS_OK : STATUS_REFUSED);
        if (reading.status == STATUS_REFUSED) {
            assert_string_equal(reading.findings.items[0].code, "AZ121");
            assert_true(strlen(reading.findings.items[0].read) <= WRITTEN_BYTES_MAX);
        }
        arena_clear(&reading.arena);
    }
    expect_error("{\"nom\":\"a\\nb\"}", "AZ121", "contrôle");
    expect_error("{\"nom\":\"a\\u0085b\"}", "AZ121", "contrôle");
    expect_error("{\"nom\":3}", "AZ104", "texte");
    Reading reading;
    read_text(&reading, "{\"nom\":\"L’Échappée 🌱 \u202f合\"}");
    assert_int_equal(reading.status, STATUS_OK);
    assert_string_equal(factset_name(&reading.facts), "L’Échappée 🌱 \u202f合");
    arena_clear(&reading.arena);
}

/* `count` wrong elements in one list. */
static void read_list(Reading *reading, size_t count) {
    size_t length = 0;
    char *json = malloc(count * 2 + 32);
    length += (size_t)sprintf(json, "{\"besoins\":[");
    for (size_t i = 0; i < count; i++) length += (size_t)sprintf(json + length, i ? ",1" : "1");
    length += (size_t)sprintf(json + length, "]}");
    read_bytes(reading, json, length);
    free(json);
}

static void errors_are_counted_beyond_a_thousand(void **state) {
    (void)state;
    Reading reading;
    read_list(&reading, COMPLAINTS_MAX);
    assert_int_equal(reading.findings.count, COMPLAINTS_MAX);
    arena_clear(&reading.arena);
    read_list(&reading, COMPLAINTS_MAX + 1);
    assert_int_equal(reading.findings.count, COMPLAINTS_MAX + 1);
    assert_string_equal(reading.findings.items[COMPLAINTS_MAX].code, "AZ123");
    assert_non_null(strstr(reading.findings.items[COMPLAINTS_MAX].message, "1 autre erreur n’est pas"));
    arena_clear(&reading.arena);
}

static void a_value_is_bounded(void **state) {
    (void)state;
    Reading reading;
    read_list(&reading, ITEMS_MAX);
    assert_string_equal(reading.findings.items[0].code, "AZ104");
    arena_clear(&reading.arena);
    read_list(&reading, ITEMS_MAX + 1);
    assert_int_equal(reading.findings.count, 1);
    assert_string_equal(reading.findings.items[0].code, "AZ122");
    arena_clear(&reading.arena);
}

static void a_file_is_bounded(void **state) {
    (void)state;
    char *json = malloc(FACTS_BYTES_MAX + 1);
    memset(json, ' ', FACTS_BYTES_MAX + 1);
    json[0] = '{';
    json[1] = '}';
    Reading reading;
    read_bytes(&reading, json, FACTS_BYTES_MAX);
    assert_int_equal(reading.status, STATUS_OK);
    arena_clear(&reading.arena);
    read_bytes(&reading, json, FACTS_BYTES_MAX + 1);
    assert_int_equal(reading.status, STATUS_REFUSED);
    assert_string_equal(reading.findings.items[0].code, "AZ102");
    arena_clear(&reading.arena);
    free(json);
}

static const char full[] =
    "{\"nom\":\"Les Ateliers \\\"de la De\\u00fble\\\"\",\"siret\":\"73282932000074\",\"categorie_juridique\":\"9220\",\n"
    "\"forme_juridique\":[\"scop\",\"scic\"],\"effectif_salarie\":\"10 à 19\",\"budget_annuel\":{\"above\":300000},\n"
    "\"etp\":{\"value\":2.5,\"source\":\"comptes\",\"date\":\"2026-03-31\"},\"date_creation\":\"2019-03\",\n"
    "\"commune\":\"31555\",\"code_postal\":\"31000\",\"departement\":\"31\",\"region\":\"84\",\"implantations\":[\"31\"],\n"
    "\"besoins\":{\"yes\":[\"faire_face\"],\"no\":[\"rebondir\"]},\"est_ess\":{\"value\":null,\"asked\":\"2026-11-21\"},\n"
    "\"confirmations\":{\"dla\":{\"projet\":true}},\"overrides\":{\"est_ess\":true}}";
static const char wrong[] =
    "{\"nom\":\"\",\"siret\":\"1\",\"etp\":\"12\",\"forme_juridique\":\"asociation\",\"region\":\"Ocitanie\",\n"
    "\"besoins\":{\"yes\":[\"faire_face\"],\"no\":[\"difficulte\"]},\"efectif\":1,\"departement\":1,\"commune\":\"20001\",\n"
    "\"confirmations\":{\"dlaa\":{},\"dla\":{\"projets\":1}},\"overrides\":{\"x\":1},\"epci\":\"1\",\"date_creation\":{}}";

static bool read_with(const Memory *memory, const char *json, Status expected) {
    Arena arena, vocabulary_arena;
    Vocabulary vocabulary;
    FactSet facts;
    Findings findings;
    arena_init(&vocabulary_arena, &memory_standard);
    assert_true(small_vocabulary(&vocabulary, &vocabulary_arena));
    arena_init(&arena, memory);
    Status status = factset_init(&facts, &arena, &vocabulary);
    findings_init(&findings, &arena);
    if (status == STATUS_OK) status = facts_json_read(&facts, "f", json, strlen(json), &findings);
    assert_true(status == expected || status == STATUS_NO_MEMORY);
    arena_clear(&arena);
    arena_clear(&vocabulary_arena);
    return status == expected;
}

static bool read_full(const Memory *memory) {
    return read_with(memory, full, STATUS_OK);
}

static bool read_wrong(const Memory *memory) {
    return read_with(memory, wrong, STATUS_REFUSED);
}

static void running_out_of_memory_is_a_status(void **state) {
    (void)state;
    SWEEP(read_full);
    SWEEP(read_wrong);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(booleans_are_true_or_false),
        cmocka_unit_test(integers_are_exact),
        cmocka_unit_test(numbers_are_finite_and_exact),
        cmocka_unit_test(what_is_known_of_a_number_may_be_an_object),
        cmocka_unit_test(what_is_known_of_a_number_may_be_a_text),
        cmocka_unit_test(dates_may_be_partial),
        cmocka_unit_test(codes_are_texts_of_an_exact_form),
        cmocka_unit_test(la_poste_has_its_own_key),
        cmocka_unit_test(a_siret_holds_its_siren),
        cmocka_unit_test(an_enum_is_one_value_or_those_still_possible),
        cmocka_unit_test(a_set_is_the_list_of_what_applies),
        cmocka_unit_test(a_value_may_say_where_it_comes_from),
        cmocka_unit_test(places_narrow_one_another),
        cmocka_unit_test(without_tables_postal_codes_and_epci_are_taken_as_they_are),
        cmocka_unit_test(contradictory_places_keep_both_readings),
        cmocka_unit_test(overrides_stand_wherever_they_come),
        cmocka_unit_test(confirmations_answer_hidden_facts),
        cmocka_unit_test(unknown_keys_name_the_nearest),
        cmocka_unit_test(broken_json_is_one_error_with_its_line),
        cmocka_unit_test(texts_are_bounded),
        cmocka_unit_test(errors_are_counted_beyond_a_thousand),
        cmocka_unit_test(a_value_is_bounded),
        cmocka_unit_test(a_file_is_bounded),
        cmocka_unit_test(running_out_of_memory_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
