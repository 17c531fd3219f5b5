/* Texts of one subject are leaves of a tree of looks: a chain is followed as long as each look finds what it found before; where
 * one finds something else, another chain begins. What is looked at while a text is recalled counts for the text that is being made
 * of it, as if it had been made. */
#include "explain/trace.h"

#include "explain/values.h"

#include <string.h>

/* The last two find numbers of countless things. */
typedef enum LookKind {
    LOOK_TRUTH,
    LOOK_OUTLINE,
    LOOK_KNOWN,
    LOOK_FIGURE,
    LOOK_REGION,
    LOOK_FACT,
    LOOK_ORIGIN,
    LOOK_KINDS
} LookKind;

#define KIND_BITS 3

typedef struct Look {
    uint32_t at; /* what is looked at, by its number, and how */
    uint32_t found;
} Look;

/* A look of a chain, and where it goes on when it finds something else: answers that are few stand in a list, the countless numbers
 * of facts in the recall. */
typedef struct Fork {
    Look look;
    struct Chain *others;
} Fork;

/* Looks one after the other, and what is said when all find the same. */
typedef struct Chain {
    const void *said;
    uint32_t found;     /* by the look that goes on here */
    struct Chain *next; /* of the others that go on from it */
    size_t count;
    Fork forks[];
} Chain;

/* Something that is being made. */
typedef struct Making {
    Look *looks;
    size_t count, recalled; /* those that were looked at in vain, to recall it */
    uint64_t *seen;         /* by Look.at; all 0 but while it is made */
    bool made;
    bool fresh;     /* something came for the first time, or the name was said */
    Fork *from;     /* where it would go on, in the list there; NULL: in the recall */
    uint32_t found; /* by that look */
} Making;

#define DEPTH 2
#define NOT_LOOKED 0xFF
#define NO_REGION_YET (-2)

/* A fact of the structure, worked out when it is looked at. */
typedef struct Sight {
    uint32_t turn;                        /* for which it was */
    uint8_t outline;                      /* NOT_LOOKED: not yet */
    const Filling *figures[FIGURE_WORDS]; /* its words; NULL: not yet */
} Sight;

/* A test whose words are left blank. */
typedef struct Left {
    const Node *test;
    uint32_t turn; /* for which they were made */
    const Filling *words;
} Left;

struct Trace {
    const Memory *memory;
    Arena arena;   /* owns what follows */
    Sight *sights; /* of each fact */
    Left *left;    /* of each node */
    uint32_t turn; /* of the structure */
    int region;    /* NO_REGION_YET: not looked at yet */
    size_t fact_count, node_count;
    Recall *recall;
    size_t seen_words;
    Making makings[DEPTH];
    size_t depth;
};

Trace *trace_new(const Memory *memory, const Rulebook *rulebook, Recall *recall) {
    Trace *trace = memory_new(memory, sizeof *trace);
    if (!trace) return NULL;
    const size_t facts = rulebook->vocabulary.count, numbers = rulebook->node_count > facts ? rulebook->node_count : facts;
    trace->memory = memory;
    trace->recall = recall;
    trace->seen_words = bits_words((numbers + 1) << KIND_BITS);
    arena_init(&trace->arena, memory);
    trace->sights = arena_array(&trace->arena, facts + 1, sizeof *trace->sights);
    trace->left = arena_array(&trace->arena, rulebook->node_count + 1, sizeof *trace->left);
    trace->node_count = rulebook->node_count;
    trace->fact_count = facts;
    for (size_t i = 0; i < DEPTH; i++) {
        trace->makings[i].looks = arena_array(&trace->arena, (numbers + 1) * LOOK_KINDS, sizeof(Look));
        trace->makings[i].seen = arena_array(&trace->arena, trace->seen_words, sizeof(uint64_t));
    }
    if (!trace->arena.failed) return trace;
    trace_free(trace);
    return NULL;
}

void trace_free(Trace *trace) {
    if (!trace) return;
    arena_clear(&trace->arena);
    memory_free(trace->memory, trace, sizeof *trace);
}

/* What was seen is blotted out look by look: most is never looked at. */
static void blot_out(Making *making) {
    for (size_t i = 0; making->made && i < making->count; i++) bits_drop(making->seen, making->looks[i].at);
    making->made = false;
}

