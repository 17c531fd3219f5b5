/* A mutant is compiled alone and run over the rows of its programme's tests, a block for each date; the first answer that is not
 * the expected one ends it. Only those that live on are worth the question whether anybody could tell them apart. */
#include "analyse/mutation.h"

#include "analyse/difference.h"
#include "analyse/suite_run.h"
#include <string.h>

typedef struct Measure {
    const Suite *suite;
    Arena *arena; /* of what is kept */
    Mutation *out;
    const Programme *programme;
    MutationTally *tally;
    const Sheet *sheets;
    size_t sheet_count;
    Status status;
} Measure;

static Status run_mutant(const Measure *measure, const Mutant *mutant, const Sheet *sheet, bool *caught) {
    const Memory *memory = measure->suite->memory;
    Rulebook alone = rulebook_alone(measure->suite->rulebook, mutant->changed);
    Plan *plan = NULL;
    Answers *answers = NULL;
    alone.node_count = mutant->node_count;
    Status status = plan_for_programme(memory, &alone, sheet->date, mutant->changed, &plan);
    if (status == STATUS_OK) status = answers_new(memory, plan, &answers);
    if (status == STATUS_OK) status = plan_run(plan, answers, &sheet->block);
    for (size_t row = 0; status == STATUS_OK && row < sheet->block.rows && !*caught; row++)
        *caught = !expectation_met(sheet->expectations[row], verdict_of(answers, mutant->changed, row),
                                   verdict_reserved(answers, mutant->changed, row));
    answers_free(answers);
    plan_free(plan);
    return status;
}

static bool keep_survivor(Measure *measure, const Mutant *mutant, WorldAnswer seen, const Witness *witness) {
    Mutation *out = measure->out;
    Survivor *grown = arena_grow(measure->arena, out->survivors, out->survivor_count, &out->survivor_capacity, sizeof *grown);
    if (!grown) return false;
    out->survivors = grown;
    Survivor *survivor = &grown[out->survivor_count++];
    *survivor = (Survivor){.programme = measure->programme->id,
                           .family = mutant->family,
                           .text = arena_copy(measure->arena, mutant->text),
                           .file = mutant->node->file,
                           .line = mutant->node->line,
                           .seen = seen};
    if (seen == WORLD_SOME) survivor->witness = *witness;
    return survivor->text != NULL;
}

static void judge_survivor(Measure *measure, const Mutant *mutant) {
    WorldAnswer seen = WORLD_UNDECIDED;
    Witness witness = {.text = ""};
    Day date = measure->sheet_count > 0 ? measure->sheets[0].date : measure->programme->source_date;
    measure->status = difference_find(measure->suite->memory, measure->arena, measure->suite->rulebook, measure->programme, mutant,
                                      date, &seen, &witness);
    if (measure->status != STATUS_OK) return;
    if (seen == WORLD_NONE) measure->tally->equivalent++;
    else if (!keep_survivor(measure, mutant, seen, &witness)) measure->status = STATUS_NO_MEMORY;
}

static bool try_mutant(void *context, const Mutant *mutant) {
    Measure *measure = context;
    bool caught = false;
    measure->tally->made++;
    for (size_t i = 0; i < measure->sheet_count && !caught && measure->status == STATUS_OK; i++)
        measure->status = run_mutant(measure, mutant, &measure->sheets[i], &caught);
    if (measure->status != STATUS_OK) return false;
    if (caught) measure->tally->caught++;
    else judge_survivor(measure, mutant);
    return measure->status == STATUS_OK;
}

static Status measure_programme(const Suite *suite, Arena *arena, size_t number, Mutation *out) {
    const Programme *programme = &suite->rulebook->programmes[number];
    Arena rows, trees;
    Sheet *sheets;
    size_t count;
    arena_init(&rows, suite->memory);
    arena_init(&trees, suite->memory);
    Measure measure = {
        .suite = suite, .arena = arena, .out = out, .programme = programme, .tally = &out->programmes[out->programme_count++]};
    *measure.tally = (MutationTally){.programme = programme->id};
    measure.status = suite_sheets(suite, &rows, number, &sheets, &count);
    measure.sheets = sheets;
    measure.sheet_count = count;
    if (measure.status == STATUS_OK && !mutants_visit(&trees, suite->rulebook, programme, try_mutant, &measure) &&
        measure.status == STATUS_OK)
        measure.status = STATUS_NO_MEMORY;
    arena_clear(&trees);
    arena_clear(&rows);
    return measure.status;
}

Status mutation_measure(const Suite *suite, Arena *arena, Mutation *out) {
    const Rulebook *rulebook = suite->rulebook;
    Status status = STATUS_OK;
    *out = (Mutation){.programmes = arena_array(arena, rulebook->programme_count + 1, sizeof *out->programmes)};
    if (!out->programmes) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < rulebook->programme_count && status == STATUS_OK; i++) {
        const Programme *programme = &rulebook->programmes[i];
        if (programme->failed || !suite_keeps(suite, i)) continue;
        status = measure_programme(suite, arena, i, out);
        const MutationTally *tally = &out->programmes[out->programme_count - 1];
        out->all.made += tally->made;
        out->all.caught += tally->caught;
        out->all.equivalent += tally->equivalent;
    }
    return status;
}

unsigned mutation_score(const MutationTally *tally) {
    size_t catchable = tally->made - tally->equivalent;
    return catchable == 0 ? 100 : (unsigned)(100 * tally->caught / catchable);
}
