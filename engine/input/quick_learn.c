/* What the readers of cells made of a cell that was left to them, remembered. */
#include "input/quick_row.h"

#define TOWN_KEY_ROOM (MEMO_TEXT_MAX + 8)

static bool is_number(const Fact *fact) {
    return fact->type == FACT_INTEGER || fact->type == FACT_NUMBER || fact->type == FACT_EUROS;
}

static bool is_named(const Fact *fact) {
    return fact->type == FACT_BOOLEAN || fact->type == FACT_ENUM || fact->type == FACT_SET;
}

/* The name of a town and what else is known of the place, in `room`. False: too long to be remembered. */
static bool town_key(const CommuneHints *hints, const Cell *cell, char room[TOWN_KEY_ROOM], Cell *key) {
    const char *const others[] = {hints->departement, hints->postal, hints->region};
    size_t length = cell->length;
    if (length > MEMO_TEXT_MAX) return false;
    memcpy(room, cell->bytes, length);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t size = others[i] ? strlen(others[i]) : 0;
        if (length + 1 + size > MEMO_TEXT_MAX) return false;
        room[length++] = '\0';
        if (size) memcpy(room + length, others[i], size);
        length += size;
    }
    *key = (Cell){.bytes = room, .length = length};
    return true;
}

bool csv_quick_town(RowReader *reader, int number, const Cell *cell, RowTexts *texts) {
    char room[TOWN_KEY_ROOM] = "";
    Cell key;
    if (!town_key(&reader->sheet.hints, cell, room, &key)) return false;
    const CellSaid *said = cell_memo_find(reader->quick->others, number, key.bytes, key.length);
    if (said) row_take_text(reader, texts, number, said->code, strlen(said->code));
    return said;
}

void csv_quick_learn(RowReader *reader, size_t column, const Value *value) {
    CsvQuick *quick = reader->quick;
    const int number = reader->input->columns.items[column].fact;
    const Fact *fact = &reader->vocabulary->facts[number];
    const Reading reading = quick_reading(reader->input, &reader->input->columns.items[column]);
    const CellPlace place = csv_line_place(quick->bytes, quick->cells, quick->quoted && reading != READ_NAME, column);
    char room[TOWN_KEY_ROOM] = "";
    Cell key = {.bytes = quick->bytes + place.from, .length = place.length};
    bool span = is_number(fact) || fact->type == FACT_DATE, named = is_named(fact) && fact->words == 1;
    bool town = value && fact->type == FACT_PLACE && fact->level == PLACE_COMMUNE &&
                town_key(&reader->sheet.hints, &reader->cells[column], room, &key);
    bool code = value && (town || quick_is_kept_code(fact)) && strlen(value->text) < PLACE_CODE_MAX;
    if (!span && !named && !code) return;
    const bool name = !town && reading != READ_NAMES && !span;
    const int about = number | (quick->narrow && !town ? IN_1252 : 0);
    CellSaid *said = cell_memo_put(name ? quick->names : quick->others, about, key.bytes, key.length);
    if (!said) return;
    if (span) said->span = value ? value->span : (Span){fact->minimum, fact->maximum};
    if (code) memcpy(said->code, value->text, strlen(value->text));
    if (!named) return;
    Value remembered = {.possible = &said->names.possible, .sure = &said->names.sure};
    if (!value) fact_forget(fact, &remembered);
    if (value) said->names = (NamesSaid){.possible = *value->possible, .sure = value->sure ? *value->sure : 0};
}
