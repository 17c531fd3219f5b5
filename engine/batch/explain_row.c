/* The same report as for a structure of its own, of which the paragraphs asked for are kept: one way of explaining. */
#include "batch/explain_row.h"

#include "explain/report.h"

struct Explainer {
    const Memory *memory;
    const Rulebook *rulebook;
    const BatchOptions *options;
    Arena arena; /* owns the facts and the list of texts of the last row */
    Report *report;
};

Status explainer_new(const Memory *memory, const Rulebook *rulebook, const BatchOptions *options, Explainer **out) {
    *out = memory_new(memory, sizeof **out);
    if (!*out) return STATUS_NO_MEMORY;
    **out = (Explainer){.memory = memory, .rulebook = rulebook, .options = options};
    arena_init(&(*out)->arena, memory);
    return STATUS_OK;
}

static void forget(Explainer *explainer) {
    report_free(explainer->report);
    explainer->report = NULL;
    arena_reset(&explainer->arena);
}

void explainer_free(Explainer *explainer) {
    if (!explainer) return;
    report_free(explainer->report);
    arena_clear(&explainer->arena);
    memory_free(explainer->memory, explainer, sizeof *explainer);
}

static const char *text_of(const Explainer *explainer, unsigned programme) {
    const Report *report = explainer->report;
    for (size_t i = 0; i < report->programme_count; i++) {
        if (report->programmes[i].programme != &explainer->rulebook->programmes[programme]) continue;
        return explainer->options->explain == EXPLAIN_FULL ? report->programmes[i].sentence : report->programmes[i].summary;
    }
    return "";
}

Status explain_row(Explainer *explainer, RowReader *reader, const Row *row, const unsigned *programmes, size_t count,
                   const char *const **texts) {
    forget(explainer);
    FactSet facts;
    const char **list = arena_array(&explainer->arena, count + 1, sizeof *list);
    Status status = list ? factset_init(&facts, &explainer->arena, &explainer->rulebook->vocabulary) : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = row_facts(reader, row, &facts);
    if (status != STATUS_OK) return status;
    const Value *needs = explainer->options->needs;
    if (needs) {
        facts.values[facts.vocabulary->needs] = *needs;
        facts.origins[facts.vocabulary->needs] = (Origin){.given = true};
    }
    status = report_new(explainer->memory, explainer->rulebook, &facts, explainer->options->date, &explainer->report);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) list[i] = text_of(explainer, programmes[i]);
    if (status == STATUS_OK) *texts = list;
    return status;
}
