/* The table of facts, with an open-addressing index by name: a fact file and ten thousand rule files look names up all the time.
 * Searching for the nearest name happens only when something is wrong, so it is a plain scan; it allocates nothing because the
 * vocabulary is shared by threads that only read it. */
#include "knowledge/vocabulary.h"

#include "base/text.h"
#include <string.h>

static const Shape shapes[] = {
    [FACT_TEXT] = SHAPE_TEXT,   [FACT_CODE] = SHAPE_TEXT,       [FACT_BOOLEAN] = SHAPE_CANDIDATES, [FACT_INTEGER] = SHAPE_SPAN,
    [FACT_NUMBER] = SHAPE_SPAN, [FACT_EUROS] = SHAPE_SPAN,      [FACT_DATE] = SHAPE_SPAN,          [FACT_SET] = SHAPE_SET,
    [FACT_PLACE] = SHAPE_TEXT,  [FACT_ENUM] = SHAPE_CANDIDATES,
};

void vocabulary_init(Vocabulary *vocabulary, Arena *arena) {
    *vocabulary = (Vocabulary){.arena = arena, .siege = -1, .needs = -1, .legal = {.category = -1, .form = -1}};
}

static size_t hash_name(const char *name, size_t length) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)name[i]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ (hash >> 32));
}

static bool same_name(const char *name, const char *bytes, size_t length) {
    return !memchr(bytes, '\0', length) && strncmp(name, bytes, length) == 0 && name[length] == '\0';
}

static void index_fact(Vocabulary *vocabulary, size_t number) {
    const char *name = vocabulary->facts[number].name;
    size_t mask = vocabulary->bucket_count - 1;
    size_t bucket = hash_name(name, strlen(name)) & mask;
    while (vocabulary->buckets[bucket]) bucket = (bucket + 1) & mask;
    vocabulary->buckets[bucket] = number + 1;
}

/* Keeps the index at most half full; its size is a power of two. */
static bool make_index_room(Vocabulary *vocabulary) {
    if ((vocabulary->count + 1) * 2 <= vocabulary->bucket_count) return true;
    size_t bucket_count = vocabulary->bucket_count ? vocabulary->bucket_count * 2 : 128;
    size_t *buckets = arena_array(vocabulary->arena, bucket_count, sizeof *buckets);
    if (!buckets) return false;
    vocabulary->buckets = buckets;
    vocabulary->bucket_count = bucket_count;
    for (size_t i = 0; i < vocabulary->count; i++) index_fact(vocabulary, i);
    return true;
}

static bool give_boolean_choices(Fact *fact, Arena *arena) {
    Choice *choices = arena_array(arena, 2, sizeof *choices);
    if (!choices) return false;
    choices[CHOICE_NON] = (Choice){.name = "non", .label = "non", .parent = -1};
    choices[CHOICE_OUI] = (Choice){.name = "oui", .label = "oui", .parent = -1};
    fact->choices = choices;
    fact->choice_count = 2;
    return fact_close_choices(fact, arena);
}

/* The territory fact is the one place with choices; its views carry a code as text. */
static Shape shape_of(const Fact *fact) {
    if (fact->type == FACT_PLACE && fact->level == PLACE_NONE) return SHAPE_CANDIDATES;
    return shapes[fact->type];
}

int vocabulary_add(Vocabulary *vocabulary, const Fact *fact) {
    Fact added = *fact;
    added.shape = shape_of(fact);
    if (added.type == FACT_BOOLEAN && !added.choices && !give_boolean_choices(&added, vocabulary->arena)) return -1;
    if (added.words == 0) added.words = bits_words(added.choice_count);
    if (!make_index_room(vocabulary)) return -1;
    Fact *facts = arena_grow(vocabulary->arena, vocabulary->facts, vocabulary->count, &vocabulary->capacity, sizeof *facts);
    if (!facts) return -1;
    vocabulary->facts = facts;
    size_t number = vocabulary->count++;
    facts[number] = added;
    index_fact(vocabulary, number);
    if (strcmp(added.name, "besoins") == 0) vocabulary->needs = (int)number;
    return (int)number;
}

int vocabulary_find(const Vocabulary *vocabulary, const char *name, size_t length) {
    if (vocabulary->bucket_count == 0) return -1;
    size_t mask = vocabulary->bucket_count - 1;
    for (size_t bucket = hash_name(name, length) & mask; vocabulary->buckets[bucket]; bucket = (bucket + 1) & mask) {
        size_t number = vocabulary->buckets[bucket] - 1;
        if (same_name(vocabulary->facts[number].name, name, length)) return (int)number;
    }
    return -1;
}

int vocabulary_request(const Vocabulary *vocabulary, const Fact *approval) {
    static const char asked[] = "_en_cours";
    const size_t length = strlen(approval->name);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const char *name = vocabulary->facts[i].name;
        if (strncmp(name, approval->name, length) == 0 && strcmp(name + length, asked) == 0) return (int)i;
    }
    return -1;
}

