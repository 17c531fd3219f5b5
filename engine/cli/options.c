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

/* Operands move to the head of `arguments`, which has room for them: the places before them have been read. */
static bool take_operand(char *argument, size_t operand_max, Options *out) {
    if (out->operand_count == operand_max) {
        if (operand_max == 0) tell("«\u00A0%s\u00A0» est de trop", argument);
        else tell("«\u00A0%s\u00A0» est de trop après «\u00A0%s\u00A0»", argument, out->operands[operand_max - 1]);
        return false;
    }
    out->operands[out->operand_count++] = argument;
    out->operand = out->operands[0];
    return true;
}

bool options_read(const OptionSpec *specs, size_t spec_count, size_t operand_max, int count, char **arguments, Options *out) {
    bool only_operands = false;
    *out = (Options){.operands = arguments};
    for (int i = 0; i < count; i++) {
        char *argument = arguments[i];
        bool dashes = !only_operands && strncmp(argument, "--", 2) == 0;
        if (dashes && argument[2] == '\0') only_operands = true;
        else if (dashes) {
            if (!read_option(specs, spec_count, count, arguments, &i, out)) return false;
        } else if (!only_operands && argument[0] == '-' && argument[1] != '\0') {
            tell("option inconnue\u00A0: %s\u00A0; les options s’écrivent avec deux tirets", argument);
            return false;
        } else if (!take_operand(argument, operand_max, out)) return false;
    }
    return true;
}
