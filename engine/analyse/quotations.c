/* A threshold is right as soon as one claim of its quotations says the same. It is told wrong only by a claim that speaks of the
 * same thing in plain figures: a sentence on the help itself, a name like « PME » beside a figure, what follows « hors » may agree
 * but never accuse. An author who writes `infere` has said why, and is believed. */
#include "analyse/quotations.h"

#include "analyse/thresholds.h"
#include "base/number.h"
#include "explain/figures.h"
#include "explain/sources.h"
#include "explain/values.h"

#include <math.h>
#include <string.h>

#define TPE_MAX 20

/* What has become of a claim. */
typedef enum Hearing { HEARING_NONE, HEARING_SAID, HEARING_TOLD } Hearing;

/* The claims of one quotation, read once. */
typedef struct Quoted {
    const Quote *quote;
    Claim *claims;
    Hearing *hearings; /* by claim */
    size_t count;
    const Node *node; /* the first that rests on it */
} Quoted;

typedef struct Quotations {
    Check *check;
    const Programme *programme;
    Quoted *quoted; /* of one programme */
    size_t count, capacity;
    Threshold *thresholds; /* of all its tests */
    size_t threshold_count, threshold_capacity;
    bool flexible; /* below `non` or a `si`: the sentence may say either side */
} Quotations;

static Quoted *quoted_of(Quotations *all, const Quote *quote, const Node *node) {
    Arena *arena = all->check->arena;
    for (size_t i = 0; i < all->count; i++)
        if (all->quoted[i].quote == quote) return &all->quoted[i];
    Quoted *items = arena_grow(arena, all->quoted, all->count, &all->capacity, sizeof *items);
    if (!items) return NULL;
    all->quoted = items;
    Quoted *item = &items[all->count];
    *item = (Quoted){.quote = quote, .node = node};
    if (!claims_read(arena, source_reading(arena, quote), &item->claims, &item->count)) return NULL;
    item->hearings = arena_array(arena, item->count + 1, sizeof *item->hearings);
    if (!item->hearings) return NULL;
    all->count++;
    return item;
}

/* ---- One end of one test */

/* How strongly a claim may speak on a test: the lowest that any claim reaches is listened to. */
typedef enum Weight {
    WEIGHT_PLAIN,
    WEIGHT_VAGUE, /* without a unit, or without saying that it speaks of an age, of a budget */
    WEIGHT_NAME,
    WEIGHT_NONE
} Weight;

static Weight weight_of(const Threshold *threshold, const Claim *claim) {
    if (!threshold_concerned(threshold, claim) || claim->excluded || claim->aside) return WEIGHT_NONE;
    if (claim->defined || claim->unlimited) return WEIGHT_NAME;
    bool time = claim->unit == CLAIM_MONTHS || claim->unit == CLAIM_DAYS;
    bool vague = claim->unit == CLAIM_NONE || (time && !claim->existence) || (claim->unit == CLAIM_MONEY && !claim->budget);
    return vague ? WEIGHT_VAGUE : WEIGHT_PLAIN;
}

/* All claims behind one node, as a threshold sees them. */
typedef struct Heard {
    Claim *claims;
    Hearing **hearings;
    size_t *quotes; /* by claim: which of the node's quotations says it */
    size_t count;
} Heard;

static bool hear(Quotations *all, const Node *node, const Threshold *threshold, Heard *out) {
    Arena *arena = all->check->arena;
    size_t count = 0;
    for (size_t i = 0; i < node->grounds.quote_count; i++) {
        const Quoted *quoted = quoted_of(all, node->grounds.quotes[i], node);
        if (!quoted) return false;
        count += quoted->count;
    }
    *out = (Heard){.claims = arena_array(arena, count + 1, sizeof *out->claims),
                   .hearings = arena_array(arena, count + 1, sizeof *out->hearings),
                   .quotes = arena_array(arena, count + 1, sizeof *out->quotes)};
    if (!out->claims || !out->hearings || !out->quotes) return false;
    for (size_t i = 0; i < node->grounds.quote_count; i++) {
        Quoted *quoted = quoted_of(all, node->grounds.quotes[i], node);
        for (size_t k = 0; quoted && k < quoted->count; k++) {
            out->claims[out->count] = threshold_seen(threshold, &quoted->claims[k]);
            out->quotes[out->count] = i;
            out->hearings[out->count++] = &quoted->hearings[k];
        }
    }
    return true;
}

