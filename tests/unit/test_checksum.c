/* XXH64 against values of its authors, and in pieces of any length. */
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
        {"", UINT64_C(0xEF46DB3751D8E999)},
        {"a", UINT64_C(0xD24EC4F1A98C6E5B)},
        {"abc", UINT64_C(0x44BC2CF5AD770999)},
        {"Nobody inspects the spammish repetition", UINT64_C(0xFBCEA83C8A378BF1)},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(checksum_of(known[i].text, strlen(known[i].text)) == known[i].value);
}

static void in_pieces(void **state) {
    (void)state;
    char bytes[300];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 7);
    for (size_t length = 0; length <= sizeof bytes; length += 3)
        for (size_t step = 1; step < 70; step++) {
            Checksum checksum;
            checksum_init(&checksum);
            for (size_t at = 0; at < length; at += step) checksum_add(&checksum, bytes + at, length - at < step ? length - at : step);
            assert_true(checksum_get(&checksum) == checksum_of(bytes, length));
        }
}

static void as_text(void **state) {
    (void)state;
    char text[CHECKSUM_TEXT_MAX];
    checksum_write(UINT64_C(0x0123456789ABCDEF), text);
    assert_string_equal(text, "xxh64:0123456789abcdef");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(known_values), cmocka_unit_test(in_pieces), cmocka_unit_test(as_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
