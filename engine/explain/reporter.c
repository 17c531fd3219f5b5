/* Verdicts, order and truths come from planes of the whole block; only the programmes to tell of are looked at, criterion by
 * criterion, as a report on the structure alone would. */
#include "explain/reporter.h"

#include "explain/availability.h"
#include "explain/changes.h"
#include "explain/criteria.h"
#include "explain/figures.h"
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

#define TOGETHER 16 /* programmes whose texts are looked for at once */

/* A programme to tell of, as far as it is known before it is told. */
typedef struct Place {
    ProgrammeReport report;
    bool still; /* nothing that may move would be told */
    const RankReason *reason;
    RankReason made; /* that, where it is not recalled */
    RecallKey reason_key, key;
} Place;

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
    Dossier dossier; /* of one structure after the other */
    OwnFillings own; /* of its texts */
    Ranked ranked;   /* for it */
    unsigned *cases; /* of those */
    Place places[TOGETHER];
    Seek seeks[TOGETHER];                 /* of their paragraphs */
    const Saying *sayings[TOGETHER];      /* those that were found */
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
    if (!reporter->trace || reporter->kept.failed) status = STATUS_NO_MEMORY;
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

/* Two programmes that follow each other, by their ranks from 0; `last`: what is said of them is said of the second. */
typedef struct Neighbours {
    size_t one, next;
    bool last;
} Neighbours;

/* Of a rank from 1, where there are two at least. */
static Neighbours neighbours_at(const Reporter *reporter, size_t rank) {
    const bool last = rank == reporter->ranked.count;
    return (Neighbours){.one = rank - 1 - last, .next = rank - last, .last = last};
}

static void reason_subject(Reporter *reporter, size_t rank, RecallKey *key) {
    recall_begin(key, reporter->recall, RECALL_PLACE, 0);
    if (reporter->ranked.count < 2) return;
    const Neighbours at = neighbours_at(reporter, rank);
    recall_begin(key, reporter->recall, RECALL_PLACE, 1u + at.last);
    recall_number(key, (uint64_t)reporter->cases[at.one] << 32 | reporter->cases[at.next]);
}

/* Why a programme has its rank, from 1. */
static RankReason reason_at(Reporter *reporter, size_t rank) {
    if (reporter->ranked.count < 2) return rank_reason(&reporter->texts, ranking_alone, false);
    const Neighbours at = neighbours_at(reporter, rank);
    const unsigned *numbers = reporter->ranked.numbers;
    const Standing first = standing_of(reporter, numbers[at.one]), second = standing_of(reporter, numbers[at.next]);
    const char *reason = ranking_reason(&reporter->dossier, &reporter->policy, &first, &second, at.last);
    return rank_reason(&reporter->texts, reason, !ranking_tells(&reporter->policy, &first, &second));
}

static void find_reason(Reporter *reporter, Place *place) {
    Recall *recall = reporter->recall;
    place->reason = recall_find(&place->reason_key);
    if (!place->reason) {
        place->made = reason_at(reporter, place->report.rank);
        place->reason = &place->made;
        if (recall_wanted(&place->reason_key)) recall_keep(&place->reason_key, lasting_reason(recall_room(recall), &place->made));
    }
    place->report.rank_reason = place->reason->text;
    place->report.rank_untold = place->reason->untold;
}

