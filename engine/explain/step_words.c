/* What to do is the programme's own step for the case at hand, or else to get in touch; beside it stand how long the course takes
 * against what presses, what it costs, and what other programmes change to it. */
#include "explain/step_words.h"

#include "explain/attribute.h"
#include "explain/describe.h"
#include "explain/fixed.h"
#include "explain/standing.h"

#include <string.h>

void steps_relations(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    for (size_t i = 0; draft->thrift == THRIFT_NONE && i < draft->report->relation_count; i++) {
        const RelationReport *relation = &draft->report->relations[i];
        draft_add(draft, relation->lead, relation->text ? phrase_of(arena, COLON, relation->text, NULL) : "", ".");
    }
}

/* « impasse de trésorerie »: of « date d’impasse de trésorerie ». */
static const char *deadline_name(const Draft *draft) {
    const char *label = dossier_fact(draft->dossier, draft->report->deadline_fact)->label;
    return label + describe_event(label);
}

void steps_course(Draft *draft) {
    const Dossier *dossier = draft->dossier;
    bool presses = draft->report->deadline != DAY_MAX &&
                   draft->report->deadline >= dossier->date; /* a clock that has run out is told as one */
    const char *duration = draft->thrift > THRIFT_NO_EXTRAS ? NULL : attribute_words(dossier, draft->report->programme->duration);
    const char *cost = draft->thrift > THRIFT_SUBJECTS ? NULL : attribute_words(dossier, draft->report->programme->cost);
    const char *what = presses ? deadline_name(draft) : NULL;
    const bool legal = draft_last_day(draft);
    const bool marked = draft->marked && !draft->report->clock;
    const char *until = !presses ? NULL : marked ? draft_mark(DRAFT_UNTIL) : draft_days_left(draft, draft->report->deadline);
    if (draft->report->warning) draft_add(draft, draft->marked ? draft_mark(DRAFT_WARNING) : draft->report->warning, NULL, NULL);
    if (!legal && presses && duration)
        draft_add(draft, "Le parcours dure ", duration,
                  phrase_of(dossier->arena, ", pour une échéance (", what, ") au ", until, ".", NULL));
    else if (!legal && presses)
        draft_add(draft, french_capital(dossier->arena, what), COLON, phrase_of(dossier->arena, until, ".", NULL));
    if ((legal || !presses) && duration && draft->thrift == THRIFT_NONE) draft_add(draft, "Durée du parcours" COLON, duration, ".");
    if (cost) draft_add(draft, "Participation financière" COLON, cost, ".");
}

/* Is it not known whether there is anything to act on? */
static bool object_open(const Draft *draft) {
    for (size_t i = 0; i < draft->report->criterion_count; i++)
        if (draft_wants(&draft->report->criteria[i], CRITERION_OBJECT, TRUTH_UNKNOWN)) return true;
    return false;
}

const char *steps_own(const Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const char *text = fixed_tidy(draft->dossier, draft->report->step->text), *decision = draft_who_decides(draft);
    const size_t length = strlen(text), kept = length > 0 && text[length - 1] == '.' ? length - 1 : length;
    const char *words = arena_text(arena, text, kept);
    const bool decided = strncmp(decision, SEMICOLON, strlen(SEMICOLON)) == 0;
    return phrase_of(arena, words ? words : text, decided ? decision : ".", NULL);
}

/* « Prochaine étape, sans attendre : saisir le président du tribunal judiciaire du siège ; le tribunal décide. » */
static void step(Draft *draft, const char *soon) {
    Arena *arena = draft->dossier->arena;
    const char *lead = phrase_of(arena, "Prochaine étape", soon ? ", " : "", soon ? soon : "",
                                 object_open(draft) ? ", s’il y a lieu" : "", COLON, NULL);
    draft_add(draft, lead, french_lower(arena, steps_own(draft)), NULL);
}

static void calendar(Draft *draft) {
    const char *text = draft_calendar(draft);
    const bool says_so = text && strncmp(text, "calendrier ", strlen("calendrier ")) == 0;
    if (text)
        draft_add(draft, says_so ? "" : "Calendrier" COLON, says_so ? french_capital(draft->dossier->arena, text) : text, ".");
}

void steps_next(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const bool timed = draft->report->clock && draft->report->availability.state == AVAILABILITY_OPEN; /* its clock is told */
    const char *soon = standing_urgency(draft->report, draft->dossier->date);
    if (!timed) calendar(draft);
    const bool brief = draft->thrift >= THRIFT_SUBJECTS;
    const bool own = draft->report->step && draft->report->step->condition; /* for its own case: never given up */
    if (own || (draft->report->step && !brief)) {
        step(draft, soon);
        return;
    }
    const char *lead =
        brief ? "Contact" COLON
              : phrase_of(arena, "Prochaine étape" COLON "prendre contact ", soon ? soon : "", soon ? " " : "", "avec ", NULL);
    draft_add(draft, lead, draft_contact(draft), draft_who_decides(draft));
}

void steps_contact(Draft *draft) {
    const bool idle = standing_open(draft) && draft->report->outcome.relevance == RELEVANCE_NONE && !standing_kept_away(draft);
    draft_add(draft, "Contact, si ", idle ? "ce besoin naissait" COLON : "la situation change" COLON,
              phrase_of(draft->dossier->arena, draft_contact(draft), draft_who_decides(draft), NULL));
}

void steps_awaited(Draft *draft) {
    const bool waits =
        draft->report->gain && draft->report->outcome.verdict == VERDICT_INELIGIBLE && standing_wanted(draft->report);
    if (!waits || standing_kept_away(draft)) return;
    if (draft->thrift < THRIFT_SUBJECTS) calendar(draft);
    draft_add(draft, "Contact" COLON, draft_contact(draft), draft_who_decides(draft));
}
