/* The vocabulary: what facts exist, how they may be written, and what sentences need to speak of them. It is filled by
 * rules/ from facts/vocabulaire.lua and is read-only afterwards. Facts are numbered from 0 in the order of the file; the
 * rulebook adds one hidden boolean fact for each `a_confirmer` of a programme, so that everything downstream treats both alike. */
#ifndef AZIMUT_KNOWLEDGE_VOCABULARY_H
#define AZIMUT_KNOWLEDGE_VOCABULARY_H

#include "base/arena.h"
#include "base/date.h"
#include "base/findings.h"
#include "knowledge/tables.h"
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
    bool past;      /* DATE: of what has begun where the fact makes sense, so that it cannot lie ahead */
    Mutability changes;
    double effort;  /* DECISION: the largest step that may be advised; 0: none */
    int applies_if; /* -1, or index in Vocabulary.applicability of the `si = critere {…}` (a tree kept by rules/) */
    /* For sentences. */
    const char *label; /* « effectif salarié », without article */
    Gender gender;
    bool plural;                    /* the label is plural: « dettes fiscales et sociales » */
    const char *unit, *units;       /* « personne salariée », « personnes salariées »; NULL when there is none */
    const char *unit_none;          /* « aucune personne salariée »: how zero is told; NULL: in figures */
    const char *when_yes, *when_no; /* BOOLEAN: « agréée ESUS », « sans agrément ESUS » */
    const char *question;
    const char *help;            /* what the answer may look like, or NULL */
    const char *const *synonyms; /* column headers, NULL-terminated, or NULL */
    const char *programme;       /* hidden confirmation: id of its programme, and `name` is « programme/nom » */
    const char *file;
    int line;
} Fact;

/* Territory. Sets of departements have the departements as choices, in the order of the table. The fact `siege` begins with the
 * same choices, and goes on with what rules may name below them: an EPCI is one choice in each of its departements (« 69/200046977
 * »), a commune one below its EPCI or its departement. So a departement's own bit is « elsewhere in the departement ». */
typedef struct Region {
    const char *code, *name;
    const char *in; /* « en Occitanie », « à La Réunion » */
    bool metropolitan;
    uint64_t *departements; /* over the departements */
    uint64_t *seats;        /* over the choices of `siege` */
    const char *folded;     /* the name as text_fold gives it */
} Region;

typedef struct Departement {
    const char *code, *name;
    const char *in; /* « dans le Lot », « en Haute-Garonne » */
    int region;     /* -1 for the collectivités without one */
    bool metropolitan;
    const uint64_t *seats; /* it and everything below it, over the choices of `siege` */
    const char *folded;
} Departement;

/* An EPCI or a commune that rules may name. */
typedef struct ListedPlace {
    PlaceLevel level; /* PLACE_EPCI, PLACE_COMMUNE */
    const char *code, *name, *in;
    const char *epci;      /* of a commune: the SIREN of its EPCI, or NULL */
    size_t choice, count;  /* its choices of `siege`, side by side */
    const uint64_t *seats; /* them and everything below them */
    const char *folded;
} ListedPlace;

typedef struct FormerRegion {
    const char *name, *now; /* « Midi-Pyrénées », « Occitanie » */
    const char *code;       /* « 73 », or NULL where it had none of its own */
    const char *folded;
} FormerRegion;

#define SEAT_WORDS_MAX 32 /* 2,048 choices of `siege`: all the EPCI of the country would fit */

typedef struct Territory {
    Region *regions;
    size_t region_count;
    Departement *departements;
    size_t departement_count;
    FormerRegion *former;
    size_t former_count;
    ListedPlace *listed;
    size_t listed_count;
    size_t words;                  /* of sets of departements */
    Choice *departement_choices;   /* for facts that are sets of departements */
    size_t seat_words, seat_count; /* of `siege` */
    const int *seat_departement;   /* of each choice of `siege` */
    Tables *tables;                /* never NULL once the territory was read */
    const char *vintage;           /* « Code officiel géographique 2025 » */
} Territory;

/* What the category of legal persons (Insee, niveau III) tells of the legal form. */
typedef struct LegalCategory {
    const char *code, *label;
    const char *reason;    /* why it tells this, or nothing */
    const uint64_t *forms; /* over the choices of the form; NULL: nothing is told */
} LegalCategory;

typedef struct LegalCategories {
    LegalCategory *items; /* sorted by code */
    size_t count;         /* 0: any code is taken, and tells nothing */
    int category, form;   /* the facts `categorie_juridique` and `forme_juridique`, or -1 */
} LegalCategories;

