/* What concerns several files at once is checked here: two programmes of one id, relations to unknown programmes, two rankings.
 * Only then do confirmations become facts, since their names are made of the programme's id. */
#include "rules/rulebook_build.h"

#include "base/sort.h"
#include "base/text.h"
#include "rules/derivation_order.h"
#include "rules/programme_words.h"
#include <string.h>

Status build_failed_programme(Load *load, const char *id, size_t length) {
    Arena *arena = &load->rulebook->arena;
    Draft *draft = arena_new(arena, sizeof *draft);
    const char *name = arena_text(arena, id, length);
    if (!draft || !name) return STATUS_NO_MEMORY;
    draft->programme = (Programme){.id = name, .name = name, .file = load->path, .line = 1, .failed = true};
    draft->next = load->kept.programmes;
    load->kept.programmes = draft;
    return STATUS_OK;
}

static int compare_drafts(const void *left, const void *right) {
    const Draft *a = *(Draft *const *)left, *b = *(Draft *const *)right;
    int order = strcmp(a->programme.id, b->programme.id);
    return order ? order : strcmp(a->programme.file, b->programme.file);
}

static Draft **sorted_drafts(Load *load, size_t *count) {
    *count = 0;
    for (const Draft *draft = load->kept.programmes; draft; draft = draft->next) (*count)++;
    Arena *arena = &load->rulebook->arena;
    Draft **drafts = arena_array(arena, *count, sizeof(void *));
    if (!drafts) return NULL;
    size_t at = *count;
    for (Draft *draft = load->kept.programmes; draft; draft = draft->next) drafts[--at] = draft;
    return sort_stable(arena, drafts, *count, sizeof(void *), compare_drafts) == STATUS_OK ? drafts : NULL;
}

static void fail(Programme *programme) {
    *programme =
        (Programme){.id = programme->id, .name = programme->name, .file = programme->file, .line = programme->line, .failed = true};
}

/* Where a finding about several files belongs in one of them. */
typedef struct Place {
    const char *file, *word, *key, *text;
    int line;
} Place;

static const FileBytes *file_named(const FileList *files, const char *label, const char *file) {
    size_t length = strlen(label);
    for (size_t i = 0; i < files->count; i++)
        if (strncmp(file, label, length) == 0 && file[length] == '/' && strcmp(file + length + 1, files->items[i].path) == 0)
            return &files->items[i];
    return NULL;
}

/* At the value `text` under `key` in what `word` was given (or NULL), or where the line begins if the source says it otherwise. */
static Status place(const Load *load, const Place *at, Finding *finding) {
    const FileBytes *file = file_named(load->rules_files, load->rules_label, finding->file);
    Arena scratch;
    if (!file) return STATUS_OK;
    arena_init(&scratch, load->rulebook->memory);
    const SourceMap *map = source_map_new(&scratch, file->bytes, file->length);
    if (map) {
        size_t token = at ? source_value(map, finding->line, at->word, at->key, at->text) : NOWHERE;
        Position position = token == NOWHERE ? source_position_of_line(map, finding->line) : source_position(map, token);
        finding->line = position.line;
        finding->column = position.column;
    }
    arena_clear(&scratch);
    return map ? STATUS_OK : STATUS_NO_MEMORY;
}

static Status report_at(Load *load, Severity severity, const char *code, const Place *at, const char *advice, const char *message) {
    Finding finding = {
        .severity = severity, .code = code, .file = at->file, .line = at->line, .advice = advice, .message = message};
    if (!message || place(load, at, &finding) != STATUS_OK) return STATUS_NO_MEMORY;
    return findings_add(&load->rulebook->findings, &finding);
}

static Status report_double(Load *load, Programme *programme, const Programme *other) {
    Arena *arena = &load->rulebook->arena;
    const char *label = load->rules_label;
    const char *file = arena_printf(arena, "%s/%s", label, programme->file);
    if (!file) return STATUS_NO_MEMORY;
    bool same = strcmp(programme->file, other->file) == 0;
    const Place at = {file, "dispositif", "id", programme->id, programme->line};
    return report_at(load, SEVERITY_ERROR, "AZ219", &at, "donner à chaque dispositif un identifiant qui lui soit propre",
                     arena_printf(arena,
                                  "l’identifiant « %s » est aussi celui d’un dispositif de %s%s : aucun des deux n’est évalué",
                                  programme->id, same ? "ce fichier" : label, same ? "" : arena_printf(arena, "/%s", other->file)));
}

