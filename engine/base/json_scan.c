/* The grammar is a handful of states; each call passes white space, separators and one token. Separators are read with the token
 * that follows them, so that a token's text is exactly [start, at). What people write by habit instead of JSON gets words of its
 * own in `refusals`. */
#include "base/json_scan.h"
#include "base/json_keys.h"
#include "base/json_string.h"
#include "base/number.h"
#include "base/utf8.h"
#include <string.h>

#define QUICK_DIGITS 15   /* that many are exact in a double */
#define QUOTED_KEY_MAX 80 /* bytes of a key that an error repeats */

/* What may come next. */
enum {
    STATE_VALUE,
    STATE_FIRST_VALUE, /* or the end of the array */
    STATE_KEY,
    STATE_FIRST_KEY, /* or the end of the object */
    STATE_COLON,
    STATE_AFTER, /* a comma or the end of what is open; outside everything, the end of the text */
    STATE_FAILED
};

static const char no_memory[] = "mémoire insuffisante";

Status json_scan_init(JsonScanner *scanner, Arena *arena, const char *bytes, size_t length) {
    *scanner = (JsonScanner){.arena = arena};
    scanner->levels = arena_array(arena, JSON_DEPTH_MAX, sizeof *scanner->levels);
    if (!scanner->levels) return STATUS_NO_MEMORY;
    json_scan_restart(scanner, bytes, length);
    return STATUS_OK;
}

void json_scan_restart(JsonScanner *scanner, const char *bytes, size_t length) {
    scanner->bytes = bytes;
    scanner->length = length;
    scanner->at = scanner->start = scanner->line_start = 0;
    scanner->line = 1;
    scanner->text = scanner->error = NULL;
    scanner->is_json = false;
    scanner->notes = NULL;
    scanner->note_count = 0;
    scanner->text_length = scanner->key_count = 0;
    scanner->depth = 0;
    scanner->state = STATE_VALUE;
}

static JsonToken fail(JsonScanner *scanner, const char *error) {
    scanner->error = error;
    scanner->state = STATE_FAILED;
    return JSON_ERROR;
}

/* What the grammar allows and this reader does not. */
static JsonToken fail_beyond(JsonScanner *scanner, const char *error) {
    scanner->is_json = true;
    return fail(scanner, error);
}

bool json_scan_note(JsonScanner *scanner, size_t at, const char *message) {
    if (!scanner->tolerant || !message) return false;
    JsonNote *last = scanner->note_count ? &scanner->notes[scanner->note_count - 1] : NULL;
    bool again = last && last->message == message && last->line == scanner->line;
    if (again || scanner->note_count == JSON_NOTES_MAX) return true;
    if (!last) scanner->notes = arena_new(scanner->arena, JSON_NOTES_MAX * sizeof *scanner->notes);
    if (!scanner->notes) return false;
    int column = (int)(at - scanner->line_start) + 1;
    scanner->notes[scanner->note_count++] = (JsonNote){message, scanner->line, column};
    return true;
}

static size_t pass_any_space(JsonScanner *scanner, size_t at) {
    for (; at < scanner->length; at++) {
        char c = scanner->bytes[at];
        if (c == '\n') {
            scanner->line++;
            scanner->line_start = at + 1;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            break;
        }
    }
    return at;
}

/* Most tokens of compact JSON have no space before them. */
static inline void pass_space(JsonScanner *scanner) {
    size_t at = scanner->at;
    bool none = at < scanner->length && (unsigned char)scanner->bytes[at] > ' ';
    scanner->at = scanner->start = none ? at : pass_any_space(scanner, at);
}

/* The byte at `at`; NUL, which no rule admits, at the end. */
static char current(const JsonScanner *scanner) {
    return scanner->at < scanner->length ? scanner->bytes[scanner->at] : '\0';
}

static JsonLevel *innermost(const JsonScanner *scanner) {
    return &scanner->levels[scanner->depth - 1];
}

