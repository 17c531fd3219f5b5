/* The ways of writing a value as text that JSON strings and spreadsheet cells share: « 10 à 19 », « > 300 k€ », « 2019-03 ». */
#ifndef AZIMUT_INPUT_WRITTEN_H
#define AZIMUT_INPUT_WRITTEN_H

#include "knowledge/vocabulary.h"

/* What is wrong with a text: `message` is NULL when it was read. Texts live in the arena. */
typedef struct Misread {
    const char *message; /* « n'est pas un nombre ni un intervalle » */
    const char *advice;  /* « écrivez par exemple "10-19" », or NULL */
} Misread;

/* A range of numbers: "10-19", "10 à 19", "> 300 k€", ">= 10", "< 5", "moins de 3", "plus de 10", "au moins 2", "au plus 4",
 * "300 k€ - 1,2 M€". Units must agree with the fact. Never rounded to a midpoint; bounds of the fact are checked. */
Misread written_range(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out);
/* A date or part of one: "2019-03-12", "2019-03", "2019". */
Misread written_date(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out);
/* siren, siret (Luhn, La Poste's exception), digits of a length. */
Misread written_code(const Fact *fact, Arena *arena, const char *text, size_t length);

#endif
