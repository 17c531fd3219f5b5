/* `string` without patterns: find is plain, format knows neither %p nor widths beyond two digits. Every result is charged by its
 * length, and its length is known before it is made, so that nothing grows piece by piece. Bytes are bytes: upper and lower
 * change ASCII letters only. */
#include "rules/limits.h"
#include "rules/meter.h"
#include "rules/sandbox_library.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define BYTES_PER_UNIT 8
#define NUMBER_UNITS 100   /* writing a number */
#define CONVERSION_MAX 512 /* "%99.99f" of 1e308 takes 410 bytes */
#define SPECIFIER_MAX 16

static char *scratch(lua_State *L, size_t size) {
    if (size > SCRIPT_STRING_MAX) meter_stop(L, LIMIT_STRING);
    meter_charge(L, size / BYTES_PER_UNIT + 1);
    return lua_newuserdatauv(L, size + 1, 0);
}

/* An index counted from the end when negative, as a count from 1; 0 when before the start. */
static size_t start_index(lua_Integer index, size_t length) {
    if (index > 0) return (size_t)index;
    if (index == 0) return 1;
    if (index < -(lua_Integer)length) return 1;
    return length + (size_t)index + 1;
}

static size_t end_index(lua_Integer index, size_t length) {
    if (index > (lua_Integer)length) return length;
    if (index >= 0) return (size_t)index;
    if (index < -(lua_Integer)length) return 0;
    return length + (size_t)index + 1;
}

static int text_byte(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    size_t from = start_index(first, length), to = end_index(luaL_optinteger(L, 3, (lua_Integer)from), length);
    if (from > to) return 0;
    if (to - from >= SCRIPT_VALUES_MAX) library_fail(L, NULL, "« string.byte » donne au plus %d valeurs", SCRIPT_VALUES_MAX);
    int count = (int)(to - from) + 1;
    luaL_checkstack(L, count, "string.byte");
    for (int i = 0; i < count; i++) lua_pushinteger(L, (unsigned char)text[from - 1 + (size_t)i]);
    return count;
}

static int text_char(lua_State *L) {
    int count = lua_gettop(L);
    if (count > SCRIPT_VALUES_MAX) library_fail(L, NULL, "« string.char » prend au plus %d valeurs", SCRIPT_VALUES_MAX);
    char bytes[SCRIPT_VALUES_MAX];
    for (int i = 0; i < count; i++) {
        lua_Integer code = luaL_checkinteger(L, i + 1);
        if (code < 1 || code > 255) library_fail(L, NULL, "« string.char » prend des nombres de 1 à 255");
        bytes[i] = (char)(unsigned char)code;
    }
    lua_pushlstring(L, bytes, (size_t)count);
    return 1;
}

static bool has_magic(const char *pattern, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (pattern[i] && strchr("^$*+?.([%-", pattern[i])) return true;
    return false;
}

/* The place of `wanted` in `text` at or after `from`, or -1. */
static long find_plain(lua_State *L, const char *text, size_t length, size_t from, const char *wanted, size_t wanted_length) {
    if (wanted_length == 0) return (long)from;
    while (from + wanted_length <= length) {
        const char *hit = memchr(text + from, wanted[0], length - wanted_length + 1 - from);
        if (!hit) return -1;
        meter_charge(L, 1 + wanted_length / 16);
        if (memcmp(hit, wanted, wanted_length) == 0) return hit - text;
        from = (size_t)(hit - text) + 1;
    }
    return -1;
}

static int text_find(lua_State *L) {
    size_t length, wanted_length;
    const char *text = luaL_checklstring(L, 1, &length), *wanted = luaL_checklstring(L, 2, &wanted_length);
    size_t from = start_index(luaL_optinteger(L, 3, 1), length) - 1;
    if (!lua_toboolean(L, 4) && has_magic(wanted, wanted_length))
        library_fail(L, "écrivez « string.find(texte, cherché, 1, true) »",
                     "« string.find » cherche un texte tel quel, sans motif");
    meter_charge(L, length / BYTES_PER_UNIT / 2);
    long place = from > length ? -1 : find_plain(L, text, length, from, wanted, wanted_length);
    if (place < 0) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, place + 1);
    lua_pushinteger(L, place + (lua_Integer)wanted_length);
    return 2;
}

static int text_len(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    lua_pushinteger(L, (lua_Integer)length);
    return 1;
}

static int change_case(lua_State *L, char first, char last, int shift) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    char *out = scratch(L, length);
    for (size_t i = 0; i < length; i++) out[i] = text[i] >= first && text[i] <= last ? (char)(text[i] + shift) : text[i];
    lua_pushlstring(L, out, length);
    return 1;
}

static int text_lower(lua_State *L) {
    return change_case(L, 'A', 'Z', 'a' - 'A');
}

static int text_upper(lua_State *L) {
    return change_case(L, 'a', 'z', 'A' - 'a');
}

