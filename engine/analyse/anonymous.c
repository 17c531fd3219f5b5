/* Written from the values, not from the file: what stands beside a value (its source, its date, a comment) never comes along. A
 * date is blurred first and evaluated: where any verdict changes for it, it is told more exactly. */
#include "analyse/anonymous.h"

#include "base/json_escape.h"
#include "base/number.h"
#include "evaluate/verdict.h"
#include <math.h>
#include <string.h>

typedef struct Writer {
    const Vocabulary *vocabulary;
    const FactSet *facts;
    bool sensitive;
    Text *out, *left_out;
    bool first;
} Writer;

/* ---- Dates that may be blurred */

static Span month_of(Day day) {
    Date date = date_from_day(day);
    Date first = {date.year, date.month, 1}, last = {date.year, date.month, date_month_length(date.year, date.month)};
    return (Span){day_from_date(first), day_from_date(last)};
}

static Span year_of(Day day) {
    int year = date_from_day(day).year;
    return (Span){day_from_date((Date){year, 1, 1}), day_from_date((Date){year, 12, 31})};
}

typedef struct Blur {
    const Rulebook *rulebook;
    Plan *plan;
    Answers *answers;
    Arena arena;
    FactSet facts; /* a copy whose dates are blurred */
    Outcome *exact;
    Status status;
} Blur;

/* Evaluates the copy; `outcomes` has room for every programme. */
static void evaluate(Blur *blur, Outcome *outcomes) {
    Arena arena;
    Block block;
    arena_init(&arena, blur->arena.memory);
    blur->status = block_from_facts(&block, &arena, &blur->facts);
    if (blur->status == STATUS_OK) blur->status = plan_run(blur->plan, blur->answers, &block);
    for (size_t i = 0; blur->status == STATUS_OK && i < blur->rulebook->programme_count; i++)
        outcomes[i] = outcome_of(blur->answers, blur->rulebook, &blur->rulebook->programmes[i], 0);
    arena_clear(&arena);
}

static bool same_outcomes(Blur *blur) {
    size_t count = blur->rulebook->programme_count;
    Outcome *now = arena_array(&blur->arena, count + 1, sizeof *now);
    if (!now) {
        blur->status = STATUS_NO_MEMORY;
        return false;
    }
    evaluate(blur, now);
    bool same = blur->status == STATUS_OK;
    for (size_t i = 0; i < count && same; i++)
        same = now[i].verdict == blur->exact[i].verdict && now[i].under_reserve == blur->exact[i].under_reserve &&
               now[i].relevance == blur->exact[i].relevance;
    return same;
}

static void blur_date(Blur *blur, size_t fact) {
    Span *span = &blur->facts.values[fact].span, exact = *span;
    if (exact.low != exact.high) return;
    const Span wider[] = {year_of((Day)exact.low), month_of((Day)exact.low)};
    for (size_t i = 0; i < 2 && blur->status == STATUS_OK; i++) {
        *span = wider[i];
        if (same_outcomes(blur)) return;
    }
    *span = exact;
}

static Status blur_dates(Blur *blur, const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date) {
    const Vocabulary *vocabulary = &rulebook->vocabulary;
    *blur = (Blur){.rulebook = rulebook, .facts = *facts};
    arena_init(&blur->arena, memory);
    blur->facts.values = arena_array(&blur->arena, vocabulary->count + 1, sizeof *blur->facts.values);
    blur->exact = arena_array(&blur->arena, rulebook->programme_count + 1, sizeof *blur->exact);
    if (!blur->facts.values || !blur->exact) return STATUS_NO_MEMORY;
    memcpy(blur->facts.values, facts->values, vocabulary->count * sizeof *facts->values);
    blur->status = plan_new(memory, rulebook, date, PLAN_VERDICTS, PLAN_EXACT, &blur->plan);
    if (blur->status == STATUS_OK) blur->status = answers_new(memory, blur->plan, &blur->answers);
    if (blur->status == STATUS_OK) evaluate(blur, blur->exact);
    for (size_t i = 0; i < vocabulary->count && blur->status == STATUS_OK; i++)
        if (vocabulary->facts[i].type == FACT_DATE && facts->origins[i].given) blur_date(blur, i);
    return blur->status;
}

static void blur_clear(Blur *blur) {
    answers_free(blur->answers);
    plan_free(blur->plan);
    arena_clear(&blur->arena);
}

/* ---- Values */

