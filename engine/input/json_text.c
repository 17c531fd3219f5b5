/* Brackets are matched, strings passed over. A string ends at the end of its line at the latest; a bracket of the wrong kind, or an
 * object where only a key can stand, belongs to what comes after: so a structure that was left open does not swallow the others. */
#include "input/json_text.h"

#include <string.h>

#define NESTING_MAX 128 /* deeper values are refused by the scanner anyway: only their brackets are counted */

typedef struct Walk {
    const CsvForm *form;
    const char *bytes;
    size_t length, at, unit;
    size_t comma;      /* the last one passed */
    unsigned previous; /* the last significant unit */
    size_t depth;
    bool objects[NESTING_MAX];
} Walk;

static bool over(const Walk *walk) {
    return walk->at > walk->length || walk->length - walk->at < walk->unit;
}

static unsigned here(const Walk *walk) {
    return encoding_at(walk->form->encoding, walk->bytes, walk->at);
}

static bool is_space(unsigned unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
}

/* From the opening quote to behind the closing one. */
static void pass_string(Walk *walk) {
    for (walk->at += walk->unit; !over(walk); walk->at += walk->unit) {
        unsigned unit = here(walk);
        if (unit == '\n') {
            walk->comma = walk->at;
            return;
        }
        if (unit == '\\') walk->at += walk->unit;
        else if (unit == '"') break;
    }
    walk->at = over(walk) ? walk->length : walk->at + walk->unit;
}

static bool in_object(const Walk *walk) {
    return walk->depth > 0 && walk->depth <= NESTING_MAX && walk->objects[walk->depth - 1];
}

static void open_bracket(Walk *walk, bool object) {
    if (walk->depth < NESTING_MAX) walk->objects[walk->depth] = object;
    walk->depth++;
}

static bool closes(const Walk *walk, unsigned unit) {
    return walk->depth > NESTING_MAX || walk->objects[walk->depth - 1] == (unit == '}');
}

/* Up to behind the closing bracket. False: not found. */
static bool pass_brackets(Walk *walk) {
    while (!over(walk)) {
        unsigned unit = here(walk);
        if (unit == '"') {
            pass_string(walk);
            walk->previous = walk->comma == walk->at ? ',' : unit;
            continue;
        }
        bool opens = unit == '{' || unit == '[';
        if (opens && in_object(walk) && walk->previous == ',') {
            walk->at = walk->comma;
            return true;
        }
        if ((unit == '}' || unit == ']') && !closes(walk, unit)) return true;
        if (unit == ',') walk->comma = walk->at;
        if (!is_space(unit)) walk->previous = unit;
        walk->at += walk->unit;
        if (opens) open_bracket(walk, unit == '{');
        else if ((unit == '}' || unit == ']') && --walk->depth == 0) return true;
    }
    return false;
}

static void pass_word(Walk *walk) {
    do walk->at += walk->unit;
    while (!over(walk) && !is_space(here(walk)) && (here(walk) > 0x7F || !strchr(",[]{}\":", (int)here(walk)) || here(walk) == 0));
}

bool json_value_end(const CsvForm *form, const char *bytes, size_t length, size_t at, bool ended, size_t *end) {
    Walk walk = {.form = form, .bytes = bytes, .length = length, .at = at, .unit = encoding_unit(form->encoding), .comma = at};
    bool found = true;
    if (over(&walk)) {
        *end = length;
        return ended;
    }
    unsigned first = here(&walk);
    if (first == '"') pass_string(&walk);
    else if (first == '{' || first == '[') found = pass_brackets(&walk);
    else pass_word(&walk);
    bool cut = !found || (over(&walk) && first != '{' && first != '[');
    if (cut && !ended) return false;
    *end = over(&walk) ? length : walk.at;
    return true;
}

size_t json_pass_space(const CsvForm *form, const char *bytes, size_t length, size_t at, size_t *lines) {
    size_t unit = encoding_unit(form->encoding);
    for (; length - at >= unit; at += unit) {
        unsigned here_is = encoding_at(form->encoding, bytes, at);
        if (!is_space(here_is)) return at;
        *lines += here_is == (unsigned char)form->line_end;
    }
    return at;
}
