/* azimut explain: everything about one programme for one structure. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/evaluation.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include <string.h>

enum { RULES, FACTS, DATE, NEED, FORMAT, SHORT, HELP, EXPLAIN_OPTIONS };

static const char *const formats[] = {"text", "json", "md", NULL};

static const OptionSpec specs[EXPLAIN_OPTIONS] = {
    [RULES] = {"rules", true, NULL}, [FACTS] = {"facts", true, NULL},      [DATE] = {"date", true, NULL},
    [NEED] = {"need", true, NULL},   [FORMAT] = {"format", true, formats}, [SHORT] = {"short", false, NULL},
    [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut explain FAITS.json DISPOSITIF [options]\n"
    "\n"
    "Explique un dispositif pour une structure\u00A0: le paragraphe à coller, puis chaque\n"
    "critère avec sa source, ce qui changerait la réponse, ce qu’il faut demander et\n"
    "pourquoi ce rang.\n"
    "\n"
    "  FAITS.json           la structure\u00A0; «\u00A0-\u00A0»\u00A0: l’entrée standard\n"
    "  DISPOSITIF           son identifiant (azimut programmes les liste)\n"
    "  --short              seulement la réponse, en une ou deux phrases\n"
    "  --format FORMAT      text (par défaut)\u00A0: pour le terminal\u00A0; json\u00A0; md\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "  --date AAAA-MM-JJ    la date d’évaluation (sinon aujourd’hui)\n"
    "  --need BESOIN[,…]    remplace les besoins (voir azimut eval --help)\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise, ou dispositif inconnu\u00A0; 3\u00A0: rien d’utilisable (faits refusés, lecture\n"
    "ou écriture impossible).\n";

typedef struct Asked {
    const char *programme;
    az_writing how;
} Asked;

static ExitCode write_explanation(const Evaluated *evaluated, const void *how) {
    const Asked *asked = how;
    az_programme programme;
    size_t length, index = 0;
    while (az_result_programme(evaluated->result, index, &programme) && strcmp(programme.id, asked->programme) != 0) index++;
    if (index == az_result_count(evaluated->result)) return refuse_programme(evaluated->engine, asked->programme);
    const char *bytes = az_result_explain(evaluated->result, asked->programme, &asked->how, &length);
    if (!bytes) return status_code(AZ_NO_MEMORY, NULL);
    output_write(bytes, length);
    return EXIT_DONE;
}

static bool check(const Evaluation *evaluation, const Options *options) {
    if (!evaluation_check(evaluation, "azimut explain structure.json dla")) return false;
    if (options->operand_count == 2) return true;
    tell("il manque le dispositif\u00A0; écrivez par exemple\u00A0: azimut explain %s dla", evaluation->path);
    return false;
}

ExitCode explain_command(int count, char **arguments) {
    Options options;
    if (!options_read(specs, EXPLAIN_OPTIONS, 2, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    const Evaluation evaluation = {.path = options.operand,
                                   .rules = options.values[RULES],
                                   .facts = options.values[FACTS],
                                   .date = options.values[DATE],
                                   .needs = options.values[NEED]};
    if (!check(&evaluation, &options)) return EXIT_USAGE;
    const Asked asked = {.programme = options.operands[1],
                         .how = {.format = evaluation_format(options.values[FORMAT]),
                                 .brief = options.values[SHORT] != NULL,
                                 .width = output_width(),
                                 .colours = output_colours()}};
    return evaluation_run(&evaluation, write_explanation, &asked);
}
