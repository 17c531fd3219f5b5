/* The programmes of a rulebook as their rules describe them, whatever the structure: what each takes, gives and asks, its sources
 * and its doubts, in words ready to be laid out. */
#ifndef AZIMUT_EXPLAIN_CATALOGUE_H
#define AZIMUT_EXPLAIN_CATALOGUE_H

#include "explain/disagreements.h"

#define SECTIONS_MAX 24

typedef struct Section {
    const char *key;   /* as the catalogue's JSON names it: "conditions", "duration", … */
    const char *title; /* « Conditions » */
    Statement *items;
    size_t count;
} Section;

/* A document and the places where a programme is found in it, each once, sorted. */
typedef struct Cited {
    const Document *document;
    const char **places;
    size_t place_count, capacity;
} Cited;

typedef struct CatalogueEntry {
    const Programme *programme;
    const char *family;             /* the folder of its file: « difficulte »; « » at the root */
    const char *family_title;       /* « Difficultés » */
    const char *operators;          /* « Avise et Fondation Macif »; « » without any */
    const char *failure;            /* what is wrong with the rule of a programme in error; else NULL, and what follows is filled */
    Section sections[SECTIONS_MAX]; /* those that have something to say, in reading order */
    size_t section_count;
    const char *availability; /* at the date asked, nothing being known of the structure; NULL without a date */
    const char *state;        /* the same as the contract of results says it: "open", "past", …; or NULL */
    bool stale;               /* at the date asked, the rule was to be verified again before */
    Cited *cited;
    size_t cited_count;
    const char **doubts;
    size_t doubt_count;
    Disagreements disagreements;
} CatalogueEntry;

typedef struct Catalogue {
    Arena arena; /* owns everything below; texts of the rules are the rulebook's */
    const Rulebook *rulebook;
    bool dated;
    Day date;
    CatalogueEntry *entries; /* by family, then name */
    size_t count;
} Catalogue;

/* Every programme, or the one called `id` when it is not NULL (none: an empty catalogue). `date` NULL: nothing is said of what is
 * open. STATUS_NO_MEMORY leaves `*out` NULL. The rulebook must outlive the catalogue. */
Status catalogue_new(const Memory *memory, const Rulebook *rulebook, const char *id, const Day *date, Catalogue **out);
void catalogue_free(Catalogue *catalogue);

#endif
