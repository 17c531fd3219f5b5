/* A question is worth what its answers would settle, programme by programme, weighted by relevance and by rank, against the effort
 * of answering. A fact that matters only once another is known (the ESUS approval, for a company alone) comes after that other.
 * What only the operator can say comes last, once for all its programmes. */
#include "explain/questions.h"

#include "base/sort.h"
#include "evaluate/missing.h"
#include "explain/changes.h"
#include "explain/clause.h"
#include "explain/criteria.h"
#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/notices.h"

#include <string.h>

#define CRITERION_FACTS_MAX 32 /* beyond, a date is asked */

typedef struct Candidate {
    int fact;
    bool need, clock, confirmation, secondary;
    unsigned worth;  /* what its answers would settle, weighted by relevance */
    unsigned effort; /* of answering */
    const char **settles;
    size_t settles_count, settles_capacity;
    EffectReport *effects;
    size_t effect_count, effect_capacity;
} Candidate;

static const char *written_name(const Dossier *dossier, int fact) {
    return fact == dossier->rulebook->vocabulary.siege ? dossier_seat_asked(dossier) : dossier_fact(dossier, fact)->name;
}

Status questions_missing(const Dossier *dossier, ProgrammeReport *report) {
    int *facts = NULL;
    size_t count = 0;
    Status status = missing_facts(dossier->arena, dossier->plan, dossier->answers, report->programme, &facts, &count);
    if (status != STATUS_OK) return status;
    const char **names = arena_array(dossier->arena, count + 1, sizeof *names);
    if (!names) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count; i++) names[i] = written_name(dossier, facts[i]);
    report->missing = names;
    report->missing_count = count;
    return STATUS_OK;
}

static int fact_number(const Dossier *dossier, const char *name) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    if (vocabulary->siege >= 0 && strcmp(name, dossier_seat_asked(dossier)) == 0) return vocabulary->siege;
    return vocabulary_find(vocabulary, name, strlen(name));
}

/* Was the question put already, without an answer? For the seat, under the view that would be asked. */
static bool already_asked(const Dossier *dossier, int fact) {
    if (fact != dossier->rulebook->vocabulary.siege) return dossier_origin(dossier, fact)->asked;
    for (size_t i = 0; i < dossier->rulebook->vocabulary.count; i++) {
        const Fact *view = &dossier->rulebook->vocabulary.facts[i];
        if (view->type == FACT_PLACE && strcmp(view->name, dossier_seat_asked(dossier)) == 0 &&
            dossier_origin(dossier, (int)i)->asked)
            return true;
    }
    return false;
}

static bool informed(const Dossier *dossier, int fact) {
    return value_known(dossier_value(dossier, fact));
}

/* Is there another fact to know first: one that says whether this makes sense at all, or one that a derivation reads before it? */
static bool is_secondary(const Dossier *dossier, int fact) {
    int applies = dossier_fact(dossier, fact)->applies_if;
    if (applies >= 0 && dossier_truth(dossier, dossier->rulebook->applicability[applies]) != TRUTH_TRUE) return true;
    for (size_t d = 0; d < dossier->rulebook->derivation_count; d++) {
        int read[16];
        size_t count = dossier_read(&dossier->rulebook->derivations[d], read, 16);
        for (size_t i = 1; i < count; i++)
            if (read[i] == fact && !informed(dossier, read[0])) return true;
    }
    return false;
}

/* What one knows by heart, what one counts, what one looks up in the accounts; one more for what is delicate to say. */
static unsigned effort_of(const Vocabulary *vocabulary, const Fact *fact) {
    static const unsigned efforts[] = {[FACT_TEXT] = 1,  [FACT_CODE] = 1, [FACT_BOOLEAN] = 1, [FACT_INTEGER] = 2, [FACT_NUMBER] = 2,
                                       [FACT_EUROS] = 3, [FACT_DATE] = 2, [FACT_ENUM] = 1,    [FACT_SET] = 2,     [FACT_PLACE] = 1};
    const bool places = fact->type == FACT_SET && territory_is_of(vocabulary, fact);
    return efforts[places ? FACT_PLACE : fact->type] + fact->sensitive;
}

