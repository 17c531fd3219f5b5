/* The digest: the standard's own examples cannot be reached through the framing, so known values come from sha256sum. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/digest.h"
#include <string.h>

static void check(const DigestEntry *entries, size_t count, const char *expected) {
    char out[DIGEST_TEXT_MAX];
    digest_write(entries, count, out);
    assert_string_equal(out, expected);
}

static void known_values(void **state) {
    (void)state;
    /* printf '' | sha256sum; printf 'a.lua\0003\000abc' | sha256sum; and so on. */
    check(NULL, 0, "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const DigestEntry one[] = {{"a.lua", "abc", 3}};
    check(one, 1, "sha256:fa11be885f25fb1c728afa0611193402c38cd3176f45f90fe8ad52a7879038d8");
    const DigestEntry two[] = {{"a.lua", "abc", 3}, {"b/c.txt", NULL, 0}};
    check(two, 2, "sha256:90d4c6d85cd57a87ea8a89cb6e7ff5678ee6aeae2d68b4c234dc5be23fc916ab");
}

static void bytes_may_not_move_between_files(void **state) {
    (void)state;
    const DigestEntry left[] = {{"a", "xy", 2}, {"b", "z", 1}}, right[] = {{"a", "x", 1}, {"b", "yz", 2}};
    char a[DIGEST_TEXT_MAX], b[DIGEST_TEXT_MAX];
    digest_write(left, 2, a);
    digest_write(right, 2, b);
    assert_string_not_equal(a, b);
    assert_int_equal(strlen(a), 7 + 64);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values),
        cmocka_unit_test(bytes_may_not_move_between_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
