/* One table says which sections a programme may have, in reading order; each is filled by a function of its own, and an empty one
 * is left out. */
#include "explain/catalogue_sections.h"

#include "explain/figures.h"
#include "explain/french.h"

#include <math.h>
#include <string.h>

typedef struct Filling {
    Arena *arena;
    const Rulebook *rulebook;
    const Programme *programme;
    Section *section;
} Filling;

static void add(const Filling *filling, Statement statement) {
    if (filling->section->items) filling->section->items[filling->section->count++] = statement;
}

static void add_text(const Filling *filling, const char *label, const char *text, const Grounds *grounds) {
    if (text) add(filling, statement_plain(filling->arena, label, text, grounds));
}

static Statement told(const Filling *filling, const Node *node) {
    return statement_of_node(filling->arena, filling->rulebook, node);
}

/* « tous { … }» without a title is what a list of conditions means anyway. */
static void add_tree(const Filling *filling, const Node *node) {
    if (!node) return;
    Statement whole = told(filling, node);
    bool plain = node->kind == NODE_ALL && !node->title;
    filling->section->items = arena_array(filling->arena, plain ? whole.count + 1 : 1, sizeof *filling->section->items);
    for (size_t i = 0; plain && i < whole.count; i++) add(filling, whole.of[i]);
    if (!plain) add(filling, whole);
}

static void add_trees(const Filling *filling, Node *const *nodes, size_t count) {
    filling->section->items = arena_array(filling->arena, count + 1, sizeof *filling->section->items);
    for (size_t i = 0; i < count; i++) add(filling, told(filling, nodes[i]));
}

static void make_room(const Filling *filling, size_t count) {
    filling->section->items = arena_array(filling->arena, count + 1, sizeof *filling->section->items);
}

static void add_attribute(const Filling *filling, const Attribute *attribute, bool calendar) {
    if (!attribute) return;
    make_room(filling, 1);
    add(filling, statement_of_attribute(filling->arena, filling->rulebook, attribute, calendar));
    if (filling->section->items) filling->section->items[0].label = filling->section->title;
}

static void identity(const Filling *filling) {
    const Programme *programme = filling->programme;
    make_room(filling, 9);
    add_text(filling, programme->operator_count > 1 ? "Porteurs" : "Porteur",
             french_list(filling->arena, programme->operators, programme->operator_count, "et"), NULL);
    add_text(filling, "Spécialité", programme->speciality, NULL);
    if (programme->generalist) add_text(filling, "Portée", "généraliste", NULL);
    if (programme->common_law) add_text(filling, "Nature", "dispositif de droit commun", NULL);
    if (programme->only_common_law)
        add_text(filling, "Rang", "ce que seul le droit commun peut faire n’est pas placé derrière les programmes de l’ESS", NULL);
    if (programme->safety_net) add_text(filling, "Rang", "filet de sécurité : dernier à égalité", NULL);
    add_text(filling, "Réseau", programme->network, NULL);
    add_text(filling, "Contact", programme->contact, NULL);
    add_text(filling, "Décision", programme->decider, NULL);
}

static void conditions(const Filling *filling) {
    add_tree(filling, filling->programme->conditions);
}

static void object(const Filling *filling) {
    add_tree(filling, filling->programme->object);
}

static void reserves(const Filling *filling) {
    add_trees(filling, filling->programme->reserves, filling->programme->reserve_count);
}

static void priorities(const Filling *filling) {
    add_trees(filling, filling->programme->priorities, filling->programme->priority_count);
}

static void relevance(const Filling *filling) {
    const Programme *programme = filling->programme;
    const Node *const nodes[] = {programme->strong, programme->possible, programme->partly};
    static const char *const labels[] = {"Forte", "Possible", "En partie au plus"};
    make_room(filling, 3);
    for (size_t i = 0; i < 3; i++) {
        if (!nodes[i]) continue;
        Statement statement = told(filling, nodes[i]);
        statement.label = labels[i];
        const char *needs = programme->levels ? strstr(statement.text, COLON) : NULL; /* the label says « pertinence » already */
        if (needs) statement.text = needs + strlen(COLON);
        if (!statement.grounds.quote_count && !statement.grounds.inferred) statement.grounds = programme->relevance_grounds;
        add(filling, statement);
    }
}

static void urgency(const Filling *filling) {
    const Programme *programme = filling->programme;
    if (!programme->urgent) return;
    make_room(filling, 2);
    Statement statement = told(filling, programme->urgent);
    statement.label = "Quand";
    add(filling, statement);
    add_text(filling, "Motif", programme->urgent_reason, NULL);
}

static void duration(const Filling *filling) {
    add_attribute(filling, filling->programme->duration, false);
}

static void cost(const Filling *filling) {
    add_attribute(filling, filling->programme->cost, false);
}

static void endowment(const Filling *filling) {
    add_attribute(filling, filling->programme->endowment, false);
}

static void capacity(const Filling *filling) {
    add_attribute(filling, filling->programme->capacity, false);
}

static void calendar(const Filling *filling) {
    add_attribute(filling, filling->programme->calendar, true);
}