static Candidate *candidate(const Dossier *dossier, Candidate *candidates, size_t *count, int fact) {
    for (size_t i = 0; i < *count; i++)
        if (candidates[i].fact == fact) return &candidates[i];
    Candidate *added = &candidates[(*count)++];
    *added = (Candidate){.fact = fact};
    added->confirmation = dossier_fact(dossier, fact)->programme != NULL;
    added->secondary = is_secondary(dossier, fact);
    added->effort = effort_of(&dossier->rulebook->vocabulary, dossier_fact(dossier, fact));
    return added;
}

/* May a legal clock be running, and does this fact tell? */
static bool runs_clock(const Dossier *dossier, const Programme *programme, const Candidate *asked) {
    int tested[8];
    if (!programme->urgent || asked->secondary) return false;
    const Truth urgent = dossier_truth(dossier, programme->urgent);
    if (urgent == TRUTH_TRUE && programme->urgent_unless)
        return asked->fact == programme->urgent_fact && dossier_truth(dossier, programme->urgent_unless) == TRUTH_UNKNOWN;
    if (urgent != TRUTH_UNKNOWN) return false;
    size_t count = dossier_tested(programme->urgent, tested, 0, sizeof tested / sizeof *tested);
    for (size_t i = 0; i < count; i++)
        if (tested[i] == asked->fact) return true;
    return false;
}

/* What the answers to a fact would lead to, or NULL. */
static const MissingReport *missing_of(const ProgrammeReport *report, int fact) {
    for (size_t i = 0; i < report->reasons.missing_count; i++)
        if (report->reasons.missing[i].number == fact) return &report->reasons.missing[i];
    return NULL;
}

/* Does an answer to it alone make the programme eligible? */
static bool opens(const MissingReport *missing) {
    for (size_t i = 0; i < missing->answer_count; i++)
        if (missing->answers[i].verdict == VERDICT_ELIGIBLE) return true;
    return false;
}

/* What an answer to it would settle: whatever it is, or in the best case, more than where it may only close the door, and that more
 * than where it is one of several. */
static unsigned settled_by(const ProgrammeReport *report, const MissingReport *missing) {
    static const unsigned surely = 12, perhaps = 3, in_part = 2;
    if (report->outcome.verdict != VERDICT_UNDETERMINED) return report->missing_count == 1 ? surely : perhaps;
    if (!missing) return in_part;
    if (missing->settles || opens(missing)) return surely;
    for (size_t i = 0; i < missing->answer_count; i++)
        if (missing->answers[i].verdict != VERDICT_UNDETERMINED) return perhaps;
    return in_part;
}

/* Six times more for the first three ranks, three times for the next three; once after, and where nobody can enter for now. */
static unsigned place_of(const ProgrammeReport *report) {
    static const size_t step = 3;
    const AvailabilityState state = report->availability.state;
    if (report->rank == 0 && report->outcome.relevance == RELEVANCE_UNKNOWN) return 3; /* it may come to stand anywhere */
    if (report->rank == 0 || state == AVAILABILITY_PAST || state == AVAILABILITY_PLANNED) return 1;
    return report->rank <= step ? 6 : report->rank <= 2 * step ? 3 : 1;
}

/* What it settles × the relevance × the place of the programme; `compare` weighs that against the effort. */
static unsigned worth_of(const ProgrammeReport *report, const MissingReport *missing) {
    static const unsigned weights[] = {
        [RELEVANCE_STRONG] = 4, [RELEVANCE_POSSIBLE] = 2, [RELEVANCE_NONE] = 0, [RELEVANCE_UNKNOWN] = 1};
    return settled_by(report, missing) * weights[report->outcome.relevance] * place_of(report);
}

/* Said only where some answer would change something. */
static void add_effect(const Dossier *dossier, Candidate *asked, const ProgrammeReport *report, const MissingReport *missing) {
    if (missing->answer_count < 2) return;
    EffectReport *effects =
        arena_grow(dossier->arena, asked->effects, asked->effect_count, &asked->effect_capacity, sizeof *effects);
    if (!effects) return;
    asked->effects = effects;
    effects[asked->effect_count++] = (EffectReport){.programme = report->programme->id,
                                                    .answers = missing->answers,
                                                    .count = missing->answer_count,
                                                    .reserved = report->outcome.verdict == VERDICT_ELIGIBLE};
}

/* Is there a condition that only the operator can settle? */
static bool waits_for_operator(const ProgrammeReport *report) {
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        if (criterion->kind == CRITERION_CONDITION && criterion->truth == TRUTH_UNKNOWN && criterion->ask) return true;
    }
    return false;
}