static Status fail_doubles(Load *load, Draft **drafts, size_t count) {
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && strcmp(drafts[i]->programme.id, drafts[end]->programme.id) == 0) end++;
        for (size_t j = i; end > i + 1 && j < end; j++) {
            Status status = report_double(load, &drafts[j]->programme, &drafts[j == i ? i + 1 : i]->programme);
            if (status != STATUS_OK) return status;
            fail(&drafts[j]->programme);
            drafts[j]->confirmation_count = 0;
        }
        i = end;
    }
    return STATUS_OK;
}

/* « auprès du Mouvement associatif », « auprès d’Avise », « auprès de France Active ». */
static const char *near_operator(Arena *arena, const char *name) {
    static const struct {
        const char *start, *said;
        size_t skip;
    } forms[] = {
        {"Le ", "du ", 3},  {"le ", "du ", 3}, {"Les ", "des ", 4}, {"les ", "des ", 4}, {"L’", "de l’", 4},
        {"L'", "de l’", 2}, {"HEC", "d’", 0},  {"É", "d’", 0},      {"È", "d’", 0},      {"Î", "d’", 0},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strncmp(name, forms[i].start, strlen(forms[i].start)) == 0)
            return arena_printf(arena, "%s%s", forms[i].said, name + forms[i].skip);
    bool vowel = *name && strchr("AEIOUaeiou", *name);
    return arena_printf(arena, vowel ? "d’%s" : "de %s", name);
}

/* The text with a capital: « La pérennité est menacée… ». */
static const char *capitalised(Arena *arena, const char *text) {
    char *copy = arena_copy(arena, text);
    if (!copy) return NULL;
    unsigned char first = (unsigned char)copy[0], second = first ? (unsigned char)copy[1] : 0;
    if (first >= 'a' && first <= 'z') copy[0] = (char)(first - 'a' + 'A');
    else if (first == 0xC3 && second >= 0xA0 && second <= 0xBE && second != 0xB7) copy[1] = (char)(second - 0x20);
    return copy;
}

static const char *confirmation_question(Arena *arena, const Programme *programme, const Node *node) {
    if (node->question) return node->question;
    const char *subject = capitalised(arena, node->title);
    const char *whom = near_operator(arena, programme->operator_count ? programme->operators[0] : "l’opérateur");
    if (!subject || !whom) return NULL;
    return arena_printf(arena, "%s : est-ce le cas ? (à confirmer auprès %s)", subject, whom);
}

static Status add_confirmation(Load *load, const Programme *programme, Node *node) {
    Rulebook *rulebook = load->rulebook;
    Arena *arena = &rulebook->arena;
    const char *name = arena_printf(arena, "%s/%s", programme->id, node->name);
    const char *question = confirmation_question(arena, programme, node);
    const char *no = arena_printf(arena, "%s : non", node->title);
    if (!name || !question || !no) return STATUS_NO_MEMORY;
    int number = vocabulary_find(&rulebook->vocabulary, name, strlen(name));
    if (number < 0) {
        Fact fact = {.name = name,
                     .type = FACT_BOOLEAN,
                     .hidden = true,
                     .changes = node->changeable,
                     .applies_if = -1,
                     .label = node->title,
                     .when_yes = node->title,
                     .when_no = no,
                     .question = question,
                     .programme = programme->id,
                     .file = node->file,
                     .line = node->line};
        number = vocabulary_add(&rulebook->vocabulary, &fact);
    }
    node->test.fact = number;
    return number < 0 ? STATUS_NO_MEMORY : STATUS_OK;
}

static Status take_programmes(Load *load, Draft **drafts, size_t count) {
    Rulebook *rulebook = load->rulebook;
    rulebook->programmes = arena_array(&rulebook->arena, count, sizeof *rulebook->programmes);
    if (!rulebook->programmes) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        rulebook->programmes[i] = drafts[i]->programme;
        for (size_t j = 0; j < drafts[i]->confirmation_count; j++) {
            Status status = add_confirmation(load, &rulebook->programmes[i], drafts[i]->confirmations[j]);
            if (status != STATUS_OK) return status;
        }
    }
    rulebook->programme_count = count;
    return STATUS_OK;
}

