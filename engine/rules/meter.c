/* Lua's count hook sees instructions but not what one of them costs: comparing two long strings, or passing on a thousand
 * arguments, is one instruction. So an instruction is priced for the longest string and the deepest stack that the script has
 * made so far. The allocator charges for every block, and simply refuses once a limit is passed: a refusal ends the script even
 * where an error cannot be raised. The stack is the first block of a new state that is no object; it moves either by being resized
 * or by being given back just after its successor was asked for. */
#include "rules/meter.h"
#include "rules/limits.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define HOOK_INTERVAL 1000 /* instructions between two looks at the budget */
#define BYTES_PER_UNIT 8   /* of allocation: filling a table again and again costs its size each time */
#define STRING_BYTES_PER_UNIT 2048
#define STACK_SLOTS_PER_UNIT 256
#define SLOT_BYTES 16
#define HEAP_BYTES_PER_UNIT 32    /* of the full collection that Lua tries before it gives up for want of memory */
#define REST_BYTES_MAX (1u << 20) /* of heap, before collecting garbage is worth its while */
#define STRING_HEADER 64          /* more than Lua adds to the bytes of a string */

Meter *meter_of(lua_State *L) {
    Meter *meter;
    memcpy(&meter, lua_getextraspace(L), sizeof(void *));
    return meter;
}

int meter_line(lua_State *L, int level) {
    lua_Debug frame;
    for (; lua_getstack(L, level, &frame); level++) {
        if (lua_getinfo(L, "l", &frame) && frame.currentline > 0) return frame.currentline;
    }
    return 0;
}

static void pass_limit(Meter *meter, Limit limit) {
    if (meter->limit != LIMIT_NONE) return;
    meter->limit = limit;
    meter->line = meter->L ? meter_line(meter->L, 0) : 0;
}

/* What growing to `new_size` would pass, if anything. After a refusal for want of memory only the same request, which Lua makes
 * again once it has collected its garbage, is looked at anew. */
static Limit refusal(const Meter *meter, const void *block, size_t old_size, size_t new_size) {
    if (!meter->L) return LIMIT_NONE;
    bool again = meter->asked_again && block == meter->refused && new_size == meter->refused_size;
    if (meter->limit != LIMIT_NONE && !again) return meter->limit;
    if (!block && old_size == LUA_TSTRING && new_size > SCRIPT_STRING_MAX + STRING_HEADER) return LIMIT_STRING;
    if (meter->left < (long long)(new_size / BYTES_PER_UNIT)) return LIMIT_WORK;
    if (meter->bytes - (block ? old_size : 0) + new_size > meter->bytes_max) return LIMIT_BYTES;
    return LIMIT_NONE;
}

static void refuse(Meter *meter, Limit limit, void *block, size_t new_size) {
    meter->left -= (long long)(meter->bytes / HEAP_BYTES_PER_UNIT);
    meter->asked_again = meter->limit == LIMIT_NONE && (limit == LIMIT_BYTES || limit == LIMIT_HOST);
    pass_limit(meter, limit);
    meter->refused = block;
    meter->refused_size = new_size;
}

static void adopt_stack(Meter *meter, void *block, size_t size) {
    meter->stack = block;
    if (size / SLOT_BYTES > meter->stack_slots) meter->stack_slots = size / SLOT_BYTES;
    if (meter->L && meter->stack_slots > SCRIPT_STACK_MAX) pass_limit(meter, LIMIT_STACK);
}

/* `tag` is the kind of object when the block is new, else -1. */
static void note_growth(Meter *meter, void *block, int tag, size_t new_size) {
    meter->limit = LIMIT_NONE;
    meter->asked_again = false;
    meter->requests++;
    meter->left -= 1 + (long long)(new_size / BYTES_PER_UNIT);
    if (new_size > meter->largest) meter->largest = new_size;
    if (tag == LUA_TSTRING && new_size > meter->longest) meter->longest = new_size;
    if (tag != 0) return;
    meter->plain = block;
    meter->plain_size = new_size;
    if (!meter->stack) meter->stack = block;
}

static void give_back(Meter *meter, void *block, size_t size) {
    if (!block) return;
    memory_free(meter->memory, block, size);
    meter->bytes -= size;
    if (block == meter->stack && meter->L) adopt_stack(meter, meter->plain, meter->plain_size);
}

