/* The territory table: regions and departements as the Code officiel géographique numbers them, with the words that place
 * something there. Names are compared folded, and folded once, at loading. The departements are the atoms: they become the
 * choices of the hidden fact `siege`, and a region is a set of them. */
#include "knowledge/vocabulary.h"

#include "base/text.h"
#include <string.h>

#define FIELDS_MAX 8
#define FOLDED_MAX 256 /* the longest name of the table has 27 letters */

typedef struct Field {
    const char *bytes;
    size_t length;
} Field;

typedef struct Table {
    Arena *arena;
    Territory territory;
    size_t region_capacity, departement_capacity, former_capacity;
    const char **region_codes; /* of each departement, until all regions are known */
    size_t code_capacity;
    int *lines; /* of each departement */
    size_t line_capacity;
    const char *file;
    int line;
    Findings *findings;
    bool failed; /* memory ran out */
    size_t errors;
} Table;

static void wrong(Table *table, int line, const char *message, const char *read) {
    table->errors++;
    if (findings_error(table->findings, "AZ150", table->file, line, NULL, "table des territoires\u00a0: %s (« %s »)", message,
                       read) != STATUS_OK)
        table->failed = true;
}

static const char *copy_field(Table *table, Field field) {
    const char *copy = arena_text(table->arena, field.bytes, field.length);
    if (!copy) table->failed = true;
    return copy;
}

static const char *fold_name(Table *table, const char *name) {
    char folded[FOLDED_MAX];
    if (!name) return NULL;
    const char *copy = arena_text(table->arena, folded, text_fold(folded, sizeof folded, name));
    if (!copy) table->failed = true;
    return copy;
}

static bool is_metropolitan(Table *table, Field field) {
    if (field.length == 9 && memcmp(field.bytes, "metropole", 9) == 0) return true;
    if (field.length == 9 && memcmp(field.bytes, "outre-mer", 9) == 0) return false;
    const char *read = copy_field(table, field);
    if (read) wrong(table, table->line, "le dernier champ est « metropole » ou « outre-mer »", read);
    return false;
}

static void *grow(Table *table, void *items, size_t count, size_t *capacity, size_t size) {
    void *grown = arena_grow(table->arena, items, count, capacity, size);
    if (!grown) table->failed = true;
    return grown;
}

static void read_region(Table *table, const Field *fields) {
    Territory *territory = &table->territory;
    Region region = {
        .code = copy_field(table, fields[1]), .name = copy_field(table, fields[2]), .in = copy_field(table, fields[3])};
    region.metropolitan = is_metropolitan(table, fields[4]);
    region.folded = fold_name(table, region.name);
    if (territory_region(territory, fields[1].bytes, fields[1].length, false) >= 0)
        wrong(table, table->line, "code de région déjà donné", region.code);
    Region *regions = grow(table, territory->regions, territory->region_count, &table->region_capacity, sizeof *regions);
    if (table->failed) return;
    territory->regions = regions;
    regions[territory->region_count++] = region;
}

static void read_departement(Table *table, const Field *fields) {
    Territory *territory = &table->territory;
    Departement added = {
        .code = copy_field(table, fields[1]), .name = copy_field(table, fields[2]), .in = copy_field(table, fields[3])};
    added.metropolitan = is_metropolitan(table, fields[5]);
    added.folded = fold_name(table, added.name);
    added.region = -1;
    if (territory_departement(territory, fields[1].bytes, fields[1].length, false) >= 0)
        wrong(table, table->line, "code de département déjà donné", added.code);
    size_t count = territory->departement_count;
    Departement *departements = grow(table, territory->departements, count, &table->departement_capacity, sizeof *departements);
    const char **codes = grow(table, table->region_codes, count, &table->code_capacity, sizeof *codes);
    int *lines = grow(table, table->lines, count, &table->line_capacity, sizeof *lines);
    const char *code = copy_field(table, fields[4]);
    if (table->failed) return;
    territory->departements = departements;
    table->region_codes = codes;
    table->lines = lines;
    departements[count] = added;
    codes[count] = code;
    lines[count] = table->line;
    territory->departement_count++;
}

static void read_former(Table *table, const Field *fields) {
    Territory *territory = &table->territory;
    FormerRegion former = {.name = copy_field(table, fields[1]), .now = copy_field(table, fields[2])};
    former.code = fields[3].length > 0 ? copy_field(table, fields[3]) : NULL;
    former.folded = fold_name(table, former.name);
    FormerRegion *all = grow(table, territory->former, territory->former_count, &table->former_capacity, sizeof *all);
    if (table->failed) return;
    if (former.code && strcmp(former.code, "-") == 0) former.code = NULL;
    territory->former = all;
    all[territory->former_count++] = former;
}

