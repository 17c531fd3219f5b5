/* Lines break at plain spaces only: a no-break space is another character, so « 9 mois » and « demande : » hold together without a
 * rule of their own. */
#include "output/layout.h"

#include <string.h>

static const char *const codes[] = {[COLOUR_NONE] = "",          [COLOUR_BOLD] = "\033[1m", [COLOUR_GOOD] = "\033[32m",
                                    [COLOUR_DOUBT] = "\033[33m", [COLOUR_BAD] = "\033[31m", [COLOUR_FAINT] = "\033[2m"};

void layout_init(Layout *layout, Text *out, int width, bool colours) {
    *layout = (Layout){.out = out, .colours = colours};
    layout->width = width < LAYOUT_WIDTH_MIN ? LAYOUT_WIDTH_MIN : (size_t)width;
}

static void paint(Layout *layout, Colour colour) {
    if (layout->colours && colour != COLOUR_NONE) text_add(layout->out, codes[colour]);
}

static void unpaint(Layout *layout, Colour colour) {
    if (layout->colours && colour != COLOUR_NONE) text_add(layout->out, "\033[0m");
}

static void spaces(Layout *layout, size_t count) {
    while (count-- > 0) text_add_char(layout->out, ' ');
}

/* A day holds with its month, « 22 novembre », « (1er mars »: all other figures hold with what they count by a no-break space. */
static size_t unbroken(const char *at) {
    const size_t length = strcspn(at, " \n"), opening = at[0] == '(';
    const size_t digits = strspn(at + opening, "0123456789"), letters = length - opening - digits;
    const bool first = letters == 2 && strncmp(at + opening, "1er", 3) == 0;
    const bool day = digits > 0 && digits <= 2 && (letters == 0 || first) && at[length] == ' ';
    return day ? length + 1 + strcspn(at + length + 1, " \n") : length;
}

/* Adds words from column `column`, next lines at `indent`; gives the column reached. A word wider than the line stands alone on it.
 */
static size_t flow(Layout *layout, size_t column, size_t indent, const char *text) {
    bool first = true;
    for (const char *at = text; *at;) {
        size_t length = unbroken(at), wide = utf8_width(at, length);
        if (length > 0) {
            if (!first && column + 1 + wide > layout->width) {
                text_add_char(layout->out, '\n');
                spaces(layout, indent);
                column = indent;
            } else if (!first) {
                text_add_char(layout->out, ' ');
                column++;
            }
            text_add_bytes(layout->out, at, length);
            column += wide;
            first = false;
        }
        at += length + (at[length] != '\0');
    }
    return column;
}

void layout_paragraph(Layout *layout, size_t indent, Colour colour, const char *mark, const char *text) {
    spaces(layout, indent);
    paint(layout, colour);
    if (mark) {
        text_add(layout->out, mark);
        unpaint(layout, colour);
        text_add_char(layout->out, ' ');
        indent += utf8_width(mark, strlen(mark)) + 1;
    }
    flow(layout, indent, indent, text ? text : "");
    if (!mark) unpaint(layout, colour);
    text_add_char(layout->out, '\n');
}

void layout_led(Layout *layout, size_t indent, const char *lead, const char *text) {
    spaces(layout, indent);
    paint(layout, COLOUR_BOLD);
    size_t column = flow(layout, indent, indent, lead);
    unpaint(layout, COLOUR_BOLD);
    text_add_char(layout->out, ' ');
    flow(layout, column + 1, indent, text ? text : "");
    text_add_char(layout->out, '\n');
}

void layout_title(Layout *layout, const char *title) {
    layout_blank(layout);
    layout_paragraph(layout, 0, COLOUR_BOLD, NULL, title);
    for (size_t i = utf8_width(title, strlen(title)); i > 0; i--) text_add(layout->out, "─");
    text_add_char(layout->out, '\n');
}

void layout_blank(Layout *layout) {
    text_add_char(layout->out, '\n');
}