/* Says why no value can start here. */
static JsonToken refuse_value(JsonScanner *scanner) {
    static const struct {
        const char *start, *error;
    } refusals[] = {
        {"\xEF\xBB\xBF", "le texte commence par une marque d’ordre des octets (BOM) : enregistrer en UTF-8 sans BOM"},
        {"'", "les textes se mettent entre guillemets droits doubles (\")"},
        {"“", "les textes se mettent entre guillemets droits (\"), non typographiques"},
        {"”", "les textes se mettent entre guillemets droits (\"), non typographiques"},
        {"«", "les textes se mettent entre guillemets droits (\"), non typographiques"},
        {"/", "les commentaires ne sont pas admis en JSON"},
        {"#", "les commentaires ne sont pas admis en JSON"},
        {"+", "un nombre s’écrit sans signe plus"},
        {".", "un nombre s’écrit avec un chiffre avant le point : 0.5"},
        {"NaN", "« NaN » n’est pas une valeur de JSON : pour dire inconnu, écrire null"},
        {"Infinity", "« Infinity » n’est pas une valeur de JSON"},
        {"None", "« None » n’est pas une valeur de JSON : écrire null"},
        {"True", "« True » n’est pas une valeur de JSON : écrire true"},
        {"False", "« False » n’est pas une valeur de JSON : écrire false"},
        {"oui", "« oui » n’est pas une valeur de JSON : écrire true"},
        {"non", "« non » n’est pas une valeur de JSON : écrire false"},
        {",", "il manque une valeur avant cette virgule"},
        {"]", "il manque une valeur avant « ] » (une virgule de trop ?)"},
        {"}", "il manque une valeur avant « } »"},
    };
    const char *here = scanner->bytes + scanner->at;
    size_t left = scanner->length - scanner->at;
    if (left == 0) return fail(scanner, scanner->depth ? "le texte s’arrête avant sa fin" : "le texte est vide");
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        size_t length = strlen(refusals[i].start);
        if (left >= length && memcmp(here, refusals[i].start, length) == 0) return fail(scanner, refusals[i].error);
    }
    if (utf8_character(here, left) == 0) return fail(scanner, "octet qui n’est pas de l’UTF-8 : enregistrer le fichier en UTF-8");
    return fail(scanner,
                "ceci n’est pas une valeur : attendu un texte entre guillemets, un nombre, true, false, null, « { » ou « [ »");
}

