/* A walk over the author's trees; each kind of change is one function that puts something else in a node's place. What is dropped
 * is put at the constant that its group passes over, so that the place of every other part is kept. */
#include "analyse/mutants.h"

#include "analyse/thresholds.h"
#include "explain/phrase.h"
#include <string.h>

#define CHOICES_MAX 64 /* of a list: longer ones are changed as a whole only */

typedef struct Walk {
    Arena *arena;
    const Rulebook *rulebook;
    const Programme *programme;
    MutantVisit *visit;
    void *context;
    Mutant at; /* where the walk stands */
    bool going;
} Walk;

/* ---- Putting something in a node's place */

static Node *copy_node(Walk *walk, const Node *node, Mutant *mutant) {
    Node *copy = arena_new(walk->arena, sizeof *copy);
    Node **parts = arena_array(walk->arena, node->part_count + 1, sizeof *parts);
    if (!copy || !parts) return NULL;
    *copy = *node;
    copy->number = mutant->node_count++;
    if (node->part_count) memcpy(parts, node->parts, node->part_count * sizeof *parts);
    copy->parts = parts;
    return copy;
}

static bool put_root(Walk *walk, Mutant *mutant, Node *root) {
    Programme *changed = arena_new(walk->arena, sizeof *changed);
    if (!changed) return false;
    *changed = *walk->programme;
    mutant->changed = changed;
    if (mutant->root == ROOT_CONDITIONS) changed->conditions = root;
    if (mutant->root == ROOT_OBJECT) changed->object = root;
    if (mutant->root != ROOT_RESERVE) return true;
    Node **reserves = arena_array(walk->arena, changed->reserve_count, sizeof *reserves);
    if (!reserves) return false;
    memcpy(reserves, changed->reserves, changed->reserve_count * sizeof *reserves);
    reserves[mutant->reserve] = root;
    changed->reserves = reserves;
    return true;
}

/* Makes the mutant in which `after` stands for the node where the walk is, and shows it. `after` is new. */
static void show(Walk *walk, Mutant *mutant, Node *after) {
    Node *root = after;
    mutant->after = after;
    for (size_t i = mutant->depth; i-- > 0 && root;) {
        Node *parent = copy_node(walk, mutant->path[i], mutant);
        if (parent) parent->parts[mutant->parts[i]] = root;
        root = parent;
    }
    if (!root || !mutant->text || !put_root(walk, mutant, root) || walk->arena->failed) walk->going = false;
    else walk->going = walk->visit(walk->context, mutant);
    arena_reset(walk->arena);
}

/* A mutant to be, at the node where the walk stands, with its copy. NULL: stop. */
static Node *begin(Walk *walk, const Node *node, const char *family, Mutant *mutant) {
    if (!walk->going) return NULL;
    *mutant = walk->at;
    mutant->node = node;
    mutant->before = node;
    mutant->family = family;
    mutant->node_count = walk->rulebook->node_count;
    Node *copy = copy_node(walk, node, mutant);
    if (!copy) walk->going = false;
    return copy;
}

static void make_constant(Node *node, Truth truth) {
    node->kind = NODE_CONSTANT;
    node->constant = truth;
    node->part_count = 0;
}

static const Fact *fact_of(const Walk *walk, const Node *node) {
    return &walk->rulebook->vocabulary.facts[node->test.fact];
}

/* « prevasso/nom » is told by the name that its author gave. */
static const char *name_of(const Walk *walk, const Node *node) {
    const Fact *fact = fact_of(walk, node);
    const char *slash = fact->programme ? strchr(fact->name, '/') : NULL;
    return slash ? slash + 1 : fact->name;
}

static const char *what(const Walk *walk, const Node *node) {
    static const char *const names[] = {[NODE_ALL] = "tous",
                                        [NODE_ANY] = "au_moins_un",
                                        [NODE_NOT] = "non",
                                        [NODE_DIVERGENCE] = "divergence",
                                        [NODE_SELECT] = "selon",
                                        [NODE_CONSTANT] = "réponse",
                                        [NODE_CALLBACK] = "critere_lua"};
    if (node->kind == NODE_TEST)
        return arena_printf(walk->arena, "%s « %s »", node->to_confirm ? "a_confirmer" : "critère", name_of(walk, node));
    return arena_printf(walk->arena, "%s « %s »", names[node->kind], node->title ? node->title : "sans titre");
}

