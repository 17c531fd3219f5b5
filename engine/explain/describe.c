/* What a test asks is told from its operator and thresholds, never from the quotation, so that a reader can compare the two: the
 * quotation is what the document says, this is what the engine did with it. */
#include "explain/describe.h"

#include "explain/blank.h"
#include "explain/figures.h"
#include "explain/report.h"
#include "explain/values.h"

#include <string.h>

#define EURO "€"

static bool is_seat(const Dossier *dossier, int fact) {
    return fact == dossier->rulebook->vocabulary.siege;
}

/* The level at which a test of the seat is to be told: that of its places, departements when they mix. */
static PlaceLevel level_of(const Test *test) {
    PlaceLevel level = test->place_count > 0 ? test->places[0].level : PLACE_DEPARTEMENT;
    for (size_t i = 0; i < test->place_count; i++) {
        if (test->places[i].level == PLACE_EPCI || test->places[i].level == PLACE_COMMUNE) return test->places[i].level;
        if (test->places[i].level != level) level = PLACE_DEPARTEMENT;
    }
    return level;
}

static bool by_region(const Test *test) {
    return level_of(test) == PLACE_REGION;
}

const char *describe_value(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    Arena *arena = dossier->arena;
    if (!dossier_informed(dossier, fact)) return NULL;
    if (known->type != FACT_DATE && blank_wanted(dossier, fact)) return blank_value(dossier, fact);
    const Value *value = dossier_value(dossier, fact);
    if (is_seat(dossier, fact))
        return value_seat(arena, &dossier->rulebook->vocabulary.territory, value->possible, PLACE_DEPARTEMENT);
    switch (value->shape) {
    case SHAPE_TEXT: return value->text;
    case SHAPE_SPAN: return value_span(arena, known, value->span);
    case SHAPE_SET: return value_set(arena, known, value);
    case SHAPE_CANDIDATES: break;
    }
    if (known->type != FACT_BOOLEAN) return value_candidates(arena, known, value->possible, "ou", 6);
    bool yes = bits_has(value->possible, CHOICE_OUI);
    const char *words = yes ? known->when_yes : known->when_no;
    return words ? words : phrase_of(arena, known->label, COLON, yes ? "oui" : "non", NULL);
}

static size_t keep_decisive(const Dossier *dossier, const Node *node, int *facts, size_t count, size_t capacity) {
    Truth truth = dossier_truth(dossier, node);
    if (node->kind != NODE_ALL && node->kind != NODE_ANY) return dossier_tested(node, facts, count, capacity);
    for (size_t i = 0; i < node->part_count; i++) {
        if (dossier_truth(dossier, node->parts[i]) != truth) continue;
        count = keep_decisive(dossier, node->parts[i], facts, count, capacity);
        bool enough = (node->kind == NODE_ANY) == (truth == TRUTH_TRUE);
        if (enough) break;
    }
    return count;
}

/* The facts behind a derived value: those that decide the branch that was taken, or all of them when none was. */
static size_t facts_that_decided(const Dossier *dossier, const Derivation *derivation, int *facts, size_t capacity) {
    for (size_t i = 0; derivation->kind == DERIVE_BRANCHES && i < derivation->branch_count; i++) {
        const Node *condition = derivation->branches[i].condition;
        Truth truth = condition ? dossier_truth(dossier, condition) : TRUTH_UNKNOWN;
        if (truth == TRUTH_TRUE) return keep_decisive(dossier, condition, facts, 0, capacity);
    }
    return dossier_read(derivation, facts, capacity);
}

size_t describe_event(const char *label) {
    static const char *const openings[] = {"date de ", "date d’", "date du "};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (strncmp(label, openings[i], strlen(openings[i])) == 0) return strlen(openings[i]);
    return 0;
}

