/* A set of candidates is told by the fewest names: a parent whose whole subtree is possible stands for all of it, which is how its
 * author thinks of it. Territory is told by departement when one is left, else by region; by EPCI or commune where the question is
 * asked at that level. */
#include "explain/values.h"

#include "base/number.h"
#include "explain/figures.h"

#include <math.h>
#include <string.h>

#define NAMES_MAX 8 /* a longer list says less than « plusieurs » */

static bool covered(const Fact *fact, const uint64_t *possible, size_t choice) {
    const uint64_t *below = fact->choices[choice].below;
    return below ? bits_within(below, possible, fact->words) : bits_has(possible, choice);
}

static bool parent_covered(const Fact *fact, const uint64_t *possible, size_t choice) {
    int parent = fact->choices[choice].parent;
    return parent >= 0 && covered(fact, possible, (size_t)parent);
}

/* A choice that is possible without all that stands below it: « autre coopérative », told by its own name. */
static bool to_name(const Fact *fact, const uint64_t *possible, size_t choice) {
    if (!bits_has(possible, choice)) return false;
    return !parent_covered(fact, possible, choice);
}

/* Do all names open with the name of the fact: « modèle économique fragilisé »? */
static bool named_alike(const Fact *fact, const char *const *names, size_t count) {
    size_t length = fact->label ? strlen(fact->label) : 0;
    for (size_t i = 0; i < count; i++)
        if (length == 0 || strncmp(names[i], fact->label, length) != 0 || names[i][length] != ' ') return false;
    return true;
}

const char *value_list(Arena *arena, const Fact *fact, const char **names, size_t count, const char *word) {
    bool commas = false;
    for (size_t i = 0; i < count; i++) commas = commas || strstr(names[i], ", ");
    if (named_alike(fact, names, count))
        for (size_t i = 1; i < count; i++) names[i] += strlen(fact->label) + 1;
    if (!commas || count < 2) return french_list(arena, names, count, word);
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < count; i++)
        phrase_join(&phrase, i ? ", " : "", i > 0 && i + 1 == count ? word : "", i > 0 && i + 1 == count ? " " : "", names[i],
                    NULL);
    return phrase_text(&phrase);
}

const char *value_candidates(Arena *arena, const Fact *fact, const uint64_t *possible, const char *word, size_t most) {
    const char *names[NAMES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < fact->choice_count; i++) {
        if (!to_name(fact, possible, i)) continue;
        if (count == most || count == NAMES_MAX) return NULL;
        names[count++] = fact->choices[i].label;
    }
    return value_list(arena, fact, names, count, word);
}

static size_t regions_touched(const Territory *territory, const uint64_t *possible, size_t *first) {
    size_t touched = 0;
    for (size_t i = territory->region_count; i-- > 0;) {
        if (!bits_meet(territory->regions[i].departements, possible, territory->words)) continue;
        *first = i;
        touched++;
    }
    return touched;
}

static const char *one_departement(Arena *arena, const Territory *territory, size_t index) {
    const Departement *departement = &territory->departements[index];
    const char *name = phrase_of(arena, departement->name, " (", departement->code, ")", NULL);
    if (departement->region < 0) return name;
    const Region *region = &territory->regions[departement->region];
    if (strcmp(region->name, departement->name) == 0) return name;
    return phrase_of(arena, name, ", ", region->in, NULL);
}

static const char *departement_list(Arena *arena, const Territory *territory, const uint64_t *possible, size_t most) {
    const char *names[NAMES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < territory->departement_count; i++) {
        if (!bits_has(possible, i)) continue;
        if (count == most || count == NAMES_MAX) return NULL;
        names[count++] = territory->departements[i].name;
    }
    return french_list(arena, names, count, "ou");
}

static const char *region_list(Arena *arena, const Territory *territory, const uint64_t *possible) {
    const char *names[NAMES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < territory->region_count; i++) {
        if (!bits_meet(territory->regions[i].departements, possible, territory->words)) continue;
        if (count == 3) return NULL;
        names[count++] = territory->regions[i].name;
    }
    return french_list(arena, names, count, "ou");
}

/* The departements in which something is possible. */
static bool touched_departements(Arena *arena, const Territory *territory, const uint64_t *possible, uint64_t **out) {
    *out = arena_array(arena, territory->words, sizeof **out);
    for (size_t i = 0; *out && i < territory->departement_count; i++)
        if (bits_meet(territory->departements[i].seats, possible, territory->seat_words)) bits_put(*out, i);
    return *out != NULL;
}

/* « Métropole de Lyon (Rhône) », « Rhône (69), hors Métropole de Lyon »; NULL when the departement says it all. */
static const char *below_departement(Arena *arena, const Territory *territory, const uint64_t *possible, size_t departement) {
    const Departement *known = &territory->departements[departement];
    const char *within = NULL, *without[NAMES_MAX];
    size_t count = 0;
    if (bits_within(known->seats, possible, territory->seat_words)) return NULL;
    for (size_t i = 0; i < territory->listed_count && count < NAMES_MAX; i++) {
        const ListedPlace *place = &territory->listed[i];
        if (!bits_meet(place->seats, known->seats, territory->seat_words)) continue;
        if (bits_within(possible, place->seats, territory->seat_words)) within = place->name;
        if (!bits_meet(place->seats, possible, territory->seat_words)) without[count++] = place->name;
    }
    if (within) return phrase_of(arena, within, " (", known->name, ")", NULL);
    const char *name = phrase_of(arena, known->name, " (", known->code, ")", NULL);
    return phrase_of(arena, name, count ? ", hors " : "", count ? french_list(arena, without, count, "et") : "", NULL);
}

