/* One run of a program over a block: the planes of every term, and the columns of the derived facts. */
#ifndef AZIMUT_EVALUATE_RUN_H
#define AZIMUT_EVALUATE_RUN_H

#include "evaluate/choices.h"
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
    uint64_t *planes;        /* by term: stride words of `yes`, then of `no` */
    uint8_t *uniform;        /* by term: 0, or 1 + the Truth that it answers on every row: its planes are then not written */
    Planes constants[3];     /* by Truth */
    Column *derived;         /* by derivation: its fact, with data where that is derived row by row */
    Choices *choices;        /* by fact: made when a test asks for them, or by the derivation */
    unsigned *choices_at;    /* by fact: the block that they were made for */
    Choices given;           /* room for what was declared of a derived fact */
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
/* Computes a term once more, from parts that were written over. */
void run_again(Run *run, TermId term);
/* Takes the answers of a term from another run over as many rows. */
void run_borrow(Run *run, const Run *from, TermId term);
/* The run of the block that was evaluated last. */
const Run *answers_run(const Answers *answers);
Run *answers_open_run(Answers *answers);
/* The answer of a term that the last run computed. */
Truth run_truth(const Run *run, TermId term, size_t row);
/* A row's value after derivation, into `out`, whose bits have room. */
void run_value(const Run *run, int fact, size_t row, Value *out);

/* A fact after derivation: the block's column, or the run's own. */
static inline const Column *run_column(const Run *run, int fact) {
    int derivation = run->plan->derivation_of_fact[fact];
    return derivation < 0 ? &run->block->columns[fact] : &run->derived[derivation];
}

/* How the block's value of a fact stands: STANDING_DECLARED, … */
static inline uint8_t run_standing(const Run *run, int fact, size_t row) {
    const Column *column = &run->block->columns[fact];
    return column->present && column->imposed ? column->imposed[row] : STANDING_DECLARED;
}

/* The rows of a word that there are. */
static inline uint64_t run_rows(const Run *run, size_t word) {
    size_t rows = run->block->rows;
    if (rows >= word * 64 + 64) return ~UINT64_C(0);
    return rows > word * 64 ? (UINT64_C(1) << (rows - word * 64)) - 1 : 0;
}

/* The rows on which several values of a fact are possible, after derivation; a text never is open. When memory runs out none is,
 * and `out_of_memory` is set. */
const uint64_t *run_find_open(Run *run, int fact);
static inline const uint64_t *run_open(Run *run, int fact) {
    return run->open_at[fact] == run->blocks ? run->open[fact] : run_find_open(run, fact);
}

/* Where a term's planes are written. */
static inline Planes run_own_planes(const Run *run, TermId term) {
    uint64_t *yes = run->planes + 2 * (size_t)term * run->stride;
    return (Planes){yes, yes + run->stride};
}

/* Those to be read. */
static inline Planes run_planes(const Run *run, TermId term) {
    return run->uniform[term] ? run->constants[run->uniform[term] - 1] : run_own_planes(run, term);
}

/* Those of a term that was computed, to be written over. */
Planes run_open_planes(Run *run, TermId term);

/* Is a fact held as planes of its choices, or of classes of them (classes.h)? Derived ones always are, if they have choices. */
bool run_has_choices(const Run *run, int fact);
/* They, for the block being run; NULL when memory runs out (`out_of_memory` is then set). Not of a fact of which nothing is known
 * in the block. */
const Choices *run_choices(Run *run, int fact);

/* The derived fact of `number`, for every row: by planes where it has choices (derive_choices.c), else row by row (derive.c). */
void derive_choices(Run *run, size_t number);
void derive_rows(Run *run, size_t number);

#endif
