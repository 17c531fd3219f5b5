/* The pieces that the paragraph and the summary are made of. */
#include "explain/draft.h"

#include "base/byte_mask.h"
#include "base/text.h"
#include "explain/availability.h"
#include "explain/blank.h"
#include "explain/changes.h"
#include "explain/clause.h"
#include "explain/criteria.h"
#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/fixed.h"
#include "explain/situation.h"
#include "explain/sources.h"

#include <string.h>

#define LEFT_MAX 4 /* points that are told of what is left to verify behind a refusal */
#define FOLDED_MAX 160
#define WORDS_STEP 240     /* words fit a byte */
#define SAME_REASON_MIN 20 /* bytes; a shorter one is told again, since it costs no more than to refer to it */

/* A word begins where a space ends. */
size_t draft_words(const char *text) {
    const size_t length = strlen(text);
    size_t count = 0;
    uint64_t before = 1; /* was the last byte a space? */
    for (size_t at = 0; at < length; at += BYTE_MASK) {
        char rest[BYTE_MASK];
        const char *bytes = text + at;
        if (length - at < BYTE_MASK) {
            memset(rest, ' ', sizeof rest);
            bytes = memcpy(rest, bytes, length - at);
        }
        const uint64_t spaces = byte_mask_equal(bytes, ' ');
        count += (size_t)__builtin_popcountll(~spaces & (spaces << 1 | before));
        before = spaces >> 63;
    }
    return count;
}

/* Adds one sentence, after a space when it is not the first. */
void draft_add(Draft *draft, const char *first, const char *second, const char *third) {
    phrase_join(&draft->phrase, draft->phrase.length ? " " : "", first, second ? second : "", third ? third : "", NULL);
}

bool draft_wants(const CriterionReport *criterion, CriterionKind kind, Truth truth) {
    const bool lifted = criterion->kind == CRITERION_RESERVE && criterion->truth == TRUTH_TRUE;
    return (lifted ? CRITERION_CONDITION : criterion->kind) == kind && criterion->truth == truth;
}

size_t draft_count(const Draft *draft, CriterionKind kind, Truth truth) {
    size_t count = 0;
    for (size_t i = 0; i < draft->report->criterion_count; i++) count += draft_wants(&draft->report->criteria[i], kind, truth);
    return count;
}

Dossier draft_dossier(const Dossier *dossier, CriterionKind kind, Truth truth) {
    Dossier told = *dossier;
    told.blanks = dossier->fills && truth != TRUTH_FALSE && kind != CRITERION_PRIORITY;
    return told;
}

const char *draft_brief(const Draft *draft, const CriterionReport *criterion) {
    if (criterion->brief) return criterion->brief;
    const Dossier told = draft_dossier(draft->dossier, criterion->kind, criterion->truth);
    return criteria_brief(&told, criterion);
}

size_t draft_subjects(const Draft *draft, const CriterionReport *criterion, const char *names[CLAUSE_SUBJECTS_MAX]) {
    if (!criterion->brief) return clause_subjects(draft->dossier, criterion->node, names);
    for (size_t i = 0; i < criterion->subject_count; i++) names[i] = criterion->subjects[i];
    return criterion->subject_count;
}

const char *draft_subject(const Draft *draft, const CriterionReport *criterion) {
    return criterion->brief ? criterion->subject : clause_subject(draft->dossier, criterion->node);
}

/* « création le 3 mai 2025 (deux conditions) »: where conditions are counted, one clause may stand for several. */
static const char *counted(const Draft *draft, const char *clause, size_t times) {
    Arena *arena = draft->dossier->arena;
    size_t length = strlen(clause);
    if (times < 2) return clause;
    bool bracketed = length > 0 && clause[length - 1] == ')';
    const char *kept = bracketed ? arena_text(arena, clause, length - 1) : clause;
    return phrase_of(arena, kept ? kept : "", bracketed ? SEMICOLON : " (", french_cardinal(arena, times, GENDER_FEMININE),
                     " conditions)", NULL);
}

