/* The paragraph is made of pieces in a fixed order. When it passes the length that an advisor pastes, it is made again with more
 * thrift: first without what only helps, then with shorter words. No condition is ever left out. */
#include "explain/paragraph.h"

#include "base/json_escape.h"
#include "explain/blank.h"
#include "explain/condition_words.h"
#include "explain/establishment.h"
#include "explain/question_words.h"
#include "explain/standing.h"
#include "explain/step_words.h"

#include <string.h>

#define WORDS_MIN 63
#define PIECE_BYTES 400 /* that few pass */

static Verdict verdict_now(const Draft *draft) {
    return draft->report->outcome.verdict;
}

static void cite(Draft *draft) {
    const char *text = draft_source(draft);
    if (text[0] != '\0') draft_add(draft, text, NULL, NULL);
}

static void met_open(Draft *draft) {
    if (standing_open(draft)) conditions_met(draft);
}

static void unmet_closed(Draft *draft) {
    if (verdict_now(draft) != VERDICT_INELIGIBLE) return;
    conditions_unmet(draft);
    establishment_tell(draft);
}

static void met_closed(Draft *draft) {
    const bool nothing = draft->report->outcome.verdict == VERDICT_NOT_APPLICABLE; /* it is refused, whatever is met */
    if (!standing_open(draft) && !nothing) conditions_beside(draft);
}

static void unknown_open(Draft *draft) {
    if (verdict_now(draft) == VERDICT_UNDETERMINED) conditions_unknown(draft);
}

static void reserves_open(Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    if (standing_open(draft) || (gain && gain->under_reserve)) conditions_reserves(draft);
}

static bool falls_short(const Draft *draft) {
    return draft_words(phrase_text(&draft->phrase)) < draft->wanting;
}

/* Where there is room: what the programme is for, whom to see if things change, and, only then, what goes without saying. What is
 * awaited tells the first two itself. */
static void ample(Draft *draft) {
    if (!draft->report->gain && falls_short(draft)) standing_speciality(draft);
    if (!draft->report->gain && falls_short(draft)) steps_contact(draft);
    if (falls_short(draft))
        draft_add(draft, "Cet avis repose sur les seuls critères publiés",
                  standing_open(draft) ? COLON "l’opérateur reste juge de l’entrée." : ".", NULL);
}

/* A piece of the paragraph, and the degrees of thrift at which it changes, a bit for each: at the others it is not made again. The
 * first degree makes them all. */
typedef struct ParagraphPiece {
    void (*write)(Draft *draft);
    unsigned changes;
} ParagraphPiece;

#define AT(thrift) (1u << (thrift))
#define ALWAYS AT(THRIFT_NONE)
#define AMPLE 0x80000000u

static const ParagraphPiece ranked[PARAGRAPH_PIECES] = {
    {standing_heading, ALWAYS | AT(THRIFT_SUBJECTS)},
    {conditions_met, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_COUNTED)},
    {conditions_objects, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_BRIEF_UNKNOWN)},
    {conditions_unknown, ALWAYS | AT(THRIFT_SUBJECTS) | AT(THRIFT_BRIEF_UNKNOWN)},
    {question_tell, ALWAYS | AT(THRIFT_BARE)},
    {question_favourable, ALWAYS | AT(THRIFT_BARE)},
    {conditions_reserves, ALWAYS | AT(THRIFT_BRIEF_UNKNOWN) | AT(THRIFT_BARE)},
    {standing_relevance, ALWAYS | AT(THRIFT_NO_EXTRAS) | AT(THRIFT_BRIEF_SOURCE)},
    {cite, ALWAYS | AT(THRIFT_BRIEF_SOURCE)},
    {standing_rank, ALWAYS | AT(THRIFT_BRIEF_RANK) | AT(THRIFT_UNRANKED)},
    {steps_course, ALWAYS | AT(THRIFT_NO_EXTRAS) | AT(THRIFT_BRIEF_MET) | AT(THRIFT_BRIEF_RANK)},
    {steps_relations, ALWAYS | AT(THRIFT_NO_EXTRAS)},
    {draft_gain, ALWAYS},
    {steps_next, ALWAYS | AT(THRIFT_NO_EXTRAS) | AT(THRIFT_SUBJECTS) | AT(THRIFT_BARE)},
    {draft_date, ALWAYS},
};

