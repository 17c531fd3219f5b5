/* Verdict, structure, date and what the verdict hangs on make the first sentence; the source stands by itself, and the second says
 * what to do next. */
#include "explain/summary.h"

#include "explain/draft.h"
#include "explain/establishment.h"
#include "explain/figures.h"
#include "explain/ranking.h"
#include "explain/standing.h"
#include "explain/step_words.h"

static const char *all_met(const Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t total;
    if (draft_asks_nothing(draft->report)) return COLON "le document ne pose aucune condition d’admission";
    draft_clauses(draft, CRITERION_CONDITION, TRUTH_TRUE, clauses, &total);
    if (total == 1) return COLON "la condition publiée est remplie";
    const char *number = french_cardinal(draft->dossier->arena, total, GENDER_FEMININE);
    return phrase_of(draft->dossier->arena, COLON "les ", number, " conditions publiées sont remplies", NULL);
}

/* « ; à confirmer : le projet est d’intérêt général » */
static const char *to_confirm(const Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t count = draft_clauses(draft, CRITERION_RESERVE, TRUTH_UNKNOWN, clauses, NULL);
    for (size_t i = 0; i < count; i++) clauses[i] = draft_bare(draft, clauses[i]);
    return count ? phrase_of(draft->dossier->arena, SEMICOLON "à confirmer" COLON, draft_list(draft, clauses, count), NULL) : "";
}

/* What the verdict hangs on, in one clause: what fails, what is unknown, or that everything asked is met. */
static const char *grounds_of(const Draft *draft) {
    Verdict verdict = draft->report->outcome.verdict;
    const char *clauses[2 * DRAFT_CLAUSES_MAX], *lead = COLON, *tail = "";
    size_t total = 0, count = 0;
    if (verdict == VERDICT_ELIGIBLE) return phrase_of(draft->dossier->arena, all_met(draft), to_confirm(draft), NULL);
    if (verdict == VERDICT_NOT_APPLICABLE) count = draft_clauses(draft, CRITERION_OBJECT, TRUTH_FALSE, clauses, &total);
    if (verdict == VERDICT_INELIGIBLE) {
        size_t reserves;
        count = draft_clauses(draft, CRITERION_CONDITION, TRUTH_FALSE, clauses, &total);
        count += draft_clauses(draft, CRITERION_RESERVE, TRUTH_FALSE, clauses + count, &reserves);
        draft_unrepeat(draft, clauses, count);
        lead = total + reserves > 1 ? SEMICOLON "conditions non remplies" COLON : SEMICOLON "condition non remplie" COLON;
        if (draft->report->gain && draft->report->gain->under_reserve) tail = to_confirm(draft);
    }
    if (verdict == VERDICT_UNDETERMINED) {
        count = draft_clauses(draft, CRITERION_CONDITION, TRUTH_UNKNOWN, clauses, NULL);
        if (count == 0) count = draft_clauses(draft, CRITERION_OBJECT, TRUTH_UNKNOWN, clauses, NULL);
    }
    return count ? phrase_of(draft->dossier->arena, lead, draft_list_doubts(draft, clauses, count), tail, NULL) : "";
}

/* « Voir d’abord avec le mandataire judiciaire… ; la commission décide. »: a step for the case at hand says whom to see. */
static bool own_step(Draft *draft) {
    const Remark *step = draft->report->step;
    if (!step || !step->condition) return false;
    draft_add(draft, steps_own(draft), NULL, NULL);
    return true;
}

/* « Appel à candidatures annuel en février ; contact : HEC Paris, qui décide de l’entrée. » */
static void next_step(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    bool open = draft->report->availability.state == AVAILABILITY_OPEN;
    const char *calendar = open ? NULL : draft_calendar(draft);
    if (open && own_step(draft)) return;
    if (calendar) draft_add(draft, french_capital(arena, calendar), SEMICOLON "contact" COLON, draft_contact(draft));
    else draft_add(draft, "Contact" COLON, draft_contact(draft), NULL);
    phrase_add(&draft->phrase, draft_who_decides(draft));
}

const char *summary_of(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    if (report->programme->failed || report->outcome.verdict == VERDICT_ERROR) return draft_failure(dossier, report, message);
    Arena *arena = dossier->arena;
    Draft draft = {.dossier = dossier, .report = report, .thrift = THRIFT_BRIEF_SOURCE};
    const char *grounds = grounds_of(&draft);
    phrase_init(&draft.phrase, arena);
    const bool reserved = report->outcome.verdict == VERDICT_ELIGIBLE && report->outcome.under_reserve;
    phrase_join(&draft.phrase, ranking_short_name(arena, report->programme), " – ", standing_verdict(report),
                reserved ? ", pour " : " pour ", dossier->name, " au ", figure_date(arena, dossier->date), grounds, ".", NULL);
    const char *source = draft_source(&draft);
    if (source[0]) draft_add(&draft, source, NULL, NULL);
    if (report->outcome.verdict == VERDICT_INELIGIBLE) establishment_tell(&draft);
    if (report->outcome.verdict != VERDICT_NOT_APPLICABLE) standing_refused(&draft);
    draft_gain(&draft);
    const bool waits = report->gain && report->outcome.verdict == VERDICT_INELIGIBLE;
    if (waits && report->outcome.relevance != RELEVANCE_NONE) next_step(&draft);
    if (!report->gain && report->rank > 0) {
        draft_last_day(&draft);
        if (report->warning && report->programme->urgent) draft_add(&draft, report->warning, NULL, NULL);
        next_step(&draft);
    }
    return phrase_text(&draft.phrase);
}
