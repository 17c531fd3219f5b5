/* Where a structure stands on a test: its value as the test looks at it, why that leaves the answer open, and which tests a group
 * owes its answer to. */
#include "explain/situation.h"

#include "explain/blank.h"
#include "explain/clause.h"
#include "explain/describe.h"
#include "explain/figures.h"

#include <string.h>

#define IMPRECISE ", sans plus de précision"

static bool at_limit(const Dossier *dossier, const Test *test) {
    if (describe_least(dossier, test->fact) >= 0) return false; /* it may be more */
    const Span span = dossier_value(dossier, test->fact)->span;
    if (span.low != span.high || test->comparison != TEST_BOUNDS) return span.low == span.high && test->comparison == TEST_DURATION;
    return (test->low.tie_unknown && test->low.number == span.low) || (test->high.tie_unknown && test->high.number == span.low);
}

const char *situation_document_doubt(const Dossier *dossier, const Node *node) {
    const Test *test = &node->test;
    if (node->kind != NODE_TEST || dossier_truth(dossier, node) != TRUTH_UNKNOWN) return NULL;
    bool spanning = test->comparison == TEST_BOUNDS || test->comparison == TEST_DURATION;
    if (spanning && (test->low.tie_unknown || test->high.tie_unknown) && at_limit(dossier, test)) return SITUATION_AT_LIMIT;
    if (test->open_list && dossier_known(dossier, test->fact)) return "que ce passage ne nomme ni n’exclut";
    return NULL;
}

/* Beside what is asked, a value that is known in part tells by itself why that is open; a region, a kind of cooperative may not. */
static const char *why_unknown(const Dossier *dossier, const Node *node) {
    if (describe_disputed(dossier, node->test.fact)) return ", les réponses se contredisent";
    const char *doubt = situation_document_doubt(dossier, node), *first = describe_first(dossier, node->test.fact);
    if (first || doubt) return phrase_of(dossier->arena, ", ", first ? first : doubt, NULL);
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    if (describe_least(dossier, node->test.fact) >= 0)
        return phrase_of(dossier->arena, ", ", fact->label, " non connu", fact->gender == GENDER_FEMININE ? "e" : "", NULL);
    return fact->shape == SHAPE_CANDIDATES && fact->type != FACT_BOOLEAN ? IMPRECISE : "";
}

/* A set that meets a test is told by what meets it: « santé » of « santé et mobilité ». */
static bool met_by_members(const Dossier *dossier, const Node *node) {
    const Test *test = &node->test;
    if (node->kind != NODE_TEST || test->comparison != TEST_CONTAINS || test->negated) return false;
    if (dossier_truth(dossier, node) != TRUTH_TRUE || dossier_derivation(dossier, test->fact)) return false;
    return dossier_applies(dossier, test->fact) && dossier_informed(dossier, test->fact);
}

static const char *new_situation(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    Truth truth = dossier_truth(dossier, node);
    if (clause_is_confirmation(dossier, node))
        return truth == TRUTH_TRUE ? "confirmé" : truth == TRUTH_FALSE ? "infirmé" : "à confirmer";
    const char *value = met_by_members(dossier, node) ? blank_members(dossier, node) : describe_tested(dossier, &node->test);
    const char *origin = describe_origin(dossier, node->test.fact);
    if (!value && truth == TRUTH_UNKNOWN) return describe_ignorance(dossier, node->test.fact);
    if (!value) return NULL;
    return phrase_of(arena, value, truth == TRUTH_UNKNOWN ? why_unknown(dossier, node) : "", origin ? " – " : "",
                     origin ? origin : "", NULL);
}

const char *situation_of(const Dossier *dossier, const Node *node) {
    if (node->kind != NODE_TEST) return NULL;
    const char **said = &dossier->situations[node->number];
    return *said ? *said : dossier_keep(dossier, said, new_situation(dossier, node));
}

/* A value as it stands away from its question: « siège en Hauts-de-France », « budget annuel : 412 000 € ». */
const char *situation_named(const Dossier *dossier, const Node *node) {
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *place = describe_seat(dossier, &node->test);
    bool unknown = dossier_truth(dossier, node) == TRUTH_UNKNOWN;
    if (place) return phrase_of(dossier->arena, "siège ", place, unknown ? why_unknown(dossier, node) : "", NULL);
    const char *situation = situation_of(dossier, node);
    bool bare = fact->type == FACT_EUROS || fact->type == FACT_PLACE || fact->type == FACT_SET;
    if (!situation || !bare || !dossier_informed(dossier, node->test.fact) || clause_is_confirmation(dossier, node))
        return situation;
    if (describe_nothing(dossier, node->test.fact)) return phrase_of(dossier->arena, "pas de ", fact->label, NULL);
    if (fact->type == FACT_PLACE) return phrase_of(dossier->arena, "siège" COLON, situation, NULL);
    return describe_labelled(dossier, node->test.fact, situation);
}

