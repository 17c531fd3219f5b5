/* The check of a small rule set, with each allocation refused in turn: a clean status or the very same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "azimut_internal.h"
#include "failing_memory.h"
#include <stdlib.h>
#include <string.h>

#define SMALL AZIMUT_SOURCE_DIR "/tests/failures/small"

typedef struct Written {
    char *bytes[3];
} Written;

static az_status write_one(az_engine *engine, size_t which, const char **bytes) {
    const az_check_options check = {.format = which == 0 ? AZ_CHECK_TEXT : AZ_CHECK_GCC, .date = "2026-11-21", .width = 80};
    const az_facts_options facts = {.format = AZ_MARKDOWN};
    return which < 2 ? az_check_write(engine, &check, bytes, NULL) : az_facts_write(engine, &facts, bytes, NULL);
}

static void test_refused_allocations(void **state) {
    (void)state;
    for (size_t which = 0; which < 3; which++) {
        Failing failing = {.fail_at = 0};
        Memory memory = failing_memory(&failing);
        az_engine *engine = az_new_with(&memory, NULL);
        assert_non_null(engine);
        assert_int_equal(az_load(engine, SMALL "/rules", SMALL "/facts"), AZ_OK);
        const char *bytes;
        az_status whole = write_one(engine, which, &bytes);
        assert_non_null(bytes);
        char *reference = strdup(bytes);
        size_t refused = 0;
        for (size_t k = 1;; k++) {
            failing.fail_at = failing.requests + k;
            az_status status = write_one(engine, which, &bytes);
            bool reached = failing.requests >= failing.fail_at;
            failing.fail_at = 0;
            if (status == AZ_NO_MEMORY) refused++;
            else {
                assert_int_equal(status, whole);
                assert_string_equal(bytes, reference);
            }
            if (!reached) break;
        }
        assert_true(refused > 0);
        assert_int_equal(write_one(engine, which, &bytes), whole);
        assert_string_equal(bytes, reference);
        free(reference);
        az_free(engine);
        assert_int_equal(failing.blocks, 0);
    }
}

static void test_misuse(void **state) {
    (void)state;
    const char *bytes = "";
    az_engine *engine = az_new(NULL);
    const az_check_options options = {.date = "2026-11-21"};
    assert_int_equal(az_check_write(engine, &options, &bytes, NULL), AZ_MISUSE);
    assert_null(bytes);
    assert_int_equal(az_check_write(engine, NULL, &bytes, NULL), AZ_MISUSE);
    assert_int_equal(az_facts_write(engine, NULL, &bytes, NULL), AZ_MISUSE);
    assert_null(az_meaning(engine, "AZ000"));
    assert_non_null(strstr(az_meaning(engine, "AZ710"), "citation"));
    az_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_refused_allocations), cmocka_unit_test(test_misuse)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
