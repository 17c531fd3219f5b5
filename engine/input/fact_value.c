/* One reader for each type of fact. A value is read to the letter of docs/facts.md: what is not exactly right is refused with what
 * to write instead, never taken for unknown. */
#include "input/fact_value.h"

#include "base/number.h"
#include "base/text.h"
#include "input/written.h"
#include <math.h>
#include <string.h>

#define LISTED_MAX 30 /* allowed values listed in an advice */

static bool refuse(const ValueReader *reader, const char *code, const Item *item, const char *message, const char *advice) {
    complain(reader->complaints, code, item, reader->shown, message, advice);
    return false;
}

static bool refuse_misread(const ValueReader *reader, const char *code, const Item *item, Misread misread) {
    return refuse(reader, code, item, misread.message, misread.advice);
}

static const char *const expected_forms[] = {
    [FACT_TEXT] = "un texte entre guillemets",
    [FACT_CODE] = "un code entre guillemets",
    [FACT_BOOLEAN] = "true ou false",
    [FACT_INTEGER] = "un nombre entier, ou un intervalle comme \"10-19\" ou {\"min\": 10, \"max\": 19}",
    [FACT_NUMBER] = "un nombre, ou un intervalle comme \"1,5 à 3\" ou {\"min\": 1.5, \"max\": 3}",
    [FACT_EUROS] = "un montant en euros, ou un intervalle comme \"100 à 300 k€\" ou {\"min\": 250000}",
    [FACT_DATE] = "une date entre guillemets\u00a0: \"AAAA-MM-JJ\", \"AAAA-MM\" ou \"AAAA\"",
    [FACT_ENUM] = "une valeur entre guillemets, ou la liste de celles qui restent possibles",
    [FACT_SET] = "la liste de ce qui s’applique, ou {\"yes\": […], \"no\": […]}",
    [FACT_PLACE] = "un code entre guillemets",
};

const char *expected_form(const Fact *fact) {
    return expected_forms[fact->type];
}

static const char *kind_name(JsonToken kind) {
    static const char *const names[] = {
        [JSON_OBJECT] = "est un objet",  [JSON_ARRAY] = "est une liste", [JSON_STRING] = "est un texte entre guillemets",
        [JSON_NUMBER] = "est un nombre", [JSON_TRUE] = "est un booléen", [JSON_FALSE] = "est un booléen",
        [JSON_NULL] = "ne dit rien ici",
    };
    return names[kind];
}

static bool wrong_kind(const ValueReader *reader, const Item *item) {
    const char *advice = arena_printf(reader->complaints->scratch, "écrivez %s", expected_form(reader->fact));
    return refuse(reader, "AZ104", item, kind_name(item->kind), advice);
}

static bool has_control(const char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        uint32_t c = utf8_next(bytes, length, &at);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    }
    return false;
}

bool plain_text_read(const ValueReader *reader, const Item *item) {
    if (item->kind != JSON_STRING) return refuse(reader, "AZ104", item, kind_name(item->kind), "écrivez un texte entre guillemets");
    if (item->text_length == 0) return refuse(reader, "AZ121", item, "est un texte vide", "écrivez null si c’est inconnu");
    if (item->text_length > TEXT_VALUE_MAX) {
        const char *advice = arena_printf(reader->complaints->scratch, "au plus %d octets", TEXT_VALUE_MAX);
        return refuse(reader, "AZ121", item, "est un texte trop long", advice);
    }
    if (has_control(item->text, item->text_length))
        return refuse(reader, "AZ121", item, "contient un caractère de contrôle",
                      "retirez les retours à la ligne et les tabulations");
    return true;
}

static bool read_text(const ValueReader *reader, const Item *item, Value *out) {
    if (!plain_text_read(reader, item)) return false;
    out->text = item->text;
    return true;
}

/* `31` for "31": what was meant is plain when it is a whole number. */
static const char *quote_advice(const ValueReader *reader, const Item *item) {
    if (item->kind != JSON_NUMBER || item->raw_length > 20) return expected_form(reader->fact);
    return arena_printf(reader->complaints->scratch, "écrivez \"%.*s\", entre guillemets", (int)item->raw_length, item->raw);
}

