/* Sets of possible values: narrowing, widening, inclusion, and excluded bounds found again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "knowledge/value.h"
#include <math.h>

static Value span(double low, double high) {
    return (Value){.shape = SHAPE_SPAN, .span = {low, high}};
}

static Value candidates(uint64_t *bits) {
    return (Value){.shape = SHAPE_CANDIDATES, .words = 1, .possible = bits};
}

static Value set(uint64_t *possible, uint64_t *sure) {
    return (Value){.shape = SHAPE_SET, .words = 1, .possible = possible, .sure = sure};
}

static Value text(const char *words) {
    return (Value){.shape = SHAPE_TEXT, .text = words};
}

static void spans_meet_in_one_point_at_least(void **state) {
    (void)state;
    Value a = span(0, 10), b = span(10, 20), c = span(11, 20);
    assert_false(value_narrow(&a, &c));
    assert_true(a.span.low == 0 && a.span.high == 10);
    assert_true(value_narrow(&a, &b));
    assert_true(value_known(&a) && a.span.low == 10);
    assert_true(value_within(&a, &b) && !value_within(&b, &a));
    value_widen(&a, &c);
    assert_true(a.span.low == 10 && a.span.high == 20 && value_equal(&a, &b));
}

static void candidates_never_become_none(void **state) {
    (void)state;
    uint64_t x = 6, y = 8, z = 12;
    Value a = candidates(&x), b = candidates(&y), c = candidates(&z);
    assert_false(value_narrow(&a, &b));
    assert_int_equal(x, 6);
    assert_true(value_narrow(&a, &c));
    assert_int_equal(x, 4);
    assert_true(value_known(&a) && value_within(&a, &c) && !value_within(&c, &a));
    value_widen(&a, &b);
    assert_true(value_equal(&a, &c));
}

static void sets_join_what_is_sure(void **state) {
    (void)state;
    uint64_t p1 = 7, s1 = 1, p2 = 6, s2 = 2, p3 = 3, s3 = 2;
    Value a = set(&p1, &s1), b = set(&p2, &s2), c = set(&p3, &s3);
    assert_false(value_narrow(&a, &b)); /* bit 0 is sure in a, out in b */
    assert_true(p1 == 7 && s1 == 1);
    assert_true(value_narrow(&a, &c));
    assert_true(p1 == 3 && s1 == 3 && value_known(&a));
    assert_true(value_within(&a, &c) && !value_within(&c, &a));
    value_widen(&a, &b);
    assert_true(p1 == 7 && s1 == 2);
}

static void texts_agree_or_not(void **state) {
    (void)state;
    Value a = text(NULL), b = text("31"), c = text("32");
    assert_false(value_known(&a));
    assert_true(value_within(&b, &a) && !value_within(&a, &b));
    assert_true(value_narrow(&a, &b) && value_known(&a) && value_equal(&a, &b));
    assert_false(value_narrow(&a, &c));
    value_widen(&a, &c);
    assert_null(a.text);
}

static void excluded_bounds_are_found_again(void **state) {
    (void)state;
    static const double bounds[] = {0, 1, 10, 300000, 0.1, 1234567.89, -5, 1e12, 9007199254740992.0};
    double found;
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        double b = bounds[i];
        Span closed = {b, b}, above = {nextafter(b, INFINITY), INFINITY}, below = {-INFINITY, nextafter(b, -INFINITY)};
        assert_false(span_open_low(closed, &found) || span_open_high(closed, &found));
        if (fabs(b) < 9007199254740992.0) {
            assert_true(span_open_low(above, &found) && found == b);
            assert_true(span_open_high(below, &found) && found == b);
        }
        assert_false(span_open_high(above, &found) || span_open_low(below, &found));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_meet_in_one_point_at_least), cmocka_unit_test(candidates_never_become_none),
        cmocka_unit_test(sets_join_what_is_sure),           cmocka_unit_test(texts_agree_or_not),
        cmocka_unit_test(excluded_bounds_are_found_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
