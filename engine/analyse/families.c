/* Two programmes meet where one asks for more than a limit and the other for less, of the same fact. They are taken to share a
 * limit only when it is the same figure, or the next whole one, or when nothing else tells them apart: two programmes may well
 * leave room between them on purpose. */
#include "analyse/families.h"

#include "analyse/thresholds.h"
#include "base/number.h"
#include "explain/figures.h"

#include <math.h>
#include <string.h>

#define PARTS_MAX 64
#define NAMES_MAX 3 /* of programmes in one note */

/* What a programme asks, one by one. */
typedef struct Asked {
    const Programme *programme;
    const Node *parts[PARTS_MAX];
    size_t count;
} Asked;

typedef struct Limit {
    const Asked *above, *below; /* who asks for more, who for less */
    const Node *low, *high;
    Threshold from, to;
} Limit;

typedef struct Families {
    Check *check;
    Worlds *worlds;
    Status status;
    Limit *wide; /* those of one programme, of which more than the limit itself belongs to both */
    size_t wide_count, wide_capacity;
    Witness witness; /* of the first of them */
} Families;

static void flatten(const Node *node, Asked *asked) {
    if (node->kind == NODE_ALL) {
        for (size_t i = 0; i < node->part_count; i++) flatten(node->parts[i], asked);
        return;
    }
    if (asked->count < PARTS_MAX) asked->parts[asked->count++] = node;
}

static Asked asked_of(const Programme *programme) {
    Asked asked = {.programme = programme};
    flatten(programme->conditions, &asked);
    if (programme->object) flatten(programme->object, &asked);
    for (size_t i = 0; i < programme->reserve_count; i++) flatten(programme->reserves[i], &asked);
    return asked;
}

static bool same_family(const Programme *a, const Programme *b) {
    const char *left = a->conditions->file, *right = b->conditions->file;
    const char *end_a = strrchr(left, '/'), *end_b = strrchr(right, '/');
    size_t length_a = end_a ? (size_t)(end_a - left) : 0, length_b = end_b ? (size_t)(end_b - right) : 0;
    return length_a == length_b && memcmp(left, right, length_a) == 0;
}

/* One operator, or one file: what they leave between them, or share, is their author's doing. */
static bool close_kin(const Programme *a, const Programme *b) {
    if (strcmp(a->conditions->file, b->conditions->file) == 0) return true;
    for (size_t i = 0; i < a->operator_count; i++)
        for (size_t k = 0; k < b->operator_count; k++)
            if (strcmp(a->operators[i], b->operators[k]) == 0) return true;
    return false;
}

static WorldAnswer ask(Families *families, const Wanted *wanted, size_t count, Witness *witness) {
    WorldAnswer answer = WORLD_UNDECIDED;
    if (families->status == STATUS_OK) families->status = worlds_ask(families->worlds, wanted, count, &answer, witness);
    return answer;
}

static void tell(Families *families, Severity severity, const char *code, const Node *node, const char *message, const char *advice,
                 const Witness *witness) {
    const Position at = check_place(families->check, node);
    const Finding finding = {.severity = severity,
                             .code = code,
                             .file = node->file,
                             .line = at.line,
                             .column = at.column,
                             .message = message,
                             .advice = advice,
                             .example = witness && witness->text[0] ? witness->text : NULL,
                             .facts = witness ? witness->facts : NULL};
    if (families->check->arena->failed) families->status = STATUS_NO_MEMORY;
    if (families->status == STATUS_OK) families->status = findings_add(&families->check->findings, &finding);
}

static const char *where(Families *families, const Programme *programme, const Node *node) {
    const char *line = arena_printf(families->check->arena, "%d", node->line);
    return phrase_of(families->check->arena, QUOTE_OPEN, programme->id, QUOTE_CLOSE " (ligne ", line ? line : "", ")", NULL);
}

/* ---- Limits that two programmes share */

/* Everything that both ask but for the limit itself, into `wanted`. */
static size_t rest_of(const Limit *limit, Wanted *wanted) {
    size_t count = 0;
    for (size_t i = 0; i < limit->above->count; i++)
        if (limit->above->parts[i] != limit->low) wanted[count++] = (Wanted){limit->above->parts[i], WORLD_NOT_FALSE};
    for (size_t i = 0; i < limit->below->count; i++)
        if (limit->below->parts[i] != limit->high) wanted[count++] = (Wanted){limit->below->parts[i], WORLD_NOT_FALSE};
    return count;
}

