/* azimut questions: what is left to ask a structure, the most useful first. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/evaluation.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"

enum { RULES, FACTS, DATE, NEED, FORMAT, HELP, QUESTIONS_OPTIONS };

static const char *const formats[] = {"text", "json", "md", NULL};

static const OptionSpec specs[QUESTIONS_OPTIONS] = {
    [RULES] = {"rules", true, NULL}, [FACTS] = {"facts", true, NULL},      [DATE] = {"date", true, NULL},
    [NEED] = {"need", true, NULL},   [FORMAT] = {"format", true, formats}, [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut questions FAITS.json [options]\n"
    "\n"
    "Liste ce qu’il reste à demander à la structure, ou aux opérateurs, la question la\n"
    "plus utile d’abord, avec les dispositifs que chaque réponse départage. Ce qui a été\n"
    "demandé en vain n’est pas redemandé.\n"
    "\n"
    "  FAITS.json           la structure\u00A0; «\u00A0-\u00A0»\u00A0: l’entrée standard\n"
    "  --format FORMAT      text (par défaut)\u00A0: pour le terminal\u00A0; json\u00A0; md\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "  --date AAAA-MM-JJ    la date d’évaluation (sinon aujourd’hui)\n"
    "  --need BESOIN[,…]    remplace les besoins (voir azimut eval --help)\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise\u00A0; 3\u00A0: rien d’utilisable (faits refusés, lecture\n"
    "ou écriture impossible).\n";

static ExitCode write_questions(const Evaluated *evaluated, const void *how) {
    size_t length;
    const char *bytes = az_result_questions(evaluated->result, how, &length);
    if (!bytes) return status_code(AZ_NO_MEMORY, NULL);
    output_write(bytes, length);
    return EXIT_DONE;
}

ExitCode questions_command(int count, char **arguments) {
    Options options;
    if (!options_read(specs, QUESTIONS_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    const Evaluation asked = {.path = options.operand,
                              .rules = options.values[RULES],
                              .facts = options.values[FACTS],
                              .date = options.values[DATE],
                              .needs = options.values[NEED]};
    if (!evaluation_check(&asked, "azimut questions structure.json")) return EXIT_USAGE;
    const az_writing how = {
        .format = evaluation_format(options.values[FORMAT]), .width = output_width(), .colours = output_colours()};
    return evaluation_run(&asked, write_questions, &how);
}
