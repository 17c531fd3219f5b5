/* Folding goes code point by code point through tables of base letters, so that it needs neither locale nor library; the distance
 * is that of the optimal string alignment (insertion, deletion, substitution, swap of neighbours), which is what typing errors are.
 */
#include "base/utf8.h"
#include <string.h>

#define FOLDED_MAX 160u /* compared bytes of one name; no fact, value or region is half as long */
#define STEM_MIN 4u     /* letters that a beginning must have to stand for the whole name */

/* The base letter of each code point from the first of the range; '.' where there is none. */
typedef struct LetterRange {
    uint32_t first;
    const char *letters;
} LetterRange;

static const LetterRange letter_ranges[] = {
    {0x00C0, "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
             "gggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    {0x0200, "aaaaeeeeiiiioooorrrruuuusstt..hh"},
    {0x1E00, "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
             "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
             "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"},
};

typedef struct Spelling {
    uint32_t code;
    const char *letters;
} Spelling;

static const Spelling spellings[] = {{0x00C6, "ae"}, {0x00E6, "ae"}, {0x00DF, "ss"}, {0x0132, "ij"},
                                     {0x0133, "ij"}, {0x0152, "oe"}, {0x0153, "oe"}, {0x1E9E, "ss"}};

static bool between(uint32_t code, uint32_t first, uint32_t last) {
    return code >= first && code <= last;
}

static bool is_gap(uint32_t code) {
    static const char marks[] = " \t\n\v\f\r-_'";
    if (code < 0x80) return code != 0 && strchr(marks, (int)code);
    return code == 0x00A0 || between(code, 0x2000, 0x200A) || between(code, 0x2010, 0x2015) || code == 0x2018 || code == 0x2019 ||
           code == 0x02BC || code == 0x202F || code == 0x205F || code == 0x2212 || code == 0x3000;
}

/* Combining accents and marks without width: they change nothing in a name. */
static bool is_silent(uint32_t code) {
    return between(code, 0x0300, 0x036F) || between(code, 0x200B, 0x200F) || code == 0x00AD || code == 0x2060 || code == 0xFEFF;
}

/* Writes the folded form of `code`, neither a gap nor silent; returns its bytes. */
static size_t fold_letter(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)(between(code, 'A', 'Z') ? code - 'A' + 'a' : code);
        return 1;
    }
    for (size_t i = 0; i < sizeof letter_ranges / sizeof *letter_ranges; i++) {
        const LetterRange *range = &letter_ranges[i];
        if (code < range->first || code - range->first >= strlen(range->letters)) continue;
        char letter = range->letters[code - range->first];
        if (letter == '.') break;
        out[0] = letter;
        return 1;
    }
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (spellings[i].code == code) {
            memcpy(out, spellings[i].letters, 2);
            return 2;
        }
    return utf8_write(code, out);
}

size_t text_fold(char *out, size_t size, const char *name) {
    size_t length = strlen(name), written = 0;
    bool gap = false;
    if (size == 0) return 0;
    for (size_t at = 0; at < length;) {
        const unsigned char plain = (unsigned char)name[at]; /* most are plain letters */
        if (plain >= '0' && plain < 0x80 && plain != '_') {
            if (written + gap + 1 >= size) break;
            if (gap) out[written++] = ' ';
            out[written++] = (char)(between(plain, 'A', 'Z') ? plain - 'A' + 'a' : plain);
            gap = false;
            at++;
            continue;
        }
        uint32_t code = utf8_next(name, length, &at);
        if (is_silent(code)) continue;
        if (is_gap(code)) {
            gap = written > 0;
            continue;
        }
        char letters[5] = " ";
        size_t count = fold_letter(code, letters + gap) + gap;
        if (written + count >= size) break;
        memcpy(out + written, letters, count);
        written += count;
        gap = false;
    }
    out[written] = '\0';
    return written;
}

typedef struct Folded {
    char bytes[FOLDED_MAX];
    size_t length;
} Folded;

static Folded fold(const char *name) {
    Folded folded;
    folded.length = text_fold(folded.bytes, sizeof folded.bytes, name);
    return folded;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t distance(const Folded *a, const Folded *b) {
    size_t rows[3][FOLDED_MAX + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b->length; j++) above[j] = before[j] = j;
    for (size_t i = 1; i <= a->length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b->length; j++) {
            bool same = a->bytes[i - 1] == b->bytes[j - 1];
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            bool swapped = i > 1 && j > 1 && a->bytes[i - 1] == b->bytes[j - 2] && a->bytes[i - 2] == b->bytes[j - 1];
            if (swapped) row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b->length];
}

static size_t common_start(const Folded *a, const Folded *b) {
    size_t shared = 0;
    while (shared < a->length && shared < b->length && a->bytes[shared] == b->bytes[shared]) shared++;
    return shared;
}

/* `effectif` for `effectif_salarie`: one is the other's first words. */
static bool is_stem(const Folded *a, const Folded *b) {
    const Folded *short_one = a->length < b->length ? a : b, *long_one = short_one == a ? b : a;
    return short_one->length >= STEM_MIN && common_start(a, b) == short_one->length && long_one->bytes[short_one->length] == ' ';
}

const char *text_nearest(const char *name, const char *const *names, size_t count) {
    Folded wanted = fold(name);
    size_t allowed = wanted.length / 3, best = SIZE_MAX, best_start = 0, stem_length = SIZE_MAX;
    const char *nearest = NULL, *stem = NULL;
    for (size_t i = 0; i < count; i++) {
        Folded candidate = fold(names[i]);
        if (candidate.length < stem_length && is_stem(&wanted, &candidate)) {
            stem = names[i];
            stem_length = candidate.length;
        }
        if (candidate.length > wanted.length + allowed || candidate.length + allowed < wanted.length) continue;
        size_t apart = distance(&wanted, &candidate), start = common_start(&wanted, &candidate);
        if (apart > allowed || apart > best || (apart == best && start <= best_start && nearest)) continue;
        nearest = names[i];
        best = apart;
        best_start = start;
    }
    return nearest ? nearest : stem;
}
