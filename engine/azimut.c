/* The public API over the layers. An engine keeps the rule set that answers and, apart from it, the one that was read last, whose
 * findings it shows: after a refused reload they differ. Rule sets are counted, so that a result keeps alive the one that its
 * texts point into. A new set is built whole beside the old one and takes its place in one assignment: that is what makes a
 * reload atomic, at the price of both in memory for a moment. */
#include "azimut_internal.h"

#include "base/text.h"
#include "explain/availability.h"
#include "input/facts_json.h"
#include "output/write.h"
#include <string.h>

/* Equal today by their text: the assertion is for the day one of them changes. */
_Static_assert(AZ_FACTS_BYTES_MAX == FACTS_BYTES_MAX, "the public limit is the reader's"); /* NOLINT(misc-redundant-expression) */

typedef struct RuleSet {
    size_t references;
    Arena arena;      /* owns `reading` */
    Findings reading; /* of the files themselves; moved into the rulebook's when there is one */
    Rulebook *rulebook;
    const Findings *findings;
    Files files;              /* for the large tables, which are read when something asks */
    const char *facts_folder; /* in `arena` */
    Arena tables;             /* owns their bytes */
    Arena bytes;              /* of the files, until the generation is known */
    FileList facts, rules;    /* in `bytes` */
} RuleSet;

struct az_engine {
    Memory memory;
    Files files;
    RuleSet *answering; /* NULL before the first good load */
    RuleSet *latest;    /* NULL before the first load */
    Text catalogue;     /* as written last: a catalogue, or another document */
};

enum { PAGE_EXPLANATION, PAGE_QUESTIONS, PAGES };

struct az_result {
    const Memory *memory;
    RuleSet *rules;
    Arena arena; /* owns `findings` and `facts` */
    Findings findings;
    FactSet facts;
    Report *report; /* NULL: refused; completed for who shows more than recommendations */
    Text written[AZ_MARKDOWN + 1], pages[PAGES];
};

static void rule_set_release(const Memory *memory, RuleSet *set) {
    if (!set || --set->references > 0) return;
    rulebook_free(set->rulebook);
    arena_clear(&set->bytes);
    arena_clear(&set->tables);
    arena_clear(&set->arena);
    memory_free(memory, set, sizeof *set);
}

static RuleSet *rule_set_keep(RuleSet *set) {
    set->references++;
    return set;
}

/* Lets `*slot` hold `set` instead of what it held. */
static void rule_set_replace(const Memory *memory, RuleSet **slot, RuleSet *set) {
    RuleSet *old = *slot;
    *slot = rule_set_keep(set);
    rule_set_release(memory, old);
}

az_engine *az_new_with(const Memory *memory, const Files *files) {
    az_engine *engine = memory_new(memory, sizeof *engine);
    if (!engine) return NULL;
    engine->memory = *memory;
    engine->files = files ? *files : files_standard;
    text_init(&engine->catalogue, &engine->memory);
    return engine;
}

az_engine *az_new(const az_memory *memory) {
    if (!memory) return az_new_with(&memory_standard, NULL);
    Memory own = {memory->resize, memory->context};
    return az_new_with(&own, NULL);
}

void az_free(az_engine *engine) {
    if (!engine) return;
    Memory memory = engine->memory;
    rule_set_release(&engine->memory, engine->answering);
    rule_set_release(&engine->memory, engine->latest);
    text_clear(&engine->catalogue);
    memory_free(&memory, engine, sizeof *engine);
}

/* `rules/` and `rules` are one folder: findings then name `rules/a.lua` either way. */
static const char *folder_label(Arena *arena, const char *folder) {
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/') length--;
    return arena_text(arena, folder, length);
}

/* A folder's files. Findings about them name paths below the folder; here they take its label, as those of the rules do. */
static Status read_folder(az_engine *engine, RuleSet *set, Arena *bytes, const char *label, const char *const *endings,
                          FileList *out) {
    Findings found;
    findings_init(&found, bytes);
    Status status = files_read_folder(&engine->files, bytes, label, endings, FILE_BYTES_MAX, &found, out);
    for (size_t i = 0; i < found.count && status != STATUS_NO_MEMORY; i++) {
        Finding finding = found.items[i];
        bool whole = !finding.file || strcmp(finding.file, label) == 0;
        if (!whole) finding.file = arena_printf(bytes, "%s/%s", label, finding.file);
        if ((!whole && !finding.file) || findings_add(&set->reading, &finding) != STATUS_OK) status = STATUS_NO_MEMORY;
    }
    return found.failed ? STATUS_NO_MEMORY : status;
}

