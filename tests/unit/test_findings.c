/* Findings: owned copies, cut quotations, counts, a stable order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/findings.h"
#include "base/sort.h"
#include "unit/failing_memory.h"
#include <stdio.h>
#include <string.h>

static void a_finding_owns_its_texts(void **state) {
    (void)state;
    Arena arena;
    Findings findings;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    char message[] = "message", file[] = "a.lua";
    Finding finding = {
        .severity = SEVERITY_NOTE, .code = "AZ001", .file = file, .line = 3, .column = 4, .read = "lu", .message = message};
    assert_int_equal(findings_add(&findings, &finding), STATUS_OK);
    message[0] = file[0] = 'X';
    const Finding *kept = &findings.items[0];
    assert_string_equal(kept->message, "message");
    assert_string_equal(kept->file, "a.lua");
    assert_string_equal(kept->read, "lu");
    assert_null(kept->fact);
    assert_null(kept->advice);
    assert_int_equal(kept->line, 3);
    assert_int_equal(kept->column, 4);
    assert_int_equal(findings.errors, 0);
    arena_clear(&arena);
}

static void the_short_ways_format_and_count(void **state) {
    (void)state;
    Arena arena;
    Findings findings;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    assert_int_equal(findings_error(&findings, "AZ002", "b.lua", 7, "conseil", "fait « %s », %d fois", "x", 2), STATUS_OK);
    assert_int_equal(findings_warn(&findings, "AZ003", NULL, 0, NULL, "attention"), STATUS_OK);
    assert_int_equal(findings.count, 2);
    assert_int_equal(findings.errors, 1);
    assert_string_equal(findings.items[0].message, "fait « x », 2 fois");
    assert_string_equal(findings.items[0].advice, "conseil");
    assert_int_equal(findings.items[0].severity, SEVERITY_ERROR);
    assert_int_equal(findings.items[1].severity, SEVERITY_WARNING);
    assert_null(findings.items[1].file);
    arena_clear(&arena);
}

static void check_cut(const char *read, size_t expected) {
    Arena arena;
    Findings findings;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    Finding finding = {.severity = SEVERITY_ERROR, .code = "AZ001", .message = "m", .read = read};
    assert_int_equal(findings_add(&findings, &finding), STATUS_OK);
    assert_int_equal(strlen(findings.items[0].read), expected);
    assert_memory_equal(findings.items[0].read, read, expected);
    arena_clear(&arena);
}

static void what_was_read_is_cut_at_80_bytes_on_a_character(void **state) {
    (void)state;
    char read[100];
    memset(read, 'a', sizeof read);
    read[80] = '\0';
    check_cut(read, 80);
    read[80] = 'a';
    read[81] = '\0';
    check_cut(read, 80);
    memcpy(read + 79, "é", 3);
    check_cut(read, 79);
    memcpy(read + 78, "é", 3);
    check_cut(read, 80);
    check_cut("", 0);
}

static void sorting_is_by_place_and_stable(void **state) {
    (void)state;
    Arena arena;
    Findings findings;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    for (int i = 0; i < 999; i++) {
        char file[8];
        snprintf(file, sizeof file, "%d.lua", i % 3);
        Finding finding = {.code = "AZ001", .file = i % 5 ? file : NULL, .line = i * 7 % 10, .column = i / 500, .message = "m"};
        char number[12];
        snprintf(number, sizeof number, "%06d", i);
        finding.fact = number;
        assert_int_equal(findings_add(&findings, &finding), STATUS_OK);
    }
    findings_sort(&findings);
    findings_sort(&findings);
    for (size_t i = 1; i < findings.count; i++) {
        const Finding *a = &findings.items[i - 1], *b = &findings.items[i];
        int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
        if (order == 0) order = a->line - b->line;
        if (order == 0) order = a->column - b->column;
        if (order == 0) order = strcmp(a->fact, b->fact);
        assert_true(order < 0);
    }
    assert_false(findings.failed);
    arena_clear(&arena);
}

static int compare_tens(const void *left, const void *right) {
    return *(const int *)left / 10 - *(const int *)right / 10;
}

static void a_sort_of_any_length_is_right(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    for (size_t count = 0; count < 70; count++) {
        int items[70];
        for (size_t i = 0; i < count; i++) items[i] = (int)(i * 37 % 7) * 10 + (int)(i / 10);
        assert_int_equal(sort_stable(&arena, items, count, sizeof *items, compare_tens), STATUS_OK);
        for (size_t i = 1; i < count; i++) assert_true(items[i - 1] <= items[i]);
    }
    arena_clear(&arena);
}

static bool record(const Memory *memory) {
    Arena arena;
    Findings findings;
    arena_init(&arena, memory);
    findings_init(&findings, &arena);
    size_t recorded = 0;
    for (int i = 0; i < 300; i++)
        recorded += findings_error(&findings, "AZ001", "fichier.lua", 300 - i, "conseil", "erreur %d", i) == STATUS_OK;
    findings_sort(&findings);
    assert_int_equal(recorded, findings.count);
    assert_int_equal(recorded, findings.errors);
    bool done = !findings.failed;
    if (done) assert_int_equal(recorded, 300);
    arena_clear(&arena);
    return done;
}

static void every_refused_request_is_survived(void **state) {
    (void)state;
    SWEEP(record);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_owns_its_texts),
        cmocka_unit_test(the_short_ways_format_and_count),
        cmocka_unit_test(what_was_read_is_cut_at_80_bytes_on_a_character),
        cmocka_unit_test(sorting_is_by_place_and_stable),
        cmocka_unit_test(a_sort_of_any_length_is_right),
        cmocka_unit_test(every_refused_request_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
