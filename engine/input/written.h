/* The ways of writing a value as text that JSON strings and spreadsheet cells share: « 10 à 19 », « > 300 k€ », « 2019-03 ». */
#ifndef AZIMUT_INPUT_WRITTEN_H
#define AZIMUT_INPUT_WRITTEN_H

#include "knowledge/vocabulary.h"

/* What is wrong with a text: `message` is NULL when it was read. Texts live in the arena. */
typedef struct Misread {
    const char *message; /* « n'est pas un nombre ni un intervalle » */
    const char *advice;  /* « écrivez par exemple "10-19" », or NULL */
} Misread;

/* The two ends of a range, as written. */
typedef struct Ends {
    bool has_low, has_high;
    bool low_open, high_open; /* the end itself is excluded */
    double low, high;
} Ends;

/* Is a number within the bounds of the fact? */
bool written_in_bounds(const Fact *fact, double value);
/* « la valeur va de 0 à 366 »; NULL when memory runs out. */
const char *written_bounds(const Fact *fact, Arena *arena);
/* The span between two ends: for an integer they must be whole; within the bounds of the fact; not inverted, not empty. */
Misread written_ends(const Fact *fact, Arena *arena, const Ends *ends, Span *out);
/* A range of numbers: "10-19", "10 à 19", "> 300 k€", ">= 10", "< 5", "moins de 3", "plus de 10", "au moins 2", "au plus 4",
 * "300 k€ - 1,2 M€". Units must agree with the fact; a unit after the second number only is that of both. Never rounded to a
 * midpoint; bounds of the fact are checked. A single number is no range. */
Misread written_range(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out);
/* The same in a cell of a spreadsheet: also a number alone, « 50 et plus », « 10+ ». Amounts without a unit count in tens to the
 * `exponent` (0, 3, 6). What has a point or a comma and exactly three digits is refused: it can be read in two ways. */
Misread written_amount(const Fact *fact, Arena *arena, const char *text, size_t length, int exponent, Span *out);
/* A date or part of one: "2019-03-12", "2019-03", "2019". */
Misread written_date(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out);
/* Nine, or fourteen digits with the right key. */
bool written_siren(const char *text, size_t length);
bool written_siret(const char *text, size_t length);
/* siren, siret (Luhn, La Poste's exception), digits of a length. */
Misread written_code(const Fact *fact, Arena *arena, const char *text, size_t length);

#endif
