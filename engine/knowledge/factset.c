/* Declared facts. Only views of one thing need thought: commune, code postal, departement, region and EPCI of the seat, which is
 * made anew from all of them whenever one is put; and the legal form with its category. The thing is their intersection, or, where
 * that is empty, their union: no reading is then preferred, whatever the order in which they came. What `overrides` imposes leaves
 * what was declared aside. */
#include "knowledge/factset.h"

#include <string.h>

Status factset_init(FactSet *facts, Arena *arena, const Vocabulary *vocabulary) {
    FactSet made = {.arena = arena, .vocabulary = vocabulary};
    made.values = arena_array(arena, vocabulary->count, sizeof *made.values);
    made.origins = arena_array(arena, vocabulary->count, sizeof *made.origins);
    if (!made.values || !made.origins) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!fact_unknown(&vocabulary->facts[i], arena, &made.values[i])) return STATUS_NO_MEMORY;
    int form = vocabulary->legal.form;
    if (form >= 0 && !fact_unknown(&vocabulary->facts[form], arena, &made.form)) return STATUS_NO_MEMORY;
    *facts = made;
    return STATUS_OK;
}

void factset_begin(FactSet *facts, Arena *arena) {
    const Vocabulary *vocabulary = facts->vocabulary;
    facts->arena = arena;
    facts->disputes = NULL;
    facts->dispute_count = facts->dispute_capacity = 0;
    if (vocabulary->legal.form >= 0) fact_forget(&vocabulary->facts[vocabulary->legal.form], &facts->form);
}

void factset_forget(FactSet *facts, size_t fact) {
    const Vocabulary *vocabulary = facts->vocabulary;
    const Fact *known = &vocabulary->facts[fact];
    const bool made = (int)fact == vocabulary->siege || (int)fact == vocabulary->legal.form; /* of other facts */
    if (!facts->origins[fact].given && !made && known->shape != SHAPE_TEXT) return;
    facts->origins[fact] = (Origin){.given = false};
    fact_forget(known, &facts->values[fact]);
}

void factset_clear(FactSet *facts, Arena *arena) {
    factset_begin(facts, arena);
    for (size_t i = 0; i < facts->vocabulary->count; i++) factset_forget(facts, i);
}

static bool copy_value(Arena *arena, Value *to, const Value *from) {
    const char *text = arena_copy(arena, from->text);
    if (from->text && !text) return false;
    to->span = from->span;
    to->text = text;
    if (to->shape == SHAPE_CANDIDATES || to->shape == SHAPE_SET)
        memcpy(to->possible, from->possible, to->words * sizeof *to->possible);
    if (to->shape == SHAPE_SET) memcpy(to->sure, from->sure, to->words * sizeof *to->sure);
    return true;
}

/* The code of a place that counts, or NULL. */
static const char *place_code(const FactSet *facts, int fact, bool imposed) {
    const Fact *place = &facts->vocabulary->facts[fact];
    if (place->type != FACT_PLACE || fact == facts->vocabulary->siege) return NULL;
    return facts->origins[fact].imposed == imposed ? facts->values[fact].text : NULL;
}

static const char *epci_code(const FactSet *facts, bool imposed) {
    for (size_t i = 0; i < facts->vocabulary->count; i++)
        if (facts->vocabulary->facts[i].level == PLACE_EPCI && place_code(facts, (int)i, imposed)) return facts->values[i].text;
    return NULL;
}

/* What one place says of the seat. STATUS_REFUSED when it is not given, or says nothing. A postal code and an EPCI are read
 * together: each may stand for several departements, and their communes for fewer. */
static Status place_reading(const FactSet *facts, int fact, bool imposed, Value *reading) {
    const Vocabulary *vocabulary = facts->vocabulary;
    const Territory *territory = &vocabulary->territory;
    const Fact *place = &vocabulary->facts[fact], *siege = &vocabulary->facts[vocabulary->siege];
    const char *code = place_code(facts, fact, imposed);
    if (!code) return STATUS_REFUSED;
    fact_forget(siege, reading);
    Status status = place->level == PLACE_POSTAL
                        ? territory_narrow_postal(territory, code, strlen(code), epci_code(facts, imposed), reading->possible)
                        : territory_narrow(territory, place->level, code, strlen(code), reading->possible);
    if (status == STATUS_NO_MEMORY) return status;
    return bits_count(reading->possible, reading->words) < siege->choice_count ? STATUS_OK : STATUS_REFUSED;
}