static const ParagraphPiece unranked[PARAGRAPH_PIECES] = {
    {standing_heading, ALWAYS | AT(THRIFT_SUBJECTS)},
    {met_open, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_COUNTED)},
    {unmet_closed, ALWAYS | AT(THRIFT_BRIEF_UNKNOWN)},
    {conditions_objects, ALWAYS | AT(THRIFT_BRIEF_MET) | AT(THRIFT_BRIEF_UNKNOWN)},
    {met_closed, ALWAYS | AT(THRIFT_SUBJECTS)},
    {unknown_open, ALWAYS | AT(THRIFT_SUBJECTS) | AT(THRIFT_BRIEF_UNKNOWN)},
    {draft_gain, ALWAYS | AT(THRIFT_NO_EXTRAS)},
    {draft_left, ALWAYS | AT(THRIFT_NO_EXTRAS)},
    {reserves_open, ALWAYS | AT(THRIFT_BRIEF_UNKNOWN) | AT(THRIFT_BARE)},
    {standing_need, ALWAYS},
    {question_tell, ALWAYS | AT(THRIFT_BARE)},
    {steps_awaited, ALWAYS | AT(THRIFT_SUBJECTS)},
    {ample, ALWAYS | AMPLE},
    {cite, ALWAYS | AT(THRIFT_BRIEF_SOURCE)},
    {draft_date, ALWAYS},
};

/* What is plain has no blank. */
static Written piece_written(const Draft *draft) {
    const char *text = phrase_text(&draft->phrase);
    size_t length = draft->phrase.length;
    if (draft->dossier->fills && !draft->marked && !json_plain(text, length)) {
        text = blanks_filled(draft->dossier, text);
        length = strlen(text);
    }
    return (Written){text, length, draft_words(text)};
}

/* Makes again the pieces that change; how many words there are in all. */
static size_t write_pieces(Draft *draft, const ParagraphPiece *pieces, unsigned changed, Written *written) {
    static const Written nothing = {"", 0, 0};
    size_t words = 0;
    for (size_t i = 0; i < PARAGRAPH_PIECES && pieces[i].write; i++) {
        if (pieces[i].changes & changed) {
            phrase_init(&draft->phrase, draft->dossier->arena);
            phrase_reserve(&draft->phrase, PIECE_BYTES);
            pieces[i].write(draft);
            written[i] = draft->phrase.length ? piece_written(draft) : nothing;
        }
        words += written[i].words;
    }
    return words;
}

static const char *joined(Arena *arena, const Written *written) {
    size_t length = 0;
    for (size_t i = 0; i < PARAGRAPH_PIECES; i++) length += written[i].length + 1;
    char *text = arena_bytes(arena, length + 1), *at = text;
    if (!text) return "";
    for (size_t i = 0; i < PARAGRAPH_PIECES; i++) {
        if (written[i].length == 0) continue;
        if (at > text) *at++ = ' ';
        memcpy(at, written[i].text, written[i].length);
        at += written[i].length;
    }
    *at = '\0';
    return text;
}

const char *paragraph_of(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    if (report->programme->failed || report->outcome.verdict == VERDICT_ERROR) return draft_failure(dossier, report, message);
    Draft draft = {.dossier = dossier, .report = report};
    Written written[PARAGRAPH_PIECES] = {{NULL, 0, 0}};
    const ParagraphPiece *pieces = report->rank > 0 ? ranked : unranked;
    size_t words = write_pieces(&draft, pieces, AT(draft.thrift), written);
    draft.wanting = words < WORDS_MIN ? WORDS_MIN - words : 0;
    if (draft.wanting) write_pieces(&draft, pieces, AMPLE, written);
    while (words > PARAGRAPH_WORDS_MAX && draft.thrift < THRIFT_COUNTED) {
        draft.thrift++;
        words = write_pieces(&draft, pieces, AT(draft.thrift), written);
    }
    return joined(dossier->arena, written);
}

void paragraph_mark(MarkedParagraph *paragraph, const Dossier *dossier, const ProgrammeReport *report) {
    paragraph->nameless = *dossier;
    paragraph->nameless.name = draft_mark(DRAFT_NAME);
    paragraph->draft = (Draft){.dossier = &paragraph->nameless, .report = report, .marked = true};
    memset(paragraph->written, 0, sizeof paragraph->written);
}

const char *paragraph_next(MarkedParagraph *paragraph) {
    write_pieces(&paragraph->draft, ranked, AT(paragraph->draft.thrift), paragraph->written);
    paragraph->draft.thrift++;
    return joined(paragraph->nameless.arena, paragraph->written);
}
