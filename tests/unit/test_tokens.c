/* The token pass: what it finds, on which line, and what it must leave alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "rules/limits.h"
#include "rules/tokens.h"
#include <stdio.h>
#include <string.h>

typedef struct Case {
    const char *text;
    const char *expected; /* "line words" for each finding, joined by '|'; "" for none */
} Case;

static const Case cases[] = {
    {"", ""},
    {"local a = critere {} or critere {}", "1 « or »"},
    {"local a = critere {}\n  and critere {}", "2 « and »"},
    {"local a = not critere {}\nlocal b = a == 3\nlocal c = a ~= 3", "1 « not »|2 « == »|3 « ~= »"},
    {"local function f(a) return a == 1 and not a or a ~= 2 end", ""},
    {"local function f(a) if a then for i = 1, 2 do while a do end end repeat until a end return a == 1 end\nlocal x = a == 1",
     "2 « == »"},
    {"critere_lua { f = function(a) if a == 1 then return true end return a == 2 end, b = c == d }", "1 « == »"},
    {"local t = { function() return function() return 1 == 1 end end, a == b }", "1 « == »"},
    {"local s = \"a == b or c\" -- a == b\n--[[ not ]] local t = [[ and ]] .. '\\'or'", ""},
    {"--[==[ ]] == ]==]\nlocal x = [=[ ]] or\n]=] == 1", "3 « == »"},
    {"local s = 'a\\\nb' == 1", "2 « == »"},
    {"local s = 'a\\z   \n  b' == 1", "2 « == »"},
    {"local t = { a = 1, b = 2, a = 3 }", "1 la clé « a »"},
    {"local t = { a = 1, [\"a\"] = 3 }", "1 la clé « a »"},
    {"local t = { ['a'] = 1,\n  a = 3 }", "2 la clé « a »"},
    {"local t = { [1] = 1, [1] = 3 }", "1 la clé « 1 »"},
    {"local t = { [x] = 1, [x] = 3 }", ""},
    {"local t = { ['a' .. 'b'] = 1, ['b'] = 3 }", ""},
    {"local t = { a = { a = 1 }, b = { a = 1 } }", ""},
    {"local t = { a = { 1 }; b = 2; a = 3 }", "1 la clé « a »"},
    {"local t = { a = function() local a = 1 a = 2 return a, a end, b = 1 }", ""},
    {"local t = { f(a, b), a = 1, f { a = 1 }, b = x:y { a = 1 }, a = 2 }", "1 la clé « a »"},
    {"local t = { x, a = 1 } t.a = 2", ""},
    {"return function() return { a = 1, a = 2 } end", "1 la clé « a »"},
    {"local x = _ENV", "1 « _ENV »"},
    {"local x = a._ENV", "1 « _ENV »"},
    {"local s = '_ENV' -- _ENV", ""},
    {"local x <const> = 1", "1 <const>"},
    {"local a, b <close> = 1", "1 <const>"},
    {"local a = 1 < 2", "1 « < »"},
    {"local s = '\\0'", "1 octet zéro"},
    {"local s = '\\000'", "1 octet zéro"},
    {"local s = '\\x00'", "1 octet zéro"},
    {"local s = '\\u{0}'", "1 octet zéro"},
    {"local s = '\\u{000}'", "1 octet zéro"},
    {"local s = '\\01 \\x01 \\\\0 \\u{10}'", ""},
    {"local s = [[\\0]]", ""},
    {"\xEF\xBB\xBFreturn 1", "1 BOM"},
    {"#!/usr/bin/lua", "1 « # »"},
    {"\x1BLua", "1 compilé"},
    {"local a\nlocal b = '\xC3'", "2 UTF-8"},
    {"-- \xFF", "1 UTF-8"},
    {"local n = 0x1p-3 local m = 1e-5 == 1", "1 « == »"},
    {"} ) ] a == b", "1 « == »"},
};

/* Are the words in the message, whatever the spaces within quotation marks? */
static bool says(const char *message, const char *words) {
    for (; *message; message++) {
        const char *m = message, *w = words;
        while (*w && (*m == *w || (*w == ' ' && strncmp(m, "\u00a0", 2) == 0))) {
            m += *w == ' ' && *m != ' ' ? 2 : 1;
            w++;
        }
        if (!*w) return true;
    }
    return false;
}

static void check_case(const Case *tried) {
    Arena arena;
    Findings findings;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    bool fatal;
    size_t price;
    Status status = tokens_check(&findings, "f.lua", tried->text, strlen(tried->text), NULL, &fatal, &price);
    char expected[256];
    snprintf(expected, sizeof expected, "%s", tried->expected);
    size_t count = 0;
    for (char *part = strtok(expected, "|"); part; part = strtok(NULL, "|"), count++) {
        if (count >= findings.count) print_error("%s: « %s » not found\n", tried->text, part);
        assert_true(count < findings.count);
        const Finding *finding = &findings.items[count];
        if (finding->line != atoi(part)) print_error("%s: line %d\n", tried->text, finding->line);
        assert_int_equal(finding->line, atoi(part));
        if (!says(finding->message, strchr(part, ' ') + 1)) print_error("%s: %s\n", tried->text, finding->message);
        assert_true(says(finding->message, strchr(part, ' ') + 1));
    }
    if (findings.count != count) print_error("%s: %s\n", tried->text, findings.items[count].message);
    assert_int_equal(findings.count, count);
    assert_int_equal(status, count ? STATUS_REFUSED : STATUS_OK);
    arena_clear(&arena);
}

