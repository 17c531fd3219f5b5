/* What the quick ways make of the rows of a table, and what they remember, against the readers of cells, on random rows: usual
 * cells and odd ones, then spoilt in places. A row that is taken has the values that those readers give it, and none that they
 * refuse is taken, however often its cells were met before. With an argument: that many rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/row_reader.h"
#include "random_rules.h"
#include "unit/shipped_vocabulary.h"
#include <stdlib.h>
#include <string.h>

#define ROWS 20000u

static Shipped shipped;
static unsigned rows_wanted = ROWS;

typedef struct Bench {
    Random random;
    Arena arena;
    Input input;
    RowReader *quick, *strict;
    Block block;
    size_t taken, refused;
} Bench;

static const char *any_of(Bench *bench, const char *const *texts, unsigned count) {
    return texts[random_below(&bench->random, count)];
}
#define ANY(bench, ...)                                                                                                            \
    any_of(bench, (const char *const[]){__VA_ARGS__}, (unsigned)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)))

static void add_amount(Bench *bench, const Fact *fact, Text *out) {
    switch (random_below(&bench->random, 6)) {
    case 0:
        text_add(out, ANY(bench, "10 à 19", "plus de 3", "3+", "> 300 k€", "1 200", "1\u00a0200,50 €", "1\u202f200 €", "0,5", "00",
                          "12,0", "1.200", "12 €", "1,2 M€", "12 345", "1 2345", "0 097", "9007199254740993", "999999999999999",
                          "-1", "5 %"));
        return;
    case 1: text_addf(out, "%u,%u", random_below(&bench->random, 400), random_below(&bench->random, 1000)); break;
    case 2: text_addf(out, "%u %03u", random_below(&bench->random, 400), random_below(&bench->random, 1000)); break;
    default: text_addf(out, "%u", random_below(&bench->random, 300)); break;
    }
    if (fact->type == FACT_EUROS) text_add(out, ANY(bench, "", "", " €", "\u00a0€", "€", " euros"));
}

static void add_date(Bench *bench, Text *out) {
    unsigned day = 1 + random_below(&bench->random, 31), month = 1 + random_below(&bench->random, 13),
             year = 1970 + random_below(&bench->random, 60);
    if (random_below(&bench->random, 4) == 0)
        text_add(out, ANY(bench, "2019", "mars 2019", "1er mars 2019", "12/03/19", "43536", "2019-03", "2019-02-29", "12-03-2019"));
    else if (random_below(&bench->random, 2)) text_addf(out, "%02u/%02u/%u", day, month, year);
    else text_addf(out, "%u-%02u-%02u", year, month, day);
}

static const char *choice(Bench *bench, const Fact *fact) {
    const Choice *of = &fact->choices[random_below(&bench->random, (unsigned)fact->choice_count)];
    if (random_below(&bench->random, 30) == 0) return ANY(bench, "aucun", "n/a", "?", "nimporte");
    return random_below(&bench->random, 2) || !of->synonyms || !*of->synonyms ? of->name : *of->synonyms;
}

static void add_choices(Bench *bench, const Fact *fact, Text *out) {
    const char *separator = ANY(bench, ",", ", ", "|", " et ");
    for (unsigned i = 0, count = random_below(&bench->random, 4); i <= count; i++) {
        if (i > 0) text_add(out, separator);
        text_add(out, choice(bench, fact));
        if (fact->type == FACT_ENUM && random_below(&bench->random, 4)) break;
    }
}

static const char *place(Bench *bench, const Fact *fact) {
    switch (fact->level) {
    case PLACE_COMMUNE: return ANY(bench, "69123", "Villeurbanne", "Saint-Denis", "2A004", "1001", "Andilly", "97411", "Lyon 3e");
    case PLACE_POSTAL: return ANY(bench, "69001", "1000", "54200", "97400", "20000", "09230");
    case PLACE_DEPARTEMENT: return ANY(bench, "69", "1", "Rhône", "2a", "974", "31 - Haute-Garonne", "Ain", "99");
    case PLACE_REGION: return ANY(bench, "84", "Bretagne", "04", "4", "Ile de France", "Rhône-Alpes");
    default: return ANY(bench, "200046977", "200 046 977", "200054781");
    }
}

static void add_cell(Bench *bench, const Fact *fact, Text *out) {
    switch (fact->type) {
    case FACT_TEXT:
        text_addf(out, "%s %u", ANY(bench, "Les Ateliers", "L’Étang", "Total", "Le Relais"), random_below(&bench->random, 99));
        break;
    case FACT_CODE:
        text_add(out, fact->code_form == CODE_SIREN ? ANY(bench, "552100554", "552 100 554", "552100555")
                      : fact->code_form == CODE_SIRET
                          ? ANY(bench, "55210055400013", "552 100 554 00013", "55210055400014", "35600000000048")
                          : ANY(bench, "9220", "5710", "0000"));
        break;
    case FACT_PLACE: text_add(out, place(bench, fact)); break;
    case FACT_BOOLEAN: text_add(out, ANY(bench, "oui", "non", "Oui", "NON", "x", "O", "0", "vrai", "NC", "oui.", "ou1")); break;
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: add_amount(bench, fact, out); break;
    case FACT_DATE: add_date(bench, out); break;
    case FACT_ENUM:
    case FACT_SET: add_choices(bench, fact, out); break;
    }
}

static void spoil(Bench *bench, Text *cell) {
    static const char bytes[] = " ,.-/0129€\xC2\xA0\"x\t\x01|";
    if (cell->length == 0 || random_below(&bench->random, 40)) return;
    size_t at = random_below(&bench->random, (unsigned)cell->length);
    if (random_below(&bench->random, 2)) cell->length = at;
    else cell->bytes[at] = bytes[random_below(&bench->random, sizeof bytes - 1)];
}

/* One cell for each column, most of them empty; some in quotes. */
static void make_row(Bench *bench, Text *out) {
    const Columns *columns = &bench->input.columns;
    unsigned kept = 1 + random_below(&bench->random, 8);
    Text cell;
    text_init(&cell, &memory_standard);
    for (size_t i = 0; i < columns->count; i++) {
        if (i > 0) text_add(out, ";");
        cell.length = 0;
        if (i == 0 || random_below(&bench->random, 60) < kept)
            add_cell(bench, &shipped.rulebook->vocabulary.facts[columns->items[i].fact], &cell);
        spoil(bench, &cell);
        bool quoted = cell.length > 0 && random_below(&bench->random, 3) == 0;
        if (quoted) text_add(out, "\"");
        text_add_bytes(out, cell.bytes ? cell.bytes : "", cell.length);
        if (quoted) text_add(out, "\"");
    }
    text_clear(&cell);
}

