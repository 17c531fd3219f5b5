/* Sizes of a batch, in one place. Together they keep it under 64 MB whatever the number of rows. */
#ifndef AZIMUT_BATCH_LIMITS_H
#define AZIMUT_BATCH_LIMITS_H

#include "input/records.h"

#define PIECE_BYTES (256u << 10)     /* of input at a time, which the second-level cache holds */
#define PIECE_BYTES_MAX (384u << 10) /* or up to so many, where they fill a block */
#define EXPLAINED_BYTES (128u << 10) /* where what is said of them is twenty times as long */
#define PIECES_PER_SLOT 64           /* parts of those bytes that broken records may cut apart; the rest waits for the next slot */
#define EXPLAINING_BYTES ((size_t)38 << 20) /* for all threads that explain: */
#define EXPLAINER_BYTES ((size_t)14 << 20)  /* what each takes beside what it recalls, */
#define RECALLED_LEAST ((size_t)3 << 20)    /* for which there is at least so much */
#define RECORD_BYTES_USUAL 512              /* of one structure: so many identifiers are expected */
#define LOOK_AHEAD 24                       /* identifiers are on their way from memory while so many others are looked at */
#define THREADS_MAX 256
#define INPUTS_MAX 1000
#define REPORTED_MAX 20                       /* errors, notes and repetitions told one by one; the rest is counted */
#define IDENTIFIERS_MAX ((size_t)3 << 19)     /* identifiers whose repetition is looked for: 16 MB */
#define GATHER_BYTES ((size_t)128 << 10)      /* of output, written together: whole large pages cost the system half as much */
#define SEND_BYTES ((uint64_t)1 << 20)        /* written before they are sent on their way to the disk */
#define HELD_BYTES ((uint64_t)64 << 20)       /* of output, which the system may keep in memory; of a longer one */
#define BEHIND_BYTES ((uint64_t)8 << 20)      /* so many, on their way to the disk while others are written */
#define CHECKPOINT_BYTES ((uint64_t)16 << 20) /* written between two renewals of what stands beside the unfinished result */
#define SECURE_BYTES ((uint64_t)64 << 20)     /* written before that is waited for, once: a power cut then costs no more */
#define REST_BYTES_MAX ((uint64_t)512 << 20)  /* of all inputs: a run that is stopped reads on so far, and no longer */

#endif
