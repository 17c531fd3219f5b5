/* A list is compared with its quotations at the level that it is written at; a title or a name only with the regions it names. */
#include "analyse/territories.h"

#include "analyse/places.h"
#include "explain/figures.h"
#include "explain/sources.h"
#include <string.h>

typedef struct Walk {
    Check *check;
    const Programme *programme;
    const Territory *territory;
    Status status;
} Walk;

static bool is_listed(const Node *node) {
    return node->kind == NODE_TEST && node->test.place_count > 0;
}

/* A seat that shows what is told, as a fact. */
typedef struct Seat {
    const char *fact, *code, *in; /* « region », « 52 », « dans les Pays de la Loire » */
} Seat;

static void tell(Walk *walk, const char *code, const Node *node, const Seat *seat, const char *message, const char *advice) {
    Arena *arena = walk->check->arena;
    bool shown = seat && node->test.fact == walk->check->rulebook->vocabulary.siege;
    const Position at = check_place(walk->check, node);
    const Finding finding = {.severity = SEVERITY_ERROR,
                             .code = code,
                             .file = node->file,
                             .line = at.line,
                             .column = at.column,
                             .message = message,
                             .advice = advice,
                             .example = shown ? phrase_of(arena, "siège ", seat->in, NULL) : NULL,
                             .facts = shown ? arena_printf(arena, "{\"%s\":\"%s\"}", seat->fact, seat->code) : NULL};
    if (arena->failed) walk->status = STATUS_NO_MEMORY;
    if (walk->status == STATUS_OK) walk->status = findings_add(&walk->check->findings, &finding);
}

static Seat seat_in_region(const Walk *walk, const bool *regions) {
    size_t r = 0;
    while (r + 1 < walk->territory->region_count && !regions[r]) r++;
    return (Seat){"region", walk->territory->regions[r].code, walk->territory->regions[r].in};
}

/* ---- What a test accepts, as regions and departements */

static bool accepts_departement(const Walk *walk, const Test *test, size_t departement) {
    if (test->comparison == TEST_CONTAINS) return bits_has(test->accepted, departement);
    const Departement *one = &walk->territory->departements[departement];
    return bits_meet(test->accepted, one->seats, walk->territory->seat_words);
}

static bool accepts_region(const Walk *walk, const Test *test, size_t region, bool whole) {
    bool some = false, all = true;
    for (size_t d = 0; d < walk->territory->departement_count; d++) {
        if (walk->territory->departements[d].region != (int)region) continue;
        if (accepts_departement(walk, test, d)) some = true;
        else all = false;
    }
    return whole ? some && all : some;
}

/* ---- A list and its quotations */

static bool level_is(const Test *test, PlaceLevel level) {
    for (size_t i = 0; i < test->place_count; i++)
        if (test->places[i].level == level) return true;
    return false;
}

static const char *names_of_regions(Walk *walk, const bool *chosen) {
    const char **names = arena_array(walk->check->arena, walk->territory->region_count + 1, sizeof *names);
    size_t count = 0;
    for (size_t r = 0; names && r < walk->territory->region_count; r++)
        if (chosen[r]) names[count++] = walk->territory->regions[r].name;
    return names ? french_list(walk->check->arena, names, count, "et") : "";
}

static bool share_quotes(const Node *a, const Node *b) {
    for (size_t i = 0; i < a->grounds.quote_count; i++)
        for (size_t k = 0; k < b->grounds.quote_count; k++)
            if (a->grounds.quotes[i] == b->grounds.quotes[k]) return true;
    return false;
}

/* Is a region, or a departement, in another list below `tree` that rests on the same quotation? One sentence may feed several. */
static bool listed_elsewhere(const Walk *walk, const Node *tree, const Node *node, bool departement, size_t place) {
    if (!tree) return false;
    if (tree != node && is_listed(tree) && share_quotes(tree, node))
        if (departement ? accepts_departement(walk, &tree->test, place) : accepts_region(walk, &tree->test, place, false))
            return true;
    for (size_t i = 0; i < tree->part_count; i++)
        if (listed_elsewhere(walk, tree->parts[i], node, departement, place)) return true;
    return false;
}

