/* Lua says where it gave up, which is often far from the slip, and never what was meant. Inside brackets two values side by side
 * are never right, nor is a character beyond ASCII: so the first such pair is what to mend, and its two tokens tell what was meant.
 * A bracket left open is seen by the indentation: the first line that does not stand deeper than the one that opens it. What stands
 * in functions is left to Lua. */
#include "rules/mistakes.h"
#include "base/utf8.h"
#include "rules/limits.h"
#include "rules/syntax.h"
#include "rules/tokens.h"

#include <stdio.h>
#include <string.h>

#define SHOWN_MAX 48 /* bytes of the source in a message */

typedef struct Open {
    char bracket;
    bool called; /* by what stands before it */
    const char *at;
    int line, indent;
} Open;

typedef struct Scan {
    const char *start, *end;
    Token last;
    bool callable; /* the value that ends with `last` */
    Open open[SOURCE_DEPTH_MAX + 1];
    int depth;
    Open unclosed; /* by the indentation; line 0: none */
    Mistake *found;
    bool done;
} Scan;

static bool is(const Token *token, const char *text) {
    return token->length == strlen(text) && memcmp(token->bytes, text, token->length) == 0;
}

static bool one_of(const Token *token, const char *const *names) {
    while (*names && !is(token, *names)) names++;
    return *names != NULL;
}

static const char *shown(char out[SHOWN_MAX], const char *bytes, size_t length) {
    syntax_clean(out, SHOWN_MAX, bytes, length);
    return out;
}

static bool tell(Scan *scan, const char *at, const char *message, const char *advice) {
    scan->found->at = position_in(scan->start, at);
    snprintf(scan->found->message, MISTAKE_TEXT_MAX, "%s", message);
    snprintf(scan->found->advice, MISTAKE_TEXT_MAX, "%s", advice);
    scan->done = true;
    return true;
}

/* Two values side by side. */

static bool ends_value(const Token *token) {
    static const char *const words[] = {"and", "or",  "not", "local", "return", "if",    "then", "else", "elseif",
                                        "do",  "for", "in",  "while", "repeat", "until", "goto", NULL};
    if (token->kind == TOKEN_NAME) return !one_of(token, words);
    return token->kind == TOKEN_TEXT || token->kind == TOKEN_NUMBER || token->sign == '}' || token->sign == ')';
}

/* Could `token`, after a value, be no part of it? A text or a table after a name or a call is its argument. */
static bool stands_apart(const Scan *scan, const Token *token) {
    static const char *const words[] = {"and", "or", "then", "do", "end", "in", "else", "elseif", "until", NULL};
    if (token->kind == TOKEN_NAME) return !one_of(token, words);
    if (token->kind == TOKEN_NUMBER) return true;
    return (token->kind == TOKEN_TEXT || token->sign == '{') && !scan->callable;
}

static bool equals_follows(const Scan *scan, const Token *token) {
    const char *at = token->bytes + token->length;
    while (at < scan->end && (*at == ' ' || *at == '\t')) at++;
    return at < scan->end && *at == '=' && !(at + 1 < scan->end && at[1] == '=');
}

/* « 1 500 000 » */
static bool tell_spaced_number(Scan *scan, const Token *last) {
    char digits[SHOWN_MAX], advice[MISTAKE_TEXT_MAX];
    size_t count = 0;
    for (const char *at = last->bytes; at < scan->end && count + 1 < sizeof digits; at++) {
        if (*at >= '0' && *at <= '9') digits[count++] = *at;
        else if (*at != ' ') break;
    }
    digits[count] = '\0';
    snprintf(advice, sizeof advice, "écrire %s", digits);
    return tell(scan, last->bytes, "un nombre s’écrit d’un trait, sans espace", advice);
}