/* Of a reserve that is open, what is to be confirmed rather than the fact that is missing. */
static const char *brief_clause(const Draft *draft, const CriterionReport *criterion) {
    const bool open = criterion->kind == CRITERION_RESERVE && criterion->truth == TRUTH_UNKNOWN;
    return open && criterion->node->kind == NODE_TEST ? draft_bare(draft, criterion->clause) : draft_brief(draft, criterion);
}

/* Is the fact told with what fails? */
static bool fails_too(const Draft *draft, int fact) {
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        Deciding list = {.count = 0};
        if (criterion->truth == TRUTH_FALSE && criterion->kind != CRITERION_PRIORITY)
            situation_deciding(draft->dossier, criterion->node, &list);
        for (size_t k = 0; k < list.count; k++)
            if (list.tests[k]->test.fact == fact) return true;
    }
    return false;
}

static bool tests_fact(const Node *node, int fact) {
    if (node->kind == NODE_TEST) return node->test.fact == fact;
    for (size_t i = 0; node->callback && i < node->callback->fact_count; i++)
        if (node->callback->facts[i] == fact) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (tests_fact(node->parts[i], fact)) return true;
    return false;
}

static bool tested_beside(const Draft *draft, const CriterionReport *criterion, int fact) {
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *other = &draft->report->criteria[i];
        if (other != criterion && tests_fact(other->node, fact)) return true;
    }
    return false;
}

/* Is there in its tree a bound on a fact that another criterion tests? */
static bool bounds_beside(const Draft *draft, const CriterionReport *criterion, const Node *node) {
    const Test *test = &node->test;
    if (node->kind == NODE_TEST)
        return test->comparison == TEST_BOUNDS && test->low.present != test->high.present &&
               tested_beside(draft, criterion, test->fact);
    for (size_t i = 0; i < node->part_count; i++)
        if (bounds_beside(draft, criterion, node->parts[i])) return true;
    return false;
}

/* An amount is told once: two bounds that it meets are one clause, and the bound alone is told where it fails another. `bounds` are
 * those of the clauses so far; a clause that another holds already is NULL. */
static const char *bounded(const Draft *draft, const CriterionReport *criterion, const char **out, const Node **bounds,
                           size_t *times, size_t count) {
    const Dossier lists = draft_dossier(draft->dossier, criterion->kind, criterion->truth), *told = &lists;
    const Node *bound = bounds[count] =
        bounds_beside(draft, criterion, criterion->node) ? clause_bound(told, criterion->node) : NULL;
    if (!bound) return draft_brief(draft, criterion);
    for (size_t k = 0; k < count; k++) {
        const char *between = bounds[k] ? clause_between(told, bounds[k], bound) : NULL;
        if (!between) continue;
        out[k] = between;
        times[k]++;
        return NULL;
    }
    return fails_too(draft, bound->test.fact) ? describe_asked(told, &bound->test) : draft_brief(draft, criterion);
}

/* « (thématiques : santé et mobilité) » is not said after two conditions that are met by it; by its label it is known, with its
 * blanks or without. */
static void say_once(const Draft *draft, const char **clauses, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const char *open = strchr(clauses[i], '(');
        if (!open || open == clauses[i] || !strstr(open, COLON) || strcspn(open, ")") + 1 != strlen(open)) continue;
        for (size_t k = 0; k < i; k++) {
            const char *same = strrchr(clauses[k], '(');
            if (same && blank_same(draft->dossier, open, same)) clauses[i] = draft_bare(draft, clauses[i]);
        }
    }
}

