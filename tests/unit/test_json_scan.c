/* The JSON grammar, case by case in the spirit of JSONTestSuite: what must be accepted, what must be refused and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json_scan.h"
#include "base/number.h"
#include "base/text.h"
#include "unit/failing_memory.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Bytes {
    const char *bytes;
    size_t length;
} Bytes;

#define BYTES(literal)                                                                                                             \
    { literal, sizeof(literal) - 1 }

static JsonToken scan_all(Arena *arena, const char *bytes, size_t length, JsonScanner *scanner) {
    assert_int_equal(json_scan_init(scanner, arena, bytes, length), STATUS_OK);
    JsonToken token;
    do token = json_scan_next(scanner);
    while (token != JSON_ERROR && token != JSON_END);
    return token;
}

/* The bytes are copied to a block of their exact size, so that the sanitizer sees any look beyond. */
static JsonToken judge(Bytes input) {
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory_standard);
    char *exact = malloc(input.length ? input.length : 1);
    memcpy(exact, input.bytes, input.length);
    JsonToken token = scan_all(&arena, exact, input.length, &scanner);
    assert_int_equal(json_scan_next(&scanner), token);
    if (token == JSON_ERROR) {
        assert_true(scanner.start <= input.length);
        assert_true(utf8_valid(scanner.error, strlen(scanner.error)));
    }
    free(exact);
    arena_clear(&arena);
    return token;
}

static const Bytes good[] = {BYTES("[[]   ]"),
                             BYTES("[\"\"]"),
                             BYTES("[]"),
                             BYTES("[\"a\"]"),
                             BYTES("[false]"),
                             BYTES("[null, 1, \"1\", {}]"),
                             BYTES("[null]"),
                             BYTES("[1\n]"),
                             BYTES(" [1]"),
                             BYTES("[1,null,null,null,2]"),
                             BYTES("[2] "),
                             BYTES("[123e65]"),
                             BYTES("[0e+1]"),
                             BYTES("[0e1]"),
                             BYTES("[ 4]"),
                             BYTES("[-0.0000000000000000000000000000000000000000000000000000000001]"),
                             BYTES("[20e1]"),
                             BYTES("[-0]"),
                             BYTES("[-123]"),
                             BYTES("[-1]"),
                             BYTES("[1E22]"),
                             BYTES("[1E-2]"),
                             BYTES("[1E+2]"),
                             BYTES("[123e45]"),
                             BYTES("[123.456e78]"),
                             BYTES("[1e-2]"),
                             BYTES("[1e+2]"),
                             BYTES("[123]"),
                             BYTES("[123.456789]"),
                             BYTES("{\"asd\":\"sdf\", \"dfg\":\"fgh\"}"),
                             BYTES("{\"asd\":\"sdf\"}"),
                             BYTES("{}"),
                             BYTES("{\"\":0}"),
                             BYTES("{\"min\":-1.0e+28,\"max\":1.0e+28}"),
                             BYTES("{\"a\":[]}"),
                             BYTES("{\n\"a\": \"b\"\n}"),
                             BYTES("[\"\\u0060\\u012a\\u12AB\"]"),
                             BYTES("[\"\\uD801\\udc37\"]"),
                             BYTES("[\"\\ud83d\\ude39\\ud83d\\udc8d\"]"),
                             BYTES("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]"),
                             BYTES("[\"\\\\u0000\"]"),
                             BYTES("[\"\\\"\"]"),
                             BYTES("[\"a/*b*/c/*d//e\"]"),
                             BYTES("[\"\\\\a\"]"),
                             BYTES("[\"\\\\n\"]"),
                             BYTES("[\"\\u0012\"]"),
                             BYTES("[\"\\uFFFF\"]"),
                             BYTES("[\"asd\"]"),
                             BYTES("[\"\xF4\x8F\xBF\xBF\"]"),
                             BYTES("[\"\xEF\xBF\xBF\"]"),
                             BYTES("[\"\\u002c\"]"),
                             BYTES("[\"\xCF\x80\"]"),
                             BYTES("[\"\xF0\x9B\xBF\xBF\"]"),
                             BYTES("\" \""),
                             BYTES("[\"\\uD834\\uDd1e\"]"),
                             BYTES("[\"\\u0821\"]"),
                             BYTES("[\"\xE2\x80\xA8\"]"),
                             BYTES("[\"\xE2\x80\xA9\"]"),
                             BYTES("[\"\\u0061\\u30af\\u30EA\"]"),
                             BYTES("[\"\x7F\"]"),
                             BYTES("[\"\\uA66D\"]"),
                             BYTES("[\"\xE2\x8D\x82\xE3\x88\xB4\xE2\x8D\x82\"]"),
                             BYTES("false"),
                             BYTES("42"),
                             BYTES("-0.1"),
                             BYTES("null"),
                             BYTES("\"asd\""),
                             BYTES("true"),
                             BYTES("\"\""),
                             BYTES("[\"a\"]\n"),
                             BYTES("[true]"),
                             BYTES(" [] "),
                             BYTES("\t\r\n{ }\r\n"),
                             BYTES("0"),
                             BYTES("[1e400]"),
                             BYTES("[123456789012345678901234567890]"),
                             BYTES("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]}"),
                             BYTES("{\"a\":1,\"A\":2,\"\\u00e9\":3,\"e\":4}"),
                             BYTES("[\"0123456701234567\",\"01234567\\n01234567\"]")};

