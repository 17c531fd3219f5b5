/* The table of legal categories: one line a code, sorted, with the forms that remain possible and the name of a reason, which is
 * given once for all the codes that share it. It is read whole at loading: a few hundred lines, and a slip in it must be seen then.
 */
#include "knowledge/vocabulary.h"

#include "base/utf8.h"
#include <string.h>

#define CATEGORY_FIELDS 4
#define QUOTED_LINE_MAX 80 /* bytes of a line that a finding repeats */
#define CODE_LENGTH 4

typedef struct Reason {
    TableField key;
    const char *text;
} Reason;

typedef struct Reader {
    Vocabulary *vocabulary;
    const char *file;
    Findings *findings;
    int line;
    LegalCategory *items;
    size_t count, capacity;
    Reason *reasons;
    size_t reason_count, reason_capacity;
    TableField last_key, last_list; /* neighbours mostly share both: what they gave is given again */
    const char *last_reason;
    const uint64_t *last_forms;
    bool failed;
    size_t errors;
} Reader;

static void wrong(Reader *reader, const char *message, TableField read) {
    char shown[QUOTED_LINE_MAX];
    size_t kept = read.length > QUOTED_LINE_MAX ? utf8_cut(read.bytes, QUOTED_LINE_MAX) : read.length;
    kept = utf8_shown(shown, read.bytes, kept);
    reader->errors++;
    if (findings_error(reader->findings, "AZ152", reader->file, reader->line, NULL,
                       "catégories juridiques\u00a0: %s («\u00a0%.*s\u00a0»)", message, (int)kept, shown) != STATUS_OK)
        reader->failed = true;
}

static const char *copy(Reader *reader, TableField field) {
    const char *text = arena_text(reader->vocabulary->arena, field.bytes, field.length);
    if (!text) reader->failed = true;
    return text;
}

static void read_reason(Reader *reader, const TableField *fields) {
    Reason *reasons =
        arena_grow(reader->vocabulary->arena, reader->reasons, reader->reason_count, &reader->reason_capacity, sizeof *reasons);
    const char *text = copy(reader, fields[2]);
    if (!reasons || !text) {
        reader->failed = true;
        return;
    }
    reader->reasons = reasons;
    reasons[reader->reason_count++] = (Reason){fields[1], text};
}

static const char *find_reason(Reader *reader, TableField key) {
    for (size_t i = 0; i < reader->reason_count; i++)
        if (table_fields_equal(reader->reasons[i].key, key)) return reader->reasons[i].text;
    wrong(reader, "aucune ligne M plus haut ne donne ce motif", key);
    return NULL;
}

/* « sas,cooperative », or « - ». */
static const uint64_t *read_forms(Reader *reader, TableField list, const Fact *form) {
    TableField one;
    if (!form || table_field_is(list, "-")) return NULL;
    uint64_t *forms = arena_array(reader->vocabulary->arena, form->words, sizeof *forms);
    if (!forms) reader->failed = true;
    while (forms && table_item(&list, &one)) {
        int choice = fact_choice(form, one.bytes, one.length);
        if (choice < 0) wrong(reader, "cette forme juridique n’est pas dans le vocabulaire", one);
        for (size_t w = 0; choice >= 0 && w < form->words; w++) forms[w] |= form->choices[choice].below[w];
    }
    return forms;
}

static bool is_code(TableField field) {
    for (size_t i = 0; i < field.length; i++)
        if (field.bytes[i] < '0' || field.bytes[i] > '9') return false;
    return field.length == CODE_LENGTH;
}

static void share_with_last(Reader *reader, const TableField *fields, const Fact *form) {
    bool first = reader->count == 0;
    if (first || !table_fields_equal(fields[2], reader->last_list)) reader->last_forms = read_forms(reader, fields[2], form);
    if (first || !table_fields_equal(fields[3], reader->last_key)) reader->last_reason = find_reason(reader, fields[3]);
    reader->last_list = fields[2];
    reader->last_key = fields[3];
}

