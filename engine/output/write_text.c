/* The advisor's order: what cannot wait, what contradicts itself, what to look at first, what is left to ask, and last what does
 * not fit. Each programme is a short list, never a block: the block to paste is the JSON's `sentence`. */
#include "output/write.h"

#include "explain/changes.h"
#include "explain/figures.h"
#include "explain/french.h"
#include "explain/ranking.h"
#include "explain/standing.h"
#include "output/layout.h"
#include "output/structure.h"

#include <string.h>

#define RESERVES_MAX 8
#define QUESTIONS_MAX 8 /* more would not be read; the JSON has them all */

/* Phrases built here need an arena of their own: the report is read-only. */
typedef struct Writer {
    Layout layout;
    const Report *report;
    Arena arena;
} Writer;

static const struct {
    const char *mark;
    Colour colour;
} marks[] = {[TRUTH_FALSE] = {"✗", COLOUR_BAD}, [TRUTH_TRUE] = {"✓", COLOUR_GOOD}, [TRUTH_UNKNOWN] = {"?", COLOUR_DOUBT}};

static const Colour verdict_colours[] = {[VERDICT_ELIGIBLE] = COLOUR_GOOD,
                                         [VERDICT_INELIGIBLE] = COLOUR_BAD,
                                         [VERDICT_UNDETERMINED] = COLOUR_DOUBT,
                                         [VERDICT_NOT_APPLICABLE] = COLOUR_FAINT,
                                         [VERDICT_ERROR] = COLOUR_BAD};

static void header(Writer *writer) {
    const Report *report = writer->report;
    const char *name = report->name ? french_name(&writer->arena, report->name) : report->id ? report->id : "Structure sans nom";
    layout_paragraph(&writer->layout, 0, COLOUR_BOLD, NULL, name);
    layout_paragraph(&writer->layout, 0, COLOUR_NONE, NULL,
                     phrase_of(&writer->arena, "Situation évaluée au ", figure_date(&writer->arena, report->date), ".", NULL));
}

static void alerts(Writer *writer) {
    const Report *report = writer->report;
    bool clock = report->question_count > 0 && report->questions[0].urgent;
    if (report->alert_count == 0 && !clock) return;
    layout_title(&writer->layout, "À ne pas manquer");
    if (clock) layout_paragraph(&writer->layout, 0, COLOUR_BAD, "?", report->questions[0].question);
    for (size_t i = 0; i < report->alert_count; i++) layout_paragraph(&writer->layout, 0, COLOUR_BAD, "!", report->alerts[i].text);
}

static void inconsistencies(Writer *writer) {
    const Report *report = writer->report;
    if (report->inconsistency_count == 0) return;
    layout_title(&writer->layout, "Des réponses se contredisent");
    for (size_t i = 0; i < report->inconsistency_count; i++)
        layout_paragraph(&writer->layout, 0, COLOUR_DOUBT, "≠", report->inconsistencies[i]);
}

static void question(Writer *writer, size_t index, const QuestionReport *question) {
    Layout *layout = &writer->layout;
    const char *mark = arena_printf(&writer->arena, "%2zu.", index + 1);
    const char *whom = question->ask
                           ? phrase_of(&writer->arena, french_capital(&writer->arena, french_to(&writer->arena, question->ask)),
                                       COLON, french_quote(&writer->arena, question->question), NULL)
                           : question->question;
    layout_paragraph(layout, 0, COLOUR_BOLD, mark ? mark : "", whom);
    if (question->help) layout_paragraph(layout, 4, COLOUR_FAINT, NULL, question->help);
}

static void questions(Writer *writer) {
    const Report *report = writer->report;
    if (report->question_count == 0) return;
    layout_title(&writer->layout, "Questions à poser, les plus utiles d’abord");
    for (size_t i = 0; i < report->question_count && i < QUESTIONS_MAX; i++) question(writer, i, &report->questions[i]);
    if (report->question_count > QUESTIONS_MAX)
        layout_paragraph(&writer->layout, 4, COLOUR_FAINT, NULL,
                         phrase_of(&writer->arena, "… et ",
                                   french_cardinal(&writer->arena, report->question_count - QUESTIONS_MAX, GENDER_FEMININE),
                                   report->question_count - QUESTIONS_MAX > 1 ? " autres." : " autre.", NULL));
}

