/* Two passes: tokens from characters, then figures from tokens that belong together. */
#include "analyse/sentence.h"

#include "analyse/markup.h"
#include "base/text.h"
#include <string.h>

bool token_is(const Sentence *sentence, size_t i, const char *text) {
    return i < sentence->count && sentence->tokens[i].kind != TOKEN_NUMBER && strcmp(sentence->tokens[i].text, text) == 0;
}

bool token_among(const Sentence *sentence, size_t i, const char *const *texts) {
    for (size_t k = 0; texts[k]; k++)
        if (token_is(sentence, i, texts[k])) return true;
    return false;
}

bool token_begins(const Sentence *sentence, size_t i, const char *start) {
    return i < sentence->count && sentence->tokens[i].kind == TOKEN_WORD &&
           strncmp(sentence->tokens[i].text, start, strlen(start)) == 0;
}

bool token_ends_clause(const Sentence *sentence, size_t i) {
    static const char *const ends[] = {".", ";", "!", "?", NULL};
    return i >= sentence->count || token_among(sentence, i, ends);
}

bool token_touches(const Sentence *sentence, size_t i) {
    return i + 1 < sentence->count && sentence->tokens[i].end == sentence->tokens[i + 1].at;
}

const char *sentence_part(Arena *arena, const Sentence *sentence, size_t first, size_t last) {
    size_t at = sentence->tokens[first].at;
    return arena_text(arena, sentence->bytes + at, sentence->tokens[last].end - at);
}

/* ---- From characters */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

/* The bytes of one space of any kind at `at`, or 0. */
static size_t space_at(const char *bytes, size_t length, size_t at) {
    size_t next = at;
    if (at >= length || !is_space(utf8_next(bytes, length, &next))) return 0;
    return next - at;
}

static size_t digits_at(const char *bytes, size_t at) {
    size_t count = 0;
    while (is_digit(bytes[at + count])) count++;
    return count;
}

static double add_digits(double number, const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) number = number * 10 + (bytes[i] - '0');
    return number;
}

/* Three digits after one space, or a point, go on with a figure: « 1 200 », « 1.200 ». */
static size_t group_at(const char *bytes, size_t length, size_t at) {
    size_t between = bytes[at] == '.' ? 1 : space_at(bytes, length, at);
    return between && digits_at(bytes, at + between) == 3 ? between : 0;
}

static void read_digits(const char *bytes, size_t length, size_t *at, Token *token) {
    size_t count = digits_at(bytes, *at), between;
    token->kind = TOKEN_NUMBER;
    token->number = add_digits(0, bytes + *at, count);
    *at += count;
    while (count <= 3 && (between = group_at(bytes, length, *at)) > 0) {
        token->number = add_digits(token->number, bytes + *at + between, 3);
        *at += between + 3;
    }
    if ((bytes[*at] == ',' || bytes[*at] == '.') && is_digit(bytes[*at + 1])) {
        double scale = 1;
        for (++*at; is_digit(bytes[*at]); ++*at) {
            scale /= 10;
            token->number += scale * (bytes[*at] - '0');
        }
    }
}

static void read_word(const char *bytes, size_t length, size_t *at, Token *token) {
    size_t start = *at, next = *at;
    uint32_t first = utf8_next(bytes, length, &next);
    for (*at = next; next < length && is_letter(utf8_next(bytes, length, &next));) *at = next;
    char word[64];
    size_t size = *at - start < sizeof word ? *at - start : sizeof word - 1;
    memcpy(word, bytes + start, size);
    word[size] = '\0';
    text_fold(token->text, sizeof token->text, word);
    token->capital = (first >= 'A' && first <= 'Z') || (first >= 0xC0 && first <= 0xDE);
    token->grave = strstr(word, "è") != NULL || strstr(word, "È") != NULL;
}

static void read_sign(const char *bytes, size_t length, size_t *at, Token *token) {
    size_t start = *at;
    uint32_t c = utf8_next(bytes, length, at);
    token->kind = TOKEN_SIGN;
    if (c == 0x2265 || c == 0x2267 || c == 0x2A7E) strcpy(token->text, ">=");
    else if (c == 0x2264 || c == 0x2266 || c == 0x2A7D) strcpy(token->text, "<=");
    else if (c == 0x2013 || c == 0x2014 || c == 0x2010 || c == 0x2011 || c == 0x2212) strcpy(token->text, "-");
    else if (c == '=' && bytes[*at] == '<') {
        strcpy(token->text, "<=");
        ++*at;
    } else if ((c == '>' || c == '<') && bytes[*at] == '=') {
        token->text[0] = (char)c;
        token->text[1] = '=';
        ++*at;
    } else memcpy(token->text, bytes + start, *at - start);
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

static size_t read_tokens(const char *bytes, size_t length, Token *tokens) {
    size_t count = 0;
    for (size_t at = 0; at < length;) {
        size_t next = at;
        uint32_t c = utf8_next(bytes, length, &next);
        if (is_space(c) || is_apostrophe(c)) {
            at = next;
            continue;
        }
        Token *token = &tokens[count++];
        *token = (Token){.at = at};
        if (is_digit((char)(c < 0x80 ? c : 0))) read_digits(bytes, length, &at, token);
        else if (is_letter(c)) read_word(bytes, length, &at, token);
        else read_sign(bytes, length, &at, token);
        token->end = at;
    }
    return count;
}

/* ---- Figures from tokens */

/* A number in words, or 0. « un » counts only where a unit follows, which its reader decides. */
static double spelt_unit(const char *word) {
    static const struct {
        const char *word;
        double value;
    } words[] = {{"un", 1},      {"une", 1},     {"deux", 2},      {"trois", 3},      {"quatre", 4},    {"cinq", 5},
                 {"six", 6},     {"sept", 7},    {"huit", 8},      {"neuf", 9},       {"dix", 10},      {"onze", 11},
                 {"douze", 12},  {"treize", 13}, {"quatorze", 14}, {"quinze", 15},    {"seize", 16},    {"vingt", 20},
                 {"vingts", 20}, {"trente", 30}, {"quarante", 40}, {"cinquante", 50}, {"soixante", 60}, {"cent", 100},
                 {"cents", 100}, {"mille", 1000}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, word) == 0) return words[i].value;
    return 0;
}

