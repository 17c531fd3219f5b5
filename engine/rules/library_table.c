/* `table`, and keys in order. Everything works on plain tables with raw access: no metamethod runs, so no script code runs in the
 * midst of these loops except the comparison given to sort. Sorting is a merge sort: an inconsistent comparison gives some
 * order, never an error or a loop. */
#include "rules/limits.h"
#include "rules/meter.h"
#include "rules/sandbox_library.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

#define BYTES_PER_UNIT 8
#define NUMBER_UNITS 100               /* writing a number */
#define ITEM_UNITS 4                   /* moving one value */
#define LIST_MAX (LOAD_BYTES_MAX / 16) /* no script has memory for more values */
#define SLOT_BYTES 32                  /* of a table, about */

/* A table with values far apart may seem to Lua as long as there are numbers. */
static lua_Integer list_length(lua_State *L, int index) {
    library_plain_table(L, index);
    lua_Unsigned length = lua_rawlen(L, index);
    if (length > LIST_MAX) library_fail(L, "numérotez les valeurs de 1 en 1", "cette liste a des trous");
    return (lua_Integer)length;
}

static int table_insert(lua_State *L) {
    lua_Integer length = list_length(L, 1), place = length + 1;
    int count = lua_gettop(L);
    if (count != 2 && count != 3) library_fail(L, NULL, "« table.insert » prend une table, une place (facultative) et une valeur");
    if (count == 3) {
        place = luaL_checkinteger(L, 2);
        luaL_argcheck(L, place >= 1 && place <= length + 1, 2, "position out of bounds");
    }
    meter_charge(L, (size_t)(length + 1 - place) * ITEM_UNITS);
    for (lua_Integer i = length; i >= place; i--) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 1, i + 1);
    }
    lua_settop(L, count);
    lua_rawseti(L, 1, place);
    return 0;
}

static int table_remove(lua_State *L) {
    lua_Integer length = list_length(L, 1);
    lua_Integer place = luaL_optinteger(L, 2, length);
    if (length == 0 && (place == 0 || place == 1)) {
        lua_pushnil(L);
        return 1;
    }
    luaL_argcheck(L, place >= 1 && place <= length + 1, 2, "position out of bounds");
    if (place <= length) meter_charge(L, (size_t)(length - place) * ITEM_UNITS);
    lua_rawgeti(L, 1, place);
    for (; place < length; place++) {
        lua_rawgeti(L, 1, place + 1);
        lua_rawseti(L, 1, place);
    }
    lua_pushnil(L);
    lua_rawseti(L, 1, place);
    return 1;
}

/* The bytes of item `i` of the list at 1, left on the top of the stack. */
static const char *item_text(lua_State *L, lua_Integer i, size_t *length) {
    int type = lua_rawgeti(L, 1, i);
    if (type != LUA_TSTRING && type != LUA_TNUMBER)
        library_fail(L, NULL, "« table.concat » ne joint que des textes et des nombres ; l’élément %d n’en est pas un", (int)i);
    meter_charge(L, type == LUA_TNUMBER ? NUMBER_UNITS : ITEM_UNITS);
    return lua_tolstring(L, -1, length);
}

static size_t joined_length(lua_State *L, lua_Integer first, lua_Integer last, size_t between) {
    size_t total = 0, length;
    for (lua_Integer i = first; i <= last; i++) {
        item_text(L, i, &length);
        lua_pop(L, 1);
        total += length + (i < last ? between : 0);
        if (total > SCRIPT_STRING_MAX) meter_stop(L, LIMIT_STRING);
        if (i == LUA_MAXINTEGER) break;
    }
    return total;
}

static int table_concat(lua_State *L) {
    lua_Integer count = list_length(L, 1);
    size_t between_length, length;
    const char *between = luaL_optlstring(L, 2, "", &between_length);
    lua_Integer first = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, count);
    size_t total = joined_length(L, first, last, between_length);
    meter_charge(L, total / BYTES_PER_UNIT);
    char *out = lua_newuserdatauv(L, total + 1, 0), *at = out;
    for (lua_Integer i = first; i <= last; i++) {
        const char *text = item_text(L, i, &length);
        memcpy(at, text, length);
        at += length;
        lua_pop(L, 1);
        if (i == last) break;
        memcpy(at, between, between_length);
        at += between_length;
    }
    lua_pushlstring(L, out, total);
    return 1;
}

static int table_unpack(lua_State *L) {
    lua_Integer count = list_length(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, count);
    if (first > last) return 0;
    if ((lua_Unsigned)last - (lua_Unsigned)first >= SCRIPT_VALUES_MAX)
        library_fail(L, NULL, "« table.unpack » donne au plus %d valeurs", SCRIPT_VALUES_MAX);
    int results = (int)(last - first) + 1;
    meter_charge(L, (size_t)results);
    luaL_checkstack(L, results, "table.unpack");
    for (int i = 0; i < results; i++) lua_rawgeti(L, 1, first + i);
    return results;
}

/* Is the value on the top of the stack less than the one below it? Both are taken. Index 2: the comparison, or nil. */
static bool less(lua_State *L) {
    bool answer;
    if (lua_isnil(L, 2)) {
        answer = lua_compare(L, -1, -2, LUA_OPLT);
        lua_pop(L, 2);
        return answer;
    }
    lua_pushvalue(L, 2);
    lua_insert(L, -3);
    lua_insert(L, -2);
    lua_call(L, 2, 1);
    answer = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return answer;
}

