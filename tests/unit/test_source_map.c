/* Where words, keys and values stand: brackets in functions, commas in texts, keys in brackets, tables in local names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/source_map.h"
#include <string.h>

static Arena arena;

static SourceMap *map_of(const char *source) {
    arena_init(&arena, &memory_standard);
    SourceMap *map = source_map_new(&arena, source, strlen(source));
    assert_non_null(map);
    return map;
}

static void assert_place(const SourceMap *map, size_t token, int line, int column) {
    Position position = source_position(map, token);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

static size_t table_of(const SourceMap *map, int line, const char *word) {
    size_t call = source_call(map, line, word, 0);
    assert_int_not_equal(call, NOWHERE);
    return source_table(map, source_argument(map, call));
}

static void test_fields_step_over_what_is_nested(void **state) {
    (void)state;
    SourceMap *map = map_of("return mot { \"a, b\", cle = { 1, 2 }, f = function(x, y) local u, v = 1, 2 return u end,\n"
                            "  [\"autre clé\"] = [[un }\n texte]], 3, -- 4, cinq = 5\n  fin = \"é\", après }");
    size_t table = table_of(map, 1, "mot");
    Field field;
    assert_true(source_field(map, table, NULL, 1, &field));
    assert_place(map, field.value, 1, 14);
    assert_true(source_field(map, table, "f", 0, &field));
    assert_place(map, field.key, 1, 38);
    assert_true(source_field(map, table, "autre clé", 0, &field));
    assert_place(map, field.value, 2, 19);
    assert_true(source_field(map, table, NULL, 2, &field));
    assert_place(map, field.value, 3, 11);
    assert_true(source_field(map, table, "fin", 0, &field));
    assert_place(map, field.value, 4, 9);
    assert_false(source_field(map, table, "cinq", 0, &field));
    assert_false(source_field(map, table, "x", 0, &field));
    arena_clear(&arena);
}

static void test_calls_of_one_line(void **state) {
    (void)state;
    SourceMap *map = map_of("local t = { 1 }\nf { g \"x\", g { 2 } } deduire \"a\" { 3 } f(t) source(\"b\", \"c\") { 4 }\n");
    Field field;
    size_t first = source_call(map, 2, "g", 0), second = source_call(map, 2, "g", first + 1);
    assert_place(map, first, 2, 5);
    assert_place(map, second, 2, 12);
    assert_int_equal(source_call(map, 2, "g", second + 1), NOWHERE);
    assert_true(source_field(map, table_of(map, 2, "deduire"), NULL, 1, &field));
    assert_place(map, field.value, 2, 36);
    assert_true(source_field(map, table_of(map, 2, "source"), NULL, 1, &field));
    assert_place(map, field.value, 2, 64);
    size_t call = source_call(map, 2, "f", second);
    assert_place(map, source_table(map, source_argument(map, call)), 1, 11);
    arena_clear(&arena);
}

static void test_values_found_by_what_they_read(void **state) {
    (void)state;
    SourceMap *map =
        map_of("return { d { id = \"un\", avec = { { \"x\", \"y\" } } },\n d { id = \"deux\" }, d { id = \"trois\" } }");
    assert_place(map, source_value(map, 2, "d", "id", "trois"), 2, 30);
    assert_place(map, source_value(map, 1, "d", "avec", "x"), 1, 36);
    assert_int_equal(source_value(map, 1, "d", "id", "deux"), NOWHERE);
    arena_clear(&arena);
}

/* What is no Lua at all still ends in places, or in none. */
static void test_broken_sources(void **state) {
    (void)state;
    static const char *const sources[] = {"", "}", "{", "mot {", "mot { a = ", "mot \"", "end end }", "mot { [", "mot(", "= = ="};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        SourceMap *map = map_of(sources[i]);
        Field field;
        size_t call = source_call(map, 0, NULL, 0);
        if (call != NOWHERE) source_field(map, source_table(map, source_argument(map, call)), "a", 0, &field);
        assert_true(source_position_of_line(map, 1).line == 1);
        arena_clear(&arena);
    }
}

static void test_no_memory(void **state) {
    (void)state;
    Arena small;
    arena_init(&small, &memory_standard);
    small.limit = 64;
    assert_null(source_map_new(&small, "mot { 1, 2, 3 }", 15));
    arena_clear(&small);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields_step_over_what_is_nested),
        cmocka_unit_test(test_calls_of_one_line),
        cmocka_unit_test(test_values_found_by_what_they_read),
        cmocka_unit_test(test_broken_sources),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
