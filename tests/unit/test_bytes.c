/* What looks at many bytes at once, against what looks at each; built also as on a machine without these instructions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bytes.h"

static uint64_t random_state = 20261121;

static unsigned random_byte(void) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(random_state >> 56);
}

/* Many bytes of one kind, a few of others, among them those that stand next to a limit. */
static void fill(char *bytes, size_t length) {
    static const unsigned char limits[] = {'"', '\\', 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0xFF, 0x00,
                                           '!', '#',  '[',  ']',  '/',  '0',  '9',  ':'};
    for (size_t i = 0; i < length; i++) {
        unsigned kind = random_byte() % 16;
        bytes[i] = (char)(kind == 0 ? limits[random_byte() % sizeof limits] : kind == 1 ? random_byte() : '0' + random_byte() % 10);
    }
}

static bool is_special(char c) {
    return (unsigned char)c < 0x20 || (unsigned char)c >= 0x7F || c == '"' || c == '\\';
}

static void marks_are_found_where_they_are(void **state) {
    (void)state;
    char bytes[40];
    for (int i = 0; i < 100000; i++) {
        size_t quote = 0, special = 0, digits = 0;
        fill(bytes, sizeof bytes);
        while (quote < 32 && bytes[quote] != '"') quote++;
        while (special < 16 && !is_special(bytes[special])) special++;
        while (digits < 8 && bytes[digits] >= '0' && bytes[digits] <= '9') digits++;
        assert_int_equal(bytes_to_quote(bytes), quote);
        assert_int_equal(bytes_to_special(bytes), special);
        assert_int_equal(bytes_digits(byte_mask_word(bytes)), digits);
    }
}

static void each_byte_has_its_kind(void **state) {
    (void)state;
    for (int c = 0; c < 256; c++) {
        for (size_t at = 0; at < 16; at++) {
            char bytes[32];
            memset(bytes, 'a', sizeof bytes);
            bytes[at] = (char)c;
            assert_int_equal(bytes_to_special(bytes), is_special((char)c) ? at : 16);
            assert_int_equal(bytes_to_quote(bytes), c == '"' ? at : 32);
        }
    }
}

static void digits_are_a_number(void **state) {
    (void)state;
    for (int i = 0; i < 100000; i++) {
        char bytes[8];
        uint64_t number = 0;
        size_t count = 1 + random_byte() % 8;
        for (size_t d = 0; d < sizeof bytes; d++) bytes[d] = (char)(d < count ? '0' + random_byte() % 10 : random_byte());
        for (size_t d = 0; d < count; d++) number = number * 10 + (uint64_t)(bytes[d] - '0');
        assert_true(bytes_number(byte_mask_word(bytes), count) == number);
    }
}

static void a_match_is_one_of_the_bytes_that_count(void **state) {
    (void)state;
    for (int i = 0; i < 2000; i++) {
        char meant[32], counts[32], bytes[32];
        _Alignas(16) uint64_t words[4];
        _Alignas(16) uint64_t masks[4];
        size_t length = 1 + random_byte() % 32;
        fill(meant, sizeof meant);
        fill(bytes, sizeof bytes);
        memset(counts, 0, sizeof counts);
        memset(counts, 0xFF, length);
        memset(meant + length, 0, sizeof meant - length);
        memcpy(bytes, meant, length);
        memcpy(words, meant, sizeof words);
        memcpy(masks, counts, sizeof masks);
        for (size_t w = 0; w < 4; w++) {
            words[w] = byte_mask_word((const char *)&words[w]);
            masks[w] = byte_mask_word((const char *)&masks[w]);
        }
        assert_true(bytes_match(bytes, words, masks));
        bytes[random_byte() % length] ^= 0x10;
        assert_false(bytes_match(bytes, words, masks));
    }
}

static void what_two_texts_have_in_common_ends_at_a_difference(void **state) {
    (void)state;
    for (int i = 0; i < 2000; i++) {
        _Alignas(16) char meant[32];
        char bytes[32];
        size_t place = random_byte() % 33;
        fill(meant, sizeof meant);
        memcpy(bytes, meant, sizeof bytes);
        if (place < 32) bytes[place] ^= 0x10;
        if (place < 31) bytes[place + 1 + random_byte() % (31 - place)] ^= 0x01;
        assert_int_equal(bytes_common(bytes, meant), place);
    }
}

static void bytes_are_counted_beyond_a_run(void **state) {
    (void)state;
    static char bytes[5000];
    for (size_t length = 0; length < sizeof bytes; length += 1 + random_byte() % 64) {
        size_t count = 0;
        for (size_t i = 0; i < length; i++) count += (bytes[i] = random_byte() % 4 ? 'x' : '\n') == '\n';
        assert_int_equal(bytes_count(bytes, length, '\n'), count);
    }
    memset(bytes, '\n', sizeof bytes);
    assert_int_equal(bytes_count(bytes, sizeof bytes, '\n'), sizeof bytes);
}

static void the_lowest_bytes_come_first(void **state) {
    (void)state;
    uint64_t word = byte_mask_word("abcdefgh");
    assert_true(word == UINT64_C(0x6867666564636261));
    assert_true(bytes_lowest(word, 0) == 0 && bytes_lowest(word, 3) == 0x636261 && bytes_lowest(word, 8) == word &&
                bytes_lowest(word, 20) == word);
}

static void sixteen_bytes_are_told_apart(void **state) {
    (void)state;
    for (int i = 0; i < 4000; i++) {
        char bytes[16];
        unsigned equal = 0, high = 0, controls = 0;
        const char wanted = (char)random_byte();
        fill(bytes, sizeof bytes);
        bytes[random_byte() % 16] = wanted;
        bytes[random_byte() % 16] = 0x7F;
        for (unsigned n = 0; n < 16; n++) {
            const unsigned char byte = (unsigned char)bytes[n];
            equal |= (unsigned)(bytes[n] == wanted) << n;
            high |= (unsigned)(byte >= 0x80) << n;
            controls |= (unsigned)(byte < 0x20 || byte == 0x7F) << n;
        }
        assert_int_equal(bytes_equal(bytes, wanted), equal);
        assert_int_equal(bytes_high(bytes), high);
        assert_int_equal(bytes_controls(bytes), controls);
    }
}

static void all_digits_or_not(void **state) {
    (void)state;
    for (size_t count = 1; count <= 8; count++) {
        char bytes[8] = {'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'};
        for (size_t i = 0; i < count; i++) bytes[i] = (char)('0' + random_byte() % 10);
        assert_true(bytes_all_digits(byte_mask_word(bytes), count));
        for (int other = 0; other < 256; other++) {
            bytes[random_byte() % count] = (char)other;
            if (other >= '0' && other <= '9') continue;
            assert_false(bytes_all_digits(byte_mask_word(bytes), count));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks_are_found_where_they_are),
                                       cmocka_unit_test(each_byte_has_its_kind),
                                       cmocka_unit_test(digits_are_a_number),
                                       cmocka_unit_test(a_match_is_one_of_the_bytes_that_count),
                                       cmocka_unit_test(what_two_texts_have_in_common_ends_at_a_difference),
                                       cmocka_unit_test(bytes_are_counted_beyond_a_run),
                                       cmocka_unit_test(the_lowest_bytes_come_first),
                                       cmocka_unit_test(sixteen_bytes_are_told_apart),
                                       cmocka_unit_test(all_digits_or_not)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
