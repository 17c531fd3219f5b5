/* A report as bytes. */
#ifndef AZIMUT_OUTPUT_WRITE_H
#define AZIMUT_OUTPUT_WRITE_H

#include "base/text.h"
#include "explain/report.h"

#define CONTRACT_VERSION "1.0.0" /* the key "azimut" of the JSON contract; azimut.h gives the same */

/* The JSON contract of docs/resultat.schema.json. */
Status write_json(const Report *report, Text *out);
/* For a terminal: French, wrapped at `width` columns, ANSI colours when asked. */
Status write_text(const Report *report, int width, bool colours, Text *out);

#endif
