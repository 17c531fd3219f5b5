/* The tree of one value, built from the pull scanner's tokens. The scanner bounds the depth, `room` bounds the size. */
#include "input/item.h"

#include <string.h>

static void place_item(const JsonScanner *scanner, Item *item) {
    item->line = scanner->line;
    item->column = (int)(scanner->start - scanner->line_start) + 1;
}

Status item_key(const JsonScanner *scanner, Arena *arena, Item *item) {
    *item = (Item){.key_length = scanner->text_length};
    place_item(scanner, item);
    item->key_raw = scanner->bytes + scanner->start;
    item->key_raw_length = scanner->at - scanner->start;
    item->key = arena_text(arena, scanner->text, scanner->text_length);
    return item->key ? STATUS_OK : STATUS_NO_MEMORY;
}

static Status read_value(JsonScanner *scanner, Arena *arena, JsonToken first, size_t *room, Item *item);

static Status scan_failure(const JsonScanner *scanner) {
    return scanner->arena->failed ? STATUS_NO_MEMORY : STATUS_REFUSED;
}

static Status read_part(JsonScanner *scanner, Arena *arena, JsonToken token, size_t *room, Item *item) {
    *item = (Item){0};
    if (token == JSON_KEY) {
        if (item_key(scanner, arena, item) != STATUS_OK) return STATUS_NO_MEMORY;
        token = json_scan_next(scanner);
    }
    if (token == JSON_ERROR) return scan_failure(scanner);
    return read_value(scanner, arena, token, room, item);
}

/* Passes over one element or member. */
static Status skip_part(JsonScanner *scanner, JsonToken token) {
    if (token == JSON_KEY) token = json_scan_next(scanner);
    if (token == JSON_ERROR || !json_scan_skip(scanner, token)) return scan_failure(scanner);
    return STATUS_OK;
}

static Status read_parts(JsonScanner *scanner, Arena *arena, JsonToken end, size_t *room, Item *item) {
    size_t capacity = 0;
    for (JsonToken token = json_scan_next(scanner); token != end; token = json_scan_next(scanner)) {
        if (token == JSON_ERROR) return scan_failure(scanner);
        Status status;
        if (*room == 0) {
            item->cut = true;
            status = skip_part(scanner, token);
        } else {
            (*room)--;
            Item *items = arena_grow(arena, item->items, item->count, &capacity, sizeof *items);
            if (!items) return STATUS_NO_MEMORY;
            item->items = items;
            status = read_part(scanner, arena, token, room, &items[item->count++]);
            item->cut = item->cut || items[item->count - 1].cut;
        }
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

static Status read_value(JsonScanner *scanner, Arena *arena, JsonToken first, size_t *room, Item *item) {
    size_t start = scanner->start;
    item->kind = first;
    if (!item->key) place_item(scanner, item);
    item->number = scanner->number;
    item->number_state = scanner->number_state;
    item->whole = scanner->number_is_integer;
    if (first == JSON_STRING) {
        item->text_length = scanner->text_length;
        item->text = arena_text(arena, scanner->text, scanner->text_length);
        if (!item->text) return STATUS_NO_MEMORY;
    }
    Status status = STATUS_OK;
    if (first == JSON_OBJECT) status = read_parts(scanner, arena, JSON_OBJECT_END, room, item);
    if (first == JSON_ARRAY) status = read_parts(scanner, arena, JSON_ARRAY_END, room, item);
    item->raw = scanner->bytes + start;
    item->raw_length = scanner->at - start;
    return status;
}

Status item_read(JsonScanner *scanner, Arena *arena, JsonToken first, Item *item) {
    size_t room = ITEMS_MAX;
    if (first == JSON_ERROR) return scan_failure(scanner);
    return read_value(scanner, arena, first, &room, item);
}

const Item *item_member(const Item *item, const char *key) {
    for (size_t i = 0; i < item->count; i++)
        if (item->items[i].key && strcmp(item->items[i].key, key) == 0) return &item->items[i];
    return NULL;
}
