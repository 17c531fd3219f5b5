/* A reading knows the reading it stands in, so a spot is a path: the call of the outermost word, then a key or a number for each
 * table. The call is known by its line and its word; among several of one line it is the one whose literals are those of the table
 * at hand. Two that are alike in everything have the same fault: each is reported in turn. */
#include "rules/spot.h"

#include "rules/limits.h"
#include "rules/reading.h"
#include "rules/syntax.h"
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Spot spot_table(const Reading *reading) {
    return (Spot){.L = reading->L, .reading = reading};
}

Spot spot_key(const Reading *reading, const char *key) {
    return (Spot){.L = reading->L, .reading = reading, .key = key, .name = true};
}

Spot spot_value(const Reading *reading, const char *key) {
    return (Spot){.L = reading->L, .reading = reading, .key = key};
}

Spot spot_item(const Reading *reading, size_t position) {
    return (Spot){.L = reading->L, .reading = reading, .position = position};
}

Spot spot_begin(Spot spot) {
    spot.name = true;
    return spot;
}

Spot spot_call(lua_State *L, const char *word) {
    Spot spot = {.L = L, .line = script_line(L), .word = word};
    if (lua_type(L, 1) == LUA_TSTRING) spot.text = lua_tostring(L, 1);
    return spot;
}

Spot spot_argument(lua_State *L, const char *word, size_t position) {
    Spot spot = spot_call(L, word);
    spot.position = position;
    return spot;
}

/* A name by which the call that made a node can be told from its neighbours. */
static const char *text_of(lua_State *L, const Node *node) {
    if (node->title) return node->title;
    if (node->kind != NODE_TEST || node->test.fact < 0) return NULL;
    const Fact *fact = &load_vocabulary(L)->facts[node->test.fact];
    return fact->hidden ? NULL : fact->name;
}

Spot spot_node(lua_State *L, const Node *node) {
    static const char *const words[] = {
        [NODE_TEST] = "critere", [NODE_ALL] = "tous",    [NODE_ANY] = "au_moins_un",       [NODE_NOT] = "non",
        [NODE_SELECT] = "selon", [NODE_CONSTANT] = NULL, [NODE_DIVERGENCE] = "divergence", [NODE_CALLBACK] = "critere_lua"};
    const char *word = node->to_confirm ? "a_confirmer" : node->nothing_asked ? "aucune" : words[node->kind];
    return (Spot){.L = L, .line = node->line, .word = word, .text = text_of(L, node)};
}

Spot spot_object(lua_State *L, const Object *object) {
    if (object->class == OBJECT_NODE) return spot_node(L, object->content);
    Spot spot = {.L = L, .line = object->line, .word = object->word};
    if (object->class == OBJECT_QUOTE) {
        const Quote *quote = object->content;
        spot.word = NULL;
        spot.text = quote->fragment_count ? quote->fragments[0] : NULL;
    }
    if (object->class == OBJECT_OPENING) spot.text = ((const Opening *)object->content)->name;
    return spot;
}

Spot spot_line(lua_State *L, int line) {
    return (Spot){.L = L, .line = line, .word = ""};
}

/* Looking for it. */

typedef struct Search {
    const SourceMap *map;
    lua_State *L;
    size_t skip; /* calls that would fit as well */
} Search;

/* Can the value on the top of the stack come from this token, if that is a literal? */
static bool literal_fits(const Search *search, size_t value, size_t end) {
    lua_State *L = search->L;
    const Token *token = &search->map->marks[value].token;
    if (end != value + 1 || (token->kind != TOKEN_TEXT && token->kind != TOKEN_NUMBER)) return true;
    if (token->kind == TOKEN_TEXT) {
        if (lua_type(L, -1) != LUA_TSTRING) return false;
        bool plain = token->bytes[0] != '[' && !memchr(token->bytes, '\\', token->length);
        return !plain || source_reads(search->map, value, lua_tostring(L, -1));
    }
    char number[64];
    snprintf(number, sizeof number, "%.*s", (int)token->length, token->bytes);
    if (lua_type(L, -1) != LUA_TNUMBER || !lua_stringtonumber(L, number)) return false;
    bool same = lua_compare(L, -1, -2, LUA_OPEQ);
    lua_pop(L, 1);
    return same;
}

/* Pushes what the table at `index` holds for a field of the source. */
static void push_field(const Search *search, int index, const Field *field, size_t position) {
    const Token *key = field->key == NOWHERE ? NULL : &search->map->marks[field->key].token;
    if (!key) lua_rawgeti(search->L, index, (lua_Integer)position);
    else {
        bool quoted = key->kind == TOKEN_TEXT && key->length >= 2;
        lua_pushlstring(search->L, key->bytes + quoted, key->length - (quoted ? 2 : 0));
        lua_rawget(search->L, index);
    }
}

static bool table_fits(const Search *search, int index, size_t table) {
    Field field;
    size_t at = 0, position = 0;
    luaL_checkstack(search->L, 4, NULL);
    while (source_next(search->map, table, &at, &field)) {
        if (field.key == NOWHERE) position++;
        push_field(search, index, &field, position);
        bool fits = literal_fits(search, field.value, field.end);
        lua_pop(search->L, 1);
        if (!fits) return false;
    }
    return true;
}

