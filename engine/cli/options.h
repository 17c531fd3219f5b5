/* The command line of a sub-command, from a table: `--name value`, `--name=value`, `--` and operands. */
#ifndef AZIMUT_CLI_OPTIONS_H
#define AZIMUT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#define OPTIONS_MAX 16

typedef struct OptionSpec {
    const char *name;           /* without the dashes */
    bool takes_value;           /* else it is a flag */
    const char *const *allowed; /* the values it may take, NULL-terminated; NULL: any */
} OptionSpec;

typedef struct Options {
    const char *values[OPTIONS_MAX]; /* one for each spec: NULL when absent, "" for a flag */
    char **operands;                 /* in their order, at the head of `arguments` */
    size_t operand_count;
    const char *operand; /* the first of them; NULL when absent */
} Options;

/* Reads every argument, at most OPTIONS_MAX specs and `operand_max` operands; `arguments` is put into another order. False after
 * saying what is wrong with the first bad one. */
bool options_read(const OptionSpec *specs, size_t spec_count, size_t operand_max, int count, char **arguments, Options *out);

#endif
