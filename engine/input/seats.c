/* A table of a fixed size, where a newcomer pushes the one before to the next place: no bound is needed on what a list may name.
 * What is not in it goes through a fact set, which alone knows how places narrow one another. */
#include "input/seats.h"

#include "base/byte_mask.h"
#include <string.h>

#define SEATS_KEPT 8192u
#define CODES_KEPT 1024u  /* of departements, regions and EPCI that were found */
#define TOWN_CODES 101000 /* communes by number: two digits, 2A as 20 and 2B as 100, then three */
#define POSTAL_CODES 100000

/* A commune that is in use. */
typedef struct Town {
    uint32_t row;   /* its line in the table, from 1; 0: no present commune */
    int16_t choice; /* of `siege`, from 1; 0: not yet asked for; -1: none */
} Town;

/* A code of twelve bytes in two words, the level in the last byte. */
typedef struct KnownCode {
    uint64_t first, rest;
} KnownCode;

/* What codes say of the seat. */
typedef struct Seat {
    PlaceCodes codes;
    bool used, disputed;
    uint64_t possible[]; /* as many words as `siege` has */
} Seat;

struct Seats {
    const Vocabulary *vocabulary;
    int facts[PLACE_EPCI + 1]; /* of each level, or -1 */
    size_t words;
    char *kept; /* SEATS_KEPT times a Seat, each of `seat_bytes` */
    size_t seat_bytes;
    bool disputed_now; /* the codes that were last looked for */
    Town *towns;
    bool indexed;
    uint64_t *postal_asked, *postal_known; /* bits by number */
    KnownCode *known;
    uint64_t one[SEAT_WORDS_MAX];
    Arena scratch;
};

static void find_facts(Seats *seats) {
    for (int level = 0; level <= PLACE_EPCI; level++) seats->facts[level] = -1;
    for (size_t i = 0; i < seats->vocabulary->count; i++) {
        const Fact *fact = &seats->vocabulary->facts[i];
        if (fact->type == FACT_PLACE && fact->level != PLACE_NONE) seats->facts[fact->level] = (int)i;
    }
}

Seats *seats_new(Arena *arena, const Vocabulary *vocabulary) {
    Seats *seats = arena_new(arena, sizeof *seats);
    if (!seats || vocabulary->siege < 0) return seats;
    seats->vocabulary = vocabulary;
    seats->words = vocabulary->facts[vocabulary->siege].words;
    seats->seat_bytes = sizeof(Seat) + seats->words * sizeof(uint64_t);
    seats->kept = arena_array(arena, SEATS_KEPT, seats->seat_bytes);
    seats->towns = arena_array(arena, TOWN_CODES, sizeof *seats->towns);
    seats->postal_asked = arena_array(arena, bits_words(POSTAL_CODES), sizeof *seats->postal_asked);
    seats->postal_known = arena_array(arena, bits_words(POSTAL_CODES), sizeof *seats->postal_known);
    seats->known = arena_array(arena, CODES_KEPT, sizeof *seats->known);
    if (!seats->kept || !seats->towns || !seats->postal_asked || !seats->postal_known || !seats->known) return NULL;
    find_facts(seats);
    arena_init(&seats->scratch, arena->memory);
    return seats;
}

void seats_clear(Seats *seats) {
    if (seats) arena_clear(&seats->scratch);
}

/* The first of the two places for these codes. */
static Seat *seat_of(const Seats *seats, const PlaceCodes *codes) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = 0, word, power = factor;
    const char *bytes = codes->text[0];
    for (size_t at = 0; at + sizeof word <= sizeof *codes; at += sizeof word, power *= factor) {
        memcpy(&word, bytes + at, sizeof word);
        hash += (word ^ word >> 32) * power;
    }
    const size_t slot = (size_t)(hash >> 40) % (SEATS_KEPT / 2) * 2;
    return (Seat *)(void *)(seats->kept + slot * seats->seat_bytes);
}

