/* The order in which programmes are recommended: successive keys named by the policy (rules/classement.lua), never a score, so that
 * "A before B because…" is one clause. */
#ifndef AZIMUT_EXPLAIN_RANKING_H
#define AZIMUT_EXPLAIN_RANKING_H

#include "explain/dossier.h"
#include "explain/ranking_keys.h"
#include "explain/report.h"

/* A rank is given to every programme of relevance strong or possible whose verdict is eligible or undetermined. Sorts the reports
 * (ranked ones first, the others by verdict then id) and sets `rank` and `rank_reason`; outcome and availability must be there. */
void ranking_apply(const Dossier *dossier, ProgrammeReport *reports, size_t count);
/* Sets `comparisons` of `subject`, a ranked one of `reports`, which are in their order: why it stands where it does against every
 * other one. */
void ranking_compare(const Dossier *dossier, ProgrammeReport *subject, const ProgrammeReport *reports, size_t count);
/* The pieces of ranking_apply, for who has the order already: what a structure's values make of a candidate, but for what
 * conditions decide (candidate_by); where a programme stands by every key; why `first` stands before `second` (`last`: said of the
 * second; the other one is then « ce dernier », just named); the reason of one that is alone. */
Candidate ranking_candidate(const Dossier *dossier, const CandidateFacts *facts, const Programme *programme, Outcome outcome);
Standing ranking_standing(const Dossier *dossier, const Policy *policy, const CandidateFacts *facts, const Programme *programme,
                          Outcome outcome);
const char *ranking_reason(const Dossier *dossier, const Policy *policy, const Standing *first, const Standing *second, bool last);
/* Is that worth telling in a paragraph? Not where only the alphabet tells them apart, or lengths that are near. */
bool ranking_tells(const Policy *policy, const Standing *first, const Standing *second);
extern const char ranking_alone[];
/* « CCSF »: a name cut to its acronym when it gives one in brackets, and to what stands before brackets or a dash otherwise. */
const char *ranking_short_name(Arena *arena, const Programme *programme);
/* As it is called within a sentence: « le DLA », « les procédures collectives »; « le dispositif DLA » where its rule does not say.
 */
const char *ranking_called(Arena *arena, const Programme *programme);
/* Does a legal clock put this programme before all others? */
bool ranking_urgent(const Dossier *dossier, const Programme *programme);
/* Is `name` a key that a policy may use? */
bool ranking_knows(const char *name);

#endif
