/* A sentence as its reader sees it: a catalogue kept for the web leaves tags, entities, emphasis and addresses in its texts. */
#ifndef AZIMUT_ANALYSE_MARKUP_H
#define AZIMUT_ANALYSE_MARKUP_H

#include "base/arena.h"

/* A copy without HTML tags (a space each), Markdown emphasis, and addresses of the web; entities are the characters that they stand
 * for. What is no markup (« < 50 », « 10 & 20 ») stays. NULL when memory runs out. */
const char *markup_removed(Arena *arena, const char *text);

#endif
