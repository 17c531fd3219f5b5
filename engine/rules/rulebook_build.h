/* From what the scripts made to the tables of a rulebook. */
#ifndef AZIMUT_RULES_RULEBOOK_BUILD_H
#define AZIMUT_RULES_RULEBOOK_BUILD_H

#include "rules/load.h"

/* Adds a programme of verdict `error` to what is kept. */
Status build_failed_programme(Load *load, const char *id, size_t length);
/* Fills the tables from `load->kept`: programmes sorted and checked against each other, their confirmations as facts, derivations
 * in order, nodes numbered. */
Status build_rulebook(Load *load);

#endif
