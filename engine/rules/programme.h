/* One support programme as its rule file describes it. */
#ifndef AZIMUT_RULES_PROGRAMME_H
#define AZIMUT_RULES_PROGRAMME_H

#include "rules/tree.h"

/* An attribute that may be said once, chosen by conditions (`selon`) or disputed between sources (`divergence`): duration, cost,
 * endowment, capacity, calendar. Leaves carry what was said. */
typedef enum AttributeKind { ATTRIBUTE_PLAIN, ATTRIBUTE_SELECT, ATTRIBUTE_DIVERGENCE, ATTRIBUTE_UNKNOWN } AttributeKind;

typedef enum CalendarKind {
    CALENDAR_PERMANENT, /* no date is given and none is needed */
    CALENDAR_ROLLING,   /* « au fil de l'eau » */
    CALENDAR_YEARLY,    /* a call each year in `month` (… `month_to`) */
    CALENDAR_WINDOW,    /* from `from` to `to` */
    CALENDAR_VARIABLE,  /* « à dates variables » */
    CALENDAR_PLANNED,   /* « en projet » */
    CALENDAR_SILENT     /* the document says nothing */
} CalendarKind;

typedef struct Attribute Attribute;
struct Attribute {
    AttributeKind kind;
    /* PLAIN */
    double minimum, maximum; /* equal when one figure is given; NAN when there is none */
    const char *unit;        /* « mois », « € », « structures par an » */
    const char *text;        /* said in words instead of, or beside, figures; or NULL */
    CalendarKind calendar;   /* calendars only */
    int month, month_to;     /* YEARLY: 1..12; month_to 0 when one month */
    Day from, to;            /* WINDOW, and PLANNED where known (else DAY_MIN, DAY_MAX) */
    const char *announced; /* the words of a document that gives no day. PERMANENT: what it says instead of « at any time »; WINDOW,
                              PLANNED: `from` and `to` are then never told */
    Grounds grounds;
    const char *reason; /* why it is unknown or divergent, or NULL */
    /* SELECT: `conditions` has `part_count` entries, NULL for `sinon`. DIVERGENCE: conditions NULL. */
    Node **conditions;
    Attribute **parts;
    size_t part_count;
    int line;
};

/* « suivi individuel », « séminaires collectifs », …: yes, no, or « illisible ». */
typedef struct Modality {
    const char *name;  /* suivi_individuel, seminaires_collectifs, experts, gratuit, financement */
    Truth present;     /* UNKNOWN: the extraction lost the column, or the sources disagree */
    const char *text;  /* or NULL */
    bool disagreement; /* `desaccord = true`: the sources disagree on it */
    Grounds grounds;
} Modality;

typedef struct Link {
    const char *text, *address;
} Link;

/* A sentence that never decides: demarches, a_savoir. */
typedef struct Remark {
    const char *text;
    bool disagreement; /* `desaccord = true`: it tells a disagreement between the sources */
    Node *condition;   /* `si` of a step: for whom it is; NULL: for all */
    Grounds grounds;
    int line;
} Remark;

/* Something a programme goes with, comes before, or must not be combined with. */
typedef struct Relation {
    const char *kind; /* "avec", "apres", "sans" */
    const char *programme;
    int number;       /* of that programme, in Rulebook.programmes; -1: nobody knows it */
    const char *text; /* why */
    Grounds grounds;
    int line;
} Relation;

typedef struct Example {
    const char *name;
    const char *facts; /* JSON text of the facts table */
    size_t facts_length;
    const char *expected; /* « éligible », … */
    Day date;
    int line;
} Example;

typedef struct Programme {
    const char *id, *name;
    const char *called; /* `appele`: « les procédures collectives », « Prev’Asso »; or NULL */
    const char *file;   /* relative to the rules folder */
    int line;
    bool failed;                  /* verdict `error`: only id, name, file are set; the findings say why */
    const char *const *operators; /* porteurs */
    size_t operator_count;
    const char *speciality; /* « gestion de crise financière », or NULL */
    bool generalist;        /* « généraliste » */
    bool safety_net;        /* `filet`: last among equals (the DLA) */
    bool common_law;        /* `droit_commun` */
    bool only_common_law;   /* what only common law can do: not ranked behind ESS programmes */
    const char *contact;    /* whom to write to: « le Mouvement associatif », for « prendre contact avec … »; or NULL */
    const char
        *decider; /* who decides, in a clause, where neither the contact nor the operator does: « le tribunal décide »; or NULL */

    Node *conditions;
    Node *object; /* objet, or NULL: there is always something to treat */
    Node **reserves;
    size_t reserve_count;
    Node **priorities;
    size_t priority_count;
    Node *irrelevant;        /* `sauf` of the relevance: where it is known true, the programme answers no need; or NULL */
    Node *partly;            /* `en_partie`: where it is known true, the programme answers in part at most; or NULL */
    Node *strong, *possible; /* relevance; NULL: never; both NULL: the rule does not say to what need it answers */
    uint64_t *levels; /* needs named by the short form `besoins = {…}`, over the choices of `besoins`, or by `pertinence` on its
                         own; or NULL */
    Grounds relevance_grounds;
    Node *urgent;        /* `urgence`: when true, the programme stands before all others (legal clock); NULL: never */
    Node *urgent_unless; /* `sauf`: not urgent where this is known true; or NULL */
    int urgent_rank;     /* among urgent ones, lowest first */
    const char *urgent_reason;
    int urgent_fact; /* `echeance`: the last day of the clock is this date + `urgent_after`; -1: not said */
    Duration urgent_after;
    const char *urgent_text; /* a sentence with {delai}; NULL: « Dernier jour utile : … » */

    Attribute *duration, *cost, *endowment, *capacity, *calendar; /* NULL: the document is silent */
    double days_per_month;                                        /* what the operator asks of the directors; NAN: not said */
    Grounds commitment_grounds;
    Modality *modalities;
    size_t modality_count;
    Remark *steps, *remarks; /* demarches, a_savoir */
    size_t step_count, remark_count;
    Relation *relations;
    size_t relation_count;
    Link *links;
    size_t link_count;
    const char *network;           /* « Résonance », or NULL */
    Day source_date, verify_after; /* DAY_MIN, DAY_MAX when absent */
    Example *examples;
    size_t example_count;
} Programme;

