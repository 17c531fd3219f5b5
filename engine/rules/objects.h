/* What words give back to a script: handles that can be handed to other words and nothing else. Their contents live in the
 * script's arena; a handle is one pointer, with one locked metatable for all classes. */
#ifndef AZIMUT_RULES_OBJECTS_H
#define AZIMUT_RULES_OBJECTS_H

#include "rules/load.h"

typedef enum ObjectClass {
    OBJECT_BROKEN,     /* stands for something already reported: whoever meets it says nothing more */
    OBJECT_HANDLE,     /* source("document", "place"): Handle */
    OBJECT_QUOTE,      /* Quote */
    OBJECT_NODE,       /* Node */
    OBJECT_CHOOSING,   /* selon {…}: Choosing; what it chooses among is known when it is used */
    OBJECT_DIVERGENCE, /* divergence {…}: Choosing, without conditions */
    OBJECT_ANSWER,     /* oui, non, inconnu, accepte, refuse: Answer */
    OBJECT_SUBJECT,    /* depuis "…", jusqu_a "…": Subject */
    OBJECT_DURATION,   /* ans(3): Duration */
    OBJECT_PLACES,     /* regions {…}: Places */
    OBJECT_RANGE,      /* plage("10", "33"): Range */
    OBJECT_CALENDAR,   /* permanent {…}: Attribute */
    OBJECT_COMPUTE,    /* fait "a" / fait "b": Compute */
    OBJECT_OPENING,    /* deduire "fact", still without its table: Opening */
    OBJECT_PROGRAMME,  /* Draft */
    OBJECT_DERIVATION, /* Derivation */
    OBJECT_NOTICE,     /* NoticeDraft */
    OBJECT_DIAGNOSIS,  /* DiagnosisDraft */
    OBJECT_RANKING     /* RankingDraft */
} ObjectClass;

typedef struct Object Object;
struct Object {
    ObjectClass class;
    bool handed;   /* given to a word, or returned by the file: an object that never is, is an error */
    bool constant; /* oui, metropole, …: made by nobody, may stay unused */
    bool taken;    /* its content stands somewhere: a second place needs a copy */
    int line;
    const char *word; /* that made it */
    void *content;
    Object *older;
};

typedef enum AnswerKind { ANSWER_OUI, ANSWER_NON, ANSWER_UNKNOWN, ANSWER_ACCEPT, ANSWER_REFUSE } AnswerKind;

typedef struct Answer {
    AnswerKind kind;
    const char *reason; /* inconnu { motif = … } */
    Grounds grounds;
} Answer;

typedef struct Handle {
    const Document *document; /* NULL after a reported error */
    const char *place;
} Handle;

typedef struct Subject {
    int fact; /* -1 after a reported error */
    bool until;
} Subject;

typedef struct Places Places;
struct Places {
    int *choices; /* of `siege`; what stands below them is meant too */
    size_t count;
    uint64_t *accepted; /* the choices as bits */
    TerritoryName *names;
    size_t name_count;
    bool open_list, metropole;
};

typedef struct Range {
    const char *first, *last;
} Range;

typedef struct Opening {
    const char *name;
    void (*finish)(lua_State *L, const char *name, int line); /* the table is at index 2; pushes one object */
} Opening;

/* Branches of selon, or readings of divergence. What each gives is value i + 1 of the table that is the handle's user value. */
typedef struct Choosing {
    Node **conditions; /* NULL for `sinon` */
    Grounds *grounds;
    const char **reasons;
    int *lines;
    size_t count;
    int line;        /* of the word */
    bool divergence; /* else selon */
    Grounds own;     /* of the whole */
    const char *reason, *question, *title;
    const char *wording_met, *wording_unmet; /* of a divergence whose readings agree */
    unsigned depth;
    bool used; /* its conditions stand in a tree: a second use copies them */
} Choosing;

/* Makes the metatable (for Words.open). */
void objects_open(lua_State *L);
/* Pushes a new handle. */
Object *object_push(lua_State *L, ObjectClass class, const char *word, int line, void *content);
/* Pushes a stand-in for what was reported. Returns 1, so that a word can return it. */
int object_push_broken(lua_State *L);
/* The same, of an object that may stay unused. */
void object_push_constant(lua_State *L, ObjectClass class, const char *name, void *content);
/* The object at `index`, or NULL when the value is none. */
Object *object_get(lua_State *L, int index);
/* The same, marked as handed over. */
Object *object_hand(lua_State *L, int index);
/* What a value is, for messages: « un critère », « une durée », « un nombre », … */
const char *value_described(lua_State *L, int index);
/* Reports the objects that nothing uses. */
void objects_report_unused(lua_State *L);

#endif
