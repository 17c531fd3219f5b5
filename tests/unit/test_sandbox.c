/* The sandbox: what a script reaches, what it costs, what is said of it. The hostile scripts of tests/hostile/lua say in their
 * first line what must be found; those that are too long to be written down are made here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "rules/limits.h"
#include "rules/sandbox.h"
#include "rules/sandbox_library.h"
#include <dirent.h>
#include <lauxlib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define FOLDER AZIMUT_SOURCE_DIR "/tests/hostile/lua/"
#define FILE_MAX 200000
#define SECONDS_MAX 90 /* two at most in plain runs; valgrind is forty times slower */

typedef struct Outcome {
    Arena arena;
    Findings findings;
    Status status;
    lua_Integer number; /* what the script returned, if a number */
} Outcome;

static int lines[8];
static size_t line_count;

static int note_line(lua_State *L) {
    if (line_count < 8) lines[line_count++] = script_line(L);
    lua_pushvalue(L, 1);
    return 1;
}

static int report_twice(lua_State *L) {
    script_report(L, "AZ900", 0, NULL, "premier");
    script_report(L, "AZ901", 77, "conseil", "second « %s »", "\xff");
    return 0;
}

static int read_text(lua_State *L) {
    size_t length;
    luaL_checktype(L, 1, LUA_TSTRING);
    lua_pushinteger(L, (lua_Integer)(script_text(L, 1, &length) ? length : 0));
    return 1;
}

static int take_much(lua_State *L) {
    script_new(L, (size_t)luaL_checkinteger(L, 1));
    return 0;
}

static const Word items[] = {
    {"mot", note_line}, {"critere", note_line}, {"rapporte", report_twice}, {"texte", read_text}, {"prend", take_much}};

static void open_words(lua_State *L) {
    lua_pushinteger(L, 42);
    script_define(L, "quarante_deux");
}

static const Words words = {items, sizeof items / sizeof items[0], open_words, NULL};

static int keep_result(lua_State *L) {
    Outcome *outcome = script_of(L)->context;
    outcome->number = lua_tointeger(L, 1);
    return 0;
}

static void run_in(Outcome *outcome, const Memory *memory, const char *bytes, size_t length) {
    *outcome = (Outcome){0};
    arena_init(&outcome->arena, memory);
    findings_init(&outcome->findings, &outcome->arena);
    line_count = 0;
    ScriptSource source = {
        .file = "essai.lua", .bytes = bytes, .length = length, .arena = &outcome->arena, .findings = &outcome->findings};
    outcome->status = sandbox_run(memory, &source, &words, outcome, keep_result);
}

static Outcome run(const char *text) {
    Outcome outcome;
    run_in(&outcome, &memory_standard, text, strlen(text));
    outcome.findings.arena = NULL;
    return outcome;
}

/* Runs a script that must end with one finding that has `words_expected` in it, on `line` (0: any). */
static void expect(const char *text, int line, const char *expected) {
    Outcome outcome = run(text);
    if (outcome.findings.count != 1) print_error("%.80s: %zu findings\n", text, outcome.findings.count);
    assert_int_equal(outcome.status, STATUS_REFUSED);
    assert_int_equal(outcome.findings.count, 1);
    const Finding *finding = &outcome.findings.items[0];
    if (!strstr(finding->message, expected)) print_error("%.80s: %s\n", text, finding->message);
    assert_non_null(strstr(finding->message, expected));
    assert_true(utf8_valid(finding->message, strlen(finding->message)));
    assert_string_equal(finding->file, "essai.lua");
    if (line) assert_int_equal(finding->line, line);
    arena_clear(&outcome.arena);
}

static lua_Integer answer(const char *text) {
    Outcome outcome = run(text);
    if (outcome.status != STATUS_OK) print_error("%s: %s\n", text, outcome.findings.count ? outcome.findings.items[0].message : "");
    assert_int_equal(outcome.status, STATUS_OK);
    assert_int_equal(outcome.findings.count, 0);
    arena_clear(&outcome.arena);
    return outcome.number;
}

