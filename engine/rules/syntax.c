/* Lua's messages are matched against patterns in which each `*` takes a stretch of text, and said again from a French template in
 * which $1, $2… stand for these stretches, themselves translated where they are Lua's own words. The first pattern that fits wins;
 * without any, the message goes through unchanged, since it may be the author's own. */
#include "rules/syntax.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STRETCHES_MAX 4
#define STRETCH_MAX 160

typedef struct Phrase {
    const char *lua, *french;
} Phrase;

static const Phrase phrases[] = {
    /* The compiler. */
    {"'*' expected (to close '*' at line *) near *", "$2 ouvert ligne $3 n’est pas fermé : $1 manque avant $4"},
    {"'*' expected near *", "$1 manque avant $2"},
    {"'=' or 'in' expected near *", "« = » ou « in » manque avant $1"},
    {"<eof> expected near *", "$1 est de trop : le fichier devrait finir avant"},
    {"<name> or '...' expected near *", "un nom de paramètre est attendu avant $1"},
    {"<name> expected near *", "un nom est attendu avant $1"},
    {"unexpected symbol near <eof>", "le fichier finit trop tôt : une accolade ou une parenthèse n’est pas fermée"},
    {"unexpected symbol near *", "$1 n’a pas de sens ici"},
    {"syntax error near *", "cette ligne n’est pas une instruction (près de $1)"},
    {"function arguments expected near *", "des arguments sont attendus avant $1"},
    {"unfinished string near *", "ce texte n’est pas fermé : un guillemet manque après $1"},
    {"unfinished long string (starting at line *) near *", "le texte ouvert par « [[ » ligne $1 n’est pas fermé"},
    {"unfinished long comment (starting at line *) near *", "le commentaire ouvert ligne $1 n’est pas fermé"},
    {"unfinished long *", "un texte ou un commentaire long n’est pas fermé"},
    {"malformed number near *", "$1 n’est pas un nombre"},
    {"invalid escape sequence near *",
     "la séquence $1 n’existe pas dans un texte : pour une barre oblique inverse, écrivez « \\\\ »"},
    {"invalid escape sequence *", "la séquence $1 n’existe pas dans un texte : pour une barre oblique inverse, écrivez « \\\\ »"},
    {"hexadecimal digit expected near *", "un chiffre hexadécimal est attendu près de $1"},
    {"decimal escape too large near *", "la séquence $1 dépasse 255"},
    {"missing '*' in \\u{xxxx} near *", "il manque $1 dans la séquence $2"},
    {"UTF-8 value too large near *", "la séquence $1 ne désigne aucun caractère"},
    {"invalid long string delimiter near *", "$1 n’ouvre pas un texte"},
    {"cannot use '...' outside a vararg function near *", "« ... » n’a de sens que dans une fonction qui le déclare"},
    {"attempt to assign to const variable *", "$1 est une constante : elle ne change pas"},
    {"unknown attribute *", "l’attribut $1 n’existe pas"},
    {"multiple to-be-closed variables in local list*", "une seule variable peut être fermée"},
    {"too many * (limit is *) in * near *", "trop de $1 (au plus $2) : répartissez-les dans des tables ou des fonctions"},
    {"function or expression needs too many registers*", "cette expression est trop longue : répartissez-la en plusieurs"},
    {"control structure too long*", "cette structure est trop longue"},
    {"break outside loop at line *", "« break » hors d’une boucle (ligne $1)"},
    {"break outside a loop at line * near *", "« break » hors d’une boucle (ligne $1)"},
    {"no visible label * for <goto> at line *", "l’étiquette $1 n’existe pas"},
    {"<goto *> at line * jumps into the scope of local *", "« goto $1 » saute par-dessus la déclaration de $3"},
    {"label * already defined on line *", "l’étiquette $1 est déjà définie ligne $2"},
    {"lexical element too long near *", "ce texte ou ce nom est trop long"},
    {"chunk has too many *", "le fichier a trop de niveaux emboîtés"},
    {"attempt to load a binary chunk*", "ce fichier est du Lua compilé : seul le texte est lu"},
    /* The running script. */
    {"C stack overflow*", "trop de niveaux emboîtés"},
    {"stack overflow*", "trop d’appels emboîtés"},
    {"error in error handling", "une erreur est survenue dans une erreur"},
    {"attempt to call a * value (*)", "$2 est $1 : on ne peut pas l’appeler"},
    {"attempt to call a * value", "on ne peut pas appeler $1"},
    {"attempt to index a * value (*)", "$2 est $1 : on ne peut pas y lire un champ"},
    {"attempt to index a * value", "on ne peut pas lire un champ dans $1"},
    {"attempt to perform arithmetic on a * value (*)", "$2 est $1 : on ne peut pas calculer avec"},
    {"attempt to perform arithmetic on a * value", "on ne peut pas calculer avec $1"},
    {"attempt to perform bitwise operation on a * value*", "on ne peut pas calculer avec $1"},
    {"attempt to concatenate a * value (*)", "$2 est $1 : on ne peut pas le joindre à un texte par « .. »"},
    {"attempt to concatenate a * value", "on ne peut pas joindre $1 à un texte par « .. »"},
    {"attempt to compare two * values", "on ne peut pas comparer deux valeurs de ce genre : $1"},
    {"attempt to compare * with *", "on ne peut pas comparer $1 et $2"},
    {"attempt to get length of a * value (*)", "$2 est $1 : cela n’a pas de longueur"},
    {"attempt to get length of a * value", "$1 n’a pas de longueur"},
    {"attempt to perform 'n//0'", "division entière par zéro"},
    {"attempt to divide by zero", "division entière par zéro"},
    {"attempt to perform 'n%0'", "reste d’une division par zéro"},
    {"attempt to perform 'n%%0'", "reste d’une division par zéro"},
    {"number has no integer representation", "ce nombre n’est pas entier"},
    {"number* has no integer representation", "ce nombre n’est pas entier"},
    {"string length overflow", "ce texte est trop long"},
    {"table index is nil", "la clé d’une table ne peut pas être « nil »"},
    {"table index is NaN", "la clé d’une table doit être un vrai nombre"},
    {"table overflow", "cette table est trop grande"},
    {"'for' initial value must be a number", "une boucle « for » commence par un nombre"},
    {"'for' limit must be a number", "une boucle « for » finit par un nombre"},
    {"'for' step must be a number", "une boucle « for » avance d’un nombre"},
    {"bad 'for' * (number expected, got *)", "une boucle « for » compte avec des nombres, pas avec $2"},
    {"'for' step is zero", "une boucle « for » ne peut pas avancer de zéro"},
    {"'for' iterator * is not callable", "« for … in » attend pairs(…) ou ipairs(…)"},
    {"bad argument #* to * (* expected, got *)", "l’argument $1 de $2 doit être $3, pas $4"},
    {"bad argument #* to * (value expected)", "l’argument $1 de $2 manque"},
    {"bad argument #* to * (no value)", "l’argument $1 de $2 manque"},
    {"bad argument #* to * (*)", "l’argument $1 de $2 ne convient pas"},
    {"calling * on bad self*", "$1 est appelé sur une valeur qui ne convient pas"},
    {"too many results to unpack", "trop de valeurs à la fois"},
    {"not enough memory", "plus de mémoire disponible"},
};

