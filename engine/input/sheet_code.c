/* Codes and places in cells. Spreadsheets drop leading zeros and people name places: what has one answer is restored, and said. */
#include "input/sheet_value.h"

#include "base/text.h"
#include "input/written.h"
#include <string.h>

#define ZEROS_MAX 3 /* zeros that begin a SIREN in use */
#define CODE_MAX 32

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool all_digits(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!is_digit(text[i])) return false;
    return length > 0;
}

/* The digits of a code that was written in groups, or with the apostrophe or « .0 » that spreadsheets add; 0: something else. */
static size_t bare_digits(const char *text, size_t length, char out[CODE_MAX]) {
    size_t count = 0, at = 0;
    if (length > 1 && text[0] == '\'') at = 1;
    if (length > 2 && memcmp(text + length - 2, ".0", 2) == 0 && all_digits(text, length - 2)) length -= 2;
    while (at < length) {
        Cell rest = {.bytes = text + at, .length = length - at};
        cell_trim(&rest);
        at = (size_t)(rest.bytes - text);
        if (rest.length == 0) break;
        bool group = text[at] == '.' || text[at] == '-';
        if (!group && (!is_digit(text[at]) || count + 1 >= CODE_MAX)) return 0;
        if (!group) out[count++] = text[at];
        at++;
    }
    out[count] = '\0';
    return count;
}

static void note_zero(SheetReader *reader, const Fact *fact, const Item *item, const char *code) {
    const char *message = arena_printf(reader->complaints->scratch,
                                       "a perdu ses zéros de tête dans le tableur\u00a0: lu comme «\u00a0%s\u00a0»", code);
    if (message) remark(reader->complaints, "AZ508", item, fact->name, message, NULL);
}

static size_t wanted_digits(const Fact *fact) {
    return fact->code_form == CODE_SIREN    ? 9
           : fact->code_form == CODE_SIRET  ? 14
           : fact->code_form == CODE_DIGITS ? fact->code_digits
                                            : 0;
}

static bool code_right(const SheetReader *reader, const Fact *fact, const char *code, size_t length) {
    if (written_code(fact, reader->complaints->scratch, code, length).message) return false;
    const LegalCategories *legal = &reader->vocabulary->legal;
    bool category = legal->count > 0 && &reader->vocabulary->facts[legal->category] == fact;
    return !category || legal_category(legal, code, length);
}

/* Puts lost zeros back, where the key or the list of codes agrees. */
static bool restore(SheetReader *reader, const Fact *fact, const Item *item, char code[CODE_MAX], size_t *length) {
    size_t wanted = wanted_digits(fact), lost = wanted > *length ? wanted - *length : 0;
    if (lost == 0 || lost > ZEROS_MAX || *length == 0) return false;
    char padded[CODE_MAX] = "000";
    memcpy(padded + lost, code, *length + 1);
    if (!code_right(reader, fact, padded, wanted)) return false;
    memcpy(code, padded, wanted + 1);
    *length = wanted;
    note_zero(reader, fact, item, code);
    return true;
}

static bool read_checked(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    const ValueReader values = {.complaints = reader->complaints,
                                .vocabulary = reader->vocabulary,
                                .fact = fact,
                                .shown = fact->name,
                                .arena = reader->arena};
    return fact_value_read(&values, item, out);
}

/* The same item with a text that was mended. */
static bool read_mended(SheetReader *reader, const Fact *fact, const Item *item, const char *code, size_t length, Value *out) {
    Item mended = *item;
    mended.text = arena_text(reader->arena, code, length);
    mended.text_length = length;
    return mended.text && read_checked(reader, fact, &mended, out);
}

bool sheet_code_read(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    char code[CODE_MAX];
    size_t length = fact->code_form == CODE_FREE ? 0 : bare_digits(item->text, item->text_length, code);
    if (length == 0 && fact->code_form == CODE_FREE) return read_mended(reader, fact, item, item->text, item->text_length, out);
    if (length == 0)
        return sheet_refuse(reader, "AZ110", item, fact, "n’est pas un code fait de chiffres", "écrivez ses chiffres seulement");
    if (length == wanted_digits(fact) || restore(reader, fact, item, code, &length))
        return read_mended(reader, fact, item, code, length, out);
    if (fact->code_form == CODE_SIRET && written_siren(code, length))
        return sheet_refuse(reader, "AZ110", item, fact, "est un SIREN (neuf chiffres), et non un SIRET (quatorze)",
                            "mettez-le dans une colonne «\u00a0siren\u00a0», ou complétez-le");
    const char *message = arena_printf(reader->complaints->scratch, "a %zu chiffres au lieu de %zu", length, wanted_digits(fact));
    return sheet_refuse(reader, "AZ110", item, fact, message ? message : "n’est pas un code", "vérifiez-le à la source");
}

/* The code of a departement or region that a cell names, or NULL. */
static const char *code_of(const SheetReader *reader, PlaceLevel level, const char *text, size_t length) {
    const Territory *territory = &reader->vocabulary->territory;
    if (level == PLACE_REGION) {
        int region = territory_region(territory, text, length, true);
        return region < 0 ? NULL : territory->regions[region].code;
    }
    int departement = territory_departement(territory, text, length, true);
    return departement < 0 ? NULL : territory->departements[departement].code;
}