/* A code of the right length that Insee never gave, or gave in another nomenclature. */
static bool category_exists(const ValueReader *reader, const Item *item) {
    const LegalCategories *legal = &reader->vocabulary->legal;
    if (legal->count == 0 || &reader->vocabulary->facts[legal->category] != reader->fact) return true;
    if (legal_category(legal, item->text, item->text_length)) return true;
    const LegalCategory *near = legal_category_nearest(legal, item->text);
    const char *advice =
        near ? arena_printf(reader->complaints->scratch, "la plus proche est \"%s\" (%s)", near->code, near->label) : NULL;
    return refuse(reader, "AZ111", item, "n’est pas une catégorie juridique de l’Insee (niveau III)", advice);
}

static bool read_code(const ValueReader *reader, const Item *item, Value *out) {
    if (item->kind != JSON_STRING) return refuse(reader, "AZ104", item, kind_name(item->kind), quote_advice(reader, item));
    if (!plain_text_read(reader, item)) return false;
    Misread misread = written_code(reader->fact, reader->complaints->scratch, item->text, item->text_length);
    if (misread.message) return refuse_misread(reader, "AZ110", item, misread);
    if (!category_exists(reader, item)) return false;
    out->text = item->text;
    return true;
}

static const char *boolean_advice(const Item *item) {
    static const struct {
        const char *written, *advice;
    } meant[] = {{"\"oui\"", "écrivez true, sans guillemets"},   {"\"true\"", "écrivez true, sans guillemets"},
                 {"\"vrai\"", "écrivez true, sans guillemets"},  {"\"non\"", "écrivez false, sans guillemets"},
                 {"\"faux\"", "écrivez false, sans guillemets"}, {"\"false\"", "écrivez false, sans guillemets"}};
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
        if (strlen(meant[i].written) == item->raw_length && memcmp(meant[i].written, item->raw, item->raw_length) == 0)
            return meant[i].advice;
    return "écrivez true (oui) ou false (non), ou null si c’est inconnu";
}

static bool read_boolean(const ValueReader *reader, const Item *item, Value *out) {
    if (item->kind != JSON_TRUE && item->kind != JSON_FALSE)
        return refuse(reader, "AZ104", item, kind_name(item->kind), boolean_advice(item));
    out->possible[0] = UINT64_C(1) << (item->kind == JSON_TRUE ? CHOICE_OUI : CHOICE_NON);
    return true;
}

/* A number of the right grammar, exact, and whole where it must be. */
static bool exact_number(const ValueReader *reader, const Item *item) {
    if (item->number_state != NUMBER_OK || fabs(item->number) > NUMBER_EXACT_MAX)
        return refuse(reader, "AZ106", item, "est un nombre trop grand pour être exact", "au plus 2^53, soit 9007199254740992");
    if (reader->fact->type == FACT_INTEGER && !item->whole)
        return refuse(reader, "AZ106", item, "n’est pas un nombre entier",
                      "écrivez un nombre entier, ou un intervalle comme {\"min\": 12, \"max\": 13}");
    return true;
}

static bool read_one_number(const ValueReader *reader, const Item *item, Value *out) {
    if (!exact_number(reader, item)) return false;
    if (!written_in_bounds(reader->fact, item->number))
        return refuse(reader, "AZ105", item, "sort des valeurs admises", written_bounds(reader->fact, reader->complaints->scratch));
    out->span.low = out->span.high = item->number + 0.0;
    return true;
}

static const char *const range_keys[] = {"min", "max", "above", "below"};

static bool range_key_known(const ValueReader *reader, const Item *part) {
    for (size_t i = 0; i < 4; i++)
        if (strcmp(part->key, range_keys[i]) == 0) return true;
    const char *nearest = text_nearest(part->key, range_keys, 4);
    const char *advice = nearest ? arena_printf(reader->complaints->scratch, "vouliez-vous dire «\u00a0%s\u00a0»\u202f?", nearest)
                                 : "un intervalle s’écrit avec min, max, above (plus de) et below (moins de)";
    complain_of_key(reader->complaints, "AZ107", part, reader->shown, "n’est pas une clé d’intervalle", advice);
    return false;
}

static bool range_part_right(const ValueReader *reader, const Item *part) {
    if (!range_key_known(reader, part)) return false;
    if (part->kind != JSON_NUMBER)
        return refuse(reader, "AZ104", part, kind_name(part->kind), "une borne est un nombre sans guillemets");
    return exact_number(reader, part);
}

static bool range_parts_right(const ValueReader *reader, const Item *item) {
    bool right = true;
    for (size_t i = 0; i < item->count; i++) right = range_part_right(reader, &item->items[i]) && right;
    return right;
}

