/* The columns of a table: which fact each title means. A title is a fact's name, its label or one of its synonyms; case, accents,
 * punctuation, years and inclusive endings do not count. */
#ifndef AZIMUT_INPUT_COLUMNS_H
#define AZIMUT_INPUT_COLUMNS_H

#include "input/csv.h"
#include "knowledge/vocabulary.h"

#define COLUMNS_MAX 1024 /* the widest exports have some hundreds */
#define TITLE_MAX 200    /* bytes of a folded title: longer ones are no title of a fact */

#define COLUMN_IGNORED (-1)

/* What the caller says of some titles: a fact, or COLUMN_IGNORED. */
typedef struct ColumnChoice {
    const char *title;
    int fact;
    bool used; /* by a column of the table that was last described */
} ColumnChoice;

typedef struct ColumnMap {
    Arena *arena; /* borrowed: owns the titles */
    ColumnChoice *items;
    size_t count, capacity;
} ColumnMap;

void column_map_init(ColumnMap *map, Arena *arena);
/* Reads a mapping file: a JSON object {"title": "fact", "other title": null}, or lines « title;fact », where « title; » ignores.
 * Every bad entry is a finding; STATUS_REFUSED when there was one. */
Status column_map_read(ColumnMap *map, const Vocabulary *vocabulary, const char *file, const char *bytes, size_t length,
                       Findings *findings);
/* A title to be ignored. */
Status column_map_ignore(ColumnMap *map, const char *title);

typedef enum ColumnHow { COLUMN_UNKNOWN, COLUMN_NEAR, COLUMN_EMPTY, COLUMN_BY_NAME, COLUMN_BY_SYNONYM, COLUMN_BY_MAP } ColumnHow;

typedef struct TitledColumn {
    const char *title; /* as written, on one line */
    int fact;          /* COLUMN_IGNORED: not read */
    ColumnHow how;
    int exponent; /* of ten: « Budget (k€) » counts in thousands */
} TitledColumn;

typedef struct Columns {
    TitledColumn *items;
    size_t count;
    size_t commune;  /* the column that names or numbers a commune; SIZE_MAX: none */
    size_t titled;   /* up to the last title that is not empty */
    bool identified; /* there is a column for id, siret or siren: a row that fills none of them is an error */
} Columns;

/* All titles that are known, folded and ready to be looked up. */
typedef struct TitleTable TitleTable;

/* NULL when memory runs out. */
TitleTable *titles_new(Arena *arena, const Vocabulary *vocabulary);
const Vocabulary *titles_vocabulary(const TitleTable *titles);
/* The fact that a title means, or -1; `*exponent` as in TitledColumn. */
int titles_find(const TitleTable *titles, const char *title, size_t length, int *exponent);
/* The name nearest to a title that means none, and its fact; NULL when none is near. */
const char *titles_nearest(const TitleTable *titles, const char *title, size_t length, int *fact);
/* Two of its names fold alike but mean two facts: a mistake of the vocabulary. NULL: there are none. */
const char *titles_ambiguous(const TitleTable *titles);

/* Are two titles one, but for case, accents and punctuation? Years count: « Budget 2023 » is not « Budget 2024 ». */
bool titles_alike(const char *a, size_t a_length, const char *b);

/* A line of titles: its cells, and where it stands. */
typedef struct TitleLine {
    const Cell *cells;
    size_t count;
    const char *file;
    size_t line;
} TitleLine;

/* Each title that nearly is a fact, and each fact with two columns, is an error at the line; unknown titles are one note together.
 * STATUS_REFUSED when there was an error. */
Status columns_read(Columns *columns, Arena *arena, const TitleTable *titles, ColumnMap *map, const TitleLine *line,
                    Findings *findings);

#endif
