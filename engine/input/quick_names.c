/* Names (« Association loi 1901 », « oui ») say the same on every row: what they said is remembered by their bytes, and looked up
 * without a branch that depends on which one it is. Of a list each name is looked up: lists are of too many kinds. */
#include "input/quick_row.h"

/* « oui », « Non »; other words are remembered. */
#define OUI UINT64_C(0x69756F00000003) /* its three letters in lower case, above their number */
#define NON UINT64_C(0x6E6F6E00000003)

/* The one that a cell may be, by its first letter. `*differ` is not 0 when it is neither of them, nor empty. Without a branch:
 * which ones are empty, and which are yes, cannot be foreseen. */
static inline unsigned boolean_of(QuickCell cell, uint64_t *differ) {
    static const uint64_t words[] = {[CHOICE_NON] = NON, [CHOICE_OUI] = OUI, 0, 0}, asked[] = {UINT64_MAX, UINT64_MAX, 0, 0};
    const uint64_t letters = byte_mask_word(cell.bytes);
    const unsigned said = (unsigned)(letters & 1) | (unsigned)(cell.length == 0) * SAYS_NOTHING;
    const uint64_t word = ((letters | 0x202020) & 0xFFFFFF) << 32 | cell.length;
    *differ = (words[said] ^ word) & asked[said];
    return said;
}

static __attribute__((noinline)) uint64_t other_boolean(const QuickRow *row, const QuickColumn *column, QuickCell raw) {
    const QuickCell cell = quick_unquoted(raw);
    uint64_t differ;
    const unsigned word = boolean_of(cell, &differ);
    if (!differ) return column->says[word];
    const CellSaid *said = cell_memo_find(row->quick->names, quick_key(row, column), cell.bytes, cell.length);
    if (!said) quick_leave(row, column);
    return said ? said->names.possible : column->unknown;
}

void quick_read_booleans(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_BOOLEAN); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_raw_cell(row, column);
        uint64_t differ;
        uint64_t possible = column->says[boolean_of(cell, &differ)];
        if (differ) possible = other_boolean(row, column, cell);
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
    if (column->reading == READ_MANY) {
        said->choice = choice;
        return said;
    }
    said->names.possible = *fact->choices[choice].below;
    for (int in = choice; fact->type == FACT_SET && in >= 0; in = fact->choices[in].parent) said->names.sure |= UINT64_C(1) << in;
    said->names.possible |= said->names.sure;
    return said;
}

/* What one name says; NULL when it is not known, or with `learn`, when it is none. */
static inline const CellSaid *name_said(const QuickRow *row, const QuickColumn *column, QuickCell name, bool learn) {
    const int key = quick_key(row, column) | IN_LIST;
    const CellSaid *said = cell_memo_find(row->quick->names, key, name.bytes, name.length);
    return !said && learn ? learn_name(row, column, name) : said;
}

/* « santé, insertion »: what each says, joined; false when one is no name. The end of the cell counts as what stands between names,
 * so that how many there are is asked once, of an empty cell too. */
static inline __attribute__((always_inline)) bool join_names(const QuickRow *row, const QuickColumn *column, QuickCell cell,
                                                             bool learn, NamesSaid *all) {
    const char *start = cell.bytes, *end = cell.bytes + cell.length;
    for (const char *at = start; at <= end; at += BYTE_MASK) {
        const size_t left = (size_t)(end - at);
        uint64_t marks = byte_mask_equal(at, column->joined);
        if (left < BYTE_MASK) marks = (marks & ((UINT64_C(1) << left) - 1)) | (uint64_t)(cell.length > 0) << left;
        for (; marks; marks &= marks - 1) {
            const char *mark = at + byte_mask_first(marks);
            const CellSaid *said = name_said(row, column, (QuickCell){start, (size_t)(mark - start)}, learn);
            if (!said) return false;
            all->possible |= said->names.possible;
            all->sure |= said->names.sure;
            start = mark + 1;
        }
    }
    return true;
}

/* Finds what a list that was not understood is joined by. A name that is known has nothing in it that may stand between names: so
 * names that are known are joined by what was meant. The last one may be followed by it too. */
static QuickCell join_otherwise(QuickColumn *column, QuickCell cell) {
    column->joined = has(cell, ';') ? ';' : has(cell, '|') ? '|' : ',';
    cell.length -= cell.bytes[cell.length - 1] == column->joined;
    return cell;
}

