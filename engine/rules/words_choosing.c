/* selon { … } and divergence { … }. What they choose among (conditions, durations, prices, values) is known only where they are
 * used, so their results wait in the handle's table. */
#include "rules/limits.h"
#include "rules/nodes.h"

#include <lauxlib.h>

static Choosing *choosing_new(lua_State *L, size_t count, int line) {
    Choosing *choosing = script_new(L, sizeof *choosing);
    choosing->line = line;
    choosing->conditions = script_array(L, count + 1, sizeof(void *));
    choosing->grounds = script_array(L, count + 1, sizeof *choosing->grounds);
    choosing->reasons = script_array(L, count + 1, sizeof *choosing->reasons);
    choosing->lines = script_array(L, count + 1, sizeof *choosing->lines);
    return choosing;
}

/* Puts the value on the top of the stack among the results (the table at `results`). */
static void keep_result(lua_State *L, int results, Choosing *choosing) {
    const Object *object = object_hand(L, -1);
    if (object && (object->class == OBJECT_CHOOSING || object->class == OBJECT_DIVERGENCE)) {
        unsigned below = ((const Choosing *)object->content)->depth + 1;
        if (below > choosing->depth) choosing->depth = below;
    }
    if (choosing->depth > TREE_DEPTH_MAX)
        script_fail(L, "AZ226", 0, "le simplifier", "trop de « selon » l’un dans l’autre (au plus %d)", TREE_DEPTH_MAX);
    lua_rawseti(L, results, (lua_Integer)++choosing->count);
}

static bool holds_otherwise(lua_State *L) {
    if (lua_type(L, -1) != LUA_TTABLE) return false;
    lua_pushliteral(L, "sinon");
    bool holds = lua_rawget(L, -2) != LUA_TNIL;
    lua_pop(L, 1);
    return holds;
}

/* The table on the top of the stack: { si = …, alors = …, source = …, motif = … }. */
static bool read_branch(const Reading *whole, size_t position, int results, Choosing *choosing) {
    lua_State *L = whole->L;
    static const char *const keys[] = {"si", "alors", "motif", "source", "infere", "prime_sur", NULL};
    Reading branch;
    if (holds_otherwise(L)) {
        spot_report(spot_item(whole, position), "AZ217", "selon { { si = …, alors = … }, sinon = … }",
                    "« sinon » n’est pas une branche : il s’écrit en dernier, hors de toute table");
        return false;
    }
    if (!reading_open_within(&branch, spot_item(whole, position), "selon", keys, 0)) return false;
    Node *condition = NULL;
    if (reading_get(&branch, "si") != LUA_TNIL) condition = node_take(L, -1, "si", spot_value(&branch, "si"));
    else
        spot_report(spot_table(&branch), "AZ217", "{ si = critere { … }, alors = … } ; le dernier cas s’écrit sinon = …",
                    "une branche de « selon » n’a pas de « si »");
    lua_pop(L, 1);
    size_t at = choosing->count;
    choosing->conditions[at] = condition;
    choosing->lines[at] = condition ? condition->line : branch.line;
    choosing->reasons[at] = reading_text(&branch, "motif", false);
    choosing->grounds[at] = reading_grounds(&branch);
    bool given = reading_get(&branch, "alors") != LUA_TNIL;
    if (given) keep_result(L, results, choosing);
    else {
        lua_pop(L, 1);
        spot_report(spot_table(&branch), "AZ217", "{ si = …, alors = accepte, refuse, inconnu ou une condition }",
                    "une branche de « selon » n’a pas de « alors »");
    }
    return condition && given;
}

static bool read_otherwise(const Reading *whole, int results, Choosing *choosing) {
    lua_State *L = whole->L;
    if (reading_get(whole, "sinon") == LUA_TNIL) {
        lua_pop(L, 1);
        spot_report(spot_table(whole), "AZ217", "finir par sinon = …, (ou sinon = inconnu, motif = \"…\")",
                    "« selon » n’a pas de « sinon »");
        return false;
    }
    size_t at = choosing->count;
    choosing->lines[at] = whole->line;
    choosing->reasons[at] = choosing->reason;
    choosing->grounds[at] = choosing->own;
    keep_result(L, results, choosing);
    return true;
}

static void read_own(const Reading *reading, Choosing *choosing) {
    choosing->title = reading_text(reading, "titre", false);
    choosing->question = reading_text(reading, "question", false);
    choosing->reason = reading_text(reading, "motif", false);
    choosing->own = reading_grounds(reading);
}

static int push_choosing(lua_State *L, ObjectClass class, const char *word, int line, Choosing *choosing) {
    object_push(L, class, word, line, choosing);
    lua_insert(L, -2);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

int word_selon(lua_State *L) {
    static const char *const keys[] = {"sinon", "titre", "question", "motif", "source", "infere", "prime_sur", NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "selon", line, keys, READING_ANY)) return object_push_broken(L);
    Choosing *choosing = choosing_new(L, reading.length + 1, line);
    read_own(&reading, choosing);
    lua_createtable(L, (int)(reading.length + 1), 0);
    int results = lua_gettop(L);
    bool fine = true;
    for (size_t i = 0; i < reading.length; i++) {
        reading_item(&reading, i + 1);
        fine = read_branch(&reading, i + 1, results, choosing) && fine;
        lua_settop(L, results);
    }
    if (reading.length == 0) {
        spot_report(spot_table(&reading), "AZ216", "selon { { si = …, alors = … }, sinon = … }", "« selon » n’a aucune branche");
        fine = false;
    }
    fine = fine && read_otherwise(&reading, results, choosing);
    if (!fine) return object_push_broken(L);
    lua_settop(L, results);
    return push_choosing(L, OBJECT_CHOOSING, "selon", line, choosing);
}

