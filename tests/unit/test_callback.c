/* `critere_lua`: what may be captured, what a function sees, and that no row is seen by the next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "rules/callback.h"
#include "rules/limits.h"
#include "rules/sandbox.h"
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#define CALLBACKS_MAX 32

/* A rulebook with two facts of each kind that matters, and the callbacks of one script. */
typedef struct Bench {
    const Memory *memory;
    Rulebook rulebook;
    Fact facts[5];
    Choice choices[3];
    Callback items[CALLBACKS_MAX];
    Callback *pointers[CALLBACKS_MAX];
    uint64_t oui, choice, set;
    Status status;
} Bench;

static int fact_numbers[] = {0, 1, 2, 3, 4};

static int capture(lua_State *L) {
    Bench *bench = script_of(L)->context;
    Callback *callback = &bench->items[bench->rulebook.callback_count];
    *callback = (Callback){.facts = fact_numbers, .fact_count = 5, .number = (int)bench->rulebook.callback_count};
    callback_capture(L, 1, &callback->code, &callback->code_length);
    bench->pointers[bench->rulebook.callback_count++] = callback;
    return 0;
}

static void open_bench(Bench *bench, const Memory *memory, const char *script) {
    *bench = (Bench){.memory = memory, .oui = 2, .choice = 2, .set = 5};
    arena_init(&bench->rulebook.arena, memory);
    findings_init(&bench->rulebook.findings, &bench->rulebook.arena);
    const char *names[] = {"a", "b", "c"};
    for (int i = 0; i < 3; i++) bench->choices[i].name = names[i];
    FactType types[] = {FACT_INTEGER, FACT_DATE, FACT_BOOLEAN, FACT_ENUM, FACT_SET};
    for (int i = 0; i < 5; i++)
        bench->facts[i] = (Fact){.type = types[i], .choices = bench->choices, .choice_count = i > 2 ? 3 : 0};
    bench->rulebook.vocabulary.facts = bench->facts;
    bench->rulebook.vocabulary.count = 5;
    bench->rulebook.callbacks = bench->pointers;
    const Word words[] = {{"capture", capture}};
    ScriptSource source = {.file = "essai.lua",
                           .bytes = script,
                           .length = strlen(script),
                           .arena = &bench->rulebook.arena,
                           .findings = &bench->rulebook.findings};
    bench->status = sandbox_run(memory, &source, &(Words){words, 1, NULL, NULL}, bench, NULL);
}

static void close_bench(Bench *bench) {
    arena_clear(&bench->rulebook.arena);
}

static bool call(Bench *bench, Callbacks *callbacks, int number, double integer, Truth *answer, const char **message) {
    Value values[] = {
        {.shape = SHAPE_SPAN, .span = {integer, integer}},
        {.shape = SHAPE_SPAN, .span = {0, 0}},
        {.shape = SHAPE_CANDIDATES, .words = 1, .possible = &bench->oui},
        {.shape = SHAPE_CANDIDATES, .words = 1, .possible = &bench->choice},
        {.shape = SHAPE_SET, .words = 1, .possible = &bench->set, .sure = &bench->set},
    };
    return callbacks_call(callbacks, number, values, answer, message);
}

static void expect_answer(const char *script, double integer, Truth expected) {
    Bench bench;
    open_bench(&bench, &memory_standard, script);
    assert_int_equal(bench.status, STATUS_OK);
    Callbacks *callbacks;
    assert_int_equal(callbacks_new(&memory_standard, &bench.rulebook, &callbacks), STATUS_OK);
    Truth answer;
    const char *message;
    bool done = call(&bench, callbacks, 0, integer, &answer, &message);
    if (!done) print_error("%s\n", message);
    assert_true(done);
    assert_int_equal(answer, expected);
    callbacks_free(callbacks);
    close_bench(&bench);
}

static void expect_failure(const char *script, const char *expected) {
    Bench bench;
    open_bench(&bench, &memory_standard, script);
    assert_int_equal(bench.status, STATUS_OK);
    Callbacks *callbacks;
    assert_int_equal(callbacks_new(&memory_standard, &bench.rulebook, &callbacks), STATUS_OK);
    for (int i = 0; i < 3; i++) {
        Truth answer;
        const char *message;
        assert_false(call(&bench, callbacks, 0, 1, &answer, &message));
        if (!strstr(message, expected)) print_error("%s\n", message);
        assert_non_null(strstr(message, expected));
    }
    callbacks_free(callbacks);
    close_bench(&bench);
}

static void values_are_given_as_lua_values(void **state) {
    (void)state;
    expect_answer("capture(function(n) return n == 3 and math.type(n) == 'integer' end)", 3, TRUTH_TRUE);
    expect_answer("capture(function(n) return n == 3 end)", 4, TRUTH_FALSE);
    expect_answer("capture(function(n) return nil end)", 4, TRUTH_UNKNOWN);
    expect_answer("capture(function(n) end)", 4, TRUTH_UNKNOWN);
    expect_answer(
        "capture(function(n, d, b, e, s) return d == '1970-01-01' and b and e == 'b' and #s == 2 and s[1] .. s[2] == 'ac' end)", 3,
        TRUTH_TRUE);
}