/* In a function, where == may be written. */
static lua_Integer answer_of(const char *body) {
    char text[1024];
    snprintf(text, sizeof text, "local function f() %s end return f()", body);
    return answer(text);
}

static void runs_a_script(void **state) {
    (void)state;
    assert_int_equal(answer("return quarante_deux"), 42);
    assert_int_equal(answer(""), 0);
    assert_int_equal(answer("local s = 0 for i, v in ipairs { 1, 2, 3 } do s = s + i * v end return s"), 14);
    assert_int_equal(answer("local t = { 3, 1, 2 } table.sort(t) return t[1] * 100 + t[2] * 10 + t[3]"), 123);
    assert_int_equal(
        answer("local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) return t[1] * 100 + t[2] * 10 + t[3]"), 321);
    assert_int_equal(
        answer("local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) table.remove(t, 1) return #t * 100 + t[1] * 10 + t[3]"),
        324);
    assert_int_equal(answer("return tonumber('ff', 16) + tonumber('10') + select('#', 1, nil, 2) + #('x'):rep(3, ', ')"),
                     255 + 10 + 3 + 7);
    assert_int_equal(answer("return string.find('a.b', '.', 1, true) * 10 + math.max(1, 3) + math.fmod(7, 4)"), 26);
    assert_int_equal(answer_of("assert(string.format('%5.2f|%-4d|%s|%%|%x|%c|%.2s', 1.5, 3, nil, 255, 65, 'abc') == ' 1.50|3   "
                               "|nil|%|ff|A|ab') return 1"),
                     1);
    assert_int_equal(answer_of("assert(tostring({}) == 'table', 'x') assert(tostring(1.5) == '1.5') return 1"), 1);
}

static void pairs_are_sorted(void **state) {
    (void)state;
    assert_int_equal(answer_of("local s = '' for k, v in pairs { b = 1, a = 2, [10] = 3, [2.5] = 4, 'x', [true] = 5 } do s = s .. "
                               "tostring(k) .. ' ' end\n"
                               "assert(s == '1 2.5 10 a b true ', s) return 1"),
                     1);
    assert_int_equal(answer("local n = 0 local t = { a = 1, b = 2, c = 3 } for k in pairs(t) do n = n + 1 t.b = nil end return n"),
                     2);
}

static void lines_are_those_of_the_call(void **state) {
    (void)state;
    assert_int_equal(answer("local x = 1\nlocal y = mot {\n  a = 1,\n  b = critere {\n    c = 2,\n  },\n}\nreturn mot {\n 1\n}"),
                     0);
    assert_int_equal(line_count, 3);
    assert_int_equal(lines[0], 4);
    assert_int_equal(lines[1], 2);
    assert_int_equal(lines[2], 8);
}

static void reports_go_on(void **state) {
    (void)state;
    Outcome outcome = run("local a\nrapporte()\nrapporte()\nlocal b = a.x\nrapporte()");
    assert_int_equal(outcome.status, STATUS_REFUSED);
    assert_int_equal(outcome.findings.count, 5);
    assert_int_equal(outcome.findings.items[0].line, 2);
    assert_int_equal(outcome.findings.items[1].line, 77);
    assert_string_equal(outcome.findings.items[1].advice, "conseil");
    assert_string_equal(outcome.findings.items[1].message, "second « ? »");
    assert_int_equal(outcome.findings.items[4].line, 4);
    arena_clear(&outcome.arena);
    outcome = run("for i = 1, 1000 do rapporte() end");
    assert_int_equal(outcome.findings.count, SCRIPT_FINDINGS_MAX + 1);
    arena_clear(&outcome.arena);
}

