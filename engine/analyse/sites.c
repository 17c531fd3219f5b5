/* A node knows the line of its word; on a line with several, its fact and its thresholds tell which it is. Everything else hangs
 * from the programme's own table, found by its identifier. */
#include "analyse/sites.h"

#include "rules/source_map.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

Position site_of_line(const SourceMap *map, int line) {
    return map && line > 0 ? source_position_of_line(map, line) : (Position){line, 0};
}

static const char *word_of(const Node *node) {
    static const char *const words[] = {
        [NODE_TEST] = "critere", [NODE_ALL] = "tous",    [NODE_ANY] = "au_moins_un",       [NODE_NOT] = "non",
        [NODE_SELECT] = "selon", [NODE_CONSTANT] = NULL, [NODE_DIVERGENCE] = "divergence", [NODE_CALLBACK] = "critere_lua"};
    return node->to_confirm ? "a_confirmer" : node->nothing_asked ? "aucune" : words[node->kind];
}

/* Does the table begin with this name, itself or in `depuis "name"`? */
static bool begins_with(const SourceMap *map, size_t table, const char *name) {
    Field first;
    if (!source_field(map, table, NULL, 1, &first)) return false;
    for (size_t i = first.value; i < first.end; i++)
        if (source_reads(map, i, name)) return true;
    return false;
}

/* Is the number under `key`, if it is written there, this bound's? A duration is written ans(3). */
static bool bound_fits(const SourceMap *map, size_t table, const char *key, const Bound *bound, bool duration) {
    Field field;
    if (!source_field(map, table, key, 0, &field)) return true;
    int days = bound->duration.days, months = bound->duration.months;
    for (size_t i = field.value; i < field.end; i++) {
        const Token *token = &map->marks[i].token;
        if (token->kind != TOKEN_NUMBER) continue;
        double written = strtod(token->bytes, NULL);
        if (duration) return written == days || written == months || written * 12 == months;
        return fabs(bound->number) == written;
    }
    return true;
}

static bool test_fits(const SourceMap *map, size_t table, const Vocabulary *vocabulary, const Node *node) {
    const Test *test = &node->test;
    bool duration = test->comparison == TEST_DURATION, view = test->fact == vocabulary->siege;
    if (node->to_confirm) return begins_with(map, table, node->title);
    if (test->fact >= 0 && !view && !begins_with(map, table, vocabulary->facts[test->fact].name)) return false;
    if (test->comparison != TEST_BOUNDS && !duration) return true;
    return bound_fits(map, table, test->low.strict ? "plus_de" : "au_moins", &test->low, duration) &&
           bound_fits(map, table, test->high.strict ? "moins_de" : "au_plus", &test->high, duration);
}

Position site_of_node(const SourceMap *map, const Vocabulary *vocabulary, const Node *node) {
    const char *word = word_of(node);
    Position first = {0, 0};
    if (!map || !word) return site_of_line(map, node->line);
    for (size_t call = source_call(map, node->line, word, 0); call != NOWHERE;
         call = source_call(map, node->line, word, call + 1)) {
        size_t table = source_table(map, source_argument(map, call));
        if (first.line == 0) first = source_position(map, call);
        if (node->kind != NODE_TEST || (table != NOWHERE && test_fits(map, table, vocabulary, node)))
            return source_position(map, call);
    }
    return first.line ? first : site_of_line(map, node->line);
}

static size_t table_of(const SourceMap *map, const Programme *programme) {
    Field id;
    for (size_t call = source_call(map, programme->line, "dispositif", 0); call != NOWHERE;
         call = source_call(map, programme->line, "dispositif", call + 1)) {
        size_t table = source_table(map, source_argument(map, call));
        if (source_field(map, table, "id", 0, &id) && source_reads(map, id.value, programme->id)) return table;
    }
    return NOWHERE;
}

Position site_of_key(const SourceMap *map, const Programme *programme, const char *key) {
    Field field;
    bool found = map && source_field(map, table_of(map, programme), key, 0, &field);
    return found ? source_position(map, field.key) : site_of_line(map, programme->line);
}

/* The `{` of an example. */
static size_t example_table(const SourceMap *map, const Programme *programme, size_t number) {
    Field field;
    if (!map || !source_field(map, table_of(map, programme), "exemples", 0, &field)) return NOWHERE;
    size_t list = source_table(map, field.value);
    return source_field(map, list, NULL, number + 1, &field) ? source_table(map, field.value) : NOWHERE;
}

Position site_of_example(const SourceMap *map, const Programme *programme, size_t number) {
    Field name;
    size_t table = example_table(map, programme, number);
    if (source_field(map, table, NULL, 1, &name)) return source_position(map, name.value);
    if (!map) return site_of_line(map, programme->line);
    return site_of_text(map, programme->line, programme->examples[number].name);
}

Position site_of_example_fact(const SourceMap *map, const Programme *programme, size_t number, const char *fact, bool key) {
    Field facts, field;
    size_t table = example_table(map, programme, number);
    bool found =
        fact && source_field(map, table, NULL, 2, &facts) && source_field(map, source_table(map, facts.value), fact, 0, &field);
    return found ? source_position(map, key ? field.key : field.value) : site_of_example(map, programme, number);
}

Position site_of_expected(const SourceMap *map, const Programme *programme, size_t number) {
    Field field;
    bool found = source_field(map, example_table(map, programme, number), "attendu", 0, &field);
    return found ? source_position(map, field.value) : site_of_example(map, programme, number);
}

/* Texts with escapes, or put together, are not found: the line is what is known. */
Position site_of_text(const SourceMap *map, int line, const char *text) {
    size_t length = strlen(text);
    for (size_t i = 0; map && i < map->count; i++) {
        const Token *token = &map->marks[i].token;
        if (token->kind != TOKEN_TEXT) continue;
        Position end = {0, 0};
        for (const char *at = token->bytes; at + length <= token->bytes + token->length && end.line == 0; at++)
            if (memcmp(at, text, length) == 0) end = position_in(map->bytes, at);
        if (end.line >= line && end.line > 0) return end;
    }
    return site_of_line(map, line);
}
