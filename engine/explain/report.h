/* Everything that is said of one structure: what output/ prints as text or JSON. All words are made here, from the rules and the
 * structure's facts; output/ only lays them out. */
#ifndef AZIMUT_EXPLAIN_REPORT_H
#define AZIMUT_EXPLAIN_REPORT_H

#include "evaluate/verdict.h"

#define NOT_APPLICABLE "sans objet" /* the value of a fact that has no meaning for a structure */

typedef enum CriterionKind { CRITERION_CONDITION, CRITERION_OBJECT, CRITERION_RESERVE, CRITERION_PRIORITY } CriterionKind;

/* What a question asks for; the first is asked first. */
typedef enum Asking {
    ASKING_GATE,        /* where, what and since when the structure is: what closes a door whatever the rest */
    ASKING_FACT,        /* another fact of it */
    ASKING_DELICATE,    /* one that is delicate to say */
    ASKING_DOUBT,       /* what the document leaves open */
    ASKING_TIE,         /* whether one is admitted exactly at a limit, */
    ASKING_TIE_CLOSING, /* which is passed tomorrow, and then one is not, */
    ASKING_TIE_OPENING, /* or then one surely is */
    ASKING_NOTHING
} Asking;

typedef struct SourceReport {
    const char *document, *place, *quote;       /* as a sentence shows them; NULL when inferred without a quotation */
    const char *document_title, *document_date; /* NULL date: not dated */
    bool inferred;
    const char *why_inferred;
} SourceReport;

typedef struct CriterionReport CriterionReport;
struct CriterionReport {
    const Node *node;
    CriterionKind kind;
    Truth truth;
    bool divergence;             /* unknown because the sources diverge */
    bool hangs_on_reading;       /* …and for no other cause: met as soon as the favourable reading is confirmed */
    const char *op;              /* combinator: "tous", "au_moins_un", "non", "divergence", "selon"; NULL for a single test */
    const char *fact;            /* NULL for a combinator */
    const char *value;           /* the structure's value in words, or NULL when unknown */
    const char *const *possible; /* the values still possible, as the contract writes them: codes, or « min..max » */
    size_t possible_count;
    const char *expected;        /* what the document asks, in words */
    const char *sentence;        /* one sentence, in French */
    const char *clause;          /* short: « employeur (9 personnes salariées) »; what the text output lists */
    const char *brief;           /* shorter still: what is met without its quotation; what is not, on a line or two */
    const char *subject;         /* when unknown for want of one or two facts: which, « la forme juridique »; else NULL */
    const char *const *subjects; /* each of them, as many as there are */
    size_t subject_count;
    const char *question; /* when unknown: what to ask, or NULL */
    const char *ask;      /* whom, when it is the operator (« le Mouvement associatif »); NULL: the structure */
    Asking asking;
    Day met_by; /* of a date that is known in part: the day from which the condition is met whatever it is; DAY_MAX: none */
    SourceReport *sources;
    size_t source_count;
    CriterionReport *of;
    size_t of_count;
    const void *kept; /* where many structures are told of: what is told of this one and of others alike, or NULL */
};

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

/* By whom a change comes, in order of effort. */
typedef enum ChangeMeans {
    MEANS_TIME,     /* a day that comes by itself */
    MEANS_APPROVAL, /* an administration, which has been asked */
    MEANS_DECISION, /* the structure, within the step that the vocabulary allows */
    MEANS_BLOCKED   /* nobody, or nobody should: what the structure is, where it is, what would harm it */
} ChangeMeans;

typedef enum ChangeKind {
    CHANGE_GAIN,    /* the programme becomes eligible */
    CHANGE_OPENING, /* it is no longer excluded: something else remains to be verified */
    CHANGE_LOSS     /* by time alone, it is no longer eligible, or becomes excluded */
} ChangeKind;

