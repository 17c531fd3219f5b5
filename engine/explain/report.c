/* The order of the work is the order of the argument: verdicts, then what stands behind each, then their rank, then what to say and
 * to ask. Texts are made freely in the report's arena, which is tested once at the end. */
#include "explain/report.h"

#include "explain/attribute.h"
#include "explain/availability.h"
#include "explain/changes.h"
#include "explain/criteria.h"
#include "explain/fixed.h"
#include "explain/french.h"
#include "explain/notices.h"
#include "explain/paragraph.h"
#include "explain/questions.h"
#include "explain/ranking.h"
#include "explain/readiness.h"
#include "explain/reason_words.h"
#include "explain/reasons.h"
#include "explain/report_parts.h"
#include "explain/sources.h"
#include "explain/standing.h"
#include "explain/summary.h"
#include "explain/verify.h"

#include <string.h>

static const char *identity(const FactSet *facts, Arena *arena, const char *name) {
    int fact = vocabulary_find(facts->vocabulary, name, strlen(name));
    if (fact < 0 || facts->values[fact].shape != SHAPE_TEXT) return NULL;
    return arena_copy(arena, facts->values[fact].text);
}

static const char *identifier(const FactSet *facts, Arena *arena) {
    static const char *const names[] = {"id", "siret", "siren"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = identity(facts, arena, names[i]);
        if (text) return text;
    }
    return NULL;
}