/* A date with what happens then: « création le 12 mars 2018 », « impasse de trésorerie en mars 2027 ». */
static const char *event(const Dossier *dossier, int fact) {
    const char *label = dossier_fact(dossier, fact)->label;
    const size_t opening = describe_event(label);
    if (opening > 0 && blank_wanted(dossier, fact))
        return phrase_of(dossier->arena, label + opening, " ", blank_of(dossier, BLANK_WHEN, fact), NULL);
    const Span span = dossier_value(dossier, fact)->span;
    const char *when = figure_when(dossier->arena, span);
    if (opening > 0) return phrase_of(dossier->arena, label + opening, " ", when, NULL);
    return phrase_of(dossier->arena, label, COLON, span.low == span.high ? figure_date(dossier->arena, (Day)span.low) : when, NULL);
}

bool describe_nothing(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    if (known->type != FACT_EUROS || !known->plural || blank_wanted(dossier, fact)) return false;
    const Span span = dossier_value(dossier, fact)->span;
    return span.low == 0 && span.high == 0;
}

int describe_least(const Dossier *dossier, int fact) {
    const Derivation *derivation = dossier_derivation(dossier, fact);
    if (!derivation || !derivation->at_least || derivation->compute->kind != COMPUTE_FACT) return -1;
    return dossier_informed(dossier, derivation->compute->fact) ? derivation->compute->fact : -1;
}

const char *describe_named(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    const int least = describe_least(dossier, fact);
    if (least >= 0) return describe_named(dossier, least);
    const char *words = describe_value(dossier, fact);
    if (!words || known->type == FACT_PLACE) return words;
    if (known->type == FACT_DATE) return event(dossier, fact);
    if (describe_nothing(dossier, fact)) return phrase_of(dossier->arena, "pas de ", known->label, NULL);
    return known->type == FACT_EUROS || known->type == FACT_SET ? describe_labelled(dossier, fact, words) : words;
}

static bool some_open_with_label(const Fact *fact) {
    for (size_t i = 0; i < fact->choice_count; i++)
        if (value_opens_with_label(fact, fact->choices[i].label) > 0) return true;
    return false;
}

const char *describe_labelled(const Dossier *dossier, int fact, const char *words) {
    const Fact *known = dossier_fact(dossier, fact);
    if (known->type == FACT_SET && some_open_with_label(known)) words = blanks_undone(dossier, words);
    if (known->type == FACT_SET && value_opens_with_label(known, words) > 0) return words;
    if (known->type != FACT_EUROS) return phrase_of(dossier->arena, known->label, COLON, words, NULL);
    if (describe_least(dossier, fact) >= 0) return words;
    bool range = strncmp(words, "de ", 3) == 0;
    return phrase_of(dossier->arena, known->label, " ", range ? words : french_de(dossier->arena, words), NULL);
}

/* « SAS portant la mention ESS »: a participle follows what it is said of without « et ». */
static bool is_participle(const char *text) {
    const size_t length = strcspn(text, " ");
    const size_t ant = strlen("ant"), ee = strlen("ée");
    return (length > ant && strncmp(text + length - ant, "ant", ant) == 0) ||
           (length > ee && strncmp(text + length - ee, "ée", ee) == 0);
}

/* « SARL sans agrément ESUS ni mention ESS »: what is missing follows what it is missing to. */
static const char *without(Arena *arena, const char *const *reasons, size_t count) {
    static const char sans[] = "sans ", *const articles[] = {"la ", "le ", "l’", ""};
    for (size_t i = 0; i < count; i++)
        if ((strncmp(reasons[i], sans, strlen(sans)) == 0) != (i > 0)) return NULL;
    if (count != 2 && count != 3) return NULL;
    const char *last = count == 3 ? reasons[2] + strlen(sans) : "";
    size_t article = 0;
    while (strncmp(last, articles[article], strlen(articles[article])) != 0) article++;
    return phrase_of(arena, reasons[0], " ", reasons[1], count == 3 ? " ni " : "", last + strlen(articles[article]), NULL);
}

