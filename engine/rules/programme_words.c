/* dispositif { … }: one programme. What it is made of is read key by key, in the order of the language reference; its
 * confirmations are gathered from all its trees, since each becomes a fact once the programme is known to be the only one of its
 * id. */
#include "rules/programme_words.h"
#include "base/number.h"
#include "rules/attributes.h"
#include "rules/comparison.h"
#include "rules/examples.h"
#include "rules/limits.h"

#include <math.h>
#include <string.h>

#define ID_MAX_BYTES 64

static bool id_fits(const char *id) {
    size_t length = strlen(id);
    return length > 0 && length <= ID_MAX_BYTES && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length && id[0] != '-';
}

static void read_identity(const Reading *reading, Programme *programme) {
    programme->id = reading_text(reading, "id", true);
    if (programme->id && !id_fits(programme->id))
        spot_report(spot_value(reading, "id"), "AZ203",
                    "id = \"accelerateur-21\" : minuscules sans accent, chiffres et tirets, au plus 64",
                    "l’identifiant « %s » ne convient pas", programme->id);
    programme->name = reading_text(reading, "nom", true);
    programme->called = reading_text(reading, "appele", false);
    programme->operators = reading_texts(reading, "porteurs", &programme->operator_count);
    if (!reading_has(reading, "porteurs") && !reading_misspelt(reading, "porteurs"))
        spot_report(spot_table(reading), "AZ202", "ajouter porteurs = { \"…\" }", "« dispositif » demande la clé « porteurs »");
    programme->speciality = reading_text(reading, "specialisation", false);
    programme->generalist = reading_flag(reading, "generaliste");
    programme->safety_net = reading_flag(reading, "filet");
    programme->common_law = reading_flag(reading, "droit_commun");
    programme->only_common_law = reading_flag(reading, "propre_au_droit_commun");
    programme->contact = reading_text(reading, "contact", false);
    programme->decider = reading_text(reading, "decide", false);
    programme->network = reading_text(reading, "reseau", false);
}

static Node *read_root(const Reading *reading, const char *key, const Grounds *inherited) {
    lua_State *L = reading->L;
    Node *node = NULL;
    if (reading_get(reading, key) != LUA_TNIL) node = node_take_root(L, -1, key, spot_value(reading, key), inherited);
    lua_pop(L, 1);
    return node;
}

static Node **read_roots(const Reading *reading, const char *key, size_t *count) {
    lua_State *L = reading->L;
    static const char *const none[] = {NULL};
    Node **nodes = NULL;
    Reading list;
    *count = 0;
    int type = reading_get(reading, key);
    if (type == LUA_TUSERDATA) {
        nodes = script_array(L, 1, sizeof(void *));
        nodes[0] = node_take_root(L, -1, key, spot_value(reading, key), NULL);
        *count = nodes[0] ? 1 : 0;
    } else if (type != LUA_TNIL && reading_open_within(&list, spot_value(reading, key), key, none, READING_ANY)) {
        nodes = script_array(L, list.length + 1, sizeof(void *));
        for (size_t i = 0; i < list.length; i++) {
            reading_item(&list, i + 1);
            Node *node = node_take_root(L, -1, key, spot_item(&list, i + 1), NULL);
            if (node) nodes[(*count)++] = node;
            lua_pop(L, 1);
        }
        if (list.length == 0)
            spot_report(spot_key(reading, key), "AZ210", "la remplir ou retirer la clé", "la liste « %s » est vide", key);
    }
    lua_pop(L, 1);
    return nodes;
}

static void read_conditions(const Reading *reading, Programme *programme) {
    programme->conditions = read_root(reading, "conditions", NULL);
    if (!reading_has(reading, "conditions") && !reading_misspelt(reading, "conditions"))
        spot_report(spot_table(reading), "AZ202", "ajouter conditions = tous { … }, ou aucune { source = … } si rien n’est demandé",
                    "« dispositif » demande la clé « conditions »");
    programme->object = read_root(reading, "objet", NULL);
    programme->reserves = read_roots(reading, "reserves", &programme->reserve_count);
    programme->priorities = read_roots(reading, "priorites", &programme->priority_count);
}

/* The needs of one grade, as « contient_un_de ». */
typedef struct Grade {
    const char *name;
    int *choices;
    size_t count;
} Grade;

