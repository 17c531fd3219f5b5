/* Nothing here is an error: a rule that has aged still says what its document said. The evaluation date decides what is past. */
#include "analyse/upkeep.h"

#include "explain/figures.h"

static Status check_documents(Check *check) {
    const Rulebook *rulebook = check->rulebook;
    for (size_t i = 0; i < rulebook->document_count; i++) {
        const Document *document = &rulebook->documents[i];
        if (document->date) continue;
        Status status = check_add(check, SEVERITY_NOTE, "AZ740", document->file, document->line,
                                  "ajouter date = \"AAAA-MM-JJ\" si le document, son site ou son éditeur la donne",
                                  phrase_of(check->arena, "le document " QUOTE_OPEN, document->id,
                                            QUOTE_CLOSE " n’a pas de date" COLON "les explications le diront non daté", NULL));
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

static Status check_dates(Check *check, const Programme *programme) {
    if (programme->source_date == DAY_MIN) {
        Status status = check_add(check, SEVERITY_WARNING, "AZ741", programme->conditions->file, programme->line,
                                  "ajouter date = \"AAAA-MM-JJ\"" COLON "le jour où la règle a été comparée au document",
                                  phrase_of(check->arena, "le dispositif " QUOTE_OPEN, programme->id,
                                            QUOTE_CLOSE " ne dit pas à quelle date il a été établi", NULL));
        if (status != STATUS_OK) return status;
    }
    if (programme->verify_after > check->date) return STATUS_OK;
    return check_add_key(
        check, SEVERITY_WARNING, "AZ742", programme, "verifier_apres", "comparer la règle au document, puis avancer verifier_apres",
        phrase_of(check->arena, "le dispositif " QUOTE_OPEN, programme->id, QUOTE_CLOSE " était à vérifier après le ",
                  figure_date(check->arena, programme->verify_after), NULL));
}

static Status check_need(Check *check, const Programme *programme) {
    if (programme_says_need(programme)) return STATUS_OK;
    return check_add(check, SEVERITY_NOTE, "AZ890", programme->conditions->file, programme->line,
                     "écrire besoins = { … = \"forte\" ou \"possible\", source = … }, ou infere = \"…\" si c’est vous qui le "
                     "déduisez" COLON "anticiper, faire_face, gerer_crise, rebondir ou changement_echelle",
                     phrase_of(check->arena, "le dispositif " QUOTE_OPEN, programme->id,
                               QUOTE_CLOSE " ne dit pas à quel besoin il répond" COLON "il ne sera jamais recommandé", NULL));
}

/* When a plain calendar is over, or should have begun; DAY_MAX: never. */
static Day over_after(const Attribute *calendar) {
    if (calendar->calendar == CALENDAR_WINDOW) return calendar->to;
    if (calendar->calendar == CALENDAR_PLANNED && calendar->from > DAY_MIN) return calendar->from;
    return DAY_MAX;
}

static Status check_calendar(Check *check, const Programme *programme, const Attribute *calendar) {
    if (!calendar) return STATUS_OK;
    for (size_t i = 0; i < calendar->part_count; i++) {
        Status status = check_calendar(check, programme, calendar->parts[i]);
        if (status != STATUS_OK) return status;
    }
    Day over = calendar->kind == ATTRIBUTE_PLAIN ? over_after(calendar) : DAY_MAX;
    if (over >= check->date) return STATUS_OK;
    bool planned = calendar->calendar == CALENDAR_PLANNED;
    return check_add(
        check, SEVERITY_WARNING, "AZ743", programme->conditions->file, calendar->line ? calendar->line : programme->line,
        planned ? "voir si le dispositif est ouvert, et dire son calendrier"
                : "chercher les dates du prochain appel, ou dire qu’il n’y en a plus",
        calendar->announced ? phrase_of(check->arena, "la période annoncée (", calendar->announced, ") est passée", NULL)
                            : phrase_of(check->arena, planned ? "l’ouverture était prévue pour le " : "l’appel est clos depuis le ",
                                        figure_date(check->arena, over), NULL));
}

Status upkeep_check(Check *check) {
    Status status = check_documents(check);
    for (size_t i = 0; i < check->rulebook->programme_count && status == STATUS_OK; i++) {
        const Programme *programme = &check->rulebook->programmes[i];
        if (programme->failed) continue;
        status = check_dates(check, programme);
        if (status == STATUS_OK) status = check_need(check, programme);
        if (status == STATUS_OK) status = check_calendar(check, programme, programme->calendar);
    }
    return status;
}