/* One part of a change: a threshold that time passes, or a fact that takes another value. */
typedef struct ChangeStep {
    ChangeMeans means;
    int fact;
    const char *name;     /* of the fact, as a fact file writes it */
    const Test *test;     /* TIME: whose threshold is passed; DECISION on a number: which asks for it; else NULL */
    double before, after; /* DECISION on a number; of a boolean: 0, 1 */
    const char *supposed; /* of time, the date that is supposed of what has begun: « 2026-11-22 »; else NULL */
} ChangeStep;

/* Lay `facts` (a JSON object text) over the input, evaluate at `from` (NULL: same date), and `verdict` follows; on the day before,
 * or without any one of `facts`, it does not. */
typedef struct ChangeReport {
    const char *text;
    Verdict verdict;
    const char *from;
    const char *facts;
    ChangeKind kind;
    bool under_reserve;
    Day day;     /* `from`, or the evaluation date */
    Day last;    /* the last day on which `verdict` holds, everything else being equal; DAY_MAX: no end within five years */
    bool latest; /* a date known in part decides: what is announced may come before `day` */
    Day soonest, furthest;      /* by such a date: on which days it may come, as far as the date is known; the first may be past;
                                 * DAY_MIN, DAY_MAX where that cannot be said. Else `day` */
    const char *question, *ask; /* OPENING: when it hangs on a reading, what to ask and whom; else NULL */
    const ChangeStep *steps;
    size_t step_count;
    AvailabilityReport availability; /* of the programme on `day`: can one enter then, or when next? */
    AvailabilityReport sooner;       /* of the programme on `soonest`, where that is another day to come */
} ChangeReport;

/* An answer to a missing fact, and where it leads. */
typedef struct AnswerReport {
    const char *text; /* « au moins 2 personnes salariées », « oui » */
    Verdict verdict;
    bool under_reserve;
    Day from; /* INELIGIBLE by a date: the soonest day on which time alone no longer excludes; DAY_MAX: none */
} AnswerReport;

/* A missing fact of a verdict that is undetermined, or under reserve: what each answer to it alone would lead to. */
typedef struct MissingReport {
    const char *fact; /* as in ProgrammeReport.missing */
    int number;
    const AnswerReport *answers;
    size_t answer_count;
    bool settles; /* whatever the answer */
} MissingReport;

/* Missing facts that together can make a programme eligible, and no fewer of them; `answers[i]` is what `facts[i]` must be. */
typedef struct WayReport {
    const char *const *facts;
    const int *numbers;
    const char *const *answers;
    size_t count;
    bool under_reserve;
    const char *text; /* « forme juridique : association ; au moins 2 personnes salariées » */
} WayReport;

/* Failed conditions whose change would be enough for nothing to fail, and no fewer of them. */
typedef struct CureReport {
    const Node *const *nodes; /* tests of the author's trees, in their order */
    const ChangeMeans *means; /* of each */
    size_t count;
    ChangeMeans hardest;
    const char *const *parts; /* what each asks, in words */
    const char *text; /* « au moins 3 ans depuis la date de création (question de temps) ; siège en Bretagne (bloquant) » */
} CureReport;

/* Why the verdict is what it is. What does not concern the verdict is empty. */
typedef struct ReasonsReport {
    const char *const *sufficient; /* ELIGIBLE: a minimal set of known facts that gives the verdict by itself, by name */
    const int *sufficient_numbers;
    size_t sufficient_count;
    const char *text;          /* « Ces seuls faits suffisent : … »; NULL: there is none */
    const Node *const *failed; /* INELIGIBLE: every failed condition and reserve */
    size_t failed_count;
    CureReport *cures; /* INELIGIBLE: the least effort first */
    size_t cure_count;
    const MissingReport *missing; /* UNDETERMINED */
    size_t missing_count;
    WayReport *ways; /* UNDETERMINED: the shortest first */
    size_t way_count;
} ReasonsReport;

/* Why a programme stands before or after another one, in one clause. */
typedef struct ComparisonReport {
    const char *programme;
    const char *name; /* short */
    bool after;       /* it stands after that one */
    const char *text;
    const char *why, *why_each; /* the reason alone: beside one name, beside several */
} ComparisonReport;

