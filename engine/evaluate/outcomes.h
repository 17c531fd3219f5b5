/* The outcomes of a whole block as planes: for each programme and each word there is, which rows have it. */
#ifndef AZIMUT_EVALUATE_OUTCOMES_H
#define AZIMUT_EVALUATE_OUTCOMES_H

#include "evaluate/verdict.h"

#define VERDICT_COUNT (VERDICT_ERROR + 1)
#define RELEVANCE_COUNT (RELEVANCE_UNKNOWN + 1)

/* A cell of outcomes_rows: the verdict, and whether it is under reserve. */
#define OUTCOME_VERDICT 0x07
#define OUTCOME_UNDER_RESERVE 0x08

/* Of one programme; bit r of the words speaks of row r. Bits past the last row
 * are 0. */
typedef struct OutcomePlanes {
    uint64_t *verdicts[VERDICT_COUNT];     /* each row is in one of them */
    uint64_t *under_reserve;               /* within ELIGIBLE */
    uint64_t *relevances[RELEVANCE_COUNT]; /* each row is in one of them */
} OutcomePlanes;

typedef struct Outcomes Outcomes;

/* Room for the outcomes of one block; used again for the next. One per thread; `plan` must outlive it. */
Status outcomes_new(const Memory *memory, const Plan *plan, Outcomes **out);
void outcomes_free(Outcomes *outcomes);
/* Works out the outcomes of the block that `answers` (of the same plan) were run over last: what outcome_of says of each programme
 * and row. They stand until the next call. */
Status outcomes_of_block(Outcomes *outcomes, const Answers *answers);

/* How many rows the last block had. */
size_t outcomes_row_count(const Outcomes *outcomes);
/* The words of each plane: as many as the capacity of that block takes. */
size_t outcomes_words(const Outcomes *outcomes);
/* `programme`: its number in Rulebook.programmes, here and below. */
OutcomePlanes outcomes_planes(const Outcomes *outcomes, size_t programme);
Outcome outcomes_get(const Outcomes *outcomes, size_t programme, size_t row);
/* The verdicts of rows 64 * word … 64 * word + 63, for who writes row by row: cell of row r (counted from 64 * word) and programme
 * p is cells[p * OUTCOMES_STEP + r]. Those of rows past the last mean nothing. */
#define OUTCOMES_STEP ((size_t)64)
void outcomes_rows(const Outcomes *outcomes, size_t word, uint8_t *cells);

#endif