static void criteria(Writer *writer, const ProgrammeReport *programme) {
    for (size_t i = 0; i < programme->criterion_count; i++) {
        const CriterionReport *criterion = &programme->criteria[i];
        if (criterion->kind != CRITERION_CONDITION && criterion->kind != CRITERION_OBJECT) continue;
        layout_paragraph(&writer->layout, 3, marks[criterion->truth].colour, marks[criterion->truth].mark, criterion->clause);
        bool asked = criterion->truth == TRUTH_UNKNOWN && criterion->question && criterion->ask;
        if (!asked) continue;
        const char *whom = french_capital(&writer->arena, french_to(&writer->arena, criterion->ask));
        layout_paragraph(&writer->layout, 5, COLOUR_NONE, "→",
                         phrase_of(&writer->arena, whom, COLON, french_quote(&writer->arena, criterion->question), NULL));
    }
}

static void reserves(Writer *writer, const ProgrammeReport *programme) {
    for (size_t i = 0; i < programme->criterion_count; i++) {
        const CriterionReport *criterion = &programme->criteria[i];
        if (criterion->kind == CRITERION_RESERVE && criterion->truth != TRUTH_TRUE)
            layout_led(&writer->layout, 3, criterion->truth == TRUTH_FALSE ? "Réserve non levée" COLON : "Sous réserve" NBSP ":",
                       criterion->clause);
        if (criterion->kind == CRITERION_PRIORITY && criterion->truth == TRUTH_TRUE)
            layout_led(&writer->layout, 3, "Atout" NBSP ":", criterion->clause);
    }
}

static const char *titled(Writer *writer, const ProgrammeReport *report) {
    const Programme *programme = report->programme;
    if (programme->operator_count == 0) return programme->name;
    const char *operators = french_list(&writer->arena, programme->operators, programme->operator_count, "et");
    bool bracketed = strchr(programme->name, '(') || strchr(operators, '(');
    return phrase_of(&writer->arena, programme->name, bracketed ? ", " : " (", operators, bracketed ? "" : ")", NULL);
}

/* What goes with it, what comes after, what to know: a line each. */
static void beside(Writer *writer, const ProgrammeReport *report) {
    Arena *arena = &writer->arena;
    for (size_t i = 0; i < report->relation_count; i++)
        layout_led(&writer->layout, 3, phrase_of(arena, report->relations[i].lead, NBSP ":", NULL), report->relations[i].text);
    for (size_t i = 0; i < report->remark_count; i++) layout_led(&writer->layout, 3, "À savoir" NBSP ":", report->remarks[i].text);
    const ChangeReport *ending = changes_ending(report, writer->report->date);
    if (report->gain)
        layout_led(&writer->layout, 3,
                   report->gain->under_reserve ? "Éligibilité sous réserve attendue" NBSP ":" : "Éligibilité attendue" NBSP ":",
                   report->gain->text);
    if (ending) layout_led(&writer->layout, 3, "Attention" NBSP ":", phrase_of(arena, "cette réponse vaut ", ending->text, NULL));
}

static const char *verdict_line(Writer *writer, const ProgrammeReport *report) {
    const char *soon = standing_urgency(report, writer->report->date);
    const char *step = report->outcome.verdict == VERDICT_ELIGIBLE ? SEMICOLON "à solliciter " : SEMICOLON "à éclaircir ";
    return phrase_of(&writer->arena, french_capital(&writer->arena, report->verdict_text), soon ? step : "", soon ? soon : "",
                     NULL);
}

static void recommendation(Writer *writer, const ProgrammeReport *report) {
    Layout *layout = &writer->layout;
    const char *rank = arena_printf(&writer->arena, "%zu.", report->rank);
    layout_blank(layout);
    layout_paragraph(layout, 0, COLOUR_BOLD, rank ? rank : "", titled(writer, report));
    layout_paragraph(layout, 3, verdict_colours[report->outcome.verdict], NULL, verdict_line(writer, report));
    criteria(writer, report);
    reserves(writer, report);
    if (report->availability.text) layout_led(layout, 3, "Calendrier" NBSP ":", structure_calendar(report->availability.text));
    if (report->rank_reason) layout_led(layout, 3, "Rang" NBSP ":", report->rank_reason);
    beside(writer, report);
    if (report->programme->contact) layout_led(layout, 3, "Contact" NBSP ":", report->programme->contact);
    if (report->source_text[0] != '\0') layout_paragraph(layout, 3, COLOUR_FAINT, NULL, report->source_text);
}

static size_t ranked_count(const Report *report) {
    size_t count = 0;
    while (count < report->programme_count && report->programmes[count].rank > 0) count++;
    return count;
}

static void recommendations(Writer *writer, size_t ranked) {
    const Report *report = writer->report;
    layout_title(&writer->layout, "Recommandations");
    if (ranked == 0 && structure_need_unknown(report)) {
        layout_paragraph(&writer->layout, 0, COLOUR_DOUBT, "?",
                         "Quel est le besoin" THIN "? Sans lui, aucun dispositif ne peut être recommandé.");
        return;
    }
    if (ranked == 0)
        layout_paragraph(&writer->layout, 0, COLOUR_NONE, NULL,
                         "Aucun dispositif connu ne répond aujourd’hui à la fois au besoin et à la situation de la structure.");
    for (size_t i = 0; i < ranked; i++) recommendation(writer, &report->programmes[i]);
}

