/* Trees compiled for one evaluation date, and run over blocks as two bit-planes (true, false): the single evaluation path. A plan
 * computes *roots*: nodes whose answer is wanted. For verdicts these are the conditions, objects, reserves and relevance of
 * each programme; to explain one structure, they are all nodes of the authors' trees. What Kleene logic leaves unknown though a
 * base fact occurs twice is settled exactly, root by root. */
#ifndef AZIMUT_EVALUATE_PLAN_H
#define AZIMUT_EVALUATE_PLAN_H

#include "evaluate/kleene.h"
#include "knowledge/block.h"
#include "rules/callback.h"

#define SETTLE_CELLS_MAX 4096

typedef enum PlanScope {
    PLAN_VERDICTS, /* what decides */
    PLAN_PARTS,    /* the same, and each condition of a programme by itself */
    PLAN_NODES     /* every node of every tree */
} PlanScope;

typedef enum PlanExactness {
    PLAN_EXACT, /* tests on one fact merged, unknowns settled */
    PLAN_KLEENE /* neither: what the tree walk answers; for tests */
} PlanExactness;

typedef struct Plan Plan;
typedef struct Answers Answers;

Status plan_new(const Memory *memory, const Rulebook *rulebook, Day date, PlanScope scope, PlanExactness exactness, Plan **out);
/* What decides the verdict of one programme, exactly and no more, to ask « what if » of it on many days. Its roots are the
 * conditions, the object and the reserves; of the derived facts, only those that they read have values. */
Status plan_for_programme(const Memory *memory, const Rulebook *rulebook, Day date, const Programme *programme, Plan **out);
void plan_free(Plan *plan);
const Rulebook *plan_rulebook(const Plan *plan);
Day plan_date(const Plan *plan);
/* Room for the answers of one block; used again for the next. One per thread. */
Status answers_new(const Memory *memory, const Plan *plan, Answers **out);
void answers_free(Answers *answers);
/* Evaluates all rows of `block`. */
Status plan_run(const Plan *plan, Answers *answers, const Block *block);
/* Evaluates what one programme alone asks: the truths of its roots are then good, and those of no other. For blocks of hypothetical
 * rows, since it costs what the programme costs. What the plan keeps for the programme is made by the first call. */
Status plan_run_programme(const Plan *plan, Answers *answers, const Block *block, const Programme *programme);
/* The block of the last run. */
const Block *answers_block(const Answers *answers);

/* The truth of a root for a row. `node` must be a root of the plan. */
Truth answers_truth(const Answers *answers, const Node *node, size_t row);
/* The same of a node by its number. */
Truth answers_truth_at(const Answers *answers, uint32_t number, size_t row);
/* The same for all rows; only to be read. */
Planes answers_planes(const Answers *answers, const Node *node);
/* Is the callback one of those that decide a verdict of this programme? */
bool programme_calls(const Programme *programme, const Callback *callback);
/* Did a callback of this programme fail on this row? `message` (or NULL) says how. */
bool answers_failed(const Answers *answers, const Programme *programme, size_t row, const char **message);
/* The callbacks that failed on a row, whatever they serve: those of programmes, deductions, alerts… NULL past the last one.
 * `message` says how. */
const Callback *answers_failure(const Answers *answers, size_t row, size_t index, const char **message);
/* The value of a fact after derivation; bits as in block_get. */
void answers_value(const Answers *answers, int fact, size_t row, Value *out);
/* Puts the bits of the rows on which a choice is surely in a set, after derivation, into `rows`: empty words for a whole block. */
void answers_holding(const Answers *answers, int fact, size_t choice, uint64_t *rows);
/* The most that a fact with numbers may be, by row of the block and after derivation; NULL where nothing is known of it on any row.
 */
const double *answers_highs(const Answers *answers, int fact);
/* Is anything known of this fact, after derivation, on any row of the block? False only when nothing is. */
bool answers_informed(const Answers *answers, int fact);
/* Did declaration and derivation of this fact leave nothing in common? (The fact then keeps both.) */
bool answers_disputed(const Answers *answers, int fact, size_t row);

/* A value with room for the bits of any fact, for answers_value. False when memory runs out. */
bool plan_value_room(const Plan *plan, Arena *arena, Value *out);

/* The roots that meet base facts twice over more than SETTLE_CELLS_MAX cells when nothing is known, so that Kleene logic stands
 * there: never wrong, perhaps less exact than could be. The array is allocated in `arena`. */
Status plan_unsettled(const Plan *plan, Arena *arena, const Node ***nodes, size_t *count);

#endif
