/* A handler may do next to nothing: it raises a flag, which the library asks for between two pieces of work. */
#include "cli/progress.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define SHOWN_EVERY 0.2 /* seconds */

static atomic_int interrupted; /* lock-free, hence a handler may raise it and any worker may ask for it */
static struct timespec start;
static double last_shown;
static bool shown; /* on a terminal only */
static bool line_shown;

static void note_interruption(int number) {
    interrupted = 1;
    signal(number, SIG_DFL);
}

void progress_begin(void) {
    struct sigaction note = {.sa_handler = note_interruption};
    sigaction(SIGINT, &note, NULL);
    sigaction(SIGTERM, &note, NULL);
    clock_gettime(CLOCK_MONOTONIC, &start);
    shown = isatty(STDERR_FILENO) == 1;
}

int progress_stopped(void *context) {
    (void)context;
    return interrupted;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start.tv_sec) + (double)(now.tv_nsec - start.tv_nsec) / 1e9;
}

void progress_show(void *context, unsigned long long rows, unsigned long long bytes, unsigned long long all_bytes) {
    (void)context;
    if (!shown) return;
    double elapsed = seconds();
    if (elapsed - last_shown < SHOWN_EVERY) return;
    last_shown = elapsed;
    line_shown = true;
    fprintf(stderr, "\r\033[K%llu lignes, %.0f par seconde", rows, (double)rows / elapsed);
    if (all_bytes > 0 && bytes <= all_bytes && bytes > 0) {
        unsigned long left = (unsigned long)(elapsed * ((double)all_bytes / (double)bytes - 1) + 0.5);
        fprintf(stderr, ", %llu\u00A0%%, reste %lu:%02lu", bytes * 100 / all_bytes, left / 60, left % 60);
    }
    fflush(stderr);
}

void progress_end(void) {
    if (line_shown) fputs("\r\033[K", stderr);
    line_shown = false;
}
