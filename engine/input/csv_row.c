/* The cells of a row go, one by one, to the readers of cells, and what they say to a sink: a block's row, or a fact set. A commune
 * that is named comes last, when the other places of the row can tell it from its namesakes. */
#include "input/row_reader.h"

#include "base/text.h"
#include "input/csv_quick.h"
#include <string.h>

/* Where values go: one of the two. */
typedef struct Sink {
    Block *block;
    FactSet *facts;
    RowTexts texts;
    size_t row;
    bool named; /* a cell for id, SIRET or SIREN says something that is wrong */
    bool quick; /* its row was read quickly, but for some cells */
} Sink;

/* The column of a fact, or SIZE_MAX. */
static size_t column_of(const Columns *columns, int fact) {
    for (size_t i = 0; fact >= 0 && i < columns->count; i++)
        if (columns->items[i].fact == fact) return i;
    return SIZE_MAX;
}

Status csv_rows_init(RowReader *reader) {
    reader->naming[0] = column_of(&reader->input->columns, reader->known.id);
    reader->naming[1] = column_of(&reader->input->columns, reader->known.name);
    reader->cells = arena_array(&reader->kept, COLUMNS_MAX, sizeof *reader->cells);
    reader->sheet = (SheetReader){.vocabulary = reader->vocabulary,
                                  .complaints = &reader->complaints,
                                  .arena = &reader->arena,
                                  .kept = &reader->kept,
                                  .choices = choices_new(&reader->kept, reader->vocabulary)};
    reader->quick = csv_quick_new(&reader->kept, reader->input);
    return reader->cells && reader->sheet.choices && reader->quick ? STATUS_OK : STATUS_NO_MEMORY;
}

bool csv_rows_open(RowReader *reader, Block *block) {
    return csv_quick_open(reader, block);
}

static bool put(RowReader *reader, Sink *sink, int fact, const Cell *cell, size_t line, const Value *value) {
    bool text = reader->vocabulary->facts[fact].shape == SHAPE_TEXT;
    if (text) row_take_text(reader, &sink->texts, fact, value->text, strlen(value->text));
    if (sink->block && !text) block_put(sink->block, sink->row, fact, value);
    if (!sink->facts) return !sink->block || !sink->block->arena->failed;
    Origin origin = {.given = true, .line = (int)(line + cell->line)};
    origin.written = written_cut(sink->facts->arena, cell->bytes, cell->length);
    return origin.written && factset_put(sink->facts, fact, value, &origin) == STATUS_OK;
}

static bool read_cell(RowReader *reader, Sink *sink, size_t column, const Cell *cell, size_t line) {
    const TitledColumn *titled = &reader->input->columns.items[column];
    Value value;
    if (titled->fact < 0 || cell->length == 0) return true;
    if (sheet_unknown(cell)) {
        if (sink->quick) csv_quick_learn(reader, column, NULL);
        return true;
    }
    const KnownFacts *known = &reader->known;
    if (titled->fact == known->id || titled->fact == known->siret || titled->fact == known->siren) sink->named = true;
    size_t findings = reader->findings.count;
    reader->complaints.column = titled->title;
    bool read = sheet_value_read(&reader->sheet, titled->fact, titled->exponent, cell, line, &value);
    reader->complaints.column = NULL;
    if (!read) return !reader->arena.failed;
    bool quiet = reader->findings.count == findings;
    if (quiet && sink->quick) csv_quick_learn(reader, column, &value);
    return put(reader, sink, titled->fact, cell, line, &value);
}

/* The places of the row that are known so far. */
static void give_hints(RowReader *reader, const RowTexts *texts) {
    const char(*places)[PLACE_CODE_MAX] = texts->places.text;
    reader->sheet.hints = (CommuneHints){.departement = *places[PLACE_DEPARTEMENT] ? places[PLACE_DEPARTEMENT] : NULL,
                                         .postal = *places[PLACE_POSTAL] ? places[PLACE_POSTAL] : NULL,
                                         .region = *places[PLACE_REGION] ? places[PLACE_REGION] : NULL};
}

/* The cells of `left` columns. */
static bool read_cells(RowReader *reader, Sink *sink, const uint16_t *columns, size_t left, size_t line) {
    const size_t commune = reader->input->columns.commune;
    bool last = false;
    for (size_t i = 0; i < left; i++) {
        if (columns[i] == commune) last = true;
        else if (!read_cell(reader, sink, columns[i], &reader->cells[columns[i]], line)) return false;
    }
    if (!last) return true;
    const Cell *cell = &reader->cells[commune];
    give_hints(reader, &sink->texts);
    if (sink->quick && csv_quick_town(reader, reader->input->columns.items[commune].fact, cell, &sink->texts)) return true;
    return read_cell(reader, sink, commune, cell, line);
}