size_t draft_clauses(const Draft *draft, CriterionKind kind, Truth truth, const char **out, size_t *total) {
    size_t count = 0, found = 0, times[DRAFT_CLAUSES_MAX] = {0};
    const Node *bounds[DRAFT_CLAUSES_MAX + 1];
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!draft_wants(criterion, kind, truth)) continue;
        found++;
        bool brief = draft->thrift >= (truth == TRUTH_TRUE ? THRIFT_BRIEF_MET : THRIFT_BRIEF_UNKNOWN);
        const char *clause = brief ? brief_clause(draft, criterion) : criterion->clause;
        if (truth == TRUTH_TRUE) bounds[count] = NULL;
        if (truth == TRUTH_TRUE && brief) clause = bounded(draft, criterion, out, bounds, times, count);
        if (!clause) continue;
        size_t k = 0;
        while (k < count && !blank_same(draft->dossier, out[k], clause)) k++;
        if (k == count && count < DRAFT_CLAUSES_MAX) out[count++] = clause;
        if (k < count) times[k]++;
    }
    if (truth == TRUTH_TRUE) say_once(draft, out, count);
    for (size_t i = 0; total && truth == TRUTH_TRUE && i < count; i++) out[i] = counted(draft, out[i], times[i]);
    if (total) *total = found;
    return count;
}

const char *draft_mark(DraftMark mark) {
    static const char marks[DRAFT_MARKS][2] = {"", "\1", "\2", "\3", "\4", "\5", "\6"};
    return marks[mark];
}

const char *draft_met(const Draft *draft, CriterionKind kind, size_t *total) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    *total = draft_count(draft, kind, TRUTH_TRUE);
    if (*total == 0) return NULL;
    if (draft->marked) return draft_mark(kind == CRITERION_CONDITION ? DRAFT_MET : DRAFT_OBJECTS);
    size_t found, count = draft_clauses(draft, kind, TRUTH_TRUE, clauses, kind == CRITERION_CONDITION ? &found : NULL);
    return draft_list(draft, clauses, count);
}

const char *draft_bare(const Draft *draft, const char *clause) {
    const char *open = strstr(clause, " (");
    const char *cut =
        open && clause[strlen(clause) - 1] == ')' ? arena_text(draft->dossier->arena, clause, (size_t)(open - clause)) : NULL;
    return cut ? cut : clause;
}

/* « « Employeurs de l’ESS » (pour la même raison) »: what an earlier clause gives as its reason is not said again. */
void draft_unrepeat(const Draft *draft, const char **clauses, size_t count) {
    Arena *arena = draft->dossier->arena;
    for (size_t i = 1; i < count; i++) {
        const char *open = strchr(clauses[i], '(');
        size_t length = open ? strlen(open + 1) : 0;
        if (length < SAME_REASON_MIN || open[length] != ')') continue;
        const char *reason = arena_text(arena, open + 1, length - 1);
        for (size_t k = 0; reason && k < i; k++) {
            if (!strstr(clauses[k], reason)) continue;
            const char *kept = arena_text(arena, clauses[i], (size_t)(open - clauses[i]));
            clauses[i] = phrase_of(arena, kept ? kept : "", "(pour la même raison)", NULL);
            break;
        }
    }
}

/* « a ; b ; c », all of them */
const char *draft_list(const Draft *draft, const char *const *clauses, size_t count) {
    Phrase phrase;
    phrase_init(&phrase, draft->dossier->arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i ? SEMICOLON : "", clauses[i], NULL);
    return phrase_text(&phrase);
}

static const char *operators_of(Arena *arena, const Programme *programme) {
    return french_tidy(arena, french_list(arena, programme->operators, programme->operator_count, "et"));
}

static const char *without_article(const char *name) {
    if (strncmp(name, "le ", 3) == 0) return name + 3;
    return strncmp(name, "les ", 4) == 0 ? name + 4 : name;
}

/* « Accélérateur des Ecosolies » names Les Ecosolies already. */
static bool named_within(const char *name, const char *operators) {
    char whole[FOLDED_MAX], part[FOLDED_MAX];
    text_fold(whole, sizeof whole, name);
    text_fold(part, sizeof part, operators);
    const char *words = without_article(part), *found = strstr(whole, words);
    if (!found || words[0] == '\0') return false;
    const char after = found[strlen(words)];
    return (found == whole || found[-1] == ' ') && (after == '\0' || after == ' ');
}

