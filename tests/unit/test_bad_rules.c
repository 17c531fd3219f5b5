/* Each file of tests/bad_rules holds one mistake; its first line says the finding to expect: `-- attendu: AZ201 ligne 5: fragment`.
 * It is loaded with the project's facts and beside a good programme, which must load whatever its neighbour does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/rulebook.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char good[] = "local q = source(\"avise-difficultes\", \"p\") \"Associations\"\n"
                           "return dispositif { id = \"voisin\", nom = \"Voisin\", porteurs = { \"Avise\" },\n"
                           "  conditions = critere { \"forme_juridique\", vaut = \"association\", source = q } }\n";

typedef struct Bench {
    Arena arena;
    Findings findings;
    FileList facts, bad_rules, bad_facts;
} Bench;

typedef struct Expectation {
    char code[8];
    int line, column;
    char fragment[160];
} Expectation;

static void read_folder(Bench *bench, const char *folder, const char *const *endings, FileList *out) {
    assert_int_equal(files_read_folder(&files_standard, &bench->arena, folder, endings, 1u << 20, &bench->findings, out),
                     STATUS_OK);
}

static int set_up(void **state) {
    static const char *const facts[] = {".lua", ".txt", NULL}, *const rules[] = {".lua", NULL};
    Bench *bench = calloc(1, sizeof *bench);
    arena_init(&bench->arena, &memory_standard);
    findings_init(&bench->findings, &bench->arena);
    read_folder(bench, AZIMUT_SOURCE_DIR "/facts", facts, &bench->facts);
    read_folder(bench, AZIMUT_SOURCE_DIR "/tests/bad_rules", rules, &bench->bad_rules);
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    Bench *bench = *state;
    arena_clear(&bench->arena);
    free(bench);
    return 0;
}

static Expectation read_expectation(const FileBytes *file) {
    Expectation expectation = {0};
    char line[256] = "";
    const char *end = memchr(file->bytes, '\n', file->length);
    assert_non_null(end);
    size_t length = (size_t)(end - file->bytes);
    assert_true(length < sizeof line);
    memcpy(line, file->bytes, length);
    if (sscanf(line, "-- attendu: %7s ligne %d:%d: %159[^\n]", expectation.code, &expectation.line, &expectation.column,
               expectation.fragment) != 4)
        fail_msg("%s: première ligne illisible", file->path);
    return expectation;
}

static bool matches(const Finding *finding, const FileBytes *file, const Expectation *expectation) {
    size_t path = strlen(file->path), name = finding->file ? strlen(finding->file) : 0;
    bool here = name > path && strcmp(finding->file + name - path, file->path) == 0;
    return here && strcmp(finding->code, expectation->code) == 0 && finding->line == expectation->line &&
           finding->column == expectation->column && strstr(finding->message, expectation->fragment);
}

/* One mistake gives one kind of finding: what follows from it is not said again. */
static void check_findings(const Rulebook *rulebook, const FileBytes *file) {
    Expectation expectation = read_expectation(file);
    size_t found = 0;
    for (size_t i = 0; i < rulebook->findings.count; i++)
        if (matches(&rulebook->findings.items[i], file, &expectation)) found++;
    for (size_t i = 0; i < rulebook->findings.count; i++) {
        const Finding *finding = &rulebook->findings.items[i];
        bool same = strcmp(finding->code, expectation.code) == 0;
        if (!found || !same)
            print_message("  %s:%d:%d: %s %s\n", finding->file, finding->line, finding->column, finding->code, finding->message);
        if (!same) fail_msg("%s: un constat de trop", file->path);
    }
    if (!found)
        fail_msg("%s: constat attendu %s ligne %d:%d: %s", file->path, expectation.code, expectation.line, expectation.column,
                 expectation.fragment);
}

static bool is_fact_file(const FileBytes *file) {
    return strncmp(file->path, "facts/", 6) == 0;
}

static void check_one(const Bench *bench, const FileBytes *file) {
    FileBytes neighbour = {.path = "voisin.lua", .bytes = good, .length = sizeof good - 1};
    FileBytes rules[2] = {*file, neighbour}, facts[16];
    FileList fact_list = bench->facts, rule_list = {rules, 2};
    if (is_fact_file(file)) {
        assert_true(bench->facts.count < 16);
        memcpy(facts, bench->facts.items, bench->facts.count * sizeof *facts);
        facts[fact_list.count++] = *file;
        fact_list.items = facts;
        rule_list = (FileList){rules + 1, 1};
    }
    Rulebook *rulebook = NULL;
    assert_int_equal(rulebook_load(&memory_standard, "faits", &fact_list, "regles", &rule_list, &rulebook), STATUS_OK);
    check_findings(rulebook, file);
    const Programme *programme = rulebook_programme(rulebook, "voisin");
    assert_non_null(programme);
    assert_false(programme->failed);
    rulebook_free(rulebook);
}

static void test_every_mistake_is_found(void **state) {
    const Bench *bench = *state;
    assert_true(bench->bad_rules.count >= 80);
    for (size_t i = 0; i < bench->bad_rules.count; i++) check_one(bench, &bench->bad_rules.items[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_mistake_is_found)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
