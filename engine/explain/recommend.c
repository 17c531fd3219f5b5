/* Row by row: relevance, then certainty. */
#include "explain/recommend.h"
#include "evaluate/program.h"

struct Recommender {
    const Memory *memory;
    const Plan *plan;
    Arena arena; /* owns the lists of the block */
    unsigned **lists;
    size_t *counts;
};

Status recommender_new(const Memory *memory, const Plan *plan, Recommender **out) {
    Recommender *recommender = memory_new(memory, sizeof *recommender);
    if (!recommender) return STATUS_NO_MEMORY;
    *recommender = (Recommender){.memory = memory, .plan = plan};
    arena_init(&recommender->arena, memory);
    *out = recommender;
    return STATUS_OK;
}

void recommender_free(Recommender *recommender) {
    if (!recommender) return;
    arena_clear(&recommender->arena);
    memory_free(recommender->memory, recommender, sizeof *recommender);
}

static bool has_place(Outcome outcome, Relevance relevance, Verdict verdict) {
    return outcome.relevance == relevance && outcome.verdict == verdict;
}

Status recommend_block(Recommender *recommender, const Answers *answers, const Outcomes *outcomes, size_t top) {
    static const Relevance relevances[] = {RELEVANCE_STRONG, RELEVANCE_POSSIBLE};
    static const Verdict verdicts[] = {VERDICT_ELIGIBLE, VERDICT_UNDETERMINED};
    size_t rows = outcomes_row_count(outcomes), programmes = recommender->plan->rulebook->programme_count;
    (void)answers;
    arena_reset(&recommender->arena);
    recommender->lists = arena_array(&recommender->arena, rows, sizeof *recommender->lists);
    recommender->counts = arena_array(&recommender->arena, rows, sizeof *recommender->counts);
    if (!recommender->lists || !recommender->counts) return STATUS_NO_MEMORY;
    for (size_t row = 0; row < rows; row++) {
        unsigned *list = recommender->lists[row] = arena_array(&recommender->arena, programmes, sizeof *list);
        if (!list) return STATUS_NO_MEMORY;
        for (size_t place = 0; place < 4; place++)
            for (size_t i = 0; i < programmes && recommender->counts[row] < top; i++)
                if (has_place(outcomes_get(outcomes, i, row), relevances[place / 2], verdicts[place % 2]))
                    list[recommender->counts[row]++] = (unsigned)i;
    }
    return STATUS_OK;
}

const unsigned *recommendations_get(const Recommender *recommender, size_t row, size_t *count) {
    *count = recommender->counts[row];
    return recommender->lists[row];
}