static void add_number(Text *out, double value) {
    char digits[NUMBER_TEXT_MAX];
    number_write(value, digits);
    text_add(out, digits);
}

static void add_span(Text *out, const Fact *fact, Span span) {
    double bound;
    if (span.low == span.high) {
        add_number(out, span.low);
        return;
    }
    const char *before = "";
    text_add(out, "{");
    if (span.low > fact->minimum && isfinite(span.low)) {
        bool open = span_open_low(span, &bound);
        text_addf(out, "\"%s\": ", open ? "above" : "min");
        add_number(out, open ? bound : span.low);
        before = ", ";
    }
    if (span.high < fact->maximum && isfinite(span.high)) {
        bool open = span_open_high(span, &bound);
        text_addf(out, "%s\"%s\": ", before, open ? "below" : "max");
        add_number(out, open ? bound : span.high);
    }
    text_add(out, "}");
}

/* The year or the month when that is what is known, else the first day. */
static void add_date(Text *out, Span span) {
    char first[11];
    Day day = (Day)span.low;
    day_write(day, first);
    Span year = year_of(day), month = month_of(day);
    int length = span.low == year.low && span.high == year.high ? 4 : span.low == month.low && span.high == month.high ? 7 : 10;
    text_addf(out, "\"%.*s\"", length, first);
}

static void add_name(Text *out, const char **before, const char *name) {
    text_add(out, *before);
    json_add_string(out, name, strlen(name));
    *before = ", ";
}

/* Is the choice told by itself: all below it is possible, and not all below its parent? */
static bool told_alone(const Fact *fact, size_t number, const uint64_t *possible) {
    const Choice *choice = &fact->choices[number];
    if (!bits_within(choice->below, possible, fact->words)) return false;
    return choice->parent < 0 || !bits_within(fact->choices[choice->parent].below, possible, fact->words);
}

/* The choices that together are what is possible, none below another; one alone is no list. */
static void add_candidates(Text *out, const Fact *fact, const uint64_t *possible) {
    const char *before = "";
    size_t count = 0;
    for (size_t c = 0; c < fact->choice_count; c++) count += told_alone(fact, c, possible);
    if (count != 1) text_add(out, "[");
    for (size_t c = 0; c < fact->choice_count; c++)
        if (told_alone(fact, c, possible)) add_name(out, &before, fact->choices[c].name);
    if (count != 1) text_add(out, "]");
}

static void add_members(Text *out, const Fact *fact, const Value *value, bool in) {
    const char *before = "";
    text_add(out, "[");
    for (size_t c = 0; c < fact->choice_count; c++)
        if (in ? bits_has(value->sure, c) : !bits_has(value->possible, c)) add_name(out, &before, fact->choices[c].name);
    text_add(out, "]");
}

static void add_value(Text *out, const Fact *fact, const Value *value) {
    if (fact->type == FACT_DATE) add_date(out, value->span);
    else if (value->shape == SHAPE_SPAN) add_span(out, fact, value->span);
    else if (fact->type == FACT_BOOLEAN) text_add(out, bits_has(value->possible, CHOICE_OUI) ? "true" : "false");
    else if (value->shape == SHAPE_CANDIDATES) add_candidates(out, fact, value->possible);
    else if (value_known(value)) add_members(out, fact, value, true);
    else {
        text_add(out, "{\"yes\": ");
        add_members(out, fact, value, true);
        text_add(out, ", \"no\": ");
        add_members(out, fact, value, false);
        text_add(out, "}");
    }
}

/* ---- The facts */

static void add_key(Writer *writer, const char *name) {
    text_add(writer->out, writer->first ? "\n      " : ",\n      ");
    writer->first = false;
    json_add_string(writer->out, name, strlen(name));
    text_add(writer->out, ": ");
}

static bool kept(Writer *writer, size_t number) {
    const Fact *fact = &writer->vocabulary->facts[number];
    const Value *value = &writer->facts->values[number];
    if (fact->hidden || value->shape == SHAPE_TEXT || fact->type == FACT_PLACE || !writer->facts->origins[number].given)
        return false;
    if (!fact_informed(fact, value) || (fact->type == FACT_BOOLEAN && !value_known(value))) return false;
    if (!fact->sensitive || writer->sensitive) return true;
    text_addf(writer->left_out, "%s%s", writer->left_out->length ? ", " : "", fact->name);
    return false;
}