/* A missing fact that may have no meaning, which a fact told before will show: « première embauche décidée » after « effectif
 * salarié non connu ». */
static bool waits_for_another(const Deciding *list, const Dossier *dossier, int fact) {
    int index = dossier_fact(dossier, fact)->applies_if, tested[4];
    const Node *condition = index >= 0 ? dossier->rulebook->applicability[index] : NULL;
    if (!condition || dossier_informed(dossier, fact) || dossier_truth(dossier, condition) != TRUTH_UNKNOWN) return false;
    size_t count = dossier_tested(condition, tested, 0, sizeof tested / sizeof *tested);
    for (size_t i = 0; i < count && i < sizeof tested / sizeof *tested; i++)
        for (size_t k = 0; k < list->count; k++)
            if (list->tests[k]->test.fact == tested[i]) return true;
    return false;
}

/* Each fact once; the seat at the finest level asked. */
static void add_deciding(Deciding *list, const Dossier *dossier, const Node *test) {
    if (!dossier_applies(dossier, test->test.fact) || !situation_named(dossier, test)) return;
    if (waits_for_another(list, dossier, test->test.fact)) return;
    for (size_t i = 0; i < list->count; i++) {
        if (list->tests[i]->test.fact != test->test.fact) continue;
        bool region = strcmp(describe_fact_name(dossier, &test->test), "region") == 0;
        if (test->test.place_count > 0 && !region) list->tests[i] = test;
        return;
    }
    if (list->count < SITUATION_PARTS_MAX) list->tests[list->count++] = test;
}

/* The tests that a group owes its truth to: one way that is met is enough, every way that fails counts. */
void situation_deciding(const Dossier *dossier, const Node *node, Deciding *list) {
    Truth truth = dossier_truth(dossier, node);
    if (node->kind == NODE_TEST) add_deciding(list, dossier, node);
    const Node *branches[SITUATION_PARTS_MAX];
    bool select = node->kind == NODE_SELECT;
    size_t count = select ? clause_branches(dossier, node, branches, SITUATION_PARTS_MAX) : node->part_count;
    for (size_t i = 0; i < count; i++) {
        const Node *part = select ? branches[i] : node->parts[i];
        bool wanted = node->kind == NODE_ALL || node->kind == NODE_ANY ? dossier_truth(dossier, part) == truth : true;
        if (wanted) situation_deciding(dossier, part, list);
        if (wanted && node->kind == NODE_ANY && truth == TRUTH_TRUE) return;
    }
}

/* « hors de l’ESS, car SAS, sans agrément ESUS » says « SAS » and « sans agrément ESUS » already. */
static bool said_as_reason(const char *text, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *reasons = strstr(texts[i], ", car "), *found = reasons ? strstr(reasons, text) : NULL;
        if (found && texts[i] != text && found[-1] == ' ' && strchr(", ", found[strlen(text)])) return true;
    }
    return false;
}

/* « structure de l’ESS, car association ou fondation, sans plus de précision »: what the reason of another value says already
 * leaves it its doubt. */
static void give_doubt(Arena *arena, const char **texts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *doubt = strstr(texts[i], IMPRECISE);
        const char *value = doubt ? arena_text(arena, texts[i], (size_t)(doubt - texts[i])) : NULL;
        for (size_t k = 0; value && k < count; k++) {
            const char *reasons = strstr(texts[k], ", car ");
            if (k == i || !reasons || strcmp(reasons + strlen(", car "), value) != 0) continue;
            texts[k] = phrase_of(arena, texts[k], doubt, NULL);
            texts[i] = value;
            break;
        }
    }
}

/* « appartenance à l’ESS non connue, faute de connaître la forme juridique » says already that the form is not known. */
static bool said_as_cause(const Dossier *dossier, int fact, const char *text, const char *const *texts, size_t count) {
    const Fact *known = dossier_fact(dossier, fact);
    if (count < 2 || dossier_informed(dossier, fact)) return false;
    const char *cause = phrase_of(dossier->arena, ", faute de connaître ",
                                  french_the(dossier->arena, known->label ? known->label : "", known->gender, known->plural), NULL);
    for (size_t i = 0; i < count; i++)
        if (texts[i] != text && strstr(texts[i], cause)) return true;
    return false;
}

