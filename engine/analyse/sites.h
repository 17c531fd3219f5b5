/* Where the source of a rule file holds what a finding of `azimut check` or a test is about. What is not there as it is (a table
 * that a loop makes) is looked for no further: the line that is known is kept. */
#ifndef AZIMUT_ANALYSE_SITES_H
#define AZIMUT_ANALYSE_SITES_H

#include "rules/position.h"
#include "rules/programme.h"

struct SourceMap;

/* Each takes NULL for a file that cannot be read, and then answers the line that is known. */

/* Where a line begins. */
Position site_of_line(const struct SourceMap *map, int line);
/* The word that makes a node. */
Position site_of_node(const struct SourceMap *map, const Vocabulary *vocabulary, const Node *node);
/* A key of a programme. */
Position site_of_key(const struct SourceMap *map, const Programme *programme, const char *key);
/* The name of its example number `number`, from 0; or the value of a fact in it (or its key), or what is expected (`attendu`). */
Position site_of_example(const struct SourceMap *map, const Programme *programme, size_t number);
Position site_of_example_fact(const struct SourceMap *map, const Programme *programme, size_t number, const char *fact, bool key);
Position site_of_expected(const struct SourceMap *map, const Programme *programme, size_t number);
/* The first text from `line` on that holds `text`, where that stands in it. */
Position site_of_text(const struct SourceMap *map, int line, const char *text);

#endif
