/* Everything that is said of one structure: what output/ prints as text or JSON. All words are made here, from the rules and the
 * structure's facts; output/ only lays them out. */
#ifndef AZIMUT_EXPLAIN_REPORT_H
#define AZIMUT_EXPLAIN_REPORT_H

#include "evaluate/verdict.h"

typedef enum CriterionKind { CRITERION_CONDITION, CRITERION_OBJECT, CRITERION_RESERVE, CRITERION_PRIORITY } CriterionKind;

typedef struct SourceReport {
    const char *document, *place, *quote;       /* as a sentence shows them; NULL when inferred without a quotation */
    const char *document_title, *document_date; /* NULL date: not dated */
    bool inferred;
    const char *why_inferred;
} SourceReport;

typedef struct CriterionReport CriterionReport;
struct CriterionReport {
    CriterionKind kind;
    Truth truth;
    bool divergence;             /* unknown because the sources diverge */
    const char *op;              /* combinator: "tous", "au_moins_un", "non", "divergence", "selon"; NULL for a single test */
    const char *fact;            /* NULL for a combinator */
    const char *value;           /* the structure's value in words, or NULL when unknown */
    const char *const *possible; /* the values still possible, as the contract writes them: codes, or « min..max » */
    size_t possible_count;
    const char *expected; /* what the document asks, in words */
    const char *sentence; /* one sentence, in French */
    const char *clause;   /* short: « employeur (9 personnes salariées) »; what the text output lists */
    const char *question; /* when unknown: what to ask and whom, or NULL */
    SourceReport *sources;
    size_t source_count;
    CriterionReport *of;
    size_t of_count;
};

/* Lay `facts` (a JSON object text) over the input, evaluate at `from` (NULL: same date), and `verdict` follows. */
typedef struct ChangeReport {
    const char *text;
    Verdict verdict;
    const char *from;
    const char *facts;
    const char *granted; /* the one fact that `facts` sets to true, or NULL when it is {} */
} ChangeReport;

typedef enum AvailabilityState {
    AVAILABILITY_OPEN,
    AVAILABILITY_UPCOMING,
    AVAILABILITY_VARIABLE,
    AVAILABILITY_PAST,
    AVAILABILITY_PLANNED,
    AVAILABILITY_UNKNOWN
} AvailabilityState;

typedef struct AvailabilityReport {
    AvailabilityState state;
    const char *from, *to; /* AAAA-MM-JJ, or NULL */
    Day from_day, to_day;  /* DAY_MIN, DAY_MAX when absent */
    const char *text;
} AvailabilityReport;

typedef struct ProgrammeReport {
    const Programme *programme;
    Outcome outcome;
    size_t rank; /* from 1; 0: not ranked */
    AvailabilityReport availability;
    const char *const *missing; /* names of base facts, as in a fact file (confirmations: « programme/nom ») */
    size_t missing_count;
    CriterionReport *criteria;
    size_t criterion_count;
    const char *verdict_text; /* « éligible au vu des critères publiés, sous réserve » */
    const char *source_text;  /* « Source : … », a sentence; "" without any */
    const char *sentence;     /* the paragraph to paste */
    const char *rank_reason;  /* one clause; NULL when not ranked */
    ChangeReport *changes;
    size_t change_count;
} ProgrammeReport;

typedef struct QuestionReport {
    const char *fact, *question, *help;
    const char *const *settles; /* programme ids */
    size_t settles_count;
} QuestionReport;

typedef struct NoticeReport {
    const char *text;
    const char *deadline; /* AAAA-MM-JJ or NULL */
    SourceReport source;
} NoticeReport;

typedef struct Report {
    Arena arena; /* owns everything below */
    const Rulebook *rulebook;
    Day date;
    const char *id, *name;       /* of the structure; NULL when not given */
    ProgrammeReport *programmes; /* in rank order, then the unranked */
    size_t programme_count;
    QuestionReport *questions; /* most useful first */
    size_t question_count;
    NoticeReport *alerts, *orientations;
    size_t alert_count, orientation_count;
    const char **inconsistencies; /* sentences */
    size_t inconsistency_count;
    Findings findings; /* of the facts; those of the rules are the rulebook's */
} Report;

/* STATUS_OK or STATUS_NO_MEMORY (`*out` is then NULL). The rulebook must outlive the report; `facts` need not. */
Status report_new(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out);
void report_free(Report *report);

#endif
