/* Programme by programme, each disagreement with all its passages: what a network would bring to the documents' author. */
#include "explain/figures.h"
#include "explain/french.h"
#include "output/statements.h"
#include "output/write.h"

#include <string.h>

typedef struct Writer {
    Page *page;
    Arena arena;
} Writer;

static const char *counted(Arena *arena, size_t count, const char *one, const char *many) {
    const char *text = arena_printf(arena, "%zu" NBSP "%s", count, count > 1 ? many : one);
    return text ? text : "";
}

static void introduction(Writer *writer, const Catalogue *catalogue) {
    size_t counts[3] = {0, 0, 0}, programmes = 0;
    for (size_t i = 0; i < catalogue->count; i++) {
        const Disagreements *found = &catalogue->entries[i].disagreements;
        programmes += found->count > 0;
        for (size_t k = 0; k < found->count; k++) counts[found->items[k].kind]++;
    }
    Arena *arena = &writer->arena;
    page_heading(writer->page, 1, NULL, "Désaccords entre les sources");
    page_paragraph(writer->page,
                   phrase_of(arena, counted(arena, counts[0] + counts[1] + counts[2], "désaccord", "désaccords"), ", dans ",
                             counted(arena, programmes, "dispositif", "dispositifs"), " sur ",
                             figure_number(arena, (double)catalogue->count),
                             COLON "entre un tableau et une fiche, entre deux "
                                   "documents, ou dans un même passage. Cette page est écrite à partir des règles" SEMICOLON
                                   "elle ne se modifie pas à la main.",
                             NULL));
    page_item(writer->page, 0, NULL,
              counted(arena, counts[DISAGREEMENT_READINGS], "désaccord gardé ouvert", "désaccords gardés ouverts"),
              "aucune lecture n’est choisie");
    page_item(writer->page, 0, NULL, counted(arena, counts[DISAGREEMENT_SET_ASIDE], "lecture écartée", "lectures écartées"),
              "celle qui est retenue décide seule");
    page_item(writer->page, 0, NULL, counted(arena, counts[DISAGREEMENT_MARKED], "désaccord signalé", "désaccords signalés"),
              "sans effet sur les conditions");
}

static void passages(Writer *writer, const char *lead, const Quote *const *quotes, size_t count) {
    for (size_t i = 0; i < count; i++) page_item(writer->page, 1, lead, write_quotes(&writer->arena, &quotes[i], 1), NULL);
}

static void disagreement(Writer *writer, const Disagreement *found) {
    Arena *arena = &writer->arena;
    const Statement *statement = found->statement;
    bool readings = found->kind == DISAGREEMENT_READINGS, marked = found->kind == DISAGREEMENT_MARKED;
    const char *subject = found->subject[0] && strcmp(found->subject, found->section) != 0
                              ? phrase_of(arena, found->section, ", ", french_lower(arena, found->subject), NULL)
                              : found->section;
    const char *what = readings || statement->unknown ? statement->reason : marked ? statement->text : NULL;
    page_item(writer->page, 0, subject, what ? what : found->kind == DISAGREEMENT_SET_ASIDE ? "une lecture est écartée" : "", NULL);
    for (size_t i = 0; readings && i < statement->count; i++) write_statement(writer->page, arena, 1, &statement->of[i], NULL);
    const Grounds *grounds = &statement->grounds;
    bool aside = found->kind == DISAGREEMENT_SET_ASIDE;
    if (!readings) passages(writer, aside ? "Retenu" : "Passage", grounds->quotes, grounds->quote_count);
    if (aside) passages(writer, "Écarté", grounds->set_aside, grounds->set_aside_count);
    page_item(writer->page, 1, "Ce que fait le moteur", found->treatment, NULL);
}

Status write_disagreements(const Catalogue *catalogue, Page *page) {
    Writer writer = {.page = page};
    arena_init(&writer.arena, catalogue->arena.memory);
    introduction(&writer, catalogue);
    for (size_t i = 0; i < catalogue->count; i++) {
        const CatalogueEntry *entry = &catalogue->entries[i];
        if (entry->disagreements.count == 0) continue;
        page_heading(page, 2, entry->programme->id, entry->programme->name);
        for (size_t k = 0; k < entry->disagreements.count; k++) disagreement(&writer, &entry->disagreements.items[k]);
    }
    bool failed = writer.arena.failed || page->out->failed;
    arena_clear(&writer.arena);
    return failed ? STATUS_NO_MEMORY : STATUS_OK;
}
