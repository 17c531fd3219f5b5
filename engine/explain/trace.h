/* What the making of a text looks at in a structure: the truth of conditions, what is known of facts. A text that was made once is
 * right wherever all that was looked at is the same, whatever the rest: it is recalled by that, look after look, in the order in
 * which its making looked. */
#ifndef AZIMUT_EXPLAIN_TRACE_H
#define AZIMUT_EXPLAIN_TRACE_H

#include "explain/dossier.h"
#include "explain/filling.h"
#include "explain/recall.h"

/* One per thread, for structures told of with that recall. NULL when memory runs out. */
Trace *trace_new(const Memory *memory, const Rulebook *rulebook, Recall *recall);
void trace_free(Trace *trace);
/* Turns to another structure: nothing is being made. */
void trace_turn(Trace *trace);

/* A text that is looked for together with others, so that memory is waited for once. */
typedef struct Seek {
    const void *said; /* NULL: it is to be made */
    const struct Chain *chain;
    const struct Fork *fork; /* where it goes on, by what a look finds there */
    uint32_t found;
} Seek;

/* Begins to look for what may be recalled under `key`, as trace_begin does, but nothing is made. */
Seek trace_seek(RecallKey *key);
/* Looks until each of `count` is found, or nothing is. */
void trace_seek_all(const Dossier *dossier, Seek *seeks, size_t count);

/* Begins what may be recalled under `key`, which names the subject: what was said, when all that was looked at then is the same
 * now; NULL: it is to be made. Each is ended; while one is made, another may be begun, one deep. */
const void *trace_begin(const Dossier *dossier, RecallKey *key);
/* After it was made: is it worth keeping? */
bool trace_wanted(const Dossier *dossier, const RecallKey *key);
/* Keeps `said`, which lives in the recall's room. */
void trace_keep(const Dossier *dossier, const RecallKey *key, const void *said);
void trace_end(const Dossier *dossier);
/* What was recalled does not serve: it is made. */
void trace_make(const Dossier *dossier);

/* ---- Notes of looks, by explain/dossier */

void trace_truth(Trace *trace, const Node *node, Truth truth);
void trace_fact(Trace *trace, int fact);
void trace_origin(Trace *trace, int fact);
/* Of a fact, no more than whether it is known exactly. */
void trace_known(Trace *trace, int fact, bool known);
/* Of a fact, no more than how it may be left blank: no figure; a figure – a number, an amount known exactly, neither of them
 * nothing, a day that is past, a set –; a set with a comma in its words. */
typedef enum Figure { FIGURE_NONE, FIGURE_PLAIN, FIGURE_LIST } Figure;
Figure trace_figure(const Dossier *dossier, int fact);
/* The words of a figure, which stand for this structure; what kinds there are is known to explain/blank. */
#define FIGURE_WORDS 4
const Filling *trace_figure_words(const Dossier *dossier, int fact, unsigned kind,
                                  const char *(*make)(const Dossier *dossier, int fact, unsigned kind));
/* Notes nothing: what a test is left with is filled in for each structure. Is anything being made? From then on the test is known
 * by its number. */
bool trace_leaves(Trace *trace, const Node *test);
const Node *trace_test(const Trace *trace, unsigned number);
/* Its words, which stand for this structure. */
const Filling *trace_test_words(const Dossier *dossier, unsigned number,
                                const char *(*make)(const Dossier *dossier, const Node *test));
/* Of the seat, no more than its region. */
int trace_region(const Dossier *dossier);
/* Of a fact, no more than dossier_outline. */
void trace_outline(const Dossier *dossier, int fact);
/* The structure's name: what says it is said of no other. */
void trace_name(Trace *trace);

#endif
