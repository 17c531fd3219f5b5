/* The order in which derived facts can be computed. */
#ifndef AZIMUT_RULES_DERIVATION_ORDER_H
#define AZIMUT_RULES_DERIVATION_ORDER_H

#include "rules/rulebook.h"

/* Sorts the derivations of `rulebook` so that each stands after those it reads, through conditions, computed expressions and the
 * applicability of facts. Reports a fact derived twice and cycles, with their path, and leaves those derivations out. */
Status derivations_sort(Rulebook *rulebook);

#endif
