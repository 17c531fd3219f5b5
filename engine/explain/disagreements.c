/* Nothing is noted down twice: a disagreement is found where the rule has it, so that the list cannot fall behind the rules. */
#include "explain/disagreements.h"

#include "explain/french.h"

#include <string.h>

typedef struct Search {
    Arena *arena;
    const char *section;
    Disagreements *out;
} Search;

static void add(const Search *search, DisagreementKind kind, const Statement *statement, const char *subject,
                const char *treatment) {
    Disagreements *out = search->out;
    Disagreement *items = arena_grow(search->arena, out->items, out->count, &out->capacity, sizeof *items);
    if (!items) return;
    out->items = items;
    items[out->count++] = (Disagreement){kind, search->section, subject, treatment, statement};
}

/* A part has no operation where memory ran out as it was made. */
static bool of_conditions(const Statement *statement) {
    const char *op = statement->count > 0 ? statement->of[0].op : NULL;
    return op && strcmp(op, "valeur") != 0 && strcmp(op, "inconnu") != 0;
}

static void add_readings(const Search *search, const Statement *statement) {
    const char *treatment = "toutes les lectures sont données, aucune n’est choisie.";
    if (of_conditions(statement))
        treatment = statement->question
                        ? phrase_of(search->arena,
                                    "il garde les lectures côte à côte" SEMICOLON
                                    "là où elles ne s’accordent pas, il ne tranche pas et fait demander" COLON QUOTE_OPEN,
                                    statement->question, QUOTE_CLOSE, NULL)
                        : "il garde les lectures côte à côte" SEMICOLON "là où elles ne s’accordent pas, il ne tranche pas.";
    const char *subject = statement->title ? statement->title : "";
    if (statement->label && !statement->role) subject = statement->label;
    add(search, DISAGREEMENT_READINGS, statement, subject, treatment);
}

static void examine(void *context, const Statement *statement) {
    const Search *search = context;
    if (statement->op && strcmp(statement->op, "divergence") == 0) add_readings(search, statement);
    if (statement->grounds.set_aside_count > 0)
        add(search, DISAGREEMENT_SET_ASIDE, statement, statement->text,
            "il s’en tient à la lecture retenue" SEMICOLON "l’autre ne décide de rien.");
    if (statement->disagreement)
        add(search, DISAGREEMENT_MARKED, statement, statement->label ? statement->label : "",
            statement->unknown ? "il répond qu’il ne sait pas, et cite les passages."
                               : "il le dit à qui lit le résultat" SEMICOLON "cela ne décide de rien.");
}

void disagreements_add(Arena *arena, const char *section, const Statement *statement, Disagreements *out) {
    Search search = {arena, section, out};
    statement_visit(statement, examine, &search);
}
