/* Loading is a transaction per file: what a script made is kept only when the script succeeded, so a bad file can spoil nothing
 * but itself. Facts are read first, since rules are checked against them; what concerns several files is checked last. */
#include "rules/rulebook.h"

#include "base/sort.h"
#include "base/text.h"
#include "rules/limits.h"
#include "rules/rulebook_build.h"
#include "rules/source_ids.h"
#include "rules/syntax.h"
#include "rules/words.h"
#include <string.h>

typedef struct Listed {
    Load *load;
    size_t found;
    Status status;
} Listed;

static void list_failed(void *context, const char *id, size_t length) {
    Listed *listed = context;
    if (length == 0 || length > 64 || strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") < length || listed->status != STATUS_OK)
        return;
    listed->status = build_failed_programme(listed->load, id, length);
    listed->found++;
}

/* A file that did not load stands in every result, under its id if that can be read, else under its own name. */
static Status keep_failed(Load *load, const FileBytes *file) {
    Listed listed = {.load = load, .status = STATUS_OK};
    if (file->bytes && !source_ids(file->bytes, file->length, list_failed, &listed)) return STATUS_OK;
    if (listed.status != STATUS_OK || listed.found) return listed.status;
    const char *slash = strrchr(load->path, '/');
    const char *name = slash ? slash + 1 : load->path;
    size_t length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, ".lua") == 0) length -= 4;
    return build_failed_programme(load, name, length);
}

static void keep_object(Load *load, Object *object) {
    switch (object->class) {
    case OBJECT_PROGRAMME: {
        Draft *draft = object->content;
        draft->next = load->kept.programmes;
        load->kept.programmes = draft;
        break;
    }
    case OBJECT_DERIVATION: {
        DerivationDraft *draft = object->content;
        draft->next = load->kept.derivations;
        load->kept.derivations = draft;
        break;
    }
    case OBJECT_NOTICE: {
        NoticeDraft *draft = object->content;
        draft->next = load->kept.notices;
        load->kept.notices = draft;
        break;
    }
    case OBJECT_DIAGNOSIS: {
        DiagnosisDraft *draft = object->content;
        draft->next = load->kept.diagnoses;
        load->kept.diagnoses = draft;
        break;
    }
    default: {
        RankingDraft *draft = object->content;
        draft->next = load->kept.rankings;
        load->kept.rankings = draft;
        break;
    }
    }
}

static void take_result(Spot spot, int index) {
    lua_State *L = spot.L;
    Object *object = object_hand(L, index);
    if (object && object->class == OBJECT_BROKEN) return;
    if (!object || object->class < OBJECT_PROGRAMME) {
        if (object && object->line) spot = spot_object(L, object);
        spot_report(
            spot, "AZ227", "return dispositif { … }, ou une liste { dispositif { … }, … }",
            "un fichier de règles rend des dispositifs, déductions, alertes, orientations, diagnostics ou un classement, pas %s",
            value_described(L, index));
        return;
    }
    if (object->taken) {
        spot_report(spot_object(L, object), "AZ227", "ne le rendre qu’une fois", "« %s » est rendu deux fois", object->word);
        return;
    }
    object->taken = true;
    keep_object(load_of(L), object);
}

/* Is there something that could be returned? */
static bool object_made(lua_State *L) {
    for (const Object *object = load_of(L)->objects; object; object = object->older)
        if (object->class >= OBJECT_PROGRAMME && !object->handed) return true;
    return false;
}

static int finish_rules(lua_State *L) {
    static const char *const none[] = {NULL};
    if (lua_gettop(L) == 0 && object_made(L)) {
        load_of(L)->unreturned = true; /* the object is told of */
    } else if (lua_gettop(L) != 1) {
        script_report(L, "AZ227", 1, "finir par return dispositif { … }",
                      lua_gettop(L) ? "ce fichier rend plusieurs valeurs" : "ce fichier ne rend rien");
    } else if (lua_type(L, 1) == LUA_TTABLE) {
        Reading list;
        reading_open(&list, L, 1, "return", 1, none, READING_ANY);
        for (size_t i = 0; i < list.length; i++) {
            reading_item(&list, i + 1);
            take_result(spot_item(&list, i + 1), lua_gettop(L));
            lua_pop(L, 1);
        }
        if (list.length == 0) script_report(L, "AZ227", 1, "finir par return dispositif { … }", "ce fichier rend une liste vide");
    } else take_result((Spot){.L = L, .line = 1, .word = "return", .position = 1}, 1);
    objects_report_unused(L);
    return 0;
}

