/* Each figure looks around itself: to its right for a unit and words like « au plus », to its left for an operator, for the other
 * end of a range, and for a word that turns the sense. What is not understood makes no claim: a wrong alarm costs more trust than a
 * missed one. */
#include "analyse/claims.h"

#include "analyse/sizes.h"
#include <string.h>

#define YEAR 12
#define RANGE_ALONE 5 /* tokens of a sentence that is a range and hardly anything else: « de 10 à 249 » */
#define LOOK_BACK 6   /* tokens between an operator and its figure: « un effectif total de » */

typedef enum Sense { SENSE_NONE, SENSE_ABOVE, SENSE_FROM, SENSE_BELOW, SENSE_UP_TO, SENSE_EXACT } Sense;

/* One figure and what stands around it. */
typedef struct Figure {
    size_t token, first, last; /* its token; from its operator to its unit or what follows */
    size_t unit_end;           /* the last token of its unit, or its own */
    double value;
    ClaimUnit unit;
    const char *noun;
    Sense sense;
    bool said_before; /* its sense stands to its left */
    bool spelt_one;   /* « un », « une »: a number only with a unit */
} Figure;

/* ---- Units */

typedef struct UnitWord {
    const char *start; /* the word begins so */
    ClaimUnit unit;
    double factor;
} UnitWord;

static const UnitWord unit_words[] = {
    {"salarie", CLAIM_EMPLOYEES, 1},
    {"employe", CLAIM_EMPLOYEES, 1},
    {"emploi", CLAIM_EMPLOYEES, 1},
    {"collaborat", CLAIM_EMPLOYEES, 1},
    {"travailleu", CLAIM_EMPLOYEES, 1},
    {"etp", CLAIM_FTE, 1},
    {"equivalent", CLAIM_FTE, 1},
    {"euro", CLAIM_MONEY, 1},
    {"eur", CLAIM_MONEY, 1},
    {"annee", CLAIM_MONTHS, YEAR},
    {"ans", CLAIM_MONTHS, YEAR},
    {"mois", CLAIM_MONTHS, 1},
    {"trimestre", CLAIM_MONTHS, 3},
    {"semestre", CLAIM_MONTHS, 6},
    {"semaine", CLAIM_DAYS, 7},
    {"jour", CLAIM_DAYS, 1},
};

static const UnitWord *unit_word(const Sentence *sentence, size_t i) {
    static const UnitWord year = {"an", CLAIM_MONTHS, YEAR};
    if (token_is(sentence, i, "an")) return &year;
    for (size_t k = 0; k < sizeof unit_words / sizeof *unit_words; k++)
        if (token_begins(sentence, i, unit_words[k].start)) return &unit_words[k];
    return NULL;
}

/* « personnes salariées » are employees, « personnes » may be. */
static void read_people(const Sentence *sentence, size_t i, Figure *figure) {
    figure->unit = CLAIM_PEOPLE;
    figure->unit_end = i;
    if (token_begins(sentence, i + 1, "salarie") || token_begins(sentence, i + 1, "employe")) {
        figure->unit = CLAIM_EMPLOYEES;
        figure->unit_end = i + 1;
    }
}

/* « équivalents temps plein » to its last word. */
static size_t end_of_unit(const Sentence *sentence, size_t i) {
    while (token_is(sentence, i + 1, "-") || token_is(sentence, i + 1, "temps") || token_is(sentence, i + 1, "plein")) i++;
    return i;
}

static bool is_adjective(const Sentence *sentence, size_t i) {
    static const char *const words[] = {"nouveaux", "nouvelles", "premiers", "premieres", "derniers", "dernieres", "d", "de",
                                        "environ",  "postes",    "contrats", "seul",      "seule",    "actifs",    NULL};
    return token_among(sentence, i, words);
}

/* Words that stand after a figure without being what it counts: « 50 maximum ». */
static bool is_noun(const Sentence *sentence, size_t i) {
    static const char *const starts[] = {"maxi", "mini", "inclu", "compri", "exclu", "environ", "strict", "voire", NULL};
    for (size_t k = 0; starts[k]; k++)
        if (token_begins(sentence, i, starts[k])) return false;
    return i < sentence->count && sentence->tokens[i].kind == TOKEN_WORD && strlen(sentence->tokens[i].text) > 3;
}

