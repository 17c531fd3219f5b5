/* azimut facts: the vocabulary, and who uses which fact. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include <string.h>

enum { RULES, FACTS, FORMAT, HELP, FACTS_OPTIONS };

static const char *const formats[] = {"text", "json", "md", NULL};

static const OptionSpec specs[FACTS_OPTIONS] = {
    [RULES] = {"rules", true, NULL},
    [FACTS] = {"facts", true, NULL},
    [FORMAT] = {"format", true, formats},
    [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut facts [MOT] [options]\n"
    "\n"
    "Liste les faits que les règles peuvent demander, ou en montre un\u00A0: ses valeurs,\n"
    "sa question, et les règles qui le demandent.\n"
    "\n"
    "  MOT                  un nom de fait, ou ce que l’on cherche\u00A0: dans les noms, les\n"
    "                       libellés, les synonymes, les questions et les valeurs, sans\n"
    "                       tenir compte des accents\u00A0; sinon tous les faits\n"
    "  --format FORMAT      text (par défaut), json ou md\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise, ou fait inconnu\u00A0; 3\u00A0: rien d’utilisable.\n";

static az_format format_of(const Options *options) {
    const char *format = options->values[FORMAT] ? options->values[FORMAT] : "text";
    if (strcmp(format, "json") == 0) return AZ_JSON;
    return strcmp(format, "md") == 0 ? AZ_MARKDOWN : AZ_TEXT;
}

static ExitCode refuse_name(const char *name, const char *near) {
    if (near) tell("fait inconnu\u00A0: «\u00A0%s\u00A0»\u00A0; vouliez-vous dire «\u00A0%s\u00A0»\u202F?", name, near);
    else tell("fait inconnu\u00A0: «\u00A0%s\u00A0»\u00A0; azimut facts les liste", name);
    return EXIT_USAGE;
}

static ExitCode write_vocabulary(az_engine *engine, const Options *options) {
    const az_facts_options how = {
        .format = format_of(options), .name = options->operand, .width = output_width(), .colours = output_colours()};
    const char *bytes;
    size_t length;
    az_status status = az_facts_write(engine, &how, &bytes, &length);
    if (status == AZ_REFUSED) return refuse_name(options->operand, bytes);
    if (status == AZ_OK) output_write(bytes, length);
    return status_code(status, "les faits ne peuvent pas être écrits");
}

ExitCode facts_command(int count, char **arguments) {
    Options options;
    Folders folders;
    if (!options_read(specs, FACTS_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (!folders_find(options.values[RULES], options.values[FACTS], &folders)) return EXIT_NOTHING;
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, &folders, az_load);
    ExitCode written = loaded == EXIT_NOTHING ? EXIT_NOTHING : write_vocabulary(engine, &options);
    az_free(engine);
    return written > loaded ? written : loaded;
}