static void read_category(Reader *reader, const TableField *fields) {
    const Vocabulary *vocabulary = reader->vocabulary;
    const Fact *form = vocabulary->legal.form >= 0 ? &vocabulary->facts[vocabulary->legal.form] : NULL;
    LegalCategory added = {.code = copy(reader, fields[0]), .label = copy(reader, fields[1])};
    share_with_last(reader, fields, form);
    added.forms = reader->last_forms;
    added.reason = reader->last_reason;
    LegalCategory *items = arena_grow(vocabulary->arena, reader->items, reader->count, &reader->capacity, sizeof *items);
    if (!items || !added.code || reader->failed) {
        reader->failed = true;
        return;
    }
    if (reader->count > 0 && strcmp(items[reader->count - 1].code, added.code) >= 0)
        wrong(reader, "les codes se suivent en ordre croissant, chacun une fois", fields[0]);
    reader->items = items;
    items[reader->count++] = added;
}

static void read_line(Reader *reader, const char *line, size_t length) {
    TableField fields[CATEGORY_FIELDS];
    size_t count = 0, start = 0;
    if (!utf8_plain(line, length)) {
        wrong(reader, "cette ligne n’est pas en UTF-8, ou contient des caractères de commande", (TableField){line, length});
        return;
    }
    bool empty = false;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && line[i] != '\t') continue;
        empty = empty || i == start;
        if (count < CATEGORY_FIELDS) fields[count] = (TableField){line + start, i - start};
        count++;
        start = i + 1;
    }
    if (count == 3 && !empty && table_field_is(fields[0], "M")) read_reason(reader, fields);
    else if (count == CATEGORY_FIELDS && !empty && is_code(fields[0])) read_category(reader, fields);
    else
        wrong(reader, "une ligne est M, une clé, un motif ; ou un code, un nom, des formes ou -, une clé de motif",
              (TableField){line, length});
}

static void read_lines(Reader *reader, const char *bytes, size_t length) {
    for (size_t start = 0; start < length && !reader->failed;) {
        const char *end = memchr(bytes + start, '\n', length - start);
        size_t stop = end ? (size_t)(end - bytes) : length, size = stop - start;
        reader->line++;
        if (size > 0 && bytes[start + size - 1] == '\r') size--;
        if (size > 0 && bytes[start] != '#') read_line(reader, bytes + start, size);
        start = stop + 1;
    }
}

static int find_fact(const Vocabulary *vocabulary, const char *name, FactType type) {
    int fact = vocabulary_find(vocabulary, name, strlen(name));
    return fact >= 0 && vocabulary->facts[fact].type == type ? fact : -1;
}

Status legal_categories_read(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings) {
    Reader reader = {.vocabulary = vocabulary, .file = file, .findings = findings};
    int category = find_fact(vocabulary, "categorie_juridique", FACT_CODE),
        form = find_fact(vocabulary, "forme_juridique", FACT_ENUM);
    if (category >= 0 && form >= 0) {
        vocabulary->legal.category = category;
        vocabulary->legal.form = form;
    }
    read_lines(&reader, bytes, length);
    if (reader.failed || reader.errors) {
        vocabulary->legal = (LegalCategories){.category = -1, .form = -1};
        return reader.failed ? STATUS_NO_MEMORY : STATUS_REFUSED;
    }
    vocabulary->legal.items = reader.items;
    vocabulary->legal.count = vocabulary->legal.form >= 0 ? reader.count : 0;
    return STATUS_OK;
}

const LegalCategory *legal_category(const LegalCategories *legal, const char *code, size_t length) {
    size_t low = 0, high = legal->count;
    if (length != CODE_LENGTH) return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = memcmp(legal->items[middle].code, code, CODE_LENGTH);
        if (order == 0) return &legal->items[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

const LegalCategory *legal_category_nearest(const LegalCategories *legal, const char *written) {
    Nearest nearest;
    nearest_init(&nearest, written);
    for (size_t i = 0; i < legal->count; i++) {
        nearest_offer(&nearest, legal->items[i].code);
        nearest_offer(&nearest, legal->items[i].label);
    }
    const char *found = nearest_get(&nearest);
    for (size_t i = 0; found && i < legal->count; i++)
        if (legal->items[i].code == found || legal->items[i].label == found) return &legal->items[i];
    return NULL;
}

bool legal_narrow(const LegalCategory *category, bool ruling, uint64_t *form, size_t words) {
    bool agree = bits_meet(form, category->forms, words);
    for (size_t w = 0; w < words; w++) {
        if (ruling) form[w] = category->forms[w];
        else if (agree) form[w] &= category->forms[w];
        else form[w] |= category->forms[w];
    }
    return agree || ruling;
}
