/* One programme for one structure, in the order in which an advisor argues: the paragraph to paste, then what it rests on point by
 * point, then what would change the answer, what to ask, why this rank, and where to go. */
#include "explain/draft.h"
#include "explain/figures.h"
#include "explain/french.h"
#include "output/structure.h"
#include "output/write.h"

#include <string.h>

#define CURES_TOLD 3 /* the least effort; the JSON has them all */

typedef struct Writer {
    Page *page;
    Arena arena;
    const Report *report;
    const ProgrammeReport *programme;
} Writer;

static const char *dating(Arena *arena, const char *date) {
    Day first, last;
    if (!date || !day_read(date, strlen(date), &first, &last)) return "document non daté";
    return figure_date(arena, first);
}

/* « « 3 à 6 mois », Avise, « … », synthèse (3/3) (document non daté) »; what all sources of a criterion were inferred from is told
 * once, after the last, unless it has been said. */
static void source(Writer *writer, size_t depth, const SourceReport *source, bool last, const char *said) {
    Arena *arena = &writer->arena;
    if (source->quote && source->document) {
        const char *where = phrase_of(arena, french_tidy(arena, source->document), source->place ? ", " : "",
                                      source->place ? source->place : "", " (", dating(arena, source->document_date), ")", NULL);
        page_item(writer->page, depth, "Le document", french_quote(arena, source->quote), where);
    }
    const char *why = source->inferred && source->why_inferred ? french_tidy(arena, source->why_inferred) : NULL;
    if (why && last && !strstr(said, why)) page_item(writer->page, depth, "Déduit par l’auteur de la règle", why, NULL);
}

static const char *whom(Writer *writer, const char *ask) {
    if (!ask) return "Question à poser";
    return phrase_of(&writer->arena, "Question à poser ", french_to(&writer->arena, ask), NULL);
}

/* A group of one part, or of which one part is left, says nothing that the part does not. */
static const CriterionReport *essence(const CriterionReport *told) {
    while (told->of_count == 1 && strcmp(told->of[0].clause, told->clause) == 0) told = &told->of[0];
    return told;
}

/* Readings of one passage would be told alike by it: what each of them asks tells them apart. */
static const char *part_words(const CriterionReport *group, const CriterionReport *part) {
    size_t alike = 0;
    for (size_t i = 0; group && group->op && strcmp(group->op, "divergence") == 0 && i < group->of_count; i++)
        alike += strcmp(group->of[i].clause, part->clause) == 0;
    return alike > 1 ? part->expected : part->clause;
}

/* A fact that has no meaning for this structure is neither met nor failed. */
static bool beside_the_point(const CriterionReport *told) {
    return told->value && strcmp(told->value, NOT_APPLICABLE) == 0;
}

static const char *outcome_words(Writer *writer, const CriterionReport *group, const CriterionReport *given, bool whole) {
    static const char *const outcomes[] = {[TRUTH_FALSE] = "✗ ", [TRUTH_TRUE] = "✓ ", [TRUTH_UNKNOWN] = "? "};
    Arena *arena = &writer->arena;
    const CriterionReport *told = essence(given);
    if (whole) return phrase_of(arena, outcomes[told->truth], given->sentence, NULL);
    if (beside_the_point(told)) return phrase_of(arena, "– Ne se pose pas ici" COLON, told->expected, ".", NULL);
    return phrase_of(arena, outcomes[told->truth], french_capital(arena, part_words(group, told)), ".", NULL);
}

static void criterion(Writer *writer, size_t depth, const CriterionReport *group, const CriterionReport *given, bool asks) {
    const CriterionReport *told = essence(given);
    const char *text = outcome_words(writer, group, given, depth == 0);
    page_item(writer->page, depth, NULL, text, NULL);
    if (told->value && depth == 0 && told->truth != TRUTH_UNKNOWN && !strstr(text, told->value))
        page_item(writer->page, depth + 1, "Ce que l’on sait de la structure", told->value, NULL);
    for (size_t i = 0; i < told->source_count; i++) source(writer, depth + 1, &told->sources[i], i + 1 == told->source_count, text);
    bool ask = asks && told->question;
    if (ask) page_item(writer->page, depth + 1, whom(writer, told->ask), told->question, NULL);
    for (size_t i = 0; i < told->of_count; i++) criterion(writer, depth + 1, told, &told->of[i], asks && !ask);
}