typedef struct Vocabulary {
    Arena *arena; /* borrowed: owns everything below */
    Fact *facts;
    size_t count, capacity;
    size_t *buckets; /* name index, private */
    size_t bucket_count;
    int siege; /* the hidden territory fact */
    int needs; /* `besoins` */
    Territory territory;
    LegalCategories legal;
} Vocabulary;

void vocabulary_init(Vocabulary *vocabulary, Arena *arena);
/* Adds a copy of `fact` (its texts must live in the arena). Returns its number, or -1 when memory runs out. The caller has
 * checked that the name is new. The shape follows from the type, `words` from the choices; a boolean without choices is given
 * `non` and `oui`; `needs` is noted when the name is `besoins`. */
int vocabulary_add(Vocabulary *vocabulary, const Fact *fact);
/* The number of a fact, or -1. Hidden facts are found too. */
int vocabulary_find(const Vocabulary *vocabulary, const char *name, size_t length);
/* The fact that says an approval has been asked for (« agrement_esus_en_cours »), by its number; -1: there is none. */
int vocabulary_request(const Vocabulary *vocabulary, const Fact *approval);
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
/* Does the value say anything at all of the fact? */
bool fact_informed(const Fact *fact, const Value *value);

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

/* Reads the table of legal categories (facts/formes-juridiques.txt), after the facts that it speaks of; without these facts it is
 * checked and set aside. Every bad line is a finding. STATUS_REFUSED when there was one; nothing was then added. */
Status legal_categories_read(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings);
/* The category of a code, or NULL. */
const LegalCategory *legal_category(const LegalCategories *legal, const char *code, size_t length);
/* What a category leaves of the candidates of a form: those it allows; all of both where they exclude each other (false); `ruling`:
 * those of the category alone. */
bool legal_narrow(const LegalCategory *category, bool ruling, uint64_t *form, size_t words);
/* The nearest by code or label, or NULL. */
const LegalCategory *legal_category_nearest(const LegalCategories *legal, const char *written);

/* Reads the territory table (facts/territoires.txt) and adds the hidden fact `siege` (FACT_PLACE, PLACE_NONE, candidates). Every
 * bad line is a finding. STATUS_REFUSED when there was one; nothing was then added. */
Status territory_read(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings);
int territory_region(const Territory *territory, const char *code_or_name, size_t length, bool names);
int territory_departement(const Territory *territory, const char *code_or_name, size_t length, bool names);
/* The name of the region that took the place of a former one, or NULL. */
const char *territory_former(const Territory *territory, const char *name);
/* The same from its former code (« 73 »), or NULL. A code that is in use again is a present region, not a former one. */
const char *territory_former_code(const Territory *territory, const char *code, size_t length);
/* The number of an EPCI or commune that rules may name, or -1. */
int territory_listed(const Territory *territory, PlaceLevel level, const char *code_or_name, size_t length, bool names);
/* Are the choices of this fact the departements (`implantations`, …)? */
bool territory_is_of(const Vocabulary *vocabulary, const Fact *fact);
/* Nearest name of a region, a departement, or an EPCI or commune that rules may name, or NULL. */
const char *territory_nearest(const Territory *territory, PlaceLevel level, const char *name);
/* The departement that a commune code begins with, or -1. */
int territory_departement_of_commune(const Territory *territory, const char *code, size_t length);

/* Narrows `possible` (`seat_words`, filled by the caller) to a place. STATUS_REFUSED: the code does not exist, or its form is
 * wrong; `possible` is then untouched. STATUS_IO: the table that knows it cannot be had, and `possible` is narrowed as far as the
 * code itself tells (a commune to its departement). Never leaves `possible` empty unless it had nothing in common with the place.
 */
Status territory_narrow(const Territory *territory, PlaceLevel level, const char *code, size_t length, uint64_t *possible);
/* The same for a postal code, of which only the communes of one EPCI count; all of them when none is in it. */
Status territory_narrow_postal(const Territory *territory, const char *code, size_t length, const char *epci, uint64_t *possible);
/* Do the tables say that two places, among commune, postal code and EPCI, have no commune in common? False for other levels, and
 * where the tables cannot be had. */
bool territory_exclude(const Territory *territory, PlaceLevel a, const char *code_a, PlaceLevel b, const char *code_b);
/* A commune as it stands in the tables: `now` is the present commune of a former code or of a municipal arrondissement. As
 * tables_find. */
typedef struct CommuneFound {
    TableField code, name, epci, postal_codes; /* of the present commune */
    bool former;                               /* the code asked for is no longer in use */
} CommuneFound;
/* The choice of `siege` that a present commune stands in, by its code and EPCI; -1: no departement begins its code. */
int territory_commune_choice(const Territory *territory, TableField code, TableField epci);
Status territory_commune(const Territory *territory, const char *code, size_t length, CommuneFound *out);

#endif
