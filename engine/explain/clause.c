/* A group is told by what matters in it: what is met when it is met, what fails when it fails, what is missing when it is unknown.
 * The truth of each part is read from the evaluated plan. */
#include "explain/clause.h"

#include "base/text.h"
#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/situation.h"
#include "explain/sources.h"

#include <string.h>

#define QUOTE_COLUMNS 72  /* a longer passage breaks the sentence that holds it */
#define BRIEF_COLUMNS 130 /* two lines of a terminal, with a name before */

bool clause_is_confirmation(const Dossier *dossier, const Node *node) {
    return node->kind == NODE_TEST && dossier_fact(dossier, node->test.fact)->programme != NULL;
}

static bool tests_place(const Node *node) {
    return node->test.place_count > 0 || node->test.metropole;
}

static const char *quoted(const Dossier *dossier, const Node *node) {
    const char *reading = source_short(dossier->arena, &node->grounds, QUOTE_COLUMNS);
    return reading ? french_quote(dossier->arena, reading) : NULL;
}

const char *clause_asked(const Dossier *dossier, const Node *node) {
    if (clause_is_confirmation(dossier, node) || node->kind != NODE_TEST) {
        const char *quote = node->title ? NULL : quoted(dossier, node);
        return node->title ? french_tidy(dossier->arena, node->title) : quote ? quote : "";
    }
    const char *quote = tests_place(node) ? NULL : quoted(dossier, node);
    return quote ? quote : describe_asked(dossier, &node->test);
}

const char *clause_expected(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const char *quote = node->grounds.quote_count ? french_quote(arena, source_reading(arena, node->grounds.quotes[0])) : NULL;
    if (node->kind != NODE_TEST || clause_is_confirmation(dossier, node)) {
        const char *title = node->title ? french_tidy(arena, node->title) : NULL;
        if (title && quote) return phrase_of(arena, title, COLON, quote, NULL);
        return title ? title : quote ? quote : clause_of(dossier, node);
    }
    const char *words = describe_asked(dossier, &node->test);
    return quote ? phrase_of(arena, quote, " (", words, ")", NULL) : words;
}

/* The analyst's own wording, with {valeur} and {nom} filled in; what is not known follows when the wording leaves it out. */
static const char *worded(const Dossier *dossier, const Node *node, const char *wording) {
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    const char *situation = node->kind == NODE_TEST ? situation_of(dossier, node) : situation_of_group(dossier, node);
    bool told = dossier_truth(dossier, node) != TRUTH_UNKNOWN;
    for (const char *at = wording; *at;) {
        bool value = strncmp(at, "{valeur}", 8) == 0, name = strncmp(at, "{nom}", 5) == 0;
        if (value) phrase_add(&phrase, situation ? situation : "non connu");
        if (name) phrase_add(&phrase, dossier->name);
        if (!value && !name) phrase_add_bytes(&phrase, at, 1);
        told = told || value;
        at += value ? 8 : name ? 5 : 1;
    }
    if (!told && situation && !strchr(wording, '(')) phrase_join(&phrase, " (", situation, ")", NULL);
    return french_tidy(dossier->arena, phrase_text(&phrase));
}

/* What a situation adds to what is asked, when it opens with the same words: « structure de l’ESS (association) ». */
static const char *addition(const char *asked, const char *situation) {
    size_t length = strlen(asked);
    if (strncmp(situation, asked, length) != 0) return situation;
    if (situation[length] == '\0') return NULL;
    if (strncmp(situation + length, ", ", 2) != 0) return situation;
    situation += length + 2;
    return strncmp(situation, "car ", 4) == 0 ? situation + 4 : situation;
}

static const char *with_situation(const Dossier *dossier, const char *asked, const char *situation) {
    const char *added = situation ? addition(asked, situation) : NULL;
    return added ? phrase_of(dossier->arena, asked, " (", added, ")", NULL) : asked;
}

/* The situation beside what is asked: « non connu » is enough where the fact has just been named. */
static const char *situation_beside(const Dossier *dossier, const Node *node, const char *asked) {
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *situation = situation_of(dossier, node);
    if (!situation || !fact->label || strncmp(asked, fact->label, strlen(fact->label)) != 0) return situation;
    bool again = strncmp(situation, fact->label, strlen(fact->label)) == 0 && situation[strlen(fact->label)] == ' ';
    return again ? situation + strlen(fact->label) + 1 : situation;
}

