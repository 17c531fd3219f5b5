/* One open table of entries, emptied when its texts take too much room. Of what comes for the first time only a few bits are kept,
 * in a table of fixed size: dates and amounts that never come again would otherwise drive out everything else. What is known of a
 * fact is itself recalled, as a number: keys are made of these, and short. */
#include "explain/recall.h"

#include "base/checksum.h"

#include <string.h>

#define SLOT_BYTES 192u   /* of the room for texts and keys, for each slot: a text and its key take twice as much */
#define SLOTS_LEAST 1024u /* a power of two, as all numbers of slots */

#define NOT_LOOKED UINT32_MAX /* at a fact of this structure */
#define CHOICE_BITS 30
#define CHOICES (UINT32_C(1) << CHOICE_BITS) /* a number that is made of the choices of a fact */

typedef struct Entry {
    const void *said;
    size_t length; /* of the key */
    unsigned char key[];
} Entry;

/* The hash stands beside, so that an entry is looked at only when it is most likely the one. */
typedef struct Slot {
    uint64_t hash;
    const Entry *entry; /* NULL: free */
} Slot;

struct Recall {
    const Memory *memory;
    Arena room;
    size_t room_max; /* bytes */
    size_t entries;
    size_t slot_count;
    Slot *slots;
    uint16_t *seen; /* as many as slots, by some bits of a hash: others, of the last that came */
    const Dossier *dossier;
    Arena lasting;               /* owns what follows */
    uint32_t *numbers, *origins; /* of the facts of the structure */
    bool *derived;               /* of each: may it be? */
};

static size_t slots_for(size_t room) {
    size_t count = SLOTS_LEAST;
    while (count * 2 * SLOT_BYTES <= room) count *= 2;
    return count;
}

Recall *recall_new(const Memory *memory, const Rulebook *rulebook, size_t room) {
    Recall *recall = memory_new(memory, sizeof *recall);
    if (!recall) return NULL;
    recall->memory = memory;
    recall->room_max = room;
    recall->slot_count = slots_for(room);
    arena_init(&recall->room, memory);
    arena_init(&recall->lasting, memory);
    recall->numbers = arena_array(&recall->lasting, rulebook->vocabulary.count + 1, sizeof *recall->numbers);
    recall->origins = arena_array(&recall->lasting, rulebook->vocabulary.count + 1, sizeof *recall->origins);
    recall->derived = arena_array(&recall->lasting, rulebook->vocabulary.count + 1, sizeof *recall->derived);
    recall->slots = arena_array(&recall->lasting, recall->slot_count, sizeof *recall->slots);
    recall->seen = arena_array(&recall->lasting, recall->slot_count, sizeof *recall->seen);
    if (recall->lasting.failed) {
        recall_free(recall);
        return NULL;
    }
    for (size_t i = 0; i < rulebook->derivation_count; i++) recall->derived[rulebook->derivations[i].fact] = true;
    return recall;
}

void recall_free(Recall *recall) {
    if (!recall) return;
    arena_clear(&recall->lasting);
    arena_clear(&recall->room);
    memory_free(recall->memory, recall, sizeof *recall);
}

static void forget_all(Recall *recall) {
    arena_clear(&recall->room);
    memset(recall->slots, 0, recall->slot_count * sizeof *recall->slots);
    recall->entries = 0;
}

/* Three slots of four: what is looked for is then found next to where it should be. */
static bool crowded(const Recall *recall) {
    return recall->entries > recall->slot_count / 4 * 3;
}

static bool full(const Recall *recall) {
    return recall->entries == recall->slot_count - 1;
}

void recall_turn(Recall *recall, const Dossier *dossier) {
    if (recall->room.total > recall->room_max || crowded(recall) || recall->room.failed) forget_all(recall);
    recall->dossier = dossier;
    memset(recall->numbers, 0xFF, dossier->rulebook->vocabulary.count * sizeof *recall->numbers);
    memset(recall->origins, 0xFF, dossier->rulebook->vocabulary.count * sizeof *recall->origins);
}

/* ---- Keys */

static void add(RecallKey *key, const void *bytes, size_t length) {
    if (length > RECALL_KEY_MAX || key->length > RECALL_KEY_MAX - length) {
        key->length = RECALL_KEY_MAX + 1;
        return;
    }
    memcpy(key->bytes + key->length, bytes, length);
    key->length += length;
}

void recall_number(RecallKey *key, uint64_t number) {
    add(key, &number, sizeof number);
}

void recall_begin(RecallKey *key, Recall *recall, RecallKind kind, uint64_t subject) {
    key->recall = recall;
    key->wanted = false;
    key->length = 0;
    recall_number(key, (uint64_t)kind << 56 | subject);
}

void recall_text(RecallKey *key, const char *text) {
    add(key, text ? text : "\xFF", text ? strlen(text) + 1 : 2); /* no text begins with that byte */
}

static void add_value(RecallKey *key, const Value *value) {
    if (value->shape == SHAPE_TEXT) recall_text(key, value->text);
    if (value->shape == SHAPE_SPAN) add(key, &value->span, sizeof value->span);
    if (value->shape != SHAPE_CANDIDATES && value->shape != SHAPE_SET) return;
    add(key, value->possible, value->words * sizeof *value->possible);
    if (value->shape == SHAPE_SET) add(key, value->sure, value->words * sizeof *value->sure);
}