static const Phrase words[] = {
    {"nil", "vide (nil)"},
    {"boolean", "un booléen"},
    {"number", "un nombre"},
    {"string", "un texte"},
    {"table", "une table"},
    {"function", "une fonction"},
    {"userdata", "un objet"},
    {"no value", "rien"},
    {"<eof>", "la fin du fichier"},
    {"<name>", "un nom"},
    {"local variables", "variables locales"},
    {"upvalues", "variables captées"},
    {"C levels", "niveaux emboîtés"},
};

/* What stands before a quoted name: « local 'x' », « field 'x' »… */
static const Phrase places[] = {
    {"local '*'", "la variable « $1 »"},
    {"upvalue '*'", "la variable « $1 »"},
    {"field '*'", "le champ « $1 »"},
    {"method '*'", "la méthode « $1 »"},
    {"global '*'", "« $1 »"},
    {"constant '*'", "le texte « $1 »"},
    {"metamethod '*'", "l’opération « $1 »"},
    {"for iterator '*'", "« for … in »"},
    {"'*'", "« $1 »"},
};

typedef struct Stretch {
    const char *bytes;
    size_t length;
} Stretch;

/* Takes `text` apart by `pattern`; every `*` is the shortest stretch that lets the rest fit. */
static bool match(const char *pattern, const char *text, Stretch *stretches, size_t count) {
    for (; *pattern && *pattern != '*'; pattern++, text++)
        if (*pattern != *text) return false;
    if (!*pattern) return *text == '\0';
    if (count == STRETCHES_MAX) return false;
    for (const char *end = text;; end++) {
        stretches[count] = (Stretch){text, (size_t)(end - text)};
        if (match(pattern + 1, end, stretches, count + 1)) return true;
        if (!*end) return false;
    }
}

