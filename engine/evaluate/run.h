/* One run of a program over a block: the planes of every term, and the columns of the derived facts. */
#ifndef AZIMUT_EVALUATE_RUN_H
#define AZIMUT_EVALUATE_RUN_H

#include "evaluate/program.h"

/* How a row's value for a derived fact stands against the derivation: Column.imposed. */
enum {
    STANDING_DECLARED, /* as the fact file gave it */
    STANDING_IMPOSED,  /* the derivation is not asked */
    STANDING_CELL      /* a cell of settling: always met with the derivation, even one that serves only where nothing is declared */
};

/* A callback that failed on a row. */
typedef struct Failure {
    const Callback *callback;
    size_t row;
    const char *message;
} Failure;

typedef struct Run {
    const Plan *plan;
    Arena *arena;            /* borrowed */
    size_t capacity, stride; /* rows, and words of a plane */
    const Block *block;      /* of the current run; its capacity is this run's */
    uint64_t *yes, *no;      /* by term: stride words */
    Column *columns;         /* by fact: the block's, or the run's own for derived facts */
    uint64_t *disputed;      /* by derivation: rows where declaration and derivation leave nothing in common */
    uint64_t *impossible;    /* rows with any such */
    uint64_t *declared;      /* by derivation: rows where it met something declared */
    uint64_t **open;         /* by fact: rows where several values are possible; made when asked for */
    unsigned *open_at;       /* by fact: the block that `open` was made for */
    unsigned blocks;         /* how many were run */
    Value scratch[3];        /* room for the largest value */
    Callbacks *callbacks;    /* borrowed, or NULL */
    Value *inputs;           /* room for a callback's values */
    Arena failures_arena;
    Failure *failures;
    size_t failure_count, failure_capacity;
    bool out_of_memory;
} Run;

bool run_init(Run *run, Arena *arena, const Plan *plan, size_t capacity, Callbacks *callbacks);
void run_clear(Run *run);
/* Carries out `sequence` over the rows of `block`. */
void run_block(Run *run, const Sequence *sequence, const Block *block);
/* The answer of a term that the last run computed. */
Truth run_truth(const Run *run, TermId term, size_t row);
/* A row's value after derivation, into `out`, whose bits have room. */
void run_value(const Run *run, int fact, size_t row, Value *out);

/* How the block's value of a fact stands: STANDING_DECLARED, … */
static inline uint8_t run_standing(const Run *run, int fact, size_t row) {
    const Column *column = &run->block->columns[fact];
    return column->present && column->imposed ? column->imposed[row] : STANDING_DECLARED;
}

/* The rows of a word that there are. */
static inline uint64_t run_rows(const Run *run, size_t word) {
    size_t left = run->block->rows - word * 64;
    return left < 64 ? (UINT64_C(1) << left) - 1 : ~UINT64_C(0);
}

/* The rows on which several values of a fact are possible, after derivation; a text never is open. When memory runs out none is,
 * and `out_of_memory` is set. */
const uint64_t *run_open(Run *run, int fact);

static inline Planes run_planes(const Run *run, TermId term) {
    return (Planes){run->yes + term * run->stride, run->no + term * run->stride};
}

/* The derived fact of `number`, for every row (derive.c). */
void derive_rows(Run *run, size_t number);

#endif
