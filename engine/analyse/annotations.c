/* The words stand in one file of annotations, where a person writes them; facts, values and documents are added from the rulebook,
 * so that what an editor proposes is what the engine takes. The names of the words, for luacheck, are read from the same file. */
#include "analyse/annotations.h"

#include "analyse/embedded.h"

#include <string.h>

static const char *type_text(const Fact *fact) {
    static const char *const names[] = {
        [FACT_TEXT] = "texte",    [FACT_CODE] = "code",   [FACT_BOOLEAN] = "oui ou non", [FACT_INTEGER] = "nombre entier",
        [FACT_NUMBER] = "nombre", [FACT_EUROS] = "euros", [FACT_DATE] = "date",          [FACT_ENUM] = "une valeur",
        [FACT_SET] = "ensemble",  [FACT_PLACE] = "lieu",
    };
    return names[fact->type];
}

/* One name of an alias, with what an editor shows beside it. */
static void write_name(Text *out, const char *name) {
    text_add(out, "---| \"");
    text_add(out, name);
    text_add(out, "\" # ");
}

static void write_facts(const Vocabulary *vocabulary, Text *out) {
    text_add(out, "\n---@alias azimut.Fait\n");
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (fact->hidden) continue;
        write_name(out, fact->name);
        text_add(out, fact->label);
        text_add(out, " (");
        text_add(out, type_text(fact));
        if (fact->units) {
            text_add(out, ", en ");
            text_add(out, fact->units);
        }
        text_add(out, ")");
        if (fact->question) {
            text_add(out, " – ");
            text_add(out, fact->question);
        }
        text_add(out, "\n");
    }
    text_add(out, "---| \"siege\" # le siège, à tous les niveaux : regions { … }, departements { … }, epci { … }, communes { … }, "
                  "metropole\n");
}

static bool valued(const Vocabulary *vocabulary, const Fact *fact) {
    return !fact->hidden && (fact->type == FACT_ENUM || fact->type == FACT_SET) && !territory_is_of(vocabulary, fact);
}

static bool said_before(const Vocabulary *vocabulary, size_t fact, const char *name) {
    for (size_t i = 0; i < fact; i++)
        if (valued(vocabulary, &vocabulary->facts[i]) && fact_choice(&vocabulary->facts[i], name, strlen(name)) >= 0) return true;
    return false;
}

/* A value that several facts have is one name, with what it means for each. */
static void write_value(const Vocabulary *vocabulary, size_t first, const char *name, Text *out) {
    const char *between = "";
    write_name(out, name);
    for (size_t i = first; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        int choice = valued(vocabulary, fact) ? fact_choice(fact, name, strlen(name)) : -1;
        if (choice < 0) continue;
        text_add(out, between);
        text_add(out, fact->name);
        text_add(out, " : ");
        text_add(out, fact->choices[choice].label);
        between = " ; ";
    }
    text_add(out, "\n");
}

static void write_values(const Vocabulary *vocabulary, Text *out) {
    text_add(out, "\n---@alias azimut.Valeur\n");
    for (size_t i = 0; i < vocabulary->count; i++) {
        const Fact *fact = &vocabulary->facts[i];
        if (!valued(vocabulary, fact)) continue;
        for (size_t c = 0; c < fact->choice_count; c++)
            if (!said_before(vocabulary, i, fact->choices[c].name)) write_value(vocabulary, i, fact->choices[c].name, out);
    }
    text_add(out, "---| \"…\" # termine une liste ouverte : elle inclut, elle n’exclut pas\n");
}

static void write_documents(const Rulebook *rulebook, Text *out) {
    text_add(out, "\n---@alias azimut.IdDocument\n");
    for (size_t i = 0; i < rulebook->document_count; i++) {
        write_name(out, rulebook->documents[i].id);
        text_add(out, rulebook->documents[i].in_sentence);
        text_add(out, "\n");
    }
}

void annotations_write(const Rulebook *rulebook, Text *out) {
    text_add_bytes(out, (const char *)embedded_annotations, embedded_annotations_length);
    write_facts(&rulebook->vocabulary, out);
    write_values(&rulebook->vocabulary, out);
    write_documents(rulebook, out);
}

void annotations_write_luarc(Text *out) {
    text_add_bytes(out, (const char *)embedded_luarc, embedded_luarc_length);
}

/* The name that a line of the annotations defines: « function NAME(… » or « NAME = nil ». */
static size_t word_of(const char *line, size_t length, const char **word) {
    static const char function[] = "function ", constant[] = " = nil";
    *word = line;
    if (length > sizeof function && memcmp(line, function, sizeof function - 1) == 0) {
        *word += sizeof function - 1;
        const char *end = memchr(*word, '(', length - (sizeof function - 1));
        return end ? (size_t)(end - *word) : 0;
    }
    const size_t tail = sizeof constant - 1;
    return length > tail && memcmp(line + length - tail, constant, tail) == 0 ? length - tail : 0;
}

void annotations_write_luacheck(Text *out) {
    const char *at = (const char *)embedded_annotations, *end = at + embedded_annotations_length;
    text_add_bytes(out, (const char *)embedded_luacheck, embedded_luacheck_length);
    for (const char *line_end; at < end && (line_end = memchr(at, '\n', (size_t)(end - at))) != NULL; at = line_end + 1) {
        const char *word;
        size_t length = word_of(at, (size_t)(line_end - at), &word);
        if (length == 0) continue;
        text_add(out, "  \"");
        text_add_bytes(out, word, length);
        text_add(out, "\",\n");
    }
    text_add(out, "}\n");
}
