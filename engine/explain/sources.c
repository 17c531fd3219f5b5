/* A paragraph names each document once, with its places in order: the reader goes from there to the pages. */
#include "explain/sources.h"

#include "base/text.h"
#include "explain/figures.h"

#include <string.h>

#define PLACES_MAX 4
#define DOCUMENTS_MAX 3
#define TITLE_WORDS 4

const char *source_reading(Arena *arena, const Quote *quote) {
    if (quote->reading) return quote->reading;
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < quote->fragment_count; i++) phrase_join(&phrase, i ? " " : "", quote->fragments[i], NULL);
    return phrase_text(&phrase);
}

const char *source_short(Arena *arena, const Grounds *grounds, size_t columns) {
    for (size_t i = 0; i < grounds->quote_count; i++) {
        const char *reading = source_reading(arena, grounds->quotes[i]);
        if (reading[0] != '\0' && utf8_width(reading, strlen(reading)) <= columns) return reading;
    }
    return NULL;
}

static SourceReport source_of(Arena *arena, const Quote *quote, const char *inferred) {
    SourceReport report = {.inferred = inferred != NULL, .why_inferred = inferred};
    report.place = quote->place;
    report.quote = source_reading(arena, quote);
    if (!quote->document) return report;
    report.document = quote->document->in_sentence ? quote->document->in_sentence : quote->document->title;
    report.document_title = quote->document->title;
    report.document_date = quote->document->date;
    return report;
}

SourceReport *sources_of(Arena *arena, const Grounds *grounds, size_t *count) {
    *count = 0;
    SourceReport *reports = arena_array(arena, grounds->quote_count + 1, sizeof *reports);
    if (!reports) return NULL;
    for (size_t i = 0; i < grounds->quote_count; i++) reports[(*count)++] = source_of(arena, grounds->quotes[i], grounds->inferred);
    if (*count == 0 && grounds->inferred) reports[(*count)++] = (SourceReport){.inferred = true, .why_inferred = grounds->inferred};
    return reports;
}

typedef struct Cited {
    const Document *document;
    const char *places[PLACES_MAX];
    size_t count;
} Cited;

typedef struct Bibliography {
    Cited items[DOCUMENTS_MAX];
    size_t count;
} Bibliography;

static void cite(Bibliography *list, const Quote *quote) {
    size_t i = 0;
    while (i < list->count && list->items[i].document != quote->document) i++;
    if (i == DOCUMENTS_MAX || !quote->document) return;
    if (i == list->count) list->items[list->count++] = (Cited){.document = quote->document};
    Cited *cited = &list->items[i];
    for (size_t k = 0; k < cited->count; k++)
        if (!quote->place || strcmp(cited->places[k], quote->place) == 0) return;
    if (!quote->place || cited->count == PLACES_MAX) return;
    size_t place = cited->count++;
    while (place > 0 && strcmp(cited->places[place - 1], quote->place) > 0)
        cited->places[place] = cited->places[place - 1], place--;
    cited->places[place] = quote->place;
}

static void cite_tree(Bibliography *list, const Node *node) {
    if (!node) return;
    for (size_t i = 0; i < node->grounds.quote_count; i++) cite(list, node->grounds.quotes[i]);
    for (size_t i = 0; i < node->part_count; i++) cite_tree(list, node->parts[i]);
}

const char *source_places(Arena *arena, const char *const *places, size_t count) {
    const char **names = arena_array(arena, count + 1, sizeof *names);
    if (!names) return "";
    for (size_t i = 0; i < count; i++) {
        const char *place = places[i], *open = strstr(place, " (");
        size_t shared = open ? (size_t)(open - place) + 1 : 0;
        bool again = i > 0 && shared > 0 && strncmp(places[i - 1], place, shared) == 0;
        names[i] = again ? place + shared : place;
    }
    return french_list(arena, names, count, "et");
}

static const char *dating(Arena *arena, const Document *document) {
    Day first, last;
    if (!document->date || !day_read(document->date, strlen(document->date), &first, &last)) return " (document non daté)";
    return phrase_of(arena, " (", figure_date(arena, first), ")", NULL);
}

/* « Avise, « Mieux connaître les programmes… » »: a long title is known by its first words. */
static const char *shortened(Arena *arena, const char *title) {
    const char *at = strstr(title, "«");
    size_t words = 0;
    for (at = at ? at + strlen("« ") : title; *at; at++)
        if (*at == ' ' && ++words == TITLE_WORDS) break;
    if (*at == '\0' || !strstr(at, "»")) return title;
    const char *cut = arena_text(arena, title, (size_t)(at - title));
    return cut ? phrase_of(arena, cut, "… »", NULL) : title;
}

static const char *sentence_citing(Arena *arena, const Programme *programme, bool brief) {
    Bibliography list = {.count = 0};
    cite_tree(&list, programme->conditions);
    cite_tree(&list, programme->object);
    for (size_t i = 0; i < programme->reserve_count; i++) cite_tree(&list, programme->reserves[i]);
    if (list.count == 0) return "";
    Phrase phrase;
    phrase_init(&phrase, arena);
    phrase_add(&phrase, list.count > 1 ? "Sources" COLON : "Source" COLON);
    for (size_t i = 0; i < list.count; i++) {
        const Cited *cited = &list.items[i];
        const char *title = cited->document->in_sentence ? cited->document->in_sentence : cited->document->title;
        if (!title) title = cited->document->id;
        phrase_join(&phrase, i ? SEMICOLON : "", french_tidy(arena, brief ? shortened(arena, title) : title), NULL);
        if (cited->count > 0) phrase_join(&phrase, ", ", source_places(arena, cited->places, cited->count), NULL);
        phrase_add(&phrase, dating(arena, cited->document));
    }
    phrase_add(&phrase, ".");
    return phrase_text(&phrase);
}

const char *source_sentence(Arena *arena, const Programme *programme) {
    return sentence_citing(arena, programme, false);
}

const char *source_sentence_brief(Arena *arena, const Programme *programme) {
    return sentence_citing(arena, programme, true);
}