/* « TPE » is said of up to 20; the other names have one definition. */
static bool name_allows(const Threshold *threshold, const Claim *claim, const ClaimEnd *end, bool low) {
    if (!low && claim->high.value == 10) return end->value >= 9 && end->value <= TPE_MAX;
    return ends_equal(low ? &claim->low : &claim->high, end, low, threshold->whole,
                      low ? threshold->low_open : threshold->high_open);
}

/* « 10 salariés », without any operator, may be the last that is taken or the first that is not. */
static bool bare_allows(const Threshold *threshold, double value, const ClaimEnd *end, bool low) {
    const ClaimEnd within = {true, false, value};
    return value == end->value || ends_equal(&within, end, low, threshold->whole, false);
}

static bool same_unit(const Threshold *threshold, const Claim *claim) {
    bool days = threshold->unit == CLAIM_DAYS;
    return (claim->unit != CLAIM_DAYS && claim->unit != CLAIM_MONTHS) || days == (claim->unit == CLAIM_DAYS);
}

/* Does this claim say this end of the test? */
static bool says(const Threshold *threshold, const Claim *claim, const ClaimEnd *end, bool low, bool flexible) {
    if (!threshold_concerned(threshold, claim) || !same_unit(threshold, claim)) return false;
    bool open = low ? threshold->low_open : threshold->high_open;
    if (claim->bare) return bare_allows(threshold, claim->low.value, end, low);
    if (claim->defined && !claim->excluded && (low ? claim->low.present : claim->high.present))
        return name_allows(threshold, claim, end, low);
    if (ends_equal(low ? &claim->low : &claim->high, end, low, threshold->whole, open)) return true;
    if (!flexible && !claim->excluded) return false;
    ClaimEnd turned = low ? claim->high : claim->low;
    turned.strict = !turned.strict;
    return ends_equal(&turned, end, low, threshold->whole, open);
}

/* « TPE (moins de 10 salariés) »: a figure as small as those that a name is said of says more than the name. */
static bool outweighed(const Threshold *threshold, const Heard *heard, const Claim *name, bool low) {
    for (size_t i = 0; i < heard->count && name->defined && !low; i++) {
        const Claim *claim = &heard->claims[i];
        if (claim->high.present && claim->high.value <= TPE_MAX + 1 && weight_of(threshold, claim) == WEIGHT_PLAIN) return true;
    }
    return false;
}

static Status told(Quotations *all, const Node *node, const Finding *finding) {
    Finding full = *finding;
    full.file = node->file;
    const Position at = check_place(all->check, node);
    full.line = at.line;
    full.column = at.column;
    full.fact = all->check->rulebook->vocabulary.facts[node->test.fact].name;
    if (all->check->arena->failed) return STATUS_NO_MEMORY;
    return findings_add(&all->check->findings, &full);
}

/* A structure on which rule and sentence part: at the lower of the two thresholds, or just above. */
static void show_parting(Quotations *all, const Threshold *threshold, double a, double b, bool low, bool strict_at_lowest,
                         Finding *finding) {
    Arena *arena = all->check->arena;
    const Fact *fact = threshold->fact;
    char digits[NUMBER_TEXT_MAX];
    double value = fmin(a, b);
    if (low == strict_at_lowest && a != b) value += 1;
    if (threshold->test->comparison == TEST_DURATION) {
        bool days = threshold->unit == CLAIM_DAYS;
        Duration duration = {.months = days ? 0 : (int)value, .days = days ? (int)value : 0};
        Day day = threshold->test->until ? day_add(all->check->date, duration) : day_latest_reaching(all->check->date, duration);
        char written[11];
        day_write(day, written);
        finding->example = phrase_of(arena, fact->label, COLON, figure_date(arena, day), NULL);
        finding->facts = arena_printf(arena, "{\"%s\":\"%s\"}", fact->name, written);
        return;
    }
    if (value < fact->minimum || value > fact->maximum) return;
    number_write(value, digits);
    finding->example = phrase_of(arena, fact->label, COLON, value_span(arena, fact, (Span){value, value}), NULL);
    finding->facts = arena_printf(arena, "{\"%s\":%s}", fact->name, digits);
}

static const char *both(Arena *arena, const Claim *claim, const char *written, const char *rest) {
    return phrase_of(arena, "la citation dit ", french_quote(arena, claim->text), ", la règle écrit ", written, rest, NULL);
}