/* A unit of one to three letters: « 1 000 m² », « 36 kW ». */
static bool is_measure(const Sentence *sentence, size_t i) {
    static const char *const words[] = {"m",  "km",  "kg",  "g",   "t",  "ha", "l",  "h", "kw", "kwh", "kwc",
                                        "mw", "mwh", "gwh", "tep", "co", "mo", "go", "v", "cv", "ch",  NULL};
    return token_among(sentence, i, words);
}

static void read_unit(const Sentence *sentence, Figure *figure) {
    size_t i = figure->token + 1;
    figure->unit_end = figure->token;
    if (sentence->tokens[figure->token].money) {
        figure->unit = CLAIM_MONEY;
        return;
    }
    if (token_is(sentence, i, "+") && token_touches(sentence, figure->token)) {
        figure->sense = SENSE_FROM;
        figure->unit_end = figure->last = i++;
    }
    for (size_t skipped = 0; skipped < 3 && is_adjective(sentence, i); skipped++) i++;
    const UnitWord *word = unit_word(sentence, i);
    if (token_is(sentence, i, "€")) figure->unit = CLAIM_MONEY, figure->unit_end = i;
    else if (token_is(sentence, i, "%")) figure->unit = CLAIM_PERCENT, figure->unit_end = i;
    else if (token_is(sentence, i, "pour") && token_begins(sentence, i + 1, "cent"))
        figure->unit = CLAIM_PERCENT, figure->unit_end = i + 1;
    else if (token_begins(sentence, i, "personne") || token_is(sentence, i, "pers")) read_people(sentence, i, figure);
    else if (word) {
        figure->unit = word->unit;
        figure->value *= word->factor;
        figure->unit_end = end_of_unit(sentence, i);
        if (word->factor == YEAR && token_is(sentence, i + 1, "et") && token_begins(sentence, i + 2, "demi")) {
            figure->value += YEAR / 2.0;
            figure->unit_end = i + 2;
        }
    } else if (i == figure->token + 1 && (is_noun(sentence, i) || is_measure(sentence, i))) {
        figure->unit = CLAIM_OTHER;
        figure->noun = sentence->tokens[i].text;
        figure->unit_end = i;
    }
}

/* ---- Senses */

static bool is_filler(const Sentence *sentence, size_t i) {
    static const char *const words[] = {"a",           "de",       "d",
                                        "un",          "une",      "le",
                                        "la",          "l",        "les",
                                        "effectif",    "total",    "(",
                                        ":",           "pas",      "des",
                                        "quelque",     "environ",  "chiffre",
                                        "montant",     "annuel",   "affaires",
                                        "strictement", "budget",   "seuil",
                                        "duree",       "age",      "anciennete",
                                        "nombre",      "nb",       "salarie",
                                        "salaries",    "employes", "collaborateurs",
                                        "effectifs",   NULL};
    return token_among(sentence, i, words);
}

static bool negated(const Sentence *sentence, size_t i) {
    static const char *const words[] = {"ne", "n", "sans", "non", "pas", NULL};
    for (size_t back = 1; back <= 4 && back <= i && !token_ends_clause(sentence, i - back); back++)
        if (token_among(sentence, i - back, words)) return true;
    return token_is(sentence, i + 1, "pas");
}

/* « inférieur ou égal », « inférieur/égal » */
static bool is_or(const Sentence *sentence, size_t i) {
    return token_is(sentence, i, "ou") || token_is(sentence, i, "/");
}

/* « supérieur », « inférieur », and « ou égal » on either side. */
static Sense read_comparison(const Sentence *sentence, size_t i, size_t *first, bool equal) {
    bool above = token_begins(sentence, i, "superieur");
    *first = i;
    if (token_begins(sentence, i - 2, "egal") && is_or(sentence, i - 1)) {
        equal = true;
        *first = i - 2;
    }
    if (negated(sentence, *first)) return above ? (equal ? SENSE_BELOW : SENSE_UP_TO) : (equal ? SENSE_ABOVE : SENSE_FROM);
    return above ? (equal ? SENSE_FROM : SENSE_ABOVE) : (equal ? SENSE_UP_TO : SENSE_BELOW);
}

