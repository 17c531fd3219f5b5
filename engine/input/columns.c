/* Titles are compared in a folded form, looked up by hash: a head of a file is tried under several separators and lines, which asks
 * for thousands of titles. Only what is not found is compared with all names for the nearest. */
#include "input/columns.h"

#include "base/utf8.h"
#include <string.h>

#define NEAR_MIN 4 /* letters of a title below which everything is near to something */

typedef struct TitleName {
    const char *folded, *shown;
    int fact;
    bool is_name; /* the fact's own */
} TitleName;

struct TitleTable {
    const Vocabulary *vocabulary;
    TitleName *items;
    size_t count, capacity;
    uint32_t *slots; /* places in `items` by hash, from 1 */
    size_t slot_count;
    const char *ambiguous;
};

typedef struct FoldedTitle {
    char text[TITLE_MAX];
    size_t length;
    int exponent;
} FoldedTitle;

/* « salarié·e·s », « salarié(e)s », « directeur.rice.s »: the endings that only widen a word, as the plain plural or nothing. */
static size_t inclusive_ending(const char *bytes, size_t length, const char **plain) {
    static const struct {
        const char *ending, *plain;
    } endings[] = {{"·e·s", "s"}, {"·es", "s"}, {"·e", ""},    {"·s", "s"},   {"(e)s", "s"}, {"(es)", "s"},
                   {"(e)", ""},   {"(s)", "s"}, {".e.s", "s"}, {"-e-s", "s"}, {"•e•s", "s"}, {"\u2027e\u2027s", "s"}};
    bool may = *bytes == '(' || *bytes == '.' || *bytes == '-' || (unsigned char)*bytes >= 0x80;
    for (size_t i = 0; may && i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i].ending);
        if (length < size || memcmp(bytes, endings[i].ending, size) != 0) continue;
        *plain = endings[i].plain;
        return size;
    }
    return 0;
}

/* Punctuation as spaces. */
static void without_punctuation(const char *bytes, size_t length, char out[TITLE_MAX]) {
    size_t written = 0;
    for (size_t at = 0; at < length && written + 5 < TITLE_MAX;) {
        const char *plain = NULL;
        size_t ending = inclusive_ending(bytes + at, length - at, &plain);
        if (ending) {
            if (*plain) out[written++] = *plain;
            at += ending;
            continue;
        }
        size_t size = utf8_character(bytes + at, length - at);
        bool mark = size == 1 && strchr("()[]{}.,;:/\\*?!\"&+=<>|#_%", bytes[at]);
        bool quote = size == 2 && (memcmp(bytes + at, "«", 2) == 0 || memcmp(bytes + at, "»", 2) == 0 ||
                                   memcmp(bytes + at, "°", 2) == 0 || memcmp(bytes + at, "º", 2) == 0);
        if (size == 0 || bytes[at] == '\0' || mark || quote) {
            out[written++] = ' ';
            at += size ? size : 1;
            continue;
        }
        memcpy(out + written, bytes + at, size);
        written += size;
        at += size;
    }
    out[written] = '\0';
}

static bool is_year(const char *word, size_t length) {
    if (length != 4 || (memcmp(word, "19", 2) != 0 && memcmp(word, "20", 2) != 0)) return false;
    return word[2] >= '0' && word[2] <= '9' && word[3] >= '0' && word[3] <= '9';
}

/* The words that tell in what an amount is counted; `exponent` is then set. */
static bool is_unit(const char *word, size_t length, int *exponent) {
    static const struct {
        const char *word;
        int exponent;
    } units[] = {{"€", 0},    {"euros", 0},  {"euro", 0},     {"eur", 0}, {"k€", 3},     {"ke", 3},
                 {"keur", 3}, {"keuros", 3}, {"milliers", 3}, {"m€", 6},  {"meuros", 6}, {"millions", 6}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strlen(units[i].word) != length || memcmp(units[i].word, word, length) != 0) continue;
        if (units[i].exponent) *exponent = units[i].exponent;
        return true;
    }
    return false;
}

/* « au 31/12/2024 » says when, as the year does. */
static bool is_of_date(const char *word, size_t length) {
    if (length > 2) return false;
    return memcmp(word, "au", length) == 0 || (word[0] >= '0' && word[0] <= '9');
}

static bool has_year(const char *folded, size_t length) {
    for (size_t at = 0; at + 4 <= length; at++) {
        bool starts = at == 0 || folded[at - 1] == ' ', ends = at + 4 == length || folded[at + 4] == ' ';
        if (starts && ends && is_year(folded + at, 4)) return true;
    }
    return false;
}

/* Keeps the words that say what the column holds: not the year, not the unit of an amount (« en milliers d’euros »). */
static FoldedTitle fold_title(const char *bytes, size_t length) {
    FoldedTitle title = {.exponent = 0};
    char plain[TITLE_MAX], folded[TITLE_MAX];
    without_punctuation(bytes, length, plain);
    size_t all = text_fold(folded, sizeof folded, plain);
    bool unit = false, dated = has_year(folded, all);
    for (size_t at = 0; at < all;) {
        const char *word = folded + at, *space = memchr(word, ' ', all - at);
        size_t size = space ? (size_t)(space - word) : all - at;
        at += size + 1;
        bool of_unit = is_unit(word, size, &title.exponent);
        bool linking = unit && size == 1 && *word == 'd';
        unit = of_unit || linking;
        if (of_unit || linking || is_year(word, size) || (dated && is_of_date(word, size))) continue;
        if (size > 3 && word[size - 1] == 's') size--; /* the plural says no more */
        if (title.length) title.text[title.length++] = ' ';
        memcpy(title.text + title.length, word, size);
        title.length += size;
    }
    if (title.length > 3 && memcmp(title.text + title.length - 3, " en", 3) == 0) title.length -= 3;
    title.text[title.length] = '\0';
    return title;
}