/* Does the programme ask for this end of the claim, on its own side? */
static bool kept_elsewhere(const Quotations *all, const Threshold *threshold, const Claim *claim, bool low) {
    const ClaimEnd *end = low ? &claim->low : &claim->high;
    for (size_t i = 0; i < all->threshold_count; i++) {
        const Threshold *other = &all->thresholds[i];
        const ClaimEnd *asked = low ? &other->low : &other->high;
        if (other->fact == threshold->fact && ends_equal(asked, end, low, other->whole, false)) return true;
    }
    return false;
}

/* The rule asks for an end that the sentence does not have: « toutes tailles », or the other end alone. */
static Status accuse_added(Quotations *all, const Node *node, const Threshold *threshold, const ClaimEnd *end, bool low,
                           const Claim *claim) {
    Arena *arena = all->check->arena;
    const Finding finding = {.severity = SEVERITY_ERROR,
                             .code = "AZ712",
                             .message = phrase_of(arena, "la citation dit ", french_quote(arena, claim->text),
                                                  claim->unlimited ? "" : " et rien de plus", ", la règle écrit ",
                                                  threshold_written(arena, threshold, end, low, threshold->unit), NULL),
                             .advice =
                                 "retirer cette borne, citer le passage qui la demande, ou dire pourquoi avec infere = \"…\""};
    return told(all, node, &finding);
}

/* A name whose definition the rule does not follow. */
static Status accuse_by_name(Quotations *all, const Node *node, const Threshold *threshold, const ClaimEnd *end, bool low,
                             const Claim *claim) {
    Arena *arena = all->check->arena;
    const char *written = threshold_written(arena, threshold, end, low, threshold->unit);
    const ClaimEnd *said = low ? &claim->low : &claim->high;
    Finding finding = {
        .severity = SEVERITY_WARNING,
        .code = "AZ717",
        .message = phrase_of(arena, "la citation dit ", french_quote(arena, claim->text), " sans donner de nombre, la règle écrit ",
                             written, NULL),
        .advice = phrase_of(arena, "écrire ", threshold_written(arena, threshold, said, low, threshold->unit),
                            " (décret n° 2008-1354 : moins de 10 personnes pour une microentreprise, de 250 pour une PME, de "
                            "5 000 pour une ETI), citer le nombre, ou dire pourquoi avec infere = \"…\"",
                            NULL)};
    show_parting(all, threshold, said->value, end->value, low, said->value <= end->value ? said->strict : end->strict, &finding);
    return told(all, node, &finding);
}

/* The claim contradicts the end: says how, and what to write. */
static Status accuse(Quotations *all, const Node *node, const Threshold *threshold, const ClaimEnd *end, bool low,
                     const Claim *claim) {
    bool same_side = low ? claim->low.present : claim->high.present;
    if (claim->defined) return accuse_by_name(all, node, threshold, end, low, claim);
    if (claim->unlimited || (!same_side && kept_elsewhere(all, threshold, claim, !low)))
        return accuse_added(all, node, threshold, end, low, claim);
    Arena *arena = all->check->arena;
    bool said_low = same_side ? low : !low;
    ClaimEnd said = claim->bare ? *end : said_low ? claim->low : claim->high;
    if (claim->bare) said.value = claim->low.value;
    if (claim->bare) said_low = low;
    ClaimUnit unit = claim->unit == CLAIM_DAYS || claim->unit == CLAIM_MONTHS ? claim->unit : threshold->unit;
    const char *written = threshold_written(arena, threshold, end, low, threshold->unit);
    Finding finding = {.severity = SEVERITY_ERROR,
                       .advice = phrase_of(arena, "écrire ", threshold_written(arena, threshold, &said, said_low, unit),
                                           ", ou dire pourquoi avec infere = \"…\"", NULL)};
    if (said_low != low) {
        finding.code = "AZ711";
        finding.message = both(arena, claim, written, COLON "c’est l’autre sens");
    } else if (said.value == end->value && same_unit(threshold, claim)) {
        finding.code = "AZ710";
        finding.message = both(arena, claim, written, COLON "à cette valeur exacte, l’un accepte et l’autre refuse");
    } else {
        finding.code = "AZ712";
        finding.message = both(arena, claim, written, NULL);
    }
    if (said_low == low && same_unit(threshold, claim))
        show_parting(all, threshold, said.value, end->value, low, said.value <= end->value ? said.strict : end->strict, &finding);
    return told(all, node, &finding);
}

