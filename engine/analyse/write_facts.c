/* A fact is told in the order in which an analyst needs it: what it is, what it may be, what is asked, who reads it. */
#include "analyse/write_facts.h"

#include "base/json.h"
#include "explain/figures.h"
#include "explain/values.h"
#include <math.h>
#include <string.h>

static const char *const types[] = {
    [FACT_TEXT] = "texte",  [FACT_CODE] = "code", [FACT_BOOLEAN] = "booleen", [FACT_INTEGER] = "entier", [FACT_NUMBER] = "nombre",
    [FACT_EUROS] = "euros", [FACT_DATE] = "date", [FACT_ENUM] = "enum",       [FACT_SET] = "ensemble",   [FACT_PLACE] = "lieu"};

/* What writing needs, whatever the form. */
typedef struct Facts {
    const Rulebook *rulebook;
    Arena arena;
    Uses uses;
    const FactsFound *found; /* NULL: all */
} Facts;

static Status facts_init(Facts *facts, const Memory *memory, const Rulebook *rulebook, const FactsFound *found) {
    *facts = (Facts){.rulebook = rulebook, .found = found};
    arena_init(&facts->arena, memory);
    return uses_of(&facts->arena, rulebook, &facts->uses);
}

static bool is_shown(const Facts *facts, size_t number) {
    const Fact *fact = &facts->rulebook->vocabulary.facts[number];
    return facts->found ? facts->found->facts[number] : !fact->hidden;
}

/* A rule that tests the seat reads every place. */
static bool reads(const Facts *facts, const Use *use, size_t number) {
    const Vocabulary *vocabulary = &facts->rulebook->vocabulary;
    if (use->fact == (int)number) return true;
    return vocabulary->facts[number].type == FACT_PLACE && use->fact == vocabulary->siege;
}

/* ---- For a reader */

static const char *bounds_of(Arena *arena, const Fact *fact) {
    if (fact->shape != SHAPE_SPAN) return NULL;
    bool low = isfinite(fact->minimum), high = isfinite(fact->maximum);
    if (!low && !high) return NULL;
    if (fact->type == FACT_DATE) return figure_when(arena, (Span){fact->minimum, fact->maximum});
    return figure_range(arena, (Span){fact->minimum, fact->maximum}, -INFINITY, INFINITY,
                        fact->type == FACT_EUROS ? "€" : fact->unit, fact->type == FACT_EUROS ? "€" : fact->units);
}

static void write_values(Page *page, const Facts *facts, const Fact *fact) {
    if (fact->type == FACT_BOOLEAN) {
        if (fact->when_yes) page_item(page, 1, "oui", fact->when_yes, NULL);
        if (fact->when_no) page_item(page, 1, "non", fact->when_no, NULL);
        return;
    }
    if (fact->type == FACT_PLACE || territory_is_of(&facts->rulebook->vocabulary, fact)) return;
    for (size_t i = 0; i < fact->choice_count; i++) {
        size_t depth = 1;
        for (int up = fact->choices[i].parent; up >= 0; up = fact->choices[up].parent) depth++;
        page_item(page, depth, fact->choices[i].name, fact->choices[i].label, NULL);
    }
}

/* « condition de dla, prevasso et crp », one line a kind. */
static void write_uses(Page *page, Facts *facts, size_t number) {
    const char **names = arena_array(&facts->arena, facts->uses.count + 1, sizeof *names);
    bool *told = arena_array(&facts->arena, facts->uses.count + 1, sizeof *told);
    size_t kinds = 0;
    for (size_t i = 0; names && told && i < facts->uses.count; i++) {
        const Use *use = &facts->uses.items[i];
        size_t count = 0;
        if (told[i] || !reads(facts, use, number)) continue;
        for (size_t k = i; k < facts->uses.count; k++) {
            const Use *other = &facts->uses.items[k];
            if (!reads(facts, other, number) || strcmp(other->kind, use->kind) != 0) continue;
            told[k] = true;
            if (count == 0 || strcmp(names[count - 1], other->who) != 0) names[count++] = other->who;
        }
        page_item(page, 1, use->kind, french_list(&facts->arena, names, count, "et"), NULL);
        kinds++;
    }
    if (kinds == 0) page_item(page, 1, NULL, "aucune règle", NULL);
}

/* How a fact file writes it, where that is not plain. */
static const char *in_json(const Fact *fact) {
    switch (fact->type) {
    case FACT_CODE:
    case FACT_PLACE: return "entre guillemets";
    case FACT_DATE: return "entre guillemets" COLON "2019-03-12, 2019-03 ou 2019";
    case FACT_SET: return "une liste entre guillemets, [] s’il n’y en a aucun";
    default: return NULL;
    }
}

