/* The words of the rule language: C functions that scripts call, and what they share. Each takes its arguments from the Lua stack
 * and pushes one object; each misuse is reported with its line, then replaced by a stand-in so that the script goes on. */
#ifndef AZIMUT_RULES_WORDS_H
#define AZIMUT_RULES_WORDS_H

#include "base/text.h"
#include "rules/objects.h"
#include "rules/reading.h"

/* Which words a script below facts/ and a script below rules/ may use. */
extern const Words words_of_facts, words_of_rules;

/* Sources: source("document", "place") "quotation". */
int word_source(lua_State *L);
int quote_from_handle(lua_State *L, const Handle *handle);

/* Values. */
int word_ans(lua_State *L);
int word_mois(lua_State *L);
int word_jours(lua_State *L);
int word_regions(lua_State *L);
int word_departements(lua_State *L);
int word_epci(lua_State *L);
int word_communes(lua_State *L);
int word_plage(lua_State *L);
/* Defines oui, non, inconnu, accepte, refuse, metropole. */
void constants_open(lua_State *L);
/* non { … }, inconnu { … }, accepte { … }, refuse { … }. */
int answer_call(lua_State *L, const Answer *answer);

/* Tests. */
int word_critere(lua_State *L);
int word_depuis(lua_State *L);
int word_jusqu_a(lua_State *L);

/* Groups. */
int word_tous(lua_State *L);
int word_au_moins_un(lua_State *L);
int group_not(lua_State *L, int line);
int word_aucune(lua_State *L);
int word_a_confirmer(lua_State *L);
int word_critere_lua(lua_State *L);
int word_selon(lua_State *L);
int word_divergence(lua_State *L);

/* Calendars. */
int word_permanent(lua_State *L);
int word_au_fil_de_l_eau(lua_State *L);
int word_chaque_annee(lua_State *L);
int word_periode(lua_State *L);
int word_dates_variables(lua_State *L);
int word_en_projet(lua_State *L);

/* What a file returns. */
int word_dispositif(lua_State *L);
int word_deduire(lua_State *L);
int word_alerte(lua_State *L);
int word_orientation(lua_State *L);
int word_diagnostic(lua_State *L);
int word_classement(lua_State *L);

/* The vocabulary. */
int word_fait(lua_State *L);
int word_document(lua_State *L);

/* deduire "fact": pushes what waits for the table. */
int opening_push(lua_State *L, const char *word, void (*finish)(lua_State *L, const char *name, int line));
int opening_finish(lua_State *L, const Object *object);

/* fait "a" / fait "b". */
int compute_fact(lua_State *L);
int compute_add(lua_State *L);
int compute_subtract(lua_State *L);
int compute_multiply(lua_State *L);
int compute_divide(lua_State *L);

#endif
