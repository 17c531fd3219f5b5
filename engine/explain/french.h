/* French typography and grammar: the small decisions that every sentence needs. Texts are made in the arena given; when memory
 * runs out the arena says so and the texts are empty, never NULL. */
#ifndef AZIMUT_EXPLAIN_FRENCH_H
#define AZIMUT_EXPLAIN_FRENCH_H

#include "explain/phrase.h"
#include "knowledge/vocabulary.h"

#define NBSP "\xC2\xA0"     /* inside « », before « : », before units and € */
#define THIN "\xE2\x80\xAF" /* between thousands, before ; ! ? */
#define APOSTROPHE "’"
#define QUOTE_OPEN "«" NBSP /* « */
#define QUOTE_CLOSE NBSP "»"
#define COLON NBSP ": "
#define FRENCH_NAME_COLUMNS 120 /* of a name: a whole line; no register holds longer ones */
#define SEMICOLON THIN "; "

/* « a », « a et b », « a, b et c ». `word`: « et », « ou ». */
const char *french_list(Arena *arena, const char *const *items, size_t count, const char *word);
/* Does a word take « l’ », « d’ », « qu’ » before it? Vowels, mute h (a list of the words of this field), never « onze », « oui ».
 */
bool french_elides(const char *word);
/* « de Lyon », « d’Occitanie »; « le Lot » → « du Lot », « les Landes » → « des Landes ». */
const char *french_de(Arena *arena, const char *word);
/* « à HEC Paris », « au Mouvement associatif », « aux tribunaux » */
const char *french_to(Arena *arena, const char *word);
/* « que le DLA », « qu’elle » */
const char *french_que(Arena *arena, const char *word);
/* The definite article before a noun: « l’effectif salarié », « la date », « les dettes ». */
const char *french_the(Arena *arena, const char *noun, Gender gender, bool plural);
/* The same after « de »: « de l’effectif », « du budget », « de la date », « des dettes ». */
const char *french_of_the(Arena *arena, const char *noun, Gender gender, bool plural);
/* First letter in capitals, accents kept: « éligible » → « Éligible ». */
const char *french_capital(Arena *arena, const char *text);
/* First letter in lower case unless the next one is a capital too (an acronym stays) or the word holds one. */
const char *french_lower(Arena *arena, const char *text);
/* « text » with its no-break spaces; guillemets inside become “ ”. */
const char *french_quote(Arena *arena, const char *text);
/* A name or an origin as somebody typed it, fit for a sentence: typographic apostrophes and quotation marks, at most
 * FRENCH_NAME_COLUMNS long (« … » says what was cut). */
const char *french_name(Arena *arena, const char *name);
/* The name of a structure within a sentence: a name that begins with a common noun takes its article, « l’Association Élan ». */
const char *french_called(Arena *arena, const char *name);
/* Typographic apostrophes, and no-break spaces before : ; ! ? » and after «, where an author typed plain ones. */
const char *french_tidy(Arena *arena, const char *text);
/* A count in letters up to sixteen, feminine when asked (« une »), in figures above. */
const char *french_cardinal(Arena *arena, size_t count, Gender gender);
#endif
