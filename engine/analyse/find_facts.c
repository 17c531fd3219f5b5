/* Folded texts are compared word by word, so that « salaries » finds « effectif salarié » and nothing finds the middle of a word.
 */
#include "analyse/find_facts.h"

#include "base/text.h"
#include "explain/figures.h"
#include <string.h>

#define FOLDED_MAX 512
#define PLURAL_MIN 4 /* letters, from which a final s or x is left aside */

typedef struct Search {
    Arena *arena;
    char words[FOLDED_MAX]; /* folded, each ended by a space */
} Search;

static void fold_words(Search *search, const char *words) {
    char folded[FOLDED_MAX];
    size_t kept = 0;
    text_fold(folded, sizeof folded - 1, words);
    for (char *at = folded; *at;) {
        at += strspn(at, " ");
        size_t length = strcspn(at, " "), used = length;
        if (used > PLURAL_MIN && (at[used - 1] == 's' || at[used - 1] == 'x')) used--;
        if (used > 0 && kept + used + 2 < sizeof search->words) {
            memcpy(search->words + kept, at, used);
            kept += used;
            search->words[kept++] = ' ';
        }
        at += length;
    }
    search->words[kept] = '\0';
}

static bool begins_word(const char *text, const char *word, size_t length) {
    for (const char *at = text; *at; at += strcspn(at, " ")) {
        at += strspn(at, " ");
        if (strncmp(at, word, length) == 0) return true;
    }
    return false;
}

static bool says(const Search *search, const char *text) {
    char folded[FOLDED_MAX];
    if (!text || !search->words[0]) return false;
    text_fold(folded, sizeof folded, text);
    for (const char *word = search->words; *word;) {
        size_t length = strcspn(word, " ");
        if (!begins_word(folded, word, length)) return false;
        word += length + 1;
    }
    return true;
}

static const char *which_says(const Search *search, const char *const *texts) {
    for (; texts && *texts; texts++)
        if (says(search, *texts)) return *texts;
    return NULL;
}

/* Values of territory are by the thousand, and not the fact's own. */
static bool has_values(const Vocabulary *vocabulary, const Fact *fact) {
    return fact->type != FACT_PLACE && fact->type != FACT_BOOLEAN && !territory_is_of(vocabulary, fact);
}

static const char *value_that_says(const Search *search, const Fact *fact) {
    for (size_t i = 0; i < fact->choice_count; i++) {
        const Choice *choice = &fact->choices[i];
        if (!says(search, choice->name) && !says(search, choice->label) && !which_says(search, choice->synonyms)) continue;
        return phrase_of(search->arena, "valeur " QUOTE_OPEN, choice->name, QUOTE_CLOSE, NULL);
    }
    return NULL;
}

/* Does the fact say the words? `*why`: by what, unless its own name or label. */
static bool fact_says(const Search *search, const Vocabulary *vocabulary, const Fact *fact, const char **why) {
    *why = NULL;
    if (says(search, fact->name) || says(search, fact->label)) return true;
    const char *synonym = which_says(search, fact->synonyms);
    if (synonym) *why = phrase_of(search->arena, "aussi " QUOTE_OPEN, synonym, QUOTE_CLOSE, NULL);
    else if (has_values(vocabulary, fact)) *why = value_that_says(search, fact);
    if (!*why && (says(search, fact->when_yes) || says(search, fact->when_no) || says(search, fact->question)))
        *why = "dans la question ou la réponse";
    return *why != NULL;
}

Status facts_find(Arena *arena, const Vocabulary *vocabulary, const char *words, FactsFound *out) {
    Search search = {.arena = arena};
    *out = (FactsFound){.first = -1};
    out->facts = arena_array(arena, vocabulary->count + 1, sizeof *out->facts);
    out->why = arena_array(arena, vocabulary->count + 1, sizeof *out->why);
    if (!out->facts || !out->why) return STATUS_NO_MEMORY;
    int named = vocabulary_find(vocabulary, words, strlen(words));
    bool exact = named >= 0 && (!vocabulary->facts[named].hidden || named == vocabulary->siege);
    fold_words(&search, words);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (exact ? (int)i != named : fact->hidden || !fact_says(&search, vocabulary, fact, &out->why[i])) continue;
        out->facts[i] = true;
        if (out->count++ == 0) out->first = (int)i;
    }
    return arena->failed ? STATUS_NO_MEMORY : STATUS_OK;
}

const char *facts_nearest(const Vocabulary *vocabulary, const char *words) {
    const char *nearest = vocabulary_nearest(vocabulary, words);
    for (size_t i = 0; i < vocabulary->count && !nearest; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (!fact->hidden && has_values(vocabulary, fact) && fact_nearest_choice(fact, words)) nearest = fact->name;
    }
    return nearest;
}
