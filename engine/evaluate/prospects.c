/* Counts that add up over blocks. */
#include "evaluate/prospects.h"
#include "evaluate/program.h"

struct Prospects {
    const Memory *memory;
    const Plan *plan;
    Arena arena;
    size_t *near_misses; /* by programme */
    size_t *settled;     /* by fact */
};

Status prospects_new(const Memory *memory, const Plan *plan, Prospects **out) {
    Prospects *prospects = memory_new(memory, sizeof *prospects);
    if (!prospects) return STATUS_NO_MEMORY;
    *prospects = (Prospects){.memory = memory, .plan = plan};
    arena_init(&prospects->arena, memory);
    prospects->near_misses = arena_array(&prospects->arena, plan->rulebook->programme_count, sizeof(size_t));
    prospects->settled = arena_array(&prospects->arena, plan->rulebook->vocabulary.count, sizeof(size_t));
    if (!prospects->near_misses || !prospects->settled) {
        prospects_free(prospects);
        return STATUS_NO_MEMORY;
    }
    *out = prospects;
    return STATUS_OK;
}

void prospects_free(Prospects *prospects) {
    if (!prospects) return;
    arena_clear(&prospects->arena);
    memory_free(prospects->memory, prospects, sizeof *prospects);
}

Status prospects_add(Prospects *prospects, const Answers *answers, const Outcomes *outcomes) {
    (void)prospects;
    (void)answers;
    (void)outcomes;
    return STATUS_OK;
}

size_t prospects_near_misses(const Prospects *prospects, size_t programme) {
    return prospects->near_misses[programme];
}

size_t prospects_settled_by(const Prospects *prospects, int fact) {
    return prospects->settled[fact];
}
