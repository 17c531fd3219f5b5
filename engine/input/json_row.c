/* A JSON value: by the shortcut where it is of the usual form, else by the reader of one structure. */
#include "input/row_reader.h"

#include "input/facts_json.h"
#include "input/json_quick.h"
#include <string.h>

#define NEAR_END 4096 /* the lines in the last bytes of a piece are found before they are read */

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

static bool line_ends(const char *at) {
    return *at == '\n' || (*at == '\r' && at[1] == '\n');
}

/* The shortcut, for a record within `length` bytes from where the row begins: `whole`, of just so many; else up to the end of its
 * line. STATUS_REFUSED: the record is not for it. */
static Status read_quickly(RowReader *reader, size_t length, bool whole, Block *block, Row *row) {
    RowTexts texts;
    row_texts_init(&texts);
    size_t taken = json_quick_read(reader->json, reader, row->bytes, length, block, &texts);
    bool read = taken > 0 && (whole ? taken == length : line_ends(row->bytes + taken));
    bool agree = read && (!texts.siren[0] || !texts.siret[0] || memcmp(texts.siren, texts.siret, 9) == 0);
    if (!agree || reader->known.id < 0) {
        if (block->arena->failed) return STATUS_NO_MEMORY;
        block_reset_row(block, block->rows);
        return STATUS_REFUSED;
    }
    row->length = taken;
    if (!row_identify(reader, &texts, row) || !row_finish(reader, &texts, block, block->rows)) return STATUS_NO_MEMORY;
    if (!row_keep_texts(reader, &texts, row)) return STATUS_NO_MEMORY;
    row->at = (int)block->rows++;
    return block->arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

Status json_line_read(RowReader *reader, Block *block, Row *row) {
    const CsvForm *text = &reader->input->text;
    const size_t rest = reader->piece.length - reader->at;
    if (text->encoding != ENCODING_UTF8 || text->line_end != '\n' || rest < NEAR_END) return STATUS_REFUSED;
    const size_t length = rest < RECORD_BYTES_MAX ? rest - ROW_MARGIN : RECORD_BYTES_MAX;
    *row = (Row){.line = reader->line, .at = -1, .bytes = reader->piece.bytes + reader->at};
    reader->tried = row->bytes;
    Status status = read_quickly(reader, length, false, block, row);
    if (status != STATUS_OK) return status;
    reader->at += row->length + (row->bytes[row->length] == '\r') + 1;
    reader->line++;
    return STATUS_OK;
}

Status json_row_read(RowReader *reader, const Record *record, Block *block, Row *row) {
    bool usual = reader->input->text.encoding == ENCODING_UTF8 && record->bytes != reader->tried;
    Status quick = usual ? read_quickly(reader, record->length, true, block, row) : STATUS_REFUSED;
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