/* « plus de », « moins de », « au plus », « au moins », « pas plus de ». */
static Sense read_more_less(const Sentence *sentence, size_t i, size_t *first) {
    bool more = token_is(sentence, i, "plus");
    *first = i;
    if (token_is(sentence, i - 1, "au") || token_is(sentence, i - 1, "du") || token_is(sentence, i - 1, "tout")) {
        *first = i - 1;
        return more ? SENSE_UP_TO : SENSE_FROM;
    }
    if (!token_is(sentence, i + 1, "de") && !token_is(sentence, i + 1, "d")) return SENSE_NONE;
    for (size_t back = 1; back <= 4 && back <= i && !token_ends_clause(sentence, i - back); back++) {
        if (token_is(sentence, i - back, ",")) break;
        if (!token_is(sentence, i - back, "pas") && !(back == 1 && token_is(sentence, i - 1, "non"))) continue;
        *first = i - back;
        return more ? SENSE_UP_TO : SENSE_FROM;
    }
    return more ? SENSE_ABOVE : SENSE_BELOW;
}

typedef struct SenseWord {
    const char *start;
    Sense sense;
} SenseWord;

/* « +10 salariés », « - de 50 salariés », « -50 salariés »; not « 10 - 49 », nor the dash that opens an item: « - 50 salariés ». */
static Sense read_plus_minus(const Sentence *sentence, size_t i) {
    bool more = token_is(sentence, i, "+"), de = token_is(sentence, i + 1, "de") || token_is(sentence, i + 1, "d");
    if (i > 0 && (sentence->tokens[i - 1].kind == TOKEN_NUMBER || token_touches(sentence, i - 1))) return SENSE_NONE;
    if (!de && !more && !token_touches(sentence, i)) return SENSE_NONE;
    return more ? SENSE_ABOVE : SENSE_BELOW;
}

static Sense read_word_sense(const Sentence *sentence, size_t i, size_t *first) {
    static const SenseWord words[] = {
        {"minimum", SENSE_FROM},  {"minimal", SENSE_FROM},      {"mini", SENSE_FROM},    {"maximum", SENSE_UP_TO},
        {"maximal", SENSE_UP_TO}, {"maxi", SENSE_UP_TO},        {"plafon", SENSE_UP_TO}, {"limit", SENSE_UP_TO},
        {"jusqu", SENSE_UP_TO},   {"concurrence", SENSE_UP_TO}, {"partir", SENSE_FROM},  {"compter", SENSE_FROM},
        {"depuis", SENSE_FROM},   {"dela", SENSE_ABOVE},        {"dessus", SENSE_ABOVE}, {"dessous", SENSE_BELOW}};
    *first = i;
    if (token_is(sentence, i, ">")) return SENSE_ABOVE;
    if (token_is(sentence, i, "<")) return SENSE_BELOW;
    if (token_is(sentence, i, ">=")) return SENSE_FROM;
    if (token_is(sentence, i, "<=")) return SENSE_UP_TO;
    if (token_is(sentence, i, "sous")) return SENSE_BELOW;
    if (token_is(sentence, i, "+") || token_is(sentence, i, "-")) return read_plus_minus(sentence, i);
    if (token_is(sentence, i, "=") && is_or(sentence, i - 1)) {
        *first = i - 2;
        if (token_is(sentence, i - 2, "<")) return SENSE_UP_TO;
        if (token_is(sentence, i - 2, ">")) return SENSE_FROM;
    }
    if (token_is(sentence, i, "max")) return SENSE_UP_TO;
    if (token_is(sentence, i, "min")) return SENSE_FROM;
    if (token_is(sentence, i, "des") && sentence->tokens[i].grave) return SENSE_FROM;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        if (!token_begins(sentence, i, words[k].start)) continue;
        if (token_is(sentence, i - 1, "au") || token_is(sentence, i - 1, "a")) *first = i - 1;
        if (token_is(sentence, i - 1, "-") && token_is(sentence, i - 2, "au")) *first = i - 2;
        return words[k].sense;
    }
    return SENSE_NONE;
}