static void write_fact(Page *page, Facts *facts, size_t number) {
    const Fact *fact = &facts->rulebook->vocabulary.facts[number];
    const char *bounds = bounds_of(&facts->arena, fact);
    page_heading(page, 2, fact->name, fact->name);
    page_paragraph(page, phrase_of(&facts->arena, fact->label ? french_capital(&facts->arena, fact->label) : fact->name, COLON,
                                   types[fact->type], bounds ? ", " : "", bounds ? bounds : "", fact->sensitive ? ", sensible" : "",
                                   ".", NULL));
    if (fact->question) page_item(page, 0, "question", fact->question, NULL);
    if (fact->help) page_item(page, 0, "aide", fact->help, NULL);
    if (in_json(fact)) page_item(page, 0, "en JSON", in_json(fact), NULL);
    if (fact->shape != SHAPE_SPAN && fact->choice_count > 0 && fact->type != FACT_PLACE) {
        page_item(page, 0, "valeurs", territory_is_of(&facts->rulebook->vocabulary, fact) ? "les codes des départements" : "",
                  NULL);
        write_values(page, facts, fact);
    }
    page_item(page, 0, "demandé par", "", NULL);
    write_uses(page, facts, number);
}

static size_t users(const Facts *facts, size_t number) {
    size_t count = 0;
    const char *last = NULL;
    for (size_t i = 0; i < facts->uses.count; i++) {
        const Use *use = &facts->uses.items[i];
        if (!reads(facts, use, number) || (last && strcmp(last, use->who) == 0)) continue;
        last = use->who;
        count++;
    }
    return count;
}

static void write_line(Page *page, Facts *facts, size_t number) {
    const Fact *fact = &facts->rulebook->vocabulary.facts[number];
    size_t count = users(facts, number);
    const char *how = count == 0 ? "aucune règle" : arena_printf(&facts->arena, count == 1 ? "%zu règle" : "%zu règles", count);
    const char *why = facts->found ? facts->found->why[number] : NULL;
    if (why) how = phrase_of(&facts->arena, why, " — ", how, NULL);
    page_item(page, 0, fact->name, phrase_of(&facts->arena, fact->label, " (", types[fact->type], ")", NULL), how);
}

Status write_facts(const Memory *memory, const Rulebook *rulebook, const FactsFound *found, Page *page) {
    Facts facts;
    Status status = facts_init(&facts, memory, rulebook, found);
    bool whole = page->markdown || (found && found->count == 1);
    if (status == STATUS_OK && !(found && found->count == 1)) page_heading(page, 1, NULL, "Les faits");
    for (size_t i = 0; i < rulebook->vocabulary.count && status == STATUS_OK; i++) {
        if (!is_shown(&facts, i)) continue;
        if (whole) write_fact(page, &facts, i);
        else write_line(page, &facts, i);
    }
    if (facts.arena.failed || page->out->failed) status = STATUS_NO_MEMORY;
    arena_clear(&facts.arena);
    return status;
}

/* ---- For programs */

static void write_end(JsonDocument *document, JsonValue *object, const char *key, Facts *facts, const Fact *fact, double value) {
    if (fact->shape != SHAPE_SPAN || !isfinite(value)) json_null(document, object, key);
    else if (fact->type == FACT_DATE) {
        char day[11];
        day_write((Day)value, day);
        json_text(document, object, key, arena_copy(&facts->arena, day));
    } else json_number(document, object, key, value);
}

static void write_values_json(JsonDocument *document, JsonValue *object, const Facts *facts, const Fact *fact) {
    JsonValue *list = json_array(document, object, "values");
    if (fact->type == FACT_PLACE || fact->shape == SHAPE_SPAN || territory_is_of(&facts->rulebook->vocabulary, fact)) return;
    for (size_t i = 0; i < fact->choice_count; i++) {
        const Choice *choice = &fact->choices[i];
        JsonValue *value = json_object(document, list, NULL);
        json_text(document, value, "name", choice->name);
        json_text(document, value, "label", choice->label);
        json_text(document, value, "parent", choice->parent >= 0 ? fact->choices[choice->parent].name : NULL);
    }
}

static void write_fact_json(JsonDocument *document, JsonValue *list, Facts *facts, size_t number) {
    const Fact *fact = &facts->rulebook->vocabulary.facts[number];
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "name", fact->name);
    json_text(document, object, "type", types[fact->type]);
    json_text(document, object, "label", fact->label);
    json_text(document, object, "unit", fact->units);
    write_end(document, object, "minimum", facts, fact, fact->minimum);
    write_end(document, object, "maximum", facts, fact, fact->maximum);
    write_values_json(document, object, facts, fact);
    json_text(document, object, "question", fact->question);
    json_text(document, object, "help", fact->help);
    json_boolean(document, object, "sensitive", fact->sensitive);
    JsonValue *uses = json_array(document, object, "uses");
    for (size_t i = 0; i < facts->uses.count; i++) {
        const Use *use = &facts->uses.items[i];
        if (!reads(facts, use, number)) continue;
        JsonValue *item = json_object(document, uses, NULL);
        json_text(document, item, "kind", use->kind);
        json_text(document, item, "who", use->who);
        json_text(document, item, "file", use->file);
        json_number(document, item, "line", use->line);
    }
}

Status write_facts_json(const Memory *memory, const Rulebook *rulebook, const FactsFound *found, Text *out) {
    Facts facts;
    JsonDocument document;
    Status status = facts_init(&facts, memory, rulebook, found);
    json_init(&document);
    JsonValue *list = json_array(&document, document.root, "facts");
    for (size_t i = 0; i < rulebook->vocabulary.count && status == STATUS_OK; i++)
        if (is_shown(&facts, i)) write_fact_json(&document, list, &facts, i);
    if (facts.arena.failed) status = STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = json_print(&document, true, out);
    json_clear(&document);
    arena_clear(&facts.arena);
    return status;
}
