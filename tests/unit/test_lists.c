/* Every list of tests/hostile/listes, as it is read: what was found of it, and of each row its values or what is wrong, against the
 * file « .attendu » beside it. Each is read whole, then in small portions, then row by row: always the same. With arguments, prints
 * what is read of these files. A first line « options … » of the expectation is as on the command line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/number.h"
#include "input/rows.h"
#include "shipped_vocabulary.h"
#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER AZIMUT_SOURCE_DIR "/tests/hostile/listes/"

static Shipped shipped;

typedef struct Reading {
    Input input;
    Arena arena;
    Findings findings;
    Text out;
    RowReader *reader;
    Block block;
    Row rows[BLOCK_ROWS];
    size_t capacity;
} Reading;

static void write_choices(Text *out, const Fact *fact, const uint64_t *bits) {
    bool first = true;
    for (size_t i = 0; i < fact->choice_count; i++) {
        int parent = fact->choices[i].parent;
        if (!bits_has(bits, i)) continue;
        if (parent >= 0 && bits_has(bits, (size_t)parent) && bits_within(fact->choices[parent].below, bits, fact->words)) continue;
        text_addf(out, "%s%s", first ? "" : ",", fact->choices[i].name);
        first = false;
    }
}

static void write_span(Text *out, const Fact *fact, Span span) {
    char low[NUMBER_TEXT_MAX] = "", high[NUMBER_TEXT_MAX] = "";
    if (fact->type == FACT_DATE) {
        day_write((Day)span.low, low);
        day_write((Day)span.high, high);
    } else {
        if (span.low > fact->minimum) number_write(span.low, low);
        if (span.high < fact->maximum) number_write(span.high, high);
    }
    if (span.low == span.high) text_addf(out, "%s", *low ? low : *high ? high : "0");
    else text_addf(out, "%s..%s", low, high);
}

static void write_value(Text *out, const Fact *fact, const Value *value) {
    text_addf(out, " %s=", fact->name);
    if (fact->shape == SHAPE_SPAN) write_span(out, fact, value->span);
    if (fact->shape == SHAPE_CANDIDATES) write_choices(out, fact, value->possible);
    if (fact->shape == SHAPE_SET) {
        write_choices(out, fact, value->sure);
        if (!bits_equal(value->sure, value->possible, value->words)) {
            text_add(out, "/");
            write_choices(out, fact, value->possible);
        }
    }
}

static void same_text(const char *a, const char *b) {
    if (a && b) assert_string_equal(a, b);
    else assert_null(a ? a : b);
}

/* What is made of the block and the texts that were kept is what explanations would find by reading the record again. */
static void check_texts(Reading *reading, const Row *row, const FactSet *again) {
    const Vocabulary *vocabulary = reading->input.vocabulary;
    const LegalCategories *legal = &vocabulary->legal;
    Arena arena;
    FactSet facts;
    arena_init(&arena, &memory_standard);
    assert_int_equal(factset_init(&facts, &arena, vocabulary), STATUS_OK);
    assert_int_equal(row_facts(reading->reader, &reading->block, row, facts.arena, &facts), STATUS_OK);
    assert_int_equal(again->dispute_count, 0);
    assert_string_equal(factset_name(&facts), factset_name(again));
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Origin *origin = &again->origins[i];
        assert_true(!origin->asked && !origin->imposed);
        same_text(facts.origins[i].source, origin->source);
        same_text(facts.origins[i].date, origin->date);
        if (vocabulary->facts[i].shape != SHAPE_TEXT) assert_true(value_equal(&facts.values[i], &again->values[i]));
    }
    if (legal->category >= 0) same_text(facts.values[legal->category].text, again->values[legal->category].text);
    if (legal->category >= 0 && legal->form >= 0 && facts.values[legal->category].text)
        assert_int_equal(facts.origins[legal->form].written != NULL, again->origins[legal->form].written != NULL);
    arena_clear(&arena);
}