static void read_vintage(Table *table, const Field *fields) {
    table->territory.vintage = copy_field(table, fields[1]);
}

static const struct Record {
    char letter;
    size_t least, most; /* fields */
    void (*read)(Table *table, const Field *fields);
} records[] = {{'R', 5, 5, read_region}, {'D', 6, 6, read_departement}, {'A', 3, 4, read_former}, {'V', 2, 2, read_vintage}};

static size_t split(const char *bytes, size_t length, Field fields[FIELDS_MAX]) {
    size_t count = 0, start = 0;
    for (size_t i = 0; i <= length && count < FIELDS_MAX; i++) {
        if (i < length && bytes[i] != '\t') continue;
        fields[count++] = (Field){bytes + start, i - start};
        start = i + 1;
    }
    return count;
}

static bool has_empty(const Field *fields, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (fields[i].length == 0) return true;
    return false;
}

static void read_line(Table *table, const char *bytes, size_t length) {
    if (length > 0 && bytes[length - 1] == '\r') length--;
    if (length == 0 || bytes[0] == '#') return;
    Field fields[FIELDS_MAX] = {{NULL, 0}};
    size_t count = split(bytes, length, fields);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        if (fields[0].length != 1 || bytes[0] != records[i].letter) continue;
        if (count >= records[i].least && count <= records[i].most && !has_empty(fields, count)) {
            records[i].read(table, fields);
            return;
        }
    }
    const char *read = arena_text(table->arena, bytes, length > 80 ? 80 : length);
    wrong(table, table->line, "une ligne est V, R, D ou A, puis ses champs séparés par des tabulations", read ? read : "");
}

static void read_lines(Table *table, const char *bytes, size_t length) {
    for (size_t start = 0; start < length && !table->failed;) {
        const char *end = memchr(bytes + start, '\n', length - start);
        size_t stop = end ? (size_t)(end - bytes) : length;
        table->line++;
        read_line(table, bytes + start, stop - start);
        start = stop + 1;
    }
}

static void join_regions(Table *table) {
    Territory *territory = &table->territory;
    territory->words = bits_words(territory->departement_count);
    for (size_t i = 0; i < territory->region_count; i++) {
        uint64_t *bits = arena_array(table->arena, territory->words, sizeof *bits);
        if (!bits) {
            table->failed = true;
            return;
        }
        territory->regions[i].departements = bits;
    }
    for (size_t i = 0; i < territory->departement_count; i++) {
        const char *code = table->region_codes[i];
        int region = territory_region(territory, code, strlen(code), false);
        territory->departements[i].region = region;
        if (region >= 0) bits_put(territory->regions[region].departements, i);
        else if (strcmp(code, "-") != 0) wrong(table, table->lines[i], "cette région n’existe pas", code);
    }
}

static void check_former(Table *table) {
    for (size_t i = 0; i < table->territory.former_count; i++) {
        const char *now = table->territory.former[i].now;
        if (territory_region(&table->territory, now, strlen(now), true) < 0)
            wrong(table, 0, "une ancienne région renvoie à une région qui n’existe pas", now);
    }
}

static int add_siege(Vocabulary *vocabulary, const Table *table) {
    const Territory *territory = &table->territory;
    Choice *choices = arena_array(table->arena, territory->departement_count, sizeof *choices);
    if (!choices) return -1;
    for (size_t i = 0; i < territory->departement_count; i++)
        choices[i] = (Choice){.name = territory->departements[i].code, .label = territory->departements[i].name, .parent = -1};
    Fact siege = {.name = "siege",
                  .type = FACT_PLACE,
                  .level = PLACE_NONE,
                  .hidden = true,
                  .applies_if = -1,
                  .label = "siège",
                  .question = "Dans quel département se trouve le siège\u202f?",
                  .choices = choices,
                  .choice_count = territory->departement_count,
                  .file = table->file};
    if (!fact_close_choices(&siege, table->arena)) return -1;
    return vocabulary_add(vocabulary, &siege);
}

Status territory_read(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings) {
    Table table = {.arena = vocabulary->arena, .file = file, .findings = findings};
    read_lines(&table, bytes, length);
    if (!table.failed) join_regions(&table);
    if (!table.failed) check_former(&table);
    if (!table.failed && table.territory.departement_count == 0) wrong(&table, 0, "aucun département", "D");
    if (!table.failed && vocabulary_find(vocabulary, "siege", 5) >= 0) wrong(&table, 0, "ce fait existe déjà", "siege");
    if (table.failed) return STATUS_NO_MEMORY;
    if (table.errors) return STATUS_REFUSED;
    int siege = add_siege(vocabulary, &table);
    if (siege < 0) return STATUS_NO_MEMORY;
    vocabulary->territory = table.territory;
    vocabulary->siege = siege;
    return STATUS_OK;
}

