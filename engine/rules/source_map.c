/* An array of tokens in which each opening bracket knows its close, so that going through the fields of a table steps over what is
 * nested in them. A `function` is stepped over likewise: the commas of its body part nothing. */
#include "rules/source_map.h"
#include "base/text.h"
#include "rules/limits.h"

#include <string.h>

typedef struct Building {
    SourceMap *map;
    Arena *arena;
    size_t capacity;
    size_t open[SOURCE_DEPTH_MAX * 2]; /* brackets and blocks */
    size_t depth;
} Building;

static bool is(const Token *token, const char *text) {
    return token->length == strlen(text) && memcmp(token->bytes, text, token->length) == 0;
}

static bool one_of(const Token *token, const char *const *texts) {
    for (; *texts; texts++)
        if (is(token, *texts)) return true;
    return false;
}

static bool opens(const Token *token) {
    static const char *const words[] = {"function", "if", "do", "repeat", NULL};
    return token->kind == TOKEN_NAME ? one_of(token, words) : token->sign == '{' || token->sign == '(' || token->sign == '[';
}

static bool closes(const Token *token) {
    static const char *const words[] = {"end", "until", NULL};
    return token->kind == TOKEN_NAME ? one_of(token, words) : token->sign == '}' || token->sign == ')' || token->sign == ']';
}

static bool see(void *context, const Token *token) {
    Building *building = context;
    SourceMap *map = building->map;
    Mark *marks = arena_grow(building->arena, map->marks, map->count, &building->capacity, sizeof *marks);
    if (!marks) return false;
    map->marks = marks;
    marks[map->count] = (Mark){.token = *token, .close = NOWHERE};
    if (closes(token) && building->depth > 0) marks[building->open[--building->depth]].close = map->count;
    if (opens(token) && building->depth < sizeof building->open / sizeof *building->open)
        building->open[building->depth++] = map->count;
    map->count++;
    return true;
}

SourceMap *source_map_new(Arena *arena, const char *bytes, size_t length) {
    SourceMap *map = arena_new(arena, sizeof *map);
    if (!map) return NULL;
    *map = (SourceMap){.bytes = bytes, .length = length};
    Building building = {.map = map, .arena = arena};
    tokens_walk(bytes, length, see, &building);
    return arena->failed ? NULL : map;
}

static const Token *token_at(const SourceMap *map, size_t token) {
    static const Token none = {.kind = TOKEN_END};
    return token < map->count ? &map->marks[token].token : &none;
}

static bool is_argument(const Token *token) {
    return token->kind == TOKEN_TEXT || token->sign == '{' || token->sign == '(';
}

size_t source_call(const SourceMap *map, int line, const char *word, size_t from) {
    for (size_t i = from; i < map->count; i++) {
        const Token *token = token_at(map, i);
        if (line > 0 && token->line > line) return NOWHERE;
        if (token->kind != TOKEN_NAME || (line > 0 && token->line != line) || !is_argument(token_at(map, i + 1))) continue;
        if (!word || is(token, word)) return i;
    }
    return NOWHERE;
}

/* Past the value, name or call that token `at` begins with. */
static size_t past(const SourceMap *map, size_t at) {
    return at < map->count && map->marks[at].close != NOWHERE ? map->marks[at].close + 1 : at + 1;
}

size_t source_argument(const SourceMap *map, size_t call) {
    size_t argument = call + 1;
    while (argument < map->count && is_argument(token_at(map, past(map, argument)))) argument = past(map, argument);
    bool wrapped = token_at(map, argument)->sign == '(' && token_at(map, argument + 1)->sign != ')';
    return wrapped ? argument + 1 : argument;
}

bool source_reads(const SourceMap *map, size_t token, const char *text) {
    const Token *at = token_at(map, token);
    if (at->kind == TOKEN_NAME || at->kind == TOKEN_NUMBER) return is(at, text);
    size_t length = strlen(text);
    return at->kind == TOKEN_TEXT && at->bytes[0] != '[' && at->length == length + 2 && memcmp(at->bytes + 1, text, length) == 0;
}

