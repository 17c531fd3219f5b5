/* Files and folders: a real tree in a folder of its own below the current one, and operations that fail one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/files.h"
#include "base/text.h"
#include "unit/failing_memory.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[] = "azimut-files-XXXXXX";

static const char *path_of(const char *name) {
    static char paths[2][600];
    static int turn;
    turn = !turn;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", root, name);
    return paths[turn];
}

static void put(const char *name, const char *text) {
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int make_tree(void **state) {
    (void)state;
    if (!mkdtemp(root)) return -1;
    static const char *const folders[] = {"b", "b/c", ".hidden", "deep", "trap"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (mkdir(path_of(folders[i]), 0700) != 0) return -1;
    put("z.lua", "z");
    put("a.lua", "aa");
    put("b/m.lua", "mmm");
    put("b/c/n.lua", "");
    put("b.lua", "avant b/");
    put("b/notes.txt", "texte");
    put("b/carte.geo", "non");
    put(".caché.lua", "non");
    put(".hidden/x.lua", "non");
    put("deep/d.lua", "d");
    if (symlink(".", path_of("deep/loop")) != 0) return -1;
    return mkfifo(path_of("trap/tube.lua"), 0600) || symlink("nulle-part", path_of("trap/mort.lua")) ||
           symlink("/dev/null", path_of("trap/vide.lua")) || symlink("tour.lua", path_of("trap/tour.lua"));
}

static int remove_tree(void **state) {
    (void)state;
    static const char *const names[] = {
        "z.lua",         "a.lua",         "b/m.lua",    "b/c/n.lua", "b.lua",         "b/notes.txt",   "b/carte.geo",
        ".caché.lua",    ".hidden/x.lua", "deep/d.lua", "deep/loop", "trap/tube.lua", "trap/mort.lua", "trap/vide.lua",
        "trap/tour.lua", "b/c",           "b",          ".hidden",   "deep",          "trap",          "."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(i + 1 < sizeof names / sizeof *names ? path_of(names[i]) : root);
    return access(root, F_OK) == 0;
}

typedef struct Reading {
    Arena arena;
    Findings findings;
} Reading;

static void start(Reading *reading) {
    arena_init(&reading->arena, &memory_standard);
    findings_init(&reading->findings, &reading->arena);
}

static void a_file_is_read_whole(void **state) {
    (void)state;
    Reading reading;
    FileBytes file;
    start(&reading);
    assert_int_equal(files_read(&files_standard, &reading.arena, path_of("b/m.lua"), 100, &reading.findings, &file), STATUS_OK);
    assert_int_equal(file.length, 3);
    assert_string_equal(file.bytes, "mmm");
    assert_string_equal(file.path, path_of("b/m.lua"));
    assert_int_equal(files_read(&files_standard, &reading.arena, path_of("b/c/n.lua"), 0, &reading.findings, &file), STATUS_OK);
    assert_int_equal(file.length, 0);
    assert_string_equal(file.bytes, "");
    assert_int_equal(reading.findings.count, 0);
    arena_clear(&reading.arena);
}

static void the_limit_is_included(void **state) {
    (void)state;
    Reading reading;
    FileBytes file = {0};
    start(&reading);
    assert_int_equal(files_read(&files_standard, &reading.arena, path_of("b/m.lua"), 3, &reading.findings, &file), STATUS_OK);
    file = (FileBytes){0};
    assert_int_equal(files_read(&files_standard, &reading.arena, path_of("b/m.lua"), 2, &reading.findings, &file), STATUS_IO);
    assert_null(file.path);
    assert_non_null(strstr(reading.findings.items[0].message, "trop gros"));
    assert_non_null(strstr(reading.findings.items[0].message, "2 octets"));
    arena_clear(&reading.arena);
}

static void a_file_without_announced_size_is_read(void **state) {
    (void)state;
    Reading reading;
    FileBytes file;
    start(&reading);
    Status status = files_read(&files_standard, &reading.arena, "/proc/self/maps", 1 << 20, &reading.findings, &file);
    if (status == STATUS_OK) assert_int_equal(strlen(file.bytes), file.length);
    if (status == STATUS_OK) assert_true(file.length > 0);
    Status limited = files_read(&files_standard, &reading.arena, "/proc/self/maps", 10, &reading.findings, &file);
    if (status == STATUS_OK) assert_int_equal(limited, STATUS_IO);
    arena_clear(&reading.arena);
}

static void what_is_no_file_is_refused_by_name(void **state) {
    (void)state;
    static const struct {
        const char *name, *part;
    } cases[] = {{"trap/tube.lua", "FIFO"},
                 {"trap/vide.lua", "périphérique"},
                 {"trap/mort.lua", "existe pas"},
                 {"b", "dossier"},
                 {"absent.lua", "existe pas"},
                 {"a.lua/x", "dossier"},
                 {"trap/tour.lua", "tournent en rond"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Reading reading;
        FileBytes file;
        start(&reading);
        const char *path = path_of(cases[i].name);
        assert_int_equal(files_read(&files_standard, &reading.arena, path, 100, &reading.findings, &file), STATUS_IO);
        assert_int_equal(reading.findings.errors, 1);
        assert_string_equal(reading.findings.items[0].file, path);
        if (!strstr(reading.findings.items[0].message, cases[i].part)) fail_msg("%s", reading.findings.items[0].message);
        assert_true(utf8_valid(reading.findings.items[0].message, strlen(reading.findings.items[0].message)));
        arena_clear(&reading.arena);
    }
}

static const char *const lua[] = {".lua", NULL};
static const char *const lua_and_text[] = {".txt", ".lua", NULL};

static void check_list(const char *folder, const char *const *endings, const char *const *expected, size_t errors) {
    Reading reading;
    FileList list;
    start(&reading);
    assert_int_equal(files_read_folder(&files_standard, &reading.arena, folder, endings, 100, &reading.findings, &list), STATUS_OK);
    size_t count = 0;
    while (expected[count]) count++;
    assert_int_equal(list.count, count);
    for (size_t i = 0; i < count; i++) assert_string_equal(list.items[i].path, expected[i]);
    assert_int_equal(reading.findings.errors, errors);
    arena_clear(&reading.arena);
}

static void a_folder_is_read_in_order_without_what_is_hidden(void **state) {
    (void)state;
    static const char *const below[] = {"c/n.lua", "m.lua", "notes.txt", NULL}, *const only[] = {"c/n.lua", "m.lua", NULL},
                             *const none[] = {NULL};
    static const char *const nothing[] = {".rien", NULL};
    check_list(path_of("b"), lua_and_text, below, 0);
    check_list(path_of("b/"), lua, only, 0);
    check_list(path_of("b"), nothing, none, 0);
}

static void a_loop_of_links_ends(void **state) {
    (void)state;
    Reading reading;
    FileList list;
    start(&reading);
    assert_int_equal(files_read_folder(&files_standard, &reading.arena, path_of("deep"), lua, 100, &reading.findings, &list),
                     STATUS_OK);
    assert_int_equal(list.count, FOLDER_DEPTH_MAX + 1);
    assert_int_equal(reading.findings.errors, 1);
    assert_non_null(strstr(reading.findings.items[0].message, "imbriqué"));
    arena_clear(&reading.arena);
}

static void unreadable_files_are_not_lost(void **state) {
    (void)state;
    Reading reading;
    FileList list;
    start(&reading);
    assert_int_equal(files_read_folder(&files_standard, &reading.arena, path_of("trap"), lua, 100, &reading.findings, &list),
                     STATUS_OK);
    assert_int_equal(list.count, 4);
    assert_int_equal(reading.findings.errors, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_null(list.items[i].bytes);
        assert_int_equal(list.items[i].length, 0);
        assert_string_equal(list.items[i].path, reading.findings.items[i].file);
    }
    arena_clear(&reading.arena);
}

static void a_folder_that_is_not_there_is_refused(void **state) {
    (void)state;
    static const char *const names[] = {"absent", "a.lua"};
    for (size_t i = 0; i < 2; i++) {
        Reading reading;
        FileList list;
        start(&reading);
        const char *path = path_of(names[i]);
        assert_int_equal(files_read_folder(&files_standard, &reading.arena, path, lua, 100, &reading.findings, &list), STATUS_IO);
        assert_int_equal(reading.findings.errors, 1);
        assert_string_equal(reading.findings.items[0].file, path);
        arena_clear(&reading.arena);
    }
}

/* Files whose n-th operation fails. */
typedef struct Faulty {
    int at, count, error;
} Faulty;

