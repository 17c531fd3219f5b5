/* A splitter cuts where a record ends and remembers only where it stands: what a record says is for the row readers. Lines of JSON
 * are cut at the last end of line, found from the end; a table with no quote among the bytes likewise. */
#include "input/csv_line.h"
#include "input/json_text.h"
#include "input/records.h"

#include <string.h>

/* Where the splitter stands. */
enum {
    AT_HEADING,
    AT_RECORD,
    IN_LONG, /* inside a record that was too long: its rest is passed over */
    /* A JSON document */
    AT_FIRST, /* behind « [ » */
    AT_VALUE, /* behind a comma */
    AFTER_VALUE,
    AFTER_LONE, /* behind a structure that stands in no list */
    AT_END
};

void splitter_init(Splitter *splitter, const Input *input) {
    *splitter = (Splitter){.input = input, .line = 1, .state = AT_HEADING};
}

static size_t take_counted(Splitter *splitter, const char *bytes, size_t length, size_t lines, PieceKind kind, const char *problem,
                           Piece *piece) {
    *piece = (Piece){.bytes = bytes, .length = length, .line = splitter->line, .kind = kind, .problem = problem};
    splitter->passed += length;
    splitter->line += lines;
    return length;
}

static size_t take(Splitter *splitter, const char *bytes, size_t length, PieceKind kind, const char *problem, Piece *piece) {
    const CsvForm *form = &splitter->input->text;
    const size_t lines = encoding_count(form->encoding, bytes, length, form->line_end);
    return take_counted(splitter, bytes, length, lines, kind, problem, piece);
}

/* Bytes that belong to no record. */
static size_t pass(Splitter *splitter, const char *bytes, size_t length, Piece *piece) {
    take(splitter, bytes, length, PIECE_RECORDS, NULL, piece);
    piece->length = 0;
    return length;
}

/* The offset behind the first end of line, or 0. */
static size_t line_end(const CsvForm *form, const char *bytes, size_t length) {
    size_t unit = encoding_unit(form->encoding), end = encoding_seek(form->encoding, bytes, length, form->line_end);
    return length - end < unit ? 0 : end + unit;
}

static size_t last_line_end(const CsvForm *form, const char *bytes, size_t length) {
    size_t unit = encoding_unit(form->encoding);
    for (size_t at = length / unit * unit; at >= unit; at -= unit)
        if (encoding_at(form->encoding, bytes, at - unit) == (unsigned char)form->line_end) return at;
    return 0;
}

static const char too_long[] = "cet enregistrement est trop long pour une structure\u00a0: au plus 1 Mio";
static const char open_quote[] = "un guillemet ouvert dans cette ligne n’est jamais refermé";

static size_t take_long(Splitter *splitter, const char *bytes, size_t length, int after, Piece *piece) {
    splitter->after_long = after;
    splitter->state = IN_LONG;
    return take(splitter, bytes, length, PIECE_BROKEN, too_long, piece);
}

/* The rest of a record that was too long, up to the end of a line. */
static size_t pass_long(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece) {
    size_t end = line_end(&splitter->input->text, bytes, length);
    if (end || ended) splitter->state = splitter->after_long;
    return take(splitter, bytes, end ? end : length, PIECE_MORE, NULL, piece);
}

static size_t take_lines(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece) {
    size_t whole = ended ? length : last_line_end(&splitter->input->text, bytes, length);
    if (whole == 0 && length >= RECORD_BYTES_MAX) return take_long(splitter, bytes, length, AT_RECORD, piece);
    return take(splitter, bytes, whole, PIECE_RECORDS, NULL, piece);
}

