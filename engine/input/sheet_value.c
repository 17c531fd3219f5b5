/* What a cell says is tried in the forms that people use; what none explains is refused with an example of what would be read.
 * Nothing is guessed: what can be read in two ways is refused too. */
#include "input/sheet_value.h"

#include "base/text.h"
#include "input/sheet_date.h"
#include "input/written.h"
#include <string.h>

#define FOLDED_CELL_MAX 64

static bool same_folded(const char *folded, const char *const *words) {
    for (; *words; words++)
        if (strcmp(folded, *words) == 0) return true;
    return false;
}

/* Short cells only: none of the words we look for is longer. False: too long, or with a NUL. */
static bool fold_cell(const char *bytes, size_t length, char out[FOLDED_CELL_MAX]) {
    char text[FOLDED_CELL_MAX];
    if (length >= sizeof text || memchr(bytes, '\0', length)) return false;
    memcpy(text, bytes, length);
    text[length] = '\0';
    text_fold(out, FOLDED_CELL_MAX, text);
    return true;
}

bool sheet_unknown(const Cell *cell) {
    static const char *const words[] = {"nc", "n.c.", "n.c", "n/a", "?", NULL};
    if (cell->length == 0) return true;
    unsigned char first = (unsigned char)*cell->bytes;
    bool letter = (first == 'n' || first == 'N') && cell->length > 1 && strchr("cC./", cell->bytes[1]);
    bool may = letter || first == '-' || first == '?' || first >= 0x80;
    if (cell->length > 6 || !may) return false;
    char folded[FOLDED_CELL_MAX];
    if (!fold_cell(cell->bytes, cell->length, folded)) return false;
    return *folded == '\0' || same_folded(folded, words);
}

bool sheet_refuse(SheetReader *reader, const char *code, const Item *item, const Fact *fact, const char *message,
                  const char *advice) {
    complain(reader->complaints, code, item, fact->name, message, advice);
    return false;
}

static bool refuse_misread(SheetReader *reader, const char *code, const Item *item, const Fact *fact, Misread misread) {
    return sheet_refuse(reader, code, item, fact, misread.message, misread.advice);
}

static bool contains(const Item *item, const char *word) {
    return strstr(item->text, word) != NULL;
}

/* « #N/A », « #REF! », a column too narrow when it was printed to a file. */
static bool is_formula_error(const Item *item) {
    static const char *const errors[] = {"#N/A",  "#REF!",  "#VALEUR!", "#VALUE!", "#NOM?",         "#NAME?",  "#DIV/0!",
                                         "#NUL!", "#NULL!", "#NOMBRE!", "#NUM!",   "#PROPAGATION!", "#SPILL!", "####"};
    for (size_t i = 0; item->text[0] == '#' && i < sizeof errors / sizeof *errors; i++)
        if (strncmp(item->text, errors[i], strlen(errors[i])) == 0) return true;
    return false;
}

/* « 8,33836E+13 »: what a spreadsheet makes of a long number. */
static bool is_scientific(const Item *item) {
    const char *text = item->text;
    size_t digits = 0;
    for (; (*text >= '0' && *text <= '9') || *text == ',' || *text == '.'; text++) digits++;
    if (digits == 0 || (*text != 'E' && *text != 'e')) return false;
    text++;
    if (*text == '+' || *text == '-') text++;
    size_t exponent = strspn(text, "0123456789");
    return exponent > 0 && text[exponent] == '\0';
}

static bool is_number_like(const Fact *fact) {
    return fact->type == FACT_INTEGER || fact->type == FACT_NUMBER || fact->type == FACT_EUROS;
}

static bool damaged(SheetReader *reader, const Fact *fact, const Item *item) {
    if (is_formula_error(item))
        return !sheet_refuse(reader, "AZ509", item, fact, "est une erreur de formule du tableur",
                             "corrigez la formule, ou videz la cellule");
    bool exact = is_number_like(fact) || fact->type == FACT_CODE || fact->type == FACT_PLACE || fact->type == FACT_DATE;
    if (exact && is_scientific(item))
        return !sheet_refuse(reader, "AZ509", item, fact, "est un nombre abîmé par le tableur\u00a0: des chiffres sont perdus",
                             "reprenez la valeur d’origine, dans une colonne au format Texte ou Nombre sans exposant");
    return false;
}

static bool read_text(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    const ValueReader values = {.complaints = reader->complaints,
                                .vocabulary = reader->vocabulary,
                                .fact = fact,
                                .shown = fact->name,
                                .arena = reader->arena};
    char *text = arena_text(reader->arena, item->text, item->text_length);
    if (!text) return false;
    for (size_t i = 0; i < item->text_length; i++)
        if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t') text[i] = ' ';
    Item folded = *item;
    folded.text = text;
    if (!plain_text_read(&values, &folded)) return false;
    out->text = text;
    return true;
}

