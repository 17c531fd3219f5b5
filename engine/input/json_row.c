/* A JSON value: by the shortcut where it is of the usual form, else by the reader of one structure. */
#include "input/row_reader.h"

#include "input/facts_json.h"
#include "input/json_quick.h"
#include <string.h>

Status json_rows_init(RowReader *reader) {
    reader->json = json_quick_new(&reader->kept, reader->vocabulary);
    return reader->json ? STATUS_OK : STATUS_NO_MEMORY;
}

/* What the reader of one structure says, at the lines of the whole input. */
static Status read_slowly(RowReader *reader, const Record *record, FactSet *facts) {
    const char *bytes = record->bytes;
    size_t length = record->length;
    bool other = reader->input->text.encoding != ENCODING_UTF8; /* of UTF-8, the scanner says what is wrong */
    if (other && !row_text(reader, record, &bytes, &length)) return STATUS_REFUSED;
    size_t before = reader->findings.count;
    Status status = facts_json_read(facts, reader->input->name, bytes, length, &reader->findings);
    for (size_t i = before; i < reader->findings.count; i++) reader->findings.items[i].line += (int)record->line - 1;
    return status;
}

static const char *text_of(const FactSet *facts, int fact) {
    return fact >= 0 ? facts->values[fact].text : NULL;
}

static Status put_facts(const FactSet *facts, Block *block, Row *row) {
    size_t at = block->rows;
    for (size_t i = 0; i < facts->vocabulary->count; i++) {
        bool said = facts->origins[i].given || (int)i == facts->vocabulary->siege || (int)i == facts->vocabulary->legal.form;
        if (!said || facts->vocabulary->facts[i].shape == SHAPE_TEXT) continue;
        block_put(block, at, (int)i, &facts->values[i]);
        if (facts->origins[i].imposed) block_impose(block, at, (int)i, 1);
    }
    row->at = (int)block->rows++;
    return block->arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* Does a record that the shortcut took give a value its source? */
static bool wraps_values(const Record *record) {
    static const char mark[] = "\"value\"";
    const size_t length = sizeof mark - 1;
    const char *end = record->bytes + record->length;
    for (const char *at = record->bytes; (size_t)(end - at) >= length; at++) {
        at = memchr(at, 'v', (size_t)(end - at) - length + 2); /* rarer than the quotation mark before it */
        if (!at) return false;
        if (at > record->bytes && memcmp(at - 1, mark, length) == 0) return true;
    }
    return false;
}

/* The shortcut. STATUS_REFUSED: the line is not for it. */
static Status read_quickly(RowReader *reader, const Record *record, Block *block, Row *row) {
    RowTexts texts = {.id = NULL};
    const KnownFacts *known = &reader->known;
    bool read = reader->input->text.encoding == ENCODING_UTF8 &&
                json_quick_read(reader->json, reader, record->bytes, record->length, block, &texts);
    bool agree = read && (!texts.siren[0] || !texts.siret[0] || memcmp(texts.siren, texts.siret, 9) == 0);
    if (!agree || known->id < 0) {
        if (block->arena->failed) return STATUS_NO_MEMORY;
        block_reset_row(block, block->rows);
        return STATUS_REFUSED;
    }
    if (!row_identify(reader, &texts, row) || !row_finish(reader, &texts, block, block->rows)) return STATUS_NO_MEMORY;
    if (!wraps_values(record) && !row_keep_texts(reader, &texts, row)) return STATUS_NO_MEMORY;
    row->at = (int)block->rows++;
    return block->arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

Status json_row_read(RowReader *reader, const Record *record, Block *block, Row *row) {
    Status quick = read_quickly(reader, record, block, row);
    if (quick != STATUS_REFUSED) return quick;
    FactSet facts;
    if (factset_init(&facts, &reader->arena, reader->vocabulary) != STATUS_OK) return STATUS_NO_MEMORY;
    Status status = read_slowly(reader, record, &facts);
    if (status == STATUS_NO_MEMORY) return status;
    row->id = text_of(&facts, reader->known.id);
    row->id_given = row->id != NULL;
    if (!row->id) row->id = arena_printf(&reader->arena, "ligne-%zu", row->line);
    if (!row->id) return STATUS_NO_MEMORY;
    row->id_length = strlen(row->id);
    return status == STATUS_OK ? put_facts(&facts, block, row) : STATUS_OK;
}

Status json_row_facts(RowReader *reader, const Record *record, FactSet *facts) {
    return read_slowly(reader, record, facts);
}
