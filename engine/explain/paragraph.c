/* The paragraph is made of pieces in a fixed order. When it passes the length that an advisor pastes, it is made again with more
 * thrift: first without what only helps, then with shorter words. No condition is ever left out. */
#include "explain/paragraph.h"

#include "explain/attribute.h"
#include "explain/changes.h"
#include "explain/clause.h"
#include "explain/criteria.h"
#include "explain/describe.h"
#include "explain/draft.h"
#include "explain/establishment.h"
#include "explain/figures.h"
#include "explain/fixed.h"
#include "explain/situation.h"
#include "explain/sources.h"

#include <string.h>

#define WORDS_MIN 63
#define PIECE_BYTES 400 /* that few pass */
#define WEEK 7
#define MONTHS_OF_A_YEAR 12
#define SEASON 120 /* days, beyond which nothing presses within the week */

const char *paragraph_verdict(const ProgrammeReport *report) {
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

const char *paragraph_urgency(const ProgrammeReport *report, Day date) {
    const bool warned = report->warning && !report->precedes;
    if (report->deadline == DAY_MAX) return report->clock || warned || may_close(report, date) ? "sans attendre" : NULL;
    if (report->deadline - date > SEASON) return NULL;
    return report->deadline - date <= WEEK ? "sans attendre" : "cette semaine";
}

static Verdict verdict_now(const Draft *draft) {
    return draft->report->outcome.verdict;
}

static bool is_open(const Draft *draft) {
    return verdict_now(draft) == VERDICT_ELIGIBLE || verdict_now(draft) == VERDICT_UNDETERMINED;
}

/* « à vérifier cette semaine : deux points restent à éclaircir » */
static void heading(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const ProgrammeReport *report = draft->report;
    const char *soon = paragraph_urgency(report, draft->dossier->date);
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t count, objects;
    draft_clauses(draft, CRITERION_CONDITION, TRUTH_UNKNOWN, clauses, &count);
    draft_clauses(draft, CRITERION_OBJECT, TRUTH_UNKNOWN, clauses, &objects);
    count += objects;
    phrase_join(&draft->phrase, draft_name(draft), " – ", paragraph_verdict(report), NULL);
    if (report->outcome.verdict == VERDICT_UNDETERMINED) {
        phrase_join(&draft->phrase, soon ? " " : "", soon ? soon : "", NULL);
        const char *number = draft->thrift >= THRIFT_SUBJECTS ? "plusieurs" : french_cardinal(arena, count, GENDER_MASCULINE);
        if (count > 1) phrase_join(&draft->phrase, COLON, number, " points restent à éclaircir", NULL);
        else if (count == 1) phrase_add(&draft->phrase, COLON "un point reste à éclaircir");
    } else phrase_join(&draft->phrase, soon ? SEMICOLON "à solliciter " : "", soon ? soon : "", NULL);
    phrase_add(&draft->phrase, ".");
}

/* Does the paragraph tell whether there is something to treat? */
static bool tells_object(const Draft *draft) {
    const Node *object = draft->report->programme->object;
    const Truth truth = object ? dossier_truth(draft->dossier, object) : TRUTH_FALSE;
    const bool wanted = is_open(draft) && draft->report->outcome.relevance != RELEVANCE_NONE;
    return truth == TRUTH_UNKNOWN ? verdict_now(draft) == VERDICT_UNDETERMINED : truth == TRUTH_TRUE && wanted;
}

/* « pour Bâti’Coop », of whom nothing was said yet */
static const char *for_whom(const Draft *draft) {
    return draft_asks_nothing(draft->report) ? phrase_of(draft->dossier->arena, " pour ", draft->dossier->name, NULL) : "";
}

static void met(Draft *draft) {
    const Dossier *dossier = draft->dossier;
    size_t total;
    if (draft_asks_nothing(draft->report)) {
        const bool named = !tells_object(draft);
        draft_add(draft, named ? "Pour " : "", named ? dossier->name : "",
                  named ? ", le document ne pose aucune condition d’admission."
                        : "Le document ne pose aucune condition d’admission.");
        return;
    }
    const char *list = draft_met(draft, CRITERION_CONDITION, &total);
    if (!list) return;
    bool all = draft->report->outcome.verdict == VERDICT_ELIGIBLE;
    const char *number = french_cardinal(dossier->arena, total, GENDER_FEMININE);
    const char *lead =
        total == 1 ? (all ? "La condition publiée est remplie par " : "Une condition est remplie par ")
        : all      ? phrase_of(dossier->arena, "Les ", number, " conditions publiées sont remplies par ", NULL)
                   : phrase_of(dossier->arena, french_capital(dossier->arena, number), " conditions sont remplies par ", NULL);
    if (draft->thrift == THRIFT_COUNTED) draft_add(draft, lead, dossier->name, ".");
    else draft_add(draft, phrase_of(dossier->arena, lead, dossier->name, COLON, NULL), list, ".");
}

/* Beside what fails, what does not: « Les autres conditions publiées sont remplies : … », and what was not looked into. */
static void met_beside(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t unknown_count, count;
    Draft brief = *draft;
    if (draft->thrift > THRIFT_BRIEF_MET || draft_asks_nothing(draft->report)) return;
    brief.thrift = THRIFT_BRIEF_MET;
    draft_clauses(draft, CRITERION_CONDITION, TRUTH_UNKNOWN, clauses, &unknown_count);
    count = draft_clauses(&brief, CRITERION_CONDITION, TRUTH_TRUE, clauses, NULL);
    const char *lead = unknown_count > 0 ? (count > 1 ? "Conditions remplies" COLON : "Condition remplie" COLON)
                                         : (count > 1 ? "Les autres conditions publiées sont remplies" COLON
                                                      : "L’autre condition publiée est remplie" COLON);
    if (count > 0) draft_add(draft, lead, draft_list(draft, clauses, count), ".");
}

/* A reserve that fails was asked for as much as a condition: they are told and counted together. */
static void unmet(Draft *draft) {
    const char *clauses[2 * DRAFT_CLAUSES_MAX];
    size_t conditions, reserves, count = draft_clauses(draft, CRITERION_CONDITION, TRUTH_FALSE, clauses, &conditions);
    Arena *arena = draft->dossier->arena;
    count += draft_clauses(draft, CRITERION_RESERVE, TRUTH_FALSE, clauses + count, &reserves);
    draft_unrepeat(draft, clauses, count);
    const size_t total = conditions + reserves;
    if (count > 0)
        draft_add(draft,
                  total == 1 ? "Une condition n’est pas remplie par "
                             : phrase_of(arena, french_capital(arena, french_cardinal(arena, total, GENDER_FEMININE)),
                                         " conditions ne sont pas remplies par ", NULL),
                  phrase_of(arena, draft->dossier->name, COLON, NULL),
                  phrase_of(arena, draft_list(draft, clauses, count), ".", NULL));
}

/* Is any one of the facts that are not known enough? */
static bool either(const Dossier *dossier, const Node *node) {
    const Node *open = NULL;
    size_t count = 0;
    bool tests = true;
    for (size_t i = 0; i < node->part_count; i++) {
        if (dossier_truth(dossier, node->parts[i]) != TRUTH_UNKNOWN) continue;
        open = node->parts[i];
        tests = tests && open->kind == NODE_TEST;
        count++;
    }
    if (count == 1) return either(dossier, open);
    return count > 1 && tests && node->kind == NODE_ANY;
}

/* Does another condition that is open want one of these facts too? */
static bool wanted_besides(const Draft *draft, const CriterionReport *criterion, const char *const *names, size_t count) {
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *other = &draft->report->criteria[i];
        const char *others[CLAUSE_SUBJECTS_MAX];
        if (other == criterion || !draft_wants(other, CRITERION_CONDITION, TRUTH_UNKNOWN)) continue;
        const size_t found = draft_subjects(draft, other, others);
        for (size_t n = 0; n < count * found; n++)
            if (strcmp(names[n / found], others[n % found]) == 0) return true;
    }
    return false;
}

