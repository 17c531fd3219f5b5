/* Every key is measured once for every programme, then programmes are compared key after key: the first that differs both places a
 * programme and explains its place. */
#include "explain/ranking.h"

#include "explain/figures.h"
#include "explain/ranking_keys.h"

#include <limits.h>
#include <string.h>

/* A report with its measures; moved together while sorting. */
typedef struct Placed {
    ProgrammeReport report;
    bool ranked;
    Standing standing;
} Placed;

const char ranking_alone[] = "seul dispositif qui réponde au besoin et dont l’accès ne soit pas exclu";

bool ranking_knows(const char *name) {
    return ranking_key(name) != NULL;
}

static bool to_rank(const ProgrammeReport *report) {
    const Outcome *outcome = &report->outcome;
    bool wanted = outcome->relevance == RELEVANCE_STRONG || outcome->relevance == RELEVANCE_POSSIBLE;
    return wanted && (outcome->verdict == VERDICT_ELIGIBLE || outcome->verdict == VERDICT_UNDETERMINED);
}

/* Unranked programmes stand by verdict: what may still open first, what is closed last. */
static int unranked_order(Verdict verdict) {
    static const int order[] = {[VERDICT_ELIGIBLE] = 0,
                                [VERDICT_UNDETERMINED] = 1,
                                [VERDICT_ERROR] = 2,
                                [VERDICT_NOT_APPLICABLE] = 3,
                                [VERDICT_INELIGIBLE] = 4};
    return order[verdict];
}

static bool before(const Policy *policy, const Placed *a, const Placed *b) {
    if (a->ranked != b->ranked) return a->ranked;
    if (a->ranked) {
        size_t key = policy_difference(policy, a->standing.measures, b->standing.measures);
        if (key < policy->count) return a->standing.measures[key] < b->standing.measures[key];
    } else if (a->report.outcome.verdict != b->report.outcome.verdict) {
        return unranked_order(a->report.outcome.verdict) < unranked_order(b->report.outcome.verdict);
    }
    return strcmp(a->report.programme->id, b->report.programme->id) < 0;
}

/* Bottom-up merge of pointers: stable, and n log n for a large rulebook. */
static void sort(const Policy *policy, Placed **items, Placed **room, size_t count) {
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t start = 0; start < count; start += 2 * width) {
            size_t middle = start + width < count ? start + width : count;
            size_t end = start + 2 * width < count ? start + 2 * width : count;
            size_t left = start, right = middle;
            for (size_t k = start; k < end; k++) {
                bool take_right = left == middle || (right < end && before(policy, items[right], items[left]));
                room[k] = take_right ? items[right++] : items[left++];
            }
        }
        memcpy(items, room, count * sizeof(Placed *));
    }
}

static const char *filled(const Dossier *dossier, const char *clause, const char *const names[4], const char *const values[4]) {
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (const char *at = clause; *at;) {
        size_t i = *at == '{' ? 0 : 4;
        while (i < 4 && strncmp(at, names[i], strlen(names[i])) != 0) i++;
        const size_t passed = i < 4 ? 0 : 1 + strcspn(at + 1, "{");
        if (i < 4) phrase_add(&phrase, values[i]);
        phrase_add_bytes(&phrase, at, passed);
        at += i < 4 ? strlen(names[i]) : passed;
    }
    return french_tidy(dossier->arena, phrase_text(&phrase));
}

