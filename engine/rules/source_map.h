/* Where each word, key and value of a script stands in its source. Lua tells the line of a call and nothing of what is in a table,
 * so the tokens are read again, only when there is something to place. */
#ifndef AZIMUT_RULES_SOURCE_MAP_H
#define AZIMUT_RULES_SOURCE_MAP_H

#include "base/arena.h"
#include "rules/tokens.h"

#define NOWHERE SIZE_MAX

typedef struct Mark {
    Token token;
    size_t close; /* of what a bracket or `function` opens: the token that closes it; else NOWHERE */
} Mark;

typedef struct SourceMap {
    const char *bytes; /* borrowed */
    size_t length;
    Mark *marks; /* the tokens, in order */
    size_t count;
} SourceMap;

/* A value in a table, and the name or text that is its key. */
typedef struct Field {
    size_t key;        /* NOWHERE: a value without key */
    size_t value, end; /* the tokens of the value */
} Field;

/* Reads the tokens of `bytes` into `arena`. NULL: no memory. */
SourceMap *source_map_new(Arena *arena, const char *bytes, size_t length);

/* The next call that begins on `line` (0: on any) at or after token `from`, of `word` (NULL: of anything): the token of its name,
 * or NOWHERE. */
size_t source_call(const SourceMap *map, int line, const char *word, size_t from);
/* The first token of the last argument of a call: `{` in `deduire "a" { … }` and in `source(…) { … }`. */
size_t source_argument(const SourceMap *map, size_t call);
/* The `{` of the table that the value at `value` is, through a local name if need be; NOWHERE when it is none. */
size_t source_table(const SourceMap *map, size_t value);
/* Goes through the fields of the table opened at `table`: `*at` is 0 at first. False at the end. */
bool source_next(const SourceMap *map, size_t table, size_t *at, Field *out);
/* The field under `key`, or (NULL) the value number `position` without a key. False when there is none. */
bool source_field(const SourceMap *map, size_t table, const char *key, size_t position, Field *out);
/* The value under `key` in what a call of `word` on `line` was given (NULL: what was given first), where it reads `text`. */
size_t source_value(const SourceMap *map, int line, const char *word, const char *key, const char *text);
/* Is this token a name or a text that reads `text`? */
bool source_reads(const SourceMap *map, size_t token, const char *text);

Position source_position(const SourceMap *map, size_t token);
/* Of the first token on `line`, or after it. */
Position source_position_of_line(const SourceMap *map, int line);

#endif