void trace_turn(Trace *trace) {
    while (trace->depth > 0) blot_out(&trace->makings[--trace->depth]);
    trace->region = NO_REGION_YET;
    if (++trace->turn > 0) return;
    memset(trace->sights, 0, trace->fact_count * sizeof *trace->sights);
    for (size_t i = 0; i < trace->node_count; i++) trace->left[i].turn = 0;
    trace->turn = 1;
}

/* ---- Looks */

static Sight *sight_of(Trace *trace, int fact) {
    Sight *sight = &trace->sights[fact];
    if (sight->turn != trace->turn) *sight = (Sight){.turn = trace->turn, .outline = NOT_LOOKED};
    return sight;
}

static uint32_t look_at(LookKind kind, uint32_t number) {
    return number << KIND_BITS | kind;
}

static LookKind kind_of(uint32_t at) {
    return at & ((1u << KIND_BITS) - 1);
}

static bool countless(uint32_t at) {
    return kind_of(at) >= LOOK_FACT;
}

static void note(Making *making, uint32_t at, uint32_t found) {
    if (bits_has(making->seen, at)) return;
    bits_put(making->seen, at);
    making->fresh = making->fresh || (countless(at) && found == RECALL_FRESH);
    making->looks[making->count++] = (Look){at, found};
}

static Making *making_of(Trace *trace) {
    return trace->depth > 0 ? &trace->makings[trace->depth - 1] : NULL;
}

void trace_truth(Trace *trace, const Node *node, Truth truth) {
    Making *making = making_of(trace);
    if (!making) return;
    note(making, look_at(LOOK_TRUTH, node->number), truth);
}

void trace_fact(Trace *trace, int fact) {
    Making *making = making_of(trace);
    const uint32_t at = look_at(LOOK_FACT, (uint32_t)fact);
    if (making && !bits_has(making->seen, at)) note(making, at, recall_fact(trace->recall, fact));
}

void trace_origin(Trace *trace, int fact) {
    Making *making = making_of(trace);
    const uint32_t at = look_at(LOOK_ORIGIN, (uint32_t)fact);
    if (making && !bits_has(making->seen, at)) note(making, at, recall_origin(trace->recall, fact));
}

const Filling *trace_figure_words(const Dossier *dossier, int fact, unsigned kind,
                                  const char *(*make)(const Dossier *dossier, int fact, unsigned kind)) {
    static const Filling nothing = {.told = {.bytes = ""}};
    const Filling **place = &sight_of(dossier->trace, fact)->figures[kind];
    if (*place) return *place;
    Filling *words = arena_new(dossier->arena, sizeof *words);
    if (!words) return &nothing;
    *words = filling_of(make(dossier, fact, kind));
    return *place = words;
}

bool trace_leaves(Trace *trace, const Node *test) {
    if (!making_of(trace)) return false;
    trace->left[test->number].test = test;
    return true;
}

const Node *trace_test(const Trace *trace, unsigned number) {
    return trace->left[number].test;
}

const Filling *trace_test_words(const Dossier *dossier, unsigned number,
                                const char *(*make)(const Dossier *dossier, const Node *test)) {
    static const Filling nothing = {.told = {.bytes = ""}};
    Left *left = &dossier->trace->left[number];
    if (left->turn == dossier->trace->turn) return left->words;
    Filling *words = arena_new(dossier->arena, sizeof *words);
    if (!words) return &nothing;
    *words = filling_of(make(dossier, left->test));
    left->turn = dossier->trace->turn;
    return left->words = words;
}

static const char *set_words(const Dossier *dossier, int fact, unsigned kind) {
    (void)kind;
    return value_set(dossier->arena, dossier_fact(dossier, fact), &dossier->values[fact]);
}

