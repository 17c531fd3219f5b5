/* Text for a terminal: wrapped at a width, never inside a no-break space, with colours when asked. */
#ifndef AZIMUT_OUTPUT_LAYOUT_H
#define AZIMUT_OUTPUT_LAYOUT_H

#include "base/text.h"

#define LAYOUT_WIDTH_MIN 40

typedef enum Colour { COLOUR_NONE, COLOUR_BOLD, COLOUR_GOOD, COLOUR_DOUBT, COLOUR_BAD, COLOUR_FAINT } Colour;

typedef struct Layout {
    Text *out;
    size_t width;
    bool colours;
} Layout;

/* `width` below LAYOUT_WIDTH_MIN counts as that. */
void layout_init(Layout *layout, Text *out, int width, bool colours);
/* One paragraph: `mark` stands at column `indent`, the text after it, and its next lines align with the text's first. `colour` is
 * that of the mark, or of the whole when there is no mark. */
void layout_paragraph(Layout *layout, size_t indent, Colour colour, const char *mark, const char *text);
/* The same with a lead in bold before the text: « Calendrier : … ». */
void layout_led(Layout *layout, size_t indent, const char *lead, const char *text);
/* A section title: an empty line, the title in bold, underlined. */
void layout_title(Layout *layout, const char *title);
void layout_blank(Layout *layout);

#endif