/* « Prev’Asso (Le Mouvement associatif) »; a comma where brackets are already there. */
static const char *full_name(Arena *arena, const Programme *programme) {
    const char *name = french_tidy(arena, programme->name), *operators = operators_of(arena, programme);
    bool bracketed = strchr(name, '(') || strchr(operators, '(');
    if (operators[0] == '\0' || named_within(name, operators)) return name;
    return phrase_of(arena, name, bracketed ? ", " : " (", operators, bracketed ? "" : ")", NULL);
}

const char *draft_name(const Draft *draft) {
    return fixed_text(draft->dossier, draft->report->programme, FIXED_NAME, full_name);
}

bool draft_asks_nothing(const ProgrammeReport *report) {
    return report->programme->conditions && report->programme->conditions->nothing_asked;
}

/* Where a clause ends with the doubt of a limit, or NULL; `*bracketed`: within the brackets that end it. */
static const char *limit_doubt(const char *clause, bool *bracketed) {
    static const char doubt[] = ", " SITUATION_AT_LIMIT;
    const size_t length = strlen(clause), own = sizeof doubt - 1;
    *bracketed = length > 0 && clause[length - 1] == ')';
    const size_t end = length - *bracketed;
    return end > own && strncmp(clause + end - own, doubt, own) == 0 ? clause + end - own : NULL;
}

/* « a ; b – chaque fois exactement à la limite… »: a doubt that all of them end with is said once. */
const char *draft_list_doubts(const Draft *draft, const char **clauses, size_t count) {
    Arena *arena = draft->dossier->arena;
    bool bracketed;
    size_t shared = 0;
    for (size_t i = 0; i < count; i++) shared += limit_doubt(clauses[i], &bracketed) != NULL;
    if (count < 2 || shared < count) return draft_list(draft, clauses, count);
    for (size_t i = 0; i < count; i++) {
        const char *doubt = limit_doubt(clauses[i], &bracketed);
        const char *cut = arena_text(arena, clauses[i], (size_t)(doubt - clauses[i]));
        if (cut) clauses[i] = bracketed ? phrase_of(arena, cut, ")", NULL) : cut;
    }
    return phrase_of(arena, draft_list(draft, clauses, count), " – chaque fois ", SITUATION_AT_LIMIT, NULL);
}

static const char *contact_of(Arena *arena, const Programme *programme) {
    if (programme->contact) return french_tidy(arena, programme->contact);
    if (programme->operator_count == 0) return "l’opérateur";
    return phrase_of(arena, "l’opérateur (", operators_of(arena, programme), ")", NULL);
}

const char *draft_contact(const Draft *draft) {
    return fixed_text(draft->dossier, draft->report->programme, FIXED_CONTACT, contact_of);
}

/* Eligible is not granted: the contact decides when it is the operator, else the operator behind it does, save where the rule
 * says who decides. */
static const char *decision_of(Arena *arena, const Programme *programme) {
    if (programme->decider) return phrase_of(arena, SEMICOLON, french_tidy(arena, programme->decider), ".", NULL);
    if (!programme->contact) return ", qui décide de l’entrée.";
    char contact[FOLDED_MAX], operator[FOLDED_MAX];
    text_fold(contact, sizeof contact, programme->contact);
    for (size_t i = 0; i < programme->operator_count; i++) {
        text_fold(operator, sizeof operator, programme->operators[i]);
        if (strstr(contact, without_article(operator)))
            return strncmp(contact, "les ", 4) == 0 ? ", qui décident de l’entrée." : ", qui décide de l’entrée.";
    }
    return SEMICOLON "l’opérateur décide de l’entrée.";
}

const char *draft_who_decides(const Draft *draft) {
    return fixed_text(draft->dossier, draft->report->programme, FIXED_DECIDES, decision_of);
}