static bool same_limit(const Limit *limit) {
    double a = limit->from.low.value, b = limit->to.high.value;
    return a == b || (limit->from.whole && fabs(a - b) <= 2);
}

/* Does any part of `by` say something of `node`? */
static bool linked(Families *families, const Asked *by, const Node *except, const Node *node) {
    bool found = false;
    for (size_t i = 0; i < by->count && !found && families->status == STATUS_OK; i++)
        if (by->parts[i] != except) families->status = worlds_linked(families->worlds, by->parts[i], node, &found);
    return found;
}

static bool implied(Families *families, const Asked *by, const Node *except, const Node *node) {
    Wanted wanted[PARTS_MAX + 1];
    size_t count = 0;
    if (!linked(families, by, except, node)) return false;
    for (size_t i = 0; i < by->count; i++)
        if (by->parts[i] != except) wanted[count++] = (Wanted){by->parts[i], WORLD_TRUE};
    wanted[count++] = (Wanted){node, WORLD_NOT_TRUE};
    return ask(families, wanted, count, NULL) == WORLD_NONE;
}

/* Are they of one author, and do both ask the same of everything else? */
static bool same_rest(Families *families, const Limit *limit) {
    if (!close_kin(limit->above->programme, limit->below->programme)) return false;
    for (size_t i = 0; i < limit->above->count; i++)
        if (limit->above->parts[i] != limit->low && !implied(families, limit->below, limit->high, limit->above->parts[i]))
            return false;
    for (size_t i = 0; i < limit->below->count; i++)
        if (limit->below->parts[i] != limit->high && !implied(families, limit->above, limit->low, limit->below->parts[i]))
            return false;
    return true;
}

/* Does another programme of the family take what falls between? */
static bool taken(Families *families, const Asked *all, size_t count, const Limit *limit) {
    for (size_t i = 0; i < count; i++) {
        if (&all[i] == limit->above || &all[i] == limit->below) continue;
        if (!same_family(all[i].programme, limit->above->programme)) continue;
        Wanted wanted[3 * PARTS_MAX];
        size_t total = rest_of(limit, wanted);
        wanted[total++] = (Wanted){limit->low, WORLD_FALSE};
        wanted[total++] = (Wanted){limit->high, WORLD_FALSE};
        for (size_t k = 0; k < all[i].count; k++) wanted[total++] = (Wanted){all[i].parts[k], WORLD_TRUE};
        if (ask(families, wanted, total, NULL) != WORLD_NONE) return true;
    }
    return false;
}

static const char *both_sides(Families *families, const Limit *limit) {
    Arena *arena = families->check->arena;
    return phrase_of(arena, where(families, limit->below->programme, limit->high), " demande ",
                     threshold_written(arena, &limit->to, &limit->to.high, false, limit->to.unit), " et ",
                     where(families, limit->above->programme, limit->low), " ",
                     threshold_written(arena, &limit->from, &limit->from.low, true, limit->from.unit), NULL);
}

static void tell_shared(Families *families, const Limit *limit, const Witness *witness) {
    tell(families, SEVERITY_WARNING, "AZ721", limit->low,
         phrase_of(families->check->arena, "un recouvrement dans la famille" COLON, both_sides(families, limit),
                   COLON "l’entre-deux appartient aux deux", NULL),
         "relire les deux documents, et laisser la limite à un seul (plus_de ou moins_de)", witness);
}

static void keep_wide(Families *families, const Limit *limit, const Witness *witness) {
    Limit *items =
        arena_grow(families->check->arena, families->wide, families->wide_count, &families->wide_capacity, sizeof *items);
    if (!items) return;
    families->wide = items;
    if (families->wide_count == 0) families->witness = *witness;
    items[families->wide_count++] = *limit;
}

static const char *some_names(Families *families, const char **names, size_t count) {
    size_t told = count > NAMES_MAX ? NAMES_MAX : count;
    if (count > told) {
        const char *others = arena_printf(families->check->arena, "%zu autres", count - told);
        names[told++] = others ? others : "";
    }
    return french_list(families->check->arena, names, told, "et");
}

