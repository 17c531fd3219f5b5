/* Grammar works on the letters of a word, through the folded form of base/text (lower case, no accents), so that « Île » and
 * « ile » take the same article. What spelling cannot tell, the mute h, is a list of the words this field uses. */
#include "explain/french.h"

#include "base/text.h"

#include <string.h>

#define FOLDED_MAX 24 /* longer than every word of the lists */

static const char *const mute_h[] = {
    "habilitation", "habitant", "habitat",  "habitude",  "haltere", "harmonie",  "herault",     "heritage", "heure",   "histoire",
    "hiver",        "homme",    "honneur",  "honoraire", "hopital", "horaire",   "horizon",     "horloge",  "hospice", "hospital",
    "hotel",        "huile",    "huissier", "humain",    "hygiene", "hypothese", "hebergement", "heberge",  "huit-"};
static const char *const eliding_y[] = {"yonne", "yeu", "yeux"};
static const char *const aspirated_vowels[] = {"onze", "onzieme", "oui", "ouistiti", "uhlan", "yaourt", "yen", "yacht"};

/* What the names of structures begin with, where a sentence wants an article: by gender. */
#define NOUN_BYTES 24 /* room for any noun of these */

static const char *const feminine_nouns[] = {"academie",    "agence",         "alliance",      "amicale",
                                             "antenne",     "asbl",           "association",   "auberge",
                                             "aumonerie",   "banque",         "bergerie",      "bibliotheque",
                                             "biscuiterie", "blanchisserie",  "boulangerie",   "bourse",
                                             "boutique",    "brasserie",      "cae",           "caisse",
                                             "cantine",     "chocolaterie",   "clinique",      "communaute",
                                             "compagnie",   "conciergerie",   "confederation", "conserverie",
                                             "cooperative", "coordination",   "couveuse",      "creche",
                                             "cuma",        "cyclerie",       "distillerie",   "ecole",
                                             "entreprise",  "epicerie",       "equipe",        "eurl",
                                             "fabrique",    "federation",     "ferme",         "filature",
                                             "fondation",   "fonderie",       "fromagerie",    "galerie",
                                             "garderie",    "halle",          "imprimerie",    "laiterie",
                                             "legumerie",   "librairie",      "ligue",         "maison",
                                             "manufacture", "materiautheque", "mediatheque",   "menuiserie",
                                             "minoterie",   "mission",        "mjc",           "mutualite",
                                             "mutuelle",    "oeuvre",         "pension",       "pepiniere",
                                             "plate-forme", "plateforme",     "poterie",       "radio",
                                             "recyclerie",  "regie",          "residence",     "ressourcerie",
                                             "sa",          "sarl",           "sas",           "sasu",
                                             "savonnerie",  "scic",           "scierie",       "scop",
                                             "section",     "societe",        "tannerie",      "union",
                                             "universite",  "usine",          "verrerie",      NULL};
static const char *const masculine_nouns[] = {
    "abattoir", "atelier",       "bureau",        "cabinet",    "cafe",     "camping",   "centre",  "cercle",
    "chai",     "chantier",      "choeur",        "cinema",     "club",     "collectif", "college", "comite",
    "comptoir", "conseil",       "conservatoire", "consortium", "domaine",  "ecomusee",  "ehpad",   "esat",
    "espace",   "etablissement", "fablab",        "festival",   "fonds",    "foyer",     "garage",  "geiq",
    "gie",      "gite",          "groupe",        "groupement", "hopital",  "hospice",   "hotel",   "institut",
    "jardin",   "laboratoire",   "lycee",         "magasin",    "moulin",   "mouvement", "musee",   "observatoire",
    "office",   "orchestre",     "organisme",     "parc",       "pavillon", "pole",      "potager", "refuge",
    "relais",   "reseau",        "restaurant",    "rucher",     "secours",  "service",   "studio",  "supermarche",
    "syndicat", "theatre",       "tiers-lieu",    "verger",     "village",  NULL};

static bool begins(const char *word, const char *with) {
    while (*with && *word == *with) word++, with++;
    return *with == '\0';
}

static bool whole_word(const char *text, const char *word) {
    while (*word && *text == *word) text++, word++;
    return *word == '\0' && (*text == '\0' || *text == ' ');
}

/* Most words are settled by their first letter: a list has none that begins so. */
static bool settled(char first) {
    return (first >= '0' && first <= '9') || (((first | 0x20) >= 'a' && (first | 0x20) <= 'z') && !strchr("hHoOuUyY", first));
}

