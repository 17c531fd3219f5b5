/* What every row needs besides its columns: an identifier, a seat made of its places, a legal form narrowed by its category. */
#include "input/row_reader.h"

#include <string.h>

bool row_text(RowReader *reader, const Record *record, const char **bytes, size_t *length) {
    const Input *input = reader->input;
    *bytes = record->bytes;
    *length = record->length;
    bool is_utf8 = input->text.encoding == ENCODING_UTF8;
    if (is_utf8 && utf8_valid(record->bytes, record->length)) return true;
    Encoding encoding = is_utf8 && input->unsure ? ENCODING_WINDOWS_1252 : input->text.encoding;
    reader->text.length = 0;
    size_t wrong = encoding_to_utf8(encoding, record->bytes, record->length, &reader->text);
    char *margin = text_room(&reader->text, ROW_MARGIN);
    if (margin) memset(margin, 0, ROW_MARGIN);
    *length = reader->text.length;
    *bytes = text_get(&reader->text);
    if (reader->text.failed) {
        reader->arena.failed = true;
        return false;
    }
    if (wrong == record->length) return true;
    const char *message =
        arena_printf(&reader->arena, "l’octet %zu de cette ligne n’est pas un caractère en %s", wrong + 1, encoding_name(encoding));
    row_error(reader, "AZ513", record->line, message ? message : "texte illisible",
              "enregistrez le fichier en UTF-8, ou dites son encodage avec --encoding");
    return false;
}

const char *row_with_margin(RowReader *reader, const char *bytes, size_t length) {
    const char *readable = reader->piece.bytes + reader->piece.length;
    if (bytes == reader->text.bytes || (size_t)(readable - bytes) - length >= ROW_MARGIN) return bytes;
    char *copy = arena_bytes(&reader->arena, length + ROW_MARGIN);
    if (!copy) return NULL;
    memcpy(copy, bytes, length);
    memset(copy + length, 0, ROW_MARGIN);
    return copy;
}

const char *row_narrow(RowReader *reader, const Record *record, size_t *length) {
    const Encoding encoding = reader->input->text.encoding;
    *length = record->length / encoding_unit(encoding);
    if (encoding == ENCODING_UTF8 || *length * encoding_unit(encoding) != record->length) return NULL;
    const char *bytes = row_with_margin(reader, record->bytes, record->length);
    if (!bytes || encoding == ENCODING_WINDOWS_1252) return bytes;
    reader->text.length = 0;
    char *narrow = text_room(&reader->text, *length + ENCODING_SPARE + ROW_MARGIN);
    if (!narrow) return NULL;
    encoding_to_1252(encoding, bytes, *length, narrow);
    memset(narrow + *length, 0, ROW_MARGIN);
    return narrow;
}

#define AHEAD_UNITS 16384 /* of UTF-16 at a time: what they give stays in the nearest cache while it is read */
#define AHEAD_ENOUGH 4096 /* longer records are for who looks for their end first */

/* The units of the piece from `at` on, as far as `end`. */
static bool look_ahead(RowReader *reader, size_t at, size_t end) {
    const size_t count = end - at < AHEAD_UNITS ? end - at : AHEAD_UNITS;
    reader->ahead.length = 0;
    reader->ahead_at = reader->ahead_end = at;
    char *narrow = text_room(&reader->ahead, AHEAD_UNITS + ENCODING_SPARE + ROW_MARGIN);
    if (!narrow) return false;
    encoding_to_1252(reader->input->text.encoding, reader->piece.bytes + 2 * at, count, narrow);
    memset(narrow + count, 0, ROW_MARGIN);
    reader->ahead_end = at + count;
    return true;
}

bool row_ahead(RowReader *reader, const char **bytes, size_t *length, bool *narrow) {
    const Encoding encoding = reader->input->text.encoding;
    const size_t unit = encoding_unit(encoding), at = reader->at / unit, all = reader->piece.length / unit;
    if (all - at <= ROW_MARGIN) return false;
    const size_t end = all - ROW_MARGIN;
    *bytes = reader->piece.bytes + reader->at;
    *length = end - at;
    *narrow = encoding != ENCODING_UTF8;
    if (unit == 1) return true;
    const bool known = at >= reader->ahead_at && at <= reader->ahead_end;
    const bool enough = known && (reader->ahead_end - at >= AHEAD_ENOUGH || reader->ahead_end == end);
    if (!enough && !look_ahead(reader, at, end)) return false;
    *bytes = reader->ahead.bytes + (at - reader->ahead_at);
    *length = reader->ahead_end - at;
    return true;
}

static bool put_seat(RowReader *reader, RowTexts *texts, Block *block, size_t row) {
    if (!texts->placed || reader->known.siege < 0) return true;
    const uint64_t *possible = seats_find(reader->seats, &texts->places);
    Column *column = possible ? block_column(block, reader->known.siege) : NULL;
    if (!column) return false;
    for (size_t w = 0; w < column->words; w++) column->possible[w * block->capacity + row] = possible[w];
    texts->disputed = seats_disputed(reader->seats);
    return true;
}