/* « Restent à connaître : la forme juridique, le budget annuel et l’effectif salarié. » */
static void to_know(Draft *draft) {
    const char *subjects[DRAFT_CLAUSES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!draft_wants(criterion, CRITERION_CONDITION, TRUTH_UNKNOWN)) continue;
        const char *names[CLAUSE_SUBJECTS_MAX];
        size_t found = draft_subjects(draft, criterion, names);
        if (found > 1 && either(draft->dossier, criterion->node) && !wanted_besides(draft, criterion, names, found)) {
            names[0] = french_list(draft->dossier->arena, names, found, "ou");
            found = 1;
        }
        for (size_t n = 0; n < found; n++) {
            size_t k = 0;
            while (k < count && strcmp(subjects[k], names[n]) != 0) k++;
            if (k == count && count < DRAFT_CLAUSES_MAX) subjects[count++] = names[n];
        }
    }
    if (count > 0)
        draft_add(draft, count > 1 ? "Restent à connaître" COLON : "Reste à connaître" COLON,
                  french_list(draft->dossier->arena, subjects, count, "et"), ".");
}

/* What is unknown for want of a fact is told by the fact, when there is much of it; the rest as ever. */
static bool by_subject(const Draft *draft, const CriterionReport *criterion) {
    return draft->thrift >= THRIFT_SUBJECTS && draft_subject(draft, criterion) != NULL;
}

