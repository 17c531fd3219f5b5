/* `critere_lua`: the functions that rule files declare, run in a Lua state of the caller's own (one per thread). */
#ifndef AZIMUT_RULES_CALLBACK_H
#define AZIMUT_RULES_CALLBACK_H

#include "rules/rulebook.h"

typedef struct Callbacks Callbacks;

/* NULL in `*out` when the rulebook has none. */
Status callbacks_new(const Memory *memory, const Rulebook *rulebook, Callbacks **out);
void callbacks_free(Callbacks *callbacks);
/* Calls callback `number` with its facts' values, each known. False: it raised an error, passed a limit, or answered something
 * other than true, false or nil; `*message` (valid until the next call) then says which, in French. */
bool callbacks_call(Callbacks *callbacks, int number, const Value *values, Truth *answer, const char **message);

#endif