/* « 3 ans », « 1500 euros » */
static bool tell_unit(Scan *scan, const Token *last, const Token *token) {
    static const char *const years[] = {"an", "ans", "annee", "annees", NULL}, *const days[] = {"jour", "jours", NULL};
    char number[SHOWN_MAX], advice[MISTAKE_TEXT_MAX];
    shown(number, last->bytes, last->length);
    const char *word = one_of(token, years) ? "ans" : is(token, "mois") ? "mois" : one_of(token, days) ? "jours" : NULL;
    if (!word) {
        snprintf(advice, sizeof advice, "écrire %s", number);
        return tell(scan, last->bytes, "un nombre s’écrit sans unité : celle du fait est connue", advice);
    }
    snprintf(advice, sizeof advice, "écrire %s(%s)", word, number);
    return tell(scan, last->bytes, "une durée s’écrit avec des parenthèses", advice);
}

/* `non critere { … }`: what follows is called. */
static bool opens_after(const Scan *scan, const Token *token) {
    const char *at = token->bytes + token->length;
    while (at < scan->end && *at == ' ') at++;
    return at < scan->end && (*at == '{' || *at == '"' || *at == '(');
}

static bool tell_bare_name(Scan *scan, const Token *last, const Token *token) {
    char word[SHOWN_MAX], name[SHOWN_MAX], message[MISTAKE_TEXT_MAX], advice[MISTAKE_TEXT_MAX];
    shown(word, last->bytes, last->length);
    shown(name, token->bytes, token->length);
    if (opens_after(scan, token)) {
        snprintf(message, sizeof message, "« %s » attend une table", word);
        snprintf(advice, sizeof advice, "écrire %s { %s … }", word, name);
        return tell(scan, token->bytes, message, advice);
    }
    snprintf(message, sizeof message, "« %s » n’est pas entre guillemets", name);
    snprintf(advice, sizeof advice, "écrire %s \"%s\"", word, name);
    return tell(scan, token->bytes, message, advice);
}

/* `"association" ou "fondation"` */
static bool tell_link(Scan *scan, const Token *token) {
    if (is(token, "ou"))
        return tell(scan, token->bytes, "« ou » ne relie pas deux valeurs",
                    "des valeurs : parmi = { \"a\", \"b\" } ; des conditions : au_moins_un { …, … }");
    return tell(scan, token->bytes, "« et » ne relie pas deux valeurs",
                "des valeurs : une liste { \"a\", \"b\" } ; des conditions : tous { …, … }");
}

static bool tell_comma(Scan *scan, const Token *last, const Token *token) {
    if (is(token, "ou") || is(token, "et")) return tell_link(scan, token);
    char before[SHOWN_MAX], after[SHOWN_MAX], message[MISTAKE_TEXT_MAX];
    shown(before, last->bytes, last->length);
    shown(after, token->bytes, token->length);
    if (last->line < token->line)
        snprintf(message, sizeof message, "une virgule manque à la fin de cette ligne, avant « %s » (ligne %d)", after,
                 token->line);
    else snprintf(message, sizeof message, "une virgule manque entre %s et %s", before, after);
    return tell(scan, last->bytes + last->length, message, "séparer par des virgules ce que contient une table : { a, b }");
}

static bool check_pair(Scan *scan, const Token *last, const Token *token) {
    if (scan->depth == 0 || !ends_value(last) || !stands_apart(scan, token)) return false;
    bool key = token->kind == TOKEN_NAME && equals_follows(scan, token), same_line = last->line == token->line;
    bool glued = last->bytes + last->length == token->bytes;
    if (last->kind == TOKEN_NUMBER && token->kind == TOKEN_NUMBER && same_line) return tell_spaced_number(scan, last);
    if (last->kind == TOKEN_NUMBER && token->kind == TOKEN_NAME && !key && same_line) return tell_unit(scan, last, token);
    if (last->kind == TOKEN_TEXT && glued)
        return tell(scan, last->bytes, "un guillemet droit ferme le texte avant sa fin",
                    "à l’intérieur d’un texte, citer avec « … »");
    if (last->kind == TOKEN_NAME && token->kind == TOKEN_NAME && !key && same_line) return tell_bare_name(scan, last, token);
    return tell_comma(scan, last, token);
}

/* Characters beyond ASCII. */

