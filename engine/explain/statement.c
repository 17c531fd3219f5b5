/* The words of a test are those of explain/describe, which gives them short since a value stands beside them. Alone, a list needs
 * the name of its fact, and places are all named. */
#include "explain/statement.h"

#include "explain/attribute.h"
#include "explain/availability.h"
#include "explain/describe.h"
#include "explain/french.h"

#include <string.h>

#define FEW_PLACES 3 /* as many are told by « en … », « dans le … »; more are a list */

typedef struct Telling {
    Arena *arena;
    const Rulebook *rulebook;
} Telling;

static const char *tidy(const Telling *telling, const char *text) {
    return text ? french_tidy(telling->arena, text) : NULL;
}

static const char *few_places(const Telling *telling, const Test *test) {
    const char *names[FEW_PLACES + 1];
    size_t count = 0;
    if (test->metropole) names[count++] = "en France métropolitaine";
    for (size_t i = 0; i < test->place_count; i++) names[count++] = test->places[i].in;
    return french_list(telling->arena, names, count, "ou");
}

/* « dans l’une des huit régions : Bretagne, …, La Réunion » */
static const char *many_places(const Telling *telling, const Test *test) {
    Arena *arena = telling->arena;
    const char **names = arena_array(arena, test->place_count, sizeof *names);
    if (!names) return "";
    bool regions = true, departements = true;
    for (size_t i = 0; i < test->place_count; i++) {
        names[i] = test->places[i].name;
        regions = regions && test->places[i].level == PLACE_REGION;
        departements = departements && test->places[i].level == PLACE_DEPARTEMENT;
    }
    const char *kind = regions ? " régions" : departements ? " départements" : " territoires";
    return phrase_of(arena, test->metropole ? "en France métropolitaine ou " : "", "dans ", regions ? "l’une des " : "l’un des ",
                     french_cardinal(arena, test->place_count, regions ? GENDER_FEMININE : GENDER_MASCULINE), kind, COLON,
                     french_list(arena, names, test->place_count, "et"), NULL);
}

static const char *place_words(const Telling *telling, const Fact *fact, const Test *test) {
    bool seat = test->fact == telling->rulebook->vocabulary.siege;
    const char *places = test->place_count <= FEW_PLACES ? few_places(telling, test) : many_places(telling, test);
    const char *where = test->negated ? phrase_of(telling->arena, "ailleurs ", french_que(telling->arena, places), NULL) : places;
    return phrase_of(telling->arena, seat ? "siège" : fact->label, " ", where, NULL);
}

static const char *test_words(const Telling *telling, const Test *test) {
    const Fact *fact = &telling->rulebook->vocabulary.facts[test->fact];
    if (test->place_count > 0 || test->metropole) return place_words(telling, fact, test);
    Dossier dossier = {.arena = telling->arena, .rulebook = telling->rulebook};
    return describe_asked_named(&dossier, test);
}

static const char *test_doubt(const Test *test) {
    if (test->low.tie_unknown || test->high.tie_unknown) return "à la limite exacte, le document ne tranche pas";
    return test->open_list ? "liste ouverte, hors de laquelle rien n’est exclu" : NULL;
}

static void tell_test(const Telling *telling, const Node *node, Statement *out) {
    const Fact *fact = &telling->rulebook->vocabulary.facts[node->test.fact];
    out->to_confirm = node->to_confirm;
    if (node->to_confirm) {
        out->op = "a_confirmer";
        out->name = node->name;
        out->text = node->title ? tidy(telling, node->title) : "";
        return;
    }
    const char *words = test_words(telling, &node->test);
    out->text = node->title ? phrase_of(telling->arena, tidy(telling, node->title), COLON, words, NULL) : words;
    out->fact = fact->hidden ? "siege" : fact->name;
    out->doubt = test_doubt(&node->test);
}

static const char *callback_words(const Telling *telling, const Callback *callback) {
    Phrase phrase;
    phrase_init(&phrase, telling->arena);
    phrase_add(&phrase, "un calcul sur ");
    for (size_t i = 0; callback && i < callback->fact_count; i++) {
        const Fact *fact = &telling->rulebook->vocabulary.facts[callback->facts[i]];
        const char *label = fact->label ? french_the(telling->arena, fact->label, fact->gender, fact->plural) : fact->name;
        phrase_join(&phrase, i == 0 ? "" : i + 1 == callback->fact_count ? " et " : ", ", label, NULL);
    }
    return phrase_text(&phrase);
}

static const char *constant_words(const Node *node) {
    if (node->nothing_asked) return "rien n’est demandé";
    static const char *const words[] = {
        [TRUTH_FALSE] = "non admis", [TRUTH_TRUE] = "admis", [TRUTH_UNKNOWN] = "impossible de trancher"};
    return words[node->constant];
}

static const struct {
    const char *op, *words;
} kinds[] = {[NODE_TEST] = {"critere", NULL},
             [NODE_ALL] = {"tous", "toutes ces conditions"},
             [NODE_ANY] = {"au_moins_un", "au moins une de ces conditions"},
             [NODE_NOT] = {"non", "sauf"},
             [NODE_DIVERGENCE] = {"divergence", "les sources divergent"},
             [NODE_SELECT] = {"selon", "selon le cas"},
             [NODE_CONSTANT] = {"constante", NULL},
             [NODE_CALLBACK] = {"critere_lua", NULL}};

