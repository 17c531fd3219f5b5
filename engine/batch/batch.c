/* The run as a whole: everything is checked before anything is written, portions go round the ring, and what they gave is written
 * in order. A run that is taken up again reads and evaluates from the beginning, which is quicker than what could be saved of it
 * would be safe: every count and every rejected row is found anew, and only the lines that stand already are not written again. */
#include "batch/batch.h"

#include "batch/identifiers.h"
#include "batch/note.h"
#include "batch/places.h"
#include "batch/resume.h"
#include "batch/ring.h"
#include "batch/summary.h"
#include <errno.h>
#include <inttypes.h>
#include <string.h>

typedef struct Slot {
    Portion portion;
    Harvest harvest;
    bool explain; /* some of its lines will be written */
} Slot;

typedef struct Run {
    const Memory *memory;
    const Streams *streams;
    const Rulebook *rulebook;
    BatchOptions options;
    Findings *findings;
    Arena arena; /* owns what is read of the inputs */
    BatchPlan shared;
    Plan *plan;
    RowFormat *format;
    Source source;
    Target output, rejects;
    bool resumable, continuing;
    uint64_t kept; /* lines of an earlier run */
    Text identity;
    uint64_t all_bytes; /* of the inputs that are files */
    Extent *extents;    /* of each input, what was read for what was handed on; with it an input is known again */
    uint64_t noted;     /* length of the output at the last note */
    bool secured;       /* a note was waited for */
    Slot *slots;
    Worker **workers;
    Text *buffers; /* by worker: the bytes of its portion while it has none. What it read last is what its cache still holds */
    size_t worker_count;
    Identifiers identifiers;
    BatchCounts counts;
    BatchCounts standing; /* of the rows whose lines stand for good in the output */
    size_t told_errors, told_others, untold, repeated;
    BatchEnd end;
    Status status;
} Run;

static void fail(Run *run, BatchEnd end, Status told) {
    run->end = end;
    if (told != STATUS_OK) run->status = told;
}

static void fail_io(Run *run, const char *path, int error) {
    if (error == ENOMEM) run->status = STATUS_NO_MEMORY;
    fail(run, BATCH_FAILED,
         findings_error(run->findings, "AZ560", path, 0, NULL, "le résultat ne peut pas être écrit\u00a0: %s", file_reason(error)));
}

static bool good(const Run *run) {
    return run->status == STATUS_OK && run->end == BATCH_DONE;
}

static void stop_short(Run *run) {
    const SourceInput *input = &run->source.inputs[run->source.current < run->source.count ? run->source.current : 0];
    if (run->source.error == ECANCELED)
        fail(run, BATCH_STOPPED, findings_error(run->findings, "AZ568", NULL, 0, NULL, "interrompu avant la fin"));
    else if (run->source.error == ENOMEM) run->status = STATUS_NO_MEMORY;
    else
        fail(run, BATCH_FAILED,
             findings_error(run->findings, "AZ569", input->name, 0, NULL,
                            "cette entrée n’a pas pu être lue jusqu’au bout\u00a0: %s", file_reason(run->source.error)));
}

static void say(const Run *run, const char *text) {
    if (run->options.tell) run->options.tell(run->options.context, text);
}

/* -- Before anything is written. -- */

static void check_places(Run *run) {
    Places places;
    bool files;
    run->status = places_check(run->streams, &run->options, &run->output, run->options.rejects ? &run->rejects : NULL,
                               run->findings, &places, &files);
    run->resumable = run->output.gathers = files && !run->output.direct;
    if (places != PLACES_GOOD) run->end = places == PLACES_MISUSED ? BATCH_MISUSED : BATCH_FAILED;
    if (run->status != STATUS_OK || places != PLACES_GOOD || !run->options.resume || run->resumable) return;
    fail(run, BATCH_MISUSED,
         findings_error(run->findings, "AZ562", NULL, 0, "donnez des fichiers, en entrée et en sortie",
                        "--resume ne peut rien reprendre\u00a0: ce qui vient d’un tube ou y va ne se relit pas"));
}

