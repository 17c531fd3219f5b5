/* Criteria are told by their truth: what is met is listed, and counted; what fails, reserves among it, is counted too; what is not
 * known is told by its condition, or, in a thrifty draft, by the fact that is wanting. */
#include "explain/condition_words.h"

#include "explain/clause.h"
#include "explain/situation.h"
#include "explain/standing.h"

#include <string.h>

/* Does the paragraph tell whether there is something to treat? */
static bool tells_object(const Draft *draft) {
    const Node *object = draft->report->programme->object;
    const Truth truth = object ? dossier_truth(draft->dossier, object) : TRUTH_FALSE;
    const bool wanted = standing_open(draft) && draft->report->outcome.relevance != RELEVANCE_NONE;
    return truth == TRUTH_UNKNOWN ? draft->report->outcome.verdict == VERDICT_UNDETERMINED : truth == TRUTH_TRUE && wanted;
}

/* « pour Bâti’Coop », of whom nothing was said yet */
static const char *for_whom(const Draft *draft) {
    return draft_asks_nothing(draft->report) ? phrase_of(draft->dossier->arena, " pour ", draft->dossier->name, NULL) : "";
}

void conditions_met(Draft *draft) {
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
    const Outcome *outcome = &draft->report->outcome;
    const bool all = outcome->verdict == VERDICT_ELIGIBLE && !outcome->under_reserve;
    const char *number = french_cardinal(dossier->arena, total, GENDER_FEMININE);
    const char *lead =
        total == 1 ? (all ? "La condition publiée est remplie par " : "Une condition est remplie par ")
        : all      ? phrase_of(dossier->arena, "Les ", number, " conditions publiées sont remplies par ", NULL)
                   : phrase_of(dossier->arena, french_capital(dossier->arena, number), " conditions sont remplies par ", NULL);
    if (draft->thrift == THRIFT_COUNTED) draft_add(draft, lead, dossier->name, ".");
    else draft_add(draft, phrase_of(dossier->arena, lead, dossier->name, COLON, NULL), list, ".");
}

void conditions_beside(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    Draft brief = *draft;
    if (draft->thrift > THRIFT_BRIEF_MET || draft_asks_nothing(draft->report)) return;
    brief.thrift = THRIFT_BRIEF_MET;
    const size_t open =
        draft_count(draft, CRITERION_CONDITION, TRUTH_UNKNOWN) + draft_count(draft, CRITERION_RESERVE, TRUTH_UNKNOWN);
    const size_t count = draft_clauses(&brief, CRITERION_CONDITION, TRUTH_TRUE, clauses, NULL);
    const char *lead = open > 0 ? (count > 1 ? "Conditions remplies" COLON : "Condition remplie" COLON)
                                : (count > 1 ? "Les autres conditions publiées sont remplies" COLON
                                             : "L’autre condition publiée est remplie" COLON);
    if (count > 0) draft_add(draft, lead, draft_list(draft, clauses, count), ".");
}

void conditions_unmet(Draft *draft) {
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

/* The facts that are wanting, each once. */
static size_t to_know(const Draft *draft, const char *subjects[DRAFT_CLAUSES_MAX]) {
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
    return count;
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

size_t conditions_open(const Draft *draft) {
    const char *subjects[DRAFT_CLAUSES_MAX];
    const size_t objects = draft_count(draft, CRITERION_OBJECT, TRUTH_UNKNOWN);
    if (draft->thrift < THRIFT_SUBJECTS) return objects + draft_count(draft, CRITERION_CONDITION, TRUTH_UNKNOWN);
    size_t count = objects + to_know(draft, subjects);
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        count += draft_wants(criterion, CRITERION_CONDITION, TRUTH_UNKNOWN) && !by_subject(draft, criterion);
    }
    return count;
}

/* « Restent à connaître : la forme juridique, le budget annuel et l’effectif salarié. » */
static void tell_wanting(Draft *draft) {
    const char *subjects[DRAFT_CLAUSES_MAX];
    const size_t count = draft->thrift >= THRIFT_SUBJECTS ? to_know(draft, subjects) : 0;
    if (count > 0)
        draft_add(draft, count > 1 ? "Restent à connaître" COLON : "Reste à connaître" COLON,
                  french_list(draft->dossier->arena, subjects, count, "et"), ".");
}

void conditions_unknown(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    Arena *arena = draft->dossier->arena;
    size_t count = 0;
    const CriterionReport *last = NULL;
    tell_wanting(draft);
    for (size_t i = 0; i < draft->report->criterion_count && count < DRAFT_CLAUSES_MAX; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!draft_wants(criterion, CRITERION_CONDITION, TRUTH_UNKNOWN) || by_subject(draft, criterion)) continue;
        clauses[count++] = to_verify(draft, criterion);
        last = criterion;
    }
    if (count > 0) {
        const bool named = draft_count(draft, CRITERION_CONDITION, TRUTH_TRUE) > 0;
        const bool whether = named && count == 1 && draft_asks_whether(draft, last, clauses[0]);
        const char *of = named ? "" : phrase_of(arena, " pour ", draft->dossier->name, NULL);
        draft_add(draft,
                  phrase_of(arena, count > 1 ? "Restent à vérifier" : "Reste à vérifier", of, whether ? " si " : COLON, NULL),
                  draft_list_doubts(draft, clauses, count), ".");
    }
    count = draft_clauses(draft, CRITERION_OBJECT, TRUTH_UNKNOWN, clauses, NULL);
    if (count > 0)
        draft_add(draft, phrase_of(arena, "Reste à vérifier s’il y a lieu d’agir", for_whom(draft), COLON, NULL),
                  draft_list(draft, clauses, count), ".");
}

void conditions_objects(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t total;
    const bool wanted = standing_open(draft) && draft->report->outcome.relevance != RELEVANCE_NONE;
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

/* Does it tell beside it what is known against it? « (disponibilité de la direction : 2 jours par mois ; à confirmer) » */
static bool tells_value(const char *reserve) {
    const char *open = strstr(reserve, " (");
    return open && strstr(open, COLON) && !strstr(open, " non connu");
}

void conditions_reserves(Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t count = draft_clauses(draft, CRITERION_RESERVE, TRUTH_UNKNOWN, clauses, NULL);
    for (size_t i = 0; i < count; i++)
        if ((draft->thrift >= THRIFT_BARE && !tells_value(clauses[i])) || said_of_condition(draft, clauses[i]))
            clauses[i] = draft_bare(draft, clauses[i]);
    if (count > 0) draft_add(draft, "Sous réserve" COLON, draft_list(draft, clauses, count), ".");
}