/* `local NAME = {` before the token `use`: its `{`. */
static size_t local_table(const SourceMap *map, size_t use) {
    const Token *name = token_at(map, use);
    for (size_t i = use; i-- > 1;) {
        const Token *token = token_at(map, i);
        if (token->kind != TOKEN_NAME || token->length != name->length || memcmp(token->bytes, name->bytes, name->length) != 0)
            continue;
        if (!is(token_at(map, i - 1), "local") || token_at(map, i + 1)->sign != '=') continue;
        return token_at(map, i + 2)->sign == '{' ? i + 2 : NOWHERE;
    }
    return NOWHERE;
}

size_t source_table(const SourceMap *map, size_t value) {
    const Token *token = token_at(map, value);
    if (token->sign == '{') return value;
    if (token->kind != TOKEN_NAME) return NOWHERE;
    int next = token_at(map, value + 1)->sign;
    return next == ',' || next == ';' || next == '}' || next == ')' ? local_table(map, value) : NOWHERE;
}

/* The key of the field that begins at `at`, and where its value begins. */
static void read_key(const SourceMap *map, size_t at, Field *field) {
    *field = (Field){.key = NOWHERE, .value = at};
    const Token *first = token_at(map, at);
    size_t bracketed = first->sign == '[' ? past(map, at) : NOWHERE;
    if (first->kind == TOKEN_NAME && token_at(map, at + 1)->sign == '=') *field = (Field){.key = at, .value = at + 2};
    else if (bracketed != NOWHERE && token_at(map, bracketed)->sign == '=') *field = (Field){.key = at + 1, .value = bracketed + 1};
}

bool source_next(const SourceMap *map, size_t table, size_t *at, Field *out) {
    size_t close = table < map->count ? map->marks[table].close : NOWHERE;
    if (*at == 0) *at = table + 1;
    if (close == NOWHERE || *at >= close) return false;
    read_key(map, *at, out);
    size_t i = out->value;
    while (i < close && token_at(map, i)->sign != ',' && token_at(map, i)->sign != ';') i = past(map, i);
    out->end = i;
    *at = i + 1;
    return true;
}

bool source_field(const SourceMap *map, size_t table, const char *key, size_t position, Field *out) {
    Field field;
    bool found = false;
    size_t at = 0, count = 0;
    while (source_next(map, table, &at, &field)) {
        bool named = field.key != NOWHERE;
        if (key ? !named || !source_reads(map, field.key, key) : named || ++count != position) continue;
        *out = field;
        found = true;
    }
    return found;
}

/* The value that reads `text`: this one, or the first one of a table in the list that it is. */
static size_t value_within(const SourceMap *map, size_t value, const char *text) {
    Field item, first;
    if (source_reads(map, value, text)) return value;
    size_t table = source_table(map, value), at = 0;
    while (source_next(map, table, &at, &item)) {
        size_t inner = source_table(map, item.value);
        if (inner != NOWHERE && source_field(map, inner, NULL, 1, &first) && source_reads(map, first.value, text))
            return first.value;
    }
    return NOWHERE;
}

size_t source_value(const SourceMap *map, int line, const char *word, const char *key, const char *text) {
    Field field;
    for (size_t call = source_call(map, line, word, 0); call != NOWHERE; call = source_call(map, line, word, call + 1)) {
        size_t table = source_table(map, source_argument(map, call));
        if (!key && source_reads(map, call + 1, text)) return call + 1;
        if (!key || !source_field(map, table, key, 0, &field)) continue;
        size_t found = value_within(map, field.value, text);
        if (found != NOWHERE) return found;
    }
    return NOWHERE;
}

Position source_position(const SourceMap *map, size_t token) {
    return token < map->count ? position_in(map->bytes, map->marks[token].token.bytes) : (Position){0, 0};
}

Position source_position_of_line(const SourceMap *map, int line) {
    for (size_t i = 0; i < map->count; i++)
        if (map->marks[i].token.line >= line)
            return map->marks[i].token.line == line ? source_position(map, i) : (Position){line, 0};
    return (Position){line, 0};
}
