/* Civil dates, durations, and the last day that reaches one: against a slow calendar that counts day by day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"
#include <string.h>

static void the_calendar_is_counted_day_by_day(void **state) {
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Day day = DAY_MIN;
    for (int year = 1800; year <= 2199; year++)
        for (int month = 1; month <= 12; month++) {
            bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            int length = lengths[month - 1] + (month == 2 && leap);
            assert_int_equal(date_month_length(year, month), length);
            for (int number = 1; number <= length; number++, day++) {
                Date date = {year, month, number}, back = date_from_day(day);
                assert_true(date_valid(date));
                assert_int_equal(day_from_date(date), day);
                assert_memory_equal(&back, &date, sizeof date);
            }
            assert_false(date_valid((Date){year, month, length + 1}));
        }
    assert_int_equal(day - 1, DAY_MAX);
    assert_int_equal(day_from_date((Date){1970, 1, 1}), 0);
}

static void wrong_dates_are_not_valid(void **state) {
    (void)state;
    static const Date wrong[] = {{2026, 0, 1},  {2026, 13, 1}, {2026, 1, 0}, {2026, 4, 31},
                                 {1900, 2, 29}, {2026, -1, 1}, {0, 1, 1},    {10000, 1, 1}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) assert_false(date_valid(wrong[i]));
    assert_true(date_valid((Date){2000, 2, 29}));
}

static Day day_of(const char *text) {
    Day first, last;
    assert_true(day_read(text, strlen(text), &first, &last));
    assert_int_equal(first, last);
    return first;
}

static void check_add(const char *from, int months, int days, const char *expected) {
    char written[11];
    day_write(day_add(day_of(from), (Duration){months, days}), written);
    assert_string_equal(written, expected);
}

static void durations_are_added_as_the_documents_mean(void **state) {
    (void)state;
    check_add("2024-02-29", 12, 0, "2025-02-28");
    check_add("2024-02-29", 48, 0, "2028-02-29");
    check_add("2026-01-31", 1, 0, "2026-02-28");
    check_add("2023-11-30", 3, 0, "2024-02-29");
    check_add("2026-12-15", 1, 0, "2027-01-15");
    check_add("2026-10-08", 0, 44, "2026-11-21");
    check_add("2026-10-07", 0, 45, "2026-11-21");
    check_add("2026-03-31", -1, 0, "2026-02-28");
    check_add("2026-01-15", -1, 0, "2025-12-15");
    check_add("2023-11-21", 36, 0, "2026-11-21");
}

/* Walks back from beyond the limit until a day reaches. */
static Day slow_latest(Day limit, Duration duration) {
    Day day = limit + 70 - duration.days - 28 * duration.months;
    while (day_add(day, duration) > limit) day--;
    return day;
}

static void the_latest_day_is_exact(void **state) {
    (void)state;
    Day start = day_of("2023-12-25"), end = day_of("2025-03-05");
    for (int months = 1; months <= 120; months++)
        for (Day limit = start; limit <= end; limit++) {
            Duration duration = {months, 0};
            Day latest = day_latest_reaching(limit, duration);
            assert_true(day_add(latest, duration) <= limit);
            assert_true(day_add(latest + 1, duration) > limit);
        }
    for (int days = 0; days <= 400; days += 7)
        for (Day limit = start; limit <= end; limit += 3)
            assert_int_equal(day_latest_reaching(limit, (Duration){0, days}), limit - days);
    for (Day limit = day_of("1899-12-01"); limit <= day_of("1900-04-01"); limit++)
        for (int months = 0; months <= 60; months++)
            assert_int_equal(day_latest_reaching(limit, (Duration){months, 0}), slow_latest(limit, (Duration){months, 0}));
}

static void adding_is_monotone(void **state) {
    (void)state;
    for (int months = -30; months <= 60; months++)
        for (Day day = day_of("2023-01-01"); day < day_of("2025-01-01"); day++)
            assert_true(day_add(day, (Duration){months, 0}) <= day_add(day + 1, (Duration){months, 0}));
}