/* Why a table cannot be read is told by what the facts lack then: see AZ116. */
static Status read_large_table(void *context, const char *name, const char **bytes, size_t *length) {
    RuleSet *set = context;
    Arena scratch;
    Findings found;
    FileBytes file = {.bytes = NULL};
    arena_init(&scratch, set->tables.memory);
    findings_init(&found, &scratch);
    const char *path = arena_printf(&scratch, "%s/territoires/%s", set->facts_folder, name);
    Status status = path ? files_read(&set->files, &set->tables, path, FILE_BYTES_MAX, &found, &file) : STATUS_NO_MEMORY;
    arena_clear(&scratch);
    *bytes = file.bytes;
    *length = file.length;
    return status;
}

/* From here on the rule set may answer for a commune. */
static void lend_tables(az_engine *engine, RuleSet *set) {
    set->files = engine->files;
    if (!set->rulebook || !set->rulebook->vocabulary.territory.tables) return;
    set->rulebook->vocabulary.territory.tables->source = (TableSource){read_large_table, set};
}

/* rulebook_load, or rulebook_load_without_examples. */
typedef Status Loader(const Memory *memory, const char *facts_label, const FileList *facts, const char *rules_label,
                      const FileList *rules, Rulebook **out);

static Status read_folders(az_engine *engine, RuleSet *set, Arena *bytes, const char *rules_folder, const char *facts_folder,
                           Loader *loader) {
    static const char *const rule_endings[] = {".lua", NULL}, *const fact_endings[] = {".lua", ".txt", NULL};
    const char *rules_label = folder_label(bytes, rules_folder), *facts_label = folder_label(bytes, facts_folder);
    if (!rules_label || !facts_label) return STATUS_NO_MEMORY;
    Status status = read_folder(engine, set, bytes, facts_label, fact_endings, &set->facts);
    if (status == STATUS_NO_MEMORY) return status;
    Status also = read_folder(engine, set, bytes, rules_label, rule_endings, &set->rules);
    if (also != STATUS_OK) return also;
    if (status != STATUS_OK) return status;
    return loader(&engine->memory, facts_label, &set->facts, rules_label, &set->rules, &set->rulebook);
}

