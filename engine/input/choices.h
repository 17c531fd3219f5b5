/* The values of enums and sets by every name they have: name, label, synonyms; case, accents and punctuation folded. */
#ifndef AZIMUT_INPUT_CHOICES_H
#define AZIMUT_INPUT_CHOICES_H

#include "knowledge/vocabulary.h"

typedef struct ChoiceTable ChoiceTable;

/* NULL when memory runs out. */
ChoiceTable *choices_new(Arena *arena, const Vocabulary *vocabulary);
/* The choice of a fact that bears a name, or -1. */
int choices_find(const ChoiceTable *choices, int fact, const char *name, size_t length);

#endif
