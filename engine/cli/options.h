/* The command line of a sub-command, from a table: `--name value`, `--name=value`, `--` and operands. */
#ifndef AZIMUT_CLI_OPTIONS_H
#define AZIMUT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#define OPTIONS_MAX 24
#define LISTED_MAX 256 /* values of options that may be written several times */
#define OPTION_LIST 2  /* takes a value, and may be written several times */

typedef struct OptionSpec {
    const char *name;           /* without the dashes */
    int takes_value;            /* 0: it is a flag; OPTION_LIST */
    const char *const *allowed; /* the values it may take, NULL-terminated; NULL: any */
} OptionSpec;

typedef struct Options {
    const char *values[OPTIONS_MAX]; /* one for each spec: NULL when absent, "" for a flag, the last of a list */
    char **operands;                 /* in their order, at the head of `arguments` */
    size_t operand_count;
    struct {
        size_t option; /* number of its spec */
        const char *value;
    } listed[LISTED_MAX]; /* of OPTION_LIST, in their order */
    size_t listed_count;
    const char *operand; /* the first of them; NULL when absent */
} Options;

/* The values of a list, in `out`, which has room for LISTED_MAX; their number. */
size_t options_list(const Options *options, size_t option, const char **out);
/* Reads every argument: `--name value`, `--name=value`, `--`, operands, and for a few names the letter that stands for them (`-o`,
 * `-j`). At most OPTIONS_MAX specs and `operand_max` operands; `arguments` is put into another order. False after saying what is
 * wrong with the first bad one. */
bool options_read(const OptionSpec *specs, size_t spec_count, size_t operand_max, int count, char **arguments, Options *out);

#endif
