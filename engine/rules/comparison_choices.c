/* Tests against the choices of a fact: one value, a list, territories, a range of codes. What is listed is kept in the author's
 * order, and as the bits of everything at or below it. */
#include "rules/comparison.h"

#include <string.h>

#define CHOICES_SHOWN 10

typedef struct Listing {
    lua_State *L;
    Spot spot; /* of the value being read */
    const char *key;
    const Fact *fact;
    Test *test;
    PlaceLevel level;
    size_t places_capacity;
    bool fine;
} Listing;

void report_choice(lua_State *L, const Fact *fact, const char *name, Spot spot) {
    const char *nearest = fact_nearest_choice(fact, name);
    const char *advice = advise(L, nearest);
    for (size_t i = 0; !nearest && i < fact->choice_count && i < CHOICES_SHOWN; i++)
        advice = say(L, i ? "%s, %s" : "%sl’une de : %s", advice ? advice : "", fact->choices[i].name);
    if (!nearest && fact->choice_count > CHOICES_SHOWN)
        advice = say(L, "%s… (azimut facts %s les liste toutes)", advice, fact->name);
    spot_report(spot, "AZ205", advice, "la valeur « %s » n’existe pas pour « %s »", name, fact->name);
}

static void refuse(Listing *listing, const char *code, const char *advice, const char *message) {
    spot_report(listing->spot, code, advice, "%s", message);
    listing->fine = false;
}

static void add_choice(Listing *listing, int choice) {
    lua_State *L = listing->L;
    const Fact *fact = listing->fact;
    Test *test = listing->test;
    const Choice *added = &fact->choices[choice];
    for (size_t i = 0; i < test->choice_count; i++) {
        script_charge(L, 1);
        int other = test->choices[i];
        const char *name = fact->choices[other].name;
        const char *once = "l’écrire une seule fois";
        if (other == choice) {
            refuse(listing, "AZ210", once, say(L, "« %s » figure deux fois dans « %s »", name, listing->key));
            return;
        }
        bool inside = bits_has(fact->choices[other].below, (size_t)choice);
        bool around = bits_has(added->below, (size_t)other);
        if (inside || around) {
            const char *parent = inside ? name : added->name;
            const char *child = inside ? added->name : name;
            refuse(listing, "AZ210", say(L, "garder « %s » ou « %s », pas les deux", parent, child),
                   say(L, "« %s » comprend déjà « %s »", parent, child));
            return;
        }
    }
    test->choices[test->choice_count++] = choice;
    if (fact->shape == SHAPE_SET) bits_put(test->accepted, (size_t)choice); /* its children bring it in by themselves */
    else
        for (size_t i = 0; i < fact->words; i++) test->accepted[i] |= added->below[i];
}

/* Room for `more` choices beside those already there. */
static void reserve_choices(Listing *listing, size_t more) {
    lua_State *L = listing->L;
    Test *test = listing->test;
    int *choices = script_array(L, test->choice_count + more + 1, sizeof *choices);
    if (test->choice_count) memcpy(choices, test->choices, test->choice_count * sizeof *choices);
    test->choices = choices;
    if (!test->accepted) test->accepted = script_array(L, listing->fact->words + 1, sizeof *test->accepted);
}

int place_named(const Territory *territory, PlaceLevel level, const char *text, TerritoryName *name) {
    size_t length = strlen(text);
    if (level == PLACE_REGION) {
        int number = territory_region(territory, text, length, true);
        const Region *found = number >= 0 ? &territory->regions[number] : NULL;
        if (found) *name = (TerritoryName){level, found->code, found->name, found->in};
        return number;
    }
    if (level == PLACE_DEPARTEMENT) {
        int number = territory_departement(territory, text, length, true);
        const Departement *found = number >= 0 ? &territory->departements[number] : NULL;
        if (found) *name = (TerritoryName){level, found->code, found->name, found->in};
        return number;
    }
    int number = territory_listed(territory, level, text, length, true);
    const ListedPlace *found = number >= 0 ? &territory->listed[number] : NULL;
    if (found) *name = (TerritoryName){level, found->code, found->name, found->in};
    return number;
}

/* The line of territoires.txt that would make the place known, by one that is there, and where to find what it holds. */
static const char *line_to_add(lua_State *L, PlaceLevel level, const char *text) {
    bool epci = level == PLACE_EPCI;
    return say(L,
               "ajouter à facts/territoires.txt une ligne comme « %s » (⇥ : une tabulation) ; pour « %s », chercher dans "
               "facts/territoires/%s",
               epci ? "E⇥200046977⇥Métropole de Lyon⇥dans la Métropole de Lyon⇥69" : "C⇥69123⇥Lyon⇥à Lyon⇥200046977", text,
               epci ? "epci.tsv son SIREN et ses départements" : "communes.tsv son code et le SIREN de son intercommunalité");
}

