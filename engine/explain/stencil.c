/* A stencil is made by the very functions that make a paragraph, with a mark where each hole is to be. Which degree of thrift a
 * paragraph needs is then known from its words and from those that fill the holes. A stencil is kept only after the paragraph that
 * it gives was compared with the one made without it. */
#include "explain/stencil.h"

#include "base/json_escape.h"
#include "explain/blank.h"
#include "explain/changes.h"
#include "explain/draft.h"
#include "explain/paragraph.h"
#include "explain/recall.h"
#include "explain/report_parts.h"

#include <stdint.h>
#include <string.h>

#define CACHE_LINE 64 /* bytes */
#define DRAFT_LISTS 2 /* of what is met: conditions, objects */

/* Bytes that end in a hole, or with the text. */
typedef struct Part {
    const char *bytes;
    size_t length;
    unsigned hole; /* a mark, or a blank, which stands behind the bytes; 0: none */
} Part;

typedef struct Degree {
    Part *parts;    /* NULL: not made yet; most degrees never are */
    uint32_t words; /* a hole counts for one */
    uint32_t length;
    uint16_t part_count; /* 0: not counted yet */
    uint8_t holes[DRAFT_MARKS];
    const char *blanks; /* one after the other */
    bool plain;
} Degree;

typedef struct Stencil {
    Degree degrees[PARAGRAPH_DEGREES];
    Thrift last; /* that it was said by */
} Stencil;

/* A list of what is met, as it goes into its hole once its blanks are filled in: each counts for one word until then. */
typedef struct List {
    Filling whole;
    size_t blank_count;
    const char *blanks[]; /* in `whole`, in order */
} List;

struct Saying {
    Stencil *stencil;
    const List *lists[DRAFT_LISTS][2]; /* in full, and brief */
};

/* What a stencil is made of, as far as it was wanted. */
typedef struct Making {
    MarkedParagraph paragraph;
    const char *texts[PARAGRAPH_DEGREES]; /* with marks */
    size_t count;                         /* of those */
    const List *lists[DRAFT_LISTS][2];    /* in full, and brief; NULL: not made yet */
    bool kept;                            /* are they to stay? */
} Making;

/* Two fillings of each hole: in full, and brief. */
typedef struct Work {
    const Dossier *dossier;
    const ProgrammeReport *report; /* NULL: it is said again, */
    const Saying *saying;          /* this */
    Making *making;                /* of the stencil; NULL: it is only said */
    const Filling *fillings[DRAFT_MARKS][2];
    Filling made[DRAFT_MARKS][2];
} Work;

static const char holes[] = "\1\2\3\4\5\6" BLANK_KINDS; /* every DraftMark, every blank */

RankReason rank_reason(Arena *arena, const char *text, bool untold) {
    const char *other = strstr(text, RANK_OTHER), *capital = french_capital(arena, text);
    const char *cut = other ? arena_text(arena, capital, (size_t)(other - text)) : NULL;
    return (RankReason){text, untold, filling_of(capital), filling_of(cut ? cut : capital)};
}

/* ---- Making a degree */

static const char *text_at(Making *making, Thrift thrift) {
    while (making->count <= thrift) making->texts[making->count++] = paragraph_next(&making->paragraph);
    return making->texts[thrift];
}

static bool is_blank(unsigned hole) {
    return hole >= DRAFT_MARKS;
}

static size_t hole_bytes(unsigned hole) {
    return hole == 0 ? 0 : is_blank(hole) ? BLANK_BYTES : 1;
}

static void count_words(const Work *work, const char *text, Degree *degree) {
    Phrase blanks;
    phrase_init(&blanks, recall_room(work->dossier->recall));
    degree->words = (uint32_t)draft_words(text);
    for (const char *at = text + strcspn(text, holes); *at; at += strcspn(at, holes)) {
        const unsigned hole = (unsigned char)*at;
        if (is_blank(hole)) phrase_add_bytes(&blanks, at, BLANK_BYTES);
        else degree->holes[hole]++;
        degree->part_count++;
        at += hole_bytes(hole);
    }
    degree->part_count++;
    degree->blanks = phrase_text(&blanks);
}

