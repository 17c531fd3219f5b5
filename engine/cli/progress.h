/* How far a long run is, on one line of the terminal, and whether somebody asked it to stop. */
#ifndef AZIMUT_CLI_PROGRESS_H
#define AZIMUT_CLI_PROGRESS_H

/* From here on an interruption (Ctrl-C, SIGTERM) is noted instead of ending the program; a second one ends it. */
void progress_begin(void);
/* Not 0 once the program was interrupted. As az_batch_options has it. */
int progress_stopped(void *context);
/* Shows the line when standard error is a terminal, a few times a second. As az_batch_options has it. */
void progress_show(void *context, unsigned long long rows, unsigned long long bytes, unsigned long long all_bytes);
/* Wipes the line, before anything else is said there. */
void progress_end(void);

#endif
