/* The whole result as a page to paste into a report: each recommendation is its paragraph; the rest is a line each. */
#include "explain/french.h"
#include "explain/ranking.h"
#include "output/structure.h"
#include "output/write.h"

typedef struct Writer {
    Page *page;
    Arena arena;
    const Report *report;
} Writer;

static void alerts(Writer *writer) {
    const Report *report = writer->report;
    if (report->alert_count == 0) return;
    page_heading(writer->page, 2, NULL, "À ne pas manquer");
    for (size_t i = 0; i < report->alert_count; i++) page_item(writer->page, 0, NULL, report->alerts[i].text, NULL);
}

static void inconsistencies(Writer *writer) {
    const Report *report = writer->report;
    if (report->inconsistency_count == 0) return;
    page_heading(writer->page, 2, NULL, "Des réponses se contredisent");
    for (size_t i = 0; i < report->inconsistency_count; i++) page_item(writer->page, 0, NULL, report->inconsistencies[i], NULL);
}

static size_t recommendations(Writer *writer) {
    const Report *report = writer->report;
    size_t ranked = 0;
    page_heading(writer->page, 2, NULL, "Recommandations");
    for (; ranked < report->programme_count && report->programmes[ranked].rank > 0; ranked++) {
        const ProgrammeReport *programme = &report->programmes[ranked];
        const char *number = arena_printf(&writer->arena, "%zu. ", programme->rank);
        page_heading(
            writer->page, 3, programme->programme->id,
            phrase_of(&writer->arena, number ? number : "", ranking_short_name(&writer->arena, programme->programme), NULL));
        page_paragraph(writer->page, programme->sentence);
    }
    if (ranked == 0) page_paragraph(writer->page, "Aucun dispositif ne peut être recommandé en l’état de ce qui est connu.");
    return ranked;
}

/* Does an unranked programme stand in a section? */
typedef bool Belongs(const Report *report, const ProgrammeReport *programme);

/* The unranked programmes: those that a change would open, then by what is known of them. */
static void section(Writer *writer, size_t ranked, const char *title, Belongs *belongs) {
    const Report *report = writer->report;
    bool titled = false;
    for (size_t i = ranked; i < report->programme_count; i++) {
        if (!belongs(report, &report->programmes[i])) continue;
        if (!titled) page_heading(writer->page, 2, NULL, title);
        titled = true;
        page_item(writer->page, 0, NULL, report->programmes[i].summary, NULL);
    }
}

static bool open_now(const ProgrammeReport *programme) {
    return programme->outcome.verdict == VERDICT_ELIGIBLE || programme->outcome.verdict == VERDICT_UNDETERMINED;
}

static bool open_elsewhere(const Report *report, const ProgrammeReport *programme) {
    (void)report;
    return open_now(programme) && programme_says_need(programme->programme);
}

static bool unplaced(const Report *report, const ProgrammeReport *programme) {
    (void)report;
    return open_now(programme) && !programme_says_need(programme->programme);
}

static bool closed(const Report *report, const ProgrammeReport *programme) {
    return (programme->outcome.verdict == VERDICT_INELIGIBLE && !structure_is_later(report, programme)) ||
           programme->outcome.verdict == VERDICT_NOT_APPLICABLE;
}

static bool failed(const Report *report, const ProgrammeReport *programme) {
    (void)report;
    return programme->outcome.verdict == VERDICT_ERROR;
}

static void questions(Writer *writer) {
    const Report *report = writer->report;
    if (report->question_count == 0) return;
    page_heading(writer->page, 2, NULL, "Questions à poser, les plus utiles d’abord");
    for (size_t i = 0; i < report->question_count; i++) structure_question(writer->page, &writer->arena, &report->questions[i]);
}

static void readiness(Writer *writer) {
    static const char *const states[] = {[READINESS_GREEN] = "✓", [READINESS_NOT_YET] = "✗", [READINESS_TO_EXAMINE] = "?"};
    const Report *report = writer->report;
    if (report->readiness_count == 0) return;
    page_heading(writer->page, 2, NULL, "Est-ce le moment de changer d’échelle" THIN "?");
    for (size_t i = 0; i < report->readiness_count; i++) {
        const ReadinessReport *point = &report->readiness[i];
        page_item(writer->page, 0, NULL, phrase_of(&writer->arena, states[point->state], " ", point->title, NULL), point->text);
    }
}

static void orientations(Writer *writer) {
    const Report *report = writer->report;
    if (report->orientation_count == 0) return;
    page_heading(writer->page, 2, NULL, "Vers qui se tourner aussi");
    for (size_t i = 0; i < report->orientation_count; i++) page_item(writer->page, 0, NULL, report->orientations[i].text, NULL);
}

/* The soonest first. */
static void not_yet(Writer *writer, size_t ranked) {
    const ProgrammeReport *next = structure_next_later(writer->report, ranked, NULL);
    if (next) page_heading(writer->page, 2, NULL, "Pas encore");
    for (; next; next = structure_next_later(writer->report, ranked, next)) page_item(writer->page, 0, NULL, next->summary, NULL);
}

Status write_markdown(const Report *report, Text *out) {
    Page page;
    page_init_markdown(&page, out);
    Writer writer = {.page = &page, .report = report};
    arena_init(&writer.arena, report->arena.memory);
    structure_head(&page, &writer.arena, report);
    alerts(&writer);
    inconsistencies(&writer);
    size_t ranked = recommendations(&writer);
    not_yet(&writer, ranked);
    questions(&writer);
    section(&writer, ranked, structure_elsewhere(report, ranked), open_elsewhere);
    section(&writer, ranked, STRUCTURE_UNPLACED, unplaced);
    readiness(&writer);
    orientations(&writer);
    section(&writer, ranked, "Ne convient pas", closed);
    section(&writer, ranked, "Non évalué", failed);
    bool lost = writer.arena.failed || out->failed;
    arena_clear(&writer.arena);
    return lost ? STATUS_NO_MEMORY : STATUS_OK;
}
