/* Thresholds of duration turned into days: exact to the day, on both sides, for every operator. */
#include "evaluate/steps.h"
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Arena arena;

static Day day(const char *text) {
    Day first, last;
    assert_true(day_read(text, strlen(text), &first, &last));
    return first;
}

static Test since(Duration duration, bool low, bool strict) {
    Test test = {.comparison = TEST_DURATION};
    *(low ? &test.low : &test.high) = (Bound){.present = true, .strict = strict, .duration = duration};
    return test;
}

static Truth on(const Test *test, const char *date, const char *fact) {
    Steps steps;
    assert_true(steps_of_test(&arena, test, true, day(date), &steps));
    return steps_on(&steps, (Span){day(fact), day(fact)});
}

static void three_years_are_reached_on_the_anniversary(void **state) {
    (void)state;
    const Test at_least = since((Duration){.months = 36}, true, false), more = since((Duration){.months = 36}, true, true);
    const Test less = since((Duration){.months = 36}, false, true), at_most = since((Duration){.months = 36}, false, false);
    assert_int_equal(on(&at_least, "2026-11-20", "2023-11-21"), TRUTH_FALSE);
    assert_int_equal(on(&at_least, "2026-11-21", "2023-11-21"), TRUTH_TRUE);
    assert_int_equal(on(&more, "2026-11-21", "2023-11-21"), TRUTH_FALSE);
    assert_int_equal(on(&more, "2026-11-22", "2023-11-21"), TRUTH_TRUE);
    assert_int_equal(on(&less, "2026-11-20", "2023-11-21"), TRUTH_TRUE);
    assert_int_equal(on(&less, "2026-11-21", "2023-11-21"), TRUTH_FALSE);
    assert_int_equal(on(&at_most, "2026-11-21", "2023-11-21"), TRUTH_TRUE);
    assert_int_equal(on(&at_most, "2026-11-22", "2023-11-21"), TRUTH_FALSE);
}

static void a_leap_day_has_its_anniversary_on_the_28th(void **state) {
    (void)state;
    const Test at_least = since((Duration){.months = 36}, true, false), more = since((Duration){.months = 36}, true, true);
    assert_int_equal(on(&at_least, "2027-02-27", "2024-02-29"), TRUTH_FALSE);
    assert_int_equal(on(&at_least, "2027-02-28", "2024-02-29"), TRUTH_TRUE);
    assert_int_equal(on(&at_least, "2027-02-28", "2024-02-28"), TRUTH_TRUE);
    assert_int_equal(on(&more, "2027-02-28", "2024-02-29"), TRUTH_FALSE);
    assert_int_equal(on(&more, "2027-03-01", "2024-02-29"), TRUTH_TRUE);
}

static void forty_five_days_exclude_the_45th(void **state) {
    (void)state;
    const Test less = since((Duration){.days = 45}, false, true);
    assert_int_equal(on(&less, "2026-11-21", "2026-10-08"), TRUTH_TRUE);
    assert_int_equal(on(&less, "2026-11-22", "2026-10-08"), TRUTH_FALSE);
}

static void equality_in_doubt_is_unknown_there_only(void **state) {
    (void)state;
    Test more = since((Duration){.months = 36}, true, true);
    more.low.tie_unknown = true;
    assert_int_equal(on(&more, "2026-11-20", "2023-11-21"), TRUTH_FALSE);
    assert_int_equal(on(&more, "2026-11-21", "2023-11-21"), TRUTH_UNKNOWN);
    assert_int_equal(on(&more, "2026-11-22", "2023-11-21"), TRUTH_TRUE);
}

static void what_is_to_come_counts_from_the_evaluation(void **state) {
    (void)state;
    Test less = since((Duration){.months = 6}, false, true);
    less.until = true;
    assert_int_equal(on(&less, "2026-08-31", "2027-02-27"), TRUTH_TRUE);
    assert_int_equal(on(&less, "2026-08-31", "2027-02-28"), TRUTH_FALSE);
}

static void amounts_compare_exactly(void **state) {
    (void)state;
    Test test = {.comparison = TEST_BOUNDS, .low = {.present = true, .strict = true, .number = 300000}};
    Steps steps;
    assert_true(steps_of_test(&arena, &test, false, 0, &steps));
    assert_int_equal(steps_on(&steps, (Span){300000, 300000}), TRUTH_FALSE);
    assert_int_equal(steps_on(&steps, (Span){nextafter(300000, INFINITY), INFINITY}), TRUTH_TRUE);
    assert_int_equal(steps_on(&steps, (Span){300000, 300000.01}), TRUTH_UNKNOWN);
    test.high = (Bound){.present = true, .strict = true, .number = 1500000};
    assert_true(steps_of_test(&arena, &test, false, 0, &steps));
    assert_int_equal(steps.count, 3);
    assert_int_equal(steps_on(&steps, (Span){1500000, 2000000}), TRUTH_FALSE);
    assert_int_equal(steps_on(&steps, (Span){-INFINITY, INFINITY}), TRUTH_UNKNOWN);
}

static void every_day_of_a_decade(void **state) {
    (void)state;
    const Test at_least = since((Duration){.months = 13}, true, false);
    for (Day date = day("2023-01-01"); date < day("2026-01-01"); date += 7) {
        Steps steps;
        assert_true(steps_of_test(&arena, &at_least, true, date, &steps));
        for (Day fact = date - 500; fact < date; fact++) {
            Truth expected = day_add(fact, (Duration){.months = 13}) <= date ? TRUTH_TRUE : TRUTH_FALSE;
            assert_int_equal(steps_on(&steps, (Span){fact, fact}), expected);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_years_are_reached_on_the_anniversary),
        cmocka_unit_test(a_leap_day_has_its_anniversary_on_the_28th),
        cmocka_unit_test(forty_five_days_exclude_the_45th),
        cmocka_unit_test(equality_in_doubt_is_unknown_there_only),
        cmocka_unit_test(what_is_to_come_counts_from_the_evaluation),
        cmocka_unit_test(amounts_compare_exactly),
        cmocka_unit_test(every_day_of_a_decade),
    };
    arena_init(&arena, &memory_standard);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_clear(&arena);
    return failed;
}
