/* A portion is read block by block straight into columns, evaluated, and written row by row in the order of the input; rejected
 * rows have their line among the others. Everything that a row needs was made with the worker. */
#include "batch/worker.h"

#include "base/utf8.h"
#include "batch/explain_row.h"
#include "batch/identifiers.h"
#include "explain/recommend.h"
#include "input/rows.h"
#include <stdio.h>
#include <string.h>

struct Worker {
    const BatchPlan *shared;
    Arena arena; /* owns the block, the rows and the counts */
    RowReader *reader;
    const Input *reading; /* of the reader */
    Block block;
    Row *rows;
    Answers *answers;
    Outcomes *outcomes;
    Recommender *recommender;
    Prospects *prospects;
    uint8_t *cells;        /* verdicts of 64 rows */
    size_t cells_of;       /* the word of rows that they are of */
    unsigned *recommended; /* of the programmes asked for */
    uint64_t *kept;        /* rows that --where lets through */
    Tally tally;
    Explainer *explainer;
};

#define NO_WORD ((size_t)-1)

void harvest_init(Harvest *harvest, const Memory *memory) {
    *harvest = (Harvest){.named = NULL};
    text_init(&harvest->lines, memory);
    text_init(&harvest->rejects, memory);
    text_init(&harvest->names, memory);
    arena_init(&harvest->arena, memory);
    findings_init(&harvest->told, &harvest->arena);
}

void harvest_clear(Harvest *harvest) {
    memory_free(harvest->lines.memory, harvest->named, harvest->named_capacity * sizeof *harvest->named);
    text_clear(&harvest->lines);
    text_clear(&harvest->rejects);
    text_clear(&harvest->names);
    arena_clear(&harvest->arena);
}

static void harvest_begin(Harvest *harvest) {
    harvest->lines.length = harvest->rejects.length = harvest->names.length = 0;
    harvest->named_count = harvest->told_errors = harvest->told_others = harvest->untold = 0;
    harvest->continues = false;
    harvest->counts = (BatchCounts){0};
    if (harvest->told.count > 0) arena_reset(&harvest->arena);
    findings_init(&harvest->told, &harvest->arena);
}

static Status make_parts(Worker *worker) {
    const BatchPlan *shared = worker->shared;
    const Memory *memory = shared->memory;
    size_t programmes = shared->rulebook->programme_count;
    Status status = block_init(&worker->block, &worker->arena, &shared->rulebook->vocabulary, BLOCK_ROWS);
    worker->rows = arena_array(&worker->arena, BLOCK_ROWS, sizeof *worker->rows);
    worker->cells = arena_array(&worker->arena, OUTCOMES_STEP * programmes, sizeof *worker->cells);
    worker->recommended = arena_array(&worker->arena, programmes, sizeof *worker->recommended);
    worker->kept = arena_array(&worker->arena, bits_words(BLOCK_ROWS), sizeof *worker->kept);
    worker->tally.verdicts = arena_array(&worker->arena, programmes * VERDICT_COUNT, sizeof *worker->tally.verdicts);
    worker->tally.reserves = arena_array(&worker->arena, programmes, sizeof *worker->tally.reserves);
    if (status == STATUS_OK && worker->arena.failed) status = STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = answers_new(memory, shared->plan, &worker->answers);
    if (status == STATUS_OK) status = outcomes_new(memory, shared->plan, &worker->outcomes);
    if (status == STATUS_OK) status = recommender_new(memory, shared->plan, &worker->recommender);
    if (status == STATUS_OK) status = prospects_new(memory, shared->plan, &worker->prospects);
    if (status == STATUS_OK && shared->options->explain != EXPLAIN_NONE)
        status = explainer_new(memory, shared->rulebook, shared->options, &worker->explainer);
    return status;
}

Status worker_new(const BatchPlan *plan, Worker **out) {
    *out = NULL;
    Worker *worker = memory_new(plan->memory, sizeof *worker);
    if (!worker) return STATUS_NO_MEMORY;
    worker->shared = plan;
    arena_init(&worker->arena, plan->memory);
    Status status = make_parts(worker);
    if (status == STATUS_OK) *out = worker;
    else worker_free(worker);
    return status;
}

void worker_free(Worker *worker) {
    if (!worker) return;
    const Memory *memory = worker->shared->memory;
    explainer_free(worker->explainer);
    prospects_free(worker->prospects);
    recommender_free(worker->recommender);
    outcomes_free(worker->outcomes);
    answers_free(worker->answers);
    row_reader_free(worker->reader);
    arena_clear(&worker->arena);
    memory_free(memory, worker, sizeof *worker);
}