/* Point by point, by group; where a whole group can only be asked, its questions follow one another. */
static void readiness(Writer *writer) {
    static const struct {
        const char *mark;
        Colour colour;
    } states[] = {[READINESS_GREEN] = {"✓", COLOUR_GOOD},
                  [READINESS_NOT_YET] = {"✗", COLOUR_BAD},
                  [READINESS_TO_EXAMINE] = {"?", COLOUR_DOUBT}};
    const Report *report = writer->report;
    if (report->readiness_count == 0) return;
    layout_title(&writer->layout, "Est-ce le moment de changer d’échelle ?");
    for (size_t i = 0; i < report->readiness_count; i++) {
        const ReadinessReport *point = &report->readiness[i];
        bool opens = i == 0 || strcmp(report->readiness[i - 1].group, point->group) != 0;
        if (opens) layout_paragraph(&writer->layout, 0, COLOUR_BOLD, NULL, french_capital(&writer->arena, point->group));
        const char *text = phrase_of(&writer->arena, point->title, point->text ? " – " : "", point->text ? point->text : "", NULL);
        layout_paragraph(&writer->layout, 2, states[point->state].colour, states[point->state].mark, text);
    }
}

static void orientations(Writer *writer) {
    const Report *report = writer->report;
    if (report->orientation_count == 0) return;
    layout_title(&writer->layout, "Vers qui se tourner aussi");
    for (size_t i = 0; i < report->orientation_count; i++)
        layout_paragraph(&writer->layout, 0, COLOUR_NONE, "•", report->orientations[i].text);
}

/* What keeps an unranked programme from being recommended? */
static bool decides(const ProgrammeReport *report, const CriterionReport *criterion) {
    Truth wanted = report->outcome.verdict == VERDICT_UNDETERMINED ? TRUTH_UNKNOWN : TRUTH_FALSE;
    if (criterion->truth != wanted || criterion->kind == CRITERION_PRIORITY) return false;
    return criterion->kind != CRITERION_RESERVE || wanted != TRUTH_UNKNOWN;
}

/* All that excludes is named: one that is left unsaid may be the one that nothing cures. Of what is open the first is enough. */
static const char *decisive(Writer *writer, const ProgrammeReport *report) {
    Phrase phrase;
    size_t count = 0;
    bool closed = report->outcome.verdict == VERDICT_INELIGIBLE;
    phrase_init(&phrase, &writer->arena);
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        if (!decides(report, criterion)) continue;
        if (closed || count == 0) phrase_join(&phrase, count ? SEMICOLON : COLON, criterion->brief, NULL);
        count++;
    }
    if (!closed && count == 2) phrase_add(&phrase, SEMICOLON "et un autre point");
    if (!closed && count > 2)
        phrase_join(&phrase, SEMICOLON "et ", french_cardinal(&writer->arena, count - 1, GENDER_MASCULINE), " autres points", NULL);
    return phrase_text(&phrase);
}

/* « Scale up – à vérifier : forme juridique non connue ; et cinq autres points. » The title of the section already says
 * « ne convient pas ». */
static const char *brief_text(Writer *writer, const ProgrammeReport *report) {
    bool closed = report->outcome.verdict == VERDICT_INELIGIBLE;
    const char *missing = closed && report->gain ? " – il manque" : ""; /* or what is missing would read as what is met */
    return phrase_of(&writer->arena, ranking_short_name(&writer->arena, report->programme), closed ? missing : " – ",
                     closed ? "" : report->verdict_text, decisive(writer, report), ".", NULL);
}

static void arrow(Writer *writer, const char *lead, const char *text) {
    layout_paragraph(&writer->layout, 2, COLOUR_NONE, "→", phrase_of(&writer->arena, lead, text, NULL));
}

/* When it will be open, from the first day on; with what would then have to be confirmed or asked. */
static void later(Writer *writer, const ProgrammeReport *report) {
    Arena *arena = &writer->arena;
    const ChangeReport *gain = report->gain, *opening = changes_opening(report);
    const char *reserves[RESERVES_MAX];
    size_t count = 0;
    if (opening) arrow(writer, "ne serait plus exclu ", opening->text);
    arrow(writer,
          gain->under_reserve ? "éligibilité sous réserve attendue, toutes choses égales par ailleurs, "
                              : "éligibilité attendue, toutes choses égales par ailleurs, ",
          gain->text);
    for (size_t i = 0; gain->under_reserve && i < report->criterion_count && count < RESERVES_MAX; i++)
        if (report->criteria[i].kind == CRITERION_RESERVE && report->criteria[i].truth == TRUTH_UNKNOWN)
            reserves[count++] = report->criteria[i].brief;
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i ? SEMICOLON : "", reserves[i], NULL);
    if (count) arrow(writer, "sous réserve" COLON, phrase_text(&phrase));
    if (opening && opening->question)
        arrow(writer, phrase_of(arena, french_to(arena, opening->ask), COLON, NULL), french_quote(arena, opening->question));
}

