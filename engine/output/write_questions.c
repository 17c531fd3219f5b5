/* What is left to ask, as a list that can be taken to a meeting. */
#include "explain/french.h"
#include "explain/ranking.h"
#include "output/structure.h"
#include "output/write.h"

#include <string.h>

#define NAMES_MAX 4

static const ProgrammeReport *named(const Report *report, const char *id) {
    for (size_t i = 0; i < report->programme_count; i++)
        if (strcmp(report->programmes[i].programme->id, id) == 0) return &report->programmes[i];
    return NULL;
}

/* « Prev’Asso, DLA, CCSF et deux autres », by rank */
static const char *names_of(Arena *arena, const Report *report, const QuestionReport *question) {
    const char *names[NAMES_MAX + 1];
    size_t count = 0;
    for (size_t i = 0; i < question->settles_count && count < NAMES_MAX; i++) {
        const ProgrammeReport *programme = named(report, question->settles[i]);
        if (programme) names[count++] = ranking_short_name(arena, programme->programme);
    }
    size_t rest = question->settles_count - count;
    if (rest > 0)
        names[count++] = phrase_of(arena, french_cardinal(arena, rest, GENDER_MASCULINE), rest > 1 ? " autres" : " autre", NULL);
    return french_list(arena, names, count, "et");
}

/* What each answer would change, for the programmes that it concerns first. */
static void effects(Page *page, Arena *arena, const Report *report, const QuestionReport *asked, size_t level) {
    for (size_t i = 0; i < asked->settles_count && i < NAMES_MAX; i++) {
        const ProgrammeReport *programme = named(report, asked->settles[i]);
        const EffectReport *effect = structure_effect_on(asked, asked->settles[i]);
        if (programme && effect)
            page_item(page, level, ranking_short_name(arena, programme->programme), structure_effect(arena, effect), NULL);
    }
}

static void question(Page *page, Arena *arena, const Report *report, const QuestionReport *asked) {
    structure_question(page, arena, asked);
    bool each = asked->effect_count == asked->settles_count && asked->settles_count <= NAMES_MAX;
    if (asked->settles_count > 0 && !each)
        page_item(page, 1, asked->settles_count > 1 ? "Dispositifs concernés" : "Dispositif concerné",
                  names_of(arena, report, asked), NULL);
    effects(page, arena, report, asked, each ? 1 : 2);
}

/* A question that was put in vain is not put again; what waits for its answer is said. */
static void unanswered(Page *page, Arena *arena, const Report *report) {
    bool titled = false;
    for (size_t i = 0; i < report->programme_count; i++) {
        const ProgrammeReport *programme = &report->programmes[i];
        const char *open[NAMES_MAX];
        size_t count = 0;
        if (programme->rank == 0 || programme->outcome.verdict != VERDICT_UNDETERMINED) continue;
        for (size_t k = 0; k < programme->criterion_count && count < NAMES_MAX; k++)
            if (programme->criteria[k].truth == TRUTH_UNKNOWN && programme->criteria[k].kind != CRITERION_PRIORITY)
                open[count++] = programme->criteria[k].brief;
        if (!titled) page_heading(page, 2, NULL, "Restent à vérifier, faute de réponse");
        titled = true;
        page_item(page, 0, ranking_short_name(arena, programme->programme), french_list(arena, open, count, "et"), NULL);
    }
    page_paragraph(page, titled ? "Il ne reste rien d’autre à demander."
                                : "Il ne reste rien à demander" COLON "les réponses données suffisent.");
}

Status write_questions(const Report *report, Page *page) {
    Arena arena;
    arena_init(&arena, report->arena.memory);
    structure_head(page, &arena, report);
    if (report->question_count == 0) unanswered(page, &arena, report);
    else page_heading(page, 2, NULL, "Questions à poser, les plus utiles d’abord");
    for (size_t i = 0; i < report->question_count; i++) question(page, &arena, report, &report->questions[i]);
    bool failed = arena.failed || page->out->failed;
    arena_clear(&arena);
    return failed ? STATUS_NO_MEMORY : STATUS_OK;
}