static Figure figure_of(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    const Value *value = &dossier->values[fact];
    const Span span = value->span;
    if (known->shape == SHAPE_SET) {
        if (bits_empty(value->sure, value->words) || !bits_equal(value->sure, value->possible, value->words)) return FIGURE_NONE;
        return strstr(trace_figure_words(dossier, fact, 0, set_words)->told.bytes, ", ") ? FIGURE_LIST : FIGURE_PLAIN;
    }
    if (known->type == FACT_INTEGER || known->type == FACT_NUMBER)
        return span.high > 0 && fact_informed(known, value) ? FIGURE_PLAIN : FIGURE_NONE;
    const bool above = known->type == FACT_DATE ? span.low > DAY_MIN && span.low < dossier->date : span.low > 0;
    return above && span.low == span.high ? FIGURE_PLAIN : FIGURE_NONE;
}

Figure trace_figure(const Dossier *dossier, int fact) {
    Making *making = making_of(dossier->trace);
    const Figure figure = figure_of(dossier, fact);
    if (making) note(making, look_at(LOOK_FIGURE, (uint32_t)fact), figure);
    return making ? figure : FIGURE_NONE;
}

static uint32_t outline_of(const Dossier *dossier, int fact) {
    uint8_t *outline = &sight_of(dossier->trace, fact)->outline;
    if (*outline == NOT_LOOKED) *outline = (uint8_t)dossier_outline(dossier, fact);
    return *outline;
}

static int region_of(const Dossier *dossier) {
    int *region = &dossier->trace->region;
    if (*region == NO_REGION_YET) *region = dossier_find_region(dossier);
    return *region;
}

int trace_region(const Dossier *dossier) {
    Making *making = making_of(dossier->trace);
    const int region = region_of(dossier);
    if (making) note(making, look_at(LOOK_REGION, 0), (uint32_t)(region + 1));
    return region;
}

void trace_outline(const Dossier *dossier, int fact) {
    Making *making = making_of(dossier->trace);
    const uint32_t at = look_at(LOOK_OUTLINE, (uint32_t)fact);
    if (making && !bits_has(making->seen, at)) note(making, at, outline_of(dossier, fact));
}

void trace_known(Trace *trace, int fact, bool known) {
    Making *making = making_of(trace);
    if (making) note(making, look_at(LOOK_KNOWN, (uint32_t)fact), known);
}

void trace_name(Trace *trace) {
    Making *making = making_of(trace);
    if (making) making->fresh = true;
}

/* Looks again. */
static uint32_t look(const Dossier *dossier, uint32_t at) {
    Trace *trace = dossier->trace;
    const int number = (int)(at >> KIND_BITS);
    switch (kind_of(at)) {
    case LOOK_TRUTH: return answers_truth_at(dossier->answers, at >> KIND_BITS, dossier->row);
    case LOOK_OUTLINE: return outline_of(dossier, number);
    case LOOK_KNOWN: return value_known(&dossier->values[number]);
    case LOOK_FIGURE: return figure_of(dossier, number);
    case LOOK_REGION: return (uint32_t)(region_of(dossier) + 1);
    case LOOK_FACT: return recall_fact(trace->recall, number);
    default: return recall_origin(trace->recall, number);
    }
}

/* ---- Texts */

static const Chain *other_chain(const Fork *fork, uint32_t found) {
    const Chain *chain = fork->others;
    while (chain && chain->found != found) chain = chain->next;
    return chain;
}

/* Follows a chain; where a look finds something else than it did, that is `*found`. The looks of chains that go on from each other
 * are all different. */
static const Fork *follow(const Dossier *dossier, const Chain *chain, Making *making, uint32_t *found) {
    for (size_t i = 0; i < chain->count; i++) {
        const Fork *fork = &chain->forks[i];
        *found = look(dossier, fork->look.at);
        making->looks[making->count++] = (Look){fork->look.at, *found};
        if (*found != fork->look.found) return fork;
    }
    return NULL;
}

static const void *recalled(const Dossier *dossier, Making *making, RecallKey *key) {
    for (const Chain *chain = recall_find(key); chain;) {
        uint32_t found;
        const Fork *fork = follow(dossier, chain, making, &found);
        if (!fork) return chain->said;
        recall_begin(key, dossier->recall, RECALL_BRANCH, found);
        if (countless(fork->look.at) && found == RECALL_FRESH) return NULL;
        chain = other_chain(fork, found);
        if (chain) continue;
        recall_number(key, (uintptr_t)fork);
        chain = recall_find(key);
        making->from = countless(fork->look.at) ? NULL : (Fork *)fork;
        making->found = found;
    }
    return NULL;
}

