/* The public API: what it refuses, what outlives what, and what a failed load leaves standing. Rule sets are small ones that the
 * test holds in memory, behind the seam for files. */
#include "azimut_internal.h"

#include <errno.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SMALL AZIMUT_SOURCE_DIR "/tests/failures/small"
#define RULES SMALL "/rules"
#define FACTS SMALL "/facts"

/* The small rule set, with one more rule file that the test writes. */
typedef struct Shelf {
    const char *extra;   /* text of rules/extra.lua; NULL: none */
    const char *missing; /* a folder that cannot be listed, or NULL */
} Shelf;

static int read_file(void *context, Arena *arena, const char *path, size_t limit, const char **bytes, size_t *length) {
    const Shelf *shelf = context;
    if (!strstr(path, "/extra.lua")) return files_standard.read(files_standard.context, arena, path, limit, bytes, length);
    *length = strlen(shelf->extra);
    *bytes = shelf->extra;
    return 0;
}

static int list_folder(void *context, Arena *arena, const char *path, const char ***names, size_t *count) {
    const Shelf *shelf = context;
    if (shelf->missing && strcmp(path, shelf->missing) == 0) return ENOENT;
    int error = files_standard.list(files_standard.context, arena, path, names, count);
    if (error || !shelf->extra || strcmp(path, RULES) != 0) return error;
    const char **more = arena_array(arena, *count + 1, sizeof *more);
    if (!more) return ENOMEM;
    memcpy(more, *names, *count * sizeof *more);
    more[(*count)++] = "extra.lua";
    *names = more;
    return 0;
}

static az_engine *engine_on(Shelf *shelf) {
    Files files = {read_file, list_folder, shelf};
    az_engine *engine = az_new_with(&memory_standard, &files);
    assert_non_null(engine);
    return engine;
}

static az_result *evaluate(az_engine *engine, const char *facts, const char *needs) {
    az_options options = {.date = "2026-11-21", .needs = needs};
    az_result *result = NULL;
    az_status status = az_evaluate(engine, facts, strlen(facts), &options, &result);
    assert_true(status == AZ_OK || status == AZ_FINDINGS);
    assert_non_null(result);
    return result;
}

static az_programme programme_named(const az_result *result, const char *id) {
    az_programme programme;
    for (size_t i = 0; az_result_programme(result, i, &programme); i++)
        if (strcmp(programme.id, id) == 0) return programme;
    fail_msg("no programme %s", id);
    return programme;
}

static void refuses_misuse(void **state) {
    (void)state;
    Shelf shelf = {0};
    az_engine *engine = engine_on(&shelf);
    az_options options = {.date = "2026-11-21"};
    az_result *result = (void *)&shelf;                                           /* must not stay */
    assert_int_equal(az_evaluate(engine, "{}", 2, &options, &result), AZ_MISUSE); /* no rules yet */
    assert_null(result);
    assert_int_equal(az_load(engine, NULL, FACTS), AZ_MISUSE);
    assert_int_equal(az_load(NULL, RULES, FACTS), AZ_MISUSE);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    assert_int_equal(az_evaluate(engine, NULL, 0, &options, &result), AZ_MISUSE);
    assert_int_equal(az_evaluate(engine, "{}", 2, NULL, &result), AZ_MISUSE);
    assert_int_equal(az_evaluate(engine, "{}", 2, &options, NULL), AZ_MISUSE);
    static const char *const bad[] = {"", "2026", "2026-11", "2026-02-30", "21/11/2026", "2026-11-21 ", NULL};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        options.date = bad[i];
        assert_false(az_date_valid(bad[i]));
        assert_int_equal(az_evaluate(engine, "{}", 2, &options, &result), AZ_MISUSE);
    }
    assert_true(az_date_valid("2028-02-29"));
    az_free(engine);
}

static void catalogue_misuse(void **state) {
    (void)state;
    Shelf shelf = {0};
    az_engine *engine = engine_on(&shelf);
    az_catalogue_options options = {.format = AZ_MARKDOWN};
    const char *bytes = "must not stay";
    size_t length = 0;
    assert_int_equal(az_catalogue_write(engine, &options, &bytes, NULL), AZ_MISUSE); /* no rules yet */
    assert_null(bytes);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    assert_int_equal(az_catalogue_write(NULL, &options, &bytes, NULL), AZ_MISUSE);
    assert_int_equal(az_catalogue_write(engine, NULL, &bytes, NULL), AZ_MISUSE);
    assert_int_equal(az_catalogue_write(engine, &options, NULL, NULL), AZ_MISUSE);
    options = (az_catalogue_options){.format = AZ_JSON, .disagreements = 1};
    assert_int_equal(az_catalogue_write(engine, &options, &bytes, NULL), AZ_MISUSE);
    options = (az_catalogue_options){.format = AZ_TEXT, .date = "2026-02-30"};
    assert_int_equal(az_catalogue_write(engine, &options, &bytes, NULL), AZ_MISUSE);
    options = (az_catalogue_options){.format = AZ_TEXT, .id = "inconnu"};
    assert_int_equal(az_catalogue_write(engine, &options, &bytes, NULL), AZ_REFUSED);
    assert_null(bytes);
    options.id = "essor";
    assert_int_equal(az_catalogue_write(engine, &options, &bytes, &length), AZ_OK);
    assert_int_equal(strlen(bytes), length);
    assert_non_null(strstr(bytes, "Un Incubateur et Une Banque"));
    az_free(engine);
}

