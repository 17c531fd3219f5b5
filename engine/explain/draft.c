/* The pieces that the paragraph and the summary are made of. */
#include "explain/draft.h"

#include "base/text.h"
#include "explain/clause.h"
#include "explain/figures.h"
#include "explain/situation.h"

#include <string.h>

#define FOLDED_MAX 160

/* Words as a word processor counts them: between plain spaces. */
size_t draft_words(const char *text) {
    size_t count = 0;
    for (const char *at = text; *at; at += *at != '\0') {
        at += strspn(at, " ");
        if (*at) count++;
        at += strcspn(at, " ");
    }
    return count;
}

/* Adds one sentence, after a space when it is not the first. */
void draft_add(Draft *draft, const char *first, const char *second, const char *third) {
    phrase_join(&draft->phrase, draft->phrase.length ? " " : "", first, second ? second : "", third ? third : "", NULL);
}

bool draft_wants(const CriterionReport *criterion, CriterionKind kind, Truth truth) {
    return criterion->kind == kind && criterion->truth == truth;
}

/* The clauses of a kind and truth, each said once; `*total`, when asked: how many criteria they are. */
const char *draft_brief(const Draft *draft, const CriterionReport *criterion) {
    return criterion->brief ? criterion->brief : clause_brief(draft->dossier, criterion->node);
}

const char *draft_subject(const Draft *draft, const CriterionReport *criterion) {
    return criterion->brief ? criterion->subject : clause_subject(draft->dossier, criterion->node);
}

size_t draft_clauses(const Draft *draft, CriterionKind kind, Truth truth, const char **out, size_t *total) {
    size_t count = 0, found = 0;
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!draft_wants(criterion, kind, truth)) continue;
        found++;
        bool brief = draft->thrift >= (truth == TRUTH_TRUE ? THRIFT_BRIEF_MET : THRIFT_BRIEF_UNKNOWN);
        const char *clause = brief ? draft_brief(draft, criterion) : criterion->clause;
        size_t k = 0;
        while (k < count && strcmp(out[k], clause) != 0) k++;
        if (k == count && count < DRAFT_CLAUSES_MAX) out[count++] = clause;
    }
    if (total) *total = found;
    return count;
}

/* « a ; b ; c », all of them */
const char *draft_list(const Draft *draft, const char *const *clauses, size_t count) {
    Phrase phrase;
    phrase_init(&phrase, draft->dossier->arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i ? SEMICOLON : "", clauses[i], NULL);
    return phrase_text(&phrase);
}

const char *draft_operators(const Draft *draft) {
    const Programme *programme = draft->report->programme;
    return french_list(draft->dossier->arena, programme->operators, programme->operator_count, "et");
}

bool draft_asks_nothing(const ProgrammeReport *report) {
    return report->programme->conditions && report->programme->conditions->nothing_asked;
}

/* « a, b (chaque fois exactement à la limite…) »: a doubt that all of them end with is said once. */
const char *draft_list_doubts(const Draft *draft, const char **clauses, size_t count) {
    Arena *arena = draft->dossier->arena;
    const char *doubt = ", " SITUATION_AT_LIMIT;
    size_t shared = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(clauses[i]);
        shared += length > strlen(doubt) && strcmp(clauses[i] + length - strlen(doubt), doubt) == 0;
    }
    if (count < 2 || shared < count) return draft_list(draft, clauses, count);
    for (size_t i = 0; i < count; i++) {
        const char *cut = arena_text(arena, clauses[i], strlen(clauses[i]) - strlen(doubt));
        if (cut) clauses[i] = cut;
    }
    return phrase_of(arena, draft_list(draft, clauses, count), " – chaque fois ", SITUATION_AT_LIMIT, NULL);
}

const char *draft_contact(const Draft *draft) {
    const Programme *programme = draft->report->programme;
    Arena *arena = draft->dossier->arena;
    if (programme->contact) return french_tidy(arena, programme->contact);
    if (programme->operator_count == 0) return "l’opérateur";
    return phrase_of(arena, "l’opérateur (", french_tidy(arena, draft_operators(draft)), ")", NULL);
}

/* Eligible is not granted: the contact decides when it is the operator, else the operator behind it does. */
const char *draft_who_decides(const Draft *draft) {
    const Programme *programme = draft->report->programme;
    if (!programme->contact) return ", qui décide de l’entrée.";
    char contact[FOLDED_MAX], operator[FOLDED_MAX];
    text_fold(contact, sizeof contact, programme->contact);
    for (size_t i = 0; i < programme->operator_count; i++) {
        text_fold(operator, sizeof operator, programme->operators[i]);
        const char *name =
            strncmp(operator, "le ", 3) == 0 ? operator+ 3 : strncmp(operator, "les ", 4) == 0 ? operator+ 4 : operator;
        if (strstr(contact, name))
            return strncmp(contact, "les ", 4) == 0 ? ", qui décident de l’entrée." : ", qui décide de l’entrée.";
    }
    return SEMICOLON "l’opérateur décide de l’entrée.";
}

/* « appel à candidatures annuel en février », without what follows, when words are short */
const char *draft_calendar(const Draft *draft) {
    const char *text = draft->report->availability.text;
    const char *end = text && draft->thrift >= THRIFT_SUBJECTS ? strstr(text, COLON) : NULL;
    const char *cut = end ? arena_text(draft->dossier->arena, text, (size_t)(end - text)) : NULL;
    return cut ? cut : text;
}

void draft_date(Draft *draft) {
    draft_add(draft, "Situation évaluée au ", figure_date(draft->dossier->arena, draft->dossier->date), ".");
}

void draft_gain(Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    if (gain) draft_add(draft, "Éligibilité attendue, toutes choses égales par ailleurs, ", gain->text, ".");
}

const char *draft_failure(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    return phrase_of(dossier->arena, report->programme->name, " – non évalué pour ", dossier->name, COLON,
                     message ? french_tidy(dossier->arena, message) : "sa règle n’a pas pu être lue",
                     ". Ce dispositif est à vérifier à la main. Situation évaluée au ", figure_date(dossier->arena, dossier->date),
                     ".", NULL);
}