/* « structure de l’ESS, car association »: a derived value is told with the values it was read from. */
static const char *with_reasons(const Dossier *dossier, int fact, const char *value) {
    const Derivation *derivation = dossier_derivation(dossier, fact);
    if (!derivation) return value;
    int read[8];
    size_t count = facts_that_decided(dossier, derivation, read, 8), said = 0;
    const bool alone = count == 1 && dossier_fact(dossier, read[0])->type == FACT_INTEGER; /* an employer by its employees */
    Dossier plain = *dossier; /* reasons are compared with what else is said */
    plain.blanks = dossier->blanks && count == 1;
    const char *reasons[3];
    for (size_t i = 0; i < count && said < 3; i++) {
        const char *reason = dossier_applies(dossier, read[i]) ? describe_named(&plain, read[i]) : NULL;
        if (reason && reason[0] != '\0') reasons[said++] = reason;
    }
    if (said == 0) return value;
    if (alone) return reasons[0];
    const char *because = without(dossier->arena, reasons, said);
    if (!because && said == 2 && is_participle(reasons[1])) because = phrase_of(dossier->arena, reasons[0], " ", reasons[1], NULL);
    if (!because) because = french_list(dossier->arena, reasons, said, "et");
    return phrase_of(dossier->arena, value, ", car ", because, NULL);
}

/* « création le 12 mars 2018, il y a 8 ans et 8 mois » */
static const char *age(const Dossier *dossier, const Test *test) {
    Arena *arena = dossier->arena;
    const char *date = event(dossier, test->fact);
    if (blank_wanted(dossier, test->fact))
        return phrase_of(arena, date, ", il y a ", blank_of(dossier, BLANK_ELAPSED, test->fact), NULL);
    const Day day = (Day)dossier_value(dossier, test->fact)->span.low;
    if (day == dossier->date) return phrase_of(arena, date, ", le jour même", NULL);
    if (test->until && day > dossier->date)
        return phrase_of(arena, date, ", dans ", figure_elapsed(arena, dossier->date, day), NULL);
    if (day > dossier->date) return phrase_of(arena, date, ", date à venir", NULL);
    return phrase_of(arena, date, ", il y a ", figure_elapsed(arena, day, dossier->date), NULL);
}

/* « association, d’après la catégorie juridique 9220 (association déclarée) », when nobody declared the form itself. */
static const char *with_category(const Dossier *dossier, int fact, const char *form) {
    const LegalCategories *legal = &dossier->rulebook->vocabulary.legal;
    if (fact != legal->form || fact < 0 || dossier_written(dossier, fact)) return form;
    const char *code = dossier_declared(dossier, legal->category)->text;
    const LegalCategory *category = code ? legal_category(legal, code, strlen(code)) : NULL;
    if (!category || !category->forms) return form;
    return phrase_of(dossier->arena, form, ", d’après la catégorie juridique ", category->code, COLON, category->label, NULL);
}

static bool known_day(const Dossier *dossier, int fact) {
    if (blank_wanted(dossier, fact)) return true;
    const Span span = dossier_value(dossier, fact)->span;
    return span.low == span.high;
}

const char *describe_tested(const Dossier *dossier, const Test *test) {
    if (!dossier_applies(dossier, test->fact)) return NOT_APPLICABLE;
    if (!dossier_informed(dossier, test->fact)) return NULL;
    if (is_seat(dossier, test->fact))
        return value_seat(dossier->arena, &dossier->rulebook->vocabulary.territory, dossier_value(dossier, test->fact)->possible,
                          level_of(test));
    if (test->comparison == TEST_DURATION && known_day(dossier, test->fact)) return age(dossier, test);
    const int least = describe_least(dossier, test->fact);
    if (least >= 0) return describe_named(dossier, least);
    const char *words =
        dossier_fact(dossier, test->fact)->type == FACT_DATE ? event(dossier, test->fact) : describe_value(dossier, test->fact);
    return words ? with_category(dossier, test->fact, with_reasons(dossier, test->fact, words)) : NULL;
}

const char *describe_region(const Dossier *dossier) {
    const int region = dossier_region(dossier);
    return region < 0 ? NULL : dossier->rulebook->vocabulary.territory.regions[region].in;
}

