/* Every key is always there, with null or an empty list where there is nothing to say, as in the contract of results. */
#include "output/write.h"

#include "base/json.h"
#include "explain/sources.h"

#include <string.h>

typedef struct Writer {
    JsonDocument document;
    Arena arena;
} Writer;

static void write_day(Writer *writer, JsonValue *parent, const char *key, Day day, bool present) {
    char text[11];
    if (present) day_write(day, text);
    json_text(&writer->document, parent, key, present ? text : NULL);
}

static void write_quotes_json(Writer *writer, JsonValue *parent, const char *key, const Quote *const *quotes, size_t count) {
    JsonDocument *document = &writer->document;
    JsonValue *list = json_array(document, parent, key);
    for (size_t i = 0; i < count; i++) {
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "document", quotes[i]->document ? quotes[i]->document->id : NULL);
        json_text(document, object, "place", quotes[i]->place);
        json_text(document, object, "quote", source_reading(&writer->arena, quotes[i]));
        JsonValue *printed = json_array(document, object, "printed");
        for (size_t k = 0; k < quotes[i]->fragment_count; k++) json_text(document, printed, NULL, quotes[i]->fragments[k]);
    }
}

static void write_statement_json(Writer *writer, JsonValue *object, const Statement *statement) {
    JsonDocument *document = &writer->document;
    json_text(document, object, "op", statement->op);
    json_text(document, object, "role", statement->role);
    json_text(document, object, "label", statement->label);
    json_text(document, object, "title", statement->title);
    json_text(document, object, "text", statement->text);
    json_text(document, object, "reason", statement->reason);
    json_text(document, object, "doubt", statement->doubt);
    json_text(document, object, "question", statement->question);
    json_text(document, object, "fact", statement->fact);
    json_text(document, object, "name", statement->name);
    json_boolean(document, object, "to_confirm", statement->to_confirm);
    json_boolean(document, object, "unknown", statement->unknown);
    json_boolean(document, object, "disagreement", statement->disagreement);
    json_text(document, object, "inferred", statement->grounds.inferred);
    write_quotes_json(writer, object, "sources", statement->grounds.quotes, statement->grounds.quote_count);
    write_quotes_json(writer, object, "set_aside", statement->grounds.set_aside, statement->grounds.set_aside_count);
    JsonValue *parts = json_array(document, object, "of");
    for (size_t i = 0; i < statement->count; i++)
        write_statement_json(writer, json_object(document, parts, NULL), &statement->of[i]);
}

static void write_sections(Writer *writer, JsonValue *parent, const CatalogueEntry *entry) {
    JsonDocument *document = &writer->document;
    JsonValue *list = json_array(document, parent, "sections");
    for (size_t i = 0; i < entry->section_count; i++) {
        JsonValue *section = json_object(document, list, NULL);
        json_text(document, section, "key", entry->sections[i].key);
        json_text(document, section, "title", entry->sections[i].title);
        JsonValue *items = json_array(document, section, "items");
        for (size_t k = 0; k < entry->sections[i].count; k++)
            write_statement_json(writer, json_object(document, items, NULL), &entry->sections[i].items[k]);
    }
}

static void write_disagreement(Writer *writer, JsonValue *list, const Disagreement *found) {
    static const char *const kinds[] = {"readings", "set_aside", "marked"};
    JsonDocument *document = &writer->document;
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "kind", kinds[found->kind]);
    json_text(document, object, "section", found->section);
    json_text(document, object, "treatment", found->treatment);
    write_statement_json(writer, json_object(document, object, "statement"), found->statement);
}

