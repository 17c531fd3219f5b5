/* The words of a notice are the analyst's; here they are only filled in with this structure's dates and values. */
#include "explain/notices.h"

#include "explain/describe.h"
#include "explain/figures.h"
#include "explain/sources.h"
#include "explain/values.h"

#include <string.h>

typedef struct Deadline {
    bool known;
    Day first, last;
} Deadline;

static Deadline deadline_after(const Dossier *dossier, int fact, Duration after) {
    Deadline deadline = {.known = false};
    if (fact < 0 || !dossier_informed(dossier, fact) || dossier_ahead(dossier, fact)) return deadline;
    const Span span = dossier_dates(dossier, fact);
    if (!(span.low >= DAY_MIN) || !(span.high <= DAY_MAX)) return deadline;
    deadline.known = span.low > dossier_fact(dossier, fact)->minimum;
    deadline.first = day_add((Day)span.low, after);
    deadline.last = day_add((Day)span.high, after);
    return deadline;
}

static Deadline deadline_of(const Dossier *dossier, const Notice *notice) {
    return deadline_after(dossier, notice->deadline_fact, notice->deadline);
}

static const char *deadline_words(const Dossier *dossier, const Deadline *deadline) {
    Arena *arena = dossier->arena;
    if (!deadline->known) return "une date à déterminer";
    if (deadline->first == deadline->last) return figure_date(arena, deadline->first);
    return phrase_of(arena, figure_date(arena, deadline->first), " au plus tôt", NULL);
}

/* « 5 décembre 2026 (un samedi) »: where a court must have been seized. */
static const char *court_day(const Dossier *dossier, const Deadline *deadline) {
    const bool day = deadline->known && deadline->first == deadline->last;
    return day ? figure_court_day(dossier->arena, deadline->first) : deadline_words(dossier, deadline);
}

static const char *days_left(const Dossier *dossier, const Deadline *deadline) {
    if (!deadline->known) return "un délai à déterminer";
    int days = deadline->first > dossier->date ? deadline->first - dossier->date : 0;
    return figure_duration(dossier->arena, (Duration){.days = days}, true);
}

/* « 28 novembre 2026, dans 6 jours »: the day before, which is the last one that is not too late. */
static const char *last_day(const Dossier *dossier, const Deadline *deadline) {
    if (!deadline->known) return "une date à déterminer";
    return figure_last_day(dossier->arena, dossier->date, deadline->first - 1, deadline->first != deadline->last);
}

static const char *placeholder(const Dossier *dossier, const Deadline *deadline, const char *name, size_t length) {
    if (length == strlen("nom") && strncmp(name, "nom", length) == 0) return dossier->name;
    if (length == strlen("echeance") && strncmp(name, "echeance", length) == 0) return deadline_words(dossier, deadline);
    if (length == strlen("echeance_au_tribunal") && strncmp(name, "echeance_au_tribunal", length) == 0)
        return court_day(dossier, deadline);
    if (length == strlen("jours_restants") && strncmp(name, "jours_restants", length) == 0) return days_left(dossier, deadline);
    if (length == strlen("dernier_jour") && strncmp(name, "dernier_jour", length) == 0) return last_day(dossier, deadline);
    int fact = vocabulary_find(&dossier->rulebook->vocabulary, name, length);
    if (fact < 0) return NULL;
    const char *value = describe_value(dossier, fact);
    return value ? value : describe_ignorance(dossier, fact);
}

static const char *filled(const Dossier *dossier, const char *words, const Deadline *deadline) {
    Phrase phrase;
    phrase_init(&phrase, dossier->arena);
    for (const char *at = words; at && *at;) {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        const char *value = end ? placeholder(dossier, deadline, at + 1, (size_t)(end - at - 1)) : NULL;
        if (value) {
            phrase_add(&phrase, value);
            at = end + 1;
        } else {
            phrase_add_bytes(&phrase, at++, 1);
        }
    }
    const char *text = french_tidy(dossier->arena, phrase_text(&phrase));
    bool named = words && strncmp(words, "{nom}", strlen("{nom}")) == 0;
    return named ? french_capital(dossier->arena, text) : text;
}

static NoticeReport report_of(const Dossier *dossier, const Notice *notice) {
    Deadline deadline = deadline_of(dossier, notice);
    NoticeReport report = {.text = filled(dossier, notice->text, &deadline)};
    if (deadline.known) {
        char text[11];
        day_write(deadline.first, text);
        report.deadline = arena_copy(dossier->arena, text);
        report.earliest = deadline.last > deadline.first;
    }
    size_t sources = 0;
    SourceReport *source = sources_of(dossier->arena, &notice->grounds, &sources);
    if (source && sources > 0) report.source = source[0];
    return report;
}