static void what_the_grammar_admits(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (judge(good[i]) != JSON_END) fail_msg("refused: %s", good[i].bytes);
}

static const Bytes bad[] = {
    BYTES(""), BYTES(" "), BYTES("[1 true]"), BYTES("[a\xE5]"), BYTES("[\"\": 1]"), BYTES("[\"\"],"), BYTES("[,1]"),
    BYTES("[1,,2]"), BYTES("[\"x\",,]"), BYTES("[\"x\"]]"), BYTES("[\"\",]"), BYTES("[\"x\""), BYTES("[x"), BYTES("[3[4]]"),
    BYTES("[\xFF]"), BYTES("[1:2]"), BYTES("[,]"), BYTES("[-]"), BYTES("[   , \"\"]"), BYTES("[\"a\",\n4\n,1,"), BYTES("[1,]"),
    BYTES("[1,,]"), BYTES("[\"\va\"\\f]"), BYTES("[*]"), BYTES("[\"\""), BYTES("[1,"), BYTES("[1,\n1\n,1"), BYTES("[{}"),
    BYTES("[fals]"), BYTES("[nul]"), BYTES("[tru]"), BYTES("123\0"), BYTES("[++1234]"), BYTES("[+1]"), BYTES("[+Inf]"),
    BYTES("[-01]"), BYTES("[-1.0.]"), BYTES("[-2.]"), BYTES("[-NaN]"), BYTES("[.-1]"), BYTES("[.2e-3]"), BYTES("[0.1.2]"),
    BYTES("[0.3e+]"), BYTES("[0.3e]"), BYTES("[0.e1]"), BYTES("[0E+]"), BYTES("[0E]"), BYTES("[0e+]"), BYTES("[0e]"),
    BYTES("[1.0e+]"), BYTES("[1.0e-]"), BYTES("[1.0e]"), BYTES("[1 000.0]"), BYTES("[1eE2]"), BYTES("[2.e+3]"), BYTES("[2.e-3]"),
    BYTES("[2.e3]"), BYTES("[9.e+]"), BYTES("[Inf]"), BYTES("[NaN]"), BYTES("[\xEF\xBC\x91]"), BYTES("[1+2]"), BYTES("[0x1]"),
    BYTES("[0x42]"), BYTES("[Infinity]"), BYTES("[0e+-1]"), BYTES("[-123.123foo]"), BYTES("[123\xE5]"), BYTES("[1e1\xE5]"),
    BYTES("[0\xE5]"), BYTES("[-Infinity]"), BYTES("[-foo]"), BYTES("[- 1]"), BYTES("[-012]"), BYTES("[-.123]"), BYTES("[-1x]"),
    BYTES("[1ea]"), BYTES("[1e\xE5]"), BYTES("[1.]"), BYTES("[.123]"), BYTES("[1.2a-3]"), BYTES("[1.8011670033376514H-308]"),
    BYTES("[012]"), BYTES("[00]"), BYTES("[\"x\", truth]"), BYTES("{[: \"x\"}\n"), BYTES("{\"x\", null}"), BYTES("{\"x\"::\"b\"}"),
    BYTES("{\xF0\x9F\x87\xA8}"), BYTES("{\"a\":\"a\" 123}"), BYTES("{key: 'value'}"), BYTES("{\"\xB9\":\"0\",}"),
    BYTES("{\"a\" b}"), BYTES("{:\"b\"}"), BYTES("{\"a\" \"b\"}"), BYTES("{\"a\":"), BYTES("{\"a\""), BYTES("{1:1}"),
    BYTES("{9999E9999:1}"), BYTES("{null:null,null:null}"), BYTES("{\"id\":0,,,,,}"), BYTES("{'a':0}"), BYTES("{\"id\":0,}"),
    BYTES("{\"a\":\"b\"}/**/"), BYTES("{\"a\":\"b\"}//"), BYTES("{\"a\":\"b\",,\"c\":\"d\"}"), BYTES("{a: \"b\"}"),
    BYTES("{\"a\":\"a"), BYTES("{ \"foo\" : \"bar\", \"a\" }"), BYTES("{\"a\":\"b\"}#"), BYTES("[\"\\uD800\\\"]"),
    BYTES("[\"\\uD800\\u\"]"), BYTES("[\"\\uD800\\u1\"]"), BYTES("[\"\\uD800\\u1x\"]"), BYTES("[\xC3\xA9]"), BYTES("[\"\\x00\"]"),
    BYTES("[\"\\\\\\\"]"), BYTES("[\"\\\t\"]"), BYTES("[\"\\\xF0\x9F\x8C\x80\"]"), BYTES("[\"\\\"]"), BYTES("[\"\\u00A\"]"),
    BYTES("[\"\\uD834\\uDd\"]"), BYTES("[\"\\uD800\\uD800\\x\"]"), BYTES("[\"\\a\"]"), BYTES("[\"\\uqqqq\"]"),
    BYTES("[\"\\\xE5\"]"), BYTES("[\\u0020\"asd\"]"), BYTES("[\\n]"), BYTES("\""), BYTES("['single']"), BYTES("abc"),
    BYTES("[\"\\"), BYTES("[\"a\0a\"]"), BYTES("[\"new\nline\"]"), BYTES("[\"\t\"]"), BYTES("[\"\x1F\"]"), BYTES("\"\\UA66D\""),
    BYTES("\"\"x"), BYTES("[\xE2\x81\xA0]"), BYTES("\xEF\xBB\xBF"), BYTES("\xEF\xBB\xBF{}"), BYTES("<.>"), BYTES("[<null>]"),
    BYTES("[1]x"), BYTES("[1]]"), BYTES("[\"asd]"), BYTES("a\xC3\xA5"), BYTES("[True]"), BYTES("1]"), BYTES("{\"x\": true,"),
    BYTES("[][]"), BYTES("]"), BYTES("\xEF\xBB{}"), BYTES("\xE5"), BYTES("["), BYTES("[\0]"), BYTES("2@"), BYTES("{}}"),
    BYTES("{\"\":"), BYTES("{\"a\":/*comment*/\"b\"}"), BYTES("{\"a\": true} \"x\""), BYTES("['"), BYTES("[\"a"), BYTES("[{"),
    BYTES("[,"), BYTES("{"), BYTES("{]"), BYTES("{,"), BYTES("{["), BYTES("{\"a"), BYTES("{'a'"), BYTES("[\"\\{[\"\\{[\"\\{[\"\\{"),
    BYTES("\xC3\xA9"), BYTES("*"), BYTES("{\"a\":\"b\"}#{}"), BYTES("[\\u000A\"\"]"), BYTES("[1"), BYTES("[ false, nul"),
    BYTES("[ true, fals"), BYTES("[ false, tru"), BYTES("{\"asd\":\"asd\""), BYTES("\xC2\x85"), BYTES("[\xE2\x81\xA0]"),
    BYTES("[\f]"), BYTES("[\v]"), BYTES("\xC2\xA0[]"), BYTES("[}"), BYTES("{\"a\":1]"),
    /* what RFC 8259 leaves open and this scanner refuses */
    BYTES("[\"\\u0000\"]"), BYTES("{\"a\":1,\"a\":1}"), BYTES("{\"a\":1,\"\\u0061\":1}"), BYTES("[\"\\uDADA\"]"),
    BYTES("[\"\\uD888\\u1234\"]"), BYTES("[\"\\uD800\\n\"]"), BYTES("[\"\\uDd1ea\"]"), BYTES("[\"\\uD800\\uD800\\n\"]"),
    BYTES("[\"\\ud800\"]"), BYTES("[\"\\ud800abc\"]"), BYTES("[\"\xFF\"]"), BYTES("[\"\\uDd1e\\uD834\"]"), BYTES("[\"\xE9\"]"),
    BYTES("[\"\xED\xA0\x80\"]"), BYTES("[\"\xF4\xBF\xBF\xBF\"]"), BYTES("[\"\xC0\xAF\"]"), BYTES("[\"\xFC\x83\xBF\xBF\xBF\xBF\"]"),
    BYTES("[\"\xE0\xFF\"]"), BYTES("[\"\x81\"]"), BYTES("\xFF\xFE[\0\"\0\xE9\0\"\0]\0"), BYTES("[\"\xE2\x82\"]")};

