/* Only what sentences cannot put right by themselves, or would rightly offend a reader: spaces before ; : ! ? and inside guillemets
 * are made no-break on the way out, so a plain one is fine here, and quotations keep what was printed. */
#include "analyse/texts.h"

#include "analyse/sites.h"
#include "analyse/uses.h"
#include "base/text.h"
#include "explain/french.h"
#include <string.h>

/* A fault of typography: what was typed, and what to write. */
typedef struct Fault {
    const char *typed, *right;
} Fault;

typedef struct Texts {
    Check *check;
    const char *file;
    int line;
    Status status;
} Texts;

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* A word that wants its accent or its ligature, whole. */
static const Fault words[] = {{"Etat", "État"},
                              {"Etats", "États"},
                              {"Ecole", "École"},
                              {"Ecoles", "Écoles"},
                              {"Etablissement", "Établissement"},
                              {"Etablissements", "Établissements"},
                              {"Economie", "Économie"},
                              {"Economique", "Économique"},
                              {"Egalité", "Égalité"},
                              {"Education", "Éducation"},
                              {"Energie", "Énergie"},
                              {"Evaluation", "Évaluation"},
                              {"Eligible", "Éligible"},
                              {"Equipe", "Équipe"},
                              {"Etre", "Être"},
                              {"Etude", "Étude"},
                              {"Echelle", "Échelle"},
                              {"Ile", "Île"},
                              {"coeur", "cœur"},
                              {"oeuvre", "œuvre"},
                              {"oeuvres", "œuvres"},
                              {"soeur", "sœur"},
                              {"noeud", "nœud"},
                              {"voeu", "vœu"},
                              {"voeux", "vœux"},
                              {"Oeuvre", "Œuvre"}};

/* Is this the start of a word? An apostrophe parts two. */
static bool starts_word(const char *text, const char *at) {
    return at == text || !is_letter(at[-1]) || (at - text >= 3 && memcmp(at - 3, "’", 3) == 0);
}

static bool word_at(const char *text, const char *at, const char *word) {
    size_t length = strlen(word);
    return strncmp(at, word, length) == 0 && !is_letter(at[length]) && starts_word(text, at);
}

/* The fault that begins at `at`, or false. */
static bool fault_at(const char *text, const char *at, Fault *out) {
    bool after_letter = at > text && is_letter(at[-1]);
    *out = (Fault){NULL, NULL};
    if (*at == '\'' && after_letter && is_letter(at[1])) *out = (Fault){"'", "’ (apostrophe courbe)"};
    else if (*at == '"') *out = (Fault){"\"", "« … »"};
    else if (strncmp(at, "...", 3) == 0) *out = (Fault){"...", "…"};
    else if (*at == ' ' && at[1] == ' ') *out = (Fault){"deux espaces de suite", "une seule"};
    else if (*at == ' ' && at[1] == ',') *out = (Fault){"une espace avant la virgule", "aucune"};
    else if (*at == ' ' && at[1] == '.' && at[2] != '.') *out = (Fault){"une espace avant le point", "aucune"};
    else if (*at == ',' && is_letter(at[1])) *out = (Fault){"une virgule sans espace après", "une espace"};
    else if (after_letter && strchr(":;!?", *at) && (at[1] == ' ' || at[1] == '\0') &&
             !(at - text >= 2 && memcmp(at - 2, "\xC2\xA0", 2) == 0) && !(at - text >= 3 && memcmp(at - 3, "\xE2\x80\xAF", 3) == 0))
        *out = (Fault){"pas d’espace avant « : », « ; », « ! » ou « ? »", "une espace"};
    for (size_t i = 0; i < sizeof words / sizeof *words && !out->typed; i++)
        if (word_at(text, at, words[i].typed)) *out = words[i];
    return out->typed != NULL;
}

/* Of the fault at `at`; of its text, where that is not written in one piece. */
static Position place_of(const Texts *texts, const char *text, const char *at) {
    const struct SourceMap *map = shelf_map(texts->check->shelf, texts->file);
    Position position = site_of_text(map, texts->line, text);
    for (; text < at && position.column > 0; text++) {
        if (*text == '\n') position = (Position){position.line + 1, 1};
        else position.column += ((unsigned char)*text & 0xC0) != 0x80;
    }
    return position;
}

/* The first fault of a text is told: an author who goes there sees the others. */
static void check_text(Texts *texts, const char *text) {
    Fault fault;
    if (!text || texts->status != STATUS_OK) return;
    Arena *arena = texts->check->arena;
    for (const char *at = text; *at; at++) {
        if (!fault_at(text, at, &fault)) continue;
        size_t from = (size_t)(at - text) > 20 ? (size_t)(at - text) - 20 : 0, to = strnlen(at, 20) + (size_t)(at - text);
        while (from > 0 && ((unsigned char)text[from] & 0xC0) == 0x80) from--;
        while (text[to] && ((unsigned char)text[to] & 0xC0) == 0x80) to++;
        const char *near = arena_text(arena, text + from, to - from);
        texts->status =
            check_add_at(texts->check, SEVERITY_WARNING, "AZ760", texts->file, place_of(texts, text, at),
                         phrase_of(arena, "écrire ", fault.right, NULL),
                         phrase_of(arena, "typographie, dans " QUOTE_OPEN, near ? near : "", QUOTE_CLOSE COLON, fault.typed, NULL));
        return;
    }
}

