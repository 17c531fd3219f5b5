/* One question is worth a reader's time: the one that decides most, said with how many there are. What time alone settles within
 * the week is said instead of asked. */
#include "explain/question_words.h"

#include "explain/criteria.h"
#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/standing.h"

#include <string.h>

#define WEEK 7 /* days: within it, time alone will have answered */
#define MONTHS_OF_A_YEAR 12

/* « 3 ans atteints au plus tard le 31 décembre 2026, avant l’appel attendu en janvier 2027. » */
static void in_time(Draft *draft, const CriterionReport *criterion) {
    Arena *arena = draft->dossier->arena;
    const AvailabilityReport *call = &draft->report->availability;
    const Bound *low = &criterion->node->test.low;
    const bool several = low->duration.days + low->duration.months != 1 && low->duration.months != MONTHS_OF_A_YEAR;
    const char *passed = low->strict || low->tie_unknown ? " passé" : " atteint";
    draft_add(draft, low->present ? figure_duration(arena, low->duration, false) : "Condition remplie",
              low->present ? phrase_of(arena, passed, several ? "s" : "", NULL) : "",
              phrase_of(arena, " au plus tard le ", figure_date(arena, criterion->met_by), ", avant l’appel attendu",
                        call->from ? " en " : "", call->from ? figure_month_year(arena, call->from_day) : "", ".", NULL));
}

/* What time alone settles, unless what it leads to is told: « Condition remplie dès le 23 novembre 2026 : plus de 3 ans… » */
static void tomorrow(Draft *draft) {
    const Dossier *dossier = draft->dossier;
    for (size_t i = 0; !draft->report->gain && i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (criterion->kind != CRITERION_CONDITION) continue;
        if (criteria_in_time(criterion, &draft->report->availability)) in_time(draft, criterion);
        if (criterion->asking != ASKING_TIE_OPENING) continue;
        if (criterion->truth != TRUTH_UNKNOWN || criterion->node->kind != NODE_TEST) continue;
        draft_add(draft, "Condition remplie dès le ",
                  phrase_of(dossier->arena, figure_date(dossier->arena, dossier->date + 1), COLON, NULL),
                  phrase_of(dossier->arena, describe_asked(dossier, &criterion->node->test), ".", NULL));
    }
}

/* What was just said need not be said again: « …, alors que le document compte les structures d’insertion parmi… ? » */
static const char *own_words(Arena *arena, const char *question) {
    const char *ground = strstr(question, ", alors que ");
    const char *cut = ground ? arena_text(arena, question, (size_t)(ground - question)) : NULL;
    return cut ? phrase_of(arena, cut, THIN "?", NULL) : question;
}

/* Nobody is asked what is delicate to say for a programme that answers no need. */
static bool asks(const Draft *draft, const CriterionReport *criterion) {
    if (criterion->truth != TRUTH_UNKNOWN || !criterion->question) return false;
    if (criterion->kind != CRITERION_CONDITION && criterion->kind != CRITERION_OBJECT) return false;
    return criterion->asking != ASKING_DELICATE || standing_wanted(draft->report);
}

/* A question that opens with the name of the programme, or of who runs it, keeps its capital. */
static const char *uncapitalised(const Draft *draft, const char *question) {
    const char *first = arena_text(draft->dossier->arena, question, strcspn(question, " ,"));
    const bool name = first && strlen(first) > strlen("Les") && strstr(draft_name(draft), first);
    return name ? question : french_lower(draft->dossier->arena, question);
}

/* How many different questions there are; several ties are one. */
static size_t count_questions(const Draft *draft) {
    const char *texts[DRAFT_CLAUSES_MAX];
    size_t count = 0, tied = 0;
    for (size_t i = 0; i < draft->report->criterion_count && count < DRAFT_CLAUSES_MAX; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!asks(draft, criterion)) continue;
        if (criterion->asking == ASKING_TIE && tied++ > 0) continue;
        size_t k = 0;
        while (k < count && strcmp(texts[k], criterion->question) != 0) k++;
        if (k == count) texts[count++] = criterion->question;
    }
    return count;
}

/* The one that is most worth asking: « Question au Mouvement associatif : dans cette région, … ? », « Première de trois questions :
 * … » */
static void question(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const CriterionReport *first = NULL;
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!asks(draft, criterion)) continue;
        const bool object = first && criterion->asking == first->asking && criterion->kind == CRITERION_OBJECT &&
                            first->kind != CRITERION_OBJECT; /* without it, the rest is asked for nothing */
        if (!first || criterion->asking < first->asking || object) first = criterion;
    }
    const size_t count = count_questions(draft);
    const bool idle = draft->report->outcome.relevance == RELEVANCE_NONE;
    if (!first || (idle && standing_kept_away(draft))) return;
    const char *lead = count > 1
                           ? phrase_of(arena, "Première de ", french_cardinal(arena, count, GENDER_FEMININE), " questions", NULL)
                           : "Question";
    const char *whom = first->ask ? phrase_of(arena, count > 1 ? ", " : " ", french_to(arena, first->ask), NULL) : "";
    const char *words = first->asking == ASKING_TIE ? criteria_ties(arena, draft->report) : own_words(arena, first->question);
    draft_add(draft, phrase_of(arena, lead, whom, idle ? ", si ce besoin naissait" : "", COLON, NULL), uncapitalised(draft, words),
              NULL);
}

/* Within the week, time alone will have answered: nobody need be asked. */
static bool settles_itself(const Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    return gain && !gain->latest && gain->step_count == 1 && gain->steps[0].means == MEANS_TIME &&
           gain->day - draft->dossier->date <= WEEK;
}

void question_tell(Draft *draft) {
    if (draft->report->outcome.verdict != VERDICT_UNDETERMINED) return;
    if (draft->thrift < THRIFT_BARE) tomorrow(draft);
    if (!settles_itself(draft)) question(draft);
}

/* When everything hangs on one reading: what its confirmation would give. */
static void favourable_reading(Draft *draft) {
    size_t open = 0, reserves = 0;
    bool hangs = false;
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (criterion->truth != TRUTH_UNKNOWN || criterion->kind == CRITERION_PRIORITY) continue;
        if (criterion->kind == CRITERION_RESERVE) {
            reserves++;
            continue;
        }
        open++;
        hangs = criterion->hangs_on_reading;
    }
    if (open == 1 && hangs)
        draft_add(draft, "Si la lecture favorable prévaut, ",
                  reserves > 1    ? "il ne restera que les réserves."
                  : reserves == 1 ? "il ne restera que la réserve."
                                  : "toutes les conditions sont remplies.",
                  NULL);
}

void question_favourable(Draft *draft) {
    if (draft->thrift < THRIFT_BARE && draft->report->outcome.verdict == VERDICT_UNDETERMINED && !settles_itself(draft))
        favourable_reading(draft);
}