/* A line in another encoding; what it does not have becomes a byte that it does not have either. */
static void write_in(Encoding encoding, const Text *line, Text *out) {
    for (size_t at = 0; at < line->length;) {
        const size_t before = at;
        const uint32_t code = utf8_next(line->bytes, line->length, &at);
        const bool latin = code < 0x80 || (code >= 0xA0 && code <= 0xFF);
        if (encoding == ENCODING_WINDOWS_1252)
            text_add_char(out, (char)(latin ? code : code == 0x20AC ? 0x80 : code == 0x2019 ? 0x92 : code == 0x202F ? 0xA0 : 0x81));
        else if (encoding == ENCODING_UTF16_LE) {
            text_add_char(out, (char)code);
            text_add_char(out, (char)(code >> 8));
        } else text_add_bytes(out, line->bytes + before, at - before);
    }
}

static void read_titles(Bench *bench, Encoding encoding) {
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    Text titles;
    Findings findings;
    bool more;
    text_init(&titles, &memory_standard);
    findings_init(&findings, &bench->arena);
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!vocabulary->facts[i].hidden) text_addf(&titles, "%s%s", titles.length ? ";" : "", vocabulary->facts[i].name);
    text_add(&titles, "\n");
    Text written;
    text_init(&written, &memory_standard);
    write_in(encoding, &titles, &written);
    const InputHead head = {.bytes = text_get(&written), .length = written.length, .whole = true};
    const InputOptions options = {.form = INPUT_CSV, .separator = ';', .encoding = encoding};
    assert_int_equal(input_describe(&bench->input, &bench->arena, vocabulary, &options, "t.csv", &head, &more, &findings),
                     STATUS_OK);
    text_clear(&written);
    text_clear(&titles);
}

static Row read_row(RowReader *reader, Block *block, const char *bytes, size_t length) {
    const Piece piece = {.bytes = bytes, .length = length, .line = 2};
    Row row = {.at = -1};
    size_t count;
    rows_open(reader, &piece);
    assert_int_equal(rows_read(reader, block, &row, 1, &count), STATUS_OK);
    return row;
}

