/* A report as bytes. */
#ifndef AZIMUT_OUTPUT_WRITE_H
#define AZIMUT_OUTPUT_WRITE_H

#include "base/text.h"
#include "explain/catalogue.h"
#include "explain/report.h"
#include "output/page.h"

#define CONTRACT_VERSION "1.0.0" /* the key "azimut" of the JSON contract; azimut.h gives the same */

/* The JSON contract of docs/resultat.schema.json. `only`: this programme of the report alone, with the questions that bear on it;
 * NULL: all of them. */
Status write_json(const Report *report, const ProgrammeReport *only, Text *out);
/* What is left to ask: docs/questions.schema.json. */
Status write_questions_json(const Report *report, Text *out);
/* The whole result as a page of Markdown. */
Status write_markdown(const Report *report, Text *out);
/* Everything about one programme of the report; `brief`: its one or two sentences alone. */
Status write_explanation(const Report *report, const ProgrammeReport *programme, bool brief, Page *page);
Status write_questions(const Report *report, Page *page);
/* For a terminal: French, wrapped at `width` columns, ANSI colours when asked. */
Status write_text(const Report *report, int width, bool colours, Text *out);

/* The programmes themselves. One of them alone, or all: as a page with a table of contents (Markdown), as a list of names
 * (terminal).
 */
Status write_catalogue(const Catalogue *catalogue, Page *page, bool alone);
/* Where their sources disagree. */
Status write_disagreements(const Catalogue *catalogue, Page *page);
/* Everything the rules hold: docs/catalogue.schema.json. */
Status write_catalogue_json(const Catalogue *catalogue, Text *out);

#endif
