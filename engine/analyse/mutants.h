/* Mistakes made on purpose: copies of one programme, each with one thing changed in the trees that decide its verdict, as a tired
 * hand would change it. Trees are copied from their root to the change; the rest is shared with the author's. */
#ifndef AZIMUT_ANALYSE_MUTANTS_H
#define AZIMUT_ANALYSE_MUTANTS_H

#include "rules/rulebook.h"

#define MUTANT_DEPTH_MAX 64

typedef enum RootKind { ROOT_CONDITIONS, ROOT_OBJECT, ROOT_RESERVE } RootKind;

typedef struct Mutant {
    const char *family;  /* « limite », « seuil », … : one word of mutant_families */
    const char *text;    /* « au_moins = 2 → plus_de = 2 » */
    const Node *node;    /* where: the author's node */
    Programme *changed;  /* the copy */
    unsigned node_count; /* numbers of nodes to make room for */
    RootKind root;
    size_t reserve; /* which, when root is ROOT_RESERVE */
    /* From the root down to what was put in its place: for who asks which structures see the difference. */
    const Node *path[MUTANT_DEPTH_MAX];
    size_t parts[MUTANT_DEPTH_MAX]; /* the part that the path follows */
    size_t depth;
    const Node *before, *after;
} Mutant;

/* Called on each; the mutant and what it holds stand until it returns. False ends the visit. */
typedef bool MutantVisit(void *context, const Mutant *mutant);

/* Visits every mutant of a programme, in the order of its text. `arena` is reset between two. False when memory ran out or `visit`
 * did so. */
bool mutants_visit(Arena *arena, const Rulebook *rulebook, const Programme *programme, MutantVisit *visit, void *context);

#endif
