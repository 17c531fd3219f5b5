/* What never decides but is said: a figure or a text, chosen by conditions or disputed between sources. Every leaf has its
 * grounds, its own or those of the branch that holds it. */
#include "rules/attributes.h"

#include "base/number.h"
#include <math.h>

typedef struct Taking {
    lua_State *L;
    const char *key;
    int line;
    Spot spot;
    bool calendar;
} Taking;

static Attribute *take_attribute(const Taking *taking, int index, const Grounds *inherited, const char *reason);

static Attribute *attribute_new(lua_State *L, AttributeKind kind, int line) {
    Attribute *attribute = script_new(L, sizeof *attribute);
    *attribute = (Attribute){.kind = kind, .minimum = NAN, .maximum = NAN, .from = DAY_MIN, .to = DAY_MAX, .line = line};
    attribute->calendar = CALENDAR_SILENT;
    return attribute;
}

static void inherit(const Taking *taking, Attribute *attribute, const Grounds *inherited) {
    if (!grounds_given(&attribute->grounds) && inherited) attribute->grounds = *inherited;
    grounds_require(&attribute->grounds, say(taking->L, "« %s »", taking->key), spot_begin(taking->spot));
}

static void read_figures(const Reading *reading, const char *key, Attribute *attribute) {
    lua_State *L = reading->L;
    bool first = false;
    if (reading_item(reading, 1) == LUA_TNUMBER && lua_tonumber(L, -1) >= 0 && lua_tonumber(L, -1) <= NUMBER_EXACT_MAX) {
        attribute->minimum = attribute->maximum = lua_tonumber(L, -1);
        first = true;
    } else if (reading->length > 0) {
        spot_report(spot_item(reading, 1), "AZ203", say(L, "%s = { 9, unite = \"mois\", source = … }", key),
                    "« %s » commence par un nombre, pas par %s", key, value_described(L, -1));
    }
    lua_pop(L, 1);
    bool low = reading_number(reading, "min", &attribute->minimum), high = reading_number(reading, "max", &attribute->maximum);
    if (first && (low || high))
        spot_report(spot_item(reading, 1), "AZ209", "garder { 9, … } ou { min = 3, max = 6, … }",
                    "« %s » donne deux fois son chiffre", key);
    if (low && high && attribute->minimum > attribute->maximum)
        spot_report(spot_value(reading, "min"), "AZ209", "échanger min et max", "le minimum de « %s » est au-dessus du maximum",
                    key);
    if ((first || low || high) && !attribute->unit && !reading_misspelt(reading, "unite"))
        spot_report(spot_table(reading), "AZ207", "unite = \"mois\", \"€\", \"structures par an\"…",
                    "« %s » donne un chiffre sans unité", key);
    if (reading->length == 0 && !low && !high && !attribute->text)
        spot_report(spot_table(reading), "AZ202",
                    say(L, "%s = { 9, unite = \"mois\", source = … } ou { texte = \"…\", source = … }", key),
                    "« %s » ne dit rien : ni chiffre, ni texte", key);
}

static Attribute *take_plain(const Taking *taking, int index, const Grounds *inherited) {
    static const char *const keys[] = {"min", "max", "unite", "texte", "source", "infere", "prime_sur", NULL};
    Reading reading;
    lua_settop(taking->L, index);
    if (!reading_open_within(&reading, taking->spot, taking->key, keys, 1)) return NULL;
    Attribute *attribute = attribute_new(taking->L, ATTRIBUTE_PLAIN, taking->line);
    attribute->unit = reading_text(&reading, "unite", false);
    attribute->text = reading_text(&reading, "texte", false);
    attribute->grounds = reading_grounds(&reading);
    read_figures(&reading, taking->key, attribute);
    inherit(taking, attribute, inherited);
    return attribute;
}

