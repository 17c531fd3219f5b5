/* Texts are made when they are first needed: a run asks for those of the programmes that it recommends. */
#include "explain/fixed.h"

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
