/* What may change in a structure's situation without changing what it is, nor to its harm: thresholds that time will pass,
 * approvals already asked for, decisions within the step that the vocabulary allows. */
#ifndef AZIMUT_EXPLAIN_MOVES_H
#define AZIMUT_EXPLAIN_MOVES_H

#include "evaluate/steps.h"
#include "explain/dossier.h"
#include "explain/reach.h"
#include "explain/report.h"

#define MOVE_STEPS_MAX 8       /* no programme of the documents knows more than four */
#define MOVE_DAYS_MAX 96       /* days on which some test turns: eight at most for one test */
#define MOVE_HORIZON_MONTHS 60 /* what lies further is no plan */

/* A test that time turns on a day, everything else being equal. */
typedef struct Passage {
    Day day;
    const Test *test;
    Truth after;  /* its answer from that day on */
    bool inexact; /* the date is known in part */
} Passage;

typedef struct Moves {
    Passage passages[MOVE_DAYS_MAX]; /* by day */
    size_t passage_count;
    ChangeStep steps[MOVE_STEPS_MAX]; /* approvals, then decisions, in the order of the author's tree */
    size_t step_count;
} Moves;

/* What time alone does; moves_find finds it too. */
void moves_of_time(const Dossier *dossier, const Reach *reach, Moves *out);
/* False when memory runs out. */
bool moves_find(const Dossier *dossier, const Reach *reach, Moves *out);
/* The first day on which a test of what has passed since a date, or is left until it, comes to answer so; DAY_MAX: it never does.
 */
Day move_turning(const Dossier *dossier, const Test *test, Day date, Truth answer);
/* The day from which it is met whatever the date, of one that is known in part; DAY_MAX: none, or it is known. */
Day move_met_by(const Dossier *dossier, const Test *test);
/* The fact that says this approval has been asked for (« agrement_esus_en_cours »), where it says so; else -1. */
int move_request(const Dossier *dossier, const Fact *approval);
/* The value that a step gives to its fact, in `room`, whose bits have room for any fact. */
void move_value(const Dossier *dossier, const ChangeStep *step, Value *room);
/* Whose hands is a test in, where it fails? TIME only if its answer turns within the horizon. */
ChangeMeans move_means(const Dossier *dossier, const Moves *moves, const Test *test);

#endif