static const char *numbered(Arena *arena, size_t number) {
    const char *label = arena_printf(arena, "Lecture %zu", number);
    return label ? label : "";
}

/* Conditions and results follow one another; an odd last one is `sinon`. */
static void place_part(Arena *arena, bool select, bool divergence, size_t index, size_t count, Statement *part) {
    static const char *const roles[][2] = {{"si", "Si"}, {"alors", "Alors"}, {"sinon", "Sinon"}};
    if (divergence) {
        part->role = "lecture";
        part->label = numbered(arena, index + 1);
    } else if (select) {
        size_t role = index + 1 == count && index % 2 == 0 ? 2 : index % 2;
        part->role = roles[role][0];
        part->label = roles[role][1];
    }
}

Statement statement_of_node(Arena *arena, const Rulebook *rulebook, const Node *node) {
    const Telling telling = {arena, rulebook};
    Statement out = {.op = kinds[node->kind].op, .text = "", .grounds = node->grounds};
    out.title = node->kind == NODE_TEST ? NULL : tidy(&telling, node->title);
    if (node->kind != NODE_SELECT) out.reason = tidy(&telling, node->reason); /* a `selon` holds that of its `sinon` */
    out.question = tidy(&telling, node->question);
    const char *words = kinds[node->kind].words;
    if (node->kind == NODE_CONSTANT) words = constant_words(node);
    if (node->kind == NODE_CALLBACK) words = callback_words(&telling, node->callback);
    if (node->kind == NODE_TEST) tell_test(&telling, node, &out);
    else out.text = out.title ? phrase_of(arena, out.title, ", ", words, NULL) : words;
    out.unknown = node->kind == NODE_CONSTANT && node->constant == TRUTH_UNKNOWN;
    out.of = arena_array(arena, node->part_count + 1, sizeof *out.of);
    if (!out.of) return (Statement){.text = ""};
    out.count = node->part_count;
    for (size_t i = 0; i < node->part_count; i++) {
        out.of[i] = statement_of_node(arena, rulebook, node->parts[i]);
        place_part(arena, node->kind == NODE_SELECT, node->kind == NODE_DIVERGENCE, i, node->part_count, &out.of[i]);
    }
    return out;
}

static const char *plain_words(Arena *arena, const Attribute *attribute, bool calendar) {
    const char *words = calendar ? availability_calendar(arena, attribute) : attribute_plain(arena, attribute);
    return words ? words : "non dit";
}

/* A `selon` becomes the same row of conditions and results as in a tree of conditions. */
static size_t attribute_parts(Arena *arena, const Rulebook *rulebook, const Attribute *attribute, bool calendar, Statement *out) {
    size_t count = 0;
    for (size_t i = 0; i < attribute->part_count; i++) {
        const Node *condition = attribute->conditions ? attribute->conditions[i] : NULL;
        if (condition) out[count++] = statement_of_node(arena, rulebook, condition);
        out[count++] = statement_of_attribute(arena, rulebook, attribute->parts[i], calendar);
    }
    for (size_t i = 0; i < count; i++)
        place_part(arena, attribute->kind == ATTRIBUTE_SELECT, attribute->kind == ATTRIBUTE_DIVERGENCE, i, count, &out[i]);
    return count;
}

Statement statement_of_attribute(Arena *arena, const Rulebook *rulebook, const Attribute *attribute, bool calendar) {
    static const struct {
        const char *op, *words;
    } forms[] = {[ATTRIBUTE_PLAIN] = {"valeur", NULL},
                 [ATTRIBUTE_SELECT] = {"selon", "selon le cas"},
                 [ATTRIBUTE_DIVERGENCE] = {"divergence", "les sources divergent"},
                 [ATTRIBUTE_UNKNOWN] = {"inconnu", "inconnu"}};
    Statement out = {.op = forms[attribute->kind].op, .text = forms[attribute->kind].words, .grounds = attribute->grounds};
    if (attribute->kind == ATTRIBUTE_PLAIN) out.text = plain_words(arena, attribute, calendar);
    out.reason = attribute->reason && attribute->kind != ATTRIBUTE_SELECT ? french_tidy(arena, attribute->reason) : NULL;
    out.unknown = attribute->kind == ATTRIBUTE_UNKNOWN;
    out.of = arena_array(arena, 2 * attribute->part_count + 1, sizeof *out.of);
    if (!out.of) return (Statement){.text = ""};
    out.count = attribute_parts(arena, rulebook, attribute, calendar, out.of);
    return out;
}

Statement statement_plain(Arena *arena, const char *label, const char *text, const Grounds *grounds) {
    Statement out = {.op = "valeur", .label = label, .text = text ? french_tidy(arena, text) : ""};
    if (grounds) out.grounds = *grounds;
    return out;
}

void statement_visit(const Statement *statement, void (*visit)(void *context, const Statement *statement), void *context) {
    visit(context, statement);
    for (size_t i = 0; i < statement->count; i++) statement_visit(&statement->of[i], visit, context);
}

bool grounds_same(const Grounds *a, const Grounds *b) {
    if (a->quote_count != b->quote_count || a->inferred != b->inferred || a->set_aside_count != b->set_aside_count) return false;
    for (size_t i = 0; i < a->quote_count; i++)
        if (a->quotes[i] != b->quotes[i]) return false;
    for (size_t i = 0; i < a->set_aside_count; i++)
        if (a->set_aside[i] != b->set_aside[i]) return false;
    return true;
}
