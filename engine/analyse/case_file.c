/* One pass of the strict scanner. The facts of a case are left as bytes for the one reader of facts; a case with anything wrong is
 * told and left out, since a test that half says what it expects would pass for the wrong reason. */
#include "analyse/case_file.h"

#include "base/json_scan.h"
#include "base/text.h"
#include "explain/french.h"
#include <string.h>

#define NAMES_MAX 64 /* programmes of one list */

typedef struct CaseReader {
    Suite *suite;
    const char *file;
    JsonScanner scanner;
    const char *facts; /* of the case being read */
    size_t facts_length;
    int facts_line;
    bool dated, good;
} CaseReader;

static void complain(CaseReader *reader, const char *code, const char *advice, const char *message) {
    reader->good = false;
    if (message) findings_error(&reader->suite->findings, code, reader->file, reader->scanner.line, advice, "%s", message);
}

/* The text of the token, ended with a NUL. */
static const char *token_text(const CaseReader *reader) {
    const char *text = arena_text(reader->suite->arena, reader->scanner.text, reader->scanner.text_length);
    return text ? text : "";
}

static void refuse_shape(CaseReader *reader, JsonToken token, const char *key, const char *advice) {
    complain(reader, "AZ800", advice,
             arena_printf(reader->suite->arena, "«" NBSP "%s" NBSP "» n’est pas écrit comme il faut", key));
    json_scan_skip(&reader->scanner, token);
}

static long find_programme(CaseReader *reader, const char *id) {
    const Rulebook *rulebook = reader->suite->rulebook;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (strcmp(rulebook->programmes[i].id, id) == 0) return (long)i;
    const char **ids = arena_array(reader->suite->arena, rulebook->programme_count + 1, sizeof *ids);
    for (size_t i = 0; ids && i < rulebook->programme_count; i++) ids[i] = rulebook->programmes[i].id;
    const char *near = ids ? text_nearest(id, ids, rulebook->programme_count) : NULL;
    complain(reader, "AZ801",
             near ? arena_printf(reader->suite->arena, "vouliez-vous dire «" NBSP "%s" NBSP "»" THIN "?", near)
                  : "azimut programmes les liste",
             arena_printf(reader->suite->arena, "aucun dispositif ne s’appelle «" NBSP "%s" NBSP "»", id));
    return -1;
}

/* ---- Keys */

static void read_name(CaseReader *reader, SuiteTest *test, JsonToken token) {
    if (token == JSON_STRING) test->name = token_text(reader);
    else refuse_shape(reader, token, "cas", "un texte");
}

static void read_date(CaseReader *reader, SuiteTest *test, JsonToken token) {
    Day first, last;
    bool read = token == JSON_STRING && reader->scanner.text_length == 10 &&
                day_read(reader->scanner.text, reader->scanner.text_length, &first, &last);
    if (!read) {
        refuse_shape(reader, token, "date", "une date entière : \"2026-11-21\"");
        return;
    }
    test->date = first;
    reader->dated = true;
}

static void read_facts(CaseReader *reader, SuiteTest *test, JsonToken token) {
    (void)test;
    size_t start = reader->scanner.start;
    reader->facts_line = reader->scanner.line;
    if (token != JSON_OBJECT) {
        refuse_shape(reader, token, "faits", "un objet, comme un fichier de faits");
        return;
    }
    if (!json_scan_skip(&reader->scanner, token)) return;
    reader->facts = reader->scanner.bytes + start;
    reader->facts_length = reader->scanner.at - start;
}

static void read_verdict(CaseReader *reader, Expectation *expected, long programme, JsonToken token) {
    *expected = (Expectation){.programme = programme < 0 ? 0 : (size_t)programme, .line = reader->scanner.line};
    const char *written = token == JSON_STRING ? token_text(reader) : NULL;
    if (written && written[0] == '\0') {
        expected->written = written;
        reader->suite->to_fill_in++;
        return;
    }
    if (written && expectation_read(written, expected)) return;
    complain(reader, "AZ802",
             "éligible, éligible sous réserve, indéterminé, non éligible ou sans objet ; \"\" tant que la source n’est pas relue",
             written ? arena_printf(reader->suite->arena, "«" NBSP "%s" NBSP "» n’est pas un verdict", written)
                     : "un verdict est un texte");
    if (token == JSON_OBJECT || token == JSON_ARRAY) json_scan_skip(&reader->scanner, token);
}

static void read_verdicts(CaseReader *reader, SuiteTest *test, JsonToken token) {
    if (token != JSON_OBJECT) {
        refuse_shape(reader, token, "verdicts", "un objet : { \"dla\": \"éligible\" }");
        return;
    }
    size_t capacity = 0;
    while (json_scan_next(&reader->scanner) == JSON_KEY) {
        long programme = find_programme(reader, token_text(reader));
        Expectation *grown =
            arena_grow(reader->suite->arena, test->expectations, test->expectation_count, &capacity, sizeof *grown);
        if (!grown) return;
        test->expectations = grown;
        read_verdict(reader, &grown[test->expectation_count++], programme, json_scan_next(&reader->scanner));
    }
}

