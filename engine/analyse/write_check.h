/* Findings as bytes: for a reader, for an editor, for other programs. */
#ifndef AZIMUT_ANALYSE_WRITE_CHECK_H
#define AZIMUT_ANALYSE_WRITE_CHECK_H

#include "base/findings.h"
#include "base/text.h"

typedef struct CheckSummary {
    const Findings *findings;
    const char *date;
    size_t programmes, questions, undecided;
} CheckSummary;

/* French, wrapped, with advice and examples. */
Status write_check_text(const CheckSummary *summary, int width, bool colours, Text *out);
/* One line a finding: file:line:column: severity: message [code]. */
Status write_check_gcc(const CheckSummary *summary, Text *out);
/* docs/check.schema.json */
Status write_check_json(const CheckSummary *summary, Text *out);
/* SARIF 2.1.0, as code hosts and editors read it. */
Status write_check_sarif(const CheckSummary *summary, Text *out);

#endif
