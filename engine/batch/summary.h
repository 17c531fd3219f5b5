/* What a run says at its end, in French. */
#ifndef AZIMUT_BATCH_SUMMARY_H
#define AZIMUT_BATCH_SUMMARY_H

#include "batch/worker.h"

/* Adds up what the workers counted. False when the figures do not add up: structures × programmes are the verdicts, rows read are
 * those accepted and rejected. STATUS_NO_MEMORY is `out->failed`.
 * Sets `counts->errors`. */
bool summary_write(const BatchPlan *plan, Worker *const *workers, size_t worker_count, BatchCounts *counts, Text *out);

#endif