/* « (projet d’essaimage non connu) » says nothing after « Restent à vérifier ». */
static const char *to_verify(const Draft *draft, const CriterionReport *criterion) {
    const Node *node = criterion->node;
    const char *clause = draft->thrift >= THRIFT_BRIEF_UNKNOWN ? draft_brief(draft, criterion) : criterion->clause;
    if (node->kind != NODE_TEST || dossier_fact(draft->dossier, node->test.fact)->type != FACT_BOOLEAN) return clause;
    if (!strstr(clause, " non connu") || dossier_informed(draft->dossier, node->test.fact)) return clause;
    const char *said = situation_of(draft->dossier, node);
    const bool plain = said && strstr(said, " non connu") && !strchr(said, ',');
    const size_t length = strlen(clause), own = plain ? strlen(said) : 0;
    const bool ends = own > 0 && length > own + 3 && clause[length - 1] == ')' &&
                      strncmp(clause + length - own - 3, " (", 2) == 0 && strncmp(clause + length - own - 1, said, own) == 0;
    const char *cut = ends ? arena_text(draft->dossier->arena, clause, length - own - 3) : NULL;
    return cut ? cut : clause;
}

static void unknown(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    Arena *arena = draft->dossier->arena;
    size_t count = 0, met_count;
    draft_clauses(draft, CRITERION_CONDITION, TRUTH_TRUE, clauses, &met_count);
    if (draft->thrift >= THRIFT_SUBJECTS) to_know(draft);
    for (size_t i = 0; i < draft->report->criterion_count && count < DRAFT_CLAUSES_MAX; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (draft_wants(criterion, CRITERION_CONDITION, TRUTH_UNKNOWN) && !by_subject(draft, criterion))
            clauses[count++] = to_verify(draft, criterion);
    }
    if (count > 0) {
        const char *of = met_count ? "" : phrase_of(arena, " pour ", draft->dossier->name, NULL);
        draft_add(draft, phrase_of(arena, count > 1 ? "Restent à vérifier" : "Reste à vérifier", of, COLON, NULL),
                  draft_list_doubts(draft, clauses, count), ".");
    }
    count = draft_clauses(draft, CRITERION_OBJECT, TRUTH_UNKNOWN, clauses, NULL);
    if (count > 0)
        draft_add(draft, phrase_of(arena, "Reste à vérifier s’il y a lieu d’agir", for_whom(draft), COLON, NULL),
                  draft_list(draft, clauses, count), ".");
}

/* When everything hangs on one reading: what its confirmation would give. */
static void favourable_reading(Draft *draft) {
    size_t open = 0;
    bool hangs = false;
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (criterion->truth != TRUTH_UNKNOWN || criterion->kind == CRITERION_RESERVE || criterion->kind == CRITERION_PRIORITY)
            continue;
        open++;
        hangs = criterion->hangs_on_reading;
    }
    if (open == 1 && hangs) draft_add(draft, "Si la lecture favorable prévaut, toutes les conditions sont remplies.", NULL, NULL);
}

/* What was just said need not be said again: « …, alors que le document compte les structures d’insertion parmi… ? » */
static const char *question_words(Arena *arena, const char *question) {
    const char *ground = strstr(question, ", alors que ");
    const char *cut = ground ? arena_text(arena, question, (size_t)(ground - question)) : NULL;
    return cut ? phrase_of(arena, cut, THIN "?", NULL) : question;
}

/* A programme may be kept away by its own rule: a collective procedure that is open already. */
static bool kept_away(const Draft *draft) {
    const Node *away = draft->report->programme->irrelevant;
    return away && dossier_truth(draft->dossier, away) == TRUTH_TRUE;
}

