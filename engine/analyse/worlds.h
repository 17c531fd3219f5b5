/* Exact questions about all possible structures: is there one for which these conditions answer so? The possible values of every
 * fact that they meet are cut where their tests change their answer; each combination of such cells is tried, through the same
 * program that evaluates structures. Conditions that share no fact are asked apart. */
#ifndef AZIMUT_ANALYSE_WORLDS_H
#define AZIMUT_ANALYSE_WORLDS_H

#include "analyse/check.h"

/* Bits of the answers that will do. */
#define WORLD_TRUE 1u
#define WORLD_FALSE 2u
#define WORLD_UNKNOWN 4u /* even where everything is known: `inconnu`, a list left open, sources that diverge */
#define WORLD_NOT_FALSE (WORLD_TRUE | WORLD_UNKNOWN)
#define WORLD_NOT_TRUE (WORLD_FALSE | WORLD_UNKNOWN)

typedef struct Wanted {
    const Node *node;
    unsigned answers;
} Wanted;

typedef enum WorldAnswer { WORLD_NONE, WORLD_SOME, WORLD_UNDECIDED } WorldAnswer;

/* A structure that answers a question: known values, and nothing that does not matter. Both in the arena of the check. */
typedef struct Witness {
    const char *text;  /* « effectif salarié : 10 personnes salariées, siège : Ain (01) »; "" when any structure will do */
    const char *facts; /* a JSON object */
} Witness;

typedef struct Worlds Worlds;
struct WitnessDraft;

/* STATUS_NO_MEMORY or STATUS_OK. */
Status worlds_new(Check *check, Worlds **out);
void worlds_free(Worlds *worlds);
/* Do two conditions meet a common fact? If not, neither tells anything of the other. STATUS_NO_MEMORY or STATUS_OK. */
Status worlds_linked(Worlds *worlds, const Node *a, const Node *b, bool *linked);
/* `witness` (or NULL) is filled on WORLD_SOME. Counts the question in the check. WORLD_UNDECIDED: more than CHECK_CELLS_MAX
 * cells, or a function of the rules in the way. */
Status worlds_ask(Worlds *worlds, const Wanted *wanted, size_t count, WorldAnswer *answer, Witness *witness);
/* The same; on WORLD_SOME `draft` is the structure as values, which stand until the next question. */
Status worlds_find(Worlds *worlds, const Wanted *wanted, size_t count, WorldAnswer *answer, struct WitnessDraft *draft);

#endif
