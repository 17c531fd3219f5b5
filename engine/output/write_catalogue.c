/* The same sections in the same order for every programme, so that two of them can be read side by side. */
#include "explain/figures.h"
#include "explain/french.h"
#include "explain/sources.h"
#include "output/statements.h"
#include "output/write.h"

#include <string.h>

typedef struct Writer {
    Page *page;
    Arena arena; /* of the phrases made here: the catalogue is read-only */
    const Catalogue *catalogue;
} Writer;

static const char *name_of(const CatalogueEntry *entry) {
    return entry->programme->name ? entry->programme->name : entry->programme->id;
}

static const char *dating(Writer *writer, const Document *document) {
    Day first, last;
    if (!document->date || !day_read(document->date, strlen(document->date), &first, &last)) return "document non daté";
    return phrase_of(&writer->arena, "document daté du ", figure_date(&writer->arena, first), NULL);
}

static const char *document_name(Writer *writer, const Document *document) {
    const char *name = document->in_sentence ? document->in_sentence : document->title;
    return french_tidy(&writer->arena, name ? name : document->id);
}

static void sources(Writer *writer, const CatalogueEntry *entry, int level) {
    if (entry->cited_count == 0) return;
    page_heading(writer->page, level, NULL, entry->cited_count > 1 ? "Sources" : "Source");
    for (size_t i = 0; i < entry->cited_count; i++) {
        const Cited *cited = &entry->cited[i];
        const char *places = source_places(&writer->arena, cited->places, cited->place_count);
        page_item(writer->page, 0, NULL,
                  phrase_of(&writer->arena, document_name(writer, cited->document), cited->place_count ? ", " : "", places, NULL),
                  dating(writer, cited->document));
    }
}

static void dates(Writer *writer, const CatalogueEntry *entry, int level) {
    const Programme *programme = entry->programme;
    Arena *arena = &writer->arena;
    bool known = programme->source_date > DAY_MIN, again = programme->verify_after < DAY_MAX;
    if (!known && !again && !entry->availability) return;
    page_heading(writer->page, level, NULL, "Dates");
    if (known) page_item(writer->page, 0, "Règle établie", figure_date(arena, programme->source_date), NULL);
    if (again)
        page_item(writer->page, 0, "À vérifier de nouveau après", figure_date(arena, programme->verify_after),
                  entry->stale ? "cette date est passée" : NULL);
    if (entry->availability)
        page_item(writer->page, 0, phrase_of(arena, "Au ", figure_date(arena, writer->catalogue->date), NULL), entry->availability,
                  NULL);
}

static void links(Writer *writer, const CatalogueEntry *entry, int level) {
    const Programme *programme = entry->programme;
    if (programme->link_count == 0) return;
    page_heading(writer->page, level, NULL, programme->link_count > 1 ? "Liens" : "Lien");
    for (size_t i = 0; i < programme->link_count; i++)
        page_link(writer->page, 0, french_tidy(&writer->arena, programme->links[i].text), programme->links[i].address);
}

static void doubts(Writer *writer, const CatalogueEntry *entry, int level) {
    if (entry->doubt_count == 0) return;
    page_heading(writer->page, level, NULL, "Doutes");
    for (size_t i = 0; i < entry->doubt_count; i++)
        page_item(writer->page, 0, NULL, french_capital(&writer->arena, entry->doubts[i]), NULL);
}

static void programme(Writer *writer, const CatalogueEntry *entry, int level) {
    bool alone = level == 1;
    page_heading(writer->page, level, alone ? NULL : entry->programme->id, name_of(entry));
    page_item(writer->page, 0, "Identifiant", entry->programme->id, NULL);
    if (alone) page_item(writer->page, 0, "Famille", entry->family_title, NULL);
    if (entry->failure) {
        page_item(writer->page, 0, "Règle en erreur", entry->failure, entry->programme->file);
        return;
    }
    for (size_t i = 0; i < entry->section_count; i++) {
        const Section *section = &entry->sections[i];
        bool titled = i > 0 && !(section->count == 1 && section->items[0].label == section->title);
        bool follows = i > 0 && !titled && entry->sections[i - 1].count == 1 &&
                       entry->sections[i - 1].items[0].label == entry->sections[i - 1].title;
        if (titled) page_heading(writer->page, level + 1, NULL, section->title);
        else if (i > 0 && !follows) page_heading(writer->page, level + 1, NULL, "En pratique");
        for (size_t k = 0; k < section->count; k++) write_statement(writer->page, &writer->arena, 0, &section->items[k], NULL);
    }
    links(writer, entry, level + 1);
    doubts(writer, entry, level + 1);
    sources(writer, entry, level + 1);
    dates(writer, entry, level + 1);
}

