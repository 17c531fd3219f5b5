/* azimut types: what an editor of Lua must know to help an analyst write rules. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include <string.h>

enum { RULES, FACTS, FORMAT, HELP, TYPES_OPTIONS };

static const char *const formats[] = {"luals", "luarc", "luacheck", NULL}; /* in the order of az_types_format */

static const OptionSpec specs[TYPES_OPTIONS] = {[RULES] = {"rules", true, NULL},
                                                [FACTS] = {"facts", true, NULL},
                                                [FORMAT] = {"format", true, formats},
                                                [HELP] = {"help", false, NULL}};

static const char help[] =
    "azimut types [options]\n"
    "\n"
    "Écrit ce qu’un éditeur doit savoir du langage de règles\u00A0: chaque mot, chaque\n"
    "fait, chaque valeur, et leur explication. À refaire avec le vocabulaire\u00A0:\n"
    "\n"
    "  azimut types > types/azimut.lua\n"
    "  azimut types --format luarc > .luarc.json\n"
    "  azimut types --format luacheck > .luacheckrc\n"
    "\n"
    "  --format FORMAT      luals (par défaut)\u00A0: les annotations du serveur du\n"
    "                       langage Lua\u00A0; luarc\u00A0: ses réglages\u00A0; luacheck\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise\u00A0; 3\u00A0: rien d’utilisable.\n";

static ExitCode write_types(az_engine *engine, const char *format) {
    int chosen = AZ_TYPES_LUALS;
    for (int i = 0; format && formats[i]; i++)
        if (strcmp(formats[i], format) == 0) chosen = i;
    const char *bytes;
    size_t length;
    az_status status = az_types_write(engine, (az_types_format)chosen, &bytes, &length);
    if (status == AZ_OK) output_write(bytes, length);
    return status_code(status, "les types ne peuvent pas être écrits");
}

ExitCode types_command(int count, char **arguments) {
    Options options;
    Folders folders;
    if (!options_read(specs, TYPES_OPTIONS, 0, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (!folders_find(options.values[RULES], options.values[FACTS], &folders)) return EXIT_NOTHING;
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, &folders, az_load_without_examples);
    ExitCode written = loaded == EXIT_NOTHING ? EXIT_NOTHING : write_types(engine, options.values[FORMAT]);
    az_free(engine);
    return written > loaded ? written : loaded;
}
