/* A group is told by what matters in it: what is met when it is met, what fails when it fails, what is missing when it is unknown.
 * The truth of each part is read from the evaluated plan. */
#include "explain/clause.h"

#include "base/text.h"
#include "explain/blank.h"
#include "explain/describe.h"
#include "explain/divergence.h"
#include "explain/figures.h"
#include "explain/fixed.h"
#include "explain/situation.h"
#include "explain/sources.h"
#include "explain/values.h"

#include <string.h>

#define FOLDED_MAX 128
#define SITUATION_MAX 256 /* bytes; what follows is not compared */
#define BRIEF_COLUMNS 130 /* two lines of a terminal, with a name before */

bool clause_is_confirmation(const Dossier *dossier, const Node *node) {
    return node->kind == NODE_TEST && dossier_fact(dossier, node->test.fact)->programme != NULL;
}

static bool tests_place(const Node *node) {
    return node->test.place_count > 0 || node->test.metropole;
}

static const char *quoted(const Dossier *dossier, const Node *node) {
    const char *reading = source_short(dossier->arena, &node->grounds, SOURCE_SHORT_COLUMNS);
    return reading ? french_quote(dossier->arena, reading) : NULL;
}

/* Folded, without the s of plurals, so that « Associations » is « association ». */
static size_t singular(char *out, size_t size, const char *text) {
    size_t length = text_fold(out, size, text), kept = 0;
    for (size_t i = 0; i < length; i++) {
        bool ends = i + 1 == length || out[i + 1] == ' ';
        if (!(out[i] == 's' && ends && i > 0)) out[kept++] = out[i];
    }
    out[kept] = '\0';
    return kept;
}

/* Does a short passage say no more than the test in words: « Associations », « de l’ESS » ? */
static bool says_no_more(const char *quote, const char *words) {
    char passage[FOLDED_MAX], test[FOLDED_MAX];
    if (strlen(quote) >= FOLDED_MAX || strpbrk(quote, "0123456789")) return false;
    singular(passage, sizeof passage, quote);
    singular(test, sizeof test, words);
    return strstr(test, passage) != NULL;
}

/* « Employeur », alone in a cell of a table, needs no quotation marks. */
static bool single_word(const char *quote) {
    return !strpbrk(quote, " 0123456789’'[") && strlen(quote) > 4;
}

static const char *asked_by(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const char *reading = tests_place(node) ? NULL : source_short(arena, &node->grounds, SOURCE_SHORT_COLUMNS);
    if (!reading) return describe_asked(dossier, &node->test);
    const char *words = describe_asked(dossier, &node->test);
    bool denies = node->test.negated && node->test.comparison == TEST_CHOICES; /* told more plainly by the document */
    if (!denies && says_no_more(reading, words)) return words;
    return single_word(reading) ? french_lower(arena, french_tidy(arena, reading)) : french_quote(arena, reading);
}

static const char *new_asked(const Dossier *dossier, const Node *node) {
    if (clause_is_confirmation(dossier, node) || node->kind != NODE_TEST) {
        const char *quote = node->title ? NULL : quoted(dossier, node);
        return node->title ? french_tidy(dossier->arena, node->title) : quote ? quote : "";
    }
    return asked_by(dossier, node);
}

