/* A batch on a disk in memory: each of its operations fails in turn, each request for memory is refused in turn, and what comes of
 * it afterwards is the result of an undisturbed run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "azimut_internal.h"
#include "batch/batch.h"
#include "batch/identifiers.h"
#include "batch/target.h"
#include "unit/failing_memory.h"
#include "unit/memory_disk.h"
#include <stdio.h>

#define SMALL AZIMUT_SOURCE_DIR "/tests/failures/small"

static az_engine *engine;
static const Rulebook *rulebook;

static int load(void **state) {
    (void)state;
    engine = az_new(NULL);
    bool loaded = engine && az_load(engine, SMALL "/rules", SMALL "/facts") == AZ_OK && az_generation(engine)[0];
    rulebook = loaded ? az_engine_view(engine).answering : NULL;
    return loaded ? 0 : -1;
}

static int unload(void **state) {
    (void)state;
    az_free(engine);
    return 0;
}

/* Rows of about a thousand bytes, every seventh of them refused. */
static void put_rows(Disk *disk, const char *name, size_t count) {
    Text text;
    text_init(&text, &memory_standard);
    for (size_t i = 0; i < count; i++) {
        text_addf(&text, "{\"id\":\"R%zu\",\"effectif_salarie\":%zu,", i, i % 40);
        text_addf(&text, i % 7 == 3 ? "\"etp\":\"x\"," : "\"etp\":%zu,", i % 9);
        text_add(&text, "\"nom\":\"");
        for (size_t k = 0; k < 900; k++) text_add_char(&text, (char)('a' + k % 26));
        text_add(&text, "\"}\n");
    }
    disk_put(disk, name, text_get(&text), text.length);
    text_clear(&text);
}

static const char *const inputs[] = {"list.jsonl"};

static BatchOptions options_of(bool resume) {
    BatchOptions options = {.inputs = inputs,
                            .input_count = 1,
                            .output = "out",
                            .rejects = "aside",
                            .date_text = "2026-11-21",
                            .verdicts = true,
                            .where = -1,
                            .threads = 1,
                            .resume = resume};
    assert_true(az_date_read(options.date_text, &options.date));
    return options;
}

static BatchEnd run(const Memory *memory, Disk *disk, const BatchOptions *options, Status *status) {
    Arena arena;
    Findings findings;
    BatchEnd end = BATCH_DONE;
    BatchCounts counts;
    Text summary;
    Streams streams = disk_streams(disk);
    arena_init(&arena, memory);
    findings_init(&findings, &arena);
    text_init(&summary, memory);
    disk->operations = 0;
    *status = batch_run(memory, &streams, rulebook, options, &findings, &end, &counts, &summary);
    assert_int_equal(disk->open_handles, 0);
    if (*status == STATUS_OK && end == BATCH_DONE) assert_int_equal(counts.read, counts.accepted + counts.rejected);
    if (*status == STATUS_OK && end != BATCH_DONE && end != BATCH_ALREADY_DONE) assert_true(findings.count > 0);
    text_clear(&summary);
    arena_clear(&arena);
    return end;
}

static const DiskFile *file_of(const Disk *disk, const char *name) {
    int found = disk_find(disk, name);
    return found < 0 ? NULL : &disk->files[found];
}

static bool same_file(const Disk *a, const Disk *b, const char *name) {
    const DiskFile *first = file_of(a, name), *second = file_of(b, name);
    return first && second && first->length == second->length && memcmp(first->bytes, second->bytes, first->length) == 0;
}

static void assert_finished(const Disk *disk, const Disk *whole) {
    assert_true(same_file(disk, whole, "out"));
    assert_true(same_file(disk, whole, "aside"));
    assert_null(file_of(disk, "out.part"));
    assert_null(file_of(disk, "out.part.json"));
    assert_null(file_of(disk, "aside.part"));
}

