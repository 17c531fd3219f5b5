/* How a programme stands for a structure, in words: its verdict, whether to make haste, its relevance and its rank. */
#ifndef AZIMUT_EXPLAIN_STANDING_H
#define AZIMUT_EXPLAIN_STANDING_H

#include "explain/draft.h"

/* « éligible au vu des critères publiés », « non éligible… », hedged: the operator decides. */
const char *standing_verdict(const ProgrammeReport *report);
/* « cette semaine », « sans attendre » for a deadline within a week; NULL when none presses. */
const char *standing_urgency(const ProgrammeReport *report, Day date);
/* Does the programme answer a need that was said? */
bool standing_wanted(const ProgrammeReport *report);
/* Is it eligible, or may it be? */
bool standing_open(const Draft *draft);
/* Is it kept away by its own rule: a collective procedure that is open already? */
bool standing_kept_away(const Draft *draft);
/* Why its rule keeps it away, in its author's words: « sauvegarde ouverte, s’adresser à… »; NULL: it does not. */
const char *standing_refusal(const Dossier *dossier, const Programme *programme);

/* Each adds its sentences, if there is anything to say: the name with the verdict and how many points are open; */
void standing_heading(Draft *draft);
/* where it is written, or from what it is inferred, that the programme answers the need; */
void standing_relevance(Draft *draft);
/* why it has this rank; */
void standing_rank(Draft *draft);
/* « Ce dispositif n’est pas recommandé ici : sauvegarde ouverte, s’adresser à… » False: nothing keeps it away; */
bool standing_refused(Draft *draft);
/* what the programme is for, where it says so; */
void standing_speciality(Draft *draft);
/* why it is not ranked, though it is not closed. */
void standing_need(Draft *draft);

#endif