static void criteria(Writer *writer) {
    static const char *const titles[] = {[CRITERION_CONDITION] = "Conditions d’admission",
                                         [CRITERION_OBJECT] = "Ce qu’il y a à traiter",
                                         [CRITERION_RESERVE] = "Réserves, à l’appréciation de l’opérateur",
                                         [CRITERION_PRIORITY] = "Priorités de l’opérateur (elles ne décident pas)"};
    const ProgrammeReport *programme = writer->programme;
    for (size_t i = 0; i < programme->criterion_count; i++) {
        const CriterionReport *told = &programme->criteria[i];
        if (i == 0 || programme->criteria[i - 1].kind != told->kind) page_heading(writer->page, 2, NULL, titles[told->kind]);
        criterion(writer, 0, NULL, told, told->truth == TRUTH_UNKNOWN);
    }
}

/* The facts that carry the answer; not worth a line when they are all there is to read above. */
static void reasons(Writer *writer) {
    const char *text = writer->programme->reasons.text;
    if (!text) return;
    page_heading(writer->page, 2, NULL, "Ce qui décide");
    page_item(writer->page, 0, NULL, text, NULL);
}

/* The parts of a cure that nobody can bring about, or the others: « a ; b », or NULL. */
static const char *parts_of(Writer *writer, const CureReport *cure, bool blocked) {
    Phrase phrase;
    phrase_init(&phrase, &writer->arena);
    for (size_t i = 0; i < cure->count; i++)
        if ((cure->means[i] == MEANS_BLOCKED) == blocked)
            phrase_join(&phrase, phrase.length ? SEMICOLON : "", cure->parts[i], NULL);
    return phrase.length ? phrase_text(&phrase) : NULL;
}

/* What nobody can change, or nobody should, is never told as something to do. */
static void cure(Writer *writer, const CureReport *told, bool first) {
    const char *blocking = parts_of(writer, told, true), *others = parts_of(writer, told, false);
    if (!blocking) {
        const char *lead = !first ? "Ou bien" : told->count > 1 ? "Il faudrait tout cela ensemble" : "Il faudrait";
        page_item(writer->page, 0, lead, told->text, NULL);
        return;
    }
    page_item(writer->page, 0, first ? "Demandé par le document, et bloquant" : "Ou bien, bloquant aussi", blocking, NULL);
    if (others) page_item(writer->page, 1, "Pourrait changer, sans suffire", others, NULL);
}

/* Is there neither a date nor a step to announce, whatever is looked for? */
static bool stays_closed(const ProgrammeReport *report) {
    const ReasonsReport *reasons = &report->reasons;
    return report->outcome.verdict == VERDICT_INELIGIBLE && report->change_count == 0 && reasons->cure_count > 0 &&
           reasons->cures[0].hardest == MEANS_BLOCKED;
}

/* What would have to change and has no date or step above: said where it tells more than the one condition that failed, or that it
 * is within reach. */
static void cures(Writer *writer) {
    const ReasonsReport *told = &writer->programme->reasons;
    bool closed = stays_closed(writer->programme);
    bool plain = told->cure_count == 1 && told->cures[0].count == 1 && (closed || writer->programme->change_count > 0);
    for (size_t i = 0; !plain && i < told->cure_count && i < CURES_TOLD; i++) {
        bool blocked = told->cures[i].hardest == MEANS_BLOCKED, announced = !blocked && writer->programme->gain;
        if (announced || (i > 0 && blocked && !closed)) return; /* what comes after is harder */
        cure(writer, &told->cures[i], i == 0);
    }
}

static const char *lead_of(const ChangeReport *change) {
    static const char *const leads[] = {[CHANGE_GAIN] = "Éligibilité attendue, toutes choses égales par ailleurs, ",
                                        [CHANGE_OPENING] = "Ne serait plus exclu, sans être encore acquis, ",
                                        [CHANGE_LOSS] = "Cette réponse vaut, toutes choses égales par ailleurs, "};
    const bool reserved = change->kind == CHANGE_GAIN && change->under_reserve;
    return reserved ? "Éligibilité sous réserve attendue, toutes choses égales par ailleurs, " : leads[change->kind];
}

static void changes(Writer *writer) {
    const ProgrammeReport *programme = writer->programme;
    if (programme->change_count == 0 && programme->reasons.cure_count == 0) return;
    page_heading(writer->page, 2, NULL, "Ce qui changerait la réponse");
    if (stays_closed(programme))
        page_item(writer->page, 0, NULL, "Ni le temps seul, ni une démarche de courte durée n’y suffiraient.", NULL);
    for (size_t i = 0; i < programme->change_count; i++)
        page_item(writer->page, 0, NULL,
                  phrase_of(&writer->arena, lead_of(&programme->changes[i]), programme->changes[i].text, ".", NULL), NULL);
    cures(writer);
}

static bool settles(const QuestionReport *question, const char *programme) {
    for (size_t i = 0; i < question->settles_count; i++)
        if (strcmp(question->settles[i], programme) == 0) return true;
    return false;
}

