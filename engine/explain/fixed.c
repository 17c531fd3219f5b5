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
    return fixed->programmes && fixed->asked;
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

bool fixed_names_region(const Node *node) {
    return node->question && strncmp(node->question, FIXED_THIS_REGION, strlen(FIXED_THIS_REGION)) == 0;
}
