/* The bytes of a fact file, or of standard input. */
#ifndef AZIMUT_CLI_INPUT_H
#define AZIMUT_CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Reads `path`, or standard input for "-", up to one byte more than AZ_FACTS_BYTES_MAX: the library refuses that much and says
 * so. False after saying why it could not. `*bytes` is given back with free. */
bool input_read(const char *path, char **bytes, size_t *length);

#endif