static void absurd_durations_are_held(void **state) {
    (void)state;
    assert_int_equal(day_add(DAY_MAX, (Duration){INT32_MAX, INT32_MAX}), INT32_MAX);
    assert_int_equal(day_add(DAY_MIN, (Duration){INT32_MIN, INT32_MIN}), INT32_MIN);
    assert_int_equal(day_latest_reaching(DAY_MIN, (Duration){INT32_MAX, 0}), INT32_MIN);
    assert_int_equal(day_latest_reaching(DAY_MAX, (Duration){INT32_MIN, 0}), INT32_MAX);
    char written[11];
    day_write(INT32_MAX, written);
    assert_string_equal(written, "9999-12-31");
    day_write(INT32_MIN, written);
    assert_string_equal(written, "0001-01-01");
}

static void partial_dates_are_spans(void **state) {
    (void)state;
    Day first, last;
    assert_true(day_read("2024", 4, &first, &last));
    assert_int_equal(first, day_of("2024-01-01"));
    assert_int_equal(last, day_of("2024-12-31"));
    assert_true(day_read("2024-02", 7, &first, &last));
    assert_int_equal(first, day_of("2024-02-01"));
    assert_int_equal(last, day_of("2024-02-29"));
    assert_true(day_read("2019-03-12xyz", 10, &first, &last));
    assert_int_equal(first, last);
}

static void what_is_no_date_is_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "",           "2",          "20241",     "2024-1",    "2024-",       "2024-13",    "2024-00",   "2023-02-29",
        "2024-02-30", "2024/02/01", "2024-2-01", "2024-02-1", "2024-02-010", "01/02/2024", " 2024",     "2024 ",
        "+024",       "-024",       "20 4",      "2024-+1",   "2024-02-0a",  "2024-0१",    "0000",      "1799-12-31",
        "2200-01-01", "1799",       "2200",      "1799-12",   "9999",        "2024-02:01", "2024:02-01"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Day first = 7, last = 8;
        assert_false(day_read(wrong[i], strlen(wrong[i]), &first, &last));
        assert_int_equal(first, 7);
        assert_int_equal(last, 8);
    }
}

/* Any byte at any place of a whole date: only digits and dashes where they belong. */
static void one_wrong_byte_is_no_date(void **state) {
    (void)state;
    for (size_t place = 0; place < 10; place++) {
        for (int byte = 0; byte < 256; byte++) {
            char text[] = "2011-11-11";
            Day first, last;
            bool dash = place == 4 || place == 7, digit = byte >= '0' && byte <= '9';
            bool right = dash ? byte == '-' : digit;
            text[place] = (char)byte;
            if (place == 0) right = byte == '2';
            if (place == 1) right = byte == '0' || byte == '1';
            if (place == 5) right = byte == '0' || byte == '1';
            if (place == 6) right = byte >= '0' && byte <= '2';
            if (place == 8) right = byte >= '0' && byte <= '2';
            assert_int_equal(day_read(text, 10, &first, &last), right);
        }
    }
}

static void the_bounds_are_included(void **state) {
    (void)state;
    assert_int_equal(day_of("1800-01-01"), DAY_MIN);
    assert_int_equal(day_of("2199-12-31"), DAY_MAX);
}

static void weekdays(void **state) {
    (void)state;
    assert_int_equal(day_of_week(day_from_date((Date){2026, 11, 22})), DAY_SUNDAY);
    assert_int_equal(day_of_week(day_from_date((Date){2026, 11, 21})), DAY_SATURDAY);
    assert_int_equal(day_of_week(day_from_date((Date){1970, 1, 1})), 3);
    assert_int_equal(day_of_week(day_from_date((Date){1969, 12, 29})), 0);
    assert_int_equal(day_of_week(day_from_date((Date){1800, 1, 1})), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekdays),
        cmocka_unit_test(the_calendar_is_counted_day_by_day),
        cmocka_unit_test(wrong_dates_are_not_valid),
        cmocka_unit_test(durations_are_added_as_the_documents_mean),
        cmocka_unit_test(the_latest_day_is_exact),
        cmocka_unit_test(adding_is_monotone),
        cmocka_unit_test(absurd_durations_are_held),
        cmocka_unit_test(partial_dates_are_spans),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(one_wrong_byte_is_no_date),
        cmocka_unit_test(the_bounds_are_included),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