/* « l’appartenance des fonds de dotation à l’ESS est discutée » names the fonds de dotation already. */
static bool said_as_discussed(const Dossier *dossier, const Deciding *list, size_t own, const char *const *texts) {
    for (size_t i = 0; i < list->count; i++)
        if (i != own && describe_open(dossier, list->tests[i]->test.fact) && strstr(texts[i], texts[own])) return true;
    return false;
}

/* « thématiques non connues, à confirmer »: the last says nothing that the others do not. */
static void drop_confirmations(const Dossier *dossier, Deciding *list) {
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Node *test = list->tests[i];
        if (!clause_is_confirmation(dossier, test) || dossier_truth(dossier, test) != TRUTH_UNKNOWN) list->tests[kept++] = test;
    }
    if (kept > 0) list->count = kept;
}

/* What is known and does not settle a group that is to be confirmed: « disponibilité de la direction : 3 jours par mois ». */
static size_t add_known(const Dossier *dossier, const Node *node, const char **texts, size_t count) {
    const bool group = node->kind == NODE_ALL || node->kind == NODE_ANY;
    for (size_t i = 0; group && i < node->part_count; i++) count = add_known(dossier, node->parts[i], texts, count);
    if (dossier_truth(dossier, node) != TRUTH_FALSE) return count;
    const bool denied = node->kind == NODE_NOT; /* it must not be, and is */
    if (denied) node = node->parts[0];
    if (node->kind != NODE_TEST || clause_is_confirmation(dossier, node)) return count;
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *said = dossier_informed(dossier, node->test.fact) ? situation_named(dossier, node) : NULL;
    if (!said || count >= SITUATION_PARTS_MAX) return count;
    const char *noun = strrchr(fact->label, ' ');
    const bool number = fact->type == FACT_INTEGER || fact->type == FACT_NUMBER;
    const char *text = number && !strstr(blanks_undone(dossier, said), noun ? noun + 1 : fact->label)
                           ? phrase_of(dossier->arena, fact->label, COLON, said, NULL)
                       : denied ? phrase_of(dossier->arena, "par ailleurs, ", said, NULL)
                                : said;
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i], text) == 0) return count;
    texts[count] = text;
    return count + 1;
}

/* A part of a group of ways whose bound a known value does not reach, or NULL. */
static const Node *short_part(const Dossier *dossier, const Node *node) {
    if (node->kind != NODE_ANY || dossier_truth(dossier, node) != TRUTH_UNKNOWN) return NULL;
    for (size_t i = 0; i < node->part_count; i++) {
        const Node *part = node->parts[i];
        const bool bound = part->kind == NODE_TEST && part->test.comparison == TEST_BOUNDS && part->test.low.present;
        if (bound && dossier_truth(dossier, part) == TRUTH_FALSE && dossier_fact(dossier, part->test.fact)->type != FACT_DATE)
            return part;
    }
    return NULL;
}

bool situation_falls_short(const Dossier *dossier, const Node *node) {
    return short_part(dossier, node) != NULL;
}

const char *situation_short(const Dossier *dossier, const Node *node) {
    const Node *part = short_part(dossier, node);
    return part ? situation_named(dossier, part) : NULL;
}

/* « aucune personne salariée »: an amount would make of each structure's text one of its own, to be told anew for each. */
static const char *none_beside(const Dossier *dossier, const Node *node) {
    const Node *part = short_part(dossier, node);
    const bool counted = part && dossier_fact(dossier, part->test.fact)->type == FACT_INTEGER;
    const bool none = counted && dossier_value(dossier, part->test.fact)->span.high <= 0;
    return none ? phrase_of(dossier->arena, situation_named(dossier, part), SEMICOLON, NULL) : "";
}

/* Of a group that only a confirmation can settle, or that nothing at all does not. */
static const char *known_beside(const Dossier *dossier, const Node *node, const Deciding *list) {
    const char *texts[SITUATION_PARTS_MAX];
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (size_t i = 0; i < list->count; i++)
        if (!clause_is_confirmation(dossier, list->tests[i])) return none_beside(dossier, node);
    const bool open = node->kind == NODE_ANY && dossier_truth(dossier, node) == TRUTH_UNKNOWN;
    const size_t count = open ? add_known(dossier, node, texts, 0) : 0;
    for (size_t i = 0; i < count; i++)
        if (!said_as_reason(texts[i], texts, count)) phrase_join(&phrase, texts[i], SEMICOLON, NULL);
    return phrase_text(&phrase);
}

const char *situation_reasons(const Dossier *dossier, const Node *test, const char *said) {
    const char *reasons = said && dossier_fact(dossier, test->test.fact)->type == FACT_BOOLEAN ? strstr(said, ", car ") : NULL;
    if (!reasons || dossier_truth(dossier, test) == TRUTH_UNKNOWN || !dossier_derivation(dossier, test->test.fact)) return said;
    return reasons + strlen(", car ");
}