/* The word around `at`, made of letters of any alphabet, digits and « _ ». */
static size_t word_around(const Scan *scan, const char *at, const char **first) {
    const char *to = at;
    *first = scan->last.kind == TOKEN_NAME && scan->last.bytes + scan->last.length == at ? scan->last.bytes : at;
    while (to < scan->end) {
        unsigned char c = (unsigned char)*to;
        bool letter = c == 0xC3 || c == 0xC5, ascii = c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
        if (!letter && !ascii) break;
        to += letter ? 2 : 1;
    }
    return to > scan->end ? 0 : (size_t)(to - *first);
}

static bool tell_accent(Scan *scan, const Token *token) {
    unsigned char lead = (unsigned char)token->bytes[0];
    if (lead != 0xC3 && lead != 0xC5) return false;
    char word[SHOWN_MAX], plain[SHOWN_MAX], message[MISTAKE_TEXT_MAX], advice[MISTAKE_TEXT_MAX];
    const char *first;
    size_t length = word_around(scan, token->bytes, &first);
    if (length == 0 || length >= SHOWN_MAX) return false;
    text_fold(plain, sizeof plain, shown(word, first, length));
    for (char *at = plain; *at; at++)
        if (*at == ' ') *at = '_';
    snprintf(message, sizeof message, "« %s » : un nom s’écrit sans accent", word);
    snprintf(advice, sizeof advice, "écrire %s", plain);
    return tell(scan, token->bytes, message, advice);
}

static bool check_foreign(Scan *scan, const Token *token) {
    static const struct {
        const char *sign, *message, *advice;
    } signs[] = {
        {"«", "les guillemets « » n’ouvrent pas un texte", "mettre le texte entre guillemets droits : \"…\""},
        {"“", "les guillemets courbes n’ouvrent pas un texte", "mettre le texte entre guillemets droits : \"…\""},
        {"”", "les guillemets courbes n’ouvrent pas un texte", "mettre le texte entre guillemets droits : \"…\""},
        {"…", "« … » n’est pas entre guillemets", "finir une liste ouverte par \"…\" ; ailleurs, écrire ce qui manque"},
        {"≥", "« ≥ » ne fait pas un critère", "écrire au_moins = …"},
        {"≤", "« ≤ » ne fait pas un critère", "écrire au_plus = …"},
        {"€", "un montant s’écrit sans unité", "retirer « € » ; dans une durée ou un coût : unite = \"€\""},
        {"\u00A0", "une espace insécable se cache ici", "la remplacer par une espace ordinaire"},
        {"\u202F", "une espace insécable se cache ici", "la remplacer par une espace ordinaire"},
    };
    size_t left = (size_t)(scan->end - token->bytes);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].sign);
        if (length <= left && memcmp(token->bytes, signs[i].sign, length) == 0)
            return tell(scan, token->bytes, signs[i].message, signs[i].advice);
    }
    return tell_accent(scan, token) ||
           tell(scan, token->bytes, "ce signe n’a de sens que dans un texte", "le mettre entre guillemets, ou le retirer");
}

/* Signs of other languages. */

static bool first_of_line(const Scan *scan, const Token *token, int *indent) {
    const char *at = token->bytes;
    while (at > scan->start && (at[-1] == ' ' || at[-1] == '\t')) at--;
    *indent = (int)(token->bytes - at);
    return at == scan->start || at[-1] == '\n';
}

static bool letter_follows(const Scan *scan, const Token *token) {
    const char *at = token->bytes + token->length;
    while (at < scan->end && *at == ' ') at++;
    return at < scan->end && ((*at | 32) >= 'a' && (*at | 32) <= 'z');
}

static bool digit_follows(const Scan *scan, const Token *token) {
    const char *at = token->bytes + token->length;
    while (at < scan->end && *at == ' ') at++;
    return at < scan->end && *at >= '0' && *at <= '9';
}