/* ---- Bounds */

static const char *from_to(const Walk *walk, const Node *node, const char *from, const char *to) {
    return arena_printf(walk->arena, "%s : %s → %s", name_of(walk, node), from ? from : "", to ? to : "");
}

static Bound *bound_of(Node *node, bool low) {
    return low ? &node->test.low : &node->test.high;
}

static void flip_limit(Walk *walk, const Node *node, bool low) {
    Mutant mutant;
    Node *copy = begin(walk, node, "limite", &mutant);
    if (!copy) return;
    Bound *bound = bound_of(copy, low);
    bound->strict = !bound->strict;
    bound->tie_unknown = false;
    mutant.text = from_to(
        walk, node, bound_written(walk->arena, fact_of(walk, node), &node->test, low ? &node->test.low : &node->test.high, low),
        bound_written(walk->arena, fact_of(walk, node), &node->test, bound, low));
    show(walk, &mutant, copy);
}

static void settle_tie(Walk *walk, const Node *node, bool low) {
    Mutant mutant;
    Node *copy = begin(walk, node, "limite", &mutant);
    if (!copy) return;
    bound_of(copy, low)->tie_unknown = false;
    mutant.text = from_to(walk, node, "a_egalite = inconnu", "sans a_egalite");
    show(walk, &mutant, copy);
}

static void move_threshold(Walk *walk, const Node *node, bool low, int step) {
    Mutant mutant;
    Node *copy = begin(walk, node, "seuil", &mutant);
    if (!copy) return;
    Bound *bound = bound_of(copy, low);
    bool duration = node->test.comparison == TEST_DURATION;
    bool years = duration && bound->duration.months > 0 && bound->duration.months % 12 == 0;
    if (!duration) bound->number += step;
    else if (bound->duration.days) bound->duration.days += step;
    else bound->duration.months += years ? 12 * step : step;
    mutant.text = from_to(
        walk, node, bound_written(walk->arena, fact_of(walk, node), &node->test, low ? &node->test.low : &node->test.high, low),
        bound_written(walk->arena, fact_of(walk, node), &node->test, bound, low));
    show(walk, &mutant, copy);
}

/* « au moins » for « au plus ». */
static void turn_bound(Walk *walk, const Node *node, bool low) {
    Mutant mutant;
    Node *copy = begin(walk, node, "sens", &mutant);
    if (!copy) return;
    copy->test.low = node->test.high;
    copy->test.high = node->test.low;
    mutant.text = from_to(
        walk, node, bound_written(walk->arena, fact_of(walk, node), &node->test, low ? &node->test.low : &node->test.high, low),
        bound_written(walk->arena, fact_of(walk, node), &node->test, low ? &node->test.low : &node->test.high, !low));
    show(walk, &mutant, copy);
}

static void change_bound(Walk *walk, const Node *node, bool low) {
    const Bound *bound = low ? &node->test.low : &node->test.high;
    if (!bound->present) return;
    flip_limit(walk, node, low);
    if (bound->tie_unknown) settle_tie(walk, node, low);
    move_threshold(walk, node, low, 1);
    move_threshold(walk, node, low, -1);
    if (!node->test.low.present || !node->test.high.present) turn_bound(walk, node, low);
}

static void turn_duration(Walk *walk, const Node *node) {
    Mutant mutant;
    Node *copy = begin(walk, node, "sens", &mutant);
    if (!copy) return;
    copy->test.until = !node->test.until;
    mutant.text = from_to(walk, node, node->test.until ? "jusqu_a" : "depuis", node->test.until ? "depuis" : "jusqu_a");
    show(walk, &mutant, copy);
}

/* ---- Lists */

static void accept_choice(const Fact *fact, Test *test, size_t choice) {
    if (test->comparison == TEST_CONTAINS && fact->shape == SHAPE_SET && !test->places) bits_put(test->accepted, choice);
    else
        for (size_t w = 0; w < fact->words; w++) test->accepted[w] |= fact->choices[choice].below[w];
}

/* A list of its own, with room for what is added. */
static bool own_list(Walk *walk, const Fact *fact, Test *test, const Test *from, size_t more) {
    test->accepted = arena_array(walk->arena, fact->words + 1, sizeof *test->accepted);
    test->choices = arena_array(walk->arena, from->choice_count + more + 1, sizeof *test->choices);
    if (!test->accepted || !test->choices) return false;
    if (from->choice_count) memcpy(test->choices, from->choices, from->choice_count * sizeof *test->choices);
    memcpy(test->accepted, from->accepted, fact->words * sizeof *test->accepted);
    return true;
}