static bool all_empty(const RowReader *reader, size_t from, size_t count) {
    for (size_t i = from; i < count; i++)
        if (reader->cells[i].length > 0) return false;
    return true;
}

static const char *cells_word(size_t count) {
    return count > 1 ? "cellules" : "cellule";
}

/* Too many or too few cells: then no cell is sure to stand under its title. */
static bool shape_right(RowReader *reader, size_t count, size_t line) {
    const Columns *columns = &reader->input->columns;
    Arena *arena = &reader->arena;
    size_t seen = count < COLUMNS_MAX ? count : COLUMNS_MAX;
    bool too_many = count > COLUMNS_MAX || (count > columns->count && !all_empty(reader, columns->count, seen));
    if (!too_many && count >= columns->titled) return true;
    const char *message = arena_printf(arena, "cette ligne a %zu %s pour %zu %s", count, cells_word(count), columns->titled,
                                       columns->titled > 1 ? "colonnes" : "colonne");
    row_error(reader, "AZ510", line, message ? message : "cette ligne n’a pas le bon nombre de cellules",
              too_many ? "un texte qui contient le séparateur se met entre guillemets droits (\")"
                       : "un retour à la ligne dans une cellule se met entre guillemets droits (\")\u00a0; une cellule vide garde "
                         "son séparateur");
    return false;
}

bool csv_says_total(const Cell *cell) {
    static const char *const words[] = {"total", "totaux", "total general", "sous total", "moyenne", "somme"};
    char text[20], folded[20];
    if (cell->length < 5 || cell->length >= sizeof text || !strchr("tTsSmM", cell->bytes[0])) return false;
    if (cell->bytes[1] != 'o' && cell->bytes[1] != 'O' && (unsigned char)cell->bytes[1] < 0x80) return false;
    memcpy(text, cell->bytes, cell->length);
    text[cell->length] = '\0';
    size_t length = text_fold(folded, sizeof folded, text);
    while (length > 0 && (folded[length - 1] == ':' || folded[length - 1] == ' ')) folded[--length] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(folded, words[i]) == 0) return true;
    return false;
}

static bool is_title(const Cell *cell, const TitledColumn *column) {
    return strlen(column->title) == cell->length && memcmp(column->title, cell->bytes, cell->length) == 0;
}

/* The line of titles again, as where two files were put one after the other. */
static bool titles_again(const RowReader *reader, size_t count) {
    const Columns *columns = &reader->input->columns;
    size_t same = 0;
    for (size_t i = 0; i < count && i < columns->count; i++) {
        if (!is_title(&reader->cells[i], &columns->items[i])) return false;
        same += reader->cells[i].length > 0;
    }
    return same > 0;
}

static bool names_structure(RowReader *reader, size_t count, size_t line) {
    size_t first = 0;
    while (first < count && reader->cells[first].length == 0) first++;
    if (titles_again(reader, count)) {
        row_error(reader, "AZ512", line, "cette ligne répète les titres des colonnes", "retirez-la");
        return false;
    }
    bool total = first < count && csv_says_total(&reader->cells[first]);
    for (size_t i = 0; i < sizeof reader->naming / sizeof *reader->naming && !total; i++)
        total = reader->naming[i] < count && csv_says_total(&reader->cells[reader->naming[i]]);
    if (total) row_error(reader, "AZ512", line, "cette ligne est un total, et non une structure", "retirez-la");
    return !total;
}

static bool identified(RowReader *reader, const Sink *sink, size_t line) {
    const RowTexts *texts = &sink->texts;
    if (!reader->input->columns.identified || sink->named || texts->id || texts->siret[0] || texts->siren[0]) return true;
    row_error(reader, "AZ511", line, "cette ligne ne donne ni identifiant, ni SIRET, ni SIREN",
              "remplissez-en un\u00a0; une ligne de total ou de notes n’est pas une structure");
    return false;
}

/* Cuts a record of UTF-8 into cells, whose columns are put in `columns`, `*count` of them. False: it is no row, or refused. */
static bool open_row(RowReader *reader, const char *bytes, size_t length, size_t line, uint16_t columns[COLUMNS_MAX], size_t *count,
                     bool *blank) {
    *count = csv_cells(&reader->input->text, bytes, length, &reader->arena, reader->cells, COLUMNS_MAX);
    *blank = *count <= COLUMNS_MAX && all_empty(reader, 0, *count);
    if (*blank || !shape_right(reader, *count, line)) return false;
    if (*count > reader->input->columns.count) *count = reader->input->columns.count;
    for (size_t i = 0; i < *count; i++) columns[i] = (uint16_t)i;
    return names_structure(reader, *count, line);
}