static int faulty_read(void *context, Arena *arena, const char *path, size_t limit, const char **bytes, size_t *length) {
    Faulty *faulty = context;
    if (++faulty->count == faulty->at) return faulty->error;
    return files_standard.read(NULL, arena, path, limit, bytes, length);
}

static int faulty_list(void *context, Arena *arena, const char *path, const char ***names, size_t *count) {
    Faulty *faulty = context;
    if (++faulty->count == faulty->at) return faulty->error;
    return files_standard.list(NULL, arena, path, names, count);
}

static void every_failing_operation_is_reported_once(void **state) {
    (void)state;
    static const int errors[] = {EIO, EACCES, EMFILE, EPROTO};
    for (int at = 1; at <= 5; at++)
        for (size_t e = 0; e < sizeof errors / sizeof *errors; e++) {
            Faulty faulty = {at, 0, errors[e]};
            Files files = {faulty_read, faulty_list, &faulty};
            Reading reading;
            FileList list;
            start(&reading);
            Status status = files_read_folder(&files, &reading.arena, path_of("b"), lua_and_text, 100, &reading.findings, &list);
            assert_int_equal(status, at == 1 ? STATUS_IO : STATUS_OK);
            assert_int_equal(reading.findings.errors, 1);
            arena_clear(&reading.arena);
        }
}