static bool same(const char *name, const char *bytes, size_t length) {
    return strlen(name) == length && memcmp(name, bytes, length) == 0;
}

/* False when the name is too long to be one. */
static bool fold_bytes(const char *bytes, size_t length, char folded[FOLDED_MAX]) {
    char name[FOLDED_MAX];
    if (length >= sizeof name || memchr(bytes, '\0', length)) return false;
    memcpy(name, bytes, length);
    name[length] = '\0';
    return text_fold(folded, FOLDED_MAX, name) > 0;
}

int territory_region(const Territory *territory, const char *code_or_name, size_t length, bool names) {
    for (size_t i = 0; i < territory->region_count; i++)
        if (same(territory->regions[i].code, code_or_name, length)) return (int)i;
    char folded[FOLDED_MAX];
    if (!names || !fold_bytes(code_or_name, length, folded)) return -1;
    for (size_t i = 0; i < territory->region_count; i++)
        if (strcmp(territory->regions[i].folded, folded) == 0) return (int)i;
    return -1;
}

int territory_departement(const Territory *territory, const char *code_or_name, size_t length, bool names) {
    for (size_t i = 0; i < territory->departement_count; i++)
        if (same(territory->departements[i].code, code_or_name, length)) return (int)i;
    char folded[FOLDED_MAX];
    if (!names || !fold_bytes(code_or_name, length, folded)) return -1;
    for (size_t i = 0; i < territory->departement_count; i++)
        if (strcmp(territory->departements[i].folded, folded) == 0) return (int)i;
    return -1;
}

const char *territory_former(const Territory *territory, const char *name) {
    char folded[FOLDED_MAX];
    if (!fold_bytes(name, strlen(name), folded)) return NULL;
    for (size_t i = 0; i < territory->former_count; i++)
        if (strcmp(territory->former[i].folded, folded) == 0) return territory->former[i].now;
    return NULL;
}

const char *territory_former_code(const Territory *territory, const char *code, size_t length) {
    for (size_t i = 0; i < territory->former_count; i++)
        if (territory->former[i].code && same(territory->former[i].code, code, length)) return territory->former[i].now;
    return NULL;
}

const char *territory_nearest(const Territory *territory, PlaceLevel level, const char *name) {
    Nearest nearest;
    nearest_init(&nearest, name);
    for (size_t i = 0; level == PLACE_REGION && i < territory->region_count; i++)
        nearest_offer(&nearest, territory->regions[i].name);
    for (size_t i = 0; level == PLACE_DEPARTEMENT && i < territory->departement_count; i++)
        nearest_offer(&nearest, territory->departements[i].name);
    return nearest_get(&nearest);
}

static bool all_digits(const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (bytes[i] < '0' || bytes[i] > '9') return false;
    return true;
}

/* INSEE commune codes begin with the code of their departement: three characters overseas, two elsewhere, 2A and 2B in Corsica. */
static int departement_of_commune(const Territory *territory, const char *code, size_t length) {
    if (length != 5 || !all_digits(code + 2, 3) || code[0] < '0' || code[0] > '9') return -1;
    bool overseas = code[0] == '9' && (code[1] == '7' || code[1] == '8');
    return territory_departement(territory, code, overseas ? 3 : 2, false);
}

static void keep_only(const Territory *territory, int departement, uint64_t *possible) {
    bool was = bits_has(possible, (size_t)departement);
    memset(possible, 0, territory->words * sizeof *possible);
    if (was) bits_put(possible, (size_t)departement);
}

bool territory_narrow(const Territory *territory, PlaceLevel level, const char *code, size_t length, uint64_t *possible) {
    if (level == PLACE_REGION) {
        int region = territory_region(territory, code, length, false);
        if (region < 0) return false;
        for (size_t w = 0; w < territory->words; w++) possible[w] &= territory->regions[region].departements[w];
        return true;
    }
    if (level != PLACE_COMMUNE && level != PLACE_DEPARTEMENT) return true;
    int departement = level == PLACE_COMMUNE ? departement_of_commune(territory, code, length)
                                             : territory_departement(territory, code, length, false);
    if (departement < 0) return false;
    keep_only(territory, departement, possible);
    return true;
}

bool territory_is_of(const Vocabulary *vocabulary, const Fact *fact) {
    const Territory *territory = &vocabulary->territory;
    if (fact->choice_count != territory->departement_count || fact->choice_count == 0) return false;
    return strcmp(fact->choices[0].name, territory->departements[0].code) == 0;
}
