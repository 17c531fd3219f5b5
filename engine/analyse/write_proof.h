/* What tests cover and what they miss, as text; and everything a test run found, as JSON. */
#ifndef AZIMUT_ANALYSE_WRITE_PROOF_H
#define AZIMUT_ANALYSE_WRITE_PROOF_H

#include "analyse/coverage.h"
#include "analyse/mutation.h"
#include "analyse/suite_run.h"
#include "base/text.h"

/* French, added to `out`: programme by programme, the answers that no test has seen decide. */
Status write_coverage(const Coverage *coverage, const Rulebook *rulebook, int width, bool colours, Text *out);
/* French, added to `out`: the mutants that no test caught, each with a structure that would show it, then the figures. */
Status write_mutation(const Mutation *mutation, int width, bool colours, Text *out);
/* docs/test.schema.json; `coverage` and `mutation` may be NULL. */
Status write_tests_json(const SuiteRun *run, const Coverage *coverage, const Mutation *mutation, Text *out);

#endif
