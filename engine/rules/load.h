/* The load of a rulebook under way: what its words read and fill. */
#ifndef AZIMUT_RULES_LOAD_H
#define AZIMUT_RULES_LOAD_H

#include "rules/rulebook.h"
#include "rules/sandbox.h"

/* A programme as its script made it: its confirmations become facts once it is known to be the only one of its id. */
typedef struct Draft Draft;
struct Draft {
    Programme programme;
    Node **confirmations;
    size_t confirmation_count;
    Draft *next;
};

typedef struct DerivationDraft DerivationDraft;
struct DerivationDraft {
    Derivation derivation;
    DerivationDraft *next;
};

typedef struct NoticeDraft NoticeDraft;
struct NoticeDraft {
    Notice notice;
    bool alert; /* else an orientation */
    NoticeDraft *next;
};

typedef struct DiagnosisDraft DiagnosisDraft;
struct DiagnosisDraft {
    Diagnosis diagnosis;
    DiagnosisDraft *next;
};

typedef struct RankingDraft RankingDraft;
struct RankingDraft {
    RankingKey *keys;
    size_t count;
    int line;
    const char *file;
    RankingDraft *next;
};

typedef struct DocumentDraft DocumentDraft;
struct DocumentDraft {
    Document document;
    DocumentDraft *next;
};

/* What the scripts made, newest first. */
typedef struct Drafts {
    Draft *programmes;
    DerivationDraft *derivations;
    NoticeDraft *notices;
    DiagnosisDraft *diagnoses;
    RankingDraft *rankings;
    DocumentDraft *documents;
} Drafts;

typedef struct Load {
    Rulebook *rulebook;
    Room room; /* of the scripts' states */
    const char *facts_label, *rules_label;
    const FileList *facts_files, *rules_files;
    const char *file;         /* being read, as findings name it */
    const char *path;         /* the same, relative to its folder */
    bool without_examples;    /* of programmes */
    bool facts;               /* below facts/: `fait` declares; else it computes */
    struct Object *objects;   /* made by the script being read, newest first */
    struct Object *constants; /* those of them that every script has */
    bool unreturned;          /* the script ended without return */
    size_t loose;             /* how many of them must still be handed to something */
    Drafts kept;              /* made by the scripts that succeeded, and by the one being read */
    struct Places *metropole; /* made at its first use */
} Load;

/* The load that the running word belongs to. */
static inline Load *load_of(lua_State *L) {
    return script_of(L)->context;
}
static inline Vocabulary *load_vocabulary(lua_State *L) {
    return &load_of(L)->rulebook->vocabulary;
}

#endif
