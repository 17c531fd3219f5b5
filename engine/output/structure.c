/* Small entries that the explanation, the list of questions and the whole page write alike. */
#include "output/structure.h"

#include "explain/changes.h"
#include "explain/figures.h"
#include "explain/french.h"

#include <string.h>

void structure_head(Page *page, Arena *arena, const Report *report) {
    page_heading(page, 1, NULL, report->name ? french_name(arena, report->name) : report->id ? report->id : "Structure sans nom");
    page_paragraph(page, phrase_of(arena, "Situation évaluée au ", figure_date(arena, report->date), ".", NULL));
}

void structure_relation(Page *page, const RelationReport *relation) {
    page_item(page, 0, relation->lead, relation->text ? relation->text : "", NULL);
}

const char *structure_calendar(const char *text) {
    static const char word[] = "calendrier ";
    return strncmp(text, word, sizeof word - 1) == 0 ? text + sizeof word - 1 : text;
}

/* « À Ronalpia, pour deux dispositifs » */
static const char *whom(Arena *arena, const QuestionReport *question) {
    const char *operator= french_capital(arena, french_to(arena, question->ask));
    if (question->settles_count < 2) return operator;
    return phrase_of(arena, operator, ", pour ", french_cardinal(arena, question->settles_count, GENDER_MASCULINE), " dispositifs",
                     NULL);
}

void structure_question(Page *page, Arena *arena, const QuestionReport *question) {
    if (question->ask) page_item(page, 0, whom(arena, question), french_quote(arena, question->question), question->help);
    else page_item(page, 0, NULL, question->question, question->help);
}

/* « éligible sous réserve », « pas avant le 31 mars 2027 »; where it is eligible already, what becomes of its reserves. */
static const char *outcome_words(Arena *arena, const AnswerReport *answer, bool reserved) {
    static const char *const verdicts[] = {[VERDICT_ELIGIBLE] = "éligible",
                                           [VERDICT_INELIGIBLE] = "non éligible",
                                           [VERDICT_UNDETERMINED] = "encore à vérifier",
                                           [VERDICT_NOT_APPLICABLE] = "sans objet",
                                           [VERDICT_ERROR] = "règle en erreur"};
    if (answer->from < DAY_MAX) return phrase_of(arena, "pas avant le ", figure_date(arena, answer->from), NULL);
    if (reserved && answer->verdict == VERDICT_ELIGIBLE) return answer->under_reserve ? "une réserve de moins" : "plus de réserve";
    return answer->under_reserve ? phrase_of(arena, verdicts[answer->verdict], " sous réserve", NULL) : verdicts[answer->verdict];
}

const char *structure_effect(Arena *arena, const EffectReport *effect) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < effect->count; i++)
        phrase_join(&phrase, i > 0 ? SEMICOLON : "", effect->answers[i].text, " → ",
                    outcome_words(arena, &effect->answers[i], effect->reserved), NULL);
    return phrase_text(&phrase);
}

const EffectReport *structure_effect_on(const QuestionReport *asked, const char *programme) {
    for (size_t i = 0; i < asked->effect_count; i++)
        if (strcmp(asked->effects[i].programme, programme) == 0) return &asked->effects[i];
    return NULL;
}

const char *structure_elsewhere(const Report *report, size_t ranked) {
    if (ranked) return "Hors du besoin exprimé";
    for (size_t i = 0; i < report->programme_count; i++)
        if (report->programmes[i].outcome.relevance == RELEVANCE_NONE) return "Non recommandés ici";
    return "À confirmer"; /* the need is not known */
}

bool structure_need_unknown(const Report *report) {
    return report->question_count > 0 && report->questions[0].fact && strcmp(report->questions[0].fact, "besoins") == 0;
}

const ChangeReport *structure_opening(const ProgrammeReport *programme) {
    return programme->gain ? NULL : changes_first_opening(programme);
}

static Day coming_day(const ProgrammeReport *programme) {
    return programme->gain ? programme->gain->day : structure_opening(programme)->day;
}

bool structure_is_later(const Report *report, const ProgrammeReport *programme) {
    const Relevance relevance = programme->outcome.relevance;
    const bool answers = relevance == RELEVANCE_STRONG || relevance == RELEVANCE_POSSIBLE;
    if (programme->outcome.verdict != VERDICT_INELIGIBLE) return false;
    if (programme->gain) return answers || (relevance == RELEVANCE_UNKNOWN && structure_need_unknown(report));
    const ChangeReport *opening = structure_opening(programme);
    return answers && opening && opening->day <= day_add(report->date, (Duration){.months = 12});
}

/* On one day, in the order of the report. */
static bool comes_before(const ProgrammeReport *a, const ProgrammeReport *b) {
    return coming_day(a) != coming_day(b) ? coming_day(a) < coming_day(b) : a < b;
}

const ProgrammeReport *structure_next_later(const Report *report, size_t ranked, const ProgrammeReport *last) {
    const ProgrammeReport *next = NULL;
    for (size_t i = ranked; i < report->programme_count; i++) {
        const ProgrammeReport *programme = &report->programmes[i];
        if (!structure_is_later(report, programme) || (last && !comes_before(last, programme))) continue;
        if (!next || comes_before(programme, next)) next = programme;
    }
    return next;
}