static bool concerns(const Dossier *dossier, const Notice *notice) {
    if (notice->condition && dossier_truth(dossier, notice->condition) != TRUTH_TRUE) return false;
    if (notice->deadline_fact >= 0 && dossier_ahead(dossier, notice->deadline_fact)) return false; /* no deadline follows from it */
    return !notice->unless || dossier_truth(dossier, notice->unless) != TRUTH_TRUE;
}

NoticeReport *notices_of(const Dossier *dossier, const Notice *notices, size_t notice_count, size_t *count) {
    *count = 0;
    const Notice **kept = arena_array(dossier->arena, notice_count + 1, sizeof(const Notice *));
    NoticeReport *reports = arena_array(dossier->arena, notice_count + 1, sizeof *reports);
    if (!kept || !reports) return NULL;
    for (size_t i = 0; i < notice_count; i++) {
        if (!concerns(dossier, &notices[i])) continue;
        size_t place = (*count)++;
        while (place > 0 && kept[place - 1]->rank > notices[i].rank) kept[place] = kept[place - 1], place--;
        kept[place] = &notices[i];
    }
    for (size_t i = 0; i < *count; i++) reports[i] = report_of(dossier, kept[i]);
    return reports;
}

static bool is_clock(const Rulebook *rulebook, int fact) {
    for (size_t i = 0; i < rulebook->programme_count; i++)
        if (rulebook->programmes[i].urgent && rulebook->programmes[i].urgent_fact == fact) return true;
    return false;
}

Pressing notices_clock(const Dossier *dossier, const Programme *programme) {
    const Deadline deadline = deadline_after(dossier, programme->urgent_fact, programme->urgent_after);
    if (!deadline.known) return (Pressing){.day = DAY_MAX};
    return (Pressing){.day = deadline.first + 1,
                      .earliest = deadline.last > deadline.first,
                      .latest = deadline.last + 1,
                      .fact = programme->urgent_fact};
}

/* What paragraphs say again, or say instead. */
static void recall_alert(const Dossier *dossier, const Notice *alerts, size_t count, Pressing *pressing) {
    for (size_t i = 0; i < count; i++) {
        const Notice *alert = &alerts[i];
        if (!(alert->recalled || alert->precedes) || !concerns(dossier, alert)) continue;
        const Deadline deadline = deadline_of(dossier, alert);
        pressing->precedes = alert->precedes != NULL;
        pressing->warning = filled(dossier, alert->precedes ? alert->precedes : alert->text, &deadline);
        return;
    }
}

const char *notices_question(const Dossier *dossier, const Notice *alerts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!alerts[i].question || !concerns(dossier, &alerts[i])) continue;
        const Deadline deadline = deadline_of(dossier, &alerts[i]);
        return filled(dossier, alerts[i].question, &deadline);
    }
    return NULL;
}

/* Of two on one day the one of the first rank counts. */
Pressing notices_pressing(const Dossier *dossier, const Notice *alerts, size_t count) {
    const Notice *nearest = NULL;
    Pressing pressing = {.day = DAY_MAX};
    for (size_t i = 0; i < count; i++) {
        if (alerts[i].deadline_fact < 0 || !concerns(dossier, &alerts[i])) continue;
        const Deadline deadline = deadline_of(dossier, &alerts[i]);
        if (!deadline.known || deadline.first < dossier->date || deadline.first > pressing.day) continue;
        if (nearest && deadline.first == pressing.day && alerts[i].rank >= nearest->rank) continue;
        if (is_clock(dossier->rulebook, alerts[i].deadline_fact)) continue;
        nearest = &alerts[i];
        pressing = (Pressing){.day = deadline.first,
                              .earliest = deadline.last > deadline.first,
                              .latest = deadline.last,
                              .fact = alerts[i].deadline_fact};
    }
    recall_alert(dossier, alerts, count, &pressing);
    return pressing;
}