/* A row of the block says what the fact set of the same record says. */
static void check_facts(Reading *reading, const Row *row) {
    const Vocabulary *vocabulary = reading->input.vocabulary;
    Arena arena;
    FactSet facts;
    arena_init(&arena, &memory_standard);
    assert_int_equal(factset_init(&facts, &arena, vocabulary), STATUS_OK);
    Row again = *row;
    again.texts = NULL; /* read once more */
    assert_int_equal(row_facts(reading->reader, &reading->block, &again, facts.arena, &facts), STATUS_OK);
    if (row->texts) check_texts(reading, row, &facts);
    for (size_t i = 0; i < vocabulary->count; i++) {
        Value value;
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        assert_true(fact_unknown(&vocabulary->facts[i], &arena, &value));
        block_get(&reading->block, (size_t)row->at, (int)i, &value);
        if (!value_equal(&value, &facts.values[i])) print_error("ligne %zu : %s\n", row->line, vocabulary->facts[i].name);
        assert_true(value_equal(&value, &facts.values[i]));
    }
    arena_clear(&arena);
}

static void write_row(Reading *reading, const Row *row) {
    Text *out = &reading->out;
    const Vocabulary *vocabulary = reading->input.vocabulary;
    text_addf(out, "%zu %.*s%s", row->line, (int)row->id_length, row->id, row->at < 0 ? " refusée" : "");
    Arena arena;
    arena_init(&arena, &memory_standard);
    for (size_t i = 0; row->at >= 0 && i < vocabulary->count; i++) {
        Value value, unknown;
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        assert_true(fact_unknown(&vocabulary->facts[i], &arena, &value) && fact_unknown(&vocabulary->facts[i], &arena, &unknown));
        block_get(&reading->block, (size_t)row->at, (int)i, &value);
        if (!value_equal(&value, &unknown)) write_value(out, &vocabulary->facts[i], &value);
    }
    arena_clear(&arena);
    if (row->at >= 0) check_facts(reading, row);
    text_add(out, "\n");
    for (size_t i = 0; i < row->finding_count; i++) {
        const Finding *finding = &row->findings[i];
        text_addf(out, "  %s %d %s", finding->code, finding->line, finding->message);
        if (finding->advice) text_addf(out, " | %s", finding->advice);
        text_add(out, "\n");
    }
}

static void read_piece(Reading *reading, const Piece *piece) {
    size_t count;
    rows_open(reading->reader, piece);
    do {
        assert_int_equal(rows_read(reading->reader, &reading->block, reading->rows, reading->capacity, &count), STATUS_OK);
        for (size_t i = 0; i < count; i++) write_row(reading, &reading->rows[i]);
    } while (count > 0);
}

/* Gives the bytes in portions; each stands in a block of its exact size, so that the sanitizer sees any look beyond. */
static void read_stream(Reading *reading, const char *bytes, size_t length, size_t portion) {
    Splitter splitter;
    Piece piece;
    splitter_init(&splitter, &reading->input);
    for (size_t at = 0, given = portion < length ? portion : length;;) {
        char *exact = malloc(given - at ? given - at : 1);
        memcpy(exact, bytes + at, given - at);
        size_t taken = splitter_take(&splitter, exact, given - at, given == length, &piece);
        assert_true(taken <= given - at);
        read_piece(reading, &piece);
        free(exact);
        bool finished = taken == 0 && given == length && piece.kind != PIECE_BROKEN;
        if (finished) break;
        if (taken == 0) given = given + portion < length ? given + portion : length;
        at += taken;
    }
}

static void write_findings(Reading *reading) {
    for (size_t i = 0; i < reading->findings.count; i++) {
        const Finding *finding = &reading->findings.items[i];
        text_addf(&reading->out, "%s %d %s", finding->code, finding->line, finding->message);
        if (finding->advice) text_addf(&reading->out, " | %s", finding->advice);
        text_add(&reading->out, "\n");
    }
}

