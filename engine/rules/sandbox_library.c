/* The environment is an empty table whose metatable reads names from a second one and refuses every assignment, so that a script
 * cannot change what it was given, even between two calls of one `critere_lua`. The libraries `string`, `table` and `math` are made
 * the same way, on their first use: most rule files never touch them. */
#include "rules/sandbox_library.h"
#include "base/text.h"
#include "rules/limits.h"
#include "rules/meter.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ADVICE_MARK '\x1F' /* stands between a message and its advice */
#define NAMES_MAX 256
#define FMOD_UNITS 200 /* its operands may be far apart */

static const char names_key = 0; /* its address is the key of the table of names in the registry */

void library_fail(lua_State *L, const char *advice, const char *format, ...) {
    char text[2 * SCRIPT_MESSAGE_MAX + 64];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    lua_pushstring(L, text);
    if (advice) {
        lua_pushfstring(L, "%c%s", ADVICE_MARK, advice);
        lua_concat(L, 2);
    }
    lua_error(L);
    abort(); /* lua_error does not return */
}

char *library_advice(char *message) {
    char *mark = strchr(message, ADVICE_MARK);
    if (!mark) return NULL;
    *mark = '\0';
    return mark + 1;
}

void library_plain_table(lua_State *L, int index) {
    luaL_checktype(L, index, LUA_TTABLE);
    if (!lua_getmetatable(L, index)) return;
    library_fail(L, NULL, "ceci n’est pas une table ordinaire : on ne peut ni la parcourir ni la changer");
}

void library_names(lua_State *L) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &names_key);
}

/* Basic functions. */

static int call_assert(lua_State *L) {
    luaL_checkany(L, 1);
    if (lua_toboolean(L, 1)) return lua_gettop(L);
    if (lua_type(L, 2) == LUA_TSTRING) library_fail(L, NULL, "%.*s", SCRIPT_MESSAGE_MAX, lua_tostring(L, 2));
    library_fail(L, NULL, "ce que « assert » vérifie est faux");
}

static int call_error(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING || lua_type(L, 1) == LUA_TNUMBER)
        library_fail(L, NULL, "%.*s", SCRIPT_MESSAGE_MAX, lua_tostring(L, 1));
    library_fail(L, NULL, "le fichier a appelé « error » sans message");
}

static int next_item(lua_State *L) {
    meter_charge(L, 2);
    lua_Integer i = luaL_checkinteger(L, 2);
    if (i == LUA_MAXINTEGER) return 0;
    lua_pushinteger(L, i + 1);
    library_plain_table(L, 1);
    return lua_rawgeti(L, 1, i + 1) == LUA_TNIL ? 1 : 2;
}