static void lua_speaks_french(void **state) {
    (void)state;
    expect("critere {\n  a = 1,\n\n", 4, "finit trop tôt");
    expect("critere {\n  a = 1\n\n", 4, "ouvert ligne 1 n’est pas fermé");
    expect("critere {\n  a = 1\n  b = 2\n}", 2, "virgule");
    expect("local x = = 3", 1, "n’a pas de sens ici");
    expect("local x = \"abc\nlocal y", 1, "n’est pas fermé");
    expect("local x = '\\q'", 1, "séquence");
    expect("local a\n\nlocal b = a.x", 3, "est vide (nil)");
    expect("local a = {}\na()", 2, "on ne peut pas l’appeler");
    expect("local a = {}\nlocal b = a .. 'x'", 2, "joindre");
    expect("local f = function() return {} < {} end f()", 1, "comparer deux valeurs");
    expect("local f = function() return 1 < 'x' end f()", 1, "comparer un nombre et un texte");
    expect("local b = #nil", 1, "longueur");
    expect("critre {}", 1, "n’existe pas");
    expect("\nx = 1", 2, "variables locales");
    expect("tostring = 1", 1, "variables locales");
    expect("math.cosinus(1)", 1, "n’existe pas");
    expect("return ('x'):gsub()", 1, "n’existe pas");
    expect("string.rep()", 1, "l’argument 1 de");
    expect("error('voilà')", 1, "voilà");
    expect("error()", 1, "sans message");
    expect("goto nulle_part", 0, "l’étiquette");
    expect("texte('a\\1b')", 1, "caractères de commande");
    expect("texte('\\xff')", 1, "caractères de commande");
    assert_int_equal(answer("return texte('é\\n\\t')"), 4);
    Outcome outcome = run("local x = critre");
    assert_non_null(strstr(outcome.findings.items[0].advice, "critere"));
    arena_clear(&outcome.arena);
}

static void limits_hold_where_they_are_said(void **state) {
    (void)state;
    char *text = malloc(SOURCE_BYTES_MAX + 2);
    memset(text, ' ', SOURCE_BYTES_MAX + 1);
    text[SOURCE_BYTES_MAX] = '\0';
    assert_int_equal(answer(text), 0);
    memcpy(text + SOURCE_BYTES_MAX, " ", 2);
    expect(text, 0, "64");
    free(text);
    char script[128];
    snprintf(script, sizeof script, "return #string.rep('x', %u)", SCRIPT_STRING_MAX);
    assert_int_equal(answer(script), SCRIPT_STRING_MAX);
    snprintf(script, sizeof script, "return #string.rep('x', %u)", SCRIPT_STRING_MAX + 1);
    expect(script, 1, "un texte de plus de");
    assert_int_equal(answer("return select('#', table.unpack({}, 1, 250))"), SCRIPT_VALUES_MAX);
    expect("return select('#', table.unpack({}, 1, 251))", 1, "au plus 250");
    assert_int_equal(answer("for i = 1, 9900000 do end return 1"), 1);
    expect("for i = 1, 10000000 do end", 1, "instructions");
    expect("prend(20000000)", 1, "mémoire");
    expect("while true do prend(100000) end", 1, "mémoire");
}

/* Opens `count` times, then closes. */
static char *repeated(const char *start, const char *open, size_t count, const char *middle, const char *close, const char *end) {
    char *text = calloc(1, FILE_MAX), *at = text;
    at = stpcpy(at, start);
    for (size_t i = 0; i < count; i++) at = stpcpy(at, open);
    at = stpcpy(at, middle);
    for (size_t i = 0; i < count; i++) at = stpcpy(at, close);
    stpcpy(at, end);
    return text;
}

