/* Test results as bytes: for a reader, for a harness (TAP), for a build server (JUnit). */
#ifndef AZIMUT_ANALYSE_WRITE_TESTS_H
#define AZIMUT_ANALYSE_WRITE_TESTS_H

#include "analyse/suite_run.h"
#include "base/text.h"

/* French: what failed, expected beside got, with the criteria that decide; then the totals. */
Status write_tests_text(const SuiteRun *run, int width, bool colours, Text *out);
/* TAP version 14: one point a test. */
Status write_tests_tap(const SuiteRun *run, Text *out);
/* One suite a file. */
Status write_tests_junit(const SuiteRun *run, Text *out);

#endif