static void what_the_grammar_refuses(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (judge(bad[i]) != JSON_ERROR) fail_msg("accepted: %s", bad[i].bytes);
}

/* Every prefix of a text that is no text itself, and every byte replaced by every other: never a crash, never a look beyond. */
static void broken_texts_are_survived(void **state) {
    (void)state;
    static const char text[] = "{\"a\\u00e9\\ud83d\\ude39\":[1.5e3,-0,true,null,\"\xC3\xA9\xE2\x82\xAC\"],\"b\":{}}";
    for (size_t length = 0; length < sizeof text - 1; length++) assert_int_equal(judge((Bytes){text, length}), JSON_ERROR);
    assert_int_equal(judge((Bytes){text, sizeof text - 1}), JSON_END);
    char changed[sizeof text];
    for (size_t i = 0; i < sizeof text - 1; i++)
        for (int byte = 0; byte < 256; byte++) {
            memcpy(changed, text, sizeof text);
            changed[i] = (char)byte;
            judge((Bytes){changed, sizeof text - 1});
        }
}

static void expect_text(JsonScanner *scanner, JsonToken token, const char *text) {
    assert_int_equal(json_scan_next(scanner), token);
    assert_int_equal(scanner->text_length, strlen(text));
    assert_memory_equal(scanner->text, text, strlen(text));
}