static const struct {
    const char *start, *open;
    size_t count;
    const char *middle, *close, *end, *expected; /* NULL: runs without an error */
} long_scripts[] = {
    {"return ", "(", 30000, "1", ")", "", "emboîtées"},
    {"return ", "{", 30000, "", "}", "", "emboîtées"},
    {"return ", "(", SOURCE_DEPTH_MAX, "1", ")", "", NULL},
    {"return ", "(", SOURCE_DEPTH_MAX + 1, "1", ")", "", "emboîtées"},
    {"return ", "- ", 30000, "1", "", "", "emboîtés"},
    {"return ", "1 .. ", 10000, "1", "", "", "emboîtés"},
    {"return ", "2 ^ ", 10000, "1", "", "", "emboîtés"},
    {"local a = {} return a", ".b", 30000, "", "", "", "les uns dans les autres"},
    {"local a = {} return a", ".b", SOURCE_CHAIN_MAX, "", "", "", "on ne peut pas y lire"},
    {"local a = {} return a", ".b", SOURCE_CHAIN_MAX + 1, "", "", "", "les uns dans les autres"},
    {"local a = {} return a", "[1]", 20000, "", "", "", "les uns dans les autres"},
    {"local a = {} return a", ":b()", 10000, "", "", "", "les uns dans les autres"},
    {"local a = {} return ", "(a.b)", 100, "", "", "", "les uns dans les autres"},
    {"", "do ", 9000, "", "end ", "", "emboîtés"},
    {"", "while true do ", 1000, "", "end ", "", "emboîtés"},
    {"local f = ", "function() return ", 1000, "1", " end", "", "emboîtés"},
    {"local a", ",a", 250, "", "", "", "trop de variables locales"},
    {"return {", "1,", 30000, "", "", "}", NULL},
    {"return {", "'x',", 16000, "", "", "}", NULL},
    {"local t = {", "{},", 16000, "", "", "} return #t", NULL},
    {"local f = tostring f(", "1,", 300, "1", "", ")", "trop longue"},
    {"local s = 'a' return s", "..s", 300, "", "", "", "emboîtés"},
    {"local x = 1 ", "if x then ", 300, "", "end ", "", "emboîtés"},
    {"", "goto a ", 5000, "::a::", "", "", NULL},
    {"return '", "x", 60000, "", "", "'", NULL},
    {"return [", "=", 60000, "", "", "", "n’ouvre pas un texte"},
    {"--[[", "x", 60000, "", "", "", "n’est pas fermé"},
    {"return 0x", "f", 60000, "", "", "", NULL},
    {"local a = ", "x", 60000, "", "", "", "n’existe pas"},
};

static void long_scripts_end_cleanly(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof long_scripts / sizeof long_scripts[0]; i++) {
        char *text = repeated(long_scripts[i].start, long_scripts[i].open, long_scripts[i].count, long_scripts[i].middle,
                              long_scripts[i].close, long_scripts[i].end);
        clock_t start = clock();
        if (long_scripts[i].expected) expect(text, 0, long_scripts[i].expected);
        else answer(text);
        assert_true(clock() - start < (clock_t)SECONDS_MAX * CLOCKS_PER_SEC);
        free(text);
    }
}

static void run_hostile_file(const char *name) {
    char path[512];
    snprintf(path, sizeof path, FOLDER "%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, FILE_MAX);
    assert_true(fread(text, 1, FILE_MAX - 1, file) > 0);
    fclose(file);
    char expected[256] = "";
    assert_int_equal(sscanf(text, "-- attendu: %255[^\n]", expected), 1);
    clock_t start = clock();
    expect(text, 0, expected);
    assert_true(clock() - start < (clock_t)SECONDS_MAX * CLOCKS_PER_SEC);
    free(text);
}

static void hostile_files_end_cleanly(void **state) {
    (void)state;
    size_t count = 0;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name);
        if (length < 4 || strcmp(entry->d_name + length - 4, ".lua") != 0) continue;
        run_hostile_file(entry->d_name);
        count++;
    }
    closedir(folder);
    assert_true(count > 50);
}

/* The environment, walked from C. */

static char walked[8192];

