/* The point chosen in a span is the threshold that bounds it: that is where rules part. */
#include "analyse/witness.h"

#include "base/number.h"
#include "explain/figures.h"
#include "explain/values.h"
#include <math.h>
#include <string.h>

bool witness_init(WitnessDraft *draft, Arena *arena, const Vocabulary *vocabulary) {
    draft->values = arena_array(arena, vocabulary->count + 1, sizeof *draft->values);
    return draft->values != NULL;
}

static double point_of(const Fact *fact, Span span) {
    double low = ceil(span.low), high = floor(span.high);
    bool bounded = isfinite(span.low) && span.low > fact->minimum;
    if (low > high) return span.low;
    if (bounded) return low;
    return isfinite(high) && span.high < fact->maximum ? high : isfinite(low) ? low : 0;
}

static size_t first_bit(const uint64_t *bits, size_t words) {
    for (size_t bit = 0; bit < words * 64; bit++)
        if (bits_has(bits, bit)) return bit;
    return 0;
}

/* A choice of the cell, one without others below it when there is any: a parent alone is read as its whole subtree. */
static size_t pick_choice(const Fact *fact, const Value *cell) {
    for (size_t choice = 0; choice < fact->choice_count; choice++)
        if (bits_has(cell->possible, choice) && bits_count(fact->choices[choice].below, fact->words) == 1) return choice;
    return first_bit(cell->possible, cell->words);
}

/* What a fact file can say of the cell: a value, or a list, with all that stands below what it names. */
static const Value *point(Arena *arena, const Fact *fact, const Value *cell) {
    Value *value = arena_array(arena, 1, sizeof *value);
    if (!value) return NULL;
    *value = *cell;
    if (cell->shape == SHAPE_SPAN) {
        double at = point_of(fact, cell->span);
        value->span = (Span){at, at};
        return value;
    }
    value->possible = arena_array(arena, cell->words, sizeof(uint64_t));
    value->sure = arena_array(arena, cell->words, sizeof(uint64_t));
    if (!value->possible || !value->sure) return NULL;
    if (cell->shape == SHAPE_CANDIDATES) {
        memcpy(value->possible, fact->choices[pick_choice(fact, cell)].below, cell->words * sizeof(uint64_t));
        return value;
    }
    memcpy(value->sure, cell->sure, cell->words * sizeof(uint64_t));
    for (size_t choice = 0; choice < fact->choice_count; choice++)
        for (size_t w = 0; w < cell->words && bits_has(cell->sure, choice); w++)
            value->possible[w] |= fact->choices[choice].below[w];
    return value;
}

bool witness_draft(Arena *arena, const Plan *plan, const Value *const *cells, bool minimal,
                   bool (*proves)(void *context, const Value *const *values), void *context, WitnessDraft *draft, bool *proved) {
    const Vocabulary *vocabulary = &plan->rulebook->vocabulary;
    const Value **all = arena_array(arena, vocabulary->count, sizeof *all);
    const Value **base = arena_array(arena, vocabulary->count, sizeof *base);
    if (!all || !base) return false;
    for (size_t fact = 0; fact < vocabulary->count; fact++) {
        if (!cells[fact]) continue;
        all[fact] = point(arena, &vocabulary->facts[fact], cells[fact]);
        if (!all[fact]) return false;
        if (plan->derivation_of_fact[fact] < 0) base[fact] = all[fact];
    }
    const Value **kept = proves(context, base) ? base : all;
    *proved = kept == base || proves(context, all);
    if (!*proved) return true;
    for (size_t fact = 0; fact < vocabulary->count && minimal; fact++) {
        const Value *value = kept[fact];
        if (!value) continue;
        kept[fact] = NULL;
        if (!proves(context, kept)) kept[fact] = value;
    }
    for (size_t fact = 0; fact < vocabulary->count; fact++)
        if (kept[fact]) draft->values[fact] = kept[fact];
    return true;
}

/* ---- In words */

static const char *words_of(Arena *arena, const Vocabulary *vocabulary, const Fact *fact, const Value *value) {
    if (value->shape == SHAPE_SPAN) return value_span(arena, fact, value->span);
    if (value->shape == SHAPE_SET) {
        const char *text = value_set(arena, fact, value);
        return text ? text : "aucun";
    }
    if (vocabulary->siege >= 0 && fact == &vocabulary->facts[vocabulary->siege])
        return value_seat(arena, &vocabulary->territory, value->possible, PLACE_DEPARTEMENT);
    return fact->choices[first_bit(value->possible, value->words)].label;
}

/* Does the draft answer confirmations of several programmes? */
static bool confirms_several(const Vocabulary *vocabulary, const WitnessDraft *draft) {
    const char *programme = NULL;
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (!draft->values[i] || !vocabulary->facts[i].programme) continue;
        if (programme && strcmp(programme, vocabulary->facts[i].programme) != 0) return true;
        programme = vocabulary->facts[i].programme;
    }
    return false;
}