/* Within a programme, what may close the door comes first: until it is known, the rest may be asked for nothing. */
static unsigned behind_gate(const Dossier *dossier, const ProgrammeReport *report, int asked, unsigned worth) {
    static const unsigned share = 3;
    if (report->outcome.verdict != VERDICT_UNDETERMINED) return worth;
    if (waits_for_operator(report)) return (worth + share - 1) / share;
    if (dossier_gate(dossier, asked)) return worth;
    for (size_t i = 0; i < report->missing_count; i++) {
        int fact = fact_number(dossier, report->missing[i]);
        if (fact >= 0 && dossier_gate(dossier, fact) && !already_asked(dossier, fact)) return (worth + share - 1) / share;
    }
    return worth;
}

/* Does a tree test the fact itself, whatever else is known? A choice tests its first case, whatever it then asks. */
static bool tests_itself(const Node *node, int fact) {
    if (!node) return false;
    if (node->kind == NODE_TEST) return node->test.fact == fact;
    if (node->kind == NODE_SELECT) return tests_itself(node->parts[0], fact);
    for (size_t i = 0; i < node->part_count; i++)
        if (tests_itself(node->parts[i], fact)) return true;
    return false;
}

static void settle(const Dossier *dossier, Candidate *asked, const ProgrammeReport *report) {
    const Programme *programme = report->programme;
    if (tests_itself(programme->conditions, asked->fact) || tests_itself(programme->object, asked->fact))
        asked->secondary = asked->secondary && dossier_fact(dossier, asked->fact)->applies_if >= 0;
    const char **settles =
        arena_grow(dossier->arena, asked->settles, asked->settles_count, &asked->settles_capacity, sizeof *settles);
    if (!settles) return;
    asked->settles = settles;
    settles[asked->settles_count++] = report->programme->id;
    const MissingReport *missing = missing_of(report, asked->fact);
    asked->worth += behind_gate(dossier, report, asked->fact, worth_of(report, missing));
    if (missing) add_effect(dossier, asked, report, missing);
    bool wanted = report->outcome.relevance == RELEVANCE_STRONG || report->outcome.relevance == RELEVANCE_POSSIBLE;
    if (report->outcome.verdict == VERDICT_UNDETERMINED && wanted)
        asked->clock = asked->clock || runs_clock(dossier, report->programme, asked);
}

static int more(size_t a, size_t b) {
    return a > b ? -1 : a < b;
}

static int compare(const void *left, const void *right) {
    const Candidate *a = left, *b = right;
    if (a->clock != b->clock) return a->clock ? -1 : 1;
    if (a->need != b->need) return a->need ? -1 : 1;
    const int orders[] = {more(b->secondary, a->secondary), more((size_t)a->worth * b->effort, (size_t)b->worth * a->effort),
                          more(b->confirmation, a->confirmation), more(a->settles_count, b->settles_count)};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (orders[i] != 0) return orders[i];
    return 0; /* in the order of the ranks, then of the authors' trees */
}

static const Node *confirmation_node(const Node *node, int fact) {
    if (!node) return NULL;
    if (node->kind == NODE_TEST) return node->test.fact == fact ? node : NULL;
    for (size_t i = 0; i < node->part_count; i++) {
        const Node *found = confirmation_node(node->parts[i], fact);
        if (found) return found;
    }
    return NULL;
}

static const Node *confirmation_of(const Programme *programme, int fact) {
    const Node *found = confirmation_node(programme->conditions, fact);
    if (!found) found = confirmation_node(programme->object, fact);
    for (size_t i = 0; !found && i < programme->reserve_count; i++) found = confirmation_node(programme->reserves[i], fact);
    for (size_t i = 0; !found && i < programme->priority_count; i++) found = confirmation_node(programme->priorities[i], fact);
    return found;
}

static const char *confirmation_question(const Dossier *dossier, int fact) {
    Arena *arena = dossier->arena;
    const Programme *programme = rulebook_programme(dossier->rulebook, dossier_fact(dossier, fact)->programme);
    const Node *node = programme ? confirmation_of(programme, fact) : NULL;
    if (node && node->question) return criteria_own_question(dossier, node);
    const char *text = node && node->title ? node->title : dossier_fact(dossier, fact)->label;
    return phrase_of(arena, "À confirmer auprès de l’opérateur du dispositif ", programme ? programme->name : "", COLON,
                     french_tidy(arena, text ? text : ""), THIN "?", NULL);
}