static void expect_number(JsonScanner *scanner, double value, bool integer) {
    assert_int_equal(json_scan_next(scanner), JSON_NUMBER);
    assert_int_equal(scanner->number_state, NUMBER_OK);
    assert_true(scanner->number == value);
    assert_int_equal(scanner->number_is_integer, integer);
}

static void tokens_carry_what_they_say(void **state) {
    (void)state;
    static const char text[] = "{ \"nom\" : \"L\\u2019\xC3\xA9t\xC3\xA9 \\ud83d\\ude39\\n\\\\\",\n \"n\":[ 12, -3,12.0,1e2 "
                               ",0.5,1e400,999999999999999,1234567890123456],"
                               "\n\n\"o\":{\"x\":true,\"y\":false,\"z\":null}}";
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory_standard);
    assert_int_equal(json_scan_init(&scanner, &arena, text, sizeof text - 1), STATUS_OK);
    assert_int_equal(json_scan_next(&scanner), JSON_OBJECT);
    assert_int_equal(scanner.depth, 1);
    expect_text(&scanner, JSON_KEY, "nom");
    assert_memory_equal(text + scanner.start, "\"nom\"", scanner.at - scanner.start);
    expect_text(&scanner, JSON_STRING, "L’été 😹\n\\");
    expect_text(&scanner, JSON_KEY, "n");
    assert_int_equal(scanner.line, 2);
    assert_int_equal(scanner.start - scanner.line_start + 1, 2);
    assert_int_equal(json_scan_next(&scanner), JSON_ARRAY);
    expect_number(&scanner, 12, true);
    assert_memory_equal(text + scanner.start, "12", scanner.at - scanner.start);
    expect_number(&scanner, -3, true);
    expect_number(&scanner, 12, true);
    expect_number(&scanner, 100, true);
    expect_number(&scanner, 0.5, false);
    assert_int_equal(json_scan_next(&scanner), JSON_NUMBER);
    assert_int_equal(scanner.number_state, NUMBER_TOO_BIG);
    expect_number(&scanner, 999999999999999, true);
    expect_number(&scanner, 1234567890123456, true);
    assert_int_equal(json_scan_next(&scanner), JSON_ARRAY_END);
    expect_text(&scanner, JSON_KEY, "o");
    assert_int_equal(scanner.line, 4);
    assert_int_equal(json_scan_next(&scanner), JSON_OBJECT);
    expect_text(&scanner, JSON_KEY, "x");
    assert_int_equal(json_scan_next(&scanner), JSON_TRUE);
    expect_text(&scanner, JSON_KEY, "y");
    assert_int_equal(json_scan_next(&scanner), JSON_FALSE);
    expect_text(&scanner, JSON_KEY, "z");
    assert_int_equal(json_scan_next(&scanner), JSON_NULL);
    assert_int_equal(json_scan_next(&scanner), JSON_OBJECT_END);
    assert_int_equal(json_scan_next(&scanner), JSON_OBJECT_END);
    assert_int_equal(json_scan_next(&scanner), JSON_END);
    assert_int_equal(json_scan_next(&scanner), JSON_END);
    arena_clear(&arena);
}

