/* Which operators a fact takes follows from its type; each refusal says the one to use instead. Numbers, dates and ages share
 * their four bounds and differ only in how an end is read. */
#include "rules/comparison.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

typedef struct BoundKey {
    const char *key;
    bool low, strict;
} BoundKey;

static const BoundKey bound_keys[] = {
    {"plus_de", true, true},
    {"au_moins", true, false},
    {"moins_de", false, true},
    {"au_plus", false, false},
};
#define BOUND_KEYS (sizeof bound_keys / sizeof *bound_keys)

static const char *const choice_keys[] = {"vaut", "parmi", "hors", NULL};
static const char *const set_keys[] = {"contient", "contient_un_de", NULL};

static const char *const type_names[] = {
    [FACT_TEXT] = "un texte",
    [FACT_CODE] = "un code",
    [FACT_BOOLEAN] = "un fait à oui ou non",
    [FACT_INTEGER] = "un nombre entier",
    [FACT_NUMBER] = "un nombre",
    [FACT_EUROS] = "un montant en euros",
    [FACT_DATE] = "une date",
    [FACT_ENUM] = "une valeur dans une liste",
    [FACT_SET] = "un ensemble de valeurs",
    [FACT_PLACE] = "un territoire",
};

static const char *const type_advice[] = {
    [FACT_TEXT] = "ce fait n’est pas testable ; écrire a_confirmer { … } si le document le demande",
    [FACT_CODE] = "ce fait n’est pas testable ; tester le fait qui s’en déduit (forme_juridique, …)",
    [FACT_BOOLEAN] = "vaut = oui, vaut = non, ou le fait seul",
    [FACT_INTEGER] = "au_moins, plus_de, au_plus, moins_de ou vaut",
    [FACT_NUMBER] = "au_moins, plus_de, au_plus, moins_de ou vaut",
    [FACT_EUROS] = "au_moins, plus_de, au_plus, moins_de ou vaut",
    [FACT_DATE] = "au_moins, plus_de, au_plus ou moins_de, ou depuis \"…\" pour une ancienneté",
    [FACT_ENUM] = "vaut, parmi ou hors",
    [FACT_SET] = "contient ou contient_un_de",
    [FACT_PLACE] = "parmi = regions { … }, departements { … }, epci { … } ou communes { … }",
};

static void report_unknown_fact(lua_State *L, const char *name, Spot spot) {
    bool sentence = strchr(name, ' ') != NULL; /* and not the name of a fact, misspelt */
    const char *nearest = sentence ? NULL : vocabulary_nearest(load_vocabulary(L), name);
    spot_report(spot, "AZ204",
                nearest ? advise(L, nearest)
                        : "azimut facts MOT les cherche ; ce qu’aucun fait ne dit s’écrit a_confirmer { \"…\", nom = \"…\" }",
                "fait inconnu « %s »", name);
}

int fact_named(lua_State *L, const char *name, Spot spot, PlaceLevel *level) {
    const Vocabulary *vocabulary = load_vocabulary(L);
    int number = vocabulary_find(vocabulary, name, strlen(name));
    if (number >= 0 && vocabulary->facts[number].hidden && number != vocabulary->siege) number = -1;
    if (number < 0) {
        report_unknown_fact(L, name, spot);
        return -1;
    }
    const Fact *fact = &vocabulary->facts[number];
    if (fact->type != FACT_PLACE || number == vocabulary->siege) return number;
    if (level) *level = fact->level;
    if ((fact->level == PLACE_REGION || fact->level == PLACE_DEPARTEMENT) && vocabulary->siege >= 0) return vocabulary->siege;
    spot_report(spot, "AZ211", "critere { \"siege\", parmi = departements { … }, … }",
                "« %s » n’est pas encore testable : la table des territoires s’arrête aux départements", name);
    return -1;
}

static void report_bound(Spot spot, const char *code, const char *advice, const char *message) {
    spot_report(spot, code, advice, "%s", message);
}

static const char *number_shown(lua_State *L, double value) {
    char text[NUMBER_TEXT_MAX];
    number_write(value, text);
    return say(L, "%s", text);
}

