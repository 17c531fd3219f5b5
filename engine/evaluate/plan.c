/* A plan compiles derivations first, in their order, then the roots; what no root needs is left out of the program. Settling writes
 * over the planes of the roots, so that the truths read from them are the final ones. */
#include "evaluate/plan.h"
#include "evaluate/cone.h"
#include "evaluate/settle.h"
#include <string.h>

struct Answers {
    const Memory *memory;
    const Plan *plan;
    Callbacks *callbacks;
    Settler *settler;
    Arena kept;           /* owns `programmes` and what it holds */
    Cone cone;            /* made with the first of these */
    Sequence *programmes; /* by programme, made when it is first run alone; steps NULL before */
    Arena arena;          /* owns the run, which is made for the capacity of the block */
    Run run;
    bool ready;
};

/* ---- Making a plan */

/* The programme being added is said to own the root. */
static bool own_root(Plan *plan, unsigned root) {
    unsigned *owned = arena_grow(&plan->arena, plan->owned, plan->owned_count, &plan->owned_capacity, sizeof *owned);
    if (!owned) return false;
    plan->owned = owned;
    owned[plan->owned_count++] = root;
    return true;
}

static bool add_root(Plan *plan, const Node *node) {
    if (!node) return true;
    if (plan->root_of_node[node->number] != NO_ROOT) return own_root(plan, plan->root_of_node[node->number]);
    TermId term = compile_node(&plan->compiler, node);
    Root *roots = arena_grow(&plan->arena, plan->roots, plan->root_count, &plan->root_capacity, sizeof *roots);
    if (term == NO_TERM || !roots) return false;
    plan->roots = roots;
    plan->root_of_node[node->number] = (unsigned)plan->root_count;
    roots[plan->root_count++] = (Root){node, term};
    return own_root(plan, plan->root_of_node[node->number]);
}

/* A node and, for PLAN_NODES, everything below it. */
static bool add_tree(Plan *plan, const Node *node, PlanScope scope) {
    if (!add_root(plan, node)) return false;
    if (!node || scope != PLAN_NODES) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (!add_tree(plan, node->parts[i], scope)) return false;
    return true;
}

/* The conditions one by one: the parts of a group that asks for all of them. */
static bool add_parts(Plan *plan, const Node *node) {
    for (size_t i = 0; node->kind == NODE_ALL && i < node->part_count; i++)
        if (!add_parts(plan, node->parts[i])) return false;
    return add_root(plan, node);
}

static bool add_trees(Plan *plan, Node *const *nodes, size_t count, PlanScope scope) {
    for (size_t i = 0; i < count; i++)
        if (!add_tree(plan, nodes[i], scope)) return false;
    return true;
}

static bool add_attribute(Plan *plan, const Attribute *attribute) {
    if (!attribute) return true;
    for (size_t i = 0; i < attribute->part_count; i++) {
        if (attribute->conditions && attribute->conditions[i] && !add_tree(plan, attribute->conditions[i], PLAN_NODES))
            return false;
        if (!add_attribute(plan, attribute->parts[i])) return false;
    }
    return true;
}

static bool add_programme(Plan *plan, const Programme *programme, PlanScope scope) {
    if (programme->failed) return true;
    if (!add_tree(plan, programme->conditions, scope) || !add_tree(plan, programme->object, scope)) return false;
    if (scope == PLAN_PARTS && !add_parts(plan, programme->conditions)) return false;
    if (!add_trees(plan, programme->reserves, programme->reserve_count, scope)) return false;
    if (!add_tree(plan, programme->strong, scope) || !add_tree(plan, programme->possible, scope)) return false;
    if (!add_tree(plan, programme->irrelevant, scope) || !add_tree(plan, programme->partly, scope)) return false;
    if (!add_tree(plan, programme->urgent, scope) || !add_tree(plan, programme->urgent_unless, scope)) return false;
    if (!add_trees(plan, programme->priorities, programme->priority_count, scope)) return false;
    for (size_t i = 0; i < programme->step_count; i++)
        if (programme->steps[i].condition && !add_tree(plan, programme->steps[i].condition, PLAN_NODES)) return false;
    return add_attribute(plan, programme->calendar) && add_attribute(plan, programme->duration) &&
           add_attribute(plan, programme->cost) && add_attribute(plan, programme->endowment) &&
           add_attribute(plan, programme->capacity);
}

