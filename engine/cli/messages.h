/* What the program says on standard error, in French. */
#ifndef AZIMUT_CLI_MESSAGES_H
#define AZIMUT_CLI_MESSAGES_H

#include "azimut.h"

/* « azimut : … » and a line end. */
void tell(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Why a system call failed, from its errno. */
const char *reason_of(int error);
/* « fichier:ligne: erreur AZ012: … », and the advice below it. */
void say_finding(const az_finding *finding);
/* The name of `count` nearest to `name`, or NULL when none is near. */
const char *nearest_name(const char *name, const char *const *names, size_t count);

#endif
