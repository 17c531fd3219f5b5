/* A document of one key a line in a fixed order: two are compared line by line, and the first that differs names what changed. */
#include "batch/note.h"

#include "base/json_escape.h"
#include <inttypes.h>
#include <string.h>

#define NOTE_VERSION "1" /* of the lines that a result has; to be raised when the same options give other bytes */

static void add_text(Text *out, const char *text) {
    json_add_string(out, text, strlen(text));
}

static void add_inputs(Text *out, const Source *source) {
    text_add(out, "\"inputs\": [");
    for (size_t i = 0; i < source->count; i++) {
        const SourceInput *input = &source->inputs[i];
        char checksum[CHECKSUM_TEXT_MAX];
        checksum_write(input->checksum, checksum);
        text_add(out, i > 0 ? ", {\"path\": " : "{\"path\": ");
        add_text(out, input->path);
        text_addf(out, ", \"size\": %" PRIu64 ", \"hash\": \"%s\"}", input->about.size, checksum);
    }
    text_add(out, "],\n");
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

void note_identity(Text *out, const Rulebook *rulebook, const BatchOptions *options, const Source *source) {
    text_add(out, "{\n\"azimut\": \"" NOTE_VERSION "\",\n\"date\": ");
    add_text(out, options->date_text);
    text_addf(out, ",\n\"generation\": \"%s\",\n", rulebook->generation);
    add_inputs(out, source);
    add_options(out, rulebook, options);
}

void note_write(Text *out, const Text *identity, const BatchCounts *counts) {
    text_add_bytes(out, text_get(identity), identity->length);
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
                                              {"\"inputs\"", "les fichiers d’entrée"},
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