static void failures_are_said(void **state) {
    (void)state;
    expect_failure("capture(function(n) return 1 end)", "un nombre");
    expect_failure("capture(function(n) return {} end)", "une table");
    expect_failure("capture(function(n) return print end)", "n’existe pas");
    expect_failure("capture(function(n)\n\n x = 1 end)", "ligne 3");
    expect_failure("capture(function(n) string.len = 1 end)", "on ne peut rien changer");
    expect_failure("capture(function(n) return n.x end)", "champ");
    expect_failure("capture(function(n) while true do end end)", "instructions");
    expect_failure("capture(function(n) local t = {} for i = 1, 1e6 do t[i] = i end end)", "demande plus de");
    expect_failure("capture(function(n) local t = {} for i = 1, 20000 do t[i] = { i } end end)", "mémoire");
    expect_failure("capture(function(n) local function f() return 1 + f() end return f() end)", "emboîtés");
    expect_failure("capture(function(n) error('non') end)", "non");
}

static void captured_locals_are_refused(void **state) {
    (void)state;
    Bench bench;
    open_bench(&bench, &memory_standard, "local seuil = 3\n\ncapture(function(n) return n > seuil end)");
    assert_int_equal(bench.status, STATUS_REFUSED);
    assert_int_equal(bench.rulebook.findings.items[0].line, 3);
    assert_non_null(strstr(bench.rulebook.findings.items[0].message, "seuil"));
    close_bench(&bench);
    open_bench(&bench, &memory_standard, "capture(tostring)");
    assert_int_equal(bench.status, STATUS_REFUSED);
    close_bench(&bench);
}

/* What one row leaves behind must not count for the next: the first size that fails is the same after any history. */
static int first_failure(Bench *bench, Callbacks *callbacks, int number, bool with_history) {
    int low = 0, high = 1000000;
    Truth answer;
    const char *message;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (with_history) call(bench, callbacks, 2, middle, &answer, &message);
        if (call(bench, callbacks, number, middle, &answer, &message)) low = middle;
        else high = middle;
    }
    return high;
}

static void rows_do_not_see_each_other(void **state) {
    (void)state;
    Bench bench;
    open_bench(&bench, &memory_standard,
               "capture(function(n) local t = {} for i = 1, n do t[i] = 'texte ' .. i end return true end)\n"
               "capture(function(n) local s = '' for i = 1, n do s = 'abc' .. i end return true end)\n"
               "capture(function(n) local t = {} for i = 1, n % 3000 do t['texte ' .. i] = i end return math.max(1, 2) == 2 end)");
    assert_int_equal(bench.status, STATUS_OK);
    Callbacks *callbacks;
    assert_int_equal(callbacks_new(&memory_standard, &bench.rulebook, &callbacks), STATUS_OK);
    for (int number = 0; number < 2; number++) {
        int alone = first_failure(&bench, callbacks, number, false);
        assert_true(alone > 100 && alone < 1000000);
        assert_int_equal(first_failure(&bench, callbacks, number, true), alone);
    }
    callbacks_free(callbacks);
    close_bench(&bench);
}

static void without_callbacks_there_is_no_state(void **state) {
    (void)state;
    Bench bench;
    open_bench(&bench, &memory_standard, "");
    Callbacks *callbacks;
    assert_int_equal(callbacks_new(&memory_standard, &bench.rulebook, &callbacks), STATUS_OK);
    assert_null(callbacks);
    callbacks_free(callbacks);
    close_bench(&bench);
}

static void every_allocation_may_fail(void **state) {
    (void)state;
    Bench bench;
    open_bench(&bench, &memory_standard, "capture(function(n) local t = { n, 'un texte' } return #t == 2 end)");
    for (size_t k = 1;; k++) {
        Failing failing = {.fail_at = k};
        Memory memory = failing_memory(&failing);
        Callbacks *callbacks;
        Truth answer = TRUTH_UNKNOWN;
        const char *message = NULL;
        bool done =
            callbacks_new(&memory, &bench.rulebook, &callbacks) == STATUS_OK && call(&bench, callbacks, 0, 1, &answer, &message);
        callbacks_free(callbacks);
        assert_int_equal(failing.blocks, 0);
        if (failing.requests < k) {
            assert_true(done);
            break;
        }
    }
    close_bench(&bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_given_as_lua_values),      cmocka_unit_test(failures_are_said),
        cmocka_unit_test(captured_locals_are_refused),         cmocka_unit_test(rows_do_not_see_each_other),
        cmocka_unit_test(without_callbacks_there_is_no_state), cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
