/* Strong Kleene logic on single answers, and the two combinations of the rule language that are not in Kleene's tables. */
#ifndef AZIMUT_EVALUATE_KLEENE_H
#define AZIMUT_EVALUATE_KLEENE_H

#include "base/status.h"
#include <stddef.h>
#include <stdint.h>

/* Answers of up to 64 rows a word: bit r of `yes` says true for row r, of `no` false; neither: unknown. Bits past the last row mean
 * nothing. */
typedef struct Planes {
    uint64_t *yes, *no;
} Planes;

typedef Truth (*Combine)(const Truth *parts, size_t count);

static inline Truth kleene_not(Truth a) {
    if (a == TRUTH_UNKNOWN) return a;
    return a == TRUTH_TRUE ? TRUTH_FALSE : TRUTH_TRUE;
}

static inline Truth kleene_all(const Truth *parts, size_t count) {
    Truth answer = TRUTH_TRUE;
    for (size_t i = 0; i < count; i++) {
        if (parts[i] == TRUTH_FALSE) return TRUTH_FALSE;
        if (parts[i] == TRUTH_UNKNOWN) answer = TRUTH_UNKNOWN;
    }
    return answer;
}

static inline Truth kleene_any(const Truth *parts, size_t count) {
    Truth answer = TRUTH_FALSE;
    for (size_t i = 0; i < count; i++) {
        if (parts[i] == TRUTH_TRUE) return TRUTH_TRUE;
        if (parts[i] == TRUTH_UNKNOWN) answer = TRUTH_UNKNOWN;
    }
    return answer;
}

/* Sources that disagree: true if all hold, false if all fail, else unknown. */
static inline Truth kleene_agree(const Truth *parts, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (parts[i] != parts[0]) return TRUTH_UNKNOWN;
    return parts[0];
}

/* parts: condition, answer if it holds, answer if not. Where the condition is unknown, what both answers agree on. */
static inline Truth kleene_select(const Truth *parts, size_t count) {
    (void)count;
    if (parts[0] == TRUTH_TRUE) return parts[1];
    if (parts[0] == TRUTH_FALSE) return parts[2];
    return parts[1] == parts[2] ? parts[1] : TRUTH_UNKNOWN;
}

#endif
