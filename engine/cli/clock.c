/* The library is given its date; what is today is known here alone. */
#include "cli/clock.h"

#include <time.h>

void clock_today(char out[sizeof "AAAA-MM-JJ"]) {
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(out, sizeof "AAAA-MM-JJ", "%Y-%m-%d", &local) == 0) out[0] = '\0';
}