/* Adds one word to the number being spelt: « quatre » « vingt » is eighty, « deux » « cent » two hundred. */
static void spell(double value, double *total, double *current) {
    if (value == 100 || value == 1000) {
        *current = (*current > 0 ? *current : 1) * value;
        if (value < 1000) return;
        *total += *current;
        *current = 0;
    } else if (value == 20 && *current > 0 && (long)*current % 100 == 4) *current += 76;
    else *current += value;
}

/* « dès le premier salarié » */
static bool is_first(const Sentence *sentence, size_t i) {
    bool from = token_is(sentence, i - 2, "des") || token_is(sentence, i - 2, "partir") || token_is(sentence, i - 2, "compter");
    return from && token_begins(sentence, i, "premier") &&
           (token_begins(sentence, i + 1, "salarie") || token_begins(sentence, i + 1, "employe"));
}

/* How many tokens from `i` spell a number; 0: none. */
static size_t spelt_at(const Sentence *sentence, size_t i, double *out) {
    double total = 0, current = 0;
    size_t taken = 0;
    *out = 1;
    if (is_first(sentence, i)) return 1;
    for (size_t k = i; k < sentence->count; k++) {
        const Token *token = &sentence->tokens[k];
        if (token->kind == TOKEN_SIGN && strcmp(token->text, "-") == 0 && taken && k + 1 < sentence->count &&
            sentence->tokens[k + 1].kind == TOKEN_WORD && spelt_unit(sentence->tokens[k + 1].text) > 0)
            continue;
        bool and = taken && token_is(sentence, k, "et") &&
                   (token_is(sentence, k + 1, "un") || token_is(sentence, k + 1, "une") || token_is(sentence, k + 1, "onze"));
        if (and&&(long)current % 100 >= 20) continue;
        double value = token->kind == TOKEN_WORD ? spelt_unit(token->text) : 0;
        if (value <= 0) break;
        spell(value, &total, &current);
        taken = k - i + 1;
    }
    *out = total + current;
    return taken;
}

typedef struct Magnitude {
    const char *word;
    double factor;
    bool money;       /* it says euros by itself */
    bool before_sign; /* it counts only before € */
} Magnitude;

static const Magnitude magnitudes[] = {
    {"k", 1e3, false, false},        {"ke", 1e3, false, false},       {"keuros", 1e3, true, false},
    {"keur", 1e3, true, false},      {"m", 1e6, false, true},         {"meuros", 1e6, true, false},
    {"meur", 1e6, true, false},      {"md", 1e9, false, false},       {"mds", 1e9, false, false},
    {"mille", 1e3, false, false},    {"milliers", 1e3, false, false}, {"million", 1e6, false, false},
    {"millions", 1e6, false, false}, {"milliard", 1e9, false, false}, {"milliards", 1e9, false, false}};

/* Where a plain figure is followed by another word of its magnitude: « k€ », « M€ », « mille », « millions d’euros ». The tokens
 * that it takes. */
static size_t multiplier_at(const Sentence *sentence, size_t i, double *factor, bool *money) {
    bool sign = token_is(sentence, i + 1, "€");
    *factor = 1;
    *money = token_is(sentence, i, "€");
    if (*money) return 1;
    for (size_t k = 0; k < sizeof magnitudes / sizeof *magnitudes; k++) {
        const Magnitude *magnitude = &magnitudes[k];
        if (!token_is(sentence, i, magnitude->word) || (magnitude->before_sign && !sign)) continue;
        *factor = magnitude->factor;
        *money = sign || magnitude->money;
        return sign ? 2 : 1;
    }
    return 0;
}

static bool join_figures(Sentence *sentence) {
    size_t kept = 0;
    for (size_t i = 0; i < sentence->count;) {
        Token token = sentence->tokens[i];
        size_t taken = 1;
        double number = 0, factor;
        if (token.kind == TOKEN_WORD && (taken = spelt_at(sentence, i, &number)) > 0) {
            token.kind = TOKEN_NUMBER;
            token.spelt = true;
            token.number = number;
        }
        if (taken == 0) taken = 1;
        if (token.kind == TOKEN_NUMBER) {
            taken += multiplier_at(sentence, i + taken, &factor, &token.money);
            token.number *= factor;
        }
        token.end = sentence->tokens[i + taken - 1].end;
        sentence->tokens[kept++] = token;
        i += taken;
    }
    sentence->count = kept;
    return true;
}

bool sentence_read(Arena *arena, const char *bytes, Sentence *out) {
    bytes = markup_removed(arena, bytes);
    if (!bytes) return false;
    size_t length = strlen(bytes);
    *out = (Sentence){.bytes = bytes, .tokens = arena_array(arena, length + 1, sizeof *out->tokens)};
    if (!out->tokens) return false;
    out->count = read_tokens(bytes, length, out->tokens);
    return join_figures(out);
}