static bool locate(Seats *seats, const PlaceCodes *codes, uint64_t *possible, bool *disputed) {
    FactSet facts;
    arena_reset(&seats->scratch);
    if (factset_init(&facts, &seats->scratch, seats->vocabulary) != STATUS_OK) return false;
    for (int level = 0; level <= PLACE_EPCI; level++) {
        const Value value = {.shape = SHAPE_TEXT, .text = codes->text[level]};
        if (!codes->text[level][0] || seats->facts[level] < 0) continue;
        if (factset_put(&facts, seats->facts[level], &value, NULL) != STATUS_OK) return false;
    }
    memcpy(possible, facts.values[seats->vocabulary->siege].possible, seats->words * sizeof *possible);
    *disputed = facts.dispute_count > 0;
    return true;
}

/* The number of five digits, the second of which may be A or B when `corsican`; SIZE_MAX: they are not. */
static size_t number_of(const char *text, size_t length, bool corsican) {
    size_t number = 0;
    if (length != 5) return SIZE_MAX;
    for (size_t i = 0; i < 5; i++) {
        bool letter = corsican && i == 1 && text[0] == '2' && (text[i] == 'A' || text[i] == 'B');
        if (letter) number = text[i] == 'A' ? 20 : 100;
        else if (text[i] < '0' || text[i] > '9') return SIZE_MAX;
        else number = number * 10 + (size_t)(text[i] - '0');
    }
    return number;
}

/* Where each commune stands in the table, from one passage through it. */
static void index_towns(Seats *seats) {
    Tables *tables = seats->vocabulary->territory.tables;
    TableRow row;
    seats->indexed = true;
    for (size_t at = 0, start = 0; tables && tables_next(tables, TABLE_COMMUNES, &at, &row); start = at) {
        size_t number = number_of(row.fields[0].bytes, row.fields[0].length, true);
        bool present = !table_field_is(row.fields[2], "=") && !table_field_is(row.fields[2], "+");
        if (number < TOWN_CODES && present) seats->towns[number].row = (uint32_t)start + 1;
    }
}

static bool read_town(const Seats *seats, const Town *town, TableRow *row) {
    size_t at = town->row - 1;
    return tables_next(seats->vocabulary->territory.tables, TABLE_COMMUNES, &at, row);
}

/* A present commune, or NULL. */
static Town *find_town(Seats *seats, const char *code, size_t length) {
    size_t number = number_of(code, length, true);
    if (number >= TOWN_CODES) return NULL;
    if (!seats->indexed) index_towns(seats);
    return seats->towns[number].row ? &seats->towns[number] : NULL;
}

static bool postal_known(Seats *seats, const char *code, size_t length) {
    const Territory *territory = &seats->vocabulary->territory;
    size_t number = number_of(code, length, false);
    TableRow row;
    if (number >= POSTAL_CODES || !territory->tables) return false;
    if (!bits_has(seats->postal_asked, number)) {
        bits_put(seats->postal_asked, number);
        if (tables_find(territory->tables, TABLE_POSTAL, code, length, &row) == STATUS_OK) bits_put(seats->postal_known, number);
    }
    return bits_has(seats->postal_known, number);
}

static bool code_exists(Seats *seats, PlaceLevel level, const char *text, size_t length) {
    const Territory *territory = &seats->vocabulary->territory;
    TableRow row;
    if (level == PLACE_COMMUNE) return find_town(seats, text, length) != NULL;
    if (level == PLACE_POSTAL) return postal_known(seats, text, length);
    if (level == PLACE_DEPARTEMENT) return territory_departement(territory, text, length, false) >= 0;
    if (level == PLACE_REGION) return territory_region(territory, text, length, false) >= 0;
    return territory->tables && tables_find(territory->tables, TABLE_EPCI, text, length, &row) == STATUS_OK;
}