static bool add_notices(Plan *plan, const Notice *notices, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!add_tree(plan, notices[i].condition, PLAN_NODES) || !add_tree(plan, notices[i].unless, PLAN_NODES)) return false;
    return true;
}

static bool compile_derivation(Plan *plan, size_t number, PlanScope scope) {
    const Derivation *derivation = &plan->rulebook->derivations[number];
    plan->branch_terms[number] = arena_array(&plan->arena, derivation->branch_count + 1, sizeof(TermId));
    if (!plan->branch_terms[number]) return false;
    for (size_t i = 0; i < derivation->branch_count; i++) {
        const Node *condition = derivation->branches[i].condition;
        plan->branch_terms[number][i] = NO_TERM;
        if (!condition) continue;
        if (scope == PLAN_NODES && !add_tree(plan, condition, scope)) return false;
        plan->branch_terms[number][i] = compile_node(&plan->compiler, condition);
        if (plan->branch_terms[number][i] == NO_TERM) return false;
    }
    plan->derived_before[number] = (TermId)plan->compiler.terms.count;
    plan->derivation_of_fact[derivation->fact] = (int)number;
    return true;
}

static bool plan_tables(Plan *plan) {
    const Rulebook *rulebook = plan->rulebook;
    plan->root_of_node = arena_array(&plan->arena, rulebook->node_count + 1, sizeof *plan->root_of_node);
    plan->derivation_of_fact = arena_array(&plan->arena, rulebook->vocabulary.count + 1, sizeof(int));
    plan->branch_terms = arena_array(&plan->arena, rulebook->derivation_count + 1, sizeof *plan->branch_terms);
    plan->derived_before = arena_array(&plan->arena, rulebook->derivation_count + 1, sizeof(TermId));
    plan->owned_from = arena_array(&plan->arena, rulebook->programme_count + 1, sizeof *plan->owned_from);
    if (!plan->root_of_node || !plan->derivation_of_fact || !plan->branch_terms || !plan->derived_before) return false;
    if (!plan->owned_from) return false;
    memset(plan->root_of_node, 0xff, (rulebook->node_count + 1) * sizeof *plan->root_of_node);
    for (size_t i = 0; i < rulebook->vocabulary.count; i++) plan->derivation_of_fact[i] = -1;
    return compiler_init(&plan->compiler, &plan->arena, rulebook, plan->date, plan->exact);
}

/* What the roots need. */
static bool roots_cone(Plan *plan, Cone *cone) {
    if (!cone_init(cone, &plan->arena, plan)) return false;
    cone_begin(cone);
    for (size_t i = 0; i < plan->root_count; i++) cone_add(cone, plan->roots[i].term);
    return true;
}

/* The program proper, in order. */
static bool plan_sequence(Plan *plan) {
    Cone cone;
    if (!roots_cone(plan, &cone)) return false;
    /* results show derived facts even where no rule reads them */
    for (size_t i = 0; i < plan->rulebook->derivation_count; i++) cone_add_derivation(&cone, (int)i);
    return cone_sequence(&cone, &plan->arena, &plan->all);
}

static bool plan_derivations(Plan *plan, PlanScope scope) {
    if (!plan_tables(plan)) return false;
    for (size_t i = 0; i < plan->rulebook->derivation_count; i++)
        if (!compile_derivation(plan, i, scope)) return false;
    return true;
}

static bool plan_classes(Plan *plan) {
    return classes_make(&plan->classes, &plan->arena, &plan->rulebook->vocabulary, &plan->compiler.terms, plan->derivation_of_fact);
}

static bool leaves_of_unknown(Plan *plan) {
    const TermStore *store = &plan->compiler.terms;
    Value unknown;
    plan->of_unknown = arena_array(&plan->arena, store->leaf_count, sizeof *plan->of_unknown);
    if (!plan->of_unknown || !plan_value_room(plan, &plan->arena, &unknown)) return false;
    for (size_t i = 0; i < store->leaf_count; i++) {
        const Leaf *leaf = &store->leaves[i];
        plan->of_unknown[i] = TRUTH_UNKNOWN;
        if (leaf->fact < 0) continue;
        fact_forget(&plan->rulebook->vocabulary.facts[leaf->fact], &unknown);
        plan->of_unknown[i] = leaf_on(leaf, &unknown);
    }
    return true;
}

