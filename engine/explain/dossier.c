/* A structure alone is a block of one, run through the same plan as a thousand would be, with every node of every tree as a root.
 */
#include "explain/dossier.h"

#include "explain/french.h"
#include "explain/trace.h"

#include <string.h>

/* No place twice. */
struct Said {
    const char ***places;
    size_t count;
};

static bool make_room(Dossier *dossier, Arena *arena) {
    const Rulebook *rulebook = dossier->rulebook;
    const Vocabulary *vocabulary = &rulebook->vocabulary;
    dossier->values = arena_array(arena, vocabulary->count, sizeof *dossier->values);
    dossier->informed = arena_array(arena, vocabulary->count, sizeof *dossier->informed);
    dossier->clauses = arena_array(arena, rulebook->node_count, sizeof *dossier->clauses);
    dossier->situations = arena_array(arena, rulebook->node_count, sizeof *dossier->situations);
    if (!dossier->values || !dossier->informed || !dossier->clauses || !dossier->situations) return false;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!fact_unknown(&vocabulary->facts[i], arena, &dossier->values[i])) return false;
    return true;
}

static void read_value(Dossier *dossier, int fact) {
    if (dossier_fact(dossier, fact)->shape == SHAPE_TEXT) dossier->values[fact] = dossier->facts->values[fact];
    else answers_value(dossier->answers, fact, dossier->row, &dossier->values[fact]);
}

bool dossier_room(Dossier *dossier, Arena *kept, Arena *arena, const Rulebook *rulebook, Day date) {
    *dossier = (Dossier){.arena = arena, .memory = arena->memory, .rulebook = rulebook, .date = date};
    dossier->said = arena_new(kept, sizeof *dossier->said);
    if (!dossier->said) return false;
    dossier->said->places = arena_array(kept, 2 * (size_t)rulebook->node_count + 1, sizeof *dossier->said->places);
    return dossier->said->places && make_room(dossier, kept);
}

const char *dossier_keep(const Dossier *dossier, const char **place, const char *said) {
    if (dossier->said && said && !*place) dossier->said->places[dossier->said->count++] = place;
    return *place = said;
}

void dossier_turn_block(Dossier *dossier, const Block *block, Answers *answers) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    dossier->block = block;
    dossier->answers = answers;
    dossier->informed_count = 0;
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        bool text = fact->shape == SHAPE_TEXT;
        if (text || answers_informed(answers, (int)i)) dossier->informed[dossier->informed_count++] = (int)i;
        if (!text) fact_forget(fact, &dossier->values[i]);
    }
}

bool dossier_turn(Dossier *dossier, const FactSet *facts, size_t row) {
    dossier->facts = facts;
    dossier->row = row;
    dossier->name = french_called(dossier->arena, factset_name(facts));
    for (size_t i = 0; i < dossier->informed_count; i++) read_value(dossier, dossier->informed[i]);
    dossier_forget(dossier);
    return dossier->name != NULL;
}

void dossier_forget(const Dossier *dossier) {
    for (size_t i = 0; i < dossier->said->count; i++) *dossier->said->places[i] = NULL;
    dossier->said->count = 0;
}

static Status read_alone(Dossier *dossier) {
    Block *block = arena_new(dossier->arena, sizeof *block);
    Status status = block ? block_from_facts(block, dossier->arena, dossier->facts) : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = plan_run(dossier->plan, dossier->answers, block);
    if (status != STATUS_OK) return status;
    dossier->block = block;
    dossier->name = french_called(dossier->arena, factset_name(dossier->facts));
    if (!dossier->name || !make_room(dossier, dossier->arena)) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < dossier->rulebook->vocabulary.count; i++) read_value(dossier, (int)i);
    return STATUS_OK;
}

Status dossier_init(Dossier *dossier, Arena *arena, const Rulebook *rulebook, const FactSet *facts, Day date) {
    *dossier = (Dossier){.arena = arena, .memory = arena->memory, .rulebook = rulebook, .facts = facts, .date = date};
    Status status = plan_new(arena->memory, rulebook, date, PLAN_NODES, PLAN_EXACT, &dossier->plan);
    if (status == STATUS_OK) status = answers_new(arena->memory, dossier->plan, &dossier->answers);
    if (status == STATUS_OK) status = read_alone(dossier);
    if (status != STATUS_OK) dossier_clear(dossier);
    return status;
}

