/* The large tables of territory: communes, postal codes, intercommunalities. Loading reads only their list (name, rows, digest);
 * the bytes come when something asks, from whoever loaded the vocabulary, once, and are searched as they are: sorted lines of
 * fields separated by tabulations, the first line naming the table, its rows and the digest of the others. */
#ifndef AZIMUT_KNOWLEDGE_TABLES_H
#define AZIMUT_KNOWLEDGE_TABLES_H

#include "base/findings.h"

typedef enum TableName { TABLE_COMMUNES, TABLE_POSTAL, TABLE_EPCI, TABLE_COUNT } TableName;

/* Gives the bytes of `communes.tsv`, which live as long as the tables. STATUS_IO: they cannot be had. */
typedef struct TableSource {
    Status (*read)(void *context, const char *name, const char **bytes, size_t *length);
    void *context;
} TableSource;

typedef struct Table {
    const char *head;  /* the first line to find, without its end; NULL: this build has no such table */
    const char *bytes; /* of the lines after it; NULL until they are wanted */
    size_t length;
    bool lost; /* was asked for and could not be had, or is not the one that was listed */
} Table;

typedef struct Tables {
    TableSource source; /* `read` NULL: there are no tables */
    Table tables[TABLE_COUNT];
} Tables;

typedef struct TableField {
    const char *bytes;
    size_t length;
} TableField;

#define TABLE_FIELDS 4
typedef struct TableRow {
    TableField fields[TABLE_FIELDS]; /* [0]: the key */
} TableRow;

/* Reads the list (facts/territoires/tables.txt). Every bad line is a finding; STATUS_REFUSED when there was one. */
Status tables_read(Tables *tables, Arena *arena, const char *file, const char *bytes, size_t length, Findings *findings);
/* The row of a key. STATUS_REFUSED: there is none. STATUS_IO: the table cannot be had. The first search of a table reads it: where
 * several threads share a vocabulary, call tables_open before they start, and searching is then only reading. */
Status tables_find(Tables *tables, TableName name, const char *key, size_t length, TableRow *row);
/* Reads all tables that are not read yet; a table that cannot be had is left aside. STATUS_NO_MEMORY or STATUS_OK. */
Status tables_open(Tables *tables);
/* One row after the other, from the first (`*at` 0). False at the end, or when the table cannot be had. */
bool tables_next(Tables *tables, TableName name, size_t *at, TableRow *row);
/* The next item of a list written with commas; false at its end. */
bool table_item(TableField *list, TableField *item);
bool table_field_is(TableField field, const char *text);
bool table_fields_equal(TableField a, TableField b);
/* Is `item` in a list written with commas? */
bool table_lists(TableField list, TableField item);

#endif
