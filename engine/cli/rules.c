/* Every sub-command that needs rules loads them in this one way, and says the same of them. */
#include "cli/rules.h"

#include "cli/messages.h"
#include <stdlib.h>
#include <string.h>

ExitCode status_code(az_status status, const char *stage) {
    if (status == AZ_OK) return EXIT_DONE;
    if (status == AZ_FINDINGS) return EXIT_RULE_ERRORS;
    if (status == AZ_NO_MEMORY) tell("mémoire insuffisante");
    else tell("%s", stage);
    return EXIT_NOTHING;
}

void say_unless_note(const az_finding *finding) {
    if (strcmp(finding->severity, "note") != 0) say_finding(finding);
}

ExitCode rules_load(az_engine *engine, const Folders *folders, RulesLoader *loader) {
    az_finding finding;
    az_status status = loader(engine, folders->rules, folders->facts);
    for (size_t i = 0; az_finding_get(engine, i, &finding); i++) say_unless_note(&finding);
    return status_code(status, "ces règles ou ces faits ne sont pas utilisables");
}

ExitCode refuse_programme(const az_engine *engine, const char *name) {
    size_t count = az_programme_count(engine);
    const char **names = calloc(count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++) names[i] = az_programme_id(engine, i);
    const char *near = names ? nearest_name(name, names, count) : NULL;
    if (near) tell("dispositif inconnu\u00A0: «\u00A0%s\u00A0»\u00A0; vouliez-vous dire «\u00A0%s\u00A0»\u202F?", name, near);
    else tell("dispositif inconnu\u00A0: «\u00A0%s\u00A0»\u00A0; azimut programmes les liste", name);
    free(names);
    return EXIT_USAGE;
}
