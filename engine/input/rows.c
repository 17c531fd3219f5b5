/* The loop over the records of a piece. Findings of all rows lie in one list; each row is given its part of it at the end, since
 * the list moves as it grows. */
#include "input/row_reader.h"

#include <string.h>

static int fact_named(const Vocabulary *vocabulary, const char *name) {
    return vocabulary_find(vocabulary, name, strlen(name));
}

static Status open_reader(RowReader *reader) {
    const Vocabulary *vocabulary = reader->vocabulary;
    reader->known = (KnownFacts){.id = fact_named(vocabulary, "id"),
                                 .name = fact_named(vocabulary, "nom"),
                                 .siren = fact_named(vocabulary, "siren"),
                                 .siret = fact_named(vocabulary, "siret"),
                                 .category = vocabulary->legal.category,
                                 .form = vocabulary->legal.form,
                                 .siege = vocabulary->siege};
    reader->seats = seats_new(&reader->kept, vocabulary);
    if (!reader->seats) return STATUS_NO_MEMORY;
    return reader->input->form == INPUT_CSV ? csv_rows_init(reader) : json_rows_init(reader);
}

RowReader *row_reader_new(const Memory *memory, const Input *input) {
    RowReader *reader = memory_new(memory, sizeof *reader);
    if (!reader) return NULL;
    reader->memory = memory;
    reader->input = input;
    reader->vocabulary = input->vocabulary;
    arena_init(&reader->kept, memory);
    arena_init(&reader->arena, memory);
    text_init(&reader->text, memory);
    text_init(&reader->ahead, memory);
    reader->complaints = (Complaints){.findings = &reader->findings, .scratch = &reader->arena, .file = input->name};
    if (open_reader(reader) == STATUS_OK) return reader;
    row_reader_free(reader);
    return NULL;
}

void row_reader_free(RowReader *reader) {
    if (!reader) return;
    seats_clear(reader->seats);
    text_clear(&reader->text);
    text_clear(&reader->ahead);
    arena_clear(&reader->arena);
    arena_clear(&reader->kept);
    memory_free(reader->memory, reader, sizeof *reader);
}

void rows_keep_names(RowReader *reader) {
    reader->names_kept = true;
}

void rows_open(RowReader *reader, const Piece *piece) {
    reader->piece = *piece;
    reader->at = reader->ahead_at = reader->ahead_end = 0;
    reader->line = piece->line;
    reader->told = false;
}

static const char too_long[] = "cet enregistrement est trop long pour une structure\u00a0: au plus 1 Mio";

/* One record as a row; `*blank`: it is none. */
static Status read_record(RowReader *reader, const Record *record, Block *block, Row *row, bool *blank) {
    *row = (Row){.line = record->line, .at = -1, .bytes = record->bytes, .length = record->length};
    *blank = false;
    if (record->length > RECORD_BYTES_MAX) {
        RowTexts nothing;
        row_texts_init(&nothing);
        row_error(reader, "AZ514", record->line, too_long, NULL);
        return row_identify(reader, &nothing, row) ? STATUS_OK : STATUS_NO_MEMORY;
    }
    if (reader->input->form == INPUT_CSV) return csv_row_read(reader, record, block, row, blank);
    return json_row_read(reader, record, block, row);
}

/* The one row of a BROKEN piece. */
static Status read_broken(RowReader *reader, Row *row) {
    const Piece *piece = &reader->piece;
    RowTexts nothing;
    row_texts_init(&nothing);
    *row = (Row){.line = piece->line, .at = -1, .bytes = piece->bytes, .length = piece->length};
    reader->told = true;
    row_error(reader, reader->input->form == INPUT_JSON ? "AZ101" : "AZ514", piece->line, piece->problem, NULL);
    return row_identify(reader, &nothing, row) ? STATUS_OK : STATUS_NO_MEMORY;
}

static void give_findings(const RowReader *reader, Row *rows, size_t count) {
    const Finding *next = reader->findings.items;
    for (size_t i = 0; i < count; i++) {
        rows[i].findings = next;
        if (rows[i].finding_count) next += rows[i].finding_count;
    }
}

