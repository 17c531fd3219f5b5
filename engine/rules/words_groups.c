/* Groups of conditions, and the leaves that are no test of a shared fact: aucune, a_confirmer, critere_lua. */
#include "rules/comparison.h"
#include "rules/limits.h"
#include "rules/nodes.h"

#include <string.h>

#define NAME_MAX_BYTES 40

/* Takes every value without a key as a part. */
static Node **take_parts(const Reading *reading, size_t *count) {
    lua_State *L = reading->L;
    Node **parts = script_array(L, reading->length + 1, sizeof(void *));
    *count = 0;
    size_t size = 0;
    for (size_t i = 0; i < reading->length; i++) {
        reading_item(reading, i + 1);
        Node *part = size <= NODES_PER_PROGRAMME_MAX ? node_take(L, -1, reading->word, spot_item(reading, i + 1)) : NULL;
        if (part) {
            size += part->size;
            parts[(*count)++] = part;
        }
        lua_pop(L, 1);
    }
    if (size > NODES_PER_PROGRAMME_MAX) {
        spot_report(spot_table(reading), "AZ226", "le simplifier ou le partager entre plusieurs dispositifs",
                    "ce groupe est trop grand (au plus %d éléments)", NODES_PER_PROGRAMME_MAX);
        *count = 0;
    }
    return parts;
}

static int push_group(lua_State *L, const char *word, NodeKind kind, int line) {
    static const char *const keys[] = {NODE_KEYS, NULL};
    Reading reading;
    if (!reading_open(&reading, L, 1, word, line, keys, READING_ANY)) return object_push_broken(L);
    Node *node = node_new(L, kind, line);
    node_read_common(&reading, node);
    if (reading.length == 0) {
        spot_report(spot_table(&reading), "AZ216",
                    "y mettre au moins une condition, ou écrire aucune { source = … } si rien n’est demandé", "« %s » est vide",
                    word);
        return object_push_broken(L);
    }
    size_t count;
    Node **parts = take_parts(&reading, &count);
    if (count == 0) return object_push_broken(L);
    node_put_parts(L, node, parts, count);
    object_push(L, OBJECT_NODE, word, line, node);
    return 1;
}

int word_tous(lua_State *L) {
    return push_group(L, "tous", NODE_ALL, script_line(L));
}

int word_au_moins_un(lua_State *L) {
    return push_group(L, "au_moins_un", NODE_ANY, script_line(L));
}

/* non(critere { … }): the condition itself, without a table. */
static int negate_one(lua_State *L, int line) {
    Node *node = node_new(L, NODE_NOT, line);
    Node **parts = script_array(L, 1, sizeof(void *));
    parts[0] = node_take(L, 1, "non", spot_call(L, "non"));
    if (!parts[0]) return object_push_broken(L);
    node_put_parts(L, node, parts, 1);
    object_push(L, OBJECT_NODE, "non", line, node);
    return 1;
}

int group_not(lua_State *L, int line) {
    if (object_get(L, 1)) return negate_one(L, line);
    if (lua_type(L, 1) == LUA_TTABLE && lua_rawlen(L, 1) > 1) {
        Reading reading;
        static const char *const keys[] = {NODE_KEYS, NULL};
        reading_open(&reading, L, 1, "non", line, keys, READING_ANY);
        spot_report(spot_item(&reading, 2), "AZ216",
                    "non { au_moins_un { a, b } } (aucune des deux) ou non { tous { a, b } } (pas les deux)",
                    "« non » nie une seule condition");
        return object_push_broken(L);
    }
    return push_group(L, "non", NODE_NOT, line);
}

int word_aucune(lua_State *L) {
    static const char *const keys[] = {"source", "infere", "prime_sur", "titre", NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "aucune", line, keys, 0)) return object_push_broken(L);
    Node *node = node_new(L, NODE_CONSTANT, line);
    node->constant = TRUTH_TRUE;
    node->nothing_asked = true;
    node->title = reading_text(&reading, "titre", false);
    node->grounds = reading_grounds(&reading);
    object_push(L, OBJECT_NODE, "aucune", line, node);
    return 1;
}

/* « la pérennité est menacée » gives `la_perennite_est_menacee`, at most 40 bytes, cut between words. */
static const char *slug(lua_State *L, const char *text) {
    char folded[256], *name = script_new(L, NAME_MAX_BYTES + 1);
    size_t length = text_fold(folded, sizeof folded, text), kept = 0, whole = 0;
    for (size_t i = 0; i < length && kept < NAME_MAX_BYTES; i++) {
        char c = folded[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter) name[kept++] = c;
        else if (kept && name[kept - 1] != '_') {
            whole = kept;
            name[kept++] = '_';
        }
        if (letter && i + 1 == length) whole = kept;
    }
    if (kept == NAME_MAX_BYTES && whole == 0) whole = kept;
    name[whole] = '\0';
    return name;
}