/* « procédure collective, nature des difficultés et modèle économique non connus »: where one of several things is not known for
 * want of a fact, all are told by what is wanting. NULL elsewhere. */
static const char *wanting_together(const Dossier *dossier, const Deciding *list, const char *const *texts) {
    int causes[SITUATION_PARTS_MAX];
    const char *names[SITUATION_PARTS_MAX];
    size_t count = 0;
    bool caused = false, feminine = true;
    for (size_t i = 0; i < list->count; i++) {
        const int fact = list->tests[i]->test.fact, cause = describe_cause(dossier, fact);
        if (dossier_informed(dossier, fact) || !strstr(texts[i], " non connu")) return NULL;
        caused = caused || strstr(texts[i], ", faute de connaître ");
        size_t k = 0;
        while (k < count && causes[k] != cause) k++;
        if (k < count) continue;
        causes[count] = cause;
        names[count++] = dossier_fact(dossier, cause)->label;
        feminine = feminine && dossier_fact(dossier, cause)->gender == GENDER_FEMININE;
    }
    if (!caused || count < 2) return NULL;
    return phrase_of(dossier->arena, french_list(dossier->arena, names, count, "et"), feminine ? " non connues" : " non connus",
                     NULL);
}

const char *situation_of_group(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    drop_confirmations(dossier, &list);
    const char *texts[SITUATION_PARTS_MAX];
    bool commas = false;
    for (size_t i = 0; i < list.count; i++) {
        texts[i] = situation_named(dossier, list.tests[i]);
        commas = commas || (list.count > 1 && (met_by_members(dossier, list.tests[i]) || blank_commas(texts[i])));
    }
    give_doubt(dossier->arena, texts, list.count);
    const char *known = list.count ? known_beside(dossier, node, &list) : "";
    const char *wanting = wanting_together(dossier, &list, texts);
    if (wanting) return phrase_of(dossier->arena, known, wanting, NULL);
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (size_t i = 0; i < list.count; i++)
        if (!said_as_reason(texts[i], texts, list.count) && !said_as_discussed(dossier, &list, i, texts) &&
            !said_as_cause(dossier, list.tests[i]->test.fact, texts[i], texts, list.count))
            phrase_join(&phrase,
                        phrase.length == 0 ? ""
                        : commas           ? SEMICOLON
                                           : ", ",
                        situation_reasons(dossier, list.tests[i], texts[i]), NULL);
    return list.count ? phrase_of(dossier->arena, known, phrase_text(&phrase), NULL) : NULL;
}

/* Does this node fail by one fact alone, whatever the others are? */
static bool fails_by(const Dossier *dossier, const Node *node, int fact) {
    if (dossier_truth(dossier, node) != TRUTH_FALSE) return false;
    if (node->kind == NODE_TEST) return node->test.fact == fact;
    bool any = false, all = true;
    for (size_t i = 0; i < node->part_count; i++) {
        bool fails = fails_by(dossier, node->parts[i], fact);
        any = any || fails;
        all = all && fails;
    }
    return node->kind == NODE_ALL ? any : (node->kind == NODE_ANY || node->kind == NODE_DIVERGENCE) && all && any;
}

/* The test of the fact that closes every way of a group, or NULL. */
const Node *situation_common_failure(const Dossier *dossier, const Node *group, const Node *inside) {
    if (inside->kind == NODE_TEST) return fails_by(dossier, group, inside->test.fact) ? inside : NULL;
    const Node *found = NULL;
    for (size_t i = 0; !found && i < inside->part_count; i++) found = situation_common_failure(dossier, group, inside->parts[i]);
    return found;
}

/* A situation without the origin of the value: « 9 personnes salariées ». */
const char *situation_without_origin(const Dossier *dossier, const Node *node, const char *said) {
    const char *origin = describe_origin(dossier, node->test.fact);
    const char *found = said && origin ? strstr(said, phrase_of(dossier->arena, " – ", origin, NULL)) : NULL;
    const char *cut = found ? arena_text(dossier->arena, said, (size_t)(found - said)) : NULL;
    return cut ? cut : said;
}

/* A met value alone; the reasons of a derived one are left out too. */
const char *situation_value_alone(const Dossier *dossier, const Node *node) {
    const char *said = situation_without_origin(dossier, node, situation_named(dossier, node));
    const char *reasons = said && dossier_derivation(dossier, node->test.fact) ? strstr(said, ", car ") : NULL;
    const char *cut = reasons ? arena_text(dossier->arena, said, (size_t)(reasons - said)) : NULL;
    return cut ? cut : said;
}
