/* Every word takes one table. Its keys are checked against a short list before anything is read, since a misspelt key would
 * otherwise be a condition that silently is not there. Reading goes on after a mistake, with nothing in place of the value. */
#include "rules/reading.h"

#include "base/number.h"
#include "base/sort.h"
#include "rules/words.h"
#include <lauxlib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define NESTING_MAX 4 /* a list in a branch in a table in a word */
#define SHOWN_MAX 60

const char *say(lua_State *L, const char *format, ...) {
    char buffer[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    if (length < 0) return "";
    size_t kept = (size_t)length < sizeof buffer ? (size_t)length : sizeof buffer - 1;
    while (kept > 0 && kept < (size_t)length && ((unsigned char)buffer[kept] & 0xC0) == 0x80) kept--;
    char *text = script_new(L, kept + 1);
    memcpy(text, buffer, kept);
    return text;
}

const char *advise(lua_State *L, const char *name) {
    return name ? say(L, "écrire « %s »", name) : NULL;
}

static size_t list_length(const char *const *names) {
    size_t count = 0;
    while (names[count]) count++;
    return count;
}

const char *advise_nearest(lua_State *L, const char *name, const char *const *names) {
    const char *nearest = text_nearest(name, names, list_length(names));
    if (nearest) return advise(L, nearest);
    const char *all = names[0];
    for (size_t i = 1; names[i] && i < 12; i++) all = say(L, "%s, %s", all, names[i]);
    return say(L, "l’un de : %s%s", all, list_length(names) > 12 ? ", …" : "");
}

const char *shown(lua_State *L, int index) {
    size_t length = 0;
    if (lua_type(L, index) == LUA_TNUMBER) {
        char number[NUMBER_TEXT_MAX];
        number_write(lua_tonumber(L, index), number);
        return say(L, "%s", number);
    }
    if (lua_type(L, index) != LUA_TSTRING) return value_described(L, index);
    const char *bytes = lua_tolstring(L, index, &length);
    if (!utf8_valid(bytes, length) || memchr(bytes, '\0', length)) return "texte illisible";
    if (length <= SHOWN_MAX) return say(L, "%s", bytes);
    size_t kept = SHOWN_MAX;
    while (kept > 0 && ((unsigned char)bytes[kept] & 0xC0) == 0x80) kept--;
    return say(L, "%.*s…", (int)kept, bytes);
}

static void hand_all(lua_State *L, int table, int depth);

/* Everything in a table counts as handed over, so that one mistake is not also a list of unused objects. Most tables stand in
 * another one, which has handed all there was. */
static void hand(lua_State *L, int index, int depth) {
    if (load_of(L)->loose == 0) return;
    script_charge(L, 1);
    object_hand(L, index);
    if (depth > 0 && lua_type(L, index) == LUA_TTABLE) hand_all(L, lua_absindex(L, index), depth - 1);
}

static void hand_all(lua_State *L, int table, int depth) {
    luaL_checkstack(L, 4, NULL);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        hand(L, -1, depth);
        lua_pop(L, 1);
    }
}

/* The bit of `Reading.written` that a key sets, by its first two bytes. */
static uint64_t key_bit(const char *key) {
    unsigned first = (unsigned char)key[0], second = first ? (unsigned char)key[1] : 0;
    return UINT64_C(1) << ((first * 5 + second) & 63);
}

static bool key_known(const char *key, const char *const *keys) {
    for (; *keys; keys++)
        if ((*keys)[0] == key[0] && strcmp(*keys, key) == 0) return true;
    return false;
}

