/* The order of the table is its meaning: what is known to fail comes before what is not known. */
#include "evaluate/verdict.h"

static bool any_reserve(const Answers *answers, const Programme *programme, size_t row, Truth truth) {
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (answers_truth(answers, programme->reserves[i], row) == truth) return true;
    return false;
}

static Truth truth_or(const Answers *answers, const Node *node, size_t row, Truth absent) {
    return node ? answers_truth(answers, node, row) : absent;
}

/* A need stated without its level (« difficulté ») surely concerns a programme for one of its levels, though how much is open. */
static bool need_stated_above(const Answers *answers, const Rulebook *rulebook, const Programme *programme, size_t row) {
    const Vocabulary *vocabulary = &rulebook->vocabulary;
    if (!programme->levels || vocabulary->needs < 0) return false;
    const Fact *needs = &vocabulary->facts[vocabulary->needs];
    uint64_t possible[8], sure[8];
    if (needs->words > 8) return false;
    Value value = {.possible = possible, .sure = sure};
    answers_value(answers, vocabulary->needs, row, &value);
    for (size_t choice = 0; choice < needs->choice_count; choice++) {
        int parent = needs->choices[choice].parent;
        if (parent >= 0 && bits_has(programme->levels, choice) && bits_has(possible, choice) && bits_has(sure, (size_t)parent))
            return true;
    }
    return false;
}

static Relevance relevance_of(const Answers *answers, const Rulebook *rulebook, const Programme *programme, size_t row) {
    Truth absent = programme_says_need(programme) ? TRUTH_FALSE : TRUTH_UNKNOWN;
    Truth strong = truth_or(answers, programme->strong, row, absent);
    Truth possible = truth_or(answers, programme->possible, row, absent);
    if (truth_or(answers, programme->irrelevant, row, TRUTH_FALSE) == TRUTH_TRUE) return RELEVANCE_NONE;
    const bool partly = truth_or(answers, programme->partly, row, TRUTH_FALSE) == TRUTH_TRUE;
    if (strong == TRUTH_TRUE) return partly ? RELEVANCE_POSSIBLE : RELEVANCE_STRONG;
    if (possible == TRUTH_TRUE) return RELEVANCE_POSSIBLE;
    if (strong == TRUTH_FALSE && possible == TRUTH_FALSE) return RELEVANCE_NONE;
    return need_stated_above(answers, rulebook, programme, row) ? RELEVANCE_POSSIBLE : RELEVANCE_UNKNOWN;
}

Verdict verdict_of_truths(Truth conditions, Truth object, bool reserve_fails) {
    if (conditions == TRUTH_FALSE || reserve_fails) return VERDICT_INELIGIBLE;
    if (object == TRUTH_FALSE) return VERDICT_NOT_APPLICABLE;
    if (conditions == TRUTH_UNKNOWN || object == TRUTH_UNKNOWN) return VERDICT_UNDETERMINED;
    return VERDICT_ELIGIBLE;
}

Verdict verdict_of(const Answers *answers, const Programme *programme, size_t row) {
    if (programme->failed || answers_failed(answers, programme, row, NULL)) return VERDICT_ERROR;
    return verdict_of_truths(answers_truth(answers, programme->conditions, row),
                             truth_or(answers, programme->object, row, TRUTH_TRUE),
                             any_reserve(answers, programme, row, TRUTH_FALSE));
}

bool verdict_reserved(const Answers *answers, const Programme *programme, size_t row) {
    return verdict_of(answers, programme, row) == VERDICT_ELIGIBLE && any_reserve(answers, programme, row, TRUTH_UNKNOWN);
}

Outcome outcome_of(const Answers *answers, const Rulebook *rulebook, const Programme *programme, size_t row) {
    Outcome outcome = {.verdict = verdict_of(answers, programme, row), .relevance = RELEVANCE_UNKNOWN};
    if (programme->failed) return outcome;
    outcome.under_reserve = outcome.verdict == VERDICT_ELIGIBLE && any_reserve(answers, programme, row, TRUTH_UNKNOWN);
    outcome.relevance = relevance_of(answers, rulebook, programme, row);
    return outcome;
}

const char *verdict_code(Verdict verdict) {
    static const char *const codes[] = {[VERDICT_ELIGIBLE] = "eligible",
                                        [VERDICT_INELIGIBLE] = "ineligible",
                                        [VERDICT_UNDETERMINED] = "undetermined",
                                        [VERDICT_NOT_APPLICABLE] = "not_applicable",
                                        [VERDICT_ERROR] = "error"};
    return codes[verdict];
}

const char *relevance_code(Relevance relevance) {
    static const char *const codes[] = {[RELEVANCE_STRONG] = "strong",
                                        [RELEVANCE_POSSIBLE] = "possible",
                                        [RELEVANCE_NONE] = "none",
                                        [RELEVANCE_UNKNOWN] = "unknown"};
    return codes[relevance];
}
