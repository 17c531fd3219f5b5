/* Declared facts. Only places need thought: commune, departement, region are views of one thing, so `siege` is made anew from all
 * of them whenever one is put. It is their intersection, or, where that is empty, their union: no reading is then preferred,
 * whatever the order in which they came. Places imposed by `overrides` leave those declared aside. */
#include "knowledge/factset.h"

#include <string.h>

Status factset_init(FactSet *facts, Arena *arena, const Vocabulary *vocabulary) {
    FactSet made = {.arena = arena, .vocabulary = vocabulary};
    made.values = arena_array(arena, vocabulary->count, sizeof *made.values);
    made.origins = arena_array(arena, vocabulary->count, sizeof *made.origins);
    if (!made.values || !made.origins) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!fact_unknown(&vocabulary->facts[i], arena, &made.values[i])) return STATUS_NO_MEMORY;
    *facts = made;
    return STATUS_OK;
}

static bool copy_value(Arena *arena, Value *to, const Value *from) {
    const char *text = arena_copy(arena, from->text);
    if (from->text && !text) return false;
    to->span = from->span;
    to->text = text;
    if (to->shape == SHAPE_CANDIDATES || to->shape == SHAPE_SET)
        memcpy(to->possible, from->possible, to->words * sizeof *to->possible);
    if (to->shape == SHAPE_SET) memcpy(to->sure, from->sure, to->words * sizeof *to->sure);
    return true;
}

/* What one place says of the seat: false when it is not given, or says nothing in this table. */
static bool place_reading(const FactSet *facts, int fact, bool imposed, Value *reading) {
    const Fact *place = &facts->vocabulary->facts[fact];
    const char *code = facts->values[fact].text;
    if (place->type != FACT_PLACE || fact == facts->vocabulary->siege || !code) return false;
    if (facts->origins[fact].imposed != imposed) return false;
    const Fact *siege = &facts->vocabulary->facts[facts->vocabulary->siege];
    fact_forget(siege, reading);
    territory_narrow(&facts->vocabulary->territory, place->level, code, strlen(code), reading->possible);
    return bits_count(reading->possible, reading->words) < siege->choice_count;
}

static const char *reading_text(FactSet *facts, int fact) {
    return arena_printf(facts->arena, "%s %s", facts->vocabulary->facts[fact].name, facts->values[fact].text);
}

static Status add_dispute(FactSet *facts, int first, int second) {
    Dispute *disputes =
        arena_grow(facts->arena, facts->disputes, facts->dispute_count, &facts->dispute_capacity, sizeof *facts->disputes);
    if (!disputes) return STATUS_NO_MEMORY;
    facts->disputes = disputes;
    Dispute dispute = {.fact = facts->vocabulary->siege, .first_fact = first, .second_fact = second};
    dispute.first = reading_text(facts, first);
    dispute.second = reading_text(facts, second);
    if (!dispute.first || !dispute.second) return STATUS_NO_MEMORY;
    disputes[facts->dispute_count++] = dispute;
    return STATUS_OK;
}

/* Every earlier place that has nothing in common with this one. */
static Status dispute_with_earlier(FactSet *facts, int fact, bool imposed, const Value *reading, Value *earlier) {
    for (int i = 0; i < fact; i++) {
        if (!place_reading(facts, i, imposed, earlier)) continue;
        if (bits_meet(earlier->possible, reading->possible, reading->words)) continue;
        if (add_dispute(facts, i, fact) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}

static void forget_disputes(FactSet *facts) {
    size_t kept = 0;
    for (size_t i = 0; i < facts->dispute_count; i++)
        if (facts->disputes[i].fact != facts->vocabulary->siege) facts->disputes[kept++] = facts->disputes[i];
    facts->dispute_count = kept;
}

static bool any_imposed(const FactSet *facts, Value *scratch) {
    for (size_t i = 0; i < facts->vocabulary->count; i++)
        if (place_reading(facts, (int)i, true, scratch)) return true;
    return false;
}

typedef struct Seat {
    Value meet, join, scratch, other;
    const Origin *origin; /* of the first place that says anything */
} Seat;

static bool seat_init(Seat *seat, const Fact *siege, Arena *arena) {
    *seat = (Seat){0};
    if (!fact_unknown(siege, arena, &seat->meet) || !fact_unknown(siege, arena, &seat->join)) return false;
    if (!fact_unknown(siege, arena, &seat->scratch) || !fact_unknown(siege, arena, &seat->other)) return false;
    memset(seat->join.possible, 0, seat->join.words * sizeof *seat->join.possible);
    return true;
}

static Status locate_seat(FactSet *facts) {
    int siege = facts->vocabulary->siege;
    Seat seat;
    if (!seat_init(&seat, &facts->vocabulary->facts[siege], facts->arena)) return STATUS_NO_MEMORY;
    forget_disputes(facts);
    bool imposed = any_imposed(facts, &seat.scratch), empty = false;
    for (int i = 0; i < (int)facts->vocabulary->count; i++) {
        if (!place_reading(facts, i, imposed, &seat.scratch)) continue;
        if (!seat.origin) seat.origin = &facts->origins[i];
        if (!value_narrow(&seat.meet, &seat.scratch)) empty = true;
        value_widen(&seat.join, &seat.scratch);
        if (dispute_with_earlier(facts, i, imposed, &seat.scratch, &seat.other) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    const Value *found = empty ? &seat.join : &seat.meet;
    memcpy(facts->values[siege].possible, found->possible, found->words * sizeof *found->possible);
    if (seat.origin) facts->origins[siege] = *seat.origin;
    return STATUS_OK;
}

Status factset_put(FactSet *facts, int fact, const Value *value, const Origin *origin) {
    Value *place = &facts->values[fact];
    if (!copy_value(facts->arena, place, value)) return STATUS_NO_MEMORY;
    facts->origins[fact] = origin ? *origin : (Origin){.given = true};
    int siege = facts->vocabulary->siege;
    if (facts->vocabulary->facts[fact].type != FACT_PLACE || siege < 0 || fact == siege) return STATUS_OK;
    return locate_seat(facts);
}

const char *factset_name(const FactSet *facts) {
    int name = vocabulary_find(facts->vocabulary, "nom", 3);
    return name >= 0 && facts->values[name].text ? facts->values[name].text : "la structure";
}