void nearest_init(Nearest *nearest, const char *name) {
    nearest->name = name;
    nearest->count = 0;
}

void nearest_offer(Nearest *nearest, const char *candidate) {
    if (!candidate) return;
    if (nearest->count == NEAREST_POOL) {
        const char *best = text_nearest(nearest->name, nearest->pool, nearest->count);
        nearest->count = 0;
        if (best) nearest->pool[nearest->count++] = best;
    }
    nearest->pool[nearest->count++] = candidate;
}

const char *nearest_get(const Nearest *nearest) {
    return nearest->count ? text_nearest(nearest->name, nearest->pool, nearest->count) : NULL;
}

static void offer_list(Nearest *nearest, const char *const *names) {
    for (; names && *names; names++) nearest_offer(nearest, *names);
}

static bool in_list(const char *const *names, const char *name) {
    for (; names && *names; names++)
        if (*names == name) return true;
    return false;
}

const char *vocabulary_nearest(const Vocabulary *vocabulary, const char *name) {
    Nearest nearest;
    nearest_init(&nearest, name);
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (vocabulary->facts[i].hidden) continue;
        nearest_offer(&nearest, vocabulary->facts[i].name);
        offer_list(&nearest, vocabulary->facts[i].synonyms);
    }
    const char *found = nearest_get(&nearest);
    for (size_t i = 0; found && i < vocabulary->count; i++)
        if (!vocabulary->facts[i].hidden && in_list(vocabulary->facts[i].synonyms, found)) return vocabulary->facts[i].name;
    return found;
}

int fact_choice(const Fact *fact, const char *name, size_t length) {
    for (size_t i = 0; i < fact->choice_count; i++)
        if (same_name(fact->choices[i].name, name, length)) return (int)i;
    return -1;
}

const char *fact_nearest_choice(const Fact *fact, const char *name) {
    Nearest nearest;
    nearest_init(&nearest, name);
    for (size_t i = 0; i < fact->choice_count; i++) {
        nearest_offer(&nearest, fact->choices[i].name);
        nearest_offer(&nearest, fact->choices[i].label);
        offer_list(&nearest, fact->choices[i].synonyms);
    }
    const char *found = nearest_get(&nearest);
    for (size_t i = 0; found && i < fact->choice_count; i++) {
        const Choice *choice = &fact->choices[i];
        if (choice->label == found || in_list(choice->synonyms, found)) return choice->name;
    }
    return found;
}

/* Parents come before their children, so one pass from the end carries each choice into all its ancestors. */
bool fact_close_choices(Fact *fact, Arena *arena) {
    fact->words = bits_words(fact->choice_count);
    uint64_t *bits = arena_array(arena, fact->choice_count * fact->words, sizeof *bits);
    if (!bits) return false;
    for (size_t i = 0; i < fact->choice_count; i++) fact->choices[i].below = bits + i * fact->words;
    for (size_t i = fact->choice_count; i-- > 0;) {
        Choice *choice = &fact->choices[i];
        bits_put(choice->below, i);
        for (size_t w = 0; choice->parent >= 0 && w < fact->words; w++) fact->choices[choice->parent].below[w] |= choice->below[w];
    }
    return true;
}

void fact_forget(const Fact *fact, Value *value) {
    value->shape = fact->shape;
    value->words = fact->words;
    value->text = NULL;
    value->span = (Span){.low = fact->minimum, .high = fact->maximum};
    bool has_bits = fact->shape == SHAPE_CANDIDATES || fact->shape == SHAPE_SET;
    for (size_t w = 0; has_bits && w < fact->words; w++) {
        size_t left = fact->choice_count - w * 64;
        value->possible[w] = left >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << left) - 1;
        if (fact->shape == SHAPE_SET) value->sure[w] = 0;
    }
}

bool fact_informed(const Fact *fact, const Value *value) {
    if (value->shape == SHAPE_TEXT) return value->text != NULL;
    if (value->shape == SHAPE_SPAN) return value->span.low > fact->minimum || value->span.high < fact->maximum;
    if (value->shape == SHAPE_SET && !bits_empty(value->sure, value->words)) return true;
    return bits_count(value->possible, value->words) < fact->choice_count;
}

bool fact_unknown(const Fact *fact, Arena *arena, Value *out) {
    Value value = {0};
    if (fact->shape == SHAPE_CANDIDATES || fact->shape == SHAPE_SET) {
        value.possible = arena_array(arena, fact->words, sizeof *value.possible);
        if (!value.possible) return false;
    }
    if (fact->shape == SHAPE_SET) {
        value.sure = arena_array(arena, fact->words, sizeof *value.sure);
        if (!value.sure) return false;
    }
    fact_forget(fact, &value);
    *out = value;
    return true;
}