static void nothing_is_fine(void **state) {
    (void)state;
    az_finding finding;
    az_programme programme;
    size_t length;
    az_free(NULL);
    az_result_free(NULL);
    assert_int_equal(az_finding_count(NULL), 0);
    assert_false(az_finding_get(NULL, 0, &finding));
    assert_string_equal(az_generation(NULL), "");
    assert_int_equal(az_programme_count(NULL), 0);
    assert_null(az_programme_id(NULL, 0));
    assert_int_equal(az_result_count(NULL), 0);
    assert_false(az_result_programme(NULL, 0, &programme));
    assert_false(az_result_finding(NULL, 0, &finding));
    assert_null(az_result_write(NULL, AZ_TEXT, 80, 0, &length));
}

static void loads_what_is_good(void **state) {
    (void)state;
    Shelf shelf = {.extra = "return dispositif {"};
    az_engine *engine = engine_on(&shelf);
    az_finding finding;
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_FINDINGS);
    assert_int_equal(az_programme_count(engine), 3);
    assert_string_equal(az_programme_id(engine, 0), "essor");
    assert_string_equal(az_programme_id(engine, 1), "extra");
    assert_null(az_programme_id(engine, 3));
    assert_true(az_finding_get(engine, 0, &finding));
    assert_string_equal(finding.severity, "error");
    assert_string_equal(finding.file, RULES "/extra.lua");
    assert_false(az_finding_get(engine, az_finding_count(engine), &finding));
    az_result *result = evaluate(engine, "{}", NULL);
    assert_string_equal(programme_named(result, "extra").verdict, "error");
    assert_string_not_equal(programme_named(result, "secours").verdict, "error");
    az_result_free(result);
    az_free(engine);
}

static void trailing_slashes_do_not_matter(void **state) {
    (void)state;
    Shelf shelf = {.extra = "return dispositif {"};
    az_engine *engine = engine_on(&shelf);
    az_finding finding;
    assert_int_equal(az_load(engine, RULES "//", FACTS "/"), AZ_FINDINGS);
    assert_true(az_finding_get(engine, 0, &finding));
    assert_string_equal(finding.file, RULES "/extra.lua");
    az_free(engine);
}

static void a_refused_reload_leaves_the_old_set(void **state) {
    (void)state;
    Shelf shelf = {0};
    char generation[128];
    az_engine *engine = engine_on(&shelf);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    snprintf(generation, sizeof generation, "%s", az_generation(engine));
    assert_int_equal(strncmp(generation, "sha256:", 7), 0);
    shelf.extra = "return dispositif {";
    assert_int_equal(az_reload(engine, RULES, FACTS), AZ_FINDINGS);
    assert_true(az_finding_count(engine) > 0);
    assert_string_equal(az_generation(engine), generation);
    assert_int_equal(az_programme_count(engine), 2);
    shelf.missing = FACTS;
    assert_int_equal(az_reload(engine, RULES, FACTS), AZ_IO);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_IO);
    assert_true(az_finding_count(engine) > 0);
    assert_string_equal(az_generation(engine), generation);
    shelf = (Shelf){.extra = "return {}"};
    az_reload(engine, RULES, FACTS);
    az_result_free(evaluate(engine, "{}", NULL));
    shelf.extra = NULL;
    assert_int_equal(az_reload(engine, RULES, FACTS), AZ_OK);
    assert_string_equal(az_generation(engine), generation);
    assert_int_equal(az_finding_count(engine), 0);
    az_free(engine);
}

static void a_first_reload_is_a_load_of_clean_rules(void **state) {
    (void)state;
    Shelf shelf = {.extra = "return dispositif {"};
    az_engine *engine = engine_on(&shelf);
    assert_int_equal(az_reload(engine, RULES, FACTS), AZ_FINDINGS);
    assert_int_equal(az_programme_count(engine), 0);
    assert_string_equal(az_generation(engine), "");
    az_free(engine);
}

static void results_outlive_a_reload(void **state) {
    (void)state;
    Shelf shelf = {0};
    size_t before, after;
    az_engine *engine = engine_on(&shelf);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    az_result *result = evaluate(engine, "{\"effectif_salarie\": 0}", "gerer_crise");
    char *first = strdup(az_result_write(result, AZ_JSON, 0, 0, &before));
    shelf.extra = "return dispositif {";
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_FINDINGS);
    shelf.extra = NULL;
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    assert_string_equal(az_result_write(result, AZ_JSON, 0, 0, &after), first);
    assert_int_equal(before, after);
    assert_string_equal(programme_named(result, "secours").verdict, "ineligible");
    free(first);
    az_result_free(result);
    az_free(engine);
}