/* « siège en Hauts-de-France, l’une des huit régions couvertes », « siège en Île-de-France (il est en Bretagne) » */
static const char *seat_clause(const Dossier *dossier, const Node *node) {
    const Test *test = &node->test;
    const char *place = describe_seat(dossier, test);
    Truth truth = dossier_truth(dossier, node);
    if (!place || test->negated || test->metropole || test->place_count == 0 || truth == TRUTH_UNKNOWN) return NULL;
    if (truth == TRUTH_FALSE) return phrase_of(dossier->arena, describe_asked(dossier, test), " (il est ", place, ")", NULL);
    return phrase_of(dossier->arena, "siège ", place, test->place_count > 1 ? ", " : "",
                     test->place_count > 1 ? describe_covered(dossier->arena, test) : "", NULL);
}

static const char *test_clause(const Dossier *dossier, const Node *node) {
    const char *seat = seat_clause(dossier, node);
    if (seat) return seat;
    const char *asked = clause_asked(dossier, node);
    if (clause_is_confirmation(dossier, node) && dossier_truth(dossier, node) == TRUTH_UNKNOWN) return asked;
    return with_situation(dossier, asked, situation_beside(dossier, node, asked));
}

static bool same_quote(const Node *a, const Node *b) {
    return a != b && a->grounds.quote_count > 0 && b->grounds.quote_count > 0 && a->grounds.quotes[0] == b->grounds.quotes[0];
}

/* A quotation that the group's title or another part already gives would be said twice: the test is then told in words. */
static const char *part_clause(const Dossier *dossier, const Node *group, const Node *part) {
    bool worded_by_author = part->wording_met || part->wording_unmet || part->wording_unknown;
    bool repeated = group->title != NULL || group->kind == NODE_DIVERGENCE;
    for (size_t i = 0; i < group->part_count; i++) repeated = repeated || same_quote(group->parts[i], part);
    if (part->kind != NODE_TEST || worded_by_author || clause_is_confirmation(dossier, part) || !repeated)
        return clause_of(dossier, part);
    const char *seat = seat_clause(dossier, part);
    if (seat) return seat;
    const char *asked = describe_asked(dossier, &part->test);
    return with_situation(dossier, asked, situation_beside(dossier, part, asked));
}

/* Adds the clauses of the parts whose truth is wanted to the `found` first of `out` (SITUATION_PARTS_MAX at most), each said once.
 */
static size_t gather(const Dossier *dossier, const Node *group, Truth wanted, const char **out, size_t found) {
    for (size_t i = 0; i < group->part_count && found < SITUATION_PARTS_MAX; i++) {
        if (dossier_truth(dossier, group->parts[i]) != wanted) continue;
        const char *clause = part_clause(dossier, group, group->parts[i]);
        size_t k = 0;
        while (k < found && strcmp(out[k], clause) != 0) k++;
        if (k == found) out[found++] = clause;
    }
    return found;
}

static const char *joined(const Dossier *dossier, const char *const *clauses, size_t count, const char *word) {
    Arena *arena = dossier->arena;
    if (count <= 2) return french_list(arena, clauses, count, word);
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i ? SEMICOLON : "", clauses[i], NULL);
    return phrase_text(&phrase);
}

static const char *together(const Dossier *dossier, const Node *node, const char *lead) {
    const char *clauses[SITUATION_PARTS_MAX];
    size_t count = 0;
    for (Truth truth = TRUTH_FALSE; truth <= TRUTH_UNKNOWN; truth++) count = gather(dossier, node, truth, clauses, count);
    return phrase_of(dossier->arena, lead, joined(dossier, clauses, count, "et"), NULL);
}

static const char *all_clause(const Dossier *dossier, const Node *node) {
    const char *clauses[SITUATION_PARTS_MAX];
    size_t count = gather(dossier, node, dossier_truth(dossier, node), clauses, 0);
    if (count == 0) return together(dossier, node, "conditions qui ne peuvent pas être réunies" COLON);
    return joined(dossier, clauses, count, "et");
}