static Node *grade_node(lua_State *L, const Grade *grade, const Fact *needs, int line, const Grounds *grounds) {
    if (grade->count == 0) return NULL;
    Node *node = node_new(L, NODE_TEST, line);
    node->grounds = *grounds;
    Test *test = &node->test;
    *test = (Test){.fact = load_vocabulary(L)->needs, .comparison = TEST_CONTAINS, .any = true};
    test->choices = grade->choices;
    test->choice_count = grade->count;
    test->accepted = script_array(L, needs->words + 1, sizeof *test->accepted);
    for (size_t i = 0; i < grade->count; i++)
        for (size_t w = 0; w < needs->words; w++) test->accepted[w] |= needs->choices[grade->choices[i]].below[w];
    return node;
}

static bool grade_need(const Reading *reading, Grade *grades, int choice, const char *need) {
    static const char *const names[] = {"forte", "possible", NULL};
    lua_State *L = reading->L;
    if (lua_type(L, -1) == LUA_TSTRING) {
        const char *text = script_text(L, -1, NULL);
        for (int i = 0; names[i]; i++) {
            if (strcmp(names[i], text) != 0) continue;
            grades[i].choices[grades[i].count++] = choice;
            return true;
        }
        spot_report(spot_value(reading, need), "AZ231", advise_nearest(L, text, names), "degré de pertinence inconnu « %s »", text);
    } else
        spot_report(spot_value(reading, need), "AZ231",
                    "besoins = { faire_face = \"forte\", gerer_crise = \"possible\", infere = … }",
                    "un degré de pertinence est \"forte\" ou \"possible\", pas %s", value_described(L, -1));
    return false;
}

/* Every key of `besoins` is a need, `sauf`, or belongs to the grounds. Answers whether all are. */
static bool check_needs(const Reading *reading, const Fact *needs) {
    static const char *const keys[] = {"sauf", "en_partie", "source", "infere", "prime_sur", NULL};
    bool fine = true;
    size_t count;
    const char **written = reading_keys(reading, false, &count);
    for (size_t i = 0; i < count; i++) {
        bool known = fact_choice(needs, written[i], strlen(written[i])) >= 0;
        for (int j = 0; keys[j]; j++) known = known || strcmp(keys[j], written[i]) == 0;
        if (known) continue;
        report_choice(reading->L, needs, written[i], spot_key(reading, written[i]));
        fine = false;
    }
    return fine;
}

/* The keys of the table on the top of the stack: `besoins` checks its own, against the vocabulary. */
static const char *const *needs_keys(lua_State *L) {
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        count++;
    }
    const char **keys = script_array(L, count + 1, sizeof *keys);
    count = 0;
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) == LUA_TSTRING) keys[count++] = lua_tostring(L, -1);
    }
    return keys;
}

/* Does the table name a need at all? */
static bool grades_seen(const Reading *reading, const Fact *needs) {
    for (size_t i = 0; i < needs->choice_count; i++)
        if (reading_has(reading, needs->choices[i].name)) return true;
    return false;
}

static void read_needs(const Reading *outer, Programme *programme) {
    lua_State *L = outer->L;
    const Vocabulary *vocabulary = load_vocabulary(L);
    Reading reading;
    if (lua_type(L, -1) != LUA_TTABLE || vocabulary->needs < 0) {
        spot_report(spot_value(outer, "besoins"), "AZ231", "besoins = { faire_face = \"forte\", infere = … }",
                    vocabulary->needs < 0 ? "le vocabulaire n’a pas de fait « besoins »" : "« besoins » attend une table { … }");
        return;
    }
    reading_open_within(&reading, spot_value(outer, "besoins"), "besoins", needs_keys(L), 0);
    const Fact *needs = &vocabulary->facts[vocabulary->needs];
    bool fine = check_needs(&reading, needs);
    Grade grades[2] = {{.name = "forte"}, {.name = "possible"}};
    for (int i = 0; i < 2; i++) grades[i].choices = script_array(L, needs->choice_count + 1, sizeof *grades[i].choices);
    programme->levels = script_array(L, needs->words + 1, sizeof *programme->levels);
    for (size_t i = 0; i < needs->choice_count; i++) {
        if (reading_get(&reading, needs->choices[i].name) != LUA_TNIL &&
            grade_need(&reading, grades, (int)i, needs->choices[i].name))
            bits_put(programme->levels, i);
        lua_pop(L, 1);
    }
    programme->relevance_grounds = reading_grounds(&reading);
    grounds_require(&programme->relevance_grounds, "« besoins »", spot_table(&reading));
    programme->strong = grade_node(L, &grades[0], needs, outer->line, &programme->relevance_grounds);
    programme->possible = grade_node(L, &grades[1], needs, outer->line, &programme->relevance_grounds);
    programme->irrelevant = read_root(&reading, "sauf", &programme->relevance_grounds);
    programme->partly = read_root(&reading, "en_partie", &programme->relevance_grounds);
    if (fine && bits_empty(programme->levels, needs->words) && !grades_seen(&reading, needs))
        spot_report(spot_table(&reading), "AZ231", "besoins = { faire_face = \"forte\", infere = … }",
                    "« besoins » ne nomme aucun besoin");
}