static bool read_range_object(const ValueReader *reader, const Item *item, Value *out) {
    if (item->count == 0)
        return refuse(reader, "AZ107", item, "est un intervalle sans borne", "donnez min, max, above ou below, ou écrivez null");
    if (!range_parts_right(reader, item)) return false;
    const Item *min = item_member(item, "min"), *above = item_member(item, "above");
    const Item *max = item_member(item, "max"), *below = item_member(item, "below");
    if ((min && above) || (max && below))
        return refuse(reader, "AZ107", item, "donne deux fois la même borne",
                      "choisissez entre min et above (borne exclue), entre max et below (borne exclue)");
    const Item *low = min ? min : above, *high = max ? max : below;
    Ends ends = {.has_low = low != NULL, .has_high = high != NULL, .low_open = above != NULL, .high_open = below != NULL};
    if (low) ends.low = low->number;
    if (high) ends.high = high->number;
    Misread misread = written_ends(reader->fact, reader->complaints->scratch, &ends, &out->span);
    return !misread.message || refuse_misread(reader, "AZ107", item, misread);
}

static bool read_number(const ValueReader *reader, const Item *item, Value *out) {
    if (item->kind == JSON_NUMBER) return read_one_number(reader, item, out);
    if (item->kind == JSON_OBJECT) return read_range_object(reader, item, out);
    if (item->kind != JSON_STRING) return wrong_kind(reader, item);
    Misread misread = written_range(reader->fact, reader->complaints->scratch, item->text, item->text_length, &out->span);
    return !misread.message || refuse_misread(reader, "AZ108", item, misread);
}

static bool read_date(const ValueReader *reader, const Item *item, Value *out) {
    if (item->kind == JSON_NUMBER) return refuse(reader, "AZ104", item, kind_name(item->kind), quote_advice(reader, item));
    if (item->kind != JSON_STRING) return wrong_kind(reader, item);
    Misread misread = written_date(reader->fact, reader->complaints->scratch, item->text, item->text_length, &out->span);
    return !misread.message || refuse_misread(reader, "AZ109", item, misread);
}

static const char *list_choices(const ValueReader *reader) {
    const Fact *fact = reader->fact;
    Text list;
    text_init(&list, reader->complaints->scratch->memory);
    text_add(&list, "valeurs admises\u00a0: ");
    for (size_t i = 0; i < fact->choice_count && i < LISTED_MAX; i++) {
        if (i > 0) text_add(&list, ", ");
        text_add(&list, fact->choices[i].name);
    }
    if (fact->choice_count > LISTED_MAX) text_add(&list, "…");
    const char *copy = list.failed ? NULL : arena_copy(reader->complaints->scratch, text_get(&list));
    if (list.failed) reader->complaints->scratch->failed = true;
    text_clear(&list);
    return copy;
}

static const char *choice_advice(const ValueReader *reader, const char *name) {
    if (territory_is_of(reader->vocabulary, reader->fact)) {
        const char *advice = place_advice(reader, PLACE_DEPARTEMENT, name);
        return advice ? advice : "écrivez des codes de départements entre guillemets, par exemple \"31\"";
    }
    const char *nearest = fact_nearest_choice(reader->fact, name);
    if (!nearest) return list_choices(reader);
    return arena_printf(reader->complaints->scratch, "vouliez-vous dire «\u00a0%s\u00a0»\u202f?", nearest);
}

/* The number of the choice that `item` names, or -1 with a complaint. */
static int read_choice(const ValueReader *reader, const Item *item) {
    if (item->kind != JSON_STRING) {
        refuse(reader, "AZ104", item, kind_name(item->kind), quote_advice(reader, item));
        return -1;
    }
    int choice = fact_choice(reader->fact, item->text, item->text_length);
    if (choice < 0) refuse(reader, "AZ111", item, "n’est pas une valeur de ce fait", choice_advice(reader, item->text));
    return choice;
}

static void join(uint64_t *bits, const uint64_t *more, size_t words) {
    for (size_t w = 0; w < words; w++) bits[w] |= more[w];
}

static bool read_enum(const ValueReader *reader, const Item *item, Value *out) {
    if (item->kind != JSON_STRING && item->kind != JSON_ARRAY) return wrong_kind(reader, item);
    if (item->kind == JSON_ARRAY && item->count == 0)
        return refuse(reader, "AZ112", item, "est une liste vide\u00a0: aucune valeur ne serait possible",
                      "un fait inconnu s’écrit null, ou ne s’écrit pas");
    const Item *parts = item->kind == JSON_ARRAY ? item->items : item;
    size_t count = item->kind == JSON_ARRAY ? item->count : 1;
    bool right = true;
    memset(out->possible, 0, out->words * sizeof *out->possible);
    for (size_t i = 0; i < count; i++) {
        int choice = read_choice(reader, &parts[i]);
        if (choice < 0) right = false;
        else join(out->possible, reader->fact->choices[choice].below, out->words);
    }
    return right;
}