static JsonToken read_literal(JsonScanner *scanner, const char *word, size_t length, JsonToken token) {
    if (scanner->length - scanner->at < length || memcmp(scanner->bytes + scanner->at, word, length) != 0)
        return refuse_value(scanner);
    scanner->at += length;
    scanner->state = STATE_AFTER;
    return token;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool in_number(char c) {
    return is_digit(c) || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

/* A short integer, the usual number. False, with nothing changed, when it is something else. */
static bool read_quick_integer(JsonScanner *scanner) {
    const char *bytes = scanner->bytes, *end = bytes + scanner->length, *at = bytes + scanner->at;
    bool negative = *at == '-';
    const char *first = at += negative;
    int64_t value = 0;
    while (at < end && is_digit(*at) && at - first < QUICK_DIGITS) value = value * 10 + (*at++ - '0');
    if (at == first || (at < end && in_number(*at)) || (*first == '0' && at - first > 1)) return false;
    scanner->number = (double)(negative ? -value : value);
    scanner->number_is_integer = true;
    scanner->number_state = NUMBER_OK;
    scanner->at = (size_t)(at - bytes);
    return true;
}

static const char *why_no_number(const char *text, size_t length) {
    size_t sign = *text == '-';
    if (length > sign + 1 && text[sign] == '0' && is_digit(text[sign + 1]))
        return "un nombre ne commence pas par un zéro inutile (un code se met entre guillemets : \"01\")";
    return "nombre mal écrit : attendu 12, -3, 0.5 ou 1.2e6";
}

static JsonToken read_number(JsonScanner *scanner) {
    scanner->state = STATE_AFTER;
    if (read_quick_integer(scanner)) return JSON_NUMBER;
    const char *text = scanner->bytes + scanner->at;
    size_t length = 0, left = scanner->length - scanner->at;
    while (length < left && in_number(text[length])) length++;
    scanner->number_is_integer = false;
    scanner->number_state = (int)number_read_whole(text, length, &scanner->number, &scanner->number_is_integer);
    if (scanner->number_state == NUMBER_NOT_A_NUMBER) return fail(scanner, why_no_number(text, length));
    scanner->at += length;
    return JSON_NUMBER;
}

static JsonToken open_level(JsonScanner *scanner, bool object) {
    if (scanner->depth == JSON_DEPTH_MAX) return fail_beyond(scanner, "trop d’imbrications : 64 niveaux au plus");
    scanner->depth++;
    json_keys_open(scanner, innermost(scanner), object);
    scanner->at++;
    scanner->state = object ? STATE_FIRST_KEY : STATE_FIRST_VALUE;
    return object ? JSON_OBJECT : JSON_ARRAY;
}

static JsonToken close_level(JsonScanner *scanner) {
    const JsonLevel *level = innermost(scanner);
    json_keys_close(scanner, level);
    scanner->depth--;
    scanner->at++;
    scanner->state = STATE_AFTER;
    return level->object ? JSON_OBJECT_END : JSON_ARRAY_END;
}

static JsonToken read_value(JsonScanner *scanner) {
    char c = current(scanner);
    switch (c) {
    case '"':
        if (!json_string_read(scanner)) return fail(scanner, scanner->error);
        scanner->state = STATE_AFTER;
        return JSON_STRING;
    case '{':
    case '[': return open_level(scanner, c == '{');
    case 't': return read_literal(scanner, "true", 4, JSON_TRUE);
    case 'f': return read_literal(scanner, "false", 5, JSON_FALSE);
    case 'n': return read_literal(scanner, "null", 4, JSON_NULL);
    default: return c == '-' || is_digit(c) ? read_number(scanner) : refuse_value(scanner);
    }
}

static JsonToken refuse_key(JsonScanner *scanner) {
    char c = current(scanner);
    if (scanner->at == scanner->length) return fail(scanner, "le texte s’arrête avant la fin de cet objet : il manque « } »");
    if (c == '}') return fail(scanner, "virgule de trop avant « } »");
    if (is_digit(c)) return fail(scanner, "une clé se met entre guillemets ; un nombre décimal s’écrit avec un point : 1.5");
    return fail(scanner, "une clé se met entre guillemets droits doubles (\")");
}

/* True if the scan may go on. */
static bool note_twice(JsonScanner *scanner) {
    size_t length = scanner->text_length;
    if (length > QUOTED_KEY_MAX) length = utf8_cut(scanner->text, QUOTED_KEY_MAX);
    char shown[QUOTED_KEY_MAX];
    length = utf8_shown(shown, scanner->text, length);
    const char *error = arena_printf(scanner->arena, "la clé « %.*s » est écrite deux fois dans le même objet", (int)length, shown);
    if (json_scan_note(scanner, scanner->start, error)) return true;
    fail_beyond(scanner, error ? error : no_memory);
    return false;
}

static JsonToken read_key(JsonScanner *scanner) {
    if (current(scanner) != '"') return refuse_key(scanner);
    if (!json_string_read(scanner)) return fail(scanner, scanner->error);
    switch (json_keys_add(scanner, innermost(scanner))) {
    case JSON_KEY_TWICE:
        if (!note_twice(scanner)) return JSON_ERROR;
        break;
    case JSON_KEY_TOO_MANY: return fail_beyond(scanner, "trop de clés dans un objet : 4 096 au plus");
    case JSON_KEY_NO_MEMORY: return fail(scanner, no_memory);
    case JSON_KEY_NEW: break;
    }
    scanner->state = STATE_COLON;
    return JSON_KEY;
}

static JsonToken read_after(JsonScanner *scanner) {
    bool ended = scanner->at == scanner->length;
    if (scanner->depth == 0) return ended ? JSON_END : fail(scanner, "il y a du texte après la fin de la valeur");
    bool object = innermost(scanner)->object;
    char c = current(scanner);
    if (c == (object ? '}' : ']')) return close_level(scanner);
    if (c == ',') {
        scanner->at++;
        scanner->state = object ? STATE_KEY : STATE_VALUE;
        pass_space(scanner);
        return object ? read_key(scanner) : read_value(scanner);
    }
    if (ended)
        return fail(scanner, object ? "le texte s’arrête avant la fin de cet objet : il manque « } »"
                                    : "le texte s’arrête avant la fin de cette liste : il manque « ] »");
    return fail(scanner, object ? "attendu une virgule ou « } »" : "attendu une virgule ou « ] »");
}

static JsonToken read_after_key(JsonScanner *scanner) {
    if (current(scanner) != ':') return fail(scanner, "attendu « : » après la clé");
    scanner->at++;
    pass_space(scanner);
    return read_value(scanner);
}

JsonToken json_scan_next(JsonScanner *scanner) {
    if (scanner->state == STATE_FAILED) return JSON_ERROR;
    pass_space(scanner);
    switch (scanner->state) {
    case STATE_AFTER: return read_after(scanner);
    case STATE_COLON: return read_after_key(scanner);
    case STATE_FIRST_KEY: return current(scanner) == '}' ? close_level(scanner) : read_key(scanner);
    case STATE_FIRST_VALUE: return current(scanner) == ']' ? close_level(scanner) : read_value(scanner);
    default: return read_value(scanner);
    }
}

bool json_scan_skip(JsonScanner *scanner, JsonToken first) {
    if (first == JSON_ERROR) return false;
    if (first != JSON_OBJECT && first != JSON_ARRAY) return true;
    int outside = scanner->depth - 1;
    while (scanner->depth > outside)
        if (json_scan_next(scanner) == JSON_ERROR) return false;
    return true;
}