/* The form says more beside its category. */
static void add_fact(RecallKey *key, int fact) {
    const Recall *recall = key->recall;
    const FactSet *facts = recall->dossier->facts;
    const LegalCategories *legal = &recall->dossier->rulebook->vocabulary.legal;
    add_value(key, &facts->values[fact]);
    if (recall->derived[fact]) add_value(key, &recall->dossier->values[fact]);
    if (fact == legal->form && legal->category >= 0) recall_text(key, facts->values[legal->category].text);
    const unsigned char imposed = facts->origins[fact].imposed;
    add(key, &imposed, 1);
}

static void add_origin(RecallKey *key, int fact) {
    const Origin *origin = &key->recall->dossier->facts->origins[fact];
    const unsigned char how = (unsigned char)(origin->asked | origin->given << 1 | (origin->written != NULL) << 2);
    add(key, &how, 1);
    recall_text(key, origin->source);
    recall_text(key, origin->date);
}

/* ---- What was said */

/* The slot of the key, or the free one where it would stand. */
static Slot *slot_of(const RecallKey *key) {
    Recall *recall = key->recall;
    const size_t mask = recall->slot_count - 1;
    size_t at = (size_t)key->hash & mask;
    for (;; at = (at + 1) & mask) {
        const Slot *slot = &recall->slots[at];
        const Entry *entry = slot->entry;
        if (!entry) break;
        if (slot->hash != key->hash || entry->length != key->length) continue;
        if (memcmp(entry->key, key->bytes, entry->length) == 0) break;
    }
    return &recall->slots[at];
}

const void *recall_find(RecallKey *key) {
    Recall *recall = key->recall;
    if (recall->dossier->facts->dispute_count > 0 || key->length > RECALL_KEY_MAX) return NULL;
    key->hash = checksum_of((const char *)key->bytes, key->length);
    const Entry *entry = slot_of(key)->entry;
    if (entry) return entry->said;
    uint16_t *seen = &recall->seen[(size_t)(key->hash >> 32) & (recall->slot_count - 1)], mark = (uint16_t)(key->hash >> 48 | 1);
    key->wanted = *seen == mark && !full(recall);
    *seen = mark;
    return NULL;
}

Arena *recall_room(Recall *recall) {
    return &recall->room;
}

void recall_keep(const RecallKey *key, const void *said) {
    Recall *recall = key->recall;
    Entry *entry = arena_bytes(&recall->room, sizeof *entry + key->length);
    if (!entry || !said || recall->room.failed || full(recall)) return;
    *entry = (Entry){.said = said, .length = key->length};
    memcpy(entry->key, key->bytes, key->length);
    Slot *slot = slot_of(key);
    recall->entries += !slot->entry;
    *slot = (Slot){.hash = key->hash, .entry = entry};
}

/* ---- Facts */

/* `few` different ones have a number at once; days and amounts are countless. */
static uint32_t number_of(RecallKey *key, bool few) {
    Recall *recall = key->recall;
    const uint32_t *kept = recall_find(key);
    if (kept) return *kept;
    if (recall->dossier->facts->dispute_count > 0 || key->length > RECALL_KEY_MAX) return RECALL_FRESH;
    if ((!few && !recall_wanted(key)) || full(recall)) return RECALL_FRESH;
    uint32_t *number = arena_new(&recall->room, sizeof *number);
    if (!number) return RECALL_FRESH;
    *number = RECALL_FRESH + 1 + (uint32_t)recall->entries;
    recall_keep(key, number);
    return *number;
}

/* One choice of few needs no table. */
static bool few_choices(const Recall *recall, int fact) {
    const Dossier *dossier = recall->dossier;
    const Fact *known = dossier_fact(dossier, fact);
    return known->shape == SHAPE_CANDIDATES && known->choice_count < CHOICE_BITS && !recall->derived[fact] &&
           fact != dossier->rulebook->vocabulary.legal.form && !dossier->facts->origins[fact].imposed &&
           dossier->facts->dispute_count == 0;
}

uint32_t recall_fact(Recall *recall, int fact) {
    uint32_t *number = &recall->numbers[fact];
    if (*number != NOT_LOOKED) return *number;
    if (few_choices(recall, fact)) return *number = CHOICES | (uint32_t)recall->dossier->facts->values[fact].possible[0];
    RecallKey key;
    recall_begin(&key, recall, RECALL_FACT, (uint64_t)fact);
    add_fact(&key, fact);
    return *number = number_of(&key, recall->dossier->values[fact].shape != SHAPE_SPAN);
}

uint32_t recall_origin(Recall *recall, int fact) {
    uint32_t *number = &recall->origins[fact];
    if (*number != NOT_LOOKED) return *number;
    RecallKey key;
    recall_begin(&key, recall, RECALL_ORIGIN, (uint64_t)fact);
    add_origin(&key, fact);
    return *number = number_of(&key, false);
}