static Attribute *take_unknown(const Taking *taking, const Answer *answer, const Grounds *inherited, const char *reason) {
    lua_State *L = taking->L;
    if (answer->kind != ANSWER_UNKNOWN) {
        spot_report(taking->spot, "AZ203", "inconnu { motif = \"…\", source = … }", "« %s » n’attend pas une réponse", taking->key);
        return NULL;
    }
    Attribute *attribute = attribute_new(L, ATTRIBUTE_UNKNOWN, taking->line);
    attribute->reason = answer->reason ? answer->reason : reason;
    attribute->grounds = answer->grounds;
    if (!attribute->reason) spot_report(taking->spot, "AZ202", "inconnu { motif = \"…\", source = … }", "« inconnu » sans motif");
    inherit(taking, attribute, inherited);
    return attribute;
}

static Node *take_condition(const Taking *taking, const Choosing *choosing, size_t i) {
    Node *condition = choosing_condition(taking->L, choosing, i);
    const Grounds *branch = &choosing->grounds[i];
    nodes_settle_grounds(taking->L, condition, grounds_given(branch) ? branch : NULL);
    return condition;
}

static Attribute *take_choosing(const Taking *taking, int index, const Object *object, const Grounds *inherited) {
    lua_State *L = taking->L;
    Choosing *choosing = object->content;
    bool select = object->class == OBJECT_CHOOSING;
    Attribute *attribute = attribute_new(L, select ? ATTRIBUTE_SELECT : ATTRIBUTE_DIVERGENCE, object->line);
    attribute->reason = choosing->reason;
    attribute->grounds = choosing->own;
    attribute->parts = script_array(L, choosing->count + 1, sizeof(void *));
    if (select) attribute->conditions = script_array(L, choosing->count + 1, sizeof(void *));
    for (size_t i = 0; i < choosing->count; i++) {
        const Grounds *from = grounds_given(&choosing->grounds[i]) ? &choosing->grounds[i] : inherited;
        if (!select && grounds_given(&choosing->own)) from = &choosing->own;
        if (select && choosing->conditions[i]) attribute->conditions[i] = take_condition(taking, choosing, i);
        Taking part = {.L = L, .key = taking->key, .line = choosing->lines[i], .calendar = taking->calendar};
        part.spot = choosing_spot(L, choosing, i);
        choosing_result(L, index, i);
        attribute->parts[i] = take_attribute(&part, lua_gettop(L), from, choosing->reasons[i]);
        lua_pop(L, 1);
        if (!attribute->parts[i]) return NULL;
    }
    choosing->used = true;
    attribute->part_count = choosing->count;
    if (!select && !attribute->reason)
        spot_report(spot_object(L, object), "AZ202", "ajouter motif = \"…\" : ce sur quoi les sources divergent",
                    "« divergence » sans motif");
    return attribute;
}

static void report_attribute(const Taking *taking, int index) {
    lua_State *L = taking->L;
    const char *advice =
        taking->calendar
            ? "permanent { … }, au_fil_de_l_eau { … }, chaque_annee { … }, periode { … }, dates_variables { … } ou en_projet { … }"
            : say(L, "%s = { 9, unite = \"mois\", source = … }", taking->key);
    spot_report(taking->spot, "AZ203", advice, "« %s » ne peut pas être %s", taking->key, value_described(L, index));
}

static Attribute *take_calendar(const Taking *taking, const Object *object, const Grounds *inherited) {
    Attribute *calendar = script_new(taking->L, sizeof *calendar);
    *calendar = *(const Attribute *)object->content;
    inherit(taking, calendar, inherited);
    return calendar;
}

