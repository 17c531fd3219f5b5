/* What must be seen in the source of a script before Lua compiles it, since Lua throws it away or cannot be trusted with it. */
#ifndef AZIMUT_RULES_TOKENS_H
#define AZIMUT_RULES_TOKENS_H

#include "base/findings.h"

/* Reports: bytes that are no UTF-8 text, a byte-order mark, a first line `#!`, too long a file; `and or not == ~=` outside function
 * bodies; a key written twice in one table; `_ENV`, `<close>`, `<const>`; a zero byte in a text; too deep brackets, too long
 * chains of fields. STATUS_OK: nothing reported. STATUS_REFUSED: something was; `*fatal` (never NULL) then says that the source
 * must not even be compiled. `*price`: what an instruction of this script may cost at most, in units of the meter: `%` and `..` on
 * numbers are slow. */
Status tokens_check(Findings *findings, const char *file, const char *bytes, size_t length, bool *fatal, size_t *price);

#endif