static bool alone(const Node *tree, const Node *node) {
    if (tree != node && is_listed(tree) && share_quotes(tree, node)) return false;
    for (size_t i = 0; i < tree->part_count; i++)
        if (!alone(tree->parts[i], node)) return false;
    return true;
}

/* Regions that only one of the two has; `missing` are in what names, not in the list. */
static size_t differing(Walk *walk, const Node *node, const PlacesNamed *named, bool missing, bool *out) {
    size_t count = 0;
    for (size_t r = 0; r < walk->territory->region_count; r++) {
        bool listed = accepts_region(walk, &node->test, r, false);
        bool elsewhere = !listed && named->regions[r] && listed_elsewhere(walk, walk->programme->conditions, node, false, r);
        out[r] = missing ? named->regions[r] && !listed && !elsewhere : listed && !named->regions[r];
        count += out[r];
    }
    return count;
}

static void check_regions(Walk *walk, const Node *node, const PlacesNamed *named) {
    Arena *arena = walk->check->arena;
    bool *out = arena_array(arena, walk->territory->region_count + 1, sizeof *out);
    if (!out) {
        walk->status = STATUS_NO_MEMORY;
        return;
    }
    Seat seat;
    if (differing(walk, node, named, true, out) > 0) {
        seat = seat_in_region(walk, out);
        tell(walk, "AZ730", node, &seat,
             phrase_of(arena, "la citation nomme ", names_of_regions(walk, out), ", que la liste n’a pas", NULL),
             "compléter la liste, ou citer le passage qui la donne");
    }
    if (!node->test.open_list && differing(walk, node, named, false, out) > 0) {
        seat = seat_in_region(walk, out);
        tell(walk, "AZ730", node, &seat,
             phrase_of(arena, "la liste a ", names_of_regions(walk, out), ", que la citation ne nomme pas", NULL),
             "retirer de la liste ce que le document ne dit pas, ou citer le passage qui le dit");
    }
}

static void check_departements(Walk *walk, const Node *node, const PlacesNamed *named) {
    Arena *arena = walk->check->arena;
    for (size_t d = 0; d < walk->territory->departement_count; d++) {
        bool listed = accepts_departement(walk, &node->test, d), said = named->departements[d];
        int region = walk->territory->departements[d].region;
        bool by_region = region >= 0 && named->regions[region];
        if (by_region && named->departement_count == 0) said = true;
        if (listed == said || (listed && by_region)) continue;
        if (said && listed_elsewhere(walk, walk->programme->conditions, node, true, d)) continue;
        const Departement *departement = &walk->territory->departements[d];
        const char *name = departement->name;
        const Seat seat = {"departement", departement->code, departement->in};
        tell(walk, "AZ730", node, &seat,
             listed ? phrase_of(arena, "la liste a ", name, ", que la citation ne nomme pas", NULL)
                    : phrase_of(arena, "la citation nomme ", by_region ? walk->territory->regions[region].name : name,
                                ", et la liste n’a pas ", name, NULL),
             listed ? "retirer de la liste ce que le document ne dit pas, ou citer le passage qui le dit"
                    : "compléter la liste, ou citer le passage qui la donne");
    }
}

static size_t count_level(const Test *test, PlaceLevel level) {
    size_t count = 0;
    for (size_t i = 0; i < test->place_count; i++) count += test->places[i].level == level;
    return count;
}

static void check_count(Walk *walk, const Node *node, double said, PlaceLevel level, const char *words) {
    size_t listed = count_level(&node->test, level);
    if (said == 0 || listed == 0 || (double)listed == said || node->test.open_list || !alone(walk->programme->conditions, node))
        return;
    Arena *arena = walk->check->arena;
    tell(walk, "AZ731", node, NULL,
         phrase_of(arena, "la citation parle de ", figure_number(arena, said), " ", words, ", la liste en a ",
                   figure_number(arena, (double)listed), NULL),
         "compléter ou corriger la liste");
}

