/* Facts and tests in words: what a structure is known to be, what a document asks. No identifier of a fact ever comes out. */
#ifndef AZIMUT_EXPLAIN_DESCRIBE_H
#define AZIMUT_EXPLAIN_DESCRIBE_H

#include "explain/dossier.h"

/* What is known of a fact: « association », « de 10 à 19 personnes salariées », « Haute-Garonne (31), en Occitanie »; NULL when
 * nothing is. */
const char *describe_value(const Dossier *dossier, int fact);
/* Where the name of what happens begins in the label of a date: after « date d’ » of « date d’impasse de trésorerie »; 0:
 * throughout. */
size_t describe_event(const char *label);
/* The fact of which this one is only known to be no less, and which is told in its place, or -1: a turnover for a budget. */
int describe_least(const Dossier *dossier, int fact);
/* The same away from any question: « budget annuel : 412 000 € », « création en 2018 »; NULL when nothing is known. */
const char *describe_named(const Dossier *dossier, int fact);
/* Is it an amount that is known to be nothing, and told as such: « pas de dettes »? */
bool describe_nothing(const Dossier *dossier, int fact);
/* `words`, a value of the fact, after its name: « budget annuel de 412 000 € », « thématiques : santé et habitat ». */
const char *describe_labelled(const Dossier *dossier, int fact, const char *words);
/* The same as a test looks at it: ages are worked out at the evaluation date (« création le 3 mai 2023, il y a 3 ans »), the seat
 * is told at the level asked, « sans objet » when the fact makes no sense here, derived facts by what they come from. */
const char *describe_tested(const Dossier *dossier, const Test *test);
/* Where the value comes from: « comptes 2025, 28 mai 2026 », or NULL. */
const char *describe_origin(const Dossier *dossier, int fact);
/* What a test asks, in words: « au moins 2 personnes salariées », « siège en Occitanie ». */
const char *describe_asked(const Dossier *dossier, const Test *test);
/* The same with the name of its fact where the words leave it out: « forme juridique : association ». */
const char *describe_asked_named(const Dossier *dossier, const Test *test);
/* The name that the contract gives to the fact of a test: the level asked for the seat, the fact's own otherwise. */
const char *describe_fact_name(const Dossier *dossier, const Test *test);
/* The values still possible, as the contract writes them. */
const char *const *describe_possible(const Dossier *dossier, const Test *test, size_t *count);
/* « en Hauts-de-France », « dans le Nord »: where the seat surely is, at the level that the test asks; NULL when that is not known,
 * or when the test is not about the seat. */
const char *describe_seat(const Dossier *dossier, const Test *test);
/* « à La Réunion »: the region where the seat surely is, or NULL. */
const char *describe_region(const Dossier *dossier);
/* « l’une des huit régions couvertes » */
const char *describe_covered(Arena *arena, const Test *test);
/* What is to be known before a fact can count for this structure: « situation de trésorerie non connue »; NULL when nothing is. */
const char *describe_first(const Dossier *dossier, int fact);
/* The fact to ask for so that this one becomes known: one that is to be known first, or that the rule deriving it waits for, rather
 * one that was not asked in vain; else itself. */
int describe_cause(const Dossier *dossier, int fact);
/* Do the answers given contradict one another on this fact? */
bool describe_disputed(const Dossier *dossier, int fact);
/* Why the rule that derives a fact leaves it open for this structure (« l’appartenance des fonds de dotation à l’ESS est discutée
 * »), or NULL when it does not. */
const char *describe_open(const Dossier *dossier, int fact);
/* The one value that such a case is about: « fonds de dotation »; NULL when it is about more, or there is none. */
const Choice *describe_discussed(const Dossier *dossier, int fact);
/* Such a case as its author calls it: « Une société d’insertion, sans agrément ESUS ni mention ESS », or NULL. */
const char *describe_case(const Dossier *dossier, int fact);
/* « effectif salarié non connu », « date de création non connue » */
const char *describe_ignorance(const Dossier *dossier, int fact);

#endif
