/* A blank is a control character, which no text has, with the number of a fact, or of a test, in two letters. What is derived is
 * never left blank: the reasons that are told with it are compared with other words. */
#include "explain/blank.h"

#include "explain/figures.h"
#include "explain/trace.h"
#include "explain/values.h"

#include <string.h>

#define LETTERS 52

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
static const char blanks[] = BLANK_KINDS;

/* Of a set that meets a test, what meets it. */
static const char *members_of(const Dossier *dossier, const Node *test) {
    const Fact *fact = dossier_fact(dossier, test->test.fact);
    uint64_t *members = arena_array(dossier->arena, fact->words, sizeof *members);
    if (!members) return "";
    for (size_t w = 0; w < fact->words; w++) members[w] = dossier->values[test->test.fact].sure[w] & test->test.accepted[w];
    return value_members(dossier->arena, fact, members);
}

static Figure figure_of(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    const bool countless = known->shape == SHAPE_SPAN || known->shape == SHAPE_SET;
    if (!dossier->blanks || !dossier->trace || !countless || fact >= LETTERS * LETTERS) return FIGURE_NONE;
    return dossier_derivation(dossier, fact) ? FIGURE_NONE : trace_figure(dossier, fact);
}

bool blank_wanted(const Dossier *dossier, int fact) {
    return figure_of(dossier, fact) != FIGURE_NONE;
}

static const char *blank(const Dossier *dossier, BlankKind kind, unsigned number) {
    const char bytes[] = {(char)kind, letters[number / LETTERS], letters[number % LETTERS]};
    const char *text = arena_text(dossier->arena, bytes, sizeof bytes);
    return text ? text : "";
}

const char *blank_of(const Dossier *dossier, BlankKind kind, int fact) {
    return blank(dossier, kind, (unsigned)fact);
}

const char *blank_value(const Dossier *dossier, int fact) {
    return blank_of(dossier, figure_of(dossier, fact) == FIGURE_LIST ? BLANK_LIST : BLANK_VALUE, fact);
}

bool blank_commas(const char *text) {
    return strstr(text, ", ") || strchr(text, BLANK_LIST);
}

static unsigned digit(char letter) {
    return (unsigned)(letter >= 'a' ? letter - 'a' + LETTERS / 2 : letter - 'A');
}

static unsigned number_at(const char *blank) {
    return digit(blank[1]) * LETTERS + digit(blank[2]);
}

static int fact_at(const Dossier *dossier, const char *blank) {
    if (*blank != BLANK_MEMBERS) return (int)number_at(blank);
    return trace_test(dossier->trace, number_at(blank))->test.fact;
}

const char *blank_members(const Dossier *dossier, const Node *test) {
    const bool fits = dossier->blanks && dossier->trace && test->number < LETTERS * LETTERS;
    if (fits && trace_leaves(dossier->trace, test)) return blank(dossier, BLANK_MEMBERS, test->number);
    dossier_value(dossier, test->test.fact);
    return members_of(dossier, test);
}

static bool opens_alike(const char *one, const char *other) {
    while (*one && *one == *other) one++, other++;
    return !*one || !*other;
}

/* Numbers open with a digit, « de », « au moins », « plus de »…, sets with a name. Words that name a unit do not open one without.
 */
bool blank_opens(const Dossier *dossier, const char *text, const char *words) {
    const size_t before = strcspn(text, blanks);
    if (!text[before] || text[before] == BLANK_BARE || strncmp(text, words, before) != 0 || strlen(words) <= before) return false;
    const Fact *fact = dossier_fact(dossier, fact_at(dossier, text + before));
    const char *rest = words + before;
    if (fact->shape == SHAPE_SPAN) return fact->type == FACT_DATE || strchr("0123456789dapm", *rest);
    for (size_t i = 0; i < fact->choice_count; i++)
        if (opens_alike(rest, fact->choices[i].label)) return true;
    return false;
}

static const char *make_words(const Dossier *dossier, int fact, unsigned kind) {
    const Fact *known = dossier_fact(dossier, fact);
    const Value *value = &dossier->values[fact];
    if (kind == BLANK_WHEN - BLANK_VALUE) return figure_when(dossier->arena, value->span);
    if (kind == BLANK_ELAPSED - BLANK_VALUE) return figure_elapsed(dossier->arena, (Day)value->span.low, dossier->date);
    if (known->shape == SHAPE_SET) return value_set(dossier->arena, known, value);
    const char *words = value_span(dossier->arena, known, value->span);
    return kind == BLANK_BARE - BLANK_VALUE ? value_without_unit(dossier->arena, known, words) : words;
}

const char *blank_in(const char *text) {
    return strpbrk(text, blanks);
}

const Filling *blank_filling(const Dossier *dossier, const char *blank) {
    if (*blank == BLANK_MEMBERS) return trace_test_words(dossier, number_at(blank), members_of);
    const unsigned kind = *blank == BLANK_LIST ? 0 : (unsigned)(*blank - BLANK_VALUE);
    return trace_figure_words(dossier, (int)number_at(blank), kind, make_words);
}

static const char *filled(const Dossier *dossier, const char *text, bool looked) {
    const char *at = strpbrk(text, blanks);
    if (!at) return text;
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    phrase_reserve(&phrase, strlen(text) + 64);
    for (; *at; at = text + strcspn(text, blanks)) {
        if (looked) dossier_value(dossier, fact_at(dossier, at));
        phrase_add_bytes(&phrase, text, (size_t)(at - text));
        const Telling *figure = &blank_filling(dossier, at)->told;
        phrase_add_bytes(&phrase, figure->bytes, figure->length);
        text = at + BLANK_BYTES;
    }
    phrase_add(&phrase, text);
    return phrase_text(&phrase);
}

const char *blanks_filled(const Dossier *dossier, const char *text) {
    return filled(dossier, text, false);
}

const char *blanks_undone(const Dossier *dossier, const char *text) {
    return filled(dossier, text, true);
}

/* Only the members of a set may be the same words in two blanks; what differs before the first blank is not the same. */
bool blank_same(const Dossier *dossier, const char *one, const char *other) {
    if (strcmp(one, other) == 0) return true;
    if (!strchr(one, BLANK_MEMBERS) && !strchr(other, BLANK_MEMBERS)) return false;
    const size_t mine = strcspn(one, blanks), its = strcspn(other, blanks);
    if (strncmp(one, other, mine < its ? mine : its) != 0) return false;
    return strcmp(blanks_undone(dossier, one), blanks_undone(dossier, other)) == 0;
}