static bool stands(const Run *run, const Text *path, uint64_t least) {
    StreamAbout about;
    return run->streams->about(run->streams->context, text_get(path), &about) == 0 && about.kind == STREAM_FILE &&
           about.size >= least;
}

/* Whether there is something to take up again. Without an unfinished result, the note alone is what a run leaves that was ended
 * between its last two steps. */
static void look_for_earlier_run(Run *run) {
    if (!run->options.resume) return;
    bool part = stands(run, &run->output.part, 0), note = stands(run, &run->output.note, 1);
    run->continuing = part && note;
    if (part || !stands(run, &run->output.path, 0)) return;
    if (note) run->streams->remove(run->streams->context, text_get(&run->output.note));
    say(run, "ce résultat est déjà entier\u00a0: rien à reprendre (sans --resume, il serait refait)");
    run->end = BATCH_ALREADY_DONE;
}

static bool same_heading(const Input *a, const Input *b) {
    return a->before_length == b->before_length && a->between_length == b->between_length && a->after_length == b->after_length &&
           memcmp(a->before, b->before, a->before_length) == 0 && memcmp(a->between, b->between, a->between_length) == 0 &&
           memcmp(a->after, b->after, a->after_length) == 0;
}

/* Rejected rows of several inputs make one file only where they have one form. */
static void check_headings(Run *run) {
    for (size_t i = 1; run->options.rejects && i < run->source.count; i++) {
        if (same_heading(&run->source.inputs[0].input, &run->source.inputs[i].input)) continue;
        fail(run, BATCH_MISUSED,
             findings_error(run->findings, "AZ563", run->source.inputs[i].name, 0, "traitez ces entrées l’une après l’autre",
                            "--rejects ne peut pas réunir les lignes de cette entrée et de la première\u00a0: leur forme ou leurs "
                            "en-têtes diffèrent"));
        return;
    }
}

static void describe_inputs(const Run *run) {
    for (size_t i = 0; i < run->source.count; i++) {
        Text text;
        text_init(&text, run->memory);
        text_addf(&text, "%s\n", run->source.inputs[i].name);
        input_write(&run->source.inputs[i].input, &text);
        while (text.length > 0 && text.bytes[text.length - 1] == '\n') text.bytes[--text.length] = '\0';
        say(run, text_get(&text));
        text_clear(&text);
    }
}

static void open_inputs(Run *run) {
    const size_t count = run->options.input_count;
    SourceInput *inputs = arena_array(&run->arena, count, sizeof *inputs);
    run->extents = arena_array(&run->arena, count, sizeof *run->extents);
    if (!inputs || !run->extents) {
        run->status = STATUS_NO_MEMORY;
        return;
    }
    run->source = (Source){.streams = run->streams,
                           .arena = &run->arena,
                           .findings = run->findings,
                           .inputs = inputs,
                           .count = count,
                           .sums = run->resumable,
                           .explained = run->options.explain != EXPLAIN_NONE,
                           .stopped = run->options.stopped,
                           .context = run->options.context};
    for (size_t i = 0; i < count; i++) {
        const char *path = run->options.inputs[i];
        inputs[i].path = path;
        inputs[i].name = strcmp(path, "-") == 0 ? "entrée standard" : path;
        inputs[i].options = run->options.reading;
    }
    Status status = source_open(&run->source, &run->rulebook->vocabulary);
    if (status == STATUS_NO_MEMORY) run->status = status;
    else if (status != STATUS_OK) run->end = status == STATUS_REFUSED ? BATCH_REFUSED : BATCH_FAILED;
    else check_headings(run);
    for (size_t i = 0; i < count; i++) {
        run->extents[i] = inputs[i].looked_at;
        run->all_bytes += inputs[i].about.size;
    }
}