static const char *nearest_programme(Load *load, const char *id) {
    const Rulebook *rulebook = load->rulebook;
    Arena *arena = &load->rulebook->arena;
    const char **ids = arena_array(arena, rulebook->programme_count + 1, sizeof *ids);
    if (!ids) return NULL;
    for (size_t i = 0; i < rulebook->programme_count; i++) ids[i] = rulebook->programmes[i].id;
    const char *nearest = text_nearest(id, ids, rulebook->programme_count);
    return nearest ? arena_printf(arena, "écrire «\u00A0%s\u00A0»", nearest)
                   : "écrire l’identifiant d’un dispositif (azimut programmes les liste), ou retirer cette ligne";
}

static Status check_relation(Load *load, const Programme *programme, Relation *relation) {
    Arena *arena = &load->rulebook->arena;
    const Programme *other = rulebook_programme(load->rulebook, relation->programme);
    relation->number = other ? (int)(other - load->rulebook->programmes) : -1;
    if (other) return STATUS_OK;
    const char *file = arena_printf(arena, "%s/%s", load->rules_label, programme->file);
    const char *advice = nearest_programme(load, relation->programme);
    const Place at = {file, "dispositif", relation->kind, relation->programme, relation->line};
    if (!file || !advice) return STATUS_NO_MEMORY;
    return report_at(load, SEVERITY_WARNING, "AZ224", &at, advice,
                     arena_printf(arena, "« %s » nomme un dispositif inconnu, « %s »", relation->kind, relation->programme));
}

static Status check_relations(Load *load) {
    const Rulebook *rulebook = load->rulebook;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        const Programme *programme = &rulebook->programmes[i];
        for (size_t j = 0; j < programme->relation_count; j++) {
            Status status = check_relation(load, programme, &programme->relations[j]);
            if (status != STATUS_OK) return status;
        }
    }
    return STATUS_OK;
}

static Status take_derivations(Load *load) {
    Rulebook *rulebook = load->rulebook;
    size_t count = 0;
    for (const DerivationDraft *draft = load->kept.derivations; draft; draft = draft->next) count++;
    rulebook->derivations = arena_array(&rulebook->arena, count, sizeof *rulebook->derivations);
    if (!rulebook->derivations) return STATUS_NO_MEMORY;
    rulebook->derivation_count = count;
    for (const DerivationDraft *draft = load->kept.derivations; draft; draft = draft->next)
        rulebook->derivations[--count] = draft->derivation;
    return derivations_sort(rulebook);
}

