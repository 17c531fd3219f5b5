/* Numbers, dates and durations, as exact texts. U+00A0 is written ~ and U+202F is written ^ in the expectations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "explain/figures.h"
#include "failing_memory.h"

#include <math.h>
#include <string.h>

static Arena arena;

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

static Day day(int year, int month, int number) {
    return day_from_date((Date){year, month, number});
}

static void numbers(void **state) {
    (void)state;
    SAYS(figure_number(&arena, 0), "0");
    SAYS(figure_number(&arena, 999), "999");
    SAYS(figure_number(&arena, 1000), "1^000");
    SAYS(figure_number(&arena, 1900000), "1^900^000");
    SAYS(figure_number(&arena, 2.5), "2,5");
    SAYS(figure_number(&arena, 2.345), "2,35");
    SAYS(figure_number(&arena, 2.999), "3");
    SAYS(figure_number(&arena, 0.004), "0");
    SAYS(figure_number(&arena, -0.004), "0");
    SAYS(figure_number(&arena, -3), "−3");
    SAYS(figure_number(&arena, 9007199254740992.0), "9^007^199^254^740^992");
    SAYS(figure_number(&arena, INFINITY), "l’infini");
}

static void money(void **state) {
    (void)state;
    SAYS(figure_money(&arena, 80000), "80^000~€");
    SAYS(figure_money(&arena, 1.5), "1,50~€");
    SAYS(figure_count(&arena, 300000, "€", NULL), "300^000~€");
}

static void units(void **state) {
    (void)state;
    SAYS(figure_count(&arena, 0, "personne salariée", "personnes salariées"), "0~personne salariée");
    SAYS(figure_count(&arena, 1, "personne salariée", "personnes salariées"), "1~personne salariée");
    SAYS(figure_count(&arena, 1.5, "jour", "jours"), "1,5~jour");
    SAYS(figure_count(&arena, 2, "personne salariée", "personnes salariées"), "2~personnes salariées");
    SAYS(figure_count(&arena, 12, NULL, NULL), "12");
}

static void dates(void **state) {
    (void)state;
    SAYS(figure_date(&arena, day(2026, 11, 21)), "21 novembre 2026");
    SAYS(figure_date(&arena, day(2027, 1, 1)), "1er janvier 2027");
    SAYS(figure_date(&arena, day(2024, 2, 29)), "29 février 2024");
    SAYS(figure_month_year(&arena, day(2027, 8, 3)), "août 2027");
    SAYS(figure_month(12), "décembre");
    SAYS(figure_month(13), "");
}

static void durations(void **state) {
    (void)state;
    SAYS(figure_duration(&arena, (Duration){.months = 36}, false), "3~ans");
    SAYS(figure_duration(&arena, (Duration){.months = 12}, false), "1~an");
    SAYS(figure_duration(&arena, (Duration){.months = 9}, false), "9~mois");
    SAYS(figure_duration(&arena, (Duration){.months = 18}, false), "1~an et 6~mois");
    SAYS(figure_duration(&arena, (Duration){.months = 18}, true), "18~mois");
    SAYS(figure_duration(&arena, (Duration){.days = 45}, false), "45~jours");
    SAYS(figure_duration(&arena, (Duration){.days = 1}, false), "1~jour");
    SAYS(figure_duration(&arena, (Duration){0, 0}, false), "0~jour");
}

static void elapsed(void **state) {
    (void)state;
    SAYS(figure_elapsed(&arena, day(2023, 11, 21), day(2026, 11, 21)), "3~ans");
    SAYS(figure_elapsed(&arena, day(2023, 11, 22), day(2026, 11, 21)), "2~ans et 11~mois");
    SAYS(figure_elapsed(&arena, day(2023, 11, 20), day(2026, 11, 21)), "3~ans et 1~jour");
    SAYS(figure_elapsed(&arena, day(2024, 2, 29), day(2025, 2, 28)), "1~an");
    SAYS(figure_elapsed(&arena, day(2026, 10, 8), day(2026, 11, 21)), "44~jours");
    SAYS(figure_elapsed(&arena, day(2026, 11, 21), day(2027, 4, 20)), "un peu moins de 5~mois");
    SAYS(figure_elapsed(&arena, day(2026, 11, 21), day(2027, 4, 16)), "un peu moins de 5~mois");
    SAYS(figure_elapsed(&arena, day(2026, 11, 21), day(2027, 4, 15)), "4~mois et 25~jours");
    SAYS(figure_elapsed(&arena, day(2026, 11, 21), day(2027, 5, 20)), "un peu moins de 6~mois");
    SAYS(figure_elapsed(&arena, day(2026, 11, 21), day(2027, 5, 22)), "6~mois et 1~jour");
    SAYS(figure_elapsed(&arena, day(2026, 11, 20), day(2026, 11, 21)), "1~jour");
}

static void when(void **state) {
    (void)state;
    SAYS(figure_when(&arena, (Span){day(2019, 3, 12), day(2019, 3, 12)}), "le 12 mars 2019");
    SAYS(figure_when(&arena, (Span){day(2019, 3, 1), day(2019, 3, 31)}), "en mars 2019");
    SAYS(figure_when(&arena, (Span){day(2023, 1, 1), day(2023, 12, 31)}), "en 2023");
    SAYS(figure_when(&arena, (Span){day(2019, 1, 1), day(2021, 12, 31)}), "entre 2019 et 2021");
    SAYS(figure_when(&arena, (Span){day(2019, 2, 1), day(2019, 4, 30)}), "entre février 2019 et avril 2019");
    SAYS(figure_when(&arena, (Span){day(2019, 2, 3), day(2019, 4, 30)}), "entre le 3 février et le 30 avril 2019");
    SAYS(figure_when(&arena, (Span){-INFINITY, day(2019, 4, 30)}), "au plus tard le 30 avril 2019");
    SAYS(figure_when(&arena, (Span){day(2019, 4, 30), INFINITY}), "à partir du 30 avril 2019");
    SAYS(figure_when(&arena, (Span){-INFINITY, INFINITY}), "à une date inconnue");
}

static void ranges(void **state) {
    (void)state;
    SAYS(figure_range(&arena, (Span){9, 9}, 0, 1e5, "personne salariée", "personnes salariées"), "9~personnes salariées");
    SAYS(figure_range(&arena, (Span){10, 19}, 0, 1e5, "personne salariée", "personnes salariées"),
         "de 10 à 19~personnes salariées");
    SAYS(figure_range(&arena, (Span){nextafter(300000, INFINITY), 1e11}, 0, 1e11, "€", "€"), "plus de 300^000~€");
    SAYS(figure_range(&arena, (Span){10, INFINITY}, 0, 1e5, NULL, NULL), "au moins 10");
    SAYS(figure_range(&arena, (Span){0, 19}, 0, 1e5, NULL, NULL), "au plus 19");
    SAYS(figure_range(&arena, (Span){0, nextafter(2.5, 0)}, 0, 1e5, "ETP", "ETP"), "moins de 2,5~ETP");
    SAYS(figure_range(&arena, (Span){nextafter(2, 9), nextafter(5, 0)}, 0, 1e5, "ETP", "ETP"), "plus de 2 et moins de 5~ETP");
    SAYS(figure_range(&arena, (Span){0, 1e5}, 0, 1e5, "ETP", "ETP"), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(money, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(units, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(dates, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(durations, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(elapsed, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(when, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(ranges, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
