/* Conditions as their author wrote them: order, groups, quotations and all. Explanations are computed from this tree, so nothing
 * here is merged, reordered or simplified; evaluate/ makes its own form of it. */
#ifndef AZIMUT_RULES_TREE_H
#define AZIMUT_RULES_TREE_H

#include "base/date.h"
#include "base/findings.h"
#include "knowledge/vocabulary.h"

typedef struct Document {
    const char *id;
    const char *title, *editor;
    const char *date;        /* AAAA-MM-JJ, or NULL: « document non daté » */
    const char *in_sentence; /* how a sentence names it: « Avise, « Dispositifs d’accompagnement … » » */
    const char *file;        /* where it is declared */
    int line;
} Document;

/* A passage of a document. */
typedef struct Quote {
    const Document *document;
    const char *place;            /* « synthèse 3/3 », « fiche Scale up » */
    const char *const *fragments; /* as printed, in the order of the document */
    size_t fragment_count;
    const char *reading; /* what sentences show where the print is garbled, or NULL: the fragments joined by a space */
    int line;
} Quote;

/* What stands behind anything in a rule: quotations, or the author's inference (then `inferred` says why). */
typedef struct Grounds {
    const Quote *const *quotes;
    size_t quote_count;
    const Quote *const *set_aside; /* `prime_sur`: readings set aside for a better one */
    size_t set_aside_count;
    const char *inferred; /* or NULL */
} Grounds;

typedef enum NodeKind {
    NODE_TEST,       /* critere, a_confirmer (a test of its hidden boolean fact) */
    NODE_ALL,        /* tous */
    NODE_ANY,        /* au_moins_un */
    NODE_NOT,        /* non */
    NODE_DIVERGENCE, /* true if all hold, false if all fail, else unknown */
    NODE_SELECT,     /* selon: parts are condition, result, condition, result, …, otherwise (an odd count) */
    NODE_CONSTANT,   /* accepte, refuse, inconnu; and `aucune` (true: nothing is asked) */
    NODE_CALLBACK    /* critere_lua */
} NodeKind;

typedef enum TestOperator {
    TEST_CHOICES,  /* vaut, parmi, hors (negated): candidates among `choices` */
    TEST_BOUNDS,   /* plus_de, au_moins, moins_de, au_plus on a number, an amount or a date */
    TEST_DURATION, /* the same on `depuis "fact"` / `jusqu_a "fact"` */
    TEST_CONTAINS  /* contient (all of `choices`), contient_un_de (any of them) */
} TestOperator;

/* One end of a comparison. */
typedef struct Bound {
    bool present;
    bool strict;       /* plus_de, moins_de */
    bool tie_unknown;  /* a_egalite = inconnu: at exact equality the answer is unknown */
    double number;     /* BOUNDS: number, euros, or day */
    Duration duration; /* DURATION */
} Bound;

typedef struct TerritoryName {
    PlaceLevel level;
    const char *code, *name, *in; /* « 76 », « Occitanie », « en Occitanie » */
} TerritoryName;

typedef struct Test {
    int fact;
    TestOperator comparison;
    Bound low, high; /* BOUNDS, DURATION */
    bool until;      /* DURATION: jusqu_a; else depuis */
    int *choices;    /* CHOICES, CONTAINS: choice numbers in the author's order (for territory: filled from the names) */
    size_t choice_count;
    uint64_t *accepted; /* CHOICES: everything at or below the choices, words of the fact; for CONTAINS: the choices themselves */
    bool negated;       /* hors */
    bool open_list;     /* the list ends in "…": outside it the answer is unknown */
    bool any;           /* CONTAINS: contient_un_de */
    TerritoryName *places; /* territory levels as written, or NULL */
    size_t place_count;
    bool metropole; /* written `metropole` */
} Test;

typedef struct Callback {
    int *facts;
    size_t fact_count;
    const char *code; /* dumped function, loaded anew in each worker's state */
    size_t code_length;
    int number; /* in Rulebook.callbacks */
    const char *file;
    int line; /* of the word that declares it */
} Callback;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    unsigned number; /* unique in the rulebook: results are arrays over nodes */
    const char *file;
    int line;                                                  /* of the word that opens it */
    const char *name;                                          /* `nom`: of an a_confirmer; or NULL */
    const char *title;                                         /* `titre` of a group, or the text of an a_confirmer */
    const char *reason;                                        /* `motif` of an `inconnu`, a `divergence`, a `selon` */
    const char *question;                                      /* or NULL */
    const char *wording_met, *wording_unmet, *wording_unknown; /* refinements by the analyst, or NULL */
    Grounds grounds;
    Test test;          /* TEST */
    Truth constant;     /* CONSTANT */
    bool nothing_asked; /* CONSTANT written `aucune` */
    Callback *callback; /* CALLBACK */
    Node **parts;
    size_t part_count;
    unsigned size, depth;  /* of the tree below, itself included */
    bool to_confirm;       /* an a_confirmer: `test.fact` is its hidden fact */
    Mutability changeable; /* of an a_confirmer: `evolue` */
};

#endif
