/* Files of the project that are compiled in (cmake/embed.cmake): they end with a NUL that the length does not count. */
#ifndef AZIMUT_ANALYSE_EMBEDDED_H
#define AZIMUT_ANALYSE_EMBEDDED_H

#include <stddef.h>

extern const unsigned char embedded_messages[]; /* docs/messages.md */
extern const size_t embedded_messages_length;
extern const unsigned char embedded_annotations[]; /* analyse/annotations.lua */
extern const size_t embedded_annotations_length;
extern const unsigned char embedded_luacheck[]; /* analyse/luacheck.lua */
extern const size_t embedded_luacheck_length;
extern const unsigned char embedded_luarc[]; /* analyse/luarc.json */
extern const size_t embedded_luarc_length;
extern const unsigned char embedded_template[]; /* analyse/template.lua */
extern const size_t embedded_template_length;

#endif
