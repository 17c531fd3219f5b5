/* A stencil is made by the very functions that make a paragraph, with a mark where each hole is to be. Which degree of thrift a
 * paragraph needs is then known from its words and from those that fill the holes. A stencil is kept only after the paragraph that
 * it gives was compared with the one made without it. */
#include "explain/stencil.h"

#include "base/json_escape.h"
#include "explain/changes.h"
#include "explain/draft.h"
#include "explain/paragraph.h"
#include "explain/recall.h"

#include <stdint.h>
#include <string.h>

/* Bytes that end in a hole, or with the text. */
typedef struct Part {
    const char *bytes;
    size_t length;
    unsigned hole; /* 0: none */
} Part;

typedef struct Degree {
    size_t words; /* a hole counts for one */
    size_t holes[DRAFT_MARKS];
    Part *parts; /* NULL: not made yet; most degrees never are */
    size_t part_count, length;
    bool plain;
} Degree;

typedef struct Stencil {
    Degree *degrees; /* PARAGRAPH_DEGREES */
} Stencil;

/* What goes into a hole. */
typedef struct Filling {
    Telling told;
    size_t words;
    bool made, fits; /* it begins and ends with a word */
} Filling;

/* Two fillings of each hole: in full, and brief. */
typedef struct Work {
    const Dossier *dossier;
    const ProgrammeReport *report; /* NULL: it is said again */
    const RankReason *reason;
    Filling fillings[DRAFT_MARKS][2];
} Work;

struct Saying {
    const Stencil *stencil;
    Filling met[2], objects[2];
};

Telling telling_of(const char *text) {
    const size_t length = strlen(text);
    return (Telling){text, length, json_plain(text, length)};
}

RankReason rank_reason(Arena *arena, const char *text, bool untold) {
    const char *other = strstr(text, RANK_OTHER), *capital = french_capital(arena, text);
    const char *cut = other ? arena_text(arena, capital, (size_t)(other - text)) : NULL;
    return (RankReason){text, untold, telling_of(capital), telling_of(cut ? cut : capital)};
}

/* ---- Making a degree */

static bool is_mark(char c) {
    return c > 0 && c < DRAFT_MARKS;
}

static void count_words(const char *text, Degree *degree) {
    degree->words = draft_words(text);
    for (const char *at = text; *at; at++)
        if (is_mark(*at)) degree->holes[(unsigned char)*at]++;
}

static bool make_parts(const Work *work, Thrift thrift, Degree *degree) {
    Arena *arena = recall_room(work->dossier->recall);
    const char *texts[PARAGRAPH_DEGREES];
    paragraph_marked(work->dossier, work->report, texts);
    const char *at = arena_copy(arena, texts[thrift]);
    size_t count = 1;
    for (unsigned hole = 1; hole < DRAFT_MARKS; hole++) count += degree->holes[hole];
    Part *parts = at ? arena_array(arena, count, sizeof *parts) : NULL;
    if (!parts) return false;
    degree->plain = true;
    for (size_t i = 0; i < count; i++) {
        size_t length = 0;
        while (at[length] && !is_mark(at[length])) length++;
        parts[i] = (Part){.bytes = at, .length = length, .hole = (unsigned char)at[length]};
        degree->length += length;
        degree->plain = degree->plain && json_plain(at, length);
        at += length + (at[length] != '\0');
    }
    degree->part_count = count;
    degree->parts = parts;
    return true;
}

/* ---- Filling */

/* Whether it is plain is asked once it is used. */
static Telling bare(const char *text) {
    return (Telling){.bytes = text, .length = strlen(text)};
}

