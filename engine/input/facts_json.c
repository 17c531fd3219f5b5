/* The fact file, key by key: each value is read whole, then by its fact's type. Nothing stops at the first error but broken JSON,
 * after which nothing can be trusted. `overrides` and `confirmations` go through the same readers: an override is a value that
 * stands against derivations, a confirmation is a value of a hidden fact. */
#include "input/facts_json.h"

#include "input/fact_value.h"
#include "input/written.h"
#include <string.h>

typedef struct FileReader {
    FactSet *facts;
    Arena scratch;
    JsonScanner scanner;
    Complaints complaints;
    Status status; /* OK, or NO_MEMORY */
} FileReader;

static const char *guess_advice(FileReader *reader, const char *nearest) {
    return nearest ? arena_printf(&reader->scratch, "vouliez-vous dire «\u00a0%s\u00a0»\u202f?", nearest) : NULL;
}

static void out_of_memory(FileReader *reader) {
    reader->status = STATUS_NO_MEMORY;
}

static ValueReader value_reader(FileReader *reader, int fact, const char *shown) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    return (ValueReader){.complaints = &reader->complaints,
                         .vocabulary = vocabulary,
                         .fact = &vocabulary->facts[fact],
                         .shown = shown,
                         .arena = &reader->scratch};
}

/* {"value": …, "source": …, "date": …, "asked": …} */
static const char *const wrapper_keys[] = {"value", "source", "date", "asked"};
#define WRAPPER_KEYS (sizeof wrapper_keys / sizeof *wrapper_keys)

static bool wrapper_key(const char *key) {
    for (size_t i = 0; i < WRAPPER_KEYS; i++)
        if (strcmp(key, wrapper_keys[i]) == 0) return true;
    return false;
}

static bool is_wrapper(const Item *item) {
    for (size_t i = 0; item->kind == JSON_OBJECT && i < item->count; i++)
        if (wrapper_key(item->items[i].key)) return true;
    return false;
}

static bool wrapper_keys_right(const ValueReader *values, const Item *item) {
    bool right = true;
    for (size_t i = 0; i < item->count; i++) {
        if (wrapper_key(item->items[i].key)) continue;
        complain_of_key(values->complaints, "AZ120", &item->items[i], values->shown,
                        "n’a pas sa place à côté de «\u00a0value\u00a0»", "seuls source, date et asked accompagnent value");
        right = false;
    }
    return right;
}

/* A day that says when: of the source, or of the question. */
static bool read_when(const ValueReader *values, const Item *item, const char **out) {
    Day first, last;
    bool null = !item || item->kind == JSON_NULL;
    if (null) return true;
    if (item->kind != JSON_STRING || item->text_length != 10 || !day_read(item->text, item->text_length, &first, &last)) {
        complain(values->complaints, "AZ120", item, values->shown, "n’est pas une date complète", "écrivez \"AAAA-MM-JJ\"");
        return false;
    }
    *out = item->text;
    return true;
}

static bool read_source(const ValueReader *values, const Item *item, const char **out) {
    if (!item || item->kind == JSON_NULL) return true;
    if (!plain_text_read(values, item)) return false;
    *out = item->text;
    return true;
}

/* Fills `origin` and returns the value itself, or NULL with a complaint. */
static const Item *unwrap(const ValueReader *values, const Item *item, Origin *origin) {
    const char *asked = NULL;
    bool right = wrapper_keys_right(values, item);
    right = read_source(values, item_member(item, "source"), &origin->source) && right;
    right = read_when(values, item_member(item, "date"), &origin->date) && right;
    right = read_when(values, item_member(item, "asked"), &asked) && right;
    const Item *value = item_member(item, "value");
    if (!value || is_wrapper(value)) {
        complain(values->complaints, "AZ120", value ? value : item, values->shown,
                 value ? "emboîte deux fois «\u00a0value\u00a0»" : "ne donne pas de «\u00a0value\u00a0»",
                 "écrivez {\"value\": …, \"source\": …, \"date\": …}, ou {\"value\": null, \"asked\": \"AAAA-MM-JJ\"}");
        return NULL;
    }
    origin->asked = asked && value->kind == JSON_NULL;
    return right ? value : NULL;
}

/* Origins outlive the scratch memory. */
static bool keep_origin(FileReader *reader, const Item *item, Origin *origin) {
    Arena *arena = reader->facts->arena;
    const char *source = arena_copy(arena, origin->source), *date = arena_copy(arena, origin->date);
    if ((origin->source && !source) || (origin->date && !date)) return false;
    origin->source = source;
    origin->date = date;
    origin->line = item->line;
    origin->written = written_cut(arena, item->raw, item->raw_length);
    return origin->written != NULL;
}