static int finish_facts(lua_State *L) {
    objects_report_unused(L);
    return 0;
}

static Status keep_documents(Load *load) {
    Rulebook *rulebook = load->rulebook;
    const DocumentDraft *drafts = load->kept.documents;
    size_t added = 0;
    for (const DocumentDraft *draft = drafts; draft; draft = draft->next) added++;
    size_t count = rulebook->document_count + added;
    Document *documents = arena_array(&rulebook->arena, count, sizeof *documents);
    if (!documents) return STATUS_NO_MEMORY;
    if (rulebook->document_count) memcpy(documents, rulebook->documents, rulebook->document_count * sizeof *documents);
    rulebook->documents = documents;
    rulebook->document_count = count;
    for (const DocumentDraft *draft = drafts; draft; draft = draft->next) documents[--count] = draft->document;
    load->kept.documents = NULL;
    return STATUS_OK;
}

static Status refuse_unreadable(Load *load) {
    return findings_error(&load->rulebook->findings, "AZ230", load->file, 0, "vérifier que le fichier existe et peut être lu",
                          "ce fichier n’a pas pu être lu");
}

/* A name of a file may hold any byte; it is shown, and names what does not load. */
static const char *path_shown(Arena *arena, const char *path) {
    size_t length = strlen(path);
    char *shown = arena_new(arena, length + 1);
    if (shown) syntax_clean(shown, length + 1, path, length);
    return shown;
}

/* Whatever a script made is at the front of the lists: forgetting it is putting their heads back. */
static Status run_script(Load *load, const char *label, const FileBytes *file, bool facts) {
    Rulebook *rulebook = load->rulebook;
    load->path = path_shown(&rulebook->arena, file->path);
    load->file = load->path ? arena_printf(&rulebook->arena, "%s/%s", label, load->path) : NULL;
    if (!load->file) return STATUS_NO_MEMORY;
    load->facts = facts;
    load->objects = NULL;
    load->loose = 0;
    load->unreturned = false;
    if (!file->bytes) return refuse_unreadable(load) == STATUS_OK ? STATUS_REFUSED : STATUS_NO_MEMORY;
    ScriptSource source = {.file = load->file,
                           .bytes = file->bytes,
                           .length = file->length,
                           .arena = &rulebook->arena,
                           .findings = &rulebook->findings,
                           .without_examples = load->without_examples,
                           .room = &load->room};
    Drafts before = load->kept;
    Status status = sandbox_run(rulebook->memory, &source, facts ? &words_of_facts : &words_of_rules, load,
                                facts ? finish_facts : finish_rules);
    if (status != STATUS_OK) load->kept = before;
    return status;
}

static bool ends_with(const char *path, const char *ending) {
    size_t length = strlen(path), size = strlen(ending);
    return length >= size && strcmp(path + length - size, ending) == 0;
}

static const FileBytes *find_file(const FileList *files, const char *path) {
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->items[i].path, path) == 0) return &files->items[i];
    return NULL;
}

static Status load_facts_script(Load *load, const FileBytes *file) {
    if (!file) return STATUS_OK;
    Status status = run_script(load, load->facts_label, file, true);
    if (status == STATUS_OK) return keep_documents(load);
    return status == STATUS_REFUSED ? STATUS_OK : status;
}

static Status load_territory(Load *load, const FileBytes *file) {
    Rulebook *rulebook = load->rulebook;
    if (!file || !file->bytes) return STATUS_OK;
    const char *name = arena_printf(&rulebook->arena, "%s/territoires.txt", load->facts_label);
    if (!name) return STATUS_NO_MEMORY;
    Status status = territory_read(&rulebook->vocabulary, name, file->bytes, file->length, &rulebook->findings);
    return status == STATUS_NO_MEMORY ? status : STATUS_OK;
}

