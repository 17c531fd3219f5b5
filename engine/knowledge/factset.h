/* What is known of one structure, as it was declared: a value for each fact of the vocabulary, and where it comes from. */
#ifndef AZIMUT_KNOWLEDGE_FACTSET_H
#define AZIMUT_KNOWLEDGE_FACTSET_H

#include "knowledge/vocabulary.h"

typedef struct Origin {
    bool given;          /* the file speaks of this fact */
    bool asked;          /* « ne sait pas »: unknown, not to be asked again */
    bool imposed;        /* from `overrides`: stands against any derivation */
    const char *source;  /* « comptes 2025 », or NULL */
    const char *date;    /* AAAA-MM-JJ, or NULL */
    int line;            /* in the fact file; 0: none */
    const char *written; /* as written in the file, cut at 80 bytes, or NULL */
} Origin;

/* Two readings of one thing that leave nothing in common; the fact then keeps both, so that no verdict rests on the dispute. */
typedef struct Dispute {
    int fact;                   /* the fact that keeps both readings (`siege` for places, `forme_juridique`) */
    const char *first, *second; /* « region 84 », « departement 31 »: the facts' names and values as written */
    int first_fact, second_fact;
} Dispute;

typedef struct FactSet {
    Arena *arena; /* borrowed */
    const Vocabulary *vocabulary;
    Value *values;   /* one per fact, never empty */
    Origin *origins; /* one per fact */
    Value form;      /* the legal form as declared, before its category narrows it */
    Dispute *disputes;
    size_t dispute_count, dispute_capacity;
} FactSet;

/* All unknown. STATUS_NO_MEMORY or STATUS_OK. */
Status factset_init(FactSet *facts, Arena *arena, const Vocabulary *vocabulary);
/* Makes all unknown again; texts will live in `arena`. */
void factset_clear(FactSet *facts, Arena *arena);
/* The same in two steps, for who puts most of them anew: all but each fact; one fact. */
void factset_begin(FactSet *facts, Arena *arena);
void factset_forget(FactSet *facts, size_t fact);
/* Sets a value (copied). `origin` NULL: just given; its texts must live as long as the arena. A place makes `siege` anew from all
 * places known: their intersection, or where nothing would be left their union, with a Dispute for each two that exclude each
 * other. Imposed places, if any, leave the declared ones aside. The origin of `siege` is that of the first place that counts.
 * STATUS_NO_MEMORY also when a table cannot be read for lack of it. In the same way the legal form is narrowed by its category:
 * both readings with a Dispute where nothing would be left, save that an imposed one stands alone. */
Status factset_put(FactSet *facts, int fact, const Value *value, const Origin *origin);
/* The structure's name for sentences: `nom`, else « la structure ». */
const char *factset_name(const FactSet *facts);

#endif
