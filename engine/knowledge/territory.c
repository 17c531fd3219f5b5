/* The territory table: regions and departements as the Code officiel géographique numbers them, with the words that place
 * something there, and the few intercommunalities and communes that rules name. Names are compared folded, and folded once, at
 * loading. All of them become the choices of the hidden fact `siege`: departements first, so that their numbers are the same in
 * sets of departements, then what stands below them. */
#include "knowledge/vocabulary.h"

#include "base/text.h"
#include "base/utf8.h"
#include <string.h>

#define FIELDS_MAX 8
#define QUOTED_LINE_MAX 80 /* bytes of a line that a finding repeats */
#define FOLDED_MAX 256     /* the longest name of the table has 27 letters */

typedef struct Field {
    const char *bytes;
    size_t length;
} Field;

/* Of a listed place, until the departements are known. */
typedef struct Listing {
    Field within; /* its departements, or its EPCI */
    int line;
} Listing;

typedef struct Loading {
    Arena *arena;
    Territory territory;
    size_t region_capacity, departement_capacity, former_capacity;
    const char **region_codes; /* of each departement, until all regions are known */
    size_t code_capacity;
    int *lines; /* of each departement */
    size_t line_capacity;
    size_t listed_capacity;
    Listing *places;
    size_t place_capacity;
    const char *file;
    int line;
    Findings *findings;
    bool failed; /* memory ran out */
    size_t errors;
} Loading;

static void wrong(Loading *table, int line, const char *message, const char *read) {
    table->errors++;
    if (findings_error(table->findings, "AZ150", table->file, line, NULL, "table des territoires\u00a0: %s (« %s »)", message,
                       read) != STATUS_OK)
        table->failed = true;
}

static const char *copy_field(Loading *table, Field field) {
    const char *copy = arena_text(table->arena, field.bytes, field.length);
    if (!copy) table->failed = true;
    return copy;
}

static const char *fold_name(Loading *table, const char *name) {
    char folded[FOLDED_MAX];
    if (!name) return NULL;
    const char *copy = arena_text(table->arena, folded, text_fold(folded, sizeof folded, name));
    if (!copy) table->failed = true;
    return copy;
}

static bool is_metropolitan(Loading *table, Field field) {
    if (field.length == 9 && memcmp(field.bytes, "metropole", 9) == 0) return true;
    if (field.length == 9 && memcmp(field.bytes, "outre-mer", 9) == 0) return false;
    const char *read = copy_field(table, field);
    if (read) wrong(table, table->line, "le dernier champ est « metropole » ou « outre-mer »", read);
    return false;
}

static void *grow(Loading *table, void *items, size_t count, size_t *capacity, size_t size) {
    void *grown = arena_grow(table->arena, items, count, capacity, size);
    if (!grown) table->failed = true;
    return grown;
}

