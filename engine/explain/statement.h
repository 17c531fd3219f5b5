/* What a rule says, in words, whatever the structure: conditions, durations, remarks, each with what stands behind it. Everything
 * is kept, in its author's order; nothing is evaluated. */
#ifndef AZIMUT_EXPLAIN_STATEMENT_H
#define AZIMUT_EXPLAIN_STATEMENT_H

#include "rules/rulebook.h"

typedef struct Statement Statement;
struct Statement {
    const char *op;     /* the word of the rule language: "critere", "a_confirmer", "tous", "selon", "divergence", "valeur", … */
    const char *role;   /* in what holds it: "si", "alors", "sinon", "lecture"; or NULL */
    const char *label;  /* what it is about: « Durée », « Si », « Lecture 2 »; or NULL */
    const char *title;  /* `titre` of a group, or NULL; `text` has it too */
    const char *text;   /* never NULL */
    const char *reason; /* why it is unknown or in dispute; or NULL */
    const char *doubt;  /* what it leaves open by itself: « à la limite exacte, le document ne tranche pas »; or NULL */
    const char *question;
    const char *fact; /* of a test on a fact that all programmes share; or NULL */
    const char *name; /* of an a_confirmer */
    bool to_confirm, unknown;
    bool disagreement; /* marked so by its author */
    Grounds grounds;
    Statement *of;
    size_t count;
};

/* A tree of conditions. `op` is NULL when memory ran out; the arena then says so. */
Statement statement_of_node(Arena *arena, const Rulebook *rulebook, const Node *node);
/* A duration, a cost, a calendar: readings and cases as they were written. */
Statement statement_of_attribute(Arena *arena, const Rulebook *rulebook, const Attribute *attribute, bool calendar);
/* One sentence of the author with its grounds. */
Statement statement_plain(Arena *arena, const char *label, const char *text, const Grounds *grounds);

/* Calls `visit` on each statement of a tree, itself first, in order. */
void statement_visit(const Statement *statement, void (*visit)(void *context, const Statement *statement), void *context);
/* Do both rest on the very same quotations and inference? What a part inherits needs no saying twice. */
bool grounds_same(const Grounds *a, const Grounds *b);

#endif