/* One answer that is enough is told beside its question. */
static void ways(Writer *writer) {
    const ReasonsReport *told = &writer->programme->reasons;
    for (size_t i = 0; i < told->way_count; i++)
        if (told->ways[i].count > 1)
            page_item(writer->page, 0,
                      told->ways[i].under_reserve ? "Suffirait pour être éligible sous réserve" : "Suffirait pour être éligible",
                      told->ways[i].text, NULL);
}

static void questions(Writer *writer) {
    bool titled = false;
    for (size_t i = 0; i < writer->report->question_count; i++) {
        const QuestionReport *question = &writer->report->questions[i];
        if (!settles(question, writer->programme->programme->id)) continue;
        if (!titled) page_heading(writer->page, 2, NULL, "À demander");
        titled = true;
        structure_question(writer->page, &writer->arena, question);
        const EffectReport *effect = structure_effect_on(question, writer->programme->programme->id);
        if (effect) page_item(writer->page, 1, NULL, structure_effect(&writer->arena, effect), NULL);
    }
    ways(writer);
}

/* « Avant DLA et CODEFI : il est…, alors que chacun d’eux est… »: those that follow one another for one reason are told together.
 * Gives how many they are. */
static size_t neighbours(Writer *writer, const ComparisonReport *first, size_t left) {
    Arena *arena = &writer->arena;
    const char **names = arena_array(arena, left, sizeof *names);
    size_t count = 0;
    if (!names) return left;
    while (count < left && first[count].after == first->after && strcmp(first[count].why, first->why) == 0) {
        names[count] = first[count].name;
        count++;
    }
    const char *lead = phrase_of(arena, first->after ? "Après " : "Avant ", french_list(arena, names, count, "et"), NULL);
    page_item(writer->page, 0, lead, count > 1 ? first->why_each : first->why, NULL);
    return count;
}

static void rank(Writer *writer) {
    const ProgrammeReport *programme = writer->programme;
    if (!programme->rank_reason) return;
    const char *place = arena_printf(&writer->arena, "Pourquoi le rang %zu", programme->rank);
    page_heading(writer->page, 2, NULL, place ? place : "");
    for (size_t i = 0; i < programme->comparison_count;)
        i += neighbours(writer, &programme->comparisons[i], programme->comparison_count - i);
    if (programme->comparison_count == 0)
        page_item(writer->page, 0, NULL, french_capital(&writer->arena, programme->rank_reason), NULL);
}

static void practical(Writer *writer) {
    const ProgrammeReport *told = writer->programme;
    const Programme *programme = told->programme;
    Arena *arena = &writer->arena;
    page_heading(writer->page, 2, NULL, "En pratique");
    const char *calendar = told->availability.text;
    if (calendar) page_item(writer->page, 0, "Calendrier", structure_calendar(calendar), NULL);
    if (told->duration) page_item(writer->page, 0, "Durée du parcours", told->duration, NULL);
    if (told->cost) page_item(writer->page, 0, "Participation financière", told->cost, NULL);
    if (told->endowment) page_item(writer->page, 0, "Dotation", told->endowment, NULL);
    if (told->capacity) page_item(writer->page, 0, "Capacité", told->capacity, NULL);
    if (programme->contact) page_item(writer->page, 0, "Contact", french_tidy(arena, programme->contact), NULL);
    for (size_t i = 0; i < told->relation_count; i++) structure_relation(writer->page, &told->relations[i]);
    for (size_t i = 0; i < told->remark_count; i++) page_item(writer->page, 0, "À savoir", told->remarks[i].text, NULL);
    for (size_t i = 0; i < programme->link_count; i++)
        page_link(writer->page, 0, french_tidy(arena, programme->links[i].text), programme->links[i].address);
    page_item(writer->page, 0, "Règles", writer->report->rulebook->generation, NULL);
}

Status write_explanation(const Report *report, const ProgrammeReport *programme, bool brief, Page *page) {
    Writer writer = {.page = page, .report = report, .programme = programme};
    if (brief) {
        page_paragraph(page, programme->summary);
        return page->out->failed ? STATUS_NO_MEMORY : STATUS_OK;
    }
    arena_init(&writer.arena, report->arena.memory);
    page_heading(page, 1, NULL, programme->programme->name ? programme->programme->name : programme->programme->id);
    page_paragraph(page, programme->sentence);
    criteria(&writer);
    reasons(&writer);
    changes(&writer);
    questions(&writer);
    rank(&writer);
    practical(&writer);
    bool failed = writer.arena.failed || page->out->failed;
    arena_clear(&writer.arena);
    return failed ? STATUS_NO_MEMORY : STATUS_OK;
}