/* Of the row, not of one of its cells. */
static bool refused_as_a_whole(const Row *row) {
    static const char *const codes[] = {"AZ510", "AZ511", "AZ512", "AZ513", "AZ514", "AZ117"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        for (size_t n = 0; n < row->finding_count; n++)
            if (strcmp(row->findings[n].code, codes[i]) == 0) return true;
    return false;
}

static void check_same(Bench *bench, const Row *row, const char *bytes, size_t length) {
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    const Record record = {.bytes = bytes, .length = length, .line = 2};
    Arena arena;
    FactSet facts;
    Block nothing;
    arena_init(&arena, &memory_standard);
    assert_int_equal(block_init(&nothing, &arena, vocabulary, 1), STATUS_OK);
    read_row(bench->strict, &nothing, "", 0);
    bench->strict->complaints.errors = 0;
    assert_int_equal(factset_init(&facts, &arena, vocabulary), STATUS_OK);
    Status status = csv_row_facts(bench->strict, &record, &facts);
    bool right = status == STATUS_OK && bench->strict->findings.errors == 0;
    if (right != (row->at >= 0) && !refused_as_a_whole(row)) print_error("%d %d: %.*s\n", right, row->at, (int)length, bytes);
    assert_true(right == (row->at >= 0) || refused_as_a_whole(row));
    for (size_t i = 0; i < vocabulary->count && row->at >= 0; i++) {
        Value value;
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        assert_true(fact_unknown(&vocabulary->facts[i], &arena, &value));
        block_get(&bench->block, 0, (int)i, &value);
        if (!value_equal(&value, &facts.values[i])) print_error("%s: %.*s\n", vocabulary->facts[i].name, (int)length, bytes);
        assert_true(value_equal(&value, &facts.values[i]));
    }
    arena_clear(&arena);
}

static void check_rows(Encoding encoding, unsigned rows) {
    Bench *bench = calloc(1, sizeof *bench);
    bench->random.state = 20261121;
    arena_init(&bench->arena, &memory_standard);
    read_titles(bench, encoding);
    bench->quick = row_reader_new(&memory_standard, &bench->input);
    bench->strict = row_reader_new(&memory_standard, &bench->input);
    assert_true(bench->quick && bench->strict);
    assert_int_equal(block_init(&bench->block, &bench->arena, &shipped.rulebook->vocabulary, 4), STATUS_OK);
    Text text, line;
    text_init(&text, &memory_standard);
    text_init(&line, &memory_standard);
    for (unsigned i = 0; i < rows; i++) {
        text.length = line.length = 0;
        make_row(bench, &text);
        write_in(encoding, &text, &line);
        char *exact = malloc(line.length ? line.length : 1);
        assert_non_null(exact);
        memcpy(exact, line.bytes, line.length);
        Row row = read_row(bench->quick, &bench->block, exact, line.length);
        if (row.bytes) check_same(bench, &row, exact, line.length);
        bench->taken += row.at >= 0;
        bench->refused += row.at < 0;
        free(exact);
    }
    print_message("%zu rows taken, %zu refused\n", bench->taken, bench->refused);
    assert_true(bench->taken * 20 > rows && bench->refused * 20 > rows);
    text_clear(&text);
    text_clear(&line);
    row_reader_free(bench->quick);
    row_reader_free(bench->strict);
    arena_clear(&bench->arena);
    free(bench);
}

static void rows_are_those_of_the_readers_of_cells(void **state) {
    (void)state;
    check_rows(ENCODING_UTF8, rows_wanted);
    check_rows(ENCODING_WINDOWS_1252, rows_wanted / 2);
    check_rows(ENCODING_UTF16_LE, rows_wanted / 2);
}

#define TOGETHER 60u /* rows of a piece: of UTF-16, more than are looked at ahead */

/* Rows one after the other, some with a line break in quotes, some blank. */
static void make_rows(Bench *bench, Text *out) {
    for (unsigned i = 0; i < TOGETHER; i++) {
        const size_t start = out->length;
        if (random_below(&bench->random, 20)) make_row(bench, out);
        else text_add(out, ANY(bench, "", " ", " ; ;", "\x1A", "a;b", "\"id\nof\";\"na\r\nme\"", "Total;1"));
        if (random_below(&bench->random, 10) == 0)
            for (size_t at = start; at < out->length; at++)
                if (out->bytes[at] == ' ' && at > start && memchr(out->bytes + start, '"', at - start)) out->bytes[at] = '\n';
        text_add(out, ANY(bench, "\n", "\n", "\r\n"));
    }
}

static void check_alone(Bench *bench, const Row *row) {
    const Vocabulary *vocabulary = &shipped.rulebook->vocabulary;
    Arena arena;
    Block block;
    arena_init(&arena, &memory_standard);
    assert_int_equal(block_init(&block, &arena, vocabulary, 1), STATUS_OK);
    char *exact = malloc(row->length ? row->length : 1);
    assert_non_null(exact);
    memcpy(exact, row->bytes, row->length);
    const Row alone = read_row(bench->strict, &block, exact, row->length);
    assert_int_equal(alone.at >= 0, row->at >= 0);
    assert_int_equal(alone.finding_count, row->finding_count);
    assert_int_equal(alone.id_given, row->id_given);
    if (row->id_given) {
        assert_int_equal(alone.id_length, row->id_length);
        assert_memory_equal(alone.id, row->id, row->id_length);
    }
    for (size_t i = 0; i < vocabulary->count && row->at >= 0; i++) {
        Value one, other;
        if (vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        assert_true(fact_unknown(&vocabulary->facts[i], &arena, &one) && fact_unknown(&vocabulary->facts[i], &arena, &other));
        block_get(&bench->block, (size_t)row->at, (int)i, &one);
        block_get(&block, 0, (int)i, &other);
        assert_true(value_equal(&one, &other));
    }
    free(exact);
    arena_clear(&arena);
}

/* Every row of a piece, with the line where it begins. */
static void check_piece(Bench *bench, Encoding encoding, const char *bytes, size_t length) {
    const Piece piece = {.bytes = bytes, .length = length, .line = 2};
    Row rows[TOGETHER * 2];
    size_t count = 1;
    rows_open(bench->quick, &piece);
    while (count > 0) {
        assert_int_equal(rows_read(bench->quick, &bench->block, rows, 7, &count), STATUS_OK);
        for (size_t i = 0; i < count; i++) {
            const Row *row = &rows[i];
            assert_int_equal(row->line, 2 + encoding_count(encoding, bytes, (size_t)(row->bytes - bytes), '\n'));
            check_alone(bench, row);
            bench->taken += row->at >= 0;
        }
    }
}

static void check_pieces(Encoding encoding, unsigned rows) {
    Bench *bench = calloc(1, sizeof *bench);
    bench->random.state = 20261122;
    arena_init(&bench->arena, &memory_standard);
    read_titles(bench, encoding);
    bench->quick = row_reader_new(&memory_standard, &bench->input);
    bench->strict = row_reader_new(&memory_standard, &bench->input);
    assert_true(bench->quick && bench->strict);
    assert_int_equal(block_init(&bench->block, &bench->arena, &shipped.rulebook->vocabulary, 7), STATUS_OK);
    Text text, piece;
    text_init(&text, &memory_standard);
    text_init(&piece, &memory_standard);
    for (unsigned i = 0; i < rows; i += TOGETHER) {
        text.length = piece.length = 0;
        make_rows(bench, &text);
        write_in(encoding, &text, &piece);
        char *exact = malloc(piece.length);
        assert_non_null(exact);
        memcpy(exact, piece.bytes, piece.length);
        check_piece(bench, encoding, exact, piece.length);
        free(exact);
    }
    print_message("%zu rows taken\n", bench->taken);
    assert_true(bench->taken * 20 > rows);
    text_clear(&text);
    text_clear(&piece);
    row_reader_free(bench->quick);
    row_reader_free(bench->strict);
    arena_clear(&bench->arena);
    free(bench);
}

static void rows_of_a_piece_are_those_that_stand_alone(void **state) {
    (void)state;
    check_pieces(ENCODING_UTF8, rows_wanted / 2);
    check_pieces(ENCODING_WINDOWS_1252, rows_wanted / 4);
    check_pieces(ENCODING_UTF16_LE, rows_wanted / 4);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_are_those_of_the_readers_of_cells),
                                       cmocka_unit_test(rows_of_a_piece_are_those_that_stand_alone)};
    if (argc > 1) rows_wanted = (unsigned)atoi(argv[1]);
    if (!shipped_open(&shipped)) return 2;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    shipped_close(&shipped);
    return failed;
}