/* The needs that `pertinence` names by themselves, not under further conditions: the same as `besoins = {…}` would name. */
static void collect_levels(const Programme *programme, const Node *node, const Vocabulary *vocabulary) {
    if (!node) return;
    if (node->kind == NODE_TEST && node->test.fact == vocabulary->needs && node->test.comparison == TEST_CONTAINS)
        for (size_t i = 0; i < node->test.choice_count; i++) bits_put(programme->levels, (size_t)node->test.choices[i]);
    for (size_t i = 0; node->kind == NODE_ANY && i < node->part_count; i++) collect_levels(programme, node->parts[i], vocabulary);
}

static void read_pertinence(const Reading *outer, Programme *programme) {
    lua_State *L = outer->L;
    static const char *const keys[] = {"forte", "possible", "sauf", "en_partie", "source", "infere", "prime_sur", NULL};
    Reading reading;
    if (!reading_open_within(&reading, spot_value(outer, "pertinence"), "pertinence", keys, 0)) return;
    programme->relevance_grounds = reading_grounds(&reading);
    programme->strong = read_root(&reading, "forte", &programme->relevance_grounds);
    programme->irrelevant = read_root(&reading, "sauf", &programme->relevance_grounds);
    programme->partly = read_root(&reading, "en_partie", &programme->relevance_grounds);
    programme->possible = read_root(&reading, "possible", &programme->relevance_grounds);
    const Vocabulary *vocabulary = load_vocabulary(L);
    if (vocabulary->needs >= 0) {
        programme->levels = script_array(L, vocabulary->facts[vocabulary->needs].words + 1, sizeof *programme->levels);
        collect_levels(programme, programme->strong, vocabulary);
        collect_levels(programme, programme->possible, vocabulary);
    }
    if (!reading_has(&reading, "forte") && !reading_has(&reading, "possible"))
        spot_report(spot_table(&reading), "AZ231", "pertinence = { forte = critere { … }, infere = … }",
                    "« pertinence » ne dit ni « forte » ni « possible »");
}

static void read_relevance(const Reading *reading, Programme *programme) {
    lua_State *L = reading->L;
    bool both = reading_has(reading, "besoins") && reading_has(reading, "pertinence");
    if (both)
        spot_report(spot_key(reading, "besoins"), "AZ231", "garder l’une des deux (besoins est la forme courte de pertinence)",
                    "« besoins » et « pertinence » dans un même dispositif");
    if (reading_get(reading, "besoins") != LUA_TNIL) read_needs(reading, programme);
    lua_pop(L, 1);
    if (reading_get(reading, "pertinence") != LUA_TNIL && !both) read_pertinence(reading, programme);
    lua_pop(L, 1);
}

/* {delai} is all that the sentence of a clock may hold. */
static void check_clock(const Reading *reading, const Programme *programme) {
    const char *text = programme->urgent_text, *place = text ? strstr(text, "{delai}") : NULL;
    if (!text) return;
    const bool once = place && strchr(text, '{') == place && !strchr(place + 1, '{');
    if (!once)
        spot_report(spot_value(reading, "texte"), "AZ204", "texte = \"La cessation se déclare au tribunal {delai}.\"",
                    "le texte d’une urgence contient {delai}, une fois, et rien d’autre entre accolades");
    if (!reading_has(reading, "echeance"))
        spot_report(spot_key(reading, "texte"), "AZ202", "echeance = { \"date_cessation_paiements\", plus = jours(45) }",
                    "le texte d’une urgence demande la clé « echeance »");
}

