/* Lines of a batch: the numbers and identifiers in them, whatever their length and bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the four above. */
#include <cmocka.h>

#include "base/json_escape.h"
#include "output/row_format.h"

#include <stdio.h>
#include <string.h>

static void check_number(size_t number) {
    char wanted[24], written[24];
    *row_number(written, number) = '\0';
    snprintf(wanted, sizeof wanted, "%zu", number);
    assert_string_equal(written, wanted);
}

static void numbers_are_written_in_decimal(void **state) {
    (void)state;
    for (size_t number = 0; number < 12000; number++) check_number(number);
    for (size_t number = 10; number < SIZE_MAX / 10; number *= 10) {
        check_number(number - 1);
        check_number(number);
        check_number(number + 1);
    }
    check_number(SIZE_MAX);
}

/* A byte to escape at each place of texts of each length up to three words of eight. */
static void a_byte_is_escaped_wherever_it_stands(void **state) {
    (void)state;
    static const struct {
        const char *byte, *written;
    } kinds[] = {{"\"", "\\\""},   {"\\", "\\\\"},     {"\n", "\\n"}, {"\x1f", "\\u001f"},
                 {"\x7f", "\x7f"}, {"\xff", "\uFFFD"}, {"!", "!"}};
    for (size_t length = 1; length <= 24; length++)
        for (size_t at = 0; at < length; at++)
            for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
                char text[24], wanted[64] = "", written[24 * JSON_ESCAPE_FACTOR + 1];
                memset(text, ' ', sizeof text);
                text[at] = *kinds[kind].byte;
                snprintf(wanted, sizeof wanted, "%.*s%s%.*s", (int)at, text, kinds[kind].written, (int)(length - at - 1),
                         text + at + 1);
                *json_escape(written, text, length) = '\0';
                assert_string_equal(written, wanted);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_in_decimal),
        cmocka_unit_test(a_byte_is_escaped_wherever_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
