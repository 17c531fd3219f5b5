/* What must be seen in the source of a script before Lua compiles it, since Lua throws it away or cannot be trusted with it. */
#ifndef AZIMUT_RULES_TOKENS_H
#define AZIMUT_RULES_TOKENS_H

#include "base/findings.h"
#include "rules/position.h"

typedef enum TokenKind { TOKEN_END, TOKEN_NAME, TOKEN_TEXT, TOKEN_NUMBER, TOKEN_SYMBOL } TokenKind;

typedef struct Token {
    TokenKind kind;
    int sign; /* a symbol of one byte is that byte */
    const char *bytes;
    size_t length;
    int line;
} Token;

/* Bytes of a source that need not be compiled. */
typedef struct Stretch {
    size_t start, end;
    size_t lines; /* line breaks among them */
} Stretch;

typedef struct Stretches {
    Stretch *items; /* in the arena of the findings, in order */
    size_t count, capacity;
} Stretches;

/* Reports: bytes that are no UTF-8 text, a byte-order mark, a first line `#!`, too long a file; `and or not`, comparisons and `...`
 * outside function bodies; a key written twice in one table; `_ENV`, `<close>`, `<const>`; a zero byte in a text; too deep
 * brackets, too long chains of fields. STATUS_OK: nothing reported. STATUS_REFUSED: something was; `*fatal` (never NULL) then says
 * that the source must not even be compiled. `*price`: what an instruction of this script may cost at most, in units of the meter:
 * `%` and `..` on numbers are slow. Given `examples`, it is filled with what stands between the braces of `exemples = { … }` in
 * each `dispositif { … }` outside functions, and nothing there is reported. */
Status tokens_check(Findings *findings, const char *file, const char *bytes, size_t length, Stretches *examples, bool *fatal,
                    size_t *price);

/* Shows `see` the tokens of `bytes` one after the other, judging nothing, until it answers false or they are all seen. */
void tokens_walk(const char *bytes, size_t length, bool (*see)(void *context, const Token *token), void *context);

/* Where the byte `at` of a source stands that begins at `bytes`. */
Position position_in(const char *bytes, const char *at);

#endif
