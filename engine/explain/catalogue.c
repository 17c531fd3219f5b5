/* One table says which sections a programme may have, in reading order; each is filled by a function of its own, and an empty one
 * is left out. Sources, doubts and disagreements are then read from the statements themselves: what a page lists below cannot
 * differ from what it says above. */
#include "explain/catalogue.h"

#include "base/sort.h"
#include "base/text.h"
#include "explain/availability.h"
#include "explain/figures.h"
#include "explain/sources.h"

#include <math.h>
#include <string.h>

#define NAME_FOLDED_MAX 256

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
    make_room(filling, 8);
    add_text(filling, "Porteurs", french_list(filling->arena, programme->operators, programme->operator_count, "et"), NULL);
    add_text(filling, "Spécialité", programme->speciality, NULL);
    if (programme->generalist) add_text(filling, "Portée", "généraliste", NULL);
    if (programme->common_law) add_text(filling, "Nature", "dispositif de droit commun", NULL);
    if (programme->only_common_law)
        add_text(filling, "Rang", "ce que seul le droit commun peut faire n’est pas placé derrière les programmes de l’ESS", NULL);
    if (programme->safety_net) add_text(filling, "Rang", "filet de sécurité : dernier à égalité", NULL);
    add_text(filling, "Réseau", programme->network, NULL);
    add_text(filling, "Contact", programme->contact, NULL);
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
    const Node *const nodes[] = {programme->strong, programme->possible};
    static const char *const labels[] = {"Forte", "Possible"};
    make_room(filling, 2);
    for (size_t i = 0; i < 2; i++) {
        if (!nodes[i]) continue;
        Statement statement = told(filling, nodes[i]);
        statement.label = labels[i];
        if (!statement.grounds.quote_count && !statement.grounds.inferred) statement.grounds = programme->relevance_grounds;
        add(filling, statement);
    }
}

