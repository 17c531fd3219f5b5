/* The short form of a criterion: « « Employeur » (9 personnes salariées) », as it stands inside a sentence or a list. */
#ifndef AZIMUT_EXPLAIN_CLAUSE_H
#define AZIMUT_EXPLAIN_CLAUSE_H

#include "explain/dossier.h"

#define CLAUSE_SUBJECTS_MAX 2 /* facts that one criterion waits for; more are no subject */

/* What is asked: the quotation when it is short, else the test in words. */
const char *clause_asked(const Dossier *dossier, const Node *node);
/* What is asked in full, the quotation with the test in words. */
const char *clause_expected(const Dossier *dossier, const Node *node);
/* The clause of any node, with the structure's values. */
const char *clause_of(const Dossier *dossier, const Node *node);
/* The same in fewer words: what is met by its value alone, what is not by its title and what decides it. */
const char *clause_brief(const Dossier *dossier, const Node *node);
/* The same of an object that is not there, told as it is: « sans différend contractuel ». */
const char *clause_absent(const Dossier *dossier, const Node *node);
/* The one bound by which a node is met, where its author has not worded it; NULL where that is anything else. */
const Node *clause_bound(const Dossier *dossier, const Node *node);
/* « budget annuel de plus de 300 000 € et de moins de 1 500 000 € (510 000 €) »: a floor and a ceiling of one fact, both met, in
 * either order; NULL where they are not that. */
const char *clause_between(const Dossier *dossier, const Node *one, const Node *other);
/* The facts whose absence alone leaves a node open: « la forme juridique »; NULL when there are more than two, or another cause. */
const char *clause_subject(const Dossier *dossier, const Node *node);
/* The same one by one; how many they are. */
size_t clause_subjects(const Dossier *dossier, const Node *node, const char *names[CLAUSE_SUBJECTS_MAX]);
/* The parts of a `selon` that count for this structure: the branch taken (condition and result), or every branch still possible. */
size_t clause_branches(const Dossier *dossier, const Node *node, const Node **parts, size_t capacity);
/* Is this node an `a_confirmer`? */
bool clause_is_confirmation(const Dossier *dossier, const Node *node);

#endif