/* The claim that best explains what is wrong: the nearest in sense and value. */
static const Claim *accuser(const Threshold *threshold, const Heard *heard, const ClaimEnd *end, bool low, size_t *index) {
    Weight weight = WEIGHT_NONE;
    int best_rank = 100;
    const Claim *best = NULL;
    for (size_t i = 0; i < heard->count; i++)
        if (weight_of(threshold, &heard->claims[i]) < weight) weight = weight_of(threshold, &heard->claims[i]);
    for (size_t i = 0; i < heard->count && weight < WEIGHT_NONE; i++) {
        const Claim *claim = &heard->claims[i];
        if (weight_of(threshold, claim) != weight) continue;
        const ClaimEnd *same = low ? &claim->low : &claim->high, *other = low ? &claim->high : &claim->low;
        if (weight == WEIGHT_NAME && !same->present && !claim->unlimited) continue;
        int rank = same->present && !claim->bare ? (same->value == end->value ? 0 : 2) : other->value == end->value ? 1 : 4;
        if (claim->bare || claim->unlimited) rank = 3;
        if (rank >= best_rank) continue;
        best_rank = rank;
        best = claim;
        *index = i;
    }
    return best;
}

/* « sans salarié » */
static bool says_none(const Threshold *threshold, const Heard *heard) {
    for (size_t i = 0; i < heard->count; i++) {
        const ClaimEnd *high = &heard->claims[i].high;
        if (weight_of(threshold, &heard->claims[i]) == WEIGHT_PLAIN && high->present && high->value + !high->strict <= 1)
            return true;
    }
    return false;
}

/* What no value fails; and « employeur », which a sentence on employees supposes, unless it says that there is none. */
static bool supposed(const Threshold *threshold, const Heard *heard, const ClaimEnd *end, bool low) {
    if (!low) return !end->strict && end->value >= threshold->fact->maximum;
    if (!end->strict && end->value <= threshold->fact->minimum) return true;
    return threshold->unit == CLAIM_EMPLOYEES && end->value + end->strict == 1 && !says_none(threshold, heard);
}

/* Does the quotation of this claim also say the end itself? */
static bool says_again(const Threshold *threshold, const Heard *heard, size_t claim, const ClaimEnd *end, bool low) {
    for (size_t i = 0; i < heard->count; i++) {
        const ClaimEnd *other = low ? &heard->claims[i].low : &heard->claims[i].high;
        if (heard->quotes[i] == heard->quotes[claim] && ends_equal(other, end, low, threshold->whole, false)) return true;
    }
    return false;
}

/* Of two quotations of one test, one says what the test says and the other something else. */
static Status check_agreement(Quotations *all, const Node *node, const Threshold *threshold, const Heard *heard, size_t right,
                              bool low, bool *spoken) {
    Arena *arena = all->check->arena;
    const ClaimEnd *end = low ? &heard->claims[right].low : &heard->claims[right].high;
    *spoken = true;
    for (size_t i = 0; i < heard->count && end->present && !heard->claims[right].bare && !all->flexible; i++) {
        const Claim *claim = &heard->claims[i];
        const ClaimEnd *other = low ? &claim->low : &claim->high;
        if (heard->quotes[i] == heard->quotes[right] || weight_of(threshold, claim) != WEIGHT_PLAIN) continue;
        if (!other->present || claim->bare || !same_unit(threshold, claim) || ends_equal(other, end, low, threshold->whole, false))
            continue;
        if (says_again(threshold, heard, i, end, low) || kept_elsewhere(all, threshold, claim, low)) continue;
        *heard->hearings[i] = HEARING_TOLD;
        const Finding finding = {
            .severity = SEVERITY_WARNING,
            .code = "AZ718",
            .message =
                phrase_of(arena, "une citation dit ", french_quote(arena, heard->claims[right].text), ", une autre ",
                          french_quote(arena, claim->text), COLON "elles se contredisent, et la règle n’en suit qu’une", NULL),
            .advice = "écrire les deux lectures dans divergence { … }, ou mettre dans prime_sur = { … } la citation écartée"};
        return told(all, node, &finding);
    }
    return STATUS_OK;
}

