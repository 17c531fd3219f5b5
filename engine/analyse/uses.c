/* One walk over everything that holds conditions. */
#include "analyse/uses.h"

#include <string.h>

typedef struct Walk {
    Arena *arena;
    const Rulebook *rulebook;
    Uses *uses;
    const char *kind, *who;
} Walk;

static bool add(Walk *walk, int fact, const char *file, int line) {
    Uses *uses = walk->uses;
    for (size_t i = uses->count; i-- > 0;) {
        const Use *use = &uses->items[i];
        if (use->kind != walk->kind || use->who != walk->who) break;
        if (use->fact == fact) return true;
    }
    Use *items = arena_grow(walk->arena, uses->items, uses->count, &uses->capacity, sizeof *items);
    if (!items) return false;
    uses->items = items;
    items[uses->count++] = (Use){fact, walk->kind, walk->who, file, line};
    return true;
}

static bool walk_node(Walk *walk, const Node *node) {
    if (!node) return true;
    if (node->kind == NODE_TEST && !add(walk, node->test.fact, node->file, node->line)) return false;
    for (size_t i = 0; node->callback && i < node->callback->fact_count; i++)
        if (!add(walk, node->callback->facts[i], node->file, node->line)) return false;
    for (size_t i = 0; i < node->part_count; i++)
        if (!walk_node(walk, node->parts[i])) return false;
    return true;
}

static bool walk_as(Walk *walk, const char *kind, const Node *node) {
    walk->kind = kind;
    return walk_node(walk, node);
}

static bool walk_attribute(Walk *walk, const Attribute *attribute) {
    if (!attribute) return true;
    for (size_t i = 0; i < attribute->part_count; i++) {
        if (attribute->conditions && !walk_as(walk, "attribut", attribute->conditions[i])) return false;
        if (!walk_attribute(walk, attribute->parts[i])) return false;
    }
    return true;
}

static bool walk_programme(Walk *walk, const Programme *programme) {
    walk->who = programme->id;
    if (!walk_as(walk, "condition", programme->conditions) || !walk_as(walk, "objet", programme->object)) return false;
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (!walk_as(walk, "réserve", programme->reserves[i])) return false;
    for (size_t i = 0; i < programme->priority_count; i++)
        if (!walk_as(walk, "priorité", programme->priorities[i])) return false;
    const Node *const relevance[] = {programme->irrelevant, programme->partly, programme->strong, programme->possible};
    for (size_t i = 0; i < sizeof relevance / sizeof *relevance; i++)
        if (!walk_as(walk, "pertinence", relevance[i])) return false;
    if (programme->levels && walk->rulebook->vocabulary.needs >= 0 &&
        !add(walk, walk->rulebook->vocabulary.needs, programme->conditions->file, programme->line))
        return false;
    if (!walk_as(walk, "urgence", programme->urgent) || !walk_as(walk, "urgence", programme->urgent_unless)) return false;
    for (size_t i = 0; i < programme->step_count; i++)
        if (!walk_as(walk, "démarche", programme->steps[i].condition)) return false;
    return walk_attribute(walk, programme->duration) && walk_attribute(walk, programme->cost) &&
           walk_attribute(walk, programme->endowment) && walk_attribute(walk, programme->capacity) &&
           walk_attribute(walk, programme->calendar);
}

static bool walk_compute(Walk *walk, const Compute *compute, const Derivation *derivation) {
    if (!compute) return true;
    if (compute->kind == COMPUTE_FACT && !add(walk, compute->fact, derivation->file, derivation->line)) return false;
    return walk_compute(walk, compute->left, derivation) && walk_compute(walk, compute->right, derivation);
}

static bool walk_derivation(Walk *walk, const Derivation *derivation) {
    walk->who = walk->rulebook->vocabulary.facts[derivation->fact].name;
    walk->kind = "déduction";
    for (size_t i = 0; i < derivation->branch_count; i++)
        if (!walk_node(walk, derivation->branches[i].condition)) return false;
    return walk_compute(walk, derivation->compute, derivation);
}

static bool walk_notices(Walk *walk, const char *kind, const Notice *notices, size_t count) {
    for (size_t i = 0; i < count; i++) {
        walk->who = notices[i].name;
        if (!walk_as(walk, kind, notices[i].condition) || !walk_as(walk, kind, notices[i].unless)) return false;
        if (notices[i].deadline_fact >= 0 && !add(walk, notices[i].deadline_fact, notices[i].file, notices[i].line)) return false;
    }
    return true;
}

static bool walk_rest(Walk *walk) {
    const Rulebook *rulebook = walk->rulebook;
    for (size_t i = 0; i < rulebook->diagnosis_count; i++) {
        walk->who = rulebook->diagnoses[i].name;
        if (!walk_as(walk, "diagnostic", rulebook->diagnoses[i].concerned)) return false;
        if (!walk_as(walk, "diagnostic", rulebook->diagnoses[i].ready)) return false;
    }
    for (size_t i = 0; i < rulebook->vocabulary.count; i++) {
        const Fact *fact = &rulebook->vocabulary.facts[i];
        walk->who = fact->name;
        if (fact->applies_if >= 0 && !walk_as(walk, "sens d’un fait", rulebook->applicability[fact->applies_if])) return false;
    }
    return true;
}

Status uses_of(Arena *arena, const Rulebook *rulebook, Uses *out) {
    *out = (Uses){.count = 0};
    Walk walk = {.arena = arena, .rulebook = rulebook, .uses = out};
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (!rulebook->programmes[i].failed && !walk_programme(&walk, &rulebook->programmes[i])) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < rulebook->derivation_count; i++)
        if (!walk_derivation(&walk, &rulebook->derivations[i])) return STATUS_NO_MEMORY;
    bool done = walk_notices(&walk, "alerte", rulebook->alerts, rulebook->alert_count) &&
                walk_notices(&walk, "orientation", rulebook->orientations, rulebook->orientation_count) && walk_rest(&walk);
    return done ? STATUS_OK : STATUS_NO_MEMORY;
}

static bool read_by_some(const Uses *uses, int fact) {
    for (size_t i = 0; i < uses->count; i++)
        if (uses->items[i].fact == fact) return true;
    return false;
}

bool uses_fact(const Uses *uses, const Rulebook *rulebook, int fact) {
    const Vocabulary *vocabulary = &rulebook->vocabulary;
    if (read_by_some(uses, fact)) return true;
    if (vocabulary->facts[fact].type == FACT_PLACE) return read_by_some(uses, vocabulary->siege);
    return fact == vocabulary->legal.category && read_by_some(uses, vocabulary->legal.form);
}
