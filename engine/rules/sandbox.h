/* One rule script, run once in a Lua state of its own. A script reaches the words it is given, a short list of library functions
 * and nothing else; it is metered in instructions and bytes, never in time, so that it passes or fails alike everywhere. Whatever
 * it does ends in a status and findings. Functions that take a `lua_State` are for words (C functions that a script calls): they
 * may raise a Lua error, so a word keeps nothing that must be given back by hand. */
#ifndef AZIMUT_RULES_SANDBOX_H
#define AZIMUT_RULES_SANDBOX_H

#include "base/findings.h"
#include "rules/heap.h"
#include "rules/meter.h"
#include "rules/source_map.h"
#include "rules/tokens.h"
#include <lua.h>

typedef struct ScriptSource {
    const char *file; /* as findings name it */
    const char *bytes;
    size_t length;
    Arena *arena;          /* owner of what the words build */
    Findings *findings;    /* where errors go */
    bool without_examples; /* of programmes: neither compiled nor checked */
    struct Room *room;     /* where the state lives, empty before and after; or NULL: in the memory itself */
} ScriptSource;

typedef struct Word {
    const char *name;
    lua_CFunction call;
} Word;

typedef struct Words {
    const Word *items;
    size_t count;
    void (*open)(lua_State *L);    /* before the script, in a protected call: metatables and constants; or NULL */
    void (*reopen)(void *context); /* instead of `open`, when the state is a copy of one that was opened so; or NULL */
} Words;

/* Where the states of many scripts live, one after the other. Most of what a small script costs is making its state and the names
 * that it sees: the first state with some words is kept as it is before its script, and the next ones begin as a copy of it. */
typedef struct Room {
    Heap heap;
    Meter meter;        /* of the present state; it stands here because states keep its address */
    const Words *words; /* those of the state that is kept; or NULL */
    Meter opened;       /* as it was in that state */
    size_t built;       /* bytes that opening took from the arena */
} Room;

/* Opened by heap_open(&room.heap, …), closed by heap_close; the rest begins as zero. */

typedef struct Script {
    lua_State *L;
    const Memory *memory;
    Arena *arena;
    Findings *findings;
    const char *file;
    const char *bytes; /* of the source */
    size_t length;
    Stretches examples; /* left out of what is compiled */
    void *context;      /* of the words */
    /* Private. */
    Meter *meter;
    size_t first_finding, first_run_finding;
    size_t built; /* bytes that words took from the arena */
    bool failed;  /* an error was recorded */
    bool stopped; /* by an error that was recorded */
    bool compiling, out_of_memory;
    size_t price;   /* of an instruction, by the token pass */
    Arena scratch;  /* owns `map` */
    SourceMap *map; /* made when something is to be placed */
} Script;

/* Checks the tokens of `source`, compiles and runs it, then calls `finish` (or NULL) with the results of the script on the stack,
 * all in one protected call. STATUS_OK: no error. STATUS_REFUSED: at least one error finding on this file. STATUS_NO_MEMORY: the
 * host's memory ran out. The host's locale is put back. */
Status sandbox_run(const Memory *memory, const ScriptSource *source, const Words *words, void *context, lua_CFunction finish);

/* Calls `action` under the C locale, and puts back the host's. False when it could not (memory). */
bool sandbox_located(void (*action)(void *context), void *context);

/* For words. */
Script *script_of(lua_State *L);
/* The line where the call expression that called the running C function begins. */
int script_line(lua_State *L);
/* Takes the value on the top of the stack as the constant `name` of the script's environment (for Words.open). */
void script_define(lua_State *L, const char *name);
/* Records an error and ends the script. `line` 0: script_line. `code` is "AZ012"; `advice` or NULL. `format`: as arena_printf;
 * bytes that are no text (from strings with escapes) are replaced. */
_Noreturn void script_fail(lua_State *L, const char *code, int line, const char *advice, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Records an error and goes on: the script has failed, but later errors are found too. At most SCRIPT_FINDINGS_MAX. */
void script_report(lua_State *L, const char *code, int line, const char *advice, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The same two, at a place; `message` is whole. */
_Noreturn void script_fail_at(lua_State *L, const char *code, Position position, const char *advice, const char *message);
void script_report_at(lua_State *L, const char *code, Position position, const char *advice, const char *message);
/* The source as it is written, examples included; NULL: no memory, which ends the load. */
const SourceMap *script_map(Script *script);
/* Records a warning. */
void script_warn(lua_State *L, const char *code, int line, const char *advice, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Ends the script because the host's memory ran out: when the arena gave NULL. */
_Noreturn void script_no_memory(lua_State *L);
/* Charges `units` of work, each about one instruction; ends the script when nothing is left. */
void script_charge(lua_State *L, size_t units);
/* Zeroed bytes of the script's arena, charged and counted with the script's own; never NULL (ends the script). */
void *script_new(lua_State *L, size_t size);
void *script_array(lua_State *L, size_t count, size_t element_size);
/* The string at `index` (which must be one) as a text of the arena. Ends the script with a finding when it is not valid UTF-8 or
 * holds control characters other than tab and new line. `length` may be NULL. */
const char *script_text(lua_State *L, int index, size_t *length);

/* Dumps the Lua function at `index` for `callbacks_call` into the arena. Ends the script with a finding when it is no Lua function
 * or has a captured local. */
void callback_capture(lua_State *L, int index, const char **code, size_t *length);

#endif
