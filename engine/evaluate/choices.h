/* The choices of a fact as planes: the rows on which each is possible and, of a set, surely in. Tests on them are then a few
 * operations on words of 64 rows. */
#ifndef AZIMUT_EVALUATE_CHOICES_H
#define AZIMUT_EVALUATE_CHOICES_H

#include "evaluate/leaf.h"

typedef struct Choices {
    size_t count, stride;      /* plane of choice c: from c * stride */
    uint64_t *possible, *sure; /* sure: of a set, else NULL */
    uint64_t *several;         /* of classes of choices (classes.h): the rows on which several choices are possible; else NULL */
} Choices;

/* Room for a fact with choices, in planes of `stride` words. False when memory runs out. */
bool choices_init(Choices *choices, Arena *arena, const Fact *fact, size_t stride);
/* Makes the planes of rows 0..rows-1 of a column that is present. Every bit of the words touched is written. */
void choices_take(Choices *choices, const Column *column, size_t capacity, size_t rows);
/* The value of a row; `value` has room. */
void choices_value(const Choices *choices, const Fact *fact, size_t row, Value *value);
/* The rows of `words` words on which several values are possible. */
void choices_open(const Choices *choices, size_t words, uint64_t *open);
/* Asks all rows (never STEPS nor CALLBACK); whole planes are written. */
void choices_ask(const Choices *choices, const Leaf *leaf, Planes out);

#endif
