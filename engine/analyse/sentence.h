/* A French sentence as words, figures and signs: what it says of quantities is read from these. Words are folded (no accents, lower
 * case), elisions and hyphens part them; a figure may be digits (« 1 200 », « 0,5 ») or words (« deux cent cinquante »), and takes
 * its multiplier along (« k€ », « millions d’euros »). */
#ifndef AZIMUT_ANALYSE_SENTENCE_H
#define AZIMUT_ANALYSE_SENTENCE_H

#include "base/arena.h"
#include <stddef.h>

#define TOKEN_BYTES 24 /* longer words are cut: none that matters is as long */

typedef enum TokenKind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN } TokenKind;

typedef struct Token {
    TokenKind kind;
    char text[TOKEN_BYTES]; /* folded word, or the sign itself */
    double number;          /* NUMBER */
    bool capital;           /* WORD: begins with one */
    bool grave;             /* WORD: « dès », which folding confuses with « des » */
    bool money;             /* NUMBER: its multiplier ended in € */
    bool spelt;             /* NUMBER: in words */
    size_t at, end;         /* bytes of the sentence */
} Token;

typedef struct Sentence {
    const char *bytes; /* as read: without markup */
    Token *tokens;
    size_t count;
} Sentence;

/* False when memory runs out. `bytes` may hold the markup of a web page. */
bool sentence_read(Arena *arena, const char *bytes, Sentence *out);
/* Is token `i` this word or sign? False past both ends, which wrap: i may be (size_t)-1. */
bool token_is(const Sentence *sentence, size_t i, const char *text);
/* Is it one of a list, NULL-terminated? */
bool token_among(const Sentence *sentence, size_t i, const char *const *texts);
/* Does it begin so? */
bool token_begins(const Sentence *sentence, size_t i, const char *start);
/* Is it a sign that ends a clause, or past the end? */
bool token_ends_clause(const Sentence *sentence, size_t i);
/* Does the next one follow it without a space? */
bool token_touches(const Sentence *sentence, size_t i);
/* What is printed from one token to another. */
const char *sentence_part(Arena *arena, const Sentence *sentence, size_t first, size_t last);

#endif
