/* The one place where the program asks what day it is. */
#ifndef AZIMUT_CLI_CLOCK_H
#define AZIMUT_CLI_CLOCK_H

/* The local date, AAAA-MM-JJ; "" when the system cannot tell. */
void clock_today(char out[sizeof "AAAA-MM-JJ"]);

#endif
