/* Azimut inside another program: load rules, evaluate a structure, read the results one by one, reload the rules.
 *
 *     embed RULES FACTS STRUCTURE.json AAAA-MM-JJ */
#include <azimut.h>
#include <stdio.h>
#include <stdlib.h>

#define STRUCTURE_BYTES_MAX 65536

static void print_findings(const az_engine *engine) {
    az_finding finding;
    for (size_t i = 0; az_finding_get(engine, i, &finding); i++)
        fprintf(stderr, "%s:%d: %s %s: %s\n", finding.file ? finding.file : "-", finding.line, finding.severity, finding.code,
                finding.message);
}

static void print_result(const az_result *result) {
    az_programme programme;
    for (size_t i = 0; az_result_programme(result, i, &programme); i++) {
        if (programme.rank) printf("%zu. ", programme.rank);
        printf("%s [%s, %s, %s]\n", programme.name, programme.verdict, programme.relevance, programme.availability);
        if (programme.rank) printf("   %s\n", programme.sentence);
    }
}

static int evaluate(az_engine *engine, const char *facts, size_t length, const char *date) {
    az_options options = {.date = date};
    az_result *result;
    az_status status = az_evaluate(engine, facts, length, &options, &result);
    az_finding finding;
    for (size_t i = 0; az_result_finding(result, i, &finding); i++) fprintf(stderr, "%d: %s\n", finding.line, finding.message);
    if (status == AZ_OK || status == AZ_FINDINGS) print_result(result);
    az_result_free(result);
    return status == AZ_OK || status == AZ_FINDINGS;
}

static int run(az_engine *engine, char **arguments, const char *facts, size_t length) {
    az_status status = az_load(engine, arguments[1], arguments[2]);
    print_findings(engine);
    if (status != AZ_OK && status != AZ_FINDINGS) return 0;
    printf("%zu programmes, %s\n", az_programme_count(engine), az_generation(engine));
    if (!evaluate(engine, facts, length, arguments[4])) return 0;
    /* A long-lived program does this when the rules change. A set with errors is refused, and the old one goes on answering. */
    if (az_reload(engine, arguments[1], arguments[2]) != AZ_OK) print_findings(engine);
    return az_programme_count(engine) > 0;
}

int main(int count, char **arguments) {
    static char facts[STRUCTURE_BYTES_MAX];
    if (count != 5) {
        fputs("embed RULES FACTS STRUCTURE.json AAAA-MM-JJ\n", stderr);
        return 2;
    }
    FILE *file = fopen(arguments[3], "rb");
    if (!file) {
        perror(arguments[3]);
        return EXIT_FAILURE;
    }
    size_t length = fread(facts, 1, sizeof facts, file);
    fclose(file);
    az_engine *engine = az_new(NULL);
    int done = engine && run(engine, arguments, facts, length);
    az_free(engine);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