static void shown_programmes(Run *run) {
    size_t all = run->rulebook->programme_count, count = run->options.only_count ? run->options.only_count : all;
    unsigned *shown = arena_array(&run->arena, count, sizeof *shown);
    bool *is_shown = arena_array(&run->arena, all, sizeof *is_shown);
    if (!shown || !is_shown) {
        run->status = STATUS_NO_MEMORY;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        shown[i] = run->options.only_count ? run->options.only[i] : (unsigned)i;
        is_shown[shown[i]] = true;
    }
    run->shared.shown = shown;
    run->shared.shown_count = count;
    run->shared.is_shown = is_shown;
}

static void prepare(Run *run) {
    shown_programmes(run);
    if (run->status != STATUS_OK) return;
    const RowStyle style = {.csv = run->options.csv,
                            .verdicts = run->options.verdicts,
                            .inputs = run->source.count > 1,
                            .explanations = run->options.explain != EXPLAIN_NONE,
                            .shown = run->shared.shown,
                            .shown_count = run->shared.shown_count};
    run->worker_count = run->options.threads < 1 ? 1 : run->options.threads < THREADS_MAX ? run->options.threads : THREADS_MAX;
    const PlanScope scope = style.explanations ? PLAN_NODES : PLAN_PARTS;
    Status status = plan_new(run->memory, run->rulebook, run->options.date, scope, PLAN_EXACT, &run->plan);
    if (status == STATUS_OK) status = row_format_new(run->memory, run->rulebook, &style, &run->format);
    if (status == STATUS_OK && run->worker_count > 1) status = tables_open(run->rulebook->vocabulary.territory.tables);
    run->workers = arena_array(&run->arena, run->worker_count, sizeof(Worker *));
    if (status == STATUS_OK && !run->workers) status = STATUS_NO_MEMORY;
    run->status = status;
    run->shared.memory = run->memory;
    run->shared.rulebook = run->rulebook;
    run->shared.options = &run->options;
    run->shared.plan = run->plan;
    run->shared.format = run->format;
}

/* -- What stands beside the result. -- */

static int note(Run *run, bool wait) {
    Text text;
    text_init(&text, run->memory);
    note_write(&text, &run->identity, &run->source, run->extents, &run->standing);
    int error = text.failed ? ENOMEM : target_note(&run->output, text_get(&text), text.length, wait);
    text_clear(&text);
    run->noted = run->output.length;
    return error;
}

/* Only a run of the same inputs, rules, date and options may be taken up again. */
static void check_unchanged(Run *run) {
    Text change;
    text_init(&change, run->memory);
    int error = resume_compare(&run->output, &run->identity, &run->source, run->extents, &change);
    if (run->source.error) stop_short(run);
    else if (error) fail_io(run, text_get(&run->output.note), error);
    else if (change.length > 0)
        fail(run, BATCH_MISUSED,
             findings_error(run->findings, "AZ564", text_get(&run->output.part), 0,
                            "remettez tout comme avant, ou relancez sans --resume pour tout refaire",
                            "ce résultat inachevé ne peut pas être repris\u00a0: ce qui a changé\u00a0: %s", text_get(&change)));
    text_clear(&change);
}

static void begin_output(Run *run) {
    note_identity(&run->identity, run->rulebook, &run->options);
    if (run->identity.failed) run->status = STATUS_NO_MEMORY;
    if (run->continuing && run->status == STATUS_OK) check_unchanged(run);
    if (!good(run)) return;
    int error = run->continuing ? target_continue(&run->output) : target_begin(&run->output);
    run->kept = run->output.kept;
    if (!error && run->resumable && !run->continuing) error = note(run, false);
    if (error) fail_io(run, run->options.output, error);
    if (!run->options.rejects || run->end != BATCH_DONE) return;
    const Input *first = &run->source.inputs[0].input;
    error = target_begin(&run->rejects);
    if (!error) error = target_write(&run->rejects, first->before, first->before_length);
    if (error) fail_io(run, run->options.rejects, error);
}

