/* The program: finds the sub-command in a table and lets it run. The library reads no environment, clock or terminal; what a
 * command needs of them is read in this folder. */
#include "azimut.h"
#include "cli/command.h"
#include "cli/heap.h"
#include "cli/messages.h"
#include "cli/output.h"
#include <signal.h>
#include <string.h>

static const struct {
    const char *name;
    ExitCode (*run)(int count, char **arguments);
} commands[] = {
    {"batch", batch_command},           {"check", check_command},         {"eval", eval_command},
    {"explain", explain_command},       {"facts", facts_command},         {"new", new_command},
    {"programmes", programmes_command}, {"questions", questions_command}, {"test", test_command},
    {"types", types_command},
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static const char help[] = "azimut\u00A0: éligibilité et orientation des structures de l’ESS\n"
                           "\n"
                           "  azimut eval FAITS.json         évalue une structure\n"
                           "  azimut explain FAITS.json ID   explique un dispositif pour elle\n"
                           "  azimut questions FAITS.json    ce qu’il reste à demander\n"
                           "  azimut batch LISTE -o SORTIE   évalue toute une liste de structures\n"
                           "  azimut programmes [ID]         liste les dispositifs, ou en montre un\n"
                           "  azimut new IDENTIFIANT         commence la règle d’un nouveau dispositif\n"
                           "  azimut facts [NOM]             liste les faits, et qui les demande\n"
                           "  azimut check [DOSSIER]         vérifie les règles\n"
                           "  azimut types                   les mots des règles, pour un éditeur\n"
                           "  azimut test [DOSSIER]          fait passer leurs exemples et leurs cas\n"
                           "  azimut COMMANDE --help         les options d’une commande\n"
                           "  azimut --version               la version\n"
                           "  azimut --help                  cette aide\n";

static const char version[] = "azimut " AZ_VERSION "\n";

static ExitCode refuse(const char *name) {
    const char *names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++) names[i] = commands[i].name;
    const char *near = nearest_name(name, names, COMMAND_COUNT);
    if (near) tell("commande inconnue\u00A0: «\u00A0%s\u00A0»\u00A0; vouliez-vous dire «\u00A0%s\u00A0»\u202F?", name, near);
    else tell("commande inconnue\u00A0: «\u00A0%s\u00A0»\u00A0; voir azimut --help", name);
    return EXIT_USAGE;
}

static ExitCode dispatch(int count, char **arguments) {
    if (count == 0) {
        tell("il manque une commande\u00A0; voir azimut --help");
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, arguments[0]) == 0) return commands[i].run(count - 1, arguments + 1);
    if (strcmp(arguments[0], "--help") != 0 && strcmp(arguments[0], "--version") != 0) return refuse(arguments[0]);
    if (count > 1) {
        tell("«\u00A0%s\u00A0» est de trop après %s", arguments[1], arguments[0]);
        return EXIT_USAGE;
    }
    if (strcmp(arguments[0], "--help") == 0) output_write(help, sizeof help - 1);
    else output_write(version, sizeof version - 1);
    return EXIT_DONE;
}

int main(int count, char **arguments) {
    heap_prepare();
    /* A reader that leaves, or a file that may not grow, must end in a message and a code, not in a signal. */
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
    /* A host may start a program with no name at all. */
    ExitCode code = count > 0 ? dispatch(count - 1, arguments + 1) : dispatch(0, arguments);
    return (int)output_close(code);
}
