/* alerte "nom" { … }, orientation "nom" { … }, diagnostic "nom" { … }, and classement { … }. */
#include "rules/comparison.h"
#include "rules/nodes.h"

#include <math.h>
#include <string.h>

static const char *const ranking_keys[] = {"urgence",        "pertinence", "certitude",    "disponibilite",
                                           "specialisation", "proximite",  "droit_commun", "proportion",
                                           "cout",           "dotation",   "identifiant",  NULL};

static bool placeholder_known(lua_State *L, const char *name, size_t length, bool deadline) {
    static const char *const dated[] = {"echeance", "echeance_au_tribunal", "jours_restants", "dernier_jour", NULL};
    if (length == 3 && memcmp(name, "nom", 3) == 0) return true;
    for (int i = 0; deadline && dated[i]; i++)
        if (strlen(dated[i]) == length && memcmp(dated[i], name, length) == 0) return true;
    return vocabulary_find(load_vocabulary(L), name, length) >= 0;
}

/* {echeance}, {echeance_au_tribunal}, {jours_restants}, {dernier_jour}, {nom} and fact names: anything else in braces would be
 * printed as it stands. */
static void check_text(const Reading *reading, const Notice *notice, const char *key, const char *text) {
    lua_State *L = reading->L;
    bool dated = reading_has(reading, "echeance"); /* right or wrong: a wrong one is told already */
    for (const char *at = text; at && (at = strchr(at, '{'));) {
        const char *end = strchr(++at, '}');
        size_t length = end ? (size_t)(end - at) : strlen(at);
        script_charge(L, 1 + length / 16);
        if (!end || !placeholder_known(L, at, length, dated))
            spot_report(spot_value(reading, key), "AZ204",
                        dated ? "{echeance}, {echeance_au_tribunal}, {jours_restants}, {dernier_jour}, {nom} ou un nom de fait"
                              : "{nom} ou un nom de fait ; {echeance} demande la clé « echeance »",
                        "« {%.*s} » ne désigne rien dans le texte de « %s »", (int)(length < 40 ? length : 40), at, notice->name);
        if (!end) return;
        at = end + 1;
    }
}

static void refuse_confirmations(lua_State *L, const Node *node) {
    if (node->to_confirm)
        spot_report(spot_node(L, node), "AZ225", "en faire un fait du vocabulaire",
                    "« a_confirmer » ne vaut que dans un dispositif");
    for (size_t i = 0; i < node->part_count; i++) refuse_confirmations(L, node->parts[i]);
}

static Node *read_condition(const Reading *reading, const char *key, const Grounds *grounds, bool required) {
    lua_State *L = reading->L;
    Node *node = NULL;
    if (reading_get(reading, key) != LUA_TNIL) node = node_take_root(L, -1, key, spot_value(reading, key), grounds);
    else if (required)
        spot_report(spot_table(reading), "AZ202", say(L, "ajouter %s = critere { … }", key), "« %s » demande la clé « %s »",
                    reading->word, key);
    lua_pop(L, 1);
    if (node) refuse_confirmations(L, node);
    return node;
}

static int read_rank(const Reading *reading) {
    double rank = 100;
    reading_number(reading, "rang", &rank);
    if (rank >= 1 && rank <= 1000 && rank == floor(rank)) return (int)rank;
    spot_report(spot_value(reading, "rang"), "AZ203", "rang = 1", "« rang » est un nombre entier de 1 à 1000");
    return 100;
}

static void finish_notice(lua_State *L, const char *word, const char *name, int line, bool alert) {
    static const char *const alert_keys[] = {"si",       "sauf", "texte",  "echeance", "rappel",    "passe_avant",
                                             "question", "rang", "source", "infere",   "prime_sur", NULL};
    static const char *const orientation_keys[] = {"si", "sauf", "texte", "rang", "source", "infere", "prime_sur", NULL};
    Reading reading;
    if (!reading_open(&reading, L, 2, word, line, alert ? alert_keys : orientation_keys, 0)) {
        object_push_broken(L);
        return;
    }
    NoticeDraft *draft = script_new(L, sizeof *draft);
    draft->alert = alert;
    Notice *notice = &draft->notice;
    *notice = (Notice){.name = name, .deadline_fact = -1, .file = load_of(L)->file, .line = line};
    notice->grounds = reading_grounds(&reading);
    grounds_require(&notice->grounds, say(L, "« %s \"%s\" »", word, name), spot_table(&reading));
    notice->condition = read_condition(&reading, "si", &notice->grounds, true);
    notice->unless = read_condition(&reading, "sauf", &notice->grounds, false);
    deadline_read(&reading, &notice->deadline_fact, &notice->deadline);
    notice->recalled = reading_flag(&reading, "rappel");
    notice->text = reading_text(&reading, "texte", true);
    notice->precedes = reading_text(&reading, "passe_avant", false);
    notice->question = reading_text(&reading, "question", false);
    check_text(&reading, notice, "texte", notice->text);
    check_text(&reading, notice, "passe_avant", notice->precedes);
    check_text(&reading, notice, "question", notice->question);
    notice->rank = read_rank(&reading);
    object_push(L, OBJECT_NOTICE, word, line, draft);
}

