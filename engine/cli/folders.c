/* Installed rules are looked for from where the program stands, so that an installed tree may be moved, and then where it was
 * configured to be. */
#include "cli/folders.h"

#include "cli/messages.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool installed_below(const char *folder, const char *step, Folders *out) {
    int rules = snprintf(out->installed_rules, PATH_MAX, "%s%s/rules", folder, step);
    int facts = snprintf(out->installed_facts, PATH_MAX, "%s%s/facts", folder, step);
    if (rules < 0 || rules >= PATH_MAX || facts < 0 || facts >= PATH_MAX) return false;
    return is_folder(out->installed_rules) && is_folder(out->installed_facts);
}

static bool find_installed(Folders *out) {
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length > 0) {
        program[length] = '\0';
        *(strrchr(program, '/') + 1) = '\0';
        if (installed_below(program, AZIMUT_DATA_FROM_PROGRAM, out)) return true;
    }
    return installed_below(AZIMUT_DATA_DIR, "", out);
}

bool folders_find(const char *rules, const char *facts, Folders *out) {
    bool here = (rules || is_folder("rules")) && (facts || is_folder("facts"));
    if (!here && !find_installed(out)) {
        tell("ni règles ni faits\u00A0: le dossier courant n’a pas «\u00A0rules\u00A0» et «\u00A0facts\u00A0», et rien n’est "
             "installé sous «\u00A0" AZIMUT_DATA_DIR "\u00A0»\u00A0; indiquez-les avec --rules et --facts");
        return false;
    }
    out->rules_origin = rules ? "--rules" : here ? "dossier courant" : "installées";
    out->facts_origin = facts ? "--facts" : here ? "dossier courant" : "installés";
    out->rules = rules ? rules : here ? "rules" : out->installed_rules;
    out->facts = facts ? facts : here ? "facts" : out->installed_facts;
    tell("règles de «\u00A0%s\u00A0» (%s), faits de «\u00A0%s\u00A0» (%s)", out->rules, out->rules_origin, out->facts,
         out->facts_origin);
    return true;
}