static bool opens_family(const Catalogue *catalogue, size_t i) {
    return i == 0 || strcmp(catalogue->entries[i - 1].family, catalogue->entries[i].family) != 0;
}

static const char *counted(Arena *arena, size_t count, const char *one, const char *many) {
    const char *text = arena_printf(arena, "%zu" NBSP "%s", count, count > 1 ? many : one);
    return text ? text : "";
}

/* The key to reading the page, and what it stands on. */
static void introduction(Writer *writer) {
    const Catalogue *catalogue = writer->catalogue;
    const Rulebook *rulebook = catalogue->rulebook;
    size_t families = 0;
    for (size_t i = 0; i < catalogue->count; i++) families += opens_family(catalogue, i);
    page_heading(writer->page, 1, NULL, "Catalogue des dispositifs");
    page_paragraph(writer->page,
                   phrase_of(&writer->arena, "Azimut connaît ",
                             counted(&writer->arena, catalogue->count, "dispositif", "dispositifs"), ", en ",
                             counted(&writer->arena, families, "famille", "familles"),
                             ". Cette page est écrite à partir des règles" SEMICOLON "elle ne se modifie pas à la main.", NULL));
    page_paragraph(writer->page,
                   "Après le tiret viennent les passages cités et leur place dans le document, corrigés là où l’impression est "
                   "abîmée. «" NBSP "Déduit" NBSP "» signale ce que l’auteur de la règle a conclu lui-même, «" NBSP
                   "à confirmer" NBSP "» ce que seul l’opérateur peut dire, «" NBSP "plutôt que" NBSP
                   "» une lecture écartée, «" NBSP "illisible" NBSP
                   "» une colonne que l’extraction a perdue. Les conditions d’un même niveau sont toutes demandées, sauf mention "
                   "contraire.");
    if (rulebook->document_count > 0) page_heading(writer->page, 2, NULL, "Documents cités");
    for (size_t i = 0; i < rulebook->document_count; i++)
        page_item(writer->page, 0, NULL, document_name(writer, &rulebook->documents[i]), dating(writer, &rulebook->documents[i]));
}

static void contents(Writer *writer) {
    const Catalogue *catalogue = writer->catalogue;
    page_heading(writer->page, 2, NULL, "Sommaire");
    for (size_t i = 0; i < catalogue->count; i++) {
        const CatalogueEntry *entry = &catalogue->entries[i];
        if (opens_family(catalogue, i)) page_item(writer->page, 0, entry->family_title, "", NULL);
        const char *operators = entry->operators[0] ? phrase_of(&writer->arena, ", ", entry->operators, NULL) : "";
        page_jump(writer->page, 1, phrase_of(&writer->arena, name_of(entry), operators, NULL), entry->programme->id);
    }
}

static void whole_page(Writer *writer) {
    const Catalogue *catalogue = writer->catalogue;
    introduction(writer);
    contents(writer);
    for (size_t i = 0; i < catalogue->count; i++) {
        if (opens_family(catalogue, i)) page_heading(writer->page, 2, NULL, catalogue->entries[i].family_title);
        programme(writer, &catalogue->entries[i], 3);
    }
}

/* One line each, the identifiers in a column of their own. */
static void name_list(Writer *writer) {
    const Catalogue *catalogue = writer->catalogue;
    Layout *layout = &writer->page->layout;
    size_t widest = 0;
    for (size_t i = 0; i < catalogue->count; i++) {
        size_t width = strlen(catalogue->entries[i].programme->id);
        if (width > widest) widest = width;
    }
    for (size_t i = 0; i < catalogue->count; i++) {
        const CatalogueEntry *entry = &catalogue->entries[i];
        if (opens_family(catalogue, i)) layout_title(layout, entry->family_title);
        const char *id = arena_printf(&writer->arena, "%-*s", (int)widest, entry->programme->id);
        const char *operators = entry->operators[0] ? phrase_of(&writer->arena, ", ", entry->operators, NULL) : "";
        layout_paragraph(layout, 0, entry->failure ? COLOUR_BAD : COLOUR_BOLD, id ? id : "",
                         phrase_of(&writer->arena, " ", name_of(entry), entry->failure ? " (règle en erreur)" : operators, NULL));
    }
}

Status write_catalogue(const Catalogue *catalogue, Page *page, bool alone) {
    Writer writer = {.page = page, .catalogue = catalogue};
    arena_init(&writer.arena, catalogue->arena.memory);
    if (alone)
        for (size_t i = 0; i < catalogue->count; i++) programme(&writer, &catalogue->entries[i], 1);
    else if (page->markdown) whole_page(&writer);
    else name_list(&writer);
    bool failed = writer.arena.failed || page->out->failed;
    arena_clear(&writer.arena);
    return failed ? STATUS_NO_MEMORY : STATUS_OK;
}
