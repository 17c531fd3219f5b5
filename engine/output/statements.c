/* One line for each: what is said, then after a dash everything that stands behind it. */
#include "output/statements.h"

#include "explain/french.h"
#include "explain/sources.h"

#include <string.h>

const char *write_quotes(Arena *arena, const Quote *const *quotes, size_t count) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < count; i++) {
        const char *reading = french_quote(arena, source_reading(arena, quotes[i]));
        phrase_join(&phrase, i ? SEMICOLON : "", reading, quotes[i]->place ? ", " : "", quotes[i]->place ? quotes[i]->place : "",
                    NULL);
    }
    return phrase_text(&phrase);
}

static void also(Phrase *phrase, const char *lead, const char *text) {
    if (!text || text[0] == '\0') return;
    phrase_join(phrase, phrase->length ? SEMICOLON : "", lead, text, NULL);
}

static const char *note_of(Arena *arena, const Statement *statement, const Grounds *holder) {
    const Grounds *grounds = &statement->grounds;
    bool inherited = holder && grounds_same(grounds, holder);
    Phrase phrase;
    phrase_init(&phrase, arena);
    also(&phrase, "", statement->to_confirm ? "à confirmer" : NULL);
    also(&phrase, "", statement->doubt);
    if (!inherited) {
        also(&phrase, "", write_quotes(arena, grounds->quotes, grounds->quote_count));
        also(&phrase, "déduit" COLON, grounds->inferred ? french_tidy(arena, grounds->inferred) : NULL);
        also(&phrase, "plutôt que ", write_quotes(arena, grounds->set_aside, grounds->set_aside_count));
    }
    also(&phrase, "question" COLON, statement->question);
    return phrase.length ? phrase_text(&phrase) : NULL;
}

/* A sentence that something follows loses its full stop. */
static const char *unstopped(Arena *arena, const char *text) {
    size_t length = strlen(text);
    if (length == 0 || text[length - 1] != '.') return text;
    const char *copy = arena_text(arena, text, length - 1);
    return copy ? copy : "";
}

void write_statement(Page *page, Arena *arena, size_t depth, const Statement *statement, const Grounds *holder) {
    const char *text = statement->label ? statement->text : french_capital(arena, statement->text);
    if (statement->reason) text = phrase_of(arena, text, COLON, statement->reason, NULL);
    const char *note = note_of(arena, statement, holder);
    page_item(page, depth, statement->label, note ? unstopped(arena, text) : text, note);
    const Grounds *below = statement->grounds.quote_count || statement->grounds.inferred ? &statement->grounds : holder;
    for (size_t i = 0; i < statement->count; i++) write_statement(page, arena, depth + 1, &statement->of[i], below);
}
