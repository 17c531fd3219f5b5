/* The names are those of the décret n° 2008-1354 (article 3): fewer than 10, 250, 5,000 persons. « Micro-entreprise » is also a tax
 * scheme: it counts only where it is left out, so that it may agree with a threshold and never accuse one. */
#include "analyse/sizes.h"

#include <string.h>

bool sizes_excluded(const Sentence *sentence, size_t first) {
    static const char *const words[] = {"hors",     "sauf",   "excepte", "exception",  "exclusion",   "exclus", "exclues",
                                        "excluant", "exclut", "exclue",  "ineligible", "ineligibles", NULL};
    for (size_t back = 1; back <= 8 && back <= first; back++) {
        size_t i = first - back;
        if (token_ends_clause(sentence, i) || token_is(sentence, i, ",") || token_is(sentence, i, ")")) return false;
        if (token_among(sentence, i, words)) return true;
        if (token_begins(sentence, i, "eligible") && (token_is(sentence, i - 1, "non") || token_is(sentence, i - 1, "pas")))
            return true;
    }
    return false;
}

static Claim claim_of(Arena *arena, const Sentence *sentence, size_t first, size_t last) {
    return (Claim){.unit = CLAIM_EMPLOYEES, .text = sentence_part(arena, sentence, first, last)};
}

/* ---- Names */

typedef struct Named {
    const char *words[6]; /* in order, folded, by their beginnings; NULL-terminated */
    double low, high;     /* from `low`, below `high`; 0: none */
    bool only_excluded;
} Named;

static const Named names[] = {
    {{"pme", NULL}, 0, 250, false},
    {{"pmi", NULL}, 0, 250, false},
    {{"petites", "et", "moyennes", NULL}, 0, 250, false},
    {{"tpe", NULL}, 0, 10, false},
    {{"tres", "petite", NULL}, 0, 10, false},
    {{"microentreprise", NULL}, 0, 10, false},
    {{"micro", "-", "entreprise", NULL}, 0, 10, true},
    {{"micro", "entreprise", NULL}, 0, 10, true},
    {{"eti", NULL}, 250, 5000, false},
    {{"entreprise", "de", "taille", "interm", NULL}, 250, 5000, false},
};

static bool named_at(const Sentence *sentence, size_t i, const Named *name, size_t *last) {
    size_t k = 0;
    bool acronym = !name->words[1] && strlen(name->words[0]) <= 4;
    for (; name->words[k]; k++) {
        const char *word = name->words[k];
        if (!token_is(sentence, i + k, word) && (acronym || !token_begins(sentence, i + k, word))) return false;
    }
    *last = i + k - 1;
    return true;
}

/* « Éligible aux microentreprises » lets them in, without shutting out the others. */
static bool let_in(const Sentence *sentence, size_t i) {
    return token_begins(sentence, i - 2, "eligible") && token_is(sentence, i - 1, "aux");
}

static const Named *name_at(const Sentence *sentence, size_t i, bool excluded, size_t *last) {
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (named_at(sentence, i, &names[k], last) && (excluded || !(names[k].only_excluded || let_in(sentence, i))))
            return &names[k];
    return NULL;
}

/* All names of sizes together: « TPE, PME et ETI » is one size; those that are left out, another. */
static bool read_names(Arena *arena, const Sentence *sentence, bool excluded, Claim *out) {
    size_t first = 0, last = 0, found = 0, end;
    double low = 5000, high = 0;
    for (size_t i = 0; i < sentence->count; i++) {
        if (sizes_excluded(sentence, i) != excluded) continue;
        const Named *name = name_at(sentence, i, excluded, &end);
        if (!name) continue;
        if (found++ == 0) first = i;
        last = end;
        if (name->low < low) low = name->low;
        if (name->high > high) high = name->high;
    }
    if (found == 0) return false;
    *out = claim_of(arena, sentence, first, last - first < 8 ? last : first);
    out->defined = true;
    out->excluded = excluded;
    if (low > 0) out->low = (ClaimEnd){true, false, low};
    out->high = (ClaimEnd){true, true, high};
    return true;
}

/* ---- All of them, or none */

static bool says_all(const Sentence *sentence, size_t i) {
    static const char *const all[] = {"tout", "toute", "toutes", "tous", NULL};
    return token_among(sentence, i, all);
}