/* An imposed value stands, wherever `overrides` comes in the file. */
static void put(FileReader *reader, int fact, const Value *value, const Item *item, Origin origin) {
    if (reader->facts->origins[fact].imposed && !origin.imposed) return;
    origin.given = true;
    if (!keep_origin(reader, item, &origin) || factset_put(reader->facts, fact, value, &origin) != STATUS_OK) out_of_memory(reader);
}

static void note_asked(FileReader *reader, int fact, const Item *item, Origin origin) {
    if (reader->facts->origins[fact].given) return;
    origin.given = true;
    if (!keep_origin(reader, item, &origin)) {
        out_of_memory(reader);
        return;
    }
    reader->facts->origins[fact] = origin;
    int siege = reader->facts->vocabulary->siege;
    bool place = reader->facts->vocabulary->facts[fact].type == FACT_PLACE;
    if (place && siege >= 0 && !reader->facts->origins[siege].given) reader->facts->origins[siege] = origin;
}

static void read_fact(FileReader *reader, int fact, const char *shown, const Item *item, bool imposed) {
    ValueReader values = value_reader(reader, fact, shown);
    Origin origin = {.imposed = imposed};
    const Item *bare = is_wrapper(item) ? unwrap(&values, item, &origin) : item;
    Value value;
    if (!bare) return;
    if (bare->kind == JSON_NULL) {
        origin.imposed = false;
        if (origin.asked) note_asked(reader, fact, item, origin);
    } else if (fact_value_read(&values, bare, &value)) {
        put(reader, fact, &value, bare, origin);
    }
}

static void refuse_key(FileReader *reader, const Item *item) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    int hidden = vocabulary_find(vocabulary, item->key, item->key_length);
    const char *advice = guess_advice(reader, vocabulary_nearest(vocabulary, item->key));
    if (hidden >= 0 && hidden == vocabulary->siege)
        advice = "donnez «\u00a0commune\u00a0», «\u00a0departement\u00a0» ou «\u00a0region\u00a0»";
    if (hidden >= 0 && hidden != vocabulary->siege)
        advice = "ce point se confirme sous «\u00a0confirmations\u00a0»\u00a0: {\"programme\": {\"nom\": true}}";
    complain_of_key(&reader->complaints, "AZ103", item, NULL, "n’est pas un fait du vocabulaire", advice);
}

static void read_known_fact(FileReader *reader, const Item *item, bool imposed) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    int fact = vocabulary_find(vocabulary, item->key, item->key_length);
    if (fact < 0 || vocabulary->facts[fact].hidden) refuse_key(reader, item);
    else read_fact(reader, fact, vocabulary->facts[fact].name, item, imposed);
}

static bool object_given(FileReader *reader, const Item *item, const char *advice) {
    if (item->kind == JSON_OBJECT && !item->cut) return true;
    if (item->kind == JSON_NULL) return false;
    const char *message = item->cut ? "a trop de valeurs" : "n’est pas un objet";
    complain(&reader->complaints, item->cut ? "AZ122" : "AZ104", item, item->key, message, advice);
    return false;
}

static void read_overrides(FileReader *reader, const Item *item) {
    if (!object_given(reader, item, "écrivez {\"fait\": valeur, …}")) return;
    for (size_t i = 0; i < item->count; i++) read_known_fact(reader, &item->items[i], true);
}

static bool programme_known(const Vocabulary *vocabulary, const char *programme) {
    for (size_t i = 0; i < vocabulary->count; i++)
        if (vocabulary->facts[i].programme && strcmp(vocabulary->facts[i].programme, programme) == 0) return true;
    return false;
}

/* The part of « programme/nom » after the programme. */
static const char *confirmation_name(const Fact *fact) {
    size_t prefix = strlen(fact->programme);
    return strncmp(fact->name, fact->programme, prefix) == 0 && fact->name[prefix] == '/' ? fact->name + prefix + 1 : fact->name;
}

/* How a confirmation is written that stands without its programme; NULL when it is none. */
static const char *placed_advice(FileReader *reader, const Item *item) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (fact->programme && strcmp(confirmation_name(fact), item->key) == 0)
            return arena_printf(&reader->scratch, "l’écrire sous son programme\u00a0: \"confirmations\": { \"%s\": { \"%s\": … } }",
                                fact->programme, item->key);
    }
    return NULL;
}

