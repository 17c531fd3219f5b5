/* A line of titles. What is nearly a fact could be one: rather than guess, or lose a column in silence, the reading stops until the
 * caller says, and says so of all such columns at once. */
#include "input/columns.h"

#include "base/utf8.h"
#include <string.h>

#define TITLE_SHOWN 80 /* bytes of a title in a message */

typedef struct TitleReader {
    Columns *columns;
    Arena *arena;
    const TitleTable *titles;
    const Vocabulary *vocabulary;
    ColumnMap *map;
    const char *file;
    int line;
    Findings *findings;
} TitleReader;

static char *shown_title(Arena *arena, const Cell *cell) {
    size_t length = cell->length;
    if (length > TITLE_SHOWN) length = utf8_cut(cell->bytes, TITLE_SHOWN);
    char *title = arena_text(arena, cell->bytes, length);
    if (title) title[utf8_shown(title, title, length)] = '\0';
    return title;
}

static ColumnChoice *chosen(ColumnMap *map, const Cell *cell) {
    for (size_t i = 0; map && i < map->count; i++)
        if (titles_alike(cell->bytes, cell->length, map->items[i].title)) return &map->items[i];
    return NULL;
}

static void refuse_near(TitleReader *reader, TitledColumn *column, const Cell *cell) {
    int fact;
    const char *near = titles_nearest(reader->titles, cell->bytes, cell->length, &fact);
    if (!near) return;
    column->how = COLUMN_NEAR;
    const char *name = reader->vocabulary->facts[fact].name;
    const char *advice = arena_printf(
        reader->arena, "si c’est bien «\u00a0%s\u00a0», dites-le avec --map\u00a0; sinon, écartez la colonne avec --ignore \"%s\"",
        name, column->title);
    findings_error(reader->findings, "AZ502", reader->file, reader->line, advice,
                   "la colonne «\u00a0%s\u00a0» ressemble à «\u00a0%s\u00a0» (%s) sans l’être", column->title, near, name);
}

static bool read_title(TitleReader *reader, const Cell *cell, TitledColumn *column) {
    *column = (TitledColumn){.title = shown_title(reader->arena, cell), .fact = COLUMN_IGNORED, .how = COLUMN_EMPTY};
    if (!column->title) return false;
    if (cell->length == 0) return true;
    int fact = titles_find(reader->titles, cell->bytes, cell->length, &column->exponent);
    ColumnChoice *choice = chosen(reader->map, cell);
    if (choice) {
        choice->used = true;
        column->fact = choice->fact;
        column->how = COLUMN_BY_MAP;
        return true;
    }
    column->fact = fact;
    column->how = COLUMN_UNKNOWN;
    if (fact < 0) refuse_near(reader, column, cell);
    else column->how = strcmp(column->title, reader->vocabulary->facts[fact].name) == 0 ? COLUMN_BY_NAME : COLUMN_BY_SYNONYM;
    return true;
}

/* Two columns for one fact: neither may be preferred in silence. */
static void refuse_doubles(TitleReader *reader) {
    const Columns *columns = reader->columns;
    for (size_t i = 0; i < columns->count; i++) {
        for (size_t j = 0; columns->items[i].fact >= 0 && j < i; j++) {
            if (columns->items[j].fact != columns->items[i].fact) continue;
            const char *fact = reader->vocabulary->facts[columns->items[i].fact].name;
            const char *advice =
                arena_printf(reader->arena, "écartez celle qui ne compte pas\u00a0: --ignore \"%s\" ou --ignore \"%s\"",
                             columns->items[j].title, columns->items[i].title);
            findings_error(
                reader->findings, "AZ503", reader->file, reader->line, advice,
                "deux colonnes disent «\u00a0%s\u00a0»\u00a0: «\u00a0%s\u00a0» (colonne %zu) et «\u00a0%s\u00a0» (colonne %zu)",
                fact, columns->items[j].title, j + 1, columns->items[i].title, i + 1);
            break;
        }
    }
}

/* The choices of the caller that no column answers: a slip in a title would otherwise go unseen. */
static void refuse_unused(TitleReader *reader) {
    for (size_t i = 0; reader->map && i < reader->map->count; i++) {
        const ColumnChoice *choice = &reader->map->items[i];
        if (choice->used) continue;
        findings_warn(reader->findings, "AZ504", reader->file, reader->line, "vérifiez le titre donné à --map ou à --ignore",
                      "aucune colonne ne s’appelle «\u00a0%s\u00a0»", choice->title);
    }
}

static bool nothing_known(const Columns *columns) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].fact >= 0) return false;
    return true;
}

static void note_unknown(TitleReader *reader) {
    const char *list = NULL;
    for (size_t i = 0; i < reader->columns->count; i++) {
        const TitledColumn *column = &reader->columns->items[i];
        if (column->how != COLUMN_UNKNOWN || column->fact >= 0) continue;
        list = list ? arena_printf(reader->arena, "%s, «\u00a0%s\u00a0»", list, column->title)
                    : arena_printf(reader->arena, "«\u00a0%s\u00a0»", column->title);
        if (!list) return;
    }
    const char *message = list ? arena_printf(reader->arena, "laissé de côté, car ce ne sont pas des faits\u00a0: %s", list) : NULL;
    if (!message) return;
    Finding note = {.severity = SEVERITY_NOTE, .code = "AZ505", .file = reader->file, .line = reader->line, .message = message};
    findings_add(reader->findings, &note);
}

static bool has_column(const Columns *columns, const Vocabulary *vocabulary, const char *name) {
    int fact = vocabulary_find(vocabulary, name, strlen(name));
    for (size_t i = 0; fact >= 0 && i < columns->count; i++)
        if (columns->items[i].fact == fact) return true;
    return false;
}

Status columns_read(Columns *columns, Arena *arena, const TitleTable *titles, ColumnMap *map, const TitleLine *line,
                    Findings *findings) {
    const Vocabulary *vocabulary = titles_vocabulary(titles);
    TitleReader reader = {columns, arena, titles, vocabulary, map, line->file, (int)line->line, findings};
    const size_t count = line->count;
    size_t before = findings->errors;
    *columns = (Columns){.items = arena_array(arena, count, sizeof *columns->items)};
    if (!columns->items) return STATUS_NO_MEMORY;
    for (size_t i = 0; map && i < map->count; i++) map->items[i].used = false;
    for (; columns->count < count; columns->count++)
        if (!read_title(&reader, &line->cells[columns->count], &columns->items[columns->count])) return STATUS_NO_MEMORY;
    columns->titled = count;
    while (columns->titled > 0 && columns->items[columns->titled - 1].how == COLUMN_EMPTY) columns->titled--;
    columns->commune = SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        if (columns->items[i].fact >= 0 && vocabulary->facts[columns->items[i].fact].level == PLACE_COMMUNE) columns->commune = i;
    refuse_doubles(&reader);
    refuse_unused(&reader);
    note_unknown(&reader);
    columns->identified = has_column(columns, vocabulary, "id") || has_column(columns, vocabulary, "siret") ||
                          has_column(columns, vocabulary, "siren");
    if (nothing_known(columns) && findings->errors == before)
        findings_error(findings, "AZ506", line->file, (int)line->line,
                       "la première ligne du tableau donne les titres des colonnes, par exemple "
                       "«\u00a0nom;siret;forme_juridique;departement\u00a0»\u00a0; voir aussi --map et --header",
                       "aucune colonne n’est un fait du vocabulaire");
    if (arena->failed || findings->failed) return STATUS_NO_MEMORY;
    return findings->errors > before ? STATUS_REFUSED : STATUS_OK;
}
