/* What Lua says in English, said in French. */
#ifndef AZIMUT_RULES_SYNTAX_H
#define AZIMUT_RULES_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

#define SYNTAX_MESSAGE_MAX 1024

/* Lua's message (of its compiler or of a running script) in French; a message that is not Lua's comes through as it is. Bytes that
 * are no text are replaced. Returns the line that the message begins with ("r:12: …"), or 0. */
int syntax_french(char out[SYNTAX_MESSAGE_MAX], const char *message);
/* Is the valid character at `at` a command rather than a sign: for a terminal (other than tab and new line), or one that turns the
 * direction of what follows, so that it reads otherwise than it is written? */
bool syntax_command(const char *at);
/* Copies at most `size` - 1 bytes of `text` as valid UTF-8 without commands, tabs or new lines, cut on a whole character. */
void syntax_clean(char *out, size_t size, const char *text, size_t length);

#endif
