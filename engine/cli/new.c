/* azimut new: the file that a new programme begins with. A file that exists is never touched. */
#include "azimut.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/folders.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/rules.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

enum { RULES, FACTS, HELP, NEW_OPTIONS };

static const OptionSpec specs[NEW_OPTIONS] = {
    [RULES] = {"rules", true, NULL}, [FACTS] = {"facts", true, NULL}, [HELP] = {"help", false, NULL}};

static const char help[] = "azimut new IDENTIFIANT [DOSSIER] [options]\n"
                           "\n"
                           "Écrit DOSSIER/IDENTIFIANT.lua\u00A0: la règle d’un nouveau dispositif, à remplir,\n"
                           "avec des explications. Tant qu’elle ne l’est pas, personne n’est éligible ni\n"
                           "non éligible, et «\u00A0azimut check\u00A0» montre ce qu’il reste à écrire.\n"
                           "\n"
                           "  DOSSIER              où écrire (sinon le dossier des règles)\n"
                           "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
                           "                       celles qui sont installées)\n"
                           "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
                           "\n"
                           "Se termine par 0\u00A0: écrit\u00A0; 2\u00A0: ligne de commande incomprise, ou identifiant\n"
                           "refusé\u00A0; 3\u00A0: rien d’utilisable, ou le fichier existe déjà.\n";

static bool write_all(int file, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

static ExitCode write_file(const char *path, const char *bytes, size_t length) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) {
        tell(errno == EEXIST ? "«\u00A0%s\u00A0» existe déjà\u00A0; rien n’est changé" : "«\u00A0%s\u00A0» ne peut pas être écrit",
             path);
        return EXIT_NOTHING;
    }
    bool whole = write_all(file, bytes, length);
    whole = close(file) == 0 && whole;
    if (!whole) {
        tell("«\u00A0%s\u00A0»\u00A0: %s", path, reason_of(errno));
        unlink(path);
        return EXIT_NOTHING;
    }
    tell("«\u00A0%s\u00A0» est écrit\u00A0; le remplir, puis\u00A0: azimut check %s", path, path);
    return EXIT_DONE;
}

static ExitCode write_rule(az_engine *engine, const char *folder, const char *id) {
    char today[sizeof "AAAA-MM-JJ"], path[PATH_MAX];
    const char *bytes, *problem;
    size_t length;
    clock_today(today);
    az_status status = az_template_write(engine, id, today, &bytes, &length, &problem);
    if (status == AZ_REFUSED) {
        tell("«\u00A0%s\u00A0»\u00A0: %s", id, problem);
        return EXIT_USAGE;
    }
    if (status != AZ_OK) return status_code(status, "la règle ne peut pas être écrite");
    if (snprintf(path, sizeof path, "%s/%s.lua", folder, id) >= (int)sizeof path) {
        tell("«\u00A0%s\u00A0»\u00A0: %s", folder, reason_of(ENAMETOOLONG));
        return EXIT_NOTHING;
    }
    return write_file(path, bytes, length);
}

ExitCode new_command(int count, char **arguments) {
    Options options;
    Folders folders;
    if (!options_read(specs, NEW_OPTIONS, 2, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    if (!options.operand) {
        tell("il manque l’identifiant du dispositif\u00A0; voir azimut new --help");
        return EXIT_USAGE;
    }
    if (!folders_find(options.values[RULES], options.values[FACTS], &folders)) return EXIT_NOTHING;
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode code = rules_load(engine, &folders, az_load_without_examples);
    if (code != EXIT_NOTHING)
        code = write_rule(engine, options.operand_count > 1 ? options.operands[1] : folders.rules, options.operand);
    az_free(engine);
    return code;
}