/* Follows lua_Alloc: for a new block `old_size` is the kind of object. */
static void *allocate(void *context, void *block, size_t old_size, size_t new_size) {
    Meter *meter = context;
    size_t held = block ? old_size : 0;
    if (new_size == 0) {
        give_back(meter, block, held);
        return NULL;
    }
    bool grows = new_size > held, stack = block && block == meter->stack;
    Limit limit = grows ? refusal(meter, block, old_size, new_size) : LIMIT_NONE;
    void *moved = limit == LIMIT_NONE ? meter->memory->resize(meter->memory->context, block, held, new_size) : NULL;
    if (!moved) {
        if (grows) refuse(meter, limit == LIMIT_NONE ? LIMIT_HOST : limit, block, new_size);
        return NULL;
    }
    meter->bytes = meter->bytes - held + new_size;
    if (grows) note_growth(meter, moved, block ? -1 : (int)old_size, new_size);
    if (stack) adopt_stack(meter, moved, new_size);
    return moved;
}

static void count_instructions(lua_State *L, lua_Debug *activation) {
    (void)activation;
    const Meter *meter = meter_of(L);
    if (meter->bytes > REST_BYTES_MAX && !lua_gc(L, LUA_GCISRUNNING)) lua_gc(L, LUA_GCRESTART);
    size_t price = meter->price + meter->longest / STRING_BYTES_PER_UNIT + meter->stack_slots / STACK_SLOTS_PER_UNIT;
    meter_charge(L, HOOK_INTERVAL * price);
}

void meter_rest(const Meter *meter) {
    lua_gc(meter->L, LUA_GCSTOP);
}

lua_State *meter_open(Meter *meter, const Memory *memory, void *owner, size_t bytes_max) {
    *meter = (Meter){.memory = memory, .owner = owner, .bytes_max = bytes_max, .price = 1};
    lua_State *L = lua_newstate(allocate, meter);
    if (!L) return NULL;
    meter->L = L;
    meter->left = LLONG_MAX;
    memcpy(lua_getextraspace(L), &meter, sizeof(void *));
    return L;
}

void meter_close(Meter *meter) {
    lua_State *L = meter->L;
    meter->L = NULL;
    if (L) lua_close(L);
}

void meter_start(Meter *meter, long long units, size_t price) {
    meter->left = units;
    meter->price = price;
    meter->limit = LIMIT_NONE;
    meter->longest = 0;
    meter->largest = 0;
    meter->stack_slots = 0;
    lua_sethook(meter->L, count_instructions, LUA_MASKCOUNT, HOOK_INTERVAL);
}

void meter_charge(lua_State *L, size_t units) {
    Meter *meter = meter_of(L);
    bool enough = meter->left >= 0 && units <= (unsigned long long)meter->left;
    meter->left = enough ? meter->left - (long long)units : -1;
    if (!enough || meter->limit != LIMIT_NONE) meter_stop(L, LIMIT_WORK);
}

void meter_stop(lua_State *L, Limit limit) {
    pass_limit(meter_of(L), limit);
    meter_of(L)->asked_again = false;
    lua_pushnil(L);
    lua_error(L);
    abort(); /* lua_error does not return */
}

const char *meter_reason(Limit limit, bool callback) {
    static const char *const reasons[][2] = {
        [LIMIT_NONE] = {"", ""},
        [LIMIT_WORK] = {"plus de 10 000 000 d’instructions, ou autant de travail",
                        "plus de 1 000 000 d’instructions, ou autant de travail"},
        [LIMIT_BYTES] = {"plus de 16 Mo de mémoire", "plus de 1 Mo de mémoire"},
        [LIMIT_STRING] = {"un texte de plus de 65 536 octets", "un texte de plus de 65 536 octets"},
        [LIMIT_STACK] = {"trop d’appels emboîtés ou trop de valeurs à la fois",
                         "trop d’appels emboîtés ou trop de valeurs à la fois"},
        [LIMIT_HOST] = {"plus de mémoire disponible", "plus de mémoire disponible"},
    };
    return reasons[limit][callback];
}
