/* Tables cut by masks, against the rule unit by unit: random texts of the characters that matter, in every encoding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/byte_mask.h"
#include "input/csv_line.h"
#include <stdlib.h>

#define TEXT_MAX 400
#define CELLS_MAX 450

static uint32_t seed = 1;

static uint32_t draw(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void masks_are_the_same_on_any_machine(void **state) {
    (void)state;
    for (int round = 0; round < 5000; round++) {
        char bytes[BYTE_MASK];
        for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(draw(4) ? ';' + (int)draw(3) : (int)draw(256));
        const char wanted = bytes[draw(BYTE_MASK)];
        uint64_t equal = 0, high = 0;
        for (size_t i = 0; i < sizeof bytes; i++) {
            equal |= (uint64_t)(bytes[i] == wanted) << i;
            high |= (uint64_t)((unsigned char)bytes[i] >= 0x80) << i;
        }
        assert_true(byte_mask_equal(bytes, wanted) == equal && byte_mask_equal_portable(bytes, wanted) == equal);
        assert_true(byte_mask_any(bytes, wanted, wanted, false) == (equal != 0));
        assert_true(byte_mask_any(bytes, '\x01', wanted, true) ==
                    ((equal | byte_mask_equal(bytes, '\x01') | byte_mask_high(bytes)) != 0));
        assert_true(byte_mask_high(bytes) == high && byte_mask_high_portable(bytes) == high);
    }
}

/* A text of ASCII that is mostly a usual table; `slips` of a hundred characters are whatever. */
static size_t random_table(char *text, char line_end, uint32_t slips) {
    static const char slip[] = "\"\"\";;\n\r \ta";
    size_t length = 0, most = draw(TEXT_MAX - 80);
    while (length < most) {
        bool quoted = draw(3) == 0;
        if (quoted) text[length++] = '"';
        for (size_t left = draw(30); left > 0; left--) {
            uint32_t of = draw(40);
            if (of == 0 && quoted) text[length++] = ';';
            if (of == 1 && quoted) {
                text[length++] = '"';
                text[length++] = '"';
            }
            if (of == 2) text[length++] = ' ';
            else text[length++] = (char)('a' + draw(26));
            if (draw(100) < slips) text[length - 1] = slip[draw(sizeof slip - 1)];
        }
        if (quoted) text[length++] = '"';
        if (draw(8)) text[length++] = ';';
        else {
            if (line_end == '\n' && draw(2)) text[length++] = '\r';
            text[length++] = line_end;
        }
    }
    return length;
}

static size_t write_in(Encoding encoding, const char *text, size_t length, char *out) {
    if (encoding_unit(encoding) == 1) {
        memcpy(out, text, length);
        return length;
    }
    for (size_t i = 0; i < length; i++) {
        out[2 * i + (encoding == ENCODING_UTF16_BE)] = text[i];
        out[2 * i + (encoding != ENCODING_UTF16_BE)] = draw(10) == 0 && text[i] == 'a' ? '\x01' : '\0';
    }
    return 2 * length;
}

/* The bytes are put where nothing may be read behind them. */
static char *exactly(const char *bytes, size_t length) {
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    return copy;
}

static void compare_records(const CsvForm *form, const char *text, size_t length, bool ended) {
    size_t at = 0, lines, passed = 0, usual = csv_usual_lines(form, text, length, &lines);
    while (at < length) {
        CsvRecord one = {0}, other = {0};
        CsvEnd rule = csv_record_by_rule(form, text + at, length - at, ended, &other);
        assert_int_equal(csv_record(form, text + at, length - at, ended, &one), rule);
        assert_true(at >= usual || rule == CSV_WHOLE);
        if (rule == CSV_UNFINISHED) break;
        assert_memory_equal(&one, &other, sizeof one);
        assert_true(at >= usual || other.lines == 1);
        at += other.next;
        passed += at <= usual;
        assert_true(at <= usual || at - other.next >= usual);
    }
    assert_int_equal(passed, lines);
}

