/* Known facts are told by their values, failed tests by what they ask, each with the hands it is in, missing facts by the answer
 * that is wanted. All of it in the words of the paragraph, so that an advisor meets each thing under one name. */
#include "explain/reason_words.h"

#include "explain/clause.h"
#include "explain/describe.h"
#include "explain/french.h"

/* « a ; b ; c » */
static const char *enumerated(Arena *arena, const char *const *items, size_t count) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i > 0 ? SEMICOLON : "", items[i], NULL);
    return phrase_text(&phrase);
}

/* « agrément ESUS : oui »; a number says by its unit what it counts. */
static const char *answered(const Dossier *dossier, int number, const char *answer) {
    const Fact *fact = dossier_fact(dossier, number);
    if (fact->type == FACT_INTEGER || (fact->type == FACT_NUMBER && fact->unit)) return answer;
    const char *label = number == dossier->rulebook->vocabulary.siege ? "siège" : fact->label;
    return phrase_of(dossier->arena, french_lower(dossier->arena, french_tidy(dossier->arena, label)), COLON, answer, NULL);
}

/* « Ces seuls faits suffisent : association ; 9 personnes salariées. » */
static void tell_sufficient(const Dossier *dossier, ReasonsReport *reasons) {
    Arena *arena = dossier->arena;
    const char **facts = arena_array(arena, reasons->sufficient_count + 1, sizeof *facts);
    if (!facts || reasons->sufficient_count == 0) return;
    for (size_t i = 0; i < reasons->sufficient_count; i++) {
        int number = reasons->sufficient_numbers[i];
        const Fact *fact = dossier_fact(dossier, number);
        const char *words = fact->programme ? NULL : describe_named(dossier, number);
        bool bare = fact->type == FACT_NUMBER; /* « 3 jours par mois »: of what? */
        if (words && bare) words = phrase_of(arena, fact->label, COLON, words, NULL);
        facts[i] = words && words[0] != '\0' ? words : answered(dossier, number, "oui");
    }
    const char *lead = reasons->sufficient_count == 1 ? "Ce seul fait suffit" COLON : "Ces seuls faits suffisent" COLON;
    reasons->text = phrase_of(arena, lead, enumerated(arena, facts, reasons->sufficient_count), ".", NULL);
}

/* What a failed test asks: « forme juridique : association », « siège en Occitanie », « au moins 2 personnes salariées ». */
static const char *wanted(const Dossier *dossier, const Node *node) {
    if (node->kind != NODE_TEST || clause_is_confirmation(dossier, node)) return clause_asked(dossier, node);
    return describe_asked_named(dossier, &node->test);
}

/* A test that holds, and must not: « que ce cas ne soit plus le sien : … ». */
static const char *part_words(const Dossier *dossier, const Node *node) {
    const char *words = wanted(dossier, node);
    bool holds = dossier_truth(dossier, node) == TRUTH_TRUE;
    return holds ? phrase_of(dossier->arena, "n’être plus dans ce cas" COLON, words, NULL) : words;
}

static void tell_cure(const Dossier *dossier, CureReport *cure) {
    static const char *const hands[] = {[MEANS_TIME] = " (question de temps)",
                                        [MEANS_APPROVAL] = " (par l’agrément demandé)",
                                        [MEANS_DECISION] = " (à décider par la structure)",
                                        [MEANS_BLOCKED] = " (bloquant)"};
    Arena *arena = dossier->arena;
    const char **parts = arena_array(arena, cure->count, sizeof *parts);
    const char **whole = arena_array(arena, cure->count, sizeof *whole);
    if (!parts || !whole) return;
    for (size_t i = 0; i < cure->count; i++) {
        parts[i] = part_words(dossier, cure->nodes[i]);
        whole[i] = phrase_of(arena, parts[i], hands[cure->means[i]], NULL);
    }
    cure->parts = parts;
    cure->text = enumerated(arena, whole, cure->count);
}

static void tell_way(const Dossier *dossier, WayReport *way) {
    const char **parts = arena_array(dossier->arena, way->count, sizeof *parts);
    if (!parts) return;
    for (size_t i = 0; i < way->count; i++) parts[i] = answered(dossier, way->numbers[i], way->answers[i]);
    way->text = enumerated(dossier->arena, parts, way->count);
}

void reasons_tell(const Dossier *dossier, ProgrammeReport *report) {
    ReasonsReport *reasons = &report->reasons;
    tell_sufficient(dossier, reasons);
    for (size_t i = 0; i < reasons->cure_count; i++) tell_cure(dossier, &reasons->cures[i]);
    for (size_t i = 0; i < reasons->way_count; i++) tell_way(dossier, &reasons->ways[i]);
}
