/* Row by row and programme by programme. */
#include "evaluate/outcomes.h"
#include "evaluate/program.h"
#include <string.h>

#define PLANES (VERDICT_COUNT + 1 + RELEVANCE_COUNT)

struct Outcomes {
    const Memory *memory;
    const Plan *plan;
    Arena arena; /* owns the planes, made for the capacity of the block */
    uint64_t *planes;
    size_t rows, stride;
};

Status outcomes_new(const Memory *memory, const Plan *plan, Outcomes **out) {
    Outcomes *outcomes = memory_new(memory, sizeof *outcomes);
    if (!outcomes) return STATUS_NO_MEMORY;
    *outcomes = (Outcomes){.memory = memory, .plan = plan};
    arena_init(&outcomes->arena, memory);
    *out = outcomes;
    return STATUS_OK;
}

void outcomes_free(Outcomes *outcomes) {
    if (!outcomes) return;
    arena_clear(&outcomes->arena);
    memory_free(outcomes->memory, outcomes, sizeof *outcomes);
}

OutcomePlanes outcomes_planes(const Outcomes *outcomes, size_t programme) {
    uint64_t *first = outcomes->planes + programme * PLANES * outcomes->stride;
    OutcomePlanes planes;
    for (size_t i = 0; i < VERDICT_COUNT; i++) planes.verdicts[i] = first + i * outcomes->stride;
    planes.under_reserve = first + VERDICT_COUNT * outcomes->stride;
    for (size_t i = 0; i < RELEVANCE_COUNT; i++) planes.relevances[i] = first + (VERDICT_COUNT + 1 + i) * outcomes->stride;
    return planes;
}

static bool fit_to(Outcomes *outcomes, size_t capacity) {
    size_t stride = bits_words(capacity), programmes = outcomes->plan->rulebook->programme_count;
    if (outcomes->planes && outcomes->stride == stride) return true;
    arena_clear(&outcomes->arena);
    outcomes->stride = stride;
    outcomes->planes = arena_array(&outcomes->arena, programmes * PLANES * stride, sizeof(uint64_t));
    return outcomes->planes != NULL;
}

Status outcomes_of_block(Outcomes *outcomes, const Answers *answers) {
    const Rulebook *rulebook = outcomes->plan->rulebook;
    const Block *block = answers_block(answers);
    if (!fit_to(outcomes, block->capacity)) return STATUS_NO_MEMORY;
    outcomes->rows = block->rows;
    memset(outcomes->planes, 0, rulebook->programme_count * PLANES * outcomes->stride * sizeof(uint64_t));
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        OutcomePlanes planes = outcomes_planes(outcomes, i);
        for (size_t row = 0; row < block->rows; row++) {
            Outcome outcome = outcome_of(answers, rulebook, &rulebook->programmes[i], row);
            bits_put(planes.verdicts[outcome.verdict], row);
            bits_put(planes.relevances[outcome.relevance], row);
            if (outcome.under_reserve) bits_put(planes.under_reserve, row);
        }
    }
    return STATUS_OK;
}

size_t outcomes_row_count(const Outcomes *outcomes) {
    return outcomes->rows;
}

Outcome outcomes_get(const Outcomes *outcomes, size_t programme, size_t row) {
    OutcomePlanes planes = outcomes_planes(outcomes, programme);
    Outcome outcome = {.verdict = VERDICT_ELIGIBLE, .under_reserve = bits_has(planes.under_reserve, row)};
    while (!bits_has(planes.verdicts[outcome.verdict], row)) outcome.verdict++;
    while (!bits_has(planes.relevances[outcome.relevance], row)) outcome.relevance++;
    return outcome;
}

void outcomes_rows(const Outcomes *outcomes, size_t word, uint8_t *cells) {
    size_t programmes = outcomes->plan->rulebook->programme_count, left = outcomes->rows - word * 64;
    size_t rows = left < 64 ? left : 64;
    for (size_t i = 0; i < programmes; i++) {
        for (size_t row = 0; row < rows; row++) {
            Outcome outcome = outcomes_get(outcomes, i, word * 64 + row);
            cells[row * programmes + i] =
                (uint8_t)((unsigned)outcome.verdict | (outcome.under_reserve ? OUTCOME_UNDER_RESERVE : 0));
        }
    }
}
