/* A rule file names facts that other files of its folder deduce, so a part of a folder of rules is never read by itself. */
#include "cli/target.h"

#include "cli/messages.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Where the nearest folder named « rules » above `path` ends, or 0. */
static size_t rules_above(const char *path) {
    size_t name = sizeof "rules" - 1;
    for (size_t end = strlen(path); end-- > 0;) {
        if (path[end] != '/' || end < name || memcmp(path + end - name, "rules", name) != 0) continue;
        if (end == name || path[end - name - 1] == '/') return end;
    }
    return 0;
}

/* A catalogue keeps its facts beside its rules; elsewhere a folder below one named « rules » may be a rule set of its own. */
static bool of_catalogue(const char *path, size_t end) {
    char facts[PATH_MAX];
    struct stat about;
    size_t parent = end - (sizeof "rules" - 1);
    int written = snprintf(facts, sizeof facts, "%.*sfacts", (int)parent, path);
    return written > 0 && (size_t)written < sizeof facts && stat(facts, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The folder that contains `path`. */
static size_t folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) : 0;
}

static bool take_part(const char *operand, bool file, Target *target) {
    size_t length = strlen(operand);
    while (length > 1 && operand[length - 1] == '/') length--;
    if (length >= sizeof target->part) return false;
    snprintf(target->part, sizeof target->part, "%.*s", (int)length, operand);
    size_t above = rules_above(target->part);
    if (!file && (above == 0 || !of_catalogue(target->part, above))) return false;
    size_t end = above ? above : folder_of(target->part);
    snprintf(target->folder, sizeof target->folder, "%.*s", end ? (int)end : 1, end ? target->part : ".");
    target->only = target->part;
    if (!target->rules) target->rules = target->folder;
    return true;
}

bool target_find(const char *operand, const char *rules, Target *target) {
    struct stat about;
    *target = (Target){.rules = rules};
    if (!operand) return true;
    bool known = stat(operand, &about) == 0, file = known && S_ISREG(about.st_mode);
    if (known && (file || !rules) && take_part(operand, file, target)) return true;
    if (rules) {
        tell("les règles sont données deux fois\u00A0: «\u00A0%s\u00A0» et --rules «\u00A0%s\u00A0»", operand, rules);
        return false;
    }
    target->rules = operand;
    return true;
}

const char *target_within(const Target *target) {
    if (!target->only || !target->rules) return NULL;
    size_t length = strlen(target->rules);
    bool below = strncmp(target->only, target->rules, length) == 0 && target->only[length] == '/';
    return below ? target->only + length + 1 : target->only;
}
