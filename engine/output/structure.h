/* What the pages on one structure have in common. */
#ifndef AZIMUT_OUTPUT_STRUCTURE_H
#define AZIMUT_OUTPUT_STRUCTURE_H

#include "explain/report.h"
#include "output/page.h"

/* Name, or identifier, and date of evaluation: as the head of a page. */
void structure_head(Page *page, Arena *arena, const Report *report);
/* « À mener avec DLA : … », an entry of a list. */
void structure_relation(Page *page, Arena *arena, const RelationReport *relation);
/* A question, with whom it is for, and its help beside. */
void structure_question(Page *page, Arena *arena, const QuestionReport *question);

#endif
