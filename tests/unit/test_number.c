/* Numbers from text and to text, exact to the last bit, whatever the locale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/number.h"
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double read_ok(const char *text) {
    double value = NAN;
    assert_int_equal(number_read(text, strlen(text), &value), NUMBER_OK);
    return value;
}

static void assert_same(double a, double b) {
    assert_memory_equal(&a, &b, sizeof a);
}

static void usual_numbers_are_read(void **state) {
    (void)state;
    assert_same(read_ok("0"), 0.0);
    assert_same(read_ok("-0"), 0.0);
    assert_same(read_ok("12"), 12.0);
    assert_same(read_ok("-12.5"), -12.5);
    assert_same(read_ok("0.1"), 0.1);
    assert_same(read_ok("1e3"), 1000.0);
    assert_same(read_ok("1E+3"), 1000.0);
    assert_same(read_ok("1200e-2"), 12.0);
    assert_same(read_ok("0.000001234"), 0.000001234);
    assert_same(read_ok("300000.00"), 300000.0);
    assert_same(read_ok("123456789012345678e-18"), 0.123456789012345678);
}

static void hard_numbers_are_rounded_correctly(void **state) {
    (void)state;
    assert_same(read_ok("2.2250738585072011e-308"), 2.2250738585072011e-308);
    assert_same(read_ok("2.2250738585072014e-308"), DBL_MIN);
    assert_same(read_ok("4.9406564584124654e-324"), 4.9406564584124654e-324);
    assert_same(read_ok("2.4703282292062327e-324"), 0.0);
    assert_same(read_ok("2.4703282292062328e-324"), 4.9406564584124654e-324);
    assert_same(read_ok("1e-400"), 0.0);
    assert_same(read_ok("0e99999999999999999999"), 0.0);
    assert_same(read_ok("1e-99999999999999999999"), 0.0);
    assert_same(read_ok("0.500000000000000166533453693773481063544750213623046875"), 0.5000000000000002);
    assert_same(read_ok("1.00000000000000011102230246251565404236316680908203125"), 1.0);
    assert_same(read_ok("1.00000000000000011102230246251565404236316680908203124"), 1.0);
    assert_same(read_ok("1.00000000000000011102230246251565404236316680908203126"), 1.0000000000000002);
    assert_same(read_ok("9007199254740991.4999"), 9007199254740991.0);
}

/* A tie that only the thousandth digit breaks. */
static void digits_beyond_all_room_still_count(void **state) {
    (void)state;
    char text[2000] = "1.00000000000000011102230246251565404236316680908203125";
    size_t length = strlen(text);
    memset(text + length, '0', 1500);
    text[length + 1500] = '\0';
    assert_same(read_ok(text), 1.0);
    text[length + 1499] = '1';
    assert_same(read_ok(text), 1.0000000000000002);
    memset(text, '0', 1900);
    memcpy(text, "0.", 2);
    memcpy(text + 1500, "12e1500", 8);
    assert_same(read_ok(text), 12.0);
}

static void numbers_beyond_the_exact_ones_are_too_big(void **state) {
    (void)state;
    static const char *const fits[] = {"9007199254740992", "-9007199254740992", "9007199254740992.0", "9007199254740992e0",
                                       "900719925474099.2e1"};
    static const char *const passes[] = {"9007199254740993",
                                         "-9007199254740993",
                                         "9007199254740993.00",
                                         "90071992547409930e-1",
                                         "9007199254740994",
                                         "1e16",
                                         "1e308",
                                         "-1e308",
                                         "1e309",
                                         "-1e400",
                                         "1e99999999999999999999",
                                         "123456789012345678901234567890"};
    double value = 5;
    for (size_t i = 0; i < sizeof fits / sizeof *fits; i++) assert_same(fabs(read_ok(fits[i])), NUMBER_EXACT_MAX);
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
        assert_int_equal(number_read(passes[i], strlen(passes[i]), &value), NUMBER_TOO_BIG);
        assert_same(value, 5);
    }
}

