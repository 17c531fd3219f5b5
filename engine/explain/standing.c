/* How a programme stands is told by its verdict, hedged; by how soon to act; by why it is recommended and why here; or by why it
 * is not: the need is another, or its own rule keeps it away. */
#include "explain/standing.h"

#include "explain/changes.h"
#include "explain/clause.h"
#include "explain/condition_words.h"
#include "explain/fixed.h"
#include "explain/situation.h"
#include "explain/sources.h"

#include <string.h>

#define WEEK 7     /* days: what presses within it is not put off */
#define SEASON 155 /* days, five months, beyond which nothing presses within the week */

const char *standing_verdict(const ProgrammeReport *report) {
    static const char *const words[] = {[VERDICT_ELIGIBLE] = "éligible au vu des critères publiés",
                                        [VERDICT_INELIGIBLE] = "non éligible au vu des critères publiés",
                                        [VERDICT_UNDETERMINED] = "à vérifier",
                                        [VERDICT_NOT_APPLICABLE] = "sans objet",
                                        [VERDICT_ERROR] = "non évalué, règle en erreur"};
    if (report->gain && report->outcome.verdict == VERDICT_INELIGIBLE) return "pas encore éligible";
    if (report->outcome.verdict == VERDICT_ELIGIBLE && report->outcome.under_reserve)
        return "éligible au vu des critères publiés, sous réserve";
    return words[report->outcome.verdict];
}

/* A legal clock that may have run out already, or runs out within the week, by a date that is known in part. */
static bool may_close(const ProgrammeReport *report, Day date) {
    const ChangeReport *loss = report->rank > 0 && report->programme->urgent ? changes_ending(report, date) : NULL;
    return loss && loss->latest && loss->soonest - date <= WEEK;
}

const char *standing_urgency(const ProgrammeReport *report, Day date) {
    const bool warned = report->warning && !report->precedes;
    if (report->deadline == DAY_MAX) return report->clock || warned || may_close(report, date) ? "sans attendre" : NULL;
    if (report->deadline - date > SEASON) return NULL;
    return report->deadline - date <= WEEK ? "sans attendre" : "cette semaine";
}

bool standing_wanted(const ProgrammeReport *report) {
    return report->outcome.relevance == RELEVANCE_STRONG || report->outcome.relevance == RELEVANCE_POSSIBLE;
}

bool standing_open(const Draft *draft) {
    return draft->report->outcome.verdict == VERDICT_ELIGIBLE || draft->report->outcome.verdict == VERDICT_UNDETERMINED;
}

bool standing_kept_away(const Draft *draft) {
    const Node *away = draft->report->programme->irrelevant;
    return away && dossier_truth(draft->dossier, away) == TRUTH_TRUE;
}

void standing_heading(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const ProgrammeReport *report = draft->report;
    const char *soon = standing_urgency(report, draft->dossier->date);
    const size_t count = conditions_open(draft);
    phrase_join(&draft->phrase, draft_name(draft), " – ", standing_verdict(report), NULL);
    if (report->outcome.verdict == VERDICT_UNDETERMINED) {
        phrase_join(&draft->phrase, soon ? " " : "", soon ? soon : "", NULL);
        const char *number = french_cardinal(arena, count, GENDER_MASCULINE);
        if (count > 1) phrase_join(&draft->phrase, COLON, number, " points restent à éclaircir", NULL);
        else if (count == 1) phrase_add(&draft->phrase, COLON "un point reste à éclaircir");
    } else phrase_join(&draft->phrase, soon ? SEMICOLON "à solliciter " : "", soon ? soon : "", NULL);
    phrase_add(&draft->phrase, ".");
}

void standing_relevance(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const Grounds *grounds = draft->report->relevant_by;
    if (!grounds || draft->thrift >= THRIFT_BRIEF_SOURCE) return;
    const Quote *quote =
        grounds->quote_count && !draft->report->programme->relevance_grounds.quote_count ? grounds->quotes[0] : NULL;
    if (grounds->inferred && draft->thrift == THRIFT_NONE)
        draft_add(draft, "Pertinence déduite" COLON, fixed_tidy(draft->dossier, grounds->inferred), ".");
    else if (!grounds->inferred && quote && quote->place)
        draft_add(draft, "Pertinence écrite" COLON, french_quote(arena, source_reading(arena, quote)),
                  phrase_of(arena, " (", quote->place, ").", NULL));
}

void standing_rank(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const char *reason = draft->report->rank_reason, *other = reason ? strstr(reason, RANK_OTHER) : NULL;
    if (draft->report->rank_untold || draft->thrift >= THRIFT_UNRANKED) return;
    if (other && draft->thrift >= THRIFT_BRIEF_RANK) reason = arena_text(arena, reason, (size_t)(other - reason));
    if (reason && draft->marked) reason = draft_mark(DRAFT_RANK);
    if (reason) draft_add(draft, french_capital(arena, reason), ".", NULL);
}

/* The part of a rule's own refusal that holds and that its author worded, or NULL. */
static const Node *worded_refusal(const Dossier *dossier, const Node *away) {
    if (dossier_truth(dossier, away) != TRUTH_TRUE) return NULL;
    const Node *worded = away->wording_met ? away : NULL;
    for (size_t i = 0; !worded && i < away->part_count; i++) worded = worded_refusal(dossier, away->parts[i]);
    return worded;
}

const char *standing_refusal(const Dossier *dossier, const Programme *programme) {
    const Node *worded = programme->irrelevant ? worded_refusal(dossier, programme->irrelevant) : NULL;
    return worded ? clause_of(dossier, worded) : NULL;
}

bool standing_refused(Draft *draft) {
    const char *words = standing_refusal(draft->dossier, draft->report->programme);
    if (words) draft_add(draft, "Ce dispositif n’est pas recommandé ici" COLON, words, ".");
    return words != NULL;
}

static void not_recommended(Draft *draft) {
    if (standing_refused(draft)) return;
    const char *situation =
        standing_kept_away(draft) ? situation_of_group(draft->dossier, draft->report->programme->irrelevant) : NULL;
    if (situation) draft_add(draft, "Ce dispositif n’est pas recommandé ici, au vu de la situation (", situation, ").");
    else draft_add(draft, "Ce dispositif ne répond pas au besoin exprimé" COLON "il n’est pas recommandé ici.", NULL, NULL);
}

void standing_speciality(Draft *draft) {
    const char *speciality = draft->report->programme->speciality;
    if (speciality) draft_add(draft, "Son objet" COLON, fixed_tidy(draft->dossier, speciality), ".");
}

void standing_need(Draft *draft) {
    const Relevance relevance = draft->report->outcome.relevance;
    if (standing_open(draft) && relevance == RELEVANCE_NONE) not_recommended(draft);
    const bool refused = draft->report->outcome.verdict == VERDICT_INELIGIBLE && standing_refused(draft);
    const bool elsewhere = draft->report->gain && !standing_open(draft) && !refused && !standing_wanted(draft->report);
    if (elsewhere) standing_speciality(draft);
    bool placed = programme_says_need(draft->report->programme);
    if (standing_open(draft) && relevance == RELEVANCE_UNKNOWN)
        draft_add(draft,
                  placed ? "Ce que l’on sait de la situation ne suffit pas à le recommander."
                         : "Le besoin auquel répond ce dispositif n’est pas renseigné" COLON "il n’est pas classé.",
                  NULL, NULL);
}