/* Nothing makes it eligible for sure: when it will no longer be excluded, and what is to be verified until then. */
static void opens(Writer *writer, const ProgrammeReport *report) {
    const ChangeReport *opening = report->outcome.relevance == RELEVANCE_NONE ? NULL : structure_opening(report);
    const char *open[RESERVES_MAX];
    size_t count = 0;
    if (!opening) return;
    arrow(writer, "ne serait plus exclu ", opening->text);
    for (size_t i = 0; i < report->criterion_count && count < RESERVES_MAX; i++)
        if (report->criteria[i].kind == CRITERION_CONDITION && report->criteria[i].truth == TRUTH_UNKNOWN)
            open[count++] = report->criteria[i].brief;
    Phrase phrase;
    phrase_init(&phrase, &writer->arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i ? SEMICOLON : "", open[i], NULL);
    if (count) arrow(writer, "à vérifier d’ici là" COLON, phrase_text(&phrase));
}

static void brief(Writer *writer, const ProgrammeReport *report) {
    bool error = report->outcome.verdict == VERDICT_ERROR;
    layout_paragraph(&writer->layout, 0, verdict_colours[report->outcome.verdict], error ? "!" : "•",
                     error ? report->sentence : brief_text(writer, report));
    if (report->gain) later(writer, report);
    else opens(writer, report);
    if (report->refusal && report->outcome.verdict != VERDICT_NOT_APPLICABLE)
        arrow(writer, "non recommandé ici" COLON, report->refusal);
}

typedef enum Family { FAMILY_OPEN, FAMILY_UNPLACED, FAMILY_LATER, FAMILY_CLOSED, FAMILY_ERROR } Family;

static Family family_of(const Report *whole, const ProgrammeReport *report) {
    static const Family families[] = {[VERDICT_ELIGIBLE] = FAMILY_OPEN,
                                      [VERDICT_UNDETERMINED] = FAMILY_OPEN,
                                      [VERDICT_INELIGIBLE] = FAMILY_CLOSED,
                                      [VERDICT_NOT_APPLICABLE] = FAMILY_CLOSED,
                                      [VERDICT_ERROR] = FAMILY_ERROR};
    Family family = families[report->outcome.verdict];
    if (family == FAMILY_OPEN && !programme_says_need(report->programme)) return FAMILY_UNPLACED;
    return structure_is_later(whole, report) ? FAMILY_LATER : family;
}

/* The unranked programmes of one family, under a title of their own. */
static void section(Writer *writer, size_t ranked, Family wanted, const char *title) {
    const Report *report = writer->report;
    bool titled_yet = false;
    for (size_t i = ranked; i < report->programme_count; i++) {
        if (family_of(report, &report->programmes[i]) != wanted) continue;
        if (!titled_yet) layout_title(&writer->layout, title);
        titled_yet = true;
        brief(writer, &report->programmes[i]);
    }
}

/* The soonest first. */
static void not_yet(Writer *writer, size_t ranked) {
    const ProgrammeReport *next = structure_next_later(writer->report, ranked, NULL);
    if (next) layout_title(&writer->layout, "Pas encore");
    for (; next; next = structure_next_later(writer->report, ranked, next)) brief(writer, next);
}

Status write_text(const Report *report, int width, bool colours, Text *out) {
    Writer writer = {.report = report};
    layout_init(&writer.layout, out, width, colours);
    arena_init(&writer.arena, report->arena.memory);
    size_t ranked = ranked_count(report);
    header(&writer);
    alerts(&writer);
    inconsistencies(&writer);
    recommendations(&writer, ranked);
    not_yet(&writer, ranked);
    questions(&writer);
    section(&writer, ranked, FAMILY_OPEN, structure_elsewhere(report, ranked));
    section(&writer, ranked, FAMILY_UNPLACED, STRUCTURE_UNPLACED);
    readiness(&writer);
    orientations(&writer);
    section(&writer, ranked, FAMILY_CLOSED, "Ce qui ne convient pas, au vu des critères publiés");
    section(&writer, ranked, FAMILY_ERROR, "Règles en erreur, à vérifier à la main");
    bool failed = writer.arena.failed || out->failed;
    arena_clear(&writer.arena);
    return failed ? STATUS_NO_MEMORY : STATUS_OK;
}
