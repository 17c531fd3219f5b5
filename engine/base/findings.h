/* What is wrong, found by anything that reads: rule files, vocabulary, facts. Findings are collected so that one pass reports all
 * of them; their words are French, since analysts and advisors read them. */
#ifndef AZIMUT_BASE_FINDINGS_H
#define AZIMUT_BASE_FINDINGS_H

#include "base/arena.h"
#include "base/status.h"

typedef enum Severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef struct Finding {
    Severity severity;
    const char *code;    /* "AZ012": a number that docs/messages.md explains */
    const char *file;    /* as given by the caller; NULL when there is none */
    int line, column;    /* from 1; 0: unknown */
    const char *fact;    /* the fact concerned, or NULL */
    const char *read;    /* what was read, as written, cut at 80 bytes; or NULL */
    const char *message; /* what is wrong, one sentence */
    const char *advice;  /* what to write instead, or NULL */
    const char *example; /* a structure that shows it, in words; or NULL */
    const char *facts;   /* the same as a JSON object of facts; or NULL */
} Finding;

typedef struct Findings {
    Arena *arena; /* borrowed: owns every text below */
    Finding *items;
    size_t count, capacity, errors;
    bool failed; /* memory ran out: something was not recorded */
} Findings;

void findings_init(Findings *findings, Arena *arena);
/* Adds a copy of `finding` with its texts. STATUS_NO_MEMORY sets `failed`. */
Status findings_add(Findings *findings, const Finding *finding);
/* The short way. `format` makes the message; advice may be NULL. */
Status findings_error(Findings *findings, const char *code, const char *file, int line, const char *advice, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
Status findings_warn(Findings *findings, const char *code, const char *file, int line, const char *advice, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
/* Stable sort by file, line, column. */
void findings_sort(Findings *findings);

#endif