static int text_rep(lua_State *L) {
    size_t length, between_length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer times = luaL_checkinteger(L, 2);
    const char *between = luaL_optlstring(L, 3, "", &between_length);
    if (times <= 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (length + between_length == 0) times = 1;
    if (times > (lua_Integer)SCRIPT_STRING_MAX + 1) meter_stop(L, LIMIT_STRING);
    size_t total = length * (size_t)times + between_length * ((size_t)times - 1);
    char *out = scratch(L, total);
    char *at = out;
    for (lua_Integer i = 0; i < times; i++) {
        memcpy(at, text, length);
        at += length;
        if (i + 1 == times) break;
        memcpy(at, between, between_length);
        at += between_length;
    }
    lua_pushlstring(L, out, total);
    return 1;
}

static int text_sub(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    size_t from = start_index(luaL_checkinteger(L, 2), length), to = end_index(luaL_optinteger(L, 3, -1), length);
    if (from > to) lua_pushliteral(L, "");
    else lua_pushlstring(L, text + from - 1, to - from + 1);
    return 1;
}

/* string.format. A conversion is read into its flags, width, precision and letter. */
typedef struct Conversion {
    char specifier[SPECIFIER_MAX]; /* as written, with room for Lua's length modifier */
    size_t length;
    char letter;
    const char *end; /* past it in the format */
} Conversion;

static size_t span_digits(const char *at) {
    size_t count = strspn(at, "0123456789");
    return count > 2 ? 99 : count;
}

static Conversion read_conversion(lua_State *L, const char *at) {
    const char *start = at++;
    size_t flags = strspn(at, "-+ #0");
    size_t width = span_digits(at + flags);
    at += flags + width;
    size_t precision = 0;
    if (width < 99 && *at == '.') {
        precision = span_digits(at + 1);
        at += 1 + precision;
    }
    bool known = flags <= 5 && width < 99 && precision < 99 && *at && strchr("diuoxXcaAeEfFgGs", *at);
    if (!known) library_fail(L, "utilisez %d, %s, %g, %.2f…", "« string.format » ne connaît pas la conversion « %.12s »", start);
    Conversion found = {.length = (size_t)(at - start), .letter = *at, .end = at + 1};
    memcpy(found.specifier, start, found.length);
    return found;
}

static const char *shown_text(lua_State *L, int index, size_t *length) {
    int type = lua_type(L, index);
    if (type == LUA_TSTRING || type == LUA_TNUMBER) {
        lua_pushvalue(L, index);
        const char *text = lua_tolstring(L, -1, length);
        lua_replace(L, index); /* keeps it alive */
        return text;
    }
    const char *text = type == LUA_TBOOLEAN ? (lua_toboolean(L, index) ? "true" : "false") : lua_typename(L, type);
    *length = strlen(text);
    return text;
}

static void push_text(lua_State *L, Conversion *conversion, int index) {
    size_t length;
    const char *text = shown_text(L, index, &length);
    char out[CONVERSION_MAX];
    bool plain = conversion->length == 1 || length + 100 > sizeof(out);
    meter_charge(L, length / BYTES_PER_UNIT);
    if (plain) {
        lua_pushvalue(L, index);
        if (lua_type(L, -1) == LUA_TSTRING) return;
        lua_pop(L, 1);
        lua_pushlstring(L, text, length);
        return;
    }
    memcpy(conversion->specifier + conversion->length, "s", sizeof("s"));
    snprintf(out, sizeof(out), conversion->specifier, text);
    lua_pushstring(L, out);
}

static void push_number(lua_State *L, Conversion *conversion, int index) {
    char out[CONVERSION_MAX];
    meter_charge(L, NUMBER_UNITS);
    char *end = conversion->specifier + conversion->length;
    if (strchr("diuoxX", conversion->letter)) {
        snprintf(end, SPECIFIER_MAX - conversion->length, "ll%c", conversion->letter);
        snprintf(out, sizeof(out), conversion->specifier, (long long)luaL_checkinteger(L, index));
    } else {
        *end = conversion->letter;
        snprintf(out, sizeof(out), conversion->specifier, (double)luaL_checknumber(L, index));
    }
    lua_pushstring(L, out);
}

static void push_character(lua_State *L, int index) {
    lua_Integer code = luaL_checkinteger(L, index);
    if (code < 1 || code > 255) library_fail(L, NULL, "« %%c » prend un nombre de 1 à 255");
    char byte = (char)(unsigned char)code;
    lua_pushlstring(L, &byte, 1);
}

/* Pushes what stands at `at` ('%' and what follows) and returns what comes after it. */
static const char *push_conversion(lua_State *L, const char *at, int *argument) {
    if (at[1] == '%') {
        lua_pushliteral(L, "%");
        return at + 2;
    }
    Conversion conversion = read_conversion(L, at);
    int index = ++*argument;
    luaL_checkany(L, index);
    if (conversion.letter == 's') push_text(L, &conversion, index);
    else if (conversion.letter == 'c') push_character(L, index);
    else push_number(L, &conversion, index);
    return conversion.end;
}

/* Pieces are left on the stack above the arguments, then joined. */
static int text_format(lua_State *L) {
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
    int argument = 1, pieces = 0;
    meter_charge(L, length / BYTES_PER_UNIT);
    luaL_checkstack(L, 2 * SCRIPT_VALUES_MAX + 8, "string.format");
    int arguments = lua_gettop(L);
    for (const char *at = format; at < end; pieces++) {
        if (pieces == 2 * SCRIPT_VALUES_MAX)
            library_fail(L, NULL, "« string.format » prend au plus %d conversions", SCRIPT_VALUES_MAX);
        const char *percent = memchr(at, '%', (size_t)(end - at));
        if (percent == at) {
            if (argument >= arguments && at[1] != '%') luaL_argerror(L, argument + 1, "no value");
            at = push_conversion(L, at, &argument);
            continue;
        }
        size_t literal = (size_t)((percent ? percent : end) - at);
        lua_pushlstring(L, at, literal);
        at += literal;
    }
    lua_concat(L, pieces);
    return 1;
}

const LibraryFunction library_text_functions[] = {
    {"byte", text_byte},   {"char", text_char}, {"find", text_find}, {"format", text_format}, {"len", text_len},
    {"lower", text_lower}, {"rep", text_rep},   {"sub", text_sub},   {"upper", text_upper},   {NULL, NULL},
};
