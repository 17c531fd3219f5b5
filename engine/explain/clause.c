/* A group is told by what matters in it: what is met when it is met, what fails when it fails, what is missing when it is unknown.
 * The truth of each part is read from the evaluated plan. */
#include "explain/clause.h"

#include "base/text.h"
#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/sources.h"

#include <string.h>

#define QUOTE_COLUMNS 72 /* a longer passage breaks the sentence that holds it */
#define PARTS_MAX 24
#define SAID_MAX 4

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

static bool at_limit(const Dossier *dossier, const Test *test) {
    const Span span = dossier->values[test->fact].span;
    if (span.low != span.high || test->operator!= TEST_BOUNDS) return span.low == span.high && test->operator== TEST_DURATION;
    return (test->low.tie_unknown && test->low.number == span.low) || (test->high.tie_unknown && test->high.number == span.low);
}

static const char *why_unknown(const Dossier *dossier, const Test *test) {
    bool spanning = test->operator== TEST_BOUNDS || test->operator== TEST_DURATION;
    if (spanning && (test->low.tie_unknown || test->high.tie_unknown) && at_limit(dossier, test))
        return "exactement à la limite, que le document ne tranche pas";
    if (test->open_list && value_known(&dossier->values[test->fact])) return "hors d’une liste que le document laisse ouverte";
    return "ce qui ne permet pas de trancher";
}

const char *clause_situation(const Dossier *dossier, const Node *node) {
    if (node->kind != NODE_TEST) return NULL;
    Arena *arena = dossier->arena;
    Truth truth = dossier_truth(dossier, node);
    if (clause_is_confirmation(dossier, node))
        return truth == TRUTH_TRUE ? "confirmé" : truth == TRUTH_FALSE ? "infirmé" : "à confirmer";
    const char *value = describe_tested(dossier, &node->test);
    const char *origin = describe_origin(dossier, node->test.fact);
    if (!value && truth == TRUTH_UNKNOWN) return describe_ignorance(dossier, node->test.fact);
    if (!value) return NULL;
    return phrase_of(arena, value, origin ? ", " : "", origin ? origin : "", truth == TRUTH_UNKNOWN ? ", " : "",
                     truth == TRUTH_UNKNOWN ? why_unknown(dossier, &node->test) : "", NULL);
}