static size_t hash(const char *text, size_t length) {
    uint64_t value = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++) value = (value ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return (size_t)(value ^ value >> 32);
}

/* The slot of a folded title: empty when nothing is called so. */
static uint32_t *slot_of(const TitleTable *titles, const char *folded, size_t length) {
    size_t mask = titles->slot_count - 1, at = hash(folded, length) & mask;
    while (titles->slots[at] && strcmp(titles->items[titles->slots[at] - 1].folded, folded) != 0) at = (at + 1) & mask;
    return &titles->slots[at];
}

static bool add_name(TitleTable *titles, Arena *arena, int fact, const char *name, bool is_name) {
    if (!name) return true;
    FoldedTitle folded = fold_title(name, strlen(name));
    TitleName *items = arena_grow(arena, titles->items, titles->count, &titles->capacity, sizeof *items);
    if (!items) return false;
    titles->items = items;
    TitleName *added = &items[titles->count++];
    *added = (TitleName){.folded = arena_text(arena, folded.text, folded.length), .shown = name, .fact = fact, .is_name = is_name};
    return added->folded != NULL;
}

static bool add_fact(TitleTable *titles, Arena *arena, int number) {
    const Fact *fact = &titles->vocabulary->facts[number];
    if (fact->hidden) return true;
    if (!add_name(titles, arena, number, fact->name, true) || !add_name(titles, arena, number, fact->label, false)) return false;
    for (const char *const *synonym = fact->synonyms; synonym && *synonym; synonym++)
        if (!add_name(titles, arena, number, *synonym, false)) return false;
    return true;
}

/* Names of facts first: they keep their meaning whatever the synonyms of others. */
static void index_names(TitleTable *titles, bool of_facts) {
    for (size_t i = 0; i < titles->count; i++) {
        const TitleName *name = &titles->items[i];
        if (name->is_name != of_facts || !*name->folded) continue;
        uint32_t *slot = slot_of(titles, name->folded, strlen(name->folded));
        if (*slot == 0) *slot = (uint32_t)(i + 1);
        else if (titles->items[*slot - 1].fact != name->fact) titles->ambiguous = name->shown;
    }
}

TitleTable *titles_new(Arena *arena, const Vocabulary *vocabulary) {
    TitleTable *titles = arena_new(arena, sizeof *titles);
    if (!titles) return NULL;
    titles->vocabulary = vocabulary;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!add_fact(titles, arena, (int)i)) return NULL;
    titles->slot_count = 64;
    while (titles->slot_count < titles->count * 2) titles->slot_count *= 2;
    titles->slots = arena_array(arena, titles->slot_count, sizeof *titles->slots);
    if (!titles->slots) return NULL;
    index_names(titles, true);
    index_names(titles, false);
    return titles;
}

const char *titles_ambiguous(const TitleTable *titles) {
    return titles->ambiguous;
}

static const TitleName *find_folded(const TitleTable *titles, const FoldedTitle *folded) {
    if (folded->length == 0) return NULL;
    uint32_t slot = *slot_of(titles, folded->text, folded->length);
    return slot ? &titles->items[slot - 1] : NULL;
}

int titles_find(const TitleTable *titles, const char *title, size_t length, int *exponent) {
    FoldedTitle folded = fold_title(title, length);
    const TitleName *found = find_folded(titles, &folded);
    *exponent = folded.exponent;
    if (!found || (folded.exponent && titles->vocabulary->facts[found->fact].type != FACT_EUROS)) return -1;
    return found->fact;
}

const char *titles_nearest(const TitleTable *titles, const char *title, size_t length, int *fact) {
    FoldedTitle folded = fold_title(title, length);
    if (folded.length < NEAR_MIN) return NULL;
    Nearest nearest;
    nearest_init(&nearest, folded.text);
    for (size_t i = 0; i < titles->count; i++) nearest_offer(&nearest, titles->items[i].folded);
    const char *found = nearest_get(&nearest);
    for (size_t i = 0; found && i < titles->count; i++) {
        if (titles->items[i].folded != found) continue;
        *fact = titles->items[i].fact;
        return titles->items[i].shown;
    }
    return NULL;
}

bool titles_alike(const char *a, size_t a_length, const char *b) {
    char plain[TITLE_MAX], one[TITLE_MAX], other[TITLE_MAX];
    without_punctuation(a, a_length, plain);
    text_fold(one, sizeof one, plain);
    without_punctuation(b, strlen(b), plain);
    text_fold(other, sizeof other, plain);
    return strcmp(one, other) == 0;
}

const Vocabulary *titles_vocabulary(const TitleTable *titles) {
    return titles->vocabulary;
}
