/* A link, a second name or another way of writing a path make one file of two names: what counts is where it stands on the disk. */
#include "batch/places.h"

#include <errno.h>
#include <string.h>

typedef struct Check {
    const Streams *streams;
    const BatchOptions *options;
    Findings *findings;
    Places places;
    Status status;
} Check;

static void misuse(Check *check, const char *path, const char *what) {
    check->places = PLACES_MISUSED;
    Status told = findings_error(check->findings, "AZ561", path, 0, "donnez un autre nom au résultat", "%s", what);
    if (told != STATUS_OK) check->status = told;
}

static void fail(Check *check, const char *path, int error) {
    if (error == ENOMEM) check->status = STATUS_NO_MEMORY;
    if (check->places == PLACES_GOOD) check->places = PLACES_FAILED;
    Status told =
        findings_error(check->findings, "AZ560", path, 0, NULL, "le résultat ne peut pas être écrit\u00a0: %s", file_reason(error));
    if (told != STATUS_OK) check->status = told;
}

static void resolve(Check *check, Target *target, const char *path) {
    int error = target_resolve(target, path);
    if (error) fail(check, path, error);
}

static bool same(const StreamAbout *a, const StreamAbout *b) {
    return a->kind == STREAM_FILE && b->kind == STREAM_FILE && a->device == b->device && a->node == b->node;
}

/* Neither the result nor what is written before it may be an input. */
static void compare(Check *check, const Target *target, const char *path, const char *input, const StreamAbout *about) {
    const char *const names[] = {text_get(&target->path), text_get(&target->part), text_get(&target->note)};
    for (size_t i = 0; i < sizeof names / sizeof *names && !target->direct; i++) {
        StreamAbout found;
        int error = check->streams->about(check->streams->context, names[i], &found);
        if (error && i == 0) fail(check, path, error);
        if (error || !same(&found, about)) continue;
        misuse(check, path,
               strcmp(path, input) == 0 ? "ce fichier est à la fois une entrée et le résultat"
                                        : "ce résultat écraserait une entrée");
        return;
    }
}

/* Standard output may have been led to a file that is read: what is read would never end. */
static void compare_standard(Check *check, const char *input, const StreamAbout *about) {
    StreamAbout found;
    int error = check->streams->about(check->streams->context, "/dev/stdout", &found);
    if (!error && same(&found, about)) misuse(check, input, "cette entrée est aussi là où va la sortie standard");
}

/* Two results in one place. A device may well take both: /dev/null. */
static void compare_outputs(Check *check, const Target *output, const Target *rejects) {
    const char *path = text_get(&rejects->path);
    const char *const names[] = {text_get(&output->path), text_get(&output->part), text_get(&output->note)};
    bool taken = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) taken = taken || strcmp(path, names[i]) == 0;
    if (taken && (!rejects->direct || strcmp(path, "-") == 0))
        misuse(check, check->options->rejects, "les lignes rejetées ne peuvent pas aller là où va le résultat");
}

static void check_inputs(Check *check, const Target *output, const Target *rejects, bool *files) {
    const BatchOptions *options = check->options;
    size_t standard = 0;
    *files = true;
    for (size_t i = 0; i < options->input_count; i++) {
        StreamAbout about;
        int error = check->streams->about(check->streams->context, options->inputs[i], &about);
        if (error || about.kind != STREAM_FILE) *files = false;
        if (strcmp(options->inputs[i], "-") == 0 && ++standard == 2)
            misuse(check, "-", "l’entrée standard ne peut être lue qu’une fois");
        if (error) continue; /* told when it is opened */
        if (strcmp(options->output, "-") == 0) compare_standard(check, options->inputs[i], &about);
        compare(check, output, options->output, options->inputs[i], &about);
        if (rejects) compare(check, rejects, options->rejects, options->inputs[i], &about);
    }
}

Status places_check(const Streams *streams, const BatchOptions *options, Target *output, Target *rejects, Findings *findings,
                    Places *places, bool *files) {
    Check check = {streams, options, findings, PLACES_GOOD, STATUS_OK};
    *files = false;
    resolve(&check, output, options->output);
    if (rejects) resolve(&check, rejects, options->rejects);
    if (check.places == PLACES_GOOD && rejects) compare_outputs(&check, output, rejects);
    if (check.places == PLACES_GOOD) check_inputs(&check, output, rejects, files);
    *places = check.places;
    return check.status;
}