static void urgency(const Filling *filling) {
    const Programme *programme = filling->programme;
    if (!programme->urgent) return;
    make_room(filling, 1);
    Statement statement = told(filling, programme->urgent);
    statement.reason = programme->urgent_reason ? french_tidy(filling->arena, programme->urgent_reason) : NULL;
    add(filling, statement);
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
    static const char *const leads[][2] = {{"avec", "Se mène avec "}, {"apres", "Prépare "}, {"sans", "Ne se cumule pas avec "}};
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

static void fill_sections(Catalogue *catalogue, CatalogueEntry *entry) {
    for (size_t i = 0; i < sizeof plan / sizeof *plan; i++) {
        Section *section = &entry->sections[entry->section_count];
        *section = (Section){.key = plan[i].key, .title = plan[i].title};
        const Filling filling = {&catalogue->arena, catalogue->rulebook, entry->programme, section};
        plan[i].fill(&filling);
        if (section->count > 0) entry->section_count++;
    }
}

typedef struct Reading {
    Arena *arena;
    CatalogueEntry *entry;
    bool condition; /* inside the conditions */
    size_t cited_capacity, doubt_capacity, inferred;
} Reading;

static Cited *cited_in(Reading *reading, const Document *document) {
    CatalogueEntry *entry = reading->entry;
    for (size_t i = 0; i < entry->cited_count; i++)
        if (entry->cited[i].document == document) return &entry->cited[i];
    Cited *items = arena_grow(reading->arena, entry->cited, entry->cited_count, &reading->cited_capacity, sizeof *items);
    if (!items) return NULL;
    entry->cited = items;
    items[entry->cited_count] = (Cited){.document = document};
    return &items[entry->cited_count++];
}

static void cite(Reading *reading, const Quote *quote) {
    Cited *cited = quote->document ? cited_in(reading, quote->document) : NULL;
    for (size_t i = 0; cited && quote->place && i < cited->place_count; i++)
        if (strcmp(cited->places[i], quote->place) == 0) return;
    if (!cited || !quote->place) return;
    const char **places = arena_grow(reading->arena, cited->places, cited->place_count, &cited->capacity, sizeof *places);
    if (!places) return;
    cited->places = places;
    places[cited->place_count++] = quote->place;
}

static void doubt(Reading *reading, const char *text) {
    CatalogueEntry *entry = reading->entry;
    for (size_t i = 0; i < entry->doubt_count; i++)
        if (strcmp(entry->doubts[i], text) == 0) return;
    const char **items = arena_grow(reading->arena, entry->doubts, entry->doubt_count, &reading->doubt_capacity, sizeof *items);
    if (!items) return;
    entry->doubts = items;
    items[entry->doubt_count++] = text;
}

/* What a statement leaves open, one line a doubt. */
static void doubts_of(Reading *reading, const Statement *statement) {
    Arena *arena = reading->arena;
    const char *label = statement->label && !statement->role ? statement->label : NULL;
    const char *about = label ? phrase_of(arena, french_lower(arena, label), COLON, NULL) : "";
    const char *reason = statement->reason ? phrase_of(arena, COLON, statement->reason, NULL) : "";
    if (statement->op && strcmp(statement->op, "divergence") == 0)
        doubt(reading, phrase_of(arena, about, statement->text, reason, NULL));
    else if (statement->unknown) doubt(reading, phrase_of(arena, about, statement->text, reason, NULL));
    else if (statement->disagreement) doubt(reading, statement->text);
    if (statement->doubt) doubt(reading, phrase_of(arena, statement->text, COLON, statement->doubt, NULL));
    if (statement->to_confirm && reading->condition)
        doubt(reading, phrase_of(arena, "à confirmer auprès de l’opérateur" COLON, statement->text, NULL));
}

static void read_statement(void *context, const Statement *statement) {
    Reading *reading = context;
    const Grounds *grounds = &statement->grounds;
    for (size_t i = 0; i < grounds->quote_count; i++) cite(reading, grounds->quotes[i]);
    for (size_t i = 0; i < grounds->set_aside_count; i++) cite(reading, grounds->set_aside[i]);
    if (grounds->inferred) reading->inferred++;
    doubts_of(reading, statement);
}

static void doubt_inferences(Reading *reading) {
    size_t count = reading->inferred;
    if (count == 0) return;
    const char *number = french_capital(reading->arena, french_cardinal(reading->arena, count, GENDER_MASCULINE));
    doubt(reading, phrase_of(reading->arena, number, count > 1 ? " énoncés sont déduits" : " énoncé est déduit",
                             " par l’auteur de la règle, et ", count > 1 ? "marqués comme tels" : "marqué comme tel", NULL));
}

static void read_sections(Catalogue *catalogue, CatalogueEntry *entry) {
    Reading reading = {.arena = &catalogue->arena, .entry = entry};
    for (size_t i = 0; i < entry->section_count; i++) {
        const Section *section = &entry->sections[i];
        reading.condition = strcmp(section->key, "conditions") == 0 || strcmp(section->key, "object") == 0;
        for (size_t k = 0; k < section->count; k++) {
            statement_visit(&section->items[k], read_statement, &reading);
            disagreements_add(&catalogue->arena, section->title, &section->items[k], &entry->disagreements);
        }
    }
    doubt_inferences(&reading);
    for (size_t i = 0; i < entry->cited_count; i++)
        if (!entry->cited[i].document->date) doubt(&reading, "une de ses sources n’est pas datée");
}

/* Families are folders; those of the project have a title, others show their own name. */
static const struct {
    const char *folder, *title;
} families[] = {{"difficulte", "Difficultés"},
                {"droit-commun", "Dispositifs de droit commun"},
                {"changement-echelle", "Changement d’échelle"},
                {"", "Autres dispositifs"}};

#define FAMILY_COUNT (sizeof families / sizeof *families)

static size_t family_order(const char *folder) {
    size_t i = 0;
    while (i < FAMILY_COUNT && strcmp(families[i].folder, folder) != 0) i++;
    return i;
}

static const char *spelled(Arena *arena, const char *folder) {
    char *copy = arena_copy(arena, folder);
    for (char *at = copy; at && *at; at++)
        if (*at == '-' || *at == '_' || *at == '/') *at = ' ';
    return copy ? french_capital(arena, copy) : "";
}

static void name_entry(Catalogue *catalogue, CatalogueEntry *entry) {
    Arena *arena = &catalogue->arena;
    const Programme *programme = entry->programme;
    const char *slash = programme->file ? strrchr(programme->file, '/') : NULL;
    const char *folder = slash ? arena_text(arena, programme->file, (size_t)(slash - programme->file)) : "";
    entry->family = folder ? folder : "";
    size_t order = family_order(entry->family);
    entry->family_title = order < FAMILY_COUNT ? families[order].title : spelled(arena, entry->family);
    entry->operators = french_list(arena, programme->operators, programme->operator_count, "et");
}

static const char *failure_of(const Rulebook *rulebook, const Programme *programme) {
    for (size_t i = 0; i < rulebook->findings.count; i++) {
        const Finding *finding = &rulebook->findings.items[i];
        bool here = finding->file && programme->file && strstr(finding->file, programme->file);
        if (here && finding->severity == SEVERITY_ERROR) return finding->message;
    }
    return "la règle a une erreur";
}

static void fill(Catalogue *catalogue, const Programme *programme, CatalogueEntry *entry) {
    *entry = (CatalogueEntry){.programme = programme};
    name_entry(catalogue, entry);
    if (programme->failed) {
        entry->failure = failure_of(catalogue->rulebook, programme);
        return;
    }
    fill_sections(catalogue, entry);
    read_sections(catalogue, entry);
}

static int compare_names(const char *left, const char *right) {
    char a[NAME_FOLDED_MAX], b[NAME_FOLDED_MAX];
    text_fold(a, sizeof a, left ? left : "");
    text_fold(b, sizeof b, right ? right : "");
    return strcmp(a, b);
}

static int compare_entries(const void *left, const void *right) {
    const CatalogueEntry *a = left, *b = right;
    size_t first = family_order(a->family), second = family_order(b->family);
    if (first != second) return first < second ? -1 : 1;
    int families_apart = strcmp(a->family, b->family);
    if (families_apart != 0) return families_apart;
    return compare_names(a->programme->name ? a->programme->name : a->programme->id,
                         b->programme->name ? b->programme->name : b->programme->id);
}

static Status fill_all(Catalogue *catalogue, const char *id) {
    const Rulebook *rulebook = catalogue->rulebook;
    catalogue->entries = arena_array(&catalogue->arena, rulebook->programme_count + 1, sizeof *catalogue->entries);
    if (!catalogue->entries) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (!id || strcmp(rulebook->programmes[i].id, id) == 0)
            fill(catalogue, &rulebook->programmes[i], &catalogue->entries[catalogue->count++]);
    return sort_stable(&catalogue->arena, catalogue->entries, catalogue->count, sizeof *catalogue->entries, compare_entries);
}

/* The calendars at a date, as a structure of which nothing is known would find them. */
static Status date_entries(Catalogue *catalogue) {
    FactSet nothing;
    Dossier dossier;
    Status status = factset_init(&nothing, &catalogue->arena, &catalogue->rulebook->vocabulary);
    if (status == STATUS_OK) status = dossier_init(&dossier, &catalogue->arena, catalogue->rulebook, &nothing, catalogue->date);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < catalogue->count; i++) {
        CatalogueEntry *entry = &catalogue->entries[i];
        if (entry->failure) continue;
        AvailabilityReport report = availability_of(&dossier, entry->programme->calendar);
        entry->availability = report.text;
        entry->state = availability_code(report.state);
        entry->stale = entry->programme->verify_after < catalogue->date;
    }
    dossier_clear(&dossier);
    return STATUS_OK;
}

Status catalogue_new(const Memory *memory, const Rulebook *rulebook, const char *id, const Day *date, Catalogue **out) {
    *out = NULL;
    Catalogue *catalogue = memory_new(memory, sizeof *catalogue);
    if (!catalogue) return STATUS_NO_MEMORY;
    arena_init(&catalogue->arena, memory);
    catalogue->rulebook = rulebook;
    catalogue->dated = date != NULL;
    if (date) catalogue->date = *date;
    Status status = fill_all(catalogue, id);
    if (status == STATUS_OK && date) status = date_entries(catalogue);
    if (catalogue->arena.failed) status = STATUS_NO_MEMORY;
    if (status == STATUS_OK) *out = catalogue;
    else catalogue_free(catalogue);
    return status;
}

void catalogue_free(Catalogue *catalogue) {
    if (!catalogue) return;
    const Memory *memory = catalogue->arena.memory;
    arena_clear(&catalogue->arena);
    memory_free(memory, catalogue, sizeof *catalogue);
}
