/* What the pages on one structure have in common. */
#ifndef AZIMUT_OUTPUT_STRUCTURE_H
#define AZIMUT_OUTPUT_STRUCTURE_H

#include "explain/french.h"
#include "explain/report.h"
#include "output/page.h"

/* Over the programmes that are open, and whose rule does not say to what need they answer. */
#define STRUCTURE_UNPLACED "Non classés" COLON "leur règle ne dit pas à quel besoin ils répondent"

/* Name, or identifier, and date of evaluation: as the head of a page. */
void structure_head(Page *page, Arena *arena, const Report *report);
/* « À mener avec DLA : … », an entry of a list. */
void structure_relation(Page *page, const RelationReport *relation);
/* « non précisé : le document est muet », of « calendrier non précisé… »: what stands after « Calendrier : ». */
const char *structure_calendar(const char *text);
/* A question, with whom it is for, and its help beside. */
void structure_question(Page *page, Arena *arena, const QuestionReport *question);
/* « oui → éligible ; non → non éligible » */
const char *structure_effect(Arena *arena, const EffectReport *effect);
/* What the answers to a question lead to for a programme, or NULL. */
const EffectReport *structure_effect_on(const QuestionReport *asked, const char *programme);
/* Of the unranked programmes that `belongs` takes, all with a day to come, the one after `last` by that day; NULL: from the first.
 */
const ProgrammeReport *structure_next_day(const Report *report, size_t ranked, bool (*belongs)(const ProgrammeReport *programme),
                                          const ProgrammeReport *last);
/* The title of the programmes that are open but not among the `ranked` recommended ones. */
const char *structure_elsewhere(const Report *report, size_t ranked);

#endif
