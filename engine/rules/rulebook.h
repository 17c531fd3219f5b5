/* Everything that was loaded from facts/ and rules/: read once, checked whole, read-only afterwards. A rulebook is made from
 * bytes; whoever has files gives their bytes. */
#ifndef AZIMUT_RULES_RULEBOOK_H
#define AZIMUT_RULES_RULEBOOK_H

#include "base/digest.h"
#include "base/files.h"
#include "rules/programme.h"

typedef struct Rulebook {
    const Memory *memory;
    Arena arena; /* owns everything below */
    Findings findings;
    Vocabulary vocabulary;
    Document *documents;
    size_t document_count;
    Programme *programmes; /* sorted by id; failed ones included, so that the list never shrinks */
    size_t programme_count;
    Derivation *derivations; /* in dependency order */
    size_t derivation_count;
    Notice *alerts, *orientations;
    size_t alert_count, orientation_count;
    Diagnosis *diagnoses; /* by rank */
    size_t diagnosis_count;
    RankingKey *ranking;
    size_t ranking_count;
    Node **applicability; /* `si` of facts; Fact.applies_if points here */
    size_t applicability_count;
    Callback **callbacks;
    size_t callback_count;
    unsigned node_count;
    char generation[DIGEST_TEXT_MAX];
} Rulebook;

/* Loads `facts` (vocabulary, documents, territory) then `rules`. A file that does not load becomes findings, and a programme of
 * verdict `error`; the others still work. STATUS_REFUSED: nothing usable (no vocabulary, no programme at all); `*out` is then
 * still set, for its findings. STATUS_NO_MEMORY: `*out` is NULL. Paths in findings are prefixed with `facts_label/` and
 * `rules_label/`. */
Status rulebook_load(const Memory *memory, const char *facts_label, const FileList *facts, const char *rules_label,
                     const FileList *rules, Rulebook **out);
/* The same with programmes that have no examples: evaluating needs none. Mistakes within `exemples = { … }` are not found. */
Status rulebook_load_without_examples(const Memory *memory, const char *facts_label, const FileList *facts, const char *rules_label,
                                      const FileList *rules, Rulebook **out);
/* Fills `generation` from the files that the rulebook was loaded from. rulebook_load has done so already; without examples it is
 * left to whoever wants it, since evaluating needs none. */
Status rulebook_digest(Rulebook *rulebook, const FileList *facts, const FileList *rules);
void rulebook_free(Rulebook *rulebook);
const Programme *rulebook_programme(const Rulebook *rulebook, const char *id);

#endif
