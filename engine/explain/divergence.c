/* Readings that rest on one passage are told by what each of them takes it to say; readings of two sources by what each one prints
 * and where. The truth of each reading is read from the evaluated plan. */
#include "explain/divergence.h"

#include "explain/clause.h"
#include "explain/describe.h"
#include "explain/french.h"
#include "explain/situation.h"
#include "explain/sources.h"

#include <string.h>

static const char *quoted(const Dossier *dossier, const Node *node) {
    const char *reading = source_short(dossier->arena, &node->grounds, SOURCE_SHORT_COLUMNS);
    return reading ? french_quote(dossier->arena, reading) : NULL;
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The same words may be quoted twice in a rule file. */
static bool same_quote(const Quote *a, const Quote *b) {
    if (a == b) return true;
    if (a->document != b->document || !same_text(a->place, b->place) || !same_text(a->reading, b->reading)) return false;
    if (a->fragment_count != b->fragment_count) return false;
    for (size_t i = 0; i < a->fragment_count; i++)
        if (strcmp(a->fragments[i], b->fragments[i]) != 0) return false;
    return true;
}

bool divergence_same_passage(const Node *a, const Node *b) {
    return a != b && a->grounds.quote_count > 0 && b->grounds.quote_count > 0 &&
           same_quote(a->grounds.quotes[0], b->grounds.quotes[0]);
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

/* Do all readings rest on one passage, which can be read in several ways? */
static bool one_passage(const Node *node) {
    for (size_t i = 1; i < node->part_count; i++)
        if (!divergence_same_passage(node->parts[0], node->parts[i])) return false;
    return node->part_count > 1;
}

/* « synthèse 2/2 », which will stand in brackets itself */
static const char *bare_place(Arena *arena, const char *place) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (const char *at = place; *at; at++)
        if (*at != '(' && *at != ')') phrase_add_bytes(&phrase, at, 1);
    return phrase_text(&phrase);
}

/* « « 2 ans » (synthèse 2/2) »: two sources are told apart by what each one says. */
static const char *reading_quoted(const Dossier *dossier, const Node *part, const char *asked) {
    const Grounds *grounds = &part->grounds;
    const char *place = grounds->quote_count ? grounds->quotes[0]->place : NULL;
    const char *reading = source_short(dossier->arena, grounds, SOURCE_SHORT_COLUMNS);
    if (!place) return french_quote(dossier->arena, reading ? reading : asked);
    const char *where = bare_place(dossier->arena, place);
    if (reading) return phrase_of(dossier->arena, french_quote(dossier->arena, reading), " (", where, ")", NULL);
    bool noun = strncmp(place, "fiche", 5) == 0 || strncmp(place, "synthèse", strlen("synthèse")) == 0;
    return phrase_of(dossier->arena, noun ? "la " : "le passage ", where, " (", asked, ")", NULL);
}

/* « condition remplie si l’on lit « moins de 9 mois », non remplie si l’on lit « moins de 6 mois avant la date d’impasse » » */
static const char *sides(const Dossier *dossier, const Node *node, const char *const *asked, size_t count) {
    static const char *const leads[] = {"non remplie ", "remplie ", "à vérifier "};
    static const Truth order[] = {TRUTH_TRUE, TRUTH_FALSE, TRUTH_UNKNOWN};
    bool single = one_passage(node);
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (size_t side = 0; side < 3; side++)
        for (size_t i = 0; i < count; i++)
            if (dossier_truth(dossier, node->parts[i]) == order[side])
                phrase_join(&phrase, phrase.length ? ", " : "condition ", leads[order[side]], single ? "si l’on lit " : "selon ",
                            single ? french_quote(dossier->arena, asked[i]) : reading_quoted(dossier, node->parts[i], asked[i]),
                            NULL);
    return phrase_text(&phrase);
}

/* Readings of one fact name it already: the value alone is enough beside them. */
static const char *shared_situation(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    situation_deciding(dossier, node, &list);
    bool place = list.count == 1 && describe_seat(dossier, &list.tests[0]->test) != NULL;
    return list.count == 1 && !place ? situation_of(dossier, list.tests[0]) : situation_of_group(dossier, node);
}

const char *divergence_clause(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const char *asked[SITUATION_PARTS_MAX], *situation = shared_situation(dossier, node);
    size_t count = 0;
    for (size_t i = 0; i < node->part_count && count < SITUATION_PARTS_MAX; i++)
        asked[count++] = reading_of(dossier, node->parts[i]);
    share_ending(arena, asked, count);
    const char *beside = situation ? phrase_of(arena, " (", situation, ")", NULL) : "";
    if (divergence_open(dossier, node)) {
        bool told = !one_passage(node) || !node->reason; /* the passages say it themselves */
        const char *why = told ? "" : phrase_of(arena, SEMICOLON, french_tidy(arena, node->reason), NULL);
        const char *passage = one_passage(node) ? quoted(dossier, node->parts[0]) : NULL;
        return phrase_of(arena, passage ? passage : "les sources divergent", beside, COLON, sides(dossier, node, asked, count), why,
                         NULL);
    }
    return phrase_of(arena, french_list(arena, asked, count, "ou"), beside, NULL);
}

bool divergence_open(const Dossier *dossier, const Node *node) {
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
        if (divergence_open(dossier, select ? branches[i] : node->parts[i])) return true;
    return false;
}

bool divergence_hangs(const Dossier *dossier, const Node *node) {
    if (dossier_truth(dossier, node) != TRUTH_UNKNOWN) return false;
    size_t unknown = 0, met = 0;
    const Node *branches[SITUATION_PARTS_MAX], *open = NULL;
    bool select = node->kind == NODE_SELECT;
    size_t count = select ? clause_branches(dossier, node, branches, SITUATION_PARTS_MAX) : node->part_count;
    for (size_t i = 0; i < count; i++) {
        const Node *part = select ? branches[i] : node->parts[i];
        Truth truth = dossier_truth(dossier, part);
        met += truth == TRUTH_TRUE;
        unknown += truth == TRUTH_UNKNOWN;
        if (truth == TRUTH_UNKNOWN) open = part;
    }
    if (node->kind == NODE_DIVERGENCE) return unknown == 0 && met > 0;
    return (select || node->kind == NODE_ALL) && unknown == 1 && divergence_hangs(dossier, open);
}

const char *divergence_failed(const Dossier *dossier, const Node *node) {
    bool failed = node->kind == NODE_DIVERGENCE && dossier_truth(dossier, node) == TRUTH_FALSE;
    return failed && node->reason ? french_tidy(dossier->arena, node->reason) : NULL;
}

/* The innermost group whose readings disagree. */
static const Node *disagreement(const Dossier *dossier, const Node *node) {
    if (!divergence_open(dossier, node)) return NULL;
    const Node *branches[SITUATION_PARTS_MAX];
    bool select = node->kind == NODE_SELECT;
    size_t count = select ? clause_branches(dossier, node, branches, SITUATION_PARTS_MAX) : node->part_count;
    for (size_t i = 0; i < count; i++) {
        const Node *found = disagreement(dossier, select ? branches[i] : node->parts[i]);
        if (found) return found;
    }
    return node->kind == NODE_DIVERGENCE ? node : NULL;
}

/* « « à moins de 6 ou 9 mois » (dans 8 mois) : le document ne dit pas… », « territoire – les sources divergent (…) : … » */
const char *divergence_brief(const Dossier *dossier, const Node *node, const char *title, const char *beside) {
    Arena *arena = dossier->arena;
    const Node *open = disagreement(dossier, node);
    const char *reason = open ? open->reason : node->reason;
    const char *why = reason ? phrase_of(arena, COLON, french_tidy(arena, reason), NULL) : "";
    const char *passage = open && one_passage(open) ? quoted(dossier, open->parts[0]) : NULL;
    if (passage) return phrase_of(arena, passage, beside, why, NULL);
    return phrase_of(arena, title, " – les sources divergent", beside, why, NULL);
}