const char *describe_seat(const Dossier *dossier, const Test *test) {
    const Territory *territory = &dossier->rulebook->vocabulary.territory;
    if (!is_seat(dossier, test->fact)) return NULL;
    PlaceLevel level = level_of(test);
    const char *place = describe_region(dossier);
    if (place && level == PLACE_REGION) return place;
    const uint64_t *possible = dossier_value(dossier, test->fact)->possible;
    for (size_t i = 0; i < territory->departement_count; i++)
        if (bits_within(possible, territory->departements[i].seats, territory->seat_words)) place = territory->departements[i].in;
    for (size_t i = 0; i < territory->listed_count; i++)
        if (level == territory->listed[i].level && bits_within(possible, territory->listed[i].seats, territory->seat_words))
            place = territory->listed[i].in;
    return place;
}

const char *describe_origin(const Dossier *dossier, int fact) {
    if (!dossier_sourced(dossier, fact)) return NULL;
    const Origin *origin = dossier_origin(dossier, fact);
    const char *source = french_name(dossier->arena, origin->source);
    Day first, last;
    if (!origin->date || !day_read(origin->date, strlen(origin->date), &first, &last)) return source;
    return phrase_of(dossier->arena, source, ", ", figure_date(dossier->arena, first), NULL);
}

const char *describe_fact_name(const Dossier *dossier, const Test *test) {
    if (!is_seat(dossier, test->fact)) return dossier_fact(dossier, test->fact)->name;
    static const char *const names[] = {[PLACE_COMMUNE] = "commune", [PLACE_REGION] = "region", [PLACE_EPCI] = "epci"};
    PlaceLevel level = level_of(test);
    return level == PLACE_DEPARTEMENT ? "departement" : names[level];
}

/* « au moins 2 personnes salariées », « de 50 à 400 personnes salariées », « plus de 300 000 € et de moins de 1 500 000 € », of
 * what follows a name. */
static const char *asked_number(Arena *arena, const Fact *fact, const Test *test, bool named) {
    const Bound *low = &test->low, *high = &test->high;
    const char *unit = fact->type == FACT_EUROS ? EURO : fact->unit;
    if (low->present && high->present && !low->strict && !high->strict) {
        if (low->number == high->number)
            return phrase_of(arena, "exactement ", figure_count(arena, low->number, unit, fact->units), NULL);
        return phrase_of(arena, "de ", figure_number(arena, low->number), " à ",
                         figure_count(arena, high->number, unit, fact->units), NULL);
    }
    const char *from = low->present ? phrase_of(arena, low->strict ? "plus de " : "au moins ",
                                                figure_count(arena, low->number, unit, fact->units), NULL)
                                    : NULL;
    const char *to = high->present ? phrase_of(arena, high->strict ? "moins de " : "au plus ",
                                               figure_count(arena, high->number, unit, fact->units), NULL)
                                   : NULL;
    if (from && to) return phrase_of(arena, from, " et ", named ? french_de(arena, to) : to, NULL);
    return from ? from : to ? to : "";
}

static const char *asked_date(Arena *arena, const Test *test) {
    const Bound *low = &test->low, *high = &test->high;
    const char *from =
        low->present ? phrase_of(arena, low->strict ? "après le " : "à partir du ", figure_date(arena, (Day)low->number), NULL)
                     : "";
    const char *to = high->present ? phrase_of(arena, high->strict ? "avant le " : "au plus tard le ",
                                               figure_date(arena, (Day)high->number), NULL)
                                   : "";
    return phrase_of(arena, from, *from && *to ? " et " : "", to, NULL);
}

static const char *asked_bounds(Arena *arena, const Fact *fact, const Test *test) {
    if (fact->type == FACT_DATE) return phrase_of(arena, fact->label, " ", asked_date(arena, test), NULL);
    const bool counted = fact->type != FACT_EUROS && fact->unit;
    const char *number = asked_number(arena, fact, test, !counted);
    if (counted) return number;
    if (test->low.present && test->low.strict && test->low.number <= 0 && !test->high.present) return fact->label;
    bool span = strncmp(number, "de ", 3) == 0;
    return phrase_of(arena, fact->label, " ", span ? number : french_de(arena, number), NULL);
}

