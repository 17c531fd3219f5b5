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

/* An option as it was written. */
typedef struct Written {
    const char *name; /* not NUL-terminated */
    size_t length;
    const char *value; /* that stands in the same argument, or NULL */
} Written;

static Written written_name(const char *argument) {
    const char *name = argument + 2, *equals = strchr(name, '=');
    return (Written){name, equals ? (size_t)(equals - name) : strlen(name), equals ? equals + 1 : NULL};
}

/* The few options that have a letter, the same in every command that has them. */
static bool written_letter(const char *argument, Written *out) {
    static const struct {
        char letter;
        const char *name;
    } letters[] = {{'o', "output"}, {'j', "threads"}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (argument[1] != letters[i].letter) continue;
        *out = (Written){letters[i].name, strlen(letters[i].name), argument[2] ? argument + 2 : NULL};
        return true;
    }
    return false;
}

static size_t find_spec(const OptionSpec *specs, size_t spec_count, const Written *written) {
    size_t found = 0;
    while (found < spec_count &&
           (strlen(specs[found].name) != written->length || memcmp(specs[found].name, written->name, written->length) != 0))
        found++;
    return found;
}

static bool keep_value(const OptionSpec *spec, size_t number, const char *value, Options *out) {
    out->values[number] = value;
    if (spec->takes_value != OPTION_LIST) return true;
    if (out->listed_count == LISTED_MAX) {
        tell("--%s est écrit trop souvent (%d fois au plus)", spec->name, LISTED_MAX);
        return false;
    }
    out->listed[out->listed_count].option = number;
    out->listed[out->listed_count++].value = value;
    return true;
}

/* Reads the option at `*index`, with its value in the same argument or the next. */
static bool read_option(const OptionSpec *spec, size_t number, const Written *written, int count, char **arguments, int *index,
                        Options *out) {
    const char *value = written->value ? written->value : "";
    const bool absent = spec->takes_value && !written->value && *index + 1 >= count;
    const bool twice = out->values[number] && spec->takes_value != OPTION_LIST;
    const char *wrong = twice                                  ? "est écrit deux fois"
                        : !spec->takes_value && written->value ? "ne prend pas de valeur"
                        : absent                               ? "attend une valeur"
                                                               : NULL;
    if (wrong) {
        tell("--%s %s", spec->name, wrong);
        return false;
    }
    if (spec->takes_value && !written->value) value = arguments[++*index];
    if (spec->allowed && strcmp(value, "markdown") == 0) value = "md"; /* by its whole name */
    return keep_value(spec, number, value, out) && (!spec->takes_value || check_value(spec, value));
}

size_t options_list(const Options *options, size_t option, const char **out) {
    size_t count = 0;
    for (size_t i = 0; i < options->listed_count; i++)
        if (options->listed[i].option == option) out[count++] = options->listed[i].value;
    return count;
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
        Written written;
        bool dashes = !only_operands && strncmp(argument, "--", 2) == 0;
        if (dashes && argument[2] == '\0') {
            only_operands = true;
            continue;
        }
        if (only_operands || argument[0] != '-' || argument[1] == '\0') {
            if (!take_operand(argument, operand_max, out)) return false;
            continue;
        }
        bool letter = !dashes && written_letter(argument, &written);
        if (dashes) written = written_name(argument);
        size_t found = dashes || letter ? find_spec(specs, spec_count, &written) : spec_count;
        if (found == spec_count && dashes) return refuse_name(specs, spec_count, written.name, written.length);
        if (found == spec_count) {
            tell("option inconnue\u00A0: %s\u00A0; les options s’écrivent avec deux tirets", argument);
            return false;
        }
        if (!read_option(&specs[found], found, &written, count, arguments, &i, out)) return false;
    }
    return true;
}