static void walk_table(lua_State *L, const char *prefix, int depth) {
    Script *script = script_of(L);
    assert_true(depth < 3);
    assert_int_equal(lua_type(L, -1), LUA_TTABLE);
    if (depth > 0) {
        lua_pushnil(L);
        assert_false(lua_next(L, -2)); /* locked: empty itself */
        assert_true(lua_getmetatable(L, -1));
        lua_getfield(L, -1, "__metatable");
        assert_false(lua_isnil(L, -1));
        lua_pop(L, 1);
        assert_int_equal(lua_getfield(L, -1, "__newindex"), LUA_TFUNCTION);
        lua_pop(L, 1);
        assert_int_equal(lua_getfield(L, -1, "__index"), LUA_TTABLE);
    }
    (void)script;
    library_sorted_keys(L, lua_gettop(L));
    for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
        const char *name = lua_tostring(L, -1);
        lua_pushvalue(L, -1);
        int type = lua_rawget(L, -4);
        char full[128]; /* names of the library are short: the assertion says so to the compiler too */
        assert_true(strlen(prefix) + strlen(name) + 2 < sizeof full);
        snprintf(full, sizeof full, "%s%s", prefix, name);
        snprintf(walked + strlen(walked), sizeof walked - strlen(walked), "%s %s\n", full, lua_typename(L, type));
        strcat(full, ".");
        if (type == LUA_TTABLE) walk_table(L, full, depth + 1);
        else assert_true(type == LUA_TNUMBER || lua_iscfunction(L, -1));
        lua_pop(L, 2);
    }
    lua_pop(L, depth > 0 ? 4 : 2);
}

static int walk(lua_State *L) {
    static const char *const libraries[] = {"string", "table", "math"};
    luaL_checkstack(L, 100, "walk");
    walked[0] = '\0';
    library_names(L);
    for (size_t i = 0; i < 3; i++) {
        lua_getfield(L, -1, libraries[i]);
        lua_pop(L, 1);
    }
    walk_table(L, "", 0);
    lua_pushliteral(L, "");
    assert_true(lua_getmetatable(L, -1));
    assert_int_equal(lua_getfield(L, -1, "__index"), LUA_TFUNCTION);
    assert_int_equal(lua_getfield(L, -2, "__metatable"), LUA_TBOOLEAN);
    lua_settop(L, 0);
    return 0;
}

static void nothing_else_is_in_reach(void **state) {
    (void)state;
    Outcome outcome = {0};
    arena_init(&outcome.arena, &memory_standard);
    findings_init(&outcome.findings, &outcome.arena);
    ScriptSource source = {
        .file = "essai.lua", .bytes = "mot()", .length = 5, .arena = &outcome.arena, .findings = &outcome.findings};
    const Word walker[] = {{"mot", walk}};
    assert_int_equal(sandbox_run(&memory_standard, &source, &(Words){walker, 1, NULL, NULL}, &outcome, NULL), STATUS_OK);
    arena_clear(&outcome.arena);
    FILE *file = fopen(FOLDER "environment.txt", "r");
    assert_non_null(file);
    char line[256], expected[8192] = "";
    while (fgets(line, sizeof line, file))
        if (line[0] != '#') strcat(expected, line);
    fclose(file);
    assert_string_equal(walked, expected);
}

static void nothing_leaks_into_the_next_script(void **state) {
    (void)state;
    expect("x = 1", 1, "local");
    expect("return x", 1, "n’existe pas");
}