static void count_verdicts(Worker *worker) {
    const BatchPlan *shared = worker->shared;
    size_t words = (worker->block.rows + 63) / 64;
    for (size_t i = 0; i < shared->shown_count; i++) {
        unsigned programme = shared->shown[i];
        OutcomePlanes planes = outcomes_planes(worker->outcomes, programme);
        for (size_t v = 0; v < VERDICT_COUNT; v++)
            worker->tally.verdicts[(size_t)programme * VERDICT_COUNT + v] += bits_count(planes.verdicts[v], words);
        worker->tally.reserves[programme] += bits_count(planes.under_reserve, words);
    }
    worker->tally.rows += worker->block.rows;
}

/* Rows where one of the programmes asked for has the verdict of --where. */
static void filter(Worker *worker) {
    const BatchPlan *shared = worker->shared;
    int where = shared->options->where;
    memset(worker->kept, 0, bits_words(BLOCK_ROWS) * sizeof *worker->kept);
    for (size_t i = 0; i < shared->shown_count; i++) {
        OutcomePlanes planes = outcomes_planes(worker->outcomes, shared->shown[i]);
        const uint64_t *wanted = where == VERDICT_UNDER_RESERVE ? planes.under_reserve : planes.verdicts[where];
        for (size_t w = 0; w < (worker->block.rows + 63) / 64; w++) worker->kept[w] |= wanted[w];
    }
}

static Status evaluate(Worker *worker) {
    const BatchOptions *options = worker->shared->options;
    Status status = STATUS_OK;
    worker->cells_of = NO_WORD;
    if (worker->block.rows == 0) return STATUS_OK;
    if (options->needs && !block_impose_column(&worker->block, worker->block.vocabulary->needs, options->needs))
        return STATUS_NO_MEMORY;
    status = plan_run(worker->shared->plan, worker->answers, &worker->block);
    if (status == STATUS_OK) status = outcomes_of_block(worker->outcomes, worker->answers);
    const bool all = options->only_count > 0 || worker->explainer; /* the reason of a rank names the next one */
    const size_t top = all ? worker->shared->rulebook->programme_count : options->top;
    if (status == STATUS_OK) status = recommend_block(worker->recommender, worker->answers, worker->outcomes, top);
    if (status == STATUS_OK) status = prospects_add(worker->prospects, worker->answers, worker->outcomes);
    if (status != STATUS_OK) return status;
    if (worker->explainer)
        explainer_turn(worker->explainer, &worker->block, worker->answers, worker->outcomes, worker->recommender);
    count_verdicts(worker);
    if (options->where >= 0) filter(worker);
    return STATUS_OK;
}

static const uint8_t *verdicts_of(Worker *worker, size_t row) {
    if (worker->cells_of != row / 64) {
        worker->cells_of = row / 64;
        outcomes_rows(worker->outcomes, worker->cells_of, worker->cells);
    }
    return worker->cells + row % 64;
}

/* What there is to say of a row, unless enough was said. */
static Status tell(const Finding *finding, Harvest *out) {
    size_t *told = finding->severity == SEVERITY_ERROR ? &out->told_errors : &out->told_others;
    if (*told == REPORTED_MAX) {
        out->untold++;
        return STATUS_OK;
    }
    ++*told;
    return findings_add(&out->told, finding);
}

static Status tell_all(const Row *row, Harvest *out) {
    Status status = STATUS_OK;
    for (size_t i = 0; i < row->finding_count && status == STATUS_OK; i++) status = tell(&row->findings[i], out);
    return status;
}

/* A function of the rules that failed on a row. */
static Status tell_failure(Worker *worker, const Portion *portion, const Row *row, Harvest *out) {
    const char *message = NULL;
    const Callback *callback = row->at < 0 ? NULL : answers_failure(worker->answers, (size_t)row->at, 0, &message);
    if (!callback) return STATUS_OK;
    worker->tally.failures++;
    char text[512];
    snprintf(text, sizeof text, "la fonction du « critere_lua » de %s:%d a échoué\u00a0: %s", callback->file, callback->line,
             message);
    text[utf8_cut(text, strlen(text))] = '\0';
    return tell(
        &(Finding){
            .severity = SEVERITY_WARNING, .code = "AZ307", .file = portion->from->name, .line = (int)row->line, .message = text},
        out);
}

static void name(const Row *row, Harvest *out) {
    if (!row->id_given) return;
    if (out->named_count == out->named_capacity) {
        size_t capacity = out->named_capacity ? out->named_capacity * 2 : BLOCK_ROWS;
        NamedRow *named =
            memory_resize(out->lines.memory, out->named, out->named_capacity * sizeof *named, capacity * sizeof *named);
        if (!named) {
            out->lines.failed = true;
            return;
        }
        out->named = named;
        out->named_capacity = capacity;
    }
    out->named[out->named_count++] =
        (NamedRow){identifier_print(row->id, row->id_length), row->line, out->names.length, row->id_length};
    text_add_bytes(&out->names, row->id, row->id_length);
}