static bool is_wanted(const ProgrammeReport *report) {
    return report->outcome.relevance == RELEVANCE_STRONG || report->outcome.relevance == RELEVANCE_POSSIBLE;
}

/* Nobody is asked what is delicate to say for a programme that answers no need. */
static bool asks(const Draft *draft, const CriterionReport *criterion) {
    if (criterion->truth != TRUTH_UNKNOWN || !criterion->question) return false;
    if (criterion->kind != CRITERION_CONDITION && criterion->kind != CRITERION_OBJECT) return false;
    return criterion->asking != ASKING_DELICATE || is_wanted(draft->report);
}

/* A question that opens with the name of the programme, or of who runs it, keeps its capital. */
static const char *uncapitalised(const Draft *draft, const char *question) {
    const char *first = arena_text(draft->dossier->arena, question, strcspn(question, " ,"));
    const bool name = first && strlen(first) > strlen("Les") && strstr(draft_name(draft), first);
    return name ? question : french_lower(draft->dossier->arena, question);
}

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
    if (!first || (idle && kept_away(draft))) return;
    const char *lead = count > 1
                           ? phrase_of(arena, "Première de ", french_cardinal(arena, count, GENDER_FEMININE), " questions", NULL)
                           : "Question";
    const char *whom = first->ask ? phrase_of(arena, count > 1 ? ", " : " ", french_to(arena, first->ask), NULL) : "";
    const char *words = first->asking == ASKING_TIE ? criteria_ties(arena, draft->report) : question_words(arena, first->question);
    draft_add(draft, phrase_of(arena, lead, whom, idle ? ", si ce besoin naissait" : "", COLON, NULL), uncapitalised(draft, words),
              NULL);
}

static void objects(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t total;
    const bool wanted = is_open(draft) && draft->report->outcome.relevance != RELEVANCE_NONE;
    const char *met_list = wanted ? draft_met(draft, CRITERION_OBJECT, &total) : NULL;
    if (met_list)
        draft_add(draft, phrase_of(draft->dossier->arena, "Il y a bien lieu d’agir", for_whom(draft), COLON, NULL), met_list, ".");
    size_t count = draft_clauses(draft, CRITERION_OBJECT, TRUTH_FALSE, clauses, NULL);
    if (count > 0)
        draft_add(draft, phrase_of(draft->dossier->arena, "Rien à traiter pour ", draft->dossier->name, COLON, NULL),
                  draft_list(draft, clauses, count), ".");
}

/* « (thématiques non connues) » of a reserve, after a condition that says the same. */
static bool said_of_condition(const Draft *draft, const char *reserve) {
    const char *open = strstr(reserve, " (");
    for (size_t i = 0; open && i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (draft_wants(criterion, CRITERION_CONDITION, TRUTH_UNKNOWN) && strstr(criterion->clause, open)) return true;
    }
    return false;
}

static void reserves(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t count = draft_clauses(draft, CRITERION_RESERVE, TRUTH_UNKNOWN, clauses, NULL);
    for (size_t i = 0; i < count; i++)
        if (draft->thrift >= THRIFT_BARE || said_of_condition(draft, clauses[i])) clauses[i] = draft_bare(draft, clauses[i]);
    if (count > 0) draft_add(draft, "Sous réserve" COLON, draft_list(draft, clauses, count), ".");
}

/* What the other programmes change to this one. */
static void relations(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    for (size_t i = 0; draft->thrift == THRIFT_NONE && i < draft->report->relation_count; i++) {
        const RelationReport *relation = &draft->report->relations[i];
        draft_add(draft, relation->lead, relation->text ? phrase_of(arena, COLON, relation->text, NULL) : "", ".");
    }
}