/* What goes with a programme, comes after it, or must not be combined with it. */
typedef struct RelationReport {
    const char *kind; /* "with", "after", "without" */
    const char *programme;
    const char *lead; /* « À mener avec le DLA » */
    const char *text; /* why, in words */
    bool open;        /* it is not known yet whether that other one is for this structure */
} RelationReport;

typedef struct RemarkReport {
    const char *text;
    SourceReport source;
} RemarkReport;

typedef struct ProgrammeReport {
    const Programme *programme;
    Outcome outcome;
    size_t rank; /* from 1; 0: not ranked */
    AvailabilityReport availability;
    const char *const *missing; /* names of base facts, as in a fact file (confirmations: « programme/nom ») */
    size_t missing_count;
    CriterionReport *criteria;
    size_t criterion_count;
    const char *verdict_text;                           /* « éligible au vu des critères publiés, sous réserve » */
    const char *source_text;                            /* « Source : … », a sentence; "" without any */
    const char *sentence;                               /* the paragraph to paste */
    const char *summary;                                /* the same in one or two sentences */
    const char *duration, *cost, *endowment, *capacity; /* of the programme, for this structure, in words; NULL: not said */
    const char *rank_reason;                            /* one clause; NULL when not ranked */
    bool rank_untold;                                   /* it would tell the reader of a paragraph nothing */
    const ComparisonReport *comparisons;                /* where they were asked for: with every other ranked one, by rank */
    size_t comparison_count;
    ReasonsReport reasons;
    ChangeReport *changes; /* gains first, the least effort first; then openings, then losses */
    size_t change_count;
    const ChangeReport *gain;   /* the first that makes it eligible, or NULL: « pas encore » */
    Day deadline;               /* that presses to apply now, the first day that is too late; DAY_MAX: none does */
    bool deadline_earliest;     /* its date is known in part: this is the earliest it may be, */
    Day deadline_latest;        /* and this the latest, */
    int deadline_fact;          /* counted from this fact */
    const char *warning;        /* an alert that the paragraph says again, or NULL: that something presses, */
    bool precedes;              /* or that something else comes first */
    const char *refusal;        /* why its own rule keeps it away, in the author's words, or NULL */
    bool clock;                 /* a legal clock of the programme itself runs, or has run out */
    const Remark *step;         /* how to enter; NULL: by taking contact */
    const Grounds *relevant_by; /* what its relevance rests on; NULL: it has none */
    RemarkReport *remarks;
    size_t remark_count;
    RelationReport *relations; /* with programmes that are themselves ranked */
    size_t relation_count;
} ProgrammeReport;

/* What the answers to a question lead to for one programme. */
typedef struct EffectReport {
    const char *programme;
    const AnswerReport *answers;
    size_t count;
    bool reserved; /* the programme is eligible already, under reserve */
} EffectReport;

typedef struct QuestionReport {
    const char *fact; /* NULL: a question on the programme itself: for its operator, or on what no fact says */
    const char *question, *help;
    const char *ask;            /* whom: « le Mouvement associatif »; NULL: the structure */
    bool urgent;                /* a legal clock may be running */
    const char *const *settles; /* programme ids */
    size_t settles_count;
    const EffectReport *effects; /* what each answer would change, programme by programme; none for the need */
    size_t effect_count;
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
    struct Work *work; /* what is left to do needs it; NULL: nothing is left */
} Report;

/* STATUS_OK or STATUS_NO_MEMORY (`*out` is then NULL). The rulebook must outlive the report; `facts` need not. */
Status report_new(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out);
/* The same without what recommendations do not show: the sentence, sources and parts of each criterion (only its words up to
 * `subject`, its question and `ask` are there), the sufficient facts, the ways to eligibility. Until it is completed, or freed,
 * `facts` must stand. */
Status report_start(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out);
/* Makes it what report_new would have given; nothing when it is that already. After STATUS_NO_MEMORY all that
 * recommendations show is still there. */
Status report_complete(Report *report);
/* Fills `comparisons` of the programme of this id; nothing when it is not ranked. `facts` are those of the report. */
Status report_compare(Report *report, const FactSet *facts, const char *programme);
void report_free(Report *report);

#endif
