/* Which words a script may use. Lua names each by the string here; there are no others. */
#include "rules/words.h"

static const Word facts_items[] = {
    {"fait", word_fait},
    {"document", word_document},
    {"source", word_source},
    {"critere", word_critere},
    {"depuis", word_depuis},
    {"jusqu_a", word_jusqu_a},
    {"tous", word_tous},
    {"au_moins_un", word_au_moins_un},
    {"ans", word_ans},
    {"mois", word_mois},
    {"jours", word_jours},
    {"regions", word_regions},
    {"departements", word_departements},
    {"epci", word_epci},
    {"communes", word_communes},
    {"plage", word_plage},
};

static const Word rules_items[] = {
    {"source", word_source},
    {"critere", word_critere},
    {"depuis", word_depuis},
    {"jusqu_a", word_jusqu_a},
    {"ans", word_ans},
    {"mois", word_mois},
    {"jours", word_jours},
    {"regions", word_regions},
    {"departements", word_departements},
    {"epci", word_epci},
    {"communes", word_communes},
    {"plage", word_plage},
    {"tous", word_tous},
    {"au_moins_un", word_au_moins_un},
    {"aucune", word_aucune},
    {"selon", word_selon},
    {"divergence", word_divergence},
    {"a_confirmer", word_a_confirmer},
    {"critere_lua", word_critere_lua},
    {"permanent", word_permanent},
    {"au_fil_de_l_eau", word_au_fil_de_l_eau},
    {"chaque_annee", word_chaque_annee},
    {"periode", word_periode},
    {"dates_variables", word_dates_variables},
    {"en_projet", word_en_projet},
    {"dispositif", word_dispositif},
    {"deduire", word_deduire},
    {"fait", word_fait},
    {"alerte", word_alerte},
    {"orientation", word_orientation},
    {"diagnostic", word_diagnostic},
    {"classement", word_classement},
};

static void open_words(lua_State *L) {
    objects_open(L);
    constants_open(L);
    load_of(L)->constants = load_of(L)->objects;
}

/* The constants of a copied state are the objects of the first. */
static void reopen_words(void *context) {
    Load *load = context;
    load->objects = load->constants;
}

const Words words_of_facts = {facts_items, sizeof facts_items / sizeof *facts_items, open_words, reopen_words};
const Words words_of_rules = {rules_items, sizeof rules_items / sizeof *rules_items, open_words, reopen_words};
