/* Each `Callbacks` has one state with every function loaded once. A row must not see the rows before it, not even in what is
 * counted: a call that asked for no memory has left nothing behind; after any other, the state is collected, and if it does not
 * come back to the very size it had when new it is thrown away and made anew. So each call starts from the same state, and fails or
 * passes alike on any machine and with any number of threads. The dumped code is preceded by one byte: the price of an instruction.
 */
#include "rules/callback.h"
#include "rules/limits.h"
#include "rules/meter.h"
#include "rules/sandbox.h"
#include "rules/sandbox_library.h"
#include "rules/syntax.h"

#include <lauxlib.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define OPENING_BYTES_MAX (SIZE_MAX / 2)

struct Callbacks {
    const Memory *memory;
    const Rulebook *rulebook;
    Meter meter;
    lua_State *L; /* NULL: to be made */
    size_t new_bytes;
    int functions; /* their table in the registry */
    char message[SYNTAX_MESSAGE_MAX];
};

typedef struct Call {
    Callbacks *callbacks;
    const Callback *callback;
    const Value *values;
    Truth answer;
    bool done;
} Call;

/* Capturing, at load. */

typedef struct Dump {
    char *bytes; /* NULL: only counted */
    size_t length;
} Dump;

static int add_dump(lua_State *L, const void *bytes, size_t length, void *context) {
    Dump *dump = context;
    (void)L;
    if (dump->bytes) memcpy(dump->bytes + dump->length, bytes, length);
    dump->length += length;
    return 0;
}

static int function_line(lua_State *L, int index) {
    lua_Debug about;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &about);
    return about.linedefined;
}

static void check_captured(lua_State *L, int index) {
    for (int i = 1;; i++) {
        const char *name = lua_getupvalue(L, index, i);
        if (!name) return;
        lua_pop(L, 1);
        if (strcmp(name, "_ENV") == 0) continue;
        script_fail(
            L, "AZ306", function_line(L, index), "écrivez sa valeur dans la fonction, ou faites-en un fait",
            "cette fonction se sert de la variable locale « %.80s » du fichier, qui n’existera plus quand elle sera appelée", name);
    }
}

void callback_capture(lua_State *L, int index, const char **code, size_t *length) {
    index = lua_absindex(L, index);
    if (!lua_isfunction(L, index) || lua_iscfunction(L, index))
        script_fail(L, "AZ306", 0, "écrivez f = function(…) … end", "« f » doit être une fonction écrite dans le fichier");
    check_captured(L, index);
    Dump dump = {0};
    lua_pushvalue(L, index);
    lua_dump(L, add_dump, &dump, 0);
    char *bytes = script_new(L, dump.length + 1);
    bytes[0] = (char)script_of(L)->price;
    dump = (Dump){.bytes = bytes + 1};
    lua_dump(L, add_dump, &dump, 0);
    lua_pop(L, 1);
    *code = bytes;
    *length = dump.length + 1;
}

/* The state. */

