/* Texts are made when they are first needed: a run asks for those of the programmes that it recommends. */
#include "explain/fixed.h"

#include "explain/figures.h"
#include "explain/french.h"
#include "explain/recall.h"

#include <string.h>

bool fixed_init(Fixed *fixed, Arena *arena, const Rulebook *rulebook) {
    *fixed = (Fixed){.arena = arena};
    fixed->programmes = arena_array(arena, rulebook->programme_count + 1, sizeof *fixed->programmes);
    fixed->asked = arena_array(arena, rulebook->node_count + 1, sizeof *fixed->asked);
    fixed->footings = arena_array(arena, rulebook->node_count + 1, sizeof *fixed->footings);
    fixed->whole = arena_array(arena, rulebook->programme_count + 1, sizeof *fixed->whole);
    return fixed->programmes && fixed->asked && fixed->footings && fixed->whole;
}

const char *fixed_text(const Dossier *dossier, const Programme *programme, FixedText text,
                       const char *(*make)(Arena *arena, const Programme *programme)) {
    if (!dossier->fixed) return make(dossier->arena, programme);
    const char **kept = &dossier->fixed->programmes[programme - dossier->rulebook->programmes][text];
    if (!*kept) *kept = make(dossier->fixed->arena, programme);
    return *kept;
}

const char *fixed_tidy(const Dossier *dossier, const char *text) {
    Recall *recall = dossier->recall;
    if (!recall) return french_tidy(dossier->arena, text);
    RecallKey key;
    recall_begin(&key, recall, RECALL_WORDS, (uintptr_t)text);
    const char *kept = recall_find(&key);
    if (kept) return kept;
    const char *words = french_tidy(dossier->arena, text);
    if (recall_wanted(&key)) recall_keep(&key, arena_copy(recall_room(recall), words));
    return words;
}

const char *fixed_date(const Dossier *dossier) {
    if (!dossier->fixed) return figure_date(dossier->arena, dossier->date);
    if (!dossier->fixed->date) dossier->fixed->date = figure_date(dossier->fixed->arena, dossier->date);
    return dossier->fixed->date;
}

static bool names(const char *wording) {
    return wording && strstr(wording, "{nom}");
}

static bool names_structure(const Node *node) {
    if (names(node->wording_met) || names(node->wording_unmet) || names(node->wording_unknown)) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (names_structure(node->parts[i])) return true;
    return false;
}

bool fixed_names_region(const Node *node) {
    return node->question && strncmp(node->question, FIXED_THIS_REGION, strlen(FIXED_THIS_REGION)) == 0;
}

static bool any_names_region(const Node *node) {
    if (fixed_names_region(node)) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (any_names_region(node->parts[i])) return true;
    return false;
}

/* Adds what a tree names besides what it reads. */
static void add_names(const Dossier *dossier, const Node *node, Reach *reach, bool *named) {
    if (!node) return;
    if (any_names_region(node)) reach_add(reach, dossier->rulebook->vocabulary.siege);
    *named = *named || names_structure(node);
}

const Reach *fixed_footing(const Dossier *dossier, const Node *criterion) {
    Footing *footing = &dossier->fixed->footings[criterion->number];
    if (footing->reach.facts) return footing->named ? NULL : &footing->reach;
    Reach reach;
    if (!reach_of_node(dossier->arena, dossier->rulebook, criterion, &reach)) return NULL;
    add_names(dossier, criterion, &reach, &footing->named);
    return reach_keep(dossier->fixed->arena, &reach, &footing->reach) && !footing->named ? &footing->reach : NULL;
}

const Reach *fixed_footing_of_programme(const Dossier *dossier, const Programme *programme) {
    Footing *footing = &dossier->fixed->whole[programme - dossier->rulebook->programmes];
    if (footing->reach.facts) return footing->named ? NULL : &footing->reach;
    Reach reach;
    if (!reach_of(dossier->arena, dossier->rulebook, programme, &reach)) return NULL;
    add_names(dossier, programme->conditions, &reach, &footing->named);
    add_names(dossier, programme->object, &reach, &footing->named);
    for (size_t i = 0; i < programme->reserve_count; i++) add_names(dossier, programme->reserves[i], &reach, &footing->named);
    return reach_keep(dossier->fixed->arena, &reach, &footing->reach) && !footing->named ? &footing->reach : NULL;
}
