/* Paragraphs for many structures: one stencil, with holes for what differs between structures of which the same is to be said –
 * their name, the list of what they meet, the reason of the rank –, serves all of them. */
#ifndef AZIMUT_EXPLAIN_STENCIL_H
#define AZIMUT_EXPLAIN_STENCIL_H

#include "explain/dossier.h"
#include "explain/filling.h"
#include "explain/report.h"

/* Why a programme has its rank, and how the sentence shows it. */
typedef struct RankReason {
    const char *text;
    bool untold;         /* in a paragraph */
    Filling full, brief; /* with a capital; without what is said of the other programme */
} RankReason;

/* What goes into the holes of all texts on a structure: its name, the day that presses, what is recalled with it (explain/notices).
 */
typedef struct OwnFillings {
    Filling name, until, warning;
} OwnFillings;

/* What `text` gives, made in `arena`. */
RankReason rank_reason(Arena *arena, const char *text, bool untold);

/* All that a paragraph says, but for what is the structure's own and the reason of the rank. */
typedef struct Saying Saying;

/* What paragraph_of says of a ranked programme, for a dossier with a recall: everything in `report` must be there. `place` is the
 * programme's case (recommendations_case); `own` is the structure's, `reason` that of its rank. `*saying`, when asked, is made
 * where what is recalled is kept; NULL: it cannot be said again. */
Telling stencil_paragraph(const Dossier *dossier, const ProgrammeReport *report, unsigned place, const OwnFillings *own,
                          const RankReason *reason, const Saying **saying);
/* Soon these will be said again (NULL: nothing): memory is told. */
void stencil_ahead(const Saying *const *sayings, size_t count);
/* The same paragraph for another structure. No bytes: it has to be made as ever. */
Telling stencil_again(const Dossier *dossier, const Saying *saying, const OwnFillings *own, const RankReason *reason);

#endif