/* The quick way, from bytes of which ROW_MARGIN more can be read; NULL: there are none. */
static bool read_quickly(RowReader *reader, Sink *sink, const char *bytes, size_t length, bool narrow,
                         uint16_t columns[COLUMNS_MAX], size_t *count) {
    const QuickBytes from = {.bytes = bytes, .length = length, .whole = true, .narrow = narrow};
    CsvLine line;
    return sink->quick = bytes && csv_quick_read(reader, &from, &sink->texts, &line, columns, count);
}

/* The quick way, then the cells that it leaves, or all of them. */
static bool read_row(RowReader *reader, Sink *sink, const Record *record, bool *read, bool *blank) {
    const char *bytes;
    size_t length, count;
    uint16_t columns[COLUMNS_MAX];
    *blank = *read = false;
    if (sink->block) {
        bytes = row_narrow(reader, record, &length);
        read_quickly(reader, sink, bytes, length, true, columns, &count);
    }
    if (!sink->quick && !row_text(reader, record, &bytes, &length)) return true;
    if (!sink->quick && sink->block)
        read_quickly(reader, sink, row_with_margin(reader, bytes, length), length, false, columns, &count);
    *read = sink->quick || open_row(reader, bytes, length, record->line, columns, &count, blank);
    return !*read || read_cells(reader, sink, columns, count, record->line);
}

/* A row that was read, or not: `open`. */
static Status close_row(RowReader *reader, Sink *sink, bool open, size_t errors, Row *row) {
    Block *block = sink->block;
    bool right = open && identified(reader, sink, row->line) && row_identifiers_agree(reader, &sink->texts, row->line);
    if (!row_identify(reader, &sink->texts, row)) return STATUS_NO_MEMORY;
    right = right && reader->findings.errors == errors;
    if (!right) block_reset_row(block, sink->row);
    else if (!row_finish(reader, &sink->texts, block, sink->row) || !row_keep_texts(reader, &sink->texts, row))
        return STATUS_NO_MEMORY;
    else row->at = (int)block->rows++;
    return reader->arena.failed || reader->findings.failed || block->arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

Status csv_row_read(RowReader *reader, const Record *record, Block *block, Row *row, bool *blank) {
    Sink sink = {.block = block, .row = block->rows};
    const size_t before = reader->findings.errors;
    bool open;
    if (!read_row(reader, &sink, record, &open, blank)) return STATUS_NO_MEMORY;
    return *blank ? STATUS_OK : close_row(reader, &sink, open, before, row);
}

Status csv_line_read(RowReader *reader, Block *block, Row *row) {
    const size_t unit = encoding_unit(reader->input->text.encoding), before = reader->findings.errors;
    Sink sink;
    QuickBytes from;
    CsvLine line;
    uint16_t columns[COLUMNS_MAX];
    size_t count;
    if (reader->input->text.line_end != '\n' || !row_ahead(reader, &from.bytes, &from.length, &from.narrow)) return STATUS_REFUSED;
    from.whole = false;
    sink.block = block;
    sink.facts = NULL;
    sink.row = block->rows;
    sink.named = false;
    sink.quick = true;
    row_texts_init(&sink.texts);
    if (!csv_quick_read(reader, &from, &sink.texts, &line, columns, &count))
        return block->arena->failed ? STATUS_NO_MEMORY : STATUS_REFUSED;
    *row = (Row){.line = reader->line, .at = -1, .bytes = reader->piece.bytes + reader->at, .length = line.length * unit};
    reader->at += line.next * unit;
    reader->line += line.breaks + 1;
    if (!read_cells(reader, &sink, columns, count, row->line)) return STATUS_NO_MEMORY;
    return close_row(reader, &sink, true, before, row);
}

static void default_texts(const RowReader *reader, const RowTexts *texts, FactSet *facts) {
    const KnownFacts *known = &reader->known;
    if (texts->siret[0] && known->siren >= 0 && !texts->siren[0]) {
        facts->values[known->siren].text = arena_text(facts->arena, texts->siret, 9);
        facts->origins[known->siren] = facts->origins[known->siret];
    }
    if (texts->id || known->id < 0) return;
    const char *code = texts->siret[0] ? texts->siret : texts->siren[0] ? texts->siren : NULL;
    facts->values[known->id].text = arena_copy(facts->arena, code);
}

Status csv_row_facts(RowReader *reader, const Record *record, FactSet *facts) {
    Sink sink = {.facts = facts};
    bool read, blank;
    if (!read_row(reader, &sink, record, &read, &blank)) return STATUS_NO_MEMORY;
    if (!read) return STATUS_REFUSED;
    default_texts(reader, &sink.texts, facts);
    return facts->arena->failed || reader->arena.failed ? STATUS_NO_MEMORY : STATUS_OK;
}
