/* Worked out once for a text that goes into many. */
#include "explain/filling.h"

#include "base/json_escape.h"
#include "explain/draft.h"

#include <string.h>

Telling telling_of(const char *text) {
    const size_t length = strlen(text);
    return (Telling){text, length, json_plain(text, length)};
}

Filling filling_of(const char *text) {
    const Telling told = telling_of(text);
    const bool fits = told.length > 0 && text[0] != ' ' && text[told.length - 1] != ' ';
    return (Filling){.told = told, .words = draft_words(text), .fits = fits};
}