static Status check_end(Quotations *all, const Node *node, const Threshold *threshold, const Heard *heard, bool low, bool *spoken) {
    const ClaimEnd *end = low ? &threshold->low : &threshold->high;
    size_t index = 0;
    if (!end->present) return STATUS_OK;
    if (supposed(threshold, heard, end, low)) {
        if (!threshold->high.present) *spoken = true;
        return STATUS_OK;
    }
    bool said = false;
    size_t right = 0;
    for (size_t i = 0; i < heard->count; i++) {
        if (!says(threshold, &heard->claims[i], end, low, all->flexible)) continue;
        if (outweighed(threshold, heard, &heard->claims[i], low)) continue;
        if (*heard->hearings[i] == HEARING_NONE) *heard->hearings[i] = HEARING_SAID;
        if (!said) right = i;
        said = true;
    }
    if (said && !node->grounds.inferred) return check_agreement(all, node, threshold, heard, right, low, spoken);
    const Claim *claim = said || node->grounds.inferred ? NULL : accuser(threshold, heard, end, low, &index);
    if (said || claim) *spoken = true;
    if (!claim) return STATUS_OK;
    *heard->hearings[index] = HEARING_TOLD;
    return accuse(all, node, threshold, end, low, claim);
}

/* Persons for ETP, or the reverse: the same figure in the other unit. */
static Status check_unit(Quotations *all, const Node *node, const Threshold *threshold, const Heard *heard) {
    ClaimUnit other = threshold->unit == CLAIM_EMPLOYEES ? CLAIM_FTE : threshold->unit == CLAIM_FTE ? CLAIM_EMPLOYEES : CLAIM_NONE;
    if (other == CLAIM_NONE || node->grounds.inferred) return STATUS_OK;
    Arena *arena = all->check->arena;
    for (size_t i = 0; i < heard->count; i++) {
        const Claim *claim = &heard->claims[i];
        if (claim->unit != other || claim->in_fte || claim->defined || claim->excluded || claim->aside) continue;
        *heard->hearings[i] = HEARING_TOLD;
        const Finding finding = {
            .severity = SEVERITY_ERROR,
            .code = "AZ713",
            .message = phrase_of(arena, "la citation dit ", french_quote(arena, claim->text), ", la règle compte en ",
                                 threshold->unit == CLAIM_FTE ? "équivalents temps plein" : "personnes salariées", NULL),
            .advice = other == CLAIM_FTE ? "tester le fait « etp » : des personnes ne se convertissent pas en ETP"
                                         : "tester le fait « effectif_salarie » : des ETP ne se convertissent pas en personnes"};
        return told(all, node, &finding);
    }
    return STATUS_OK;
}

static Status check_test(Quotations *all, const Node *node, const Threshold *threshold) {
    Heard heard;
    bool spoken = false;
    if (!hear(all, node, threshold, &heard)) return STATUS_NO_MEMORY;
    Status status = check_end(all, node, threshold, &heard, true, &spoken);
    if (status == STATUS_OK) status = check_end(all, node, threshold, &heard, false, &spoken);
    return status == STATUS_OK && !spoken ? check_unit(all, node, threshold, &heard) : status;
}

/* ---- What is quoted and not asked */

static Status gather(Quotations *all, const Node *node) {
    if (!node) return STATUS_OK;
    Threshold threshold;
    if (threshold_of(&all->check->rulebook->vocabulary, node, &threshold)) {
        Threshold *items =
            arena_grow(all->check->arena, all->thresholds, all->threshold_count, &all->threshold_capacity, sizeof *items);
        if (!items) return STATUS_NO_MEMORY;
        all->thresholds = items;
        items[all->threshold_count++] = threshold;
    }
    Status status = STATUS_OK;
    for (size_t i = 0; i < node->part_count && status == STATUS_OK; i++) status = gather(all, node->parts[i]);
    return status;
}

static Status gather_attribute(Quotations *all, const Attribute *attribute) {
    if (!attribute) return STATUS_OK;
    Status status = STATUS_OK;
    for (size_t i = 0; i < attribute->part_count && status == STATUS_OK; i++) {
        if (attribute->conditions) status = gather(all, attribute->conditions[i]);
        if (status == STATUS_OK) status = gather_attribute(all, attribute->parts[i]);
    }
    return status;
}