static void check_error(const char *text, int line, size_t column, const char *part) {
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory_standard);
    assert_int_equal(scan_all(&arena, text, strlen(text), &scanner), JSON_ERROR);
    assert_int_equal(scanner.line, line);
    assert_int_equal(scanner.start - scanner.line_start + 1, column);
    if (!strstr(scanner.error, part)) fail_msg("%s: %s", text, scanner.error);
    arena_clear(&arena);
}

static void errors_say_where_and_what(void **state) {
    (void)state;
    check_error("{\n  \"a\": 1,\n  \"a\": 2\n}", 3, 3,
                "«\xC2\xA0"
                "a\xC2\xA0»");
    check_error("{\"a\": 1,}", 1, 9, "virgule de trop");
    check_error("{\"a\": 1\n \"b\": 2}", 2, 2, "virgule");
    check_error("{\"a\": 01}", 1, 7, "zéro");
    check_error("{\"a\": 1,5}", 1, 9, "point");
    check_error("{\"a\": \"x\n\"}", 1, 9, "guillemet");
    check_error("{\"a\": \"x\xE9\"}", 1, 9, "UTF-8");
    check_error("{\"a\": \"x\\u0000\"}", 1, 9, "nul");
    check_error("{\"a\": oui}", 1, 7, "true");
    check_error("{\"a\": NaN}", 1, 7, "null");
    check_error("{\"a\": “x”}", 1, 7, "typographiques");
    check_error("{\"a\": 'x'}", 1, 7, "guillemets");
    check_error("\xEF\xBB\xBF{}", 1, 1, "BOM");
    check_error("// x\n{}", 1, 1, "commentaires");
    check_error("", 1, 1, "vide");
    check_error("{\"a\": [1,\n2", 2, 2, "]");
    check_error("{} {}", 1, 4, "après la fin");
}

/* `count` opening brackets, closed again. */
static JsonToken nest(size_t count) {
    char text[200];
    memset(text, '[', count);
    memset(text + count, ']', count);
    return judge((Bytes){text, count * 2});
}

static void the_depth_is_bounded(void **state) {
    (void)state;
    assert_int_equal(nest(JSON_DEPTH_MAX), JSON_END);
    assert_int_equal(nest(JSON_DEPTH_MAX + 1), JSON_ERROR);
    char *deep = malloc(1000000);
    memset(deep, '[', 1000000);
    assert_int_equal(judge((Bytes){deep, 1000000}), JSON_ERROR);
    free(deep);
}

/* A string whose decoded length is `length`, made of `unit`s that decode to `decoded` bytes each, then of plain letters. */
static JsonToken long_string(size_t length, const char *unit, size_t decoded) {
    size_t units = decoded ? length / decoded : 0, size = strlen(unit);
    char *text = malloc(units * size + length + 2), *at = text;
    *at++ = '"';
    for (size_t i = 0; i < units; i++, at += size) memcpy(at, unit, size);
    for (size_t i = units * decoded; i < length; i++) *at++ = 'a';
    *at++ = '"';
    JsonToken token = judge((Bytes){text, (size_t)(at - text)});
    free(text);
    return token;
}