/* The bytes of the whole records that come first, mostly lines of the usual form; when there is none, what the first one is. */
static size_t whole_rows(const CsvForm *form, const char *bytes, size_t length, bool ended, CsvRecord *first, CsvEnd *end) {
    size_t at = 0;
    *end = CSV_WHOLE;
    while (at < length) {
        size_t lines;
        at += csv_usual_lines(form, bytes + at, length - at, &lines);
        if (at == length) break;
        CsvRecord record = {.next = length - at};
        CsvEnd found = csv_record(form, bytes + at, length - at, ended, &record);
        if (found == CSV_UNFINISHED && length - at >= RECORD_BYTES_MAX)
            found = csv_record(form, bytes + at, length - at, true, &record);
        if (at == 0) {
            *end = found;
            *first = record;
        }
        if (found != CSV_WHOLE || record.length > RECORD_BYTES_MAX) break;
        at += record.next;
    }
    return at;
}

/* All of it in lines of the usual form, `*lines` of them; only the last may lack its end. */
static size_t usual_rows(const CsvForm *form, const char *bytes, size_t length, bool ended, size_t *lines) {
    size_t unit = encoding_unit(form->encoding), last = last_line_end(form, bytes, length);
    bool plain = unit == 1 && !memchr(bytes, '"', length);
    if (!plain) return last > 0 && csv_usual_lines(form, bytes, last, lines) == last ? last : 0;
    size_t whole = ended ? length : last;
    *lines = encoding_count(form->encoding, bytes, whole, form->line_end);
    return whole;
}

static size_t take_rows(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece) {
    const CsvForm *form = &splitter->input->text;
    size_t lines, usual = usual_rows(form, bytes, length, ended, &lines);
    if (usual) {
        take_counted(splitter, bytes, usual, lines, PIECE_RECORDS, NULL, piece);
        piece->lines = true;
        return usual;
    }
    CsvRecord first = {.next = length};
    CsvEnd end;
    size_t whole = whole_rows(form, bytes, length, ended, &first, &end);
    if (whole) return take(splitter, bytes, whole, PIECE_RECORDS, NULL, piece);
    if (length == 0 || end == CSV_UNFINISHED) return pass(splitter, bytes, 0, piece);
    if (first.length > RECORD_BYTES_MAX) {
        if (first.next < length) return take(splitter, bytes, first.next, PIECE_BROKEN, too_long, piece);
        return take_long(splitter, bytes, length, AT_RECORD, piece);
    }
    return take(splitter, bytes, first.next, PIECE_BROKEN, open_quote, piece);
}

typedef enum Step { STEP_ON, STEP_WAIT, STEP_PROBLEM, STEP_LONG } Step;

/* What a document has at one place: a record or a separator passed, or what is wrong there. */
typedef struct DocumentStep {
    size_t from, end; /* of what is wrong */
    int state;        /* afterwards */
    const char *problem;
} DocumentStep;

static Step wrong(DocumentStep *step, size_t end, int state, const char *problem) {
    step->end = end;
    step->state = state;
    step->problem = problem;
    return STEP_PROBLEM;
}

static Step on(DocumentStep *step, size_t end, int state) {
    step->end = end;
    step->state = state;
    return STEP_ON;
}

static Step at_value(const Splitter *splitter, const char *bytes, size_t length, bool ended, DocumentStep *step) {
    const CsvForm *form = &splitter->input->text;
    unsigned first = encoding_at(form->encoding, bytes, step->from);
    size_t end, unit = encoding_unit(form->encoding);
    int after = splitter->lone ? AFTER_LONE : AFTER_VALUE;
    if (first == ',')
        return wrong(step, step->from + unit, splitter->lone ? AFTER_LONE : AT_VALUE,
                     "il manque une structure avant cette virgule");
    if (first == ']')
        return wrong(step, step->from + unit, splitter->lone ? AFTER_LONE : AT_END,
                     "il manque une structure avant «\u00a0]\u00a0» (une virgule de trop\u202f?)");
    if (first == '}' || first == ':') return wrong(step, step->from + unit, after, "ceci n’est pas une structure");
    if (!json_value_end(form, bytes, length, step->from, ended, &end))
        return length - step->from >= RECORD_BYTES_MAX ? STEP_LONG : STEP_WAIT;
    bool cut = (first == '{' || first == '[') && end < length && encoding_at(form->encoding, bytes, end) == '\n' &&
               encoding_at(form->encoding, bytes, end - unit) != (first == '{' ? '}' : ']');
    if (cut && !splitter->lone) after = AT_VALUE; /* its comma was lost in a text left open */
    return on(step, end, after);
}

