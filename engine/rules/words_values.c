/* Constants and values that tests compare with: durations, territories, ranges of codes, oui, non, inconnu, accepte, refuse. */
#include "rules/comparison.h"
#include "rules/words.h"

#include <string.h>

#define YEARS_MAX 400 /* dates run from 1800 to 2199 */

static int push_duration(lua_State *L, const char *word, int months, int days, lua_Integer limit) {
    if (lua_type(L, 1) == LUA_TNUMBER && !lua_isinteger(L, 1)) {
        spot_report(spot_argument(L, word, 1), "AZ207", "compter en mois(…) ou en jours(…)",
                    "« %s » attend un nombre entier, pas %s", word, shown(L, 1));
        return object_push_broken(L);
    }
    lua_Integer count = lua_isinteger(L, 1) ? lua_tointeger(L, 1) : -1;
    if (lua_type(L, 1) != LUA_TNUMBER || lua_gettop(L) != 1 || count < 0 || count > limit) {
        object_hand(L, 1);
        spot_report(spot_argument(L, word, 1), "AZ207", say(L, "%s(3)", word),
                    "« %s » attend un nombre entier entre 0 et %d, pas %s", word, (int)limit,
                    lua_type(L, 1) == LUA_TNUMBER ? shown(L, 1) : value_described(L, 1));
        return object_push_broken(L);
    }
    Duration *duration = script_new(L, sizeof *duration);
    *duration = (Duration){.months = (int)count * months, .days = (int)count * days};
    object_push(L, OBJECT_DURATION, word, script_line(L), duration);
    return 1;
}

int word_ans(lua_State *L) {
    return push_duration(L, "ans", 12, 0, YEARS_MAX);
}

int word_mois(lua_State *L) {
    return push_duration(L, "mois", 1, 0, (lua_Integer)YEARS_MAX * 12);
}

int word_jours(lua_State *L) {
    return push_duration(L, "jours", 0, 1, (lua_Integer)YEARS_MAX * 365);
}

/* The choices of `siege` begin with the departements, in the same order. */
static void add_choice(Places *places, size_t choice) {
    if (bits_has(places->accepted, choice)) return;
    bits_put(places->accepted, choice);
    places->choices[places->count++] = (int)choice;
}

static void add_region(Places *places, const Territory *territory, const Region *region) {
    for (size_t i = 0; i < territory->departement_count; i++)
        if (bits_has(region->departements, i)) add_choice(places, i);
}

static Places *places_new(lua_State *L, size_t names) {
    const Territory *territory = &load_vocabulary(L)->territory;
    Places *places = script_new(L, sizeof *places);
    places->choices = script_array(L, territory->seat_count + 1, sizeof *places->choices);
    places->accepted = script_array(L, territory->seat_words + 1, sizeof *places->accepted);
    places->names = script_array(L, names + 1, sizeof *places->names);
    return places;
}

static bool place_listed(const Places *places, const TerritoryName *name) {
    for (size_t i = 0; i < places->name_count; i++)
        if (places->names[i].level == name->level && strcmp(places->names[i].code, name->code) == 0) return true;
    return false;
}

static void add_choices(Places *places, const Territory *territory, PlaceLevel level, size_t number) {
    if (level == PLACE_REGION) add_region(places, territory, &territory->regions[number]);
    else if (level == PLACE_DEPARTEMENT) add_choice(places, number);
    else
        for (size_t i = 0; i < territory->listed[number].count; i++) add_choice(places, territory->listed[number].choice + i);
}

/* « Bretagne » among departements: the level where the name stands, or NULL. */
static const char *advise_level(lua_State *L, const Territory *territory, PlaceLevel level, const char *text) {
    TerritoryName name;
    if (level != PLACE_REGION && place_named(territory, PLACE_REGION, text, &name) >= 0)
        return say(L, "c’est une région\u00A0: regions { \"%s\" }", name.name);
    if (level != PLACE_DEPARTEMENT && place_named(territory, PLACE_DEPARTEMENT, text, &name) >= 0)
        return say(L, "c’est un département\u00A0: departements { \"%s\" }", name.name);
    return NULL;
}

/* Adds one named place; answers false when it is reported. */
static bool add_place(Spot spot, Places *places, PlaceLevel level, const char *text) {
    lua_State *L = spot.L;
    const Territory *territory = &load_vocabulary(L)->territory;
    TerritoryName name;
    int number = place_named(territory, level, text, &name);
    if (number < 0) {
        UnknownPlace report = place_unknown(L, level, text);
        const char *elsewhere = advise_level(L, territory, level, text);
        spot_report(spot, "AZ211", elsewhere ? elsewhere : report.advice, "%s", report.message);
        return false;
    }
    if (place_listed(places, &name)) {
        spot_report(spot, "AZ210", "l’écrire une seule fois", "« %s » figure deux fois dans la liste", name.name);
        return false;
    }
    places->names[places->name_count++] = name;
    add_choices(places, territory, level, (size_t)number);
    return true;
}