static bool make_parts(Work *work, Thrift thrift, Degree *degree) {
    Arena *arena = recall_room(work->dossier->recall);
    const char *at = arena_copy(arena, text_at(work->making, thrift));
    Part *parts = at ? arena_array(arena, degree->part_count, sizeof *parts) : NULL;
    if (!parts) return false;
    degree->plain = true;
    for (size_t i = 0; i < degree->part_count; i++) {
        const size_t length = strcspn(at, holes);
        parts[i] = (Part){.bytes = at, .length = length, .hole = (unsigned char)at[length]};
        degree->length += (uint32_t)length;
        degree->plain = degree->plain && json_plain(at, length);
        at += length + hole_bytes(parts[i].hole);
    }
    degree->parts = parts;
    return true;
}

/* ---- Filling */

static char *add_bytes(char *at, const char *bytes, size_t length) {
    memcpy(at, bytes, length);
    return at + length;
}

static size_t find_blanks(const char *text, const char **blanks) {
    size_t count = 0;
    for (const char *blank = blank_in(text); blank; blank = blank_in(blank + BLANK_BYTES)) {
        if (blanks) blanks[count] = blank;
        count++;
    }
    return count;
}

/* Are the words between the blanks plain? */
static bool plain_between(const List *list) {
    const char *from = list->whole.told.bytes, *end = from + list->whole.told.length;
    bool plain = true;
    for (size_t i = 0; i < list->blank_count; i++) {
        plain = plain && json_plain(from, (size_t)(list->blanks[i] - from));
        from = list->blanks[i] + BLANK_BYTES;
    }
    return plain && json_plain(from, (size_t)(end - from));
}

static const List *new_list(Arena *arena, const char *said) {
    const size_t count = find_blanks(said, NULL);
    List *list = arena_bytes(arena, sizeof *list + count * sizeof *list->blanks);
    const char *text = arena_copy(arena, said);
    if (!list || !text) return NULL;
    *list = (List){.whole = filling_of(text), .blank_count = count};
    find_blanks(text, list->blanks);
    list->whole.told.plain = plain_between(list);
    return list;
}

/* Lists are few beside what they are told with: each that is kept is kept once. */
static const List *kept_list(Recall *recall, const char *said) {
    RecallKey key;
    recall_begin(&key, recall, RECALL_LIST, 0);
    recall_text(&key, said);
    const List *kept = recall_find(&key);
    if (kept) return kept;
    const List *list = new_list(recall_room(recall), said);
    if (list) recall_keep(&key, list);
    return list;
}

static const List *list_of(const Work *work, unsigned hole, bool brief) {
    const Draft draft = {.dossier = work->dossier, .report = work->report, .thrift = brief ? THRIFT_BRIEF_MET : THRIFT_NONE};
    size_t total;
    const char *said = draft_met(&draft, hole == DRAFT_MET ? CRITERION_CONDITION : CRITERION_OBJECT, &total);
    if (!said) said = "";
    return work->making->kept ? kept_list(work->dossier->recall, said) : new_list(work->dossier->arena, said);
}

static const List *list_at(const Work *work, unsigned hole, bool brief) {
    static const List none = {.whole = {.told = {.bytes = ""}}};
    if (!work->making) return work->saying->lists[hole - DRAFT_MET][brief];
    const List **made = &work->making->lists[hole - DRAFT_MET][brief];
    if (!*made) *made = list_of(work, hole, brief);
    return *made ? *made : &none;
}

/* A list with its blanks filled in for this structure, without its bytes: most degrees only count its words. */
static Filling list_measured(const Dossier *dossier, const List *list) {
    Filling all = list->whole;
    all.told.bytes = NULL;
    for (size_t i = 0; i < list->blank_count; i++) {
        const Filling *figure = blank_filling(dossier, list->blanks[i]);
        all.words += figure->words - 1;
        all.told.length += figure->told.length - BLANK_BYTES;
        all.told.plain = all.told.plain && figure->told.plain;
    }
    return all;
}

static char *write_list(char *at, const Dossier *dossier, const List *list) {
    const char *from = list->whole.told.bytes, *end = from + list->whole.told.length;
    for (size_t i = 0; i < list->blank_count; i++) {
        const Filling *figure = blank_filling(dossier, list->blanks[i]);
        at = add_bytes(at, from, (size_t)(list->blanks[i] - from));
        at = add_bytes(at, figure->told.bytes, figure->told.length);
        from = list->blanks[i] + BLANK_BYTES;
    }
    return add_bytes(at, from, (size_t)(end - from));
}

