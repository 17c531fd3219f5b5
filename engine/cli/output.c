/* A full disk or a closed pipe often shows only when the last buffer is flushed, or even at close: nothing is known to be written
 * before output_close has looked. */
#include "cli/output.h"

#include "cli/messages.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_DEFAULT 80
#define WIDTH_MIN 40
#define WIDTH_MAX 100 /* longer lines are hard to read */

static int first_error; /* errno of the first write that failed */

int output_width(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return WIDTH_DEFAULT;
    if (size.ws_col < WIDTH_MIN) return WIDTH_MIN;
    return size.ws_col > WIDTH_MAX ? WIDTH_MAX : size.ws_col;
}

bool output_colours(void) {
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (refused && refused[0]) return false;
    if (terminal && strcmp(terminal, "dumb") == 0) return false;
    return isatty(STDOUT_FILENO) == 1;
}

void output_write(const char *bytes, size_t length) {
    errno = 0;
    if (fwrite(bytes, 1, length, stdout) != length && first_error == 0) first_error = errno ? errno : EIO;
}

ExitCode output_close(ExitCode code) {
    errno = 0;
    if (fflush(stdout) != 0 && first_error == 0) first_error = errno ? errno : EIO;
    if (ferror(stdout) && first_error == 0) first_error = EIO;
    if (fclose(stdout) != 0 && first_error == 0) first_error = errno ? errno : EIO;
    if (first_error == 0) return code;
    tell("la sortie standard n’a pas tout reçu\u00A0: %s", reason_of(first_error));
    return EXIT_NOTHING;
}