/* One that is of the usual form, and whose end is found as it is read. */
static Status read_line(RowReader *reader, Block *block, Row *row) {
    switch (reader->input->form) {
    case INPUT_JSON_LINES: return json_line_read(reader, block, row);
    case INPUT_CSV: return csv_line_read(reader, block, row);
    default: return STATUS_REFUSED;
    }
}

/* False: the piece is finished. */
static bool read_next(RowReader *reader, Block *block, Row *row, bool *blank, Status *status) {
    Record record;
    *blank = false;
    *status = read_line(reader, block, row);
    if (*status != STATUS_REFUSED) return true;
    if (!record_next(reader->input, &reader->piece, &reader->at, &reader->line, &record)) return false;
    *status = read_record(reader, &record, block, row, blank);
    return true;
}

static Status read_rows(RowReader *reader, Block *block, Row *rows, size_t capacity, size_t *count) {
    while (*count < capacity) {
        bool blank;
        Status status;
        size_t before = reader->findings.count;
        reader->complaints.errors = 0;
        if (!read_next(reader, block, &rows[*count], &blank, &status)) break;
        if (status != STATUS_OK) return STATUS_NO_MEMORY;
        rows[*count].finding_count = reader->findings.count - before;
        *count += !blank;
    }
    return STATUS_OK;
}

Status rows_read(RowReader *reader, Block *block, Row *rows, size_t capacity, size_t *count) {
    arena_reset(&reader->arena);
    findings_init(&reader->findings, &reader->arena);
    block_clear(block);
    *count = 0;
    if (reader->input->form == INPUT_CSV && !csv_rows_open(reader, block)) return STATUS_NO_MEMORY;
    Status status = STATUS_OK;
    if (reader->piece.kind == PIECE_RECORDS) {
        if (capacity > block->capacity) capacity = block->capacity;
        status = read_rows(reader, block, rows, capacity, count);
    } else if (reader->piece.kind == PIECE_BROKEN && !reader->told) {
        status = read_broken(reader, rows);
        rows->finding_count = reader->findings.count;
        *count = 1;
    }
    if (status != STATUS_OK || reader->arena.failed || reader->findings.failed) return STATUS_NO_MEMORY;
    give_findings(reader, rows, *count);
    return STATUS_OK;
}

static bool put_origins(const RowTexts *texts, FactSet *facts) {
    for (size_t i = 0; i < texts->origin_count; i++) {
        const RowOrigin *said = &texts->origins[i];
        Origin *origin = &facts->origins[said->fact];
        origin->given = true;
        if (said->source) origin->source = arena_text(facts->arena, said->source, said->source_length);
        if (said->date) origin->date = arena_text(facts->arena, said->date, said->date_length);
        if ((said->source && !origin->source) || (said->date && !origin->date)) return false;
    }
    return true;
}

/* All that was said stands in the block, but for the texts. */
static Status put_texts(const RowReader *reader, const Row *row, FactSet *facts) {
    const KnownFacts *known = &reader->known;
    if (known->name >= 0) facts->values[known->name].text = row->texts->name;
    if (!put_origins(row->texts, facts)) return STATUS_NO_MEMORY;
    if (!row->texts->category[0]) return STATUS_OK;
    facts->values[known->category].text = row->texts->category;
    facts->origins[known->category].given = true;
    if (known->form >= 0 && row->texts->formed) facts->origins[known->form].written = "";
    return STATUS_OK;
}

Status row_facts(RowReader *reader, const Block *block, const Row *row, Arena *arena, FactSet *facts) {
    if (row->texts) {
        block_facts(block, (size_t)row->at, arena, facts);
        return put_texts(reader, row, facts);
    }
    factset_clear(facts, arena);
    const Record record = {.bytes = row->bytes, .length = row->length, .line = row->line};
    return reader->input->form == INPUT_CSV ? csv_row_facts(reader, &record, facts) : json_row_facts(reader, &record, facts);
}