static bool place_has(const Territory *territory, const TerritoryName *place, size_t choice) {
    size_t length = strlen(place->code);
    if (place->level == PLACE_DEPARTEMENT) return (int)choice == territory_departement(territory, place->code, length, false);
    if (place->level == PLACE_REGION) {
        int region = territory_region(territory, place->code, length, false);
        return region >= 0 && choice < territory->departement_count && bits_has(territory->regions[region].departements, choice);
    }
    int listed = territory_listed(territory, place->level, place->code, length, false);
    const ListedPlace *found = listed >= 0 ? &territory->listed[listed] : NULL;
    return found && choice >= found->choice && choice < found->choice + found->count;
}

/* Does the list still name the choice without its entry `dropped`? */
static bool still_named(const Walk *walk, const Test *test, size_t dropped, size_t choice) {
    const Territory *territory = &walk->rulebook->vocabulary.territory;
    for (size_t i = 0; i < test->place_count; i++)
        if (i != dropped && place_has(territory, &test->places[i], choice)) return true;
    return false;
}

static void drop_value(Walk *walk, const Node *node, size_t dropped) {
    Mutant mutant;
    const Test *from = &node->test;
    const Fact *fact = fact_of(walk, node);
    Node *copy = begin(walk, node, from->places ? "territoire" : "liste", &mutant);
    if (!copy || !own_list(walk, fact, &copy->test, from, 0)) return;
    Test *test = &copy->test;
    memset(test->accepted, 0, fact->words * sizeof *test->accepted);
    test->choice_count = 0;
    for (size_t i = 0; i < from->choice_count; i++) {
        size_t choice = (size_t)from->choices[i];
        bool kept = from->places ? still_named(walk, from, dropped, choice) : i != dropped;
        if (!kept) continue;
        test->choices[test->choice_count++] = (int)choice;
        accept_choice(fact, test, choice);
    }
    const char *name = from->places ? from->places[dropped].name : fact->choices[from->choices[dropped]].name;
    mutant.text = arena_printf(walk->arena, "%s : « %s » ôté de la liste", name_of(walk, node), name);
    show(walk, &mutant, copy);
}

static void drop_values(Walk *walk, const Node *node) {
    const Test *test = &node->test;
    size_t count = test->places ? test->place_count : test->choice_count;
    if (count < 2 || count > CHOICES_MAX || test->metropole) return;
    for (size_t i = 0; i < count; i++) drop_value(walk, node, i);
}

static void add_value(Walk *walk, const Node *node, const size_t *choices, size_t count, const char *name) {
    Mutant mutant;
    const Fact *fact = fact_of(walk, node);
    Node *copy = begin(walk, node, node->test.places ? "territoire" : "liste", &mutant);
    if (!copy || !own_list(walk, fact, &copy->test, &node->test, count)) return;
    for (size_t i = 0; i < count; i++) {
        copy->test.choices[copy->test.choice_count++] = (int)choices[i];
        accept_choice(fact, &copy->test, choices[i]);
    }
    mutant.text = arena_printf(walk->arena, "%s : « %s » ajouté à la liste", name_of(walk, node), name);
    show(walk, &mutant, copy);
}

/* Each region that the list leaves out altogether. */
static void add_regions(Walk *walk, const Node *node) {
    const Territory *territory = &walk->rulebook->vocabulary.territory;
    const Fact *fact = fact_of(walk, node);
    for (size_t r = 0; r < territory->region_count; r++) {
        size_t choices[128], count = 0;
        bool named = false;
        for (size_t d = 0; d < territory->departement_count && count < 128; d++) {
            if (!bits_has(territory->regions[r].departements, d)) continue;
            named |= bits_meet(node->test.accepted, fact->choices[d].below, fact->words);
            choices[count++] = d;
        }
        if (!named) add_value(walk, node, choices, count, territory->regions[r].name);
    }
}

static void add_values(Walk *walk, const Node *node) {
    const Fact *fact = fact_of(walk, node);
    if (node->test.places || node->test.metropole) {
        add_regions(walk, node);
        return;
    }
    if (fact->choice_count > CHOICES_MAX) return;
    for (size_t choice = 0; choice < fact->choice_count; choice++)
        if (!bits_meet(node->test.accepted, fact->choices[choice].below, fact->words))
            add_value(walk, node, &choice, 1, fact->choices[choice].name);
}

