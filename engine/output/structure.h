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
/* Is the need the first thing to ask? */
bool structure_need_unknown(const Report *report);
/* What time opens without making it eligible for sure, of a programme that nothing makes so; or NULL. */
const ChangeReport *structure_opening(const ProgrammeReport *programme);
/* Does an unranked programme answer the need, and will it be eligible, or at least no longer excluded within a year? */
bool structure_is_later(const Report *report, const ProgrammeReport *programme);
/* Of these programmes, the one after `last` by that day; NULL: from the first. */
const ProgrammeReport *structure_next_later(const Report *report, size_t ranked, const ProgrammeReport *last);
/* The title of the programmes that are open but not among the `ranked` recommended ones. */
const char *structure_elsewhere(const Report *report, size_t ranked);

#endif
