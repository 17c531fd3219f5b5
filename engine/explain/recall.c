/* One open table of entries, emptied when its texts take too much room. Of what comes for the first time only a few bits are kept,
 * in a table of fixed size: dates and amounts that never come again would otherwise drive out everything else. What is known of a
 * fact is itself recalled, as a number: keys are made of these, and short. */
#include "explain/recall.h"

#include "base/checksum.h"

#include <string.h>

#define ROOM_MAX ((size_t)10 << 20) /* bytes of texts and keys */
#define ENTRIES_MAX 24576u          /* of SLOTS */
#define SLOTS 32768u
#define SEEN 32768u

/* What is known of a fact, as a number: others follow. */
enum { FACT_UNASKED, FACT_NEW, FACT_UNKNOWN, FACT_NUMBERS };

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
    Slot slots[SLOTS];
    size_t entries;
    uint16_t seen[SEEN]; /* by some bits of a hash: others, of the last that came */
    const Block *block;
    size_t row;
    const FactSet *facts;
    bool disputed;
    size_t fact_count;
    uint32_t *numbers; /* of the facts of the row */
};

Recall *recall_new(const Memory *memory, const Vocabulary *vocabulary) {
    Recall *recall = memory_new(memory, sizeof *recall);
    if (!recall) return NULL;
    recall->memory = memory;
    arena_init(&recall->room, memory);
    recall->fact_count = vocabulary->count;
    recall->numbers = memory_new(memory, vocabulary->count * sizeof *recall->numbers);
    if (recall->numbers || vocabulary->count == 0) return recall;
    recall_free(recall);
    return NULL;
}

void recall_free(Recall *recall) {
    if (!recall) return;
    arena_clear(&recall->room);
    memory_free(recall->memory, recall->numbers, recall->fact_count * sizeof *recall->numbers);
    memory_free(recall->memory, recall, sizeof *recall);
}

static void forget_all(Recall *recall) {
    arena_clear(&recall->room);
    memset(recall->slots, 0, sizeof recall->slots);
    recall->entries = 0;
}

void recall_turn(Recall *recall, const Block *block, size_t row, const FactSet *facts) {
    if (recall->room.total > ROOM_MAX || recall->entries > ENTRIES_MAX || recall->room.failed) forget_all(recall);
    recall->block = block;
    recall->row = row;
    recall->facts = facts;
    recall->disputed = facts->dispute_count > 0;
    memset(recall->numbers, 0, recall->fact_count * sizeof *recall->numbers);
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

static void add_cell(RecallKey *key, const Column *column) {
    const Recall *recall = key->recall;
    const size_t row = recall->row, capacity = recall->block->capacity;
    if (column->shape == SHAPE_SPAN) {
        const double ends[] = {column->low[row], column->high[row]};
        add(key, ends, sizeof ends);
        return;
    }
    for (size_t w = 0; w < column->words; w++) {
        add(key, &column->possible[w * capacity + row], sizeof(uint64_t));
        if (column->shape == SHAPE_SET) add(key, &column->sure[w * capacity + row], sizeof(uint64_t));
    }
}

static void add_fact(RecallKey *key, int fact) {
    const Recall *recall = key->recall;
    const Origin *origin = &recall->facts->origins[fact];
    const Column *column = &recall->block->columns[fact];
    const LegalCategories *legal = &recall->block->vocabulary->legal;
    bool sourced = origin->source || origin->date, told = column->shape != SHAPE_TEXT && column->present;
    const unsigned char how =
        (unsigned char)(told | sourced << 1 | origin->asked << 2 | (fact == legal->form && origin->written) << 3 |
                        (told && column->imposed ? column->imposed[recall->row] << 4 : 0));
    add(key, &how, 1);
    if (told) add_cell(key, column);
    if (column->shape == SHAPE_TEXT) recall_text(key, recall->facts->values[fact].text);
    if (fact == legal->form && legal->category >= 0) recall_text(key, recall->facts->values[legal->category].text);
    if (!sourced) return;
    recall_text(key, origin->source);
    recall_text(key, origin->date);
}

/* Most facts of most structures. */
static bool unknown(const Recall *recall, int fact) {
    const Origin *origin = &recall->facts->origins[fact];
    const Column *column = &recall->block->columns[fact];
    return !column->present && column->shape != SHAPE_TEXT && fact != recall->block->vocabulary->legal.form &&
           !(origin->source || origin->date || origin->asked);
}

/* The number of what is known of a fact. Choices are few, so that they have one at once; days and amounts are countless. */
static uint32_t new_number(Recall *recall, int fact) {
    RecallKey key;
    if (recall->disputed) return FACT_NEW;
    if (unknown(recall, fact)) return FACT_UNKNOWN;
    recall_begin(&key, recall, RECALL_FACT, (uint64_t)fact);
    add_fact(&key, fact);
    const uint32_t *kept = recall_find(&key);
    if (kept) return *kept;
    const bool few = recall->block->columns[fact].shape != SHAPE_SPAN && key.length <= RECALL_KEY_MAX;
    if ((!few && !recall_wanted(&key)) || recall->entries == SLOTS - 1) return FACT_NEW;
    uint32_t *number = arena_new(&recall->room, sizeof *number);
    if (!number) return FACT_NEW;
    *number = FACT_NUMBERS + (uint32_t)recall->entries;
    recall_keep(&key, number);
    return *number;
}

static uint32_t number_of(Recall *recall, int fact) {
    uint32_t *number = &recall->numbers[fact];
    if (*number == FACT_UNASKED) *number = new_number(recall, fact);
    return *number;
}

void recall_facts(RecallKey *key, const Reach *reach) {
    for (size_t i = 0; i < reach->fact_count && key->length <= RECALL_KEY_MAX; i++) {
        const uint32_t number = number_of(key->recall, reach->facts[i]);
        if (number == FACT_NEW) key->length = RECALL_KEY_MAX + 1; /* nothing was said of it */
        else add(key, &number, sizeof number);
    }
}

/* ---- What was said */

/* The slot of the key, or the free one where it would stand. */
static Slot *slot_of(const RecallKey *key) {
    Recall *recall = key->recall;
    size_t at = (size_t)key->hash % SLOTS;
    for (;; at = (at + 1) % SLOTS) {
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
    if (recall->disputed || key->length > RECALL_KEY_MAX) return NULL;
    key->hash = checksum_of((const char *)key->bytes, key->length);
    const Entry *entry = slot_of(key)->entry;
    if (entry) return entry->said;
    uint16_t *seen = &recall->seen[(key->hash >> 32) % SEEN], mark = (uint16_t)(key->hash >> 48 | 1);
    key->wanted = *seen == mark && recall->entries < SLOTS - 1;
    *seen = mark;
    return NULL;
}

Arena *recall_room(Recall *recall) {
    return &recall->room;
}

void recall_keep(RecallKey *key, const void *said) {
    Recall *recall = key->recall;
    Entry *entry = arena_bytes(&recall->room, sizeof *entry + key->length);
    if (!entry || !said || recall->room.failed || recall->entries == SLOTS - 1) return;
    *entry = (Entry){.said = said, .length = key->length};
    memcpy(entry->key, key->bytes, key->length);
    Slot *slot = slot_of(key);
    recall->entries += !slot->entry;
    *slot = (Slot){.hash = key->hash, .entry = entry};
}
