/* Tests carried out: for each, what was expected beside what was answered, and by which criteria. */
#ifndef AZIMUT_ANALYSE_SUITE_RUN_H
#define AZIMUT_ANALYSE_SUITE_RUN_H

#include "analyse/suite.h"

/* One expectation that is not met. */
typedef struct Mismatch {
    const char *what; /* id of a programme; "tete", "parmi_cinq" */
    const char *expected, *got;
    int line;
    const char *const *reasons; /* the criteria that decide what was answered, in words */
    size_t reason_count;
} Mismatch;

typedef struct TestResult {
    const SuiteTest *test;
    Mismatch *mismatches;
    size_t mismatch_count, capacity;
} TestResult;

typedef struct SuiteRun {
    const Suite *suite;
    TestResult *results; /* by test */
    size_t failed;       /* tests with a mismatch */
    size_t checked;      /* expectations compared */
} SuiteRun;

/* Carries out every test; everything is kept in `arena`. STATUS_NO_MEMORY or STATUS_OK. */
Status suite_run(const Suite *suite, Arena *arena, SuiteRun *out);

/* The rulebook with this programme alone, and what it rests on: for plans of one programme, which may be a changed copy. */
Rulebook rulebook_alone(const Rulebook *rulebook, Programme *programme);

#endif
