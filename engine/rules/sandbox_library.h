/* The functions that every script may call besides its words: a part of Lua's own, each charged for its work. */
#ifndef AZIMUT_RULES_SANDBOX_LIBRARY_H
#define AZIMUT_RULES_SANDBOX_LIBRARY_H

#include <lua.h>

/* Makes the environment of a new state its table of globals: empty and locked, reading from the table of names, where words may be
 * added. Strings get their methods. */
void library_open(lua_State *L);
/* Pushes the table of names. */
void library_names(lua_State *L);

/* Raises an error of the running script; `advice` or NULL. */
_Noreturn void library_fail(lua_State *L, const char *advice, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Splits what library_fail raised: cuts `message` in place, and returns the advice or NULL. */
char *library_advice(char *message);
/* A table that has no metatable, or an error: objects and libraries cannot be taken apart. */
void library_plain_table(lua_State *L, int index);
/* Pushes a list of the keys of the plain table at `index`: numbers, then texts, then booleans, each in order. */
void library_sorted_keys(lua_State *L, int index);

/* A function by its name; a table ends with {NULL, NULL}. */
typedef struct LibraryFunction {
    const char *name;
    lua_CFunction call;
} LibraryFunction;

extern const LibraryFunction library_text_functions[];  /* `string` */
extern const LibraryFunction library_table_functions[]; /* `table` */

#endif