/* The end of the work: what needs every term. */
static bool plan_finish(Plan *plan) {
    return leaves_of_unknown(plan) && plan_classes(plan) && plan_sequence(plan);
}

static bool plan_fill(Plan *plan, PlanScope scope) {
    const Rulebook *rulebook = plan->rulebook;
    if (!plan_derivations(plan, scope)) return false;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        plan->owned_from[i] = plan->owned_count;
        if (!add_programme(plan, &rulebook->programmes[i], scope)) return false;
    }
    plan->owned_from[rulebook->programme_count] = plan->owned_count;
    if (scope == PLAN_NODES) {
        if (!add_notices(plan, rulebook->alerts, rulebook->alert_count)) return false;
        if (!add_notices(plan, rulebook->orientations, rulebook->orientation_count)) return false;
        for (size_t i = 0; i < rulebook->diagnosis_count; i++) {
            if (!add_tree(plan, rulebook->diagnoses[i].concerned, scope)) return false;
            if (!add_tree(plan, rulebook->diagnoses[i].ready, scope)) return false;
        }
        if (!add_trees(plan, rulebook->applicability, rulebook->applicability_count, scope)) return false;
    }
    return plan_finish(plan);
}

static bool add_verdict(Plan *plan, const Programme *programme) {
    return add_tree(plan, programme->conditions, PLAN_VERDICTS) && add_tree(plan, programme->object, PLAN_VERDICTS) &&
           add_trees(plan, programme->reserves, programme->reserve_count, PLAN_VERDICTS);
}

static bool plan_fill_one(Plan *plan, const Programme *programme) {
    if (!plan_derivations(plan, PLAN_VERDICTS) || !add_verdict(plan, programme)) return false;
    for (const Programme *other = programme; other < plan->rulebook->programmes + plan->rulebook->programme_count; other++)
        plan->owned_from[other - plan->rulebook->programmes + 1] = plan->owned_count;
    Cone cone;
    return leaves_of_unknown(plan) && plan_classes(plan) && roots_cone(plan, &cone) &&
           cone_sequence(&cone, &plan->arena, &plan->all);
}

static Plan *plan_open(const Memory *memory, const Rulebook *rulebook, Day date, PlanExactness exactness) {
    Plan *plan = memory_new(memory, sizeof *plan);
    if (!plan) return NULL;
    *plan = (Plan){.memory = memory, .rulebook = rulebook, .date = date, .exact = exactness == PLAN_EXACT};
    arena_init(&plan->arena, memory);
    return plan;
}

static Status plan_hand_over(Plan *plan, bool filled, Plan **out) {
    if (!filled) plan_free(plan);
    else *out = plan;
    return filled ? STATUS_OK : STATUS_NO_MEMORY;
}

Status plan_new(const Memory *memory, const Rulebook *rulebook, Day date, PlanScope scope, PlanExactness exactness, Plan **out) {
    Plan *plan = plan_open(memory, rulebook, date, exactness);
    return plan_hand_over(plan, plan && plan_fill(plan, scope), out);
}

Status plan_for_programme(const Memory *memory, const Rulebook *rulebook, Day date, const Programme *programme, Plan **out) {
    Plan *plan = plan_open(memory, rulebook, date, PLAN_EXACT);
    return plan_hand_over(plan, plan && plan_fill_one(plan, programme), out);
}

void plan_free(Plan *plan) {
    if (!plan) return;
    arena_clear(&plan->arena);
    memory_free(plan->memory, plan, sizeof *plan);
}

const Rulebook *plan_rulebook(const Plan *plan) {
    return plan->rulebook;
}

Day plan_date(const Plan *plan) {
    return plan->date;
}

/* ---- Running it */

