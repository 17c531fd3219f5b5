/* Verdicts, order and truths come from planes of the whole block; only the programmes to tell of are looked at, criterion by
 * criterion, as a report on the structure alone would. */
#include "explain/reporter.h"

#include "explain/availability.h"
#include "explain/changes.h"
#include "explain/criteria.h"
#include "explain/fixed.h"
#include "explain/paragraph.h"
#include "explain/ranking.h"
#include "explain/reasons.h"
#include "explain/recall.h"
#include "explain/recommend.h"
#include "explain/report_parts.h"
#include "explain/summary.h"
#include "explain/trace.h"
#include "explain/verify.h"

#include <stdint.h>

struct Reporter {
    const Memory *memory;
    const Rulebook *rulebook;
    const Outcomes *outcomes; /* of the block */
    const Recommender *recommender;
    Trials *trials;
    Recall *recall;
    Trace *trace;
    Policy policy;
    CandidateFacts candidates;
    Fixed fixed;
    Dossier dossier;                      /* of one structure after the other */
    Filling name;                         /* its own */
    Ranked ranked;                        /* for it */
    unsigned *cases;                      /* of those */
    const AvailabilityReport **calendars; /* by case; NULL: not told yet */
    size_t calendar_capacity;
    Pressing next;
    Findings findings;
    Arena kept;  /* owns what is prepared */
    Arena texts; /* of the last structure */
};

static Status make_parts(Reporter *reporter, Day date, size_t recalled) {
    const Memory *memory = reporter->memory;
    const Rulebook *rulebook = reporter->rulebook;
    bool room = fixed_init(&reporter->fixed, &reporter->kept, rulebook) &&
                dossier_room(&reporter->dossier, &reporter->kept, &reporter->texts, rulebook, date);
    Status status = room ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) status = trials_new(memory, rulebook, &reporter->trials);
    reporter->recall = recall_new(memory, rulebook, recalled);
    if (reporter->recall) reporter->trace = trace_new(memory, rulebook, reporter->recall);
    reporter->cases = arena_array(&reporter->kept, rulebook->programme_count + 1, sizeof *reporter->cases);
    if (!reporter->trace || !reporter->cases) status = STATUS_NO_MEMORY;
    reporter->dossier.recall = reporter->recall;
    reporter->dossier.trace = reporter->trace;
    reporter->dossier.depth = DEPTH_PARAGRAPHS;
    reporter->dossier.fixed = &reporter->fixed;
    return status;
}

Status reporter_new(const Memory *memory, const Rulebook *rulebook, Day date, size_t recalled, Reporter **out) {
    *out = NULL;
    Reporter *reporter = memory_new(memory, sizeof *reporter);
    if (!reporter) return STATUS_NO_MEMORY;
    *reporter = (Reporter){.memory = memory,
                           .rulebook = rulebook,
                           .policy = policy_of(rulebook),
                           .candidates = candidate_facts(&rulebook->vocabulary)};
    arena_init(&reporter->kept, memory);
    arena_init(&reporter->texts, memory);
    Status status = make_parts(reporter, date, recalled);
    if (status != STATUS_OK) reporter_free(reporter);
    else *out = reporter;
    return status;
}

void reporter_free(Reporter *reporter) {
    if (!reporter) return;
    trace_free(reporter->trace);
    recall_free(reporter->recall);
    trials_free(reporter->trials);
    arena_clear(&reporter->texts);
    arena_clear(&reporter->kept);
    memory_free(reporter->memory, reporter, sizeof *reporter);
}

void reporter_open(Reporter *reporter, const Block *block, Answers *answers, const Outcomes *outcomes,
                   const Recommender *recommender) {
    reporter->outcomes = outcomes;
    reporter->recommender = recommender;
    dossier_turn_block(&reporter->dossier, block, answers);
}

/* Of a programme that is open, only an end that is near is told; where something is not known, what time and approvals bring. */
static bool nothing_moves(const Dossier *dossier, const ProgrammeReport *report, const Moves *moves) {
    if (report->outcome.verdict == VERDICT_ELIGIBLE)
        return moves->passage_count == 0 || moves->passages[0].day > day_add(dossier->date, (Duration){.months = ENDING_MONTHS});
    return report->outcome.verdict == VERDICT_UNDETERMINED && moves->passage_count == 0 &&
           (moves->step_count == 0 || moves->steps[0].means != MEANS_APPROVAL);
}

/* What may move; `*still`: nothing of it would be told. */
static Status find_moves(Reporter *reporter, const ProgrammeReport *report, Moves *moves, bool *still) {
    const Dossier *dossier = &reporter->dossier;
    const Reach *reach = report->programme->failed ? NULL : trials_reach(reporter->trials, report->programme);
    *still = report->programme->failed;
    if (*still) return STATUS_OK;
    if (!reach) return STATUS_NO_MEMORY;
    if (report->outcome.verdict == VERDICT_ELIGIBLE) moves_of_time(dossier, reach, moves);
    else if (!moves_find(dossier, reach, moves)) return STATUS_NO_MEMORY;
    *still = nothing_moves(dossier, report, moves);
    return STATUS_OK;
}