static Attribute *take_attribute(const Taking *taking, int index, const Grounds *inherited, const char *reason) {
    lua_State *L = taking->L;
    const Object *object = object_hand(L, index);
    if (!object && lua_type(L, index) == LUA_TTABLE && !taking->calendar) return take_plain(taking, index, inherited);
    switch (object ? object->class : OBJECT_HANDLE) {
    case OBJECT_BROKEN: return NULL;
    case OBJECT_CHOOSING:
    case OBJECT_DIVERGENCE: return take_choosing(taking, index, object, inherited);
    case OBJECT_ANSWER: return take_unknown(taking, object->content, inherited, reason);
    case OBJECT_CALENDAR:
        if (taking->calendar) return take_calendar(taking, object, inherited);
        break;
    default: break;
    }
    report_attribute(taking, index);
    return NULL;
}

static Attribute *read_attribute(const Reading *reading, const char *key, bool calendar) {
    lua_State *L = reading->L;
    Attribute *attribute = NULL;
    Taking taking = {.L = L, .key = key, .line = reading->line, .spot = spot_value(reading, key), .calendar = calendar};
    if (reading_get(reading, key) != LUA_TNIL) {
        const Object *object = object_get(L, -1);
        if (object && object->line) taking.line = object->line;
        attribute = take_attribute(&taking, lua_gettop(L), NULL, NULL);
    }
    lua_pop(L, 1);
    return attribute;
}

Attribute *attribute_read(const Reading *reading, const char *key) {
    return read_attribute(reading, key, false);
}

Attribute *calendar_read(const Reading *reading, const char *key) {
    return read_attribute(reading, key, true);
}

static const char *const modality_names[] = {"suivi_individuel", "seminaires_collectifs", "experts",
                                             "gratuit",          "financement",           NULL};

static bool read_presence(const Reading *reading, Modality *modality, const char **reason) {
    lua_State *L = reading->L;
    reading_item(reading, 1);
    const Object *object = object_hand(L, -1);
    const Answer *answer = object && object->class == OBJECT_ANSWER ? object->content : NULL;
    bool fine = answer && answer->kind <= ANSWER_UNKNOWN;
    if (fine) {
        static const Truth truths[] = {[ANSWER_OUI] = TRUTH_TRUE, [ANSWER_NON] = TRUTH_FALSE, [ANSWER_UNKNOWN] = TRUTH_UNKNOWN};
        modality->present = truths[answer->kind];
        *reason = answer->reason;
    } else
        spot_report(spot_item(reading, 1), "AZ203", say(L, "%s = { oui, source = … }", modality->name),
                    "la modalité « %s » commence par oui, non ou inconnu, pas par %s", modality->name, value_described(L, -1));
    lua_pop(L, 1);
    return fine;
}

static bool read_modality(const Reading *all, const char *name, Modality *modality) {
    static const char *const keys[] = {"texte", "motif", "desaccord", "source", "infere", "prime_sur", NULL};
    Reading reading;
    *modality = (Modality){.name = name};
    if (!reading_open_within(&reading, spot_value(all, name), name, keys, 1)) return false;
    const char *reason = NULL;
    bool fine = read_presence(&reading, modality, &reason);
    const char *motive = reading_text(&reading, "motif", false);
    modality->text = reading_text(&reading, "texte", false);
    if (!modality->text) modality->text = motive ? motive : reason;
    modality->disagreement = reading_flag(&reading, "desaccord");
    modality->grounds = reading_grounds(&reading);
    grounds_require(&modality->grounds, say(all->L, "« %s »", name), spot_key(all, name));
    return fine;
}

void modalities_read(const Reading *reading, Programme *programme) {
    lua_State *L = reading->L;
    Reading all;
    if (reading_get(reading, "modalites") != LUA_TNIL &&
        reading_open_within(&all, spot_value(reading, "modalites"), "modalites", modality_names, 0)) {
        programme->modalities = script_array(L, 5, sizeof *programme->modalities);
        for (int i = 0; modality_names[i]; i++) {
            if (reading_get(&all, modality_names[i]) != LUA_TNIL &&
                read_modality(&all, modality_names[i], &programme->modalities[programme->modality_count]))
                programme->modality_count++;
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}
