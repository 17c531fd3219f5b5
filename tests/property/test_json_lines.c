/* The shortcut of JSON lines against the reader of one structure, on random lines: usual ones, then spoilt in places. What the
 * shortcut takes, the other takes, with the same values; and it takes the usual lines. Each line stands at the end of a block of
 * its exact size, or before other bytes that continue it. With an argument: that many lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/facts_json.h"
#include "input/json_quick.h"
#include "input/row_reader.h"
#include "random_rules.h"
#include "unit/shipped_vocabulary.h"
#include <stdlib.h>
#include <string.h>

#define LINES 20000u
#define ROWS 16u /* of a block */
#define LINE_MAX_BYTES 4096u

static Shipped shipped;
static unsigned lines_wanted = LINES;

typedef struct Bench {
    Random random;
    Input input;
    RowReader *reader;
    Arena arena; /* of the block */
    Block block;
    bool odd; /* the line may have values that are wrong, or not for the shortcut */
    size_t usual, usual_taken, spoilt_taken;
} Bench;

static bool odd(Bench *bench) {
    return bench->odd && random_below(&bench->random, 8) == 0;
}

static const char *any_of(Bench *bench, const char *const *texts, unsigned count) {
    return texts[random_below(&bench->random, count)];
}
#define ANY(bench, ...)                                                                                                            \
    any_of(bench, (const char *const[]){__VA_ARGS__}, (unsigned)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))

static void add_space(Bench *bench, Text *out) {
    if (random_below(&bench->random, 12) == 0) text_add(out, " ");
}

static void add_number(Bench *bench, const Fact *fact, Text *out) {
    static const unsigned limits[] = {2, 10, 31, 100, 5000, 4000000, 40000000};
    unsigned limit = limits[random_below(&bench->random, 7)];
    if (fact->maximum < limit && !odd(bench)) limit = (unsigned)fact->maximum;
    text_addf(out, "%u", random_below(&bench->random, limit));
    if (odd(bench)) text_add(out, ANY(bench, "e1", ".0", "000000000000", ".00000000000000000001", "E-2", ".", ".5"));
    else if (fact->type != FACT_INTEGER && random_below(&bench->random, 4) == 0)
        text_addf(out, ".%u", random_below(&bench->random, 1000));
}

static void add_range(Bench *bench, const Fact *fact, Text *out) {
    bool high = random_below(&bench->random, 2), low = !high || odd(bench);
    text_add(out, ANY(bench, "{", "{ "));
    if (low) {
        text_add(out, ANY(bench, "\"min\":", "\"min\": "));
        add_number(bench, fact, out);
    }
    if (low && high) text_add(out, ANY(bench, ",", ", "));
    if (high) {
        text_add(out, ANY(bench, "\"max\":", "\"max\": "));
        add_number(bench, fact, out);
    }
    text_add(out, "}");
}

static void add_amount(Bench *bench, const Fact *fact, Text *out) {
    unsigned kind = random_below(&bench->random, 10);
    if (odd(bench)) text_add(out, ANY(bench, "\"> 300 k€\"", "\"3 à 1\"", "{\"above\":3}", "-1", "\"12\""));
    else if (kind == 0) add_range(bench, fact, out);
    else if (kind == 1) text_add(out, ANY(bench, "\"10 à 19\"", "\"10-19\"", "\"moins de 3\""));
    else add_number(bench, fact, out);
}

static void add_choice(Bench *bench, const Fact *fact, Text *out) {
    const char *name = fact->choices[random_below(&bench->random, (unsigned)fact->choice_count)].name;
    text_addf(out, "\"%s\"", odd(bench) ? ANY(bench, "", "assocation", "Association", "x\\u0061") : name);
}

static void add_choices(Bench *bench, const Fact *fact, Text *out) {
    if (fact->type == FACT_ENUM && random_below(&bench->random, 6)) {
        add_choice(bench, fact, out);
        return;
    }
    text_add(out, "[");
    unsigned least = fact->type == FACT_ENUM && !odd(bench);
    for (unsigned i = 0, count = least + random_below(&bench->random, 4); i < count; i++) {
        if (i > 0) text_add(out, ANY(bench, ",", ", ", " , "));
        add_choice(bench, fact, out);
    }
    text_add(out, "]");
}