/* « sans condition », « aucune limite », « pas de seuil », whose noun is token `i`. */
static bool says_no_limit(const Sentence *sentence, size_t i, size_t *first) {
    static const char *const limits[] = {"condition", "limit", "critere", "seuil", "restriction", "minimum", "plafond", NULL};
    static const char *const without[] = {"sans", "aucun", "aucune", "pas", NULL};
    for (size_t k = 0; limits[k]; k++) {
        if (!token_begins(sentence, i, limits[k])) continue;
        *first = token_is(sentence, i - 1, "de") ? i - 2 : i - 1;
        return token_among(sentence, *first, without);
    }
    return false;
}

/* Where « toutes tailles », « quelle que soit leur taille », « sans condition d’effectif » begins whose last word is token `i`. */
static bool any_size_at(const Sentence *sentence, size_t i, size_t *first) {
    if (!token_begins(sentence, i, "taille") && !token_begins(sentence, i, "effectif")) return false;
    for (size_t back = 1; back <= 3 && back <= i && !token_ends_clause(sentence, i - back); back++) {
        size_t k = *first = i - back;
        if (back == 1 && says_all(sentence, k)) return true;
        if (back == 2 && says_all(sentence, k) && token_is(sentence, k + 1, "les")) return true;
        if (token_begins(sentence, k, "independamment") || says_no_limit(sentence, k, first)) return true;
        if (!token_is(sentence, k, "soit")) continue;
        *first = k >= 2 ? k - 2 : 0;
        return true;
    }
    return false;
}

static bool counts_employees(const Sentence *sentence, size_t i) {
    return token_begins(sentence, i, "salarie") || token_begins(sentence, i, "employe");
}

/* « avec ou sans salarié » */
static bool with_or_without(const Sentence *sentence, size_t i) {
    return token_is(sentence, i, "avec") && token_is(sentence, i + 1, "ou") && token_is(sentence, i + 2, "sans") &&
           counts_employees(sentence, i + 3);
}

/* « Taille : toutes » */
static bool titled_all(const Sentence *sentence, size_t i) {
    bool size = token_begins(sentence, i, "taille") || token_begins(sentence, i, "effectif");
    return size && token_is(sentence, i + 1, ":") && says_all(sentence, i + 2);
}

/* « Toutes tailles, sauf les grands groupes » */
static bool followed_by_exception(const Sentence *sentence, size_t last) {
    static const char *const words[] = {"sauf", "hors", "excepte", "exception", "exclusion", NULL};
    for (size_t i = last + 1; i <= last + 5 && !token_ends_clause(sentence, i); i++)
        if (token_among(sentence, i, words)) return true;
    return false;
}

static bool read_any_size(Arena *arena, const Sentence *sentence, Claim *out) {
    for (size_t i = 0; i < sentence->count; i++) {
        size_t first = i, last = with_or_without(sentence, i) ? i + 3 : titled_all(sentence, i) ? i + 2 : i;
        if (last == i && !any_size_at(sentence, i, &first)) continue;
        *out = claim_of(arena, sentence, first, last);
        out->unlimited = true;
        out->excluded = followed_by_exception(sentence, last);
        return true;
    }
    return false;
}

/* « sans salarié », « aucun salarié » */
static bool read_none(Arena *arena, const Sentence *sentence, Claim *out) {
    static const char *const none[] = {"sans", "aucun", "aucune", "zero", NULL};
    for (size_t i = 0; i + 1 < sentence->count; i++) {
        if (!token_among(sentence, i, none) || !counts_employees(sentence, i + 1) || token_is(sentence, i - 1, "ou")) continue;
        *out = claim_of(arena, sentence, i, i + 1);
        out->high = (ClaimEnd){true, false, 0};
        out->excluded = sizes_excluded(sentence, i);
        return true;
    }
    return false;
}

size_t sizes_read(Arena *arena, const Sentence *sentence, Claim *out) {
    size_t count = 0;
    count += read_names(arena, sentence, false, out + count);
    count += read_names(arena, sentence, true, out + count);
    count += read_any_size(arena, sentence, out + count);
    count += read_none(arena, sentence, out + count);
    return count;
}
