/* The choices of one fact by their exact names, as they stand in quotation marks. Private to input/. */
#ifndef AZIMUT_INPUT_CHOICE_NAMES_H
#define AZIMUT_INPUT_CHOICE_NAMES_H

#include "base/bytes.h"
#include "knowledge/vocabulary.h"

typedef struct ChoiceName {
    const char *name;
    size_t length;         /* 0: a free place */
    uint64_t head, tail;   /* its first eight bytes; its last eight, 0 when it has no more than eight */
    uint64_t below, above; /* of a fact of one word: the choice and all below it; the choice and all that it brings in */
    int choice;
} ChoiceName;

typedef struct ChoiceNames {
    ChoiceName *places;
    size_t mask; /* of places, a power of two less one; at least half of them are free */
} ChoiceNames;

/* False when memory runs out. Names that JSON writes with escapes, or could, are left out. */
bool choice_names_init(ChoiceNames *names, Arena *arena, const Fact *fact);

static inline size_t choice_name_place(const ChoiceNames *names, uint64_t head, uint64_t tail) {
    uint64_t hash = (head ^ (tail >> 7 | tail << 57)) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(hash >> 40) & names->mask;
}

/* NULL: not one of them. Eight bytes from `bytes` must be readable. */
static inline const ChoiceName *choice_names_find(const ChoiceNames *names, const char *bytes, size_t length) {
    const uint64_t head = bytes_lowest(byte_mask_word(bytes), length), tail = length > 8 ? byte_mask_word(bytes + length - 8) : 0;
    for (size_t at = choice_name_place(names, head, tail);; at = (at + 1) & names->mask) {
        const ChoiceName *name = &names->places[at];
        if (name->length == 0) return NULL;
        if (name->length != length || name->head != head || name->tail != tail) continue;
        if (length <= 16 || memcmp(name->name + 8, bytes + 8, length - 16) == 0) return name;
    }
}

#endif
