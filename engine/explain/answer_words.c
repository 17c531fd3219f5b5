/* Cells that touch are one interval, candidates are one choice among several. Of a set, only the answers with one member are named,
 * and the one with none: those with several lead where their members do. */
#include "explain/answer_words.h"

#include "explain/figures.h"
#include "explain/values.h"

#include <string.h>

static const char other_answer[] = "une autre réponse";

static Span open_ends(const Fact *fact, Span span) {
    if (fact->type != FACT_DATE) return span;
    if (span.low <= fact->minimum) span.low = DAY_MIN;
    if (span.high >= fact->maximum) span.high = DAY_MAX;
    return span;
}

static const char *span_words(const Dossier *dossier, const Open *open, const bool *in) {
    const char *parts[OPEN_CELLS_MAX];
    size_t count = 0;
    const Fact *fact = dossier_fact(dossier, open->fact);
    for (size_t cell = 0; cell < open->cells.count; cell++) {
        if (!in[cell]) continue;
        Span span = open->cells.values[cell].span;
        for (; cell + 1 < open->cells.count && in[cell + 1]; cell++) span.high = open->cells.values[cell + 1].span.high;
        parts[count++] = value_span(dossier->arena, fact, open_ends(fact, span));
    }
    return french_list(dossier->arena, parts, count, "ou");
}

static const char *candidates_words(const Dossier *dossier, const Open *open, const bool *in) {
    Arena *arena = dossier->arena;
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const Fact *fact = dossier_fact(dossier, open->fact);
    uint64_t *together = arena_array(arena, fact->words, sizeof *together);
    if (!together) return "";
    for (size_t cell = 0; cell < open->cells.count; cell++)
        for (size_t w = 0; in[cell] && w < fact->words; w++) together[w] |= open->cells.values[cell].possible[w];
    const char *words;
    if (fact->type == FACT_BOOLEAN) {
        if (bits_count(together, fact->words) > 1) return "oui ou non";
        return bits_has(together, CHOICE_OUI) ? "oui" : "non";
    }
    if (open->fact == vocabulary->siege) words = value_seat(arena, &vocabulary->territory, together, PLACE_DEPARTEMENT);
    else words = value_candidates(arena, fact, together, "ou", 6);
    return words ? words : other_answer;
}

static const char *set_words(const Dossier *dossier, const Open *open, const bool *in) {
    const char *parts[OPEN_CELLS_MAX];
    size_t count = 0;
    bool none = false;
    const Fact *fact = dossier_fact(dossier, open->fact);
    for (size_t cell = 0; cell < open->cells.count; cell++) {
        size_t pattern = open->cells.patterns ? open->cells.patterns[cell] : cell;
        if (!in[cell] || (pattern & (pattern - 1))) continue;
        if (pattern == 0) none = true;
        else parts[count++] = fact->choices[open->cells.members[__builtin_ctzll(pattern)]].label;
    }
    if (none && count == 0) return "aucune des réponses attendues";
    if (none) parts[count++] = "aucune de ces réponses";
    return count > 0 ? french_list(dossier->arena, parts, count, "ou") : other_answer;
}

const char *answer_words(const Dossier *dossier, const Open *open, const bool *in) {
    switch (dossier_fact(dossier, open->fact)->shape) {
    case SHAPE_SPAN: return span_words(dossier, open, in);
    case SHAPE_CANDIDATES: return candidates_words(dossier, open, in);
    case SHAPE_SET: return set_words(dossier, open, in);
    case SHAPE_TEXT: break;
    }
    return other_answer;
}