/* « 1 » for « 01 », « 20 » for Corsica; else where the names are. */
static const char *advise_place(lua_State *L, PlaceLevel level, const char *text) {
    bool departement = level == PLACE_DEPARTEMENT;
    if (departement && strlen(text) == 1 && text[0] >= '1' && text[0] <= '9') return say(L, "écrire « 0%s »", text);
    if (departement && strcmp(text, "20") == 0) return "écrire « 2A » et « 2B »";
    return "écrire le nom entier ou le code, comme dans facts/territoires.txt";
}

UnknownPlace place_unknown(lua_State *L, PlaceLevel level, const char *text) {
    const Territory *territory = &load_vocabulary(L)->territory;
    const char *now = level == PLACE_REGION ? territory_former(territory, text) : NULL;
    const char *near = now ? now : territory_nearest(territory, level, text);
    UnknownPlace report = {.advice = advise(L, near)};
    if (!near && (level == PLACE_REGION || level == PLACE_DEPARTEMENT)) report.advice = advise_place(L, level, text);
    if (now) report.message = say(L, "« %s » est une ancienne région, aujourd’hui « %s »", text, now);
    else if (level == PLACE_REGION) report.message = say(L, "région inconnue « %s »", text);
    else if (level == PLACE_DEPARTEMENT) report.message = say(L, "département inconnu « %s »", text);
    else {
        report.message = say(L,
                             level == PLACE_EPCI ? "l’intercommunalité « %s » n’est pas dans facts/territoires.txt"
                                                 : "la commune « %s » n’est pas dans facts/territoires.txt",
                             text);
        report.advice = near ? say(L, "%s ; ou %s", report.advice, line_to_add(L, level, text)) : line_to_add(L, level, text);
    }
    return report;
}

static bool over_territory(const Fact *fact, const Vocabulary *vocabulary) {
    return fact->type == FACT_PLACE || (fact->type == FACT_SET && territory_is_of(vocabulary, fact));
}

static void add_places(Listing *listing, const Places *places) {
    lua_State *L = listing->L;
    Test *test = listing->test;
    if (!over_territory(listing->fact, load_vocabulary(L))) {
        refuse(listing, "AZ208", "critere { \"siege\", parmi = regions { … }, … }",
               say(L, "« %s » ne se compare pas à des territoires", listing->fact->name));
        return;
    }
    reserve_choices(listing, places->count);
    for (size_t i = 0; i < places->count; i++) {
        size_t choice = (size_t)places->choices[i];
        if (choice >= listing->fact->choice_count) {
            refuse(listing, "AZ211", "departements { … } ou regions { … }",
                   say(L, "« %s » se dit par départements", listing->fact->name));
            return;
        }
        if (bits_has(test->accepted, choice)) continue;
        for (size_t w = 0; w < listing->fact->words; w++) test->accepted[w] |= listing->fact->choices[choice].below[w];
        test->choices[test->choice_count++] = places->choices[i];
    }
    TerritoryName *names = script_array(L, test->place_count + places->name_count + 1, sizeof *names);
    if (test->place_count) memcpy(names, test->places, test->place_count * sizeof *names);
    if (places->name_count) memcpy(names + test->place_count, places->names, places->name_count * sizeof *names);
    test->places = names;
    test->place_count += places->name_count;
    test->metropole = test->metropole || places->metropole;
    test->open_list = test->open_list || places->open_list;
}

static void add_range(Listing *listing, const Range *range) {
    const Fact *fact = listing->fact;
    reserve_choices(listing, fact->choice_count);
    size_t before = listing->test->choice_count, last = strlen(range->last);
    for (size_t i = 0; i < fact->choice_count; i++) {
        const Choice *choice = &fact->choices[i];
        bool inside = strcmp(choice->name, range->first) >= 0 && strncmp(choice->name, range->last, last) <= 0;
        if (inside && !bits_has(listing->test->accepted, i)) add_choice(listing, (int)i);
    }
    if (listing->test->choice_count == before)
        refuse(listing, "AZ205", NULL,
               say(listing->L, "aucune valeur de « %s » n’est entre « %s » et « %s »", fact->name, range->first, range->last));
}

/* A view of territory says its level itself: { "region", vaut = "76" }. */
static void add_viewed_place(Listing *listing, const char *text) {
    lua_State *L = listing->L;
    const Territory *territory = &load_vocabulary(L)->territory;
    TerritoryName name;
    int number = place_named(territory, listing->level, text, &name);
    if (number < 0) {
        UnknownPlace report = place_unknown(L, listing->level, text);
        refuse(listing, "AZ211", report.advice, report.message);
        return;
    }
    Places places = {.names = &name, .name_count = 1};
    places.choices = script_array(L, territory->seat_count + 1, sizeof *places.choices);
    bool region = listing->level == PLACE_REGION, departement = listing->level == PLACE_DEPARTEMENT;
    const ListedPlace *listed = region || departement ? NULL : &territory->listed[number];
    for (size_t i = 0; i < territory->seat_count; i++) {
        bool named = region        ? i < territory->departement_count && bits_has(territory->regions[number].departements, i)
                     : departement ? i == (size_t)number
                                   : i >= listed->choice && i < listed->choice + listed->count;
        if (named) places.choices[places.count++] = (int)i;
    }
    add_places(listing, &places);
}

