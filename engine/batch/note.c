/* A document of one key a line in a fixed order: two identities are compared line by line, and the first line that differs names
 * what changed. The inputs follow, one a line: how far each was read changes as the run goes on, so their figures are read back. */
#include "batch/note.h"

#include "base/json_escape.h"
#include <inttypes.h>
#include <string.h>

#define NOTE_VERSION "2" /* of the lines that a result has; to be raised when the same options give other bytes */

static void add_text(Text *out, const char *text) {
    json_add_string(out, text, strlen(text));
}

/* What stands before and between the figures of an input. */
static const char before_inputs[] = "\"inputs\": [",
                  before_modified[] = ", \"mtime\": ", before_read[] = ", \"read\": ", before_hash[] = ", \"hash\": \"";

static void add_path(Text *out, size_t number, const char *path) {
    text_add(out, number > 0 ? ",\n{\"path\": " : "\n{\"path\": ");
    add_text(out, path);
    text_add(out, ", \"size\": ");
}

static void add_inputs(Text *out, const Source *source, const Extent *extents) {
    text_add(out, before_inputs);
    for (size_t i = 0; i < source->count; i++) {
        const SourceInput *input = &source->inputs[i];
        char checksum[CHECKSUM_TEXT_MAX];
        checksum_write(extents[i].checksum, checksum);
        add_path(out, i, input->path);
        text_addf(out, "%" PRIu64 "%s%" PRIu64, input->about.size, before_modified, input->about.modified);
        text_addf(out, "%s%" PRIu64 "%s%s\"}", before_read, extents[i].bytes, before_hash, checksum);
    }
    text_add(out, "\n],\n");
}

static void add_programmes(Text *out, const Rulebook *rulebook, const BatchOptions *options) {
    text_add(out, ", \"only\": [");
    for (size_t i = 0; i < options->only_count; i++) {
        if (i > 0) text_add(out, ", ");
        add_text(out, rulebook->programmes[options->only[i]].id);
    }
    text_add(out, "]");
}

static void add_needs(Text *out, const Rulebook *rulebook, const Value *needs) {
    text_add(out, ", \"need\": [");
    const Fact *fact = needs ? &rulebook->vocabulary.facts[rulebook->vocabulary.needs] : NULL;
    bool first = true;
    for (size_t c = 0; fact && c < fact->choice_count; c++) {
        if (!bits_has(needs->sure, c)) continue;
        if (!first) text_add(out, ", ");
        add_text(out, fact->choices[c].name);
        first = false;
    }
    text_add(out, "]");
}

static void add_map(Text *out, const Rulebook *rulebook, const ColumnMap *map) {
    text_add(out, ", \"map\": {");
    for (size_t i = 0; map && i < map->count; i++) {
        if (i > 0) text_add(out, ", ");
        add_text(out, map->items[i].title);
        text_add(out, ": ");
        if (map->items[i].fact < 0) text_add(out, "null");
        else add_text(out, rulebook->vocabulary.facts[map->items[i].fact].name);
    }
    text_add(out, "}");
}

static void add_options(Text *out, const Rulebook *rulebook, const BatchOptions *options) {
    static const char *const explains[] = {[EXPLAIN_NONE] = "none", [EXPLAIN_SHORT] = "short", [EXPLAIN_FULL] = "full"};
    const InputOptions *reading = &options->reading;
    text_addf(out, "\"options\": {\"format\": \"%s\", \"verdicts\": \"%s\", \"explain\": \"%s\", \"top\": %zu, \"where\": %d",
              options->csv ? "csv" : "jsonl", options->verdicts ? "all" : "none", explains[options->explain], options->top,
              options->where);
    text_addf(out, ", \"form\": %d, \"encoding\": %d, \"separator\": %d, \"header\": %zu", (int)reading->form,
              (int)reading->encoding, reading->separator, reading->header_line);
    add_programmes(out, rulebook, options);
    add_needs(out, rulebook, options->needs);
    add_map(out, rulebook, reading->map);
    text_add(out, ", \"rejects\": ");
    if (options->rejects) add_text(out, options->rejects);
    else text_add(out, "null");
    text_add(out, "},\n");
}