/* The operator whose main word is token `i`. */
static Sense read_sense(const Sentence *sentence, size_t i, size_t *first) {
    if (token_is(sentence, i, "plus") || token_is(sentence, i, "moins")) return read_more_less(sentence, i, first);
    if (token_begins(sentence, i, "superieur") || token_begins(sentence, i, "inferieur"))
        return read_comparison(sentence, i, first, false);
    if (token_begins(sentence, i, "egal") && is_or(sentence, i - 1) &&
        (token_begins(sentence, i - 2, "superieur") || token_begins(sentence, i - 2, "inferieur")))
        return read_comparison(sentence, i - 2, first, true);
    if (token_begins(sentence, i, "egal")) {
        *first = i;
        return SENSE_EXACT;
    }
    if (token_begins(sentence, i, "exced") || token_begins(sentence, i, "depass")) {
        *first = i;
        if (!negated(sentence, i)) return SENSE_ABOVE;
        for (size_t back = 1; back <= 3 && back <= i; back++)
            if (token_is(sentence, i - back, "n") || token_is(sentence, i - back, "ne") || token_is(sentence, i - back, "sans"))
                *first = i - back;
        return SENSE_UP_TO;
    }
    if (token_begins(sentence, i, "attei")) {
        *first = i;
        return negated(sentence, i) ? SENSE_BELOW : SENSE_FROM;
    }
    return read_word_sense(sentence, i, first);
}

static void look_left(const Sentence *sentence, Figure *figure) {
    for (size_t back = 1; back <= LOOK_BACK && back <= figure->token; back++) {
        size_t i = figure->token - back;
        size_t first = i;
        bool des = token_is(sentence, i, "des") && sentence->tokens[i].grave;
        Sense sense = is_filler(sentence, i) && !des ? SENSE_NONE : read_sense(sentence, i, &first);
        if (sense != SENSE_NONE) {
            figure->sense = sense;
            figure->said_before = true;
            figure->first = first;
            return;
        }
        if (!is_filler(sentence, i)) return;
    }
}

/* « et plus », « ou moins », « au moins », « minimum », « au plus » after the unit; `*last` is then their last token. */
static Sense sense_after(const Sentence *sentence, size_t i, size_t *last) {
    bool joined = token_is(sentence, i, "et") || token_is(sentence, i, "ou");
    size_t word = joined || token_is(sentence, i, "au") ? i + 1 : i;
    *last = word;
    if (joined) {
        if (token_is(sentence, word, "plus") || token_is(sentence, word, "+") || token_begins(sentence, word, "davantage"))
            return SENSE_FROM;
        size_t dela = token_is(sentence, word + 1, "-") ? word + 2 : word + 1;
        if (token_is(sentence, word, "au") && token_is(sentence, dela, "dela")) {
            *last = dela;
            return SENSE_FROM;
        }
        return token_is(sentence, word, "moins") ? SENSE_UP_TO : SENSE_NONE;
    }
    if (word > i && token_is(sentence, word, "plus")) return SENSE_UP_TO;
    if (word > i && token_is(sentence, word, "moins")) return SENSE_FROM;
    if (token_begins(sentence, word, "maxi") || token_is(sentence, word, "max")) return SENSE_UP_TO;
    return token_begins(sentence, word, "mini") || token_is(sentence, word, "min") ? SENSE_FROM : SENSE_NONE;
}

static bool is_closing(const Sentence *sentence, size_t i) {
    static const char *const words[] = {"e",          "es",       "s",        "(",       ")",        ".",      "·",
                                        "•",          "revolus",  "revolues", "cdi",     "en",       "d",      "existence",
                                        "anciennete", "activite", "de",       "chiffre", "affaires", "budget", "bilan",
                                        "total",      "ca",       "annuel",   NULL};
    return token_among(sentence, i, words);
}

/* « 10 <= effectif », « 250 > effectif »: the figure stands before the sign. */
static bool stands_before_sign(const Sentence *sentence, Figure *figure) {
    static const SenseWord signs[] = {{"<", SENSE_ABOVE}, {"<=", SENSE_FROM}, {">", SENSE_BELOW}, {">=", SENSE_UP_TO}};
    size_t i = figure->unit_end + 1;
    if (i + 1 >= sentence->count || sentence->tokens[i + 1].kind != TOKEN_WORD) return false;
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
        if (!token_is(sentence, i, signs[k].start)) continue;
        bool counted = token_begins(sentence, i + 1, "effectif") || token_begins(sentence, i + 1, "salarie");
        if (counted && figure->unit == CLAIM_NONE) figure->unit = CLAIM_EMPLOYEES;
        figure->sense = signs[k].sense;
        figure->last = i + 1;
        return true;
    }
    return false;
}