/* What is written for one need alone is quoted; what the programme says of all its needs is in its source. */
static void relevance(Draft *draft) {
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

/* « impasse de trésorerie »: of « date d’impasse de trésorerie ». */
static const char *deadline_name(const Draft *draft) {
    const char *label = dossier_fact(draft->dossier, draft->report->deadline_fact)->label;
    return label + describe_event(label);
}

/* « Le parcours dure 3 à 6 mois, pour une échéance (impasse de trésorerie) au 20 avril 2027, dans 150 jours. » */
static void course(Draft *draft) {
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

/* « Prochaine étape, sans attendre : saisir le président du tribunal judiciaire du siège ; le tribunal décide. » */
static void step(Draft *draft, const char *soon) {
    Arena *arena = draft->dossier->arena;
    const char *text = fixed_tidy(draft->dossier, draft->report->step->text), *decision = draft_who_decides(draft);
    const size_t length = strlen(text), kept = length > 0 && text[length - 1] == '.' ? length - 1 : length;
    const char *words = arena_text(arena, text, kept);
    const bool decided = strncmp(decision, SEMICOLON, strlen(SEMICOLON)) == 0;
    draft_add(draft,
              phrase_of(arena, "Prochaine étape", soon ? ", " : "", soon ? soon : "", object_open(draft) ? ", s’il y a lieu" : "",
                        COLON, NULL),
              french_lower(arena, words ? words : text), decided ? decision : ".");
}

static void calendar(Draft *draft) {
    const char *text = draft_calendar(draft);
    const bool says_so = text && strncmp(text, "calendrier ", strlen("calendrier ")) == 0;
    if (text)
        draft_add(draft, says_so ? "" : "Calendrier" COLON, says_so ? french_capital(draft->dossier->arena, text) : text, ".");
}

static void next_step(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const bool timed = draft->report->clock && draft->report->availability.state == AVAILABILITY_OPEN; /* its clock is told */
    const char *soon = paragraph_urgency(draft->report, draft->dossier->date);
    if (!timed) calendar(draft);
    const bool brief = draft->thrift >= THRIFT_SUBJECTS;
    const bool own = draft->report->step && draft->report->step->condition; /* for its own case: never given up */
    if (own || (draft->report->step && !brief)) {
        step(draft, soon);
        return;
    }
    const char *lead =
        phrase_of(arena, "Prochaine étape" COLON "prendre contact ", soon ? soon : "", soon ? " " : "", "avec ", NULL);
    draft_add(draft, brief ? "Contact" COLON : lead, draft_contact(draft), draft_who_decides(draft));
}

static void rank(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const char *reason = draft->report->rank_reason, *other = reason ? strstr(reason, RANK_OTHER) : NULL;
    if (draft->report->rank_untold || draft->thrift >= THRIFT_UNRANKED) return;
    if (other && draft->thrift >= THRIFT_BRIEF_RANK) reason = arena_text(arena, reason, (size_t)(other - reason));
    if (reason && draft->marked) reason = draft_mark(DRAFT_RANK);
    if (reason) draft_add(draft, french_capital(arena, reason), ".", NULL);
}

static void cite(Draft *draft) {
    const char *text = draft_source(draft);
    if (text[0] != '\0') draft_add(draft, text, NULL, NULL);
}

/* The part of a rule's own refusal that holds and that its author worded, or NULL. */
static const Node *worded_refusal(const Dossier *dossier, const Node *away) {
    if (dossier_truth(dossier, away) != TRUTH_TRUE) return NULL;
    const Node *worded = away->wording_met ? away : NULL;
    for (size_t i = 0; !worded && i < away->part_count; i++) worded = worded_refusal(dossier, away->parts[i]);
    return worded;
}

const char *paragraph_refusal(const Dossier *dossier, const Programme *programme) {
    const Node *worded = programme->irrelevant ? worded_refusal(dossier, programme->irrelevant) : NULL;
    return worded ? clause_of(dossier, worded) : NULL;
}

bool paragraph_refused(Draft *draft) {
    const char *words = paragraph_refusal(draft->dossier, draft->report->programme);
    if (words) draft_add(draft, "Ce dispositif n’est pas recommandé ici" COLON, words, ".");
    return words != NULL;
}

static void not_recommended(Draft *draft) {
    if (paragraph_refused(draft)) return;
    const char *situation = kept_away(draft) ? situation_of_group(draft->dossier, draft->report->programme->irrelevant) : NULL;
    if (situation) draft_add(draft, "Ce dispositif n’est pas recommandé ici, au vu de la situation (", situation, ").");
    else draft_add(draft, "Ce dispositif ne répond pas au besoin exprimé" COLON "il n’est pas recommandé ici.", NULL, NULL);
}

/* Within the week, time alone will have answered: nobody need be asked. */
static bool settles_itself(const Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    return gain && !gain->latest && gain->step_count == 1 && gain->steps[0].means == MEANS_TIME &&
           gain->day - draft->dossier->date <= WEEK;
}

/* Whom to see, and when, about what is not open yet. */
static void awaited(Draft *draft) {
    const bool waits = draft->report->gain && verdict_now(draft) == VERDICT_INELIGIBLE && is_wanted(draft->report);
    if (!waits || kept_away(draft)) return;
    if (draft->thrift < THRIFT_SUBJECTS) calendar(draft);
    draft_add(draft, "Contact" COLON, draft_contact(draft), draft_who_decides(draft));
}

static void question_open(Draft *draft) {
    if (verdict_now(draft) != VERDICT_UNDETERMINED) return;
    if (draft->thrift < THRIFT_BARE) tomorrow(draft);
    if (!settles_itself(draft)) question(draft);
}

static void favourable_open(Draft *draft) {
    if (verdict_now(draft) == VERDICT_UNDETERMINED && !settles_itself(draft)) favourable_reading(draft);
}

static void met_open(Draft *draft) {
    if (is_open(draft)) met(draft);
}

static void unmet_closed(Draft *draft) {
    if (verdict_now(draft) != VERDICT_INELIGIBLE) return;
    unmet(draft);
    establishment_tell(draft);
}

static void met_closed(Draft *draft) {
    if (!is_open(draft)) met_beside(draft);
}

static void unknown_open(Draft *draft) {
    if (verdict_now(draft) == VERDICT_UNDETERMINED) unknown(draft);
}

static void reserves_open(Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    if (is_open(draft) || (gain && gain->under_reserve)) reserves(draft);
}

/* Why it is not ranked, though it is not closed. */
static void need(Draft *draft) {
    const Relevance relevance = draft->report->outcome.relevance;
    if (is_open(draft) && relevance == RELEVANCE_NONE) not_recommended(draft);
    const bool refused = verdict_now(draft) == VERDICT_INELIGIBLE && paragraph_refused(draft);
    const char *speciality = is_wanted(draft->report) ? NULL : draft->report->programme->speciality;
    if (draft->report->gain && !is_open(draft) && !refused && speciality)
        draft_add(draft, "Son objet" COLON, fixed_tidy(draft->dossier, speciality), ".");
    bool placed = programme_says_need(draft->report->programme);
    if (is_open(draft) && relevance == RELEVANCE_UNKNOWN)
        draft_add(draft,
                  placed ? "Ce que l’on sait de la situation ne suffit pas à le recommander."
                         : "Le besoin auquel répond ce dispositif n’est pas renseigné" COLON "il n’est pas classé.",
                  NULL, NULL);
}

static void ample(Draft *draft) {
    if (!draft->ample) return;
    static const char own[] = "Cet avis repose sur les seuls critères publiés";
    if (verdict_now(draft) == VERDICT_NOT_APPLICABLE) /* there is no entry to judge */
        draft_add(draft, "Cet avis est à reprendre si la situation change.", NULL, NULL);
    else if (verdict_now(draft) == VERDICT_INELIGIBLE)
        draft_add(draft, own, COLON "il est à reprendre si la situation change.", NULL);
    else draft_add(draft, own, COLON "l’opérateur reste juge de l’entrée.", NULL);
}

/* A piece of the paragraph, and the degrees of thrift at which it changes, a bit for each: at the others it is not made again. The
 * first degree makes them all. */
typedef struct ParagraphPiece {
    void (*write)(Draft *draft);
    unsigned changes;
} ParagraphPiece;

#define AT(thrift) (1u << (thrift))
#define ALWAYS AT(THRIFT_NONE)
#define AMPLE 0x80000000u
#define PIECES_MAX 16

static const ParagraphPiece ranked[PIECES_MAX] = {
    {heading, ALWAYS | AT(THRIFT_SUBJECTS)},
    {met, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_COUNTED)},
    {objects, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_BRIEF_UNKNOWN)},
    {unknown, ALWAYS | AT(THRIFT_SUBJECTS) | AT(THRIFT_BRIEF_UNKNOWN)},
    {question_open, ALWAYS | AT(THRIFT_BARE)},
    {favourable_open, ALWAYS},
    {reserves, ALWAYS | AT(THRIFT_BRIEF_UNKNOWN) | AT(THRIFT_BARE)},
    {relevance, ALWAYS | AT(THRIFT_NO_EXTRAS) | AT(THRIFT_BRIEF_SOURCE)},
    {cite, ALWAYS | AT(THRIFT_BRIEF_SOURCE)},
    {rank, ALWAYS | AT(THRIFT_BRIEF_RANK) | AT(THRIFT_UNRANKED)},
    {course, ALWAYS | AT(THRIFT_NO_EXTRAS) | AT(THRIFT_BRIEF_MET) | AT(THRIFT_BRIEF_RANK)},
    {relations, ALWAYS | AT(THRIFT_NO_EXTRAS)},
    {draft_gain, ALWAYS},
    {next_step, ALWAYS | AT(THRIFT_NO_EXTRAS) | AT(THRIFT_SUBJECTS) | AT(THRIFT_BARE)},
    {draft_date, ALWAYS},
};