/* In one heap, as a rulebook is loaded: what a script leaves behind, in the region or beyond it, is gone for the next one. */
static void scripts_share_a_heap(void **state) {
    (void)state;
    static const struct {
        const char *text;
        Status status;
    } scripts[] = {
        {"local t = {} for i = 1, 1000 do t[i] = { i } end return #t", STATUS_OK},
        {"local t = {} for i = 1, 300000 do t[i] = i end return #t", STATUS_OK}, /* beyond the region */
        {"local t = {} while true do t = { t, t } end", STATUS_REFUSED},
        {"for i = 1, 100000 do local t = { i, i, i } end return 1000", STATUS_OK}, /* more garbage than the region holds */
        {"error('fin')", STATUS_REFUSED},
        {"return 1000", STATUS_OK},
    };
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    Room room = {0};
    assert_true(heap_open(&room.heap, &memory));
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        Outcome outcome = {0};
        arena_init(&outcome.arena, &memory);
        findings_init(&outcome.findings, &outcome.arena);
        ScriptSource source = {.file = "essai.lua",
                               .bytes = scripts[i].text,
                               .length = strlen(scripts[i].text),
                               .arena = &outcome.arena,
                               .findings = &outcome.findings,
                               .room = &room};
        assert_int_equal(sandbox_run(&memory, &source, &words, &outcome, keep_result), scripts[i].status);
        if (scripts[i].status == STATUS_OK) assert_int_equal(outcome.number, i == 1 ? 300000 : 1000);
        assert_int_equal(room.heap.outside, 0);
        assert_int_equal(room.heap.used, 0);
        arena_clear(&outcome.arena);
        assert_int_equal(failing.blocks, 2); /* the region, and the state that is kept */
    }
    heap_close(&room.heap);
    assert_int_equal(failing.bytes, 0);
}

/* A script in a state copied from the first one gives what it gives in a new state, at the same price, and sees nothing of those
 * that ran before. */
static void a_copied_state_is_a_new_one(void **state) {
    (void)state;
    static const char *const scripts[] = {"local t = {} for i = 1, 50 do t[i] = string.rep('a', i) end return #t + quarante_deux",
                                          "return math.floor(quarante_deux / 4)",
                                          "local s = 'x' .. quarante_deux return #s:upper()"};
    enum { COUNT = sizeof scripts / sizeof *scripts };
    Room shared = {0};
    assert_true(heap_open(&shared.heap, &memory_standard));
    for (int i = 0; i < 3 * COUNT; i++) {
        long long number[2], left[2];
        for (int copied = 0; copied < 2; copied++) {
            Room own = {0}, *room = copied ? &shared : &own;
            if (!copied) assert_true(heap_open(&own.heap, &memory_standard));
            Outcome outcome = {0};
            arena_init(&outcome.arena, &memory_standard);
            findings_init(&outcome.findings, &outcome.arena);
            const char *text = scripts[i % COUNT];
            ScriptSource source = {.file = "essai.lua",
                                   .bytes = text,
                                   .length = strlen(text),
                                   .arena = &outcome.arena,
                                   .findings = &outcome.findings,
                                   .room = room};
            assert_int_equal(sandbox_run(&memory_standard, &source, &words, &outcome, keep_result), STATUS_OK);
            number[copied] = outcome.number;
            left[copied] = room->meter.left;
            arena_clear(&outcome.arena);
            if (!copied) heap_close(&own.heap);
        }
        assert_ptr_equal(shared.words, &words);
        assert_int_equal(number[0], number[1]);
        assert_int_equal(left[0], left[1]);
    }
    heap_close(&shared.heap);
}

/* Signs pass; what commands a terminal or turns the direction of reading does not, wherever it stands. */
static void texts_hold_signs_only(void **state) {
    (void)state;
    static const char *const commands[] = {"\\1", "\\27[31m", "\\r", "\\127", "\\u{80}", "\\u{9b}31m", "\\u{202e}", "\\u{2066}"};
    assert_int_equal(answer("return texte('« é » œ\\u{a0}\\u{2029}\\u{202f}\\u{2065}…\\t\\n')") > 20, 1);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        for (int before = 0; before < 20; before++) {
            char script[128];
            snprintf(script, sizeof script, "texte('%.*s%s et la suite')", before, "aaaaaaaaaaaaaaaaaaaa", commands[i]);
            expect(script, 1, "caractères de commande");
        }
    expect("error('a\\u{9b}31mb\\u{202e}\\27')", 1, "a??31mb????");
}

