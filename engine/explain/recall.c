/* One open table of entries, emptied when its texts take too much room. Of what comes for the first time only a few bits are kept,
 * in a table of fixed size: dates and amounts that never come again would otherwise drive out everything else. What is known of a
 * fact is itself recalled, as a number: keys are made of these, and short. */
#include "explain/recall.h"

#include "base/checksum.h"

#include <string.h>

#define SLOT_BYTES 192u   /* of the room for texts and keys, for each slot: a text and its key take twice as much */
#define SLOTS_LEAST 1024u /* a power of two, as all numbers of slots */

#define CACHE_LINE 64 /* bytes */

#define NOT_LOOKED UINT32_MAX /* at a fact of this structure */
#define SHORT_KEY 16          /* bytes */
#define CHOICE_BITS 30
#define CHOICES (UINT32_C(1) << CHOICE_BITS) /* a number that is made of the choices of a fact */

#define LONG_KEY (UINT64_C(0xFF) << 56) /* no kind is that many */

typedef struct Entry {
    const void *said;
    size_t length; /* of the key */
    unsigned char key[];
} Entry;

/* A short key stands there whole; of a long one its hash does, so that an entry is looked at only when it is most likely the one.
 */
typedef struct Slot {
    uint64_t key[2];
    const void *said; /* of a long key, the entry; NULL: free */
} Slot;

/* The numbers of a fact of the structure, looked for when they are wanted. */
typedef struct Known {
    uint32_t turn; /* for which they were */
    uint32_t number, origin;
} Known;

struct Recall {
    const Memory *memory;
    Arena room;
    size_t room_max; /* bytes */
    size_t entries;
    size_t slot_count;
    Slot *slots;
    uint16_t *seen; /* as many as slots, by some bits of a hash: others, of the last that came */
    const Dossier *dossier;
    Arena lasting; /* owns what follows */
    Known *known;  /* of each fact */
    uint32_t turn; /* of the structure */
    bool *derived; /* of each fact: may it be? */
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
    recall->known = arena_array(&recall->lasting, rulebook->vocabulary.count + 1, sizeof *recall->known);
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
    if (++recall->turn > 0) return;
    memset(recall->known, 0, dossier->rulebook->vocabulary.count * sizeof *recall->known);
    recall->turn = 1;
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
    memset(key->bytes, 0, SHORT_KEY);
    recall_number(key, (uint64_t)kind << 56 | subject);
}

void recall_text(RecallKey *key, const char *text) {
    add(key, text ? text : "\xFF", text ? strlen(text) + 1 : 2); /* no text begins with that byte */
}

static void add_words(RecallKey *key, const uint64_t *words, size_t count) {
    add(key, words, count * sizeof *words);
}

static bool exact_set(const Value *value) {
    return bits_equal(value->sure, value->possible, value->words);
}

/* What is known exactly may be told in half as many bytes, where their number shows it. */
static void add_value(RecallKey *key, const Value *value, bool half) {
    const Span *span = &value->span;
    if (value->shape == SHAPE_TEXT) recall_text(key, value->text);
    if (value->shape == SHAPE_SPAN) add(key, span, half && span->low == span->high ? sizeof span->low : sizeof *span);
    if (value->shape != SHAPE_CANDIDATES && value->shape != SHAPE_SET) return;
    add_words(key, value->possible, value->words);
    if (value->shape == SHAPE_SET && !(half && exact_set(value))) add_words(key, value->sure, value->words);
}

/* The form says more beside its category. */
static void add_fact(RecallKey *key, int fact) {
    const Recall *recall = key->recall;
    const FactSet *facts = recall->dossier->facts;
    const LegalCategories *legal = &recall->dossier->rulebook->vocabulary.legal;
    const bool derived = recall->derived[fact] && !(facts->values[fact].shape == SHAPE_SPAN &&
                                                    value_equal(&facts->values[fact], &recall->dossier->values[fact]));
    add_value(key, &facts->values[fact], !derived);
    if (derived) add_value(key, &recall->dossier->values[fact], false);
    if (fact == legal->form && legal->category >= 0) recall_text(key, facts->values[legal->category].text);
}

static void add_origin(RecallKey *key, int fact) {
    const Origin *origin = &key->recall->dossier->facts->origins[fact];
    const unsigned char how = (unsigned char)(origin->asked | origin->given << 1 | (origin->written != NULL) << 2);
    add(key, &how, 1);
    recall_text(key, origin->source);
    recall_text(key, origin->date);
}

/* ---- What was said */

static bool is_short(const RecallKey *key) {
    return key->length <= SHORT_KEY;
}

static void write_slot_key(const RecallKey *key, uint64_t words[2]) {
    memcpy(words, key->bytes, SHORT_KEY);
    if (is_short(key)) return;
    words[0] = LONG_KEY | key->hash;
    words[1] = key->length;
}

static bool same_entry(const RecallKey *key, const Entry *entry) {
    return is_short(key) || memcmp(entry->key, key->bytes, key->length) == 0;
}