const char *draft_source(const Draft *draft) {
    bool brief = draft->thrift >= THRIFT_BRIEF_SOURCE;
    return fixed_text(draft->dossier, draft->report->programme, brief ? FIXED_SOURCE_BRIEF : FIXED_SOURCE,
                      brief ? source_sentence_brief : source_sentence);
}

/* « appel annuel attendu en février 2027 »: of « appel à candidatures annuel en février : le prochain est attendu en février 2027
 * ». */
static const char *next_call(Arena *arena, const char *text) {
    const char *next = strstr(text, AVAILABILITY_NEXT);
    return next ? phrase_of(arena, "appel annuel attendu en ", next + strlen(AVAILABILITY_NEXT), NULL) : NULL;
}

/* When words are short, without what follows. */
const char *draft_calendar(const Draft *draft) {
    const char *text = draft->report->availability.text;
    const char *next = text && draft->thrift >= THRIFT_SUBJECTS ? next_call(draft->dossier->arena, text) : NULL;
    if (next) return next;
    const char *end = text && draft->thrift >= THRIFT_SUBJECTS ? strstr(text, COLON) : NULL;
    if (text && !end && draft->thrift >= THRIFT_BARE) end = strstr(text, AVAILABILITY_TO_ASK);
    const char *cut = end ? arena_text(draft->dossier->arena, text, (size_t)(end - text)) : NULL;
    return cut ? cut : text;
}

void draft_date(Draft *draft) {
    draft_add(draft, "Situation évaluée au ", fixed_date(draft->dossier), ".");
}

/* One step that is enough makes one obstacle, in however many conditions it stands. Conditions that only time cures may each have a
 * day of their own. */
static const char *obstacle(const ProgrammeReport *report) {
    const ChangeReport *gain = report->gain;
    if (report->outcome.verdict != VERDICT_INELIGIBLE || gain->step_count != 1) return NULL;
    if (report->reasons.failed_count == 1) return NULL; /* « Une condition n’est pas remplie » said it */
    return gain->steps[0].means == MEANS_TIME ? NULL : "C’est un seul et même obstacle.";
}

/* Does an open condition ask where the structure is, or what it is? Of readings that disagree, each may be settled. */
static bool asks_gate(const Dossier *dossier, const Node *node, bool disagreed) {
    if (!disagreed && dossier_truth(dossier, node) != TRUTH_UNKNOWN) return false;
    if (node->kind == NODE_TEST)
        return dossier_gate(dossier, node->test.fact) && dossier_fact(dossier, node->test.fact)->type != FACT_DATE;
    for (size_t i = 0; i < node->part_count; i++)
        if (asks_gate(dossier, node->parts[i], disagreed || node->kind == NODE_DIVERGENCE)) return true;
    return false;
}

/* Nobody waits for a day, or for an approval, behind a place that may be out of reach, or a value that is known to fall short: « À
 * vérifier d’abord : siège en… ». */
static const char *gates(const Draft *draft) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < draft->report->criterion_count && count < DRAFT_CLAUSES_MAX; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (!draft_wants(criterion, CRITERION_CONDITION, TRUTH_UNKNOWN)) continue;
        const char *less = situation_short(draft->dossier, criterion->node);
        if (less && strstr(criterion->clause, less)) less = NULL;
        if (less) clauses[count++] = phrase_of(draft->dossier->arena, criterion->clause, " – ", less, NULL);
        else if (asks_gate(draft->dossier, criterion->node, false)) clauses[count++] = criterion->clause;
    }
    return count > 0 ? draft_list(draft, clauses, count) : NULL;
}

/* The words of the first confirmation in a tree, or NULL. */
static const char *confirmation(const Dossier *dossier, const Node *node) {
    const char *words = clause_is_confirmation(dossier, node) ? clause_asked(dossier, node) : NULL;
    for (size_t i = 0; !words && i < node->part_count; i++) words = confirmation(dossier, node->parts[i]);
    return words;
}