static void open_libraries(lua_State *L) {
    static const char *const names[] = {"string", "table", "math"};
    library_open(L);
    library_names(L);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        lua_getfield(L, -1, names[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static int fill_state(lua_State *L) {
    Callbacks *callbacks = lua_touserdata(L, 1);
    const Rulebook *rulebook = callbacks->rulebook;
    open_libraries(L);
    lua_createtable(L, (int)rulebook->callback_count, 0);
    for (size_t i = 0; i < rulebook->callback_count; i++) {
        const Callback *callback = rulebook->callbacks[i];
        if (luaL_loadbufferx(L, callback->code + 1, callback->code_length - 1, "=r", "b") != LUA_OK) lua_error(L);
        lua_rawseti(L, -2, callback->number + 1);
    }
    callbacks->functions = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

static void close_state(Callbacks *callbacks) {
    if (callbacks->L) meter_close(&callbacks->meter);
    callbacks->L = NULL;
}

static bool open_state(Callbacks *callbacks) {
    lua_State *L = meter_open(&callbacks->meter, callbacks->memory, callbacks, OPENING_BYTES_MAX);
    if (!L) return false;
    callbacks->L = L;
    lua_pushcfunction(L, fill_state);
    lua_pushlightuserdata(L, callbacks);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK) {
        close_state(callbacks);
        return false;
    }
    lua_gc(L, LUA_GCCOLLECT);
    lua_gc(L, LUA_GCCOLLECT);
    callbacks->new_bytes = callbacks->meter.bytes;
    callbacks->meter.bytes_max = callbacks->new_bytes + CALLBACK_BYTES_MAX;
    return true;
}

/* Brings the state back to what it was when new, or gives it up. */
static void restore_state(Callbacks *callbacks, size_t requests) {
    lua_settop(callbacks->L, 0);
    if (callbacks->meter.requests == requests && callbacks->meter.limit == LIMIT_NONE) return;
    lua_gc(callbacks->L, LUA_GCCOLLECT);
    if (callbacks->meter.bytes != callbacks->new_bytes || callbacks->meter.limit != LIMIT_NONE) close_state(callbacks);
}

Status callbacks_new(const Memory *memory, const Rulebook *rulebook, Callbacks **out) {
    *out = NULL;
    if (rulebook->callback_count == 0) return STATUS_OK;
    Callbacks *callbacks = memory_new(memory, sizeof(*callbacks));
    if (!callbacks) return STATUS_NO_MEMORY;
    callbacks->memory = memory;
    callbacks->rulebook = rulebook;
    if (!open_state(callbacks)) {
        callbacks_free(callbacks);
        return STATUS_NO_MEMORY;
    }
    *out = callbacks;
    return STATUS_OK;
}

void callbacks_free(Callbacks *callbacks) {
    if (!callbacks) return;
    close_state(callbacks);
    memory_free(callbacks->memory, callbacks, sizeof(*callbacks));
}

/* Values. */

static void push_choice_names(lua_State *L, const Fact *fact, const Value *value) {
    lua_createtable(L, 0, 0);
    lua_Integer count = 0;
    for (size_t i = 0; i < fact->choice_count; i++) {
        if (!bits_has(value->possible, i)) continue;
        lua_pushstring(L, fact->choices[i].name);
        lua_rawseti(L, -2, ++count);
    }
}

/* Of a place, the departement. */
static void push_candidate(lua_State *L, const Fact *fact, const Value *value) {
    size_t choice = 0;
    while (choice < fact->choice_count && !bits_has(value->possible, choice)) choice++;
    if (fact->type == FACT_BOOLEAN) lua_pushboolean(L, bits_has(value->possible, CHOICE_OUI));
    else if (choice < fact->choice_count) {
        while (fact->choices[choice].parent >= 0 && fact->type == FACT_PLACE) choice = (size_t)fact->choices[choice].parent;
        lua_pushstring(L, fact->choices[choice].name);
    } else lua_pushnil(L);
}

static void push_span(lua_State *L, const Fact *fact, const Value *value) {
    char date[11];
    if (fact->type == FACT_DATE) {
        day_write((Day)value->span.low, date);
        lua_pushstring(L, date);
    } else if (fact->type == FACT_INTEGER) lua_pushinteger(L, (lua_Integer)value->span.low);
    else lua_pushnumber(L, value->span.low);
}

static void push_value(lua_State *L, const Fact *fact, const Value *value) {
    switch (value->shape) {
    case SHAPE_SPAN: push_span(L, fact, value); break;
    case SHAPE_CANDIDATES: push_candidate(L, fact, value); break;
    case SHAPE_SET: push_choice_names(L, fact, value); break;
    case SHAPE_TEXT: lua_pushnil(L); break;
    }
}

/* The call. */

static int tell_error(lua_State *L) {
    Callbacks *callbacks = meter_of(L)->owner;
    if (callbacks->meter.limit != LIMIT_NONE) return 1;
    char raised[SYNTAX_MESSAGE_MAX], french[SYNTAX_MESSAGE_MAX];
    snprintf(raised, sizeof(raised), "%s", lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "erreur sans message");
    library_advice(raised);
    int line = syntax_french(french, raised);
    int running = meter_line(L, 0);
    char out[SYNTAX_MESSAGE_MAX + 32];
    snprintf(out, sizeof(out), "ligne %d : %s", running ? running : line, french);
    syntax_clean(callbacks->message, sizeof(callbacks->message), out, strlen(out));
    return 1;
}

static void read_answer(lua_State *L, Call *call) {
    static const char *const kinds[] = {[LUA_TNUMBER] = "un nombre", [LUA_TSTRING] = "un texte", [LUA_TTABLE] = "une table"};
    int type = lua_type(L, -1);
    if (type == LUA_TNIL) call->answer = TRUTH_UNKNOWN;
    else if (type == LUA_TBOOLEAN) call->answer = lua_toboolean(L, -1) ? TRUTH_TRUE : TRUTH_FALSE;
    else
        library_fail(L, NULL, "r:%d: la fonction répond %s ; elle doit répondre true, false ou nil", call->callback->line,
                     type <= LUA_TTABLE ? kinds[type] : "une fonction");
}

/* Counting starts once the values are there. */
static int call_function(lua_State *L) {
    Call *call = lua_touserdata(L, 1);
    Callbacks *callbacks = call->callbacks;
    const Callback *callback = call->callback;
    lua_rawgeti(L, LUA_REGISTRYINDEX, callbacks->functions);
    lua_rawgeti(L, -1, callback->number + 1);
    luaL_checkstack(L, (int)callback->fact_count + LUA_MINSTACK, "arguments");
    for (size_t i = 0; i < callback->fact_count; i++)
        push_value(L, &callbacks->rulebook->vocabulary.facts[callback->facts[i]], &call->values[i]);
    meter_start(&callbacks->meter, CALLBACK_INSTRUCTIONS_MAX, (size_t)(unsigned char)callback->code[0]);
    lua_call(L, (int)callback->fact_count, 1);
    read_answer(L, call);
    return 0;
}

static void call_in_state(void *context) {
    Call *call = context;
    Callbacks *callbacks = call->callbacks;
    lua_State *L = callbacks->L;
    size_t requests = callbacks->meter.requests;
    snprintf(callbacks->message, sizeof(callbacks->message), "une erreur est survenue dans une erreur");
    meter_start(&callbacks->meter, CALLBACK_INSTRUCTIONS_MAX, 1);
    lua_pushcfunction(L, tell_error);
    lua_pushcfunction(L, call_function);
    lua_pushlightuserdata(L, call);
    call->done = lua_pcall(L, 1, 0, 1) == LUA_OK;
    if (!call->done && callbacks->meter.limit != LIMIT_NONE)
        snprintf(callbacks->message, sizeof(callbacks->message), "ligne %d : la fonction demande %s", callbacks->meter.line,
                 meter_reason(callbacks->meter.limit, true));
    restore_state(callbacks, requests);
}

bool callbacks_call(Callbacks *callbacks, int number, const Value *values, Truth *answer, const char **message) {
    Call call = {.callbacks = callbacks, .callback = callbacks->rulebook->callbacks[number], .values = values};
    *message = "plus de mémoire disponible";
    if (!callbacks->L && !open_state(callbacks)) return false;
    if (!sandbox_located(call_in_state, &call)) return false;
    if (!call.done) *message = callbacks->message;
    else *answer = call.answer;
    return call.done;
}