static const char *any_clause(const Dossier *dossier, const Node *node) {
    const char *clauses[SITUATION_PARTS_MAX];
    Truth truth = dossier_truth(dossier, node);
    size_t count = gather(dossier, node, truth, clauses, 0);
    if (count == 0) return together(dossier, node, "dans tous les cas possibles" COLON);
    const Node *common = truth == TRUTH_FALSE ? situation_common_failure(dossier, node, node) : NULL;
    if (common && count > 1)
        return phrase_of(dossier->arena, "aucune voie n’est ouverte (", situation_named(dossier, common), ")", NULL);
    if (count == 1 || truth == TRUTH_TRUE) return clauses[0];
    const char *lead = truth == TRUTH_FALSE ? "aucune voie n’est ouverte" COLON : "l’une au moins de ces voies" COLON;
    return phrase_of(dossier->arena, lead, joined(dossier, clauses, count, "ou"), NULL);
}

static const char *not_clause(const Dossier *dossier, const Node *node) {
    static const char *const leads[] = {"cas exclu" COLON, "hors du cas exclu" COLON, "cas exclu, à vérifier" COLON};
    return phrase_of(dossier->arena, leads[dossier_truth(dossier, node)],
                     node->part_count ? clause_of(dossier, node->parts[0]) : "", NULL);
}

/* « moins de 6 mois ou moins de 9 mois avant la date… »: what the readings end alike with is said once. */
static void share_ending(Arena *arena, const char **asked, size_t count) {
    static const char *const joints[] = {" avant ", " depuis "};
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
        const char *last = count ? strstr(asked[count - 1], joints[k]) : NULL;
        for (size_t i = 0; last && i + 1 < count; i++) {
            const char *ending = strstr(asked[i], joints[k]);
            if (!ending || strcmp(ending, last) != 0) continue;
            const char *cut = arena_text(arena, asked[i], (size_t)(ending - asked[i]));
            if (cut) asked[i] = cut;
        }
    }
}

static const char *reading_of(const Dossier *dossier, const Node *part) {
    bool plain = part->kind == NODE_TEST && !clause_is_confirmation(dossier, part);
    if (plain) return describe_asked(dossier, &part->test);
    return part->title ? french_tidy(dossier->arena, part->title) : clause_of(dossier, part);
}

/* « oui si l’on lit « moins de 9 mois », non si l’on lit « moins de 6 mois avant la date d’impasse » » */
static const char *sides(const Dossier *dossier, const Node *node, const char *const *asked, size_t count) {
    static const char *const leads[] = {"non si l’on lit ", "oui si l’on lit ", "à vérifier si l’on lit "};
    static const Truth order[] = {TRUTH_TRUE, TRUTH_FALSE, TRUTH_UNKNOWN};
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (size_t side = 0; side < 3; side++)
        for (size_t i = 0; i < count; i++)
            if (dossier_truth(dossier, node->parts[i]) == order[side])
                phrase_join(&phrase, phrase.length ? ", " : "", leads[order[side]], french_quote(dossier->arena, asked[i]), NULL);
    return phrase_text(&phrase);
}

/* Readings of one fact name it already: the value alone is enough beside them. */
static const char *shared_situation(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    bool place = list.count == 1 && describe_seat(dossier, &list.tests[0]->test) != NULL;
    return list.count == 1 && !place ? situation_of(dossier, list.tests[0]) : situation_of_group(dossier, node);
}

static const char *divergence_clause(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    Truth truth = dossier_truth(dossier, node);
    const char *asked[SITUATION_PARTS_MAX], *situation = shared_situation(dossier, node);
    size_t count = 0;
    for (size_t i = 0; i < node->part_count && count < SITUATION_PARTS_MAX; i++)
        asked[count++] = reading_of(dossier, node->parts[i]);
    share_ending(arena, asked, count);
    const char *beside = situation ? phrase_of(arena, " (", situation, ")", NULL) : "";
    const char *why = node->reason ? phrase_of(arena, SEMICOLON, french_tidy(arena, node->reason), NULL) : "";
    if (clause_diverges(dossier, node))
        return phrase_of(arena, "les sources divergent" COLON, sides(dossier, node, asked, count), beside, why, NULL);
    const char *list = french_list(arena, asked, count, "ou");
    return phrase_of(arena, list, truth == TRUTH_UNKNOWN ? "" : ", quelle que soit la lecture", beside, NULL);
}