static void what_is_no_json_number_is_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"",      "-",   "+1",  ".5",   "5.",       "-.5",   "01",    "-01",   "00",
                                        "1e",    "1e+", "1e-", "1.e1", "0x10",     "1_000", "1,5",   "1 ",    " 1",
                                        "1a",    "NaN", "nan", "inf",  "Infinity", "--1",   "1..2",  "1.2.3", "1e5.2",
                                        "1e5e5", "１",  "e5",  "-e5",  "0e",       "1e1.0", "1'000", "0b1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        double value = 5;
        assert_int_equal(number_read(wrong[i], strlen(wrong[i]), &value), NUMBER_NOT_A_NUMBER);
        assert_same(value, 5);
    }
    double value;
    assert_int_equal(number_read("12\0", 3, &value), NUMBER_NOT_A_NUMBER);
    assert_int_equal(number_read("123", 2, &value), NUMBER_OK);
    assert_same(value, 12);
}

static void whole_means_whole_as_written(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool whole;
    } cases[] = {{"12", true},
                 {"12.0", true},
                 {"1.2e1", true},
                 {"12.5", false},
                 {"12.00000000000000000001", false},
                 {"0.0", true},
                 {"-3", true},
                 {"1e-1", false},
                 {"10e-1", true},
                 {"0e-7", true},
                 {"120e-2", false},
                 {"1e-400", false},
                 {"4503599627370497.5", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value;
        bool whole = !cases[i].whole;
        assert_int_equal(number_read_whole(cases[i].text, strlen(cases[i].text), &value, &whole), NUMBER_OK);
        assert_int_equal(whole, cases[i].whole);
    }
}

static void check_write(double value, const char *expected) {
    char text[NUMBER_TEXT_MAX];
    size_t length = number_write(value, text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

static void numbers_are_written_as_people_do(void **state) {
    (void)state;
    check_write(0, "0");
    check_write(-0.0, "0");
    check_write(12, "12");
    check_write(-12.5, "-12.5");
    check_write(0.1, "0.1");
    check_write(100, "100");
    check_write(1234567.89, "1234567.89");
    check_write(9007199254740991.0, "9007199254740991");
    check_write(9007199254740992.0, "9007199254740992");
    check_write(-9007199254740992.0, "-9007199254740992");
    check_write(1e15, "1000000000000000");
    check_write(123456789012345680.0, "123456789012345680");
    check_write(1e20, "100000000000000000000");
    check_write(1e21, "1e21");
    check_write(0.000001, "0.000001");
    check_write(1e-7, "1e-7");
    check_write(1.5e-7, "1.5e-7");
    check_write(0.1 + 0.2, "0.30000000000000004");
    check_write(1.0 / 3, "0.3333333333333333");
    check_write(DBL_MAX, "1.7976931348623157e308");
    check_write(-DBL_MAX, "-1.7976931348623157e308");
    check_write(DBL_MIN, "2.2250738585072014e-308");
    check_write(4.9406564584124654e-324, "5e-324");
    check_write(9.5367431640625e-07, "9.5367431640625e-7");
    check_write(5e-5, "0.00005");
    check_write(NAN, "null");
    check_write(INFINITY, "null");
    check_write(-INFINITY, "null");
}

static uint64_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    return *seed ^= *seed << 17;
}

static int significant_digits(const char *text) {
    int count = 0, zeros = 0;
    for (; *text && *text != 'e'; text++) {
        if (*text < '0' || *text > '9' || (count == 0 && *text == '0')) continue;
        count++;
        zeros = *text == '0' ? zeros + 1 : 0;
    }
    return count - zeros;
}

/* The C library, in the C locale, is the oracle: the text reads back, and one digit less would not. */
static void check_shortest(double value) {
    char text[NUMBER_TEXT_MAX], other[64];
    size_t length = number_write(value, text);
    assert_true(length < NUMBER_TEXT_MAX);
    assert_same(strtod(text, NULL), value);
    int digits = significant_digits(text);
    if (digits < 2) return;
    snprintf(other, sizeof other, "%.*e", digits - 2, value);
    assert_true(strtod(other, NULL) != value);
    double back;
    if (number_read(text, length, &back) == NUMBER_OK) assert_same(back, value);
}

static void any_double_comes_back_from_the_fewest_digits(void **state) {
    (void)state;
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = next_random(&seed);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value)) check_shortest(value);
        check_shortest((double)(next_random(&seed) % 100000000) / 100);
        check_shortest((double)(next_random(&seed) >> 40) / 1000000);
    }
    for (int exponent = -1074; exponent < 1024; exponent++) {
        double value = ldexp(1, exponent);
        char text[NUMBER_TEXT_MAX];
        number_write(value, text);
        assert_same(strtod(text, NULL), value);
        check_shortest(nextafter(value, INFINITY));
        if (exponent > -1074) check_shortest(nextafter(value, 0));
    }
}

