/* The command line is checked whole before anything is read; the facts are read before the rules, which take longer. */
#include "cli/evaluation.h"

#include "cli/clock.h"
#include "cli/folders.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/rules.h"
#include <stdlib.h>
#include <string.h>

bool evaluation_check(const Evaluation *asked, const char *example) {
    if (asked->date && !az_date_valid(asked->date)) {
        tell("--date n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez une date comme 2026-11-21", asked->date);
        return false;
    }
    if (!asked->path) {
        tell("il manque le fichier de faits\u00A0; écrivez par exemple\u00A0: %s", example);
        return false;
    }
    return true;
}

az_format evaluation_format(const char *format) {
    if (!format || strcmp(format, "text") == 0) return AZ_TEXT;
    return strcmp(format, "json") == 0 ? AZ_JSON : AZ_MARKDOWN;
}

typedef struct Task {
    const Evaluation *asked;
    const char *bytes;
    size_t length;
    EvaluationWrite *write;
    const void *how;
} Task;

/* Says the findings from number `first`; gives how many there are. */
static size_t say_from(const az_result *result, size_t first) {
    az_finding finding;
    size_t number = first;
    for (; az_result_finding(result, number, &finding); number++) say_unless_note(&finding);
    return number;
}

static ExitCode evaluate(az_engine *engine, const Task *task) {
    const Evaluation *asked = task->asked;
    char today[sizeof "AAAA-MM-JJ"];
    if (!asked->date) clock_today(today);
    az_options options = {.date = asked->date ? asked->date : today,
                          .needs = asked->needs,
                          .name = strcmp(asked->path, "-") == 0 ? "entrée standard" : asked->path};
    az_result *result = NULL;
    az_status status = az_evaluate(engine, task->bytes, task->length, &options, &result);
    size_t said = say_from(result, 0);
    ExitCode code = status_code(status, "ces faits sont refusés\u00A0; aucun résultat");
    if (code != EXIT_NOTHING) {
        const Evaluated evaluated = {engine, result, task->bytes, task->length, options.date};
        ExitCode written = task->write(&evaluated, task->how);
        if (written > code) code = written;
        if (say_from(result, said) > said && code == EXIT_DONE) code = EXIT_RULE_ERRORS;
    }
    az_result_free(result);
    return code;
}

static ExitCode load_and_evaluate(const Folders *folders, const Task *task) {
    az_engine *engine = az_new(NULL);
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, folders, az_load_without_examples);
    ExitCode evaluated = loaded == EXIT_NOTHING ? EXIT_NOTHING : evaluate(engine, task);
    az_free(engine);
    return evaluated > loaded ? evaluated : loaded;
}

ExitCode evaluation_run(const Evaluation *asked, EvaluationWrite *write, const void *how) {
    Folders folders;
    char *bytes;
    size_t length;
    if (!folders_find(asked->rules, asked->facts, &folders)) return EXIT_NOTHING;
    if (!input_read(asked->path, &bytes, &length)) return EXIT_NOTHING;
    const Task task = {asked, bytes, length, write, how};
    ExitCode code = load_and_evaluate(&folders, &task);
    free(bytes);
    return code;
}
