/* Communes, postal codes and intercommunalities, against the large tables. A code that does not exist is answered with the nearest
 * one that does, a name with its code, a code of the past is taken and said. Looking for a neighbour reads a table through: that
 * happens only once something is wrong. */
#include "input/fact_value.h"

#include "base/text.h"
#include "input/written.h"
#include <string.h>

#define NAME_MAX 256
#define NAMESAKES_MAX 4

static bool refuse(const ValueReader *reader, const char *code, const Item *item, const char *message, const char *advice) {
    complain(reader->complaints, code, item, reader->shown, message, advice);
    return false;
}

static Tables *tables_of(const ValueReader *reader) {
    return reader->vocabulary->territory.tables;
}

static Arena *scratch_of(const ValueReader *reader) {
    return reader->complaints->scratch;
}

static char *field_text(const ValueReader *reader, TableField field) {
    return arena_text(scratch_of(reader), field.bytes, field.length);
}

static bool digits_from(const char *text, size_t from) {
    for (size_t i = from; text[i]; i++)
        if (text[i] < '0' || text[i] > '9') return false;
    return true;
}

/* What is narrowed without the table is said, unless this build has no such table at all. */
static bool take_without_table(const ValueReader *reader, const Item *item, TableName name) {
    const Tables *tables = tables_of(reader);
    if (tables && tables->tables[name].lost)
        remark(reader->complaints, "AZ116", item, reader->shown,
               "n’a pas pu être vérifié\u00a0: la table qui le connaît ne se lit pas",
               "rétablir le dossier «\u00a0territoires\u00a0» des faits, avec scripts/make-territories");
    return true;
}

static bool out_of_memory(const ValueReader *reader) {
    scratch_of(reader)->failed = true;
    return false;
}

/* The key nearest to what was written, among those that begin with its first `prefix` bytes; NULL when none is near. */
static const char *nearest_key(const ValueReader *reader, TableName name, const char *written, size_t prefix) {
    Nearest nearest;
    TableRow row;
    nearest_init(&nearest, written);
    for (size_t at = 0; tables_of(reader) && tables_next(tables_of(reader), name, &at, &row);) {
        if (row.fields[0].length < prefix || memcmp(row.fields[0].bytes, written, prefix) != 0) continue;
        if (name == TABLE_COMMUNES && table_field_is(row.fields[2], "=")) continue;
        nearest_offer(&nearest, field_text(reader, row.fields[0]));
    }
    return nearest_get(&nearest);
}

static bool folds_to(TableField name, const char *folded) {
    char text[NAME_MAX], other[NAME_MAX];
    if (name.length >= sizeof text) return false;
    memcpy(text, name.bytes, name.length);
    text[name.length] = '\0';
    text_fold(other, sizeof other, text);
    return strcmp(folded, other) == 0;
}

/* « écrivez "93066" (Saint-Denis) », or the codes of all that bear this name; NULL when none does. */
static const char *named_advice(const ValueReader *reader, TableName name, const char *written) {
    char folded[NAME_MAX];
    TableRow row;
    const char *codes = NULL;
    size_t count = 0;
    text_fold(folded, sizeof folded, written);
    for (size_t at = 0; tables_of(reader) && tables_next(tables_of(reader), name, &at, &row);) {
        if (row.fields[1].length == 1 || !folds_to(row.fields[1], folded) || ++count > NAMESAKES_MAX) continue;
        const char *code = field_text(reader, row.fields[0]);
        if (!code) return NULL;
        codes = codes ? arena_printf(scratch_of(reader), "%s ou \"%s\"", codes, code)
                      : arena_printf(scratch_of(reader), "écrivez \"%s\"", code);
        if (!codes) return NULL;
    }
    if (count <= NAMESAKES_MAX) return codes;
    return arena_printf(scratch_of(reader), "%s… (%zu portent ce nom)", codes, count);
}

/* The same for a name that nearly is one. */
static const char *misspelt_advice(const ValueReader *reader, TableName name, const char *written) {
    Nearest nearest;
    TableRow row;
    nearest_init(&nearest, written);
    for (size_t at = 0; tables_of(reader) && tables_next(tables_of(reader), name, &at, &row);)
        if (row.fields[1].length > 1) nearest_offer(&nearest, field_text(reader, row.fields[1]));
    const char *found = nearest_get(&nearest);
    const char *advice = found ? named_advice(reader, name, found) : NULL;
    return advice ? arena_printf(scratch_of(reader), "%s (%s)", advice, found) : NULL;
}

static const char *name_advice(const ValueReader *reader, TableName name, const Item *item, const char *otherwise) {
    if (strlen(item->text) != item->text_length || item->text_length < 2 || item->text_length >= 100) return otherwise;
    const char *advice = named_advice(reader, name, item->text);
    if (!advice) advice = misspelt_advice(reader, name, item->text);
    return advice ? advice : otherwise;
}

static bool commune_shaped(const Item *item) {
    const char *text = item->text;
    if (item->text_length != 5 || strlen(text) != 5 || !digits_from(text, 2) || text[0] < '0' || text[0] > '9') return false;
    return (text[1] >= '0' && text[1] <= '9') || (text[0] == '2' && (text[1] == 'A' || text[1] == 'B'));
}

static const char *commune_name(const ValueReader *reader, const char *code) {
    CommuneFound found;
    if (territory_commune(&reader->vocabulary->territory, code, strlen(code), &found) != STATUS_OK) return NULL;
    return field_text(reader, found.name);
}