static void compare_cells(const CsvForm *form, const char *text, size_t length) {
    static Cell one[CELLS_MAX], other[CELLS_MAX];
    Arena arena;
    arena_init(&arena, &memory_standard);
    size_t capacity = draw(3) ? CELLS_MAX : draw(4), count = csv_cells(form, text, length, &arena, one, capacity);
    assert_int_equal(count, csv_cells_by_rule(form, text, length, &arena, other, capacity));
    for (size_t i = 0; i < count && i < capacity; i++) {
        assert_int_equal(one[i].length, other[i].length);
        assert_int_equal(one[i].line, other[i].line);
        assert_memory_equal(one[i].bytes, other[i].bytes, one[i].length);
    }
    arena_clear(&arena);
}

static void records_and_cells_are_those_of_the_rule(void **state) {
    (void)state;
    static const Encoding encodings[] = {ENCODING_UTF8, ENCODING_WINDOWS_1252, ENCODING_UTF16_LE, ENCODING_UTF16_BE};
    char text[TEXT_MAX], wide[2 * TEXT_MAX];
    for (uint32_t round = 0; round < 40000; round++) {
        CsvForm form = {.encoding = encodings[draw(4)], .separator = ";;;,\t"[draw(5)], .line_end = draw(6) ? '\n' : '\r'};
        size_t length = random_table(text, form.line_end, round % 4);
        size_t size = write_in(form.encoding, text, length, wide);
        char *bytes = exactly(wide, size), *cells = exactly(text, length);
        compare_records(&form, bytes, size, draw(2));
        compare_cells(&form, cells, length);
        const char *end = memchr(cells, form.line_end, length);
        if (end) compare_cells(&form, cells, (size_t)(end - cells));
        free(bytes);
        free(cells);
    }
}

static void append_unit(Encoding encoding, unsigned unit, char *out, size_t *length) {
    bool little = encoding == ENCODING_UTF16_LE;
    if (encoding_unit(encoding) == 2) out[(*length)++] = (char)(little ? unit & 0xFF : unit >> 8);
    out[(*length)++] = (char)(little || encoding_unit(encoding) == 1 ? (little ? unit >> 8 : unit) : unit);
}

/* Character by character, what each unit says. */
static void texts_are_found_and_transcoded(void **state) {
    (void)state;
    static const Encoding encodings[] = {ENCODING_WINDOWS_1252, ENCODING_UTF16_LE, ENCODING_UTF16_BE};
    for (uint32_t round = 0; round < 20000; round++) {
        Encoding encoding = encodings[draw(3)];
        char bytes[400], wanted[800];
        size_t length = 0, size = 0, found = SIZE_MAX, count = 0, unit = encoding_unit(encoding);
        for (size_t left = draw(190); left > 0; left--) {
            unsigned code = draw(20) ? ' ' + draw(90) : unit == 2 && draw(2) ? 0x20AC : 0xC0 + draw(64);
            if (draw(60) == 0) code = '\n';
            if (code == '\n' && count++ == 0) found = length;
            append_unit(encoding, code, bytes, &length);
            if (code < 0x80) {
                wanted[size++] = (char)code;
                continue;
            }
            if (code >= 0x800) wanted[size++] = (char)(0xE0 | code >> 12);
            wanted[size++] = (char)(code >= 0x800 ? 0x80 | (code >> 6 & 0x3F) : 0xC0 | code >> 6);
            wanted[size++] = (char)(0x80 | (code & 0x3F));
        }
        char *exact = exactly(bytes, length);
        Text text;
        text_init(&text, &memory_standard);
        assert_int_equal(encoding_to_utf8(encoding, exact, length, &text), length);
        assert_int_equal(text.length, size);
        assert_memory_equal(text_get(&text), wanted, size);
        assert_int_equal(encoding_seek(encoding, exact, length, '\n'), count ? found : length);
        assert_int_equal(encoding_count(encoding, exact, length, '\n'), count);
        text_clear(&text);
        free(exact);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(masks_are_the_same_on_any_machine),
        cmocka_unit_test(records_and_cells_are_those_of_the_rule),
        cmocka_unit_test(texts_are_found_and_transcoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