static void finish_alert(lua_State *L, const char *name, int line) {
    finish_notice(L, "alerte", name, line, true);
}

static void finish_orientation(lua_State *L, const char *name, int line) {
    finish_notice(L, "orientation", name, line, false);
}

static void finish_diagnosis(lua_State *L, const char *name, int line) {
    static const char *const keys[] = {"groupe", "titre",  "quand",  "si",        "a_faire", "question",
                                       "rang",   "source", "infere", "prime_sur", NULL};
    Reading reading;
    if (!reading_open(&reading, L, 2, "diagnostic", line, keys, 0)) {
        object_push_broken(L);
        return;
    }
    DiagnosisDraft *draft = script_new(L, sizeof *draft);
    Diagnosis *diagnosis = &draft->diagnosis;
    *diagnosis = (Diagnosis){.name = name, .file = load_of(L)->file, .line = line, .rank = read_rank(&reading)};
    diagnosis->grounds = reading_grounds(&reading);
    grounds_require(&diagnosis->grounds, say(L, "« diagnostic \"%s\" »", name), spot_table(&reading));
    diagnosis->concerned = read_condition(&reading, "quand", &diagnosis->grounds, true);
    diagnosis->ready = read_condition(&reading, "si", &diagnosis->grounds, false);
    diagnosis->group = reading_text(&reading, "groupe", true);
    diagnosis->title = reading_text(&reading, "titre", true);
    diagnosis->todo = reading_text(&reading, "a_faire", diagnosis->ready != NULL);
    diagnosis->question = reading_text(&reading, "question", diagnosis->ready == NULL);
    object_push(L, OBJECT_DIAGNOSIS, "diagnostic", line, draft);
}

int word_alerte(lua_State *L) {
    return opening_push(L, "alerte", finish_alert);
}

int word_orientation(lua_State *L) {
    return opening_push(L, "orientation", finish_orientation);
}

int word_diagnostic(lua_State *L) {
    return opening_push(L, "diagnostic", finish_diagnosis);
}

static bool key_valid(Spot spot, const RankingDraft *draft, const char *name) {
    lua_State *L = spot.L;
    bool known = false;
    for (int i = 0; ranking_keys[i]; i++) known = known || strcmp(ranking_keys[i], name) == 0;
    if (!known) {
        spot_report(spot, "AZ205", advise_nearest(L, name, ranking_keys), "clé de classement inconnue « %s »", name);
        return false;
    }
    for (size_t i = 0; i < draft->count; i++) {
        if (strcmp(draft->keys[i].name, name) != 0) continue;
        spot_report(spot, "AZ210", "l’écrire une seule fois", "la clé de classement « %s » figure deux fois", name);
        return false;
    }
    return true;
}

static void read_ranking_key(Spot spot, RankingDraft *draft) {
    static const char *const keys[] = {"raison", NULL};
    Reading reading;
    if (!reading_open_within(&reading, spot, "classement", keys, 1)) return;
    const char *name = reading_first_text(&reading, "une clé de classement");
    RankingKey key = {.name = name, .reason = reading_text(&reading, "raison", true), .line = reading.line};
    if (name && key_valid(spot_item(&reading, 1), draft, name)) draft->keys[draft->count++] = key;
}

int word_classement(lua_State *L) {
    static const char *const none[] = {NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "classement", line, none, READING_ANY)) return object_push_broken(L);
    RankingDraft *draft = script_new(L, sizeof *draft);
    *draft = (RankingDraft){.line = line, .file = load_of(L)->file};
    size_t room = sizeof ranking_keys / sizeof *ranking_keys;
    draft->keys = script_array(L, room, sizeof *draft->keys);
    for (size_t i = 0; i < reading.length; i++) {
        reading_item(&reading, i + 1);
        read_ranking_key(spot_item(&reading, i + 1), draft);
        lua_pop(L, 1);
    }
    if (reading.length == 0)
        spot_report(spot_table(&reading), "AZ216", "classement { { \"urgence\", raison = \"…\" }, … }", "« classement » est vide");
    object_push(L, OBJECT_RANKING, "classement", line, draft);
    return 1;
}
