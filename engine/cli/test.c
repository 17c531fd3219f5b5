/* azimut test: the examples of rule files and the case files beside them. What fails is the result: it goes to standard output. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include "cli/target.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { RULES, FACTS, CASES, FORMAT, COVERAGE, MUTATE, GENERATE, MINIMUM, ONLY, HELP, TEST_OPTIONS };

static const char *const formats[] = {"text", "tap", "junit", "json", NULL};

static const OptionSpec specs[TEST_OPTIONS] = {
    [RULES] = {"rules", true, NULL},        [FACTS] = {"facts", true, NULL},        [CASES] = {"cases", true, NULL},
    [FORMAT] = {"format", true, formats},   [COVERAGE] = {"coverage", false, NULL}, [MUTATE] = {"mutate", false, NULL},
    [GENERATE] = {"generate", false, NULL}, [MINIMUM] = {"min", true, NULL},        [ONLY] = {"only", true, NULL},
    [HELP] = {"help", false, NULL},
};

static const char help[] = "azimut test [DOSSIER|FICHIER] [options]\n"
                           "\n"
                           "Fait passer les exemples des fichiers de règles et les fichiers de cas\u00A0: ce qui\n"
                           "était attendu à côté de ce qui est obtenu, avec les critères qui en décident.\n"
                           "Rien n’est jamais mis à jour\u00A0: un verdict attendu se lit dans la source.\n"
                           "\n"
                           "  DOSSIER              les règles (comme --rules)\u00A0; d’une partie de «\u00A0rules\u00A0»,\n"
                           "                       ou d’un fichier, les seuls dispositifs, parmi toutes\n"
                           "                       les règles\n"
                           "  --cases DOSSIER      les cas (sinon «\u00A0tests/cases\u00A0» à côté des règles, s’il\n"
                           "                       existe)\u00A0; ceux qui sont parmi les règles passent toujours\n"
                           "  --format FORMAT      text (par défaut), tap, junit ou json\n"
                           "  --coverage           pour chaque condition, les réponses (vraie, fausse,\n"
                           "                       inconnue) que les tests ont vues décider\n"
                           "  --mutate             les fautes faites exprès dans les règles qu’aucun test ne\n"
                           "                       voit, chacune avec une structure qui la montrerait\n"
                           "  --min N              avec --coverage ou --mutate\u00A0: moins de N\u00A0% est un échec\n"
                           "  --generate           au lieu du résultat, les cas qui manquent aux limites,\n"
                           "                       sans verdict\u00A0: à compléter en relisant la source\n"
                           "  --only ID            un seul dispositif, parmi toutes les règles\n"
                           "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
                           "                       celles qui sont installées)\n"
                           "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
                           "\n"
                           "Se termine par 0\u00A0: tout est conforme\u00A0; 1\u00A0: un test échoue ou se lit mal, une\n"
                           "règle a une erreur, ou le minimum n’est pas atteint\u00A0; 2\u00A0: ligne de commande\n"
                           "incomprise\u00A0; 3\u00A0: rien d’utilisable.\n";

static az_test_format format_of(const Options *options) {
    const char *format = options->values[FORMAT];
    for (int i = 0; format && formats[i]; i++)
        if (strcmp(formats[i], format) == 0) return (az_test_format)i;
    return AZ_TEST_TEXT;
}

/* A percentage, or -1. */
static int minimum_of(const char *text) {
    char *end;
    if (!text) return 0;
    long value = strtol(text, &end, 10);
    return *text && *end == '\0' && value >= 0 && value <= 100 ? (int)value : -1;
}

/* `tests/cases` beside the folder of rules, in `room`; NULL when there is none. */
static const char *cases_beside(const char *rules, char *room, size_t size) {
    struct stat about;
    size_t length = strlen(rules);
    while (length > 1 && rules[length - 1] == '/') length--;
    size_t slash = length;
    while (slash > 0 && rules[slash - 1] != '/') slash--;
    bool here = length == 1 && rules[0] == '.';
    int written = here ? snprintf(room, size, "../tests/cases") : snprintf(room, size, "%.*stests/cases", (int)slash, rules);
    bool fits = written > 0 && (size_t)written < size;
    return fits && stat(room, &about) == 0 && S_ISDIR(about.st_mode) ? room : NULL;
}

static ExitCode write_tests(az_engine *engine, const Options *options, const Folders *folders, const char *within) {
    char room[PATH_MAX];
    const char *cases[2] = {folders->rules, options->values[CASES]};
    if (!cases[1]) cases[1] = cases_beside(folders->rules, room, sizeof room);
    const az_test_options how = {.format = format_of(options),
                                 .cases = cases,
                                 .case_count = cases[1] ? 2 : 1,
                                 .only = options->values[ONLY],
                                 .within = within,
                                 .coverage = options->values[COVERAGE] != NULL,
                                 .mutate = options->values[MUTATE] != NULL,
                                 .generate = options->values[GENERATE] != NULL,
                                 .minimum = minimum_of(options->values[MINIMUM]),
                                 .width = output_width(),
                                 .colours = output_colours()};
    const char *bytes;
    size_t length;
    az_status status = az_test_write(engine, &how, &bytes, &length);
    if (bytes) output_write(bytes, length);
    if (status == AZ_REFUSED && how.only) return refuse_programme(engine, how.only);
    if (status == AZ_REFUSED) {
        tell("aucun dispositif dans «\u00A0%s\u00A0»", within);
        return EXIT_USAGE;
    }
    return status_code(status, "les cas ne peuvent pas être lus");
}

static ExitCode run(const Options *options, const Folders *folders, const char *within) {
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, folders, az_load);
    ExitCode tested = loaded == EXIT_NOTHING ? EXIT_NOTHING : write_tests(engine, options, folders, within);
    az_free(engine);
    return tested > loaded ? tested : loaded;
}

ExitCode test_command(int count, char **arguments) {
    Options options;
    Folders folders;
    Target target;
    if (!options_read(specs, TEST_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (minimum_of(options.values[MINIMUM]) < 0) {
        tell("--min attend un nombre entier de 0 à 100, pas «\u00A0%s\u00A0»", options.values[MINIMUM]);
        return EXIT_USAGE;
    }
    if (!target_find(options.operand, options.values[RULES], &target)) return EXIT_USAGE;
    if (!folders_find(target.rules, options.values[FACTS], &folders)) return EXIT_NOTHING;
    return run(&options, &folders, target_within(&target));
}