static void write_lists(Writer *writer, JsonValue *parent, const CatalogueEntry *entry) {
    JsonDocument *document = &writer->document;
    JsonValue *links = json_array(document, parent, "links");
    for (size_t i = 0; i < entry->programme->link_count; i++) {
        JsonValue *link = json_object(document, links, NULL);
        json_text(document, link, "text", entry->programme->links[i].text);
        json_text(document, link, "address", entry->programme->links[i].address);
    }
    JsonValue *doubts = json_array(document, parent, "doubts");
    for (size_t i = 0; i < entry->doubt_count; i++) json_text(document, doubts, NULL, entry->doubts[i]);
    JsonValue *disagreements = json_array(document, parent, "disagreements");
    for (size_t i = 0; i < entry->disagreements.count; i++)
        write_disagreement(writer, disagreements, &entry->disagreements.items[i]);
    JsonValue *sources = json_array(document, parent, "sources");
    for (size_t i = 0; i < entry->cited_count; i++) {
        JsonValue *source = json_object(document, sources, NULL);
        json_text(document, source, "document", entry->cited[i].document->id);
        JsonValue *places = json_array(document, source, "places");
        for (size_t k = 0; k < entry->cited[i].place_count; k++) json_text(document, places, NULL, entry->cited[i].places[k]);
    }
}

static void write_entry(Writer *writer, JsonValue *list, const CatalogueEntry *entry) {
    JsonDocument *document = &writer->document;
    const Programme *programme = entry->programme;
    JsonValue *object = json_object(document, list, NULL);
    json_text(document, object, "id", programme->id);
    json_text(document, object, "nom", programme->name);
    json_text(document, object, "family", entry->family);
    json_text(document, object, "file", programme->file);
    json_text(document, object, "error", entry->failure);
    JsonValue *operators = json_array(document, object, "operators");
    for (size_t i = 0; i < programme->operator_count; i++) json_text(document, operators, NULL, programme->operators[i]);
    json_text(document, object, "speciality", programme->speciality);
    json_text(document, object, "network", programme->network);
    json_text(document, object, "contact", programme->contact);
    json_text(document, object, "decides", programme->decider);
    json_boolean(document, object, "generalist", programme->generalist);
    json_boolean(document, object, "safety_net", programme->safety_net);
    json_boolean(document, object, "common_law", programme->common_law);
    json_boolean(document, object, "only_common_law", programme->only_common_law);
    bool read = !entry->failure; /* the dates of a rule in error are not read */
    write_day(writer, object, "date", programme->source_date, read && programme->source_date > DAY_MIN);
    write_day(writer, object, "verify_after", programme->verify_after, read && programme->verify_after < DAY_MAX);
    json_text(document, object, "availability", entry->state);
    json_text(document, object, "availability_text", entry->availability);
    write_sections(writer, object, entry);
    write_lists(writer, object, entry);
}

static void write_documents(Writer *writer, const Rulebook *rulebook) {
    JsonDocument *document = &writer->document;
    JsonValue *list = json_array(document, document->root, "documents");
    for (size_t i = 0; i < rulebook->document_count; i++) {
        JsonValue *object = json_object(document, list, NULL);
        json_text(document, object, "id", rulebook->documents[i].id);
        json_text(document, object, "title", rulebook->documents[i].title);
        json_text(document, object, "editor", rulebook->documents[i].editor);
        json_text(document, object, "date", rulebook->documents[i].date);
    }
}

Status write_catalogue_json(const Catalogue *catalogue, Text *out) {
    Writer writer;
    json_init(&writer.document);
    arena_init(&writer.arena, catalogue->arena.memory);
    JsonDocument *document = &writer.document;
    json_text(document, document->root, "azimut", CONTRACT_VERSION);
    json_text(document, document->root, "generation", catalogue->rulebook->generation);
    write_day(&writer, document->root, "date", catalogue->date, catalogue->dated);
    write_documents(&writer, catalogue->rulebook);
    JsonValue *list = json_array(document, document->root, "programmes");
    for (size_t i = 0; i < catalogue->count; i++) write_entry(&writer, list, &catalogue->entries[i]);
    Status status = writer.arena.failed ? STATUS_NO_MEMORY : json_print(document, true, out);
    json_clear(document);
    arena_clear(&writer.arena);
    return status;
}
