/* `selon` keeps the branches that the facts leave possible, `divergence` keeps all of its readings: what is left are plain
 * statements, told side by side. */
#include "explain/attribute.h"

#include "explain/figures.h"
#include "explain/recall.h"

#include <math.h>
#include <string.h>

static void collect(Truths truths, const Attribute *attribute, Readings *out) {
    if (!attribute) return;
    if (attribute->reason && !out->reason) out->reason = attribute->reason;
    if (attribute->kind == ATTRIBUTE_UNKNOWN) return;
    if (attribute->kind == ATTRIBUTE_PLAIN) {
        if (out->count < READINGS_MAX) out->items[out->count++] = attribute;
        return;
    }
    if (attribute->kind == ATTRIBUTE_DIVERGENCE) out->divergent = true;
    for (size_t i = 0; i < attribute->part_count; i++) {
        const Node *condition = attribute->conditions ? attribute->conditions[i] : NULL;
        Truth truth = condition ? truths.of(truths.structure, condition) : TRUTH_UNKNOWN;
        if (truth == TRUTH_FALSE) continue;
        collect(truths, attribute->parts[i], out);
        if (truth == TRUTH_TRUE) return;
    }
}

Readings attribute_readings(Truths truths, const Attribute *attribute) {
    Readings readings = {.count = 0};
    collect(truths, attribute, &readings);
    return readings;
}

static bool is_money(const char *unit) {
    return unit && strncmp(unit, "€", 3) == 0;
}

static const char *with_unit(Arena *arena, const char *figure, const char *unit) {
    if (!unit || unit[0] == '\0') return figure;
    return phrase_of(arena, figure, NBSP, unit, NULL);
}

const char *attribute_plain(Arena *arena, const Attribute *attribute) {
    bool low = !isnan(attribute->minimum), high = !isnan(attribute->maximum);
    if (!low && !high) return attribute->text ? french_tidy(arena, attribute->text) : NULL;
    const char *unit = attribute->unit, *figure;
    if (low && high && attribute->minimum == attribute->maximum)
        figure = with_unit(arena, figure_number(arena, attribute->minimum), unit);
    else if (low && high)
        figure = phrase_of(arena, is_money(unit) ? "de " : "", figure_number(arena, attribute->minimum), " à ",
                           with_unit(arena, figure_number(arena, attribute->maximum), unit), NULL);
    else if (low) figure = phrase_of(arena, "au moins ", with_unit(arena, figure_number(arena, attribute->minimum), unit), NULL);
    else figure = phrase_of(arena, "au plus ", with_unit(arena, figure_number(arena, attribute->maximum), unit), NULL);
    if (!attribute->text) return figure;
    return phrase_of(arena, figure, " (", french_tidy(arena, attribute->text), ")", NULL);
}

static const char *words_of(const Dossier *dossier, const Attribute *attribute) {
    Readings readings = attribute_readings(dossier_truths(dossier), attribute);
    const char *words[READINGS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < readings.count; i++) {
        const char *said = attribute_plain(dossier->arena, readings.items[i]);
        size_t k = 0;
        while (said && k < count && strcmp(words[k], said) != 0) k++;
        if (said && k == count) words[count++] = said;
    }
    if (count == 0) return NULL;
    const char *list = french_list(dossier->arena, words, count, "ou");
    if (count == 1 || !readings.divergent) return list;
    return phrase_of(dossier->arena, list, " (les sources divergent)", NULL);
}

/* Is it the same whatever the structure? */
static bool unconditional(const Attribute *attribute) {
    if (attribute->conditions) return false;
    for (size_t i = 0; i < attribute->part_count; i++)
        if (!unconditional(attribute->parts[i])) return false;
    return true;
}

const char *attribute_words(const Dossier *dossier, const Attribute *attribute) {
    Recall *recall = dossier->recall;
    if (!recall || !attribute || !unconditional(attribute)) return words_of(dossier, attribute);
    RecallKey key;
    recall_begin(&key, recall, RECALL_WORDS, (uintptr_t)attribute);
    const char *kept = recall_find(&key);
    if (kept) return kept;
    const char *words = words_of(dossier, attribute);
    if (words && recall_wanted(&key)) recall_keep(&key, arena_copy(recall_room(recall), words));
    return words;
}

bool readings_figures(const Readings *readings, double *low, double *high) {
    bool found = false;
    for (size_t i = 0; i < readings->count; i++) {
        double minimum = readings->items[i]->minimum, maximum = readings->items[i]->maximum;
        if (isnan(minimum)) minimum = maximum;
        if (isnan(maximum)) maximum = minimum;
        if (isnan(minimum)) continue;
        *low = found ? fmin(*low, minimum) : minimum;
        *high = found ? fmax(*high, maximum) : maximum;
        found = true;
    }
    return found;
}