bool seats_know_code(Seats *seats, PlaceLevel level, uint64_t first, uint64_t rest, size_t length) {
    const KnownCode code = {first, rest | (uint64_t)level << 56};
    const uint64_t hash = (code.first + code.rest * UINT64_C(0xC2B2AE3D27D4EB4F)) * UINT64_C(0x9E3779B97F4A7C15);
    KnownCode *kept = seats->known ? &seats->known[hash >> 54] : NULL; /* CODES_KEPT: ten bits, the best mixed */
    if (kept && kept->first == code.first && kept->rest == code.rest) return true;
    char text[16];
    byte_mask_put(text, first);
    byte_mask_put(text + 8, rest);
    if (!kept || !code_exists(seats, level, text, length)) return false;
    if (level != PLACE_COMMUNE && level != PLACE_POSTAL) *kept = code;
    return true;
}

bool seats_know(Seats *seats, PlaceLevel level, const char *text, size_t length) {
    char code[16] = "";
    if (length == 0 || length >= PLACE_CODE_MAX || memchr(text, '\0', length)) return false;
    memcpy(code, text, length);
    return seats_know_code(seats, level, byte_mask_word(code), byte_mask_word(code + 8), length);
}

/* The choice of a commune with which all other places of the row agree, or -1: then there is nothing to settle. */
static int agreed_town(Seats *seats, const PlaceCodes *codes) {
    const Territory *territory = &seats->vocabulary->territory;
    bool alone = codes->text[PLACE_COMMUNE][0] && !codes->text[PLACE_EPCI][0];
    Town *town = alone ? find_town(seats, codes->text[PLACE_COMMUNE], 5) : NULL;
    TableRow row;
    if (!town || !read_town(seats, town, &row)) return -1;
    if (town->choice == 0) {
        int choice = territory_commune_choice(territory, row.fields[0], row.fields[2]);
        town->choice = (int16_t)(choice < 0 ? -1 : choice + 1);
    }
    if (town->choice < 0) return -1;
    const Departement *departement = &territory->departements[territory->seat_departement[town->choice - 1]];
    const char *postal = codes->text[PLACE_POSTAL], *area = codes->text[PLACE_DEPARTEMENT], *region = codes->text[PLACE_REGION];
    if (postal[0] && !table_lists(row.fields[3], (TableField){postal, strlen(postal)})) return -1;
    if (area[0] && strcmp(area, departement->code) != 0) return -1;
    if (region[0] && (departement->region < 0 || strcmp(region, territory->regions[departement->region].code) != 0)) return -1;
    return town->choice - 1;
}

static Seat *next_seat(const Seats *seats, Seat *seat) {
    return (Seat *)(void *)((char *)seat + seats->seat_bytes);
}

static bool is_kept(const Seat *seat, const PlaceCodes *codes) {
    return seat->used && memcmp(&seat->codes, codes, sizeof *codes) == 0;
}

/* Locates a seat and keeps it at the first of its places; what was there goes to the second. */
static bool keep(Seats *seats, Seat *seat, const PlaceCodes *codes) {
    memcpy(next_seat(seats, seat), seat, seats->seat_bytes);
    seat->used = false;
    if (!locate(seats, codes, seat->possible, &seat->disputed)) return false;
    seat->codes = *codes;
    return seat->used = true;
}

const uint64_t *seats_find(Seats *seats, const PlaceCodes *codes) {
    int town = agreed_town(seats, codes);
    seats->disputed_now = false;
    if (town >= 0) {
        memset(seats->one, 0, seats->words * sizeof *seats->one);
        bits_put(seats->one, (size_t)town);
        return seats->one;
    }
    Seat *seat = seat_of(seats, codes);
    if (!is_kept(seat, codes)) {
        Seat *other = next_seat(seats, seat);
        if (is_kept(other, codes)) seat = other;
        else if (!keep(seats, seat, codes)) return NULL;
    }
    seats->disputed_now = seat->disputed;
    return seat->possible;
}

bool seats_disputed(const Seats *seats) {
    return seats->disputed_now;
}
