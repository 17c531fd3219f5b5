/* Places are written by code, in quotes. People write names, old names, or codes that lost their zero: each of these mistakes is
 * recognised, and the advice is the code to write. */
#include "input/fact_value.h"

#include <string.h>

static const char *const level_words[] = {
    [PLACE_DEPARTEMENT] = "département",
    [PLACE_REGION] = "région",
};

static const char *write_code(const ValueReader *reader, const char *code, const char *name) {
    return arena_printf(reader->complaints->scratch, "écrivez \"%s\" (%s)", code, name);
}

static const char *departement_code(const ValueReader *reader, int number) {
    const Departement *departement = &reader->vocabulary->territory.departements[number];
    return write_code(reader, departement->code, departement->name);
}

static const char *region_code(const ValueReader *reader, int number) {
    const Region *region = &reader->vocabulary->territory.regions[number];
    return write_code(reader, region->code, region->name);
}

/* « 1 » for « 01 », « 2a » for « 2A ». */
static int mended_code(const Territory *territory, PlaceLevel level, const char *name) {
    char code[4] = {0};
    size_t length = strlen(name);
    if (length == 1) memcpy(code, (char[]){'0', name[0]}, 2);
    if (length == 2 && name[0] == '2' && (name[1] == 'a' || name[1] == 'b'))
        memcpy(code, (char[]){'2', (char)(name[1] - 'a' + 'A')}, 2);
    if (!code[0]) return -1;
    return level == PLACE_REGION ? territory_region(territory, code, 2, false) : territory_departement(territory, code, 2, false);
}

static const char *former_advice(const ValueReader *reader, const char *now) {
    const Territory *territory = &reader->vocabulary->territory;
    int region = territory_region(territory, now, strlen(now), true);
    if (region < 0) return NULL;
    return arena_printf(reader->complaints->scratch,
                        "cette ancienne région est aujourd’hui %s\u00a0: écrivez «\u00a0region\u00a0»\u00a0: \"%s\"",
                        territory->regions[region].name, territory->regions[region].code);
}

static const char *nearest_advice(const ValueReader *reader, PlaceLevel level, const char *name) {
    const Territory *territory = &reader->vocabulary->territory;
    const char *nearest = territory_nearest(territory, level, name);
    if (!nearest) return NULL;
    int number = level == PLACE_REGION ? territory_region(territory, nearest, strlen(nearest), true)
                                       : territory_departement(territory, nearest, strlen(nearest), true);
    if (number < 0) return NULL;
    const char *code = level == PLACE_REGION ? territory->regions[number].code : territory->departements[number].code;
    return arena_printf(reader->complaints->scratch, "vouliez-vous dire %s\u202f? Écrivez \"%s\"", nearest, code);
}

static const char *region_advice(const ValueReader *reader, const char *name) {
    const Territory *territory = &reader->vocabulary->territory;
    size_t length = strlen(name);
    int region = mended_code(territory, PLACE_REGION, name);
    if (region < 0) region = territory_region(territory, name, length, true);
    if (region >= 0) return region_code(reader, region);
    const char *now = territory_former(territory, name);
    if (!now) now = territory_former_code(territory, name, length);
    if (now) return former_advice(reader, now);
    int departement = territory_departement(territory, name, length, true);
    if (departement >= 0) {
        const Departement *found = &territory->departements[departement];
        return arena_printf(reader->complaints->scratch,
                            "%s est un département\u00a0: écrivez «\u00a0departement\u00a0»\u00a0: \"%s\"", found->name,
                            found->code);
    }
    return nearest_advice(reader, PLACE_REGION, name);
}

static const char *departement_advice(const ValueReader *reader, const char *name) {
    const Territory *territory = &reader->vocabulary->territory;
    size_t length = strlen(name);
    int departement = mended_code(territory, PLACE_DEPARTEMENT, name);
    if (departement < 0) departement = territory_departement(territory, name, length, true);
    if (departement >= 0) return departement_code(reader, departement);
    if (length == 2 && memcmp(name, "20", 2) == 0) return "la Corse a deux départements\u00a0: \"2A\" et \"2B\"";
    int region = territory_region(territory, name, length, true);
    if (region >= 0) {
        const Region *found = &territory->regions[region];
        return arena_printf(reader->complaints->scratch, "%s est une région\u00a0: écrivez «\u00a0region\u00a0»\u00a0: \"%s\"",
                            found->name, found->code);
    }
    const char *now = territory_former(territory, name);
    return now ? former_advice(reader, now) : nearest_advice(reader, PLACE_DEPARTEMENT, name);
}

const char *place_advice(const ValueReader *reader, PlaceLevel level, const char *name) {
    return level == PLACE_REGION ? region_advice(reader, name) : departement_advice(reader, name);
}

static bool refuse(const ValueReader *reader, const char *code, const Item *item, const char *message, const char *advice) {
    complain(reader->complaints, code, item, reader->shown, message, advice);
    return false;
}

/* `31` and `1` without quotes. */
static bool refuse_kind(const ValueReader *reader, const Item *item) {
    Arena *scratch = reader->complaints->scratch;
    const char *advice = "écrivez un code entre guillemets";
    PlaceLevel level = reader->fact->level;
    if (item->kind == JSON_NUMBER && item->raw_length <= 20) {
        const char *digits = arena_text(scratch, item->raw, item->raw_length);
        const Territory *territory = &reader->vocabulary->territory;
        bool mended = digits && (level == PLACE_DEPARTEMENT || level == PLACE_REGION) && mended_code(territory, level, digits) >= 0;
        if (digits) advice = arena_printf(scratch, "écrivez \"%s%s\", entre guillemets", mended ? "0" : "", digits);
    }
    return refuse(reader, "AZ104", item, "n’est pas un code entre guillemets", advice);
}

static bool check_known(const ValueReader *reader, const Item *item, uint64_t *siege) {
    PlaceLevel level = reader->fact->level;
    if (territory_narrow(&reader->vocabulary->territory, level, item->text, item->text_length, siege) == STATUS_OK) return true;
    const char *message = arena_printf(reader->complaints->scratch, "n’est pas un code de %s", level_words[level]);
    return message && refuse(reader, "AZ114", item, message, place_advice(reader, level, item->text));
}

bool place_value_read(const ValueReader *reader, const Item *item, Value *out) {
    static bool (*const checks[])(const ValueReader *, const Item *, uint64_t *) = {[PLACE_COMMUNE] = commune_read,
                                                                                    [PLACE_POSTAL] = postal_code_read,
                                                                                    [PLACE_DEPARTEMENT] = check_known,
                                                                                    [PLACE_REGION] = check_known,
                                                                                    [PLACE_EPCI] = epci_read};
    if (item->kind != JSON_STRING) return refuse_kind(reader, item);
    uint64_t *siege = arena_array(reader->complaints->scratch, reader->vocabulary->territory.seat_words, sizeof *siege);
    if (!siege || !checks[reader->fact->level](reader, item, siege)) return false;
    out->text = item->text;
    return true;
}
