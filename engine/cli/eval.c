/* azimut eval: one structure in, ranked recommendations out. The command line is checked whole before anything is read. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RULES, FACTS, DATE, NEED, FORMAT, HELP, EVAL_OPTIONS };

static const char *const formats[] = {"text", "json", NULL};

static const OptionSpec specs[EVAL_OPTIONS] = {
    [RULES] = {"rules", true, NULL}, [FACTS] = {"facts", true, NULL},      [DATE] = {"date", true, NULL},
    [NEED] = {"need", true, NULL},   [FORMAT] = {"format", true, formats}, [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut eval FAITS.json [options]\n"
    "\n"
    "Évalue une structure et donne les dispositifs à regarder d’abord, ceux qui sont\n"
    "à confirmer, ceux qui ne conviennent pas, et pourquoi.\n"
    "\n"
    "  FAITS.json           la structure\u00A0; «\u00A0-\u00A0»\u00A0: l’entrée standard\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "  --date AAAA-MM-JJ    la date d’évaluation (sinon aujourd’hui)\n"
    "  --need BESOIN[,…]    remplace les besoins\u00A0: anticiper, faire_face,\n"
    "                       gerer_crise, rebondir, difficulte, changement_echelle\n"
    "  --format text|json   texte pour le terminal (par défaut) ou JSON\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise\u00A0; 3\u00A0: rien d’utilisable (faits refusés, lecture ou\n"
    "écriture impossible).\n";

static void write_today(char out[sizeof "AAAA-MM-JJ"]) {
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(out, sizeof "AAAA-MM-JJ", "%Y-%m-%d", &local) == 0) out[0] = '\0';
}

static bool check(const Options *options) {
    const char *date = options->values[DATE];
    if (date && !az_date_valid(date)) {
        tell("--date n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez une date comme 2026-11-21", date);
        return false;
    }
    if (!options->operand) {
        tell("il manque le fichier de faits\u00A0; écrivez par exemple\u00A0: azimut eval structure.json");
        return false;
    }
    return true;
}

static ExitCode write_result(az_result *result, bool json) {
    size_t length;
    const char *bytes = az_result_write(result, json ? AZ_JSON : AZ_TEXT, output_width(), output_colours(), &length);
    if (!bytes) return status_code(AZ_NO_MEMORY, NULL);
    output_write(bytes, length);
    return EXIT_DONE;
}

static ExitCode evaluate(az_engine *engine, const char *bytes, size_t length, const Options *options) {
    char today[sizeof "AAAA-MM-JJ"];
    write_today(today);
    az_options how = {.date = options->values[DATE] ? options->values[DATE] : today,
                      .needs = options->values[NEED],
                      .name = strcmp(options->operand, "-") == 0 ? "entrée standard" : options->operand};
    az_result *result = NULL;
    az_finding finding;
    az_status status = az_evaluate(engine, bytes, length, &how, &result);
    for (size_t i = 0; az_result_finding(result, i, &finding); i++) say_unless_note(&finding);
    ExitCode code = status_code(status, "ces faits sont refusés\u00A0; aucun résultat");
    const char *format = options->values[FORMAT];
    if (code != EXIT_NOTHING && write_result(result, format && strcmp(format, "json") == 0) != EXIT_DONE) code = EXIT_NOTHING;
    az_result_free(result);
    return code;
}

static ExitCode run(const Options *options, const Folders *folders, const char *bytes, size_t length) {
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, folders, az_load_without_examples);
    ExitCode evaluated = loaded == EXIT_NOTHING ? EXIT_NOTHING : evaluate(engine, bytes, length, options);
    az_free(engine);
    return evaluated > loaded ? evaluated : loaded;
}

ExitCode eval_command(int count, char **arguments) {
    Options options;
    Folders folders;
    char *bytes;
    size_t length;
    if (!options_read(specs, EVAL_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (!check(&options)) return EXIT_USAGE;
    if (!folders_find(options.values[RULES], options.values[FACTS], &folders)) return EXIT_NOTHING;
    if (!input_read(options.operand, &bytes, &length)) return EXIT_NOTHING;
    ExitCode code = run(&options, &folders, bytes, length);
    free(bytes);
    return code;
}
