/* Every separator is tried on the first records; the one whose best record makes the most columns known wins, and that record is
 * the line of titles. What stands above it is passed over. A line « sep=; », as Excel writes it, decides by itself. */
#include "input/heading.h"

#include <string.h>

typedef struct Candidate {
    char separator;
    size_t start, next, line, next_line; /* of the record of titles */
    size_t known, columns;
    bool found;
} Candidate;

typedef struct HeadingReader {
    Input *input;
    Arena *arena;
    const InputOptions *options;
    const TitleTable *titles;
    const char *head;
    size_t length;
    bool whole, unfinished;
    Text text; /* one record as UTF-8 */
    Cell *cells;
} HeadingReader;

/* The text of a record as UTF-8; an encoding that may be either is taken for Windows-1252 where it is no UTF-8. */
static void read_text(HeadingReader *reader, size_t at, size_t length) {
    reader->text.length = 0;
    encoding_to_utf8(reader->input->text.encoding, reader->head + at, length, &reader->text);
}

static size_t read_cells(HeadingReader *reader, char separator, size_t at, size_t length) {
    CsvForm form = reader->input->text;
    form.separator = separator;
    read_text(reader, at, length);
    size_t count = csv_cells(&form, text_get(&reader->text), reader->text.length, reader->arena, reader->cells, COLUMNS_MAX);
    return count < COLUMNS_MAX ? count : COLUMNS_MAX;
}

static bool in_map(const HeadingReader *reader, const Cell *cell) {
    const ColumnMap *map = reader->options->map;
    for (size_t i = 0; map && i < map->count; i++)
        if (titles_alike(cell->bytes, cell->length, map->items[i].title)) return true;
    return false;
}

/* With no more titles than the best line makes known, it cannot be better: the rows of a table are not looked up. */
static void count_known(const HeadingReader *reader, size_t count, const Candidate *best, Candidate *candidate) {
    int exponent;
    candidate->known = candidate->columns = 0;
    for (size_t i = 0; i < count; i++) candidate->columns += reader->cells[i].length > 0;
    if (best->found && candidate->columns <= best->known) return;
    for (size_t i = 0; i < count; i++) {
        const Cell *cell = &reader->cells[i];
        if (cell->length == 0) continue;
        candidate->known += titles_find(reader->titles, cell->bytes, cell->length, &exponent) >= 0 || in_map(reader, cell);
    }
}

static bool better(const Candidate *a, const Candidate *b) {
    if (!b->found || a->known != b->known) return !b->found || a->known > b->known;
    return a->known == 0 && a->columns > b->columns;
}

/* The best record of titles under one separator, from `start` on. */
static void try_separator(HeadingReader *reader, char separator, size_t start, size_t line, Candidate *best) {
    CsvForm form = reader->input->text;
    form.separator = separator;
    size_t at = start, imposed = reader->options->header_line;
    for (size_t rows = 0; at < reader->length && (rows < TITLE_ROWS_MAX || line <= imposed); rows++) {
        CsvRecord record;
        CsvEnd end = csv_record(&form, reader->head + at, reader->length - at, reader->whole, &record);
        if (end == CSV_UNFINISHED) {
            reader->unfinished = true;
            return;
        }
        Candidate candidate = {separator, at, at + record.next, line, line + record.lines, 0, 0, true};
        count_known(reader, read_cells(reader, separator, at, record.length), best, &candidate);
        bool wanted = imposed == 0 || (line <= imposed && imposed < line + (record.lines ? record.lines : 1));
        if (wanted && candidate.columns > 0 && better(&candidate, best)) *best = candidate;
        at = candidate.next;
        line = candidate.next_line;
    }
}

/* « sep=; » in the first line; returns its separator, or 0. */
static char declared_separator(HeadingReader *reader, CsvRecord *record) {
    CsvForm form = reader->input->text;
    form.separator = '\0';
    if (csv_record(&form, reader->head + reader->input->body, reader->length - reader->input->body, reader->whole, record) !=
        CSV_WHOLE)
        return 0;
    read_text(reader, reader->input->body, record->length);
    Cell cell = {.bytes = text_get(&reader->text), .length = reader->text.length};
    if (cell.length >= 2 && cell.bytes[0] == '"' && cell.bytes[cell.length - 1] == '"') {
        cell.bytes++;
        cell.length -= 2;
    }
    bool declared = cell.length == 5 && (memcmp(cell.bytes, "sep=", 4) == 0 || memcmp(cell.bytes, "SEP=", 4) == 0);
    return declared && strchr(";,|\t", cell.bytes[4]) ? cell.bytes[4] : 0;
}

static Candidate find_titles(HeadingReader *reader) {
    static const char separators[] = {';', ',', '\t', '|'};
    size_t start = reader->input->body, line = 1;
    CsvRecord first;
    char separator = declared_separator(reader, &first);
    if (separator) {
        start += first.next;
        line += first.lines;
    }
    if (reader->options->separator) separator = reader->options->separator;
    Candidate best = {.separator = separator ? separator : ';', .found = false};
    for (size_t i = 0; i < sizeof separators; i++)
        if (!separator || separators[i] == separator) try_separator(reader, separators[i], start, line, &best);
    return best;
}

static Status refuse_empty(const HeadingReader *reader, Findings *findings) {
    if (reader->options->header_line)
        findings_error(findings, "AZ507", reader->input->name, (int)reader->options->header_line,
                       "vérifiez le numéro donné à --header", "il n’y a pas de titres de colonnes à la ligne %zu",
                       reader->options->header_line);
    else
        findings_error(findings, "AZ507", reader->input->name, 0, "un tableau commence par une ligne de titres de colonnes",
                       "l’entrée est vide");
    return STATUS_REFUSED;
}

static Status read_titles(HeadingReader *reader, const Candidate *best, Findings *findings) {
    Input *input = reader->input;
    input->text.separator = best->separator;
    input->title_line = best->line;
    input->body = best->next;
    input->body_line = best->next_line;
    CsvRecord record;
    csv_record(&input->text, reader->head + best->start, reader->length - best->start, reader->whole, &record);
    size_t count = read_cells(reader, best->separator, best->start, record.length);
    const TitleLine line = {reader->cells, count, input->name, best->line};
    return columns_read(&input->columns, reader->arena, reader->titles, reader->options->map, &line, findings);
}

Status heading_read(Input *input, Arena *arena, const InputOptions *options, const InputHead *head, bool *more,
                    Findings *findings) {
    HeadingReader reader = {.input = input, .arena = arena, .options = options};
    reader.head = head->bytes;
    reader.length = head->length;
    reader.whole = head->whole;
    reader.titles = titles_new(arena, input->vocabulary);
    reader.cells = arena_array(arena, COLUMNS_MAX, sizeof *reader.cells);
    if (!reader.titles || !reader.cells) return STATUS_NO_MEMORY;
    text_init(&reader.text, arena->memory);
    Candidate best = find_titles(&reader);
    bool enough = head->length >= INPUT_HEAD_BYTES;
    Status status = STATUS_OK;
    if (reader.unfinished && !head->whole && !enough && best.known == 0) *more = true;
    else if (!best.found) status = refuse_empty(&reader, findings);
    else status = read_titles(&reader, &best, findings);
    if (reader.text.failed || arena->failed) status = STATUS_NO_MEMORY;
    text_clear(&reader.text);
    return status;
}
