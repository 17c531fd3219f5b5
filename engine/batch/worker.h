/* One thread's share of a batch: portions of input turned into lines. */
#ifndef AZIMUT_BATCH_WORKER_H
#define AZIMUT_BATCH_WORKER_H

#include "batch/batch.h"
#include "batch/source.h"
#include "evaluate/prospects.h"
#include "output/write_rows.h"

/* What all workers share and only read. */
typedef struct BatchPlan {
    const Memory *memory;
    const Rulebook *rulebook;
    const BatchOptions *options;
    const Plan *plan;
    const RowFormat *format;
    const unsigned *shown; /* the programmes asked for */
    size_t shown_count;
    const bool *is_shown; /* by number of programme */
} BatchPlan;

/* The identifier of a row that has one of its own. */
typedef struct NamedRow {
    uint64_t print;
    size_t line;
    size_t start, length; /* in Harvest.names */
} NamedRow;

/* What a portion gives. */
typedef struct Harvest {
    Text lines, rejects;
    Text names;
    NamedRow *named;
    size_t named_count, named_capacity;
    BatchCounts counts;
    bool continues; /* `rejects` begins with the rest of a record */
    Arena arena;    /* owns `told` */
    Findings told;  /* of its rows: at most REPORTED_MAX errors, and as many others */
    size_t told_errors, told_others, untold;
} Harvest;

/* What a worker counts over all its rows. */
typedef struct Tally {
    uint64_t rows;      /* evaluated */
    uint64_t *verdicts; /* of programme p and verdict v, at p * VERDICT_COUNT + v */
    uint64_t *reserves; /* by programme: of those eligible, under reserve */
    uint64_t failures;  /* rows where some function of the rules failed */
} Tally;

typedef struct Worker Worker;

void harvest_init(Harvest *harvest, const Memory *memory);
void harvest_clear(Harvest *harvest);

Status worker_new(const BatchPlan *plan, Worker **out);
void worker_free(Worker *worker);
/* Reads, evaluates and writes all records of `portion`; `explain` false leaves explanations out, for lines that stand already. Only
 * STATUS_NO_MEMORY stops it. */
Status worker_harvest(Worker *worker, const Portion *portion, bool explain, Harvest *out);
const Tally *worker_tally(const Worker *worker);
const Prospects *worker_prospects(const Worker *worker);

#endif
