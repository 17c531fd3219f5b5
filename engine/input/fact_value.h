/* A fact's value from its JSON form, by the fact's type. */
#ifndef AZIMUT_INPUT_FACT_VALUE_H
#define AZIMUT_INPUT_FACT_VALUE_H

#include "input/complaint.h"
#include "knowledge/vocabulary.h"

#define TEXT_VALUE_MAX 1000 /* bytes of a name, an identifier, a source: the longest names of associations have some 250 */

typedef struct ValueReader {
    Complaints *complaints;
    const Vocabulary *vocabulary;
    const Fact *fact;
    const char *shown; /* the fact's name in messages: « confirmations.dla.nom » for a confirmation */
    Arena *arena;      /* owns what is read */
} ValueReader;

/* False: refused, with complaints (or memory ran out: the arena has failed). `item` is neither null nor a wrapper. */
bool fact_value_read(const ValueReader *reader, const Item *item, Value *out);
/* A text without control characters, not empty, at most TEXT_VALUE_MAX bytes. False with a complaint. */
bool plain_text_read(const ValueReader *reader, const Item *item);
/* A place: one of five levels. */
bool place_value_read(const ValueReader *reader, const Item *item, Value *out);
/* The three levels that the large tables know; `siege` is scratch room for what is possible. */
bool commune_read(const ValueReader *reader, const Item *item, uint64_t *siege);
bool postal_code_read(const ValueReader *reader, const Item *item, uint64_t *siege);
bool epci_read(const ValueReader *reader, const Item *item, uint64_t *siege);
/* What to write instead of a departement or region that does not exist, or NULL. */
const char *place_advice(const ValueReader *reader, PlaceLevel level, const char *name);
/* « un nombre entier », as an advice names what a fact expects. */
const char *expected_form(const Fact *fact);

#endif