static void check_node(Texts *texts, const Node *node) {
    if (!node || texts->status != STATUS_OK) return;
    texts->file = node->file;
    texts->line = node->line;
    const char *const all[] = {node->title,       node->reason,        node->question,
                               node->wording_met, node->wording_unmet, node->wording_unknown};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) check_text(texts, all[i]);
    if (node->part_count == 0) check_text(texts, node->grounds.inferred);
    if (node->to_confirm && !node->question && texts->status == STATUS_OK)
        texts->status = check_add_node(
            texts->check, SEVERITY_WARNING, "AZ753", node, "ajouter question = \"… ?\" : c’est ce que le conseiller demandera",
            phrase_of(texts->check->arena, "a_confirmer ", french_quote(texts->check->arena, node->title ? node->title : ""),
                      " n’a pas de question", NULL));
    if (node->kind == NODE_DIVERGENCE && !node->question && texts->status == STATUS_OK)
        texts->status = check_add_node(texts->check, SEVERITY_WARNING, "AZ753", node,
                                       "ajouter question = \"… ?\" : ce qu’il faut demander à l’opérateur pour trancher",
                                       "une divergence n’a pas de question");
    for (size_t i = 0; i < node->part_count; i++) check_node(texts, node->parts[i]);
}

static void check_attribute(Texts *texts, const Attribute *attribute) {
    if (!attribute) return;
    check_text(texts, attribute->text);
    check_text(texts, attribute->reason);
    for (size_t i = 0; i < attribute->part_count; i++) check_attribute(texts, attribute->parts[i]);
}

static void check_words(Texts *texts, const Programme *programme) {
    texts->file = programme->conditions->file;
    texts->line = programme->line;
    check_text(texts, programme->speciality);
    check_text(texts, programme->urgent_reason);
    for (size_t i = 0; i < programme->step_count; i++) check_text(texts, programme->steps[i].text);
    for (size_t i = 0; i < programme->remark_count; i++) check_text(texts, programme->remarks[i].text);
    for (size_t i = 0; i < programme->relation_count; i++) check_text(texts, programme->relations[i].text);
    for (size_t i = 0; i < programme->modality_count; i++) check_text(texts, programme->modalities[i].text);
    for (size_t i = 0; i < programme->example_count; i++) check_text(texts, programme->examples[i].name);
    const Attribute *const attributes[] = {programme->duration, programme->cost, programme->endowment, programme->capacity,
                                           programme->calendar};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) check_attribute(texts, attributes[i]);
}

static void check_programme(Texts *texts, const Programme *programme) {
    check_node(texts, programme->conditions);
    check_node(texts, programme->object);
    for (size_t i = 0; i < programme->reserve_count; i++) check_node(texts, programme->reserves[i]);
    for (size_t i = 0; i < programme->priority_count; i++) check_node(texts, programme->priorities[i]);
    check_words(texts, programme);
}

static void check_notices(Texts *texts, const Notice *notices, size_t count) {
    for (size_t i = 0; i < count; i++) {
        texts->file = notices[i].file;
        texts->line = notices[i].line;
        check_text(texts, notices[i].text);
    }
}

static bool is_identity(const Fact *fact) {
    return fact->hidden || fact->type == FACT_TEXT || fact->code_form == CODE_SIREN || fact->code_form == CODE_SIRET;
}

/* Facts: their wordings, and whether anything asks them. */
static void check_vocabulary(Texts *texts) {
    const Rulebook *rulebook = texts->check->rulebook;
    Uses uses;
    if (texts->status == STATUS_OK) texts->status = uses_of(texts->check->arena, rulebook, &uses);
    for (size_t i = 0; i < rulebook->vocabulary.count && texts->status == STATUS_OK; i++) {
        const Fact *fact = &rulebook->vocabulary.facts[i];
        if (fact->hidden) continue;
        texts->file = fact->file;
        texts->line = fact->line;
        const char *const all[] = {fact->label, fact->question, fact->help, fact->when_yes, fact->when_no};
        for (size_t k = 0; k < sizeof all / sizeof *all; k++) check_text(texts, all[k]);
        if (is_identity(fact) || uses_fact(&uses, rulebook, (int)i) || texts->status != STATUS_OK) continue;
        texts->status = check_add(
            texts->check, SEVERITY_NOTE, "AZ752", fact->file, fact->line, "rien à faire s’il sert à autre chose, ou servira",
            phrase_of(texts->check->arena, "aucune règle ne demande le fait " QUOTE_OPEN, fact->name, QUOTE_CLOSE, NULL));
    }
}

Status texts_check(Check *check) {
    Texts texts = {.check = check, .status = STATUS_OK};
    const Rulebook *rulebook = check->rulebook;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (!rulebook->programmes[i].failed) check_programme(&texts, &rulebook->programmes[i]);
    check_notices(&texts, rulebook->alerts, rulebook->alert_count);
    check_notices(&texts, rulebook->orientations, rulebook->orientation_count);
    check_vocabulary(&texts);
    return texts.status;
}