static void copy_item(lua_State *L, int from, lua_Integer source, int to, lua_Integer target) {
    lua_rawgeti(L, from, source);
    lua_rawseti(L, to, target);
}

/* Merges [low, middle) and [middle, high) of list `from` into `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high) {
    lua_Integer left = low, right = middle;
    for (lua_Integer i = low; i < high; i++) {
        meter_charge(L, 2 * ITEM_UNITS + 2);
        bool take_right = left >= middle;
        if (!take_right && right < high) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            take_right = less(L);
        }
        copy_item(L, from, take_right ? right++ : left++, to, i);
    }
}

static int table_sort(lua_State *L) {
    lua_Integer length = list_length(L, 1);
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    luaL_checkstack(L, 20, "table.sort");
    meter_charge(L, (size_t)length * ITEM_UNITS);
    for (int copy = 0; copy < 2; copy++) {
        lua_createtable(L, 0, 0);
        for (lua_Integer i = 1; i <= length; i++) copy_item(L, 1, i, 3 + copy, i);
    }
    int from = 3, to = 4;
    for (lua_Integer width = 1; width < length; width *= 2) {
        for (lua_Integer low = 1; low <= length; low += 2 * width) {
            lua_Integer middle = low + width <= length ? low + width : length + 1;
            lua_Integer high = low + 2 * width <= length ? low + 2 * width : length + 1;
            merge(L, from, to, low, middle, high);
        }
        int other = from;
        from = to;
        to = other;
    }
    for (lua_Integer i = 1; i <= length; i++) copy_item(L, from, i, 1, i);
    return 0;
}

/* A key of a table in a form that C can compare; texts stay alive as keys of the table. */
typedef struct Key {
    int rank; /* numbers, texts, booleans */
    bool integer;
    lua_Integer whole;
    lua_Number number;
    const char *text;
    size_t length;
} Key;

static Key read_key(lua_State *L, int index) {
    Key key = {0};
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        key.integer = lua_isinteger(L, index);
        key.whole = lua_tointeger(L, index);
        key.number = lua_tonumber(L, index);
        break;
    case LUA_TSTRING:
        key.rank = 1;
        key.text = lua_tolstring(L, index, &key.length);
        break;
    case LUA_TBOOLEAN:
        key.rank = 2;
        key.whole = lua_toboolean(L, index);
        break;
    default: library_fail(L, NULL, "« pairs » ne parcourt que des tables dont les clés sont des textes ou des nombres");
    }
    return key;
}

static bool key_less(const Key *a, const Key *b) {
    if (a->rank != b->rank) return a->rank < b->rank;
    if (a->rank == 0 && a->integer && b->integer) return a->whole < b->whole;
    if (a->rank == 0) return a->number < b->number;
    if (a->rank == 2) return a->whole < b->whole;
    size_t common = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, common);
    return order ? order < 0 : a->length < b->length;
}

/* The heap is a maximum at `root` once its two branches are heaps. */
static void sift(Key *keys, size_t root, size_t count) {
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && key_less(&keys[child], &keys[child + 1])) child++;
        if (!key_less(&keys[root], &keys[child])) return;
        Key swapped = keys[root];
        keys[root] = keys[child];
        keys[child] = swapped;
    }
}

static void sort_keys(Key *keys, size_t count) {
    for (size_t root = count / 2; root-- > 0;) sift(keys, root, count);
    for (size_t end = count; end-- > 1;) {
        Key swapped = keys[0];
        keys[0] = keys[end];
        keys[end] = swapped;
        sift(keys, 0, end);
    }
}

static size_t count_keys(lua_State *L, int index, size_t *bytes) {
    size_t count = 0;
    meter_charge(L, meter_of(L)->largest / SLOT_BYTES); /* Lua walks over empty places too */
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        count++;
        if (lua_type(L, -1) == LUA_TSTRING) *bytes += lua_rawlen(L, -1);
        meter_charge(L, ITEM_UNITS);
    }
    return count;
}

static void push_key(lua_State *L, const Key *key) {
    if (key->rank == 1) lua_pushlstring(L, key->text, key->length);
    else if (key->rank == 2) lua_pushboolean(L, (int)key->whole);
    else if (key->integer) lua_pushinteger(L, key->whole);
    else lua_pushnumber(L, key->number);
}

void library_sorted_keys(lua_State *L, int index) {
    size_t bytes = 0, depth = 1, at = 0;
    size_t count = count_keys(L, index, &bytes);
    for (size_t left = count; left > 1; left /= 2) depth++;
    meter_charge(L, depth * (count * ITEM_UNITS + bytes / BYTES_PER_UNIT));
    Key *keys = lua_newuserdatauv(L, count * sizeof(Key) + 1, 0);
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        keys[at++] = read_key(L, -1);
    }
    sort_keys(keys, count);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_replace(L, -2);
}

const LibraryFunction library_table_functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"remove", table_remove},
    {"sort", table_sort},     {"unpack", table_unpack}, {NULL, NULL},
};