/* A confirmation is told by what it confirms, and for which programme where there are several; a boolean by its two wordings. */
static void add_words(Arena *arena, const Vocabulary *vocabulary, const Fact *fact, const Value *value, bool several,
                      Phrase *phrase) {
    const char *before = phrase->length ? ", " : "";
    bool yes = fact->type == FACT_BOOLEAN && bits_has(value->possible, CHOICE_OUI);
    if (fact->programme)
        phrase_join(phrase, before, QUOTE_OPEN, fact->label ? fact->label : fact->name, QUOTE_CLOSE, several ? " pour " : "",
                    several ? fact->programme : "", COLON, yes ? "oui" : "non", NULL);
    else if (fact->type == FACT_BOOLEAN && fact->when_yes && fact->when_no)
        phrase_join(phrase, before, yes ? fact->when_yes : fact->when_no, NULL);
    else {
        const char *words = words_of(arena, vocabulary, fact, value);
        phrase_join(phrase, before, fact->label ? fact->label : "siège", COLON, words ? words : "…", NULL);
    }
}

/* ---- As facts */

static void add_choices(const Fact *fact, const Value *value, Phrase *phrase) {
    bool first = true;
    phrase_add(phrase, "[");
    for (size_t choice = 0; choice < fact->choice_count; choice++) {
        if (!bits_has(value->sure, choice)) continue;
        phrase_join(phrase, first ? "\"" : ",\"", fact->choices[choice].name, "\"", NULL);
        first = false;
    }
    phrase_add(phrase, "]");
}

static void add_value(Arena *arena, const Fact *fact, const Value *value, Phrase *phrase) {
    char text[NUMBER_TEXT_MAX];
    if (value->shape == SHAPE_SET) {
        add_choices(fact, value, phrase);
        return;
    }
    if (fact->type == FACT_DATE) {
        day_write((Day)value->span.low, text);
        phrase_join(phrase, "\"", text, "\"", NULL);
    } else if (value->shape == SHAPE_SPAN) {
        number_write(value->span.low, text);
        phrase_add(phrase, arena_copy(arena, text));
    } else if (fact->type == FACT_BOOLEAN) phrase_add(phrase, bits_has(value->possible, CHOICE_OUI) ? "true" : "false");
    else phrase_join(phrase, "\"", fact->choices[first_bit(value->possible, value->words)].name, "\"", NULL);
}

static void add_seat(const Vocabulary *vocabulary, const Value *value, Phrase *phrase) {
    const Territory *territory = &vocabulary->territory;
    size_t choice = first_bit(value->possible, value->words);
    const char *separator = phrase->length > 1 ? "," : "";
    for (size_t i = 0; i < territory->listed_count; i++) {
        const ListedPlace *place = &territory->listed[i];
        if (choice < place->choice || choice >= place->choice + place->count) continue;
        phrase_join(phrase, separator, place->level == PLACE_EPCI ? "\"epci\":\"" : "\"commune\":\"", place->code, "\"", NULL);
        separator = ",";
    }
    const Departement *departement = &territory->departements[territory->seat_departement[choice]];
    phrase_join(phrase, separator, "\"departement\":\"", departement->code, "\"", NULL);
}

static void add_confirmations(const Vocabulary *vocabulary, const WitnessDraft *draft, Phrase *phrase) {
    const char *programme = NULL;
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (!draft->values[i] || !fact->programme) continue;
        bool same = programme && strcmp(programme, fact->programme) == 0;
        if (!programme) phrase_join(phrase, phrase->length > 1 ? "," : "", "\"confirmations\":{", NULL);
        if (same) phrase_add(phrase, ",");
        else phrase_join(phrase, programme ? "}," : "", "\"", fact->programme, "\":{", NULL);
        programme = fact->programme;
        phrase_join(phrase, "\"", strchr(fact->name, '/') + 1,
                    "\":", bits_has(draft->values[i]->possible, CHOICE_OUI) ? "true" : "false", NULL);
    }
    if (programme) phrase_add(phrase, "}}");
}

bool witness_write(Arena *arena, const Vocabulary *vocabulary, const WitnessDraft *draft, Witness *out) {
    Phrase words, facts;
    phrase_init(&words, arena);
    phrase_init(&facts, arena);
    phrase_add(&facts, "{");
    bool several = confirms_several(vocabulary, draft);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (!draft->values[i]) continue;
        add_words(arena, vocabulary, fact, draft->values[i], several, &words);
        if (fact->programme) continue;
        if ((int)i == vocabulary->siege) {
            add_seat(vocabulary, draft->values[i], &facts);
            continue;
        }
        phrase_join(&facts, facts.length > 1 ? "," : "", "\"", fact->name, "\":", NULL);
        add_value(arena, fact, draft->values[i], &facts);
    }
    add_confirmations(vocabulary, draft, &facts);
    phrase_add(&facts, "}");
    *out = (Witness){.text = phrase_text(&words), .facts = phrase_text(&facts)};
    return !arena->failed;
}