static bool check_sign(Scan *scan, const Token *token) {
    int indent;
    bool values = scan->depth > 0 && (scan->last.sign == '=' || scan->last.sign == ',' || scan->last.sign == '{');
    if ((is(token, "//") || token->sign == '#') && first_of_line(scan, token, &indent))
        return tell(scan, token->bytes, "un commentaire ne commence pas ainsi", "écrire -- devant un commentaire");
    if (token->sign == ',' && scan->depth > 0 && (scan->last.sign == ',' || scan->last.sign == '{'))
        return tell(scan, token->bytes, "une virgule est de trop", "n’en garder qu’une entre deux éléments");
    if (token->sign == '%' && scan->last.kind == TOKEN_NUMBER && !digit_follows(scan, token))
        return tell(scan, token->bytes, "un pourcentage s’écrit sans signe", "retirer « % »");
    if ((token->sign == '}' || token->sign == ')') && scan->depth == 0)
        return tell(scan, token->bytes, "ce signe ferme ce qui n’est pas ouvert", "le retirer, ou ouvrir plus haut ce qu’il ferme");
    if (token->sign == '[' && values && scan->last.sign == '=')
        return tell(scan, token->bytes, "une liste ne s’écrit pas entre crochets", "écrire { \"a\", \"b\" }");
    if (token->sign == ':' && scan->depth > 0 && scan->last.kind == TOKEN_NAME && !letter_follows(scan, token))
        return tell(scan, token->bytes, "une clé n’est pas suivie de « : »", "écrire clé = valeur");
    if (token->sign == '=' && scan->depth > 0 && scan->open[scan->depth].bracket == '(')
        return tell(scan, token->bytes, "des clés ne vont pas entre parenthèses", "écrire mot { clé = valeur }");
    return false;
}

/* Brackets. */

static void watch_indentation(Scan *scan, const Token *token) {
    const Open *open = &scan->open[scan->depth];
    int indent;
    if (scan->depth == 0 || scan->unclosed.line > 0 || open->line == token->line || !first_of_line(scan, token, &indent)) return;
    if (indent <= open->indent) scan->unclosed = *open;
}

static void open_bracket(Scan *scan, const Token *token) {
    const char *line = token->bytes;
    while (line > scan->start && line[-1] != '\n') line--;
    Open open = {token->bytes[0], ends_value(&scan->last) && scan->callable, token->bytes, token->line, (int)strspn(line, " \t")};
    if (scan->depth < SOURCE_DEPTH_MAX) scan->open[++scan->depth] = open;
    else scan->done = true;
}

/* What can be called: a name, a call, what stands in parentheses; a text or a table only as the argument of a call. */
static void follow_brackets(Scan *scan, const Token *token) {
    bool called = ends_value(&scan->last) && scan->callable;
    switch (token->sign) {
    case '}':
    case ')':
    case ']':
        scan->callable = token->sign != '}' || scan->open[scan->depth].called;
        scan->depth -= scan->depth > 0;
        break;
    case '{':
    case '(':
    case '[': open_bracket(scan, token); break;
    default:
        watch_indentation(scan, token);
        scan->callable = token->kind == TOKEN_NAME || (token->kind == TOKEN_TEXT && called);
        break;
    }
}

static bool see(void *context, const Token *token) {
    Scan *scan = context;
    bool cut = token->kind == TOKEN_TEXT && token->bytes[0] != '[' &&
               (token->length < 2 || token->bytes[token->length - 1] != token->bytes[0]);
    if (cut || is(token, "function")) { /* Lua says well that a text is never closed */
        scan->done = true;
        return false;
    }
    bool found = ((unsigned char)token->bytes[0] >= 0x80 && check_foreign(scan, token)) || check_pair(scan, &scan->last, token) ||
                 (token->kind == TOKEN_SYMBOL && check_sign(scan, token));
    if (found) return false;
    follow_brackets(scan, token);
    scan->last = *token;
    return !scan->done;
}

bool mistakes_find(const char *bytes, size_t length, Mistake *found) {
    Scan scan = {.start = bytes, .end = bytes + length, .found = found};
    *found = (Mistake){0};
    tokens_walk(bytes, length, see, &scan);
    if (!scan.done && scan.depth > 0 && scan.unclosed.line > 0) {
        char message[MISTAKE_TEXT_MAX];
        snprintf(message, sizeof message, "« %c » est ouvert sur cette ligne et paraît n’être jamais fermé", scan.unclosed.bracket);
        tell(&scan, scan.unclosed.at, message, "le fermer là où finit ce qu’il ouvre");
    }
    return found->at.line > 0;
}
