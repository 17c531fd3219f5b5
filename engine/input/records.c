/* What an input is: its encoding from its bytes, its form from its first character and its name, and of a table the separator and
 * the line of titles that make the most columns known. */
#include "input/records.h"

#include "input/heading.h"
#include "input/json_text.h"
#include <string.h>

bool input_form_named(const char *name, InputForm *out) {
    static const struct {
        const char *name;
        InputForm form;
    } forms[] = {{"csv", INPUT_CSV}, {"json", INPUT_JSON}, {"jsonl", INPUT_JSON_LINES}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(forms[i].name, name) != 0) continue;
        *out = forms[i].form;
        return true;
    }
    return false;
}

bool input_separator_named(const char *name, char *out) {
    if (strcmp(name, "tab") == 0) name = "\t";
    if (strlen(name) != 1 || !strchr(";,|\t", *name)) return false;
    *out = *name;
    return true;
}

static bool name_ends(const char *name, const char *ending) {
    size_t length = strlen(name), size = strlen(ending);
    if (length < size) return false;
    for (size_t i = 0; i < size; i++) {
        char c = name[length - size + i];
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != ending[i]) return false;
    }
    return true;
}

/* Old Macs end lines with '\r' alone. */
static char find_line_end(const CsvForm *form, const char *head, size_t length) {
    size_t unit = encoding_unit(form->encoding);
    bool carriage = false;
    for (size_t at = 0; length - at >= unit; at += unit) {
        unsigned here = encoding_at(form->encoding, head, at);
        if (here == '\n') return '\n';
        carriage = carriage || here == '\r';
    }
    return carriage ? '\r' : '\n';
}

/* A head that begins with « { »: one structure over several lines, or one a line? A line that begins with « { » inside a structure
 * would be no JSON: then the first line is a broken one among others. */
static bool one_a_line(const CsvForm *form, const char *head, size_t length, size_t start, bool whole) {
    size_t end, lines = 0, unit = encoding_unit(form->encoding);
    bool found = json_value_end(form, head, length, start, whole, &end);
    size_t last = found ? end : length, at = start;
    while (last - at >= unit && encoding_at(form->encoding, head, at) != (unsigned char)form->line_end) at += unit;
    if (last - at < unit) return true;
    at = json_pass_space(form, head, length, at, &lines);
    return length - at >= unit && encoding_at(form->encoding, head, at) == '{' && at >= last;
}

static InputForm find_form(Input *input, const char *head, size_t length, bool whole) {
    size_t lines = 0, at = json_pass_space(&input->text, head, length, input->body, &lines);
    bool something = length - at >= encoding_unit(input->text.encoding);
    unsigned first = something ? encoding_at(input->text.encoding, head, at) : 0;
    bool json = name_ends(input->name, ".json");
    input->list = first == '[';
    if (first == '[') return INPUT_JSON;
    if (first == '{') return one_a_line(&input->text, head, length, at, whole) ? INPUT_JSON_LINES : INPUT_JSON;
    if (name_ends(input->name, ".jsonl") || name_ends(input->name, ".ndjson") ||
        (!something && !json && !name_ends(input->name, ".csv")))
        return INPUT_JSON_LINES;
    return json ? INPUT_JSON : INPUT_CSV;
}

static Status describe_json(Input *input, const char *head, size_t length, bool whole, Findings *findings) {
    size_t lines = 0, at = json_pass_space(&input->text, head, length, input->body, &lines);
    size_t unit = encoding_unit(input->text.encoding);
    input->text.separator = ',';
    if (input->form == INPUT_JSON_LINES) return STATUS_OK;
    if (length - at < unit && whole) {
        findings_error(findings, "AZ101", input->name, 1, NULL, "JSON illisible\u00a0: le texte est vide");
        return STATUS_REFUSED;
    }
    input->list = length - at >= unit && encoding_at(input->text.encoding, head, at) == '[';
    if (input->list) {
        input->body = at + unit;
        input->body_line += lines;
    }
    return STATUS_OK;
}

typedef struct Wrapping {
    const char *before, *between, *after;
} Wrapping;

