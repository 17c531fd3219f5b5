/* `rempli`, `non_rempli`, `inconnu_si`: an analyst may word a criterion, not make it say something else than the rule does. */
#ifndef AZIMUT_RULES_WORDINGS_H
#define AZIMUT_RULES_WORDINGS_H

#include "rules/words.h"

/* Reports what the wordings of a tree say that its tests and quotations do not. Grounds must be settled. */
void wordings_check(lua_State *L, const Node *root);

#endif