void dossier_clear(Dossier *dossier) {
    answers_free(dossier->answers);
    plan_free(dossier->plan);
    dossier->answers = NULL;
    dossier->plan = NULL;
}

Truth dossier_truth(const Dossier *dossier, const Node *node) {
    const Truth truth = answers_truth(dossier->answers, node, dossier->row);
    if (dossier->trace) trace_truth(dossier->trace, node, truth);
    return truth;
}

static Truth truth_of(const void *dossier, const Node *node) {
    return dossier_truth(dossier, node);
}

Truths dossier_truths(const Dossier *dossier) {
    return (Truths){truth_of, dossier};
}

const Fact *dossier_fact(const Dossier *dossier, int fact) {
    return &dossier->rulebook->vocabulary.facts[fact];
}

static void look_at_fact(const Dossier *dossier, int fact) {
    if (dossier->trace) trace_fact(dossier->trace, fact);
}

const Value *dossier_value(const Dossier *dossier, int fact) {
    look_at_fact(dossier, fact);
    return &dossier->values[fact];
}

const Value *dossier_declared(const Dossier *dossier, int fact) {
    look_at_fact(dossier, fact);
    return &dossier->facts->values[fact];
}

const Origin *dossier_origin(const Dossier *dossier, int fact) {
    if (dossier->trace) trace_origin(dossier->trace, fact);
    return &dossier->facts->origins[fact];
}

int dossier_find_region(const Dossier *dossier) {
    const Territory *territory = &dossier->rulebook->vocabulary.territory;
    const int siege = dossier->rulebook->vocabulary.siege;
    for (size_t i = 0; siege >= 0 && i < territory->region_count; i++)
        if (bits_within(dossier->values[siege].possible, territory->regions[i].seats, territory->seat_words)) return (int)i;
    return -1;
}

int dossier_region(const Dossier *dossier) {
    return dossier->trace ? trace_region(dossier) : dossier_find_region(dossier);
}

const char *dossier_name(const Dossier *dossier) {
    if (dossier->trace) trace_name(dossier->trace);
    return dossier->name;
}

void dossier_look(const Dossier *dossier, const Reach *reach) {
    for (size_t i = 0; i < reach->fact_count; i++)
        dossier_origin(dossier, reach->facts[i]), dossier_value(dossier, reach->facts[i]);
}

static bool informed(const Dossier *dossier, int fact) {
    return fact_informed(dossier_fact(dossier, fact), &dossier->values[fact]);
}

static bool disputed(const Dossier *dossier, int fact) {
    for (size_t i = 0; i < dossier->facts->dispute_count; i++)
        if (dossier->facts->disputes[i].fact == fact) return true;
    return answers_disputed(dossier->answers, fact, dossier->row);
}

static const Derivation *derivation(const Dossier *dossier, int fact) {
    for (size_t i = 0; i < dossier->rulebook->derivation_count; i++) {
        const Derivation *found = &dossier->rulebook->derivations[i];
        if (found->fact != fact) continue;
        return value_equal(&dossier->facts->values[fact], &dossier->values[fact]) && informed(dossier, fact) ? NULL : found;
    }
    return NULL;
}

static bool sourced(const Dossier *dossier, int fact) {
    const Origin *origin = &dossier->facts->origins[fact];
    return origin->given && origin->source;
}

unsigned dossier_outline(const Dossier *dossier, int fact) {
    const Origin *origin = &dossier->facts->origins[fact];
    return (unsigned)informed(dossier, fact) | (unsigned)(derivation(dossier, fact) != NULL) << 1 |
           (unsigned)disputed(dossier, fact) << 2 | (unsigned)sourced(dossier, fact) << 3 | (unsigned)origin->asked << 4 |
           (unsigned)(origin->written != NULL) << 5;
}

static void look_at_outline(const Dossier *dossier, int fact) {
    if (dossier->trace) trace_outline(dossier, fact);
}

bool dossier_informed(const Dossier *dossier, int fact) {
    look_at_outline(dossier, fact);
    return informed(dossier, fact);
}

bool dossier_known(const Dossier *dossier, int fact) {
    const bool known = value_known(&dossier->values[fact]);
    if (dossier->trace) trace_known(dossier->trace, fact, known);
    return known;
}

bool dossier_sourced(const Dossier *dossier, int fact) {
    look_at_outline(dossier, fact);
    return sourced(dossier, fact);
}

