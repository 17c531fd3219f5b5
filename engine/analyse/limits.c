/* The structure around a limit is found as check finds its witnesses: everything beside the criterion must hold. What a test
 * already shows is not proposed again: the same value, on a row where the criterion decided. */
#include "analyse/limits.h"

#include "analyse/coverage.h"
#include "analyse/suite_run.h"
#include "analyse/thresholds.h"
#include "analyse/witness.h"
#include "analyse/worlds.h"
#include "base/json_escape.h"
#include "explain/phrase.h"
#include <math.h>
#include <string.h>

#define WANTED_MAX 256
#define STEP_NUMBER 0.1 /* « just under » a number that need not be whole */

enum { UNDER, AT, OVER, UNKNOWN, SIDES };

static const char *const sides[SIDES] = {"juste sous la limite", "à la limite", "juste au-dessus de la limite", "inconnu"};

/* One end of one criterion. */
typedef struct Limit {
    const Node *node;
    const Node *path[64]; /* from a root down to the node */
    size_t depth;
    bool low;
    double values[SIDES]; /* of the fact; NAN: outside its bounds */
    bool shown[SIDES];
} Limit;

typedef struct Proposal {
    const Suite *suite;
    size_t number;
    const Programme *programme;
    Arena *arena;
    Day date;
    Limit *limits;
    size_t count, capacity;
    Text *out;
    bool *first;
    Status status;
} Proposal;

/* ---- The limits of a programme */

static double limit_of(const Test *test, const Bound *bound, Day date) {
    if (test->comparison == TEST_BOUNDS) return bound->number;
    return test->until ? day_add(date, bound->duration) : day_latest_reaching(date, bound->duration);
}

static double within_bounds(const Fact *fact, double value) {
    return value < fact->minimum || value > fact->maximum ? NAN : value;
}

static void add_limit(Proposal *proposal, const Node *const *path, size_t depth, const Node *node, bool low) {
    const Fact *fact = &proposal->suite->rulebook->vocabulary.facts[node->test.fact];
    const Bound *bound = low ? &node->test.low : &node->test.high;
    if (!bound->present || proposal->status != STATUS_OK) return;
    Limit *grown = arena_grow(proposal->arena, proposal->limits, proposal->count, &proposal->capacity, sizeof *grown);
    if (!grown) {
        proposal->status = STATUS_NO_MEMORY;
        return;
    }
    proposal->limits = grown;
    Limit *limit = &grown[proposal->count++];
    *limit = (Limit){.node = node, .depth = depth, .low = low};
    memcpy(limit->path, path, depth * sizeof *path);
    double at = limit_of(&node->test, bound, proposal->date), step = fact->type == FACT_NUMBER ? STEP_NUMBER : 1;
    bool age = node->test.comparison == TEST_DURATION && !node->test.until; /* what was born later is younger */
    limit->values[UNDER] = within_bounds(fact, age ? at + step : at - step);
    limit->values[AT] = at;
    limit->values[OVER] = within_bounds(fact, age ? at - step : at + step);
    limit->values[UNKNOWN] = NAN;
}

static void list_limits(Proposal *proposal, const Node **path, size_t depth, const Node *node) {
    bool test = node->kind == NODE_TEST && (node->test.comparison == TEST_BOUNDS || node->test.comparison == TEST_DURATION);
    if (test) add_limit(proposal, path, depth, node, true);
    if (test) add_limit(proposal, path, depth, node, false);
    if (depth >= 63) return;
    path[depth] = node;
    for (size_t i = 0; i < node->part_count; i++) list_limits(proposal, path, depth + 1, node->parts[i]);
}

/* ---- What tests show already */

static void see(void *context, const Node *node, const Sheet *sheet, size_t row, Truth truth, bool decisive) {
    Proposal *proposal = context;
    if (!decisive) return;
    for (size_t i = 0; i < proposal->count; i++) {
        Limit *limit = &proposal->limits[i];
        if (limit->node != node) continue;
        const Column *column = &sheet->block.columns[node->test.fact];
        if (truth == TRUTH_UNKNOWN) limit->shown[UNKNOWN] = true;
        if (!column->present || column->low[row] != column->high[row]) continue;
        for (int side = UNDER; side <= OVER; side++)
            if (fabs(column->low[row] - limit->values[side]) < STEP_NUMBER / 2) limit->shown[side] = true;
    }
}