/* That of a list. */
static const Filling *make_filling(Work *work, unsigned hole, bool brief) {
    const List *list = list_at(work, hole, brief);
    if (list->blank_count == 0) return &list->whole;
    work->made[hole][brief] = list_measured(work->dossier, list);
    return &work->made[hole][brief];
}

static inline bool is_brief(unsigned hole, Thrift thrift) {
    static const Thrift briefs[DRAFT_MARKS] = {
        [DRAFT_NAME] = THRIFT_COUNTED + 1, [DRAFT_MET] = THRIFT_BRIEF_MET,     [DRAFT_OBJECTS] = THRIFT_BRIEF_MET,
        [DRAFT_RANK] = THRIFT_BRIEF_RANK,  [DRAFT_UNTIL] = THRIFT_COUNTED + 1, [DRAFT_WARNING] = THRIFT_COUNTED + 1};
    return thrift >= briefs[hole];
}

static inline const Filling *filling_at(Work *work, unsigned hole, Thrift thrift) {
    const bool brief = is_brief(hole, thrift);
    const Filling **filling = &work->fillings[hole][brief];
    if (!*filling) *filling = make_filling(work, hole, brief);
    return *filling;
}

static char *write_hole(char *at, Work *work, const Part *part, Thrift thrift) {
    const Filling *filling =
        is_blank(part->hole) ? blank_filling(work->dossier, part->bytes + part->length) : filling_at(work, part->hole, thrift);
    if (filling->told.bytes) return add_bytes(at, filling->told.bytes, filling->told.length);
    return write_list(at, work->dossier, list_at(work, part->hole, is_brief(part->hole, thrift)));
}

/* Are the words of a degree few enough? `*fit`: could they be counted? */
static bool few_words(Work *work, const Degree *degree, Thrift thrift, bool *fit) {
    size_t words = degree->words;
    for (unsigned hole = 1; hole < DRAFT_MARKS; hole++) {
        if (degree->holes[hole] == 0) continue;
        const Filling *filling = filling_at(work, hole, thrift);
        *fit = *fit && filling->fits;
        words += degree->holes[hole] * (filling->words - 1);
    }
    for (const char *blank = degree->blanks; *blank; blank += BLANK_BYTES) {
        const Filling *figure = blank_filling(work->dossier, blank);
        *fit = *fit && figure->fits;
        words += figure->words - 1;
    }
    return words <= PARAGRAPH_WORDS_MAX;
}

static Telling filled(Work *work, const Degree *degree, Thrift thrift) {
    Telling told = {.length = degree->length, .plain = degree->plain};
    for (unsigned hole = 1; hole < DRAFT_MARKS; hole++) {
        if (degree->holes[hole] == 0) continue;
        const Filling *filling = filling_at(work, hole, thrift);
        told.length += degree->holes[hole] * filling->told.length;
        told.plain = told.plain && filling->told.plain;
    }
    for (const char *blank = degree->blanks; *blank; blank += BLANK_BYTES) {
        const Telling *figure = &blank_filling(work->dossier, blank)->told;
        told.length += figure->length;
        told.plain = told.plain && figure->plain;
    }
    char *at = arena_bytes(work->dossier->arena, told.length + 1);
    if (!at) return telling_of("");
    told.bytes = at;
    for (const Part *part = degree->parts, *end = part + degree->part_count; part < end; part++) {
        at = add_bytes(at, part->bytes, part->length);
        if (part->hole) at = write_hole(at, work, part, thrift);
    }
    *at = '\0';
    return told;
}

/* The paragraph, by the first degree that is brief enough; no bytes: this stencil does not serve. */
static Telling through(Work *work, Stencil *stencil) {
    const Telling nothing = {.bytes = NULL};
    bool fit = true;
    for (Thrift thrift = THRIFT_NONE; fit; thrift++) {
        Degree *degree = &stencil->degrees[thrift];
        if (degree->part_count == 0 && !work->making) return nothing;
        if (degree->part_count == 0) count_words(work, text_at(work->making, thrift), degree);
        const bool few = few_words(work, degree, thrift, &fit);
        if (!fit || !(few || thrift == THRIFT_COUNTED)) continue;
        stencil->last = thrift;
        return degree->parts || (work->making && make_parts(work, thrift, degree)) ? filled(work, degree, thrift) : nothing;
    }
    return nothing;
}

/* ---- Keeping */