/* What a paragraph announces, checked as ever. */
static Status announce(Reporter *reporter, const Moves *moves, ProgrammeReport *report) {
    const Dossier *dossier = &reporter->dossier;
    Trials *trials = reporter->trials;
    Status status = changes_find(dossier, trials, moves, report);
    if (status == STATUS_OK && report->outcome.verdict == VERDICT_INELIGIBLE) status = reasons_find(dossier, trials, moves, report);
    if (status != STATUS_OK || report->change_count == 0) return status;
    return verify_changes(dossier, trials, report, &reporter->findings);
}

/* From 1; 0: not ranked. */
static size_t rank_of(const Ranked *ranked, unsigned number) {
    for (size_t i = 0; i < ranked->count; i++)
        if (ranked->numbers[i] == number) return i + 1;
    return 0;
}

static const AvailabilityReport *lasting_calendar(Arena *arena, const AvailabilityReport *report) {
    AvailabilityReport *kept = arena_new(arena, sizeof *kept);
    if (!kept) return NULL;
    *kept = *report;
    kept->from = arena_copy(arena, report->from);
    kept->to = arena_copy(arena, report->to);
    kept->text = arena_copy(arena, report->text);
    return kept;
}

static const RankReason *lasting_reason(Arena *arena, const RankReason *reason) {
    RankReason *kept = arena_new(arena, sizeof *kept);
    const char *text = arena_copy(arena, reason->text);
    if (!kept || !text) return NULL;
    *kept = rank_reason(arena, text, reason->untold);
    return kept;
}

static const AvailabilityReport **calendar_of(Reporter *reporter, unsigned place) {
    while (place >= reporter->calendar_capacity) {
        const AvailabilityReport **calendars = arena_grow(&reporter->kept, reporter->calendars, reporter->calendar_capacity,
                                                          &reporter->calendar_capacity, sizeof(const AvailabilityReport *));
        if (!calendars) return NULL;
        reporter->calendars = calendars;
    }
    return &reporter->calendars[place];
}

/* Of a programme that is not ranked, `place` is NULL. */
static AvailabilityReport availability_now(Reporter *reporter, const Programme *programme, const unsigned *place) {
    const AvailabilityReport **kept = place ? calendar_of(reporter, *place) : NULL;
    if (kept && *kept) return **kept;
    const AvailabilityReport report = availability_of(&reporter->dossier, programme->calendar);
    if (kept) *kept = lasting_calendar(&reporter->kept, &report);
    return report;
}

static Outcome outcome_at(const Reporter *reporter, unsigned number) {
    return outcomes_get(reporter->outcomes, number, reporter->dossier.row);
}

static Standing standing_of(const Reporter *reporter, unsigned number) {
    return ranking_standing(&reporter->dossier, &reporter->policy, &reporter->candidates, &reporter->rulebook->programmes[number],
                            outcome_at(reporter, number));
}

/* Why one programme stands before the next one, both by their ranks from 0; `last`: said of the second. */
static const RankReason *reason_between(Reporter *reporter, size_t one, size_t next, bool last, RankReason *made) {
    Recall *recall = reporter->recall;
    RecallKey key;
    recall_begin(&key, recall, RECALL_PLACE, last);
    recall_number(&key, (uint64_t)reporter->cases[one] << 32 | reporter->cases[next]);
    const RankReason *kept = recall_find(&key);
    if (kept) return kept;
    const unsigned *numbers = reporter->ranked.numbers;
    const Standing first = standing_of(reporter, numbers[one]), second = standing_of(reporter, numbers[next]);
    const char *reason = ranking_reason(&reporter->dossier, &reporter->policy, &first, &second, last);
    *made = rank_reason(&reporter->texts, reason, !ranking_tells(&reporter->policy, &first, &second));
    if (recall_wanted(&key)) recall_keep(&key, lasting_reason(recall_room(recall), made));
    return made;
}

/* Of a rank from 1. What has no place in the recall is made in `made`. */
static const RankReason *reason_at(Reporter *reporter, size_t rank, RankReason *made) {
    const size_t count = reporter->ranked.count;
    const bool last = rank == count;
    if (count > 1) return reason_between(reporter, last ? rank - 2 : rank - 1, last ? rank - 1 : rank, last, made);
    *made = rank_reason(&reporter->texts, ranking_alone, false);
    return made;
}