static void append(char *out, size_t size, const char *bytes, size_t length) {
    size_t used = strlen(out);
    if (used + length >= size) length = size - used - 1;
    memcpy(out + used, bytes, length);
    out[used + length] = '\0';
}

static void fill(char *out, size_t size, const char *format, const Stretch *stretches, void (*say)(char *, size_t, Stretch)) {
    for (; *format; format++) {
        if (format[0] != '$') append(out, size, format, 1);
        else say(out, size, stretches[*++format - '1']);
    }
}

static void say_plainly(char *out, size_t size, Stretch stretch) {
    append(out, size, stretch.bytes, stretch.length);
}

/* A type, a place or a token as French. */
static void say_word(char *out, size_t size, Stretch stretch) {
    char word[STRETCH_MAX];
    Stretch parts[STRETCHES_MAX] = {{0}};
    snprintf(word, sizeof(word), "%.*s", (int)stretch.length, stretch.bytes);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcmp(words[i].lua, word) == 0) {
            append(out, size, words[i].french, strlen(words[i].french));
            return;
        }
    }
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        if (match(places[i].lua, word, parts, 0)) {
            fill(out, size, places[i].french, parts, say_plainly);
            return;
        }
    }
    bool number = strspn(word, "0123456789") == strlen(word);
    if (!number) append(out, size, "« ", strlen("« "));
    append(out, size, word, strlen(word));
    if (!number) append(out, size, " »", strlen(" »"));
}

/* "r:12: rest" → 12, with `*message` moved to the rest. */
static int take_line(const char **message) {
    if (strncmp(*message, "r:", 2) != 0) return 0;
    char *end;
    long line = strtol(*message + 2, &end, 10);
    if (end == *message + 2 || strncmp(end, ": ", 2) != 0) return 0;
    *message = end + 2;
    return (int)line;
}

int syntax_french(char out[SYNTAX_MESSAGE_MAX], const char *message) {
    char raw[SYNTAX_MESSAGE_MAX] = "", said[SYNTAX_MESSAGE_MAX] = "";
    Stretch stretches[STRETCHES_MAX] = {{0}};
    int line = take_line(&message);
    syntax_clean(raw, sizeof(raw), message, strlen(message));
    size_t i = 0;
    while (i < sizeof(phrases) / sizeof(phrases[0]) && !match(phrases[i].lua, raw, stretches, 0)) i++;
    if (i < sizeof(phrases) / sizeof(phrases[0])) fill(said, sizeof(said), phrases[i].french, stretches, say_word);
    const char *result = said[0] ? said : raw;
    syntax_clean(out, SYNTAX_MESSAGE_MAX, result, strlen(result));
    return line;
}

bool syntax_command(const char *at) {
    unsigned char first = (unsigned char)at[0];
    if (first < 0x80) return (first < 0x20 && first != '\t' && first != '\n') || first == 0x7F;
    unsigned char second = (unsigned char)at[1];
    if (first == 0xC2) return second < 0xA0;
    if (first != 0xE2 || second > 0x81) return false;
    unsigned char third = (unsigned char)at[2];
    return second == 0x80 ? third >= 0xAA && third <= 0xAE : third >= 0xA6 && third <= 0xA9;
}

/* The length of the valid character at `bytes` that may be shown, or 0. */
static size_t character(const char *bytes, size_t length) {
    size_t size = 1;
    unsigned char first = (unsigned char)bytes[0];
    if (first >= 0xF0) size = 4;
    else if (first >= 0xE0) size = 3;
    else if (first >= 0xC0) size = 2;
    if (size > length || !utf8_valid(bytes, size)) return 0;
    return first < 0x20 || syntax_command(bytes) ? 0 : size;
}

void syntax_clean(char *out, size_t size, const char *text, size_t length) {
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        size_t taken = character(text + at, length - at);
        if (used + (taken ? taken : 1) >= size) break;
        if (taken) memcpy(out + used, text + at, taken);
        else out[used] = text[at] == '\n' || text[at] == '\t' ? ' ' : '?';
        used += taken ? taken : 1;
        at += taken ? taken : 1;
    }
    out[used] = '\0';
}