/* One list of findings: the files' own beside those of the rules. */
static Status gather_findings(RuleSet *set) {
    set->findings = &set->reading;
    if (set->rulebook) {
        Findings *all = &set->rulebook->findings;
        for (size_t i = 0; i < set->reading.count; i++)
            if (findings_add(all, &set->reading.items[i]) != STATUS_OK) return STATUS_NO_MEMORY;
        findings_sort(all);
        set->findings = all;
    }
    return set->findings->failed || set->reading.failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* Reads both folders into a new rule set with one reference. Out of memory there is none; otherwise it has at least findings. */
static Status rule_set_read(az_engine *engine, const char *rules_folder, const char *facts_folder, Loader *loader, RuleSet **out) {
    RuleSet *set = memory_new(&engine->memory, sizeof *set);
    if (!set) return STATUS_NO_MEMORY;
    arena_init(&set->bytes, &engine->memory);
    arena_init(&set->arena, &engine->memory);
    arena_init(&set->tables, &engine->memory);
    findings_init(&set->reading, &set->arena);
    set->references = 1;
    set->facts_folder = arena_copy(&set->arena, facts_folder);
    Status status =
        set->facts_folder ? read_folders(engine, set, &set->bytes, rules_folder, facts_folder, loader) : STATUS_NO_MEMORY;
    if (!set->rulebook || set->rulebook->generation[0]) arena_clear(&set->bytes);
    lend_tables(engine, set);
    if (status != STATUS_NO_MEMORY && gather_findings(set) != STATUS_OK) status = STATUS_NO_MEMORY;
    if (status == STATUS_NO_MEMORY) rule_set_release(&engine->memory, set);
    else *out = set;
    return status;
}

az_status az_status_of(Status status) {
    static const az_status known[] = {
        [STATUS_OK] = AZ_OK, [STATUS_NO_MEMORY] = AZ_NO_MEMORY, [STATUS_REFUSED] = AZ_REFUSED, [STATUS_IO] = AZ_IO};
    return known[status];
}

static az_status load_with(az_engine *engine, const char *rules_folder, const char *facts_folder, Loader *loader) {
    if (!engine || !rules_folder || !facts_folder) return AZ_MISUSE;
    RuleSet *set = NULL;
    Status status = rule_set_read(engine, rules_folder, facts_folder, loader, &set);
    if (!set) return AZ_NO_MEMORY;
    rule_set_replace(&engine->memory, &engine->latest, set);
    if (status == STATUS_OK) rule_set_replace(&engine->memory, &engine->answering, set);
    bool errors = set->findings->errors > 0;
    rule_set_release(&engine->memory, set);
    return status == STATUS_OK && errors ? AZ_FINDINGS : az_status_of(status);
}

az_status az_load(az_engine *engine, const char *rules_folder, const char *facts_folder) {
    return load_with(engine, rules_folder, facts_folder, rulebook_load);
}

az_status az_load_without_examples(az_engine *engine, const char *rules_folder, const char *facts_folder) {
    return load_with(engine, rules_folder, facts_folder, rulebook_load_without_examples);
}

az_status az_reload(az_engine *engine, const char *rules_folder, const char *facts_folder) {
    if (!engine || !rules_folder || !facts_folder) return AZ_MISUSE;
    RuleSet *set = NULL;
    Status status = rule_set_read(engine, rules_folder, facts_folder, rulebook_load, &set);
    if (!set) return AZ_NO_MEMORY;
    rule_set_replace(&engine->memory, &engine->latest, set);
    bool clean = status == STATUS_OK && set->findings->errors == 0;
    if (clean) rule_set_replace(&engine->memory, &engine->answering, set);
    rule_set_release(&engine->memory, set);
    if (status == STATUS_IO) return AZ_IO;
    return clean ? AZ_OK : AZ_FINDINGS;
}

int az_finding_of(const Findings *findings, size_t index, az_finding *out) {
    static const char *const severities[] = {[SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
    if (!findings || !out || index >= findings->count) return 0;
    const Finding *finding = &findings->items[index];
    *out = (az_finding){severities[finding->severity],
                        finding->code,
                        finding->file,
                        finding->line,
                        finding->column,
                        finding->fact,
                        finding->message,
                        finding->advice};
    return 1;
}

size_t az_finding_count(const az_engine *engine) {
    return engine && engine->latest ? engine->latest->findings->count : 0;
}

int az_finding_get(const az_engine *engine, size_t index, az_finding *out) {
    return az_finding_of(engine && engine->latest ? engine->latest->findings : NULL, index, out);
}

/* Digests the files when somebody first wants to know, and lets them go. */
static Status rule_set_digest(RuleSet *set) {
    if (set->rulebook->generation[0]) return STATUS_OK;
    Status status = rulebook_digest(set->rulebook, &set->facts, &set->rules);
    if (status == STATUS_OK) arena_clear(&set->bytes);
    return status;
}

EngineView az_engine_view(az_engine *engine) {
    const RuleSet *latest = engine->latest;
    bool usable = latest && latest == engine->answering;
    return (EngineView){.memory = &engine->memory,
                        .files = &engine->files,
                        .rulebook = usable ? latest->rulebook : NULL,
                        .answering = engine->answering ? engine->answering->rulebook : NULL,
                        .findings = latest ? latest->findings : NULL,
                        .written = &engine->catalogue};
}

const char *az_generation(const az_engine *engine) {
    if (!engine || !engine->answering || rule_set_digest(engine->answering) != STATUS_OK) return "";
    return engine->answering->rulebook->generation;
}

size_t az_programme_count(const az_engine *engine) {
    return engine && engine->answering ? engine->answering->rulebook->programme_count : 0;
}

const char *az_programme_id(const az_engine *engine, size_t index) {
    return index < az_programme_count(engine) ? engine->answering->rulebook->programmes[index].id : NULL;
}

bool az_date_read(const char *date, Day *out) {
    Day last;
    return date && strlen(date) == sizeof "AAAA-MM-JJ" - 1 && day_read(date, strlen(date), out, &last) && *out == last;
}

int az_date_valid(const char *date) {
    Day day;
    return az_date_read(date, &day);
}

static Status write_page(const Catalogue *catalogue, const az_catalogue_options *options, Text *out) {
    Page page;
    if (options->format == AZ_JSON) return write_catalogue_json(catalogue, out);
    if (options->format == AZ_MARKDOWN) page_init_markdown(&page, out);
    else page_init_terminal(&page, out, options->width, options->colours != 0);
    if (options->disagreements) return write_disagreements(catalogue, &page);
    return write_catalogue(catalogue, &page, options->id != NULL);
}

az_status az_catalogue_write(az_engine *engine, const az_catalogue_options *options, const char **bytes, size_t *length) {
    Day day = DAY_MIN;
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || !engine->answering || !options || options->format > AZ_MARKDOWN) return AZ_MISUSE;
    if ((options->date && !az_date_read(options->date, &day)) || (options->disagreements && options->format == AZ_JSON))
        return AZ_MISUSE;
    const Rulebook *rulebook = engine->answering->rulebook;
    if (options->id && !rulebook_programme(rulebook, options->id)) return AZ_REFUSED;
    if (rule_set_digest(engine->answering) != STATUS_OK) return AZ_NO_MEMORY;
    Catalogue *catalogue;
    Status status = catalogue_new(&engine->memory, rulebook, options->id, options->date ? &day : NULL, &catalogue);
    if (status != STATUS_OK) return az_status_of(status);
    text_clear(&engine->catalogue);
    text_init(&engine->catalogue, &engine->memory);
    status = write_page(catalogue, options, &engine->catalogue);
    catalogue_free(catalogue);
    if (status != STATUS_OK || engine->catalogue.failed) return AZ_NO_MEMORY;
    *bytes = text_get(&engine->catalogue);
    if (length) *length = engine->catalogue.length;
    return AZ_OK;
}

/* Adds one need to the JSON list being written, or a finding. */
static Status add_need(const FactSet *facts, const char *bytes, size_t length, Text *list, Findings *findings) {
    const Fact *needs = &facts->vocabulary->facts[facts->vocabulary->needs];
    if (fact_choice(needs, bytes, length) >= 0) {
        text_add(list, list->length ? ",\"" : "\"");
        text_add_bytes(list, bytes, length);
        text_add(list, "\"");
        return list->failed ? STATUS_NO_MEMORY : STATUS_OK;
    }
    const char *written = arena_text(facts->arena, bytes, length);
    if (!written) return STATUS_NO_MEMORY;
    const char *near = fact_nearest_choice(needs, written);
    const char *advice = near ? arena_printf(facts->arena, "le plus proche est « %s »", near) : NULL;
    if (near && !advice) return STATUS_NO_MEMORY;
    Status status = findings_error(findings, "AZ090", NULL, 0, advice, "besoin inconnu : « %.80s »", written);
    return status == STATUS_OK ? STATUS_REFUSED : status;
}

static Status read_need_list(const FactSet *facts, const char *needs, Text *list, Findings *findings) {
    Status status = STATUS_OK;
    for (const char *at = needs;; at++) {
        at += strspn(at, " ");
        size_t length = strcspn(at, ","), trimmed = length;
        while (trimmed > 0 && at[trimmed - 1] == ' ') trimmed--;
        Status one = add_need(facts, at, trimmed, list, findings);
        if (one == STATUS_NO_MEMORY) return one;
        if (one != STATUS_OK) status = one;
        at += length;
        if (*at == '\0') return status;
    }
}

Status az_needs_read(FactSet *facts, const char *needs, Findings *findings) {
    int fact = facts->vocabulary->needs;
    if (fact < 0)
        return findings_error(findings, "AZ091", NULL, 0, NULL, "ce vocabulaire n’a pas de besoins") ? STATUS_NO_MEMORY
                                                                                                     : STATUS_REFUSED;
    Text list;
    text_init(&list, facts->arena->memory);
    Status status = read_need_list(facts, needs, &list, findings);
    const char *json = NULL;
    if (status == STATUS_OK) {
        json = arena_printf(facts->arena, "{\"%s\":[%s]}", facts->vocabulary->facts[fact].name, text_get(&list));
        if (!json) status = STATUS_NO_MEMORY;
    }
    text_clear(&list);
    return status == STATUS_OK ? facts_json_read(facts, "--need", json, strlen(json), findings) : status;
}

/* `needs` takes the place of what the facts say. It is read by the JSON reader, so that there is one reading of a set. */
static Status replace_needs(FactSet *facts, const char *needs, Findings *findings) {
    FactSet given;
    Status status = factset_init(&given, facts->arena, facts->vocabulary);
    if (status == STATUS_OK) status = az_needs_read(&given, needs, findings);
    if (status != STATUS_OK) return status;
    int fact = facts->vocabulary->needs;
    facts->values[fact] = given.values[fact];
    facts->origins[fact] = given.origins[fact];
    return STATUS_OK;
}

static Status read_facts(FactSet *facts, const char *bytes, size_t length, const az_options *options, Findings *findings) {
    const char *name = options->name ? options->name : "faits";
    Status status = facts_json_read(facts, name, bytes, length, findings);
    if (status == STATUS_NO_MEMORY || !options->needs) return status;
    Status needs = replace_needs(facts, options->needs, findings);
    return needs == STATUS_OK ? status : needs;
}

static Status result_fill(az_result *result, const char *bytes, size_t length, const az_options *options, Day date) {
    const Rulebook *rulebook = result->rules->rulebook;
    Status status = factset_init(&result->facts, &result->arena, &rulebook->vocabulary);
    if (status == STATUS_OK) status = read_facts(&result->facts, bytes, length, options, &result->findings);
    if (status == STATUS_OK) status = report_start(result->memory, rulebook, &result->facts, date, &result->report);
    if (status != STATUS_OK) return result->findings.failed ? STATUS_NO_MEMORY : status;
    Findings *told = &result->report->findings, *all = &result->findings;
    const size_t of_report = told->count, of_facts = all->count;
    for (size_t i = 0; i < of_facts && status == STATUS_OK; i++) status = findings_add(told, &all->items[i]);
    for (size_t i = 0; i < of_report && status == STATUS_OK; i++) status = findings_add(all, &told->items[i]);
    return status;
}

/* Everything that can be said, and the findings of saying it. */
static Status result_complete(az_result *result) {
    const Findings *told = &result->report->findings;
    const size_t before = told->count;
    Status status = report_complete(result->report);
    for (size_t i = before; i < told->count && status == STATUS_OK; i++) status = findings_add(&result->findings, &told->items[i]);
    return status == STATUS_OK ? rule_set_digest(result->rules) : status;
}

static az_result *result_new(az_engine *engine) {
    az_result *result = memory_new(&engine->memory, sizeof *result);
    if (!result) return NULL;
    result->memory = &engine->memory;
    result->rules = rule_set_keep(engine->answering);
    arena_init(&result->arena, result->memory);
    findings_init(&result->findings, &result->arena);
    for (int i = AZ_TEXT; i <= AZ_MARKDOWN; i++) text_init(&result->written[i], result->memory);
    for (int i = 0; i < PAGES; i++) text_init(&result->pages[i], result->memory);
    return result;
}

static bool some_failed(const Report *report) {
    if (report->findings.errors > 0) return true;
    for (size_t i = 0; i < report->programme_count; i++)
        if (report->programmes[i].outcome.verdict == VERDICT_ERROR) return true;
    return false;
}

az_status az_evaluate(az_engine *engine, const char *facts, size_t length, const az_options *options, az_result **out) {
    Day date;
    if (!out) return AZ_MISUSE;
    *out = NULL;
    if (!engine || !engine->answering || !facts || !options || !az_date_read(options->date, &date)) return AZ_MISUSE;
    az_result *result = result_new(engine);
    if (!result) return AZ_NO_MEMORY;
    Status status = result_fill(result, facts, length, options, date);
    if (status == STATUS_NO_MEMORY) {
        az_result_free(result);
        return AZ_NO_MEMORY;
    }
    *out = result;
    return status == STATUS_OK && some_failed(result->report) ? AZ_FINDINGS : az_status_of(status);
}

void az_result_free(az_result *result) {
    if (!result) return;
    report_free(result->report);
    for (int i = AZ_TEXT; i <= AZ_MARKDOWN; i++) text_clear(&result->written[i]);
    for (int i = 0; i < PAGES; i++) text_clear(&result->pages[i]);
    arena_clear(&result->arena);
    rule_set_release(result->memory, result->rules);
    memory_free(result->memory, result, sizeof *result);
}

size_t az_result_count(const az_result *result) {
    return result && result->report ? result->report->programme_count : 0;
}

int az_result_programme(const az_result *result, size_t index, az_programme *out) {
    if (!out || index >= az_result_count(result)) return 0;
    const ProgrammeReport *programme = &result->report->programmes[index];
    *out = (az_programme){.id = programme->programme->id,
                          .name = programme->programme->name,
                          .verdict = verdict_code(programme->outcome.verdict),
                          .under_reserve = programme->outcome.under_reserve,
                          .relevance = relevance_code(programme->outcome.relevance),
                          .availability = availability_code(programme->availability.state),
                          .rank = programme->rank,
                          .sentence = programme->sentence,
                          .summary = programme->summary,
                          .rank_reason = programme->rank_reason};
    return 1;
}

size_t az_result_finding_count(const az_result *result) {
    return result ? result->findings.count : 0;
}

int az_result_finding(const az_result *result, size_t index, az_finding *out) {
    return az_finding_of(result ? &result->findings : NULL, index, out);
}

/* The bytes of `text`, once written; NULL when they could not be. */
static const char *written(Status status, const Text *text, size_t *length) {
    if (status != STATUS_OK || text->failed) return NULL;
    if (length) *length = text->length;
    return text_get(text);
}

static Text *renew(az_result *result, Text *text) {
    text_clear(text);
    text_init(text, result->memory);
    return text;
}

const char *az_result_write(az_result *result, az_format format, int width, int colours, size_t *length) {
    if (!result || !result->report || format > AZ_MARKDOWN) return NULL;
    Text *text = renew(result, &result->written[format]);
    Status status = format == AZ_JSON ? result_complete(result) : STATUS_OK;
    if (status != STATUS_OK) return NULL;
    if (format == AZ_TEXT) status = write_text(result->report, width, colours != 0, text);
    else status = format == AZ_JSON ? write_json(result->report, NULL, text) : write_markdown(result->report, text);
    return written(status, text, length);
}

static void open_page(Page *page, const az_writing *how, Text *out) {
    if (how->format == AZ_MARKDOWN) page_init_markdown(page, out);
    else page_init_terminal(page, out, how->width, how->colours != 0);
}

const char *az_result_explain(az_result *result, const char *programme, const az_writing *how, size_t *length) {
    if (!result || !result->report || !programme || !how || how->format > AZ_MARKDOWN) return NULL;
    const ProgrammeReport *told = NULL;
    for (size_t i = 0; i < result->report->programme_count; i++)
        if (strcmp(result->report->programmes[i].programme->id, programme) == 0) told = &result->report->programmes[i];
    if (!told || result_complete(result) != STATUS_OK) return NULL;
    if (report_compare(result->report, &result->facts, programme) != STATUS_OK) return NULL;
    Text *text = renew(result, &result->pages[PAGE_EXPLANATION]);
    Page page;
    open_page(&page, how, text);
    Status status = how->format == AZ_JSON ? write_json(result->report, told, text)
                                           : write_explanation(result->report, told, how->brief != 0, &page);
    return written(status, text, length);
}

const char *az_result_questions(az_result *result, const az_writing *how, size_t *length) {
    if (!result || !result->report || !how || how->format > AZ_MARKDOWN) return NULL;
    if (rule_set_digest(result->rules) != STATUS_OK) return NULL;
    Text *text = renew(result, &result->pages[PAGE_QUESTIONS]);
    Page page;
    open_page(&page, how, text);
    Status status = how->format == AZ_JSON ? write_questions_json(result->report, text) : write_questions(result->report, &page);
    return written(status, text, length);
}