static void refused_facts_have_findings_only(void **state) {
    (void)state;
    Shelf shelf = {0};
    az_engine *engine = engine_on(&shelf);
    az_options options = {.date = "2026-11-21", .needs = "gerer_cris,,faire_face", .name = "une structure"};
    az_result *result;
    az_finding finding;
    static const char facts[] = "{\"regoin\": \"76\"}";
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    assert_int_equal(az_evaluate(engine, facts, strlen(facts), &options, &result), AZ_REFUSED);
    assert_int_equal(az_result_finding_count(result), 3); /* the fact, the misspelt need, the empty one */
    assert_true(az_result_finding(result, 0, &finding));
    assert_string_equal(finding.file, "une structure");
    assert_true(az_result_finding(result, 1, &finding));
    assert_non_null(strstr(finding.advice, "gerer_crise"));
    assert_int_equal(az_result_count(result), 0);
    assert_null(az_result_write(result, AZ_TEXT, 80, 0, NULL));
    assert_null(az_result_write(result, AZ_JSON, 80, 0, NULL));
    az_result_free(result);
    az_free(engine);
}

static void too_many_bytes_are_refused(void **state) {
    (void)state;
    Shelf shelf = {0};
    az_engine *engine = engine_on(&shelf);
    az_options options = {.date = "2026-11-21"};
    az_result *result;
    size_t most = AZ_FACTS_BYTES_MAX;
    char *facts = malloc(most + 1);
    assert_non_null(facts);
    memset(facts, ' ', most + 1);
    facts[0] = '{';
    facts[1] = '}';
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    assert_int_equal(az_evaluate(engine, facts, most, &options, &result), AZ_OK);
    az_result_free(result);
    assert_int_equal(az_evaluate(engine, facts, most + 1, &options, &result), AZ_REFUSED);
    assert_int_equal(az_result_finding_count(result), 1);
    az_result_free(result);
    free(facts);
    az_free(engine);
}

static void needs_replace_besoins(void **state) {
    (void)state;
    Shelf shelf = {0};
    az_engine *engine = engine_on(&shelf);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    az_result *as_written = evaluate(engine, "{\"besoins\": [\"changement_echelle\"]}", NULL);
    az_result *replaced = evaluate(engine, "{\"besoins\": [\"changement_echelle\"]}", " gerer_crise , faire_face");
    assert_string_equal(programme_named(as_written, "essor").relevance, "strong");
    assert_string_equal(programme_named(as_written, "secours").relevance, "none");
    assert_string_equal(programme_named(replaced, "essor").relevance, "none");
    assert_string_equal(programme_named(replaced, "secours").relevance, "strong");
    az_result_free(as_written);
    az_result_free(replaced);
    az_free(engine);
}

static void engines_live_side_by_side(void **state) {
    (void)state;
    Shelf one = {0}, two = {.extra = "return dispositif {"};
    az_engine *first = engine_on(&one), *second = engine_on(&two);
    assert_int_equal(az_load(first, RULES, FACTS), AZ_OK);
    assert_int_equal(az_load(second, RULES, FACTS), AZ_FINDINGS);
    az_free(second);
    az_result_free(evaluate(first, "{}", NULL));
    az_free(first);
}

/* Under a comma as decimal point, in loading and in writing. The locale is made by the build where its source is installed. */
static void the_host_locale_changes_nothing(void **state) {
    (void)state;
    static const char facts[] = "{\"etp\": 2.5, \"budget_annuel\": 1234567.5, \"nom\": \"Éole\"}";
    Shelf shelf = {0};
    az_engine *engine = engine_on(&shelf);
    assert_int_equal(az_load(engine, RULES, FACTS), AZ_OK);
    az_result *plain = evaluate(engine, facts, NULL);
    if (!setlocale(LC_ALL, "fr_FR.UTF-8")) {
        az_result_free(plain);
        az_free(engine);
        skip();
    }
    az_engine *other = engine_on(&shelf);
    assert_int_equal(az_load(other, RULES, FACTS), AZ_OK);
    az_result *french = evaluate(other, facts, NULL);
    for (int format = AZ_TEXT; format <= AZ_JSON; format++)
        assert_string_equal(az_result_write(french, (az_format)format, 80, 0, NULL),
                            az_result_write(plain, (az_format)format, 80, 0, NULL));
    setlocale(LC_ALL, "C");
    az_result_free(plain);
    az_result_free(french);
    az_free(engine);
    az_free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_misuse),
        cmocka_unit_test(catalogue_misuse),
        cmocka_unit_test(nothing_is_fine),
        cmocka_unit_test(loads_what_is_good),
        cmocka_unit_test(trailing_slashes_do_not_matter),
        cmocka_unit_test(a_refused_reload_leaves_the_old_set),
        cmocka_unit_test(a_first_reload_is_a_load_of_clean_rules),
        cmocka_unit_test(results_outlive_a_reload),
        cmocka_unit_test(refused_facts_have_findings_only),
        cmocka_unit_test(too_many_bytes_are_refused),
        cmocka_unit_test(needs_replace_besoins),
        cmocka_unit_test(engines_live_side_by_side),
        cmocka_unit_test(the_host_locale_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
