/* Names (« Association loi 1901 », « oui ») say the same on every row: what they said is remembered by their bytes, and looked up
 * without a branch that depends on which one it is. Of a list each name is looked up: lists are of too many kinds. */
#include "input/quick_row.h"

/* « oui », « Non »; other words are remembered. */
#define OUI UINT64_C(0x69756F00000003) /* its three letters in lower case, above their number */
#define NON UINT64_C(0x6E6F6E00000003)

static __attribute__((noinline)) uint64_t other_boolean(const QuickRow *row, const QuickColumn *column, QuickCell cell) {
    const CellSaid *said = cell_memo_find(row->quick->names, quick_key(row, column), cell.bytes, cell.length);
    if (!said) quick_leave(row, column);
    return said ? said->names.possible[0] : column->unknown[0];
}

/* Empty cells as well as others, without a branch: which ones are empty cannot be foreseen. */
void quick_read_booleans(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_BOOLEAN); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_block_cell(row, column);
        const uint64_t word = ((byte_mask_word(cell.bytes) | 0x202020) & 0xFFFFFF) << 32 | cell.length;
        const uint64_t empty = 0 - (uint64_t)(cell.length == 0);
        uint64_t possible =
            (uint64_t)(word == OUI) << CHOICE_OUI | (uint64_t)(word == NON) << CHOICE_NON | (column->unknown[0] & empty);
        if (possible == 0) possible = other_boolean(row, column, cell);
        column->possible[row->row] = possible;
    }
}

static bool has(QuickCell cell, char wanted) {
    return memchr(cell.bytes, wanted, cell.length) != NULL;
}

static bool is_joined(QuickCell name) {
    return has(name, ';') || has(name, '|') || has(name, ',') || has(name, '\n');
}

/* What a name that was not met before says; NULL when it is none. One that may be several is none. */
static __attribute__((noinline)) const CellSaid *learn_name(const QuickRow *row, const QuickColumn *column, QuickCell name) {
    const Fact *fact = column->fact;
    char room[3 * BYTE_MASK + 8];
    size_t wrong = name.length;
    Cell text = {.bytes = name.bytes, .length = name.length};
    if (name.length >= BYTE_MASK || is_joined(name)) return NULL;
    if (row->narrow)
        text = (Cell){.bytes = room, .length = encoding_write_utf8(ENCODING_WINDOWS_1252, name.bytes, name.length, room, &wrong)};
    cell_trim(&text);
    if (wrong < name.length || sheet_unknown(&text)) return NULL;
    int choice = choices_find(row->reader->sheet.choices, column->number, text.bytes, text.length);
    if (choice < 0) return NULL;
    CellSaid *said = cell_memo_put(row->quick->names, quick_key(row, column) | IN_LIST, name.bytes, name.length);
    if (!said) return NULL;
    memcpy(said->names.possible, fact->choices[choice].below, fact->words * sizeof *said->names.possible);
    for (int in = choice; fact->type == FACT_SET && in >= 0; in = fact->choices[in].parent) {
        bits_put(said->names.possible, (size_t)in);
        bits_put(said->names.sure, (size_t)in);
    }
    return said;
}

/* Adds what one name says, of `words` words; false when it is not known, or with `learn`, when it is none. */
static inline __attribute__((always_inline)) bool join_name(const QuickRow *row, const QuickColumn *column, QuickCell name,
                                                            size_t words, bool learn, NamesSaid *all) {
    const int key = quick_key(row, column) | IN_LIST;
    const CellSaid *said = cell_memo_find(row->quick->names, key, name.bytes, name.length);
    if (!said && learn) said = learn_name(row, column, name);
    if (!said) return false;
    for (size_t w = 0; w < words; w++) {
        all->possible[w] |= said->names.possible[w];
        all->sure[w] |= said->names.sure[w];
    }
    return true;
}

/* « santé, insertion »: each a name, added to all of them; false when one is none. The end of the cell counts as what stands
 * between names, so that how many there are is asked once, of an empty cell too. */
static inline __attribute__((always_inline)) bool join_names(const QuickRow *row, const QuickColumn *column, QuickCell cell,
                                                             size_t words, bool learn, NamesSaid *all) {
    const char *start = cell.bytes, *end = cell.bytes + cell.length;
    for (const char *at = start; at <= end; at += BYTE_MASK) {
        const size_t left = (size_t)(end - at);
        uint64_t marks = byte_mask_equal(at, column->joined);
        if (left < BYTE_MASK) marks = (marks & ((UINT64_C(1) << left) - 1)) | (uint64_t)(cell.length > 0) << left;
        for (; marks; marks &= marks - 1) {
            const char *mark = at + byte_mask_first(marks);
            if (!join_name(row, column, (QuickCell){start, (size_t)(mark - start)}, words, learn, all)) return false;
            start = mark + 1;
        }
    }
    return true;
}

static void put_names(const QuickRow *row, const QuickColumn *column, const NamesSaid *said) {
    for (size_t w = 0, at = row->row; w < column->fact->words; w++, at += row->quick->block->capacity) {
        column->possible[at] = said->possible[w];
        if (column->sure) column->sure[at] = said->sure[w];
    }
}

/* A name has nothing in it that may stand between names: so names that are known are joined by what was meant. The last one may be
 * followed by it too. */
static bool join_otherwise(const QuickRow *row, QuickColumn *column, QuickCell cell, NamesSaid *all) {
    column->joined = has(cell, ';') ? ';' : has(cell, '|') ? '|' : ',';
    cell.length -= cell.bytes[cell.length - 1] == column->joined;
    *all = (NamesSaid){0};
    return cell.length > 0 && join_names(row, column, cell, column->fact->words, true, all);
}

/* A list that is not all of known names. */
static __attribute__((noinline)) void read_other_list(const QuickRow *row, QuickColumn *column, QuickCell cell) {
    NamesSaid all;
    if (join_otherwise(row, column, cell, &all)) {
        put_names(row, column, &all);
        return;
    }
    const CellSaid *said = cell_memo_find(row->quick->others, quick_key(row, column), cell.bytes, cell.length);
    if (said) put_names(row, column, &said->names);
    else quick_leave(row, column);
}

void quick_read_lists(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_NAMES); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_block_cell(row, column);
        const uint64_t empty = 0 - (uint64_t)(cell.length == 0);
        NamesSaid all = {0};
        if (column->fact->words > 1) {
            if (cell.length > 0) read_other_list(row, column, cell);
        } else if (join_names(row, column, cell, 1, false, &all)) {
            column->possible[row->row] = all.possible[0] | (column->unknown[0] & empty);
            if (column->sure) column->sure[row->row] = all.sure[0];
        } else {
            read_other_list(row, column, cell);
        }
    }
}

/* What a cell for one choice, which was not met before, says; several names are several possible ones. An empty one is remembered
 * like a name, so as not to be told apart from it. */
static __attribute__((noinline)) uint64_t new_name(const QuickRow *row, QuickColumn *column, QuickCell cell) {
    NamesSaid all = {.possible = {column->unknown[0]}};
    if (cell.length > 0 && !join_otherwise(row, column, cell, &all)) {
        quick_leave(row, column);
        return column->unknown[0];
    }
    CellSaid *kept = cell_memo_put(row->quick->names, quick_key(row, column), cell.bytes, cell.length);
    if (kept) kept->names = all;
    return all.possible[0];
}

void quick_read_names(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_NAME); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_block_cell(row, column);
        const CellSaid *said = cell_memo_find(row->quick->names, quick_key(row, column), cell.bytes, cell.length);
        column->possible[row->row] = said ? said->names.possible[0] : new_name(row, column, cell);
    }
}
