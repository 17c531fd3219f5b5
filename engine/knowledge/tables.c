/* Binary search over the bytes themselves: the middle byte, then the line it stands in. Nothing is parsed but the lines that the
 * search meets, so a table costs its reading and some twenty comparisons. */
#include "knowledge/tables.h"

#include <string.h>

static const char *const file_names[TABLE_COUNT] = {
    [TABLE_COMMUNES] = "communes.tsv", [TABLE_POSTAL] = "codes-postaux.tsv", [TABLE_EPCI] = "epci.tsv"};

static bool same(TableField field, const char *bytes, size_t length) {
    return field.length == length && memcmp(field.bytes, bytes, length) == 0;
}

bool table_field_is(TableField field, const char *text) {
    return same(field, text, strlen(text));
}

bool table_fields_equal(TableField a, TableField b) {
    return same(a, b.bytes, b.length);
}

bool table_item(TableField *list, TableField *item) {
    if (list->length == 0) return false;
    const char *comma = memchr(list->bytes, ',', list->length);
    size_t length = comma ? (size_t)(comma - list->bytes) : list->length;
    *item = (TableField){list->bytes, length};
    size_t used = comma ? length + 1 : length;
    list->bytes += used;
    list->length -= used;
    return true;
}

bool table_lists(TableField list, TableField item) {
    TableField one;
    while (table_item(&list, &one))
        if (table_fields_equal(one, item)) return true;
    return false;
}

static void split(const char *line, size_t length, TableRow *row) {
    *row = (TableRow){.fields = {{line, 0}}};
    size_t field = 0, start = 0;
    for (size_t i = 0; i <= length && field < TABLE_FIELDS; i++) {
        if (i < length && line[i] != '\t') continue;
        row->fields[field++] = (TableField){line + start, i - start};
        start = i + 1;
    }
    for (; field < TABLE_FIELDS; field++) row->fields[field] = (TableField){line + length, 0};
}

/* `T	communes.tsv	39248	digest` is followed, after its letter, by what the table's first line says after its `#`. */
static bool take_line(Tables *tables, Arena *arena, const char *line, size_t length, bool *failed) {
    TableRow row;
    split(line, length, &row);
    if (!table_field_is(row.fields[0], "T") || row.fields[3].length != 64 || row.fields[2].length == 0) return false;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (!table_field_is(row.fields[1], file_names[i]) || tables->tables[i].head) continue;
        char *head = arena_text(arena, line, length);
        *failed = !head;
        if (head) head[0] = '#';
        tables->tables[i].head = head;
        return true;
    }
    return false;
}

Status tables_read(Tables *tables, Arena *arena, const char *file, const char *bytes, size_t length, Findings *findings) {
    Status status = STATUS_OK;
    int number = 0;
    for (size_t start = 0; start < length;) {
        const char *end = memchr(bytes + start, '\n', length - start);
        size_t stop = end ? (size_t)(end - bytes) : length, size = stop - start;
        const char *line = bytes + start;
        bool failed = false;
        number++;
        start = stop + 1;
        if (size > 0 && line[size - 1] == '\r') size--;
        if (size == 0 || line[0] == '#') continue;
        if (!take_line(tables, arena, line, size, &failed)) {
            status = STATUS_REFUSED;
            failed = findings_error(findings, "AZ151", file, number, "récrire ce fichier avec scripts/make-territories",
                                    "liste des tables\u00a0: une ligne est T, un nom de table, ses lignes et son empreinte") !=
                     STATUS_OK;
        }
        if (failed) return STATUS_NO_MEMORY;
    }
    return status;
}

static void take_bytes(Table *table, const char *bytes, size_t length) {
    size_t head = strlen(table->head);
    table->lost = length <= head || memcmp(bytes, table->head, head) != 0 || bytes[head] != '\n';
    if (table->lost) return;
    table->bytes = bytes + head + 1;
    table->length = length - head - 1;
}

static Status open_table(Tables *tables, TableName name) {
    Table *table = &tables->tables[name];
    if (table->bytes) return STATUS_OK;
    if (!table->head || !tables->source.read || table->lost) return STATUS_IO;
    const char *bytes = NULL;
    size_t length = 0;
    Status status = tables->source.read(tables->source.context, file_names[name], &bytes, &length);
    if (status == STATUS_NO_MEMORY) return status;
    if (status == STATUS_OK) take_bytes(table, bytes, length);
    else table->lost = true;
    return table->lost ? STATUS_IO : STATUS_OK;
}

Status tables_open(Tables *tables) {
    for (size_t i = 0; i < TABLE_COUNT; i++)
        if (open_table(tables, (TableName)i) == STATUS_NO_MEMORY) return STATUS_NO_MEMORY;
    return STATUS_OK;
}

static size_t line_end(const Table *table, size_t at) {
    const char *end = memchr(table->bytes + at, '\n', table->length - at);
    return end ? (size_t)(end - table->bytes) : table->length;
}

/* Order of a line's key and `key`. */
static int compare(const Table *table, size_t start, size_t end, const char *key, size_t length) {
    const char *line = table->bytes + start, *tab = memchr(line, '\t', end - start);
    size_t size = tab ? (size_t)(tab - line) : end - start, both = size < length ? size : length;
    int order = memcmp(line, key, both);
    return order ? order : (size > length) - (size < length);
}

Status tables_find(Tables *tables, TableName name, const char *key, size_t length, TableRow *row) {
    Status status = open_table(tables, name);
    if (status != STATUS_OK) return status;
    const Table *table = &tables->tables[name];
    size_t low = 0, high = table->length;
    while (low < high) {
        size_t start = low + (high - low) / 2;
        while (start > low && table->bytes[start - 1] != '\n') start--;
        size_t end = line_end(table, start);
        int order = compare(table, start, end, key, length);
        if (order == 0) {
            split(table->bytes + start, end - start, row);
            return STATUS_OK;
        }
        if (order < 0) low = end + 1;
        else high = start;
    }
    return STATUS_REFUSED;
}

bool tables_next(Tables *tables, TableName name, size_t *at, TableRow *row) {
    if (open_table(tables, name) != STATUS_OK || *at >= tables->tables[name].length) return false;
    const Table *table = &tables->tables[name];
    size_t end = line_end(table, *at);
    split(table->bytes + *at, end - *at, row);
    *at = end + 1;
    return true;
}