static void the_length_of_a_string_is_bounded(void **state) {
    (void)state;
    static const struct {
        const char *unit;
        size_t decoded;
    } units[] = {{"", 0}, {"\\n", 1}, {"\\u0061", 1}, {"\\u00e9", 2}, {"\\u20ac", 3}, {"\\ud83d\\ude39", 4}, {"é", 2}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        assert_int_equal(long_string(JSON_TEXT_MAX, units[i].unit, units[i].decoded), JSON_END);
        for (size_t more = 1; more <= 4; more++)
            assert_int_equal(long_string(JSON_TEXT_MAX + more, units[i].unit, units[i].decoded), JSON_ERROR);
        assert_int_equal(long_string((size_t)10 * JSON_TEXT_MAX, units[i].unit, units[i].decoded), JSON_ERROR);
    }
}

/* An object of `count` keys, of which the last repeats key `twice` when that is not negative; the object stands in a list `times`.
 */
static JsonToken keys(size_t count, long twice, int times) {
    char *text = malloc(count * 16 * (size_t)times + 100), *at = text;
    *at++ = '[';
    for (int time = 0; time < times; time++) {
        *at++ = '{';
        for (size_t i = 0; i < count; i++)
            at += sprintf(at, "\"k%ld\":[{}],", i + 1 == count && twice >= 0 && time + 1 == times ? twice : (long)i);
        at[-1] = '}';
        *at++ = ',';
    }
    at[-1] = ']';
    JsonToken token = judge((Bytes){text, (size_t)(at - text)});
    free(text);
    return token;
}

static void keys_are_counted_and_compared(void **state) {
    (void)state;
    static const size_t counts[] = {2, 3, 31, 32, 33, 34, 63, 64, 65, 127, 128, 129, 1000, JSON_KEYS_MAX};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        size_t count = counts[i];
        assert_int_equal(keys(count, -1, 2), JSON_END);
        assert_int_equal(keys(count, 0, 2), JSON_ERROR);
        assert_int_equal(keys(count, (long)count - 2, 2), JSON_ERROR);
        assert_int_equal(keys(count, (long)count / 2, 1), count / 2 == count - 1 ? JSON_END : JSON_ERROR);
    }
    assert_int_equal(keys(JSON_KEYS_MAX + 1, -1, 1), JSON_ERROR);
}

static void large_objects_inside_large_objects(void **state) {
    (void)state;
    char *text = malloc(200000), *at = text;
    at += sprintf(at, "{");
    for (int i = 0; i < 60; i++) at += sprintf(at, "\"k%d\":1,", i);
    at += sprintf(at, "\"in\":{");
    for (int i = 0; i < 60; i++) at += sprintf(at, "\"k%d\":1,", i);
    at[-1] = '}';
    char *after = at;
    at += sprintf(at, ",\"k60\":1}");
    assert_int_equal(judge((Bytes){text, (size_t)(at - text)}), JSON_END);
    at = after + sprintf(after, ",\"k59\":1}");
    assert_int_equal(judge((Bytes){text, (size_t)(at - text)}), JSON_ERROR);
    free(text);
}

static void values_may_be_skipped(void **state) {
    (void)state;
    static const char text[] = "{\"a\":{\"x\":[1,{\"y\":[]}]},\"b\":[[],[2]],\"c\":3,\"d\":[4,}";
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory_standard);
    assert_int_equal(json_scan_init(&scanner, &arena, text, sizeof text - 1), STATUS_OK);
    assert_int_equal(json_scan_next(&scanner), JSON_OBJECT);
    for (const char *key = "abc"; *key; key++) {
        char name[] = {*key, '\0'};
        expect_text(&scanner, JSON_KEY, name);
        assert_true(json_scan_skip(&scanner, json_scan_next(&scanner)));
        assert_int_equal(scanner.depth, 1);
    }
    expect_text(&scanner, JSON_KEY, "d");
    assert_false(json_scan_skip(&scanner, json_scan_next(&scanner)));
    assert_false(json_scan_skip(&scanner, JSON_ERROR));
    assert_int_equal(json_scan_next(&scanner), JSON_ERROR);
    arena_clear(&arena);
}

static void restarting_allocates_nothing(void **state) {
    (void)state;
    Failing failing = {0};
    Memory memory = failing_memory(&failing);
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory);
    assert_int_equal(scan_all(&arena, "{\"a\":1,\"b\":[true]", 17, &scanner), JSON_ERROR);
    size_t requests = failing.requests;
    for (int i = 0; i < 10000; i++) {
        json_scan_restart(&scanner, "{\"a\":1,\"b\":[]}", 14);
        int tokens = 1;
        while (json_scan_next(&scanner) != JSON_END) tokens++;
        assert_int_equal(tokens, 8);
        assert_int_equal(scanner.line, 1);
    }
    assert_int_equal(failing.requests, requests);
    arena_clear(&arena);
}