static bool read_boolean(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    static const char *const yes[] = {"oui", "o", "vrai", "x", "1", "true", "1.0", "1,0", NULL};
    static const char *const no[] = {"non", "n", "faux", "0", "false", "0.0", "0,0", NULL};
    char folded[FOLDED_CELL_MAX] = "";
    bool is_short = fold_cell(item->text, item->text_length, folded);
    bool is_yes = is_short && same_folded(folded, yes), is_no = is_short && same_folded(folded, no);
    if (!is_yes && !is_no)
        return sheet_refuse(reader, "AZ104", item, fact, "ne se lit ni comme un oui ni comme un non",
                            "écrivez oui ou non, ou laissez la cellule vide si ce n’est pas connu");
    out->possible[0] = UINT64_C(1) << (is_yes ? CHOICE_OUI : CHOICE_NON);
    return true;
}

/* « 10-déc »: a range of ten to twelve that the spreadsheet took for a date. */
static bool is_range_turned_date(const Item *item) {
    static const char *const months[] = {"janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"};
    if (!strpbrk(item->text, "0123456789") || !strpbrk(item->text, "-/.")) return false;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (contains(item, months[i])) return true;
    return false;
}

static bool is_approximate(const Item *item) {
    static const char *const words[] = {"environ", "env ", "env.", "approx", "autour", "pres de",
                                        "presque", "~",    "≈",    "+/",     "±",      "quelque"};
    char folded[FOLDED_CELL_MAX];
    if (!fold_cell(item->text, item->text_length, folded)) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(folded, words[i])) return true;
    return false;
}

static bool read_number(SheetReader *reader, const Fact *fact, const Item *item, int exponent, Value *out) {
    Misread misread = written_amount(fact, reader->complaints->scratch, item->text, item->text_length, exponent, &out->span);
    if (!misread.message) return true;
    if (is_range_turned_date(item))
        misread = (Misread){"est une date\u00a0: le tableur a sans doute changé une tranche comme «\u00a010-12\u00a0»",
                            "écrivez «\u00a010 à 12\u00a0», dans une cellule au format Texte"};
    else if (is_approximate(item))
        misread = (Misread){"est une approximation",
                            "écrivez ce qui est sûr\u00a0: un intervalle comme «\u00a010 à 14\u00a0» ou «\u00a0plus de 10\u00a0»"};
    else if (contains(item, "%")) misread = (Misread){"est un pourcentage", "ce fait est un nombre, et non une part"};
    return refuse_misread(reader, "AZ108", item, fact, misread);
}

static bool read_date(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    Misread misread = sheet_date(fact, reader->complaints->scratch, item->text, item->text_length, &out->span);
    return !misread.message || refuse_misread(reader, "AZ109", item, fact, misread);
}

static const char *choice_advice(const SheetReader *reader, const Fact *fact, const Item *item) {
    if (territory_is_of(reader->vocabulary, fact))
        return "écrivez des codes de départements, par exemple «\u00a031, 2A, 974\u00a0»";
    const char *nearest = fact_nearest_choice(fact, item->text);
    Arena *scratch = reader->complaints->scratch;
    if (nearest) return arena_printf(scratch, "vouliez-vous dire «\u00a0%s\u00a0»\u202f?", nearest);
    const char *list = NULL;
    for (size_t i = 0; i < fact->choice_count; i++) {
        list = list ? arena_printf(scratch, "%s, %s", list, fact->choices[i].name)
                    : arena_printf(scratch, "valeurs admises\u00a0: %s", fact->choices[i].name);
        if (!list) return NULL;
    }
    return list;
}

/* A part of a cell that stands between separators, as an item of its own for messages. */
static bool part_item(SheetReader *reader, const Item *item, const Cell *part, Item *out) {
    *out = *item;
    out->raw = part->bytes;
    out->raw_length = out->text_length = part->length;
    out->text = arena_text(reader->complaints->scratch, part->bytes, part->length);
    return out->text != NULL;
}

static void note_zero(SheetReader *reader, const Fact *fact, const Item *item, const char *code) {
    const char *message =
        arena_printf(reader->complaints->scratch, "a perdu un zéro dans le tableur\u00a0: lu comme «\u00a0%s\u00a0»", code);
    if (message) remark(reader->complaints, "AZ508", item, fact->name, message, NULL);
}