/* Fails the n-th operation of a first run for every n, then takes the run up again. `old`: an older result stands there. */
static void fail_each(bool dies, bool old, size_t rows) {
    Disk whole = {.error = EIO};
    Status status;
    BatchOptions options = options_of(false), resume = options_of(true);
    put_rows(&whole, inputs[0], rows);
    assert_int_equal(run(&memory_standard, &whole, &options, &status), BATCH_DONE);
    assert_int_equal(status, STATUS_OK);
    const size_t operations = whole.operations;
    for (size_t n = 1; n <= operations; n++) {
        Disk disk = {.error = ENOSPC, .fail_at = n, .dies = dies};
        put_rows(&disk, inputs[0], rows);
        if (old) disk_put(&disk, "out", "old\n", 4);
        BatchEnd end = run(&memory_standard, &disk, &options, &status);
        assert_int_equal(status, STATUS_OK);
        const DiskFile *out = file_of(&disk, "out");
        bool untouched = old ? out && out->length == 4 && memcmp(out->bytes, "old\n", 4) == 0 : !out;
        if (end == BATCH_DONE) assert_true(same_file(&disk, &whole, "out"));
        else assert_true(untouched || same_file(&disk, &whole, "out"));
        disk.fail_at = 0;
        disk.dead = false;
        bool begun = file_of(&disk, "out.part.json") != NULL;
        if (end != BATCH_DONE && (!old || begun)) {
            end = run(&memory_standard, &disk, &resume, &status);
            assert_true(status == STATUS_OK && (end == BATCH_DONE || end == BATCH_ALREADY_DONE));
            assert_finished(&disk, &whole);
        }
        disk_clear(&disk);
    }
    disk_clear(&whole);
}

static void each_operation_fails_in_turn(void **state) {
    (void)state;
    fail_each(false, false, 900);
    fail_each(false, true, 900);
}

static void the_machine_stops_at_each_operation(void **state) {
    (void)state;
    fail_each(true, false, 900);
    fail_each(true, true, 900);
}

/* Rows of an input that a run had not read to its end; what becomes of it before the run is taken up again. */
typedef enum Change { NOTHING, BYTE_READ, BYTE_UNREAD, BYTE_MORE, DATE } Change;

static void change_input(Disk *disk, Change change) {
    DiskFile *file = &disk->files[disk_find(disk, inputs[0])];
    if (change == NOTHING) return;
    file->modified++;
    if (change == BYTE_READ) file->bytes[20]++;
    if (change == BYTE_UNREAD) file->bytes[file->length - 20]++;
    if (change == BYTE_MORE) disk_append(file, "\n", 1);
}

/* A run that ends before it has read its input to the end. `dies`: it could say nothing more; else it read on before it stopped. */
static Disk broken_off(bool dies) {
    const BatchOptions options = options_of(false);
    for (size_t n = 1;; n++) {
        Disk disk = {.error = EIO, .fail_at = n, .dies = dies};
        Status status;
        put_rows(&disk, inputs[0], 900);
        BatchEnd end = run(&memory_standard, &disk, &options, &status);
        disk.dead = false;
        disk.fail_at = 0;
        const DiskFile *aside = file_of(&disk, "aside.part");
        if (end != BATCH_DONE && aside && aside->length > 0) return disk;
        disk_clear(&disk);
    }
}

static BatchEnd take_up_after(bool dies, Change change) {
    Disk whole = {.error = EIO}, disk = broken_off(dies);
    Status status;
    BatchOptions options = options_of(false), resume = options_of(true);
    put_rows(&whole, inputs[0], 900);
    assert_int_equal(run(&memory_standard, &whole, &options, &status), BATCH_DONE);
    change_input(&disk, change);
    BatchEnd end = run(&memory_standard, &disk, &resume, &status);
    assert_int_equal(status, STATUS_OK);
    if (end == BATCH_DONE) assert_finished(&disk, &whole);
    disk_clear(&disk);
    disk_clear(&whole);
    return end;
}

static void an_input_that_changed_is_not_taken_up(void **state) {
    (void)state;
    for (int dies = 0; dies < 2; dies++) {
        assert_int_equal(take_up_after(dies != 0, NOTHING), BATCH_DONE);
        assert_int_equal(take_up_after(dies != 0, BYTE_READ), BATCH_MISUSED);
        assert_int_equal(take_up_after(dies != 0, BYTE_UNREAD), BATCH_MISUSED);
        assert_int_equal(take_up_after(dies != 0, BYTE_MORE), BATCH_MISUSED);
        assert_int_equal(take_up_after(dies != 0, DATE), dies ? BATCH_MISUSED : BATCH_DONE);
    }
}