static bool name_fits(const char *name) {
    size_t length = strlen(name);
    return length > 0 && length <= NAME_MAX_BYTES && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

static void read_changeable(const Reading *reading, Node *node) {
    static const char *const names[] = {"jamais", "temps", "decision", "agrement", NULL};
    const char *text = reading_text(reading, "evolue", false);
    if (!text) return;
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], text) != 0) continue;
        node->changeable = (Mutability)i;
        return;
    }
    spot_report(spot_value(reading, "evolue"), "AZ203", advise_nearest(reading->L, text, names),
                "« evolue » ne peut pas valoir « %s »", text);
}

int word_a_confirmer(lua_State *L) {
    static const char *const keys[] = {NODE_KEYS, "evolue", NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "a_confirmer", line, keys, 1)) return object_push_broken(L);
    Node *node = node_new(L, NODE_TEST, line);
    node_read_common(&reading, node);
    node->title = reading_first_text(&reading, "le texte à confirmer");
    read_changeable(&reading, node);
    if (!node->title) return object_push_broken(L);
    if (!node->name) node->name = slug(L, node->title);
    if (!name_fits(node->name)) {
        spot_report(reading_has(&reading, "nom") ? spot_value(&reading, "nom") : spot_item(&reading, 1), "AZ225",
                    "nom = \"perennite_menacee\" : minuscules sans accent, chiffres et « _ », au plus 40",
                    "le nom « %s » d’un a_confirmer ne convient pas", node->name);
        return object_push_broken(L);
    }
    node->to_confirm = true;
    Test *test = &node->test;
    test->comparison = TEST_CHOICES;
    test->choices = script_array(L, 1, sizeof *test->choices);
    test->choices[0] = CHOICE_OUI;
    test->choice_count = 1;
    test->accepted = script_array(L, 1, sizeof *test->accepted);
    bits_put(test->accepted, CHOICE_OUI);
    object_push(L, OBJECT_NODE, "a_confirmer", line, node);
    return 1;
}

/* The facts that a critere_lua names; false when one is reported. */
static bool read_inputs(const Reading *reading, Callback *callback) {
    lua_State *L = reading->L;
    bool fine = true;
    callback->facts = script_array(L, reading->length + 1, sizeof *callback->facts);
    for (size_t i = 0; i < reading->length; i++) {
        int fact = -1;
        if (reading_item(reading, i + 1) == LUA_TSTRING)
            fact = fact_named(L, script_text(L, -1, NULL), spot_item(reading, i + 1), NULL);
        else
            spot_report(spot_item(reading, i + 1), "AZ203",
                        "critere_lua { \"etp\", \"effectif_salarie\", f = function(etp, effectif) … end, source = … }",
                        "« critere_lua » commence par des noms de faits, pas par %s", value_described(L, -1));
        lua_pop(L, 1);
        if (fact < 0) fine = false;
        else callback->facts[callback->fact_count++] = fact;
    }
    if (reading->length > 0) return fine;
    spot_report(spot_table(reading), "AZ216", "nommer les faits que la fonction reçoit", "« critere_lua » ne nomme aucun fait");
    return false;
}

static bool read_function(const Reading *reading, Callback *callback) {
    lua_State *L = reading->L;
    bool fine = reading_get(reading, "f") == LUA_TFUNCTION;
    if (fine) callback_capture(L, lua_gettop(L), &callback->code, &callback->code_length);
    else
        spot_report(spot_table(reading), "AZ202", "f = function(etp, effectif) return etp < effectif end",
                    "« critere_lua » demande une fonction « f »");
    lua_pop(L, 1);
    return fine;
}

int word_critere_lua(lua_State *L) {
    static const char *const keys[] = {"f", NODE_KEYS, NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "critere_lua", line, keys, READING_ANY)) return object_push_broken(L);
    Node *node = node_new(L, NODE_CALLBACK, line);
    node_read_common(&reading, node);
    Callback *callback = script_new(L, sizeof *callback);
    bool inputs = read_inputs(&reading, callback), function = read_function(&reading, callback);
    if (!inputs || !function) return object_push_broken(L);
    callback->number = -1;
    callback->file = node->file;
    callback->line = line;
    node->callback = callback;
    object_push(L, OBJECT_NODE, "critere_lua", line, node);
    return 1;
}
