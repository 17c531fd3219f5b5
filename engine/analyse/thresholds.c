/* Which unit a fact is counted in is read from the vocabulary's own words, so that a new fact needs no entry here. */
#include "analyse/thresholds.h"

#include "base/number.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

#define NOUN_LETTERS 5 /* of « bénéficiaires », enough to know the word whatever its number */

/* Does any word of `text` begin as `start` does, over its first letters? */
static bool has_word(const char *text, const char *start, size_t letters) {
    char folded[128];
    if (!text) return false;
    size_t wanted = strlen(start) < letters ? strlen(start) : letters;
    text_fold(folded, sizeof folded, text);
    for (const char *at = folded; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, start, wanted) == 0) return true;
    }
    return false;
}

typedef struct UnitWord {
    const char *start;
    bool whole; /* the whole word, not only how it begins */
    ClaimUnit unit;
    double factor;
} UnitWord;

static const UnitWord unit_words[] = {
    {"%", true, CLAIM_PERCENT, 1},           {"pourcentage", false, CLAIM_PERCENT, 1},
    {"part", true, CLAIM_PERCENT, 1},        {"taux", true, CLAIM_PERCENT, 1},
    {"k€", true, CLAIM_MONEY, 1e3},          {"m€", true, CLAIM_MONEY, 1e6},
    {"euro", false, CLAIM_MONEY, 1},         {"€", true, CLAIM_MONEY, 1},
    {"salarie", false, CLAIM_EMPLOYEES, 1},  {"employe", false, CLAIM_EMPLOYEES, 1},
    {"effectif", false, CLAIM_EMPLOYEES, 1}, {"collaborat", false, CLAIM_EMPLOYEES, 1},
    {"personnel", true, CLAIM_EMPLOYEES, 1}, {"an", true, CLAIM_MONTHS, 12},
    {"ans", true, CLAIM_MONTHS, 12},         {"annee", false, CLAIM_MONTHS, 12},
    {"mois", true, CLAIM_MONTHS, 1},         {"jour", false, CLAIM_DAYS, 1},
};

static const UnitWord *unit_word_at(const char *word) {
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++) {
        size_t length = strlen(unit_words[i].start);
        if (strncmp(word, unit_words[i].start, length) != 0) continue;
        if (!unit_words[i].whole || word[length] == ' ' || word[length] == '\0') return &unit_words[i];
    }
    return NULL;
}

/* The first word that tells: « part des salariés » is a share, « jours par mois » are days; an effectif in ETP is in ETP. */
static const UnitWord *unit_word(const char *text) {
    static const UnitWord fte = {"etp", true, CLAIM_FTE, 1};
    const UnitWord *found = NULL;
    char folded[128];
    if (!text) return NULL;
    if (has_word(text, "etp", 3) || has_word(text, "equivalent", 10)) return &fte;
    text_fold(folded, sizeof folded, text);
    for (const char *at = folded; at && !found; at = strchr(at, ' ')) {
        at += *at == ' ';
        found = unit_word_at(at);
    }
    return found;
}

/* By the unit; where there is none, or it says only « personnes », by the label or the name. */
static const UnitWord *counted_in(const Fact *fact) {
    const UnitWord *word = unit_word(fact->unit);
    if (word || (fact->unit && !has_word(fact->unit, "personne", 8))) return word;
    word = unit_word(fact->label);
    return word ? word : unit_word(fact->name);
}

static void find_unit(const Fact *fact, const Test *test, Threshold *out) {
    const UnitWord *word = counted_in(fact);
    out->unit = word ? word->unit : CLAIM_OTHER;
    out->factor = word ? word->factor : 1;
    if (test->comparison == TEST_DURATION) {
        out->unit = test->low.duration.days || test->high.duration.days ? CLAIM_DAYS : CLAIM_MONTHS;
        out->factor = 1;
    } else if (fact->type == FACT_EUROS) {
        out->unit = CLAIM_MONEY;
        out->factor = 1;
    }
}

static ClaimEnd end_of(const Bound *bound, bool duration) {
    double value = bound->number;
    if (duration) value = bound->duration.days ? bound->duration.days : bound->duration.months;
    return (ClaimEnd){.present = bound->present, .strict = bound->strict, .value = value};
}

