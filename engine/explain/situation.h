/* Where a structure stands on a test, and which tests a group owes its answer to. */
#ifndef AZIMUT_EXPLAIN_SITUATION_H
#define AZIMUT_EXPLAIN_SITUATION_H

#include "explain/dossier.h"

#define SITUATION_PARTS_MAX 24
#define SITUATION_AT_LIMIT "exactement à la limite, que le document ne tranche pas"

typedef struct Deciding {
    const Node *tests[SITUATION_PARTS_MAX];
    size_t count;
} Deciding;

/* What the structure's situation is on a single test: value and origin, or what is not known; NULL for other nodes. */
const char *situation_of(const Dossier *dossier, const Node *node);
/* The same as it stands away from its question: « siège en Hauts-de-France », « budget annuel : 412 000 € ». */
const char *situation_named(const Dossier *dossier, const Node *test);
/* `said` without the origin of the value, or as it is. */
const char *situation_without_origin(const Dossier *dossier, const Node *test, const char *said);
/* A met value alone: « 9 personnes salariées », without origin or reasons. */
const char *situation_value_alone(const Dossier *dossier, const Node *test);
/* Why the document itself leaves a test open for a known value (« exactement à la limite… »); NULL when it does not. */
const char *situation_document_doubt(const Dossier *dossier, const Node *node);
/* Adds to `list` the tests that decide a node, each fact once. */
void situation_deciding(const Dossier *dossier, const Node *node, Deciding *list);
/* Their situations side by side, or NULL. */
/* Is it a group of ways that is open, one of which asks for more than a known value is? */
bool situation_falls_short(const Dossier *dossier, const Node *node);
/* The known value that is less than one way of an open group asks for, or NULL. */
const char *situation_short(const Dossier *dossier, const Node *node);
const char *situation_of_group(const Dossier *dossier, const Node *node);
/* Of what is said of a derived « oui » or « non », what it was read from: « SARL sans agrément ESUS », beside what is asked. */
const char *situation_reasons(const Dossier *dossier, const Node *test, const char *said);
/* The test of the fact that alone closes every way of `group`, looked for below `inside`; or NULL. */
const Node *situation_common_failure(const Dossier *dossier, const Node *group, const Node *inside);

#endif
