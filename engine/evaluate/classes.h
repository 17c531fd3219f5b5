/* The choices of a fact of which there are many, put together where no test of a plan tells them apart: the hundred departements of
 * a seat make some twenty classes. Planes are then those of classes, and tests are asked of classes. */
#ifndef AZIMUT_EVALUATE_CLASSES_H
#define AZIMUT_EVALUATE_CLASSES_H

#include "evaluate/choices.h"
#include "evaluate/term.h"

typedef struct Classes {
    size_t count;
    uint8_t *of_choice;
} Classes;

/* By fact; `of_choice` NULL where choices stay what they are. */
typedef struct ClassTable {
    Classes *of_fact;
    Leaf *leaves; /* by leaf of the store, on a fact with classes: the same test, of classes */
} ClassTable;

/* Kept in `arena`. `derived`: by fact, -1 where no derivation makes it. False when memory runs out. */
bool classes_make(ClassTable *table, Arena *arena, const Vocabulary *vocabulary, const TermStore *store, const int *derived);
/* Room for the planes of a fact's classes. False when memory runs out. */
bool classes_init(const Classes *classes, Choices *choices, Arena *arena, size_t stride);
/* As choices_take, into the planes of the classes: those on which one of its choices is possible. */
void classes_take(const Classes *classes, const Choices *choices, const Fact *fact, const Column *column, size_t capacity,
                  size_t rows);

#endif
