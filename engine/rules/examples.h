/* `exemples`: structures with the verdict that a programme must give them. */
#ifndef AZIMUT_RULES_EXAMPLES_H
#define AZIMUT_RULES_EXAMPLES_H

#include "rules/reading.h"

/* Reads `exemples` of a programme whose id and date are read. */
void examples_read(const Reading *reading, Programme *programme);

#endif
