/* Quotations. source("document", "place") is only a handle; calling it with a passage gives what a rule may rest on. */
#include "rules/words.h"

#include <string.h>

static const Document *find_document(const Load *load, const char *id) {
    for (size_t i = 0; i < load->rulebook->document_count; i++)
        if (strcmp(load->rulebook->documents[i].id, id) == 0) return &load->rulebook->documents[i];
    return NULL;
}

static void report_document(lua_State *L, const char *id) {
    const Rulebook *rulebook = load_of(L)->rulebook;
    const char **ids = script_array(L, rulebook->document_count + 1, sizeof *ids);
    for (size_t i = 0; i < rulebook->document_count; i++) ids[i] = rulebook->documents[i].id;
    const char *advice = ids[0] ? advise_nearest(L, id, ids) : NULL;
    spot_report(spot_argument(L, "source", 1), "AZ218", advice ? advice : "le déclarer dans facts/documents.lua",
                "le document « %s » n’est pas déclaré", id);
}

int word_source(lua_State *L) {
    if (lua_type(L, 1) != LUA_TSTRING || lua_type(L, 2) != LUA_TSTRING || lua_gettop(L) != 2)
        spot_fail(spot_call(L, "source"), "AZ203", "source(\"avise-difficultes\", \"synthèse (1/3)\")",
                  "« source » attend deux textes : un document et un endroit de ce document");
    Handle *handle = script_new(L, sizeof *handle);
    const char *id = script_text(L, 1, NULL);
    handle->document = find_document(load_of(L), id);
    handle->place = script_text(L, 2, NULL);
    if (!handle->document) report_document(L, id);
    object_push(L, OBJECT_HANDLE, "source", script_line(L), handle);
    return 1;
}

static bool one_fragment(lua_State *L, Quote *quote) {
    const char **fragments = script_array(L, 2, sizeof *fragments);
    fragments[0] = script_text(L, 2, NULL);
    quote->fragments = fragments;
    quote->fragment_count = 1;
    if (fragments[0][strspn(fragments[0], " \t\n")]) return true;
    spot_report(spot_call(L, NULL), "AZ203", "recopier le passage tel qu’il est imprimé", "la citation est vide");
    return false;
}

static bool many_fragments(lua_State *L, Quote *quote) {
    static const char *const keys[] = {"lu", NULL};
    Reading reading;
    reading_open(&reading, L, 2, "citation", quote->line, keys, READING_ANY);
    const char **fragments = script_array(L, reading.length + 1, sizeof *fragments);
    for (size_t i = 0; i < reading.length; i++) {
        if (reading_item(&reading, i + 1) != LUA_TSTRING) {
            spot_report(spot_item(&reading, i + 1), "AZ203", "page { \"un passage\", \"sa suite\", lu = \"ce qu’il faut lire\" }",
                        "une citation est faite de textes, pas de « %s »", value_described(L, -1));
            return false;
        }
        fragments[i] = script_text(L, -1, NULL);
        lua_pop(L, 1);
    }
    quote->fragments = fragments;
    quote->fragment_count = reading.length;
    quote->reading = reading_text(&reading, "lu", false);
    if (reading.length == 0)
        spot_report(spot_table(&reading), "AZ203", "recopier le passage tel qu’il est imprimé", "la citation est vide");
    return reading.length > 0;
}

int quote_from_handle(lua_State *L, const Handle *handle) {
    Quote *quote = script_new(L, sizeof *quote);
    *quote = (Quote){.document = handle->document, .place = handle->place, .line = script_line(L)};
    int type = lua_type(L, 2);
    if (type != LUA_TSTRING && type != LUA_TTABLE) {
        object_hand(L, 2);
        spot_report(spot_call(L, NULL), "AZ203", "page \"passage\", ou page { \"passage\", lu = \"…\" }",
                    "une citation est un texte, pas %s", value_described(L, 2));
        return object_push_broken(L);
    }
    bool fine = type == LUA_TSTRING ? one_fragment(L, quote) : many_fragments(L, quote);
    if (!fine || !quote->document) return object_push_broken(L);
    object_push(L, OBJECT_QUOTE, "citation", quote->line, quote);
    return 1;
}
