/* A report as bytes. */
#ifndef AZIMUT_OUTPUT_WRITE_H
#define AZIMUT_OUTPUT_WRITE_H

#include "base/text.h"
#include "explain/report.h"

/* The JSON contract of docs/resultat.schema.json. */
Status write_json(const Report *report, Text *out);
/* For a terminal: French, wrapped at `width` columns, ANSI colours when asked. */
Status write_text(const Report *report, int width, bool colours, Text *out);

#endif