static void read_region(Loading *table, const Field *fields) {
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

static void read_departement(Loading *table, const Field *fields) {
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

static void read_former(Loading *table, const Field *fields) {
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

/* `E	200046977	Métropole de Lyon	dans la Métropole de Lyon	69`, `C	69123	Lyon	à Lyon 200046977`. The last
 * field is kept as written until the departements are known. */
static void read_listed(Loading *table, const Field *fields, PlaceLevel level) {
    Territory *territory = &table->territory;
    ListedPlace place = {.level = level,
                         .code = copy_field(table, fields[1]),
                         .name = copy_field(table, fields[2]),
                         .in = copy_field(table, fields[3])};
    place.folded = fold_name(table, place.name);
    if (territory_listed(territory, level, fields[1].bytes, fields[1].length, false) >= 0)
        wrong(table, table->line, "code déjà donné", place.code);
    if (place.in && strstr(place.in, "«")) wrong(table, table->line, "la tournure s’écrit sans guillemets", place.in);
    size_t count = territory->listed_count;
    ListedPlace *listed = grow(table, territory->listed, count, &table->listed_capacity, sizeof *listed);
    Listing *places = grow(table, table->places, count, &table->place_capacity, sizeof *places);
    const char *last = copy_field(table, fields[4]);
    if (table->failed) return;
    territory->listed = listed;
    table->places = places;
    listed[count] = place;
    places[count] = (Listing){{last, fields[4].length}, table->line};
    territory->listed_count++;
}

static void read_epci(Loading *table, const Field *fields) {
    read_listed(table, fields, PLACE_EPCI);
}

static void read_commune(Loading *table, const Field *fields) {
    read_listed(table, fields, PLACE_COMMUNE);
}

static void read_vintage(Loading *table, const Field *fields) {
    table->territory.vintage = copy_field(table, fields[1]);
}

static const struct Record {
    char letter;
    size_t least, most; /* fields */
    void (*read)(Loading *table, const Field *fields);
} records[] = {{'R', 5, 5, read_region}, {'D', 6, 6, read_departement}, {'A', 3, 4, read_former},
               {'E', 5, 5, read_epci},   {'C', 5, 5, read_commune},     {'V', 2, 2, read_vintage}};

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

static void refuse_line(Loading *table, const char *bytes, size_t length, const char *message) {
    char shown[QUOTED_LINE_MAX + 1];
    shown[utf8_shown(shown, bytes, length > QUOTED_LINE_MAX ? utf8_cut(bytes, QUOTED_LINE_MAX) : length)] = '\0';
    wrong(table, table->line, message, shown);
}

static void read_line(Loading *table, const char *bytes, size_t length) {
    if (length > 0 && bytes[length - 1] == '\r') length--;
    if (length == 0 || bytes[0] == '#') return;
    if (!utf8_plain(bytes, length)) {
        refuse_line(table, bytes, length, "cette ligne n’est pas en UTF-8, ou contient des caractères de commande");
        return;
    }
    Field fields[FIELDS_MAX] = {{NULL, 0}};
    size_t count = split(bytes, length, fields);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        if (fields[0].length != 1 || bytes[0] != records[i].letter) continue;
        if (count >= records[i].least && count <= records[i].most && !has_empty(fields, count)) {
            records[i].read(table, fields);
            return;
        }
    }
    refuse_line(table, bytes, length, "une ligne est V, R, D, A, E ou C, puis ses champs séparés par des tabulations");
}

static void read_lines(Loading *table, const char *bytes, size_t length) {
    for (size_t start = 0; start < length && !table->failed;) {
        const char *end = memchr(bytes + start, '\n', length - start);
        size_t stop = end ? (size_t)(end - bytes) : length;
        table->line++;
        read_line(table, bytes + start, stop - start);
        start = stop + 1;
    }
}

static void join_regions(Loading *table) {
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

static void check_former(Loading *table) {
    for (size_t i = 0; i < table->territory.former_count; i++) {
        const char *now = table->territory.former[i].now;
        if (territory_region(&table->territory, now, strlen(now), true) < 0)
            wrong(table, 0, "une ancienne région renvoie à une région qui n’existe pas", now);
    }
}

/* The choices of `siege`, being filled. */
typedef struct Seats {
    Loading *table;
    Choice *choices;
    int *departements; /* of each choice */
    size_t count;
} Seats;

static void add_seat(Seats *seats, const char *name, const char *label, int parent, int departement) {
    if (!name) seats->table->failed = true;
    seats->choices[seats->count] = (Choice){.name = name, .label = label, .parent = parent};
    seats->departements[seats->count++] = departement;
}

/* One choice below each of its departements. */
static void add_epci(Seats *seats, ListedPlace *place, const Listing *listing) {
    Loading *table = seats->table;
    TableField departements = {listing->within.bytes, listing->within.length}, one;
    place->choice = seats->count;
    while (table_item(&departements, &one)) {
        int number = territory_departement(&table->territory, one.bytes, one.length, false);
        if (number < 0) {
            const char *read = arena_text(table->arena, one.bytes, one.length);
            wrong(table, listing->line, "le dernier champ d’une intercommunalité est la liste des codes de ses départements",
                  read ? read : "");
            return;
        }
        const Departement *departement = &table->territory.departements[number];
        add_seat(seats, arena_printf(table->arena, "%s/%s", departement->code, place->code), place->name, number, number);
    }
    place->count = seats->count - place->choice;
}

/* Below its EPCI where that is listed in the same departement, else below its departement. */
static void add_commune(Seats *seats, ListedPlace *place, const Listing *listing) {
    Field epci = listing->within;
    Loading *table = seats->table;
    int departement = territory_departement_of_commune(&table->territory, place->code, strlen(place->code));
    if (departement < 0) {
        wrong(table, listing->line, "le code de cette commune ne commence pas par un département", place->code);
        return;
    }
    int parent = departement, number = territory_listed(&table->territory, PLACE_EPCI, epci.bytes, epci.length, false);
    if (strcmp(epci.bytes, "-") != 0) place->epci = epci.bytes;
    for (size_t i = 0; number >= 0 && i < table->territory.listed[number].count; i++) {
        size_t choice = table->territory.listed[number].choice + i;
        if (seats->departements[choice] == departement) parent = (int)choice;
    }
    const char *code = table->territory.departements[departement].code;
    place->choice = seats->count;
    place->count = 1;
    add_seat(seats, arena_printf(table->arena, "%s/%s", code, place->code), place->name, parent, departement);
}

static size_t seats_needed(const Loading *table) {
    const Territory *territory = &table->territory;
    size_t needed = territory->departement_count;
    for (size_t i = 0; i < territory->listed_count; i++) {
        needed++;
        for (size_t c = 0; c < table->places[i].within.length; c++) needed += table->places[i].within.bytes[c] == ',';
    }
    return needed;
}

static bool fill_seats(Seats *seats, Loading *table) {
    Territory *territory = &table->territory;
    size_t needed = seats_needed(table);
    *seats = (Seats){.table = table};
    seats->choices = arena_array(table->arena, needed, sizeof *seats->choices);
    seats->departements = arena_array(table->arena, needed, sizeof *seats->departements);
    if (!seats->choices || !seats->departements) return false;
    for (size_t i = 0; i < territory->departement_count; i++)
        add_seat(seats, territory->departements[i].code, territory->departements[i].name, -1, (int)i);
    for (size_t i = 0; i < territory->listed_count; i++)
        if (territory->listed[i].level == PLACE_EPCI) add_epci(seats, &territory->listed[i], &table->places[i]);
    for (size_t i = 0; i < territory->listed_count; i++)
        if (territory->listed[i].level == PLACE_COMMUNE) add_commune(seats, &territory->listed[i], &table->places[i]);
    return !table->failed;
}

/* Every place as bits over the choices of `siege`. */
static bool spread_seats(Loading *table, const Fact *siege) {
    Territory *territory = &table->territory;
    for (size_t i = 0; i < territory->departement_count; i++) territory->departements[i].seats = siege->choices[i].below;
    for (size_t i = 0; i < territory->region_count; i++) {
        uint64_t *seats = arena_array(table->arena, siege->words, sizeof *seats);
        if (!seats) return false;
        for (size_t d = 0; d < territory->departement_count; d++)
            for (size_t w = 0; w < siege->words && bits_has(territory->regions[i].departements, d); w++)
                seats[w] |= siege->choices[d].below[w];
        territory->regions[i].seats = seats;
    }
    for (size_t i = 0; i < territory->listed_count; i++) {
        ListedPlace *place = &territory->listed[i];
        uint64_t *seats = arena_array(table->arena, siege->words, sizeof *seats);
        if (!seats) return false;
        for (size_t c = 0; c < place->count; c++)
            for (size_t w = 0; w < siege->words; w++) seats[w] |= siege->choices[place->choice + c].below[w];
        place->seats = seats;
    }
    return true;
}

/* Departements alone, for facts that are sets of them. */
static bool add_departement_choices(Loading *table) {
    Territory *territory = &table->territory;
    Fact set = {.choice_count = territory->departement_count};
    set.choices = arena_array(table->arena, set.choice_count, sizeof *set.choices);
    if (!set.choices) return false;
    for (size_t i = 0; i < set.choice_count; i++)
        set.choices[i] = (Choice){.name = territory->departements[i].code, .label = territory->departements[i].name, .parent = -1};
    territory->departement_choices = set.choices;
    return fact_close_choices(&set, table->arena);
}

/* The fact is made, with everything the territory knows of its choices, but not yet added. */
static bool make_siege(Loading *table, Fact *siege) {
    Seats seats;
    if (!fill_seats(&seats, table)) return false;
    *siege =
        (Fact){.name = "siege",
               .type = FACT_PLACE,
               .level = PLACE_NONE,
               .hidden = true,
               .applies_if = -1,
               .label = "siège",
               .question = "Dans quel département se trouve le siège\u202f?",
               .help = "Une règle le compare à regions {…}, departements {…}, epci {…} ou communes {…}. Un fichier de faits et un "
                       "exemple le donnent par commune, code_postal, departement, region ou epci.",
               .choices = seats.choices,
               .choice_count = seats.count,
               .file = table->file};
    if (!fact_close_choices(siege, table->arena) || !spread_seats(table, siege) || !add_departement_choices(table)) return false;
    Territory *territory = &table->territory;
    territory->seat_words = siege->words;
    territory->seat_count = siege->choice_count;
    territory->seat_departement = seats.departements;
    territory->tables = arena_new(table->arena, sizeof *territory->tables);
    return territory->tables != NULL;
}

Status territory_read(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings) {
    Loading table = {.arena = vocabulary->arena, .file = file, .findings = findings};
    read_lines(&table, bytes, length);
    if (!table.failed) join_regions(&table);
    if (!table.failed) check_former(&table);
    if (!table.failed && seats_needed(&table) > (size_t)SEAT_WORDS_MAX * 64) wrong(&table, 0, "trop de lieux nommés", "E, C");
    if (!table.failed && table.territory.departement_count == 0) wrong(&table, 0, "aucun département", "D");
    if (!table.failed && vocabulary_find(vocabulary, "siege", 5) >= 0) wrong(&table, 0, "ce fait existe déjà", "siege");
    Fact siege;
    if (!table.failed && !table.errors && !make_siege(&table, &siege)) table.failed = true;
    if (table.failed) return STATUS_NO_MEMORY;
    if (table.errors) return STATUS_REFUSED;
    vocabulary->siege = vocabulary_add(vocabulary, &siege);
    if (vocabulary->siege < 0) return STATUS_NO_MEMORY;
    vocabulary->territory = table.territory;
    return STATUS_OK;
}