static const char *asked_duration(Arena *arena, const Fact *fact, const Test *test) {
    const Bound *low = &test->low, *high = &test->high;
    bool come = high->present && low->duration.days == 0 && low->duration.months == 0; /* the date need only be past */
    const char *from = low->present && !come ? phrase_of(arena, low->strict ? "plus de " : "au moins ",
                                                         figure_duration(arena, low->duration, false), NULL)
                                             : "";
    const char *to = high->present ? phrase_of(arena, high->strict ? "moins de " : "au plus ",
                                               figure_duration(arena, high->duration, false), NULL)
                                   : "";
    const char *label = french_the(arena, fact->label, fact->gender, fact->plural);
    return phrase_of(arena, from, *from && *to ? " et " : "", to, test->until ? " avant " : " depuis ", label, NULL);
}

const char *describe_covered(Arena *arena, const Test *test) {
    bool region = by_region(test), departement = test->places[0].level == PLACE_DEPARTEMENT;
    return phrase_of(arena, region ? "l’une des " : "l’un des ",
                     french_cardinal(arena, test->place_count, region ? GENDER_FEMININE : GENDER_MASCULINE),
                     region        ? " régions couvertes"
                     : departement ? " départements couverts"
                                   : " territoires couverts",
                     NULL);
}

/* « en Occitanie, en Bretagne ou à La Réunion » up to three places; « dans l’une des huit régions couvertes » beyond. */
static const char *asked_places(Arena *arena, const Test *test) {
    if (test->metropole && test->place_count == 0) return "en France métropolitaine";
    const char *names[3];
    if (test->place_count <= 3) {
        for (size_t i = 0; i < test->place_count; i++) names[i] = test->places[i].in;
        return french_list(arena, names, test->place_count, "ou");
    }
    return phrase_of(arena, "dans ", describe_covered(arena, test), NULL);
}

static const char *asked_list(Arena *arena, const Fact *fact, const Test *test, const char *word) {
    const char **names = arena_array(arena, test->choice_count, sizeof *names);
    if (!names) return "";
    for (size_t i = 0; i < test->choice_count; i++) names[i] = fact->choices[test->choices[i]].label;
    const char *list = value_list(arena, fact, names, test->choice_count, word);
    return test->open_list ? phrase_of(arena, list, "…", NULL) : list;
}

/* « forme juridique : ni société commerciale, ni organisme public », « forme juridique autre qu’organisme public » */
static const char *asked_none(Arena *arena, const Fact *fact, const Test *test) {
    if (test->choice_count == 1)
        return phrase_of(arena, fact->label, " autre ", french_que(arena, fact->choices[test->choices[0]].label), NULL);
    Phrase phrase;
    phrase_init(&phrase, arena);
    phrase_join(&phrase, fact->label, COLON, NULL);
    for (size_t i = 0; i < test->choice_count; i++)
        phrase_join(&phrase, i ? ", ni " : "ni ", fact->choices[test->choices[i]].label, NULL);
    return phrase_text(&phrase);
}

static const char *asked_boolean(Arena *arena, const Fact *fact, const Test *test) {
    bool yes = test->choice_count > 0 && test->choices[0] == CHOICE_OUI;
    if (test->negated) yes = !yes;
    const char *words = yes ? fact->when_yes : fact->when_no;
    return words ? words : phrase_of(arena, fact->label, COLON, yes ? "oui" : "non", NULL);
}

static const char *asked_choices(const Dossier *dossier, const Fact *fact, const Test *test) {
    Arena *arena = dossier->arena;
    if (fact->type == FACT_BOOLEAN) return asked_boolean(arena, fact, test);
    bool places = test->place_count > 0 || test->metropole;
    const char *list = places ? asked_places(arena, test) : asked_list(arena, fact, test, "ou");
    if (is_seat(dossier, test->fact)) return phrase_of(arena, "siège ", test->negated ? "ailleurs que " : "", list, NULL);
    if (test->negated) return asked_none(arena, fact, test);
    return list;
}