/* The slot of the key, or the free one where it would stand. */
static Slot *slot_of(const RecallKey *key) {
    Recall *recall = key->recall;
    const size_t mask = recall->slot_count - 1;
    uint64_t words[2];
    write_slot_key(key, words);
    size_t at = (size_t)key->hash & mask;
    for (;; at = (at + 1) & mask) {
        const Slot *slot = &recall->slots[at];
        if (!slot->said) break;
        if (slot->key[0] == words[0] && slot->key[1] == words[1] && same_entry(key, slot->said)) break;
    }
    return &recall->slots[at];
}

static bool keeps(const RecallKey *key) {
    return key->recall->dossier->facts->dispute_count == 0 && key->length <= RECALL_KEY_MAX;
}

static void hash(RecallKey *key) {
    key->hash = checksum_of((const char *)key->bytes, is_short(key) ? SHORT_KEY : key->length);
}

static const Slot *first_slot(const RecallKey *key) {
    return &key->recall->slots[(size_t)key->hash & (key->recall->slot_count - 1)];
}

void recall_ahead(RecallKey *key) {
    hash(key);
    __builtin_prefetch(first_slot(key));
}

void recall_nearer(const RecallKey *key) {
    const void *said = first_slot(key)->said;
    if (!said) return;
    __builtin_prefetch(said);
    __builtin_prefetch((const char *)said + CACHE_LINE);
}

const void *recall_peek(RecallKey *key) {
    if (!keeps(key)) return NULL;
    hash(key);
    const void *said = slot_of(key)->said;
    return said && !is_short(key) ? ((const Entry *)said)->said : said;
}

const void *recall_find(RecallKey *key) {
    Recall *recall = key->recall;
    const void *said = recall_peek(key);
    if (said || !keeps(key)) return said;
    uint16_t *seen = &recall->seen[(size_t)(key->hash >> 32) & (recall->slot_count - 1)], mark = (uint16_t)(key->hash >> 48 | 1);
    key->wanted = *seen == mark && !full(recall);
    *seen = mark;
    return NULL;
}

Arena *recall_room(Recall *recall) {
    return &recall->room;
}

static const Entry *entry_of(const RecallKey *key, const void *said) {
    Entry *entry = arena_bytes(&key->recall->room, sizeof *entry + key->length);
    if (!entry) return NULL;
    *entry = (Entry){.said = said, .length = key->length};
    memcpy(entry->key, key->bytes, key->length);
    return entry;
}

void recall_keep(const RecallKey *key, const void *said) {
    Recall *recall = key->recall;
    const void *kept = said && !is_short(key) ? entry_of(key, said) : said;
    if (!kept || recall->room.failed || full(recall)) return;
    Slot *slot = slot_of(key);
    recall->entries += !slot->said;
    write_slot_key(key, slot->key);
    slot->said = kept;
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

/* Of few choices, what is known as one number that needs no table; RECALL_FRESH: not so. */
static uint32_t choices_of(const Recall *recall, int fact) {
    const Dossier *dossier = recall->dossier;
    const size_t count = dossier_fact(dossier, fact)->choice_count;
    const Value *declared = &dossier->facts->values[fact], *value = &dossier->values[fact];
    const bool counted = declared->shape == SHAPE_CANDIDATES || (declared->shape == SHAPE_SET && exact_set(declared));
    if (!counted || count >= CHOICE_BITS || fact == dossier->rulebook->vocabulary.legal.form) return RECALL_FRESH;
    if (dossier->facts->origins[fact].imposed || dossier->facts->dispute_count > 0) return RECALL_FRESH;
    const uint32_t bits = CHOICES | (uint32_t)declared->possible[0];
    if (!recall->derived[fact]) return bits;
    if (declared->shape == SHAPE_SET || 2 * count >= CHOICE_BITS) return RECALL_FRESH;
    return bits | (uint32_t)value->possible[0] << count;
}

static Known *known_of(Recall *recall, int fact) {
    Known *known = &recall->known[fact];
    if (known->turn != recall->turn) *known = (Known){recall->turn, NOT_LOOKED, NOT_LOOKED};
    return known;
}

uint32_t recall_fact(Recall *recall, int fact) {
    uint32_t *number = &known_of(recall, fact)->number;
    if (*number != NOT_LOOKED) return *number;
    *number = choices_of(recall, fact);
    if (*number != RECALL_FRESH) return *number;
    RecallKey key;
    recall_begin(&key, recall, RECALL_FACT, (uint64_t)fact << 1 | recall->dossier->facts->origins[fact].imposed);
    add_fact(&key, fact);
    return *number = number_of(&key, recall->dossier->values[fact].shape != SHAPE_SPAN);
}

uint32_t recall_origin(Recall *recall, int fact) {
    uint32_t *number = &known_of(recall, fact)->origin;
    if (*number != NOT_LOOKED) return *number;
    RecallKey key;
    recall_begin(&key, recall, RECALL_ORIGIN, (uint64_t)fact);
    add_origin(&key, fact);
    return *number = number_of(&key, false);
}
