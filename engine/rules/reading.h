/* A table that a word was given: its keys checked, its values read by type, each mistake reported once. */
#ifndef AZIMUT_RULES_READING_H
#define AZIMUT_RULES_READING_H

#include "rules/spot.h"

#include <stdint.h>

typedef struct Reading Reading;
struct Reading {
    lua_State *L;
    int table; /* stack index */
    const char *word;
    int line;         /* of the word that was given the outermost table */
    Spot spot;        /* what the table is the value of; without a state: the word was given it */
    size_t length;    /* values without a key */
    uint64_t written; /* a bit for some keys, set when one of them is there: most keys are absent, and cost Lua no search */
    bool strange;     /* an unknown key was reported: what is missing may be what was misspelt */
};

#define READING_ANY SIZE_MAX

/* Opens the table at `index`: reports a value that is no table (and answers false), keys that are not among `keys`
 * (NULL-terminated), holes, and more than `most` values without a key. Objects in it are marked as handed over. */
bool reading_open(Reading *reading, lua_State *L, int index, const char *word, int line, const char *const *keys, size_t most);
/* The same for the value on the top of the stack, that `spot` tells of. */
bool reading_open_within(Reading *reading, Spot spot, const char *word, const char *const *keys, size_t most);
/* That table, unread, for spots within it. */
Reading reading_within(Spot spot);

/* The keys that are texts (`any`: that are no whole numbers), as messages show them, in order. */
const char **reading_keys(const Reading *reading, bool any, size_t *count);
/* Pushes the value under `key` and answers its Lua type; `reading_item` the value number `position`, from 1. */
int reading_get(const Reading *reading, const char *key);
int reading_item(const Reading *reading, size_t position);
bool reading_has(const Reading *reading, const char *key);
/* Is there an unknown key, already reported, that may be `key` misspelt? Then its absence is not said again. */
bool reading_misspelt(const Reading *reading, const char *key);

/* Each answers NULL, false or leaves `out` as it was when the key is absent or its value is reported. */
const char *reading_text(const Reading *reading, const char *key, bool required);
const char *reading_first_text(const Reading *reading, const char *what);
bool reading_flag(const Reading *reading, const char *key);
bool reading_number(const Reading *reading, const char *key, double *out);
bool reading_day(const Reading *reading, const char *key, Day *out);
/* A list of texts (or one text), NULL-terminated, without duplicates. */
const char **reading_texts(const Reading *reading, const char *key, size_t *count);
/* `source`, `infere`, `prime_sur`. */
Grounds reading_grounds(const Reading *reading);
bool grounds_given(const Grounds *grounds);
/* Reports grounds that are missing. */
void grounds_require(const Grounds *grounds, const char *what, Spot spot);

/* The nearest of a NULL-terminated list as an advice « écrire « … » », or NULL. */
const char *advise_nearest(lua_State *L, const char *name, const char *const *names);
/* « écrire « name » », or NULL when `name` is NULL. */
const char *advise(lua_State *L, const char *name);
/* A valid text for messages of the string at `index`, cut short. */
const char *shown(lua_State *L, int index);
/* Formats into the script's arena. */
const char *say(lua_State *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Reads the whole date AAAA-MM-JJ. */
bool day_exact(const char *text, Day *out);

#endif