static bool put_form(RowReader *reader, RowTexts *texts, Block *block, size_t row) {
    const LegalCategories *legal = &reader->vocabulary->legal;
    if (!texts->category[0] || reader->known.form < 0) return true;
    const LegalCategory *category = legal_category(legal, texts->category, strlen(texts->category));
    if (!category || !category->forms) return true;
    Column *column = block_column(block, reader->known.form);
    uint64_t *form = column ? arena_array(&reader->arena, column->words, sizeof *form) : NULL;
    if (!form) return false;
    for (size_t w = 0; w < column->words; w++) form[w] = column->possible[w * block->capacity + row];
    texts->formed = bits_count(form, column->words) < reader->vocabulary->facts[reader->known.form].choice_count;
    texts->disputed = !legal_narrow(category, false, form, column->words) || texts->disputed;
    for (size_t w = 0; w < column->words; w++) column->possible[w * block->capacity + row] = form[w];
    return true;
}

bool row_finish(RowReader *reader, RowTexts *texts, Block *block, size_t row) {
    return put_seat(reader, texts, block, row) && put_form(reader, texts, block, row);
}

static void keep(char *out, size_t size, const char *text, size_t length) {
    if (length >= size) return;
    memcpy(out, text, length);
    out[length] = '\0';
}

void row_take_text(RowReader *reader, RowTexts *texts, int fact, const char *text, size_t length) {
    const KnownFacts *known = &reader->known;
    const Fact *taken = &reader->vocabulary->facts[fact];
    if (taken->type == FACT_PLACE) {
        keep(texts->places.text[taken->level], PLACE_CODE_MAX, text, length);
        texts->placed = true;
    } else if (fact == known->id) {
        texts->id = text;
        texts->id_length = length;
    } else if (fact == known->siren) {
        keep(texts->siren, sizeof texts->siren, text, length);
    } else if (fact == known->siret) {
        keep(texts->siret, sizeof texts->siret, text, length);
    } else if (fact == known->category) {
        keep(texts->category, sizeof texts->category, text, length);
    } else if (fact == known->name && reader->names_kept) {
        texts->name = arena_text(&reader->arena, text, length);
    }
}

/* A place says where the seat is, a form and its category say one thing: who reads them together says where that comes from. */
void row_take_origin(RowReader *reader, RowTexts *texts, const RowOrigin *origin) {
    const Shape shape = reader->vocabulary->facts[origin->fact].shape;
    if (!origin->source && !origin->date) return;
    if (shape == SHAPE_TEXT || origin->fact == reader->known.form || texts->origin_count == ROW_ORIGINS_MAX) texts->sourced = true;
    else texts->origins[texts->origin_count++] = *origin;
}

bool row_keep_texts(RowReader *reader, const RowTexts *texts, Row *row) {
    if (!reader->names_kept || texts->disputed || texts->sourced) return true;
    RowTexts *kept = arena_new(&reader->arena, sizeof *kept);
    if (!kept) return false;
    *kept = *texts;
    row->texts = kept;
    return true;
}

bool row_identifiers_agree(RowReader *reader, const RowTexts *texts, size_t line) {
    if (!texts->siren[0] || !texts->siret[0] || memcmp(texts->siren, texts->siret, 9) == 0) return true;
    const char *message = arena_printf(&reader->arena, "siren\u00a0: «\u00a0%s\u00a0» n’est pas le début du SIRET «\u00a0%s\u00a0»",
                                       texts->siren, texts->siret);
    const Finding finding = {.severity = SEVERITY_ERROR,
                             .code = "AZ117",
                             .file = reader->input->name,
                             .line = (int)line,
                             .fact = "siren",
                             .read = texts->siren,
                             .message = message,
                             .advice = "un SIRET commence par le SIREN de l’entreprise\u00a0: corrigez l’un des deux"};
    if (message) findings_add(&reader->findings, &finding);
    return false;
}

bool row_identify(RowReader *reader, const RowTexts *texts, Row *row) {
    const char *code = texts->siret[0] ? texts->siret : texts->siren[0] ? texts->siren : NULL;
    row->id_given = texts->id || code;
    row->id_length = texts->id_length;
    if (texts->id) {
        bool borrowed = texts->id >= row->bytes && texts->id < row->bytes + row->length;
        row->id = borrowed ? texts->id : arena_text(&reader->arena, texts->id, texts->id_length);
        return row->id != NULL;
    }
    row->id = code ? arena_copy(&reader->arena, code) : arena_printf(&reader->arena, "ligne-%zu", row->line);
    if (row->id) row->id_length = strlen(row->id);
    return row->id != NULL;
}

void row_error(RowReader *reader, const char *code, size_t line, const char *message, const char *advice) {
    complain_at(&reader->complaints, code, (int)line, 0, message, advice);
}