bool dossier_asked(const Dossier *dossier, int fact) {
    look_at_outline(dossier, fact);
    return dossier->facts->origins[fact].asked;
}

bool dossier_written(const Dossier *dossier, int fact) {
    look_at_outline(dossier, fact);
    return dossier->facts->origins[fact].written != NULL;
}

bool dossier_disputed(const Dossier *dossier, int fact) {
    look_at_outline(dossier, fact);
    return disputed(dossier, fact);
}

const char *dossier_seat_asked(const Dossier *dossier) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const Territory *territory = &vocabulary->territory;
    size_t touched = 0;
    for (size_t i = 0; i < territory->departement_count; i++)
        touched +=
            bits_meet(territory->departements[i].seats, dossier_value(dossier, vocabulary->siege)->possible, territory->seat_words);
    return touched == 1 ? "commune" : "departement";
}

const char *dossier_written_name(const Dossier *dossier, int fact) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    if (fact != vocabulary->siege) return vocabulary->facts[fact].name;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (vocabulary->facts[i].type == FACT_PLACE && !vocabulary->facts[i].hidden && dossier_origin(dossier, (int)i)->given)
            return vocabulary->facts[i].name;
    return dossier_seat_asked(dossier);
}

bool dossier_applies(const Dossier *dossier, int fact) {
    int index = dossier_fact(dossier, fact)->applies_if;
    return index < 0 || dossier_truth(dossier, dossier->rulebook->applicability[index]) != TRUTH_FALSE;
}

static bool begun(const Dossier *dossier, int fact) {
    const int index = dossier_fact(dossier, fact)->applies_if;
    if (!dossier_fact(dossier, fact)->past) return false;
    return index < 0 || dossier_truth(dossier, dossier->rulebook->applicability[index]) == TRUTH_TRUE;
}

bool dossier_ahead(const Dossier *dossier, int fact) {
    return begun(dossier, fact) && dossier_value(dossier, fact)->span.low > dossier->date;
}

Span dossier_dates(const Dossier *dossier, int fact) {
    Span dates = dossier_value(dossier, fact)->span;
    const bool bounded = dates.low <= dossier->date && dates.high > dossier->date && begun(dossier, fact);
    if (bounded) dates.high = dossier->date;
    return dates;
}

bool dossier_gate(const Dossier *dossier, int number) {
    static const char *const names[] = {"forme_juridique", "date_creation"};
    const Fact *fact = dossier_fact(dossier, number);
    if (fact->type == FACT_PLACE || number == dossier->rulebook->vocabulary.siege) return true;
    if (fact->type == FACT_SET) return territory_is_of(&dossier->rulebook->vocabulary, fact);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(fact->name, names[i]) == 0) return true;
    return false;
}

const Derivation *dossier_derivation(const Dossier *dossier, int fact) {
    look_at_outline(dossier, fact);
    return derivation(dossier, fact);
}

static size_t keep(int fact, int *facts, size_t count, size_t capacity) {
    for (size_t i = 0; i < count && i < capacity; i++)
        if (facts[i] == fact) return count;
    if (count < capacity) facts[count++] = fact;
    return count;
}

size_t dossier_tested(const Node *node, int *facts, size_t count, size_t capacity) {
    if (!node) return count;
    if (node->kind == NODE_TEST) return keep(node->test.fact, facts, count, capacity);
    if (node->kind == NODE_CALLBACK && node->callback)
        for (size_t i = 0; i < node->callback->fact_count; i++) count = keep(node->callback->facts[i], facts, count, capacity);
    for (size_t i = 0; i < node->part_count; i++) count = dossier_tested(node->parts[i], facts, count, capacity);
    return count;
}

static size_t computed_facts(const Compute *compute, int *facts, size_t count, size_t capacity) {
    if (!compute) return count;
    if (compute->kind == COMPUTE_FACT) return keep(compute->fact, facts, count, capacity);
    count = computed_facts(compute->left, facts, count, capacity);
    return computed_facts(compute->right, facts, count, capacity);
}

size_t dossier_read(const Derivation *derivation, int *facts, size_t capacity) {
    size_t count = computed_facts(derivation->compute, facts, 0, capacity);
    for (size_t i = 0; i < derivation->branch_count; i++)
        count = dossier_tested(derivation->branches[i].condition, facts, count, capacity);
    return count;
}