static bool in_a_hole(const CriterionReport *criterion) {
    return criterion->truth == TRUTH_TRUE && criterion->kind != CRITERION_PRIORITY;
}

/* All that a paragraph says outside its holes. False when some of it is not kept itself. */
static bool key_of(RecallKey *key, const Dossier *dossier, const ProgrammeReport *report, unsigned place) {
    if (dossier->facts->dispute_count > 0 || report->gain || changes_ending(report, dossier->date)) return false;
    recall_begin(key, dossier->recall, RECALL_PARAGRAPH, place);
    report_known_by(key, report, dossier->date);
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        const bool alike = in_a_hole(criterion);
        if (!alike && !criterion->kept) return false;
        recall_number(key, alike ? 1 : (uintptr_t)criterion->kept);
    }
    return true;
}

static Stencil *keep(Work *work, RecallKey *key, const Telling *whole) {
    Stencil *stencil = arena_new(recall_room(work->dossier->recall), sizeof *stencil);
    if (!stencil) return NULL;
    const Telling told = through(work, stencil);
    if (!told.bytes || told.length != whole->length || memcmp(told.bytes, whole->bytes, told.length) != 0) return NULL;
    recall_keep(key, stencil);
    return stencil;
}

static const Saying *saying_of(const Work *work, Stencil *stencil) {
    Saying *saying = arena_new(recall_room(work->dossier->recall), sizeof *saying);
    if (!saying) return NULL;
    saying->stencil = stencil;
    for (unsigned brief = 0; brief < 2; brief++) {
        for (unsigned hole = DRAFT_MET; hole <= DRAFT_OBJECTS; hole++)
            saying->lists[hole - DRAFT_MET][brief] = list_at(work, hole, brief);
    }
    return saying;
}

static Work work_on(const Dossier *dossier, const OwnFillings *own, const RankReason *reason) {
    return (Work){.dossier = dossier,
                  .fillings = {[DRAFT_NAME] = {&own->name, &own->name},
                               [DRAFT_RANK] = {&reason->full, &reason->brief},
                               [DRAFT_UNTIL] = {&own->until, &own->until},
                               [DRAFT_WARNING] = {&own->warning, &own->warning}}};
}

Telling stencil_paragraph(const Dossier *dossier, const ProgrammeReport *report, unsigned place, const OwnFillings *own,
                          const RankReason *reason, const Saying **saying) {
    Making making = {.kept = saying != NULL};
    Work work = work_on(dossier, own, reason);
    paragraph_mark(&making.paragraph, dossier, report);
    work.report = report;
    work.making = &making;
    RecallKey key;
    const bool keyed = key_of(&key, dossier, report, place);
    Stencil *stencil = keyed ? (Stencil *)recall_find(&key) : NULL;
    Telling told = stencil ? through(&work, stencil) : (Telling){.bytes = NULL};
    if (!told.bytes) {
        told = telling_of(paragraph_of(dossier, report, NULL));
        stencil = keyed && !stencil && recall_wanted(&key) ? keep(&work, &key, &told) : NULL;
    }
    if (saying) *saying = stencil ? saying_of(&work, stencil) : NULL;
    return told;
}

static void fetch(const void *bytes, size_t length) {
    for (size_t at = 0; at < length; at += CACHE_LINE) __builtin_prefetch((const char *)bytes + at);
}

void stencil_ahead(const Saying *const *sayings, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (sayings[i]) fetch(sayings[i], sizeof *sayings[i]);
    for (size_t i = 0; i < count; i++)
        if (sayings[i]) fetch(sayings[i]->stencil, sizeof *sayings[i]->stencil);
    for (size_t i = 0; i < count; i++) {
        const Degree *degree = sayings[i] ? &sayings[i]->stencil->degrees[sayings[i]->stencil->last] : NULL;
        if (degree && degree->parts) fetch(degree->parts, degree->part_count * sizeof *degree->parts);
    }
    for (size_t i = 0; i < count; i++) {
        const Degree *degree = sayings[i] ? &sayings[i]->stencil->degrees[sayings[i]->stencil->last] : NULL;
        if (degree && degree->parts) fetch(degree->parts->bytes, degree->length);
    }
}

Telling stencil_again(const Dossier *dossier, const Saying *saying, const OwnFillings *own, const RankReason *reason) {
    Work work = work_on(dossier, own, reason);
    work.saying = saying;
    return through(&work, saying->stencil);
}