/* `vaut = "x"` is no list: another value stands there instead. */
static void replace_value(Walk *walk, const Node *node) {
    const Fact *fact = fact_of(walk, node);
    size_t own = (size_t)node->test.choices[0];
    for (size_t choice = 0; choice < fact->choice_count && fact->choice_count <= CHOICES_MAX; choice++) {
        Mutant mutant;
        if (choice == own || fact->choices[choice].parent != fact->choices[own].parent) continue;
        Node *copy = begin(walk, node, "liste", &mutant);
        if (!copy || !own_list(walk, fact, &copy->test, &node->test, 0)) return;
        memset(copy->test.accepted, 0, fact->words * sizeof *copy->test.accepted);
        copy->test.choices[0] = (int)choice;
        accept_choice(fact, &copy->test, choice);
        mutant.text = from_to(walk, node, fact->choices[own].name, fact->choices[choice].name);
        show(walk, &mutant, copy);
    }
}

static void negate(Walk *walk, const Node *node) {
    Mutant mutant;
    Node *copy = begin(walk, node, "sens", &mutant);
    if (!copy) return;
    copy->test.negated = !node->test.negated;
    bool boolean = fact_of(walk, node)->type == FACT_BOOLEAN;
    const char *in = boolean ? "oui" : "parmi", *out = boolean ? "non" : "hors";
    mutant.text = from_to(walk, node, node->test.negated ? out : in, node->test.negated ? in : out);
    show(walk, &mutant, copy);
}

static void close_list(Walk *walk, const Node *node) {
    Mutant mutant;
    Node *copy = begin(walk, node, "liste", &mutant);
    if (!copy) return;
    copy->test.open_list = false;
    mutant.text = from_to(walk, node, "liste ouverte par « … »", "liste fermée");
    show(walk, &mutant, copy);
}

static void turn_contains(Walk *walk, const Node *node) {
    Mutant mutant;
    Node *copy = begin(walk, node, "groupe", &mutant);
    if (!copy) return;
    copy->test.any = !node->test.any;
    mutant.text =
        from_to(walk, node, node->test.any ? "contient_un_de" : "contient", node->test.any ? "contient" : "contient_un_de");
    show(walk, &mutant, copy);
}

/* ---- Tests and groups */

static void change_test(Walk *walk, const Node *node) {
    const Test *test = &node->test;
    if (test->comparison == TEST_BOUNDS || test->comparison == TEST_DURATION) {
        change_bound(walk, node, true);
        change_bound(walk, node, false);
        if (test->comparison == TEST_DURATION) turn_duration(walk, node);
        return;
    }
    if (test->comparison == TEST_CHOICES) negate(walk, node);
    if (test->open_list) close_list(walk, node);
    if (test->comparison == TEST_CONTAINS && test->choice_count > 1) turn_contains(walk, node);
    if (fact_of(walk, node)->type == FACT_BOOLEAN) return;
    drop_values(walk, node);
    if (test->choice_count == 1 && !test->places) replace_value(walk, node);
    else add_values(walk, node);
}

static void turn_group(Walk *walk, const Node *node) {
    Mutant mutant;
    Node *copy = node->part_count > 1 ? begin(walk, node, "groupe", &mutant) : NULL;
    if (!copy) return;
    bool all = node->kind == NODE_ALL;
    copy->kind = all ? NODE_ANY : NODE_ALL;
    mutant.text = all ? "tous → au_moins_un" : "au_moins_un → tous";
    show(walk, &mutant, copy);
}

static void drop_not(Walk *walk, const Node *node) {
    Mutant mutant;
    if (!begin(walk, node, "sens", &mutant)) return;
    Node *part = copy_node(walk, node->parts[0], &mutant);
    mutant.text = "non { … } ôté";
    if (part) show(walk, &mutant, part);
    else walk->going = false;
}

/* A divergence that follows one of its readings. */
static void resolve(Walk *walk, const Node *node) {
    for (size_t i = 0; i < node->part_count; i++) {
        Mutant mutant;
        if (!begin(walk, node, "divergence", &mutant)) return;
        Node *part = copy_node(walk, node->parts[i], &mutant);
        mutant.text = arena_printf(walk->arena, "divergence tranchée : lecture %zu seule", i + 1);
        if (part) show(walk, &mutant, part);
        else walk->going = false;
    }
}

