/* getopt_long abbreviates names and prints its own messages in the host's language; a table and one loop say things our way. */
#include "cli/options.h"

#include "cli/messages.h"
#include <string.h>

static bool refuse_name(const OptionSpec *specs, size_t spec_count, const char *name, size_t length) {
    const char *names[OPTIONS_MAX];
    char written[64];
    size_t kept = length < sizeof written - 1 ? length : sizeof written - 1;
    memcpy(written, name, kept);
    written[kept] = '\0';
    for (size_t i = 0; i < spec_count; i++) names[i] = specs[i].name;
    const char *near = nearest_name(written, names, spec_count);
    if (near) tell("option inconnue\u00A0: --%s\u00A0; vouliez-vous dire --%s\u202F?", written, near);
    else tell("option inconnue\u00A0: --%s", written);
    return false;
}

static bool check_value(const OptionSpec *spec, const char *value) {
    size_t count = 0;
    if (value[0] == '\0') {
        tell("--%s attend une valeur, et celle-ci est vide", spec->name);
        return false;
    }
    if (!spec->allowed) return true;
    for (; spec->allowed[count]; count++)
        if (strcmp(spec->allowed[count], value) == 0) return true;
    const char *near = nearest_name(value, spec->allowed, count);
    if (!near) near = spec->allowed[0];
    tell("--%s n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez par exemple --%s %s", spec->name, value, spec->name, near);
    return false;
}

/* Reads the option at `*index`, with its value in the same argument or the next. */
static bool read_option(const OptionSpec *specs, size_t spec_count, int count, char **arguments, int *index, Options *out) {
    const char *name = arguments[*index] + 2, *equals = strchr(name, '=');
    size_t length = equals ? (size_t)(equals - name) : strlen(name), found = 0;
    while (found < spec_count && (strlen(specs[found].name) != length || memcmp(specs[found].name, name, length) != 0)) found++;
    if (found == spec_count) return refuse_name(specs, spec_count, name, length);
    const OptionSpec *spec = &specs[found];
    const char *value = equals ? equals + 1 : "";
    const char *wrong = out->values[found]                                    ? "est écrit deux fois"
                        : !spec->takes_value && equals                        ? "ne prend pas de valeur"
                        : spec->takes_value && !equals && *index + 1 >= count ? "attend une valeur"
                                                                              : NULL;
    if (wrong) {
        tell("--%s %s", spec->name, wrong);
        return false;
    }
    if (spec->takes_value && !equals) value = arguments[++*index];
    out->values[found] = value;
    return !spec->takes_value || check_value(spec, value);
}

static bool read_operand(const char *argument, Options *out) {
    if (out->operand) {
        tell("«\u00A0%s\u00A0» est de trop après «\u00A0%s\u00A0»", argument, out->operand);
        return false;
    }
    out->operand = argument;
    return true;
}

bool options_read(const OptionSpec *specs, size_t spec_count, int count, char **arguments, Options *out) {
    bool only_operands = false;
    *out = (Options){0};
    for (int i = 0; i < count; i++) {
        const char *argument = arguments[i];
        bool dashes = !only_operands && strncmp(argument, "--", 2) == 0;
        if (dashes && argument[2] == '\0') only_operands = true;
        else if (dashes) {
            if (!read_option(specs, spec_count, count, arguments, &i, out)) return false;
        } else if (!only_operands && argument[0] == '-' && argument[1] != '\0') {
            tell("option inconnue\u00A0: %s\u00A0; les options s’écrivent avec deux tirets", argument);
            return false;
        } else if (!read_operand(argument, out)) return false;
    }
    return true;
}
