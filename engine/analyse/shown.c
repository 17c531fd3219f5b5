/* All examples of one date are the rows of one block: dates are few. */
#include "analyse/shown.h"

#include "evaluate/plan.h"
#include "explain/french.h"
#include "explain/statement.h"
#include "input/facts_json.h"
#include "knowledge/block.h"
#include <string.h>

#define SEEN_MET 1u
#define SEEN_UNMET 2u

typedef struct Shown {
    Check *check;
    unsigned char *seen; /* by node number */
    Arena scratch;       /* for one date */
} Shown;

/* Examples of one date, row after row. */
typedef struct Rows {
    Block block;
    const Programme **programmes; /* by row */
} Rows;

static size_t count_at(const Rulebook *rulebook, Day date) {
    size_t count = 0;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        for (size_t k = 0; k < rulebook->programmes[i].example_count; k++)
            count += rulebook->programmes[i].examples[k].date == date;
    return count;
}

/* An example whose facts cannot be read shows nothing: azimut test says why. */
static Status add_row(Shown *shown, const Programme *programme, const Example *example, Rows *rows) {
    Arena arena;
    FactSet facts;
    Findings findings;
    Block one;
    arena_init(&arena, shown->check->memory);
    findings_init(&findings, &arena);
    Status status = factset_init(&facts, &arena, &shown->check->rulebook->vocabulary);
    if (status == STATUS_OK) status = facts_json_read(&facts, "exemple", example->facts, example->facts_length, &findings);
    if (status == STATUS_OK) status = block_from_facts(&one, &arena, &facts);
    if (status == STATUS_OK) {
        block_copy_row(&rows->block, rows->block.rows, &one, 0);
        rows->programmes[rows->block.rows++] = programme;
    }
    arena_clear(&arena);
    return status == STATUS_NO_MEMORY || shown->scratch.failed ? STATUS_NO_MEMORY : STATUS_OK;
}

static void see(Shown *shown, const Answers *answers, const Node *node, size_t row) {
    if (!node) return;
    Truth truth = answers_truth(answers, node, row);
    if (truth == TRUTH_TRUE) shown->seen[node->number] |= SEEN_MET;
    if (truth == TRUTH_FALSE) shown->seen[node->number] |= SEEN_UNMET;
    for (size_t i = 0; i < node->part_count; i++) see(shown, answers, node->parts[i], row);
}

static void see_programme(Shown *shown, const Answers *answers, const Programme *programme, size_t row) {
    see(shown, answers, programme->conditions, row);
    see(shown, answers, programme->object, row);
    for (size_t i = 0; i < programme->reserve_count; i++) see(shown, answers, programme->reserves[i], row);
}

static Status see_rows(Shown *shown, const Rows *rows, Day date) {
    Plan *plan = NULL;
    Answers *answers = NULL;
    const Memory *memory = shown->check->memory;
    Status status = plan_new(memory, shown->check->rulebook, date, PLAN_NODES, PLAN_EXACT, &plan);
    if (status == STATUS_OK) status = answers_new(memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, &rows->block);
    for (size_t row = 0; row < rows->block.rows && status == STATUS_OK; row++)
        see_programme(shown, answers, rows->programmes[row], row);
    answers_free(answers);
    plan_free(plan);
    return status;
}

static Status see_date(Shown *shown, Day date) {
    const Rulebook *rulebook = shown->check->rulebook;
    size_t count = count_at(rulebook, date);
    Rows rows;
    arena_reset(&shown->scratch);
    Status status = block_init(&rows.block, &shown->scratch, &rulebook->vocabulary, count);
    rows.programmes = arena_array(&shown->scratch, count, sizeof *rows.programmes);
    if (!rows.programmes) status = STATUS_NO_MEMORY;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        const Programme *programme = &rulebook->programmes[i];
        for (size_t k = 0; k < programme->example_count && status == STATUS_OK; k++)
            if (programme->examples[k].date == date) status = add_row(shown, programme, &programme->examples[k], &rows);
    }
    return status == STATUS_OK ? see_rows(shown, &rows, date) : status;
}

/* Every date once: at the first example that has it. */
static bool is_first(const Rulebook *rulebook, size_t programme, size_t example) {
    Day date = rulebook->programmes[programme].examples[example].date;
    for (size_t i = 0; i <= programme; i++)
        for (size_t k = 0; k < rulebook->programmes[i].example_count; k++) {
            if (i == programme && k == example) return true;
            if (rulebook->programmes[i].examples[k].date == date) return false;
        }
    return true;
}

/* ---- What no example shows */

/* A list that is left open excludes nobody: that side cannot be shown. */
static unsigned sides_of(const Node *node) {
    return node->kind == NODE_TEST && node->test.open_list ? SEEN_MET : SEEN_MET | SEEN_UNMET;
}

static const char *missing_side(unsigned missing) {
    if (missing == (SEEN_MET | SEEN_UNMET)) return ", ni rempli, ni non rempli";
    return missing == SEEN_MET ? " rempli" : " non rempli";
}

static Status tell_sides(Shown *shown, const Node *node) {
    if (!node) return STATUS_OK;
    Check *check = shown->check;
    unsigned missing = sides_of(node) & ~(unsigned)shown->seen[node->number];
    Status status = STATUS_OK;
    if ((node->kind == NODE_TEST || node->kind == NODE_CALLBACK) && missing) {
        Statement statement = statement_of_node(check->arena, check->rulebook, node);
        status = check_add_node(check, SEVERITY_NOTE, "AZ750", node,
                                "ajouter à exemples une structure qui le montre, avec l’attendu que donne le document",
                                phrase_of(check->arena, "aucun exemple ne montre le critère ",
                                          french_quote(check->arena, statement.text ? statement.text : ""), missing_side(missing),
                                          NULL));
    }
    for (size_t i = 0; i < node->part_count && status == STATUS_OK; i++) status = tell_sides(shown, node->parts[i]);
    return status;
}

static Status tell_programme(Shown *shown, const Programme *programme) {
    Check *check = shown->check;
    if (programme->example_count == 0)
        return check_add(
            check, SEVERITY_NOTE, "AZ751", programme->conditions->file, programme->line,
            "ajouter exemples = { { \"nom\", { faits }, attendu = \"éligible\" }, … }",
            phrase_of(check->arena, "le dispositif " QUOTE_OPEN, programme->id, QUOTE_CLOSE " n’a aucun exemple", NULL));
    Status status = tell_sides(shown, programme->conditions);
    if (status == STATUS_OK) status = tell_sides(shown, programme->object);
    for (size_t i = 0; i < programme->reserve_count && status == STATUS_OK; i++) status = tell_sides(shown, programme->reserves[i]);
    return status;
}

Status shown_check(Check *check) {
    const Rulebook *rulebook = check->rulebook;
    Shown shown = {.check = check, .seen = arena_array(check->arena, rulebook->node_count + 1, 1)};
    Status status = shown.seen ? STATUS_OK : STATUS_NO_MEMORY;
    arena_init(&shown.scratch, check->memory);
    for (size_t i = 0; i < rulebook->programme_count; i++)
        for (size_t k = 0; k < rulebook->programmes[i].example_count && status == STATUS_OK; k++)
            if (is_first(rulebook, i, k)) status = see_date(&shown, rulebook->programmes[i].examples[k].date);
    arena_clear(&shown.scratch);
    for (size_t i = 0; i < rulebook->programme_count && status == STATUS_OK; i++)
        if (!rulebook->programmes[i].failed) status = tell_programme(&shown, &rulebook->programmes[i]);
    return status;
}