/* ---- A structure around a limit */

static void want(Wanted *wanted, size_t *count, const Node *node, unsigned answers) {
    if (node && *count < WANTED_MAX) wanted[(*count)++] = (Wanted){node, answers};
}

/* Where the criterion has the last word: what stands beside it in « all » holds, in « one of » fails. `beside`: WORLD_TRUE, or
 * WORLD_NOT_FALSE where sources leave something open whatever the structure. */
static size_t surroundings(const Proposal *proposal, const Limit *limit, unsigned beside, Wanted *wanted) {
    const Programme *programme = proposal->programme;
    const Node *root = limit->depth > 0 ? limit->path[0] : limit->node;
    size_t count = 0;
    if (root != programme->conditions) want(wanted, &count, programme->conditions, beside);
    if (root != programme->object) want(wanted, &count, programme->object, beside);
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (root != programme->reserves[i]) want(wanted, &count, programme->reserves[i], beside);
    for (size_t i = 0; i < limit->depth; i++) {
        const Node *group = limit->path[i], *next = i + 1 < limit->depth ? limit->path[i + 1] : limit->node;
        for (size_t p = 0; p < group->part_count; p++) {
            if (group->parts[p] == next) continue;
            if (group->kind == NODE_ALL) want(wanted, &count, group->parts[p], beside);
            if (group->kind == NODE_ANY) want(wanted, &count, group->parts[p], beside == WORLD_TRUE ? WORLD_FALSE : WORLD_NOT_TRUE);
        }
    }
    return count;
}

/* ---- Cases */

static const Grounds *grounds_of(const Limit *limit) {
    const Grounds *grounds = &limit->node->grounds;
    for (size_t i = limit->depth; i-- > 0 && grounds->quote_count == 0 && !grounds->inferred;) grounds = &limit->path[i]->grounds;
    return grounds;
}

static const char *quoted(Arena *arena, const Quote *quote) {
    if (quote->reading) return quote->reading;
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < quote->fragment_count; i++) phrase_join(&phrase, i ? " … " : "", quote->fragments[i], NULL);
    return phrase_text(&phrase);
}

/* What is to be read again: file, line, passage. */
static const char *to_read(Proposal *proposal, const Limit *limit) {
    Arena *arena = proposal->arena;
    const Grounds *grounds = grounds_of(limit);
    const Quote *quote = grounds->quote_count ? grounds->quotes[0] : NULL;
    if (!quote)
        return arena_printf(arena, "%s:%d : %s", limit->node->file, limit->node->line, grounds->inferred ? grounds->inferred : "");
    return arena_printf(arena, "%s:%d : « %s » (%s, %s)", limit->node->file, limit->node->line, quoted(arena, quote),
                        quote->document->title, quote->place);
}

static const char *asked(Proposal *proposal, const Limit *limit) {
    const Test *test = &limit->node->test;
    const Fact *fact = &proposal->suite->rulebook->vocabulary.facts[test->fact];
    return bound_written(proposal->arena, fact, test, limit->low ? &test->low : &test->high, limit->low);
}

static void add_member(Text *out, const char *key, const char *value, const char *after) {
    text_addf(out, "    \"%s\": ", key);
    json_add_string(out, value ? value : "", value ? strlen(value) : 0);
    text_add(out, after);
}

static void write_case(Proposal *proposal, const Limit *limit, int side, const char *facts) {
    const Fact *fact = &proposal->suite->rulebook->vocabulary.facts[limit->node->test.fact];
    char day[11];
    day_write(proposal->date, day);
    text_add(proposal->out, *proposal->first ? "\n  {\n" : ",\n  {\n");
    *proposal->first = false;
    add_member(proposal->out, "cas",
               phrase_of(proposal->arena, proposal->programme->id, ", ", fact->name, " ", asked(proposal, limit), " : ",
                         sides[side], NULL),
               ",\n");
    add_member(proposal->out, "date", day, ",\n");
    text_addf(proposal->out, "    \"faits\": %s,\n    \"verdicts\": {\"%s\": \"\"},\n", facts, proposal->programme->id);
    add_member(proposal->out, "a_lire", to_read(proposal, limit), "\n  }");
}