const char *ranking_short_name(Arena *arena, const Programme *programme) {
    const char *name = programme->name, *open = strchr(name, '(');
    size_t length = strlen(name);
    if (open && open > name) {
        size_t acronym = strspn(open + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        bool whole = acronym > 1 && open[1 + acronym] == ')';
        length = whole ? acronym : (size_t)(open - name) - (open[-1] == ' ');
        if (whole) name = open + 1;
    }
    const char *dash = strstr(name, " – ");
    if (dash && dash > name && (size_t)(dash - name) < length) length = (size_t)(dash - name);
    const char *cut = arena_text(arena, name, length);
    return cut ? cut : "";
}

const char *ranking_called(Arena *arena, const Programme *programme) {
    if (programme->called) return french_tidy(arena, programme->called);
    return phrase_of(arena, "le dispositif ", ranking_short_name(arena, programme), NULL);
}

/* Is it called by a noun that « il », « celui-ci » and « placé » do not agree with? */
static bool otherwise_called(const Programme *programme) {
    const char *called = programme->called;
    return called && (strncmp(called, "la ", strlen("la ")) == 0 || strncmp(called, "les ", strlen("les ")) == 0);
}

/* What stands for a programme that has just been called so. */
static const char *pronoun_of(const Programme *programme, bool last) {
    return otherwise_called(programme) ? "l’autre dispositif" : last ? "ce dernier" : "celui-ci";
}

/* The key that settled it, or the one that says nothing did. */
static size_t deciding_key(const Policy *policy, const Standing *first, const Standing *second) {
    size_t key = policy_difference(policy, first->measures, second->measures);
    for (size_t i = 0; key == policy->count && i < policy->count; i++)
        if (strcmp(policy->keys[i]->name, "identifiant") == 0) return i;
    return key;
}

/* Why `first` stands before `second`, without naming them; `last`: said of the second. The one that is not told is `other`. */
static const char *clause_between(const Dossier *dossier, const Policy *policy, const Standing *first, const Standing *second,
                                  bool last, const char *other) {
    static const char *const names[4] = {"{lui}", "{autre}", "{ici}", "{la}"};
    size_t key = deciding_key(policy, first, second);
    const KeyFunctions *functions = key < policy->count ? policy->keys[key] : ranking_key("identifiant");
    const char *clause = key < policy->count ? policy->clauses[key] : functions->clause;
    const Standing *told = last ? second : first, *beside = last ? first : second;
    bool both = key < policy->count && strcmp(functions->name, "urgence") == 0 && second->measures[key] < INT_MAX;
    if (both && second->measures[key] == RANKING_CLOCK_IN_DOUBT && first->measures[key] < RANKING_CLOCK_IN_DOUBT) {
        functions = ranking_key("certitude");
        clause = functions->clause;
        both = false;
    }
    if (both && last) return phrase_of(dossier->arena, "l’échéance ", french_de(dossier->arena, other), " passe la première", NULL);
    if (both) return "son échéance passe la première";
    const bool pertinence = key < policy->count && strcmp(functions->name, "pertinence") == 0;
    if (pertinence && second->candidate.opening.state == AVAILABILITY_PLANNED)
        return phrase_of(dossier->arena, "l’ouverture ",
                         french_de(dossier->arena, last ? ranking_called(dossier->arena, second->candidate.programme) : other),
                         " reste à vérifier", NULL);
    const char *const values[4] = {"il", other, functions->words(dossier, &told->candidate, &beside->candidate),
                                   functions->words(dossier, &beside->candidate, &told->candidate)};
    return filled(dossier, clause, names, values);
}

/* Where nothing tells them apart, there is no « car ». */
static const char *link_of(const Policy *policy, const Standing *first, const Standing *second) {
    return policy_difference(policy, first->measures, second->measures) < policy->count ? " car " : COLON;
}

bool ranking_tells(const Policy *policy, const Standing *first, const Standing *second) {
    const size_t key = policy_difference(policy, first->measures, second->measures);
    if (key == policy->count) return false;
    return !policy->keys[key]->tells || policy->keys[key]->tells(&first->candidate, &second->candidate);
}

/* « placé avant le DLA car il est spécialisé, alors que celui-ci est généraliste » */
const char *ranking_reason(const Dossier *dossier, const Policy *policy, const Standing *first, const Standing *second, bool last) {
    const Programme *other = (last ? first : second)->candidate.programme;
    const Programme *told = (last ? second : first)->candidate.programme;
    return phrase_of(dossier->arena, otherwise_called(told) ? "dispositif " : "", last ? "placé après " : "placé avant ",
                     ranking_called(dossier->arena, other), link_of(policy, first, second),
                     clause_between(dossier, policy, first, second, last, pronoun_of(other, last)), NULL);
}

static const char *reason(const Dossier *dossier, const Policy *policy, const Placed *first, const Placed *second, bool last) {
    return ranking_reason(dossier, policy, &first->standing, &second->standing, last);
}

static void explain(const Dossier *dossier, const Policy *policy, Placed **items, size_t ranked) {
    for (size_t i = 0; i < ranked; i++) {
        const bool last = i + 1 == ranked;
        ProgrammeReport *report = &items[i]->report;
        report->rank = i + 1;
        report->rank_reason = ranking_alone;
        if (ranked == 1) return;
        const Placed *first = items[last ? i - 1 : i], *second = items[last ? i : i + 1];
        report->rank_reason = reason(dossier, policy, first, second, last);
        report->rank_untold = !ranking_tells(policy, &first->standing, &second->standing);
    }
}

Candidate ranking_candidate(const Dossier *dossier, const CandidateFacts *facts, const Programme *programme, Outcome outcome) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const Value *values = dossier->values;
    Candidate candidate = {.programme = programme, .outcome = outcome, .date = dossier->date, .siege = vocabulary->siege};
    candidate.spreading = facts->strategies >= 0 && candidate_spreading(vocabulary, facts, &values[facts->strategies],
                                                                        facts->targets >= 0 ? &values[facts->targets] : NULL,
                                                                        facts->copies >= 0 ? &values[facts->copies] : NULL);
    if (facts->days >= 0) candidate.excess = candidate_excess(programme, values[facts->days].span.high);
    return candidate;
}