/* Two programmes that overlap are two steps of a scale, one of which is wrong; one that overlaps several shows that the family is
 * no scale. */
static void tell_wide(Families *families) {
    Arena *arena = families->check->arena;
    const Limit *first = families->wide;
    size_t count = families->wide_count;
    families->wide_count = 0;
    if (count == 0) return;
    if (count == 1) {
        tell_shared(families, first, &families->witness);
        return;
    }
    const char **names = arena_array(arena, count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++)
        names[i] = phrase_of(arena, QUOTE_OPEN, families->wide[i].below->programme->id, QUOTE_CLOSE, NULL);
    if (!names) return;
    tell(families, SEVERITY_NOTE, "AZ721", first->low,
         phrase_of(arena, where(families, first->above->programme, first->low), " recouvre en partie ",
                   some_names(families, names, count), COLON "cette famille n’est pas une échelle", NULL),
         "rien à faire si ces dispositifs ne se suivent pas", NULL);
}

static void check_limit(Families *families, const Asked *all, size_t count, const Limit *limit) {
    Wanted wanted[2 * PARTS_MAX + 2];
    Witness witness;
    Arena *arena = families->check->arena;
    size_t total = rest_of(limit, wanted);
    bool narrow = same_limit(limit);
    wanted[total] = (Wanted){limit->low, WORLD_FALSE};
    wanted[total + 1] = (Wanted){limit->high, WORLD_FALSE};
    if (ask(families, wanted, total + 2, &witness) == WORLD_SOME) {
        if (!(narrow || same_rest(families, limit)) || taken(families, all, count, limit)) return;
        tell(families, SEVERITY_WARNING, "AZ720", limit->low,
             phrase_of(arena, "un trou dans la famille" COLON, both_sides(families, limit), COLON "entre les deux, personne", NULL),
             "relire les documents : faire entrer la limite dans l’un des deux (au_moins ou au_plus) ; si aucun ne la place, "
             "écrire dans les deux a_egalite = inconnu, motif = \"…\"",
             &witness);
        return;
    }
    wanted[total] = (Wanted){limit->low, WORLD_TRUE};
    wanted[total + 1] = (Wanted){limit->high, WORLD_TRUE};
    if (limit->from.low.value > limit->to.high.value || ask(families, wanted, total + 2, &witness) != WORLD_SOME) return;
    if (narrow) tell_shared(families, limit, &witness);
    else if (same_rest(families, limit)) keep_wide(families, limit, &witness);
}

static void check_pair_limits(Families *families, const Asked *all, size_t count, const Asked *above, const Asked *below) {
    const Vocabulary *vocabulary = &families->check->rulebook->vocabulary;
    for (size_t i = 0; i < above->count; i++)
        for (size_t k = 0; k < below->count; k++) {
            Limit limit = {.above = above, .below = below, .low = above->parts[i], .high = below->parts[k]};
            if (!threshold_of(vocabulary, limit.low, &limit.from) || !threshold_of(vocabulary, limit.high, &limit.to)) continue;
            if (limit.from.fact != limit.to.fact || limit.from.unit != limit.to.unit) continue;
            if (limit.low->test.comparison != limit.high->test.comparison || limit.low->test.until != limit.high->test.until)
                continue;
            if (!limit.from.low.present || !limit.to.high.present) continue;
            /* Each must go on where the other ends. */
            if (limit.from.high.present && limit.from.high.value <= limit.to.high.value) continue;
            if (limit.to.low.present && limit.to.low.value >= limit.from.low.value) continue;
            check_limit(families, all, count, &limit);
        }
}

/* ---- Programmes that contain others */

static bool asks_nothing(const Asked *asked) {
    for (size_t i = 0; i < asked->count; i++)
        if (asked->parts[i]->kind != NODE_CONSTANT) return false;
    return true;
}

/* Is whoever `inner` takes also taken by `outer`? */
static bool contained(Families *families, const Asked *inner, const Asked *outer) {
    for (size_t i = 0; i < outer->count; i++)
        if (!implied(families, inner, NULL, outer->parts[i])) return false;
    Wanted wanted[PARTS_MAX];
    for (size_t i = 0; i < inner->count; i++) wanted[i] = (Wanted){inner->parts[i], WORLD_TRUE};
    return ask(families, wanted, inner->count, NULL) == WORLD_SOME;
}