static void read_urgency(const Reading *outer, Programme *programme) {
    lua_State *L = outer->L;
    static const char *const keys[] = {"si", "sauf", "rang", "motif", "echeance", "texte", "source", "infere", "prime_sur", NULL};
    Reading reading;
    programme->urgent_fact = -1;
    if (reading_get(outer, "urgence") != LUA_TNIL &&
        reading_open_within(&reading, spot_value(outer, "urgence"), "urgence", keys, 0)) {
        Grounds grounds = reading_grounds(&reading);
        programme->urgent = read_root(&reading, "si", &grounds);
        programme->urgent_unless = read_root(&reading, "sauf", &grounds);
        programme->urgent_reason = reading_text(&reading, "motif", true);
        programme->urgent_text = reading_text(&reading, "texte", false);
        deadline_read(&reading, &programme->urgent_fact, &programme->urgent_after);
        check_clock(&reading, programme);
        double rank = 1;
        reading_number(&reading, "rang", &rank);
        if (!(rank >= 1 && rank <= 100 && rank == floor(rank)))
            spot_report(spot_value(&reading, "rang"), "AZ203", "rang = 1", "le rang d’une urgence est un nombre entier de 1 à 100");
        else programme->urgent_rank = (int)rank;
        if (!reading_has(&reading, "si"))
            spot_report(spot_table(&reading), "AZ202", "urgence = { si = critere { … }, rang = 1, motif = \"…\" }",
                        "« urgence » demande la clé « si »");
    }
    lua_pop(L, 1);
}

static void read_commitment(const Reading *outer, Programme *programme) {
    lua_State *L = outer->L;
    static const char *const keys[] = {"jours_par_mois", "source", "infere", "prime_sur", NULL};
    Reading reading;
    programme->days_per_month = NAN;
    if (reading_get(outer, "engagement") != LUA_TNIL &&
        reading_open_within(&reading, spot_value(outer, "engagement"), "engagement", keys, 0)) {
        programme->commitment_grounds = reading_grounds(&reading);
        grounds_require(&programme->commitment_grounds, "« engagement »", spot_table(&reading));
        if (!reading_number(&reading, "jours_par_mois", &programme->days_per_month) || programme->days_per_month < 0 ||
            programme->days_per_month > 31)
            spot_report(spot_value(&reading, "jours_par_mois"), "AZ202", "engagement = { jours_par_mois = 2, source = … }",
                        "« engagement » demande « jours_par_mois », entre 0 et 31");
    }
    lua_pop(L, 1);
}

/* Calls `read` with each table of the list under `key`. */
static size_t read_tables(const Reading *outer, const char *key, size_t most, const char *const *keys, size_t item_size,
                          bool (*read)(const Reading *item, const char *key, void *out), void **out) {
    lua_State *L = outer->L;
    static const char *const none[] = {NULL};
    size_t count = 0;
    Reading list;
    if (reading_get(outer, key) != LUA_TNIL && reading_open_within(&list, spot_value(outer, key), key, none, READING_ANY)) {
        char *array = script_array(L, list.length + 1, item_size);
        for (size_t i = 0; i < list.length; i++) {
            Reading item;
            reading_item(&list, i + 1);
            if (reading_open_within(&item, spot_item(&list, i + 1), key, keys, most) && read(&item, key, array + count * item_size))
                count++;
            lua_pop(L, 1);
        }
        *out = array;
    }
    lua_pop(L, 1);
    return count;
}

static bool read_remark(const Reading *item, const char *key, void *out) {
    Remark *remark = out;
    *remark = (Remark){.text = reading_first_text(item, "un texte"), .grounds = reading_grounds(item), .line = item->line};
    remark->disagreement = reading_flag(item, "desaccord");
    remark->condition = read_root(item, "si", &remark->grounds);
    grounds_require(&remark->grounds, say(item->L, "« %s »", key), spot_table(item));
    return remark->text != NULL;
}

static const char *item_text(const Reading *item, size_t position, const char *key, const char *what) {
    lua_State *L = item->L;
    const char *text = NULL;
    if (reading_item(item, position) == LUA_TSTRING) text = script_text(L, -1, NULL);
    else
        spot_report(spot_item(item, position), "AZ203", say(L, "%s = { { \"…\", \"…\" } }", key),
                    "« %s » attend %s entre guillemets, pas %s", key, what, value_described(L, -1));
    lua_pop(L, 1);
    return text;
}

