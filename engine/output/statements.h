/* Statements as nested lists, each with its passages. */
#ifndef AZIMUT_OUTPUT_STATEMENTS_H
#define AZIMUT_OUTPUT_STATEMENTS_H

#include "explain/statement.h"
#include "output/page.h"

/* `holder`: the grounds of what holds it, which are not said twice; or NULL. */
void write_statement(Page *page, Arena *arena, size_t depth, const Statement *statement, const Grounds *holder);
/* « « Employeur », synthèse (3/3) ; « … », fiche DLA » */
const char *write_quotes(Arena *arena, const Quote *const *quotes, size_t count);

#endif
