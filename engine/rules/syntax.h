/* What Lua says in English, said in French. */
#ifndef AZIMUT_RULES_SYNTAX_H
#define AZIMUT_RULES_SYNTAX_H

#include <stddef.h>

#define SYNTAX_MESSAGE_MAX 1024

/* Lua's message (of its compiler or of a running script) in French; a message that is not Lua's comes through as it is. Bytes that
 * are no text are replaced. Returns the line that the message begins with ("r:12: …"), or 0. */
int syntax_french(char out[SYNTAX_MESSAGE_MAX], const char *message);
/* Copies at most `size` - 1 bytes of `text` as valid UTF-8 without control characters, cut on a whole character. */
void syntax_clean(char *out, size_t size, const char *text, size_t length);

#endif