static void write_head(Run *run) {
    Text head;
    text_init(&head, run->memory);
    row_format_head(run->format, &head);
    if (head.failed) run->status = STATUS_NO_MEMORY;
    else if (head.length > 0 && target_write(&run->output, head.bytes, head.length))
        fail_io(run, run->options.output, run->output.error);
    text_clear(&head);
}

/* -- The tasks of the ring. -- */

static void swap(Text *a, Text *b) {
    const Text kept = *a;
    *a = *b;
    *b = kept;
}

static bool take(void *context, size_t worker, size_t slot) {
    Run *run = context;
    Portion *portion = &run->slots[slot].portion;
    swap(&portion->bytes, &run->buffers[worker]);
    if (!source_take(&run->source, portion)) {
        swap(&portion->bytes, &run->buffers[worker]);
        return false;
    }
    /* A record has a line of its own but in a JSON document: so many lines hold at most as many records. */
    bool stand_already = portion->lines <= run->kept && portion->from->input.form != INPUT_JSON;
    run->slots[slot].explain = !stand_already;
    return true;
}

static bool work(void *context, size_t number, size_t slot) {
    Run *run = context;
    Status status = run->workers[number] ? STATUS_OK : worker_new(&run->shared, &run->workers[number]);
    if (status == STATUS_OK)
        status =
            worker_harvest(run->workers[number], &run->slots[slot].portion, run->slots[slot].explain, &run->slots[slot].harvest);
    swap(&run->slots[slot].portion.bytes, &run->buffers[number]);
    return status == STATUS_OK;
}

static void look_for_repetitions(Run *run, const Slot *slot) {
    const Harvest *harvest = &slot->harvest;
    for (size_t i = 0; i < harvest->named_count; i++) {
        const NamedRow *row = &harvest->named[i];
        if (i + LOOK_AHEAD < harvest->named_count) identifiers_expect(&run->identifiers, row[LOOK_AHEAD].print);
        if (!identifiers_seen(&run->identifiers, row->print)) continue;
        if (run->repeated++ >= REPORTED_MAX) continue;
        if (findings_warn(run->findings, "AZ565", slot->portion.from->name, (int)row->line, NULL,
                          "l’identifiant «\u00a0%.*s\u00a0» a déjà été lu plus haut\u00a0; les deux lignes sont évaluées",
                          (int)row->length, text_get(&harvest->names) + row->start) != STATUS_OK)
            run->status = STATUS_NO_MEMORY;
    }
}

static void tell_rows(Run *run, const Harvest *harvest) {
    run->untold += harvest->untold;
    for (size_t i = 0; i < harvest->told.count; i++) {
        const Finding *finding = &harvest->told.items[i];
        size_t *told = finding->severity == SEVERITY_ERROR ? &run->told_errors : &run->told_others;
        if (*told == REPORTED_MAX) run->untold++;
        else if (findings_add(run->findings, finding) != STATUS_OK) run->status = STATUS_NO_MEMORY;
        else ++*told;
    }
}

static int write_rejects(Run *run, const Slot *slot) {
    const Harvest *harvest = &slot->harvest;
    const Input *input = &slot->portion.from->input;
    if (!run->options.rejects || harvest->rejects.length == 0) return 0;
    int error =
        run->counts.rejected > 0 && !harvest->continues ? target_write(&run->rejects, input->between, input->between_length) : 0;
    return error ? error : target_write(&run->rejects, harvest->rejects.bytes, harvest->rejects.length);
}

static void count(Run *run, const BatchCounts *more) {
    run->counts.read += more->read;
    run->counts.accepted += more->accepted;
    run->counts.rejected += more->rejected;
    run->counts.written += more->written;
    run->counts.filtered += more->filtered;
}

/* Rows count once their lines are handed over, and are safe once these stand for good. */
static void write_lines(Run *run, const Harvest *harvest) {
    const uint64_t before = run->output.length;
    int error = target_write(&run->output, text_get(&harvest->lines), harvest->lines.length);
    if (run->output.standing >= before) run->standing = run->counts;
    if (error) {
        fail_io(run, run->options.output, error);
        return;
    }
    count(run, &harvest->counts);
    if (run->output.standing == run->output.length) run->standing = run->counts;
}

