/* A programme's criteria as its author wrote them, each with what is asked, what the structure is, and whether the two agree. */
#ifndef AZIMUT_EXPLAIN_CRITERIA_H
#define AZIMUT_EXPLAIN_CRITERIA_H

#include "explain/dossier.h"
#include "explain/figures.h"
#include "explain/report.h"

/* The question on a tie, around its value. */
#define CRITERIA_TIE_OPEN "Est-on admis quand on est exactement à la limite ("
#define CRITERIA_TIE_CLOSE ")" THIN "?"

/* The top-level criteria of all kinds, in order, to the depth of the dossier. An ineligible programme always has an unmet one: when
 * its conditions are each possible but cannot hold together, the whole of them is one unmet criterion. */
CriterionReport *criteria_of(const Dossier *dossier, const Programme *programme, Verdict verdict,
                             const AvailabilityReport *availability, size_t *count);

/* Will a condition that a date known in part leaves open be met, whatever the date, by the call that is announced? */
bool criteria_in_time(const CriterionReport *criterion, const AvailabilityReport *availability);

/* A criterion in few words, by its kind and truth: of an object that is not there, what is there instead. */
const char *criteria_brief(const Dossier *dossier, const CriterionReport *report);

/* What the author of a node asks, or NULL: « Dans cette région, … » is told by the name of the region, once that is known. */
const char *criteria_own_question(const Dossier *dossier, const Node *node);
/* Is a number or a date known in part (« de 8 à 12 », « en novembre »)? */
bool criteria_part_known(const Dossier *dossier, int fact);
/* The question that the vocabulary puts on a fact, or NULL: « …, exactement ? » of what is known in part. */
const char *criteria_asked(const Dossier *dossier, int fact);
/* Does it ask whether one is admitted exactly at a limit, which no fact can say? */
bool criteria_tied(const CriterionReport *criterion);
/* All of these in one question: « … exactement à la limite (3 ETP ; budget annuel de 200 000 €) ? » */
const char *criteria_ties(Arena *arena, const ProgrammeReport *report);

#endif
