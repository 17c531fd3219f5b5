/* What explain/verify asks instead of trials_run, where that word is defined as checked_run. */
#undef trials_run
#include "unit/lying_trials.h"

#include "explain/trial.h"

static bool lie;

Status checked_run(Trials *trials, Day day, Trial *out);

void trials_lie(bool lying) {
    lie = lying;
}

Status checked_run(Trials *trials, Day day, Trial *out) {
    Status status = trials_run(trials, day, out);
    if (lie) out[0].verdict = VERDICT_INELIGIBLE;
    return status;
}
