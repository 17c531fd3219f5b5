/* The facts of an example are written as a table of Lua and kept as JSON text, so that they are read later by the one reader of
 * facts, like those of a file. Keys are sorted: the same table always gives the same bytes. */
#include "rules/examples.h"

#include "base/number.h"
#include "rules/words.h"
#include <lauxlib.h>
#include <string.h>

#define FACTS_DEPTH_MAX 8
#define FACTS_BYTES_MAX 65536u

/* Grows in the script's memory: an error raised on the way leaves nothing to give back. */
typedef struct Writer {
    lua_State *L;
    char *bytes;
    size_t length, capacity;
    const char *programme; /* id */
    const Reading *item;
} Writer;

static void put_bytes(Writer *writer, const char *bytes, size_t length) {
    if (writer->length + length + 1 > writer->capacity) {
        size_t capacity = writer->capacity ? writer->capacity * 2 : 256;
        while (capacity < writer->length + length + 1) capacity *= 2;
        char *grown = script_new(writer->L, capacity);
        if (writer->length) memcpy(grown, writer->bytes, writer->length);
        writer->bytes = grown;
        writer->capacity = capacity;
    }
    memcpy(writer->bytes + writer->length, bytes, length);
    writer->length += length;
    writer->bytes[writer->length] = '\0';
    if (writer->length > FACTS_BYTES_MAX)
        spot_fail(spot_table(writer->item), "AZ229", "garder les faits utiles à l’exemple",
                  "les faits d’un exemple sont trop longs");
}

static void put(Writer *writer, const char *text) {
    put_bytes(writer, text, strlen(text));
}

/* The string at `index`, checked to be text without control characters but tab and new line. */
static void put_string(Writer *writer, int index) {
    size_t length, start = 0;
    const char *text = script_text(writer->L, index, &length);
    put(writer, "\"");
    for (size_t i = 0; i < length; i++) {
        const char *escape = text[i] == '"'    ? "\\\""
                             : text[i] == '\\' ? "\\\\"
                             : text[i] == '\n' ? "\\n"
                             : text[i] == '\t' ? "\\t"
                                               : NULL;
        if (!escape) continue;
        put_bytes(writer, text + start, i - start);
        put(writer, escape);
        start = i + 1;
    }
    put_bytes(writer, text + start, length - start);
    put(writer, "\"");
}

static void put_value(Writer *writer, int index, int depth, Spot spot);

static void put_list(Writer *writer, const Reading *table, size_t length, int depth) {
    lua_State *L = writer->L;
    put(writer, "[");
    for (size_t i = 1; i <= length; i++) {
        if (i > 1) put(writer, ",");
        lua_rawgeti(L, table->table, (lua_Integer)i);
        put_value(writer, lua_gettop(L), depth, spot_item(table, i));
        lua_pop(L, 1);
    }
    put(writer, "]");
}

static void sort_keys(lua_State *L, const char **keys, size_t count) {
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && strcmp(keys[j - 1], keys[j]) > 0; j--) {
            const char *moved = keys[j];
            keys[j] = keys[j - 1];
            keys[j - 1] = moved;
            script_charge(L, 1);
        }
}

/* The keys of a table, sorted; `count` of them. A key that is no string ends the script. */
static const char **sorted_keys(const Reading *table, size_t count) {
    lua_State *L = table->L;
    const char **keys = script_array(L, count + 1, sizeof *keys);
    size_t kept = 0;
    lua_pushnil(L);
    while (lua_next(L, table->table)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            spot_fail(spot_table(table), "AZ229", "une liste { a, b }, ou des faits { fait = valeur }",
                      "une table d’exemple mêle des valeurs avec et sans clé");
        keys[kept++] = script_text(L, -1, NULL);
    }
    sort_keys(L, keys, kept);
    return keys;
}

static void put_object(Writer *writer, const Reading *table, size_t count, int depth) {
    lua_State *L = writer->L;
    const char **keys = sorted_keys(table, count);
    put(writer, "{");
    for (size_t i = 0; i < count; i++) {
        bool own = depth == 0 && strcmp(keys[i], "confirmations") == 0;
        if (i) put(writer, ",");
        lua_pushstring(L, keys[i]);
        put_string(writer, lua_gettop(L));
        put(writer, ":");
        if (own) {
            put(writer, "{\"");
            put(writer, writer->programme);
            put(writer, "\":");
        }
        lua_rawget(L, table->table);
        put_value(writer, lua_gettop(L), depth + 1, spot_value(table, keys[i]));
        if (own) put(writer, "}");
        lua_pop(L, 1);
    }
    put(writer, "}");
}

static void put_table(Writer *writer, int index, int depth, Spot spot) {
    lua_State *L = writer->L;
    if (depth > FACTS_DEPTH_MAX) spot_fail(spot, "AZ229", NULL, "les faits d’un exemple ont trop de tables l’une dans l’autre");
    luaL_checkstack(L, 8, NULL);
    const Reading table = reading_within(spot);
    size_t count = 0, length = lua_rawlen(L, index);
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        count++;
        script_charge(L, 1);
    }
    if (count == length && depth > 0) put_list(writer, &table, length, depth + 1);
    else put_object(writer, &table, count, depth);
}

