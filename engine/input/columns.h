/* The columns of a table: which fact each title means. */
#ifndef AZIMUT_INPUT_COLUMNS_H
#define AZIMUT_INPUT_COLUMNS_H

#include "knowledge/vocabulary.h"

#define COLUMNS_MAX 1024 /* the widest exports have some hundreds */

/* What the caller says of some titles: a fact, or nothing. */
typedef struct ColumnChoice {
    const char *title;
    int fact; /* -1: to be ignored */
} ColumnChoice;

typedef struct ColumnMap {
    Arena *arena; /* borrowed: owns the titles */
    ColumnChoice *items;
    size_t count, capacity;
} ColumnMap;

void column_map_init(ColumnMap *map, Arena *arena);
/* Reads a mapping file: a JSON object {"title": "fact", "other title": null}, or lines « title;fact », « title; ». Every bad entry
 * is a finding; STATUS_REFUSED when there was one. */
Status column_map_read(ColumnMap *map, const Vocabulary *vocabulary, const char *file, const char *bytes, size_t length,
                       Findings *findings);
/* A title to be ignored, as it stands in the table (case, accents and spaces do not count). */
Status column_map_ignore(ColumnMap *map, const char *title);

typedef struct TitledColumn {
    const char *title; /* as written, folded white space */
    int fact;          /* -1: ignored */
    const char *how;   /* « nom du fait », « synonyme », « --map », « --ignore », « inconnue » */
} TitledColumn;

typedef struct Columns {
    TitledColumn *items;
    size_t count;
    bool identified; /* there is a column for id, siret or siren: a row that fills none of them is an error */
} Columns;

#endif