static const char *asked_members(const Dossier *dossier, const Fact *fact, const Test *test) {
    Arena *arena = dossier->arena;
    bool places = test->place_count > 0 || test->metropole;
    const char *list = places ? asked_places(arena, test) : asked_list(arena, fact, test, test->any ? "ou" : "et");
    return phrase_of(arena, fact->label, places ? " " : COLON, list, NULL);
}

const char *describe_asked(const Dossier *dossier, const Test *test) {
    const Fact *fact = dossier_fact(dossier, test->fact);
    switch (test->comparison) {
    case TEST_BOUNDS: return asked_bounds(dossier->arena, fact, test);
    case TEST_DURATION: return asked_duration(dossier->arena, fact, test);
    case TEST_CONTAINS: return asked_members(dossier, fact, test);
    case TEST_CHOICES: break;
    }
    return asked_choices(dossier, fact, test);
}

const char *describe_asked_named(const Dossier *dossier, const Test *test) {
    const Fact *fact = dossier_fact(dossier, test->fact);
    const char *asked = describe_asked(dossier, test);
    bool bare = test->comparison == TEST_CHOICES && fact->type == FACT_ENUM && !test->negated && fact->label;
    return bare && !strstr(asked, fact->label) ? phrase_of(dossier->arena, fact->label, COLON, asked, NULL) : asked;
}

static const char *const *possible_regions(const Dossier *dossier, const uint64_t *possible, size_t *count) {
    const Territory *territory = &dossier->rulebook->vocabulary.territory;
    const char **codes = arena_array(dossier->arena, territory->region_count + 1, sizeof *codes);
    if (!codes) return NULL;
    for (size_t i = 0; i < territory->region_count; i++)
        if (bits_meet(territory->regions[i].seats, possible, territory->seat_words)) codes[(*count)++] = territory->regions[i].code;
    return codes;
}

static const char *const *possible_departements(const Dossier *dossier, const uint64_t *possible, size_t *count) {
    const Territory *territory = &dossier->rulebook->vocabulary.territory;
    const char **codes = arena_array(dossier->arena, territory->departement_count + 1, sizeof *codes);
    if (!codes) return NULL;
    for (size_t i = 0; i < territory->departement_count; i++)
        if (bits_meet(territory->departements[i].seats, possible, territory->seat_words))
            codes[(*count)++] = territory->departements[i].code;
    return codes;
}

const char *const *describe_possible(const Dossier *dossier, const Test *test, size_t *count) {
    const Fact *fact = dossier_fact(dossier, test->fact);
    const Value *value = dossier_value(dossier, test->fact);
    *count = 0;
    if (is_seat(dossier, test->fact) && by_region(test)) return possible_regions(dossier, value->possible, count);
    if (is_seat(dossier, test->fact) && level_of(test) == PLACE_DEPARTEMENT)
        return possible_departements(dossier, value->possible, count);
    const char **codes = arena_array(dossier->arena, fact->choice_count + 1, sizeof *codes);
    if (!codes || value->shape == SHAPE_TEXT) return codes;
    if (value->shape == SHAPE_SPAN) {
        codes[(*count)++] = value_span_code(dossier->arena, fact, value->span);
        return codes;
    }
    for (size_t i = 0; i < fact->choice_count; i++)
        if (bits_has(value->possible, i)) codes[(*count)++] = fact->choices[i].name;
    return codes;
}

/* The facts that a derivation still waits for. */
static size_t waited_for(const Dossier *dossier, int fact, int *facts, size_t capacity) {
    const Derivation *derivation = dossier_derivation(dossier, fact);
    size_t count = derivation && !derivation->only_if_absent ? dossier_read(derivation, facts, capacity) : 0, kept = 0;
    for (size_t i = 0; i < count && i < capacity; i++)
        if (!dossier_informed(dossier, facts[i]) && dossier_applies(dossier, facts[i]) && !dossier_fact(dossier, facts[i])->hidden)
            facts[kept++] = facts[i];
    return kept;
}