/* A folder of folders without end, all with the same names. */
static int endless_list(void *context, Arena *arena, const char *path, const char ***names, size_t *count) {
    (void)context;
    (void)path;
    *names = arena_array(arena, 10, sizeof **names);
    for (*count = 0; *names && *count < 10; ++*count) (*names)[*count] = arena_printf(arena, "d%zu/", *count);
    return *names ? 0 : ENOMEM;
}

static void loops_that_multiply_end_too(void **state) {
    (void)state;
    Files files = {files_standard.read, endless_list, NULL};
    Reading reading;
    FileList list;
    start(&reading);
    assert_int_equal(files_read_folder(&files, &reading.arena, "x", lua, 100, &reading.findings, &list), STATUS_OK);
    assert_int_equal(list.count, 0);
    assert_int_equal(reading.findings.errors, 1);
    assert_non_null(strstr(reading.findings.items[0].message, "trop de dossiers"));
    arena_clear(&reading.arena);
}

static bool read_tree(const Memory *memory) {
    Arena arena;
    Findings findings;
    FileList list = {0};
    arena_init(&arena, memory);
    findings_init(&findings, &arena);
    Status status = files_read_folder(&files_standard, &arena, root, lua, 100, &findings, &list);
    bool done = status == STATUS_OK && !findings.failed;
    if (done) assert_int_equal(list.count, 17);
    else assert_true(arena.failed);
    arena_clear(&arena);
    return done;
}

static bool read_one(const Memory *memory) {
    Arena arena;
    Findings findings;
    FileBytes file;
    arena_init(&arena, memory);
    findings_init(&findings, &arena);
    bool done = files_read(&files_standard, &arena, path_of("z.lua"), 100, &findings, &file) == STATUS_OK;
    arena_clear(&arena);
    return done;
}

static void every_refused_request_is_survived(void **state) {
    (void)state;
    SWEEP(read_tree);
    SWEEP(read_one);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_read_whole),
        cmocka_unit_test(the_limit_is_included),
        cmocka_unit_test(a_file_without_announced_size_is_read),
        cmocka_unit_test(what_is_no_file_is_refused_by_name),
        cmocka_unit_test(a_folder_is_read_in_order_without_what_is_hidden),
        cmocka_unit_test(a_loop_of_links_ends),
        cmocka_unit_test(unreadable_files_are_not_lost),
        cmocka_unit_test(a_folder_that_is_not_there_is_refused),
        cmocka_unit_test(every_failing_operation_is_reported_once),
        cmocka_unit_test(loops_that_multiply_end_too),
        cmocka_unit_test(every_refused_request_is_survived),
    };
    return cmocka_run_group_tests(tests, make_tree, remove_tree);
}