static void a_table_with_holes_is_no_list(void **state) {
    (void)state;
    expect("local t = {} for i = 0, 62 do t[1 << i], t[(1 << i) + 1] = i, i end t[math.maxinteger] = 0 table.remove(t, 1)", 1,
           "trous");
    expect("local t = {} for i = 0, 62 do t[1 << i], t[(1 << i) + 1] = i, i end table.concat(t)", 1, "trous");
    expect("local t = {} for i = 0, 62 do t[1 << i], t[(1 << i) + 1] = i, i end table.unpack(t)", 1, "trous");
}

static void locale_of_the_host_is_put_back(void **state) {
    (void)state;
    if (!setlocale(LC_ALL, "fr_FR.UTF-8")) skip();
    assert_string_equal(localeconv()->decimal_point, ",");
    assert_int_equal(
        answer_of("assert(tostring(1.5) == '1.5' and string.format('%.1f', 1.5) == '1.5' and tonumber('1.5') == 1.5) return 1"), 1);
    assert_int_equal(answer_of("assert('Z' < 'a' and 'z' < 'é') return 1"), 1);
    assert_string_equal(localeconv()->decimal_point, ",");
    setlocale(LC_ALL, "C");
}

static bool attempt(const Memory *memory) {
    static const char script[] = "local t = mot { 'a', b = { 1, 2, 3 } }\nfor k, v in pairs(t) do texte(tostring(k)) end\n"
                                 "return string.rep('x', 1000) .. table.concat({ 1, 2 }, ',')";
    Outcome outcome;
    run_in(&outcome, memory, script, sizeof script - 1);
    assert_true(outcome.status == STATUS_OK || outcome.status == STATUS_NO_MEMORY);
    bool succeeded = outcome.status == STATUS_OK;
    arena_clear(&outcome.arena);
    return succeeded;
}

/* A refusal that a collection of garbage makes good leaves a success, so only leaks and crashes are judged. */
static void every_allocation_may_fail(void **state) {
    (void)state;
    for (size_t k = 1;; k++) {
        Failing failing = {.fail_at = k};
        Memory memory = failing_memory(&failing);
        bool succeeded = attempt(&memory);
        assert_int_equal(failing.blocks, 0);
        assert_int_equal(failing.bytes, 0);
        if (failing.requests < k) {
            assert_true(succeeded);
            return;
        }
    }
}

static bool attempt_error(const Memory *memory) {
    static const char script[] = "local a = 1 == 1\nrapporte()\nlocal b = critre";
    Outcome outcome;
    run_in(&outcome, memory, script, sizeof script - 1);
    assert_true(outcome.status == STATUS_REFUSED || outcome.status == STATUS_NO_MEMORY);
    bool succeeded = outcome.status == STATUS_REFUSED;
    arena_clear(&outcome.arena);
    return succeeded;
}

static void every_allocation_may_fail_on_an_error(void **state) {
    (void)state;
    for (size_t k = 1;; k++) {
        Failing failing = {.fail_at = k};
        Memory memory = failing_memory(&failing);
        bool succeeded = attempt_error(&memory);
        assert_int_equal(failing.blocks, 0);
        if (failing.requests < k) {
            assert_true(succeeded);
            return;
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_a_script),
        cmocka_unit_test(pairs_are_sorted),
        cmocka_unit_test(lines_are_those_of_the_call),
        cmocka_unit_test(reports_go_on),
        cmocka_unit_test(lua_speaks_french),
        cmocka_unit_test(limits_hold_where_they_are_said),
        cmocka_unit_test(long_scripts_end_cleanly),
        cmocka_unit_test(hostile_files_end_cleanly),
        cmocka_unit_test(nothing_else_is_in_reach),
        cmocka_unit_test(nothing_leaks_into_the_next_script),
        cmocka_unit_test(scripts_share_a_heap),
        cmocka_unit_test(a_copied_state_is_a_new_one),
        cmocka_unit_test(texts_hold_signs_only),
        cmocka_unit_test(a_table_with_holes_is_no_list),
        cmocka_unit_test(locale_of_the_host_is_put_back),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(every_allocation_may_fail_on_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
