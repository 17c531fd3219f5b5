/* What a French sentence says of quantities: « les entreprises de moins de 250 salariés », « de 3 à 6 mois », « 36 mois au plus »,
 * « PME ». Each claim is an interval with its unit and its place in the sentence. */
#ifndef AZIMUT_ANALYSE_CLAIMS_H
#define AZIMUT_ANALYSE_CLAIMS_H

#include "base/arena.h"
#include <stddef.h>

typedef enum ClaimUnit {
    CLAIM_NONE,      /* no unit is printed: it may be any */
    CLAIM_EMPLOYEES, /* salariés, employés, emplois */
    CLAIM_PEOPLE,    /* « personnes »: employees or others */
    CLAIM_FTE,       /* ETP */
    CLAIM_MONEY,     /* euros */
    CLAIM_MONTHS,    /* years are twelve of them */
    CLAIM_DAYS,
    CLAIM_PERCENT,
    CLAIM_OTHER /* another noun: « bénéficiaires », « logements »; see `noun` */
} ClaimUnit;

typedef struct ClaimEnd {
    bool present, strict;
    double value;
} ClaimEnd;

typedef struct Claim {
    ClaimUnit unit;
    const char *noun; /* OTHER: folded */
    ClaimEnd low, high;
    bool bare;        /* a figure alone, without any operator: low and high are it */
    bool range;       /* both ends were said together: « de 10 à 49 » */
    bool defined;     /* by a name, whose definition varies: PME, TPE, ETI */
    bool unlimited;   /* « toutes tailles »: neither end */
    bool excluded;    /* after « hors », « sauf »…: what it says of those who may come is for a reader to tell */
    bool existence;   /* of a duration: how long one has existed, or been active */
    bool in_fte;      /* of employees: « 10 salariés (ETP) » */
    bool budget;      /* of a sum: a budget, a turnover */
    bool aside;       /* it speaks of the help, or of what is to come: « aide de … », « création de 5 emplois » */
    const char *text; /* as printed */
} Claim;

/* All claims of a sentence, in order. False when memory runs out. */
bool claims_read(Arena *arena, const char *sentence, Claim **claims, size_t *count);

#endif
