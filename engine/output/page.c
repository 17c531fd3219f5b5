/* Texts come from rules and may hold any character: in Markdown, those that would be read as marks are escaped, everywhere the few
 * that matter inside a line, and at its head the few that would open a list, a quotation or a heading. */
#include "output/page.h"

#include <string.h>

#define MARKS "\\`*_[]<~"

void page_init_markdown(Page *page, Text *out) {
    *page = (Page){.out = out, .markdown = true};
}

void page_init_terminal(Page *page, Text *out, int width, bool colours) {
    *page = (Page){.out = out};
    layout_init(&page->layout, out, width, colours);
}

/* « &amp; » would be read as « & ». */
static bool opens_entity(const char *text) {
    return text[0] == '&' && (text[1] == '#' || (text[1] >= 'A' && text[1] <= 'Z') || (text[1] >= 'a' && text[1] <= 'z'));
}

/* « 1. » and « 1) » at the head of a line would number a list. */
static bool opens_block(const char *text) {
    if (strchr("#+-=>", text[0]) && text[0] != '\0') return true;
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && (text[digits] == '.' || text[digits] == ')');
}

static void escaped(Text *out, const char *text, bool head) {
    size_t digits = head && opens_block(text) ? strspn(text, "0123456789") : SIZE_MAX;
    for (size_t i = 0; text[i]; i++) {
        if (strchr(MARKS, text[i]) || i == digits || opens_entity(text + i)) text_add_char(out, '\\');
        text_add_char(out, text[i] == '\n' ? ' ' : text[i]);
    }
}

static void indent(Text *out, size_t depth) {
    while (depth-- > 0) text_add(out, "  ");
}

/* Does what comes next stand after an empty line, or at the top? */
static bool ends_blank(const Text *out) {
    size_t length = out->length;
    return length == 0 || (length > 1 && out->bytes[length - 1] == '\n' && out->bytes[length - 2] == '\n');
}

void page_heading(Page *page, int level, const char *anchor, const char *text) {
    if (!page->markdown) {
        if (level > 2) layout_led(&page->layout, 0, text, "");
        else layout_title(&page->layout, text);
        return;
    }
    if (!ends_blank(page->out)) text_add_char(page->out, '\n');
    if (anchor) text_addf(page->out, "<a id=\"%s\"></a>\n\n", anchor);
    for (int i = 0; i < level; i++) text_add_char(page->out, '#');
    text_add_char(page->out, ' ');
    escaped(page->out, text, false);
    text_add(page->out, "\n\n");
}

void page_paragraph(Page *page, const char *text) {
    if (!page->markdown) {
        layout_paragraph(&page->layout, 0, COLOUR_NONE, NULL, text);
        return;
    }
    escaped(page->out, text, true);
    text_add(page->out, "\n\n");
}

static void terminal_item(Page *page, size_t depth, const char *lead, const char *text, const char *note) {
    Text line;
    text_init(&line, page->out->memory);
    if (lead) {
        text_add(&line, lead);
        text_add(&line, text[0] ? "\u00A0: " : "");
    }
    text_add(&line, text);
    if (note) {
        text_add(&line, " — ");
        text_add(&line, note);
    }
    layout_paragraph(&page->layout, 2 * depth, COLOUR_NONE, "•", text_get(&line));
    if (line.failed) page->out->failed = true;
    text_clear(&line);
}

void page_item(Page *page, size_t depth, const char *lead, const char *text, const char *note) {
    if (!page->markdown) {
        terminal_item(page, depth, lead, text, note);
        return;
    }
    indent(page->out, depth);
    text_add(page->out, "- ");
    if (lead) {
        text_add(page->out, "**");
        escaped(page->out, lead, false);
        text_add(page->out, text[0] ? "\u00A0:** " : "**");
    }
    escaped(page->out, text, !lead);
    if (note) {
        text_add(page->out, " — ");
        escaped(page->out, note, false);
    }
    text_add_char(page->out, '\n');
}

/* `open` and `close` stand around the address: what holds spaces or brackets needs « < » and « > ». */
static void markdown_link(Page *page, size_t depth, const char *text, const char *open, const char *address, const char *close) {
    indent(page->out, depth);
    text_add(page->out, "- [");
    escaped(page->out, text, false);
    text_addf(page->out, "](%s%s%s)\n", open, address, close);
}

void page_link(Page *page, size_t depth, const char *text, const char *address) {
    if (page->markdown) markdown_link(page, depth, text, "<", address, ">");
    else terminal_item(page, depth, text, address, NULL);
}

void page_jump(Page *page, size_t depth, const char *text, const char *anchor) {
    if (page->markdown) markdown_link(page, depth, text, "#", anchor, "");
}