static void put_answer(Writer *writer, const Object *object, Spot spot) {
    static const char *const texts[] = {[ANSWER_OUI] = "true", [ANSWER_NON] = "false", [ANSWER_UNKNOWN] = "null"};
    const Answer *answer = object && object->class == OBJECT_ANSWER ? object->content : NULL;
    if (answer && answer->kind <= ANSWER_UNKNOWN) {
        put(writer, texts[answer->kind]);
        return;
    }
    spot_report(spot, "AZ229", "un texte, un nombre, oui, non, inconnu, ou une liste", "un fait d’exemple ne peut pas être %s",
                object ? "cet objet" : "cette valeur");
    put(writer, "null");
}

static void put_number(Writer *writer, int index, Spot spot) {
    char text[NUMBER_TEXT_MAX];
    double number = lua_tonumber(writer->L, index);
    if (!(number >= -NUMBER_EXACT_MAX && number <= NUMBER_EXACT_MAX)) {
        spot_report(spot, "AZ229", NULL, "un nombre d’exemple n’est pas fini ou dépasse 2^53");
        number = 0;
    }
    number_write(number, text);
    put(writer, text);
}

static void put_value(Writer *writer, int index, int depth, Spot spot) {
    lua_State *L = writer->L;
    script_charge(L, 1);
    switch (lua_type(L, index)) {
    case LUA_TSTRING: put_string(writer, index); break;
    case LUA_TNUMBER: put_number(writer, index, spot); break;
    case LUA_TBOOLEAN: put(writer, lua_toboolean(L, index) ? "true" : "false"); break;
    case LUA_TTABLE: put_table(writer, index, depth, spot); break;
    default: put_answer(writer, object_hand(L, index), spot); break;
    }
}

static void read_facts(const Reading *item, Example *example, const char *programme) {
    lua_State *L = item->L;
    Writer writer = {.L = L, .programme = programme ? programme : "", .item = item};
    if (reading_item(item, 2) == LUA_TTABLE) put_table(&writer, lua_gettop(L), 0, spot_item(item, 2));
    else
        spot_report(spot_item(item, 2), "AZ229", "{ \"nom\", { effectif_salarie = 9 }, attendu = \"éligible\" }",
                    "un exemple donne ses faits dans une table, pas %s", value_described(L, -1));
    lua_pop(L, 1);
    example->facts = writer.bytes ? writer.bytes : "{}";
    example->facts_length = strlen(example->facts);
}

static void read_expected(const Reading *item, Example *example) {
    static const char *const expected[] = {"éligible", "éligible sous réserve", "indéterminé", "non éligible", "sans objet", NULL};
    lua_State *L = item->L;
    example->expected = reading_text(item, "attendu", true);
    for (int i = 0; example->expected && expected[i]; i++)
        if (strcmp(expected[i], example->expected) == 0) return;
    if (example->expected)
        spot_report(spot_value(item, "attendu"), "AZ222", advise_nearest(L, example->expected, expected),
                    "« attendu » ne peut pas valoir « %s »", example->expected);
}

static void read_example(Spot spot, Programme *programme) {
    static const char *const keys[] = {"attendu", "date", NULL};
    Reading item;
    if (!reading_open_within(&item, spot, "exemples", keys, 2)) return;
    Example *example = &programme->examples[programme->example_count];
    *example = (Example){.line = item.line, .date = programme->source_date};
    example->name = reading_first_text(&item, "un nom d’exemple");
    read_facts(&item, example, programme->id);
    read_expected(&item, example);
    bool dated = reading_day(&item, "date", &example->date);
    if (!dated && !reading_has(&item, "date") && programme->source_date == DAY_MIN)
        spot_report(spot, "AZ202", "ajouter date = \"2026-11-21\" à l’exemple ou au dispositif", "un exemple n’a pas de date");
    programme->example_count++;
}

/* `exemples = { "nom", { faits }, attendu = "…" }`: one example without its own braces, on the top of the stack. Reported. */
static bool is_bare(const Reading *reading) {
    lua_State *L = reading->L;
    if (lua_type(L, -1) != LUA_TTABLE) return false;
    bool bare = lua_rawgeti(L, -1, 1) == LUA_TSTRING;
    lua_pop(L, 1);
    if (bare)
        spot_report(spot_value(reading, "exemples"), "AZ229", "exemples = { { \"nom\", { faits }, attendu = \"éligible\" }, … }",
                    "« exemples » est une liste : chaque exemple a sa propre table");
    return bare;
}

static void read_list(const Reading *reading, Programme *programme) {
    static const char *const none[] = {NULL};
    lua_State *L = reading->L;
    Reading list;
    if (!reading_open_within(&list, spot_value(reading, "exemples"), "exemples", none, READING_ANY)) return;
    programme->examples = script_array(L, list.length + 1, sizeof *programme->examples);
    for (size_t i = 0; i < list.length; i++) {
        reading_item(&list, i + 1);
        read_example(spot_item(&list, i + 1), programme);
        lua_pop(L, 1);
    }
}

void examples_read(const Reading *reading, Programme *programme) {
    if (reading_get(reading, "exemples") != LUA_TNIL && !is_bare(reading)) read_list(reading, programme);
    lua_pop(reading->L, 1);
}
