/* Durations, costs, endowments, capacities, calendars and modalities of a programme. */
#ifndef AZIMUT_RULES_ATTRIBUTES_H
#define AZIMUT_RULES_ATTRIBUTES_H

#include "rules/nodes.h"

/* The value under `key`: a table of figures, or a choice among such; NULL when absent or reported. */
Attribute *attribute_read(const Reading *reading, const char *key);
Attribute *calendar_read(const Reading *reading, const char *key);
void modalities_read(const Reading *reading, Programme *programme);

#endif