bool french_elides(const char *word) {
    char folded[FOLDED_MAX];
    if (!word) return false;
    if (settled(word[0])) return strchr("aeiAEI", word[0]) != NULL;
    text_fold(folded, sizeof folded, word);
    for (size_t i = 0; i < sizeof aspirated_vowels / sizeof *aspirated_vowels; i++)
        if (whole_word(folded, aspirated_vowels[i])) return false;
    if (folded[0] == 'h') {
        for (size_t i = 0; i < sizeof mute_h / sizeof *mute_h; i++)
            if (begins(folded, mute_h[i])) return true;
        return false;
    }
    for (size_t i = 0; i < sizeof eliding_y / sizeof *eliding_y; i++)
        if (whole_word(folded, eliding_y[i])) return true;
    if (folded[0] == 'y') return folded[1] != '\0' && !strchr("aeiou", folded[1]);
    return folded[0] != '\0' && strchr("aeiou", folded[0]) != NULL;
}

const char *french_de(Arena *arena, const char *word) {
    if (begins(word, "le ")) return phrase_of(arena, "du ", word + 3, NULL);
    if (begins(word, "les ")) return phrase_of(arena, "des ", word + 4, NULL);
    return phrase_of(arena, french_elides(word) ? "d’" : "de ", word, NULL);
}

const char *french_to(Arena *arena, const char *word) {
    if (begins(word, "le ")) return phrase_of(arena, "au ", word + 3, NULL);
    if (begins(word, "les ")) return phrase_of(arena, "aux ", word + 4, NULL);
    return phrase_of(arena, "à ", word, NULL);
}

const char *french_que(Arena *arena, const char *word) {
    return phrase_of(arena, french_elides(word) ? "qu’" : "que ", word, NULL);
}

const char *french_the(Arena *arena, const char *noun, Gender gender, bool plural) {
    const char *article = plural ? "les " : french_elides(noun) ? "l’" : gender == GENDER_MASCULINE ? "le " : "la ";
    return phrase_of(arena, article, noun, NULL);
}

const char *french_of_the(Arena *arena, const char *noun, Gender gender, bool plural) {
    return french_de(arena, french_the(arena, noun, gender, plural));
}

const char *french_list(Arena *arena, const char *const *items, size_t count, const char *word) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 < count) phrase_add(&phrase, ", ");
        if (i > 0 && i + 1 == count) phrase_join(&phrase, " ", word, " ", NULL);
        phrase_add(&phrase, items[i]);
    }
    return phrase_text(&phrase);
}

/* Upper and lower case of the accented letters of French lie 32 apart in U+00C0..U+00DE; Œ and œ are neighbours. */
static const char *recase(Arena *arena, const char *text, bool upper) {
    size_t length = strlen(text);
    char *copy = arena_text(arena, text, length);
    if (!copy || length == 0) return copy ? copy : "";
    unsigned char *c = (unsigned char *)copy;
    if (upper && c[0] >= 'a' && c[0] <= 'z') c[0] = (unsigned char)(c[0] - 32);
    if (!upper && c[0] >= 'A' && c[0] <= 'Z') c[0] = (unsigned char)(c[0] + 32);
    if (c[0] == 0xC3 && upper && c[1] >= 0xA0 && c[1] <= 0xBE && c[1] != 0xB7) c[1] = (unsigned char)(c[1] - 32);
    if (c[0] == 0xC3 && !upper && c[1] >= 0x80 && c[1] <= 0x9E && c[1] != 0x97) c[1] = (unsigned char)(c[1] + 32);
    if (c[0] == 0xC5 && (c[1] == 0x92 || c[1] == 0x93)) c[1] = upper ? 0x92 : 0x93;
    return copy;
}

const char *french_capital(Arena *arena, const char *text) {
    return recase(arena, text, true);
}

const char *french_lower(Arena *arena, const char *text) {
    size_t end = strcspn(text, " ,;:");
    for (size_t i = 1; i < end; i++)
        if (text[i] >= 'A' && text[i] <= 'Z') return text;
    return recase(arena, text, false);
}

/* The first bytes of what changes within quotation marks: all others are passed over in one go. */
#define QUOTED_STARTS " \xC2"