static int compare_notices(const void *left, const void *right) {
    const Notice *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static Status take_notices(Load *load, bool alerts, Notice **out, size_t *out_count) {
    Arena *arena = &load->rulebook->arena;
    size_t count = 0;
    for (const NoticeDraft *draft = load->kept.notices; draft; draft = draft->next) count += draft->alert == alerts;
    Notice *notices = arena_array(arena, count, sizeof *notices);
    if (!notices) return STATUS_NO_MEMORY;
    *out = notices;
    *out_count = count;
    for (const NoticeDraft *draft = load->kept.notices; draft; draft = draft->next)
        if (draft->alert == alerts) notices[--count] = draft->notice;
    return sort_stable(arena, notices, *out_count, sizeof *notices, compare_notices);
}

static int compare_diagnoses(const void *left, const void *right) {
    const Diagnosis *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static Status take_diagnoses(Load *load) {
    Rulebook *rulebook = load->rulebook;
    size_t count = 0;
    for (const DiagnosisDraft *draft = load->kept.diagnoses; draft; draft = draft->next) count++;
    rulebook->diagnoses = arena_array(&rulebook->arena, count, sizeof *rulebook->diagnoses);
    if (!rulebook->diagnoses) return STATUS_NO_MEMORY;
    rulebook->diagnosis_count = count;
    for (const DiagnosisDraft *draft = load->kept.diagnoses; draft; draft = draft->next)
        rulebook->diagnoses[--count] = draft->diagnosis;
    return sort_stable(&rulebook->arena, rulebook->diagnoses, rulebook->diagnosis_count, sizeof *rulebook->diagnoses,
                       compare_diagnoses);
}

static Status take_ranking(Load *load) {
    Rulebook *rulebook = load->rulebook;
    for (const RankingDraft *draft = load->kept.rankings; draft; draft = draft->next) {
        rulebook->ranking = draft->keys;
        rulebook->ranking_count = draft->count;
        if (draft->next && findings_error(&rulebook->findings, "AZ220", draft->file, draft->line, "n’en garder qu’un",
                                          "il y a déjà un classement dans %s", draft->next->file) != STATUS_OK)
            return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}

typedef struct Numbering {
    Rulebook *rulebook;
    size_t callback_capacity;
    bool failed;
} Numbering;

static void number_callback(Numbering *numbering, Callback *callback) {
    Rulebook *rulebook = numbering->rulebook;
    if (callback->number >= 0) return;
    Callback **callbacks =
        arena_grow(&rulebook->arena, rulebook->callbacks, rulebook->callback_count, &numbering->callback_capacity, sizeof(void *));
    if (!callbacks) {
        numbering->failed = true;
        return;
    }
    rulebook->callbacks = callbacks;
    callback->number = (int)rulebook->callback_count;
    callbacks[rulebook->callback_count++] = callback;
}

static void number_tree(void *context, Node *node) {
    Numbering *numbering = context;
    if (!node || numbering->failed) return;
    node->number = numbering->rulebook->node_count++;
    if (node->kind == NODE_CALLBACK) number_callback(numbering, node->callback);
    for (size_t i = 0; i < node->part_count; i++) number_tree(numbering, node->parts[i]);
}

static void number_notices(Numbering *numbering, Notice *notices, size_t count) {
    for (size_t i = 0; i < count; i++) {
        number_tree(numbering, notices[i].condition);
        number_tree(numbering, notices[i].unless);
    }
}

static Status number_nodes(Rulebook *rulebook) {
    Numbering numbering = {.rulebook = rulebook};
    for (size_t i = 0; i < rulebook->applicability_count; i++) number_tree(&numbering, rulebook->applicability[i]);
    for (size_t i = 0; i < rulebook->derivation_count; i++)
        for (size_t j = 0; j < rulebook->derivations[i].branch_count; j++)
            number_tree(&numbering, rulebook->derivations[i].branches[j].condition);
    number_notices(&numbering, rulebook->alerts, rulebook->alert_count);
    number_notices(&numbering, rulebook->orientations, rulebook->orientation_count);
    for (size_t i = 0; i < rulebook->diagnosis_count; i++) {
        number_tree(&numbering, rulebook->diagnoses[i].concerned);
        number_tree(&numbering, rulebook->diagnoses[i].ready);
    }
    for (size_t i = 0; i < rulebook->programme_count; i++) programme_visit_roots(&rulebook->programmes[i], number_tree, &numbering);
    return numbering.failed ? STATUS_NO_MEMORY : STATUS_OK;
}

/* Findings that name a line of a rule file without saying where on it. */
static Status place_findings(Load *load, size_t first) {
    Findings *findings = &load->rulebook->findings;
    for (size_t i = first; i < findings->count; i++) {
        Finding *finding = &findings->items[i];
        if (finding->column > 0 || finding->line == 0 || !finding->file) continue;
        if (place(load, NULL, finding) != STATUS_OK) return STATUS_NO_MEMORY;
    }
    return STATUS_OK;
}

Status build_rulebook(Load *load) {
    Rulebook *rulebook = load->rulebook;
    size_t findings = rulebook->findings.count;
    size_t count;
    Draft **drafts = sorted_drafts(load, &count);
    if (!drafts) return STATUS_NO_MEMORY;
    Status status = fail_doubles(load, drafts, count);
    if (status == STATUS_OK) status = take_programmes(load, drafts, count);
    if (status == STATUS_OK) status = check_relations(load);
    if (status == STATUS_OK) status = take_derivations(load);
    if (status == STATUS_OK) status = take_notices(load, true, &rulebook->alerts, &rulebook->alert_count);
    if (status == STATUS_OK) status = take_notices(load, false, &rulebook->orientations, &rulebook->orientation_count);
    if (status == STATUS_OK) status = take_diagnoses(load);
    if (status == STATUS_OK) status = take_ranking(load);
    if (status == STATUS_OK) status = number_nodes(rulebook);
    return status == STATUS_OK ? place_findings(load, findings) : status;
}