/* What the paragraph of a ranked programme is told by, besides what is looked at to make it, the name and the words of its rank. */
static void subject(Reporter *reporter, Place *place) {
    recall_begin(&place->key, reporter->recall, RECALL_SAYING, reporter->cases[place->report.rank - 1]);
    recall_number(&place->key, place->still);
    report_known_by(&place->key, &place->report, reporter->dossier.date);
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
static Status make(Reporter *reporter, const Moves *moves, Place *place, Telling *telling) {
    const Dossier *dossier = &reporter->dossier;
    ProgrammeReport *report = &place->report;
    const size_t complaints = reporter->findings.count;
    const Saying *saying = NULL;
    Status status = examine(reporter, moves, report);
    if (status != STATUS_OK) return status;
    const bool wanted = trace_wanted(dossier, &place->key) && reporter->findings.count == complaints;
    *telling = stencil_paragraph(dossier, report, reporter->cases[report->rank - 1], &reporter->own, place->reason,
                                 wanted ? &saying : NULL);
    if (saying && trace_wanted(dossier, &place->key)) trace_keep(dossier, &place->key, saying);
    return STATUS_OK;
}

/* The paragraph of a ranked programme; `saying` NULL: it is to be made. */
static Status tell_ranked(Reporter *reporter, const Moves *moves, Place *place, const Saying *saying, Telling *telling) {
    const Dossier *dossier = &reporter->dossier;
    *telling = saying ? stencil_again(dossier, saying, &reporter->own, place->reason) : (Telling){.bytes = NULL};
    if (telling->bytes) return STATUS_OK;
    if (trace_begin(dossier, &place->key)) trace_make(dossier);
    const Status status = make(reporter, moves, place, telling);
    trace_end(dossier);
    return status;
}

static Status tell(Reporter *reporter, Place *place, bool brief, const Saying *saying, Telling *telling) {
    Dossier *dossier = &reporter->dossier;
    ProgrammeReport *report = &place->report;
    Moves moves;
    Status status = place->still ? STATUS_OK : find_moves(reporter, report, &moves, &place->still);
    const Moves *what_moves = place->still ? NULL : &moves;
    if (status == STATUS_OK && dossier->fills) return tell_ranked(reporter, what_moves, place, saying, telling);
    if (status == STATUS_OK) status = examine(reporter, what_moves, report);
    if (status != STATUS_OK) return status;
    const char *message = report_failure(dossier, report->programme);
    *telling = telling_of(brief ? summary_of(dossier, report, message) : paragraph_of(dossier, report, message));
    return STATUS_OK;
}

static Status find_place(Reporter *reporter, unsigned number, Place *place) {
    const Programme *programme = &reporter->rulebook->programmes[number];
    ProgrammeReport *report = &place->report;
    Moves moves;
    *report = (ProgrammeReport){.programme = programme, .outcome = outcome_at(reporter, number)};
    report->rank = rank_of(&reporter->ranked, number);
    report->availability = availability_now(reporter, programme, report->rank ? &reporter->cases[report->rank - 1] : NULL);
    report_place(&reporter->dossier, &reporter->ranked, reporter->next, report);
    return find_moves(reporter, report, &moves, &place->still);
}

static bool sought(const Reporter *reporter, size_t i) {
    return reporter->places[i].report.rank > 0;
}

/* What was said of the same, for all places at once: each turn asks memory for what the next one needs. */
static void seek(Reporter *reporter, size_t count) {
    Place *places = reporter->places;
    for (size_t i = 0; i < count; i++) {
        reporter->seeks[i] = (Seek){.said = NULL};
        if (sought(reporter, i)) reason_subject(reporter, places[i].report.rank, &places[i].reason_key);
        if (sought(reporter, i)) recall_ahead(&places[i].reason_key);
    }
    for (size_t i = 0; i < count; i++)
        if (sought(reporter, i)) recall_nearer(&places[i].reason_key);
    for (size_t i = 0; i < count; i++) {
        if (!sought(reporter, i)) continue;
        find_reason(reporter, &places[i]);
        subject(reporter, &places[i]);
        recall_ahead(&places[i].key);
    }
    for (size_t i = 0; i < count; i++)
        if (sought(reporter, i)) recall_nearer(&places[i].key);
    for (size_t i = 0; i < count; i++)
        if (sought(reporter, i)) reporter->seeks[i] = trace_seek(&places[i].key);
    trace_seek_all(&reporter->dossier, reporter->seeks, count);
    for (size_t i = 0; i < count; i++) reporter->sayings[i] = reporter->seeks[i].said;
    stencil_ahead(reporter->sayings, count);
}

/* Of TOGETHER programmes at most. */
static Status tell_some(Reporter *reporter, const unsigned *programmes, size_t count, bool brief, Telling *tellings) {
    Status status = STATUS_OK;
    for (size_t i = 0; i < count && status == STATUS_OK; i++) status = find_place(reporter, programmes[i], &reporter->places[i]);
    if (status == STATUS_OK && !brief) seek(reporter, count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        reporter->dossier.fills = !brief && sought(reporter, i);
        const Saying *saying = reporter->dossier.fills ? reporter->sayings[i] : NULL;
        status = tell(reporter, &reporter->places[i], brief, saying, &tellings[i]);
    }
    return status;
}

static Status tell_all(Reporter *reporter, const unsigned *programmes, size_t count, bool brief, Telling *tellings) {
    Status status = STATUS_OK;
    for (size_t at = 0; at < count && status == STATUS_OK; at += TOGETHER) {
        const size_t rest = count - at;
        status = tell_some(reporter, programmes + at, rest < TOGETHER ? rest : TOGETHER, brief, tellings + at);
    }
    return status;
}

static OwnFillings own_fillings(const Reporter *reporter) {
    const Dossier *dossier = &reporter->dossier;
    const Pressing *next = &reporter->next;
    const char *until = next->day < DAY_MAX ? figure_until(dossier->arena, dossier->date, next->day, next->earliest) : "";
    return (OwnFillings){.name = filling_of(dossier->name ? dossier->name : ""),
                         .until = filling_of(until),
                         .warning = filling_of(next->warning ? next->warning : "")};
}

Status reporter_tell(Reporter *reporter, size_t row, const FactSet *facts, const unsigned *programmes, size_t count, bool brief,
                     Telling *tellings) {
    arena_reset(&reporter->texts);
    findings_init(&reporter->findings, &reporter->texts);
    Status status = dossier_turn(&reporter->dossier, facts, row) ? STATUS_OK : STATUS_NO_MEMORY;
    recall_turn(reporter->recall, &reporter->dossier);
    trace_turn(reporter->trace);
    reporter->ranked.numbers = recommendations_get(reporter->recommender, row, &reporter->ranked.count);
    for (size_t i = 0; i < reporter->ranked.count; i++)
        reporter->cases[i] = recommendations_case(reporter->recommender, row, reporter->ranked.numbers[i]);
    reporter->next = notices_pressing(&reporter->dossier, reporter->rulebook->alerts, reporter->rulebook->alert_count);
    reporter->own = own_fillings(reporter);
    if (status == STATUS_OK) status = tell_all(reporter, programmes, count, brief, tellings);
    bool failed =
        reporter->texts.failed || reporter->kept.failed || recall_room(reporter->recall)->failed || reporter->findings.failed;
    return status == STATUS_OK && failed ? STATUS_NO_MEMORY : status;
}

const Findings *reporter_findings(const Reporter *reporter) {
    return &reporter->findings;
}