static int compare_texts(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

const char **reading_keys(const Reading *reading, bool any, size_t *count) {
    lua_State *L = reading->L;
    size_t room = 1;
    for (lua_pushnil(L); lua_next(L, reading->table); lua_pop(L, 1)) room++;
    const char **keys = script_array(L, room, sizeof *keys);
    *count = 0;
    for (lua_pushnil(L); lua_next(L, reading->table); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING || (any && !lua_isinteger(L, -2))) keys[(*count)++] = shown(L, -2);
    if (sort_stable(script_of(L)->arena, keys, *count, sizeof *keys, compare_texts) != STATUS_OK) script_no_memory(L);
    return keys;
}

/* Keys written by habit, and what is meant where the word takes it. */
static const char *key_habit(const char *key, const char *const *keys) {
    static const struct {
        const char *habit, *key, *advice;
    } habits[] = {
        {"minimum", "au_moins", "écrire au_moins"},
        {"maximum", "au_plus", "écrire au_plus"},
        {"min", "au_moins", "écrire au_moins"},
        {"max", "au_plus", "écrire au_plus"},
        {"superieur_a", "plus_de", "écrire plus_de (ou au_moins, si la limite est comprise)"},
        {"inferieur_a", "moins_de", "écrire moins_de (ou au_plus, si la limite est comprise)"},
        {"egal", "vaut", "écrire vaut"},
        {"est", "vaut", "écrire vaut"},
        {"dans", "parmi", "écrire parmi"},
        {"sauf", "hors", "écrire hors"},
        {"entre", "au_moins", "écrire au_moins = …, au_plus = …"},
        {"superieur", "plus_de", "écrire plus_de (ou au_moins, si la limite est comprise)"},
        {"inferieur", "moins_de", "écrire moins_de (ou au_plus, si la limite est comprise)"},
        {"different", "hors", "écrire hors = { … }"},
        {"exclut", "hors", "écrire hors = { … }"},
        {"valeur", "vaut", "écrire vaut"},
        {"ans", "au_moins", "écrire plus_de = ans(3), ou un autre opérateur"},
        {"mois", "au_moins", "écrire plus_de = mois(9), ou un autre opérateur"},
        {"jours", "au_moins", "écrire plus_de = jours(45), ou un autre opérateur"},
    };
    for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
        if (strcmp(habits[i].habit, key) == 0 && key_known(habits[i].key, keys)) return habits[i].advice;
    return NULL;
}

static void report_key(const Reading *reading, const char *key, const char *const *keys) {
    lua_State *L = reading->L;
    const char *advice = key_habit(key, keys);
    if (!advice) advice = keys[0] ? advise_nearest(L, key, keys) : "retirer cette clé";
    spot_report(spot_key(reading, key), "AZ201", advice, "clé inconnue « %s » dans « %s »", key, reading->word);
}

static void report_position(const Reading *reading, size_t most) {
    bool number = reading_item(reading, most + 1) == LUA_TNUMBER;
    lua_pop(reading->L, 1);
    const char *advice = number ? "donner un nom à ce nombre : clé = valeur ; un nombre à virgule s’écrit avec un point : 2.5"
                                : "séparer en plusieurs tables, ou donner un nom aux valeurs : clé = valeur";
    if (most == 0)
        spot_report(spot_item(reading, 1), "AZ201", "donner un nom à la valeur : clé = valeur",
                    "« %s » n’attend pas de valeur sans clé", reading->word);
    else
        spot_report(spot_item(reading, most + 1), "AZ201", advice, "« %s » n’attend pas plus de %zu valeur%s sans clé",
                    reading->word, most, most > 1 ? "s" : "");
}

/* In the order of the alphabet, since Lua's own differs from one run to the next. */
static void report_keys(const Reading *reading, const char *const *keys) {
    size_t count;
    const char **written = reading_keys(reading, true, &count);
    for (size_t i = 0; i < count; i++)
        if (!key_known(written[i], keys)) report_key(reading, written[i], keys);
}

/* Checks one key, at -2 on the stack; answers false when it is a number that leaves a hole. */
static bool check_key(Reading *reading, const char *const *keys) {
    lua_State *L = reading->L;
    bool text = lua_type(L, -2) == LUA_TSTRING;
    if (text || !lua_isinteger(L, -2)) {
        const char *key = text ? lua_tostring(L, -2) : NULL;
        if (key) reading->written |= key_bit(key);
        reading->strange = reading->strange || !key || !key_known(key, keys);
        return true;
    }
    lua_Integer position = lua_tointeger(L, -2);
    return position >= 1 && (size_t)position <= reading->length;
}

/* The first value that is nil: what a hole in a list comes from. */
static size_t hole_of(const Reading *reading) {
    size_t position = 1;
    while (lua_rawgeti(reading->L, reading->table, (lua_Integer)position) != LUA_TNIL) {
        lua_pop(reading->L, 1);
        position++;
    }
    lua_pop(reading->L, 1);
    return position;
}

static Spot spot_of(const Reading *reading) {
    return reading->spot.L ? reading->spot : spot_table(reading);
}

static const char *wanted_table(const Reading *reading) {
    const char *word = reading->word;
    if (!reading->spot.L) return say(reading->L, "%s { … }", word);
    return reading->spot.key ? say(reading->L, "%s = { … }", word) : "mettre chaque élément dans sa table : { { … }, { … } }";
}

static bool open_table(Reading *reading, const char *const *keys, size_t most) {
    lua_State *L = reading->L;
    const char *word = reading->word;
    int index = reading->table;
    luaL_checkstack(L, 12, NULL);
    if (lua_type(L, index) != LUA_TTABLE) {
        const Object *object = object_hand(L, index);
        if (!object || object->class != OBJECT_BROKEN)
            spot_report(spot_of(reading), "AZ203", wanted_table(reading), "« %s » attend une table { … }, pas %s", word,
                        value_described(L, index));
        return false;
    }
    reading->length = lua_rawlen(L, index);
    bool whole = true;
    lua_pushnil(L);
    while (lua_next(L, reading->table)) {
        hand(L, -1, NESTING_MAX);
        if (!check_key(reading, keys)) whole = false;
        lua_pop(L, 1);
    }
    if (reading->strange) report_keys(reading, keys);
    if (!whole)
        spot_report(spot_item(reading, hole_of(reading)), "AZ201", "écrire les valeurs l’une après l’autre, sans numéro ni nil",
                    "la liste de « %s » a un trou", word);
    if (reading->length > most) report_position(reading, most);
    return true;
}

bool reading_open(Reading *reading, lua_State *L, int index, const char *word, int line, const char *const *keys, size_t most) {
    *reading = (Reading){.L = L, .table = lua_absindex(L, index), .word = word, .line = line};
    return open_table(reading, keys, most);
}

Reading reading_within(Spot spot) {
    return (Reading){.L = spot.L, .table = lua_gettop(spot.L), .line = spot_first_line(&spot), .spot = spot};
}

bool reading_open_within(Reading *reading, Spot spot, const char *word, const char *const *keys, size_t most) {
    *reading = reading_within(spot);
    reading->word = word;
    return open_table(reading, keys, most);
}

int reading_get(const Reading *reading, const char *key) {
    if (!(reading->written & key_bit(key))) {
        lua_pushnil(reading->L);
        return LUA_TNIL;
    }
    lua_pushstring(reading->L, key);
    return lua_rawget(reading->L, reading->table);
}

int reading_item(const Reading *reading, size_t position) {
    script_charge(reading->L, 1);
    return lua_rawgeti(reading->L, reading->table, (lua_Integer)position);
}

bool reading_has(const Reading *reading, const char *key) {
    bool present = reading_get(reading, key) != LUA_TNIL;
    lua_pop(reading->L, 1);
    return present;
}

bool reading_misspelt(const Reading *reading, const char *key) {
    size_t count = 0;
    const char **written = reading->strange ? reading_keys(reading, false, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (text_nearest(written[i], &key, 1)) return true;
    return false;
}

static bool is_broken(lua_State *L, int index) {
    const Object *object = object_get(L, index);
    return object && object->class == OBJECT_BROKEN;
}

static void report_type(Spot spot, const char *key, const char *wanted) {
    lua_State *L = spot.L;
    if (is_broken(L, -1)) return;
    spot_report(spot, "AZ203", strncmp(wanted, "un texte", 8) == 0 ? say(L, "%s = \"…\"", key) : say(L, "%s = %s", key, wanted),
                "« %s » de « %s » attend %s, pas %s", key, spot.reading->word, wanted, value_described(L, -1));
}

static bool blank(const char *text) {
    return text[strspn(text, " \t\n")] == '\0';
}

/* The text on the top of the stack. */
static const char *top_text(Spot spot, const char *key) {
    lua_State *L = spot.L;
    if (lua_type(L, -1) != LUA_TSTRING) {
        report_type(spot, key, "un texte entre guillemets");
        return NULL;
    }
    const char *text = script_text(L, -1, NULL);
    if (!blank(text)) return text;
    spot_report(spot, "AZ203", "y écrire ce qu’il faut, ou retirer la clé", "« %s » de « %s » est un texte vide", key,
                spot.reading->word);
    return NULL;
}

const char *reading_text(const Reading *reading, const char *key, bool required) {
    lua_State *L = reading->L;
    const char *text = NULL;
    if (reading_get(reading, key) != LUA_TNIL) text = top_text(spot_value(reading, key), key);
    else if (required && !reading_misspelt(reading, key))
        spot_report(spot_table(reading), "AZ202", say(L, "ajouter %s = \"…\"", key), "« %s » demande la clé « %s »", reading->word,
                    key);
    lua_pop(L, 1);
    return text;
}

const char *reading_first_text(const Reading *reading, const char *what) {
    lua_State *L = reading->L;
    const char *text = NULL;
    if (reading_item(reading, 1) != LUA_TNIL) text = top_text(spot_item(reading, 1), what);
    else
        spot_report(spot_table(reading), "AZ202", say(L, "%s { \"%s\", … }", reading->word, what),
                    "« %s » commence par %s, entre guillemets", reading->word, what);
    lua_pop(L, 1);
    return text;
}

bool reading_flag(const Reading *reading, const char *key) {
    lua_State *L = reading->L;
    int type = reading_get(reading, key);
    const Object *object = object_get(L, -1);
    const Answer *answer = object && object->class == OBJECT_ANSWER ? object->content : NULL;
    bool flag = type == LUA_TBOOLEAN ? lua_toboolean(L, -1) : answer && answer->kind == ANSWER_OUI;
    bool fine = type == LUA_TNIL || type == LUA_TBOOLEAN || (answer && answer->kind <= ANSWER_NON);
    if (!fine) report_type(spot_value(reading, key), key, "oui ou non");
    lua_pop(L, 1);
    return flag;
}

bool reading_number(const Reading *reading, const char *key, double *out) {
    lua_State *L = reading->L;
    int type = reading_get(reading, key);
    bool fine = type == LUA_TNUMBER;
    if (fine) {
        double number = lua_tonumber(L, -1);
        fine = number >= -NUMBER_EXACT_MAX && number <= NUMBER_EXACT_MAX;
        if (fine) *out = number;
    }
    if (!fine && type != LUA_TNIL) report_type(spot_value(reading, key), key, "un nombre");
    lua_pop(L, 1);
    return fine;
}

bool day_exact(const char *text, Day *out) {
    Day first, last;
    if (strlen(text) != 10 || !day_read(text, 10, &first, &last)) return false;
    *out = first;
    return true;
}

bool reading_day(const Reading *reading, const char *key, Day *out) {
    const char *text = reading_text(reading, key, false);
    if (!text) return false;
    if (day_exact(text, out)) return true;
    spot_report(spot_value(reading, key), "AZ223", "écrire la date entière, AAAA-MM-JJ, par exemple \"2026-11-21\"",
                "« %s » de « %s » : « %s » n’est pas une date", key, reading->word, text);
    return false;
}

static bool text_listed(const char *const *texts, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i], text) == 0) return true;
    return false;
}