static bool within_bounds(const Reading *reading, const char *key, const Fact *fact, double value) {
    if (value >= fact->minimum && value <= fact->maximum) return true;
    lua_State *L = reading->L;
    bool low = value < fact->minimum;
    double bound = low ? fact->minimum : fact->maximum;
    char day[11];
    if (fact->type == FACT_DATE) day_write((Day)bound, day);
    report_bound(spot_value(reading, key), "AZ206", "corriger le seuil, ou les bornes du fait dans facts/vocabulaire.lua",
                 say(L, "le seuil de « %s » est %s des valeurs possibles de « %s » (%s : %s)", key,
                     low ? "au-dessous" : "au-dessus", fact->name, low ? "minimum" : "maximum",
                     fact->type == FACT_DATE ? day : number_shown(L, bound)));
    return false;
}

static bool read_date_end(const Reading *reading, const char *key, const Fact *fact, Bound *bound) {
    lua_State *L = reading->L;
    const Object *object = object_hand(L, -1);
    const char *age = say(L, "critere { depuis \"%s\", %s = ans(3), … } ; ou une date \"AAAA-MM-JJ\"", fact->name, key);
    Day day;
    if (object && object->class == OBJECT_BROKEN) return false;
    if (object && object->class == OBJECT_DURATION) {
        report_bound(spot_value(reading, key), "AZ207", age,
                     say(L, "« %s » est une date : elle ne se compare pas à une durée", fact->name));
        return false;
    }
    if (lua_type(L, -1) != LUA_TSTRING) {
        report_bound(spot_value(reading, key), "AZ207", age,
                     say(L, "« %s » est une date : « %s » ne peut pas être %s", fact->name, key, value_described(L, -1)));
        return false;
    }
    if (!day_exact(script_text(L, -1, NULL), &day)) {
        report_bound(spot_value(reading, key), "AZ223", "écrire la date entière, AAAA-MM-JJ, par exemple \"2026-11-21\"",
                     say(L, "« %s » : « %s » n’est pas une date", key, shown(L, -1)));
        return false;
    }
    bound->number = day;
    return within_bounds(reading, key, fact, day);
}

static bool read_number_end(const Reading *reading, const char *key, const Fact *fact, Bound *bound) {
    lua_State *L = reading->L;
    const Object *object = object_hand(L, -1);
    if (object && object->class == OBJECT_BROKEN) return false;
    if (lua_type(L, -1) != LUA_TNUMBER) {
        bool unit = object && object->class == OBJECT_DURATION;
        report_bound(
            spot_value(reading, key), unit ? "AZ207" : "AZ203",
            fact->type == FACT_EUROS ? say(L, "écrire les chiffres, sans unité ni espace : %s = 1500000", key)
                                     : say(L, "%s = 3", key),
            say(L, "« %s » est %s : « %s » ne peut pas être %s", fact->name, type_names[fact->type], key, value_described(L, -1)));
        return false;
    }
    bound->number = lua_tonumber(L, -1);
    if (!(fabs(bound->number) <= NUMBER_EXACT_MAX)) {
        report_bound(spot_value(reading, key), "AZ206", NULL, say(L, "le seuil de « %s » n’est pas un nombre exact", key));
        return false;
    }
    if (fact->type == FACT_INTEGER && bound->number != floor(bound->number)) {
        report_bound(spot_value(reading, key), "AZ207", "écrire un nombre entier",
                     say(L, "« %s » compte des unités entières : le seuil %s ne peut pas être atteint", fact->name,
                         number_shown(L, bound->number)));
        return false;
    }
    return within_bounds(reading, key, fact, bound->number);
}

static bool read_duration_end(const Reading *reading, const char *key, Bound *bound) {
    lua_State *L = reading->L;
    const Object *object = object_hand(L, -1);
    if (object && object->class == OBJECT_BROKEN) return false;
    if (object && object->class == OBJECT_DURATION) {
        bound->duration = *(const Duration *)object->content;
        return true;
    }
    const char *advice = say(L, "%s = ans(3), mois(9) ou jours(45)", key);
    if (lua_type(L, -1) == LUA_TNUMBER)
        advice = say(L, "dire l’unité : ans(%s), mois(%s) ou jours(%s)", shown(L, -1), shown(L, -1), shown(L, -1));
    report_bound(spot_value(reading, key), "AZ207", advice,
                 say(L, "une ancienneté se compare à une durée, pas à %s", value_described(L, -1)));
    return false;
}

/* Reads the end on the top of the stack. */
static bool read_end(const Reading *reading, const char *key, const Fact *fact, bool aged, Bound *bound) {
    if (aged) return read_duration_end(reading, key, bound);
    return fact->type == FACT_DATE ? read_date_end(reading, key, fact, bound) : read_number_end(reading, key, fact, bound);
}

