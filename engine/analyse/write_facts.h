/* The vocabulary as a reader sees it: each fact with its values, its question, and the rules that ask it. */
#ifndef AZIMUT_ANALYSE_WRITE_FACTS_H
#define AZIMUT_ANALYSE_WRITE_FACTS_H

#include "analyse/uses.h"
#include "output/page.h"

/* One fact in full, or all: a list of names on a terminal, everything in Markdown. `fact` -1: all. STATUS_NO_MEMORY or STATUS_OK.
 */
Status write_facts(const Memory *memory, const Rulebook *rulebook, int fact, Page *page);
/* docs/facts.schema.json */
Status write_facts_json(const Memory *memory, const Rulebook *rulebook, int fact, Text *out);

#endif