bool draft_asks_whether(const Draft *draft, const CriterionReport *criterion, const char *clause) {
    const char *sentence = confirmation(draft->dossier, criterion->node);
    return sentence && sentence[0] != '\0' && strncmp(clause, sentence, strlen(sentence)) == 0;
}

/* « a ; b ; et deux autres points »: the conditions that are not known; NULL: none. */
static const char *left(const Draft *draft, size_t *count) {
    const char *clauses[DRAFT_CLAUSES_MAX];
    Arena *arena = draft->dossier->arena;
    Draft brief = *draft;
    brief.thrift = THRIFT_BRIEF_UNKNOWN;
    *count = draft_clauses(&brief, CRITERION_CONDITION, TRUTH_UNKNOWN, clauses, NULL);
    const size_t told = *count > LEFT_MAX ? LEFT_MAX : *count, more = *count - told;
    const char *list = draft_list(draft, clauses, told);
    if (more == 0) return *count > 0 ? list : NULL;
    return phrase_of(arena, list, SEMICOLON "et ", french_cardinal(arena, more, GENDER_MASCULINE),
                     more > 1 ? " autres points" : " autre point", NULL);
}

/* Behind what nobody can change, what is left to verify changes nothing. */
void draft_left(Draft *draft) {
    const ProgrammeReport *report = draft->report;
    const bool curable = report->reasons.cure_count > 0 && report->reasons.cures[0].hardest != MEANS_BLOCKED;
    if (report->gain || changes_first_opening(report) || draft->thrift > THRIFT_NONE || !curable) return;
    size_t count;
    const char *points = left(draft, &count);
    if (!points) return;
    bool whether = false;
    for (size_t i = 0; count == 1 && i < report->criterion_count; i++)
        if (draft_wants(&report->criteria[i], CRITERION_CONDITION, TRUTH_UNKNOWN))
            whether = draft_asks_whether(draft, &report->criteria[i], points);
    draft_add(draft,
              count > 1 ? "Restent à vérifier" COLON
              : whether ? "Reste à vérifier si "
                        : "Reste à vérifier" COLON,
              points, ".");
}

/* Where nothing makes it eligible for sure, what would at least no longer exclude it. */
static void opening(Draft *draft) {
    const ProgrammeReport *report = draft->report;
    const ChangeReport *change = changes_first_opening(report);
    const bool room = !report->gain && draft->thrift == THRIFT_NONE;
    size_t count;
    if (!change) return;
    const char *gate = room ? gates(draft) : NULL, *points = room && !gate ? left(draft, &count) : NULL;
    const char *more =
        draft_count(draft, CRITERION_RESERVE, TRUTH_UNKNOWN) ? SEMICOLON "et ce qui n’est admis que sous réserve." : ".";
    draft_add(draft, "Ce dispositif ne serait plus exclu ", change->text, /* which ends with what is left */
              points ? phrase_of(draft->dossier->arena, COLON, points, more, NULL) : ".");
    if (gate) draft_add(draft, "À vérifier d’abord" COLON, gate, ".");
}

/* What happens with time alone does not wait for the answer to a question. */
static const char *whatever(const ProgrammeReport *report) {
    const ChangeReport *gain = report->gain;
    bool waits = report->outcome.verdict == VERDICT_UNDETERMINED && gain->step_count == 1 && gain->steps[0].means == MEANS_TIME;
    if (waits) return gain->under_reserve ? "Dans tous les cas, éligibilité sous réserve" : "Dans tous les cas, éligibilité";
    return gain->under_reserve ? "Éligibilité sous réserve" : "Éligibilité";
}

const char *draft_days_left(const Draft *draft, Day day) {
    return figure_until(draft->dossier->arena, draft->dossier->date, day, draft->report->deadline_earliest);
}