static const char *place(Bench *bench, const Fact *fact) {
    if (odd(bench)) return ANY(bench, "69000", "00000", "20", "1", "82", "123456789");
    switch (fact->level) {
    case PLACE_COMMUNE: return ANY(bench, "69123", "2A004", "97411");
    case PLACE_POSTAL: return ANY(bench, "69001", "20000", "97400");
    case PLACE_DEPARTEMENT: return ANY(bench, "69", "2A", "974");
    case PLACE_REGION: return ANY(bench, "84", "94", "04");
    default: return ANY(bench, "200046977", "200054781");
    }
}

static const char *code(Bench *bench, const Fact *fact) {
    if (odd(bench)) return ANY(bench, "552100555", "55210055400014", "0000", "92200");
    switch (fact->code_form) {
    case CODE_SIREN: return "552100554";
    case CODE_SIRET: return "55210055400013";
    default: return ANY(bench, "9220", "5710");
    }
}

static void add_bare(Bench *bench, const Fact *fact, Text *out) {
    switch (fact->type) {
    case FACT_TEXT:
        text_addf(out, "\"%s %u\"",
                  odd(bench) ? ANY(bench, "a\\\"b", "\xC2\x85", "\x7F") : ANY(bench, "Les Ateliers", "L’Étang", "\xF0\x9F\x8C\xB1"),
                  random_below(&bench->random, 99999));
        break;
    case FACT_CODE: text_addf(out, "\"%s\"", code(bench, fact)); break;
    case FACT_PLACE: text_addf(out, "\"%s\"", place(bench, fact)); break;
    case FACT_BOOLEAN: text_add(out, ANY(bench, "true", "false")); break;
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: add_amount(bench, fact, out); break;
    case FACT_DATE:
        if (odd(bench)) text_add(out, ANY(bench, "\"2019-02-29\"", "\"0000-01-01\"", "\"1999\"", "\"2019-3-12\"", "2019"));
        else text_add(out, ANY(bench, "\"2019-03-12\"", "\"2024-02-29\"", "\"2019\"", "\"2019-03\""));
        break;
    case FACT_ENUM:
    case FACT_SET: add_choices(bench, fact, out); break;
    }
}

static void add_value(Bench *bench, const Fact *fact, Text *out) {
    unsigned kind = random_below(&bench->random, 25);
    if (kind == 0) {
        text_add(out, "null");
        return;
    }
    if (kind == 1) text_add(out, ANY(bench, "{\"value\":", "{\"value\": ", "{ \"value\" :"));
    add_bare(bench, fact, out);
    if (kind == 1 && odd(bench)) text_add(out, ANY(bench, ",\"date\":\"2026-03\"}", ",\"source\":\"\"}", "]"));
    else if (kind == 1)
        text_add(out, ANY(bench, "}", ",\"source\":\"comptes 2025\"}", ", \"source\": \"é\", \"date\": \"2026-03-31\"}",
                          ",\"date\":\"2026-03-31\"}"));
}

/* Facts in the order of the vocabulary, now and then in another. */
static void make_line(Bench *bench, Text *out) {
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    size_t facts[256], count = 0;
    bench->odd = random_below(&bench->random, 4) == 0;
    unsigned kept = 1 + random_below(&bench->random, 9);
    for (size_t i = 0; i < vocabulary->count && count < 256; i++)
        if (!vocabulary->facts[i].hidden && random_below(&bench->random, 10) < kept) facts[count++] = i;
    for (size_t i = 0; i < count && random_below(&bench->random, 8) == 0; i++) {
        size_t other = random_below(&bench->random, (unsigned)count), fact = facts[i];
        facts[i] = facts[other];
        facts[other] = fact;
    }
    text_add(out, "{");
    add_space(bench, out);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) text_add(out, ",");
        add_space(bench, out);
        text_addf(out, "\"%s\"", vocabulary->facts[facts[i]].name);
        text_add(out, random_below(&bench->random, 30) ? ":" : " :");
        add_space(bench, out);
        add_value(bench, &vocabulary->facts[facts[i]], out);
    }
    add_space(bench, out);
    text_add(out, "}");
    add_space(bench, out);
}