static void look_right(const Sentence *sentence, Figure *figure) {
    size_t last, i = figure->unit_end + 1;
    if (stands_before_sign(sentence, figure)) return;
    for (size_t skipped = 0; skipped < 6; skipped++, i++) {
        Sense sense = sense_after(sentence, i, &last);
        bool next = last + 1 < sentence->count && (sentence->tokens[last + 1].kind == TOKEN_NUMBER ||
                                                   ((token_is(sentence, last + 1, "de") || token_is(sentence, last + 1, "d")) &&
                                                    last + 2 < sentence->count && sentence->tokens[last + 2].kind == TOKEN_NUMBER));
        if (sense != SENSE_NONE && !next) {
            figure->sense = sense;
            figure->last = last;
            return;
        }
        if (!is_closing(sentence, i)) return;
    }
}

/* ---- Several figures */

/* Is what stands between two figures only what joins them? */
static bool joined(const Sentence *sentence, const Figure *a, const Figure *b) {
    static const char *const words[] = {"et",      "ou",      "a",         "de",        "d",  "moins", "plus", "au",
                                        "-",       "/",       ",",         "<",         ">",  "<=",    ">=",   "jusqu",
                                        "maximum", "minimum", "inferieur", "superieur", "un", NULL};
    if (b->token - a->unit_end > 6) return false;
    for (size_t i = a->unit_end + 1; i < b->token; i++)
        if (!token_among(sentence, i, words)) return false;
    return true;
}

static bool counts_people(const Figure *figure) {
    return figure->unit == CLAIM_EMPLOYEES || figure->unit == CLAIM_FTE || figure->unit == CLAIM_PEOPLE;
}

/* « entre 10 et 49 », « de 10 à 49 », « 10-49 », « 10/49 salariés »: the one token that makes a range of two figures. */
static bool is_range(const Sentence *sentence, const Figure *a, const Figure *b) {
    if (b->token != a->unit_end + 2 || a->value > b->value) return false;
    size_t between = a->unit_end + 1;
    if (token_is(sentence, between, "a") || token_is(sentence, between, "-")) return true;
    if (token_is(sentence, between, "/")) return counts_people(b);
    if (!token_is(sentence, between, "et")) return false;
    for (size_t back = 1; back <= 5 && back <= a->token; back++)
        if (token_is(sentence, a->token - back, "entre")) return true;
    return false;
}

/* A unit said once serves the figures before it: « 6 ou 9 mois », « de 3 à 5 ans », « 50 à 400 k€ ». */
static void share_units(const Sentence *sentence, Figure *figures, size_t count) {
    for (size_t i = count; i-- > 1;) {
        Figure *a = &figures[i - 1], *b = &figures[i];
        if (a->unit != CLAIM_NONE || b->unit == CLAIM_NONE || !joined(sentence, a, b)) continue;
        double factor = sentence->tokens[b->token].number != 0 ? b->value / sentence->tokens[b->token].number : 1;
        bool magnitude = b->unit == CLAIM_MONEY && b->value >= 1000 && a->value < 1000 && sentence->tokens[b->token].money;
        a->unit = b->unit;
        a->noun = b->noun;
        if (magnitude) a->value *= b->value >= 1e6 ? 1e6 : 1e3;
        else a->value *= factor;
    }
}

/* An effectif is counted in employees, whatever the unit printed or not. */
static void units_from_context(const Sentence *sentence, Figure *figure) {
    if (figure->unit != CLAIM_NONE && figure->unit != CLAIM_PEOPLE) return;
    for (size_t back = 1; back <= 10 && back <= figure->token; back++) {
        size_t i = figure->token - back;
        if (token_ends_clause(sentence, i)) return;
        bool counted = token_begins(sentence, i, "salarie") && back <= 5;
        if (counted || token_begins(sentence, i, "effectif") || token_begins(sentence, i, "employ") ||
            token_begins(sentence, i, "occup")) {
            figure->unit = CLAIM_EMPLOYEES;
            return;
        }
        if (sentence->tokens[i].kind == TOKEN_NUMBER && back > 3) return;
    }
}

