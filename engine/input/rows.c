/* Each record goes through the reader of one structure and is then put into the block. */
#include "input/rows.h"

#include "input/facts_json.h"
#include <string.h>

struct RowReader {
    const Memory *memory;
    const Input *input;
    Piece piece;
    size_t at, line;
    Arena arena; /* what the rows of one call point to */
};

RowReader *row_reader_new(const Memory *memory, const Input *input) {
    RowReader *reader = memory_new(memory, sizeof *reader);
    if (!reader) return NULL;
    reader->memory = memory;
    reader->input = input;
    arena_init(&reader->arena, memory);
    return reader;
}

void row_reader_free(RowReader *reader) {
    if (!reader) return;
    arena_clear(&reader->arena);
    memory_free(reader->memory, reader, sizeof *reader);
}

void rows_open(RowReader *reader, const Piece *piece) {
    reader->piece = *piece;
    reader->at = 0;
    reader->line = piece->line;
}

static const char *identifier(const RowReader *reader, const FactSet *facts) {
    int id = vocabulary_find(reader->input->vocabulary, "id", 2);
    return id >= 0 ? facts->values[id].text : NULL;
}

/* The findings' lines are those of the record. */
static Status read_record(RowReader *reader, const Record *record, Block *block, Row *row) {
    FactSet facts;
    Findings *findings = arena_new(&reader->arena, sizeof *findings);
    if (!findings || factset_init(&facts, &reader->arena, reader->input->vocabulary) != STATUS_OK) return STATUS_NO_MEMORY;
    findings_init(findings, &reader->arena);
    Status status = facts_json_read(&facts, reader->input->name, record->bytes, record->length, findings);
    if (status == STATUS_NO_MEMORY) return status;
    for (size_t i = 0; i < findings->count; i++) findings->items[i].line += (int)record->line - 1;
    const char *id = identifier(reader, &facts);
    *row = (Row){.line = record->line, .at = -1, .bytes = record->bytes, .length = record->length};
    row->id_given = id != NULL;
    row->id = id ? id : arena_printf(&reader->arena, "ligne-%zu", record->line);
    if (!row->id) return STATUS_NO_MEMORY;
    row->id_length = strlen(row->id);
    row->findings = findings->items;
    row->finding_count = findings->count;
    if (status != STATUS_OK) return STATUS_OK;
    row->at = (int)block->rows++;
    block_reset_row(block, (size_t)row->at);
    for (size_t i = 0; i < reader->input->vocabulary->count; i++) {
        block_put(block, (size_t)row->at, (int)i, &facts.values[i]);
        block_impose(block, (size_t)row->at, (int)i, facts.origins[i].imposed);
    }
    return STATUS_OK;
}

Status rows_read(RowReader *reader, Block *block, Row *rows, size_t capacity, size_t *count) {
    Record record;
    size_t read = 0;
    arena_reset(&reader->arena);
    block->rows = 0;
    while (read < capacity && record_next(reader->input, &reader->piece, &reader->at, &reader->line, &record))
        if (read_record(reader, &record, block, &rows[read++]) != STATUS_OK) return STATUS_NO_MEMORY;
    *count = read;
    return STATUS_OK;
}

Status row_facts(RowReader *reader, const Row *row, FactSet *facts) {
    Findings findings;
    findings_init(&findings, facts->arena);
    return facts_json_read(facts, reader->input->name, row->bytes, row->length, &findings);
}
