/* Grammar and typography, as exact texts. U+00A0 is written ~ and U+202F is written ^ in the expectations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "explain/french.h"
#include "failing_memory.h"

#include <string.h>

static Arena arena;

/* The same text with the two no-break spaces made visible. */
static const char *visible(const char *text) {
    Phrase phrase;
    phrase_init(&phrase, &arena);
    for (const char *at = text; *at;) {
        bool wide = strncmp(at, NBSP, 2) == 0, thin = strncmp(at, THIN, 3) == 0;
        phrase_add_bytes(&phrase, wide ? "~" : thin ? "^" : at, 1);
        at += wide ? 2 : thin ? 3 : 1;
    }
    return phrase_text(&phrase);
}

#define SAYS(actual, expected) assert_string_equal(visible(actual), expected)

static int open_arena(void **state) {
    (void)state;
    arena_init(&arena, &memory_standard);
    return 0;
}

static int close_arena(void **state) {
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void elision(void **state) {
    (void)state;
    static const char *const elided[] = {"association", "Île-de-France", "équilibre", "habitat", "Hérault",
                                         "homme",       "œuvre",         "ESS",       "huissier"};
    static const char *const plain[] = {"Lyon",     "Haute-Garonne", "Hauts-de-France", "onze", "oui",
                                        "handicap", "huit",          "yaourt",          "",     "hors"};
    for (size_t i = 0; i < sizeof elided / sizeof *elided; i++) assert_true(french_elides(elided[i]));
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) assert_false(french_elides(plain[i]));
    assert_false(french_elides(NULL));
}

static void prepositions(void **state) {
    (void)state;
    SAYS(french_de(&arena, "Occitanie"), "d’Occitanie");
    SAYS(french_de(&arena, "Lyon"), "de Lyon");
    SAYS(french_de(&arena, "le Lot"), "du Lot");
    SAYS(french_de(&arena, "les Landes"), "des Landes");
    SAYS(french_de(&arena, "la Lozère"), "de la Lozère");
    SAYS(french_de(&arena, "au moins 2"), "d’au moins 2");
    SAYS(french_de(&arena, "plus de 2"), "de plus de 2");
    SAYS(french_to(&arena, "le Mouvement associatif"), "au Mouvement associatif");
    SAYS(french_to(&arena, "les tribunaux"), "aux tribunaux");
    SAYS(french_to(&arena, "HEC Paris"), "à HEC Paris");
    SAYS(french_to(&arena, "la CRESS"), "à la CRESS");
    SAYS(french_que(&arena, "elle"), "qu’elle");
    SAYS(french_que(&arena, "le DLA"), "que le DLA");
}

static void articles(void **state) {
    (void)state;
    SAYS(french_the(&arena, "effectif salarié", GENDER_MASCULINE, false), "l’effectif salarié");
    SAYS(french_the(&arena, "budget annuel", GENDER_MASCULINE, false), "le budget annuel");
    SAYS(french_the(&arena, "date de création", GENDER_FEMININE, false), "la date de création");
    SAYS(french_the(&arena, "dettes", GENDER_FEMININE, true), "les dettes");
    SAYS(french_of_the(&arena, "effectif salarié", GENDER_MASCULINE, false), "de l’effectif salarié");
    SAYS(french_of_the(&arena, "budget annuel", GENDER_MASCULINE, false), "du budget annuel");
    SAYS(french_of_the(&arena, "date de création", GENDER_FEMININE, false), "de la date de création");
    SAYS(french_of_the(&arena, "dettes", GENDER_FEMININE, true), "des dettes");
}

static void lists(void **state) {
    (void)state;
    static const char *const items[] = {"a", "b", "c", "d"};
    SAYS(french_list(&arena, items, 0, "et"), "");
    SAYS(french_list(&arena, items, 1, "et"), "a");
    SAYS(french_list(&arena, items, 2, "ou"), "a ou b");
    SAYS(french_list(&arena, items, 4, "et"), "a, b, c et d");
}

static void capitals(void **state) {
    (void)state;
    SAYS(french_capital(&arena, "éligible"), "Éligible");
    SAYS(french_capital(&arena, "à vérifier"), "À vérifier");
    SAYS(french_capital(&arena, "œuvre"), "Œuvre");
    SAYS(french_capital(&arena, "DLA"), "DLA");
    SAYS(french_capital(&arena, "÷"), "÷");
    SAYS(french_capital(&arena, ""), "");
    SAYS(french_lower(&arena, "Employeur"), "employeur");
    SAYS(french_lower(&arena, "École"), "école");
    SAYS(french_lower(&arena, "ESS et associations"), "ESS et associations");
}

static void quotations(void **state) {
    (void)state;
    SAYS(french_quote(&arena, "> 3 ans"), "«~> 3 ans~»");
    SAYS(french_quote(&arena, "dit « oui » ici"), "«~dit “oui” ici~»");
    SAYS(french_tidy(&arena, "Quel est le besoin ?"), "Quel est le besoin^?");
    SAYS(french_tidy(&arena, "l'un : « deux » ; 3 €"), "l’un~: «~deux~»^; 3~€");
    SAYS(french_tidy(&arena, "Quel" THIN "? déjà"), "Quel^? déjà");
}

static void cardinals(void **state) {
    (void)state;
    SAYS(french_cardinal(&arena, 1, GENDER_MASCULINE), "un");
    SAYS(french_cardinal(&arena, 1, GENDER_FEMININE), "une");
    SAYS(french_cardinal(&arena, 16, GENDER_FEMININE), "seize");
    SAYS(french_cardinal(&arena, 17, GENDER_FEMININE), "17");
}

static void long_phrases(void **state) {
    (void)state;
    Phrase phrase;
    phrase_init(&phrase, &arena);
    assert_string_equal(phrase_text(&phrase), "");
    phrase_add(&phrase, NULL);
    for (int i = 0; i < 1000; i++) phrase_add(&phrase, "mot ");
    assert_int_equal(strlen(phrase_text(&phrase)), 4000);
    assert_string_equal(phrase_of(&arena, "a", "b", NULL), "ab");
}

static bool quote_something(const Memory *memory) {
    Arena own;
    arena_init(&own, memory);
    const char *list[] = {"un texte", "un autre"};
    const char *text = french_quote(&own, french_capital(&own, french_list(&own, list, 2, "et")));
    assert_non_null(text);
    bool fine = !own.failed;
    arena_clear(&own);
    return fine;
}

static void memory_runs_out(void **state) {
    (void)state;
    SWEEP(quote_something);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(elision, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(prepositions, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(articles, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(lists, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(capitals, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(quotations, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(cardinals, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(long_phrases, open_arena, close_arena),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
