/* A wrong example is the first thing that an author wants to know of: either the rule says something else than meant, or the
 * example does. Only an example that fails costs a whole report, for the criteria that decide. */
#include "analyse/own_examples.h"

#include "analyse/sites.h"
#include "analyse/suite_run.h"
#include "base/text.h"
#include "explain/figures.h"
#include <string.h>

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

/* Two examples of one name, which reports and proposals could not tell apart; or two of one structure on one day. */
static Status tell_twins(Check *check, const Programme *programme, size_t i, size_t k) {
    const Example *one = &programme->examples[i], *other = &programme->examples[k];
    bool named = strcmp(one->name, other->name) == 0;
    bool alike = one->date == other->date && strcmp(one->facts, other->facts) == 0;
    if (!named && !alike) return STATUS_OK;
    const char *file = programme->conditions->file;
    const Position at = site_of_example(shelf_map(check->shelf, file), programme, k);
    return check_add_at(
        check, SEVERITY_WARNING, "AZ871", file, at,
        named ? "donner à l’un d’eux un autre nom, ou le retirer" : "n’en garder qu’un, ou changer ce qui devait différer",
        phrase_of(check->arena, "deux exemples ", named ? "ont le même nom" : "ont les mêmes faits", COLON, QUOTE_OPEN, one->name,
                  named ? QUOTE_CLOSE : QUOTE_CLOSE " et " QUOTE_OPEN, named ? "" : other->name, named ? "" : QUOTE_CLOSE, NULL));
}

static Status check_twins(Check *check, const Programme *programme) {
    Status status = STATUS_OK;
    for (size_t k = 1; k < programme->example_count; k++)
        for (size_t i = 0; i < k && status == STATUS_OK; i++) status = tell_twins(check, programme, i, k);
    return status;
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
    for (size_t i = 0; i < check->rulebook->programme_count && status == STATUS_OK; i++)
        status = check_twins(check, &check->rulebook->programmes[i]);
    return status;
}
