/* A heap fit for a program that runs for some milliseconds. */
#ifndef AZIMUT_CLI_HEAP_H
#define AZIMUT_CLI_HEAP_H

/* Asks the C library for few large pieces of memory, on large pages where the machine has them: the time of a short run goes for a
 * good part into touching each small page for the first time. Changes nothing but speed; does nothing where it is not known how. */
void heap_prepare(void);

#endif