/* ---- Claims */

static bool begins_so(const Sentence *sentence, size_t i, const char *const *starts) {
    for (size_t k = 0; starts[k]; k++)
        if (token_begins(sentence, i, starts[k])) return true;
    return false;
}

static bool is_existence(const Sentence *sentence, size_t first, size_t last) {
    static const char *const starts[] = {"exist",     "ancien", "cree",   "creat", "activit", "immatricul",
                                         "constitue", "fond",   "depuis", "age",   NULL};
    size_t from = first > 6 ? first - 6 : 0;
    for (size_t i = from; i <= last + 4 && i < sentence->count; i++)
        if (begins_so(sentence, i, starts)) return true;
    return false;
}

/* Does what stands just before, or just after a sum or a time, say that the help is meant, or what is to come, and not those who
 * may have it? « aide aux entreprises de moins de 50 salariés » speaks of enterprises. */
static bool is_aside(const Sentence *sentence, const Figure *figure, size_t last) {
    static const char *const help[] = {"aide",    "subvention", "pret",   "dotation",  "prime",    "financement",
                                       "investi", "depens",     "avance", "accompagn", "rembours", "duree",
                                       "pendant", "formation",  "stage",  "remuner",   "salaire",  "apport",
                                       "garanti", "montant",    "versee", "plafonn",   NULL};
    static const char *const jobs[] = {"creation", "creer",    "embauch",  "recrut", "maintien",
                                       "mainten",  "realiser", "apprenti", NULL};
    static const char *const who[] = {"entreprise", "structure", "association",  "employeur", "societe",       "organisme",
                                      "effectif",   "commerce",  "exploitation", "groupe",    "etablissement", NULL};
    bool counted = counts_people(figure);
    for (size_t back = 1; back <= 7 && back <= figure->first; back++) {
        size_t i = figure->first - back;
        if (token_ends_clause(sentence, i) || begins_so(sentence, i, who)) break;
        if (begins_so(sentence, i, counted ? jobs : help)) return true;
    }
    for (size_t i = last + 1; i <= last + 2 && !counted; i++)
        if (begins_so(sentence, i, help)) return true;
    return false;
}

/* Is a sum a budget, a turnover? */
static bool is_budget(const Sentence *sentence, size_t first, size_t last) {
    static const char *const words[] = {"budget", "affaires", "ca", "ressources", "bilan", "produits", NULL};
    for (size_t i = first > 8 ? first - 8 : 0; i <= last + 5 && i < sentence->count; i++)
        if (token_among(sentence, i, words)) return true;
    return false;
}

static void put_sense(Claim *claim, Sense sense, double value) {
    if (sense == SENSE_ABOVE || sense == SENSE_FROM) claim->low = (ClaimEnd){true, sense == SENSE_ABOVE, value};
    else if (sense == SENSE_BELOW || sense == SENSE_UP_TO) claim->high = (ClaimEnd){true, sense == SENSE_BELOW, value};
    else {
        claim->low = claim->high = (ClaimEnd){true, false, value};
        claim->bare = sense == SENSE_NONE;
    }
}

/* « 10 salariés (ETP) »: whoever counts so means either. */
static bool in_fte(const Sentence *sentence, size_t last) {
    for (size_t i = last + 1; i <= last + 3 && i < sentence->count; i++)
        if (token_begins(sentence, i, "etp") || token_begins(sentence, i, "equivalent")) return true;
    return false;
}