static void reading_agrees_with_the_c_library(void **state) {
    (void)state;
    uint64_t seed = 2463534242u;
    for (int i = 0; i < 50000; i++) {
        char text[80];
        int exponent = (int)(next_random(&seed) % 60) - 45;
        snprintf(text, sizeof text, "%llu.%llue%d", (unsigned long long)(next_random(&seed) >> (next_random(&seed) % 64)),
                 (unsigned long long)next_random(&seed), exponent);
        double value, expected = strtod(text, NULL);
        NumberRead read = number_read(text, strlen(text), &value);
        if (expected > NUMBER_EXACT_MAX) {
            assert_int_equal(read, NUMBER_TOO_BIG);
            continue;
        }
        assert_int_equal(read, NUMBER_OK);
        assert_same(value, expected);
    }
}

static void the_locale_has_no_say(void **state) {
    (void)state;
    static const char *const locales[] = {"fr_FR.UTF-8", "fr_FR.utf8", "fr_FR", "de_DE.UTF-8"};
    const char *set = NULL;
    for (size_t i = 0; !set && i < sizeof locales / sizeof *locales; i++) set = setlocale(LC_ALL, locales[i]);
    if (!set) {
        print_message("no French or German locale on this machine: skipped\n");
        skip();
    }
    double slow = read_ok("0.1234567890123456789"), quick = read_ok("1.5");
    char text[NUMBER_TEXT_MAX];
    number_write(0.30000000000000004, text);
    setlocale(LC_ALL, "C");
    assert_same(slow, 0.1234567890123456789);
    assert_same(quick, 1.5);
    assert_string_equal(text, "0.30000000000000004");
}

/* What tells an excluded bound from one that was written (knowledge/value). */
static void neighbours_of_short_numbers_are_longer(void **state) {
    (void)state;
    static const double scales[] = {1, 10, 100, 1000, 10000};
    uint64_t seed = 7;
    char text[NUMBER_TEXT_MAX], neighbour[NUMBER_TEXT_MAX];
    for (size_t i = 0; i < 20000; i++) {
        const double value = (double)(next_random(&seed) % (uint64_t)pow(10, (double)(1 + i % 15))) / scales[i % 5];
        assert_true(number_short(value) && number_short(-value));
        const size_t length = number_write(value, text);
        for (int side = 0; side < 2; side++) {
            const double beside = nextafter(value, side ? INFINITY : -INFINITY);
            if (value != 0) assert_false(number_short(beside));
            assert_true(number_write(beside, neighbour) > length);
        }
    }
    assert_false(number_short(1.0 / 3));
    assert_false(number_short(9007199254740992.0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_of_short_numbers_are_longer),
        cmocka_unit_test(usual_numbers_are_read),
        cmocka_unit_test(hard_numbers_are_rounded_correctly),
        cmocka_unit_test(digits_beyond_all_room_still_count),
        cmocka_unit_test(numbers_beyond_the_exact_ones_are_too_big),
        cmocka_unit_test(what_is_no_json_number_is_refused),
        cmocka_unit_test(whole_means_whole_as_written),
        cmocka_unit_test(numbers_are_written_as_people_do),
        cmocka_unit_test(any_double_comes_back_from_the_fewest_digits),
        cmocka_unit_test(reading_agrees_with_the_c_library),
        cmocka_unit_test(the_locale_has_no_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