static void put_with_parents(const Fact *fact, int choice, uint64_t *bits) {
    for (; choice >= 0; choice = fact->choices[choice].parent) bits_put(bits, (size_t)choice);
}

/* What is listed is in, with its parents; its children stay open; all the rest is out. */
static bool read_set_list(const ValueReader *reader, const Item *item, Value *out) {
    bool right = true;
    memset(out->possible, 0, out->words * sizeof *out->possible);
    for (size_t i = 0; i < item->count; i++) {
        int choice = read_choice(reader, &item->items[i]);
        if (choice < 0) {
            right = false;
            continue;
        }
        put_with_parents(reader->fact, choice, out->sure);
        join(out->possible, reader->fact->choices[choice].below, out->words);
    }
    join(out->possible, out->sure, out->words);
    return right;
}

static bool read_yes(const ValueReader *reader, const Item *list, Value *out) {
    bool right = true;
    for (size_t i = 0; list && i < list->count; i++) {
        int choice = read_choice(reader, &list->items[i]);
        if (choice < 0) right = false;
        else put_with_parents(reader->fact, choice, out->sure);
    }
    return right;
}

static bool read_no(const ValueReader *reader, const Item *list, Value *out) {
    bool right = true;
    for (size_t i = 0; list && i < list->count; i++) {
        int choice = read_choice(reader, &list->items[i]);
        if (choice < 0) {
            right = false;
        } else if (bits_meet(reader->fact->choices[choice].below, out->sure, out->words)) {
            right = refuse(reader, "AZ113", &list->items[i],
                           "est à la fois dans «\u00a0yes\u00a0» (lui, ou une valeur qu’il comprend) et dans «\u00a0no\u00a0»",
                           "retirez-la de l’une des deux listes");
        } else {
            for (size_t w = 0; w < out->words; w++) out->possible[w] &= ~reader->fact->choices[choice].below[w];
        }
    }
    return right;
}

static bool halves_right(const ValueReader *reader, const Item *item) {
    bool right = true;
    for (size_t i = 0; i < item->count; i++) {
        const Item *part = &item->items[i];
        if (strcmp(part->key, "yes") != 0 && strcmp(part->key, "no") != 0) {
            complain_of_key(reader->complaints, "AZ113", part, reader->shown, "n’est pas une clé d’ensemble",
                            "écrivez {\"yes\": […], \"no\": […]}");
            right = false;
        } else if (part->kind != JSON_ARRAY) {
            right = refuse(reader, "AZ104", part, kind_name(part->kind), "écrivez une liste entre crochets");
        }
    }
    return right;
}

static bool read_set(const ValueReader *reader, const Item *item, Value *out) {
    if (item->kind == JSON_ARRAY) return read_set_list(reader, item, out);
    if (item->kind != JSON_OBJECT) return wrong_kind(reader, item);
    if (item->count == 0)
        return refuse(reader, "AZ113", item, "est un ensemble qui ne dit rien",
                      "écrivez [] si rien ne s’applique, null si c’est inconnu");
    if (!halves_right(reader, item)) return false;
    bool yes = read_yes(reader, item_member(item, "yes"), out);
    bool no = read_no(reader, item_member(item, "no"), out);
    return yes && no;
}

bool fact_value_read(const ValueReader *reader, const Item *item, Value *out) {
    static bool (*const readers[])(const ValueReader *, const Item *, Value *) = {
        [FACT_TEXT] = read_text,     [FACT_CODE] = read_code,         [FACT_BOOLEAN] = read_boolean, [FACT_INTEGER] = read_number,
        [FACT_NUMBER] = read_number, [FACT_EUROS] = read_number,      [FACT_DATE] = read_date,       [FACT_ENUM] = read_enum,
        [FACT_SET] = read_set,       [FACT_PLACE] = place_value_read,
    };
    if (item->cut) {
        const char *advice = arena_printf(reader->complaints->scratch, "au plus %d valeurs", ITEMS_MAX);
        return refuse(reader, "AZ122", item, "a trop de valeurs", advice);
    }
    if (!fact_unknown(reader->fact, reader->arena, out)) return false;
    return readers[reader->fact->type](reader, item, out);
}
