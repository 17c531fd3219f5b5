/* What a programme's verdict rests on: the tests of its conditions, object and reserves, followed through what says whether a fact
 * makes sense and through what derives it. */
#ifndef AZIMUT_EXPLAIN_REACH_H
#define AZIMUT_EXPLAIN_REACH_H

#include "rules/rulebook.h"

/* What a decision or an approval may turn from no to yes. */
typedef struct Grant {
    int fact;
    bool decided; /* else an approval, */
    int request;  /* with the fact that says it has been asked for */
} Grant;

typedef struct Reach {
    int *facts; /* each once: a fact after those it is derived from, otherwise in the order of the author's tree */
    size_t fact_count;
    const Test **tests; /* in the same order */
    size_t test_count, test_capacity;
    /* Of those, in the same order, of a whole programme: */
    const Test **timed;  /* what has passed since a date, or is left until it */
    const Test **raised; /* numbers that a decision may raise */
    Grant *granted;
    size_t timed_count, raised_count, granted_count;
} Reach;

/* All of a programme that has not failed. False when memory runs out. */
bool reach_of(Arena *arena, const Rulebook *rulebook, const Programme *programme, Reach *out);
/* The same of what says what an attribute is worth (NULL: nothing); of what places a programme among others: its urgency, calendar,
 * duration, cost and endowment. */
bool reach_of_attribute(Arena *arena, const Rulebook *rulebook, const Attribute *attribute, Reach *out);
bool reach_of_place(Arena *arena, const Rulebook *rulebook, const Programme *programme, Reach *out);
/* Does the answer of a test hang on `fact`, directly or through what derives its own? */
bool reach_touches(const Rulebook *rulebook, const Test *test, int fact);

#endif