bool threshold_of(const Vocabulary *vocabulary, const Node *node, Threshold *out) {
    if (node->kind != NODE_TEST) return false;
    const Test *test = &node->test;
    const Fact *fact = &vocabulary->facts[test->fact];
    bool duration = test->comparison == TEST_DURATION;
    if (!duration && (test->comparison != TEST_BOUNDS || fact->type == FACT_DATE)) return false;
    *out = (Threshold){.fact = fact,
                       .test = test,
                       .whole = fact->type == FACT_INTEGER,
                       .low = end_of(&test->low, duration),
                       .high = end_of(&test->high, duration),
                       .low_open = test->low.tie_unknown,
                       .high_open = test->high.tie_unknown};
    find_unit(fact, test, out);
    return true;
}

bool threshold_concerned(const Threshold *threshold, const Claim *claim) {
    bool time = claim->unit == CLAIM_MONTHS || claim->unit == CLAIM_DAYS;
    switch (threshold->unit) {
    case CLAIM_MONTHS:
    case CLAIM_DAYS: return time;
    case CLAIM_EMPLOYEES: return claim->unit == CLAIM_EMPLOYEES || claim->unit == CLAIM_PEOPLE || claim->unit == CLAIM_NONE;
    case CLAIM_OTHER:
        if (claim->unit == CLAIM_OTHER)
            return has_word(threshold->fact->unit, claim->noun, NOUN_LETTERS) ||
                   has_word(threshold->fact->label, claim->noun, NOUN_LETTERS);
        return claim->unit == CLAIM_PEOPLE || claim->unit == CLAIM_NONE;
    case CLAIM_FTE: return claim->unit == CLAIM_FTE || claim->in_fte || claim->unit == CLAIM_NONE;
    default: return claim->unit == threshold->unit || claim->unit == CLAIM_NONE;
    }
}

Claim threshold_seen(const Threshold *threshold, const Claim *claim) {
    Claim seen = *claim;
    if (claim->unit != threshold->unit) return seen;
    seen.low.value /= threshold->factor;
    seen.high.value /= threshold->factor;
    return seen;
}

/* The last number an end leaves out, where only whole ones exist: « plus de 9 » and « au moins 10 » are one. */
static double whole_end(const ClaimEnd *end, bool low) {
    if (low) return end->strict ? floor(end->value) : ceil(end->value) - 1;
    return end->strict ? ceil(end->value) : floor(end->value) + 1;
}

bool ends_equal(const ClaimEnd *a, const ClaimEnd *b, bool low, bool whole, bool open) {
    if (!a->present || !b->present) return false;
    if (open && a->value == b->value) return true;
    if (whole) return whole_end(a, low) == whole_end(b, low);
    return a->value == b->value && a->strict == b->strict;
}

const char *end_value(Arena *arena, double value, ClaimUnit unit) {
    char digits[NUMBER_TEXT_MAX];
    bool years = unit == CLAIM_MONTHS && value >= 12 && fmod(value, 12) == 0;
    number_write(years ? value / 12 : value, digits);
    const char *text = unit == CLAIM_MONTHS ? arena_printf(arena, years ? "ans(%s)" : "mois(%s)", digits)
                       : unit == CLAIM_DAYS ? arena_printf(arena, "jours(%s)", digits)
                                            : arena_copy(arena, digits);
    return text ? text : "";
}

static const char *end_word(bool strict, bool low) {
    if (low) return strict ? "plus_de" : "au_moins";
    return strict ? "moins_de" : "au_plus";
}

const char *end_written(Arena *arena, const ClaimEnd *end, bool low, ClaimUnit unit) {
    const char *text = arena_printf(arena, "%s = %s", end_word(end->strict, low), end_value(arena, end->value, unit));
    return text ? text : "";
}

const char *threshold_written(Arena *arena, const Threshold *threshold, const ClaimEnd *end, bool low, ClaimUnit unit) {
    return end_written(arena, end, low, threshold->test->comparison == TEST_DURATION ? unit : CLAIM_NONE);
}

const char *bound_written(Arena *arena, const Fact *fact, const Test *test, const Bound *bound, bool low) {
    bool duration = test->comparison == TEST_DURATION;
    const ClaimEnd end = end_of(bound, duration);
    if (fact->type != FACT_DATE || duration)
        return end_written(arena, &end, low, !duration ? CLAIM_NONE : bound->duration.months ? CLAIM_MONTHS : CLAIM_DAYS);
    char day[11];
    day_write((Day)bound->number, day);
    const char *text = arena_printf(arena, "%s = \"%s\"", end_word(bound->strict, low), day);
    return text ? text : "";
}