static Status gather_all(Quotations *all) {
    const Programme *programme = all->programme;
    const Node *const trees[] = {programme->conditions, programme->object, programme->strong, programme->possible,
                                 programme->irrelevant, programme->partly, programme->urgent, programme->urgent_unless};
    const Attribute *const attributes[] = {programme->duration, programme->cost, programme->endowment, programme->capacity,
                                           programme->calendar};
    Status status = STATUS_OK;
    for (size_t i = 0; i < sizeof trees / sizeof *trees && status == STATUS_OK; i++) status = gather(all, trees[i]);
    for (size_t i = 0; i < programme->reserve_count && status == STATUS_OK; i++) status = gather(all, programme->reserves[i]);
    for (size_t i = 0; i < programme->priority_count && status == STATUS_OK; i++) status = gather(all, programme->priorities[i]);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes && status == STATUS_OK; i++)
        status = gather_attribute(all, attributes[i]);
    return status;
}

/* Is an end of a claim asked by some criterion, of either side? */
static bool asked(const Quotations *all, const Claim *claim, bool low) {
    for (size_t i = 0; i < all->threshold_count; i++) {
        const Threshold *threshold = &all->thresholds[i];
        const Claim seen = threshold_seen(threshold, claim);
        const ClaimEnd *end = low ? &seen.low : &seen.high;
        if (!threshold_concerned(threshold, claim) || !same_unit(threshold, claim)) continue;
        const ClaimEnd *same = low ? &threshold->low : &threshold->high, *other = low ? &threshold->high : &threshold->low;
        ClaimEnd turned = *end;
        turned.strict = !turned.strict;
        if (same->present && same->value == end->value) return true;
        if (ends_equal(end, same, low, threshold->whole, false) || ends_equal(&turned, other, !low, threshold->whole, false))
            return true;
    }
    return false;
}

/* Is the figure told in words of the author: something to confirm, a remark, a reason? */
static Status told_in(Quotations *all, const char *text, const Claim *claim, bool *found) {
    Claim *claims;
    size_t count;
    if (!text || *found) return STATUS_OK;
    if (!claims_read(all->check->arena, text, &claims, &count)) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        bool low = claim->low.present && (claims[i].low.value == claim->low.value || claims[i].high.value == claim->low.value);
        bool high = claim->high.present && (claims[i].high.value == claim->high.value || claims[i].low.value == claim->high.value);
        if (claims[i].unit == claim->unit && (low || high)) *found = true;
    }
    return STATUS_OK;
}

static Status told_in_tree(Quotations *all, const Node *node, const Claim *claim, bool *found) {
    if (!node || *found) return STATUS_OK;
    const char *const texts[] = {node->title, node->reason, node->question, node->grounds.inferred};
    Status status = STATUS_OK;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && status == STATUS_OK; i++) status = told_in(all, texts[i], claim, found);
    for (size_t i = 0; i < node->part_count && status == STATUS_OK; i++) status = told_in_tree(all, node->parts[i], claim, found);
    return status;
}

static Status told_anywhere(Quotations *all, const Claim *claim, bool *found) {
    const Programme *programme = all->programme;
    Status status = told_in_tree(all, programme->conditions, claim, found);
    if (status == STATUS_OK) status = told_in_tree(all, programme->object, claim, found);
    for (size_t i = 0; i < programme->reserve_count && status == STATUS_OK; i++)
        status = told_in_tree(all, programme->reserves[i], claim, found);
    for (size_t i = 0; i < programme->priority_count && status == STATUS_OK; i++)
        status = told_in_tree(all, programme->priorities[i], claim, found);
    for (size_t i = 0; i < programme->remark_count && status == STATUS_OK; i++)
        status = told_in(all, programme->remarks[i].text, claim, found);
    return status;
}

/* Is it a figure that a criterion could ask? */
static bool askable(const Claim *claim) {
    if (claim->bare || claim->defined || claim->unlimited || claim->excluded || claim->aside) return false;
    if (claim->unit == CLAIM_EMPLOYEES || claim->unit == CLAIM_FTE) return true;
    if (claim->unit == CLAIM_MONTHS || claim->unit == CLAIM_DAYS) return claim->existence;
    return claim->unit == CLAIM_MONEY && claim->budget;
}