/* « scop, scic » of a declared legal form: what stands below a name that is wholly possible is not named. */
static const char *choices_text(FactSet *facts, const Fact *fact, const Value *value) {
    const char *text = NULL;
    for (size_t i = 0; i < fact->choice_count; i++) {
        int parent = fact->choices[i].parent;
        if (!bits_has(value->possible, i) || (parent >= 0 && bits_has(value->possible, (size_t)parent))) continue;
        const char *name = fact->choices[i].name;
        text = text ? arena_printf(facts->arena, "%s, %s", text, name) : name;
        if (!text) return NULL;
    }
    return text;
}

static const char *reading_text(FactSet *facts, int fact) {
    const Fact *known = &facts->vocabulary->facts[fact];
    bool form = fact == facts->vocabulary->legal.form;
    const char *value = form ? choices_text(facts, known, &facts->form) : facts->values[fact].text;
    return value ? arena_printf(facts->arena, "%s %s", known->name, value) : NULL;
}

static Status add_dispute(FactSet *facts, int about, int first, int second) {
    Dispute *disputes =
        arena_grow(facts->arena, facts->disputes, facts->dispute_count, &facts->dispute_capacity, sizeof *facts->disputes);
    if (!disputes) return STATUS_NO_MEMORY;
    facts->disputes = disputes;
    Dispute dispute = {.fact = about, .first_fact = first, .second_fact = second};
    dispute.first = reading_text(facts, first);
    dispute.second = reading_text(facts, second);
    if (!dispute.first || !dispute.second) return STATUS_NO_MEMORY;
    disputes[facts->dispute_count++] = dispute;
    return STATUS_OK;
}

static bool exclude_each_other(const FactSet *facts, int first, int second, const Value *a, const Value *b) {
    const Fact *one = &facts->vocabulary->facts[first], *other = &facts->vocabulary->facts[second];
    if (!bits_meet(a->possible, b->possible, a->words)) return true;
    return territory_exclude(&facts->vocabulary->territory, one->level, facts->values[first].text, other->level,
                             facts->values[second].text);
}

