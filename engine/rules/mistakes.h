/* What was meant where Lua refuses a source: the slips of a hand that writes rules in French. */
#ifndef AZIMUT_RULES_MISTAKES_H
#define AZIMUT_RULES_MISTAKES_H

#include "rules/source_map.h"

#define MISTAKE_TEXT_MAX 256

typedef struct Mistake {
    Position at;
    char message[MISTAKE_TEXT_MAX], advice[MISTAKE_TEXT_MAX];
} Mistake;

/* The first mistake that the tokens of `bytes` show: two values side by side, a letter with an accent or a French quotation mark
 * outside texts, a bracket left open. To be asked only of a source that Lua refuses. False when none is recognized. */
bool mistakes_find(const char *bytes, size_t length, Mistake *found);

#endif