/* A vocabulary that has no place needs no table of them; where nothing is declared at all, everything is missing. */
static Status require_territory(const Load *load, const FileBytes *file) {
    Rulebook *rulebook = load->rulebook;
    const Vocabulary *vocabulary = &rulebook->vocabulary;
    bool declared = false, places = file != NULL;
    for (size_t i = 0; i < vocabulary->count; i++) {
        if (vocabulary->facts[i].hidden) continue;
        declared = true;
        if (vocabulary->facts[i].type == FACT_PLACE) places = true;
    }
    if ((declared && !places) || (file && file->bytes)) return STATUS_OK;
    const char *name = arena_printf(&rulebook->arena, "%s/territoires.txt", load->facts_label);
    if (!name) return STATUS_NO_MEMORY;
    return findings_error(&rulebook->findings, "AZ230", name, 0, "rétablir ce fichier", "la table des territoires manque");
}

/* Tables beside the territory and the vocabulary, which they complete. Their absence takes nothing from the rest. */
static Status load_table(Load *load, const FileList *files, const char *path,
                         Status (*read)(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length,
                                        Findings *findings)) {
    Rulebook *rulebook = load->rulebook;
    const FileBytes *file = find_file(files, path);
    if (!file) return STATUS_OK;
    const char *name = arena_printf(&rulebook->arena, "%s/%s", load->facts_label, path);
    if (!name) return STATUS_NO_MEMORY;
    if (!file->bytes) {
        load->file = name;
        return refuse_unreadable(load);
    }
    Status status = read(&rulebook->vocabulary, name, file->bytes, file->length, &rulebook->findings);
    return status == STATUS_NO_MEMORY ? status : STATUS_OK;
}

static Status read_tables(Vocabulary *vocabulary, const char *file, const char *bytes, size_t length, Findings *findings) {
    Tables *tables = vocabulary->territory.tables;
    return tables ? tables_read(tables, vocabulary->arena, file, bytes, length, findings) : STATUS_OK;
}

/* Documents before the vocabulary, so that a `si` may cite one; territories before all, since facts are made of them. */
static Status load_facts(Load *load, const FileList *files) {
    static const char *const first[] = {"documents.lua", "vocabulaire.lua"};
    Status status = load_territory(load, find_file(files, "territoires.txt"));
    if (status == STATUS_OK) status = load_table(load, files, "territoires/tables.txt", read_tables);
    for (size_t i = 0; status == STATUS_OK && i < 2; i++) status = load_facts_script(load, find_file(files, first[i]));
    for (size_t i = 0; status == STATUS_OK && i < files->count; i++) {
        const char *path = files->items[i].path;
        if (!ends_with(path, ".lua") || strcmp(path, first[0]) == 0 || strcmp(path, first[1]) == 0) continue;
        status = load_facts_script(load, &files->items[i]);
    }
    if (status == STATUS_OK) status = load_table(load, files, "formes-juridiques.txt", legal_categories_read);
    return status == STATUS_OK ? require_territory(load, find_file(files, "territoires.txt")) : status;
}

