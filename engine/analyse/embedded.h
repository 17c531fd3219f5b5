/* Files of the project that are compiled in (cmake/embed.cmake): they end with a NUL that the length does not count. */
#ifndef AZIMUT_ANALYSE_EMBEDDED_H
#define AZIMUT_ANALYSE_EMBEDDED_H

#include <stddef.h>

extern const unsigned char embedded_messages[]; /* docs/messages.md */
extern const size_t embedded_messages_length;

#endif
