/* A wording is free French but for four things that can be compared with the rule: the places it leaves for values, the figures it
 * gives, the passages it quotes, and whether it tells what is met from what is not. */
#include "rules/wordings.h"

#include "base/text.h"
#include "rules/spot.h"

#include <math.h>
#include <string.h>

#define FOLDED_MAX 1024
#define CONTEXT_MAX 24 /* bytes before a figure that may say « au moins » */

typedef struct Wording {
    lua_State *L;
    const Node *node;
    const char *key, *text;
    bool negative; /* non_rempli: says what is not */
} Wording;

/* Where the wording stands. */
static Spot spot_wording(const Wording *wording) {
    Spot spot = spot_node(wording->L, wording->node);
    spot.key = wording->key;
    return spot;
}

/* Calls `visit` on a node and what is below until it says true. */
static bool any_below(const Node *node, bool (*visit)(const Node *node, const void *context), const void *context) {
    if (visit(node, context)) return true;
    for (size_t i = 0; i < node->part_count; i++)
        if (any_below(node->parts[i], visit, context)) return true;
    return false;
}

static bool quotes_passage(const Node *node, const void *context) {
    const char *passage = context;
    char folded[FOLDED_MAX];
    for (size_t i = 0; i < node->grounds.quote_count; i++) {
        const Quote *quote = node->grounds.quotes[i];
        if (quote->reading && text_fold(folded, sizeof folded, quote->reading) && strstr(folded, passage)) return true;
        for (size_t k = 0; k < quote->fragment_count; k++)
            if (text_fold(folded, sizeof folded, quote->fragments[k]) && strstr(folded, passage)) return true;
    }
    return false;
}

static void check_passage(const Wording *wording, const char *text, size_t length) {
    char passage[FOLDED_MAX], copy[FOLDED_MAX];
    if (length >= sizeof copy) length = sizeof copy - 1;
    memcpy(copy, text, length);
    copy[length] = '\0';
    size_t folded = text_fold(passage, sizeof passage, copy);
    while (folded > 0 && passage[folded - 1] == ' ') passage[--folded] = '\0';
    const char *start = passage + strspn(passage, " ");
    if (any_below(wording->node, quotes_passage, start)) return;
    spot_report(spot_wording(wording), "AZ642", "citer mot à mot, ou retirer les guillemets",
                "« %s » met entre guillemets un passage que la source de ce critère ne contient pas : %.80s", wording->key, start);
}

/* What a figure must agree with. */
typedef struct Figure {
    double value;
    const char *written; /* its digits, folded */
    int side;            /* what stands before it: -1 an upper bound, 1 a lower one, 0 nothing */
    bool strict, negative;
} Figure;

static bool same_number(const Bound *bound, TestOperator comparison, double value) {
    if (comparison == TEST_BOUNDS) return bound->number == value;
    if (comparison != TEST_DURATION) return false;
    return bound->duration.days ? bound->duration.days == value
                                : bound->duration.months == value || bound->duration.months == value * 12;
}

/* « au moins 3 » may word `au_moins = 3`; « moins de 3 » too where it says what is not met. */
static bool agrees(const Bound *bound, bool low, const Figure *figure) {
    if (figure->side == 0) return true;
    bool direct = low == (figure->side > 0) && bound->strict == figure->strict;
    bool contrary = low == (figure->side < 0) && bound->strict != figure->strict;
    return direct || (figure->negative && contrary);
}

static bool has_figure(const Node *node, const void *context) {
    const Figure *figure = context;
    const Test *test = &node->test;
    if (node->kind == NODE_TEST && test->low.present && same_number(&test->low, test->comparison, figure->value) &&
        agrees(&test->low, true, figure))
        return true;
    return node->kind == NODE_TEST && test->high.present && same_number(&test->high, test->comparison, figure->value) &&
           agrees(&test->high, false, figure);
}

static bool is_space_at(const char *text, size_t *length) {
    static const char *const spaces[] = {" ", "\u00A0", "\u202F"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        *length = strlen(spaces[i]);
        if (strncmp(text, spaces[i], *length) == 0) return true;
    }
    return false;
}

static bool three_digits(const char *text) {
    return strspn(text, "0123456789") == 3;
}