Standing ranking_standing(const Dossier *dossier, const Policy *policy, const CandidateFacts *facts, const Programme *programme,
                          Outcome outcome) {
    Standing standing = {.candidate = ranking_candidate(dossier, facts, programme, outcome)};
    candidate_by(&standing.candidate, dossier_truths(dossier));
    policy_measure(policy, &standing.candidate, standing.measures);
    return standing;
}

static Placed placed_of(const Dossier *dossier, const Policy *policy, const CandidateFacts *facts, const ProgrammeReport *report) {
    Placed placed = {.report = *report, .ranked = to_rank(report), .standing.candidate.programme = report->programme};
    if (placed.ranked) placed.standing = ranking_standing(dossier, policy, facts, report->programme, report->outcome);
    return placed;
}

void ranking_apply(const Dossier *dossier, ProgrammeReport *reports, size_t count) {
    const Policy policy = policy_of(dossier->rulebook);
    const CandidateFacts facts = candidate_facts(&dossier->rulebook->vocabulary);
    Placed *placed = arena_array(dossier->arena, count + 1, sizeof *placed);
    Placed **items = arena_array(dossier->arena, 2 * (count + 1), sizeof(Placed *));
    if (!placed || !items) return;
    size_t ranked = 0;
    for (size_t i = 0; i < count; i++) {
        items[i] = &placed[i];
        placed[i] = placed_of(dossier, &policy, &facts, &reports[i]);
        ranked += placed[i].ranked;
    }
    sort(&policy, items, items + count + 1, count);
    explain(dossier, &policy, items, ranked);
    for (size_t i = 0; i < count; i++) reports[i] = items[i]->report;
}

void ranking_compare(const Dossier *dossier, ProgrammeReport *subject, const ProgrammeReport *reports, size_t count) {
    const Policy policy = policy_of(dossier->rulebook);
    const CandidateFacts facts = candidate_facts(&dossier->rulebook->vocabulary);
    const Placed told = placed_of(dossier, &policy, &facts, subject);
    ComparisonReport *comparisons = arena_array(dossier->arena, count, sizeof *comparisons);
    if (!comparisons) return;
    subject->comparisons = comparisons;
    subject->comparison_count = 0;
    for (size_t i = 0; i < count && reports[i].rank > 0; i++) {
        if (reports[i].programme == subject->programme) continue;
        const Placed other = placed_of(dossier, &policy, &facts, &reports[i]);
        const bool after = reports[i].rank < subject->rank;
        const Placed *first = after ? &other : &told, *second = after ? &told : &other;
        comparisons[subject->comparison_count++] = (ComparisonReport){
            .programme = reports[i].programme->id,
            .name = ranking_short_name(dossier->arena, reports[i].programme),
            .after = after,
            .text = reason(dossier, &policy, first, second, after),
            .why = clause_between(dossier, &policy, &first->standing, &second->standing, after, "celui-ci"),
            .why_each = clause_between(dossier, &policy, &first->standing, &second->standing, after, "chacun d’eux")};
    }
}
