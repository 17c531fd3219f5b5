/* The vocabulary: what facts exist, how they may be written, and what sentences need to speak of them. It is filled by
 * rules/ from facts/vocabulaire.lua and is read-only afterwards. Facts are numbered from 0 in the order of the file; the
 * rulebook adds one hidden boolean fact for each `a_confirmer` of a programme, so that everything downstream treats both alike. */
#ifndef AZIMUT_KNOWLEDGE_VOCABULARY_H
#define AZIMUT_KNOWLEDGE_VOCABULARY_H

#include "base/arena.h"
#include "base/date.h"
#include "base/findings.h"
#include "knowledge/value.h"

typedef enum FactType {
    FACT_TEXT, /* id, nom */
    FACT_CODE, /* siren, siret, categorie_juridique...: a string of an exact form */
    FACT_BOOLEAN,
    FACT_INTEGER,
    FACT_NUMBER,
    FACT_EUROS,
    FACT_DATE,
    FACT_ENUM,
    FACT_SET,
    FACT_PLACE /* commune, code_postal, departement, region, epci: views of the territory fact `siege` */
} FactType;

typedef enum CodeForm { CODE_FREE, CODE_SIREN, CODE_SIRET, CODE_DIGITS } CodeForm;

typedef enum PlaceLevel { PLACE_NONE, PLACE_COMMUNE, PLACE_POSTAL, PLACE_DEPARTEMENT, PLACE_REGION, PLACE_EPCI } PlaceLevel;

/* Who can change a fact, for « pas encore » and for advice. */
typedef enum Mutability {
    CHANGES_NEVER,    /* what the structure is, where it is */
    CHANGES_TIME,     /* age */
    CHANGES_DECISION, /* within `effort` */
    CHANGES_APPROVAL  /* an administration decides */
} Mutability;

typedef enum Gender { GENDER_MASCULINE, GENDER_FEMININE } Gender;

/* One allowed value of an enum or a set. Choices are numbered in the order of the file, parents before their children. */
typedef struct Choice {
    const char *name;   /* `scop` */
    const char *label;  /* « société coopérative de production (SCOP) », without article */
    const char *plural; /* or NULL */
    Gender gender;
    int parent;                  /* or -1 */
    uint64_t *below;             /* the choice and everything below it, `words` of the fact */
    const char *const *synonyms; /* NULL-terminated, or NULL */
} Choice;

typedef struct Fact {
    const char *name;
    FactType type;
    Shape shape;
    CodeForm code_form;      /* FACT_CODE */
    size_t code_digits;      /* CODE_DIGITS */
    PlaceLevel level;        /* FACT_PLACE */
    double minimum, maximum; /* SPAN: bounds, included (day numbers for dates); -INFINITY, INFINITY where there is none */
    Choice *choices;         /* CANDIDATES, SET */
    size_t choice_count, words;
    bool hidden;    /* the confirmation of one programme, or the territory fact `siege`: not a key of a fact file */
    bool sensitive; /* treasury, health: left out of what is shared */
    Mutability changes;
    double effort;  /* DECISION: the largest step that may be advised; 0: none */
    int applies_if; /* -1, or index in Vocabulary.applicability of the `si = critere {…}` (a tree kept by rules/) */
    /* For sentences. */
    const char *label; /* « effectif salarié », without article */
    Gender gender;
    bool plural;                    /* the label is plural: « dettes fiscales et sociales » */
    const char *unit, *units;       /* « personne salariée », « personnes salariées »; NULL when there is none */
    const char *when_yes, *when_no; /* BOOLEAN: « agréée ESUS », « sans agrément ESUS » */
    const char *question;
    const char *help;            /* what the answer may look like, or NULL */
    const char *const *synonyms; /* column headers, NULL-terminated, or NULL */
    const char *programme;       /* hidden confirmation: id of its programme, and `name` is « programme/nom » */
    const char *file;
    int line;
} Fact;

/* Territory. Its atoms (choices of the fact `siege`, and of sets of departements) are departements. */
typedef struct Region {
    const char *code, *name;
    const char *in; /* « en Occitanie », « à La Réunion » */
    bool metropolitan;
    uint64_t *departements; /* over the choices of `siege` */
    const char *folded;     /* the name as text_fold gives it */
} Region;