/* A list of programmes. */
static const char **read_names(CaseReader *reader, const char *key, JsonToken token, size_t *count) {
    const char **names = arena_array(reader->suite->arena, NAMES_MAX, sizeof *names);
    if (token != JSON_ARRAY) {
        refuse_shape(reader, token, key, "une liste : [ \"dla\", \"prevasso\" ]");
        return NULL;
    }
    while (names && (token = json_scan_next(&reader->scanner)) == JSON_STRING && *count < NAMES_MAX) {
        names[*count] = token_text(reader);
        find_programme(reader, names[(*count)++]);
    }
    if (names && token != JSON_ARRAY_END) complain(reader, "AZ800", "des identifiants de dispositifs", "cette liste se lit mal");
    return names;
}

static void read_head(CaseReader *reader, SuiteTest *test, JsonToken token) {
    test->has_head = true;
    test->head = read_names(reader, "tete", token, &test->head_count);
}

static void read_among_five(CaseReader *reader, SuiteTest *test, JsonToken token) {
    test->among_five = read_names(reader, "parmi_cinq", token, &test->among_five_count);
}

static const struct {
    const char *name;
    void (*read)(CaseReader *reader, SuiteTest *test, JsonToken token);
} keys[] = {{"cas", read_name},          {"date", read_date}, {"faits", read_facts},
            {"verdicts", read_verdicts}, {"tete", read_head}, {"parmi_cinq", read_among_five}};

static void read_key(CaseReader *reader, SuiteTest *test) {
    const char *name = token_text(reader);
    JsonToken value = json_scan_next(&reader->scanner);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(keys[i].name, name) != 0) continue;
        keys[i].read(reader, test, value);
        return;
    }
    json_scan_skip(&reader->scanner, value);
}

/* ---- Cases */

static void check_whole(CaseReader *reader, const SuiteTest *test, int line) {
    static const char advice[] = "{ \"cas\": \"…\", \"date\": \"2026-11-21\", \"faits\": { … }, \"verdicts\": { … } }";
    bool asks = test->expectation_count > 0 || test->has_head || test->among_five_count > 0;
    if (test->name && reader->dated && reader->facts && asks) return;
    if (reader->good)
        findings_error(&reader->suite->findings, "AZ800", reader->file, line, advice, "il manque à ce cas %s",
                       !test->name      ? "son nom, « cas »"
                       : !reader->dated ? "sa « date »"
                       : !reader->facts ? "ses « faits »"
                                        : "ce qu’il attend, « verdicts »");
    reader->good = false;
}

/* False when memory ran out or the document is broken. */
static bool read_case(CaseReader *reader) {
    Suite *suite = reader->suite;
    size_t place = suite->count;
    SuiteTest *test = suite_add(suite);
    if (!test) return false;
    JsonToken token;
    test->file = reader->file;
    test->line = reader->scanner.line;
    test->name = NULL;
    reader->facts = NULL;
    reader->dated = false;
    reader->good = true;
    while ((token = json_scan_next(&reader->scanner)) == JSON_KEY) read_key(reader, test);
    if (token == JSON_OBJECT_END) {
        check_whole(reader, test, test->line);
        if (reader->facts && !suite_read_facts(suite, test, reader->facts, reader->facts_length, reader->facts_line))
            reader->good = false;
    }
    if (token != JSON_OBJECT_END || !reader->good) suite->count = place;
    return token == JSON_OBJECT_END && !suite->arena->failed;
}

static void read_document(CaseReader *reader) {
    JsonToken token = json_scan_next(&reader->scanner);
    if (token == JSON_OBJECT) {
        if (read_case(reader)) token = json_scan_next(&reader->scanner);
    } else if (token == JSON_ARRAY) {
        while ((token = json_scan_next(&reader->scanner)) == JSON_OBJECT)
            if (!read_case(reader)) return;
        if (token == JSON_ARRAY_END) token = json_scan_next(&reader->scanner);
    }
    if (token != JSON_END && token != JSON_ERROR)
        complain(reader, "AZ800", "un cas { … }, ou une liste de cas [ { … }, { … } ]", "ce fichier n’est pas un fichier de cas");
}

bool case_file_read(Suite *suite, const char *label, const FileBytes *file) {
    CaseReader reader = {.suite = suite, .file = arena_printf(suite->arena, "%s/%s", label, file->path)};
    if (!reader.file) return false;
    if (!file->bytes)
        return findings_error(&suite->findings, "AZ803", reader.file, 0, NULL, "ce fichier ne peut pas être lu") == STATUS_OK;
    if (json_scan_init(&reader.scanner, suite->arena, file->bytes, file->length) != STATUS_OK) return false;
    read_document(&reader);
    if (reader.scanner.error) complain(&reader, "AZ800", NULL, reader.scanner.error);
    return !suite->arena->failed && !suite->findings.failed;
}
