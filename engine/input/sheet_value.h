/* A fact's value from a cell of a spreadsheet, by the fact's type: all the ways of writing that docs/facts.md gives to cells. */
#ifndef AZIMUT_INPUT_SHEET_VALUE_H
#define AZIMUT_INPUT_SHEET_VALUE_H

#include "input/choices.h"
#include "input/columns.h"
#include "input/communes.h"
#include "input/fact_value.h"

typedef struct SheetReader {
    const Vocabulary *vocabulary;
    const ChoiceTable *choices;
    Complaints *complaints;
    Arena *arena;           /* owns what is read */
    Arena *kept;            /* lives as long as the reader: the names of communes, once they are asked for */
    CommuneNames *communes; /* NULL until then */
    CommuneHints hints;     /* the places of this row that were read so far, by code */
} SheetReader;

/* Does the cell say that the fact is not known: empty, « NC », « - », « ? », « n/a »? */
bool sheet_unknown(const Cell *cell);
/* Reads a cell that says something. False: refused, with complaints at `line` (or memory ran out: the arena has failed). */
bool sheet_value_read(SheetReader *reader, int fact, int exponent, const Cell *cell, size_t line, Value *out);

/* For the readers of one type. A complaint about the cell; false. */
bool sheet_refuse(SheetReader *reader, const char *code, const Item *item, const Fact *fact, const char *message,
                  const char *advice);
/* Codes and places. */
bool sheet_code_read(SheetReader *reader, const Fact *fact, const Item *item, Value *out);
bool sheet_place_read(SheetReader *reader, const Fact *fact, const Item *item, Value *out);

#endif
