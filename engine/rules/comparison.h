/* The operators of a criterion, read into a Test. */
#ifndef AZIMUT_RULES_COMPARISON_H
#define AZIMUT_RULES_COMPARISON_H

#include "rules/words.h"

/* The keys that are operators. */
#define OPERATOR_KEYS                                                                                                              \
    "vaut", "parmi", "hors", "plus_de", "au_moins", "moins_de", "au_plus", "contient", "contient_un_de", "a_egalite"

/* The fact a name stands for: the views of territory give `siege`. -1 when it is unknown, which is reported. `level` (or NULL) is
 * the level of a view of territory. */
int fact_named(lua_State *L, const char *name, Spot spot, PlaceLevel *level);

/* Reads the operators of `reading` for a criterion on the fact of `test`, or on its age when `aged`. False when something was
 * reported. */
bool comparison_read(const Reading *reading, Test *test, bool aged, PlaceLevel level);
/* The same for one choice or a list of them under `key`, for whoever names choices outside a criterion. `single`: no list. */
bool choices_read(const Reading *reading, const char *key, Test *test, PlaceLevel level, bool single);
/* Reports a choice that the fact does not have. */
void report_choice(lua_State *L, const Fact *fact, const char *name, Spot spot);
/* The region, departement, EPCI or commune of this code or name: its number, or -1. */
int place_named(const Territory *territory, PlaceLevel level, const char *text, TerritoryName *name);
/* `echeance = { "fait", plus = … }`: a date and what is added to it. Without the key, or when something was reported, `*fact` and
 * `*after` stay as they are. */
void deadline_read(const Reading *outer, int *fact, Duration *after);
/* What to say of a place that is none. */
typedef struct UnknownPlace {
    const char *message, *advice;
} UnknownPlace;
UnknownPlace place_unknown(lua_State *L, PlaceLevel level, const char *text);

#endif