static void refuse_programme(FileReader *reader, const Item *item) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    const char *placed = placed_advice(reader, item);
    Nearest nearest;
    nearest_init(&nearest, item->key);
    for (size_t i = 0; i < vocabulary->count; i++) nearest_offer(&nearest, vocabulary->facts[i].programme);
    complain_of_key(&reader->complaints, "AZ118", item, "confirmations", "n’est pas un programme qui demande une confirmation",
                    placed ? placed : guess_advice(reader, nearest_get(&nearest)));
}

static const char *confirmations_of(FileReader *reader, const char *programme, const Item *item) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    const char *list = NULL;
    Nearest nearest;
    nearest_init(&nearest, item->key);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (!fact->programme || strcmp(fact->programme, programme) != 0) continue;
        const char *name = confirmation_name(fact);
        nearest_offer(&nearest, name);
        list = list ? arena_printf(&reader->scratch, "%s, %s", list, name) : name;
        if (!list) return NULL;
    }
    const char *found = nearest_get(&nearest);
    if (found) return guess_advice(reader, found);
    return arena_printf(&reader->scratch, "à confirmer pour ce programme\u00a0: %s", list);
}

static void read_confirmation(FileReader *reader, const char *programme, const Item *item) {
    const Vocabulary *vocabulary = reader->facts->vocabulary;
    const char *name = arena_printf(&reader->scratch, "%s/%s", programme, item->key);
    const char *shown = arena_printf(&reader->scratch, "confirmations.%s.%s", programme, item->key);
    if (!name || !shown) return;
    bool has_nul = strlen(item->key) != item->key_length;
    int fact = has_nul ? -1 : vocabulary_find(vocabulary, name, strlen(name));
    if (fact >= 0 && vocabulary->facts[fact].programme && strcmp(vocabulary->facts[fact].programme, programme) == 0) {
        read_fact(reader, fact, shown, item, false);
        return;
    }
    const char *message = arena_printf(&reader->scratch, "n’est pas une confirmation que «\u00a0%s\u00a0» demande", programme);
    if (message)
        complain_of_key(&reader->complaints, "AZ119", item, "confirmations", message, confirmations_of(reader, programme, item));
}

static void read_programme(FileReader *reader, const Item *item) {
    if (!programme_known(reader->facts->vocabulary, item->key) || strlen(item->key) != item->key_length) {
        refuse_programme(reader, item);
        return;
    }
    if (!object_given(reader, item, "écrivez {\"nom de la confirmation\": true, false ou null}")) return;
    for (size_t i = 0; i < item->count; i++) read_confirmation(reader, item->key, &item->items[i]);
}

static void read_confirmations(FileReader *reader, const Item *item) {
    if (!object_given(reader, item, "écrivez {\"programme\": {\"nom de la confirmation\": true}}")) return;
    for (size_t i = 0; i < item->count; i++) read_programme(reader, &item->items[i]);
}

static void ignore(FileReader *reader, const Item *item) {
    (void)reader;
    (void)item;
}

static const struct {
    const char *name;
    void (*read)(FileReader *reader, const Item *item);
} special_keys[] = {{"confirmations", read_confirmations}, {"overrides", read_overrides}, {"$schema", ignore}, {"azimut", ignore}};

static void read_entry(FileReader *reader, const Item *item) {
    for (size_t i = 0; i < sizeof special_keys / sizeof *special_keys; i++) {
        if (strcmp(item->key, special_keys[i].name) != 0 || strlen(item->key) != item->key_length) continue;
        special_keys[i].read(reader, item);
        return;
    }
    read_known_fact(reader, item, false);
}

/* A key twice, a NUL: told with all else that is wrong in the same facts. */
static void tell_notes(FileReader *reader) {
    for (size_t i = 0; i < reader->scanner.note_count; i++) {
        const JsonNote *note = &reader->scanner.notes[i];
        complain_at(&reader->complaints, "AZ125", note->line, note->column, note->message, NULL);
    }
    reader->scanner.note_count = 0;
}

static void broken_json(FileReader *reader) {
    const JsonScanner *scanner = &reader->scanner;
    if (scanner->arena->failed) {
        out_of_memory(reader);
        return;
    }
    tell_notes(reader);
    int column = (int)(scanner->start - scanner->line_start) + 1;
    const char *message =
        arena_printf(&reader->scratch, scanner->is_json ? "JSON refusé\u00a0: %s" : "JSON illisible\u00a0: %s", scanner->error);
    if (message) complain_at(&reader->complaints, scanner->is_json ? "AZ125" : "AZ101", scanner->line, column, message, NULL);
}