/* « 1 500 000 », « 2,5 », « 300 k€ », « 1,5 M€ »; moves past the digits. */
static double read_figure(const char **at) {
    double value = 0, unit = 1;
    size_t space;
    for (; **at >= '0' && **at <= '9'; ++*at) {
        value = value * 10 + (**at - '0');
        if (is_space_at(*at + 1, &space) && three_digits(*at + 1 + space)) *at += space;
    }
    if (**at == ',' && (*at)[1] >= '0' && (*at)[1] <= '9')
        for (++*at; **at >= '0' && **at <= '9'; ++*at) value += (unit /= 10) * (**at - '0');
    const char *after = is_space_at(*at, &space) ? *at + space : *at;
    if (strncmp(after, "k€", strlen("k€")) == 0) value *= 1000;
    if (strncmp(after, "M€", strlen("M€")) == 0) value *= 1000000;
    return round(value * 100) / 100;
}

static void read_side(const char *text, const char *at, Figure *figure) {
    static const struct {
        const char *words;
        int side;
        bool strict;
    } known[] = {{"plus de", 1, true},   {"superieur a", 1, true}, {"au moins", 1, false},
                 {"minimum", 1, false},  {"moins de", -1, true},   {"inferieur a", -1, true},
                 {"au plus", -1, false}, {"jusqu a", -1, false},   {"maximum", -1, false}};
    char before[CONTEXT_MAX + 1], folded[CONTEXT_MAX + 1];
    size_t length = (size_t)(at - text);
    if (length > CONTEXT_MAX) length = CONTEXT_MAX;
    memcpy(before, at - length, length);
    before[length] = '\0';
    size_t kept = text_fold(folded, sizeof folded, before);
    while (kept > 0 && folded[kept - 1] == ' ') folded[--kept] = '\0';
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t words = strlen(known[i].words);
        if (kept < words || strcmp(folded + kept - words, known[i].words) != 0) continue;
        figure->side = known[i].side;
        figure->strict = known[i].strict;
        return;
    }
}

static void check_figure(const Wording *wording, const char **at) {
    const char *start = *at;
    Figure figure = {.negative = wording->negative};
    read_side(wording->text, start, &figure);
    figure.value = read_figure(at);
    char written[CONTEXT_MAX + 1];
    size_t length = (size_t)(*at - start) < CONTEXT_MAX ? (size_t)(*at - start) : CONTEXT_MAX;
    memcpy(written, start, length);
    written[length] = '\0';
    if (any_below(wording->node, has_figure, &figure)) return;
    if (figure.side == 0 && any_below(wording->node, quotes_passage, written)) return;
    spot_report(spot_wording(wording), "AZ641", "reprendre le seuil du critère et son sens, ou écrire {seuil}",
                "« %s » dit autre chose que le critère : %s", wording->key, written);
}

static void check_place(const Wording *wording, const char *at, size_t length) {
    static const char *const places[] = {"{valeur}", "{nom}", "{seuil}"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strlen(places[i]) == length && strncmp(at, places[i], length) == 0) {
            if (i < 2 || (wording->node->kind == NODE_TEST && !wording->node->to_confirm)) return;
            spot_report(spot_wording(wording), "AZ640", "l’écrire sur le critère lui-même",
                        "{seuil} n’a de sens que pour un critère, pas pour un groupe");
            return;
        }
    spot_report(spot_wording(wording), "AZ640", "{valeur}, {nom} ou {seuil}", "« %s » ne connaît pas « %.*s »", wording->key,
                (int)length, at);
}

static void check_wording(const Wording *wording) {
    for (const char *at = wording->text; at && *at;) {
        const char *close = NULL;
        if (*at == '{' || *at == '}') {
            close = *at == '{' ? strchr(at, '}') : at;
            size_t length = close ? (size_t)(close - at) + 1 : strlen(at);
            check_place(wording, at, length);
            at += length;
        } else if (strncmp(at, "«", strlen("«")) == 0 && (close = strstr(at, "»")) != NULL) {
            check_passage(wording, at + strlen("«"), (size_t)(close - at) - strlen("«"));
            at = close + strlen("»");
        } else if (*at >= '0' && *at <= '9') check_figure(wording, &at);
        else at++;
    }
}

void wordings_check(lua_State *L, const Node *root) {
    const char *met = root->wording_met, *unmet = root->wording_unmet;
    const Wording wordings[] = {{L, root, "rempli", met, false},
                                {L, root, "non_rempli", unmet, true},
                                {L, root, "inconnu_si", root->wording_unknown, false}};
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) check_wording(&wordings[i]);
    if (met && unmet && strcmp(met, unmet) == 0 && !strstr(met, "{valeur}"))
        spot_report(spot_node(L, root), "AZ643", "les distinguer, ou y mettre {valeur}",
                    "« rempli » et « non_rempli » disent la même chose, sans la valeur de la structure");
    for (size_t i = 0; i < root->part_count; i++) wordings_check(L, root->parts[i]);
}