static Status judge(const Dossier *dossier, Report *report) {
    const Rulebook *rulebook = report->rulebook;
    report->programmes = arena_array(dossier->arena, rulebook->programme_count + 1, sizeof *report->programmes);
    if (!report->programmes) return STATUS_NO_MEMORY;
    report->programme_count = rulebook->programme_count;
    for (size_t i = 0; i < rulebook->programme_count; i++) {
        ProgrammeReport *programme = &report->programmes[i];
        programme->programme = &rulebook->programmes[i];
        programme->outcome = (Outcome){.verdict = VERDICT_ERROR, .relevance = RELEVANCE_UNKNOWN};
        programme->availability = availability_of(dossier, programme->programme->calendar);
        if (programme->programme->failed) continue;
        programme->outcome = outcome_of(dossier->answers, rulebook, programme->programme, dossier->row);
        programme->criteria = criteria_of(dossier, programme->programme, programme->outcome.verdict, &programme->availability,
                                          &programme->criterion_count);
        Status status = questions_missing(dossier, programme);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

const char *report_failure(const Dossier *dossier, const Programme *programme) {
    const char *message = NULL;
    if (!programme->failed) {
        answers_failed(dossier->answers, programme, dossier->row, &message);
        return message;
    }
    const Findings *findings = &dossier->rulebook->findings;
    for (size_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        bool here = finding->file && programme->file && strstr(finding->file, programme->file);
        if (here && finding->severity == SEVERITY_ERROR) return finding->message;
    }
    return NULL;
}

/* Is the programme meant for a structure in difficulty, by the level of its need? */
static bool for_difficulty(const Rulebook *rulebook, const Programme *programme) {
    if (rulebook->vocabulary.needs < 0) return false;
    const Fact *needs = &rulebook->vocabulary.facts[rulebook->vocabulary.needs];
    int difficulty = fact_choice(needs, "difficulte", strlen("difficulte"));
    return difficulty >= 0 && programme->levels && bits_meet(programme->levels, needs->choices[difficulty].below, needs->words);
}

static bool presses(const Dossier *dossier, const ProgrammeReport *report) {
    const Programme *programme = report->programme;
    const AvailabilityState state = report->availability.state;
    const bool entered = state == AVAILABILITY_OPEN || state == AVAILABILITY_UNKNOWN; /* now, as far as one knows */
    if (report->rank == 0 || programme->failed || !entered) return false;
    return ranking_urgent(dossier, programme) || for_difficulty(dossier->rulebook, programme);
}

static void remark(const Dossier *dossier, ProgrammeReport *report) {
    const Programme *programme = report->programme;
    report->remarks = arena_array(dossier->arena, programme->remark_count + 1, sizeof *report->remarks);
    if (!report->remarks) return;
    for (size_t i = 0; i < programme->remark_count; i++) {
        if (programme->remarks[i].disagreement) continue; /* for who reads the sources: docs/sources.md has them all */
        size_t sources = 0;
        SourceReport *source = sources_of(dossier->arena, &programme->remarks[i].grounds, &sources);
        RemarkReport *told = &report->remarks[report->remark_count++];
        told->text = french_tidy(dossier->arena, programme->remarks[i].text);
        if (source && sources > 0) told->source = source[0];
    }
}

static const char *lead_with(Arena *arena, const Programme *other) {
    return phrase_of(arena, "À mener avec ", ranking_called(arena, other), NULL);
}

static const char *lead_after(Arena *arena, const Programme *other) {
    return phrase_of(arena, "Ensuite, ", ranking_called(arena, other), NULL);
}

static const char *lead_without(Arena *arena, const Programme *other) {
    return phrase_of(arena, "À ne pas cumuler avec ", ranking_called(arena, other), NULL);
}

typedef struct RelationKind {
    const char *word, *kind;
    FixedText fixed;
    const char *(*lead)(Arena *arena, const Programme *other);
} RelationKind;

static const RelationKind *relation_kind(const char *word) {
    static const RelationKind kinds[] = {{"avec", "with", FIXED_WITH, lead_with},
                                         {"apres", "after", FIXED_AFTER, lead_after},
                                         {"sans", "without", FIXED_WITHOUT, lead_without}};
    size_t i = 0;
    while (i + 1 < sizeof kinds / sizeof *kinds && strcmp(kinds[i].word, word) != 0) i++;
    return &kinds[i];
}

/* Is it still to be verified whether a programme is for this structure? */
static bool still_open(const Dossier *dossier, const Programme *programme) {
    const Node *const trees[] = {programme->conditions, programme->object};
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++)
        if (trees[i] && dossier_truth(dossier, trees[i]) != TRUTH_TRUE) return true;
    return false;
}

/* Only between programmes that are both ranked: elsewhere it would send a structure where it cannot go. */
static void relate(const Dossier *dossier, const Ranked *ranked, ProgrammeReport *programme) {
    const Programme *rule = programme->programme;
    if (programme->rank == 0 || rule->relation_count == 0) return;
    programme->relations = arena_array(dossier->arena, rule->relation_count + 1, sizeof *programme->relations);
    for (size_t i = 0; programme->relations && i < rule->relation_count; i++) {
        const Relation *relation = &rule->relations[i];
        const RelationKind *kind = relation_kind(relation->kind);
        for (size_t k = 0; k < ranked->count; k++) {
            if ((int)ranked->numbers[k] != relation->number) continue;
            const Programme *other = &dossier->rulebook->programmes[relation->number];
            const bool open = kind->fixed != FIXED_WITHOUT && still_open(dossier, other);
            const char *lead = fixed_text(dossier, other, kind->fixed, kind->lead);
            if (open) lead = phrase_of(dossier->arena, lead, " (encore à vérifier)", NULL);
            programme->relations[programme->relation_count++] =
                (RelationReport){.kind = kind->kind,
                                 .programme = other->id,
                                 .lead = lead,
                                 .text = relation->text ? fixed_tidy(dossier, relation->text) : NULL,
                                 .open = open};
        }
    }
}

/* The first day that is too late: by the programme's own clock where it has one, else the nearest that presses. */
static void set_clock(const Dossier *dossier, Pressing next, ProgrammeReport *programme) {
    const Programme *rule = programme->programme;
    programme->clock = programme->rank > 0 && ranking_urgent(dossier, rule);
    const bool warned = rule->common_law || for_difficulty(dossier->rulebook, rule);
    programme->warning = programme->rank > 0 && warned && !(next.precedes && programme->clock) ? next.warning : NULL;
    programme->precedes = next.precedes;
    if (programme->clock && rule->urgent_fact >= 0) next = notices_clock(dossier, rule);
    programme->deadline = next.day < DAY_MAX && presses(dossier, programme) ? next.day : DAY_MAX;
    programme->deadline_earliest = next.earliest;
    programme->deadline_latest = next.latest;
    programme->deadline_fact = next.fact;
}

/* The first step that is for this structure, as far as one knows. */
static const Remark *step_of(const Dossier *dossier, const Programme *rule) {
    for (size_t i = 0; i < rule->step_count; i++)
        if (!rule->steps[i].condition || dossier_truth(dossier, rule->steps[i].condition) == TRUTH_TRUE) return &rule->steps[i];
    return NULL;
}

/* The first condition of a tree that holds and that others do not make up. */
static const Node *first_met(const Dossier *dossier, const Node *node) {
    if (!node || dossier_truth(dossier, node) != TRUTH_TRUE) return NULL;
    const Node *met = node->part_count == 0 ? node : NULL;
    for (size_t i = 0; !met && i < node->part_count; i++) met = first_met(dossier, node->parts[i]);
    return met;
}

static const Grounds *relevant_by(const Dossier *dossier, const ProgrammeReport *programme) {
    const Programme *rule = programme->programme;
    const Node *met = programme->outcome.relevance == RELEVANCE_STRONG ? first_met(dossier, rule->strong) : NULL;
    if (!met) met = first_met(dossier, rule->possible);
    return met ? &met->grounds : &rule->relevance_grounds;
}

void report_place(const Dossier *dossier, const Ranked *ranked, Pressing next, ProgrammeReport *programme) {
    set_clock(dossier, next, programme);
    if (programme->rank > 0) {
        programme->step = step_of(dossier, programme->programme);
        programme->relevant_by = relevant_by(dossier, programme);
    }
    relate(dossier, ranked, programme);
}

/* Of the day that presses all programmes, only how it presses: the day itself goes into a hole. */
static void known_by_deadline(RecallKey *key, const ProgrammeReport *programme, Day date) {
    const bool none = programme->deadline == DAY_MAX, past = !none && programme->deadline < date;
    recall_number(key, (uint64_t)programme->clock << 5 | (uint64_t)none << 4 | (uint64_t)past << 3 |
                           (uint64_t)programme->deadline_earliest << 2 | (uint64_t)(programme->warning != NULL) << 1 |
                           programme->rank_untold);
    recall_number(key, (uintptr_t)standing_urgency(programme, date));
    recall_number(key, (uint32_t)programme->deadline_fact);
    if (!programme->clock) return;
    recall_number(key, (uint32_t)programme->deadline);
    recall_number(key, programme->deadline_earliest ? (uint32_t)programme->deadline_latest : 0);
}

void report_known_by(RecallKey *key, const ProgrammeReport *programme, Day date) {
    known_by_deadline(key, programme, date);
    recall_number(key, (uintptr_t)programme->step);
    recall_number(key, (uintptr_t)programme->relevant_by);
    for (size_t i = 0; i < programme->relation_count; i++)
        recall_number(key, (uintptr_t)programme->relations[i].programme | programme->relations[i].open);
}

static void write_paragraph(const Dossier *dossier, const Ranked *ranked, ProgrammeReport *programme, Pressing next) {
    report_place(dossier, ranked, next, programme);
    remark(dossier, programme);
    programme->verdict_text = standing_verdict(programme);
    programme->source_text = source_sentence(dossier->arena, programme->programme);
    const char *message = report_failure(dossier, programme->programme);
    programme->refusal = message ? NULL : standing_refusal(dossier, programme->programme);
    programme->sentence = paragraph_of(dossier, programme, message);
    programme->summary = summary_of(dossier, programme, message);
}

/* A function that fails leaves its condition unknown; a programme that it decides is in error, but an alert, a deduction or an
 * exception would go without a word. */
static void tell_failures(const Dossier *dossier, Report *report) {
    const char *message = NULL;
    const Callback *callback;
    for (size_t i = 0; (callback = answers_failure(dossier->answers, dossier->row, i, &message)) != NULL; i++)
        findings_error(&report->findings, "AZ307", callback->file, callback->line, NULL,
                       "la fonction de ce « critere_lua » a échoué\u00a0: %s", message);
}

static Status reason_of(const Dossier *dossier, Trials *trials, ProgrammeReport *programme, Findings *findings) {
    Moves moves;
    const Reach *reach = trials_reach(trials, programme->programme);
    if (!reach || !moves_find(dossier, reach, &moves)) return STATUS_NO_MEMORY;
    Status status = changes_find(dossier, trials, &moves, programme);
    if (status == STATUS_OK) status = reasons_find(dossier, trials, &moves, programme);
    return status == STATUS_OK ? verify_changes(dossier, trials, programme, findings) : status;
}

typedef struct Work {
    Dossier dossier;
    Trials *trials;
} Work;

static Status work_new(Report *report, const FactSet *facts) {
    const Memory *memory = report->arena.memory;
    Work *work = memory_new(memory, sizeof *work);
    if (!work) return STATUS_NO_MEMORY;
    report->work = work;
    Status status = dossier_init(&work->dossier, &report->arena, report->rulebook, facts, report->date);
    return status == STATUS_OK ? trials_new(memory, report->rulebook, &work->trials) : status;
}

static void work_free(Report *report) {
    if (!report->work) return;
    trials_free(report->work->trials);
    dossier_clear(&report->work->dossier);
    memory_free(report->arena.memory, report->work, sizeof *report->work);
    report->work = NULL;
}

static Status reason_out(const Work *work, Report *report) {
    Status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < report->programme_count; i++)
        if (!report->programmes[i].programme->failed)
            status = reason_of(&work->dossier, work->trials, &report->programmes[i], &report->findings);
    return status;
}