static bool join_new_names(const QuickRow *row, QuickColumn *column, QuickCell cell, NamesSaid *all) {
    const QuickCell list = join_otherwise(column, cell);
    *all = (NamesSaid){0};
    return list.length > 0 && join_names(row, column, list, true, all);
}

static inline void put_names(const QuickRow *row, const QuickColumn *column, NamesSaid said) {
    column->possible[row->row] = said.possible;
    column->sure[row->row] = said.sure;
}

/* A list that is not all of known names. */
static __attribute__((noinline)) void read_other_list(const QuickRow *row, QuickColumn *column, QuickCell cell) {
    NamesSaid all;
    if (join_new_names(row, column, cell, &all)) {
        put_names(row, column, all);
        return;
    }
    const CellSaid *said = cell_memo_find(row->quick->others, quick_key(row, column), cell.bytes, cell.length);
    if (said) put_names(row, column, said->names);
    else quick_leave(row, column);
}

void quick_read_lists(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_NAMES); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_block_cell(row, column);
        NamesSaid all = {.possible = column->unknown & (0 - (uint64_t)(cell.length == 0))};
        if (join_names(row, column, cell, false, &all)) put_names(row, column, all);
        else read_other_list(row, column, cell);
    }
}

/* Empty columns of the row, to which names are then added. */
static void clear(const QuickRow *row, const QuickColumn *column) {
    const size_t capacity = row->quick->block->capacity;
    for (size_t w = 0; w < column->fact->words; w++) {
        column->possible[w * capacity + row->row] = 0;
        if (column->fact->type == FACT_SET) column->sure[w * capacity + row->row] = 0;
    }
}

static void add_choice(const QuickRow *row, const QuickColumn *column, int choice) {
    const size_t capacity = row->quick->block->capacity;
    const Choice *choices = column->fact->choices;
    for (size_t w = 0; w < column->fact->words; w++) column->possible[w * capacity + row->row] |= choices[choice].below[w];
    for (int in = choice; column->fact->type == FACT_SET && in >= 0; in = choices[in].parent) {
        const size_t at = (size_t)(in / 64) * capacity + row->row;
        column->possible[at] |= UINT64_C(1) << in % 64;
        column->sure[at] |= UINT64_C(1) << in % 64;
    }
}

/* Are they all names? With `put`, which they are. */
static bool take_choices(const QuickRow *row, const QuickColumn *column, QuickCell list, bool put) {
    const char *start = list.bytes, *end = list.bytes + list.length;
    while (start < end) {
        const char *mark = memchr(start, column->joined, (size_t)(end - start));
        const QuickCell name = {start, (size_t)((mark ? mark : end) - start)};
        const CellSaid *said = name_said(row, column, name, true);
        if (!said) return false;
        if (put) add_choice(row, column, said->choice);
        start += name.length + 1;
    }
    return list.length > 0;
}

/* Lists of facts with many choices, which are few. */
void quick_read_long_lists(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_MANY); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_block_cell(row, column);
        if (cell.length == 0 || column->silent == 0) continue;
        const QuickCell list = join_otherwise(column, cell);
        if (take_choices(row, column, list, false)) {
            clear(row, column);
            take_choices(row, column, list, true);
        } else {
            quick_leave(row, column);
        }
    }
}

/* What a cell for one choice, which was not met before, says; several names are several possible ones. An empty one is remembered
 * like a name, so as not to be told apart from it. */
static __attribute__((noinline)) uint64_t new_name(const QuickRow *row, QuickColumn *column, QuickCell raw) {
    const QuickCell cell = quick_unquoted(raw);
    NamesSaid all = {.possible = column->unknown};
    if (cell.length > 0 && !join_new_names(row, column, cell, &all)) {
        quick_leave(row, column);
        return column->unknown;
    }
    CellSaid *kept = cell_memo_put(row->quick->names, quick_key(row, column), raw.bytes, raw.length);
    if (kept) kept->names = all;
    return all.possible;
}

void quick_read_names(const QuickRow *row) {
    for (Kind kind = quick_kind(row, READ_NAME); kind.next < kind.end; kind.next++) {
        QuickColumn *column = kind.next;
        const QuickCell cell = quick_raw_cell(row, column);
        const CellSaid *said = cell_memo_find(row->quick->names, quick_key(row, column), cell.bytes, cell.length);
        column->possible[row->row] = said ? said->names.possible : new_name(row, column, cell);
    }
}