static const struct {
    const char *name, *label;
} modality_labels[] = {{"suivi_individuel", "Suivi individuel"},
                       {"seminaires_collectifs", "Séminaires collectifs"},
                       {"experts", "Experts"},
                       {"gratuit", "Gratuité"},
                       {"financement", "Financement"}};

static const char *modality_label(const char *name) {
    for (size_t i = 0; i < sizeof modality_labels / sizeof *modality_labels; i++)
        if (strcmp(modality_labels[i].name, name) == 0) return modality_labels[i].label;
    return name;
}

static void modalities(const Filling *filling) {
    static const char *const words[] = {[TRUTH_FALSE] = "non", [TRUTH_TRUE] = "oui", [TRUTH_UNKNOWN] = "illisible"};
    const Programme *programme = filling->programme;
    make_room(filling, programme->modality_count);
    for (size_t i = 0; i < programme->modality_count; i++) {
        const Modality *modality = &programme->modalities[i];
        bool unknown = modality->present == TRUTH_UNKNOWN;
        const char *word = unknown && modality->disagreement ? "les sources divergent" : words[modality->present];
        const char *text = modality->text && !unknown ? phrase_of(filling->arena, word, ", ", modality->text, NULL) : word;
        Statement statement = statement_plain(filling->arena, modality_label(modality->name), text, &modality->grounds);
        statement.name = modality->name;
        statement.unknown = unknown;
        statement.disagreement = modality->disagreement;
        statement.reason = unknown && modality->text ? french_tidy(filling->arena, modality->text) : NULL;
        add(filling, statement);
    }
}

static void commitment(const Filling *filling) {
    const Programme *programme = filling->programme;
    if (isnan(programme->days_per_month)) return;
    make_room(filling, 1);
    const char *days = figure_count(filling->arena, programme->days_per_month, "jour par mois", "jours par mois");
    add_text(filling, filling->section->title, days, &programme->commitment_grounds);
}

static void remarks(const Filling *filling, const Remark *items, size_t count) {
    make_room(filling, count);
    for (size_t i = 0; i < count; i++) {
        Statement statement = statement_plain(filling->arena, NULL, items[i].text, &items[i].grounds);
        const char *whom = items[i].condition ? told(filling, items[i].condition).text : NULL;
        const char *value = whom ? strstr(whom, COLON) : NULL; /* « forme juridique : association ou fondation » */
        if (whom) statement.label = french_capital(filling->arena, value ? value + strlen(COLON) : whom);
        statement.disagreement = items[i].disagreement;
        add(filling, statement);
    }
}

static void steps(const Filling *filling) {
    remarks(filling, filling->programme->steps, filling->programme->step_count);
}

static void to_know(const Filling *filling) {
    remarks(filling, filling->programme->remarks, filling->programme->remark_count);
}

static void relations(const Filling *filling) {
    static const char *const leads[][2] = {
        {"avec", "Se mène avec "}, {"apres", "Se poursuit avec "}, {"sans", "Ne se cumule pas avec "}};
    const Programme *programme = filling->programme;
    make_room(filling, programme->relation_count);
    for (size_t i = 0; i < programme->relation_count; i++) {
        const Relation *relation = &programme->relations[i];
        const Programme *other = rulebook_programme(filling->rulebook, relation->programme);
        const char *name = other && other->name ? other->name : relation->programme, *label = NULL;
        for (size_t k = 0; k < sizeof leads / sizeof *leads; k++)
            if (strcmp(leads[k][0], relation->kind) == 0) label = phrase_of(filling->arena, leads[k][1], name, NULL);
        Statement statement = statement_plain(filling->arena, label, relation->text, &relation->grounds);
        statement.role = relation->kind;
        statement.name = relation->programme;
        add(filling, statement);
    }
}

static const struct {
    const char *key, *title;
    void (*fill)(const Filling *filling);
} plan[] = {{"identity", "Le dispositif", identity},
            {"conditions", "Conditions", conditions},
            {"object", "Ce qu’il doit y avoir à traiter", object},
            {"reserves", "Réserves, que l’opérateur apprécie", reserves},
            {"priorities", "Priorités, qui ne décident pas", priorities},
            {"relevance", "Pertinence", relevance},
            {"urgency", "Urgence, qui le place en tête", urgency},
            {"duration", "Durée", duration},
            {"cost", "Coût", cost},
            {"endowment", "Dotation", endowment},
            {"capacity", "Capacité", capacity},
            {"calendar", "Calendrier", calendar},
            {"commitment", "Engagement demandé", commitment},
            {"modalities", "Modalités", modalities},
            {"steps", "Démarches", steps},
            {"remarks", "À savoir", to_know},
            {"relations", "Avec d’autres dispositifs", relations}};

_Static_assert(sizeof plan / sizeof *plan <= SECTIONS_MAX, "an entry has room for each section");

void catalogue_sections(Arena *arena, const Rulebook *rulebook, CatalogueEntry *entry) {
    for (size_t i = 0; i < sizeof plan / sizeof *plan; i++) {
        Section *section = &entry->sections[entry->section_count];
        *section = (Section){.key = plan[i].key, .title = plan[i].title};
        const Filling filling = {arena, rulebook, entry->programme, section};
        plan[i].fill(&filling);
        if (section->count > 0) entry->section_count++;
    }
}