static bool read_relation(const Reading *item, const char *key, void *out) {
    Relation *relation = out;
    *relation = (Relation){.kind = key, .line = item->line, .grounds = reading_grounds(item)};
    relation->programme = item_text(item, 1, key, "l’identifiant d’un dispositif");
    relation->text = item_text(item, 2, key, "la raison");
    grounds_require(&relation->grounds, say(item->L, "« %s »", key), spot_table(item));
    return relation->programme && relation->text;
}

static bool read_link(const Reading *item, const char *key, void *out) {
    Link *link = out;
    link->text = item_text(item, 1, key, "un texte");
    link->address = item_text(item, 2, key, "une adresse");
    if (!link->text || !link->address) return false;
    if (strncmp(link->address, "https://", 8) == 0 || strncmp(link->address, "http://", 7) == 0) return true;
    spot_report(spot_item(item, 2), "AZ203", "écrire l’adresse entière, https://…", "« %s » n’est pas une adresse", link->address);
    return false;
}

static void read_relations(const Reading *reading, Programme *programme) {
    static const char *const kinds[] = {"avec", "apres", "sans"}, *const keys[] = {"source", "infere", "prime_sur", NULL};
    lua_State *L = reading->L;
    void *found[3] = {NULL, NULL, NULL};
    size_t counts[3], total = 0;
    for (int i = 0; i < 3; i++) {
        counts[i] = read_tables(reading, kinds[i], 2, keys, sizeof(Relation), read_relation, &found[i]);
        total += counts[i];
    }
    programme->relations = script_array(L, total + 1, sizeof *programme->relations);
    for (int i = 0; i < 3; i++) {
        if (counts[i]) memcpy(programme->relations + programme->relation_count, found[i], counts[i] * sizeof(Relation));
        programme->relation_count += counts[i];
    }
}

static void read_lists(const Reading *reading, Programme *programme) {
    static const char *const keys[] = {"desaccord", "source", "infere", "prime_sur", NULL}, *const none[] = {NULL};
    static const char *const step_keys[] = {"si", "desaccord", "source", "infere", "prime_sur", NULL};
    void *found = NULL;
    programme->step_count = read_tables(reading, "demarches", 1, step_keys, sizeof(Remark), read_remark, &found);
    programme->steps = found;
    found = NULL;
    programme->remark_count = read_tables(reading, "a_savoir", 1, keys, sizeof(Remark), read_remark, &found);
    programme->remarks = found;
    found = NULL;
    programme->link_count = read_tables(reading, "liens", 2, none, sizeof(Link), read_link, &found);
    programme->links = found;
    read_relations(reading, programme);
}

static void read_attributes(const Reading *reading, Programme *programme) {
    programme->duration = attribute_read(reading, "duree");
    programme->cost = attribute_read(reading, "cout");
    programme->endowment = attribute_read(reading, "dotation");
    programme->capacity = attribute_read(reading, "capacite");
    programme->calendar = calendar_read(reading, "calendrier");
    read_commitment(reading, programme);
    modalities_read(reading, programme);
    programme->source_date = DAY_MIN;
    programme->verify_after = DAY_MAX;
    reading_day(reading, "date", &programme->source_date);
    reading_day(reading, "verifier_apres", &programme->verify_after);
}

typedef struct Gathering {
    lua_State *L;
    Node **found;
    size_t count, capacity, nodes;
} Gathering;

static void gather(Gathering *gathering, Node *node) {
    if (!node) return;
    gathering->nodes++;
    script_charge(gathering->L, 1);
    for (size_t i = 0; i < node->part_count; i++) gather(gathering, node->parts[i]);
    if (!node->to_confirm) return;
    if (gathering->count == gathering->capacity) {
        size_t capacity = gathering->capacity ? gathering->capacity * 2 : 8;
        Node **found = script_array(gathering->L, capacity, sizeof(void *));
        if (gathering->count) memcpy(found, gathering->found, gathering->count * sizeof(void *));
        gathering->found = found;
        gathering->capacity = capacity;
    }
    gathering->found[gathering->count++] = node;
}

static void gather_visit(void *context, Node *node) {
    gather(context, node);
}