/* The analyst's own wording, with {valeur} and {nom} filled in; the situation follows when the wording leaves it out. */
static const char *worded(const Dossier *dossier, const Node *node, const char *wording) {
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    const char *situation = clause_situation(dossier, node);
    bool told = false;
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

static const char *with_situation(const Dossier *dossier, const char *asked, const char *situation) {
    if (!situation || strcmp(asked, situation) == 0) return asked;
    return phrase_of(dossier->arena, asked, " (", situation, ")", NULL);
}

/* The situation beside what is asked: « non connu » is enough where the fact has just been named. */
static const char *situation_beside(const Dossier *dossier, const Node *node, const char *asked) {
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *situation = clause_situation(dossier, node);
    if (!situation || !fact->label || strncmp(asked, fact->label, strlen(fact->label)) != 0) return situation;
    bool again = strncmp(situation, fact->label, strlen(fact->label)) == 0 && situation[strlen(fact->label)] == ' ';
    return again ? situation + strlen(fact->label) + 1 : situation;
}

static const char *test_clause(const Dossier *dossier, const Node *node) {
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
    const char *asked = describe_asked(dossier, &part->test);
    return with_situation(dossier, asked, situation_beside(dossier, part, asked));
}

/* Adds the clauses of the parts whose truth is wanted to the `found` first of `out` (PARTS_MAX at most), each said once. */
static size_t gather(const Dossier *dossier, const Node *group, Truth wanted, const char **out, size_t found) {
    for (size_t i = 0; i < group->part_count && found < PARTS_MAX; i++) {
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
    for (size_t i = 0; i < count && i < SAID_MAX; i++) phrase_join(&phrase, i ? SEMICOLON : "", clauses[i], NULL);
    if (count > SAID_MAX) phrase_add(&phrase, SEMICOLON "…");
    return phrase_text(&phrase);
}

static const char *together(const Dossier *dossier, const Node *node, const char *lead) {
    const char *clauses[PARTS_MAX];
    size_t count = 0;
    for (Truth truth = TRUTH_FALSE; truth <= TRUTH_UNKNOWN; truth++) count = gather(dossier, node, truth, clauses, count);
    return phrase_of(dossier->arena, lead, joined(dossier, clauses, count, "et"), NULL);
}

static const char *all_clause(const Dossier *dossier, const Node *node) {
    const char *clauses[PARTS_MAX];
    size_t count = gather(dossier, node, dossier_truth(dossier, node), clauses, 0);
    if (count == 0) return together(dossier, node, "conditions qui ne peuvent pas être réunies" COLON);
    return joined(dossier, clauses, count, "et");
}

static const char *any_clause(const Dossier *dossier, const Node *node) {
    const char *clauses[PARTS_MAX];
    Truth truth = dossier_truth(dossier, node);
    size_t count = gather(dossier, node, truth, clauses, 0);
    if (count == 0) return together(dossier, node, "dans tous les cas possibles" COLON);
    if (count == 1 || truth == TRUTH_TRUE) return joined(dossier, clauses, count, "et");
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

/* « moins de 6 mois … ou moins de 9 mois … (20 avril 2027, dans 8 mois) »: readings of one fact, with the situation told once. */
static const char *readings(const Dossier *dossier, const Node *node) {
    const char *asked[PARTS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < node->part_count && count < PARTS_MAX; i++) {
        const Node *part = node->parts[i];
        bool same = part->kind == NODE_TEST && node->parts[0]->kind == NODE_TEST && part->test.fact == node->parts[0]->test.fact;
        if (!same || clause_is_confirmation(dossier, part)) return together(dossier, node, "");
        asked[count++] = describe_asked(dossier, &part->test);
    }
    if (count == 0) return "";
    share_ending(dossier->arena, asked, count);
    const Test *first = &node->parts[0]->test;
    const char *value = first->place_count ? describe_value(dossier, first->fact) : describe_tested(dossier, first);
    if (!value) value = describe_ignorance(dossier, first->fact);
    return with_situation(dossier, french_list(dossier->arena, asked, count, "ou"), value);
}

static const char *divergence_clause(const Dossier *dossier, const Node *node) {
    static const char *const leads[] = {"quelle que soit la lecture, non" COLON, "quelle que soit la lecture" COLON, ""};
    Truth truth = dossier_truth(dossier, node);
    bool diverges = clause_diverges(dossier, node);
    const char *lead = diverges ? "les sources divergent" COLON : leads[truth];
    const char *why = diverges && node->reason ? french_tidy(dossier->arena, node->reason) : NULL;
    return phrase_of(dossier->arena, lead, readings(dossier, node), why ? SEMICOLON : "", why ? why : "", NULL);
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
    const Node *parts[PARTS_MAX];
    size_t count = clause_branches(dossier, node, parts, PARTS_MAX);
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

const char *clause_of(const Dossier *dossier, const Node *node) {
    const char *const wordings[] = {node->wording_unmet, node->wording_met, node->wording_unknown};
    const char *wording = wordings[dossier_truth(dossier, node)];
    if (wording) return worded(dossier, node, wording);
    const char *clause = plain_clause(dossier, node);
    if (!node->title || clause_is_confirmation(dossier, node)) return clause;
    const char *title = french_lower(dossier->arena, french_tidy(dossier->arena, node->title));
    return phrase_of(dossier->arena, title, " – ", clause, NULL);
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
    const Node *branches[PARTS_MAX];
    bool select = node->kind == NODE_SELECT;
    size_t count = select ? clause_branches(dossier, node, branches, PARTS_MAX) : node->part_count;
    for (size_t i = 0; i < count; i++)
        if (clause_diverges(dossier, select ? branches[i] : node->parts[i])) return true;
    return false;
}