/* « --separator ; --ignore "Titre" » */
static void read_options(InputOptions *options, ColumnMap *map, const Vocabulary *vocabulary, char *line) {
    for (char *word = strtok(line, "\t"); word; word = strtok(NULL, "\t")) {
        char *value = strtok(NULL, "\t");
        assert_non_null(value);
        Findings findings;
        findings_init(&findings, map->arena);
        if (strcmp(word, "--separator") == 0) assert_true(input_separator_named(value, &options->separator));
        else if (strcmp(word, "--encoding") == 0) assert_true(encoding_named(value, &options->encoding));
        else if (strcmp(word, "--form") == 0) assert_true(input_form_named(value, &options->form));
        else if (strcmp(word, "--header") == 0) options->header_line = (size_t)atoi(value);
        else if (strcmp(word, "--ignore") == 0) assert_int_equal(column_map_ignore(map, value), STATUS_OK);
        else if (strcmp(word, "--map") == 0)
            assert_int_equal(column_map_read(map, vocabulary, "map", value, strlen(value), &findings), STATUS_OK);
        else fail_msg("%s", word);
    }
}

static char *read_list(const char *name, const char *bytes, size_t length, const char *options_line, size_t portion,
                       size_t capacity) {
    Reading *reading = calloc(1, sizeof *reading);
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    ColumnMap map;
    InputOptions options = {.map = &map};
    bool more;
    arena_init(&reading->arena, &memory_standard);
    findings_init(&reading->findings, &reading->arena);
    text_init(&reading->out, &memory_standard);
    column_map_init(&map, &reading->arena);
    char *line = arena_copy(&reading->arena, options_line);
    if (line) read_options(&options, &map, vocabulary, line);
    size_t head = length < INPUT_HEAD_BYTES ? length : INPUT_HEAD_BYTES;
    const InputHead known = {.bytes = bytes, .length = head, .whole = head == length};
    Status status = input_describe(&reading->input, &reading->arena, vocabulary, &options, name, &known, &more, &reading->findings);
    if (status == STATUS_OK) input_write(&reading->input, &reading->out);
    write_findings(reading);
    reading->capacity = capacity;
    if (status == STATUS_OK) {
        reading->reader = row_reader_new(&memory_standard, &reading->input);
        rows_keep_names(reading->reader);
        assert_int_equal(block_init(&reading->block, &reading->arena, vocabulary, BLOCK_ROWS), STATUS_OK);
        read_stream(reading, bytes, length, portion);
        row_reader_free(reading->reader);
    }
    char *out = strdup(text_get(&reading->out));
    text_clear(&reading->out);
    arena_clear(&reading->arena);
    free(reading);
    return out;
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t capacity = 8u << 20;
    char *bytes = malloc(capacity + 1);
    *length = fread(bytes, 1, capacity, file);
    bytes[*length] = '\0';
    fclose(file);
    return bytes;
}

static void check_list(const char *name, char *expected) {
    char path[512];
    size_t length = 0;
    snprintf(path, sizeof path, FOLDER "%s", name);
    char *bytes = read_file(path, &length), *options = NULL;
    assert_non_null(bytes);
    if (strncmp(expected, "options\t", 8) == 0) {
        options = expected + 8;
        expected = strchr(options, '\n');
        *expected++ = '\0';
    }
    static const size_t portions[][2] = {{SIZE_MAX, BLOCK_ROWS}, {97, 3}, {1, 1}};
    for (size_t i = 0; i < 3; i++) {
        if (length > 5000 && i == 2) continue;
        size_t portion = portions[i][0] > length ? (length ? length : 1) : portions[i][0];
        char *read = read_list(name, bytes, length, options, portion, portions[i][1]);
        if (strcmp(read, expected) != 0)
            print_error("%s, par %zu octets\n--- lu\n%s--- attendu\n%s", name, portion, read, expected);
        assert_string_equal(read, expected);
        free(read);
    }
    free(bytes);
}

