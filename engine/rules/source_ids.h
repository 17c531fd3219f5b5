/* What a rule file that does not load was about, read from its bytes alone. */
#ifndef AZIMUT_RULES_SOURCE_IDS_H
#define AZIMUT_RULES_SOURCE_IDS_H

#include <stdbool.h>
#include <stddef.h>

/* Passes over `bytes` as Lua would (comments, texts); calls `found` with each text that stands after `id =`. Answers whether the
 * file seems to describe a programme: it says `dispositif`, or none of the other words that a file returns. */
bool source_ids(const char *bytes, size_t length, void (*found)(void *context, const char *id, size_t length), void *context);

#endif
