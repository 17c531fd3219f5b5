/* The keys of a ranking policy: each gives a programme an integer (lower stands first) and the words for it. One report and a block
 * of a thousand structures are ranked by the same measures. */
#ifndef AZIMUT_EXPLAIN_RANKING_KEYS_H
#define AZIMUT_EXPLAIN_RANKING_KEYS_H

#include "explain/availability.h"
#include "explain/dossier.h"
#include "explain/report.h"

#include <limits.h>

/* A programme as the keys look at it: itself, and what they must know of a structure. Nothing else of the structure counts. */
typedef struct Candidate {
    const Programme *programme;
    Outcome outcome;
    bool urgent;    /* a legal clock puts it before all others */
    bool spreading; /* the structure copies its model to other regions: national programmes serve it better */
    long excess;    /* days a month asked beyond those that its directors have; 0 when that is not known */
    Day date;
    Opening opening;
    Readings duration, cost, endowment;
    int siege; /* the territory fact, or -1 */
} Candidate;

typedef struct KeyFunctions {
    const char *name;
    long (*measure)(const Candidate *candidate);
    /* What the programme is on this key, beside another one, completing « il est … », « il demande … » as the policy's clause has
     * it. */
    const char *(*words)(const Dossier *dossier, const Candidate *candidate, const Candidate *beside);
    const char *clause; /* when the policy gives none */
    /* Would a reader see, from the words, why the first stands before? NULL: always. */
    bool (*tells)(const Candidate *first, const Candidate *second);
} KeyFunctions;

/* The facts that candidates depend on beyond conditions; -1 where the vocabulary has none. */
typedef struct CandidateFacts {
    int strategies, duplication; /* a set, and its choice */
    int targets;                 /* departements that the project aims at */
    int copies;                  /* will it spread to new territories? */
    int days;                    /* days a month that the directors have */
} CandidateFacts;

CandidateFacts candidate_facts(const Vocabulary *vocabulary);
/* Candidate.spreading, from the values of three facts after derivation (each read only where the fact exists). */
bool candidate_spreading(const Vocabulary *vocabulary, const CandidateFacts *facts, const Value *strategies, const Value *targets,
                         const Value *copies);
/* Candidate.excess, from the most days that the directors may have. */
long candidate_excess(const Programme *programme, double days);
/* Fills in what conditions decide: urgency, calendar, duration, cost and endowment. The rest is the caller's. */
void candidate_by(Candidate *candidate, Truths truths);

#define POLICY_KEYS_MAX 16

/* What « urgence » measures of a programme whose clock may run, and that is still to be verified: after the clocks that run for
 * sure, whatever its rank, and before what has none. */
#define RANKING_CLOCK_IN_DOUBT (INT_MAX - 1)

/* The keys of a rulebook, in order. */
typedef struct Policy {
    const KeyFunctions *keys[POLICY_KEYS_MAX];
    const char *clauses[POLICY_KEYS_MAX];
    size_t count;
} Policy;

Policy policy_of(const Rulebook *rulebook);
/* Of every key; room for POLICY_KEYS_MAX. */
void policy_measure(const Policy *policy, const Candidate *candidate, long *measures);
/* The first key on which two candidates differ; `policy->count` when none does: the programmes' ids then decide. */
size_t policy_difference(const Policy *policy, const long *a, const long *b);
/* A programme with its measures. */
typedef struct Standing {
    Candidate candidate;
    long measures[POLICY_KEYS_MAX];
} Standing;

/* NULL when no key has this name. */
const KeyFunctions *ranking_key(const char *name);

#endif
