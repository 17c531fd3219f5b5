/* A figure is told wrong only where its quotations give figures of the same unit and none is it; a month, only where they name
 * months and none is it. */
#include "analyse/offers.h"

#include "analyse/claims.h"
#include "analyse/sentence.h"
#include "analyse/sites.h"
#include "base/text.h"
#include "explain/figures.h"
#include "explain/sources.h"
#include <math.h>
#include <string.h>

typedef struct Offers {
    Check *check;
    const Programme *programme;
    Status status;
} Offers;

/* How a unit of the rule language is counted in claims; false when it is another. */
static bool unit_of(const char *unit, ClaimUnit *out, double *factor) {
    static const struct {
        const char *name;
        ClaimUnit unit;
        double factor;
    } units[] = {{"mois", CLAIM_MONTHS, 1}, {"an", CLAIM_MONTHS, 12},    {"ans", CLAIM_MONTHS, 12}, {"années", CLAIM_MONTHS, 12},
                 {"jours", CLAIM_DAYS, 1},  {"semaines", CLAIM_DAYS, 7}, {"€", CLAIM_MONEY, 1},     {"euros", CLAIM_MONEY, 1}};
    for (size_t i = 0; unit && i < sizeof units / sizeof *units; i++) {
        if (strcmp(units[i].name, unit) != 0) continue;
        *out = units[i].unit;
        *factor = units[i].factor;
        return true;
    }
    return false;
}

/* What the quotations say of one unit. */
typedef struct Said {
    bool any, same;
    const char *text; /* the first figure that differs */
} Said;

static bool read_said(Offers *offers, const Grounds *grounds, ClaimUnit unit, double low, double high, Said *out) {
    Arena *arena = offers->check->arena;
    for (size_t i = 0; i < grounds->quote_count; i++) {
        Claim *claims;
        size_t count;
        if (!claims_read(arena, source_reading(arena, grounds->quotes[i]), &claims, &count)) return false;
        for (size_t k = 0; k < count; k++) {
            if (claims[k].unit != unit || claims[k].defined) continue;
            const double values[] = {claims[k].low.value, claims[k].high.value};
            const bool present[] = {claims[k].low.present, claims[k].high.present};
            out->any = true;
            if (!out->text) out->text = claims[k].text;
            for (size_t end = 0; end < 2; end++)
                if (present[end] && (values[end] == low || values[end] == high)) out->same = true;
        }
    }
    return true;
}

static int month_named(const Sentence *sentence, size_t i) {
    for (int month = 1; month <= 12; month++) {
        char folded[16];
        text_fold(folded, sizeof folded, figure_month(month));
        if (token_is(sentence, i, folded)) return month;
    }
    return 0;
}

static void check_month(Offers *offers, const Attribute *attribute) {
    Arena *arena = offers->check->arena;
    int first = 0;
    for (size_t i = 0; i < attribute->grounds.quote_count; i++) {
        Sentence sentence;
        if (!sentence_read(arena, source_reading(arena, attribute->grounds.quotes[i]), &sentence)) {
            offers->status = STATUS_NO_MEMORY;
            return;
        }
        for (size_t k = 0; k < sentence.count; k++) {
            int month = month_named(&sentence, k);
            if (month == attribute->month || (month && month == attribute->month_to)) return;
            if (month && !first) first = month;
        }
    }
    if (!first) return;
    offers->status =
        check_add(offers->check, SEVERITY_ERROR, "AZ716", offers->programme->conditions->file, attribute->line,
                  phrase_of(arena, "écrire mois = \"", figure_month(first), "\", ou citer le passage qui le dit", NULL),
                  phrase_of(arena, "la citation parle de ", figure_month(first), ", le calendrier dit ",
                            figure_month(attribute->month), NULL));
}

/* The key, or the branch of a « selon ». */
static Position place_of(const Offers *offers, const Attribute *attribute, const char *word) {
    const struct SourceMap *map = shelf_map(offers->check->shelf, offers->programme->conditions->file);
    if (attribute->line == offers->programme->line) return site_of_key(map, offers->programme, word);
    return site_of_line(map, attribute->line);
}

static void check_figures(Offers *offers, const Attribute *attribute, const char *word) {
    ClaimUnit unit;
    double factor, low = attribute->minimum, high = attribute->maximum;
    Said said = {.any = false};
    if (attribute->grounds.inferred || !unit_of(attribute->unit, &unit, &factor)) return;
    if (isnan(low)) low = high;
    if (isnan(high)) high = low;
    if (isnan(low)) return;
    if (!read_said(offers, &attribute->grounds, unit, low * factor, high * factor, &said)) offers->status = STATUS_NO_MEMORY;
    if (!said.any || said.same || offers->status != STATUS_OK) return;
    Arena *arena = offers->check->arena;
    offers->status = check_add_at(offers->check, SEVERITY_ERROR, "AZ715", offers->programme->conditions->file,
                                  place_of(offers, attribute, word), "écrire le chiffre de la citation, ou citer le bon passage",
                                  phrase_of(arena, "la citation dit ", french_quote(arena, said.text), ", la règle écrit ",
                                            figure_count(arena, high, attribute->unit, attribute->unit), NULL));
}

static void check_attribute(Offers *offers, const Attribute *attribute, const char *word) {
    if (!attribute || offers->status != STATUS_OK) return;
    bool yearly = attribute->calendar == CALENDAR_YEARLY && attribute->month > 0 && !attribute->grounds.inferred;
    if (attribute->kind == ATTRIBUTE_PLAIN && yearly) check_month(offers, attribute);
    else if (attribute->kind == ATTRIBUTE_PLAIN && word) check_figures(offers, attribute, word);
    for (size_t i = 0; i < attribute->part_count; i++) check_attribute(offers, attribute->parts[i], word);
}

Status offers_check(Check *check) {
    Offers offers = {.check = check, .status = STATUS_OK};
    for (size_t i = 0; i < check->rulebook->programme_count; i++) {
        const Programme *programme = &check->rulebook->programmes[i];
        if (programme->failed) continue;
        offers.programme = programme;
        check_attribute(&offers, programme->duration, "duree");
        check_attribute(&offers, programme->cost, "cout");
        check_attribute(&offers, programme->endowment, "dotation");
        check_attribute(&offers, programme->calendar, NULL);
    }
    return offers.status;
}
