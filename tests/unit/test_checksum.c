/* XXH3 against values of its authors, and in pieces of any length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/checksum.h"
#include <string.h>

static void known_values(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint64_t value;
    } known[] = {
        {"", UINT64_C(0x2D06800538D394C2)},
        {"a", UINT64_C(0xE6C632B61E964E1F)},
        {"abc", UINT64_C(0x78AF5F94892F3950)},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(checksum_of(known[i].text, strlen(known[i].text)) == known[i].value);
}

static void in_pieces(void **state) {
    (void)state;
    char bytes[900];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 7);
    for (size_t length = 0; length <= sizeof bytes; length += 31)
        for (size_t step = 1; step < 300; step++) {
            Checksum checksum;
            checksum_init(&checksum);
            for (size_t at = 0; at < length; at += step)
                checksum_add(&checksum, bytes + at, length - at < step ? length - at : step);
            assert_true(checksum_get(&checksum) == checksum_of(bytes, length));
        }
}

static void as_text(void **state) {
    (void)state;
    char text[CHECKSUM_TEXT_MAX];
    checksum_write(UINT64_C(0x0123456789ABCDEF), text);
    assert_string_equal(text, "xxh3:0123456789abcdef");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(known_values), cmocka_unit_test(in_pieces), cmocka_unit_test(as_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