/* Is `text` among what the call gives? `depuis "date"` gives one in its first value. */
static bool names(const SourceMap *map, size_t call, const char *text) {
    size_t argument = source_argument(map, call);
    for (size_t i = call + 1; i <= argument; i++)
        if (source_reads(map, i, text)) return true;
    Field field;
    for (size_t at = 0; source_next(map, argument, &at, &field);)
        if (source_reads(map, field.value, text) || source_reads(map, field.value + 1, text)) return true;
    return false;
}

/* The call of a word, the one that fits. */
static size_t find_call(Search *search, int line, const char *word, const char *text, int index) {
    const SourceMap *map = search->map;
    bool returned = word && strcmp(word, "return") == 0;
    for (size_t call = source_call(map, returned ? 0 : line, word, 0); call != NOWHERE;
         call = source_call(map, returned ? 0 : line, word, call + 1)) {
        size_t table = index ? source_table(map, source_argument(map, call)) : NOWHERE;
        if (index && (table == NOWHERE || !table_fits(search, index, table))) continue;
        if (text && !names(map, call, text)) continue;
        if (search->skip == 0) return call;
        search->skip--;
    }
    return NOWHERE;
}

/* The call that was given the outermost table. */
static size_t root_call(Search *search, const Reading *reading) {
    size_t call = find_call(search, reading->line, reading->word, NULL, reading->table);
    if (call == NOWHERE && search->skip == 0) call = find_call(search, reading->line, NULL, NULL, reading->table);
    return call;
}

static size_t value_of(Search *search, const Spot *spot);

/* The `{` of a reading's table. */
static size_t table_of(Search *search, const Reading *reading) {
    if (reading->spot.L) {
        size_t value = value_of(search, &reading->spot);
        return value == NOWHERE ? NOWHERE : source_table(search->map, value);
    }
    size_t call = root_call(search, reading);
    return call == NOWHERE ? NOWHERE : source_table(search->map, source_argument(search->map, call));
}

static size_t call_of(Search *search, const Spot *spot) {
    size_t call = find_call(search, spot->line, spot->word, spot->text, 0);
    if (call == NOWHERE && spot->text && search->skip == 0) call = find_call(search, spot->line, spot->word, NULL, 0);
    return call;
}

/* The first token of what stands at a spot, if that is in a table of the source. */
static size_t value_of(Search *search, const Spot *spot) {
    const SourceMap *map = search->map;
    Field field;
    size_t table = NOWHERE;
    if (spot->reading) table = table_of(search, spot->reading);
    else {
        size_t call = call_of(search, spot);
        if (call != NOWHERE) table = source_table(map, source_argument(map, call));
    }
    if (table != NOWHERE && spot->branch)
        table = source_field(map, table, NULL, spot->branch, &field) ? source_table(map, field.value) : NOWHERE;
    if (table == NOWHERE || (!spot->key && !spot->position)) return NOWHERE;
    if (!source_field(map, table, spot->key, spot->position, &field)) return NOWHERE;
    return spot->name && field.key != NOWHERE ? field.key : field.value;
}

/* A whole table is shown where it begins for a reader: at its key, or at the word that was given it. What is not in the source as
 * it is (it was computed, or is missing) is shown where the table stands that it belongs to. */
static size_t find(Search *search, const Spot *spot) {
    size_t skip = search->skip, token = value_of(search, spot);
    search->skip = skip;
    if (token != NOWHERE) return token;
    if (!spot->reading) {
        size_t call = call_of(search, spot), argument = call == NOWHERE ? NOWHERE : source_argument(search->map, call);
        return spot->position && argument < search->map->count ? argument : call;
    }
    if (!spot->reading->spot.L) return root_call(search, spot->reading);
    Spot outer = spot->reading->spot;
    outer.name = true;
    return find(search, &outer);
}

int spot_first_line(const Spot *spot) {
    while (spot->reading && spot->reading->spot.L) spot = &spot->reading->spot;
    return spot->reading ? spot->reading->line : spot->line;
}

static bool already(const Script *script, const char *code, Position position, const char *message) {
    for (size_t i = script->first_finding; i < script->findings->count; i++) {
        const Finding *other = &script->findings->items[i];
        if (other->line == position.line && other->column == position.column && strcmp(other->code, code) == 0 &&
            strcmp(other->message, message) == 0)
            return true;
    }
    return false;
}

/* The place of a spot, which is not one where the same was already said if there is another that fits. */
static Position position_of(const Spot *spot, const char *code, const char *message) {
    Script *script = script_of(spot->L);
    Position found = {.line = spot_first_line(spot)};
    const SourceMap *map = script_map(script);
    if (!map) return found;
    script_charge(spot->L, map->count);
    for (size_t skip = 0; skip < SCRIPT_CALLS_MAX; skip++) {
        Search search = {map, spot->L, skip};
        size_t token = find(&search, spot);
        if (token == NOWHERE) break;
        Position position = source_position(map, token);
        if (skip == 0) found = position;
        if (already(script, code, position, message)) continue;
        return position;
    }
    return found;
}

void spot_report(Spot spot, const char *code, const char *advice, const char *format, ...) {
    char raw[SYNTAX_MESSAGE_MAX], message[SYNTAX_MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    syntax_clean(message, sizeof message, raw, strlen(raw));
    script_report_at(spot.L, code, position_of(&spot, code, message), advice, message);
}

void spot_fail(Spot spot, const char *code, const char *advice, const char *format, ...) {
    char raw[SYNTAX_MESSAGE_MAX], message[SYNTAX_MESSAGE_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    syntax_clean(message, sizeof message, raw, strlen(raw));
    script_fail_at(spot.L, code, position_of(&spot, code, message), advice, message);
}