Status answers_new(const Memory *memory, const Plan *plan, Answers **out) {
    Answers *answers = memory_new(memory, sizeof *answers);
    if (!answers) return STATUS_NO_MEMORY;
    *answers = (Answers){.memory = memory, .plan = plan};
    arena_init(&answers->arena, memory);
    arena_init(&answers->kept, memory);
    Status status = callbacks_new(memory, plan->rulebook, &answers->callbacks);
    if (status == STATUS_OK) status = settler_new(memory, plan, answers->callbacks, &answers->settler);
    if (status != STATUS_OK) {
        answers_free(answers);
        return status;
    }
    *out = answers;
    return STATUS_OK;
}

void answers_free(Answers *answers) {
    if (!answers) return;
    settler_free(answers->settler);
    run_clear(&answers->run);
    callbacks_free(answers->callbacks);
    arena_clear(&answers->kept);
    arena_clear(&answers->arena);
    memory_free(answers->memory, answers, sizeof *answers);
}

static bool fit_to(Answers *answers, size_t capacity) {
    if (answers->ready && answers->run.capacity == capacity) return true;
    run_clear(&answers->run);
    arena_clear(&answers->arena);
    answers->ready = run_init(&answers->run, &answers->arena, answers->plan, capacity, answers->callbacks);
    return answers->ready;
}

static Status run_sequence(Answers *answers, const Sequence *sequence, const Block *block) {
    if (!fit_to(answers, block->capacity)) return STATUS_NO_MEMORY;
    run_block(&answers->run, sequence, block);
    int needs = block->vocabulary->needs; /* outcomes.c reads its choices */
    if (needs >= 0 && run_column(&answers->run, needs)->present) run_choices(&answers->run, needs);
    return answers->run.out_of_memory ? STATUS_NO_MEMORY : STATUS_OK;
}

Status plan_run(const Plan *plan, Answers *answers, const Block *block) {
    Status status = run_sequence(answers, &plan->all, block);
    for (size_t root = 0; status == STATUS_OK && plan->exact && root < plan->root_count; root++)
        if (!settle_term(answers->settler, plan->roots[root].term, &answers->run)) status = STATUS_NO_MEMORY;
    return status;
}

static const Sequence *programme_sequence(Answers *answers, size_t programme) {
    const Plan *plan = answers->plan;
    if (!answers->programmes)
        answers->programmes = arena_array(&answers->kept, plan->rulebook->programme_count, sizeof *answers->programmes);
    if (!answers->programmes) return NULL;
    Sequence *sequence = &answers->programmes[programme];
    Cone *cone = &answers->cone;
    if (sequence->steps) return sequence;
    if (!cone->plan && !cone_init(cone, &answers->kept, plan)) return NULL;
    cone_begin(cone);
    for (size_t i = plan->owned_from[programme]; i < plan->owned_from[programme + 1]; i++)
        cone_add(cone, plan->roots[plan->owned[i]].term);
    return cone_sequence(cone, &answers->kept, sequence) ? sequence : NULL;
}

Status plan_run_programme(const Plan *plan, Answers *answers, const Block *block, const Programme *programme) {
    size_t number = (size_t)(programme - plan->rulebook->programmes);
    const Sequence *sequence = programme_sequence(answers, number);
    if (!sequence) return STATUS_NO_MEMORY;
    Status status = run_sequence(answers, sequence, block);
    for (size_t i = plan->owned_from[number]; status == STATUS_OK && plan->exact && i < plan->owned_from[number + 1]; i++)
        if (!settle_term(answers->settler, plan->roots[plan->owned[i]].term, &answers->run)) status = STATUS_NO_MEMORY;
    return status;
}

/* ---- Reading the answers */

const Run *answers_run(const Answers *answers) {
    return &answers->run;
}

Run *answers_open_run(Answers *answers) {
    return &answers->run;
}

const Block *answers_block(const Answers *answers) {
    return answers->run.block;
}

Truth answers_truth_at(const Answers *answers, uint32_t number, size_t row) {
    const Plan *plan = answers->plan;
    return run_truth(&answers->run, plan->roots[plan->root_of_node[number]].term, row);
}

Truth answers_truth(const Answers *answers, const Node *node, size_t row) {
    return answers_truth_at(answers, node->number, row);
}

Planes answers_planes(const Answers *answers, const Node *node) {
    const Plan *plan = answers->plan;
    return run_planes(&answers->run, plan->roots[plan->root_of_node[node->number]].term);
}