size_t clause_branches(const Dossier *dossier, const Node *node, const Node **parts, size_t capacity) {
    size_t count = 0;
    for (size_t i = 0; i + 1 < node->part_count; i += 2) {
        Truth truth = dossier_truth(dossier, node->parts[i]);
        if (truth == TRUTH_FALSE) continue;
        if (count + 2 <= capacity) parts[count++] = node->parts[i], parts[count++] = node->parts[i + 1];
        if (truth == TRUTH_TRUE) return count;
    }
    if (node->part_count % 2 == 1 && count < capacity) parts[count++] = node->parts[node->part_count - 1];
    return count;
}

static const char *select_clause(const Dossier *dossier, const Node *node) {
    const Node *parts[SITUATION_PARTS_MAX];
    size_t count = clause_branches(dossier, node, parts, SITUATION_PARTS_MAX);
    if (count == 0) return node->reason ? french_tidy(dossier->arena, node->reason) : "cas non prévu";
    if (count == 1) return clause_of(dossier, parts[0]);
    if (count == 2 && dossier_truth(dossier, parts[0]) == TRUTH_TRUE) {
        const char *result = clause_of(dossier, parts[1]);
        if (parts[1]->kind != NODE_CONSTANT) return result;
        return phrase_of(dossier->arena, clause_of(dossier, parts[0]), COLON, result, NULL);
    }
    return phrase_of(dossier->arena, "selon le cas" COLON, clause_of(dossier, parts[0]), NULL);
}

static const char *constant_clause(const Dossier *dossier, const Node *node) {
    static const char *const words[] = {"cas refusé", "sans objet ici", "le document ne permet pas de trancher"};
    if (node->nothing_asked) return "aucune condition";
    if (node->reason) return french_tidy(dossier->arena, node->reason);
    const char *quote = quoted(dossier, node);
    return quote ? quote : words[node->constant];
}

static const char *callback_clause(const Dossier *dossier, const Node *node) {
    const char *quote = quoted(dossier, node), *values[3];
    size_t count = 0;
    for (size_t i = 0; node->callback && i < node->callback->fact_count && count < 3; i++) {
        const char *value = describe_value(dossier, node->callback->facts[i]);
        values[count++] = value ? value : describe_ignorance(dossier, node->callback->facts[i]);
    }
    const char *lead = quote ? quote : "critère calculé";
    return count ? phrase_of(dossier->arena, lead, " (", french_list(dossier->arena, values, count, "et"), ")", NULL) : lead;
}

static const char *plain_clause(const Dossier *dossier, const Node *node) {
    switch (node->kind) {
    case NODE_TEST: return test_clause(dossier, node);
    case NODE_ALL: return all_clause(dossier, node);
    case NODE_ANY: return any_clause(dossier, node);
    case NODE_NOT: return not_clause(dossier, node);
    case NODE_DIVERGENCE: return divergence_clause(dossier, node);
    case NODE_SELECT: return select_clause(dossier, node);
    case NODE_CONSTANT: return constant_clause(dossier, node);
    case NODE_CALLBACK: break;
    }
    return callback_clause(dossier, node);
}

/* A group of plain tests is told by its title and by what decides it: « employeur, ou bientôt (9 personnes salariées) ». */
static bool told_by_title(const Dossier *dossier, const Node *node) {
    if (clause_diverges(dossier, node) || node->kind == NODE_NOT || node->kind == NODE_SELECT) return false;
    for (size_t i = 0; i < node->part_count; i++)
        if (node->parts[i]->kind != NODE_TEST && !node->parts[i]->nothing_asked) return false;
    return node->part_count > 0;
}

static const char *titled_clause(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const char *title = french_lower(arena, french_tidy(arena, node->title));
    const Node *common = node->kind == NODE_ANY ? situation_common_failure(dossier, node, node) : NULL;
    if (node->nothing_asked) return title;
    if (common) return phrase_of(arena, title, " (", situation_named(dossier, common), ")", NULL);
    if (!told_by_title(dossier, node)) return phrase_of(arena, title, " – ", plain_clause(dossier, node), NULL);
    bool whatever = node->kind == NODE_DIVERGENCE && dossier_truth(dossier, node) != TRUTH_UNKNOWN;
    const char *situation = situation_of_group(dossier, node);
    return phrase_of(arena, title, whatever ? ", quelle que soit la lecture" : "", situation ? " (" : "",
                     situation ? situation : "", situation ? ")" : "", NULL);
}