/* A structure that the programme takes, and with it those that take all it takes. */
static const Witness *structure_of(Families *families, const Asked *asked, Witness *witness) {
    Wanted wanted[PARTS_MAX];
    for (size_t i = 0; i < asked->count; i++) wanted[i] = (Wanted){asked->parts[i], WORLD_TRUE};
    return ask(families, wanted, asked->count, witness) == WORLD_SOME ? witness : NULL;
}

/* Two that demand the same may be one by mistake; three or more have a condition in common. */
static void tell_same(Families *families, const Asked *first, const Asked *const *others, size_t count) {
    Arena *arena = families->check->arena;
    bool kin = count == 1 && close_kin(first->programme, others[0]->programme);
    const char **names = arena_array(arena, count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++)
        names[i] = phrase_of(arena, QUOTE_OPEN, others[i]->programme->id, QUOTE_CLOSE, NULL);
    if (!names || count == 0) return;
    Witness witness;
    tell(families, kin ? SEVERITY_WARNING : SEVERITY_NOTE, "AZ723", others[0]->programme->conditions,
         phrase_of(arena, some_names(families, names, count), count > 1 ? " demandent" : " demande", " exactement ce que demande ",
                   where(families, first->programme, first->programme->conditions), NULL),
         "si les documents les distinguent, il manque un critère à l’un d’eux", structure_of(families, first, &witness));
}

/* All programmes that contain one, in one note. */
static void tell_contained(Families *families, const Asked *all, size_t count, const bool *within, const Asked *inner) {
    Arena *arena = families->check->arena;
    const char **names = arena_array(arena, count + 1, sizeof *names);
    size_t found = 0;
    for (size_t k = 0; names && k < count; k++)
        if (within[k]) names[found++] = phrase_of(arena, QUOTE_OPEN, all[k].programme->id, QUOTE_CLOSE, NULL);
    if (found == 0) return;
    Witness witness;
    tell(families, SEVERITY_NOTE, "AZ722", inner->programme->conditions,
         phrase_of(arena, "qui remplit " QUOTE_OPEN, inner->programme->id, QUOTE_CLOSE " remplit toujours ",
                   some_names(families, names, found), NULL),
         "rien à faire si les documents le disent ainsi", structure_of(families, inner, &witness));
}

/* `within[i * count + k]`: whoever i takes, k takes too. */
static void check_containing(Families *families, const Asked *all, size_t count) {
    bool *within = arena_array(families->check->arena, count * count + 1, sizeof *within);
    const Asked **same = arena_array(families->check->arena, count + 1, sizeof *same);
    if (!within || !same) {
        families->status = STATUS_NO_MEMORY;
        return;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count && !asks_nothing(&all[i]); k++)
            within[i * count + k] = i != k && !asks_nothing(&all[k]) && same_family(all[i].programme, all[k].programme) &&
                                    contained(families, &all[i], &all[k]);
    for (size_t i = 0; i < count; i++) {
        size_t found = 0;
        for (size_t k = 0; k < count; k++) {
            if (!within[i * count + k] || !within[k * count + i]) continue;
            same[found++] = &all[k];
            within[i * count + k] = false;
            for (size_t j = 0; j < count; j++) within[k * count + j] = false; /* whatever is said of `i` is true of `k` */
        }
        tell_same(families, &all[i], same, found);
        tell_contained(families, all, count, within + i * count, &all[i]);
    }
}

Status families_check(Check *check, Worlds *worlds) {
    const Rulebook *rulebook = check->rulebook;
    Families families = {.check = check, .worlds = worlds, .status = STATUS_OK};
    size_t count = 0;
    Asked *all = arena_array(check->arena, rulebook->programme_count + 1, sizeof *all);
    if (!all) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (!rulebook->programmes[i].failed) all[count++] = asked_of(&rulebook->programmes[i]);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count && families.status == STATUS_OK; k++) {
            if (i == k || !same_family(all[i].programme, all[k].programme)) continue;
            check_pair_limits(&families, all, count, &all[i], &all[k]);
        }
        tell_wide(&families);
    }
    check_containing(&families, all, count);
    return families.status;
}