static bool clock_runs(const Draft *draft) {
    const ProgrammeReport *report = draft->report;
    if (!report->clock) return false;
    return report->programme->urgent_text || (report->deadline != DAY_MAX && report->deadline > draft->dossier->date);
}

/* « au plus tard le 23 novembre 2026, dans 1 jour », « sans attendre (le délai a expiré le 21 novembre 2026) » */
static const char *time_allowed(const Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const ProgrammeReport *report = draft->report;
    if (report->deadline == DAY_MAX)
        return phrase_of(arena, "dans les ", figure_duration(arena, report->programme->urgent_after, false), NULL);
    const Day last = report->deadline - 1, latest = report->deadline_latest - 1, today = draft->dossier->date;
    const char *day = figure_date(arena, last), *far = figure_date(arena, latest);
    if (!report->deadline_earliest)
        return last < today
                   ? phrase_of(arena, "sans attendre (le délai de ", figure_duration(arena, report->programme->urgent_after, false),
                               " a expiré le ", day, ")", NULL)
                   : phrase_of(arena, "au plus tard le ", figure_last_day(arena, today, last, false), NULL);
    if (latest < today) return phrase_of(arena, "sans attendre (le délai a expiré, au plus tard le ", far, ")", NULL);
    if (last < today)
        return phrase_of(arena, "sans attendre (le délai a pu expirer dès le ", day, SEMICOLON "il expire au plus tard le ", far,
                         ")", NULL);
    return phrase_of(arena, "au plus tard ", figure_between(arena, last, latest), ", selon la date exacte", NULL);
}

bool draft_last_day(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    if (!clock_runs(draft)) return false;
    const char *text = draft->report->programme->urgent_text, *place = text ? strstr(text, "{delai}") : NULL;
    const char *before = place ? arena_text(arena, text, (size_t)(place - text)) : NULL;
    if (before) draft_add(draft, french_tidy(arena, before), time_allowed(draft), french_tidy(arena, place + strlen("{delai}")));
    else
        draft_add(draft, "Dernier jour utile" COLON "le ",
                  figure_last_day(arena, draft->dossier->date, draft->report->deadline - 1, draft->report->deadline_earliest), ".");
    return true;
}

/* What is right today and not for long: its last day is told beside it, unless a clock tells it. */
static void ending(Draft *draft) {
    const ChangeReport *loss = clock_runs(draft) ? NULL : changes_ending(draft->report, draft->dossier->date);
    if (loss) draft_add(draft, "Attention" COLON "cette réponse vaut, toutes choses égales par ailleurs, ", loss->text, ".");
}

void draft_gain(Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    if (!gain) {
        opening(draft);
        ending(draft);
        return;
    }
    const char *missing = obstacle(draft->report);
    if (missing) draft_add(draft, missing, NULL, NULL);
    const ChangeReport *first = changes_opening(draft->report); /* whoever waits for the day of the gain would miss this one */
    if (first) opening(draft);
    draft_add(draft, whatever(draft->report), " attendue, toutes choses égales par ailleurs, ",
              phrase_of(draft->dossier->arena, gain->text, ".", NULL));
    if (first && first->question)
        draft_add(draft, phrase_of(draft->dossier->arena, "Question ", french_to(draft->dossier->arena, first->ask), COLON, NULL),
                  french_lower(draft->dossier->arena, first->question), NULL);
    bool awaited = gain->step_count == 1 && gain->steps[0].means == MEANS_APPROVAL;
    if (awaited) draft_add(draft, "La demande est en cours" COLON "à réexaminer à la réponse de l’administration.", NULL, NULL);
}

const char *draft_failure(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    return phrase_of(dossier->arena, report->programme->name, " – non évalué pour ", dossier->name, COLON,
                     message ? french_tidy(dossier->arena, message) : "sa règle n’a pas pu être lue",
                     ". Ce dispositif est à vérifier à la main. Situation évaluée au ", figure_date(dossier->arena, dossier->date),
                     ".", NULL);
}