static Step after_value(const Splitter *splitter, const char *bytes, size_t length, bool ended, DocumentStep *step) {
    const CsvForm *form = &splitter->input->text;
    unsigned first = encoding_at(form->encoding, bytes, step->from);
    size_t end, unit = encoding_unit(form->encoding);
    if (first == ',') return on(step, step->from + unit, AT_VALUE);
    if (first == ']') return on(step, step->from + unit, AT_END);
    if (first == '}' || first == ':') return wrong(step, step->from + unit, AFTER_VALUE, "attendu une virgule ou «\u00a0]\u00a0»");
    if (!json_value_end(form, bytes, length, step->from, ended, &end))
        return length - step->from >= RECORD_BYTES_MAX ? STEP_LONG : STEP_WAIT;
    return wrong(step, end, AFTER_VALUE, "il manque une virgule avant cette structure");
}

static Step at_the_end(const Splitter *splitter, const char *bytes, size_t length, size_t lines, bool ended, DocumentStep *step) {
    const CsvForm *form = &splitter->input->text;
    bool lone = splitter->state == AFTER_LONE;
    if (lone && lines > 0 && encoding_at(form->encoding, bytes, step->from) == '{')
        return at_value(splitter, bytes, length, ended, step);
    size_t line = line_end(form, bytes + step->from, length - step->from);
    if (line == 0 && !ended && length - step->from < RECORD_BYTES_MAX) return STEP_WAIT;
    return wrong(step, line ? step->from + line : length, splitter->state,
                 lone ? "il y a du texte après la fin de la structure" : "il y a du texte après la fin de la liste");
}

static Step document_step(const Splitter *splitter, const char *bytes, size_t length, size_t at, bool ended, DocumentStep *step) {
    const CsvForm *form = &splitter->input->text;
    size_t lines = 0;
    *step = (DocumentStep){.from = json_pass_space(form, bytes, length, at, &lines)};
    bool inside = splitter->state == AT_FIRST || splitter->state == AT_VALUE || splitter->state == AFTER_VALUE;
    if (length - step->from < encoding_unit(form->encoding)) {
        if (!ended) return STEP_WAIT;
        if (inside)
            return wrong(step, length, AT_END, "le texte s’arrête avant la fin de la liste\u00a0: il manque «\u00a0]\u00a0»");
        return on(step, length, splitter->state);
    }
    bool first_close = splitter->state == AT_FIRST && encoding_at(form->encoding, bytes, step->from) == ']';
    if (first_close) return on(step, step->from + encoding_unit(form->encoding), AT_END);
    if (splitter->state == AFTER_VALUE) return after_value(splitter, bytes, length, ended, step);
    if (inside) return at_value(splitter, bytes, length, ended, step);
    return at_the_end(splitter, bytes, length, lines, ended, step);
}

/* Structures up to the first mistake; or the mistake, when it comes first. */
static size_t take_document(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece) {
    size_t at = 0;
    DocumentStep step;
    Step what = STEP_ON;
    while (at < length || (ended && at == 0)) {
        what = document_step(splitter, bytes, length, at, ended, &step);
        if (what != STEP_ON) break;
        splitter->state = step.state;
        at = step.end;
        if (at >= length) break;
    }
    if (at > 0 || what == STEP_ON) return take(splitter, bytes, at, PIECE_RECORDS, NULL, piece);
    if (what == STEP_LONG) return take_long(splitter, bytes, length, AFTER_VALUE, piece);
    if (what == STEP_WAIT) return pass(splitter, bytes, length >= RECORD_BYTES_MAX ? length : 0, piece);
    splitter->state = step.state;
    if (step.from > 0) pass(splitter, bytes, step.from, piece);
    size_t broken = take(splitter, bytes + step.from, step.end - step.from, PIECE_BROKEN, step.problem, piece);
    return step.from + broken;
}

