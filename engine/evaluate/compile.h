/* From the authors' trees to terms, for one evaluation date. */
#ifndef AZIMUT_EVALUATE_COMPILE_H
#define AZIMUT_EVALUATE_COMPILE_H

#include "evaluate/term.h"
#include "rules/rulebook.h"

typedef struct Compiler {
    const Rulebook *rulebook;
    Day date;
    TermStore terms;
    TermId *of_node; /* by node number: its term once compiled, NO_TERM before */
} Compiler;

bool compiler_init(Compiler *compiler, Arena *arena, const Rulebook *rulebook, Day date, bool exact);
/* The term of a node; compiled once. NO_TERM when memory runs out. */
TermId compile_node(Compiler *compiler, const Node *node);

#endif