static void lists_are_read_as_expected(void **state) {
    (void)state;
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        size_t length, size = strlen(entry->d_name);
        const char *ending = ".attendu";
        if (size < strlen(ending) || strcmp(entry->d_name + size - strlen(ending), ending) != 0) continue;
        char path[512], name[256];
        snprintf(path, sizeof path, FOLDER "%s", entry->d_name);
        snprintf(name, sizeof name, "%.*s", (int)(size - strlen(ending)), entry->d_name);
        char *expected = read_file(path, &length);
        check_list(name, expected);
        free(expected);
        count++;
    }
    closedir(folder);
    assert_true(count >= 60);
}

static void titles_mean_one_fact(void **state) {
    (void)state;
    Arena arena;
    arena_init(&arena, &memory_standard);
    TitleTable *titles = titles_new(&arena, &shipped.rulebook->vocabulary);
    assert_non_null(titles);
    if (titles_ambiguous(titles)) print_error("« %s » dit deux faits\n", titles_ambiguous(titles));
    assert_null(titles_ambiguous(titles));
    arena_clear(&arena);
}

static Status read_map(Arena *arena, ColumnMap *map, Findings *findings, const char *text) {
    column_map_init(map, arena);
    findings_init(findings, arena);
    return column_map_read(map, &shipped.rulebook->vocabulary, "map", text, strlen(text), findings);
}

static void a_mapping_is_read_as_json_or_as_lines(void **state) {
    (void)state;
    Arena arena;
    ColumnMap map;
    Findings findings;
    arena_init(&arena, &memory_standard);
    assert_int_equal(read_map(&arena, &map, &findings, "Code asso;id\n\nPers.;effectif_salarie\nDivers;\n"), STATUS_OK);
    assert_int_equal(map.count, 3);
    assert_string_equal(map.items[1].title, "Pers.");
    assert_string_equal(shipped.rulebook->vocabulary.facts[map.items[1].fact].name, "effectif_salarie");
    assert_int_equal(map.items[2].fact, COLUMN_IGNORED);
    assert_int_equal(read_map(&arena, &map, &findings, "{\"Code asso\": \"id\", \"Divers\": null}"), STATUS_OK);
    assert_int_equal(map.count, 2);
    assert_int_equal(read_map(&arena, &map, &findings, "A;effectif_salari\n;id\n"), STATUS_REFUSED);
    assert_int_equal(findings.errors, 2);
    assert_int_equal(findings.items[0].line, 1);
    assert_non_null(strstr(findings.items[0].advice, "effectif_salarie"));
    assert_int_equal(read_map(&arena, &map, &findings, "{\"A\": 3}"), STATUS_REFUSED);
    assert_int_equal(read_map(&arena, &map, &findings, "{\"A\": \"id\""), STATUS_REFUSED);
    arena_clear(&arena);
}

static int print_files(int count, char **names) {
    for (int i = 0; i < count; i++) {
        size_t length;
        const char *name = strrchr(names[i], '/') ? strrchr(names[i], '/') + 1 : names[i], *options = getenv("OPTIONS");
        char *bytes = read_file(names[i], &length);
        if (!bytes) return 1;
        char *read = read_list(name, bytes, length, options, length ? length : 1, BLOCK_ROWS);
        if (options) printf("options\t%s\n", options);
        fputs(read, stdout);
        free(read);
        free(bytes);
    }
    return 0;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(lists_are_read_as_expected), cmocka_unit_test(titles_mean_one_fact),
                                       cmocka_unit_test(a_mapping_is_read_as_json_or_as_lines)};
    if (!shipped_open(&shipped)) return 2;
    int failed = argc > 1 ? print_files(argc - 1, argv + 1) : cmocka_run_group_tests(tests, NULL, NULL);
    shipped_close(&shipped);
    return failed;
}
