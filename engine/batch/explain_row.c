/* The very texts of a report on one structure alone: one way of explaining, without what nobody asked for. */
#include "batch/explain_row.h"

#include "batch/limits.h"
#include "explain/reporter.h"

struct Explainer {
    const Memory *memory;
    const BatchOptions *options;
    const Rulebook *rulebook;
    Arena kept;  /* owns the facts, but for their texts */
    Arena arena; /* owns those, and the list of texts of the last row */
    FactSet facts;
    Reporter *reporter;
    const Block *block;
};

/* The fewer explain side by side, the more each recalls. */
static size_t recalled_bytes(const BatchOptions *options) {
    const size_t each = EXPLAINING_BYTES / (options->threads > 1 ? options->threads : 1);
    return each > EXPLAINER_BYTES + RECALLED_LEAST ? each - EXPLAINER_BYTES : RECALLED_LEAST;
}

Status explainer_new(const Memory *memory, const Rulebook *rulebook, const BatchOptions *options, Explainer **out) {
    *out = memory_new(memory, sizeof **out);
    if (!*out) return STATUS_NO_MEMORY;
    **out = (Explainer){.memory = memory, .rulebook = rulebook, .options = options};
    arena_init(&(*out)->kept, memory);
    arena_init(&(*out)->arena, memory);
    Status status = factset_init(&(*out)->facts, &(*out)->kept, &rulebook->vocabulary);
    if (status == STATUS_OK) status = reporter_new(memory, rulebook, options->date, recalled_bytes(options), &(*out)->reporter);
    if (status == STATUS_OK) return status;
    explainer_free(*out);
    *out = NULL;
    return status;
}

void explainer_free(Explainer *explainer) {
    if (!explainer) return;
    reporter_free(explainer->reporter);
    arena_clear(&explainer->arena);
    arena_clear(&explainer->kept);
    memory_free(explainer->memory, explainer, sizeof *explainer);
}

void explainer_turn(Explainer *explainer, const Block *block, Answers *answers, const Outcomes *outcomes,
                    const Recommender *recommender) {
    explainer->block = block;
    reporter_open(explainer->reporter, block, answers, outcomes, recommender);
}

Status explain_row(Explainer *explainer, RowReader *reader, const Row *row, const unsigned *programmes, size_t count,
                   const Telling **tellings) {
    arena_reset(&explainer->arena);
    FactSet *facts = &explainer->facts;
    Telling *list = arena_array(&explainer->arena, count + 1, sizeof *list);
    Status status = list ? row_facts(reader, explainer->block, row, &explainer->arena, facts) : STATUS_NO_MEMORY;
    if (status != STATUS_OK) return status;
    const Value *needs = explainer->options->needs;
    if (needs && factset_put(facts, facts->vocabulary->needs, needs, NULL) != STATUS_OK) return STATUS_NO_MEMORY;
    const bool brief = explainer->options->explain == EXPLAIN_SHORT;
    status = reporter_tell(explainer->reporter, (size_t)row->at, facts, programmes, count, brief, list);
    if (status == STATUS_OK) *tellings = list;
    return status;
}

const Findings *explainer_findings(const Explainer *explainer) {
    return reporter_findings(explainer->reporter);
}