static bool tree_calls(const Node *node, const Callback *callback) {
    if (!node) return false;
    if (node->callback == callback) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (tree_calls(node->parts[i], callback)) return true;
    return false;
}

bool programme_calls(const Programme *programme, const Callback *callback) {
    if (programme->failed) return false;
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (tree_calls(programme->reserves[i], callback)) return true;
    return tree_calls(programme->conditions, callback) || tree_calls(programme->object, callback) ||
           tree_calls(programme->strong, callback) || tree_calls(programme->possible, callback);
}

bool answers_failed(const Answers *answers, const Programme *programme, size_t row, const char **message) {
    for (size_t i = 0; i < answers->run.failure_count; i++) {
        const Failure *failure = &answers->run.failures[i];
        if (failure->row != row || !programme_calls(programme, failure->callback)) continue;
        if (message) *message = failure->message;
        return true;
    }
    return false;
}

const Callback *answers_failure(const Answers *answers, size_t row, size_t index, const char **message) {
    for (size_t i = 0; i < answers->run.failure_count; i++) {
        const Failure *failure = &answers->run.failures[i];
        if (failure->row != row || index-- > 0) continue;
        *message = failure->message;
        return failure->callback;
    }
    return NULL;
}

void answers_value(const Answers *answers, int fact, size_t row, Value *out) {
    run_value(&answers->run, fact, row, out);
}

void answers_holding(const Answers *answers, int fact, size_t choice, uint64_t *rows) {
    const Run *run = &answers->run;
    const Column *column = run_column(run, fact);
    if (!column->present) return;
    if (answers->plan->derivation_of_fact[fact] >= 0) {
        memcpy(rows, run->choices[fact].sure + choice * run->stride, run->stride * sizeof *rows);
        return;
    }
    const uint64_t *words = column->sure + choice / 64 * run->capacity;
    for (size_t row = 0; row < run->block->rows; row++) rows[row / 64] |= (words[row] >> choice % 64 & 1) << row % 64;
}

const double *answers_highs(const Answers *answers, int fact) {
    const Column *column = run_column(&answers->run, fact);
    return column->present ? column->high : NULL;
}

bool answers_informed(const Answers *answers, int fact) {
    return run_column(&answers->run, fact)->present;
}

bool answers_disputed(const Answers *answers, int fact, size_t row) {
    int derivation = answers->plan->derivation_of_fact[fact];
    return derivation >= 0 && bits_has(answers->run.disputed + (size_t)derivation * answers->run.stride, row);
}

bool plan_value_room(const Plan *plan, Arena *arena, Value *out) {
    const Vocabulary *vocabulary = &plan->rulebook->vocabulary;
    size_t words = 1;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (vocabulary->facts[i].words > words) words = vocabulary->facts[i].words;
    *out = (Value){.possible = arena_array(arena, words, sizeof(uint64_t)), .sure = arena_array(arena, words, sizeof(uint64_t))};
    return out->possible && out->sure;
}

static Status list_unsettled(const Plan *plan, Answers *answers, Arena *arena, const Node ***nodes, size_t *count) {
    *count = 0;
    *nodes = arena_array(arena, plan->root_count, sizeof **nodes);
    if (!*nodes) return STATUS_NO_MEMORY;
    for (size_t root = 0; root < plan->root_count; root++) {
        bool too_large;
        if (!settle_too_large(answers->settler, plan->roots[root].term, &answers->run, 0, &too_large)) return STATUS_NO_MEMORY;
        if (too_large) (*nodes)[(*count)++] = plan->roots[root].node;
    }
    return STATUS_OK;
}

Status plan_unsettled(const Plan *plan, Arena *arena, const Node ***nodes, size_t *count) {
    Block block;
    Answers *answers = NULL;
    if (block_init(&block, arena, &plan->rulebook->vocabulary, 1) != STATUS_OK) return STATUS_NO_MEMORY;
    block_reset_row(&block, 0);
    block.rows = 1;
    Status status = answers_new(plan->memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, &block);
    if (status == STATUS_OK) status = list_unsettled(plan, answers, arena, nodes, count);
    answers_free(answers);
    return status;
}
