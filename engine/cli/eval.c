/* azimut eval: one structure in, ranked recommendations out. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/evaluation.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"

enum { RULES, FACTS, DATE, NEED, FORMAT, AS_CASE, SENSITIVE, HELP, EVAL_OPTIONS };

static const char *const formats[] = {"text", "json", "md", NULL};

static const OptionSpec specs[EVAL_OPTIONS] = {
    [RULES] = {"rules", true, NULL},
    [FACTS] = {"facts", true, NULL},
    [DATE] = {"date", true, NULL},
    [NEED] = {"need", true, NULL},
    [FORMAT] = {"format", true, formats},
    [AS_CASE] = {"as-case", false, NULL},
    [SENSITIVE] = {"sensitive", false, NULL},
    [HELP] = {"help", false, NULL},
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
    "  --format FORMAT      text (par défaut)\u00A0: pour le terminal\u00A0; json\u00A0; md\u00A0: une\n"
    "                       page à coller dans un rapport\n"
    "  --as-case            au lieu du résultat, un cas de test sans nom ni code,\n"
    "                       verdicts à compléter en relisant la source\n"
    "  --sensitive          avec --as-case, garde la trésorerie et les autres faits\n"
    "                       sensibles\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise\u00A0; 3\u00A0: rien d’utilisable (faits refusés, lecture ou\n"
    "écriture impossible).\n";

static ExitCode write_result(const Evaluated *evaluated, const void *how) {
    const az_writing *writing = how;
    size_t length;
    const char *bytes = az_result_write(evaluated->result, writing->format, writing->width, writing->colours, &length);
    if (!bytes) return status_code(AZ_NO_MEMORY, NULL);
    output_write(bytes, length);
    return EXIT_DONE;
}

static ExitCode write_case(const Evaluated *evaluated, const void *how) {
    const az_case_options options = {.date = evaluated->date, .sensitive = *(const int *)how};
    const char *bytes;
    size_t length;
    az_status status = az_case_write(evaluated->engine, evaluated->facts, evaluated->length, &options, &bytes, &length);
    if (!bytes) return status_code(status, "ce cas ne peut pas être écrit");
    output_write(bytes, length);
    if (status == AZ_FINDINGS)
        tell("des faits sensibles (trésorerie, santé…) ont été laissés de côté\u00A0; --sensitive les garde");
    tell("les verdicts sont à compléter en relisant la source, jamais d’après le moteur");
    return EXIT_DONE;
}

ExitCode eval_command(int count, char **arguments) {
    Options options;
    if (!options_read(specs, EVAL_OPTIONS, 1, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    const Evaluation asked = {.path = options.operand,
                              .rules = options.values[RULES],
                              .facts = options.values[FACTS],
                              .date = options.values[DATE],
                              .needs = options.values[NEED]};
    if (!evaluation_check(&asked, "azimut eval structure.json")) return EXIT_USAGE;
    const int sensitive = options.values[SENSITIVE] != NULL;
    if (options.values[AS_CASE]) return evaluation_run(&asked, write_case, &sensitive);
    const az_writing how = {
        .format = evaluation_format(options.values[FORMAT]), .width = output_width(), .colours = output_colours()};
    return evaluation_run(&asked, write_result, &how);
}