/* What the paragraph of a ranked programme is told by, besides what is looked at to make it, the name and the words of its rank. */
static void subject(Reporter *reporter, const ProgrammeReport *report, bool still, RecallKey *key) {
    recall_begin(key, reporter->recall, RECALL_SAYING, reporter->cases[report->rank - 1]);
    recall_number(key, still);
    report_known_by(key, report);
}

/* `moves` NULL: nothing moves. */
static Status examine(Reporter *reporter, const Moves *moves, ProgrammeReport *report) {
    report->criteria = criteria_of(&reporter->dossier, report->programme, report->outcome.verdict, &report->availability,
                                   &report->criterion_count);
    if (!moves) return STATUS_OK;
    const Reach *reach = trials_reach(reporter->trials, report->programme);
    dossier_look(&reporter->dossier, reach);
    return announce(reporter, moves, report);
}

/* What did not stand its check is complained of each time. */
static Status make(Reporter *reporter, const Moves *moves, ProgrammeReport *report, const RankReason *reason, const RecallKey *key,
                   Telling *telling) {
    const Dossier *dossier = &reporter->dossier;
    const size_t complaints = reporter->findings.count;
    const Saying *saying = NULL;
    Status status = examine(reporter, moves, report);
    if (status != STATUS_OK) return status;
    const bool wanted = trace_wanted(dossier, key) && reporter->findings.count == complaints;
    *telling =
        stencil_paragraph(dossier, report, reporter->cases[report->rank - 1], &reporter->name, reason, wanted ? &saying : NULL);
    if (saying && trace_wanted(dossier, key)) trace_keep(dossier, key, saying);
    return STATUS_OK;
}

/* The paragraph of a ranked programme. */
static Status tell_ranked(Reporter *reporter, const Moves *moves, ProgrammeReport *report, Telling *telling) {
    const Dossier *dossier = &reporter->dossier;
    RankReason made;
    RecallKey key;
    const RankReason *reason = reason_at(reporter, report->rank, &made);
    report->rank_reason = reason->text;
    report->rank_untold = reason->untold;
    subject(reporter, report, !moves, &key);
    const Saying *saying = trace_begin(dossier, &key);
    *telling = saying ? stencil_again(dossier, saying, &reporter->name, reason) : (Telling){.bytes = NULL};
    if (saying && !telling->bytes) trace_make(dossier);
    Status status = telling->bytes ? STATUS_OK : make(reporter, moves, report, reason, &key, telling);
    trace_end(dossier);
    return status;
}

static Status tell(Reporter *reporter, unsigned number, bool brief, Telling *telling) {
    Dossier *dossier = &reporter->dossier;
    const Programme *programme = &reporter->rulebook->programmes[number];
    ProgrammeReport report = {.programme = programme, .outcome = outcome_at(reporter, number)};
    Moves moves;
    bool still;
    report.rank = rank_of(&reporter->ranked, number);
    report.availability = availability_now(reporter, programme, report.rank ? &reporter->cases[report.rank - 1] : NULL);
    report_place(dossier, &reporter->ranked, reporter->next, &report);
    dossier->fills = !brief && report.rank > 0;
    Status status = find_moves(reporter, &report, &moves, &still);
    if (status != STATUS_OK) return status;
    if (dossier->fills) return tell_ranked(reporter, still ? NULL : &moves, &report, telling);
    status = examine(reporter, still ? NULL : &moves, &report);
    if (status != STATUS_OK) return status;
    const char *message = report_failure(dossier, programme);
    *telling = telling_of(brief ? summary_of(dossier, &report, message) : paragraph_of(dossier, &report, message));
    return STATUS_OK;
}

Status reporter_tell(Reporter *reporter, size_t row, const FactSet *facts, const unsigned *programmes, size_t count, bool brief,
                     Telling *tellings) {
    arena_reset(&reporter->texts);
    findings_init(&reporter->findings, &reporter->texts);
    Status status = dossier_turn(&reporter->dossier, facts, row) ? STATUS_OK : STATUS_NO_MEMORY;
    reporter->name = filling_of(status == STATUS_OK ? reporter->dossier.name : "");
    recall_turn(reporter->recall, &reporter->dossier);
    trace_turn(reporter->trace);
    reporter->ranked.numbers = recommendations_get(reporter->recommender, row, &reporter->ranked.count);
    for (size_t i = 0; i < reporter->ranked.count; i++)
        reporter->cases[i] = recommendations_case(reporter->recommender, row, reporter->ranked.numbers[i]);
    reporter->next = notices_pressing(&reporter->dossier, reporter->rulebook->alerts, reporter->rulebook->alert_count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) status = tell(reporter, programmes[i], brief, &tellings[i]);
    bool failed =
        reporter->texts.failed || reporter->kept.failed || recall_room(reporter->recall)->failed || reporter->findings.failed;
    return status == STATUS_OK && failed ? STATUS_NO_MEMORY : status;
}

const Findings *reporter_findings(const Reporter *reporter) {
    return &reporter->findings;
}