/* ---- Several at once */

Seek trace_seek(RecallKey *key) {
    const Chain *chain = recall_peek(key);
    if (chain) __builtin_prefetch(chain);
    return (Seek){.chain = chain};
}

static RecallKey branch_key(const Dossier *dossier, const Fork *fork, uint32_t found) {
    RecallKey key;
    recall_begin(&key, dossier->recall, RECALL_BRANCH, found);
    recall_number(&key, (uintptr_t)fork);
    return key;
}

/* The chain that was on its way. */
static void take_branch(const Dossier *dossier, Seek *seek) {
    const Chain *chain = other_chain(seek->fork, seek->found);
    if (!chain) {
        RecallKey key = branch_key(dossier, seek->fork, seek->found);
        chain = recall_peek(&key);
    }
    seek->chain = chain;
    seek->fork = NULL;
    if (chain) __builtin_prefetch(chain);
}

static void follow_on(const Dossier *dossier, Seek *seek) {
    const Chain *chain = seek->chain;
    const Fork *fork = chain->forks, *end = fork + chain->count;
    for (; fork < end; fork++)
        if ((seek->found = look(dossier, fork->look.at)) != fork->look.found) break;
    seek->chain = NULL;
    if (fork == end) {
        seek->said = chain->said;
        return;
    }
    if (countless(fork->look.at) && seek->found == RECALL_FRESH) return;
    seek->fork = fork;
    if (fork->others) {
        __builtin_prefetch(fork->others);
        return;
    }
    RecallKey key = branch_key(dossier, fork, seek->found);
    recall_ahead(&key);
}

void trace_seek_all(const Dossier *dossier, Seek *seeks, size_t count) {
    for (bool busy = true; busy;) {
        busy = false;
        for (Seek *seek = seeks; seek < seeks + count; seek++) {
            if (seek->fork) take_branch(dossier, seek);
            else if (seek->chain) follow_on(dossier, seek);
            busy = busy || seek->fork || seek->chain;
        }
    }
}

/* ---- Making */

/* What was looked at in vain counts. */
static void begin_making(const Dossier *dossier, Making *making) {
    const size_t count = making->count;
    making->made = true;
    making->count = 0;
    for (size_t i = 0; i < count; i++) note(making, making->looks[i].at, making->looks[i].found);
    making->recalled = count;
    dossier_forget(dossier);
}

const void *trace_begin(const Dossier *dossier, RecallKey *key) {
    Trace *trace = dossier->trace;
    Making *making = &trace->makings[trace->depth];
    making->count = 0;
    making->made = making->fresh = false;
    making->from = NULL;
    const void *said = recalled(dossier, making, key);
    trace->depth++;
    if (!said) begin_making(dossier, making);
    return said;
}

void trace_make(const Dossier *dossier) {
    begin_making(dossier, making_of(dossier->trace));
}

bool trace_wanted(const Dossier *dossier, const RecallKey *key) {
    return recall_wanted(key) && !making_of(dossier->trace)->fresh;
}

void trace_keep(const Dossier *dossier, const RecallKey *key, const void *said) {
    const Making *making = making_of(dossier->trace);
    const size_t count = making->count - making->recalled;
    Chain *chain = arena_bytes(recall_room(dossier->recall), sizeof *chain + count * sizeof *chain->forks);
    if (!chain || !said) return;
    *chain = (Chain){.said = said, .found = making->found, .count = count};
    for (size_t i = 0; i < count; i++) chain->forks[i] = (Fork){making->looks[making->recalled + i], NULL};
    if (making->from) {
        chain->next = making->from->others;
        making->from->others = chain;
    } else recall_keep(key, chain);
}

void trace_end(const Dossier *dossier) {
    Trace *trace = dossier->trace;
    Making *making = &trace->makings[--trace->depth], *whole = making_of(trace);
    blot_out(making);
    if (!whole) return;
    whole->fresh = whole->fresh || making->fresh;
    for (size_t i = 0; i < making->count; i++) note(whole, making->looks[i].at, making->looks[i].found);
}
