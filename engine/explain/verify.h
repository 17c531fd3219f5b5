/* What is announced is checked by substitution before it is printed. */
#ifndef AZIMUT_EXPLAIN_VERIFY_H
#define AZIMUT_EXPLAIN_VERIFY_H

#include "explain/dossier.h"
#include "explain/report.h"
#include "explain/trial.h"

/* Check every change, and the reasons, of a report, take out those that do not hold, and tell each as an internal error (AZ620). */
Status verify_changes(const Dossier *dossier, Trials *trials, ProgrammeReport *report, Findings *findings);
Status verify_reasons(const Dossier *dossier, Trials *trials, ProgrammeReport *report, Findings *findings);

/* Does the change do what it says: its facts, read from the text that is printed, laid over the structure's own, give its verdict
 * on its day; not on the day before; not without any one of them; still on its last day and not after? */
Status verify_change(const Dossier *dossier, Trials *trials, const Programme *programme, const ChangeReport *change, bool *holds);
/* Do the sufficient facts alone give the verdict of the report, and any fewer not? */
Status verify_sufficient(const Dossier *dossier, Trials *trials, const ProgrammeReport *report, bool *holds);

#endif
