/* Case files: JSON documents that hold one case or an array of them.
 *
 *     { "cas": "…", "date": "2026-11-21", "faits": { … }, "verdicts": { "dla": "éligible", "pins": "" } }
 *
 * "tete" lists who stands first in the ranking, "parmi_cinq" who stands among the first five; an empty verdict is still to be read
 * in the source. Other keys are notes. */
#ifndef AZIMUT_ANALYSE_CASE_FILE_H
#define AZIMUT_ANALYSE_CASE_FILE_H

#include "analyse/suite.h"

/* Adds its cases to the suite; what is wrong becomes findings. False when memory runs out. */
bool case_file_read(Suite *suite, const char *label, const FileBytes *file);

#endif