/* The choice that a part names: a departement may have lost its zero. */
static int find_choice(SheetReader *reader, const Fact *fact, const Item *item) {
    int number = (int)(fact - reader->vocabulary->facts);
    int choice = choices_find(reader->choices, number, item->text, item->text_length);
    if (choice >= 0 || item->text_length != 1 || !territory_is_of(reader->vocabulary, fact)) return choice;
    char code[3] = {'0', item->text[0], '\0'};
    choice = fact_choice(fact, code, 2);
    if (choice >= 0) note_zero(reader, fact, item, code);
    return choice;
}

static void put_choice(const Fact *fact, int choice, Value *out) {
    for (size_t w = 0; w < out->words; w++) out->possible[w] |= fact->choices[choice].below[w];
    if (!out->sure) return;
    for (int in = choice; in >= 0; in = fact->choices[in].parent) {
        bits_put(out->sure, (size_t)in);
        bits_put(out->possible, (size_t)in);
    }
}

/* Where a list may be cut; the first that stands in the cell outside all names is the one it uses. */
static const char *next_part(const char *text, const char *separator, Cell *part) {
    const char *end = strstr(text, separator);
    *part = (Cell){.bytes = text, .length = end ? (size_t)(end - text) : strlen(text)};
    cell_trim(part);
    return end ? end + strlen(separator) : NULL;
}

static bool read_parts(SheetReader *reader, const Fact *fact, const Item *item, const char *separator, Value *out) {
    bool right = true;
    for (const char *rest = item->text; rest;) {
        Cell part;
        Item named;
        rest = next_part(rest, separator, &part);
        if (part.length == 0) continue;
        if (!part_item(reader, item, &part, &named)) return false;
        int choice = find_choice(reader, fact, &named);
        if (choice >= 0) put_choice(fact, choice, out);
        else
            right =
                sheet_refuse(reader, "AZ111", &named, fact, "n’est pas une valeur de ce fait", choice_advice(reader, fact, &named));
    }
    return right;
}

static bool read_list(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    static const char *const separators[] = {";", "|", "\n", ",", " / ", "/", " ou ", " et ", " + "};
    memset(out->possible, 0, out->words * sizeof *out->possible);
    int whole = find_choice(reader, fact, item);
    if (whole >= 0) {
        put_choice(fact, whole, out);
        return true;
    }
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (contains(item, separators[i])) return read_parts(reader, fact, item, separators[i], out);
    return sheet_refuse(reader, "AZ111", item, fact, "n’est pas une valeur de ce fait", choice_advice(reader, fact, item));
}

static bool read_set(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    static const char *const none[] = {"aucun", "aucune", "aucuns", "aucunes", "neant", "[]", NULL};
    char folded[FOLDED_CELL_MAX];
    int number = (int)(fact - reader->vocabulary->facts);
    if (choices_find(reader->choices, number, item->text, item->text_length) < 0 &&
        fold_cell(item->text, item->text_length, folded) && same_folded(folded, none)) {
        memset(out->possible, 0, out->words * sizeof *out->possible);
        return true;
    }
    return read_list(reader, fact, item, out);
}

static bool read_value(SheetReader *reader, const Fact *fact, int exponent, const Item *item, Value *out) {
    switch (fact->type) {
    case FACT_TEXT: return read_text(reader, fact, item, out);
    case FACT_CODE: return sheet_code_read(reader, fact, item, out);
    case FACT_BOOLEAN: return read_boolean(reader, fact, item, out);
    case FACT_INTEGER:
    case FACT_NUMBER:
    case FACT_EUROS: return read_number(reader, fact, item, exponent, out);
    case FACT_DATE: return read_date(reader, fact, item, out);
    case FACT_ENUM: return read_list(reader, fact, item, out);
    case FACT_SET: return read_set(reader, fact, item, out);
    case FACT_PLACE: return sheet_place_read(reader, fact, item, out);
    }
    return false;
}

bool sheet_value_read(SheetReader *reader, int number, int exponent, const Cell *cell, size_t line, Value *out) {
    const Fact *fact = &reader->vocabulary->facts[number];
    Item item = {.kind = JSON_STRING, .raw = cell->bytes, .raw_length = cell->length, .line = (int)(line + cell->line)};
    item.text = arena_text(reader->complaints->scratch, cell->bytes, cell->length);
    item.text_length = cell->length;
    if (!item.text || !fact_unknown(fact, reader->arena, out)) return false;
    if (memchr(cell->bytes, '\0', cell->length))
        return sheet_refuse(reader, "AZ513", &item, fact, "contient un octet nul", "le fichier est abîmé\u00a0: refaites l’export");
    if (fact->type != FACT_TEXT && damaged(reader, fact, &item)) return false;
    return read_value(reader, fact, exponent, &item, out);
}