static void reject(const Input *input, const Row *row, RowResult *result, Harvest *out) {
    result->errors = row->findings;
    result->error_count = row->finding_count;
    out->counts.rejected++;
    if (out->rejects.length > 0) text_add_bytes(&out->rejects, input->between, input->between_length);
    text_add_bytes(&out->rejects, row->bytes, row->length);
}

/* Recommendations of the programmes asked for only. */
static void recommend(Worker *worker, size_t row, RowResult *result) {
    const BatchOptions *options = worker->shared->options;
    size_t count, kept = 0;
    const unsigned *all = recommendations_get(worker->recommender, row, &count);
    for (size_t i = 0; i < count && kept < options->top && options->only_count > 0; i++)
        if (worker->shared->is_shown[all[i]]) worker->recommended[kept++] = all[i];
    result->recommended = options->only_count > 0 ? worker->recommended : all;
    result->recommended_count = options->only_count > 0 ? kept : count < options->top ? count : options->top;
}

static Status accept(Worker *worker, const Row *row, bool explain, RowResult *result, Harvest *out) {
    size_t at = (size_t)row->at;
    out->counts.accepted++;
    if (worker->shared->options->where >= 0 && !(worker->kept[at / 64] >> at % 64 & 1)) {
        out->counts.filtered++;
        return STATUS_OK;
    }
    if (worker->shared->options->verdicts) result->verdicts = verdicts_of(worker, at);
    recommend(worker, at, result);
    if (worker->explainer && explain) {
        Status status = explain_row(worker->explainer, worker->reader, row, result->recommended, result->recommended_count,
                                    &result->explanations);
        const Findings *wrong = explainer_findings(worker->explainer);
        for (size_t i = 0; i < wrong->count && status == STATUS_OK; i++) status = tell(&wrong->items[i], out);
        if (status != STATUS_OK) return status;
    }
    out->counts.written++;
    row_write(worker->shared->format, result, &out->lines);
    return STATUS_OK;
}

static Status write_row(Worker *worker, const Portion *portion, const Row *row, bool explain, Harvest *out) {
    RowResult result = {.input = portion->from->name, .line = row->line, .id = row->id, .id_length = row->id_length};
    out->counts.read++;
    name(row, out);
    Status status = tell_all(row, out);
    if (status == STATUS_OK) status = tell_failure(worker, portion, row, out);
    if (status != STATUS_OK) return status;
    if (row->at >= 0) return accept(worker, row, explain, &result, out);
    reject(&portion->from->input, row, &result, out);
    row_write(worker->shared->format, &result, &out->lines);
    return STATUS_OK;
}

static Status harvest_piece(Worker *worker, const Portion *portion, const Piece *piece, bool explain, Harvest *out) {
    size_t count = 1;
    rows_open(worker->reader, piece);
    if (piece->kind == PIECE_MORE) {
        out->continues = out->continues || out->rejects.length == 0;
        text_add_bytes(&out->rejects, piece->bytes, piece->length);
    }
    while (count > 0) {
        Status status = rows_read(worker->reader, &worker->block, worker->rows, BLOCK_ROWS, &count);
        if (status == STATUS_OK) status = evaluate(worker);
        for (size_t i = 0; i < count && status == STATUS_OK; i++) {
            if (i + LOOK_AHEAD < count) __builtin_prefetch(worker->rows[i + LOOK_AHEAD].id);
            status = write_row(worker, portion, &worker->rows[i], explain, out);
        }
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

Status worker_harvest(Worker *worker, const Portion *portion, bool explain, Harvest *out) {
    harvest_begin(out);
    if (worker->reading != &portion->from->input) {
        row_reader_free(worker->reader);
        worker->reading = &portion->from->input;
        worker->reader = row_reader_new(worker->shared->memory, worker->reading);
        if (!worker->reader) return STATUS_NO_MEMORY;
        if (worker->explainer) rows_keep_names(worker->reader);
    }
    Status status = STATUS_OK;
    for (size_t i = 0; i < portion->piece_count && status == STATUS_OK; i++)
        status = harvest_piece(worker, portion, &portion->pieces[i], explain, out);
    bool failed = out->lines.failed || out->rejects.failed || out->names.failed || out->told.failed;
    return status == STATUS_OK && failed ? STATUS_NO_MEMORY : status;
}

const Tally *worker_tally(const Worker *worker) {
    return &worker->tally;
}

const Prospects *worker_prospects(const Worker *worker) {
    return worker->prospects;
}