/* The structure with the fact at that side of the limit. */
static void propose_side(Proposal *proposal, const Limit *limit, int side, WitnessDraft *draft) {
    const Vocabulary *vocabulary = &proposal->suite->rulebook->vocabulary;
    Value value = {.shape = SHAPE_SPAN, .span = {limit->values[side], limit->values[side]}};
    Witness witness;
    if (limit->shown[side] || (side != UNKNOWN && isnan(limit->values[side]))) return;
    draft->values[limit->node->test.fact] = side == UNKNOWN ? NULL : &value;
    if (!witness_write(proposal->arena, vocabulary, draft, &witness)) proposal->status = STATUS_NO_MEMORY;
    else write_case(proposal, limit, side, witness.facts);
}

static bool all_shown(const Limit *limit) {
    for (int side = 0; side < SIDES; side++)
        if (!limit->shown[side] && (side == UNKNOWN || !isnan(limit->values[side]))) return false;
    return true;
}

static void propose(Proposal *proposal, Worlds *worlds, const Limit *limit) {
    Wanted wanted[WANTED_MAX];
    WorldAnswer answer = WORLD_NONE;
    WitnessDraft draft;
    if (all_shown(limit)) return;
    for (int wide = 0; wide < 2 && proposal->status == STATUS_OK; wide++) {
        size_t count = surroundings(proposal, limit, wide ? WORLD_NOT_FALSE : WORLD_TRUE, wanted);
        proposal->status = worlds_find(worlds, wanted, count, &answer, &draft);
        if (answer == WORLD_SOME) break;
    }
    for (int side = 0; side < SIDES && proposal->status == STATUS_OK && answer == WORLD_SOME; side++)
        propose_side(proposal, limit, side, &draft);
}

static void list_programme(Proposal *proposal) {
    const Programme *programme = proposal->programme;
    const Node *path[64];
    list_limits(proposal, path, 0, programme->conditions);
    if (programme->object) list_limits(proposal, path, 0, programme->object);
    for (size_t i = 0; i < programme->reserve_count; i++) list_limits(proposal, path, 0, programme->reserves[i]);
}

static Status propose_programme(const Suite *suite, size_t number, Text *out, bool *first) {
    Programme programme = suite->rulebook->programmes[number];
    Rulebook alone = rulebook_alone(suite->rulebook, &programme);
    Arena arena;
    Worlds *worlds = NULL;
    arena_init(&arena, suite->memory);
    Day date = programme.source_date != DAY_MIN ? programme.source_date
               : programme.example_count > 0    ? programme.examples[0].date
                                                : DAY_MIN;
    Check check = {.memory = suite->memory, .arena = &arena, .rulebook = &alone, .date = date};
    Proposal proposal = {
        .suite = suite, .number = number, .programme = &programme, .arena = &arena, .date = date, .out = out, .first = first};
    list_programme(&proposal);
    if (proposal.status == STATUS_OK && proposal.count > 0) proposal.status = coverage_visit(suite, number, see, &proposal);
    if (proposal.status == STATUS_OK && proposal.count > 0) proposal.status = worlds_new(&check, &worlds);
    for (size_t i = 0; i < proposal.count && proposal.status == STATUS_OK; i++) propose(&proposal, worlds, &proposal.limits[i]);
    worlds_free(worlds);
    if (arena.failed) proposal.status = STATUS_NO_MEMORY;
    arena_clear(&arena);
    return proposal.status;
}

Status limits_write(const Suite *suite, Text *out) {
    const Rulebook *rulebook = suite->rulebook;
    Status status = STATUS_OK;
    bool first = true;
    text_add(out, "[");
    for (size_t i = 0; i < rulebook->programme_count && status == STATUS_OK; i++) {
        const Programme *programme = &rulebook->programmes[i];
        if (programme->failed || !suite_keeps(suite, i)) continue;
        status = propose_programme(suite, i, out, &first);
    }
    text_add(out, first ? "]\n" : "\n]\n");
    return out->failed ? STATUS_NO_MEMORY : status;
}