static bool scan_large(const Memory *memory) {
    static char text[40000];
    char *at = text;
    at += sprintf(at, "{\"x\":\"\\n\"");
    for (int i = 0; i < 500; i++) at += sprintf(at, ",\"cl\\u00e9 %d\":\"valeur\\n %d\"", i, i);
    at += sprintf(at, "}");
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, memory);
    bool done = json_scan_init(&scanner, &arena, text, (size_t)(at - text)) == STATUS_OK;
    JsonToken token = JSON_NULL;
    while (done && token != JSON_END && token != JSON_ERROR) token = json_scan_next(&scanner);
    if (token == JSON_ERROR) {
        assert_true(arena.failed);
        assert_string_equal(scanner.error, "mémoire insuffisante");
        done = false;
    }
    arena_clear(&arena);
    return done;
}

static void every_refused_request_is_survived(void **state) {
    (void)state;
    SWEEP(scan_large);
}

static size_t from_hexadecimal(const char *text, char *out) {
    size_t length = 0;
    unsigned byte;
    for (; sscanf(text, "%2x", &byte) == 1; text += 2) out[length++] = (char)byte;
    return length;
}

/* The whole value, by a scanner that notes what it does not take, so that only the grammar refuses. */
static JsonToken judge_grammar(const char *bytes, size_t length) {
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory_standard);
    assert_int_equal(json_scan_init(&scanner, &arena, bytes, length), STATUS_OK);
    scanner.tolerant = true;
    JsonToken token;
    do token = json_scan_next(&scanner);
    while (token != JSON_ERROR && token != JSON_END);
    arena_clear(&arena);
    return token;
}

/* Its two texts of a hundred thousand levels are not in the file: the_depth_is_bounded stands for them. */
static void the_public_suite_is_passed(void **state) {
    (void)state;
    char line[4096], bytes[2048];
    size_t count = 0;
    FILE *suite = fopen(AZIMUT_SOURCE_DIR "/tests/hostile/json-test-suite.txt", "r");
    assert_non_null(suite);
    while (fgets(line, sizeof line, suite)) {
        char *hexadecimal = strchr(line, ' ');
        if (line[0] == '#' || !hexadecimal) continue;
        count++;
        JsonToken token = judge_grammar(bytes, from_hexadecimal(hexadecimal + 1, bytes));
        if (token != (line[0] == 'y' ? JSON_END : JSON_ERROR)) fail_msg("%s", line);
    }
    fclose(suite);
    assert_int_equal(count, 281);
}

static void what_is_noted_does_not_stop(void **state) {
    (void)state;
    static const char text[] = "{\"a\":1,\n\"a\":\"x\\u0000y\\u0000\",\n  \"a\":{}}";
    Arena arena;
    JsonScanner scanner;
    arena_init(&arena, &memory_standard);
    assert_int_equal(json_scan_init(&scanner, &arena, text, sizeof text - 1), STATUS_OK);
    scanner.tolerant = true;
    while (json_scan_next(&scanner) != JSON_END) assert_null(scanner.error);
    assert_int_equal(scanner.note_count, 3);
    assert_int_equal(scanner.notes[0].line, 2);
    assert_int_equal(scanner.notes[1].column, 7);
    assert_int_equal(scanner.notes[2].line, 3);
    assert_int_equal(scanner.notes[2].column, 3);
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_grammar_admits),
        cmocka_unit_test(what_the_grammar_refuses),
        cmocka_unit_test(broken_texts_are_survived),
        cmocka_unit_test(tokens_carry_what_they_say),
        cmocka_unit_test(errors_say_where_and_what),
        cmocka_unit_test(the_depth_is_bounded),
        cmocka_unit_test(the_length_of_a_string_is_bounded),
        cmocka_unit_test(keys_are_counted_and_compared),
        cmocka_unit_test(large_objects_inside_large_objects),
        cmocka_unit_test(values_may_be_skipped),
        cmocka_unit_test(restarting_allocates_nothing),
        cmocka_unit_test(the_public_suite_is_passed),
        cmocka_unit_test(what_is_noted_does_not_stop),
        cmocka_unit_test(every_refused_request_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