static Telling told_in(const Work *work, unsigned hole, bool brief) {
    const Dossier *dossier = work->dossier;
    if (hole == DRAFT_NAME) return bare(dossier->name);
    if (hole == DRAFT_RANK) return brief ? work->reason->brief : work->reason->full;
    const Draft draft = {.dossier = dossier, .report = work->report, .thrift = brief ? THRIFT_BRIEF_MET : THRIFT_NONE};
    size_t total;
    const char *list = draft_met(&draft, hole == DRAFT_MET ? CRITERION_CONDITION : CRITERION_OBJECT, &total);
    return bare(list ? list : "");
}

static void make_filling(const Work *work, unsigned hole, bool brief, Filling *filling) {
    const Telling told = told_in(work, hole, brief);
    const bool fits = told.length > 0 && told.bytes[0] != ' ' && told.bytes[told.length - 1] != ' ';
    *filling = (Filling){.told = told, .words = draft_words(told.bytes), .made = true, .fits = fits};
}

static inline const Filling *filling_of(Work *work, unsigned hole, Thrift thrift) {
    static const Thrift briefs[DRAFT_MARKS] = {[DRAFT_NAME] = THRIFT_COUNTED + 1,
                                               [DRAFT_MET] = THRIFT_BRIEF_MET,
                                               [DRAFT_OBJECTS] = THRIFT_BRIEF_MET,
                                               [DRAFT_RANK] = THRIFT_BRIEF_RANK};
    const bool brief = thrift >= briefs[hole];
    Filling *filling = &work->fillings[hole][brief];
    if (!filling->made) make_filling(work, hole, brief, filling);
    return filling;
}

/* Are the words of a degree few enough? `*fit`: could they be counted? */
static bool few_words(Work *work, const Degree *degree, Thrift thrift, bool *fit) {
    size_t words = degree->words;
    for (unsigned hole = 1; hole < DRAFT_MARKS; hole++) {
        if (degree->holes[hole] == 0) continue;
        const Filling *filling = filling_of(work, hole, thrift);
        *fit = *fit && filling->fits;
        words += degree->holes[hole] * (filling->words - 1);
    }
    return words <= PARAGRAPH_WORDS_MAX;
}

static Telling filled(Work *work, const Degree *degree, Thrift thrift) {
    Telling told = {.length = degree->length, .plain = degree->plain};
    for (unsigned hole = 1; hole < DRAFT_MARKS; hole++) {
        if (degree->holes[hole] == 0) continue;
        const Filling *filling = filling_of(work, hole, thrift);
        told.length += degree->holes[hole] * filling->told.length;
        told.plain =
            told.plain && (hole == DRAFT_RANK ? filling->told.plain : json_plain(filling->told.bytes, filling->told.length));
    }
    char *at = arena_bytes(work->dossier->arena, told.length + 1);
    if (!at) return telling_of("");
    told.bytes = at;
    for (const Part *part = degree->parts, *end = part + degree->part_count; part < end; part++) {
        memcpy(at, part->bytes, part->length);
        at += part->length;
        if (!part->hole) continue;
        const Telling *hole = &filling_of(work, part->hole, thrift)->told;
        memcpy(at, hole->bytes, hole->length);
        at += hole->length;
    }
    *at = '\0';
    return told;
}

/* The paragraph, by the first degree that is brief enough; no bytes: this stencil does not serve. */
static Telling through(Work *work, const Stencil *stencil) {
    const Telling nothing = {.bytes = NULL};
    bool fit = true;
    for (Thrift thrift = THRIFT_NONE; fit; thrift++) {
        Degree *degree = &stencil->degrees[thrift];
        const bool few = few_words(work, degree, thrift, &fit);
        if (!fit || !(few || thrift == THRIFT_COUNTED)) continue;
        return degree->parts || (work->report && make_parts(work, thrift, degree)) ? filled(work, degree, thrift) : nothing;
    }
    return nothing;
}

/* ---- Keeping */

static bool in_a_hole(const CriterionReport *criterion) {
    return criterion->truth == TRUTH_TRUE && (criterion->kind == CRITERION_CONDITION || criterion->kind == CRITERION_OBJECT);
}

