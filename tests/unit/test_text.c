/* Growing texts, UTF-8, folded names and nearest names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "unit/failing_memory.h"
#include <string.h>

static void a_text_grows(void **state) {
    (void)state;
    Text text;
    text_init(&text, &memory_standard);
    assert_string_equal(text_get(&text), "");
    text_add(&text, "");
    assert_string_equal(text_get(&text), "");
    for (int i = 0; i < 1000; i++) {
        text_add(&text, "ab");
        text_add_char(&text, 'c');
        text_addf(&text, "%d", i % 10);
    }
    assert_int_equal(text.length, 4000);
    assert_int_equal(strlen(text_get(&text)), 4000);
    assert_memory_equal(text_get(&text) + 3996, "abc9", 4);
    text_clear(&text);
    assert_string_equal(text_get(&text), "");
    text_add_bytes(&text, "x\0y", 3);
    assert_int_equal(text.length, 3);
    assert_memory_equal(text.bytes, "x\0y", 4);
    text_clear(&text);
}

static void a_text_fills_its_room_to_the_byte(void **state) {
    (void)state;
    char filling[600];
    memset(filling, 'a', sizeof filling);
    for (size_t length = 250; length < 520; length++) {
        Text text;
        text_init(&text, &memory_standard);
        text_add_bytes(&text, filling, length);
        text_addf(&text, "%s", "bc");
        assert_int_equal(strlen(text_get(&text)), length + 2);
        text_clear(&text);
    }
}

static bool write_some(const Memory *memory) {
    Text text;
    text_init(&text, memory);
    for (int i = 0; i < 500; i++) {
        text_addf(&text, "ligne %d, ", i);
        text_add(&text, "suite");
    }
    bool done = !text.failed;
    if (!done) assert_string_equal(text_get(&text), "");
    text_clear(&text);
    return done;
}

static void a_text_survives_every_refusal(void **state) {
    (void)state;
    SWEEP(write_some);
}

static void utf8_is_judged_by_the_table(void **state) {
    (void)state;
    static const char *const good[] = {"", "a", "é", "€", "𝄞", "\x7F", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"};
    static const char *const bad[] = {"\x80",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xE0\x9F\xBF",
                                      "\xED\xA0\x80",
                                      "\xED\xBF\xBF",
                                      "\xF0\x8F\xBF\xBF",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xFF",
                                      "\xC3",
                                      "\xE2\x82",
                                      "\xF0\x9D\x84",
                                      "\xC3(",
                                      "\xE2\x82(",
                                      "a\xE9t\xE9"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) assert_true(utf8_valid(good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(utf8_valid(bad[i], strlen(bad[i])));
    assert_true(utf8_valid("\0", 1));
    assert_false(utf8_valid("é", 1));
}

static void every_code_point_comes_back(void **state) {
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        if (code == 0xD800) code = 0xE000;
        char bytes[4];
        size_t length = utf8_write(code, bytes), at = 0;
        assert_int_equal(utf8_character(bytes, length), length);
        assert_int_equal(utf8_next(bytes, length, &at), code);
        assert_int_equal(at, length);
    }
    size_t at = 0;
    assert_int_equal(utf8_next("\xE9t", 2, &at), 0xFFFD);
    assert_int_equal(at, 1);
}

static void width_counts_what_a_terminal_shows(void **state) {
    (void)state;
    assert_int_equal(utf8_width("été", strlen("été")), 3);
    assert_int_equal(utf8_width("e\xCC\x81te\xCC\x81", 7), 3);
    assert_int_equal(utf8_width("«\xC2\xA0x\xC2\xA0»", strlen("«\xC2\xA0x\xC2\xA0»")), 5);
    assert_int_equal(utf8_width("", 0), 0);
}

static void check_fold(const char *name, const char *expected) {
    char out[200];
    size_t length = text_fold(out, sizeof out, name);
    assert_string_equal(out, expected);
    assert_int_equal(length, strlen(expected));
}

static void folding_forgets_accents_case_and_hyphens(void **state) {
    (void)state;
    check_fold("Île-de-France", "ile de france");
    check_fold("Provence-Alpes-Côte d'Azur", "provence alpes cote d azur");
    check_fold("Provence-Alpes-Côte d’Azur", "provence alpes cote d azur");
    check_fold("  effectif__salarié \t", "effectif salarie");
    check_fold("I\xCC\x82le\xE2\x80\xAF\xC2\xA0x", "ile x");
    check_fold("ÀÉÈÊËÎÏÔÙÛÜÇŸÑ", "aeeeeiiouuucyn");
    check_fold("Œuvre, cæcum, Straße", "oeuvre, caecum, strasse");
    check_fold("Łódź Ő ẽ", "lodz o e");
    check_fold("日本", "日本");
    check_fold("a\xFFz", "a\xEF\xBF\xBDz");
    check_fold("", "");
    check_fold(" - ' ", "");
    check_fold("zwj\xE2\x80\x8B!", "zwj!");
}

static void folding_cuts_on_a_whole_character(void **state) {
    (void)state;
    char out[6];
    assert_int_equal(text_fold(out, 1, "abc"), 0);
    assert_string_equal(out, "");
    assert_int_equal(text_fold(out, 4, "abc"), 3);
    assert_int_equal(text_fold(out, 3, "abc"), 2);
    assert_int_equal(text_fold(out, 4, "a日"), 1);
    assert_string_equal(out, "a");
    assert_int_equal(text_fold(out, 5, "a日"), 4);
    assert_int_equal(text_fold(out, 3, "ab c"), 2);
    assert_string_equal(out, "ab");
    assert_int_equal(text_fold(out, 0, "abc"), 0);
}

static const char *const names[] = {"association",
                                    "fondation",
                                    "fonds_de_dotation",
                                    "mutuelle",
                                    "cooperative",
                                    "scop",
                                    "scic",
                                    "sa",
                                    "sas",
                                    "sarl",
                                    "effectif_salarie",
                                    "etp",
                                    "date_creation",
                                    "date_cessation_paiements",
                                    "Occitanie",
                                    "Bretagne",
                                    "La Réunion",
                                    "budget_annuel",
                                    "siren",
                                    "siret"};

static void check_nearest(const char *name, const char *expected) {
    const char *nearest = text_nearest(name, names, sizeof names / sizeof *names);
    if (expected) {
        assert_non_null(nearest);
        assert_string_equal(nearest, expected);
    } else {
        assert_null(nearest);
    }
}

static void typing_errors_find_their_name(void **state) {
    (void)state;
    check_nearest("efectif_salarie", "effectif_salarie");
    check_nearest("assocation", "association");
    check_nearest("Occitanye", "Occitanie");
    check_nearest("Effectif salarié", "effectif_salarie");
    check_nearest("la reunion", "La Réunion");
    check_nearest("fodnation", "fondation");
    check_nearest("coopérative", "cooperative");
    check_nearest("date_de_creation", "date_creation");
    check_nearest("sciq", "scic");
    check_nearest("sral", "sarl");
    check_nearest("effectif", "effectif_salarie");
    check_nearest("siret_du_siege", "siret");
    check_nearest("sirem", "siren");
    check_nearest("chat", NULL);
    check_nearest("xyz", NULL);
    check_nearest("", NULL);
    assert_null(text_nearest("a", NULL, 0));
}

static void a_third_of_the_letters_is_the_limit(void **state) {
    (void)state;
    static const char *const one[] = {"abcdef"};
    assert_string_equal(text_nearest("abcdxy", one, 1), "abcdef");
    assert_null(text_nearest("abcxyz", one, 1));
    assert_string_equal(text_nearest("abcd-f", one, 1), "abcdef");
}

static void very_long_names_are_compared_by_their_start(void **state) {
    (void)state;
    char name[1000];
    memset(name, 'a', sizeof name);
    name[999] = '\0';
    const char *const one[] = {name};
    assert_ptr_equal(text_nearest(name, one, 1), name);
    check_nearest(name, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_grows),
        cmocka_unit_test(a_text_fills_its_room_to_the_byte),
        cmocka_unit_test(a_text_survives_every_refusal),
        cmocka_unit_test(utf8_is_judged_by_the_table),
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(width_counts_what_a_terminal_shows),
        cmocka_unit_test(folding_forgets_accents_case_and_hyphens),
        cmocka_unit_test(folding_cuts_on_a_whole_character),
        cmocka_unit_test(typing_errors_find_their_name),
        cmocka_unit_test(a_third_of_the_letters_is_the_limit),
        cmocka_unit_test(very_long_names_are_compared_by_their_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