const char *french_quote(Arena *arena, const char *text) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    phrase_add(&phrase, QUOTE_OPEN);
    for (const char *at = text; *at;) {
        size_t passed = strcspn(at, QUOTED_STARTS);
        phrase_add_bytes(&phrase, at, passed);
        at += passed;
        if (begins(at, "«")) {
            phrase_add(&phrase, "“");
            at += begins(at + 2, NBSP) ? 4 : at[2] == ' ' ? 3 : 2;
        } else if (begins(at, NBSP "»") || begins(at, " »")) {
            phrase_add(&phrase, "”");
            at += at[0] == ' ' ? 3 : 4;
        } else if (*at) {
            phrase_add_bytes(&phrase, at, 1);
            at++;
        }
    }
    phrase_add(&phrase, QUOTE_CLOSE);
    return phrase_text(&phrase);
}

static const struct {
    const char *plain, *right;
} typed[] = {
    {" :", NBSP ":"},    {" ;", THIN ";"}, {" !", THIN "!"},  {" ?", THIN "?"}, {"« ", QUOTE_OPEN},
    {" »", QUOTE_CLOSE}, {" €", NBSP "€"}, {"'", APOSTROPHE}, {" %", NBSP "%"},
};

/* The first bytes of every `plain`. */
#define TYPED_STARTS " '\xC2"

/* Which of `typed` stands here, or -1. After most spaces comes a plain letter, and none of them does. */
static int typed_at(const char *at) {
    if (at[0] == ' ' && (unsigned char)((at[1] | 0x20) - 'a') < 26) return -1;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        if (begins(at, typed[i].plain)) return (int)i;
    return -1;
}

/* Which of `typed` comes next at or after `*at`, or -1; `*at` moves there, or to the end. */
static int next_typed(const char **at) {
    for (*at += strcspn(*at, TYPED_STARTS); **at; *at += 1 + strcspn(*at + 1, TYPED_STARTS)) {
        int found = typed_at(*at);
        if (found >= 0) return found;
    }
    return -1;
}

/* A text that is right already is copied as it is. */
const char *french_tidy(Arena *arena, const char *text) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    const char *from = text ? text : "", *at = from;
    int found = next_typed(&at);
    if (found < 0) return phrase_of(arena, from, NULL);
    for (; found >= 0; found = next_typed(&at)) {
        phrase_add_bytes(&phrase, from, (size_t)(at - from));
        phrase_add(&phrase, typed[found].right);
        from = at += strlen(typed[found].plain);
    }
    phrase_add(&phrase, from);
    return phrase_text(&phrase);
}

const char *french_cardinal(Arena *arena, size_t count, Gender gender) {
    static const char *const words[] = {"zéro", "un",  "deux", "trois", "quatre", "cinq",     "six",    "sept", "huit",
                                        "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"};
    if (count == 1 && gender == GENDER_FEMININE) return "une";
    if (count < sizeof words / sizeof *words) return words[count];
    const char *figures = arena_printf(arena, "%zu", count);
    return figures ? figures : "";
}

const char *french_name(Arena *arena, const char *name) {
    Phrase phrase;
    bool opened = false;
    size_t columns = 0;
    if (strlen(name) <= FRENCH_NAME_COLUMNS && !strchr(name, '"')) return french_tidy(arena, name);
    phrase_init(&phrase, arena);
    for (const char *at = name; *at; at++) {
        bool starts = ((unsigned char)*at & 0xC0) != 0x80; /* of a character */
        if (starts && columns++ == FRENCH_NAME_COLUMNS) {
            phrase_add(&phrase, "…");
            break;
        }
        if (*at == '"') phrase_add(&phrase, (opened = !opened) ? "“" : "”");
        else phrase_add_bytes(&phrase, at, 1);
    }
    return french_tidy(arena, phrase_text(&phrase));
}

/* Is the text one of these, in the order of their letters, or does it open with it? */
static bool opens_with(const char *text, const char *const *words) {
    while (*words && **words < *text) words++;
    for (; *words && **words == *text; words++)
        if (whole_word(text, *words)) return true;
    return false;
}

const char *french_called(Arena *arena, const char *name) {
    const char *told = french_name(arena, name);
    char noun[NOUN_BYTES], folded[NOUN_BYTES];
    const size_t length = strcspn(told, " "); /* « Fabrique » alone is a name */
    if (told[length] == '\0' || length >= sizeof noun) return told;
    memcpy(noun, told, length);
    noun[length] = '\0';
    text_fold(folded, sizeof folded, noun);
    if (opens_with(folded, feminine_nouns)) return french_the(arena, told, GENDER_FEMININE, false);
    return opens_with(folded, masculine_nouns) ? french_the(arena, told, GENDER_MASCULINE, false) : told;
}