typedef struct Departement {
    const char *code, *name;
    const char *in; /* « dans le Lot », « en Haute-Garonne » */
    int region;     /* -1 for the collectivités without one */
    bool metropolitan;
    const char *folded;
} Departement;

typedef struct FormerRegion {
    const char *name, *now; /* « Midi-Pyrénées », « Occitanie » */
    const char *code;       /* « 73 », or NULL where it had none of its own */
    const char *folded;
} FormerRegion;

typedef struct Territory {
    Region *regions;
    size_t region_count;
    Departement *departements;
    size_t departement_count;
    FormerRegion *former;
    size_t former_count;
    size_t words;        /* of sets of departements */
    const char *vintage; /* « Code officiel géographique 2025 » */
} Territory;

typedef struct Vocabulary {
    Arena *arena; /* borrowed: owns everything below */
    Fact *facts;
    size_t count, capacity;
    size_t *buckets; /* name index, private */
    size_t bucket_count;
    int siege; /* the hidden territory fact */
    int needs; /* `besoins` */
    Territory territory;
} Vocabulary;

void vocabulary_init(Vocabulary *vocabulary, Arena *arena);
/* Adds a copy of `fact` (its texts must live in the arena). Returns its number, or -1 when memory runs out. The caller has
 * checked that the name is new. The shape follows from the type, `words` from the choices; a boolean without choices is given
 * `non` and `oui`; `needs` is noted when the name is `besoins`. */
int vocabulary_add(Vocabulary *vocabulary, const Fact *fact);
/* The number of a fact, or -1. Hidden facts are found too. */
int vocabulary_find(const Vocabulary *vocabulary, const char *name, size_t length);
/* The name of the visible fact nearest to `name`, or NULL. */
const char *vocabulary_nearest(const Vocabulary *vocabulary, const char *name);
/* The number of a choice, or -1. */
int fact_choice(const Fact *fact, const char *name, size_t length);
const char *fact_nearest_choice(const Fact *fact, const char *name);
/* Fills `below` of every choice from the parents. False when memory runs out. */
bool fact_close_choices(Fact *fact, Arena *arena);
/* Everything the vocabulary allows for this fact, in `arena`; false when memory runs out. */
bool fact_unknown(const Fact *fact, Arena *arena, Value *out);
/* The same in place: `value`'s bits already have room for the fact's words. */
void fact_forget(const Fact *fact, Value *value);

/* The nearest of any number of names, offered one by one, without allocating: a full pool is replaced by its best. */
#define NEAREST_POOL 64
typedef struct Nearest {
    const char *name;
    const char *pool[NEAREST_POOL];
    size_t count;
} Nearest;

void nearest_init(Nearest *nearest, const char *name);
/* NULL is passed over. */
void nearest_offer(Nearest *nearest, const char *candidate);
const char *nearest_get(const Nearest *nearest);

/* Reads the territory table (facts/territoires.txt) and adds the hidden fact `siege` (FACT_PLACE, PLACE_NONE, candidates). Every
 * bad line is a finding. STATUS_REFUSED when there was one; nothing was then added. */
Status territory_read(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings);
int territory_region(const Territory *territory, const char *code_or_name, size_t length, bool names);
int territory_departement(const Territory *territory, const char *code_or_name, size_t length, bool names);
/* The name of the region that took the place of a former one, or NULL. */
const char *territory_former(const Territory *territory, const char *name);
/* The same from its former code (« 73 »), or NULL. A code that is in use again is a present region, not a former one. */
const char *territory_former_code(const Territory *territory, const char *code, size_t length);
/* Narrows `possible` (`words` of the territory, filled by the caller) to a place. False: the code does not exist, or its form is
 * wrong; `possible` is then untouched. Levels that this table does not know (code_postal, epci) leave it as it is. */
bool territory_narrow(const Territory *territory, PlaceLevel level, const char *code, size_t length, uint64_t *possible);
/* Are the choices of this fact the departements (`siege`, `implantations`, …)? */
bool territory_is_of(const Vocabulary *vocabulary, const Fact *fact);
/* Nearest name of a region or departement, or NULL. */
const char *territory_nearest(const Territory *territory, PlaceLevel level, const char *name);

#endif