static QuestionReport question(const Dossier *dossier, const Candidate *asked) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    QuestionReport report = {.settles = asked->settles, .settles_count = asked->settles_count, .urgent = asked->clock};
    report.effects = asked->effects;
    report.effect_count = asked->effect_count;
    report.fact = written_name(dossier, asked->fact);
    if (asked->confirmation) {
        report.question = confirmation_question(dossier, asked->fact);
        return report;
    }
    const int view = asked->fact == vocabulary->siege ? vocabulary_find(vocabulary, report.fact, strlen(report.fact)) : asked->fact;
    const int shown = view >= 0 ? view : asked->fact;
    const Fact *fact = dossier_fact(dossier, shown);
    report.question = criteria_asked(dossier, shown);
    if (!report.question) report.question = phrase_of(dossier->arena, french_capital(dossier->arena, fact->label), THIN "?", NULL);
    const bool helps = fact->help && !criteria_part_known(dossier, shown); /* who gave a part of the answer knows what is meant */
    report.help = helps ? french_tidy(dossier->arena, fact->help) : NULL;
    return report;
}

/* The need is asked as long as some programme's relevance hangs on it, and first of all while nothing can be ranked. */
static void add_need(const Dossier *dossier, Candidate *candidates, size_t *count, const ProgrammeReport *reports,
                     size_t report_count) {
    int need = dossier->rulebook->vocabulary.needs;
    if (need < 0 || dossier_origin(dossier, need)->asked) return;
    if (dossier_origin(dossier, need)->given && informed(dossier, need)) return;
    for (size_t i = 0; i < report_count; i++) {
        if (reports[i].programme->failed || reports[i].outcome.relevance != RELEVANCE_UNKNOWN) continue;
        if (!programme_says_need(reports[i].programme)) continue;
        if (reports[i].outcome.verdict == VERDICT_INELIGIBLE) continue;
        Candidate *asked = candidate(dossier, candidates, count, need);
        asked->need = reports[0].rank == 0;
        settle(dossier, asked, &reports[i]);
    }
}

/* The parents of a need hold with it: two difficulties have one in common, a difficulty and a change of scale have none. */
static bool near_need(const Fact *needs, const Value *known, const Test *test) {
    for (size_t i = 0; i < test->choice_count; i++)
        for (size_t p = 0; p < needs->choice_count; p++)
            if (bits_has(needs->choices[p].below, (size_t)test->choices[i]) && bits_has(known->possible, p)) return true;
    return false;
}

static bool names_near_need(const Dossier *dossier, const Node *node) {
    const int needs = dossier->rulebook->vocabulary.needs;
    if (!node) return false;
    if (node->kind == NODE_TEST && node->test.fact == needs)
        return near_need(dossier_fact(dossier, needs), dossier_value(dossier, needs), &node->test);
    for (size_t i = 0; i < node->part_count; i++)
        if (names_near_need(dossier, node->parts[i])) return true;
    return false;
}

/* The need is known, and nothing says that the programme answers it or a neighbour of it: a structure that grows is not asked
 * whether it can pay its debts. */
static bool beside_need(const Dossier *dossier, const ProgrammeReport *report) {
    const int needs = dossier->rulebook->vocabulary.needs;
    const Programme *programme = report->programme;
    if (report->outcome.relevance != RELEVANCE_UNKNOWN || needs < 0 || !informed(dossier, needs)) return false;
    if (!programme_says_need(programme)) return false;
    return !names_near_need(dossier, programme->strong) && !names_near_need(dossier, programme->possible);
}

/* When something began is not asked while nobody knows that it did. */
static bool date_of_nothing(const Dossier *dossier, int fact) {
    const int applies = dossier_fact(dossier, fact)->applies_if;
    return dossier_fact(dossier, fact)->type == FACT_DATE && applies >= 0 &&
           dossier_truth(dossier, dossier->rulebook->applicability[applies]) != TRUTH_TRUE;
}

/* By itself, whatever the answer? */
static bool changes_nothing(const MissingReport *missing) {
    return missing && missing->answer_count < 2;
}

/* Where an answer that can be asked for may be enough, what changes nothing by itself waits for it. */
static bool one_is_enough(const Dossier *dossier, const ProgrammeReport *report) {
    for (size_t i = 0; i < report->reasons.missing_count; i++) {
        const MissingReport *missing = &report->reasons.missing[i];
        if (opens(missing) && !already_asked(dossier, missing->number) && !describe_open(dossier, missing->number)) return true;
    }
    return false;
}