static bool add_written_place(lua_State *L, const Reading *reading, Places *places, PlaceLevel level, size_t position) {
    if (reading_item(reading, position) != LUA_TSTRING) {
        spot_report(spot_item(reading, position), "AZ203", say(L, "%s { \"…\", \"…\" }", reading->word),
                    "« %s » attend des noms ou des codes entre guillemets, pas %s", reading->word, value_described(L, -1));
        lua_pop(L, 1);
        return false;
    }
    const char *text = script_text(L, -1, NULL);
    lua_pop(L, 1);
    if (strcmp(text, "…") == 0 || strcmp(text, "...") == 0) {
        places->open_list = true;
        return true;
    }
    return add_place(spot_item(reading, position), places, level, text);
}

static int push_places(lua_State *L, const char *word, PlaceLevel level) {
    static const char *const keys[] = {NULL};
    Reading reading;
    if (!reading_open(&reading, L, 1, word, script_line(L), keys, READING_ANY)) return object_push_broken(L);
    Places *places = places_new(L, reading.length);
    bool fine = true;
    for (size_t i = 0; i < reading.length; i++)
        if (!add_written_place(L, &reading, places, level, i + 1)) fine = false;
    if (fine && places->count == 0) {
        spot_report(spot_table(&reading), "AZ210", "nommer au moins un territoire", "la liste de « %s » est vide", word);
        fine = false;
    }
    if (!fine) return object_push_broken(L);
    object_push(L, OBJECT_PLACES, word, reading.line, places);
    return 1;
}

int word_regions(lua_State *L) {
    return push_places(L, "regions", PLACE_REGION);
}

int word_departements(lua_State *L) {
    return push_places(L, "departements", PLACE_DEPARTEMENT);
}

int word_epci(lua_State *L) {
    return push_places(L, "epci", PLACE_EPCI);
}

int word_communes(lua_State *L) {
    return push_places(L, "communes", PLACE_COMMUNE);
}

int word_plage(lua_State *L) {
    if (lua_type(L, 1) != LUA_TSTRING || lua_type(L, 2) != LUA_TSTRING || lua_gettop(L) != 2) {
        spot_report(spot_call(L, "plage"), "AZ203", "plage(\"10\", \"33\")", "« plage » attend deux codes entre guillemets");
        return object_push_broken(L);
    }
    Range *range = script_new(L, sizeof *range);
    *range = (Range){.first = script_text(L, 1, NULL), .last = script_text(L, 2, NULL)};
    if (strcmp(range->first, range->last) > 0) {
        spot_report(spot_call(L, "plage"), "AZ209", say(L, "plage(\"%s\", \"%s\")", range->last, range->first),
                    "la plage va de « %s » à « %s » : le premier code est après le dernier", range->first, range->last);
        return object_push_broken(L);
    }
    object_push(L, OBJECT_RANGE, "plage", script_line(L), range);
    return 1;
}

/* The metropolitan departements, made once for the whole load. */
static Places *metropole_of(lua_State *L) {
    Load *load = load_of(L);
    if (load->metropole) return load->metropole;
    const Territory *territory = &load->rulebook->vocabulary.territory;
    Places *places = places_new(L, 0);
    places->metropole = true;
    for (size_t i = 0; i < territory->departement_count; i++)
        if (territory->departements[i].metropolitan) add_choice(places, i);
    load->metropole = places;
    return places;
}

static void define(lua_State *L, ObjectClass class, const char *name, void *content) {
    object_push_constant(L, class, name, content);
    script_define(L, name);
}

void constants_open(lua_State *L) {
    static const char *const names[] = {
        [ANSWER_OUI] = "oui",        [ANSWER_NON] = "non",       [ANSWER_UNKNOWN] = "inconnu",
        [ANSWER_ACCEPT] = "accepte", [ANSWER_REFUSE] = "refuse",
    };
    for (AnswerKind kind = ANSWER_OUI; kind <= ANSWER_REFUSE; kind++) {
        Answer *answer = script_new(L, sizeof *answer);
        answer->kind = kind;
        define(L, OBJECT_ANSWER, names[kind], answer);
    }
    define(L, OBJECT_PLACES, "metropole", metropole_of(L));
}

static const char *const answer_words[] = {"oui", "non", "inconnu", "accepte", "refuse"};

int answer_call(lua_State *L, const Answer *answer) {
    static const char *const keys[] = {"motif", "source", "infere", "prime_sur", NULL};
    lua_remove(L, 1);
    int line = script_line(L);
    if (answer->kind == ANSWER_NON) return group_not(L, line);
    if (answer->kind == ANSWER_OUI) {
        object_hand(L, 1);
        spot_report(spot_call(L, "oui"), "AZ213", "vaut = oui", "« oui » est une valeur : rien ne la suit");
        return object_push_broken(L);
    }
    const char *word = answer_words[answer->kind];
    Reading reading;
    if (!reading_open(&reading, L, 1, word, line, keys, 0)) return object_push_broken(L);
    Answer *said = script_new(L, sizeof *said);
    *said = (Answer){.kind = answer->kind, .reason = reading_text(&reading, "motif", answer->kind == ANSWER_UNKNOWN)};
    said->grounds = reading_grounds(&reading);
    object_push(L, OBJECT_ANSWER, word, line, said);
    return 1;
}
