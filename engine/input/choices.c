/* One hash table for all facts: thousands of rows ask for the same few hundred names. */
#include "input/choices.h"

#include "base/text.h"
#include <string.h>

#define NAME_MAX_BYTES 200 /* of a folded name; the longest synonym has some 60 */

typedef struct ChoiceName {
    int fact, choice;
    const char *folded;
} ChoiceName;

struct ChoiceTable {
    ChoiceName *items;
    size_t count, capacity;
    uint32_t *slots; /* places in `items`, from 1 */
    size_t slot_count;
};

static bool is_punctuation(char c) {
    return c == '.' || c == '(' || c == ')' || c == '"' || c == '/';
}

/* Lower case without accents, full stops and brackets as spaces. False: too long to be a name. */
static bool fold_name(const char *name, size_t length, char out[NAME_MAX_BYTES]) {
    char plain[NAME_MAX_BYTES];
    if (length >= sizeof plain || memchr(name, '\0', length)) return false;
    for (size_t i = 0; i < length; i++) plain[i] = is_punctuation(name[i]) ? ' ' : name[i];
    plain[length] = '\0';
    return text_fold(out, NAME_MAX_BYTES, plain) > 0;
}

static size_t hash(int fact, const char *text) {
    uint64_t value = UINT64_C(14695981039346656037) + (uint64_t)fact;
    for (; *text; text++) value = (value ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return (size_t)(value ^ value >> 32);
}

static uint32_t *slot_of(const ChoiceTable *choices, int fact, const char *folded) {
    size_t mask = choices->slot_count - 1, at = hash(fact, folded) & mask;
    for (; choices->slots[at]; at = (at + 1) & mask) {
        const ChoiceName *name = &choices->items[choices->slots[at] - 1];
        if (name->fact == fact && strcmp(name->folded, folded) == 0) break;
    }
    return &choices->slots[at];
}

static bool add(ChoiceTable *choices, Arena *arena, int fact, int choice, const char *name) {
    char folded[NAME_MAX_BYTES];
    if (!name || !fold_name(name, strlen(name), folded)) return true;
    ChoiceName *items = arena_grow(arena, choices->items, choices->count, &choices->capacity, sizeof *items);
    const char *copy = arena_copy(arena, folded);
    if (!items || !copy) return false;
    choices->items = items;
    items[choices->count++] = (ChoiceName){fact, choice, copy};
    return true;
}

static bool add_choice(ChoiceTable *choices, Arena *arena, int fact, int number, const Choice *choice) {
    if (!add(choices, arena, fact, number, choice->name) || !add(choices, arena, fact, number, choice->label)) return false;
    if (!add(choices, arena, fact, number, choice->plural)) return false;
    for (const char *const *synonym = choice->synonyms; synonym && *synonym; synonym++)
        if (!add(choices, arena, fact, number, *synonym)) return false;
    return true;
}

static bool add_fact(ChoiceTable *choices, Arena *arena, const Vocabulary *vocabulary, int number) {
    const Fact *fact = &vocabulary->facts[number];
    if (fact->type != FACT_ENUM && fact->type != FACT_SET) return true;
    for (size_t i = 0; i < fact->choice_count; i++)
        if (!add_choice(choices, arena, number, (int)i, &fact->choices[i])) return false;
    const Territory *territory = &vocabulary->territory;
    for (size_t i = 0; territory_is_of(vocabulary, fact) && i < territory->departement_count; i++)
        if (!add(choices, arena, number, (int)i, territory->departements[i].name)) return false;
    return true;
}

ChoiceTable *choices_new(Arena *arena, const Vocabulary *vocabulary) {
    ChoiceTable *choices = arena_new(arena, sizeof *choices);
    if (!choices) return NULL;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!add_fact(choices, arena, vocabulary, (int)i)) return NULL;
    choices->slot_count = 64;
    while (choices->slot_count < choices->count * 2) choices->slot_count *= 2;
    choices->slots = arena_array(arena, choices->slot_count, sizeof *choices->slots);
    if (!choices->slots) return NULL;
    for (size_t i = 0; i < choices->count; i++) {
        uint32_t *slot = slot_of(choices, choices->items[i].fact, choices->items[i].folded);
        if (*slot == 0) *slot = (uint32_t)(i + 1);
    }
    return choices;
}

int choices_find(const ChoiceTable *choices, int fact, const char *name, size_t length) {
    char folded[NAME_MAX_BYTES];
    if (!fold_name(name, length, folded)) return -1;
    uint32_t slot = *slot_of(choices, fact, folded);
    return slot ? choices->items[slot - 1].choice : -1;
}