static void read_entries(FileReader *reader) {
    JsonToken token = json_scan_next(&reader->scanner);
    for (; token == JSON_KEY && reader->status == STATUS_OK; token = json_scan_next(&reader->scanner)) {
        Item item;
        Status status = item_key(&reader->scanner, &reader->scratch, &item);
        if (status == STATUS_OK) status = item_read(&reader->scanner, &reader->scratch, json_scan_next(&reader->scanner), &item);
        if (status == STATUS_NO_MEMORY) out_of_memory(reader);
        if (status == STATUS_REFUSED) broken_json(reader);
        if (status != STATUS_OK) return;
        read_entry(reader, &item);
    }
    if (token == JSON_OBJECT_END) token = json_scan_next(&reader->scanner);
    if (token == JSON_ERROR) broken_json(reader);
}

static void read_document(FileReader *reader) {
    reader->scanner.tolerant = true;
    JsonToken first = json_scan_next(&reader->scanner);
    if (first == JSON_OBJECT) {
        read_entries(reader);
    } else if (first == JSON_ERROR) {
        broken_json(reader);
    } else {
        complain_at(&reader->complaints, "AZ102", reader->scanner.line, 1, "les faits d’une structure sont un objet JSON",
                    "écrivez {\"nom\": \"…\", \"departement\": \"…\", …}");
        if (!json_scan_skip(&reader->scanner, first) || json_scan_next(&reader->scanner) == JSON_ERROR) broken_json(reader);
    }
    tell_notes(reader);
}

static const char *text_of(const FactSet *facts, const char *name, int *fact) {
    *fact = vocabulary_find(facts->vocabulary, name, strlen(name));
    return *fact >= 0 ? facts->values[*fact].text : NULL;
}

/* A SIRET begins with the SIREN of its company. */
static void join_identifiers(FileReader *reader) {
    FactSet *facts = reader->facts;
    int siren, siret, id;
    const char *siret_text = text_of(facts, "siret", &siret), *siren_text = text_of(facts, "siren", &siren);
    if (siret_text && siren_text && strncmp(siret_text, siren_text, 9) != 0) {
        const char *message = arena_printf(
            &reader->scratch, "siren\u00a0: «\u00a0%s\u00a0» n’est pas le début du SIRET «\u00a0%s\u00a0»", siren_text, siret_text);
        Finding finding = {.severity = SEVERITY_ERROR,
                           .code = "AZ117",
                           .file = reader->complaints.file,
                           .fact = "siren",
                           .line = facts->origins[siren].line,
                           .read = siren_text,
                           .message = message,
                           .advice = "un SIRET commence par le SIREN de l’entreprise\u00a0: corrigez l’un des deux"};
        if (message && reader->complaints.errors++ < COMPLAINTS_MAX) findings_add(reader->complaints.findings, &finding);
        return;
    }
    if (siret_text && siren >= 0 && !siren_text) {
        char *begin = arena_text(facts->arena, siret_text, 9);
        if (!begin) out_of_memory(reader);
        facts->values[siren].text = begin;
        facts->origins[siren] = facts->origins[siret];
    }
    if (!text_of(facts, "id", &id) && id >= 0) facts->values[id].text = siret_text ? siret_text : siren_text;
}

static Status finish(FileReader *reader, const Findings *findings) {
    if (reader->status == STATUS_OK) join_identifiers(reader);
    complaints_close(&reader->complaints);
    bool failed = reader->status != STATUS_OK || reader->scratch.failed || findings->failed || reader->facts->arena->failed;
    if (failed) return STATUS_NO_MEMORY;
    return reader->complaints.errors ? STATUS_REFUSED : STATUS_OK;
}

Status facts_json_read(FactSet *facts, const char *file, const char *bytes, size_t length, Findings *findings) {
    FileReader reader = {.facts = facts};
    arena_init(&reader.scratch, facts->arena->memory);
    reader.complaints = (Complaints){.findings = findings, .scratch = &reader.scratch, .file = file};
    if (length > FACTS_BYTES_MAX) {
        complain_at(&reader.complaints, "AZ102", 0, 0, "ces faits sont trop longs pour une seule structure", "au plus 1 Mio");
    } else if (json_scan_init(&reader.scanner, &reader.scratch, bytes, length) != STATUS_OK) {
        out_of_memory(&reader);
    } else {
        read_document(&reader);
    }
    Status status = finish(&reader, findings);
    arena_clear(&reader.scratch);
    return status;
}