/* Whose the result is never changes: once that is on the disk, later notes need not be waited for. A note that a power cut emptied
 * counts for none. */
static void checkpoint(Run *run) {
    if (!run->resumable || run->output.length - run->noted < CHECKPOINT_BYTES) return;
    bool secure = !run->secured && run->output.length >= SECURE_BYTES;
    run->secured = (note(run, secure) == 0 && secure) || run->secured;
}

static bool hand_on(void *context, size_t number) {
    Run *run = context;
    Slot *slot = &run->slots[number];
    int error = write_rejects(run, slot);
    if (error) fail_io(run, run->options.rejects, error);
    else write_lines(run, &slot->harvest);
    if (run->end != BATCH_DONE) return false;
    look_for_repetitions(run, slot);
    tell_rows(run, &slot->harvest);
    extent_grow(&run->extents[slot->portion.number], &slot->portion.extent);
    checkpoint(run);
    if (run->options.progress) run->options.progress(run->options.context, run->counts.read, slot->portion.read, run->all_bytes);
    return run->status == STATUS_OK;
}

static void go_round(Run *run) {
    const size_t slots = run->worker_count > 1 ? 2 * run->worker_count : 1;
    run->slots = memory_new(run->memory, slots * sizeof *run->slots);
    run->buffers = arena_array(&run->arena, run->worker_count, sizeof *run->buffers);
    if (!run->slots || !run->buffers) {
        memory_free(run->memory, run->slots, slots * sizeof *run->slots);
        run->status = STATUS_NO_MEMORY;
        return;
    }
    for (size_t i = 0; i < run->worker_count; i++) text_init(&run->buffers[i], run->memory);
    for (size_t i = 0; i < slots; i++) {
        text_init(&run->slots[i].portion.bytes, run->memory);
        harvest_init(&run->slots[i].harvest, run->memory);
    }
    identifiers_reserve(&run->identifiers, run->all_bytes / RECORD_BYTES_USUAL);
    const RingTasks tasks = {take, work, hand_on, run, run->worker_count, slots};
    bool whole = true;
    Status status = ring_run(run->memory, &tasks, &whole);
    if (!whole && run->end == BATCH_DONE) status = STATUS_NO_MEMORY;
    for (size_t i = 0; i < slots; i++) {
        text_clear(&run->slots[i].portion.bytes);
        harvest_clear(&run->slots[i].harvest);
    }
    for (size_t i = 0; i < run->worker_count; i++) text_clear(&run->buffers[i]);
    memory_free(run->memory, run->slots, slots * sizeof *run->slots);
    if (status != STATUS_OK) run->status = status;
}

/* -- The end. -- */

static void tell_count(Run *run, const char *code, size_t number, const char *what) {
    if (number > 0 && findings_warn(run->findings, code, NULL, 0, NULL, "%zu %s", number, what) != STATUS_OK)
        run->status = STATUS_NO_MEMORY;
}

static void tell_rest(Run *run) {
    tell_count(run, "AZ566", run->untold, "autres constats sur des lignes, que voici seulement comptés");
    if (run->repeated > REPORTED_MAX)
        tell_count(run, "AZ566", run->repeated - REPORTED_MAX, "autres lignes répètent un identifiant déjà lu");
    if (run->identifiers.full)
        tell_count(run, "AZ567", run->identifiers.count,
                   "identifiants retenus\u00a0: au-delà, les répétitions ne sont plus cherchées");
}

