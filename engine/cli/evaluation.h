/* What the commands on one structure share: reading its file and the rules, evaluating, saying what was found. */
#ifndef AZIMUT_CLI_EVALUATION_H
#define AZIMUT_CLI_EVALUATION_H

#include "azimut.h"
#include "cli/command.h"
#include <stdbool.h>

typedef struct Evaluation {
    const char *path;                         /* of the facts; "-": standard input */
    const char *rules, *facts, *date, *needs; /* as the options give them, or NULL */
} Evaluation;

/* One structure, evaluated. */
typedef struct Evaluated {
    az_engine *engine;
    az_result *result;
    const char *facts; /* as they were read */
    size_t length;
    const char *date;
} Evaluated;

typedef ExitCode EvaluationWrite(const Evaluated *evaluated, const void *how);

/* False after saying what is wrong with the date, or that the file is missing. */
bool evaluation_check(const Evaluation *asked, const char *example);
/* Evaluates, then lets `write` say it (AZ_OK and AZ_FINDINGS only); the exit code of it all. */
ExitCode evaluation_run(const Evaluation *asked, EvaluationWrite *write, const void *how);
/* What --format says: text when it is absent. */
az_format evaluation_format(const char *format);

#endif
