/* A wrong example is the first thing that an author wants to know of: either the rule says something else than meant, or the
 * example does. Only an example that fails costs a whole report, for the criteria that decide. */
#include "analyse/own_examples.h"

#include "analyse/sites.h"
#include "analyse/suite_run.h"
#include "base/text.h"
#include "explain/figures.h"

static const char *joined(Arena *arena, const Mismatch *mismatch) {
    const char *all = "";
    for (size_t i = 0; i < mismatch->reason_count && all; i++)
        all = arena_printf(arena, i ? "%s\u00A0; %s" : "%s%s", all, mismatch->reasons[i]);
    return all;
}

static Status tell(Check *check, const SuiteTest *test, const Mismatch *mismatch) {
    Arena *arena = check->arena;
    const char *reasons = joined(arena, mismatch);
    const Position at = site_of_expected(shelf_map(check->shelf, test->file), test->programme, test->place);
    const Finding finding = {.severity = SEVERITY_ERROR,
                             .code = "AZ870",
                             .file = test->file,
                             .line = at.line,
                             .column = at.column,
                             .message = phrase_of(arena, "l’exemple " QUOTE_OPEN, test->name, QUOTE_CLOSE " attend " QUOTE_OPEN,
                                                  mismatch->expected, QUOTE_CLOSE ", la règle répond " QUOTE_OPEN, mismatch->got,
                                                  QUOTE_CLOSE, reasons && *reasons ? COLON : "", reasons ? reasons : "", NULL),
                             .advice =
                                 "relire la source, puis corriger la règle si elle dit autre chose, ou l’exemple s’il se trompe",
                             .facts = test->programme->examples[test->place].facts};
    return finding.message && reasons ? findings_add(&check->findings, &finding) : STATUS_NO_MEMORY;
}

Status own_examples_check(Check *check) {
    Suite suite;
    SuiteRun run;
    Status status = suite_read(&suite, check->memory, check->arena, check->rulebook, check->shelf);
    for (size_t i = 0; i < suite.findings.count && status == STATUS_OK; i++)
        status = findings_add(&check->findings, &suite.findings.items[i]);
    if (status == STATUS_OK) status = suite_run(&suite, check->arena, &run);
    for (size_t i = 0; i < suite.count && status == STATUS_OK; i++)
        for (size_t k = 0; k < run.results[i].mismatch_count && status == STATUS_OK; k++)
            status = tell(check, run.results[i].test, &run.results[i].mismatches[k]);
    return status;
}
