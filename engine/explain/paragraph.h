/* The paragraph about one programme that an advisor pastes into a report: it reads alone. */
#ifndef AZIMUT_EXPLAIN_PARAGRAPH_H
#define AZIMUT_EXPLAIN_PARAGRAPH_H

#include "explain/draft.h"

#define PARAGRAPH_WORDS_MAX 160                /* an advisor pastes no more */
#define PARAGRAPH_DEGREES (THRIFT_COUNTED + 1) /* of thrift */

/* Everything else in `report` must be there. `message`: how the rule failed, for a programme in error; or NULL. */
const char *paragraph_of(const Dossier *dossier, const ProgrammeReport *report, const char *message);
/* That of a ranked programme at each degree of thrift, with marks (DraftMark) for the structure's name, the lists of what is met
 * and the reason of the rank. */
void paragraph_marked(const Dossier *dossier, const ProgrammeReport *report, const char *texts[PARAGRAPH_DEGREES]);
/* « éligible au vu des critères publiés », « non éligible… », hedged: the operator decides. */
const char *paragraph_verdict(const ProgrammeReport *report);

/* « cette semaine », « sans attendre » for a deadline within a week; NULL when none presses. */
const char *paragraph_urgency(const ProgrammeReport *report, Day date);

/* Why the rule itself keeps a programme away, in its author's words: « sauvegarde ouverte, s’adresser à… »; NULL: it does not. */
const char *paragraph_refusal(const Dossier *dossier, const Programme *programme);
/* « Ce dispositif n’est pas recommandé ici : sauvegarde ouverte, s’adresser à… » False: nothing keeps it away. */
bool paragraph_refused(Draft *draft);

#endif