static Claim claim_of(Arena *arena, const Sentence *sentence, const Figure *a, const Figure *b) {
    Claim claim = {.unit = b->unit, .noun = b->noun, .range = a != b};
    if (a == b) put_sense(&claim, a->sense, a->value);
    else {
        put_sense(&claim, SENSE_FROM, a->value);
        put_sense(&claim, SENSE_UP_TO, b->value);
    }
    size_t last = b->last > b->unit_end ? b->last : b->unit_end;
    claim.excluded = sizes_excluded(sentence, a->first);
    claim.existence = (b->unit == CLAIM_MONTHS || b->unit == CLAIM_DAYS) && is_existence(sentence, a->first, last);
    claim.in_fte = b->unit == CLAIM_EMPLOYEES && in_fte(sentence, b->unit_end);
    claim.aside = !claim.existence && is_aside(sentence, a, last);
    claim.budget = b->unit == CLAIM_MONEY && is_budget(sentence, a->first, last);
    bool opened = a != b && (token_is(sentence, a->first - 1, "de") || token_is(sentence, a->first - 1, "entre"));
    claim.text = sentence_part(arena, sentence, opened ? a->first - 1 : a->first, last);
    return claim;
}

/* « un » without a unit is an article; « 2026 » alone a year. */
static bool counts(const Sentence *sentence, const Figure *figure) {
    const Token *token = &sentence->tokens[figure->token];
    bool known = figure->unit != CLAIM_NONE && figure->unit != CLAIM_OTHER;
    if (token->spelt) return known || (figure->sense != SENSE_NONE && token->number > 1);
    return known || figure->sense != SENSE_NONE || figure->unit == CLAIM_OTHER;
}

/* « de 10 à 249 », which may be of anything, but not « 2024 - 2027 » nor « catégories 1 à 4 ». */
static bool is_bare_range(const Sentence *sentence, const Figure *a, const Figure *b) {
    bool year = a->value >= 1900 && a->value < 2100 && b->value >= 1900 && b->value < 2100;
    bool first = a->token == 0 || (a->token == 1 && (token_is(sentence, 0, "de") || token_is(sentence, 0, "entre")));
    return first && !year;
}

static size_t read_figures(Arena *arena, const Sentence *sentence, Figure *figures) {
    size_t count = 0;
    for (size_t i = 0; i < sentence->count; i++) {
        if (sentence->tokens[i].kind != TOKEN_NUMBER) continue;
        Figure *figure = &figures[count++];
        *figure = (Figure){.token = i, .first = i, .last = i, .value = sentence->tokens[i].number};
        read_unit(sentence, figure);
        look_left(sentence, figure);
        if (figure->sense == SENSE_NONE || token_is(sentence, figure->first, "depuis")) look_right(sentence, figure);
        if (figure->noun) figure->noun = arena_copy(arena, figure->noun);
    }
    share_units(sentence, figures, count);
    for (size_t i = 0; i < count; i++) units_from_context(sentence, &figures[i]);
    return count;
}

bool claims_read(Arena *arena, const char *bytes, Claim **claims, size_t *count) {
    Sentence sentence;
    *count = 0;
    if (!sentence_read(arena, bytes, &sentence)) return false;
    Figure *figures = arena_array(arena, sentence.count + 1, sizeof *figures);
    *claims = arena_array(arena, sentence.count + SIZES_MAX, sizeof **claims);
    if (!figures || !*claims) return false;
    size_t found = read_figures(arena, &sentence, figures);
    for (size_t i = 0; i < found; i++) {
        Figure *a = &figures[i];
        bool range = i + 1 < found && is_range(&sentence, a, a + 1) &&
                     (a->sense == SENSE_NONE || !a->said_before || token_is(&sentence, a->first, "depuis"));
        Figure *b = range ? a + 1 : a;
        bool lower = !range && i + 1 < found && a->sense == SENSE_NONE && token_is(&sentence, a->unit_end + 1, "a") &&
                     joined(&sentence, a, a + 1) && (a[1].sense == SENSE_BELOW || a[1].sense == SENSE_UP_TO);
        if (lower) a->sense = SENSE_FROM;
        if (!range && i + 1 < found && a->sense != SENSE_NONE && a->said_before && token_is(&sentence, a->unit_end + 1, "ou") &&
            figures[i + 1].token == a->unit_end + 2 && figures[i + 1].sense == SENSE_NONE)
            figures[i + 1].sense = a->sense;
        bool alone = range && sentence.count <= RANGE_ALONE && is_bare_range(&sentence, a, b);
        if (alone || counts(&sentence, b)) (*claims)[(*count)++] = claim_of(arena, &sentence, a, b);
        if (range) i++;
    }
    *count += sizes_read(arena, &sentence, *claims + *count);
    return !arena->failed;
}