const char *clause_asked(const Dossier *dossier, const Node *node) {
    if (!dossier->fixed) return new_asked(dossier, node);
    const char **kept = &dossier->fixed->asked[node->number];
    if (*kept) return *kept;
    Dossier lasting = *dossier; /* nothing of the structure is asked of it, only room that stays */
    lasting.arena = dossier->fixed->arena;
    return *kept = new_asked(&lasting, node);
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

/* « il est dans le Nord », beside a condition on the seat that it does not meet. */
static const char *elsewhere(const Dossier *dossier, const Node *node, const char *asked, const char *situation) {
    static const char seat[] = "siège ", either[] = "siège ou ";
    const bool fails = situation && dossier_truth(dossier, node) == TRUTH_FALSE;
    if (!fails || strncmp(asked, seat, strlen(seat)) != 0 || strncmp(asked, either, strlen(either)) == 0) return situation;
    return strncmp(situation, seat, strlen(seat)) == 0 ? phrase_of(dossier->arena, "il est ", situation + strlen(seat), NULL)
                                                       : situation;
}

/* What takes the place of {…} in an analyst's wording; the length of the mark, or 0. */
static size_t placed(const Dossier *dossier, const Node *node, const char *at, const char *situation, bool bracketed,
                     const char **words) {
    const bool test = node->kind == NODE_TEST && !clause_is_confirmation(dossier, node);
    if (test && bracketed) situation = situation_reasons(dossier, node, situation);
    if (strncmp(at, "{valeur}", 8) == 0) return *words = situation ? situation : "non connu", 8;
    if (strncmp(at, "{nom}", 5) == 0) return *words = dossier_name(dossier), 5;
    if (test && strncmp(at, "{seuil}", 7) == 0) return *words = describe_asked(dossier, &node->test), 7;
    return 0;
}

/* « aucune dette échue » tells already that there is none. */
static bool tells(const char *wording, const char *situation) {
    char text[SITUATION_MAX * 2], value[SITUATION_MAX];
    text_fold(text, sizeof text, wording);
    text_fold(value, sizeof value, situation);
    return strchr(wording, '(') || strstr(text, value);
}

/* Does it hang on a figure whether the wording tells a situation? Not where it has brackets, nor where it lacks what follows the
 * figure. */
static bool tells_by_figure(const char *wording, const char *situation) {
    const char *blank = blank_in(situation), *rest = blank ? blank + BLANK_BYTES : NULL;
    if (!blank || strchr(wording, '(')) return false;
    return blank_in(rest) || strlen(wording) > SITUATION_MAX / 2 || tells(wording, rest);
}

/* The analyst's own wording, with its places filled in; the value follows when the wording leaves it out. */
static const char *worded(const Dossier *dossier, const Node *node, const char *wording) {
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    const Node *common = node->kind == NODE_ANY ? situation_common_failure(dossier, node, node) : NULL;
    const char *situation = node->kind == NODE_TEST ? situation_of(dossier, node)
                            : common                ? situation_named(dossier, common)
                                                    : situation_of_group(dossier, node);
    bool told = strstr(wording, "{valeur}") != NULL;
    if (!told && situation && tells_by_figure(wording, situation)) situation = blanks_undone(dossier, situation);
    situation = elsewhere(dossier, node, wording, situation);
    for (const char *at = wording; *at;) {
        const char *words = NULL;
        size_t length = *at == '{' ? placed(dossier, node, at, situation, at > wording && at[-1] == '(', &words) : 0;
        const size_t passed = length > 0 ? 0 : 1 + strcspn(at + 1, "{");
        if (length > 0) phrase_add(&phrase, words);
        phrase_add_bytes(&phrase, at, passed);
        at += length + passed;
    }
    if (!told && node->kind == NODE_TEST) situation = situation_reasons(dossier, node, situation);
    if (!told && situation && !tells(wording, situation)) phrase_join(&phrase, " (", situation, ")", NULL);
    return french_tidy(dossier->arena, phrase_text(&phrase));
}

/* What a situation adds to what is asked, when it opens with the same words: « structure de l’ESS (association) »; « éligible au
 * mécénat (non) » of what denies them. */
static const char *addition(const char *asked, const char *situation) {
    static const char *const joints[] = {", car ", ", ", " – "};
    size_t length = strlen(asked);
    if (strncmp(situation, "non ", strlen("non ")) == 0 && strcmp(situation + strlen("non "), asked) == 0) return "non";
    if (strncmp(situation, asked, length) != 0) return situation;
    situation += length;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (strncmp(situation, joints[i], strlen(joints[i])) == 0) return situation + strlen(joints[i]);
    return *situation ? situation - length : NULL;
}

static const char *with_situation(const Dossier *dossier, const char *asked, const char *situation) {
    if (situation && blank_opens(dossier, situation, asked)) situation = blanks_undone(dossier, situation);
    const char *added = situation ? addition(asked, situation) : NULL;
    return added ? phrase_of(dossier->arena, asked, " (", added, ")", NULL) : asked;
}

/* The situation beside what is asked: « non connu » is enough where the fact has just been named, and an amount that the passage
 * does not name is told by its own name. */
static const char *situation_beside(const Dossier *dossier, const Node *node, const char *asked) {
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *situation = situation_of(dossier, node);
    if (!situation || !fact->label) return situation;
    size_t length = strlen(fact->label);
    bool bare = fact->type == FACT_EUROS || fact->type == FACT_SET;
    if (bare && !strstr(asked, fact->label)) return situation_named(dossier, node);
    bool again = strncmp(asked, fact->label, length) == 0 && strncmp(situation, fact->label, length) == 0 &&
                 strncmp(situation + length, " non ", 5) == 0;
    return again ? situation + length + 1 : situation;
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
    return with_situation(dossier, asked, situation_reasons(dossier, node, situation_beside(dossier, node, asked)));
}

/* A quotation that the group's title or another part already gives would be said twice: the test is then told in words. */
static const char *part_clause(const Dossier *dossier, const Node *group, const Node *part) {
    bool worded_by_author = part->wording_met || part->wording_unmet || part->wording_unknown;
    bool repeated = group->title != NULL || group->kind == NODE_DIVERGENCE;
    for (size_t i = 0; i < group->part_count; i++) repeated = repeated || divergence_same_passage(group->parts[i], part);
    if (part->kind != NODE_TEST || worded_by_author || clause_is_confirmation(dossier, part) || !repeated)
        return clause_of(dossier, part);
    const char *seat = seat_clause(dossier, part);
    if (seat) return seat;
    const char *asked = describe_asked(dossier, &part->test);
    return with_situation(dossier, asked, situation_reasons(dossier, part, situation_beside(dossier, part, asked)));
}

/* Adds the clauses of the parts whose truth is wanted to the `found` first of `out` (SITUATION_PARTS_MAX at most), each said once.
 */
static size_t gather(const Dossier *dossier, const Node *group, Truth wanted, const char **out, size_t found) {
    for (size_t i = 0; i < group->part_count && found < SITUATION_PARTS_MAX; i++) {
        if (dossier_truth(dossier, group->parts[i]) != wanted) continue;
        const char *clause = part_clause(dossier, group, group->parts[i]);
        size_t k = 0;
        while (k < found && !blank_same(dossier, out[k], clause)) k++;
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
    const char *first = clause_of(dossier, parts[0]); /* its author may have said what the cases have in common */
    return parts[0]->wording_unknown ? first : phrase_of(dossier->arena, "selon le cas" COLON, first, NULL);
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

/* A group of plain tests is told by its title and by what decides it: « titulaire d’un agrément (agrément ESUS) ». */
static bool told_by_title(const Dossier *dossier, const Node *node) {
    if (node->kind == NODE_ANY && dossier_truth(dossier, node) == TRUTH_TRUE) return true;
    if (divergence_open(dossier, node) || node->kind == NODE_NOT || node->kind == NODE_SELECT) return false;
    if (node->kind == NODE_DIVERGENCE) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (node->parts[i]->kind != NODE_TEST && !node->parts[i]->nothing_asked) return false;
    return node->part_count > 0;
}

/* The way that is open, where its author has worded it, and no other: « employeur (9 personnes salariées) ». */
static const Node *worded_way(const Dossier *dossier, const Node *node) {
    for (size_t i = 0; node->kind == NODE_ANY && i < node->part_count; i++)
        if (dossier_truth(dossier, node->parts[i]) == TRUTH_TRUE) return node->parts[i]->wording_met ? node->parts[i] : NULL;
    return NULL;
}

static const char *titled_clause(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const Node *way = worded_way(dossier, node);
    if (way) return clause_of(dossier, way);
    const char *title = french_lower(arena, french_tidy(arena, node->title));
    const Node *common = node->kind == NODE_ANY ? situation_common_failure(dossier, node, node) : NULL;
    if (node->nothing_asked) return title;
    if (common) return phrase_of(arena, title, " (", situation_named(dossier, common), ")", NULL);
    if (!told_by_title(dossier, node)) {
        const char *clause = plain_clause(dossier, node);
        bool quoted_already = strncmp(clause, QUOTE_OPEN, strlen(QUOTE_OPEN)) == 0;
        return quoted_already ? clause : phrase_of(arena, title, " – ", clause, NULL);
    }
    const char *situation = elsewhere(dossier, node, title, situation_of_group(dossier, node));
    const char *why = divergence_failed(dossier, node);
    const bool seat = situation && strncmp(situation, "siège ", strlen("siège ")) == 0;
    if (seat && node->kind == NODE_DIVERGENCE && dossier_truth(dossier, node) == TRUTH_TRUE) return situation;
    return phrase_of(arena, title, situation ? " (" : "", situation ? situation : "", situation ? ")" : "", why ? COLON : "",
                     why ? why : "", NULL);
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
    return *said ? *said : dossier_keep(dossier, said, new_clause(dossier, node));
}

/* « structure de l’ESS (association) »: a derived value with what it was read from, which is then not told by itself. */
static void merge_reasons(const Dossier *dossier, const Deciding *list, const char **texts) {
    static const char because[] = ", car ";
    for (size_t i = 0; i < list->count; i++) {
        const char *said = situation_without_origin(dossier, list->tests[i], situation_named(dossier, list->tests[i]));
        const char *reasons = dossier_derivation(dossier, list->tests[i]->test.fact) ? strstr(said, because) : NULL;
        if (!reasons) continue;
        for (size_t k = 0; k < list->count; k++) {
            const char *found = k != i && texts[k] ? strstr(reasons, texts[k]) : NULL;
            const char after = found ? found[strlen(texts[k])] : 'x';
            if (!found || found[-1] != ' ' || (after != '\0' && after != ' ' && after != ',')) continue;
            texts[k] = NULL;
            texts[i] = phrase_of(dossier->arena, situation_value_alone(dossier, list->tests[i]), " (", reasons + strlen(because),
                                 ")", NULL);
        }
    }
}

/* « 12 » of « 12 personnes salariées », beside what names the unit. */
static const char *bare(const Dossier *dossier, int fact, const char *value) {
    if (value[0] == BLANK_VALUE && strlen(value) == BLANK_BYTES) return blank_of(dossier, BLANK_BARE, fact);
    return value_without_unit(dossier->arena, dossier_fact(dossier, fact), blanks_undone(dossier, value));
}

/* Must not be « en cessation de paiements », and is « en risque de cessation de paiements »: the same words but for the first. */
static bool denies_near(const Fact *fact, const Test *test, const char *value) {
    if (test->comparison != TEST_CHOICES || !test->negated || test->choice_count != 1 || fact->type != FACT_ENUM) return false;
    const char *rest = strchr(fact->choices[test->choices[0]].label, ' ');
    return rest && strstr(value, rest);
}

/* « structure de l’ESS (SAS portant la mention ESS) »: of what is derived, what it was read from is the proof. */
static const char *proved(const Dossier *dossier, const Node *node, const char *value) {
    const char *said = situation_without_origin(dossier, node, situation_named(dossier, node));
    const char *reasons = situation_reasons(dossier, node, said);
    return reasons && reasons != said ? phrase_of(dossier->arena, value, " (", reasons, ")", NULL) : value;
}

/* « 9 personnes salariées », « moins de 250 personnes salariées (aucune) », « « Pas en cessation de paiement » (en risque…) »:
 * beside a ceiling, or what must not be, a value alone may say the contrary of what is asked. */
static const char *met_value(const Dossier *dossier, const Node *node) {
    const Test *test = &node->test;
    const Fact *fact = dossier_fact(dossier, test->fact);
    const char *value = situation_value_alone(dossier, node);
    if (dossier_truth(dossier, node) != TRUTH_TRUE || clause_is_confirmation(dossier, node)) return value;
    if (denies_near(fact, test, value)) return with_situation(dossier, clause_asked(dossier, node), value);
    const bool ceiling = test->comparison == TEST_BOUNDS && !test->low.present && fact->type != FACT_DATE;
    if (!ceiling) return proved(dossier, node, value);
    const char *amount = situation_without_origin(dossier, node, situation_of(dossier, node));
    return with_situation(dossier, describe_asked(dossier, test), bare(dossier, test->fact, amount));
}

const Node *clause_bound(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    if (node->wording_met || dossier_truth(dossier, node) != TRUTH_TRUE) return NULL;
    situation_deciding(dossier, node, &list);
    const Node *only = list.count == 1 ? list.tests[0] : NULL;
    const bool bound = only && only->test.comparison == TEST_BOUNDS && only->test.low.present != only->test.high.present;
    return bound && dossier_fact(dossier, only->test.fact)->type != FACT_DATE ? only : NULL;
}

const char *clause_between(const Dossier *dossier, const Node *one, const Node *other) {
    if (one->test.fact != other->test.fact || one->test.low.present == other->test.low.present) return NULL;
    Test both = one->test;
    if (both.low.present) both.high = other->test.high;
    else both.low = other->test.low;
    const char *value = situation_without_origin(dossier, one, situation_of(dossier, one));
    return with_situation(dossier, describe_asked(dossier, &both), bare(dossier, both.fact, value));
}

/* A clause without where the values come from. */
static const char *without_origins(const Dossier *dossier, const Deciding *list, const char *clause) {
    for (size_t i = 0; i < list->count; i++) {
        const char *origin = describe_origin(dossier, list->tests[i]->test.fact);
        const char *told = origin ? phrase_of(dossier->arena, " – ", origin, NULL) : NULL;
        const char *found = told ? strstr(clause, told) : NULL;
        const char *cut = found ? arena_text(dossier->arena, clause, (size_t)(found - clause)) : NULL;
        if (cut) clause = phrase_of(dossier->arena, cut, found + strlen(told), NULL);
    }
    return clause;
}

/* In its author's words: of a `selon`, those of the branch that is taken. */
static const char *worded_brief(const Dossier *dossier, const Node *node) {
    const Node *branches[SITUATION_PARTS_MAX];
    const size_t count = node->kind == NODE_SELECT ? clause_branches(dossier, node, branches, SITUATION_PARTS_MAX) : 0;
    if (count > 0) node = branches[count - 1];
    if (!node->wording_met || dossier_truth(dossier, node) != TRUTH_TRUE) return NULL;
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    return without_origins(dossier, &list, clause_of(dossier, node));
}

static const char *met_brief(const Dossier *dossier, const Node *node) {
    const char *worded = worded_brief(dossier, node);
    const Node *way = worded ? NULL : worded_way(dossier, node);
    if (worded) return worded;
    if (way && strcmp(way->wording_met, "{valeur}") != 0) return clause_of(dossier, way); /* else its value, without reasons */
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    const char *texts[SITUATION_PARTS_MAX];
    size_t kept = 0;
    for (size_t i = 0; i < list.count; i++) texts[i] = met_value(dossier, list.tests[i]);
    merge_reasons(dossier, &list, texts);
    for (size_t i = 0; i < list.count; i++)
        if (texts[i]) texts[kept++] = texts[i];
    return kept ? french_list(dossier->arena, texts, kept, "et") : clause_of(dossier, node);
}

/* « thématiques hors du numérique inclusif », of which one is asked that is none of them; NULL where it cannot be said so. */
static const char *outside(const Dossier *dossier, const Test *test) {
    const Fact *fact = dossier_fact(dossier, test->fact);
    const bool one = test->comparison == TEST_CONTAINS && test->choice_count == 1 && test->place_count == 0;
    const Choice *choice = one && fact->choices ? &fact->choices[test->choices[0]] : NULL;
    if (!choice || !fact->label || value_opens_with_label(fact, choice->label) > 0) return NULL;
    return phrase_of(dossier->arena, fact->label, " hors ",
                     french_of_the(dossier->arena, choice->label, choice->gender, choice->plural != NULL), NULL);
}

/* « forme juridique : association (SAS) », « structure de l’ESS (hors de l’ESS, car SAS) », « projet d’essaimage », « budget annuel
 * d’au moins 500 000 € (412 000 €) » */
static const char *unmet_brief(const Dossier *dossier, const Node *node) {
    const Fact *fact = dossier_fact(dossier, node->test.fact);
    const char *seat = seat_clause(dossier, node), *asked = describe_asked_named(dossier, &node->test);
    if (seat) return seat;
    if (fact->type == FACT_BOOLEAN && !dossier_derivation(dossier, node->test.fact))
        return phrase_of(dossier->arena, asked, " (non)", NULL);
    const char *out = outside(dossier, &node->test);
    if (out) asked = out;
    const char *situation = situation_reasons(dossier, node, situation_of(dossier, node));
    return with_situation(dossier, asked, situation_without_origin(dossier, node, situation));
}

/* A long group is told by its title and the first of what decides it. */
static const char *group_brief(const Dossier *dossier, const Node *node, const char *clause) {
    Arena *arena = dossier->arena;
    if (utf8_width(clause, strlen(clause)) <= BRIEF_COLUMNS || !node->title) return clause;
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    const char *plain = without_origins(dossier, &list, clause);
    if (utf8_width(plain, strlen(plain)) <= BRIEF_COLUMNS || situation_falls_short(dossier, node)) return plain;
    const char *title = french_lower(arena, french_tidy(arena, node->title));
    size_t told = 0; /* what is not known, rather than what is, where the group is not */
    while (told + 1 < list.count && dossier_truth(dossier, list.tests[told]) != dossier_truth(dossier, node)) told++;
    if (list.count && dossier_truth(dossier, list.tests[told]) != dossier_truth(dossier, node)) told = 0;
    const char *first =
        list.count ? situation_without_origin(dossier, list.tests[told], situation_named(dossier, list.tests[told])) : NULL;
    const char *beside = first ? phrase_of(arena, " (", first, ")", NULL) : "";
    if (divergence_open(dossier, node)) return divergence_brief(dossier, node, title, beside);
    const char *why = divergence_failed(dossier, node);
    if (why) return phrase_of(arena, title, beside, COLON, why, NULL);
    return phrase_of(arena, title, beside, NULL);
}

const char *clause_brief(const Dossier *dossier, const Node *node) {
    Truth truth = dossier_truth(dossier, node);
    const char *clause = clause_of(dossier, node);
    const char *const wordings[] = {node->wording_unmet, node->wording_met, node->wording_unknown};
    if ((wordings[truth] && truth != TRUTH_TRUE) || clause_is_confirmation(dossier, node)) return clause;
    if (truth == TRUTH_TRUE) return met_brief(dossier, node);
    if (node->kind != NODE_TEST) return group_brief(dossier, node, clause);
    if (truth == TRUTH_FALSE) return unmet_brief(dossier, node);
    if (dossier_informed(dossier, node->test.fact)) { /* what is asked, beside what is known of it */
        const Deciding alone = {.tests = {node}, .count = 1};
        return without_origins(dossier, &alone, clause);
    }
    const char *open = describe_open(dossier, node->test.fact); /* a sentence, and no condition */
    if (open) return phrase_of(dossier->arena, describe_asked(dossier, &node->test), " (", open, ")", NULL);
    const char *said = situation_named(dossier, node), *cause = said ? strstr(said, ", faute de ") : NULL;
    const char *cut = cause ? arena_text(dossier->arena, said, (size_t)(cause - said)) : NULL;
    return cut ? cut : said ? said : clause;
}

const char *clause_absent(const Dossier *dossier, const Node *node) {
    const bool told = node->kind == NODE_TEST && !node->wording_unmet && !clause_is_confirmation(dossier, node);
    const char *value = told ? situation_value_alone(dossier, node) : NULL;
    return value ? value : clause_brief(dossier, node);
}

size_t clause_subjects(const Dossier *dossier, const Node *node, const char *names[CLAUSE_SUBJECTS_MAX]) {
    if (dossier_truth(dossier, node) != TRUTH_UNKNOWN || divergence_open(dossier, node)) return 0;
    if (situation_falls_short(dossier, node)) return 0; /* the other way is told too */
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    if (list.count > CLAUSE_SUBJECTS_MAX) return 0;
    for (size_t i = 0; i < list.count; i++) {
        int fact = list.tests[i]->test.fact;
        const Fact *known = dossier_fact(dossier, describe_cause(dossier, fact));
        bool absent = !dossier_informed(dossier, fact) && dossier_applies(dossier, fact) && !describe_disputed(dossier, fact);
        if (!absent || describe_open(dossier, fact) || known->programme) return 0;
        bool seat = fact == dossier->rulebook->vocabulary.siege;
        names[i] = seat ? "le lieu du siège" : french_the(dossier->arena, known->label, known->gender, known->plural);
    }
    return list.count;
}

const char *clause_subject(const Dossier *dossier, const Node *node) {
    const char *names[CLAUSE_SUBJECTS_MAX];
    size_t count = clause_subjects(dossier, node, names);
    return count ? french_list(dossier->arena, names, count, "et") : NULL;
}