/* Two confirmations of one name that do not come from one object. */
static void check_names(lua_State *L, Node *const *nodes, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            script_charge(L, 1);
            if (strcmp(nodes[i]->name, nodes[j]->name) != 0) continue;
            if (nodes[i]->line == nodes[j]->line && strcmp(nodes[i]->title, nodes[j]->title) == 0) continue;
            spot_report(spot_node(L, nodes[i]), "AZ225",
                        "une seule question : l’écrire une fois, « local x = a_confirmer { … } », et mettre x aux deux endroits ; "
                        "deux questions : donner à l’une un autre nom",
                        "deux a_confirmer de ce dispositif ont le nom « %s » (l’autre est à la ligne %d)", nodes[i]->name,
                        nodes[j]->line);
            break;
        }
}

static void gather_confirmations(const Reading *reading, Draft *draft) {
    lua_State *L = reading->L;
    Gathering gathering = {.L = L};
    programme_visit_roots(&draft->programme, gather_visit, &gathering);
    draft->confirmations = gathering.found;
    draft->confirmation_count = gathering.count;
    check_names(L, gathering.found, gathering.count);
    if (gathering.nodes > NODES_PER_PROGRAMME_MAX)
        spot_report(spot_table(reading), "AZ226", "le simplifier ou le partager",
                    "ce dispositif est trop grand : %zu éléments (au plus %d)", gathering.nodes, NODES_PER_PROGRAMME_MAX);
}

static void visit_attribute(Attribute *attribute, void (*visit)(void *context, Node *node), void *context) {
    if (!attribute) return;
    for (size_t i = 0; i < attribute->part_count; i++) {
        if (attribute->conditions && attribute->conditions[i]) visit(context, attribute->conditions[i]);
        visit_attribute(attribute->parts[i], visit, context);
    }
}

void programme_visit_roots(Programme *programme, void (*visit)(void *context, Node *node), void *context) {
    Node *const single[] = {programme->conditions, programme->object,        programme->strong,     programme->possible,
                            programme->urgent,     programme->urgent_unless, programme->irrelevant, programme->partly};
    for (size_t i = 0; i < 2; i++)
        if (single[i]) visit(context, single[i]);
    for (size_t i = 0; i < programme->reserve_count; i++) visit(context, programme->reserves[i]);
    for (size_t i = 0; i < programme->priority_count; i++) visit(context, programme->priorities[i]);
    for (size_t i = 2; i < sizeof single / sizeof *single; i++)
        if (single[i]) visit(context, single[i]);
    for (size_t i = 0; i < programme->step_count; i++)
        if (programme->steps[i].condition) visit(context, programme->steps[i].condition);
    Attribute *const attributes[] = {programme->duration, programme->cost, programme->endowment, programme->capacity,
                                     programme->calendar};
    for (size_t i = 0; i < 5; i++) visit_attribute(attributes[i], visit, context);
}

int word_dispositif(lua_State *L) {
    static const char *const keys[] = {"id",
                                       "nom",
                                       "appele",
                                       "porteurs",
                                       "specialisation",
                                       "generaliste",
                                       "filet",
                                       "droit_commun",
                                       "propre_au_droit_commun",
                                       "contact",
                                       "decide",
                                       "reseau",
                                       "conditions",
                                       "objet",
                                       "reserves",
                                       "priorites",
                                       "besoins",
                                       "pertinence",
                                       "urgence",
                                       "duree",
                                       "cout",
                                       "dotation",
                                       "capacite",
                                       "calendrier",
                                       "engagement",
                                       "modalites",
                                       "demarches",
                                       "a_savoir",
                                       "avec",
                                       "apres",
                                       "sans",
                                       "liens",
                                       "date",
                                       "verifier_apres",
                                       "exemples",
                                       NULL};
    int line = script_line(L);
    Reading reading;
    if (!reading_open(&reading, L, 1, "dispositif", line, keys, 0)) return object_push_broken(L);
    Draft *draft = script_new(L, sizeof *draft);
    Programme *programme = &draft->programme;
    programme->file = load_of(L)->path;
    programme->line = line;
    read_identity(&reading, programme);
    read_conditions(&reading, programme);
    read_relevance(&reading, programme);
    read_urgency(&reading, programme);
    read_attributes(&reading, programme);
    read_lists(&reading, programme);
    examples_read(&reading, programme);
    gather_confirmations(&reading, draft);
    object_push(L, OBJECT_PROGRAMME, "dispositif", line, draft);
    return 1;
}