static void spoil(Bench *bench, Text *line) {
    static const char bytes[] = "\"\\{}[],:.-+eE0129 tfn\t\x01\x7F\xC2\x85\xE2\x80\xFF";
    for (unsigned times = random_below(&bench->random, 4) ? 1 : 2; times > 0 && line->length > 1; times--) {
        size_t at = random_below(&bench->random, (unsigned)line->length), left = line->length - at;
        size_t some = 1 + random_below(&bench->random, 12) % left;
        switch (random_below(&bench->random, 5)) {
        case 0: line->bytes[at] = bytes[random_below(&bench->random, sizeof bytes)]; break;
        case 1: line->length = at; break;
        case 2:
            memmove(line->bytes + at, line->bytes + at + some, left - some);
            line->length -= some;
            break;
        case 3: memmove(line->bytes + at, line->bytes + random_below(&bench->random, (unsigned)at + 1), some); break;
        default: line->bytes[at] = (char)(line->bytes[at] ^ 1 << random_below(&bench->random, 8) % 5); break;
        }
    }
}

/* What the reader of one structure makes of the bytes is what row `row` of the block says. */
static void check_same(Bench *bench, size_t row, const char *bytes, size_t length) {
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    Arena arena;
    FactSet facts;
    Findings findings;
    arena_init(&arena, &memory_standard);
    findings_init(&findings, &arena);
    assert_int_equal(factset_init(&facts, &arena, vocabulary), STATUS_OK);
    Status status = facts_json_read(&facts, "ligne", bytes, length, &findings);
    if (status != STATUS_OK) print_error("%s\n%.*s\n", findings.items[0].message, (int)length, bytes);
    assert_int_equal(status, STATUS_OK);
    for (size_t i = 0; i < vocabulary->count; i++) {
        Value value;
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        assert_true(fact_unknown(&vocabulary->facts[i], &arena, &value));
        block_get(&bench->block, row, (int)i, &value);
        if (!value_equal(&value, &facts.values[i])) print_error("%s\n%.*s\n", vocabulary->facts[i].name, (int)length, bytes);
        assert_true(value_equal(&value, &facts.values[i]));
    }
    arena_clear(&arena);
}

/* Does the shortcut take the line, followed in its piece by `behind` bytes more? */
static bool taken(Bench *bench, const Text *line, size_t behind) {
    char *exact = malloc(line->length + behind);
    assert_non_null(exact);
    memcpy(exact, line->bytes, line->length);
    for (size_t i = 0; i < behind; i++) exact[line->length + i] = "true}\"2,0] "[random_below(&bench->random, 11)];
    const Piece piece = {.bytes = exact, .length = line->length + behind, .line = 1};
    Row row = {.line = 1, .at = -1, .bytes = exact, .length = line->length};
    RowTexts texts;
    row_texts_init(&texts);
    size_t count;
    rows_open(bench->reader, &(Piece){.bytes = exact, .line = 1});
    assert_int_equal(rows_read(bench->reader, &bench->block, &row, 1, &count), STATUS_OK);
    rows_open(bench->reader, &piece);
    bool read = line->length > 0 &&
                json_quick_read(bench->reader->json, bench->reader, exact, line->length, &bench->block, &texts) == line->length;
    read = read && (!texts.siren[0] || !texts.siret[0] || memcmp(texts.siren, texts.siret, 9) == 0);
    if (read) {
        assert_true(row_finish(bench->reader, &texts, &bench->block, 0));
        check_same(bench, 0, exact, line->length);
    }
    free(exact);
    return read;
}

static Bench *bench_new(void) {
    Bench *bench = calloc(1, sizeof *bench);
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    bench->random.state = 20261121;
    bench->input = (Input){.name = "lignes", .vocabulary = vocabulary, .form = INPUT_JSON_LINES};
    bench->input.text.encoding = ENCODING_UTF8;
    bench->input.text.line_end = '\n';
    arena_init(&bench->arena, &memory_standard);
    bench->reader = row_reader_new(&memory_standard, &bench->input);
    assert_non_null(bench->reader);
    assert_int_equal(block_init(&bench->block, &bench->arena, vocabulary, ROWS), STATUS_OK);
    return bench;
}

