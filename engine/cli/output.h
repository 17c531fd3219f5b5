/* Standard output: what it can show, and whether what was written arrived. */
#ifndef AZIMUT_CLI_OUTPUT_H
#define AZIMUT_CLI_OUTPUT_H

#include "cli/command.h"
#include <stdbool.h>
#include <stddef.h>

/* Columns of the terminal between 40 and 100; 80 when standard output is none. */
int output_width(void);
/* Colours: on a terminal, and not under NO_COLOR. */
bool output_colours(void);
void output_write(const char *bytes, size_t length);
/* To be called last. `code`, or EXIT_NOTHING, after saying why, when something that was written did not arrive. */
ExitCode output_close(ExitCode code);

#endif