static bool read_bound(const Reading *reading, const BoundKey *bound_key, const Fact *fact, bool aged, Test *test) {
    lua_State *L = reading->L;
    bool fine = true;
    if (reading_get(reading, bound_key->key) != LUA_TNIL) {
        Bound *bound = bound_key->low ? &test->low : &test->high;
        if (bound->present) {
            report_bound(spot_key(reading, bound_key->key), "AZ209",
                         bound_key->low ? "garder plus_de ou au_moins" : "garder moins_de ou au_plus",
                         bound_key->low ? "deux bornes basses dans un critère" : "deux bornes hautes dans un critère");
            fine = false;
        } else {
            bound->present = true;
            bound->strict = bound_key->strict;
            fine = read_end(reading, bound_key->key, fact, aged, bound);
        }
    }
    lua_pop(L, 1);
    return fine;
}

/* No value lies between the ends. Durations of different units are left alone: which is longer depends on the day. */
static bool crossed(const Test *test, bool whole) {
    const Bound *low = &test->low, *high = &test->high;
    double from = low->number, to = high->number;
    if (test->comparison == TEST_DURATION) {
        bool days = low->duration.days || high->duration.days, months = low->duration.months || high->duration.months;
        if (days && months) return false;
        from = low->duration.days + low->duration.months;
        to = high->duration.days + high->duration.months;
    }
    if (whole && low->strict) from += 1;
    if (whole && high->strict) to -= 1;
    return from > to || (!whole && from >= to && (low->strict || high->strict));
}

static bool read_tie(const Reading *reading, Test *test) {
    lua_State *L = reading->L;
    bool fine = true;
    if (reading_get(reading, "a_egalite") != LUA_TNIL) {
        const Object *object = object_hand(L, -1);
        const Answer *answer = object && object->class == OBJECT_ANSWER ? object->content : NULL;
        fine = answer && answer->kind == ANSWER_UNKNOWN;
        if (!fine)
            report_bound(spot_value(reading, "a_egalite"), "AZ203", "a_egalite = inconnu, ou changer d’opérateur",
                         "« a_egalite » n’a qu’une valeur possible : inconnu");
        test->low.tie_unknown = test->low.present;
        test->high.tie_unknown = test->high.present;
    }
    lua_pop(L, 1);
    return fine;
}

/* The low bound of a criterion that has both. */
static const char *low_key(const Reading *reading) {
    return reading_has(reading, "plus_de") ? "plus_de" : "au_moins";
}

static bool read_bounds(const Reading *reading, const Fact *fact, bool aged, Test *test) {
    lua_State *L = reading->L;
    bool fine = true;
    test->comparison = aged ? TEST_DURATION : TEST_BOUNDS;
    for (size_t i = 0; i < BOUND_KEYS; i++) fine = read_bound(reading, &bound_keys[i], fact, aged, test) && fine;
    if (reading_get(reading, "vaut") != LUA_TNIL) {
        if (test->low.present || test->high.present) {
            report_bound(spot_key(reading, "vaut"), "AZ209", "garder vaut, ou les bornes",
                         "« vaut » ne se combine pas avec une borne");
            fine = false;
        } else {
            test->low.present = true;
            fine = read_end(reading, "vaut", fact, aged, &test->low) && fine;
            test->high = test->low;
        }
    }
    lua_pop(L, 1);
    fine = read_tie(reading, test) && fine;
    if (fine && test->low.present && test->high.present &&
        crossed(test, !aged && fact->type != FACT_NUMBER && fact->type != FACT_EUROS)) {
        report_bound(spot_key(reading, low_key(reading)), "AZ209", "échanger les bornes ou corriger l’une d’elles",
                     "la borne basse est au-dessus de la borne haute : aucune valeur ne convient");
        fine = false;
    }
    return fine;
}

/* Is `key` an operator of this fact? */
static bool takes(const Fact *fact, bool aged, const char *key) {
    bool choice = strcmp(key, "vaut") == 0 || strcmp(key, "parmi") == 0 || strcmp(key, "hors") == 0;
    bool set = strncmp(key, "contient", 8) == 0;
    if (aged) return !choice && !set;
    switch (fact->type) {
    case FACT_TEXT:
    case FACT_CODE: return false;
    case FACT_BOOLEAN: return strcmp(key, "vaut") == 0;
    case FACT_ENUM:
    case FACT_PLACE: return choice;
    case FACT_SET: return set;
    case FACT_DATE: return !set && !choice;
    default: return !set && (!choice || strcmp(key, "vaut") == 0);
    }
}

