/* critere { … }: one named fact compared with constants. */
#include "rules/comparison.h"
#include "rules/nodes.h"

static int push_subject(lua_State *L, const char *word, bool until) {
    int line = script_line(L);
    const Spot spot = spot_argument(L, word, 1);
    if (lua_type(L, 1) != LUA_TSTRING) {
        object_hand(L, 1);
        spot_report(spot, "AZ203", say(L, "%s \"date_creation\"", word), "« %s » attend le nom d’une date, pas %s", word,
                    value_described(L, 1));
        return object_push_broken(L);
    }
    Subject *subject = script_new(L, sizeof *subject);
    const char *name = script_text(L, 1, NULL);
    *subject = (Subject){.fact = fact_named(L, name, spot, NULL), .until = until};
    if (subject->fact >= 0 && load_vocabulary(L)->facts[subject->fact].type != FACT_DATE) {
        spot_report(spot, "AZ207", "critere { depuis \"date_creation\", au_moins = ans(3), … }",
                    "« %s » attend une date, ce que « %s » n’est pas", word, name);
        subject->fact = -1;
    }
    if (subject->fact < 0) return object_push_broken(L);
    object_push(L, OBJECT_SUBJECT, word, line, subject);
    return 1;
}

int word_depuis(lua_State *L) {
    return push_subject(L, "depuis", false);
}

int word_jusqu_a(lua_State *L) {
    return push_subject(L, "jusqu_a", true);
}

/* What the criterion is about. False when it is reported. */
static bool read_subject(const Reading *reading, Test *test, bool *aged, PlaceLevel *level) {
    lua_State *L = reading->L;
    int type = reading_item(reading, 1);
    const Object *object = object_hand(L, -1);
    *aged = object && object->class == OBJECT_SUBJECT;
    if (*aged) {
        test->fact = ((const Subject *)object->content)->fact;
        test->until = ((const Subject *)object->content)->until;
    } else if (type == LUA_TSTRING) {
        test->fact = fact_named(L, script_text(L, -1, NULL), spot_item(reading, 1), level);
    } else if (!object || object->class != OBJECT_BROKEN) {
        spot_report(spot_item(reading, 1), "AZ203", "critere { \"effectif_salarie\", au_moins = 1, source = … }",
                    "un critère commence par le nom d’un fait, pas par %s", value_described(L, -1));
    }
    lua_pop(L, 1);
    return test->fact >= 0;
}

int word_critere(lua_State *L) {
    static const char *const keys[] = {OPERATOR_KEYS, NODE_KEYS, NULL};
    Reading reading;
    int line = script_line(L);
    if (!reading_open(&reading, L, 1, "critere", line, keys, 1)) return object_push_broken(L);
    Node *node = node_new(L, NODE_TEST, line);
    node_read_common(&reading, node);
    bool aged = false;
    PlaceLevel level = PLACE_NONE;
    bool fine = read_subject(&reading, &node->test, &aged, &level) && comparison_read(&reading, &node->test, aged, level);
    if (!fine) return object_push_broken(L);
    object_push(L, OBJECT_NODE, "critere", line, node);
    return 1;
}
