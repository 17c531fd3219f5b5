/* Small entries that the explanation, the list of questions and the whole page write alike. */
#include "output/structure.h"

#include "explain/figures.h"
#include "explain/french.h"

#include <string.h>

void structure_head(Page *page, Arena *arena, const Report *report) {
    page_heading(page, 1, NULL, report->name ? report->name : report->id ? report->id : "Structure sans nom");
    page_paragraph(page, phrase_of(arena, "Situation évaluée au ", figure_date(arena, report->date), ".", NULL));
}

void structure_relation(Page *page, Arena *arena, const RelationReport *relation) {
    static const char *const leads[][2] = {
        {"with", "À mener avec "}, {"after", "Ensuite, "}, {"without", "À ne pas cumuler avec "}};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (strcmp(leads[i][0], relation->kind) == 0)
            page_item(page, 0, phrase_of(arena, leads[i][1], relation->name, NULL), relation->text ? relation->text : "", NULL);
}

void structure_question(Page *page, Arena *arena, const QuestionReport *question) {
    const char *lead = question->ask ? french_capital(arena, french_to(arena, question->ask)) : NULL;
    page_item(page, 0, lead, question->question, question->help);
}