/* Reports the operators that the fact does not take; counts the others. */
static bool check_operators(const Reading *reading, const Fact *fact, bool aged, size_t *count) {
    static const char *const keys[] = {OPERATOR_KEYS};
    bool fine = true;
    *count = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!reading_has(reading, keys[i])) continue;
        if (takes(fact, aged, keys[i])) {
            if (strcmp(keys[i], "a_egalite") != 0) (*count)++;
            continue;
        }
        const char *what = aged ? "une ancienneté" : type_names[fact->type];
        spot_report(spot_key(reading, keys[i]), "AZ208",
                    aged ? "au_moins, plus_de, au_plus ou moins_de, avec ans(3), mois(9) ou jours(45)" : type_advice[fact->type],
                    "« %s » ne s’emploie pas sur « %s », qui est %s", keys[i], fact->name, what);
        fine = false;
    }
    return fine;
}

static bool read_one_choice_key(const Reading *reading, const char *const *keys, Test *test, PlaceLevel level) {
    for (; *keys; keys++) {
        if (!reading_has(reading, *keys)) continue;
        test->negated = strcmp(*keys, "hors") == 0;
        test->any = strcmp(*keys, "contient_un_de") == 0;
        return choices_read(reading, *keys, test, level, strcmp(*keys, "vaut") == 0);
    }
    return false;
}

static bool boolean_alone(lua_State *L, Test *test) {
    test->comparison = TEST_CHOICES;
    test->choices = script_array(L, 1, sizeof *test->choices);
    test->choices[0] = CHOICE_OUI;
    test->choice_count = 1;
    test->accepted = script_array(L, 1, sizeof *test->accepted);
    bits_put(test->accepted, CHOICE_OUI);
    return true;
}

bool comparison_read(const Reading *reading, Test *test, bool aged, PlaceLevel level) {
    lua_State *L = reading->L;
    const Fact fact = load_vocabulary(L)->facts[test->fact];
    size_t count;
    if (!check_operators(reading, &fact, aged, &count)) return false;
    if (count == 0) {
        if (reading->strange) return false;
        if (fact.type == FACT_BOOLEAN) return boolean_alone(L, test);
        spot_report(spot_table(reading), "AZ202", aged ? "au_moins = ans(3), par exemple" : type_advice[fact.type],
                    "ce critère sur « %s » n’a pas d’opérateur", fact.name);
        return false;
    }
    if (aged || fact.shape == SHAPE_SPAN) return read_bounds(reading, &fact, aged, test);
    if (count > 1) {
        spot_report(spot_table(reading), "AZ209", "en faire deux critères dans tous { … }",
                    "un critère n’a qu’un opérateur sur « %s »", fact.name);
        return false;
    }
    test->comparison = fact.shape == SHAPE_SET ? TEST_CONTAINS : TEST_CHOICES;
    return read_one_choice_key(reading, fact.shape == SHAPE_SET ? set_keys : choice_keys, test, level);
}

static bool read_offset(const Reading *reading, Duration *after) {
    lua_State *L = reading->L;
    int type = reading_get(reading, "plus");
    const Object *object = object_hand(L, -1);
    bool fine = object && object->class == OBJECT_DURATION;
    if (fine) *after = *(const Duration *)object->content;
    else if (type != LUA_TNIL)
        spot_report(spot_value(reading, "plus"), "AZ207", "plus = jours(45)", "« plus » attend une durée, pas %s",
                    value_described(L, -1));
    lua_pop(L, 1);
    return fine || type == LUA_TNIL;
}

void deadline_read(const Reading *outer, int *fact, Duration *after) {
    lua_State *L = outer->L;
    static const char *const keys[] = {"plus", NULL};
    Reading reading;
    if (reading_get(outer, "echeance") != LUA_TNIL &&
        reading_open_within(&reading, spot_value(outer, "echeance"), "echeance", keys, 1)) {
        const char *name = reading_first_text(&reading, "le nom d’une date");
        int found = name ? fact_named(L, name, spot_item(&reading, 1), NULL) : -1;
        bool date = found >= 0 && load_vocabulary(L)->facts[found].type == FACT_DATE;
        if (found >= 0 && !date)
            spot_report(spot_item(&reading, 1), "AZ207", "echeance = { \"date_cessation_paiements\", plus = jours(45) }",
                        "une échéance part d’une date, ce que « %s » n’est pas", name);
        if (read_offset(&reading, after) && date) *fact = found;
    }
    lua_pop(L, 1);
}
