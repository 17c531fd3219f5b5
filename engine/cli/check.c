/* azimut check: what is wrong with the rules, seen without any structure. What is found is the result: it goes to standard output
 * and is not said on standard error too. */
#include "azimut.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include "cli/target.h"
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { RULES, FACTS, DATE, FORMAT, EXPLAIN, HELP, CHECK_OPTIONS };

static const char *const formats[] = {"text", "gcc", "json", "sarif", NULL};

static const OptionSpec specs[CHECK_OPTIONS] = {
    [RULES] = {"rules", true, NULL},      [FACTS] = {"facts", true, NULL},     [DATE] = {"date", true, NULL},
    [FORMAT] = {"format", true, formats}, [EXPLAIN] = {"explain", true, NULL}, [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut check [DOSSIER ou FICHIER.lua] [options]\n"
    "\n"
    "Vérifie les règles sans aucune structure\u00A0: conditions que personne ne peut\n"
    "remplir, seuils qui contredisent la phrase citée, trous entre dispositifs d’une\n"
    "même famille, territoires, dates passées… Chaque constat dit quoi écrire.\n"
    "\n"
    "  DOSSIER              les règles (comme --rules), ou un catalogue entier, qui a\n"
    "                       «\u00A0rules\u00A0» et «\u00A0facts\u00A0»\u00A0; un fichier\u00A0: le dossier «\u00A0rules\u00A0»\n"
    "                       où il se trouve, sinon celui qui le contient, est lu\u00A0; seul\n"
    "                       ce fichier est montré\n"
    "  --format FORMAT      text (par défaut), gcc (fichier:ligne:colonne, pour les\n"
    "                       éditeurs), json ou sarif\n"
    "  --explain AZ710      ce que veut dire un code\n"
    "  --date AAAA-MM-JJ    le jour où l’on vérifie (sinon aujourd’hui)\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (sinon «\u00A0facts\u00A0» à côté des règles\n"
    "                       données, puis de même)\n"
    "\n"
    "Se termine par 0\u00A0: aucune erreur\u00A0; 1\u00A0: des erreurs\u00A0; 2\u00A0: ligne de commande\n"
    "incomprise\u00A0; 3\u00A0: rien d’utilisable.\n";

static az_check_format format_of(const Options *options) {
    const char *format = options->values[FORMAT];
    for (int i = 0; format && formats[i]; i++)
        if (strcmp(formats[i], format) == 0) return (az_check_format)i;
    return AZ_CHECK_TEXT;
}

static ExitCode explain(const char *code) {
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    const char *meaning = az_meaning(engine, code);
    ExitCode ended = EXIT_DONE;
    if (meaning) {
        output_write(code, strlen(code));
        output_write("\u00A0: ", strlen("\u00A0: "));
        output_write(meaning, strlen(meaning));
        output_write("\n", 1);
    } else {
        tell("aucun constat n’a le code «\u00A0%s\u00A0»\u00A0; docs/messages.md les liste tous", code);
        ended = EXIT_USAGE;
    }
    az_free(engine);
    return ended;
}

static ExitCode write_check(az_engine *engine, const Options *options, const char *only) {
    char today[sizeof "AAAA-MM-JJ"], path[PATH_MAX + 2];
    clock_today(today);
    if (only && !strchr(only, '/')) {
        snprintf(path, sizeof path, "./%s", only);
        only = path;
    }
    const az_check_options how = {.format = format_of(options),
                                  .date = options->values[DATE] ? options->values[DATE] : today,
                                  .only = only,
                                  .width = output_width(),
                                  .colours = output_colours()};
    const char *bytes;
    size_t length;
    az_status status = az_check_write(engine, &how, &bytes, &length);
    if (bytes) output_write(bytes, length);
    return status_code(status, "les constats ne peuvent pas être écrits");
}

static ExitCode run(const Options *options, const Folders *folders, const char *only) {
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    az_status loaded = az_load(engine, folders->rules, folders->facts);
    ExitCode code = loaded == AZ_NO_MEMORY ? status_code(loaded, NULL) : write_check(engine, options, only);
    if (loaded == AZ_REFUSED || loaded == AZ_IO) code = status_code(loaded, "ces règles ou ces faits ne sont pas utilisables");
    az_free(engine);
    return code;
}

ExitCode check_command(int count, char **arguments) {
    Options options;
    Folders folders;
    Target target;
    if (!options_read(specs, CHECK_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (options.values[EXPLAIN]) return explain(options.values[EXPLAIN]);
    const char *date = options.values[DATE];
    if (date && !az_date_valid(date)) {
        tell("--date n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez une date comme 2026-11-21", date);
        return EXIT_USAGE;
    }
    if (!target_find(options.operand, options.values[RULES], &target)) return EXIT_USAGE;
    if (!folders_find(target.rules, options.values[FACTS], &folders)) return EXIT_NOTHING;
    return run(&options, &folders, target.only);
}