const char *value_seat(Arena *arena, const Territory *territory, const uint64_t *possible, PlaceLevel level) {
    uint64_t *departements;
    if (!touched_departements(arena, territory, possible, &departements)) return NULL;
    size_t count = bits_count(departements, territory->words), first = 0,
           touched = regions_touched(territory, departements, &first);
    if (count == territory->departement_count) return NULL;
    if (touched == 1 && level == PLACE_REGION) return territory->regions[first].name;
    for (size_t i = 0; count == 1 && i < territory->departement_count; i++) {
        if (!bits_has(departements, i)) continue;
        bool below = level == PLACE_EPCI || level == PLACE_COMMUNE;
        const char *words = below ? below_departement(arena, territory, possible, i) : NULL;
        return words ? words : one_departement(arena, territory, i);
    }
    if (touched == 1 && bits_equal(territory->regions[first].departements, departements, territory->words))
        return territory->regions[first].name;
    const char *names = departement_list(arena, territory, departements, touched == 1 ? NAMES_MAX : 4);
    if (names && touched == 1) return phrase_of(arena, names, " (", territory->regions[first].name, ")", NULL);
    if (names) return names;
    if (touched == 1) return territory->regions[first].name;
    return region_list(arena, territory, departements);
}

size_t value_opens_with_label(const Fact *fact, const char *words) {
    const char *last = fact->label ? strrchr(fact->label, ' ') : NULL;
    const char *found = last ? strstr(words, last + 1) : NULL;
    const char *end = found == words && last ? strchr(words, ' ') : NULL;
    const size_t length = end ? (size_t)(end - words) : 0;
    return length > 0 && strlen(last + 1) == length ? length + 1 : 0;
}

/* « difficultés économiques et financières »: the word that the label of the fact ends with is said once where all members open
 * with it. Its bytes with the space after it, or 0. */
static size_t shared_word(const Fact *fact, const uint64_t *members) {
    size_t shared = 0;
    for (size_t i = 0; i < fact->choice_count; i++) {
        if (!bits_has(members, i)) continue;
        shared = value_opens_with_label(fact, fact->choices[i].label);
        if (shared == 0) return 0;
    }
    return shared;
}

const char *value_members(Arena *arena, const Fact *fact, const uint64_t *members) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    size_t count = bits_count(members, fact->words), said = 0;
    const size_t shared = shared_word(fact, members);
    for (size_t i = 0; i < fact->choice_count; i++) {
        if (!bits_has(members, i)) continue;
        if (said > 0) phrase_add(&phrase, said + 1 == count ? " et " : ", ");
        phrase_add(&phrase, fact->choices[i].label + (said > 0 ? shared : 0));
        said++;
    }
    return phrase_text(&phrase);
}

const char *value_set(Arena *arena, const Fact *fact, const Value *value) {
    bool whole = bits_equal(value->sure, value->possible, value->words), none_sure = bits_empty(value->sure, value->words);
    if (whole) return none_sure ? (fact->gender == GENDER_FEMININE ? "aucune" : "aucun") : value_members(arena, fact, value->sure);
    if (!none_sure) return phrase_of(arena, "au moins" COLON, value_members(arena, fact, value->sure), NULL);
    if (bits_count(value->possible, value->words) > 3) return NULL;
    return phrase_of(arena, "peut-être" COLON, value_members(arena, fact, value->possible), NULL);
}

const char *value_span(Arena *arena, const Fact *fact, Span span) {
    if (fact->type == FACT_DATE) {
        if (span.low == span.high) return figure_date(arena, (Day)span.low);
        return figure_when(arena, span);
    }
    bool money = fact->type == FACT_EUROS;
    if (money && fact->plural && span.low == 0 && span.high == 0) return fact->gender == GENDER_FEMININE ? "aucune" : "aucun";
    if (fact->unit_none && span.low == 0 && span.high == 0) return fact->unit_none;
    return figure_range(arena, span, fact->minimum, fact->maximum, money ? "€" : fact->unit, fact->units);
}

static const char *end_code(Arena *arena, const Fact *fact, double end, bool bounded) {
    if (!bounded) return "";
    if (fact->type == FACT_DATE) {
        char text[11];
        day_write((Day)end, text);
        return phrase_of(arena, text, NULL);
    }
    char text[NUMBER_TEXT_MAX];
    number_write(end, text);
    return phrase_of(arena, text, NULL);
}

const char *value_span_code(Arena *arena, const Fact *fact, Span span) {
    double low = span.low, high = span.high;
    bool date = fact->type == FACT_DATE, bounded_low = isfinite(low) && !(date && low <= DAY_MIN);
    bool bounded_high = isfinite(high) && !(date && high >= DAY_MAX);
    if (low == high) return end_code(arena, fact, low, true);
    bool above = bounded_low && !date && span_open_low(span, &low), below = bounded_high && !date && span_open_high(span, &high);
    return phrase_of(arena, above ? ">" : "", end_code(arena, fact, low, bounded_low), "..", below ? "<" : "",
                     end_code(arena, fact, high, bounded_high), NULL);
}

const char *value_without_unit(Arena *arena, const Fact *fact, const char *value) {
    const char *const units[] = {fact->units, fact->unit};
    const size_t length = strlen(value);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const size_t own = units[i] ? strlen(units[i]) : 0;
        if (own == 0 || own >= length || strcmp(value + length - own, units[i]) != 0) continue;
        size_t end = length - own;
        if (end > strlen(NBSP) && strncmp(value + end - strlen(NBSP), NBSP, strlen(NBSP)) == 0) end -= strlen(NBSP);
        else if (value[end - 1] == ' ') end--;
        const char *cut = arena_text(arena, value, end);
        return cut ? cut : value;
    }
    return value;
}