static Ranked ranked_of(const Dossier *dossier, const Report *report) {
    unsigned *numbers = arena_array(dossier->arena, report->programme_count + 1, sizeof *numbers);
    size_t count = 0;
    for (size_t i = 0; numbers && i < report->programme_count && report->programmes[i].rank > 0; i++)
        numbers[count++] = (unsigned)(report->programmes[i].programme - report->rulebook->programmes);
    return (Ranked){numbers, count};
}

static Status compose(const Work *work, Report *report) {
    const Rulebook *rulebook = report->rulebook;
    const Dossier *dossier = &work->dossier;
    Status status = judge(dossier, report);
    if (status == STATUS_OK) status = reason_out(work, report);
    if (status != STATUS_OK) return status;
    tell_failures(dossier, report);
    ranking_apply(dossier, report->programmes, report->programme_count);
    report->alerts = notices_of(dossier, rulebook->alerts, rulebook->alert_count, &report->alert_count);
    const Pressing next = notices_pressing(dossier, rulebook->alerts, rulebook->alert_count);
    const Ranked ranked = ranked_of(dossier, report);
    for (size_t i = 0; i < report->programme_count; i++) write_paragraph(dossier, &ranked, &report->programmes[i], next);
    report->questions = questions_of(dossier, report->programmes, report->programme_count, &report->question_count);
    report->orientations = notices_of(dossier, rulebook->orientations, rulebook->orientation_count, &report->orientation_count);
    report->readiness = readiness_of(dossier, &report->readiness_count);
    report->inconsistencies = notices_inconsistencies(dossier, &report->inconsistency_count);
    return STATUS_OK;
}