static void refuse_bare_place(Listing *listing, const char *text) {
    lua_State *L = listing->L;
    const Territory *territory = &load_vocabulary(L)->territory;
    size_t length = strlen(text);
    bool region = territory_region(territory, text, length, true) >= 0;
    bool departement = territory_departement(territory, text, length, true) >= 0;
    const char *advice = say(L, "dire le niveau : %s { \"%s\" }", departement && !region ? "departements" : "regions", text);
    if (region && departement) {
        advice = say(L, "dire le niveau : regions { \"%s\" } ou departements { \"%s\" }", text, text);
        refuse(listing, "AZ211", advice, say(L, "« %s » est à la fois une région et un département", text));
        return;
    }
    refuse(listing, "AZ211", advice, say(L, "le niveau du territoire « %s » n’est pas dit", text));
}

static void add_text(Listing *listing, bool last) {
    lua_State *L = listing->L;
    const char *text = script_text(L, -1, NULL);
    if (last && (strcmp(text, "…") == 0 || strcmp(text, "...") == 0)) {
        listing->test->open_list = true;
        return;
    }
    if (listing->level != PLACE_NONE) {
        add_viewed_place(listing, text);
        return;
    }
    if (over_territory(listing->fact, load_vocabulary(L))) {
        refuse_bare_place(listing, text);
        return;
    }
    int choice = fact_choice(listing->fact, text, strlen(text));
    if (choice >= 0) {
        reserve_choices(listing, 1);
        add_choice(listing, choice);
        return;
    }
    report_choice(L, listing->fact, text, listing->spot);
    listing->fine = false;
}

static void add_answer(Listing *listing, const Answer *answer) {
    if (answer->kind > ANSWER_NON) {
        refuse(listing, "AZ203", "ne rien tester : un fait inconnu laisse déjà la condition inconnue",
               say(listing->L, "« %s » attend une valeur, pas une réponse", listing->key));
        return;
    }
    if (listing->fact->type != FACT_BOOLEAN) {
        refuse(listing, "AZ208", NULL, say(listing->L, "« %s » n’est pas un fait à oui ou non", listing->fact->name));
        return;
    }
    reserve_choices(listing, 1);
    add_choice(listing, answer->kind == ANSWER_OUI ? CHOICE_OUI : CHOICE_NON);
}

static void report_value_type(Listing *listing) {
    lua_State *L = listing->L;
    const char *advice = listing->fact->type == FACT_BOOLEAN
                             ? say(L, "%s = oui, ou %s = non (sans guillemets)", listing->key, listing->key)
                             : say(L, "%s = \"…\"", listing->key);
    refuse(listing, "AZ203", advice,
           say(L, "« %s » sur « %s » ne peut pas être %s", listing->key, listing->fact->name, value_described(L, -1)));
}

/* The value on the top of the stack, which is no table. */
static void add_value(Listing *listing, bool last) {
    lua_State *L = listing->L;
    const Object *object = object_hand(L, -1);
    ObjectClass class = object ? object->class : OBJECT_HANDLE;
    if (class == OBJECT_BROKEN) listing->fine = false;
    else if (class == OBJECT_PLACES) add_places(listing, object->content);
    else if (class == OBJECT_RANGE) add_range(listing, object->content);
    else if (class == OBJECT_ANSWER) add_answer(listing, object->content);
    else if (lua_type(L, -1) == LUA_TSTRING && listing->fact->type != FACT_BOOLEAN) add_text(listing, last);
    else report_value_type(listing);
}

static void add_list(Listing *listing) {
    lua_State *L = listing->L;
    static const char *const none[] = {NULL};
    Reading list;
    Spot whole = listing->spot;
    reading_open_within(&list, whole, listing->key, none, READING_ANY);
    for (size_t i = 0; i < list.length; i++) {
        reading_item(&list, i + 1);
        listing->spot = spot_item(&list, i + 1);
        add_value(listing, i + 1 == list.length);
        lua_pop(L, 1);
    }
    listing->spot = whole;
    if (listing->fine && listing->test->choice_count == 0)
        refuse(listing, "AZ210", "y mettre au moins une valeur", say(L, "la liste de « %s » est vide", listing->key));
}

bool choices_read(const Reading *reading, const char *key, Test *test, PlaceLevel level, bool single) {
    lua_State *L = reading->L;
    Fact *fact = script_new(L, sizeof *fact);
    *fact = load_vocabulary(L)->facts[test->fact];
    Listing listing = {
        .L = L, .spot = spot_value(reading, key), .key = key, .fact = fact, .test = test, .level = level, .fine = true};
    reserve_choices(&listing, 0);
    bool list = reading_get(reading, key) == LUA_TTABLE;
    if (list && single)
        refuse(&listing, "AZ203", say(L, "%s = { … }", fact->shape == SHAPE_SET ? "contient_un_de" : "parmi"),
               say(L, "« %s » attend une seule valeur, pas une liste", key));
    else if (list) add_list(&listing);
    else add_value(&listing, false);
    lua_pop(L, 1);
    return listing.fine;
}