static Status check_forgotten(Quotations *all, const Quoted *quoted, size_t index) {
    const Claim *claim = &quoted->claims[index];
    Arena *arena = all->check->arena;
    if (!askable(claim)) return STATUS_OK;
    bool some = claim->low.value > 0 || claim->low.strict; /* « de 0 à 9 » demands nothing below */
    bool low = claim->low.present && some && !asked(all, claim, true), high = claim->high.present && !asked(all, claim, false);
    bool found = false;
    if (!low && !high) return STATUS_OK;
    /* One end of a range that is asked settles the claim, not its other end. */
    Hearing hearing = quoted->hearings[index];
    if (hearing == HEARING_TOLD || (hearing == HEARING_SAID && !(claim->range && low != high))) return STATUS_OK;
    Status status = told_anywhere(all, claim, &found);
    if (status != STATUS_OK || found) return status;
    const char *forgotten = end_written(arena, low ? &claim->low : &claim->high, low, claim->unit);
    return check_add_node(all->check, claim->range && low != high ? SEVERITY_ERROR : SEVERITY_WARNING, "AZ714", quoted->node,
                          phrase_of(arena, "ajouter ", forgotten, low && high ? " et l’autre borne" : "",
                                    " au critère qui le demande, le dire en a_confirmer, ou citer un passage plus court", NULL),
                          phrase_of(arena, "la citation dit aussi ", french_quote(arena, claim->text),
                                    ", que rien ne demande dans ce dispositif", NULL));
}

static Status check_all_forgotten(Quotations *all) {
    Status status = STATUS_OK;
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = 0; k < all->quoted[i].count && status == STATUS_OK; k++) status = check_forgotten(all, &all->quoted[i], k);
    return status;
}

/* ---- The walk */

static Status check_tree(Quotations *all, const Node *node) {
    if (!node) return STATUS_OK;
    Threshold threshold;
    Status status = STATUS_OK;
    for (size_t i = 0; node->part_count == 0 && i < node->grounds.quote_count; i++)
        if (!quoted_of(all, node->grounds.quotes[i], node)) return STATUS_NO_MEMORY;
    if (threshold_of(&all->check->rulebook->vocabulary, node, &threshold)) status = check_test(all, node, &threshold);
    bool flexible = all->flexible;
    for (size_t i = 0; i < node->part_count && status == STATUS_OK; i++) {
        bool condition = node->kind == NODE_SELECT && i % 2 == 0 && i + 1 < node->part_count;
        all->flexible = flexible || node->kind == NODE_NOT || condition;
        status = check_tree(all, node->parts[i]);
    }
    all->flexible = flexible;
    return status;
}

static Status check_programme(Check *check, const Programme *programme) {
    Quotations all = {.check = check, .programme = programme};
    Status status = gather_all(&all);
    if (status == STATUS_OK) status = check_tree(&all, programme->conditions);
    if (status == STATUS_OK) status = check_tree(&all, programme->object);
    for (size_t i = 0; i < programme->reserve_count && status == STATUS_OK; i++) status = check_tree(&all, programme->reserves[i]);
    for (size_t i = 0; i < programme->priority_count && status == STATUS_OK; i++)
        status = check_tree(&all, programme->priorities[i]);
    return status == STATUS_OK ? check_all_forgotten(&all) : status;
}

/* Deductions, the diagnosis, alerts and orientations: a condition may take either side of what is said. */
static Status check_others(Check *check) {
    const Rulebook *rulebook = check->rulebook;
    Quotations all = {.check = check, .flexible = true};
    Status status = STATUS_OK;
    for (size_t i = 0; i < rulebook->derivation_count; i++)
        for (size_t k = 0; k < rulebook->derivations[i].branch_count && status == STATUS_OK; k++)
            status = check_tree(&all, rulebook->derivations[i].branches[k].condition);
    for (size_t i = 0; i < rulebook->diagnosis_count && status == STATUS_OK; i++)
        status = check_tree(&all, rulebook->diagnoses[i].ready);
    for (size_t i = 0; i < rulebook->alert_count && status == STATUS_OK; i++)
        status = check_tree(&all, rulebook->alerts[i].condition);
    for (size_t i = 0; i < rulebook->orientation_count && status == STATUS_OK; i++)
        status = check_tree(&all, rulebook->orientations[i].condition);
    return status;
}

Status quotations_check(Check *check) {
    Status status = check_others(check);
    for (size_t i = 0; i < check->rulebook->programme_count && status == STATUS_OK; i++)
        if (!check->rulebook->programmes[i].failed) status = check_programme(check, &check->rulebook->programmes[i]);
    return status;
}
