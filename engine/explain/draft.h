/* A text about one programme while it is being written: its sentences so far, and how thrifty its words must be. */
#ifndef AZIMUT_EXPLAIN_DRAFT_H
#define AZIMUT_EXPLAIN_DRAFT_H

#include "explain/clause.h"
#include "explain/dossier.h"
#include "explain/french.h"
#include "explain/report.h"

#define DRAFT_CLAUSES_MAX 32

/* What is given up, step by step, to stay within the length of a paragraph; each step keeps those before it. */
typedef enum Thrift {
    THRIFT_NONE,
    THRIFT_NO_EXTRAS,     /* what only helps: cost, steps, what goes with it */
    THRIFT_BRIEF_MET,     /* what is met, by its value alone */
    THRIFT_SUBJECTS,      /* what is not known, by the name of the fact */
    THRIFT_BRIEF_RANK,    /* the rank without what is said of the other programme */
    THRIFT_BRIEF_UNKNOWN, /* what is open, by its title and what decides it */
    THRIFT_BRIEF_SOURCE,  /* the titles of documents by their first words */
    THRIFT_UNRANKED,      /* the rank: « Pourquoi ce rang » tells it */
    THRIFT_BARE,          /* reserves, the question and the calendar without what goes with them */
    THRIFT_COUNTED        /* what is met, by its number alone: what is open matters more */
} Thrift;

/* Where marks stand for what differs between structures (explain/stencil): bytes that no text has. */
typedef enum DraftMark {
    DRAFT_NAME = 1,
    DRAFT_MET,
    DRAFT_OBJECTS,
    DRAFT_RANK,
    DRAFT_UNTIL, /* the day that presses, without a clock of the programme's own */
    DRAFT_WARNING,
    DRAFT_MARKS
} DraftMark;

#define RANK_OTHER ", alors que" /* where the reason of a rank turns to the other programme */

typedef struct Draft {
    const Dossier *dossier;
    const ProgrammeReport *report;
    Phrase phrase;
    Thrift thrift;
    size_t wanting; /* words, for the text not to be too short */
    bool marked;    /* with marks */
} Draft;

/* Words as a word processor counts them: between plain spaces. */
size_t draft_words(const char *text);
/* Adds one sentence in up to three pieces (NULL: none), after a space when it is not the first. */
void draft_add(Draft *draft, const char *first, const char *second, const char *third);
/* Is a criterion of this kind and truth? A reserve that is met is a condition like the others. */
bool draft_wants(const CriterionReport *criterion, CriterionKind kind, Truth truth);
/* The dossier by which criteria of a kind and truth are told: where it fills blanks, what does not fail has them. */
Dossier draft_dossier(const Dossier *dossier, CriterionKind kind, Truth truth);
/* The brief clause and the subject of a criterion, worked out where the report left them out. */
const char *draft_brief(const Draft *draft, const CriterionReport *criterion);
const char *draft_subject(const Draft *draft, const CriterionReport *criterion);
/* What draft_subject lists. */
size_t draft_subjects(const Draft *draft, const CriterionReport *criterion, const char *names[CLAUSE_SUBJECTS_MAX]);
/* How many criteria of a kind and truth there are. */
size_t draft_count(const Draft *draft, CriterionKind kind, Truth truth);
/* The clauses of a kind and truth, as brief as the draft is, each said once, at most DRAFT_CLAUSES_MAX; `*total`, when asked: how
 * many criteria they are. */
size_t draft_clauses(const Draft *draft, CriterionKind kind, Truth truth, const char **out, size_t *total);
/* The list of what is met of a kind; NULL when nothing is. `*total`: how many conditions that is. */
const char *draft_met(const Draft *draft, CriterionKind kind, size_t *total);
/* The mark alone, as a text. */
const char *draft_mark(DraftMark mark);
/* A clause without the brackets that end it. */
const char *draft_bare(const Draft *draft, const char *clause);
/* What a clause gives as its reason is not said again by those after it, which are changed. */
void draft_unrepeat(const Draft *draft, const char **clauses, size_t count);
/* « a ; b ; c » */
const char *draft_list(const Draft *draft, const char *const *clauses, size_t count);
/* « Prev’Asso (Le Mouvement associatif) » */
const char *draft_name(const Draft *draft);
/* « Source : … », shorter in a brief draft; "" without any. */
const char *draft_source(const Draft *draft);
/* Does the programme write that it asks nothing? */
bool draft_asks_nothing(const ProgrammeReport *report);
/* The same as draft_list, but a doubt that all of them end with is said once; `clauses` may be changed. */
const char *draft_list_doubts(const Draft *draft, const char **clauses, size_t count);
/* Whom to write to: « le Mouvement associatif ». */
const char *draft_contact(const Draft *draft);
/* « , qui décide de l’entrée. »: ends the sentence that names the contact. Eligible is not granted. */
const char *draft_who_decides(const Draft *draft);
/* « appel à candidatures annuel en février », shorter in a brief draft; NULL when nothing is known. */
const char *draft_calendar(const Draft *draft);
/* « Situation évaluée au … » */
void draft_date(Draft *draft);
/* What would make the programme eligible, or at least no longer excluded, if anything is announced. */
void draft_gain(Draft *draft);
/* Of what nothing opens, what is not known beside what fails: mending that alone would not be enough. */
void draft_left(Draft *draft);
/* Is what is open told by a sentence, that of a confirmation, and not by a noun? `clause` is what tells it. */
bool draft_asks_whether(const Draft *draft, const CriterionReport *criterion, const char *clause);
/* « 20 avril 2027, dans 150 jours » */
const char *draft_days_left(const Draft *draft, Day day);
/* « Dernier jour utile : le… » where a legal clock runs, whose day itself is too late. False: none does. */
bool draft_last_day(Draft *draft);
/* The whole text for a programme whose rule failed; `message`: how, or NULL. */
const char *draft_failure(const Dossier *dossier, const ProgrammeReport *report, const char *message);

#endif