/* What was written stands; how to go on. */
static void secure(Run *run) {
    int error = target_sync(&run->output);
    if (!run->output.error) run->standing = run->counts;
    if (!error && run->resumable) {
        resume_prepare(&run->source, run->extents);
        error = note(run, true);
    }
    const char *place = run->output.direct ? "écrites" : "écrites à l’abri dans le fichier inachevé";
    const char *advice = run->resumable ? "relancez la même commande avec --resume pour continuer" : NULL;
    if (error) fail_io(run, text_get(&run->output.part), error);
    if (findings_warn(run->findings, "AZ570", run->output.direct ? NULL : text_get(&run->output.part), 0, advice,
                      "%" PRIu64 " lignes lues, %" PRIu64 " %s", run->standing.read, run->standing.written + run->standing.rejected,
                      place) != STATUS_OK)
        run->status = STATUS_NO_MEMORY;
}

static void check_sums(Run *run, Text *summary) {
    size_t made = 0;
    for (size_t i = 0; i < run->worker_count; i++)
        if (run->workers[i]) run->workers[made++] = run->workers[i];
    run->worker_count = made;
    bool right = summary_write(&run->shared, run->workers, made, &run->counts, summary);
    if (summary->failed) run->status = STATUS_NO_MEMORY;
    if (right || run->status != STATUS_OK) return;
    fail(run, BATCH_FAILED,
         findings_error(run->findings, "AZ571", NULL, 0, "signalez-le, avec la commande",
                        "erreur interne\u00a0: les comptes ne tombent pas juste\u00a0; le résultat n’est pas publié"));
}

static void publish(Run *run) {
    if (run->output.kept > 0) {
        fail(run, BATCH_FAILED,
             findings_error(run->findings, "AZ572", text_get(&run->output.part), 0, "relancez sans --resume",
                            "ce résultat inachevé a plus de lignes que le résultat entier\u00a0: il vient d’autre chose"));
        return;
    }
    int error = 0;
    if (run->options.rejects) {
        const Input *first = &run->source.inputs[0].input;
        error = target_write(&run->rejects, first->after, first->after_length);
        if (!error) error = target_finish(&run->rejects);
        if (error) fail_io(run, run->options.rejects, error);
    }
    if (!error) error = target_finish(&run->output);
    if (error && run->end == BATCH_DONE) fail_io(run, run->options.output, error);
}

static void carry_out(Run *run, Text *summary) {
    check_places(run);
    if (good(run)) look_for_earlier_run(run);
    if (good(run)) open_inputs(run);
    if (good(run) && run->source.error) stop_short(run);
    if (good(run)) prepare(run);
    if (good(run)) describe_inputs(run);
    if (good(run)) begin_output(run);
    if (good(run)) write_head(run);
    if (!good(run)) return;
    go_round(run);
    if (run->source.error && good(run)) stop_short(run);
    tell_rest(run);
    if (good(run)) check_sums(run, summary);
    if (good(run)) publish(run);
    if (!good(run)) secure(run);
}

static void clear(Run *run) {
    for (size_t i = 0; i < run->worker_count && run->workers; i++) worker_free(run->workers[i]);
    identifiers_clear(&run->identifiers);
    row_format_free(run->format);
    plan_free(run->plan);
    target_clear(&run->output);
    target_clear(&run->rejects);
    text_clear(&run->identity);
    if (run->source.inputs) source_close(&run->source);
    arena_clear(&run->arena);
}

Status batch_run(const Memory *memory, const Streams *streams, const Rulebook *rulebook, const BatchOptions *options,
                 Findings *findings, BatchEnd *end, BatchCounts *counts, Text *summary) {
    Run run = {.memory = memory, .streams = streams, .rulebook = rulebook, .options = *options, .findings = findings};
    if (run.options.top == 0 || run.options.top > rulebook->programme_count) run.options.top = rulebook->programme_count;
    arena_init(&run.arena, memory);
    target_init(&run.output, memory, streams);
    target_init(&run.rejects, memory, streams);
    text_init(&run.identity, memory);
    identifiers_init(&run.identifiers, memory);
    carry_out(&run, summary);
    *end = run.end;
    *counts = run.counts;
    Status status = findings->failed ? STATUS_NO_MEMORY : run.status;
    clear(&run);
    return status;
}