/* Memory may also have run out where a text was made. */
static Status made(const Report *report, Status status) {
    return status == STATUS_OK && (report->arena.failed || report->findings.failed) ? STATUS_NO_MEMORY : status;
}

Status report_start(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out) {
    *out = NULL;
    Report *report = memory_new(memory, sizeof *report);
    if (!report) return STATUS_NO_MEMORY;
    *report = (Report){.rulebook = rulebook, .date = date};
    arena_init(&report->arena, memory);
    findings_init(&report->findings, &report->arena);
    report->id = identifier(facts, &report->arena);
    report->name = identity(facts, &report->arena, "nom");
    Status status = work_new(report, facts);
    if (status == STATUS_OK) {
        report->work->dossier.depth = DEPTH_LINES;
        status = compose(report->work, report);
    }
    status = made(report, status);
    if (status == STATUS_OK) *out = report;
    else report_free(report);
    return status;
}

static Status complete(const Work *work, ProgrammeReport *programme, Findings *findings) {
    const Dossier *dossier = &work->dossier;
    if (programme->programme->failed) return STATUS_OK;
    size_t count;
    CriterionReport *criteria =
        criteria_of(dossier, programme->programme, programme->outcome.verdict, &programme->availability, &count);
    if (dossier->arena->failed) return STATUS_NO_MEMORY;
    programme->criteria = criteria;
    programme->criterion_count = count;
    programme->duration = attribute_words(dossier, programme->programme->duration);
    programme->cost = attribute_words(dossier, programme->programme->cost);
    programme->endowment = attribute_words(dossier, programme->programme->endowment);
    programme->capacity = attribute_words(dossier, programme->programme->capacity);
    Status status = reasons_complete(dossier, work->trials, programme);
    if (status == STATUS_OK) status = verify_reasons(dossier, work->trials, programme, findings);
    if (status == STATUS_OK) reasons_tell(dossier, programme);
    return status;
}

Status report_complete(Report *report) {
    Status status = STATUS_OK;
    if (!report->work) return STATUS_OK;
    report->work->dossier.depth = DEPTH_WHOLE;
    for (size_t i = 0; status == STATUS_OK && i < report->programme_count; i++)
        status = complete(report->work, &report->programmes[i], &report->findings);
    status = made(report, status);
    if (status == STATUS_OK) work_free(report);
    return status;
}

Status report_new(const Memory *memory, const Rulebook *rulebook, const FactSet *facts, Day date, Report **out) {
    Status status = report_start(memory, rulebook, facts, date, out);
    if (status == STATUS_OK) status = report_complete(*out);
    if (status == STATUS_OK) return STATUS_OK;
    report_free(*out);
    *out = NULL;
    return status;
}

/* With all others only for whom it is asked: a clause each, that recommendations do not show. */
Status report_compare(Report *report, const FactSet *facts, const char *programme) {
    size_t subject = 0;
    while (subject < report->programme_count && strcmp(report->programmes[subject].programme->id, programme) != 0) subject++;
    if (subject == report->programme_count || report->programmes[subject].rank == 0) return STATUS_OK;
    Dossier dossier;
    Status status = dossier_init(&dossier, &report->arena, report->rulebook, facts, report->date);
    if (status != STATUS_OK) return status;
    ranking_compare(&dossier, &report->programmes[subject], report->programmes, report->programme_count);
    dossier_clear(&dossier);
    return report->arena.failed ? STATUS_NO_MEMORY : STATUS_OK;
}

void report_free(Report *report) {
    if (!report) return;
    const Memory *memory = report->arena.memory;
    work_free(report);
    arena_clear(&report->arena);
    memory_free(memory, report, sizeof *report);
}
