/* A Lua state whose memory and work are counted: bytes against a limit, instructions, allocations and the work of C functions
 * against one budget of units (a unit is about one instruction). Counts depend on the script alone, never on time. */
#ifndef AZIMUT_RULES_METER_H
#define AZIMUT_RULES_METER_H

#include "base/memory.h"
#include <lua.h>
#include <stdbool.h>

typedef enum Limit {
    LIMIT_NONE,
    LIMIT_WORK,   /* units */
    LIMIT_BYTES,  /* of the heap */
    LIMIT_STRING, /* one string */
    LIMIT_STACK,  /* calls nested too deep, or too many values at once */
    LIMIT_HOST    /* the host's memory ran out */
} Limit;

typedef struct Meter {
    const Memory *memory;
    void *owner; /* of the state's user: for the sandbox, its Script */
    lua_State *L;
    size_t bytes, bytes_max;
    size_t requests; /* allocations so far */
    long long left;  /* units */
    size_t price;    /* units an instruction costs, apart from `longest` and `stack_slots` */
    size_t longest;  /* bytes of the longest string so far */
    size_t largest;  /* bytes of the largest block so far: a table may be that wide, though empty */
    void *stack;     /* Lua's own stack among the blocks */
    void *plain;     /* the newest block that is no object: the next stack, when the present one is given back */
    size_t plain_size, stack_slots;
    bool asked_again; /* the refusal may be lifted: Lua collects garbage, and asks once more for the same */
    void *refused;
    size_t refused_size;
    Limit limit; /* the first that was passed: nothing is given any more */
    int line;    /* where */
} Meter;

/* A state without any library, or NULL when the host's memory ran out. The meter must stay in place until meter_close. */
lua_State *meter_open(Meter *meter, const Memory *memory, void *owner, size_t bytes_max);
void meter_close(Meter *meter);
/* Collects no garbage while the heap is small; at a limit Lua always does. */
void meter_rest(const Meter *meter);
/* Starts counting: `units` are left, of which each instruction takes `price` (more once strings or the stack are long). */
void meter_start(Meter *meter, long long units, size_t price);
Meter *meter_of(lua_State *L);
/* Charges work done by a C function; raises an error that no script can catch when nothing is left. */
void meter_charge(lua_State *L, size_t units);
/* Raises the error of a limit, recording it. */
_Noreturn void meter_stop(lua_State *L, Limit limit);
/* The line of the innermost Lua function that is running at `level` (0: the running function) or below, or 0. */
int meter_line(lua_State *L, int level);
/* What was passed, in French, for a sentence: « plus de 10 000 000 d’instructions ». `callback`: by a critere_lua. */
const char *meter_reason(Limit limit, bool callback);

#endif
