/* The rules that a sub-command works with, and how it ends. */
#ifndef AZIMUT_CLI_RULES_H
#define AZIMUT_CLI_RULES_H

#include "azimut.h"
#include "cli/command.h"
#include "cli/folders.h"

/* The exit code of a load or of what was done with it, after saying what stopped it: `stage`, or that memory ran out. */
ExitCode status_code(az_status status, const char *stage);
/* az_load, or az_load_without_examples. */
typedef az_status RulesLoader(az_engine *engine, const char *rules_folder, const char *facts_folder);
/* Loads, and says every finding but notes. */
ExitCode rules_load(az_engine *engine, const Folders *folders, RulesLoader *loader);
/* The same for one finding: notes are for `azimut check`. */
void say_unless_note(const az_finding *finding);

/* Says that no programme has this identifier, with the nearest one. EXIT_USAGE. */
ExitCode refuse_programme(const az_engine *engine, const char *name);

#endif
