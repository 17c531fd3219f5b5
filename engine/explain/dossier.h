/* One structure as it is being explained: its declared facts, what they became after derivation, and the truth of every node of
 * the authors' trees. Truths come from one evaluated plan and are never worked out again here, so that an explanation cannot
 * disagree with the verdict it explains. */
#ifndef AZIMUT_EXPLAIN_DOSSIER_H
#define AZIMUT_EXPLAIN_DOSSIER_H

#include "evaluate/verdict.h"
#include "explain/reach.h"

/* Whoever knows what a condition is worth for a structure. */
typedef struct Truths {
    Truth (*of)(const void *structure, const Node *condition);
    const void *structure;
} Truths;

/* How much of each criterion is wanted. */
typedef enum Depth {
    DEPTH_WHOLE,
    DEPTH_LINES,     /* what lists and paragraphs show; neither sentences nor parts */
    DEPTH_PARAGRAPHS /* what paragraphs and summaries are made of */
} Depth;

typedef struct Trace Trace;

typedef struct Dossier {
    Arena *arena; /* of the report: owns every text */
    const Memory *memory;
    const Rulebook *rulebook;
    const FactSet *facts;
    Day date;
    const char *name;      /* of the structure, for sentences */
    const Block *block;    /* where its declared facts stand, */
    size_t row;            /* in this row */
    Plan *plan;            /* PLAN_NODES; its own, or NULL */
    Answers *answers;      /* over that block */
    struct Fixed *fixed;   /* texts that are kept for the next structure, or NULL */
    struct Recall *recall; /* the same of texts that rest on some facts */
    Trace *trace;          /* what they rest on, or NULL */
    bool fills;            /* of a ranked programme: what is met may be told with blanks (explain/blank), */
    bool blanks;           /* and is */
    Depth depth;
    Value *values; /* one per fact, after derivation */
    int *informed; /* for many structures: the facts of which something may be known in the block, */
    size_t informed_count;
    const char **clauses,
        **situations;  /* by number of node: what clause_of and situation_of have said, since they are asked again */
    struct Said *said; /* for many structures: what of these is to be forgotten before the next one */
} Dossier;

/* Keeps at `place`, in `clauses` or `situations`, what was said. */
const char *dossier_keep(const Dossier *dossier, const char **place, const char *said);
/* Evaluates `facts` at `date`. The dossier borrows all its arguments; clear it before the arena. */
Status dossier_init(Dossier *dossier, Arena *arena, const Rulebook *rulebook, const FactSet *facts, Day date);
/* For many structures: room in `kept` for one after the other, whose texts will live in `arena`. False when memory runs out. */
bool dossier_room(Dossier *dossier, Arena *kept, Arena *arena, const Rulebook *rulebook, Day date);
/* Turns to a block, over which a plan for all nodes at that date was just run. */
void dossier_turn_block(Dossier *dossier, const Block *block, Answers *answers);
/* Turns to a row of it: `facts` are the same structure, with its texts and origins. False when memory runs out. */
bool dossier_turn(Dossier *dossier, const FactSet *facts, size_t row);
void dossier_clear(Dossier *dossier);
Truth dossier_truth(const Dossier *dossier, const Node *node);
/* The same for who may also ask it of a block. */
Truths dossier_truths(const Dossier *dossier);
const Fact *dossier_fact(const Dossier *dossier, int fact);
/* What is known of a fact: after derivation; as it was declared; where that comes from. Whoever asks has looked at it
 * (explain/trace). */
const Value *dossier_value(const Dossier *dossier, int fact);
const Value *dossier_declared(const Dossier *dossier, int fact);
const Origin *dossier_origin(const Dossier *dossier, int fact);
/* The name, where it is part of what is told of a criterion. */
const char *dossier_name(const Dossier *dossier);
/* The same of all that a programme rests on, for who takes it from the block. */
void dossier_look(const Dossier *dossier, const Reach *reach);
/* Is anything at all known of this fact? */
bool dossier_informed(const Dossier *dossier, int fact);
/* Is it known exactly? */
bool dossier_known(const Dossier *dossier, int fact);
/* Is it derived from values that contradict each other, or were such declared? */
bool dossier_disputed(const Dossier *dossier, int fact);
/* The region where the seat is, wherever in it; -1: none for sure. */
int dossier_region(const Dossier *dossier);
/* The same for explain/trace, which notes it. */
int dossier_find_region(const Dossier *dossier);
/* Does it say where it comes from? Was it asked in vain? Was it written by itself? */
bool dossier_sourced(const Dossier *dossier, int fact);
bool dossier_asked(const Dossier *dossier, int fact);
bool dossier_written(const Dossier *dossier, int fact);
/* The answers of these, of dossier_informed and of dossier_derivation in one number. */
unsigned dossier_outline(const Dossier *dossier, int fact);
/* Forgets what clause_of and situation_of have said. */
void dossier_forget(const Dossier *dossier);
/* The view of the seat to ask for: the departement, or the commune once that is known, since what is still open lies below. */
const char *dossier_seat_asked(const Dossier *dossier);
/* A fact as a fact file writes it: its name; for the seat the view that is given, else the one to ask for. */
const char *dossier_written_name(const Dossier *dossier, int fact);
/* False when the fact is known to make no sense for this structure (the date of a cessation without cessation). */
bool dossier_applies(const Dossier *dossier, int fact);
/* What is known of a date: one of what has begun (Fact.past) lies at most on the day of the evaluation. */
Span dossier_dates(const Dossier *dossier, int fact);
/* Is it one of what has begun, and yet said to come? */
bool dossier_ahead(const Dossier *dossier, int fact);
/* Does it tell where a structure is, what it is or since when: what closes a door whatever the rest? */
bool dossier_gate(const Dossier *dossier, int fact);
/* The rule that derives a fact, or NULL; NULL too when the fact was declared and the rule had nothing to add. */
const Derivation *dossier_derivation(const Dossier *dossier, int fact);
/* The facts that a tree tests directly, each once, in reading order. `count` is the number found; at most `capacity` are kept. */
size_t dossier_tested(const Node *node, int *facts, size_t count, size_t capacity);
/* The same for a derivation. */
size_t dossier_read(const Derivation *derivation, int *facts, size_t capacity);

#endif
