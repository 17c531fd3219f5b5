/* What a finding's code means, from the table of docs/messages.md. */
#ifndef AZIMUT_ANALYSE_EXPLAINED_H
#define AZIMUT_ANALYSE_EXPLAINED_H

#include "base/text.h"

/* Visits every code of the table, in its order. */
void explained_visit(void (*visit)(void *context, const char *code, const char *bytes, size_t length), void *context);
/* Adds the meaning of `code` to `out`; false when there is no such code. */
bool explained_write(const char *code, Text *out);

#endif