/* Does the rule say to what need the programme answers? Where it does not, relevance is unknown whatever the structure. */
static inline bool programme_says_need(const Programme *programme) {
    return programme->strong || programme->possible;
}

/* `deduire "fact" {…}`. Its value is the union of the branches still possible. */
typedef enum DerivationKind {
    DERIVE_BRANCHES, /* selon {…}: conditions → values */
    DERIVE_MEMBERS,  /* a set, member by member: each has a condition of its own */
    DERIVE_COMPUTED  /* an expression over facts, on intervals */
} DerivationKind;

typedef enum ComputeKind {
    COMPUTE_FACT,
    COMPUTE_NUMBER,
    COMPUTE_ADD,
    COMPUTE_SUBTRACT,
    COMPUTE_MULTIPLY,
    COMPUTE_DIVIDE
} ComputeKind;

typedef struct Compute Compute;
struct Compute {
    ComputeKind kind;
    int fact;
    double number;
    Compute *left, *right;
    unsigned depth; /* of the expression: 0 for a leaf */
};

typedef struct Branch {
    Node *condition; /* NULL: sinon. For MEMBERS: the member's condition */
    Value value;     /* BRANCHES: what it then is; everything possible for `inconnu` */
    bool unknown;    /* BRANCHES: written `inconnu` */
    int member;      /* MEMBERS: choice number */
    const char *reason;
    Grounds grounds;
    int line;
} Branch;

typedef struct Derivation {
    int fact;
    DerivationKind kind;
    bool only_if_absent; /* used only when nothing was declared (`besoins`) */
    Branch *branches;
    size_t branch_count;
    Compute *compute;
    bool at_least;   /* COMPUTED: the value is that of the expression or more */
    Grounds grounds; /* of the whole */
    const char *file;
    int line;
} Derivation;

/* The one fact that shows what nobody has declared (strategies, that a project is one of duplication; turnover, that a budget is
 * not smaller), or -1: it is then plainer to ask for the derived fact itself. */
static inline int derivation_shown_by(const Derivation *derivation) {
    if (derivation->at_least && derivation->only_if_absent && derivation->compute->kind == COMPUTE_FACT)
        return derivation->compute->fact;
    const Node *condition =
        derivation->kind == DERIVE_BRANCHES && derivation->branch_count > 0 ? derivation->branches[0].condition : NULL;
    const bool alone = derivation->only_if_absent && condition && condition->kind == NODE_TEST &&
                       (derivation->branch_count == 1 || (derivation->branch_count == 2 && !derivation->branches[1].condition));
    return alone ? condition->test.fact : -1;
}

/* Said before everything else (`alerte`), or whom to turn to (`orientation`), when `condition` is true. */
typedef struct Notice {
    const char *name;
    Node *condition;
    Node *unless;      /* `sauf`: not said where this is known true; or NULL */
    const char *text;  /* may hold {nom}, fact names and, of a deadline, {echeance} and its like, in braces */
    int deadline_fact; /* -1: none; else the deadline is that date + `deadline` */
    Duration deadline;
    bool recalled;        /* `rappel`: said again in the paragraphs of the programmes recommended for a difficulty */
    const char *precedes; /* `passe_avant`: said in them instead, but for those whose own clock runs; as `text`, or NULL */
    const char *question; /* asked first while no other legal clock is asked about; as `text`, or NULL */
    int rank;
    Grounds grounds;
    const char *file;
    int line;
} Notice;

/* `diagnostic "name" {…}`: is the structure ready? Said only where `concerned` is true. */
typedef struct Diagnosis {
    const char *name;
    const char *group;    /* « feux verts » */
    const char *title;    /* « preuve de l’impact social » */
    Node *concerned;      /* quand */
    Node *ready;          /* si: true: green; false: not yet; unknown: to examine. NULL: no fact can say, always to examine */
    const char *todo;     /* a_faire: what to do where it is not yet; NULL without `ready` */
    const char *question; /* asked where it is to examine, or NULL */
    int rank;
    Grounds grounds;
    const char *file;
    int line;
} Diagnosis;

/* One key of the ranking policy (rules/classement.lua), in order. */
typedef struct RankingKey {
    const char *name;   /* one of the keys that explain/ranking knows */
    const char *reason; /* the clause that says it, in French */
    int line;
} RankingKey;

#endif