static void bench_free(Bench *bench) {
    row_reader_free(bench->reader);
    arena_clear(&bench->arena);
    free(bench);
}

static void what_the_shortcut_takes_is_right(void **state) {
    (void)state;
    Bench *bench = bench_new();
    Text line;
    text_init(&line, &memory_standard);
    for (unsigned i = 0; i < lines_wanted; i++) {
        size_t behind = random_below(&bench->random, 2) ? 0 : random_below(&bench->random, 300);
        line.length = 0;
        make_line(bench, &line);
        assert_true(line.length < LINE_MAX_BYTES);
        bench->usual++;
        bench->usual_taken += taken(bench, &line, behind);
        spoil(bench, &line);
        bench->spoilt_taken += taken(bench, &line, behind);
    }
    print_message("%zu of %zu lines taken, %zu spoilt ones\n", bench->usual_taken, bench->usual, bench->spoilt_taken);
    assert_true(bench->usual_taken * 2 > bench->usual && bench->spoilt_taken * 100 > bench->usual);
    text_clear(&line);
    bench_free(bench);
}

/* A row is the line that begins at `line`, whose number it has; its values are what the reader of one structure makes of it, or it
 * is refused as there. Returns what follows. */
static const char *check_row(Bench *bench, const Row *row, const char *line, const char *end) {
    const char *mark = memchr(line, '\n', (size_t)(end - line));
    size_t length = (size_t)((mark ? mark : end) - line);
    if (length > 0 && line[length - 1] == '\r') length--;
    assert_true(row->bytes == line && row->length == length);
    if (row->at >= 0) check_same(bench, (size_t)row->at, line, length);
    else assert_true(row->finding_count > 0);
    return mark ? mark + 1 : end;
}

static bool is_blank(const char *line, const char *end) {
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\r')) line++;
    return line == end || *line == '\n';
}

/* Lines one after the other, some of them spoilt or blank, as a piece of an input has them: each is a row. */
static void each_line_of_a_piece_is_a_row(void **state) {
    (void)state;
    Bench *bench = bench_new();
    Row rows[ROWS];
    Text text;
    text_init(&text, &memory_standard);
    for (unsigned i = 0; i < lines_wanted / ROWS; i++) {
        text.length = 0;
        for (unsigned lines = 1 + random_below(&bench->random, 2 * ROWS); lines > 0; lines--) {
            Text line;
            text_init(&line, &memory_standard);
            make_line(bench, &line);
            if (random_below(&bench->random, 8) == 0) spoil(bench, &line);
            text_add_bytes(&text, line.bytes, line.length);
            text_add(&text, ANY(bench, "\n", "\n", "\n", "\r\n", " \n", "\n\n", "\n \r\n"));
            text_clear(&line);
        }
        size_t length = text.length - random_below(&bench->random, 3), count = 1, line_number = 1;
        char *exact = malloc(length);
        const char *at = exact, *end = exact + length;
        assert_non_null(memcpy(exact, text.bytes, length));
        rows_open(bench->reader, &(Piece){.bytes = exact, .length = length, .line = 1});
        while (count > 0) {
            assert_int_equal(rows_read(bench->reader, &bench->block, rows, ROWS, &count), STATUS_OK);
            for (size_t r = 0; r < count; r++) {
                for (; is_blank(at, end); line_number++) at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
                assert_int_equal(rows[r].line, line_number++);
                at = check_row(bench, &rows[r], at, end);
            }
        }
        assert_true(is_blank(at, end));
        free(exact);
    }
    text_clear(&text);
    bench_free(bench);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_shortcut_takes_is_right),
                                       cmocka_unit_test(each_line_of_a_piece_is_a_row)};
    if (argc > 1) lines_wanted = (unsigned)atoi(argv[1]);
    if (!shipped_open(&shipped)) return 2;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    shipped_close(&shipped);
    return failed;
}
