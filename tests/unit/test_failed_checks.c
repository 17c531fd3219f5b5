/* A batch in which a check fails: what was announced is left out of the text and told as an internal error, for each row, however
 * often the same was said before. The engine's own explain/verify is compiled in with a lie in its place of asking. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "azimut_internal.h"
#include "batch/batch.h"
#include "unit/lying_trials.h"
#include "unit/memory_disk.h"
#include <string.h>

#define ROWS 6
#define ANNOUNCED "éligibilité attendue"

static az_engine *engine;

static int load(void **state) {
    (void)state;
    engine = az_new(NULL);
    return engine && az_load(engine, AZIMUT_SOURCE_DIR "/rules", AZIMUT_SOURCE_DIR "/facts") == AZ_OK ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    az_free(engine);
    return 0;
}

/* To be verified today, eligible for sure in a few weeks: time brings the term under the lower of two readings. */
static void put_rows(Disk *disk) {
    Text text;
    text_init(&text, &memory_standard);
    for (size_t i = 0; i < ROWS; i++)
        text_addf(&text,
                  "{\"id\":\"R%zu\",\"forme_juridique\":\"association\",\"effectif_salarie\":9,\"region\":\"27\","
                  "\"besoins\":[\"faire_face\"],\"cessation_paiements\":\"risque\",\"procedure_collective\":\"aucune\","
                  "\"date_impasse_tresorerie\":\"2027-07-09\"}\n",
                  i);
    disk_put(disk, "list.jsonl", text_get(&text), text.length);
    text_clear(&text);
}

/* How many rows announce something; `*told`: how many findings are AZ620. */
static size_t run(size_t *told) {
    static const char *const inputs[] = {"list.jsonl"};
    static Disk disk;
    BatchOptions options = {.inputs = inputs,
                            .input_count = 1,
                            .output = "out.jsonl",
                            .date_text = "2026-11-21",
                            .verdicts = true,
                            .explain = EXPLAIN_FULL,
                            .top = SIZE_MAX,
                            .where = -1,
                            .threads = 1};
    Arena arena;
    Findings findings;
    BatchEnd end = BATCH_DONE;
    BatchCounts counts;
    Text summary;
    memset(&disk, 0, sizeof disk);
    put_rows(&disk);
    Streams streams = disk_streams(&disk);
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    text_init(&summary, &memory_standard);
    assert_true(az_date_read(options.date_text, &options.date));
    assert_int_equal(
        batch_run(&memory_standard, &streams, az_engine_view(engine).answering, &options, &findings, &end, &counts, &summary),
        STATUS_OK);
    assert_int_equal(counts.written, ROWS);
    *told = 0;
    for (size_t i = 0; i < findings.count; i++) *told += strcmp(findings.items[i].code, "AZ620") == 0;
    int found = disk_find(&disk, "out.jsonl");
    assert_true(found >= 0);
    char *lines = arena_text(&arena, disk.files[found].bytes, disk.files[found].length);
    assert_non_null(lines);
    size_t announced = 0;
    for (const char *at = lines; (at = strstr(at, ANNOUNCED)) != NULL; at++) announced++;
    assert_non_null(strstr(lines, "à vérifier"));
    text_clear(&summary);
    arena_clear(&arena);
    disk_clear(&disk);
    return announced;
}

static void what_stands_its_check_is_announced(void **state) {
    (void)state;
    size_t told;
    trials_lie(false);
    assert_int_equal(run(&told), ROWS);
    assert_int_equal(told, 0);
}

static void what_fails_its_check_is_an_error_and_no_sentence(void **state) {
    (void)state;
    size_t told;
    trials_lie(true);
    assert_int_equal(run(&told), 0);
    assert_int_equal(told, ROWS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_its_check_is_announced),
        cmocka_unit_test(what_fails_its_check_is_an_error_and_no_sentence),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
