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
    const char *brief;    /* shorter still: what is met without its quotation; what is not, on a line or two */
    const char *question; /* when unknown: what to ask, or NULL */
    const char *ask;      /* whom, when it is the operator (« le Mouvement associatif »); NULL: the structure */
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

/* What goes with a programme, comes after it, or must not be combined with it. */
typedef struct RelationReport {
    const char *kind; /* "with", "after", "without" */
    const char *programme, *name;
    const char *text; /* why, in words */
} RelationReport;

typedef struct RemarkReport {
    const char *text;
    SourceReport source;
} RemarkReport;

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
    Day deadline;           /* that presses to apply now; DAY_MAX: none does */
    bool deadline_earliest; /* its date is known in part: this is the earliest it may be */
    RemarkReport *remarks;
    size_t remark_count;
    RelationReport *relations; /* with programmes that are themselves ranked */
    size_t relation_count;
} ProgrammeReport;

typedef struct QuestionReport {
    const char *fact; /* NULL: a question on the programme itself, for its operator */
    const char *question, *help;
    const char *ask;            /* whom: « le Mouvement associatif »; NULL: the structure */
    bool urgent;                /* a legal clock may be running */
    const char *const *settles; /* programme ids */
    size_t settles_count;
} QuestionReport;

typedef struct NoticeReport {
    const char *text;
    const char *deadline; /* AAAA-MM-JJ or NULL */
    bool earliest;        /* the date is known in part: this is the earliest it may be */
    SourceReport source;
} NoticeReport;

typedef enum Readiness { READINESS_GREEN, READINESS_NOT_YET, READINESS_TO_EXAMINE } Readiness;

/* One point of the diagnosis before a change of scale. */
typedef struct ReadinessReport {
    const char *name, *group, *title;
    Readiness state;
    const char *text; /* what the facts show, or what to do, or what to ask */
    SourceReport source;
} ReadinessReport;

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
    ReadinessReport *readiness; /* by rank; none where it does not concern the structure */
    size_t readiness_count;
    const char **inconsistencies; /* sentences */
    size_t inconsistency_count;
    Findings findings; /* of the facts; those of the rules are the rulebook's */
} Report;

/* STATUS_OK or STATUS_NO_MEMORY (`*out` is then NULL). The rulebook must outlive the report; `facts` need not. */
Status report_new(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out);
void report_free(Report *report);

#endif
