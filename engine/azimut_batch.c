/* The part of the public API that works through member lists: options in words become those of batch/, each checked before anything
 * is read. */
#include "azimut_internal.h"

#include "batch/batch.h"
#include "output/write_rows.h"
#include <string.h>

struct az_batch {
    const Memory *memory;
    Arena arena; /* owns `findings` and what the options became */
    Findings findings;
    BatchCounts counts;
    Text summary;
    const az_batch_options *asked;
    ColumnMap map;
    BatchOptions options;
};

static bool asked_stop(void *context) {
    const az_batch *batch = context;
    return batch->asked->stopped && batch->asked->stopped(batch->asked->context);
}

static void pass_on(void *context, const char *text) {
    const az_batch *batch = context;
    if (batch->asked->tell) batch->asked->tell(batch->asked->context, text);
}

static void show_progress(void *context, uint64_t rows, uint64_t bytes, uint64_t all_bytes) {
    const az_batch *batch = context;
    if (batch->asked->progress) batch->asked->progress(batch->asked->context, rows, bytes, all_bytes);
}

/* An option that cannot be: STATUS_REFUSED once it is told. */
static Status refuse(az_batch *batch, const char *what, const char *written, const char *advice) {
    Status told = findings_error(&batch->findings, "AZ573", NULL, 0, advice, "%s\u00a0: «\u00a0%.200s\u00a0»", what, written);
    return told == STATUS_OK ? STATUS_REFUSED : told;
}

static Status read_date(az_batch *batch) {
    batch->options.date_text = batch->asked->date;
    if (batch->asked->date && az_date_read(batch->asked->date, &batch->options.date)) return STATUS_OK;
    return refuse(batch, "cette date d’évaluation n’en est pas une", batch->asked->date ? batch->asked->date : "",
                  "écrivez AAAA-MM-JJ");
}

static Status read_needs(az_batch *batch, const Vocabulary *vocabulary) {
    if (!batch->asked->needs) return STATUS_OK;
    FactSet *facts = arena_new(&batch->arena, sizeof *facts);
    Status status = facts ? factset_init(facts, &batch->arena, vocabulary) : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = az_needs_read(facts, batch->asked->needs, &batch->findings);
    if (status == STATUS_OK) batch->options.needs = &facts->values[vocabulary->needs];
    return status;
}

static Status read_only(az_batch *batch, const Rulebook *rulebook) {
    const size_t count = batch->asked->only_count;
    unsigned *only = arena_array(&batch->arena, rulebook->programme_count + 1, sizeof *only);
    bool *wanted = arena_array(&batch->arena, rulebook->programme_count + 1, sizeof *wanted);
    Status status = only && wanted ? STATUS_OK : STATUS_NO_MEMORY;
    for (size_t i = 0; i < count && status != STATUS_NO_MEMORY; i++) {
        const Programme *programme = rulebook_programme(rulebook, batch->asked->only[i]);
        Status one =
            programme ? STATUS_OK : refuse(batch, "dispositif inconnu", batch->asked->only[i], "azimut programmes les liste");
        if (one != STATUS_OK) status = one;
        else wanted[programme - rulebook->programmes] = true;
    }
    for (size_t i = 0; i < rulebook->programme_count && status == STATUS_OK && count > 0; i++)
        if (wanted[i]) only[batch->options.only_count++] = (unsigned)i;
    batch->options.only = only;
    return status;
}

static Status read_where(az_batch *batch) {
    const char *where = batch->asked->where;
    batch->options.where = -1;
    if (!where) return STATUS_OK;
    for (int v = 0; v <= VERDICT_ERROR; v++)
        if (strcmp(where, verdict_code((Verdict)v)) == 0) batch->options.where = v;
    if (strcmp(where, "under_reserve") == 0) batch->options.where = VERDICT_UNDER_RESERVE;
    if (batch->options.where >= 0) return STATUS_OK;
    return refuse(batch, "verdict inconnu", where, "eligible, under_reserve, undetermined, not_applicable, ineligible ou error");
}

static Status read_reading(az_batch *batch) {
    const az_batch_options *asked = batch->asked;
    InputOptions *reading = &batch->options.reading;
    Status status = STATUS_OK;
    if (asked->form && !input_form_named(asked->form, &reading->form))
        status = refuse(batch, "forme d’entrée inconnue", asked->form, "jsonl, json ou csv");
    if (status != STATUS_NO_MEMORY && asked->encoding && !encoding_named(asked->encoding, &reading->encoding))
        status = refuse(batch, "encodage inconnu", asked->encoding, "utf-8, windows-1252, utf-16le ou utf-16be");
    if (status != STATUS_NO_MEMORY && asked->separator && !input_separator_named(asked->separator, &reading->separator))
        status = refuse(batch, "séparateur inconnu", asked->separator, "\";\", \",\", \"|\" ou tab");
    reading->header_line = asked->header_line;
    return status;
}

