/* A document of headings, paragraphs and nested lists, written as Markdown or for a terminal by the same calls. */
#ifndef AZIMUT_OUTPUT_PAGE_H
#define AZIMUT_OUTPUT_PAGE_H

#include "output/layout.h"

typedef struct Page {
    Text *out;
    bool markdown;
    Layout layout; /* for a terminal */
} Page;

void page_init_markdown(Page *page, Text *out);
void page_init_terminal(Page *page, Text *out, int width, bool colours);

/* `level` from 1. `anchor`: what page_jump may point to, or NULL. */
void page_heading(Page *page, int level, const char *anchor, const char *text);
void page_paragraph(Page *page, const char *text);
/* An entry of a list at `depth` from 0: `lead` in bold, `text`, then `note` after a dash; `lead` and `note` may be NULL. */
void page_item(Page *page, size_t depth, const char *lead, const char *text, const char *note);
/* An entry that is a link. */
void page_link(Page *page, size_t depth, const char *text, const char *address);
/* An entry of a table of contents. A terminal shows none. */
void page_jump(Page *page, size_t depth, const char *text, const char *anchor);

#endif
