/* The vocabulary as a reader sees it: each fact with its values, its question, and the rules that ask it. */
#ifndef AZIMUT_ANALYSE_WRITE_FACTS_H
#define AZIMUT_ANALYSE_WRITE_FACTS_H

#include "analyse/find_facts.h"
#include "analyse/uses.h"
#include "output/page.h"

/* One fact in full, or several: a list of names on a terminal, everything in Markdown. `found` NULL: all. STATUS_NO_MEMORY or
 * STATUS_OK. */
Status write_facts(const Memory *memory, const Rulebook *rulebook, const FactsFound *found, Page *page);
/* docs/facts.schema.json */
Status write_facts_json(const Memory *memory, const Rulebook *rulebook, const FactsFound *found, Text *out);

#endif
