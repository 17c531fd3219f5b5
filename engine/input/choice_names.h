/* The choices of one fact by their exact names, as they stand in quotation marks. Private to input/. */
#ifndef AZIMUT_INPUT_CHOICE_NAMES_H
#define AZIMUT_INPUT_CHOICE_NAMES_H

#include "base/bytes.h"
#include "knowledge/vocabulary.h"

#define CHOICE_BYTES 32 /* of a name with the mark behind it; longer ones are not known here */

typedef struct ChoiceName {
    _Alignas(16) char bytes[CHOICE_BYTES]; /* the name, the quotation mark behind it, zeros; all zeros: a free place */
    uint64_t below, above; /* of a fact of one word: the choice and all below it; the choice and all that it brings in */
    int choice;
} ChoiceName;

typedef struct ChoiceNames {
    ChoiceName *places;
    size_t mask; /* of places, a power of two less one; at least half of them are free */
    uint64_t factor;
} ChoiceNames;

/* False when memory runs out. Names that JSON writes with escapes, or could, are left out. */
bool choice_names_init(ChoiceNames *names, Arena *arena, const Fact *fact);

static inline uint64_t choice_name_pair(const char *bytes) {
    uint16_t pair;
    memcpy(&pair, bytes, sizeof pair);
    return pair;
}

/* By the length, two bytes of the beginning, two of the middle, two of the end; marks stand before the name and behind it. */
static inline size_t choice_name_place(const ChoiceNames *names, const char *bytes, size_t length) {
    const uint64_t first = choice_name_pair(bytes), middle = choice_name_pair(bytes + length / 2),
                   last = choice_name_pair(bytes + length - 2);
    return (size_t)((first | middle << 16 | last << 32 | (uint64_t)length << 48) * names->factor >> 40) & names->mask;
}

/* The name that stands at `bytes` between quotation marks, of `length` bytes, fewer than CHOICE_BYTES but some; NULL: there is
 * none. CHOICE_BYTES must be readable. */
static inline const ChoiceName *choice_names_find(const ChoiceNames *names, const char *bytes, size_t length) {
    for (size_t at = choice_name_place(names, bytes, length);; at = (at + 1) & names->mask) {
        const ChoiceName *name = &names->places[at];
        if (bytes_common(bytes, name->bytes) > length) return name;
        if (!name->bytes[0]) return NULL;
    }
}

#endif