/* A power cut may leave the note without its bytes: the result then belongs to nobody, and is begun anew. */
static void an_empty_note_is_none(void **state) {
    (void)state;
    Disk whole = {.error = EIO}, disk = {.error = EIO};
    Status status;
    BatchOptions options = options_of(false), resume = options_of(true);
    put_rows(&whole, inputs[0], 5);
    put_rows(&disk, inputs[0], 5);
    disk_put(&disk, "out.part", "{}\n{}\n", 6);
    disk_make(&disk, "out.part.json");
    assert_int_equal(run(&memory_standard, &whole, &options, &status), BATCH_DONE);
    assert_int_equal(run(&memory_standard, &disk, &resume, &status), BATCH_DONE);
    assert_finished(&disk, &whole);
    disk_clear(&whole);
    disk_clear(&disk);
}

static void set_up(Target *target, const Streams *streams) {
    target_init(target, &memory_standard, streams);
    target->gathers = true;
    assert_int_equal(target_resolve(target, "out"), 0);
    assert_int_equal(target_begin(target), 0);
}

/* Calls of all lengths around the size that is gathered; `false` once one fails. Of a failure only whole calls are left. */
static bool write_calls(Disk *disk, Target *target, Text *expected) {
    static const size_t lengths[] = {
        1,      60000, GATHER_BYTES - 60001, GATHER_BYTES, GATHER_BYTES - 1, 1, GATHER_BYTES + 1, 5, 2 * GATHER_BYTES,
        300000, 17,    3 * GATHER_BYTES - 17};
    uint64_t boundary = 0;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        const uint64_t before = target->length;
        for (size_t k = 0; k < lengths[i]; k++) text_add_char(expected, (char)('a' + (i + k) % 23));
        int error = target_write(target, expected->bytes + before, lengths[i]);
        boundary = target->standing >= before ? before : boundary;
        if (error) {
            assert_int_equal(target->standing, boundary);
            assert_int_equal(target->length, boundary);
            const DiskFile *part = file_of(disk, "out.part");
            assert_true(part->length == boundary && memcmp(part->bytes, expected->bytes, boundary) == 0);
            return false;
        }
        assert_true(target->standing <= target->written && target->written <= target->length);
        assert_true(target->length - target->written < GATHER_BYTES);
        if (target->standing == target->length) boundary = target->length;
    }
    return true;
}

static void lines_are_gathered_and_none_is_lost(void **state) {
    (void)state;
    bool whole = false;
    for (size_t n = 0; !whole; n++) {
        Disk disk = {.error = ENOSPC};
        Streams streams = disk_streams(&disk);
        Target target;
        Text expected;
        text_init(&expected, &memory_standard);
        set_up(&target, &streams);
        disk.fail_at = disk.operations + 1 + n;
        whole = write_calls(&disk, &target, &expected);
        if (whole) {
            disk.fail_at = 0;
            assert_int_equal(target_finish(&target), 0);
            const DiskFile *out = file_of(&disk, "out");
            assert_true(out && out->length == expected.length && memcmp(out->bytes, expected.bytes, out->length) == 0);
        }
        target_clear(&target);
        text_clear(&expected);
        disk_clear(&disk);
    }
}

/* A disk that only counts: a long result is then written in no time. */
typedef struct Counter {
    uint64_t written, begun, let_go;
    int error;
} Counter;

static Counter counter;

static int count_write(void *context, int handle, const char *bytes, size_t length) {
    (void)context, (void)handle, (void)bytes;
    counter.written += length;
    return 0;
}

static void count_begun(void *context, int handle, uint64_t from, uint64_t length) {
    (void)context, (void)handle;
    assert_true(from == counter.begun && from + length <= counter.written);
    counter.begun += length;
}

static int count_let_go(void *context, int handle, uint64_t from, uint64_t length) {
    (void)context, (void)handle;
    assert_true(from == counter.let_go && from + length == counter.begun - BEHIND_BYTES);
    counter.let_go += length;
    return counter.error;
}