static void check_list(Walk *walk, const Node *node) {
    Arena *arena = walk->check->arena;
    PlacesNamed named;
    bool read = places_init(arena, walk->territory, &named);
    for (size_t i = 0; i < node->grounds.quote_count && read; i++)
        read = places_read(arena, walk->territory, source_reading(arena, node->grounds.quotes[i]), &named);
    if (!read) {
        walk->status = STATUS_NO_MEMORY;
        return;
    }
    if (node->grounds.inferred) return;
    bool departements = level_is(&node->test, PLACE_DEPARTEMENT), regions = level_is(&node->test, PLACE_REGION);
    if (regions && !departements && named.region_count > 0) check_regions(walk, node, &named);
    if (departements && !regions && named.departement_count + named.region_count > 0) check_departements(walk, node, &named);
    check_count(walk, node, named.regions_counted, PLACE_REGION, "régions");
    if (!regions) check_count(walk, node, named.departements_counted, PLACE_DEPARTEMENT, "départements");
}

/* ---- Titles and names */

/* What all lists below a node accept together; `first` is the first of them. */
static void gather(Walk *walk, const Node *node, bool *accepted, const Node **first) {
    if (is_listed(node) && !node->test.negated) {
        if (!*first) *first = node;
        for (size_t r = 0; r < walk->territory->region_count; r++)
            if (accepts_region(walk, &node->test, r, false)) accepted[r] = true;
    }
    for (size_t i = 0; i < node->part_count; i++) gather(walk, node->parts[i], accepted, first);
}

static void check_title(Walk *walk, const Node *node, const char *title, const char *what) {
    Arena *arena = walk->check->arena;
    PlacesNamed named;
    const Node *first = NULL;
    bool *accepted = arena_array(arena, walk->territory->region_count + 1, sizeof *accepted);
    bool *missing = arena_array(arena, walk->territory->region_count + 1, sizeof *missing);
    if (!accepted || !missing || !places_init(arena, walk->territory, &named) ||
        !places_read(arena, walk->territory, title, &named)) {
        walk->status = STATUS_NO_MEMORY;
        return;
    }
    gather(walk, node, accepted, &first);
    if (!first || named.region_count == 0) return;
    size_t count = 0;
    for (size_t r = 0; r < walk->territory->region_count; r++) count += missing[r] = named.regions[r] && !accepted[r];
    if (count == 0) return;
    const Seat seat = seat_in_region(walk, missing);
    tell(walk, "AZ732", first, &seat,
         phrase_of(arena, what, " ", french_quote(arena, title), " nomme ", names_of_regions(walk, missing),
                   ", que la liste de territoires n’a pas", NULL),
         "corriger la liste, ou le nom");
}

static void check_tree(Walk *walk, const Node *node) {
    if (!node || walk->status != STATUS_OK) return;
    if (is_listed(node)) check_list(walk, node);
    if (node->title && !node->to_confirm) check_title(walk, node, node->title, "le titre");
    for (size_t i = 0; i < node->part_count; i++) check_tree(walk, node->parts[i]);
}

Status territories_check(Check *check) {
    Walk walk = {.check = check, .territory = &check->rulebook->vocabulary.territory, .status = STATUS_OK};
    for (size_t i = 0; i < check->rulebook->programme_count && walk.status == STATUS_OK; i++) {
        const Programme *programme = &check->rulebook->programmes[i];
        if (programme->failed) continue;
        walk.programme = programme;
        check_tree(&walk, programme->conditions);
        check_tree(&walk, programme->object);
        for (size_t k = 0; k < programme->reserve_count; k++) check_tree(&walk, programme->reserves[k]);
        check_title(&walk, programme->conditions, programme->name, "le nom");
    }
    return walk.status;
}