static int call_ipairs(lua_State *L) {
    library_plain_table(L, 1);
    lua_pushcfunction(L, next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/* Upvalues: the table, its sorted keys, how many were given. Keys that have lost their value are passed over. */
static int next_pair(lua_State *L) {
    for (;;) {
        meter_charge(L, 2);
        lua_Integer given = lua_tointeger(L, lua_upvalueindex(3)) + 1;
        lua_pushinteger(L, given);
        lua_replace(L, lua_upvalueindex(3));
        if (lua_rawgeti(L, lua_upvalueindex(2), given) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 2;
        lua_settop(L, 0);
    }
}

static int call_pairs(lua_State *L) {
    library_plain_table(L, 1);
    lua_settop(L, 1);
    library_sorted_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 3);
    return 1;
}

static int call_select(lua_State *L) {
    int count = lua_gettop(L);
    meter_charge(L, (size_t)count / 8 + 1);
    if (lua_type(L, 1) == LUA_TSTRING && strcmp(lua_tostring(L, 1), "#") == 0) {
        lua_pushinteger(L, count - 1);
        return 1;
    }
    lua_Integer from = luaL_checkinteger(L, 1);
    if (from < 0) from = count + from;
    else if (from > count) from = count;
    luaL_argcheck(L, from >= 1, 1, "index out of range");
    return count - (int)from;
}

static int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

/* An integer in a base from 2 to 36; nil when the text is not one. */
static int number_in_base(lua_State *L) {
    lua_Integer base = luaL_checkinteger(L, 2);
    luaL_argcheck(L, base >= 2 && base <= 36, 2, "base out of range");
    luaL_checktype(L, 1, LUA_TSTRING);
    size_t length;
    const char *text = lua_tolstring(L, 1, &length);
    meter_charge(L, length / 8);
    bool negative = length > 0 && text[0] == '-';
    lua_Unsigned value = 0;
    size_t at = negative ? 1 : 0;
    if (at == length) return 0;
    for (; at < length; at++) {
        int digit = digit_value(text[at]);
        if (digit >= base) return 0;
        value = value * (lua_Unsigned)base + (lua_Unsigned)digit;
    }
    lua_pushinteger(L, (lua_Integer)(negative ? 0u - value : value));
    return 1;
}

static int call_tonumber(lua_State *L) {
    luaL_checkany(L, 1);
    if (!lua_isnoneornil(L, 2)) {
        if (number_in_base(L) == 0) lua_pushnil(L);
        return 1;
    }
    if (lua_type(L, 1) == LUA_TNUMBER) {
        lua_settop(L, 1);
        return 1;
    }
    size_t length = 0;
    const char *text = lua_tolstring(L, 1, &length);
    meter_charge(L, 8 + length / 2);
    if (text && lua_stringtonumber(L, text) == length + 1) return 1;
    lua_pushnil(L);
    return 1;
}

/* Objects are named, never located: an address would differ from one run to the next. */
static int call_tostring(lua_State *L) {
    luaL_checkany(L, 1);
    meter_charge(L, 20);
    int type = lua_type(L, 1);
    if (type == LUA_TSTRING) lua_settop(L, 1);
    else if (type == LUA_TNUMBER) lua_tolstring(L, 1, NULL);
    else if (type == LUA_TBOOLEAN) lua_pushstring(L, lua_toboolean(L, 1) ? "true" : "false");
    else lua_pushstring(L, lua_typename(L, type));
    if (type == LUA_TNUMBER) lua_settop(L, 1);
    return 1;
}

static int call_type(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

/* Upvalue: Lua's own. */
static int call_fmod(lua_State *L) {
    meter_charge(L, FMOD_UNITS);
    lua_settop(L, 2);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, 2, 1);
    return 1;
}

static const LibraryFunction basic_functions[] = {
    {"assert", call_assert},     {"error", call_error},   {"ipairs", call_ipairs},
    {"pairs", call_pairs},       {"select", call_select}, {"tonumber", call_tonumber},
    {"tostring", call_tostring}, {"type", call_type},     {NULL, NULL},
};

/* Lua's own: each works on a few numbers. */
static const char *const math_names[] = {
    "abs", "acos",       "asin", "atan", "ceil", "cos", "deg",  "exp", "floor",     "huge", "log", "max", "maxinteger",
    "min", "mininteger", "modf", "pi",   "rad",  "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL,
};

/* Names. */

static const struct {
    const char *name;
    const LibraryFunction *functions; /* NULL: math */
} libraries[] = {{"string", library_text_functions}, {"table", library_table_functions}, {"math", NULL}};
#define LIBRARY_COUNT (sizeof(libraries) / sizeof(libraries[0]))

static const char *nearest_name(lua_State *L, const char *name, int names) {
    const char *known[NAMES_MAX];
    size_t count = 0;
    for (; count < LIBRARY_COUNT; count++) known[count] = libraries[count].name;
    library_sorted_keys(L, names);
    for (lua_Integer i = 1; count < NAMES_MAX && lua_rawgeti(L, -1, i) == LUA_TSTRING; i++, lua_pop(L, 1))
        known[count++] = lua_tostring(L, -1);
    return text_nearest(name, known, count);
}

_Noreturn static void fail_unknown(lua_State *L, const char *what, const char *name, int names) {
    const char *nearest = name ? nearest_name(L, name, names) : NULL;
    char advice[SCRIPT_MESSAGE_MAX];
    snprintf(advice, sizeof(advice), "vouliez-vous écrire « %s » ?", nearest ? nearest : "");
    library_fail(L, nearest ? advice : NULL, "%s « %.100s » n’existe pas", what, name ? name : "?");
}

/* What is written by habit, from French or from other languages, and what is meant. */
static const char *habit(const char *name) {
    static const struct {
        const char *name, *advice;
    } habits[] = {
        {"et", "tous { …, … }"},
        {"ou", "au_moins_un { …, … }"},
        {"vrai", "oui"},
        {"faux", "non"},
        {"null", "inconnu"},
        {"an", "ans(3)"},
        {"annee", "ans(3)"},
        {"annees", "ans(3)"},
        {"jour", "jours(45)"},
        {"vaut", "vaut = … : un signe = manque après la clé"},
        {"parmi", "parmi = { … } : un signe = manque après la clé"},
        {"hors", "hors = { … } : un signe = manque après la clé"},
        {"contient", "contient = … : un signe = manque après la clé"},
        {"contient_un_de", "contient_un_de = { … } : un signe = manque après la clé"},
        {"plus_de", "plus_de = … : un signe = manque après la clé"},
        {"au_moins", "au_moins = … : un signe = manque après la clé"},
        {"moins_de", "moins_de = … : un signe = manque après la clé"},
        {"au_plus", "au_plus = … : un signe = manque après la clé"},
        {"infere", "infere = \"…\" : un signe = manque après la clé"},
        {"motif", "motif = \"…\" : un signe = manque après la clé"},
        {"question", "question = \"…\" : un signe = manque après la clé"},
        {"attendu", "attendu = \"…\" : un signe = manque après la clé"},
        {"region", "regions { \"…\" }"},
        {"departement", "departements { \"…\" }"},
        {"commune", "communes { \"…\" }"},
    };
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
        if (strcmp(habits[i].name, name) == 0) return habits[i].advice;
    return NULL;
}

/* A habit, a slip, or a text without its quotation marks. */
_Noreturn static void fail_unknown_word(lua_State *L, const char *name) {
    const char *meant = habit(name), *nearest = meant ? NULL : nearest_name(L, name, 1);
    char advice[SCRIPT_MESSAGE_MAX];
    if (meant) snprintf(advice, sizeof advice, "écrire %s", meant);
    else if (nearest) snprintf(advice, sizeof advice, "vouliez-vous écrire « %s » ?", nearest);
    else
        snprintf(advice, sizeof advice, "un texte se met entre guillemets : \"%.60s\" ; un nom se déclare plus haut, avec local",
                 name);
    library_fail(L, advice, "le mot « %.100s » n’existe pas", name);
}

/* Reads a member that a library (upvalue: its name) does not have. */
static int read_unknown_member(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
    char what[64];
    snprintf(what, sizeof(what), "dans « %s », la fonction", lua_tostring(L, lua_upvalueindex(1)));
    fail_unknown(L, what, name, 1);
}

static int refuse_global(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    char advice[SCRIPT_MESSAGE_MAX];
    snprintf(advice, sizeof(advice), "écrivez « local %.100s = … »", name);
    library_fail(L, advice, "« %.100s » n’est pas déclaré : un fichier de règles n’a que des variables locales", name);
}

static int refuse_change(lua_State *L) {
    library_fail(L, NULL, "on ne peut rien changer dans « %s »", lua_tostring(L, lua_upvalueindex(1)));
}

static void put_functions(lua_State *L, const LibraryFunction *functions) {
    for (; functions->name; functions++) {
        lua_pushcfunction(L, functions->call);
        lua_setfield(L, -2, functions->name);
    }
}

static void put_math(lua_State *L) {
    luaopen_math(L);
    for (const char *const *name = math_names; *name; name++) {
        lua_getfield(L, -1, *name);
        lua_setfield(L, -3, *name);
    }
    lua_getfield(L, -1, "fmod");
    lua_pushcclosure(L, call_fmod, 1);
    lua_setfield(L, -3, "fmod");
    lua_pop(L, 1);
}

/* Pushes the members of a library, whose unknown names are errors. */
static void push_members(lua_State *L, const char *name, const LibraryFunction *functions) {
    lua_createtable(L, 0, 8);
    if (functions) put_functions(L, functions);
    else put_math(L);
    lua_createtable(L, 0, 2);
    lua_pushstring(L, name);
    lua_pushcclosure(L, read_unknown_member, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

/* Takes the table on the top of the stack as the members of a locked, empty table, which is pushed. */
static void push_locked(lua_State *L, const char *name) {
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 3);
    lua_rotate(L, -3, -1);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_change, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

/* Makes a library on its first use. `names` is the index of the table of names. */
static bool push_library(lua_State *L, const char *name, int names) {
    for (size_t i = 0; i < LIBRARY_COUNT; i++) {
        if (strcmp(libraries[i].name, name) != 0) continue;
        push_members(L, name, libraries[i].functions);
        push_locked(L, name);
        lua_pushvalue(L, -1);
        lua_setfield(L, names, name);
        return true;
    }
    return false;
}

/* Reads a name that is not in the table of names (the __index of that table). */
static int read_unknown(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
    if (name && push_library(L, name, 1)) return 1;
    fail_unknown_word(L, name ? name : "?");
}

/* `text:method()` */
static int read_method(lua_State *L) {
    library_names(L);
    lua_getfield(L, -1, "string");
    lua_pushvalue(L, 2);
    lua_gettable(L, -2);
    return 1;
}

static void open_strings(lua_State *L) {
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, read_method);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static void open_names(lua_State *L) {
    lua_createtable(L, 0, 64);
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, read_unknown);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    put_functions(L, basic_functions);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &names_key);
}

void library_open(lua_State *L) {
    open_names(L);
    lua_createtable(L, 0, 0);
    lua_createtable(L, 0, 3);
    lua_rotate(L, -3, -1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_global);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    open_strings(L);
}