static void a_long_result_leaves_the_memory_of_the_machine(void **state) {
    (void)state;
    Disk disk = {.error = EIO};
    Streams streams = disk_streams(&disk);
    streams.write = count_write;
    streams.begin_sync = count_begun;
    streams.let_go = count_let_go;
    Target target;
    set_up(&target, &streams);
    char *bytes = calloc(1, SEND_BYTES);
    assert_non_null(bytes);
    counter = (Counter){.error = 0};
    while (target.length + SEND_BYTES < HELD_BYTES) assert_int_equal(target_write(&target, bytes, SEND_BYTES), 0);
    assert_int_equal(counter.let_go, 0);
    for (size_t i = 0; i < 20; i++) assert_int_equal(target_write(&target, bytes, SEND_BYTES), 0);
    assert_true(counter.let_go + BEHIND_BYTES + SEND_BYTES >= target.length);
    counter.error = EIO;
    assert_int_equal(target_write(&target, bytes, SEND_BYTES), EIO);
    free(bytes);
    target_clear(&target);
    disk_clear(&disk);
}

static bool attempt(const Memory *memory) {
    Disk disk = {.error = EIO};
    Status status;
    BatchOptions options = options_of(false);
    put_rows(&disk, inputs[0], 5);
    BatchEnd end = run(memory, &disk, &options, &status);
    assert_true(status == STATUS_OK || status == STATUS_NO_MEMORY);
    assert_true(status != STATUS_OK || end == BATCH_DONE);
    assert_int_equal(status == STATUS_OK, file_of(&disk, "out") != NULL);
    disk_clear(&disk);
    return status == STATUS_OK;
}

/* Some may be refused without harm: Lua asks again once it has collected its garbage, and without a larger table of identifiers it
 * is full sooner. */
static void each_request_for_memory_is_refused_in_turn(void **state) {
    (void)state;
    bool refused = true;
    for (size_t k = 1; refused; k++) {
        Failing failing = {.fail_at = k};
        Memory memory = failing_memory(&failing);
        bool succeeded = attempt(&memory);
        refused = failing.requests >= k;
        assert_true(succeeded || refused);
        assert_int_equal(failing.blocks, 0);
        assert_int_equal(failing.bytes, 0);
    }
}

/* Identifiers beyond the first are found again, through every growth of the table. */
static void repeated_identifiers_are_seen(void **state) {
    (void)state;
    Identifiers identifiers;
    char text[32];
    identifiers_init(&identifiers, &memory_standard);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 50000; i++) {
            int length = snprintf(text, sizeof text, "M-%d", i);
            assert_int_equal(identifiers_seen(&identifiers, identifier_print(text, (size_t)length)), round == 1);
        }
    assert_false(identifiers.full);
    assert_int_equal(identifiers.count, 50000);
    identifiers_clear(&identifiers);
}

static void a_full_table_says_so_and_still_knows_the_first(void **state) {
    (void)state;
    Identifiers identifiers;
    identifiers_init(&identifiers, &memory_standard);
    for (uint64_t i = 0; i <= IDENTIFIERS_MAX; i++) assert_false(identifiers_seen(&identifiers, i * 2 + 1));
    assert_true(identifiers.full);
    assert_int_equal(identifiers.count, IDENTIFIERS_MAX);
    assert_true(identifiers_seen(&identifiers, 1));
    assert_false(identifiers_seen(&identifiers, 2 * IDENTIFIERS_MAX + 1));
    identifiers_clear(&identifiers);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_note_is_none),
        cmocka_unit_test(each_operation_fails_in_turn),
        cmocka_unit_test(the_machine_stops_at_each_operation),
        cmocka_unit_test(an_input_that_changed_is_not_taken_up),
        cmocka_unit_test(lines_are_gathered_and_none_is_lost),
        cmocka_unit_test(a_long_result_leaves_the_memory_of_the_machine),
        cmocka_unit_test(each_request_for_memory_is_refused_in_turn),
        cmocka_unit_test(repeated_identifiers_are_seen),
        cmocka_unit_test(a_full_table_says_so_and_still_knows_the_first),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