void note_identity(Text *out, const Rulebook *rulebook, const BatchOptions *options) {
    text_add(out, "{\n\"azimut\": \"" NOTE_VERSION "\",\n\"date\": ");
    add_text(out, options->date_text);
    text_addf(out, ",\n\"generation\": \"%s\",\n", rulebook->generation);
    add_options(out, rulebook, options);
}

void note_write(Text *out, const Text *identity, const Source *source, const Extent *extents, const BatchCounts *counts) {
    text_add_bytes(out, text_get(identity), identity->length);
    add_inputs(out, source, extents);
    text_addf(out,
              "\"rows\": %" PRIu64 ",\n\"accepted\": %" PRIu64 ",\n\"rejected\": %" PRIu64 ",\n\"written\": %" PRIu64
              ",\n\"filtered\": %" PRIu64 "\n}\n",
              counts->read, counts->accepted, counts->rejected, counts->written, counts->filtered);
}

/* What a line of the identity is about, by its key. */
static const char *subject(const char *line) {
    static const char *const subjects[][2] = {{"\"azimut\"", "la version d’azimut"},
                                              {"\"date\"", "la date d’évaluation"},
                                              {"\"generation\"", "les règles ou le vocabulaire"},
                                              {"\"options\"", "les options"}};
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (strncmp(line, subjects[i][0], strlen(subjects[i][0])) == 0) return subjects[i][1];
    return "la note qui l’accompagne";
}

const char *note_difference(const char *note, size_t length, const Text *identity) {
    const char *ours = text_get(identity), *line = ours;
    for (size_t at = 0; at < identity->length; at++) {
        if (at >= length || note[at] != ours[at]) return subject(line);
        if (ours[at] == '\n') line = ours + at + 1;
    }
    return NULL;
}

/* What is left to read of a document. */
typedef struct Rest {
    const char *at, *end;
} Rest;

static bool pass(Rest *rest, const char *expected) {
    size_t length = strlen(expected);
    if ((size_t)(rest->end - rest->at) < length || memcmp(rest->at, expected, length) != 0) return false;
    rest->at += length;
    return true;
}

static bool read_figure(Rest *rest, const char *before, uint64_t *out) {
    if (!pass(rest, before)) return false;
    const char *first = rest->at;
    for (*out = 0; rest->at < rest->end && *rest->at >= '0' && *rest->at <= '9'; rest->at++)
        *out = *out * 10 + (uint64_t)(*rest->at - '0');
    return rest->at > first;
}

static bool read_checksum(Rest *rest, char out[CHECKSUM_TEXT_MAX]) {
    if (!pass(rest, before_hash) || rest->end - rest->at < CHECKSUM_TEXT_LENGTH) return false;
    memcpy(out, rest->at, CHECKSUM_TEXT_LENGTH);
    out[CHECKSUM_TEXT_LENGTH] = '\0';
    rest->at += CHECKSUM_TEXT_LENGTH;
    return pass(rest, "\"}");
}

static bool read_input(Rest *rest, const char *until_size, NotedInput *out) {
    return read_figure(rest, until_size, &out->size) && read_figure(rest, before_modified, &out->modified) &&
           read_figure(rest, before_read, &out->read) && read_checksum(rest, out->checksum);
}

Status note_inputs(const char *note, size_t length, const Text *identity, const Source *source, NotedInput *out) {
    Rest rest = {note + (identity->length < length ? identity->length : length), note + length};
    Text until_size;
    text_init(&until_size, source->arena->memory);
    bool same = pass(&rest, before_inputs);
    for (size_t i = 0; same && i < source->count; i++) {
        until_size.length = 0;
        add_path(&until_size, i, source->inputs[i].path);
        same = read_input(&rest, text_get(&until_size), &out[i]);
    }
    Status status = until_size.failed ? STATUS_NO_MEMORY : same && pass(&rest, "\n],\n") ? STATUS_OK : STATUS_REFUSED;
    text_clear(&until_size);
    return status;
}
