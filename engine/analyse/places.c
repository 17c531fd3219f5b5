/* The longest name wins, so that « Pays de la Loire » names no departement. */
#include "analyse/places.h"

#include "analyse/sentence.h"
#include <string.h>

typedef struct ShortName {
    const char *name, *code;
} ShortName;

static const ShortName short_names[] = {{"paca", "93"},    {"region sud", "93"},  {"aura", "84"},         {"idf", "11"},
                                        {"bfc", "27"},     {"hdf", "32"},         {"cvl", "24"},          {"pdl", "52"},
                                        {"reunion", "04"}, {"rhone alpes", "84"}, {"region centre", "24"}};

bool places_init(Arena *arena, const Territory *territory, PlacesNamed *out) {
    *out = (PlacesNamed){.regions = arena_array(arena, territory->region_count + 1, sizeof(bool)),
                         .departements = arena_array(arena, territory->departement_count + 1, sizeof(bool))};
    return out->regions && out->departements;
}

/* How many tokens from `i` the folded `name` takes; 0: it does not stand there. */
static size_t name_at(const Sentence *sentence, size_t i, const char *name) {
    size_t k = i;
    for (const char *at = name; *at;) {
        size_t length = strcspn(at, " ");
        if (k > i && token_is(sentence, k, "-")) k++;
        if (k >= sentence->count || sentence->tokens[k].kind != TOKEN_WORD) return 0;
        const char *word = sentence->tokens[k].text;
        size_t shown = strlen(word);
        bool cut = shown == TOKEN_BYTES - 1 && length > shown;
        if ((!cut && shown != length) || memcmp(word, at, shown < length ? shown : length) != 0) return 0;
        k++;
        at += length + (at[length] == ' ');
    }
    return k - i;
}

typedef struct Longest {
    size_t tokens;
    int region, departement;
} Longest;

static void consider(Longest *longest, size_t tokens, int region, int departement) {
    if (tokens <= longest->tokens) return;
    *longest = (Longest){tokens, region, departement};
}

static Longest longest_at(const Territory *territory, const Sentence *sentence, size_t i) {
    Longest longest = {0, -1, -1};
    for (size_t r = 0; r < territory->region_count; r++)
        consider(&longest, name_at(sentence, i, territory->regions[r].folded), (int)r, -1);
    for (size_t s = 0; s < sizeof short_names / sizeof *short_names; s++) {
        size_t tokens = name_at(sentence, i, short_names[s].name);
        if (tokens) consider(&longest, tokens, territory_region(territory, short_names[s].code, 2, false), -1);
    }
    bool capital = i < sentence->count && sentence->tokens[i].capital;
    for (size_t d = 0; d < territory->departement_count && capital; d++)
        consider(&longest, name_at(sentence, i, territory->departements[d].folded), -1, (int)d);
    return longest;
}

static void read_count(const Sentence *sentence, size_t i, PlacesNamed *out) {
    if (sentence->tokens[i].kind != TOKEN_NUMBER) return;
    if (token_begins(sentence, i + 1, "region")) out->regions_counted = sentence->tokens[i].number;
    if (token_begins(sentence, i + 1, "departement")) out->departements_counted = sentence->tokens[i].number;
}

bool places_read(Arena *arena, const Territory *territory, const char *bytes, PlacesNamed *out) {
    Sentence sentence;
    if (!sentence_read(arena, bytes, &sentence)) return false;
    for (size_t i = 0; i < sentence.count;) {
        Longest longest = longest_at(territory, &sentence, i);
        read_count(&sentence, i, out);
        if (longest.region >= 0 && !out->regions[longest.region]) out->region_count++, out->regions[longest.region] = true;
        if (longest.departement >= 0 && !out->departements[longest.departement])
            out->departement_count++, out->departements[longest.departement] = true;
        i += longest.tokens ? longest.tokens : 1;
    }
    return true;
}
