/* One open table of entries, emptied when its texts take too much room. Of what comes for the first time only a few bits are kept,
 * in a table of fixed size: dates and amounts that never come again would otherwise drive out everything else. */
#include "explain/recall.h"

#include "base/checksum.h"

#include <string.h>

#define ROOM_MAX ((size_t)4 << 20) /* bytes of texts and keys */
#define ENTRIES_MAX 12288u         /* of SLOTS */
#define SLOTS 16384u
#define SEEN 16384u
#define KEY_MAX 1024 /* bytes; what rests on more is not kept */

typedef struct Entry {
    uint64_t hash;
    const void *said;
    size_t length; /* of the key */
    unsigned char key[];
} Entry;

struct Recall {
    const Memory *memory;
    Arena room;
    Entry *slots[SLOTS];
    size_t entries;
    uint16_t seen[SEEN]; /* by some bits of a hash: others, of the last that came */
    const Block *block;
    size_t row;
    const FactSet *facts;
    bool disputed;
    unsigned char key[KEY_MAX];
    size_t length; /* KEY_MAX + 1: too long */
    uint64_t hash;
    bool wanted;
};

Recall *recall_new(const Memory *memory) {
    Recall *recall = memory_new(memory, sizeof *recall);
    if (!recall) return NULL;
    recall->memory = memory;
    arena_init(&recall->room, memory);
    return recall;
}

void recall_free(Recall *recall) {
    if (!recall) return;
    arena_clear(&recall->room);
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
}

/* ---- Keys */

static void add(Recall *recall, const void *bytes, size_t length) {
    if (length > KEY_MAX || recall->length > KEY_MAX - length) {
        recall->length = KEY_MAX + 1;
        return;
    }
    memcpy(recall->key + recall->length, bytes, length);
    recall->length += length;
}

void recall_number(Recall *recall, uint64_t number) {
    add(recall, &number, sizeof number);
}

void recall_begin(Recall *recall, RecallKind kind, uint64_t subject) {
    recall->length = 0;
    recall_number(recall, (uint64_t)kind << 56 | subject);
}

static void add_text(Recall *recall, const char *text) {
    add(recall, text ? text : "\xFF", text ? strlen(text) + 1 : 2); /* no text begins with that byte */
}

static void add_cell(Recall *recall, const Column *column) {
    const size_t row = recall->row, capacity = recall->block->capacity;
    if (column->shape == SHAPE_SPAN) {
        const double ends[] = {column->low[row], column->high[row]};
        add(recall, ends, sizeof ends);
        return;
    }
    for (size_t w = 0; w < column->words; w++) {
        add(recall, &column->possible[w * capacity + row], sizeof(uint64_t));
        if (column->shape == SHAPE_SET) add(recall, &column->sure[w * capacity + row], sizeof(uint64_t));
    }
}

static void add_fact(Recall *recall, int fact) {
    const Origin *origin = &recall->facts->origins[fact];
    const Column *column = &recall->block->columns[fact];
    const LegalCategories *legal = &recall->block->vocabulary->legal;
    bool sourced = origin->source || origin->date, told = column->shape != SHAPE_TEXT && column->present;
    const unsigned char how =
        (unsigned char)(told | sourced << 1 | origin->asked << 2 | (fact == legal->form && origin->written) << 3 |
                        (told && column->imposed ? column->imposed[recall->row] << 4 : 0));
    add(recall, &how, 1);
    if (told) add_cell(recall, column);
    if (column->shape == SHAPE_TEXT) add_text(recall, recall->facts->values[fact].text);
    if (fact == legal->form && legal->category >= 0) add_text(recall, recall->facts->values[legal->category].text);
    if (!sourced) return;
    add_text(recall, origin->source);
    add_text(recall, origin->date);
}

void recall_facts(Recall *recall, const Reach *reach) {
    for (size_t i = 0; i < reach->fact_count; i++) add_fact(recall, reach->facts[i]);
}

/* ---- What was said */

/* The slot of the key, or the free one where it would stand. */
static Entry **slot_of(Recall *recall) {
    size_t at = (size_t)recall->hash % SLOTS;
    for (;; at = (at + 1) % SLOTS) {
        const Entry *entry = recall->slots[at];
        if (!entry) break;
        bool same = entry->hash == recall->hash && entry->length == recall->length;
        if (same && memcmp(entry->key, recall->key, entry->length) == 0) break;
    }
    return &recall->slots[at];
}

const void *recall_find(Recall *recall) {
    recall->wanted = false;
    if (recall->disputed || recall->length > KEY_MAX) return NULL;
    recall->hash = checksum_of((const char *)recall->key, recall->length);
    const Entry *entry = *slot_of(recall);
    if (entry) return entry->said;
    uint16_t *seen = &recall->seen[(recall->hash >> 32) % SEEN], mark = (uint16_t)(recall->hash >> 48 | 1);
    recall->wanted = *seen == mark && recall->entries < SLOTS - 1;
    *seen = mark;
    return NULL;
}

bool recall_wanted(const Recall *recall) {
    return recall->wanted;
}

Arena *recall_room(Recall *recall) {
    return &recall->room;
}

void recall_keep(Recall *recall, const void *said) {
    Entry *entry = arena_bytes(&recall->room, sizeof *entry + recall->length);
    if (!entry || !said || recall->room.failed) return;
    *entry = (Entry){.hash = recall->hash, .said = said, .length = recall->length};
    memcpy(entry->key, recall->key, recall->length);
    *slot_of(recall) = entry;
    recall->entries++;
}