/* « , faute de connaître la forme juridique »: the first of them. */
static const char *waiting_for(const Dossier *dossier, int fact) {
    int facts[8];
    if (waited_for(dossier, fact, facts, sizeof facts / sizeof *facts) == 0) return "";
    const Fact *cause = dossier_fact(dossier, facts[0]);
    return phrase_of(dossier->arena, ", faute de connaître ",
                     french_the(dossier->arena, cause->label, cause->gender, cause->plural), NULL);
}

/* The case of a derivation that this structure is in, when its author says why nothing follows from it. */
static const Branch *open_branch(const Dossier *dossier, int fact) {
    const Derivation *derivation = dossier_derivation(dossier, fact);
    for (size_t i = 0; derivation && derivation->kind == DERIVE_BRANCHES && i < derivation->branch_count; i++) {
        const Branch *branch = &derivation->branches[i];
        Truth truth = branch->condition ? dossier_truth(dossier, branch->condition) : TRUTH_TRUE;
        if (truth == TRUTH_FALSE) continue;
        return truth == TRUTH_TRUE && branch->unknown && branch->condition && branch->reason ? branch : NULL;
    }
    return NULL;
}

const char *describe_open(const Dossier *dossier, int fact) {
    const Branch *branch = open_branch(dossier, fact);
    return branch ? french_tidy(dossier->arena, branch->reason) : NULL;
}

const Choice *describe_discussed(const Dossier *dossier, int fact) {
    const Branch *branch = open_branch(dossier, fact);
    const Node *case_of = branch ? branch->condition : NULL;
    if (!case_of || case_of->kind != NODE_TEST || case_of->test.comparison != TEST_CHOICES || case_of->test.negated) return NULL;
    const Fact *known = dossier_fact(dossier, case_of->test.fact);
    return known->type == FACT_ENUM && case_of->test.choice_count == 1 ? &known->choices[case_of->test.choices[0]] : NULL;
}

const char *describe_case(const Dossier *dossier, int fact) {
    const Branch *branch = open_branch(dossier, fact);
    return branch && branch->condition->title ? french_tidy(dossier->arena, branch->condition->title) : NULL;
}

bool describe_disputed(const Dossier *dossier, int fact) {
    return dossier_disputed(dossier, fact);
}

const char *describe_ignorance(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    if (describe_disputed(dossier, fact))
        return phrase_of(dossier->arena, is_seat(dossier, fact) ? "lieu du siège" : known->label, COLON,
                         "les réponses se contredisent", NULL);
    const char *open = describe_open(dossier, fact);
    if (open) return open;
    if (is_seat(dossier, fact)) return "lieu du siège non connu";
    bool feminine = known->gender == GENDER_FEMININE;
    const char *agreed = known->plural ? (feminine ? "connues" : "connus") : (feminine ? "connue" : "connu");
    return phrase_of(dossier->arena, known->label, " non ", agreed, waiting_for(dossier, fact), NULL);
}

/* What is not known of the facts that say whether this one makes sense, as long as that is open. */
static size_t first_facts(const Dossier *dossier, int fact, int *facts, size_t capacity) {
    int index = dossier_fact(dossier, fact)->applies_if;
    const Node *condition = index >= 0 ? dossier->rulebook->applicability[index] : NULL;
    if (!condition || dossier_truth(dossier, condition) != TRUTH_UNKNOWN) return 0;
    size_t count = dossier_tested(condition, facts, 0, capacity), kept = 0;
    for (size_t i = 0; i < count && i < capacity; i++)
        if (!dossier_informed(dossier, facts[i])) facts[kept++] = facts[i];
    return kept;
}

const char *describe_first(const Dossier *dossier, int fact) {
    int facts[4];
    return first_facts(dossier, fact, facts, sizeof facts / sizeof *facts) > 0 ? describe_ignorance(dossier, facts[0]) : NULL;
}

int describe_cause(const Dossier *dossier, int fact) {
    int facts[8];
    const size_t capacity = sizeof facts / sizeof *facts;
    size_t count = first_facts(dossier, fact, facts, capacity);
    if (count == 0) count = waited_for(dossier, fact, facts, capacity);
    size_t first = 0;
    while (first + 1 < count && dossier_asked(dossier, facts[first])) first++;
    return count > 0 ? facts[first] : fact;
}
