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

/* What `step` below the `length` first bytes of `folder` names, when it is a folder. */
static bool folder_at(const char *folder, size_t length, const char *step, char out[PATH_MAX]) {
    int written = snprintf(out, PATH_MAX, "%.*s/%s", (int)length, folder, step);
    return written >= 0 && written < PATH_MAX && is_folder(out);
}

/* A catalogue that has its own vocabulary keeps it beside its rules: « CATALOGUE/rules » and « CATALOGUE/facts », given by either
 * name. */
static bool find_catalogue(const char **rules, Folders *out) {
    size_t length = strlen(*rules);
    while (length > 1 && (*rules)[length - 1] == '/') length--;
    if (folder_at(*rules, length, "facts", out->own_facts) && folder_at(*rules, length, "rules", out->own_rules)) {
        *rules = out->own_rules;
        return true;
    }
    while (length > 0 && (*rules)[length - 1] != '/') length--;
    return length > 1 && folder_at(*rules, length - 1, "facts", out->own_facts);
}

static bool say_missing(bool rules) {
    tell(rules
             ? "pas de faits\u00A0: ni à côté de ces règles, ni dans le dossier courant, ni installés sous «\u00A0" AZIMUT_DATA_DIR
               "\u00A0»\u00A0; indiquez-les avec --facts"
             : "ni règles ni faits\u00A0: le dossier courant n’a pas «\u00A0rules\u00A0» et «\u00A0facts\u00A0», et rien n’est "
               "installé sous «\u00A0" AZIMUT_DATA_DIR "\u00A0»\u00A0; indiquez-les avec --rules et --facts");
    return false;
}

bool folders_find(const char *rules, const char *facts, Folders *out) {
    bool own = rules && find_catalogue(&rules, out) && !facts;
    bool here = (rules || is_folder("rules")) && (own || facts || is_folder("facts"));
    if (!here && !find_installed(out)) return say_missing(rules != NULL);
    out->rules_origin = rules ? "--rules" : here ? "dossier courant" : "installées";
    out->facts_origin = own ? "à côté des règles" : facts ? "--facts" : here ? "dossier courant" : "installés";
    out->rules = rules ? rules : here ? "rules" : out->installed_rules;
    out->facts = own ? out->own_facts : facts ? facts : here ? "facts" : out->installed_facts;
    tell("règles de «\u00A0%s\u00A0» (%s), faits de «\u00A0%s\u00A0» (%s)", out->rules, out->rules_origin, out->facts,
         out->facts_origin);
    return true;
}