/* Every earlier place that has nothing in common with this one. */
static Status dispute_with_earlier(FactSet *facts, int fact, bool imposed, const Value *reading, Value *earlier) {
    for (int i = 0; i < fact; i++) {
        Status status = place_reading(facts, i, imposed, earlier);
        if (status == STATUS_NO_MEMORY) return status;
        if (status != STATUS_OK || !exclude_each_other(facts, i, fact, earlier, reading)) continue;
        if (add_dispute(facts, facts->vocabulary->siege, i, fact) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}

static void forget_disputes(FactSet *facts, int fact) {
    size_t kept = 0;
    for (size_t i = 0; i < facts->dispute_count; i++)
        if (facts->disputes[i].fact != fact) facts->disputes[kept++] = facts->disputes[i];
    facts->dispute_count = kept;
}

static bool any_imposed(const FactSet *facts) {
    for (size_t i = 0; i < facts->vocabulary->count; i++)
        if (place_code(facts, (int)i, true)) return true;
    return false;
}

typedef struct Seat {
    Value meet, join, scratch, other;
    const Origin *origin; /* of the first place that says anything */
} Seat;

static bool seat_init(Seat *seat, const Fact *siege, Arena *arena) {
    *seat = (Seat){0};
    if (!fact_unknown(siege, arena, &seat->meet) || !fact_unknown(siege, arena, &seat->join)) return false;
    if (!fact_unknown(siege, arena, &seat->scratch) || !fact_unknown(siege, arena, &seat->other)) return false;
    memset(seat->join.possible, 0, seat->join.words * sizeof *seat->join.possible);
    return true;
}

static bool disputed(const FactSet *facts, size_t from, int fact) {
    for (size_t i = from; i < facts->dispute_count; i++)
        if (facts->disputes[i].first_fact == fact || facts->disputes[i].second_fact == fact) return true;
    return false;
}

/* A commune and a postal code that exclude each other may still stand in one departement: then only those two lose their weight,
 * and the seat is what the other places leave of their union. `meet` has the intersection of all, which is not empty. */
static Status weaken(FactSet *facts, size_t disputes, bool imposed, Seat *seat) {
    const Fact *siege = &facts->vocabulary->facts[facts->vocabulary->siege];
    memset(seat->join.possible, 0, seat->join.words * sizeof *seat->join.possible);
    fact_forget(siege, &seat->meet);
    for (int i = 0; i < (int)facts->vocabulary->count; i++) {
        Status status = place_reading(facts, i, imposed, &seat->scratch);
        if (status == STATUS_NO_MEMORY) return status;
        if (status != STATUS_OK) continue;
        if (disputed(facts, disputes, i)) value_widen(&seat->join, &seat->scratch);
        else value_narrow(&seat->meet, &seat->scratch);
    }
    value_narrow(&seat->meet, &seat->join);
    return STATUS_OK;
}

static Status locate_seat(FactSet *facts) {
    int siege = facts->vocabulary->siege;
    Seat seat;
    if (!seat_init(&seat, &facts->vocabulary->facts[siege], facts->arena)) return STATUS_NO_MEMORY;
    forget_disputes(facts, siege);
    size_t before = facts->dispute_count;
    bool imposed = any_imposed(facts), empty = false;
    for (int i = 0; i < (int)facts->vocabulary->count; i++) {
        Status status = place_reading(facts, i, imposed, &seat.scratch);
        if (status == STATUS_NO_MEMORY) return status;
        if (status != STATUS_OK) continue;
        if (!seat.origin) seat.origin = &facts->origins[i];
        if (!value_narrow(&seat.meet, &seat.scratch)) empty = true;
        value_widen(&seat.join, &seat.scratch);
        if (dispute_with_earlier(facts, i, imposed, &seat.scratch, &seat.other) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    if (!empty && facts->dispute_count > before && weaken(facts, before, imposed, &seat) != STATUS_OK) return STATUS_NO_MEMORY;
    const Value *found = empty ? &seat.join : &seat.meet;
    memcpy(facts->values[siege].possible, found->possible, found->words * sizeof *found->possible);
    if (seat.origin) facts->origins[siege] = *seat.origin;
    return STATUS_OK;
}

/* What the category leaves of the legal form; the form as declared, when it tells nothing. */
static Status settle_form(FactSet *facts) {
    const LegalCategories *legal = &facts->vocabulary->legal;
    Value *form = &facts->values[legal->form];
    const char *code = facts->values[legal->category].text;
    const LegalCategory *category = code ? legal_category(legal, code, strlen(code)) : NULL;
    bool imposed = facts->origins[legal->form].imposed, ruling = facts->origins[legal->category].imposed;
    forget_disputes(facts, legal->form);
    memcpy(form->possible, facts->form.possible, form->words * sizeof *form->possible);
    if (!category || !category->forms || imposed) return STATUS_OK;
    bool agree = legal_narrow(category, ruling, form->possible, form->words);
    return agree ? STATUS_OK : add_dispute(facts, legal->form, legal->form, legal->category);
}

Status factset_put(FactSet *facts, int fact, const Value *value, const Origin *origin) {
    const LegalCategories *legal = &facts->vocabulary->legal;
    bool is_form = fact == legal->form && fact >= 0;
    if (!copy_value(facts->arena, &facts->values[fact], value)) return STATUS_NO_MEMORY;
    if (is_form && !copy_value(facts->arena, &facts->form, value)) return STATUS_NO_MEMORY;
    facts->origins[fact] = origin ? *origin : (Origin){.given = true};
    int siege = facts->vocabulary->siege;
    if (is_form || (fact == legal->category && fact >= 0)) return settle_form(facts);
    if (facts->vocabulary->facts[fact].type != FACT_PLACE || siege < 0 || fact == siege) return STATUS_OK;
    return locate_seat(facts);
}

const char *factset_name(const FactSet *facts) {
    int name = vocabulary_find(facts->vocabulary, "nom", 3);
    return name >= 0 && facts->values[name].text ? facts->values[name].text : "la structure";
}