static const char **list_texts(const Reading *list, const char *key, size_t *count) {
    lua_State *L = list->L;
    const char **texts = script_array(L, list->length + 1, sizeof *texts);
    for (size_t i = 0; i < list->length; i++) {
        reading_item(list, i + 1);
        const char *text = top_text(spot_item(list, i + 1), key);
        lua_pop(L, 1);
        if (!text) continue;
        script_charge(L, *count);
        if (text_listed(texts, *count, text))
            spot_report(spot_item(list, i + 1), "AZ210", "l’écrire une seule fois", "« %s » figure deux fois dans « %s »", text,
                        key);
        else texts[(*count)++] = text;
    }
    if (list->length == 0) spot_report(spot_table(list), "AZ210", "la remplir ou retirer la clé", "la liste « %s » est vide", key);
    return texts;
}

const char **reading_texts(const Reading *reading, const char *key, size_t *count) {
    lua_State *L = reading->L;
    static const char *const none[] = {NULL};
    const char **texts = NULL;
    *count = 0;
    int type = reading_get(reading, key);
    Reading list;
    if (type == LUA_TSTRING) {
        texts = script_array(L, 2, sizeof *texts);
        texts[0] = top_text(spot_value(reading, key), key);
        *count = texts[0] ? 1 : 0;
    } else if (type == LUA_TTABLE && reading_open_within(&list, spot_value(reading, key), key, none, READING_ANY)) {
        texts = list_texts(&list, key, count);
    } else if (type != LUA_TNIL) {
        report_type(spot_value(reading, key), key, "une liste de textes { \"…\", \"…\" }");
    }
    lua_pop(L, 1);
    return texts;
}

