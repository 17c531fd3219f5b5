/* The tests of a rule set: the examples inside the rule files, and the case files beside them. Each is a structure on a date, with
 * the verdicts that a reader of the documents expects. Nothing here is ever written back. */
#ifndef AZIMUT_ANALYSE_SUITE_H
#define AZIMUT_ANALYSE_SUITE_H

#include "analyse/shelf.h"
#include "evaluate/verdict.h"

typedef struct Expectation {
    size_t programme;    /* its number in the rulebook */
    const char *written; /* as expected: « éligible sous réserve », "eligible"; "" where it is still to be read in the source */
    Verdict verdict;
    bool reserve_matters, under_reserve; /* a code of the JSON contract says nothing of reserves */
    int line;
} Expectation;

typedef struct SuiteTest {
    const char *file, *name;
    int line;
    const Programme *programme; /* whose example number `place` it is, from 0; NULL: a case */
    size_t place;
    Day date;
    FactSet facts;
    Expectation *expectations;
    size_t expectation_count;
    const char **head; /* who stands first in the ranking, in order; an empty list says that nothing is ranked */
    size_t head_count;
    bool has_head;
    const char **among_five; /* who stands among the first five */
    size_t among_five_count;
} SuiteTest;

typedef struct Suite {
    const Memory *memory;
    Arena *arena; /* owns everything below */
    const Rulebook *rulebook;
    Shelf *shelf;      /* borrowed: the rule files, to say where an example stands; or NULL */
    Findings findings; /* tests that cannot be read */
    SuiteTest *tests;
    size_t count, capacity;
    size_t to_fill_in; /* expectations left empty */
    const bool *kept;  /* by programme: those of which the tests are looked at; NULL: all */
} Suite;

/* The tests of one programme that share a date, as rows of one block. */
typedef struct Sheet {
    Day date;
    Block block;
    const SuiteTest **tests; /* by row */
    const Expectation **expectations;
} Sheet;

/* Reads the examples of `rulebook`; case_file_read adds cases. What cannot be read becomes findings. STATUS_OK or
 * STATUS_NO_MEMORY. */
Status suite_read(Suite *suite, const Memory *memory, Arena *arena, const Rulebook *rulebook, Shelf *shelf);
/* Leaves only what is expected of some programmes, by their number (borrowed): not of ranks, which are of all. Proposals that are
 * left to fill in stay counted. */
void suite_keep(Suite *suite, const bool *kept);
/* Are the tests of this programme looked at? */
bool suite_keeps(const Suite *suite, size_t programme);
/* The expectations of one programme that are filled in, laid out in `arena`. STATUS_NO_MEMORY or STATUS_OK. */
Status suite_sheets(const Suite *suite, Arena *arena, size_t programme, Sheet **sheets, size_t *count);

/* « éligible », … or a code of the JSON contract; false when it is none. */
bool expectation_read(const char *written, Expectation *out);
bool expectation_met(const Expectation *expectation, Verdict verdict, bool under_reserve);
/* « éligible sous réserve » */
const char *verdict_word(Verdict verdict, bool under_reserve);

/* For the reader of cases: a test to be filled in, or NULL when memory ran out. */
SuiteTest *suite_add(Suite *suite);
/* Reads its facts; findings name its file, with lines from `line`. False when they are refused (or memory ran out: the arena then
 * says so). */
bool suite_read_facts(Suite *suite, SuiteTest *test, const char *bytes, size_t length, int line);

#endif
