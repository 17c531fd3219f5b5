/* A value in words, without its fact's rules: candidates, sets, spans and territory. */
#ifndef AZIMUT_EXPLAIN_VALUES_H
#define AZIMUT_EXPLAIN_VALUES_H

#include "knowledge/vocabulary.h"

/* « société coopérative ou association »: the fewest choices that cover what is possible. NULL when more than `most` are needed. */
/* The labels of several choices of a fact, which may be changed: « modèle économique fragilisé ou déficitaire », « ni l’un, ni
 * l’autre, ou les deux ». */
const char *value_list(Arena *arena, const Fact *fact, const char **names, size_t count, const char *word);
const char *value_candidates(Arena *arena, const Fact *fact, const uint64_t *possible, const char *word, size_t most);
/* « Haute-Garonne (31), en Occitanie », « Occitanie », « Lot ou Gers (Occitanie) »; NULL when too much is possible. `level` is that
 * of the question: for PLACE_REGION the region alone when it is certain, below the departement what is known there. */
const char *value_seat(Arena *arena, const Territory *territory, const uint64_t *possible, PlaceLevel level);
/* Do words open with the word that the label of the fact ends with: « difficultés économiques », of the « nature des difficultés »?
 * Its bytes with the space after it, or 0. */
size_t value_opens_with_label(const Fact *fact, const char *words);
/* « économique et financière », « aucun », « au moins : économique »; NULL when nothing is known. */
const char *value_members(Arena *arena, const Fact *fact, const uint64_t *members);
const char *value_set(Arena *arena, const Fact *fact, const Value *value);
/* Numbers, amounts and dates: « 9 personnes salariées », « 21 novembre 2023 », « en 2023 ». */
const char *value_span(Arena *arena, const Fact *fact, Span span);
/* « 9 » of « 9 personnes salariées ». */
const char *value_without_unit(Arena *arena, const Fact *fact, const char *value);
/* The contract's way: "12", "10..19", ">300000", "2023-01-01..2023-12-31". */
const char *value_span_code(Arena *arena, const Fact *fact, Span span);

#endif