/* « département : Haute-Garonne (31) », from « departement 31 » */
static const char *reading(const Dossier *dossier, int fact, const char *written) {
    Arena *arena = dossier->arena;
    const char *value = written ? strchr(written, ' ') : NULL;
    if (fact < 0 || !value) return french_quote(arena, written ? written : "");
    const Fact *known = dossier_fact(dossier, fact);
    const Territory *territory = &dossier->rulebook->vocabulary.territory;
    int region = known->level == PLACE_REGION ? territory_region(territory, value + 1, strlen(value + 1), false) : -1;
    int departement =
        known->level == PLACE_DEPARTEMENT ? territory_departement(territory, value + 1, strlen(value + 1), false) : -1;
    if (region >= 0) return phrase_of(arena, "région" COLON, territory->regions[region].name, NULL);
    if (departement >= 0)
        return phrase_of(arena, "département" COLON, territory->departements[departement].name, " (", value + 1, ")", NULL);
    return phrase_of(arena, known->label, COLON, french_tidy(arena, value + 1), NULL);
}

static const char *declared_dispute(const Dossier *dossier, const Dispute *dispute) {
    return phrase_of(dossier->arena, "Deux réponses se contredisent" COLON, reading(dossier, dispute->first_fact, dispute->first),
                     " et ", reading(dossier, dispute->second_fact, dispute->second),
                     SEMICOLON "aucun avis ne repose sur l’une plutôt que sur l’autre.", NULL);
}

/* What was declared, in words: never the « false » or the code of the file. */
static const char *declared(const Dossier *dossier, int fact) {
    const Fact *known = dossier_fact(dossier, fact);
    const Value *value = dossier_declared(dossier, fact);
    if (known->type == FACT_BOOLEAN && value_known(value)) return bits_has(value->possible, CHOICE_OUI) ? "oui" : "non";
    if (value->shape == SHAPE_CANDIDATES && known->type != FACT_PLACE)
        return value_candidates(dossier->arena, known, value->possible, "ou", 6);
    if (value->shape == SHAPE_SET) return value_set(dossier->arena, known, value);
    return value->shape == SHAPE_SPAN ? value_span(dossier->arena, known, value->span) : dossier_origin(dossier, fact)->written;
}

static const char *derived_dispute(const Dossier *dossier, int fact) {
    Arena *arena = dossier->arena;
    const Fact *known = dossier_fact(dossier, fact);
    const char *written = declared(dossier, fact);
    const char *reasons[4];
    int read[8];
    size_t said = 0, count = 0;
    for (size_t i = 0; i < dossier->rulebook->derivation_count; i++)
        if (dossier->rulebook->derivations[i].fact == fact) count = dossier_read(&dossier->rulebook->derivations[i], read, 8);
    for (size_t i = 0; i < count && said < 4; i++) {
        const char *value = dossier_applies(dossier, read[i]) ? describe_value(dossier, read[i]) : NULL;
        if (value) reasons[said++] = value;
    }
    return phrase_of(arena, french_capital(arena, known->label), COLON, "la réponse déclarée", written ? " (" : "",
                     written ? french_quote(arena, written) : "", written ? ")" : "", " est contredite par les autres faits",
                     said ? " (" : "", said ? french_list(arena, reasons, said, "et") : "", said ? ")" : "",
                     SEMICOLON "aucun avis ne repose sur l’une plutôt que sur l’autre lecture.", NULL);
}

/* What has begun cannot lie ahead: « la structure est dite en cessation de paiements, or la date de cessation de paiements… ». */
static const char *ahead(const Dossier *dossier, int fact) {
    Arena *arena = dossier->arena;
    const Fact *known = dossier_fact(dossier, fact);
    const Node *state = known->applies_if >= 0 ? dossier->rulebook->applicability[known->applies_if] : NULL;
    const char *said = state && state->kind == NODE_TEST ? describe_value(dossier, state->test.fact) : NULL;
    return phrase_of(arena, "Deux réponses à vérifier" COLON, said ? "la structure est dite " : "", said ? said : "",
                     said ? ", or " : "", french_the(arena, known->label, known->gender, known->plural), " donnée est à venir (",
                     describe_value(dossier, fact), ")" SEMICOLON "aucun délai n’est compté à partir d’elle.", NULL);
}

const char **notices_inconsistencies(const Dossier *dossier, size_t *count) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    *count = 0;
    const char **sentences = arena_array(dossier->arena, dossier->facts->dispute_count + vocabulary->count + 1, sizeof *sentences);
    if (!sentences) return NULL;
    for (size_t i = 0; i < dossier->facts->dispute_count; i++)
        sentences[(*count)++] = declared_dispute(dossier, &dossier->facts->disputes[i]);
    for (size_t i = 0; i < vocabulary->count; i++)
        if (answers_disputed(dossier->answers, (int)i, dossier->row)) sentences[(*count)++] = derived_dispute(dossier, (int)i);
        else if (dossier_ahead(dossier, (int)i)) sentences[(*count)++] = ahead(dossier, (int)i);
    return sentences;
}