static const char *new_clause(const Dossier *dossier, const Node *node) {
    const char *const wordings[] = {node->wording_unmet, node->wording_met, node->wording_unknown};
    const char *wording = wordings[dossier_truth(dossier, node)];
    if (wording) return worded(dossier, node, wording);
    if (!node->title || clause_is_confirmation(dossier, node)) return plain_clause(dossier, node);
    return titled_clause(dossier, node);
}

const char *clause_of(const Dossier *dossier, const Node *node) {
    const char **said = &dossier->clauses[node->number];
    if (!*said) *said = new_clause(dossier, node);
    return *said;
}

static const char *met_brief(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    const char *texts[SITUATION_PARTS_MAX];
    for (size_t i = 0; i < list.count; i++) texts[i] = situation_value_alone(dossier, list.tests[i]);
    return list.count ? french_list(dossier->arena, texts, list.count, "et") : clause_of(dossier, node);
}

/* « forme juridique : association (SAS) », « hors de l’ESS, car SAS », « budget annuel d’au moins 500 000 € (412 000 €) » */
static const char *unmet_brief(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *seat = seat_clause(dossier, node), *asked = describe_asked(dossier, &node->test);
    const char *situation = situation_without_origin(dossier, node, situation_of(dossier, node));
    if (seat) return seat;
    if (fact->type == FACT_BOOLEAN && situation) return situation;
    if (fact->type == FACT_ENUM && !node->test.negated) asked = phrase_of(arena, fact->label, COLON, asked, NULL);
    return with_situation(dossier, asked, situation);
}

/* A long group is told by its title and the first of what decides it. */
static const char *group_brief(const Dossier *dossier, const Node *node, const char *clause) {
    Arena *arena = dossier->arena;
    if (utf8_width(clause, strlen(clause)) <= BRIEF_COLUMNS || !node->title) return clause;
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    const char *title = french_lower(arena, french_tidy(arena, node->title));
    const char *first =
        list.count ? situation_without_origin(dossier, list.tests[0], situation_named(dossier, list.tests[0])) : NULL;
    bool diverges = clause_diverges(dossier, node);
    const char *beside = first ? phrase_of(arena, " (", first, ")", NULL) : "";
    const char *why = diverges && node->reason ? phrase_of(arena, COLON, french_tidy(arena, node->reason), NULL) : "";
    return phrase_of(arena, title, diverges ? " – les sources divergent" : "", beside, why, NULL);
}

const char *clause_brief(const Dossier *dossier, const Node *node) {
    Truth truth = dossier_truth(dossier, node);
    const char *clause = clause_of(dossier, node);
    const char *const wordings[] = {node->wording_unmet, node->wording_met, node->wording_unknown};
    if (wordings[truth] || clause_is_confirmation(dossier, node)) return clause;
    if (truth == TRUTH_TRUE) return met_brief(dossier, node);
    if (node->kind != NODE_TEST) return group_brief(dossier, node, clause);
    if (truth == TRUTH_FALSE) return unmet_brief(dossier, node);
    const char *said = situation_named(dossier, node), *cause = said ? strstr(said, ", faute de ") : NULL;
    const char *cut = cause ? arena_text(dossier->arena, said, (size_t)(cause - said)) : NULL;
    return cut ? cut : said ? said : clause;
}

bool clause_diverges(const Dossier *dossier, const Node *node) {
    if (dossier_truth(dossier, node) != TRUTH_UNKNOWN) return false;
    bool met = false, unmet = false;
    for (size_t i = 0; i < node->part_count; i++) {
        Truth truth = dossier_truth(dossier, node->parts[i]);
        met = met || truth == TRUTH_TRUE;
        unmet = unmet || truth == TRUTH_FALSE;
    }
    if (node->kind == NODE_DIVERGENCE && met && unmet) return true;
    const Node *branches[SITUATION_PARTS_MAX];
    bool select = node->kind == NODE_SELECT;
    size_t count = select ? clause_branches(dossier, node, branches, SITUATION_PARTS_MAX) : node->part_count;
    for (size_t i = 0; i < count; i++)
        if (clause_diverges(dossier, select ? branches[i] : node->parts[i])) return true;
    return false;
}