/* No paragraph tells a reserve that is met. */
static bool untold(const CriterionReport *criterion) {
    return criterion->kind == CRITERION_RESERVE && criterion->truth == TRUTH_TRUE;
}

/* All that a paragraph says outside its holes. False when some of it is not kept itself. */
static bool key_of(RecallKey *key, const Dossier *dossier, const ProgrammeReport *report, unsigned place) {
    if (dossier->facts->dispute_count > 0 || report->gain || changes_ending(report, dossier->date)) return false;
    recall_begin(key, dossier->recall, RECALL_PARAGRAPH, place);
    recall_number(key, (uint64_t)(uint32_t)report->deadline << 2 | (uint64_t)report->deadline_earliest << 1 | report->rank_untold);
    for (size_t i = 0; i < report->relation_count; i++) recall_number(key, (uintptr_t)report->relations[i].programme);
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        const bool alike = in_a_hole(criterion) || untold(criterion);
        if (!alike && !criterion->kept) return false;
        recall_number(key, alike ? 1 : (uintptr_t)criterion->kept);
    }
    return true;
}

static const Stencil *keep(Work *work, RecallKey *key, const Telling *whole) {
    Arena *arena = recall_room(work->dossier->recall);
    Stencil *stencil = arena_new(arena, sizeof *stencil);
    Degree *degrees = stencil ? arena_array(arena, PARAGRAPH_DEGREES, sizeof *degrees) : NULL;
    if (!degrees) return NULL;
    const char *texts[PARAGRAPH_DEGREES];
    paragraph_marked(work->dossier, work->report, texts);
    for (size_t i = 0; i < PARAGRAPH_DEGREES; i++) count_words(texts[i], &degrees[i]);
    stencil->degrees = degrees;
    const Telling told = through(work, stencil);
    if (!told.bytes || told.length != whole->length || memcmp(told.bytes, whole->bytes, told.length) != 0) return NULL;
    recall_keep(key, stencil);
    return stencil;
}

static void keep_fillings(const Work *work, unsigned hole, Filling kept[2]) {
    Arena *arena = recall_room(work->dossier->recall);
    for (unsigned brief = 0; brief < 2; brief++) {
        make_filling(work, hole, brief, &kept[brief]);
        Telling *told = &kept[brief].told;
        told->bytes = arena_text(arena, told->bytes, told->length);
    }
}

static const Saying *saying_of(const Work *work, const Stencil *stencil) {
    Saying *saying = arena_new(recall_room(work->dossier->recall), sizeof *saying);
    if (!saying) return NULL;
    saying->stencil = stencil;
    keep_fillings(work, DRAFT_MET, saying->met);
    keep_fillings(work, DRAFT_OBJECTS, saying->objects);
    return saying;
}

Telling stencil_paragraph(const Dossier *dossier, const ProgrammeReport *report, unsigned place, const RankReason *reason,
                          const Saying **saying) {
    Work work = {.dossier = dossier, .report = report, .reason = reason};
    RecallKey key;
    const bool keyed = key_of(&key, dossier, report, place);
    const Stencil *stencil = keyed ? recall_find(&key) : NULL;
    Telling told = stencil ? through(&work, stencil) : (Telling){.bytes = NULL};
    if (!told.bytes) {
        told = telling_of(paragraph_of(dossier, report, NULL));
        stencil = keyed && !stencil && recall_wanted(&key) ? keep(&work, &key, &told) : NULL;
    }
    if (saying) *saying = stencil ? saying_of(&work, stencil) : NULL;
    return told;
}

Telling stencil_again(const Dossier *dossier, const Saying *saying, const RankReason *reason) {
    Work work = {.dossier = dossier, .reason = reason};
    memcpy(work.fillings[DRAFT_MET], saying->met, sizeof saying->met);
    memcpy(work.fillings[DRAFT_OBJECTS], saying->objects, sizeof saying->objects);
    return through(&work, saying->stencil);
}