int word_divergence(lua_State *L) {
    static const char *const keys[] = {"titre", "question", "motif", "source", "infere", "prime_sur", "rempli", "non_rempli", NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "divergence", line, keys, READING_ANY)) return object_push_broken(L);
    Choosing *choosing = choosing_new(L, reading.length, line);
    read_own(&reading, choosing);
    choosing->wording_met = reading_text(&reading, "rempli", false);
    choosing->wording_unmet = reading_text(&reading, "non_rempli", false);
    lua_createtable(L, (int)reading.length, 0);
    int results = lua_gettop(L);
    choosing->divergence = true;
    for (size_t i = 0; i < reading.length; i++) {
        choosing->lines[i] = line;
        reading_item(&reading, i + 1);
        keep_result(L, results, choosing);
    }
    if (reading.length < 2) {
        spot_report(spot_table(&reading), "AZ216", "divergence { motif = \"…\", lecture, autre_lecture }",
                    "« divergence » demande au moins deux lectures");
        return object_push_broken(L);
    }
    return push_choosing(L, OBJECT_DIVERGENCE, "divergence", line, choosing);
}

int choosing_result(lua_State *L, int index, size_t position) {
    luaL_checkstack(L, 8, NULL);
    lua_getiuservalue(L, index, 1);
    lua_rawgeti(L, -1, (lua_Integer)position + 1);
    lua_remove(L, -2);
    return lua_type(L, -1);
}

Spot choosing_spot(lua_State *L, const Choosing *choosing, size_t position) {
    Spot spot = {.L = L, .line = choosing->line, .word = "selon"};
    if (choosing->divergence) {
        spot.word = "divergence";
        spot.position = position + 1;
    } else if (choosing->conditions[position]) {
        spot.branch = position + 1;
        spot.key = "alors";
    } else spot.key = "sinon";
    return spot;
}

/* The condition of branch `i`, for one more place. */
Node *choosing_condition(lua_State *L, const Choosing *choosing, size_t i) {
    return choosing->used ? node_copy(L, choosing->conditions[i]) : choosing->conditions[i];
}

/* A constant answer takes its reason from its branch. */
static void explain_answer(Spot spot, Node *result, const Choosing *choosing, size_t i) {
    if (result->kind != NODE_CONSTANT || result->nothing_asked) return;
    if (!result->reason) result->reason = choosing->reasons[i];
    if (result->constant == TRUTH_UNKNOWN && !result->reason && !result->grounds.inferred)
        spot_report(spot, "AZ202", "ajouter motif = \"…\" : ce que le document laisse dans le doute", "« inconnu » sans motif");
}

static Node *result_node(lua_State *L, int index, const char *word, const Choosing *choosing, size_t i) {
    choosing_result(L, index, i);
    Node *result = node_take(L, -1, word, choosing_spot(L, choosing, i));
    lua_pop(L, 1);
    if (!result) return NULL;
    if (!grounds_given(&result->grounds) && grounds_given(&choosing->grounds[i])) result->grounds = choosing->grounds[i];
    return result;
}

static Node *divergence_node(lua_State *L, int index, const Object *object) {
    const Choosing *choosing = object->content;
    Node *node = node_new(L, NODE_DIVERGENCE, object->line);
    Node **parts = script_array(L, choosing->count + 1, sizeof(void *));
    for (size_t i = 0; i < choosing->count; i++) {
        parts[i] = result_node(L, index, "divergence", choosing, i);
        if (!parts[i]) return node_broken(L, object->line);
    }
    node_put_parts(L, node, parts, choosing->count);
    if (!choosing->reason)
        spot_report(spot_object(L, object), "AZ202", "ajouter motif = \"…\" : ce sur quoi les sources divergent",
                    "« divergence » sans motif");
    return node;
}

static Node *select_node(lua_State *L, int index, const Object *object) {
    Choosing *choosing = object->content;
    Node *node = node_new(L, NODE_SELECT, object->line);
    Node **parts = script_array(L, choosing->count * 2, sizeof(void *));
    size_t count = 0;
    for (size_t i = 0; i < choosing->count; i++) {
        if (choosing->conditions[i]) {
            Node *condition = choosing_condition(L, choosing, i);
            if (!grounds_given(&condition->grounds)) condition->grounds = choosing->grounds[i];
            parts[count++] = condition;
        }
        Node *result = result_node(L, index, choosing->conditions[i] ? "alors" : "sinon", choosing, i);
        if (!result) return node_broken(L, object->line);
        explain_answer(choosing_spot(L, choosing, i), result, choosing, i);
        parts[count++] = result;
    }
    choosing->used = true;
    node_put_parts(L, node, parts, count);
    return node;
}

Node *node_from_choosing(lua_State *L, int index, const Object *object) {
    index = lua_absindex(L, index);
    const Choosing *choosing = object->content;
    Node *node = object->class == OBJECT_CHOOSING ? select_node(L, index, object) : divergence_node(L, index, object);
    node->title = choosing->title;
    node->question = choosing->question;
    node->reason = choosing->reason;
    node->wording_met = choosing->wording_met;
    node->wording_unmet = choosing->wording_unmet;
    if (!grounds_given(&node->grounds)) node->grounds = choosing->own;
    return node;
}
