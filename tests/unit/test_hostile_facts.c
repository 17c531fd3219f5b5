/* Every file of tests/hostile/json with its expectation beside it: « accepté » or « refusé », then a line for each finding in
 * order: code (or *), line, and words that its message or advice has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/facts_json.h"
#include "small_vocabulary.h"
#include <dirent.h>

#define FOLDER AZIMUT_SOURCE_DIR "/tests/hostile/json/"
#define FILE_MAX (1u << 20)

static char *read_file(const char *name, size_t *length) {
    char path[512];
    snprintf(path, sizeof path, FOLDER "%s", name);
    FILE *file = fopen(path, "rb");
    if (!file) print_error("%s\n", path);
    assert_non_null(file);
    char *bytes = malloc(FILE_MAX + 1);
    *length = fread(bytes, 1, FILE_MAX, file);
    bytes[*length] = '\0';
    fclose(file);
    return bytes;
}

static bool finding_is(const Finding *finding, char *expected) {
    char *code = strtok(expected, " "), *line = strtok(NULL, " "), *words = strtok(NULL, "");
    if (strcmp(code, "*") != 0 && strcmp(code, finding->code) != 0) return false;
    if (finding->line != atoi(line)) return false;
    return !words || strstr(finding->message, words) || (finding->advice && strstr(finding->advice, words));
}

static void check_findings(const char *name, const Findings *findings, char *expected) {
    size_t count = 0;
    for (char *line = expected, *end; *line; line = end + 1, count++) {
        end = strchr(line, '\n');
        assert_non_null(end);
        *end = '\0';
        if (count >= findings->count || !finding_is(&findings->items[count], line)) {
            print_error("%s, constat %zu\n", name, count + 1);
            for (size_t i = 0; i < findings->count; i++)
                print_error("  %s %d %s\n", findings->items[i].code, findings->items[i].line, findings->items[i].message);
            fail();
        }
    }
    assert_int_equal(count, findings->count);
}

static void check_file(const char *name) {
    char expectation[300];
    snprintf(expectation, sizeof expectation, "%.*s.attendu", (int)(strlen(name) - strlen(".json")), name);
    size_t length, expected_length;
    char *json = read_file(name, &length), *expected = read_file(expectation, &expected_length);
    Arena arena;
    arena_init(&arena, &memory_standard);
    Vocabulary vocabulary;
    FactSet facts;
    Findings findings;
    findings_init(&findings, &arena);
    assert_true(small_vocabulary(&vocabulary, &arena));
    assert_int_equal(factset_init(&facts, &arena, &vocabulary), STATUS_OK);
    Status status = facts_json_read(&facts, name, json, length, &findings);
    bool accepted = strncmp(expected, "accepté\n", strlen("accepté\n")) == 0;
    if (status != (accepted ? STATUS_OK : STATUS_REFUSED)) print_error("%s\n", name);
    assert_int_equal(status, accepted ? STATUS_OK : STATUS_REFUSED);
    check_findings(name, &findings, strchr(expected, '\n') + 1);
    arena_clear(&arena);
    free(json);
    free(expected);
}

static void hostile_files_give_what_they_announce(void **state) {
    (void)state;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    size_t count = 0;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        size_t length = strlen(entry->d_name);
        if (length < 5 || strcmp(entry->d_name + length - 5, ".json") != 0) continue;
        check_file(entry->d_name);
        count++;
    }
    closedir(folder);
    assert_true(count >= 30);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(hostile_files_give_what_they_announce)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
