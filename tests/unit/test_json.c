/* Documents built and printed: layout, numbers, texts that are not UTF-8, and memory that runs out, cJSON's included. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/json_scan.h"
#include "unit/failing_memory.h"
#include <cjson/cJSON.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static void build(JsonDocument *document) {
    json_init(document);
    json_text(document, document->root, "nom", "L’été\t«\n»\"\\");
    json_number(document, document->root, "n", 9007199254740991.0);
    json_number(document, document->root, "x", 0.1);
    json_number(document, document->root, "nan", NAN);
    json_boolean(document, document->root, "oui", true);
    json_boolean(document, document->root, "non", false);
    json_null(document, document->root, "rien");
    json_text(document, document->root, "sans", NULL);
    JsonValue *list = json_array(document, document->root, "liste");
    json_number(document, list, NULL, 1);
    json_text(document, list, NULL, "{\n\t}");
    JsonValue *inner = json_object(document, list, NULL);
    json_object(document, inner, "vide");
    json_array(document, inner, "vide aussi");
}

static void check_print(const JsonDocument *document, bool indented, const char *expected) {
    Text text;
    text_init(&text, &memory_standard);
    assert_int_equal(json_print(document, indented, &text), STATUS_OK);
    assert_string_equal(text_get(&text), expected);
    text_clear(&text);
}

static void a_document_is_printed_both_ways(void **state) {
    (void)state;
    JsonDocument document;
    build(&document);
    assert_false(document.failed);
    check_print(&document, false,
                "{\"nom\":\"L’été\\t«\\n»\\\"\\\\\",\"n\":9007199254740991,\"x\":0.1,\"nan\":null,\"oui\":true,\"non\":false,"
                "\"rien\":null,\"sans\":null,\"liste\":[1,\"{\\n\\t}\",{\"vide\":{},\"vide aussi\":[]}]}\n");
    check_print(&document, true,
                "{\n  \"nom\": \"L’été\\t«\\n»\\\"\\\\\",\n  \"n\": 9007199254740991,\n  \"x\": 0.1,\n  \"nan\": null,\n"
                "  \"oui\": true,\n  \"non\": false,\n  \"rien\": null,\n  \"sans\": null,\n"
                "  \"liste\": [1, \"{\\n\\t}\", {\n      \"vide\": {},\n      \"vide aussi\": []\n    }]\n}\n");
    json_clear(&document);
    json_clear(&document);
}

static void an_empty_document_is_an_object(void **state) {
    (void)state;
    JsonDocument document;
    json_init(&document);
    check_print(&document, true, "{}\n");
    check_print(&document, false, "{}\n");
    json_clear(&document);
}

static void bytes_that_are_not_utf8_are_replaced(void **state) {
    (void)state;
    JsonDocument document;
    json_init(&document);
    json_text(&document, document.root, "f", "\xE9t\xC3\xA9\xFF.lua");
    check_print(&document, false, "{\"f\":\"\xEF\xBF\xBDt\xC3\xA9\xEF\xBF\xBD.lua\"}\n");
    json_clear(&document);
}

static void what_is_printed_is_strict_json(void **state) {
    (void)state;
    JsonDocument document;
    build(&document);
    for (int indented = 0; indented <= 1; indented++) {
        Text text;
        Arena arena;
        JsonScanner scanner;
        text_init(&text, &memory_standard);
        arena_init(&arena, &memory_standard);
        assert_int_equal(json_print(&document, indented, &text), STATUS_OK);
        assert_int_equal(json_scan_init(&scanner, &arena, text.bytes, text.length), STATUS_OK);
        assert_true(json_scan_skip(&scanner, json_scan_next(&scanner)));
        assert_int_equal(json_scan_next(&scanner), JSON_END);
        arena_clear(&arena);
        text_clear(&text);
    }
    json_clear(&document);
}

static void a_failed_document_stays_failed(void **state) {
    (void)state;
    JsonDocument document;
    Text text;
    json_init(&document);
    text_init(&text, &memory_standard);
    json_text(&document, NULL, "x", "y");
    assert_true(document.failed);
    assert_null(json_object(&document, document.root, "o"));
    json_null(&document, document.root, "n");
    assert_null(cJSON_GetObjectItem(document.root, "n"));
    assert_int_equal(json_print(&document, false, &text), STATUS_NO_MEMORY);
    assert_int_equal(text.length, 0);
    json_clear(&document);
    text_clear(&text);
}

/* cJSON's hooks have no context. */
static size_t requests, fail_at, live;

static void *hooked_malloc(size_t size) {
    if (++requests == fail_at) return NULL;
    void *block = malloc(size);
    live += block != NULL;
    return block;
}

static void hooked_free(void *block) {
    live -= block != NULL;
    free(block);
}

static void every_refused_request_of_cjson_is_survived(void **state) {
    (void)state;
    cJSON_Hooks hooks = {hooked_malloc, hooked_free};
    cJSON_InitHooks(&hooks);
    bool refused = true;
    for (fail_at = 1; refused; fail_at++) {
        JsonDocument document;
        Text text;
        requests = 0;
        text_init(&text, &memory_standard);
        build(&document);
        json_text(&document, document.root, "f", "\xE9");
        Status status = json_print(&document, true, &text);
        refused = requests >= fail_at;
        assert_int_equal(status, refused ? STATUS_NO_MEMORY : STATUS_OK);
        text_clear(&text);
        json_clear(&document);
        assert_int_equal(live, 0);
    }
    cJSON_InitHooks(NULL);
}

static const JsonDocument *printed;

static bool print(const Memory *memory) {
    Text text;
    text_init(&text, memory);
    bool done = json_print(printed, true, &text) == STATUS_OK;
    text_clear(&text);
    return done;
}

static void every_refused_request_of_the_text_is_survived(void **state) {
    (void)state;
    JsonDocument document;
    build(&document);
    printed = &document;
    SWEEP(print);
    json_clear(&document);
}

static void the_locale_has_no_say(void **state) {
    (void)state;
    if (!setlocale(LC_ALL, "fr_FR.UTF-8")) {
        print_message("no locale fr_FR.UTF-8 on this machine: skipped\n");
        skip();
    }
    JsonDocument document;
    json_init(&document);
    json_number(&document, document.root, "x", 1234.5);
    check_print(&document, false, "{\"x\":1234.5}\n");
    json_clear(&document);
    setlocale(LC_ALL, "C");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_printed_both_ways),
        cmocka_unit_test(an_empty_document_is_an_object),
        cmocka_unit_test(bytes_that_are_not_utf8_are_replaced),
        cmocka_unit_test(what_is_printed_is_strict_json),
        cmocka_unit_test(a_failed_document_stays_failed),
        cmocka_unit_test(every_refused_request_of_cjson_is_survived),
        cmocka_unit_test(every_refused_request_of_the_text_is_survived),
        cmocka_unit_test(the_locale_has_no_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
