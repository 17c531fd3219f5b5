/* A hash table with free places, of the first and the last eight bytes: they are nearly always the whole name. */
#include "input/choice_names.h"

static bool is_plain(const char *name) {
    for (; *name; name++)
        if (*name < ' ' || *name >= 0x7F || *name == '"' || *name == '\\') return false;
    return true;
}

static void put(ChoiceNames *names, const Fact *fact, int number) {
    const Choice *choice = &fact->choices[number];
    const size_t length = strlen(choice->name);
    if (length == 0 || !is_plain(choice->name)) return;
    char head[8] = {0};
    memcpy(head, choice->name, length < sizeof head ? length : sizeof head);
    ChoiceName name = {.name = choice->name, .length = length, .head = byte_mask_word(head), .choice = number};
    if (length > 8) name.tail = byte_mask_word(choice->name + length - 8);
    if (fact->words == 1) name.below = choice->below[0];
    for (int in = number; fact->words == 1 && in >= 0; in = fact->choices[in].parent) bits_put(&name.above, (size_t)in);
    size_t at = choice_name_place(names, name.head, name.tail);
    while (names->places[at].length > 0) at = (at + 1) & names->mask;
    names->places[at] = name;
}

bool choice_names_init(ChoiceNames *names, Arena *arena, const Fact *fact) {
    size_t places = 4;
    while (places < fact->choice_count * 2) places *= 2;
    *names = (ChoiceNames){.places = arena_array(arena, places, sizeof *names->places), .mask = places - 1};
    for (size_t i = 0; names->places && i < fact->choice_count; i++) put(names, fact, (int)i);
    return names->places != NULL;
}
