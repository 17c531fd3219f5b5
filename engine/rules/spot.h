/* What a finding of a word is about: a table, a key or a value of the script. It is only looked for in the source when there is
 * something to say of it. */
#ifndef AZIMUT_RULES_SPOT_H
#define AZIMUT_RULES_SPOT_H

#include "rules/objects.h"
#include "rules/source_map.h"

struct Reading;

typedef struct Spot {
    lua_State *L;
    const struct Reading *reading; /* the table it stands in; NULL: what the call of `word` on `line` was given */
    int line;
    const char *word; /* NULL: whatever is called there */
    const char *text; /* a name or a text among what was given, to tell two calls of one line apart; or NULL */
    size_t branch;    /* the table number `branch`, from 1, that stands in the one above; 0: that one itself */
    const char *key;  /* what stands under a key, … */
    size_t position;  /* … or the value number `position`, from 1; without either: the whole */
    bool name;        /* the key itself rather than its value */
} Spot;

/* The table itself; a key; what stands under it; a value without a key. */
Spot spot_table(const struct Reading *reading);
Spot spot_key(const struct Reading *reading, const char *key);
Spot spot_value(const struct Reading *reading, const char *key);
Spot spot_item(const struct Reading *reading, size_t position);
/* Where the table of a spot begins: its key if it has one. */
Spot spot_begin(Spot spot);
/* The running call, which was given no table, and what it was given. */
Spot spot_call(lua_State *L, const char *word);
Spot spot_argument(lua_State *L, const char *word, size_t position);
/* The call that made an object or a node, when it runs no longer. */
Spot spot_object(lua_State *L, const Object *object);
Spot spot_node(lua_State *L, const Node *node);
/* Something else on a line. */
Spot spot_line(lua_State *L, int line);
/* The line of the call that a spot lies in. */
int spot_first_line(const Spot *spot);

/* Records an error at a spot and goes on; see script_report. */
void spot_report(Spot spot, const char *code, const char *advice, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same, and ends the script. */
_Noreturn void spot_fail(Spot spot, const char *code, const char *advice, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
