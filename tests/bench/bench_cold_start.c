/* Cold start: `azimut eval` on one structure with all rules against `lua5.4 -e ''`, whole processes, 200 runs of each in turn so
 * that both meet the same machine. Prints the medians and their ratio; says nothing of what they should be.
 *
 *     bench_cold_start AZIMUT STRUCTURE.json        (in the folder that has rules/ and facts/) */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNS 200

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Milliseconds from start to end of a process whose outputs go nowhere. */
static double run(char *const arguments[], const posix_spawn_file_actions_t *actions) {
    pid_t child;
    int status;
    double start = now();
    if (posix_spawnp(&child, arguments[0], actions, NULL, arguments, environ) != 0 || waitpid(child, &status, 0) != child ||
        !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s did not end well\n", arguments[0]);
        exit(EXIT_FAILURE);
    }
    return now() - start;
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(double *times) {
    qsort(times, RUNS, sizeof *times, by_size);
    return (times[RUNS / 2 - 1] + times[RUNS / 2]) / 2;
}

int main(int count, char **arguments) {
    static double ours[RUNS], theirs[RUNS];
    if (count != 3) return 2;
    char *const azimut[] = {arguments[1], "eval", arguments[2], "--date", "2026-11-21", NULL};
    char *const lua[] = {"lua5.4", "-e", "", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    for (int i = 0; i < RUNS; i++) {
        ours[i] = run(azimut, &actions);
        theirs[i] = run(lua, &actions);
    }
    posix_spawn_file_actions_destroy(&actions);
    double our_median = median(ours), their_median = median(theirs);
    printf("cold start: azimut eval %.2f ms, lua5.4 -e '' %.2f ms, ratio %.1f\n", our_median, their_median,
           our_median / their_median);
    return EXIT_SUCCESS;
}
