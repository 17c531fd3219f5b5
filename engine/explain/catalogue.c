/* Sources, doubts and disagreements are read from the statements themselves: what a page lists below cannot differ from what it
 * says above. */
#include "explain/catalogue.h"

#include "base/sort.h"
#include "base/text.h"
#include "explain/availability.h"
#include "explain/catalogue_sections.h"
#include "explain/french.h"

#include <string.h>

#define NAME_FOLDED_MAX 256
#define MODALITIES_MAX 8 /* there are five */

typedef struct Reading {
    Arena *arena;
    CatalogueEntry *entry;
    bool condition, modality; /* inside the conditions, the modalities */
    const char **inferred;    /* each inference once: parts inherit those of what holds them */
    size_t inferred_count, cited_capacity, doubt_capacity, inferred_capacity;
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
    size_t place = cited->place_count++;
    for (; place > 0 && strcmp(places[place - 1], quote->place) > 0; place--) places[place] = places[place - 1];
    places[place] = quote->place;
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

/* Modalities that are open for one reason make one doubt. */
static void doubt_modalities(Reading *reading, const Section *section) {
    Arena *arena = reading->arena;
    const char *labels[MODALITIES_MAX];
    for (size_t i = 0; i < section->count; i++) {
        const Statement *first = &section->items[i];
        size_t count = 0;
        for (size_t k = 0; first->unknown && k < section->count; k++) {
            const Statement *other = &section->items[k];
            bool same = other->unknown && strcmp(other->text, first->text) == 0 &&
                        strcmp(other->reason ? other->reason : "", first->reason ? first->reason : "") == 0;
            if (same && count < MODALITIES_MAX) labels[count++] = french_lower(arena, other->label);
        }
        if (count > 0)
            doubt(reading, phrase_of(arena, french_list(arena, labels, count, "et"), COLON, first->text, first->reason ? ", " : "",
                                     first->reason ? first->reason : "", NULL));
    }
}

/* What a statement leaves open, one line a doubt. */
static void doubts_of(Reading *reading, const Statement *statement) {
    Arena *arena = reading->arena;
    if (reading->modality) return;
    const char *label = statement->label && !statement->role ? statement->label : NULL;
    const char *about = label ? phrase_of(arena, french_lower(arena, label), COLON, NULL) : "";
    const char *reason = statement->reason ? phrase_of(arena, COLON, statement->reason, NULL) : "";
    bool divergent = statement->op && strcmp(statement->op, "divergence") == 0;
    if (divergent || statement->unknown) doubt(reading, phrase_of(arena, about, statement->text, reason, NULL));
    else if (statement->disagreement) doubt(reading, statement->text);
    if (statement->doubt) doubt(reading, phrase_of(arena, statement->text, ", ", statement->doubt, NULL));
    if (statement->to_confirm && reading->condition)
        doubt(reading, phrase_of(arena, "à confirmer auprès de l’opérateur" COLON, statement->text, NULL));
}

static void count_inference(Reading *reading, const char *why) {
    for (size_t i = 0; i < reading->inferred_count; i++)
        if (strcmp(reading->inferred[i], why) == 0) return;
    const char **items =
        arena_grow(reading->arena, reading->inferred, reading->inferred_count, &reading->inferred_capacity, sizeof *items);
    if (!items) return;
    reading->inferred = items;
    items[reading->inferred_count++] = why;
}

static void read_statement(void *context, const Statement *statement) {
    Reading *reading = context;
    const Grounds *grounds = &statement->grounds;
    for (size_t i = 0; i < grounds->quote_count; i++) cite(reading, grounds->quotes[i]);
    for (size_t i = 0; i < grounds->set_aside_count; i++) cite(reading, grounds->set_aside[i]);
    if (grounds->inferred) count_inference(reading, grounds->inferred);
    doubts_of(reading, statement);
}

static void doubt_inferences(Reading *reading) {
    size_t count = reading->inferred_count;
    if (count == 0) return;
    const char *number = french_capital(reading->arena, french_cardinal(reading->arena, count, GENDER_FEMININE));
    doubt(reading,
          phrase_of(reading->arena, number,
                    count > 1 ? " déductions de l’auteur de la règle, marquées" : " déduction de l’auteur de la règle, marquée",
                    " comme ", count > 1 ? "telles" : "telle", NULL));
}

static void read_sections(Catalogue *catalogue, CatalogueEntry *entry) {
    Reading reading = {.arena = &catalogue->arena, .entry = entry};
    for (size_t i = 0; i < entry->section_count; i++) {
        const Section *section = &entry->sections[i];
        reading.condition = strcmp(section->key, "conditions") == 0 || strcmp(section->key, "object") == 0;
        reading.modality = strcmp(section->key, "modalities") == 0;
        if (reading.modality) doubt_modalities(&reading, section);
        for (size_t k = 0; k < section->count; k++) {
            statement_visit(&section->items[k], read_statement, &reading);
            disagreements_add(&catalogue->arena, section->title, &section->items[k], &entry->disagreements);
        }
    }
    doubt_inferences(&reading);
    for (size_t i = 0; i < entry->cited_count; i++)
        if (!entry->cited[i].document->date)
            doubt(&reading, entry->cited_count > 1 ? "une de ses sources n’est pas datée" : "sa source n’est pas datée");
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
    catalogue_sections(&catalogue->arena, catalogue->rulebook, entry);
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