static Status load_rules(Load *load, const FileList *files) {
    size_t read = 0;
    for (size_t i = 0; i < files->count; i++) {
        const FileBytes *file = &files->items[i];
        if (!ends_with(file->path, ".lua")) continue;
        if (++read > PROGRAMMES_MAX)
            return findings_error(&load->rulebook->findings, "AZ226", load->rules_label, 0, NULL,
                                  "plus de %d fichiers de règles : les suivants ne sont pas lus", PROGRAMMES_MAX);
        Status status = run_script(load, load->rules_label, file, false);
        if (status == STATUS_REFUSED) status = keep_failed(load, file);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

static int compare_entries(const void *left, const void *right) {
    return strcmp(((const DigestEntry *)left)->path, ((const DigestEntry *)right)->path);
}

static bool add_entries(Arena *arena, DigestEntry *entries, const char *prefix, const FileList *files) {
    for (size_t i = 0; i < files->count; i++) {
        entries[i].path = arena_printf(arena, "%s/%s", prefix, files->items[i].path);
        entries[i].bytes = files->items[i].bytes ? files->items[i].bytes : "";
        entries[i].length = files->items[i].bytes ? files->items[i].length : 0;
        if (!entries[i].path) return false;
    }
    return true;
}

/* The paths are those of the two folders' own trees, so that a rule set has one digest wherever it lies. */
Status rulebook_digest(Rulebook *rulebook, const FileList *facts, const FileList *rules) {
    size_t count = facts->count + rules->count;
    Arena *arena = &rulebook->arena;
    DigestEntry *entries = arena_array(arena, count, sizeof *entries);
    if (!entries || !add_entries(arena, entries, "facts", facts) || !add_entries(arena, entries + facts->count, "rules", rules))
        return STATUS_NO_MEMORY;
    Status status = sort_stable(arena, entries, count, sizeof *entries, compare_entries);
    if (status == STATUS_OK) digest_write(entries, count, rulebook->generation);
    return status;
}

/* The hidden fact `siege` alone is no vocabulary. */
static bool usable(const Rulebook *rulebook) {
    bool visible = false;
    for (size_t i = 0; i < rulebook->vocabulary.count && !visible; i++) visible = !rulebook->vocabulary.facts[i].hidden;
    return visible && rulebook->programme_count > 0;
}

static Rulebook *rulebook_new(const Memory *memory) {
    Rulebook *rulebook = memory_new(memory, sizeof *rulebook);
    if (!rulebook) return NULL;
    rulebook->memory = memory;
    arena_init(&rulebook->arena, memory);
    findings_init(&rulebook->findings, &rulebook->arena);
    vocabulary_init(&rulebook->vocabulary, &rulebook->arena);
    return rulebook;
}

static Status load_all(Load *load, const FileList *facts, const FileList *rules, Rulebook **out) {
    *out = NULL;
    Rulebook *rulebook = load->rulebook;
    if (!rulebook) return STATUS_NO_MEMORY;
    load->facts_files = facts;
    load->rules_files = rules;
    Status status = heap_open(&load->room.heap, rulebook->memory) ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = load_facts(load, facts);
    if (status == STATUS_OK) status = load_rules(load, rules);
    heap_close(&load->room.heap);
    if (status == STATUS_OK) status = build_rulebook(load);
    if (status == STATUS_OK && !load->without_examples) status = rulebook_digest(rulebook, facts, rules);
    if (status == STATUS_OK) findings_sort(&rulebook->findings);
    if (status != STATUS_OK || rulebook->arena.failed || rulebook->findings.failed) {
        rulebook_free(rulebook);
        return STATUS_NO_MEMORY;
    }
    *out = rulebook;
    return usable(rulebook) ? STATUS_OK : STATUS_REFUSED;
}

Status rulebook_load(const Memory *memory, const char *facts_label, const FileList *facts, const char *rules_label,
                     const FileList *rules, Rulebook **out) {
    Load load = {.rulebook = rulebook_new(memory), .facts_label = facts_label, .rules_label = rules_label};
    return load_all(&load, facts, rules, out);
}

Status rulebook_load_without_examples(const Memory *memory, const char *facts_label, const FileList *facts, const char *rules_label,
                                      const FileList *rules, Rulebook **out) {
    Load load = {
        .rulebook = rulebook_new(memory), .facts_label = facts_label, .rules_label = rules_label, .without_examples = true};
    return load_all(&load, facts, rules, out);
}

void rulebook_free(Rulebook *rulebook) {
    if (!rulebook) return;
    arena_clear(&rulebook->arena);
    memory_free(rulebook->memory, rulebook, sizeof *rulebook);
}

const Programme *rulebook_programme(const Rulebook *rulebook, const char *id) {
    size_t low = 0, high = rulebook->programme_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(rulebook->programmes[middle].id, id);
        if (order == 0) return &rulebook->programmes[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}
