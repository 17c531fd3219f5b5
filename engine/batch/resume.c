/* Lines that stand already are a prefix of what this run would write where nothing they come from has changed. Of an input the
 * earlier run knew what it had read: its checksum decides. Of the rest it knew size and date, and one that was merely written again
 * cannot be told from one that was altered. */
#include "batch/resume.h"

#include "base/files.h"
#include "batch/limits.h"
#include "batch/note.h"
#include <errno.h>
#include <string.h>

static int read_note(const Target *output, Text *out) {
    const Streams *streams = output->streams;
    int handle, error = streams->open(streams->context, text_get(&output->note), STREAM_READ, &handle);
    if (error) return error;
    for (size_t got = 1; !error && got > 0 && out->length <= FILE_BYTES_MAX;) {
        char *room = text_room(out, PIECE_BYTES);
        error = room ? streams->read(streams->context, handle, room, PIECE_BYTES, &got) : ENOMEM;
        if (!error) out->length += got;
        if (error == EAGAIN) error = 0;
    }
    streams->close(streams->context, handle);
    return error;
}

/* Appends what changed of an input, if anything did. */
static void compare_input(Source *source, const NotedInput *noted, Extent *known, Text *change) {
    const SourceInput *input = &source->inputs[source->current];
    char checksum[CHECKSUM_TEXT_MAX];
    Extent extent = {0};
    const char *what = NULL, *more = "";
    if (noted->size != input->about.size) what = "la taille";
    else source->error = source_measure(source, input, noted->read, &extent);
    if (source->error) return;
    checksum_write(extent.checksum, checksum);
    if (!what && (extent.bytes != noted->read || strcmp(checksum, noted->checksum) != 0)) what = "le contenu";
    if (!what && noted->read < noted->size && noted->modified != input->about.modified) {
        what = "la date de modification";
        more = ", qui n’avait pas été lue jusqu’au bout";
    }
    if (what) text_addf(change, "%s de l’entrée «\u00a0%s\u00a0»%s", what, input->name, more);
    else extent_grow(known, &extent);
}

static int compare_inputs(const Text *note, const Text *identity, Source *source, Extent *extents, Text *change) {
    NotedInput *noted = arena_array(source->arena, source->count, sizeof *noted);
    Status status = noted ? note_inputs(text_get(note), note->length, identity, source, noted) : STATUS_NO_MEMORY;
    if (status == STATUS_REFUSED) text_add(change, "les fichiers d’entrée");
    for (size_t i = 0; i < source->count && status == STATUS_OK && change->length == 0; i++) {
        source->current = i; /* which cannot be read, if so */
        compare_input(source, &noted[i], &extents[i], change);
        if (source->error || change->failed) return source->error;
    }
    source->current = 0;
    return status == STATUS_NO_MEMORY ? ENOMEM : 0;
}

int resume_compare(const Target *output, const Text *identity, Source *source, Extent *extents, Text *change) {
    Text note;
    text_init(&note, source->arena->memory);
    int error = read_note(output, &note);
    const char *difference = error ? NULL : note_difference(text_get(&note), note.length, identity);
    if (difference) text_add(change, difference);
    else if (!error) error = compare_inputs(&note, identity, source, extents, change);
    text_clear(&note);
    return change->failed ? ENOMEM : error;
}

static bool as_it_was(const Source *source, const SourceInput *input) {
    StreamAbout about;
    return source->streams->about(source->streams->context, input->path, &about) == 0 && about.kind == STREAM_FILE &&
           about.size == input->about.size && about.modified == input->about.modified;
}

void resume_prepare(const Source *source, Extent *extents) {
    Source calm = *source;
    calm.stopped = NULL; /* it is because somebody said so that the rest is read */
    uint64_t left = REST_BYTES_MAX;
    for (size_t i = 0; i < source->count; i++) {
        const SourceInput *input = &source->inputs[i];
        Extent whole;
        if (extents[i].bytes >= input->about.size || input->about.size > left) continue;
        left -= input->about.size;
        if (source_measure(&calm, input, input->about.size, &whole) == 0 && whole.bytes == input->about.size &&
            as_it_was(source, input))
            extents[i] = whole;
    }
}