/* The quotation on the top of the stack, or NULL when it is reported. */
static const Quote *top_quote(Spot spot, const Reading *reading, const char *key) {
    lua_State *L = reading->L;
    const Object *object = object_hand(L, -1);
    if (object && object->class == OBJECT_QUOTE) return object->content;
    if (object && object->class == OBJECT_BROKEN) return NULL;
    const char *advice = "citer le document : source(\"document\", \"page\") \"passage\"";
    if (object && object->class == OBJECT_HANDLE) advice = "ajouter le passage après la source : page \"passage\"";
    spot_report(spot, "AZ203", advice, "« %s » de « %s » attend une citation, pas %s", key, reading->word, value_described(L, -1));
    return NULL;
}

static const Quote *const *read_quotes(const Reading *reading, const char *key, size_t *count) {
    lua_State *L = reading->L;
    static const char *const none[] = {NULL};
    const Quote **quotes = NULL;
    *count = 0;
    int type = reading_get(reading, key);
    Reading list;
    if (type == LUA_TTABLE && reading_open_within(&list, spot_value(reading, key), key, none, READING_ANY)) {
        quotes = script_array(L, list.length + 1, sizeof(void *));
        for (size_t i = 0; i < list.length; i++) {
            reading_item(&list, i + 1);
            const Quote *quote = top_quote(spot_item(&list, i + 1), reading, key);
            if (quote) quotes[(*count)++] = quote;
            lua_pop(L, 1);
        }
        if (list.length == 0)
            spot_report(spot_table(&list), "AZ210", "y mettre une citation", "la liste « %s » de « %s » est vide", key,
                        reading->word);
    } else if (type != LUA_TNIL) {
        quotes = script_array(L, 1, sizeof(void *));
        quotes[0] = top_quote(spot_value(reading, key), reading, key);
        *count = quotes[0] ? 1 : 0;
    }
    lua_pop(L, 1);
    return quotes;
}

Grounds reading_grounds(const Reading *reading) {
    Grounds grounds = {0};
    grounds.quotes = read_quotes(reading, "source", &grounds.quote_count);
    grounds.set_aside = read_quotes(reading, "prime_sur", &grounds.set_aside_count);
    grounds.inferred = reading_text(reading, "infere", false);
    return grounds;
}

bool grounds_given(const Grounds *grounds) {
    return grounds->quotes || grounds->inferred;
}

void grounds_require(const Grounds *grounds, const char *what, Spot spot) {
    bool whole = spot.reading && !spot.key && !spot.position;
    if (grounds_given(grounds) || (whole && (reading_misspelt(spot.reading, "source") || reading_misspelt(spot.reading, "infere"))))
        return;
    spot_report(spot, "AZ212", "ajouter source = page \"passage\" ou infere = \"pourquoi\"", "%s sans source", what);
}
