/* Loads a rule set once and prints how long that took, in milliseconds.
 *
 *     bench_load RULES FACTS */
#include "azimut.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int count, char **arguments) {
    struct timespec start, end;
    if (count != 3) return 2;
    az_engine *engine = az_new(NULL);
    clock_gettime(CLOCK_MONOTONIC, &start);
    az_status status = engine ? az_load(engine, arguments[1], arguments[2]) : AZ_NO_MEMORY;
    clock_gettime(CLOCK_MONOTONIC, &end);
    az_finding finding;
    for (size_t i = 0; i < 5 && az_finding_get(engine, i, &finding); i++)
        fprintf(stderr, "%s:%d: %s\n", finding.file ? finding.file : "-", finding.line, finding.message);
    printf("%.1f %zu\n", (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6,
           az_programme_count(engine));
    az_free(engine);
    return status == AZ_OK || status == AZ_FINDINGS ? EXIT_SUCCESS : EXIT_FAILURE;
}
