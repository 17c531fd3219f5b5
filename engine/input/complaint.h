/* Errors of a fact file: each says where, which fact, what was read, and what would be right. */
#ifndef AZIMUT_INPUT_COMPLAINT_H
#define AZIMUT_INPUT_COMPLAINT_H

#include "base/findings.h"
#include "input/item.h"

#define COMPLAINTS_MAX 1000  /* errors reported one by one: nobody reads more, and a hostile file could hold millions */
#define WRITTEN_BYTES_MAX 80 /* of what was read, as shown */

typedef struct Complaints {
    Findings *findings;
    Arena *scratch;     /* for texts under way; findings copy theirs */
    const char *file;   /* names the input */
    const char *column; /* the title of the column that is being read, or NULL */
    size_t errors;
} Complaints;

/* The bytes as one line of at most WRITTEN_BYTES_MAX bytes, cut on a whole character; NULL when memory runs out. */
const char *written_cut(Arena *arena, const char *bytes, size_t length);
/* An error on a value: « fact : « what was read » message ». `fact` and `advice` may be NULL. */
void complain(Complaints *complaints, const char *code, const Item *item, const char *fact, const char *message,
              const char *advice);
/* The same on a key. */
void complain_of_key(Complaints *complaints, const char *code, const Item *item, const char *fact, const char *message,
                     const char *advice);
/* An error at a line of the input, with nothing quoted. */
void complain_at(Complaints *complaints, const char *code, int line, int column, const char *message, const char *advice);
/* Something to know, which refuses nothing. */
void remark(Complaints *complaints, const char *code, const Item *item, const char *fact, const char *message, const char *advice);
/* Says how many errors were left out. */
void complaints_close(Complaints *complaints);

#endif