/* Does it only show another missing fact, which is asked itself? */
static bool only_shows(const Dossier *dossier, const ProgrammeReport *report, int fact) {
    for (size_t d = 0; d < dossier->rulebook->derivation_count; d++) {
        const Derivation *derivation = &dossier->rulebook->derivations[d];
        if (derivation_shown_by(derivation) != fact || already_asked(dossier, derivation->fact)) continue;
        if (derivation->branch_count > 0 && !value_known(&derivation->branches[0].value))
            continue; /* it leaves several answers, and shows none */
        for (size_t i = 0; i < report->missing_count; i++)
            if (fact_number(dossier, report->missing[i]) == derivation->fact) return true;
    }
    return false;
}

/* Does a tree that is still open test a missing fact that can be asked for? */
static bool asks_fact(const Dossier *dossier, const ProgrammeReport *report, const Node *node) {
    int tested[CRITERION_FACTS_MAX];
    if (dossier_truth(dossier, node) != TRUTH_UNKNOWN) return false;
    const size_t count = dossier_tested(node, tested, 0, CRITERION_FACTS_MAX);
    for (size_t k = 0; k < count && k < CRITERION_FACTS_MAX; k++) {
        if (dossier_fact(dossier, tested[k])->programme || already_asked(dossier, tested[k])) continue;
        for (size_t i = 0; i < report->missing_count; i++)
            if (fact_number(dossier, report->missing[i]) == tested[k]) return true;
    }
    return false;
}

/* A confirmation in a group waits for the facts beside it, which may make it pointless; the list of all conditions is no group. */
static bool waits_beside(const Dossier *dossier, const ProgrammeReport *report, const Node *node, int confirmation) {
    if (!node || node->kind == NODE_TEST || !confirmation_node(node, confirmation)) return false;
    const bool listed = node == report->programme->conditions && node->kind == NODE_ALL;
    for (size_t i = 0; i < node->part_count; i++) {
        const bool within = confirmation_node(node->parts[i], confirmation) != NULL;
        if (within ? waits_beside(dossier, report, node->parts[i], confirmation)
                   : !listed && asks_fact(dossier, report, node->parts[i]))
            return true;
    }
    return false;
}

static bool waits(const Dossier *dossier, const ProgrammeReport *report, int fact) {
    const Programme *programme = report->programme;
    if (!dossier_fact(dossier, fact)->programme) return false;
    bool found =
        waits_beside(dossier, report, programme->conditions, fact) || waits_beside(dossier, report, programme->object, fact);
    for (size_t i = 0; !found && i < programme->reserve_count; i++)
        found = waits_beside(dossier, report, programme->reserves[i], fact);
    return found;
}

/* Does the call that is announced come when every possible date will do? */
static bool in_time(const ProgrammeReport *report, int fact) {
    bool found = false;
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        int tested[CRITERION_FACTS_MAX];
        const size_t count =
            criterion->truth == TRUTH_UNKNOWN ? dossier_tested(criterion->node, tested, 0, CRITERION_FACTS_MAX) : 0;
        for (size_t k = 0; k < count && k < CRITERION_FACTS_MAX; k++) {
            if (tested[k] != fact) continue;
            if (!criteria_in_time(criterion, &report->availability)) return false;
            found = true;
        }
    }
    return found;
}

static void add_missing(const Dossier *dossier, Candidate *candidates, size_t *count, const ProgrammeReport *report) {
    bool reserved = report->outcome.verdict == VERDICT_ELIGIBLE && report->outcome.under_reserve;
    if (report->outcome.relevance == RELEVANCE_NONE || (report->outcome.verdict != VERDICT_UNDETERMINED && !reserved)) return;
    if (beside_need(dossier, report)) return;
    for (size_t i = 0; i < report->missing_count; i++) {
        int fact = fact_number(dossier, report->missing[i]);
        if (fact < 0 || already_asked(dossier, fact) || fact == dossier->rulebook->vocabulary.needs) continue;
        if (date_of_nothing(dossier, fact) || only_shows(dossier, report, fact) || in_time(report, fact)) continue;
        if (waits(dossier, report, fact)) continue;
        if (describe_open(dossier, fact)) continue; /* no answer of the structure would settle it: see add_open */
        if (!reserved && one_is_enough(dossier, report) && changes_nothing(missing_of(report, fact))) continue;
        settle(dossier, candidate(dossier, candidates, count, fact), report);
    }
}

