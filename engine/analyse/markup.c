/* One pass, one byte looked at, one writer: nothing that is written is longer than what it stands for, so the copy has room. */
#include "analyse/markup.h"

#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

#define ENTITY_BYTES 10 /* longer ones are no French letter, space or sign */

typedef struct Writer {
    const char *at; /* what is left to read */
    char *out;
    size_t length;
} Writer;

static void put(Writer *writer, const char *bytes, size_t count) {
    memcpy(writer->out + writer->length, bytes, count);
    writer->length += count;
}

static void put_space(Writer *writer) {
    if (writer->length && writer->out[writer->length - 1] != ' ') put(writer, " ", 1);
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* « <strong> », « </p> », « <br/> », but not « <50 » nor « < 50 ». */
static bool skip_tag(Writer *writer) {
    const char *name = writer->at + (writer->at[1] == '/' ? 2 : 1);
    const char *end = strpbrk(name, "<>");
    if (!is_letter(*name) || !end || *end != '>') return false;
    writer->at = end + 1;
    put_space(writer);
    return true;
}

typedef struct Entity {
    const char *name, *character;
} Entity;

static const char *named_entity(const char *name, size_t length) {
    static const Entity entities[] = {
        {"nbsp", " "},   {"lt", "<"},     {"gt", ">"},     {"le", "≤"},     {"ge", "≥"},    {"amp", "&"},    {"quot", "\""},
        {"apos", "'"},   {"rsquo", "’"},  {"laquo", "«"},  {"raquo", "»"},  {"ndash", "–"}, {"mdash", "—"},  {"euro", "€"},
        {"hellip", "…"}, {"middot", "·"}, {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"}, {"euml", "ë"},   {"agrave", "à"},
        {"acirc", "â"},  {"ccedil", "ç"}, {"icirc", "î"},  {"iuml", "ï"},   {"ocirc", "ô"}, {"ugrave", "ù"}, {"ucirc", "û"},
        {"Eacute", "É"}, {"Agrave", "À"}, {"oelig", "œ"}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strlen(entities[i].name) == length && memcmp(entities[i].name, name, length) == 0) return entities[i].character;
    return NULL;
}

static bool read_numbered(Writer *writer, const char *name, const char *end) {
    char *stop, character[4];
    unsigned long code = *name == 'x' || *name == 'X' ? strtoul(name + 1, &stop, 16) : strtoul(name, &stop, 10);
    if (stop != end || code < ' ' || code > 0xFFFF || (code >= 0xD800 && code < 0xE000)) return false;
    put(writer, character, utf8_write((uint32_t)code, character));
    return true;
}

static bool read_entity(Writer *writer) {
    const char *name = writer->at + 1, *end = name;
    while (*end && *end != ';' && end - name < ENTITY_BYTES) end++;
    if (*end != ';' || end == name) return false;
    if (*name == '#') {
        if (!read_numbered(writer, name + 1, end)) return false;
    } else {
        const char *character = named_entity(name, (size_t)(end - name));
        if (!character) return false;
        if (*character == ' ') put_space(writer);
        else put(writer, character, strlen(character));
    }
    writer->at = end + 1;
    return true;
}

/* « https://… » wherever it stands, « (…) » after the text of a link. */
static bool skip_address(Writer *writer) {
    bool link = strncmp(writer->at, "](", 2) == 0;
    if (!link && strncmp(writer->at, "http://", 7) != 0 && strncmp(writer->at, "https://", 8) != 0) return false;
    size_t length = strcspn(writer->at, link ? ")" : " \t\n\r<>\")");
    writer->at += length + (link && writer->at[length] == ')');
    return true;
}

/* « **50** », « __50__ », « `50` », and the backslash that ends a line or hides a sign. */
static bool skip_emphasis(Writer *writer) {
    char c = *writer->at, next = writer->at[1];
    bool emphasis = c == '*' || c == '`' || (c == '_' && next == '_') || (c == '\\' && next && !is_letter(next));
    if (emphasis) writer->at += c == '_' ? 2 : 1;
    return emphasis;
}

const char *markup_removed(Arena *arena, const char *text) {
    Writer writer = {.at = text, .out = arena_bytes(arena, strlen(text) + 1)};
    if (!writer.out) return NULL;
    while (*writer.at) {
        char c = *writer.at;
        if ((c == '<' && skip_tag(&writer)) || (c == '&' && read_entity(&writer)) || skip_address(&writer) ||
            skip_emphasis(&writer))
            continue;
        put(&writer, writer.at++, 1);
    }
    writer.out[writer.length] = '\0';
    return writer.out;
}