static size_t take_heading(Splitter *splitter, const char *bytes, size_t length, Piece *piece) {
    const Input *input = splitter->input;
    splitter->state = input->form == INPUT_JSON ? (input->list ? AT_FIRST : AT_VALUE) : AT_RECORD;
    splitter->lone = input->form == INPUT_JSON && !input->list;
    return pass(splitter, bytes, input->body < length ? input->body : length, piece);
}

size_t splitter_take(Splitter *splitter, const char *bytes, size_t length, bool ended, Piece *piece) {
    const Input *input = splitter->input;
    *piece = (Piece){.bytes = bytes, .line = splitter->line};
    if (splitter->state == AT_HEADING) {
        if (length < input->body && !ended) return 0;
        size_t heading = take_heading(splitter, bytes, length, piece);
        if (heading) return heading;
    }
    if (splitter->state == IN_LONG) return pass_long(splitter, bytes, length, ended, piece);
    if (input->form == INPUT_JSON) return take_document(splitter, bytes, length, ended, piece);
    if (input->form == INPUT_CSV) return take_rows(splitter, bytes, length, ended, piece);
    return take_lines(splitter, bytes, length, ended, piece);
}

/* A ^Z alone ends the tables that old programs write. */
static bool blank(const Input *input, const char *bytes, size_t length) {
    const CsvForm *form = &input->text;
    size_t unit = encoding_unit(form->encoding);
    for (size_t at = 0; length - at >= unit; at += unit) {
        unsigned here = encoding_at(form->encoding, bytes, at);
        bool mark = here == 0x1A && input->form == INPUT_CSV;
        if (here != ' ' && here != '\t' && here != '\r' && here != '\n' && !mark) return false;
    }
    return true;
}

static void next_line(const CsvForm *form, const char *bytes, size_t length, CsvRecord *record) {
    size_t end = line_end(form, bytes, length), unit = encoding_unit(form->encoding);
    *record = (CsvRecord){.length = end ? end - unit : length, .next = end ? end : length, .lines = end > 0};
    if (record->length >= unit && encoding_at(form->encoding, bytes, record->length - unit) == '\r') record->length -= unit;
}

static bool next_value(const Input *input, const Piece *piece, size_t *at, size_t *line, Record *out) {
    const CsvForm *form = &input->text;
    size_t unit = encoding_unit(form->encoding), lines = 0, from = *at, end;
    for (;; from += unit) {
        from = json_pass_space(form, piece->bytes, piece->length, from, &lines);
        if (piece->length - from < unit || encoding_at(form->encoding, piece->bytes, from) != ',') break;
    }
    bool closing = piece->length - from < unit || encoding_at(form->encoding, piece->bytes, from) == ']';
    if (closing) return false;
    json_value_end(form, piece->bytes, piece->length, from, true, &end);
    *out = (Record){.bytes = piece->bytes + from, .length = end - from, .line = *line + lines};
    *line += lines + encoding_count(form->encoding, out->bytes, out->length, form->line_end);
    *at = end;
    return true;
}

bool record_next(const Input *input, const Piece *piece, size_t *at, size_t *line, Record *out) {
    if (input->form == INPUT_JSON) return next_value(input, piece, at, line, out);
    while (*at < piece->length) {
        const char *bytes = piece->bytes + *at;
        CsvRecord record;
        bool rows = input->form == INPUT_CSV && !piece->lines;
        if (rows) csv_record(&input->text, bytes, piece->length - *at, true, &record);
        else next_line(&input->text, bytes, piece->length - *at, &record);
        *out = (Record){.bytes = bytes, .length = record.length, .line = *line};
        *at += record.next;
        *line += record.lines;
        if (!blank(input, bytes, record.length)) return true;
    }
    return false;
}