static void each_case_is_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) check_case(&cases[i]);
}

/* Any prefix of any case must be read within its bytes. */
static void prefixes_are_read_within_bounds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t length = strlen(cases[i].text);
        for (size_t cut = 0; cut <= length; cut++) {
            Arena arena;
            Findings findings;
            arena_init(&arena, &memory_standard);
            findings_init(&findings, &arena);
            char *copy = malloc(cut + 1);
            memcpy(copy, cases[i].text, cut);
            bool fatal;
            size_t price;
            char *exact = cut ? realloc(copy, cut) : copy;
            tokens_check(&findings, "f.lua", exact, cut, NULL, &fatal, &price);
            free(exact);
            arena_clear(&arena);
        }
    }
}

static void slow_operators_have_a_price(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t price;
    } prices[] = {{"return 1", 1}, {"return a .. b", 8}, {"return a % b", 16}, {"return a % b .. c", 16}, {"return '%' -- ..", 1}};
    for (size_t i = 0; i < sizeof prices / sizeof prices[0]; i++) {
        Arena arena;
        Findings findings;
        arena_init(&arena, &memory_standard);
        findings_init(&findings, &arena);
        bool fatal;
        size_t price;
        assert_int_equal(tokens_check(&findings, "f.lua", prices[i].text, strlen(prices[i].text), NULL, &fatal, &price), STATUS_OK);
        assert_int_equal(price, prices[i].price);
        arena_clear(&arena);
    }
}

static void examples_are_passed_over(void **state) {
    (void)state;
    /* What stands in the one place of examples, and how many stretches; `not` in examples is reported unless they are passed over.
     */
    static const struct {
        const char *text, *passed;
        size_t lines;
        bool reported;
    } tried[] = {
        {"return dispositif { exemples = { not 1 } }", " not 1 ", 0, false},
        {"return dispositif { id = 1, exemples = {\n{ '}', a = 1, a = 2 } --}\n, [[ } ]]\n}, b = 2 }",
         "\n{ '}', a = 1, a = 2 } --}\n, [[ } ]]\n", 3, false},
        {"return dispositif { exemples = { '\\0' }; }", " '\\0' ", 0, false},
        {"return dispositif { exemples = {}, a = not 1 }", "", 0, true},
        {"return dispositif { exemples = { not 1 } .. 'x' }", NULL, 0, true},
        {"return dispositif { exemples = f { not 1 } }", NULL, 0, true},
        {"return dispositif { ['exemples'] = { not 1 } }", NULL, 0, true},
        {"return dispositif { a = { exemples = { not 1 } } }", NULL, 0, true},
        {"return autre { exemples = { not 1 } }", NULL, 0, true},
        {"exemples = { not 1 }", NULL, 0, true},
        {"return dispositif { exemples = { not 1 }", NULL, 0, true},
        {"return dispositif { exemples = { { not 1 }, b = 2 }", NULL, 0, true},
        {"function f() return dispositif { exemples = { not 1 } } end", NULL, 0, false},
    };
    for (size_t i = 0; i < sizeof tried / sizeof tried[0]; i++) {
        Arena arena;
        Findings findings;
        Stretches examples = {.items = NULL};
        arena_init(&arena, &memory_standard);
        findings_init(&findings, &arena);
        bool fatal;
        size_t price;
        Status status = tokens_check(&findings, "f.lua", tried[i].text, strlen(tried[i].text), &examples, &fatal, &price);
        if (status != (tried[i].reported ? STATUS_REFUSED : STATUS_OK)) print_error("%s\n", tried[i].text);
        assert_int_equal(status, tried[i].reported ? STATUS_REFUSED : STATUS_OK);
        assert_int_equal(findings.count, tried[i].reported ? 1 : 0);
        assert_false(fatal);
        assert_int_equal(examples.count, tried[i].passed ? 1 : 0);
        for (size_t k = 0; k < examples.count; k++) {
            size_t length = examples.items[k].end - examples.items[k].start;
            assert_int_equal(length, strlen(tried[i].passed));
            assert_memory_equal(tried[i].text + examples.items[k].start, tried[i].passed, length);
            assert_int_equal(examples.items[k].lines, tried[i].lines);
        }
        arena_clear(&arena);
    }
}

static bool attempt(const Memory *memory) {
    static const char text[] = "local t = { a = 1, b = 2, a = 3 } or dispositif { exemples = { 1 } }";
    Arena arena;
    Findings findings;
    arena_init(&arena, memory);
    findings_init(&findings, &arena);
    bool fatal;
    size_t price;
    Stretches examples = {.items = NULL};
    Status status = tokens_check(&findings, "f.lua", text, sizeof text - 1, &examples, &fatal, &price);
    assert_true(status == STATUS_REFUSED || status == STATUS_NO_MEMORY);
    arena_clear(&arena);
    return status == STATUS_REFUSED;
}

static void every_allocation_may_fail(void **state) {
    (void)state;
    SWEEP(attempt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_is_found),          cmocka_unit_test(prefixes_are_read_within_bounds),
        cmocka_unit_test(slow_operators_have_a_price), cmocka_unit_test(examples_are_passed_over),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