/* A branch that is forgotten: what comes after it answers. */
static void drop_branches(Walk *walk, const Node *node) {
    for (size_t i = 0; i + 1 < node->part_count; i += 2) {
        Mutant mutant;
        Node *copy = begin(walk, node, "branche", &mutant);
        if (!copy) return;
        memmove(&copy->parts[i], &copy->parts[i + 2], (node->part_count - i - 2) * sizeof *copy->parts);
        copy->part_count -= 2;
        mutant.text = arena_printf(walk->arena, "selon : branche %zu ôtée", i / 2 + 1);
        show(walk, &mutant, copy);
    }
}

static void change_constant(Walk *walk, const Node *node) {
    static const char *const words[] = {[TRUTH_FALSE] = "refuse", [TRUTH_TRUE] = "accepte", [TRUTH_UNKNOWN] = "inconnu"};
    for (int truth = TRUTH_FALSE; truth <= TRUTH_UNKNOWN; truth++) {
        Mutant mutant;
        if ((Truth)truth == node->constant || node->nothing_asked) continue;
        Node *copy = begin(walk, node, "réponse", &mutant);
        if (!copy) return;
        copy->constant = (Truth)truth;
        mutant.text = arena_printf(walk->arena, "%s → %s", words[node->constant], words[truth]);
        show(walk, &mutant, copy);
    }
}

/* `neutral`: what the group that holds it passes over. */
static void drop(Walk *walk, const Node *node, Truth neutral) {
    Mutant mutant;
    Node *copy = begin(walk, node, "oubli", &mutant);
    if (!copy) return;
    mutant.text = arena_printf(walk->arena, "%s ôté", what(walk, node));
    make_constant(copy, neutral);
    show(walk, &mutant, copy);
}

static void change_node(Walk *walk, const Node *node) {
    switch (node->kind) {
    case NODE_TEST:
        if (!node->to_confirm) change_test(walk, node);
        break;
    case NODE_ALL:
    case NODE_ANY: turn_group(walk, node); break;
    case NODE_NOT: drop_not(walk, node); break;
    case NODE_DIVERGENCE: resolve(walk, node); break;
    case NODE_SELECT: drop_branches(walk, node); break;
    case NODE_CONSTANT: change_constant(walk, node); break;
    case NODE_CALLBACK: break;
    }
}

static void walk_node(Walk *walk, const Node *node) {
    change_node(walk, node);
    size_t depth = walk->at.depth;
    if (depth >= MUTANT_DEPTH_MAX) return;
    for (size_t i = 0; i < node->part_count && walk->going; i++) {
        walk->at.path[depth] = node;
        walk->at.parts[depth] = i;
        walk->at.depth = depth + 1;
        bool in_all = node->kind == NODE_ALL, in_any = node->kind == NODE_ANY;
        if ((in_all || in_any) && node->part_count > 1 && node->parts[i]->kind != NODE_CONSTANT)
            drop(walk, node->parts[i], in_all ? TRUTH_TRUE : TRUTH_FALSE);
        walk_node(walk, node->parts[i]);
        walk->at.depth = depth;
    }
}

static void walk_root(Walk *walk, RootKind kind, size_t reserve, const Node *root) {
    if (!root || !walk->going) return;
    walk->at.root = kind;
    walk->at.reserve = reserve;
    walk->at.depth = 0;
    bool group = root->kind == NODE_ALL && root->part_count > 1; /* its parts are dropped one by one */
    if (!group && root->kind != NODE_CONSTANT) drop(walk, root, TRUTH_TRUE);
    walk_node(walk, root);
}

bool mutants_visit(Arena *arena, const Rulebook *rulebook, const Programme *programme, MutantVisit *visit, void *context) {
    Walk walk = {.arena = arena, .rulebook = rulebook, .programme = programme, .visit = visit, .context = context, .going = true};
    if (programme->failed) return true;
    walk_root(&walk, ROOT_CONDITIONS, 0, programme->conditions);
    walk_root(&walk, ROOT_OBJECT, 0, programme->object);
    for (size_t i = 0; i < programme->reserve_count; i++) walk_root(&walk, ROOT_RESERVE, i, programme->reserves[i]);
    return walk.going;
}