static Status read_map(az_batch *batch, const Files *files, const Vocabulary *vocabulary) {
    const az_batch_options *asked = batch->asked;
    column_map_init(&batch->map, &batch->arena);
    batch->options.reading.map = &batch->map;
    for (size_t i = 0; i < asked->ignored_count; i++)
        if (column_map_ignore(&batch->map, asked->ignored[i]) != STATUS_OK) return STATUS_NO_MEMORY;
    if (!asked->map) return STATUS_OK;
    FileBytes file;
    Status status = files_read(files, &batch->arena, asked->map, FILE_BYTES_MAX, &batch->findings, &file);
    if (status != STATUS_OK) return status == STATUS_NO_MEMORY ? status : STATUS_REFUSED;
    return column_map_read(&batch->map, vocabulary, asked->map, file.bytes, file.length, &batch->findings);
}

/* Everything that is wrong with the options is told in one pass. */
static az_status read_options(az_batch *batch, const EngineView *engine) {
    const Vocabulary *vocabulary = &engine->answering->vocabulary;
    const Status statuses[] = {read_date(batch),  read_needs(batch, vocabulary), read_only(batch, engine->answering),
                               read_where(batch), read_reading(batch),           read_map(batch, engine->files, vocabulary)};
    const az_batch_options *asked = batch->asked;
    BatchOptions *options = &batch->options;
    options->inputs = asked->inputs;
    options->input_count = asked->input_count;
    options->output = asked->output;
    options->rejects = asked->rejects;
    options->csv = asked->csv != 0;
    options->verdicts = asked->no_verdicts == 0;
    options->explain = (BatchExplain)asked->explain;
    options->top = asked->top;
    options->threads = asked->threads;
    options->resume = asked->resume != 0;
    options->stopped = asked_stop;
    options->tell = pass_on;
    options->progress = show_progress;
    options->context = batch;
    az_status worst = AZ_OK;
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        if (statuses[i] == STATUS_NO_MEMORY) return AZ_NO_MEMORY;
        if (statuses[i] == STATUS_REFUSED) worst = AZ_MISUSE;
        if (statuses[i] == STATUS_IO && worst == AZ_OK) worst = AZ_IO;
    }
    return worst;
}

static az_status status_of(BatchEnd end, const BatchCounts *counts) {
    static const az_status statuses[] = {[BATCH_DONE] = AZ_OK,         [BATCH_ALREADY_DONE] = AZ_OK, [BATCH_MISUSED] = AZ_MISUSE,
                                         [BATCH_REFUSED] = AZ_REFUSED, [BATCH_FAILED] = AZ_IO,       [BATCH_STOPPED] = AZ_IO};
    return end == BATCH_DONE && counts->errors > 0 ? AZ_FINDINGS : statuses[end];
}

static az_status run(az_batch *batch, az_engine *engine, const Streams *streams) {
    const EngineView view = az_engine_view(engine);
    BatchEnd end = BATCH_DONE;
    if (az_generation(engine)[0] == '\0') return AZ_NO_MEMORY;
    az_status status = read_options(batch, &view);
    if (status != AZ_OK) return status;
    Status ran =
        batch_run(view.memory, streams, view.answering, &batch->options, &batch->findings, &end, &batch->counts, &batch->summary);
    return ran == STATUS_OK ? status_of(end, &batch->counts) : AZ_NO_MEMORY;
}

az_status az_batch_run_with(az_engine *engine, const Streams *streams, const az_batch_options *options, az_batch **out) {
    if (!out) return AZ_MISUSE;
    *out = NULL;
    if (!engine || !az_engine_view(engine).answering || !options || !options->inputs || options->input_count == 0 ||
        options->input_count > INPUTS_MAX || !options->output)
        return AZ_MISUSE;
    const Memory *memory = az_engine_view(engine).memory;
    az_batch *batch = memory_new(memory, sizeof *batch);
    if (!batch) return AZ_NO_MEMORY;
    batch->memory = memory;
    batch->asked = options;
    arena_init(&batch->arena, memory);
    findings_init(&batch->findings, &batch->arena);
    text_init(&batch->summary, memory);
    az_status status = run(batch, engine, streams);
    batch->asked = NULL;
    *out = batch;
    return status;
}

az_status az_batch_run(az_engine *engine, const az_batch_options *options, az_batch **out) {
    return az_batch_run_with(engine, &streams_standard, options, out);
}

void az_batch_free(az_batch *batch) {
    if (!batch) return;
    text_clear(&batch->summary);
    arena_clear(&batch->arena);
    memory_free(batch->memory, batch, sizeof *batch);
}

int az_batch_finding(const az_batch *batch, size_t index, az_finding *out) {
    return az_finding_of(batch ? &batch->findings : NULL, index, out);
}

az_batch_counts az_batch_count(const az_batch *batch) {
    const BatchCounts none = {0}, *counts = batch ? &batch->counts : &none;
    return (az_batch_counts){counts->read, counts->accepted, counts->rejected, counts->written, counts->filtered};
}

const char *az_batch_summary(const az_batch *batch) {
    return batch ? text_get(&batch->summary) : "";
}