/* In the encoding of the input; what stands before the rows of a table is given as it is. */
static Status wrap(Input *input, Arena *arena, const char *head) {
    bool carriage = input->carriage;
    const char *line = input->text.line_end == '\r' ? "\r" : carriage ? "\r\n" : "\n";
    Wrapping wrapping = {"", line, line};
    if (input->form == INPUT_JSON && input->list) wrapping = (Wrapping){"[\n", ",\n", "\n]\n"};
    size_t above = input->form == INPUT_CSV ? input->body : input->mark;
    Text text;
    text_init(&text, arena->memory);
    text_add_bytes(&text, head, above);
    encoding_from_ascii(input->text.encoding, wrapping.before, &text);
    input->before_length = text.length;
    encoding_from_ascii(input->text.encoding, wrapping.between, &text);
    input->between_length = text.length - input->before_length;
    encoding_from_ascii(input->text.encoding, wrapping.after, &text);
    input->after_length = text.length - input->between_length - input->before_length;
    char *copy = text.failed ? NULL : arena_text(arena, text_get(&text), text.length);
    text_clear(&text);
    if (!copy) return STATUS_NO_MEMORY;
    input->before = copy;
    input->between = copy + input->before_length;
    input->after = input->between + input->between_length;
    return STATUS_OK;
}

static bool has_carriage(const CsvForm *form, const char *head, size_t length) {
    size_t unit = encoding_unit(form->encoding);
    for (size_t at = unit; length - at >= unit && at < length; at += unit)
        if (encoding_at(form->encoding, head, at) == '\n') return encoding_at(form->encoding, head, at - unit) == '\r';
    return false;
}

static bool begins_with_mark(Encoding encoding, const char *head, size_t length) {
    return encoding_find(head, length < 4 ? length : 4, false).encoding == encoding &&
           encoding_find(head, length < 4 ? length : 4, false).mark > 0;
}

Status input_describe(Input *input, Arena *arena, const Vocabulary *vocabulary, const InputOptions *options, const char *name,
                      const InputHead *head, bool *more, Findings *findings) {
    const char *bytes = head->bytes;
    const size_t length = head->length;
    *more = false;
    *input = (Input){.name = name, .vocabulary = vocabulary, .body_line = 1};
    EncodingFound found = encoding_find(bytes, length, head->whole);
    if (options->encoding != ENCODING_ANY) {
        bool marked = begins_with_mark(options->encoding, bytes, length);
        found = (EncodingFound){.encoding = options->encoding, .mark = marked ? found.mark : 0};
    }
    input->text.encoding = found.encoding;
    input->body = input->mark = found.mark;
    input->text.line_end = find_line_end(&input->text, bytes, length);
    input->carriage = has_carriage(&input->text, bytes, length);
    input->form = find_form(input, bytes, length, head->whole);
    if (options->form != INPUT_ANY_FORM) input->form = options->form;
    if (input->form != INPUT_CSV && options->encoding == ENCODING_ANY && found.encoding == ENCODING_WINDOWS_1252)
        input->text.encoding = ENCODING_UTF8;
    input->unsure = found.unsure && input->form == INPUT_CSV;
    Status status = input->form == INPUT_CSV ? heading_read(input, arena, options, head, more, findings)
                                             : describe_json(input, bytes, length, head->whole, findings);
    if (status != STATUS_OK || *more) return status;
    return wrap(input, arena, bytes);
}

static void write_columns(const Input *input, Text *out) {
    const Columns *columns = &input->columns;
    text_add(out, "colonnes\u00a0:\n");
    for (size_t i = 0; i < columns->count; i++) {
        const TitledColumn *column = &columns->items[i];
        if (column->how == COLUMN_EMPTY) continue;
        const char *fact = column->fact >= 0 ? input->vocabulary->facts[column->fact].name : "(laissée de côté)";
        const char *scale = column->exponent == 3 ? " (en milliers)" : column->exponent == 6 ? " (en millions)" : "";
        text_addf(out, "  «\u00a0%s\u00a0» → %s%s\n", column->title, fact, scale);
    }
}

void input_write(const Input *input, Text *out) {
    static const char *const forms[] = {
        [INPUT_JSON_LINES] = "JSON, une structure par ligne", [INPUT_JSON] = "JSON", [INPUT_CSV] = "tableau (CSV)"};
    bool list = input->form == INPUT_JSON && input->list;
    text_addf(out, "forme\u00a0: %s%s\n", forms[input->form], list ? ", une liste de structures" : "");
    text_addf(out, "encodage\u00a0: %s%s\n", encoding_name(input->text.encoding),
              input->unsure ? ", ou Windows-1252 pour une ligne qui n’est pas de l’UTF-8" : "");
    if (input->form != INPUT_CSV) return;
    char separator = input->text.separator;
    text_addf(out, "séparateur\u00a0: %s\n",
              separator == ';'   ? "point-virgule"
              : separator == ',' ? "virgule"
              : separator == '|' ? "barre verticale"
                                 : "tabulation");
    text_addf(out, "titres des colonnes\u00a0: ligne %zu\n", input->title_line);
    write_columns(input, out);
}
