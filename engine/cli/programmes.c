/* azimut programmes: what the rules hold, whatever the structure. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include <string.h>

enum { RULES, FACTS, DATE, FORMAT, DISAGREEMENTS, HELP, PROGRAMMES_OPTIONS };

static const char *const formats[] = {"text", "json", "md", NULL};

static const OptionSpec specs[PROGRAMMES_OPTIONS] = {
    [RULES] = {"rules", true, NULL},
    [FACTS] = {"facts", true, NULL},
    [DATE] = {"date", true, NULL},
    [FORMAT] = {"format", true, formats},
    [DISAGREEMENTS] = {"disagreements", false, NULL},
    [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut programmes [IDENTIFIANT] [options]\n"
    "\n"
    "Liste les dispositifs, ou en montre un\u00A0: ce qu’il demande et ce qu’il offre,\n"
    "avec ses sources et ses doutes.\n"
    "\n"
    "  IDENTIFIANT          un dispositif, en entier\u00A0; sinon tous\n"
    "  --format FORMAT      text (par défaut)\u00A0: pour le terminal\u00A0; json\u00A0; md\u00A0: la\n"
    "                       page du catalogue\n"
    "  --disagreements      seulement les désaccords entre les sources (text ou md)\n"
    "  --date AAAA-MM-JJ    dit aussi ce qui est ouvert à cette date\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise, ou dispositif inconnu\u00A0; 3\u00A0: rien d’utilisable.\n";

static az_format format_of(const Options *options) {
    const char *format = options->values[FORMAT] ? options->values[FORMAT] : "text";
    if (strcmp(format, "json") == 0) return AZ_JSON;
    return strcmp(format, "md") == 0 ? AZ_MARKDOWN : AZ_TEXT;
}

static bool check(const Options *options) {
    const char *date = options->values[DATE];
    if (date && !az_date_valid(date)) {
        tell("--date n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez une date comme 2026-11-21", date);
        return false;
    }
    if (options->values[DISAGREEMENTS] && format_of(options) == AZ_JSON) {
        tell("--disagreements s’écrit en texte ou en Markdown\u00A0; le JSON du catalogue contient déjà les désaccords");
        return false;
    }
    return true;
}

static ExitCode write_catalogue(az_engine *engine, const Options *options) {
    const az_catalogue_options how = {.format = format_of(options),
                                      .id = options->operand,
                                      .date = options->values[DATE],
                                      .disagreements = options->values[DISAGREEMENTS] != NULL,
                                      .width = output_width(),
                                      .colours = output_colours()};
    const char *bytes;
    size_t length;
    az_status status = az_catalogue_write(engine, &how, &bytes, &length);
    if (status == AZ_REFUSED) return refuse_programme(engine, options->operand);
    if (status == AZ_OK) output_write(bytes, length);
    return status_code(status, "le catalogue ne peut pas être écrit");
}

static ExitCode run(const Options *options, const Folders *folders) {
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, folders, az_load);
    ExitCode written = loaded == EXIT_NOTHING ? EXIT_NOTHING : write_catalogue(engine, options);
    az_free(engine);
    return written > loaded ? written : loaded;
}

ExitCode programmes_command(int count, char **arguments) {
    Options options;
    Folders folders;
    if (!options_read(specs, PROGRAMMES_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (!check(&options)) return EXIT_USAGE;
    if (!folders_find(options.values[RULES], options.values[FACTS], &folders)) return EXIT_NOTHING;
    return run(&options, &folders);
}
