/* What editors and linters of Lua need to know of the rule language: its words, and the facts, values and documents of one
 * rulebook. The words are described in annotations.lua, which is compiled in. */
#ifndef AZIMUT_ANALYSE_ANNOTATIONS_H
#define AZIMUT_ANALYSE_ANNOTATIONS_H

#include "base/text.h"
#include "rules/rulebook.h"

/* For the Lua language server: a `---@meta` file with every word, and the facts, values and documents as aliases. */
void annotations_write(const Rulebook *rulebook, Text *out);
/* The settings of the Lua language server, which finds the annotations in the folder `types`. */
void annotations_write_luarc(Text *out);
/* A `.luacheckrc`: the words are the only globals. */
void annotations_write_luacheck(Text *out);

#endif