/* The departement, with the EPCI or commune that rules name when the seat is in it; else the region. */
static void add_seat(Writer *writer) {
    const Territory *territory = &writer->vocabulary->territory;
    const uint64_t *possible = writer->facts->values[writer->vocabulary->siege].possible;
    for (size_t i = 0; i < territory->departement_count; i++) {
        if (!bits_within(possible, territory->departements[i].seats, territory->seat_words)) continue;
        add_key(writer, "departement");
        json_add_string(writer->out, territory->departements[i].code, strlen(territory->departements[i].code));
    }
    for (size_t i = 0; i < territory->listed_count; i++) {
        const ListedPlace *place = &territory->listed[i];
        if (!bits_within(possible, place->seats, territory->seat_words)) continue;
        add_key(writer, place->level == PLACE_EPCI ? "epci" : "commune");
        json_add_string(writer->out, place->code, strlen(place->code));
    }
    if (!writer->first) return;
    for (size_t i = 0; i < territory->region_count; i++) {
        if (!bits_within(possible, territory->regions[i].seats, territory->seat_words)) continue;
        add_key(writer, "region");
        json_add_string(writer->out, territory->regions[i].code, strlen(territory->regions[i].code));
    }
}

static void add_facts(Writer *writer, bool imposed) {
    for (size_t i = 0; i < writer->vocabulary->count; i++) {
        if (writer->facts->origins[i].imposed != imposed || !kept(writer, i)) continue;
        add_key(writer, writer->vocabulary->facts[i].name);
        add_value(writer->out, &writer->vocabulary->facts[i], &writer->facts->values[i]);
    }
}

static bool any_imposed(const Writer *writer) {
    for (size_t i = 0; i < writer->vocabulary->count; i++)
        if (writer->facts->origins[i].imposed) return true;
    return false;
}

/* « programme/nom » of hidden facts, which stand programme by programme. */
static void add_confirmations(Writer *writer) {
    const char *programme = NULL;
    for (size_t i = 0; i < writer->vocabulary->count; i++) {
        const Fact *fact = &writer->vocabulary->facts[i];
        const Value *value = &writer->facts->values[i];
        if (!fact->programme || !value_known(value)) continue;
        bool same = programme && strcmp(programme, fact->programme) == 0;
        const char *name = strchr(fact->name, '/') + 1;
        if (!programme) add_key(writer, "confirmations");
        text_add(writer->out, same ? ", " : programme ? "}, " : "{");
        if (!same) {
            json_add_string(writer->out, fact->programme, strlen(fact->programme));
            text_add(writer->out, ": {");
        }
        programme = fact->programme;
        json_add_string(writer->out, name, strlen(name));
        text_add(writer->out, bits_has(value->possible, CHOICE_OUI) ? ": true" : ": false");
    }
    if (programme) text_add(writer->out, "}}");
}

static void add_verdicts(Text *out, const Rulebook *rulebook) {
    const char *before = "\n";
    text_add(out, "\n    },\n    \"verdicts\": {");
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        text_addf(out, "%s      \"%s\": \"\"", before, rulebook->programmes[i].id);
        before = ",\n";
    }
    text_add(out, "\n    }\n  }\n]\n");
}

static void write_case(Writer *writer, const Rulebook *rulebook, Day date) {
    char day[11];
    day_write(date, day);
    text_addf(writer->out, "[\n  {\n    \"cas\": \"à nommer\",\n    \"date\": \"%s\",\n    \"faits\": {", day);
    add_seat(writer);
    add_facts(writer, false);
    add_confirmations(writer);
    if (any_imposed(writer)) {
        add_key(writer, "overrides");
        text_add(writer->out, "{");
        writer->first = true;
        add_facts(writer, true);
        text_add(writer->out, "}");
        writer->first = false;
    }
    add_verdicts(writer->out, rulebook);
}

Status anonymous_write(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, bool sensitive, Text *out,
                       Text *left_out) {
    Blur blur;
    Status status = blur_dates(&blur, memory, rulebook, facts, date);
    Writer writer = {.vocabulary = &rulebook->vocabulary,
                     .facts = &blur.facts,
                     .sensitive = sensitive,
                     .out = out,
                     .left_out = left_out,
                     .first = true};
    if (status == STATUS_OK) write_case(&writer, rulebook, date);
    blur_clear(&blur);
    return out->failed || left_out->failed ? STATUS_NO_MEMORY : status;
}