static const ParagraphPiece unranked[PIECES_MAX] = {
    {heading, ALWAYS | AT(THRIFT_SUBJECTS)},
    {met_open, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_COUNTED)},
    {unmet_closed, ALWAYS | AT(THRIFT_BRIEF_UNKNOWN)},
    {objects, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_BRIEF_UNKNOWN)},
    {met_closed, ALWAYS | AT(THRIFT_SUBJECTS)},
    {unknown_open, ALWAYS | AT(THRIFT_SUBJECTS) | AT(THRIFT_BRIEF_UNKNOWN)},
    {draft_gain, ALWAYS},
    {reserves_open, ALWAYS | AT(THRIFT_BRIEF_UNKNOWN) | AT(THRIFT_BARE)},
    {need, ALWAYS},
    {question_open, ALWAYS | AT(THRIFT_BARE)},
    {awaited, ALWAYS | AT(THRIFT_SUBJECTS)},
    {ample, ALWAYS | AMPLE},
    {cite, ALWAYS | AT(THRIFT_BRIEF_SOURCE)},
    {draft_date, ALWAYS},
};

typedef struct Written {
    const char *text;
    size_t length, words;
} Written;

/* Makes again the pieces that change; how many words there are in all. */
static size_t write_pieces(Draft *draft, const ParagraphPiece *pieces, unsigned changed, Written *written) {
    size_t words = 0;
    for (size_t i = 0; i < PIECES_MAX && pieces[i].write; i++) {
        if (pieces[i].changes & changed) {
            phrase_init(&draft->phrase, draft->dossier->arena);
            phrase_reserve(&draft->phrase, PIECE_BYTES);
            pieces[i].write(draft);
            const char *text = phrase_text(&draft->phrase);
            written[i] = (Written){text, draft->phrase.length, draft_words(text)};
        }
        words += written[i].words;
    }
    return words;
}

