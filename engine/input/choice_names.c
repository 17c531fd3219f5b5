/* A hash table with free places. Of several factors that one is kept with which most names stand at their first place: then the
 * first look at the table is nearly always the last, and no branch depends on the name. */
#include "input/choice_names.h"

#define FACTORS_TRIED 32

static bool is_plain(const char *name) {
    for (; *name; name++)
        if (*name < ' ' || *name >= 0x7F || *name == '"' || *name == '\\') return false;
    return true;
}

/* Puts a choice at a free place. False: not at its first one. */
static bool put(ChoiceNames *names, const Fact *fact, int number) {
    const Choice *choice = &fact->choices[number];
    const size_t length = strlen(choice->name);
    if (length == 0 || length >= CHOICE_BYTES || !is_plain(choice->name)) return true;
    char marked[1 + CHOICE_BYTES] = "\"";
    memcpy(marked + 1, choice->name, length);
    marked[1 + length] = '"';
    const size_t first = choice_name_place(names, marked + 1, length);
    size_t at = first;
    while (names->places[at].bytes[0]) at = (at + 1) & names->mask;
    ChoiceName *name = &names->places[at];
    memcpy(name->bytes, marked + 1, sizeof name->bytes);
    name->choice = number;
    if (fact->words == 1) name->below = choice->below[0];
    for (int in = number; fact->words == 1 && in >= 0; in = fact->choices[in].parent) bits_put(&name->above, (size_t)in);
    return at == first;
}

/* How many names do not stand at their first place. */
static size_t put_all(ChoiceNames *names, const Fact *fact) {
    size_t displaced = 0;
    memset(names->places, 0, (names->mask + 1) * sizeof *names->places);
    for (size_t i = 0; i < fact->choice_count; i++) displaced += !put(names, fact, (int)i);
    return displaced;
}

bool choice_names_init(ChoiceNames *names, Arena *arena, const Fact *fact) {
    size_t places = 4, fewest = SIZE_MAX;
    uint64_t best = 0, factor = UINT64_C(0x9E3779B97F4A7C15);
    while (places < fact->choice_count * 2) places *= 2;
    *names = (ChoiceNames){.places = arena_array(arena, places, sizeof *names->places), .mask = places - 1};
    if (!names->places) return false;
    for (int tried = 0; tried < FACTORS_TRIED && fewest > 0; tried++, factor *= UINT64_C(0xD1342543DE82EF95)) {
        names->factor = factor;
        size_t displaced = put_all(names, fact);
        if (displaced < fewest) best = factor;
        if (displaced < fewest) fewest = displaced;
    }
    if (fewest == 0) return true;
    names->factor = best;
    put_all(names, fact);
    return true;
}