static const char *restored(SheetReader *reader, const Fact *fact, const Item *item) {
    char code[3] = {'0', item->text[0], '\0'};
    bool lost = item->text_length == 1 && is_digit(item->text[0]);
    if (item->text_length == 2 && item->text[0] == '2' && (item->text[1] == 'a' || item->text[1] == 'b'))
        return item->text[1] == 'a' ? "2A" : "2B";
    const char *found = lost ? code_of(reader, fact->level, code, 2) : NULL;
    if (found) note_zero(reader, fact, item, found);
    return found;
}

/* « 31 - Haute-Garonne », « Haute-Garonne (31) »: a code and a name that agree. */
static const char *twice_told(const SheetReader *reader, PlaceLevel level, const Item *item) {
    for (const char *mark = strpbrk(item->text, "-(:"); mark; mark = strpbrk(mark + 1, "-(:")) {
        Cell first = {.bytes = item->text, .length = (size_t)(mark - item->text)};
        Cell second = {.bytes = mark + 1, .length = strlen(mark + 1)};
        cell_trim(&first);
        cell_trim(&second);
        if (second.length && second.bytes[second.length - 1] == ')') second.length--;
        if (first.length == 0 || second.length == 0) continue;
        const char *one = code_of(reader, level, first.bytes, first.length),
                   *other = code_of(reader, level, second.bytes, second.length);
        if (one && other && strcmp(one, other) == 0) return one;
    }
    return NULL;
}

static bool read_area(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    const char *code = code_of(reader, fact->level, item->text, item->text_length);
    if (!code) code = restored(reader, fact, item);
    if (!code) code = twice_told(reader, fact->level, item);
    if (!code) return read_checked(reader, fact, item, out);
    out->text = code;
    return true;
}

/* Five digits, of which one may be lost. */
static bool read_postal(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    char code[CODE_MAX];
    size_t length = bare_digits(item->text, item->text_length, code);
    if (length == 5) return read_mended(reader, fact, item, code, 5, out);
    if (length != 4) return read_checked(reader, fact, item, out);
    memmove(code + 1, code, 5);
    code[0] = '0';
    if (!read_mended(reader, fact, item, code, 5, out)) return false;
    note_zero(reader, fact, item, code);
    return true;
}

static bool open_communes(SheetReader *reader) {
    bool lost = false;
    if (!reader->communes) reader->communes = communes_new(reader->kept, &reader->vocabulary->territory, &lost);
    if (!reader->communes && !lost) reader->arena->failed = true;
    return reader->communes != NULL;
}

static bool refuse_namesakes(SheetReader *reader, const Fact *fact, const Item *item, const CommunesFound *found) {
    Arena *scratch = reader->complaints->scratch;
    const char *codes = arena_printf(scratch, "%s ou %s", found->codes[0], found->codes[1]);
    const char *advice = arena_printf(
        scratch, "donnez le département ou le code postal dans une autre colonne, ou le code de la commune\u00a0: %s%s",
        codes ? codes : "", found->count > 2 ? "…" : "");
    const char *message = arena_printf(scratch, "est le nom de %zu communes", found->count);
    return sheet_refuse(reader, "AZ115", item, fact, message ? message : "est le nom de plusieurs communes", advice);
}

static bool read_commune_name(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    if (!open_communes(reader)) return read_checked(reader, fact, item, out);
    CommunesFound found = communes_find(reader->communes, item->text, item->text_length, &reader->hints);
    if (found.count > 1) return refuse_namesakes(reader, fact, item, &found);
    if (found.count == 0) return read_checked(reader, fact, item, out);
    out->text = arena_text(reader->arena, found.codes[0], 5);
    return out->text != NULL;
}

static bool read_commune(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    char code[CODE_MAX];
    size_t length = bare_digits(item->text, item->text_length, code);
    if (length == 5) return read_mended(reader, fact, item, code, 5, out);
    bool corsican =
        item->text_length == 5 && item->text[0] == '2' && strchr("ABab", item->text[1]) && all_digits(item->text + 2, 3);
    if (corsican) {
        memcpy(code, item->text, 6);
        if (code[1] > 'B') code[1] = (char)(code[1] - 'a' + 'A');
        return read_mended(reader, fact, item, code, 5, out);
    }
    if (length != 4) return length ? read_checked(reader, fact, item, out) : read_commune_name(reader, fact, item, out);
    memmove(code + 1, code, 5);
    code[0] = '0';
    if (!read_mended(reader, fact, item, code, 5, out)) return false;
    note_zero(reader, fact, item, code);
    return true;
}

static bool read_epci(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    char code[CODE_MAX];
    size_t length = bare_digits(item->text, item->text_length, code);
    return length == 9 ? read_mended(reader, fact, item, code, 9, out) : read_checked(reader, fact, item, out);
}

bool sheet_place_read(SheetReader *reader, const Fact *fact, const Item *item, Value *out) {
    return fact->level == PLACE_COMMUNE  ? read_commune(reader, fact, item, out)
           : fact->level == PLACE_POSTAL ? read_postal(reader, fact, item, out)
           : fact->level == PLACE_EPCI   ? read_epci(reader, fact, item, out)
                                         : read_area(reader, fact, item, out);
}
