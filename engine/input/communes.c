/* Names are folded, « st » and « ste » written out, what a post office adds taken away. They are sorted by hash: twelve bytes a
 * commune are enough, since the table itself has the names. */
#include "input/communes.h"

#include "base/sort.h"
#include "base/text.h"
#include <string.h>

#define COMMUNE_NAME_MAX 128

typedef struct NamedCommune {
    uint32_t hash;
    char code[6];
} NamedCommune;

struct CommuneNames {
    const Territory *territory;
    NamedCommune *items;
    size_t count, capacity;
};

typedef struct TownName {
    char text[COMMUNE_NAME_MAX];
    size_t length;
} TownName;

static bool word_is(const char *word, size_t length, const char *wanted) {
    return strlen(wanted) == length && memcmp(word, wanted, length) == 0;
}

/* « 3 », « 3e », « 3eme », « 1er »: the district of a large town. */
static bool is_district(const char *word, size_t length) {
    static const char *const endings[] = {"", "e", "er", "eme", "ieme", "ere"};
    size_t digits = 0;
    while (digits < length && word[digits] >= '0' && word[digits] <= '9') digits++;
    if (digits == 0 || digits > 2) return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (word_is(word + digits, length - digits, endings[i])) return true;
    return false;
}

static const char *written_out(const char *word, size_t length) {
    static const char *const shorts[][2] = {{"st", "saint"}, {"ste", "sainte"}, {"s", "sur"}};
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
        if (word_is(word, length, shorts[i][0])) return shorts[i][1];
    return NULL;
}

static void add_word(TownName *town, const char *word, size_t length) {
    if (town->length + length + 2 > sizeof town->text) return;
    if (town->length) town->text[town->length++] = ' ';
    memcpy(town->text + town->length, word, length);
    town->length += length;
}

static TownName fold_town(const char *name, size_t length) {
    TownName town = {.length = 0};
    char plain[COMMUNE_NAME_MAX], folded[COMMUNE_NAME_MAX];
    if (length >= sizeof plain || memchr(name, '\0', length)) return town;
    for (size_t i = 0; i < length; i++) plain[i] = strchr("/.,()", name[i]) ? ' ' : name[i];
    plain[length] = '\0';
    size_t size = text_fold(folded, sizeof folded, plain);
    for (size_t at = 0; at < size;) {
        const char *word = folded + at, *space = memchr(word, ' ', size - at);
        size_t letters = space ? (size_t)(space - word) : size - at;
        at += letters + 1;
        if (word_is(word, letters, "cedex") || word_is(word, letters, "arrondissement")) continue;
        if (town.length && is_district(word, letters)) continue;
        const char *out = written_out(word, letters);
        if (out) add_word(&town, out, strlen(out));
        else add_word(&town, word, letters);
    }
    return town;
}

static uint32_t hash(const TownName *town) {
    uint32_t value = 2166136261u;
    for (size_t i = 0; i < town->length; i++) value = (value ^ (unsigned char)town->text[i]) * 16777619u;
    return value;
}

static int by_hash(const void *a, const void *b) {
    const NamedCommune *one = a, *other = b;
    if (one->hash != other->hash) return one->hash < other->hash ? -1 : 1;
    return memcmp(one->code, other->code, sizeof one->code);
}

static bool add_row(CommuneNames *names, Arena *arena, const TableRow *row) {
    bool present = row->fields[0].length == 5 && row->fields[1].length > 1 && !table_field_is(row->fields[2], "=") &&
                   !table_field_is(row->fields[2], "+");
    if (!present) return true;
    NamedCommune *items = arena_grow(arena, names->items, names->count, &names->capacity, sizeof *items);
    if (!items) return false;
    names->items = items;
    TownName town = fold_town(row->fields[1].bytes, row->fields[1].length);
    NamedCommune *item = &items[names->count++];
    item->hash = hash(&town);
    memcpy(item->code, row->fields[0].bytes, 5);
    return true;
}

CommuneNames *communes_new(Arena *arena, const Territory *territory, bool *lost) {
    TableRow row;
    size_t at = 0;
    CommuneNames *names = arena_new(arena, sizeof *names);
    *lost = false;
    if (!names) return NULL;
    names->territory = territory;
    while (territory->tables && tables_next(territory->tables, TABLE_COMMUNES, &at, &row))
        if (!add_row(names, arena, &row)) return NULL;
    *lost = names->count == 0;
    if (*lost) return NULL;
    return sort_stable(arena, names->items, names->count, sizeof *names->items, by_hash) == STATUS_OK ? names : NULL;
}

static bool bears(const CommuneNames *names, const NamedCommune *item, const TownName *town, CommuneFound *found) {
    if (territory_commune(names->territory, item->code, 5, found) != STATUS_OK) return false;
    TownName other = fold_town(found->name.bytes, found->name.length);
    return other.length == town->length && memcmp(other.text, town->text, town->length) == 0;
}

static bool agrees(const CommuneNames *names, const NamedCommune *item, const CommuneFound *found, const CommuneHints *hints) {
    const Territory *territory = names->territory;
    int departement = territory_departement_of_commune(territory, item->code, 5);
    if (departement < 0) return false;
    const Departement *known = &territory->departements[departement];
    if (hints->departement && strcmp(known->code, hints->departement) != 0) return false;
    if (hints->region && (known->region < 0 || strcmp(territory->regions[known->region].code, hints->region) != 0)) return false;
    return !hints->postal || table_lists(found->postal_codes, (TableField){hints->postal, strlen(hints->postal)});
}

static void note(CommunesFound *found, const char *code) {
    if (found->count < 4) memcpy(found->codes[found->count], code, 6);
    found->count++;
}

CommunesFound communes_find(const CommuneNames *names, const char *name, size_t length, const CommuneHints *hints) {
    CommunesFound all = {.count = 0}, agreeing = {.agree = true};
    TownName town = fold_town(name, length);
    uint32_t wanted = hash(&town);
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names->items[middle].hash < wanted) low = middle + 1;
        else high = middle;
    }
    for (; town.length && low < names->count && names->items[low].hash == wanted; low++) {
        CommuneFound found;
        const NamedCommune *item = &names->items[low];
        if (!bears(names, item, &town, &found)) continue;
        note(&all, item->code);
        if (agrees(names, item, &found, hints)) note(&agreeing, item->code);
    }
    return agreeing.count ? agreeing : all;
}