typedef struct Questions {
    QuestionReport *items;
    size_t count, capacity;
} Questions;

/* Is the same asked: whom, NULL being the structure? */
static bool same_person(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The same question to the same operator, of another of its programmes; else a new one. NULL when memory runs out. */
static QuestionReport *same_question(const Dossier *dossier, Questions *list, const char *question, const char *ask) {
    for (size_t i = 0; i < list->count; i++) {
        const QuestionReport *asked = &list->items[i];
        if (!asked->fact && same_person(asked->ask, ask) && strcmp(asked->question, question) == 0) return &list->items[i];
    }
    QuestionReport *items = arena_grow(dossier->arena, list->items, list->count, &list->capacity, sizeof *items);
    if (!items) return NULL;
    list->items = items;
    items[list->count] = (QuestionReport){.question = question, .ask = ask};
    return &items[list->count++];
}

static void put(const Dossier *dossier, Questions *list, const ProgrammeReport *report, const char *question, const char *ask) {
    QuestionReport *asked = same_question(dossier, list, question, ask);
    const char **settles = asked ? arena_array(dossier->arena, asked->settles_count + 1, sizeof *settles) : NULL;
    if (!settles) return;
    for (size_t k = 0; k < asked->settles_count; k++) settles[k] = asked->settles[k];
    settles[asked->settles_count] = report->programme->id;
    asked->settles = settles;
    if (asked->settles_count == 0 || strcmp(settles[asked->settles_count - 1], report->programme->id) != 0) asked->settles_count++;
}

/* What no fact says: of the structure, whether it is in a case that its facts leave open; of the operator, what only it can say of
 * its own programmes, where sources diverge or leave a case open. */
static void add_open(const Dossier *dossier, Questions *list, const ProgrammeReport *report, bool of_operator) {
    bool tied = false;
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        if (!criterion->question || criterion->kind == CRITERION_PRIORITY) continue;
        const bool own = !criterion->ask && criterion->asking == ASKING_DOUBT;
        if (of_operator ? !criterion->ask : !own) continue;
        const bool tie = criteria_tied(criterion);
        if (!tie || !tied)
            put(dossier, list, report, tie ? criteria_ties(dossier->arena, report) : criterion->question, criterion->ask);
        tied = tied || tie;
    }
}

/* Of what is wanted and not yet open: the reading of the document on which an earlier day hangs. */
static void add_reading(const Dossier *dossier, Questions *list, const ProgrammeReport *report) {
    if (report->outcome.verdict != VERDICT_INELIGIBLE || report->outcome.relevance == RELEVANCE_NONE || !report->gain) return;
    const ChangeReport *opening = changes_opening(report);
    if (opening && opening->question) put(dossier, list, report, opening->question, opening->ask);
}

QuestionReport *questions_of(const Dossier *dossier, const ProgrammeReport *reports, size_t report_count, size_t *count) {
    size_t found = 0;
    *count = 0;
    Candidate *candidates = arena_array(dossier->arena, dossier->rulebook->vocabulary.count + 1, sizeof *candidates);
    if (!candidates) return NULL;
    add_need(dossier, candidates, &found, reports, report_count);
    for (size_t i = 0; i < report_count; i++) add_missing(dossier, candidates, &found, &reports[i]);
    if (sort_stable(dossier->arena, candidates, found, sizeof *candidates, compare) != STATUS_OK) return NULL;
    Questions list = {.capacity = found + 2};
    list.items = arena_array(dossier->arena, list.capacity, sizeof *list.items);
    if (!list.items) return NULL;
    const char *pressing = notices_question(dossier, dossier->rulebook->alerts, dossier->rulebook->alert_count);
    if (pressing && !(found > 0 && candidates[0].clock))
        list.items[list.count++] = (QuestionReport){.question = pressing, .urgent = true};
    for (size_t i = 0; i < found; i++) list.items[list.count++] = question(dossier, &candidates[i]);
    for (int of_operator = 0; of_operator <= 1; of_operator++)
        for (size_t i = 0; i < report_count; i++)
            if (reports[i].rank > 0) add_open(dossier, &list, &reports[i], of_operator);
    for (size_t i = 0; i < report_count; i++) add_reading(dossier, &list, &reports[i]);
    *count = list.count;
    return list.items;
}
