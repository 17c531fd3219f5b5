/* Blanks in the words of what is met, where amounts and days are to be written: structures that differ in nothing else are told in
 * the same words. A blank stands where a figure would, and nothing that is said around it hangs on which figure that is. */
#ifndef AZIMUT_EXPLAIN_BLANK_H
#define AZIMUT_EXPLAIN_BLANK_H

#include "explain/dossier.h"
#include "explain/filling.h"

typedef enum BlankKind {
    BLANK_VALUE = '\x10',  /* « 412 000 € », « 9 personnes salariées », « santé et mobilité » */
    BLANK_WHEN,            /* « le 12 mars 2018 » */
    BLANK_ELAPSED,         /* « 8 ans et 8 mois » */
    BLANK_BARE,            /* « 9 » */
    BLANK_LIST = '\x0E',   /* a value whose words have a comma */
    BLANK_MEMBERS = '\x0F' /* of a set, what meets a test: « santé » */
} BlankKind;

#define BLANK_KINDS "\x10\x11\x12\x13\x0E\x0F" /* all of them */

/* Is the figure of a fact left blank in what is being told? */
bool blank_wanted(const Dossier *dossier, int fact);
/* The members of a set that meet a test, in words, or their blank. */
const char *blank_members(const Dossier *dossier, const Node *test);
/* The blank itself; of a value, whatever it is. */
const char *blank_of(const Dossier *dossier, BlankKind kind, int fact);
const char *blank_value(const Dossier *dossier, int fact);
/* Do its words have a comma between two things, for any figure that may stand in its blanks? */
bool blank_commas(const char *text);
/* Are two texts the same once filled in? Different blanks may say the same. */
bool blank_same(const Dossier *dossier, const char *one, const char *other);
/* Does it hang on its first blank whether the text opens with these words? */
bool blank_opens(const Dossier *dossier, const char *text, const char *words);
#define BLANK_BYTES 3 /* each */

/* The first blank of a text, or NULL; what goes there for this structure. */
const char *blank_in(const char *text);
const Filling *blank_filling(const Dossier *dossier, const char *blank);
/* The text with its blanks filled in for this structure. */
const char *blanks_filled(const Dossier *dossier, const char *text);
/* The same, of what hangs on its figures. */
const char *blanks_undone(const Dossier *dossier, const char *text);

#endif