static const char *joined(Arena *arena, const Written *written) {
    size_t length = 0;
    for (size_t i = 0; i < PIECES_MAX; i++) length += written[i].length + 1;
    char *text = arena_bytes(arena, length + 1), *at = text;
    if (!text) return "";
    for (size_t i = 0; i < PIECES_MAX; i++) {
        if (written[i].length == 0) continue;
        if (at > text) *at++ = ' ';
        memcpy(at, written[i].text, written[i].length);
        at += written[i].length;
    }
    *at = '\0';
    return text;
}

const char *paragraph_of(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    if (report->programme->failed || report->outcome.verdict == VERDICT_ERROR) return draft_failure(dossier, report, message);
    Draft draft = {.dossier = dossier, .report = report};
    Written written[PIECES_MAX] = {{NULL, 0, 0}};
    const ParagraphPiece *pieces = report->rank > 0 ? ranked : unranked;
    size_t words = write_pieces(&draft, pieces, AT(draft.thrift), written);
    draft.ample = words < WORDS_MIN;
    if (draft.ample) write_pieces(&draft, pieces, AMPLE, written);
    while (words > PARAGRAPH_WORDS_MAX && draft.thrift < THRIFT_COUNTED) {
        draft.thrift++;
        words = write_pieces(&draft, pieces, AT(draft.thrift), written);
    }
    return joined(dossier->arena, written);
}

void paragraph_marked(const Dossier *dossier, const ProgrammeReport *report, const char *texts[PARAGRAPH_DEGREES]) {
    Dossier nameless = *dossier;
    nameless.name = draft_mark(DRAFT_NAME);
    Draft draft = {.dossier = &nameless, .report = report, .marked = true};
    Written written[PIECES_MAX] = {{NULL, 0, 0}};
    for (; draft.thrift < PARAGRAPH_DEGREES; draft.thrift++) {
        write_pieces(&draft, ranked, AT(draft.thrift), written);
        texts[draft.thrift] = joined(dossier->arena, written);
    }
}