static bool refuse_commune(const ValueReader *reader, const Item *item) {
    const Territory *territory = &reader->vocabulary->territory;
    if (territory_departement_of_commune(territory, item->text, item->text_length) < 0)
        return refuse(reader, "AZ114", item, "commence par un code de département qui n’existe pas",
                      memcmp(item->text, "20", 2) == 0 ? "en Corse, le code commence par 2A ou 2B"
                                                       : "vérifiez les deux premiers caractères (trois outre-mer)");
    const char *near = nearest_key(reader, TABLE_COMMUNES, item->text, 2), *name = near ? commune_name(reader, near) : NULL;
    TableRow row;
    bool postal = tables_find(tables_of(reader), TABLE_POSTAL, item->text, item->text_length, &row) == STATUS_OK;
    const char *advice = name ? arena_printf(scratch_of(reader), "le plus proche est \"%s\" (%s)", near, name) : NULL;
    if (postal)
        advice = arena_printf(scratch_of(reader), "c’est un code postal\u00a0: écrivez «\u00a0code_postal\u00a0»\u00a0: \"%s\"",
                              item->text);
    return refuse(reader, "AZ115", item, "n’est le code d’aucune commune, présente ou passée", advice);
}

static void say_former(const ValueReader *reader, const Item *item) {
    CommuneFound found;
    if (territory_commune(&reader->vocabulary->territory, item->text, item->text_length, &found) != STATUS_OK || !found.former)
        return;
    const char *code = field_text(reader, found.code), *name = field_text(reader, found.name);
    if (!code || !name) return;
    const char *message = arena_printf(scratch_of(reader), "n’est plus un code de commune\u00a0: lu comme \"%s\" (%s)", code, name);
    if (message) remark(reader->complaints, "AZ124", item, reader->shown, message, NULL);
}

bool commune_read(const ValueReader *reader, const Item *item, uint64_t *siege) {
    if (!commune_shaped(item))
        return refuse(reader, "AZ110", item, "n’est pas un code de commune de l’Insee",
                      name_advice(reader, TABLE_COMMUNES, item, "écrivez ses cinq caractères, par exemple \"31555\" ou \"2A004\""));
    Status status = territory_narrow(&reader->vocabulary->territory, PLACE_COMMUNE, item->text, item->text_length, siege);
    if (status == STATUS_NO_MEMORY) return out_of_memory(reader);
    if (status == STATUS_REFUSED) return refuse_commune(reader, item);
    if (status == STATUS_IO) return take_without_table(reader, item, TABLE_COMMUNES);
    say_former(reader, item);
    return true;
}

/* « "69001" (Lyon) »: the first commune of the nearest postal code. */
static const char *postal_advice(const ValueReader *reader, const Item *item) {
    static const char cedex[] = "un code CEDEX n’en est pas un\u00a0: donnez le code postal du lieu, ou la commune";
    const char *near = nearest_key(reader, TABLE_POSTAL, item->text, 2);
    TableRow row;
    TableField first;
    if (!near || tables_find(tables_of(reader), TABLE_POSTAL, near, strlen(near), &row) != STATUS_OK) return cedex;
    TableField communes = row.fields[1];
    char *code = table_item(&communes, &first) ? field_text(reader, first) : NULL;
    const char *name = code ? commune_name(reader, code) : NULL;
    return name ? arena_printf(scratch_of(reader), "le plus proche est \"%s\" (%s)\u00a0; %s", near, name, cedex) : cedex;
}

bool postal_code_read(const ValueReader *reader, const Item *item, uint64_t *siege) {
    if (item->text_length != 5 || strlen(item->text) != 5 || !digits_from(item->text, 0))
        return refuse(reader, "AZ110", item, "n’est pas un code postal", "écrivez ses cinq chiffres, par exemple \"31000\"");
    Status status = territory_narrow(&reader->vocabulary->territory, PLACE_POSTAL, item->text, item->text_length, siege);
    if (status == STATUS_NO_MEMORY) return out_of_memory(reader);
    if (status == STATUS_IO) return take_without_table(reader, item, TABLE_POSTAL);
    return status == STATUS_OK ||
           refuse(reader, "AZ115", item, "n’est le code postal d’aucune commune", postal_advice(reader, item));
}

static const char *epci_advice(const ValueReader *reader, const Item *item, const char *otherwise) {
    const char *near = nearest_key(reader, TABLE_EPCI, item->text, 0);
    TableRow row;
    if (!near || tables_find(tables_of(reader), TABLE_EPCI, near, strlen(near), &row) != STATUS_OK) return otherwise;
    const char *name = field_text(reader, row.fields[1]);
    return name ? arena_printf(scratch_of(reader), "le plus proche est \"%s\" (%s)", near, name) : NULL;
}

bool epci_read(const ValueReader *reader, const Item *item, uint64_t *siege) {
    static const char form[] = "écrivez ses neuf chiffres, par exemple \"200046977\" (Métropole de Lyon)";
    if (!written_siren(item->text, item->text_length))
        return refuse(reader, "AZ110", item, "n’est pas le numéro SIREN d’une intercommunalité",
                      digits_from(item->text, 0) ? epci_advice(reader, item, form) : name_advice(reader, TABLE_EPCI, item, form));
    Status status = territory_narrow(&reader->vocabulary->territory, PLACE_EPCI, item->text, item->text_length, siege);
    if (status == STATUS_NO_MEMORY) return out_of_memory(reader);
    if (status == STATUS_IO) return take_without_table(reader, item, TABLE_EPCI);
    return status == STATUS_OK || refuse(reader, "AZ115", item, "n’est l’intercommunalité d’aucune commune",
                                         epci_advice(reader, item, "vérifiez le numéro SIREN de la communauté ou de la métropole"));
}
