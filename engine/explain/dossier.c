/* The structure is a block of one, run through the same plan as a thousand would be, with every node of every tree as a root. */
#include "explain/dossier.h"

#include "explain/french.h"

static bool read_values(Dossier *dossier) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    dossier->values = arena_array(dossier->arena, vocabulary->count, sizeof *dossier->values);
    if (!dossier->values) return false;
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (!fact_unknown(&vocabulary->facts[i], dossier->arena, &dossier->values[i])) return false;
        if (vocabulary->facts[i].shape == SHAPE_TEXT) dossier->values[i] = dossier->facts->values[i];
        else answers_value(dossier->answers, (int)i, 0, &dossier->values[i]);
    }
    return true;
}

static Status read(Dossier *dossier) {
    Arena *arena = dossier->arena;
    Status status = block_from_facts(&dossier->block, arena, dossier->facts);
    if (status == STATUS_OK) status = plan_run(dossier->plan, dossier->answers, &dossier->block);
    if (status == STATUS_OK && !read_values(dossier)) status = STATUS_NO_MEMORY;
    const char *name = factset_name(dossier->facts);
    dossier->name = french_name(arena, name ? name : "la structure");
    dossier->clauses = arena_array(arena, dossier->rulebook->node_count, sizeof *dossier->clauses);
    dossier->situations = arena_array(arena, dossier->rulebook->node_count, sizeof *dossier->situations);
    if (status == STATUS_OK && (!dossier->name || !dossier->clauses || !dossier->situations)) status = STATUS_NO_MEMORY;
    return status;
}

Status dossier_open(Dossier *dossier, Arena *arena, const FactSet *facts, Day date, const Rulebook *rulebook, Plan *plan,
                    Answers *answers) {
    *dossier = (Dossier){.arena = arena,
                         .memory = arena->memory,
                         .rulebook = rulebook,
                         .facts = facts,
                         .date = date,
                         .plan = plan,
                         .answers = answers,
                         .lent = true};
    return read(dossier);
}

Status dossier_init(Dossier *dossier, Arena *arena, const Rulebook *rulebook, const FactSet *facts, Day date) {
    *dossier = (Dossier){.arena = arena, .memory = arena->memory, .rulebook = rulebook, .facts = facts, .date = date};
    Status status = plan_new(arena->memory, rulebook, date, PLAN_NODES, PLAN_EXACT, &dossier->plan);
    if (status == STATUS_OK) status = answers_new(arena->memory, dossier->plan, &dossier->answers);
    if (status == STATUS_OK) status = read(dossier);
    if (status != STATUS_OK) dossier_clear(dossier);
    return status;
}

void dossier_clear(Dossier *dossier) {
    if (!dossier->lent) answers_free(dossier->answers);
    if (!dossier->lent) plan_free(dossier->plan);
    dossier->answers = NULL;
    dossier->plan = NULL;
}

Truth dossier_truth(const Dossier *dossier, const Node *node) {
    return answers_truth(dossier->answers, node, 0);
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

bool dossier_informed(const Dossier *dossier, int fact) {
    return fact_informed(dossier_fact(dossier, fact), &dossier->values[fact]);
}

const char *dossier_seat_asked(const Dossier *dossier) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const Territory *territory = &vocabulary->territory;
    size_t touched = 0;
    for (size_t i = 0; i < territory->departement_count; i++)
        touched += bits_meet(territory->departements[i].seats, dossier->values[vocabulary->siege].possible, territory->seat_words);
    return touched == 1 ? "commune" : "departement";
}

const char *dossier_written_name(const Dossier *dossier, int fact) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    if (fact != vocabulary->siege) return vocabulary->facts[fact].name;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (vocabulary->facts[i].type == FACT_PLACE && !vocabulary->facts[i].hidden && dossier->facts->origins[i].given)
            return vocabulary->facts[i].name;
    return dossier_seat_asked(dossier);
}

bool dossier_applies(const Dossier *dossier, int fact) {
    int index = dossier_fact(dossier, fact)->applies_if;
    return index < 0 || dossier_truth(dossier, dossier->rulebook->applicability[index]) != TRUTH_FALSE;
}

const Derivation *dossier_derivation(const Dossier *dossier, int fact) {
    for (size_t i = 0; i < dossier->rulebook->derivation_count; i++) {
        const Derivation *derivation = &dossier->rulebook->derivations[i];
        if (derivation->fact != fact) continue;
        return value_equal(&dossier->facts->values[fact], &dossier->values[fact]) && dossier_informed(dossier, fact) ? NULL
                                                                                                                     : derivation;
    }
    return NULL;
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
