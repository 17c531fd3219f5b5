/* The mapping file: JSON, or two columns of a table, whichever the analyst writes more easily. */
#include "input/columns.h"

#include "base/json_scan.h"
#include <string.h>

#define SHOWN_MAX 80

void column_map_init(ColumnMap *map, Arena *arena) {
    *map = (ColumnMap){.arena = arena};
}

static Status add_choice(ColumnMap *map, const char *title, size_t length, int fact) {
    ColumnChoice *items = arena_grow(map->arena, map->items, map->count, &map->capacity, sizeof *items);
    char *copy = arena_text(map->arena, title, length);
    if (!items || !copy) return STATUS_NO_MEMORY;
    map->items = items;
    items[map->count++] = (ColumnChoice){.title = copy, .fact = fact};
    return STATUS_OK;
}

Status column_map_ignore(ColumnMap *map, const char *title) {
    return add_choice(map, title, strlen(title), COLUMN_IGNORED);
}

typedef struct MapReader {
    ColumnMap *map;
    const Vocabulary *vocabulary;
    const char *file;
    Findings *findings;
} MapReader;

static void refuse_fact(MapReader *reader, size_t line, const char *fact) {
    const char *nearest = vocabulary_nearest(reader->vocabulary, fact);
    const char *advice = nearest ? arena_printf(reader->map->arena, "vouliez-vous dire «\u00a0%s\u00a0»\u202f?", nearest) : NULL;
    findings_error(reader->findings, "AZ501", reader->file, (int)line, advice,
                   "«\u00a0%.*s\u00a0» n’est pas un fait du vocabulaire", SHOWN_MAX, fact);
}

static Status read_pair(MapReader *reader, size_t line, const Cell *title, const Cell *fact) {
    if (title->length == 0) {
        findings_error(reader->findings, "AZ501", reader->file, (int)line, "écrivez «\u00a0titre de la colonne;fait\u00a0»",
                       "cette ligne ne nomme pas de colonne");
        return STATUS_OK;
    }
    if (fact->length == 0) return add_choice(reader->map, title->bytes, title->length, COLUMN_IGNORED);
    int number = vocabulary_find(reader->vocabulary, fact->bytes, fact->length);
    if (number >= 0 && !reader->vocabulary->facts[number].hidden)
        return add_choice(reader->map, title->bytes, title->length, number);
    const char *name = arena_text(reader->map->arena, fact->bytes, fact->length);
    if (!name) return STATUS_NO_MEMORY;
    refuse_fact(reader, line, name);
    return STATUS_OK;
}

static void refuse_json(MapReader *reader, const JsonScanner *scanner, const char *message) {
    findings_error(reader->findings, "AZ501", reader->file, scanner->line,
                   "écrivez {\"titre de la colonne\": \"fait\", \"autre titre\": null}", "%s", message);
}

static Status read_json(MapReader *reader, const char *bytes, size_t length) {
    JsonScanner scanner;
    if (json_scan_init(&scanner, reader->map->arena, bytes, length) != STATUS_OK) return STATUS_NO_MEMORY;
    JsonToken token;
    json_scan_next(&scanner);
    for (token = json_scan_next(&scanner); token == JSON_KEY; token = json_scan_next(&scanner)) {
        Cell title = {.bytes = scanner.text, .length = scanner.text_length}, fact = {.bytes = ""};
        token = json_scan_next(&scanner);
        if (token == JSON_ERROR) break;
        if (token != JSON_STRING && token != JSON_NULL) {
            refuse_json(reader, &scanner, "un titre de colonne donne le nom d’un fait, ou null");
            return STATUS_OK;
        }
        if (token == JSON_STRING) fact = (Cell){.bytes = scanner.text, .length = scanner.text_length};
        if (read_pair(reader, (size_t)scanner.line, &title, &fact) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    if (token == JSON_OBJECT_END) token = json_scan_next(&scanner);
    if (token == JSON_ERROR && !scanner.arena->failed) refuse_json(reader, &scanner, scanner.error);
    return scanner.arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

static char separator_of(const char *bytes, size_t length) {
    return memchr(bytes, ';', length) ? ';' : memchr(bytes, '\t', length) ? '\t' : memchr(bytes, '=', length) ? '=' : ',';
}

static Status read_lines(MapReader *reader, const char *bytes, size_t length) {
    CsvForm form = {.encoding = ENCODING_UTF8, .line_end = '\n'};
    CsvRecord record;
    for (size_t at = 0, line = 1; at < length; at += record.next, line += record.lines) {
        form.separator = separator_of(bytes, length);
        csv_record(&form, bytes + at, length - at, true, &record);
        Cell cells[2] = {{.bytes = ""}, {.bytes = ""}};
        size_t count = csv_cells(&form, bytes + at, record.length, reader->map->arena, cells, 2);
        if (count == 1 && cells[0].length == 0) continue;
        if (read_pair(reader, line, &cells[0], &cells[1]) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    return reader->map->arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

Status column_map_read(ColumnMap *map, const Vocabulary *vocabulary, const char *file, const char *bytes, size_t length,
                       Findings *findings) {
    MapReader reader = {map, vocabulary, file, findings};
    size_t before = findings->errors;
    EncodingFound found = encoding_find(bytes, length, true);
    Text text;
    text_init(&text, map->arena->memory);
    encoding_to_utf8(found.encoding, bytes + found.mark, length - found.mark, &text);
    Cell all = {.bytes = text_get(&text), .length = text.length};
    cell_trim(&all);
    bool json = all.length > 0 && all.bytes[0] == '{';
    Status status = text.failed ? STATUS_NO_MEMORY
                    : json      ? read_json(&reader, text_get(&text), text.length)
                                : read_lines(&reader, text_get(&text), text.length);
    text_clear(&text);
    if (status != STATUS_OK || findings->failed) return STATUS_NO_MEMORY;
    return findings->errors > before ? STATUS_REFUSED : STATUS_OK;
}
