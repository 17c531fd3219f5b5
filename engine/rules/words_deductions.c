/* deduire "fact" { … }: a value chosen by conditions, a set built member by member, or a number (or the least that
 * it can be) computed from others. */
#include "base/number.h"
#include "rules/comparison.h"
#include "rules/nodes.h"

#include <math.h>
#include <string.h>

#define COMPUTE_DEPTH_MAX 16 /* a ratio has one */

int opening_push(lua_State *L, const char *word, void (*finish)(lua_State *L, const char *name, int line)) {
    int line = script_line(L);
    if (lua_type(L, 1) != LUA_TSTRING || lua_gettop(L) != 1) {
        object_hand(L, 1);
        script_fail(L, "AZ203", line, say(L, "%s \"nom\" { … }", word), "« %s » attend d’abord un nom entre guillemets, pas %s",
                    word, value_described(L, 1));
    }
    Opening *opening = script_new(L, sizeof *opening);
    *opening = (Opening){.name = script_text(L, 1, NULL), .finish = finish};
    object_push(L, OBJECT_OPENING, word, line, opening);
    return 1;
}

int opening_finish(lua_State *L, const Object *object) {
    const Opening *opening = object->content;
    lua_settop(L, 2);
    opening->finish(L, opening->name, object->line);
    return 1;
}

int compute_fact(lua_State *L) {
    int line = script_line(L);
    const Spot spot = spot_argument(L, "fait", 1);
    if (lua_type(L, 1) != LUA_TSTRING) {
        object_hand(L, 1);
        spot_report(spot, "AZ203", "fait \"effectif_salarie\"", "« fait » attend le nom d’un fait, pas %s", value_described(L, 1));
        return object_push_broken(L);
    }
    const char *name = script_text(L, 1, NULL);
    int fact = fact_named(L, name, spot, NULL);
    if (fact < 0) return object_push_broken(L);
    FactType type = load_vocabulary(L)->facts[fact].type;
    if (type != FACT_INTEGER && type != FACT_NUMBER && type != FACT_EUROS) {
        spot_report(spot, "AZ207", "fait \"etp\", par exemple", "on ne calcule qu’avec des nombres, ce que « %s » n’est pas", name);
        return object_push_broken(L);
    }
    Compute *compute = script_new(L, sizeof *compute);
    *compute = (Compute){.kind = COMPUTE_FACT, .fact = fact};
    object_push(L, OBJECT_COMPUTE, "fait", line, compute);
    return 1;
}

/* An operand as an expression; NULL when it is none. `depth` grows by what it holds. */
static Compute *compute_operand(lua_State *L, int index) {
    const Object *object = object_hand(L, index);
    if (object && object->class == OBJECT_COMPUTE) return object->content;
    if (lua_type(L, index) != LUA_TNUMBER) return NULL;
    double number = lua_tonumber(L, index);
    if (!(fabs(number) <= NUMBER_EXACT_MAX)) return NULL;
    Compute *compute = script_new(L, sizeof *compute);
    *compute = (Compute){.kind = COMPUTE_NUMBER, .fact = -1, .number = number};
    return compute;
}

static bool touches_broken(lua_State *L) {
    const Object *first = object_hand(L, 1), *second = object_hand(L, 2);
    return (first && first->class == OBJECT_BROKEN) || (second && second->class == OBJECT_BROKEN);
}

static unsigned compute_depth(const Compute *compute) {
    unsigned left = compute->left ? compute->left->depth : 0, right = compute->right ? compute->right->depth : 0;
    return 1 + (left > right ? left : right);
}

static int compute(lua_State *L, ComputeKind kind) {
    static const char *const signs[] = {
        [COMPUTE_ADD] = "+", [COMPUTE_SUBTRACT] = "-", [COMPUTE_MULTIPLY] = "*", [COMPUTE_DIVIDE] = "/"};
    if (touches_broken(L)) return object_push_broken(L);
    Compute *left = compute_operand(L, 1), *right = compute_operand(L, 2);
    if (!left || !right) {
        int wrong = left ? 2 : 1;
        script_report(L, "AZ213", 0,
                      "réunir des conditions avec tous { … } ou au_moins_un { … } ; calculer avec fait \"…\" dans deduire",
                      "« %s » ne s’emploie pas sur %s", signs[kind], value_described(L, wrong));
        return object_push_broken(L);
    }
    if (kind == COMPUTE_DIVIDE && right->kind == COMPUTE_NUMBER && right->number == 0) {
        script_report(L, "AZ206", 0, NULL, "division par zéro");
        return object_push_broken(L);
    }
    Compute *result = script_new(L, sizeof *result);
    *result = (Compute){.kind = kind, .fact = -1, .left = left, .right = right};
    result->depth = compute_depth(result);
    if (result->depth > COMPUTE_DEPTH_MAX)
        script_fail(L, "AZ226", 0, "le simplifier", "ce calcul est trop profond (au plus %d niveaux)", COMPUTE_DEPTH_MAX);
    object_push(L, OBJECT_COMPUTE, "calcul", script_line(L), result);
    return 1;
}

int compute_add(lua_State *L) {
    return compute(L, COMPUTE_ADD);
}

int compute_subtract(lua_State *L) {
    return compute(L, COMPUTE_SUBTRACT);
}

int compute_multiply(lua_State *L) {
    return compute(L, COMPUTE_MULTIPLY);
}

int compute_divide(lua_State *L) {
    return compute(L, COMPUTE_DIVIDE);
}

typedef struct Deducing {
    lua_State *L;
    Derivation *derivation;
    const Fact *fact;
    Spot spot; /* of the value deduced */
    int line;
} Deducing;

static void report_value(const Deducing *deducing, int index) {
    static const char *const wanted[] = {
        [FACT_BOOLEAN] = "oui ou non",
        [FACT_INTEGER] = "un nombre",
        [FACT_NUMBER] = "un nombre",
        [FACT_EUROS] = "un nombre",
        [FACT_DATE] = "une date \"AAAA-MM-JJ\"",
        [FACT_ENUM] = "une valeur entre guillemets, ou une liste",
        [FACT_SET] = "une liste de valeurs",
    };
    lua_State *L = deducing->L;
    const char *what = deducing->fact->type < FACT_PLACE ? wanted[deducing->fact->type] : NULL;
    spot_report(deducing->spot, "AZ203", what ? say(L, "alors = %s, ou inconnu", what) : NULL,
                "la valeur déduite de « %s » ne peut pas être %s", deducing->fact->name, value_described(L, index));
}

static bool take_choice(const Deducing *deducing, int index, Value *value) {
    lua_State *L = deducing->L;
    const Fact *fact = deducing->fact;
    if (lua_type(L, index) != LUA_TSTRING) {
        report_value(deducing, index);
        return false;
    }
    const char *name = script_text(L, index, NULL);
    int choice = fact_choice(fact, name, strlen(name));
    if (choice < 0) {
        report_choice(L, fact, name, deducing->spot);
        return false;
    }
    for (size_t w = 0; w < fact->words; w++) value->possible[w] |= fact->choices[choice].below[w];
    for (int up = choice; value->sure && up >= 0; up = fact->choices[up].parent) {
        bits_put(value->sure, (size_t)up);
        bits_put(value->possible, (size_t)up);
    }
    return true;
}

static bool take_choices(const Deducing *deducing, int index, Value *value) {
    lua_State *L = deducing->L;
    if (lua_type(L, index) != LUA_TTABLE) return take_choice(deducing, index, value);
    static const char *const none[] = {NULL};
    Reading list;
    lua_settop(L, index);
    reading_open_within(&list, deducing->spot, "alors", none, READING_ANY);
    bool fine = true;
    for (size_t i = 0; i < list.length; i++) {
        reading_item(&list, i + 1);
        Deducing at = *deducing;
        at.spot = spot_item(&list, i + 1);
        fine = take_choice(&at, lua_gettop(L), value) && fine;
        lua_pop(L, 1);
    }
    if (list.length > 0 || deducing->fact->type == FACT_SET) return fine;
    spot_report(deducing->spot, "AZ210", "alors = inconnu, si rien ne se déduit", "la liste des valeurs de « %s » est vide",
                deducing->fact->name);
    return false;
}

static bool take_number(const Deducing *deducing, int index, Value *value) {
    lua_State *L = deducing->L;
    const Fact *fact = deducing->fact;
    double number = NAN;
    Day day;
    if (fact->type == FACT_DATE && lua_type(L, index) == LUA_TSTRING && day_exact(script_text(L, index, NULL), &day)) number = day;
    if (fact->type != FACT_DATE && lua_type(L, index) == LUA_TNUMBER) number = lua_tonumber(L, index);
    if (isnan(number) || (fact->type == FACT_INTEGER && number != floor(number))) {
        report_value(deducing, index);
        return false;
    }
    if (number < fact->minimum || number > fact->maximum) {
        spot_report(deducing->spot, "AZ206", NULL, "la valeur déduite de « %s » est hors de ses bornes", fact->name);
        return false;
    }
    value->span = (Span){number, number};
    return true;
}

static bool take_boolean(const Deducing *deducing, int index, Value *value) {
    const Object *object = object_get(deducing->L, index);
    const Answer *answer = object && object->class == OBJECT_ANSWER ? object->content : NULL;
    if (!answer || answer->kind > ANSWER_NON) {
        report_value(deducing, index);
        return false;
    }
    bits_put(value->possible, answer->kind == ANSWER_OUI ? CHOICE_OUI : CHOICE_NON);
    return true;
}

/* The value of a branch, at `index`; `inconnu` leaves everything possible. */
static bool take_value(const Deducing *deducing, int index, Branch *branch) {
    lua_State *L = deducing->L;
    const Fact *fact = deducing->fact;
    const Object *object = object_hand(L, index);
    const Answer *answer = object && object->class == OBJECT_ANSWER ? object->content : NULL;
    if (object && object->class == OBJECT_BROKEN) return false;
    if (answer && answer->kind == ANSWER_UNKNOWN) {
        branch->unknown = true;
        if (answer->reason) branch->reason = answer->reason;
        if (grounds_given(&answer->grounds)) branch->grounds = answer->grounds;
        if (!fact_unknown(fact, script_of(L)->arena, &branch->value)) script_no_memory(L);
        return true;
    }
    Value *value = &branch->value;
    *value = (Value){.shape = fact->shape, .words = fact->words};
    if (fact->shape != SHAPE_SPAN) value->possible = script_array(L, fact->words + 1, sizeof *value->possible);
    if (fact->shape == SHAPE_SET) value->sure = script_array(L, fact->words + 1, sizeof *value->sure);
    if (fact->shape == SHAPE_SPAN) return take_number(deducing, index, value);
    return fact->type == FACT_BOOLEAN ? take_boolean(deducing, index, value) : take_choices(deducing, index, value);
}

/* Has the tree under a condition any grounds? Then its branch needs none of its own. */
static void check_branch(const Deducing *deducing, const Branch *branch) {
    lua_State *L = deducing->L;
    if (branch->unknown && !branch->reason && !branch->grounds.inferred)
        spot_report(deducing->spot, "AZ202", "ajouter motif = \"…\"", "« inconnu » sans motif dans la déduction de « %s »",
                    deducing->fact->name);
    if (!branch->unknown && !branch->condition)
        grounds_require(&branch->grounds, say(L, "le « sinon » de la déduction de « %s »", deducing->fact->name),
                        spot_begin(deducing->spot));
}

static void read_branches(const Deducing *deducing, int index, const Object *object, const Grounds *own) {
    lua_State *L = deducing->L;
    Choosing *choosing = object->content;
    Derivation *derivation = deducing->derivation;
    derivation->kind = DERIVE_BRANCHES;
    derivation->branches = script_array(L, choosing->count + 1, sizeof *derivation->branches);
    for (size_t i = 0; i < choosing->count; i++) {
        Branch *branch = &derivation->branches[i];
        *branch =
            (Branch){.member = -1, .line = choosing->lines[i], .reason = choosing->reasons[i], .grounds = choosing->grounds[i]};
        if (!grounds_given(&branch->grounds)) branch->grounds = grounds_given(&choosing->own) ? choosing->own : *own;
        if (choosing->conditions[i]) {
            branch->condition = choosing_condition(L, choosing, i);
            nodes_settle_grounds(L, branch->condition, &branch->grounds);
        }
        Deducing at = *deducing;
        at.line = branch->line;
        at.spot = choosing_spot(L, choosing, i);
        choosing_result(L, index, i);
        if (take_value(&at, lua_gettop(L), branch)) check_branch(&at, branch);
        lua_pop(L, 1);
    }
    choosing->used = true;
    derivation->branch_count = choosing->count;
}

static const char *const *member_keys(lua_State *L, const Fact *fact) {
    const char **keys = script_array(L, fact->choice_count + 1, sizeof *keys);
    for (size_t i = 0; i < fact->choice_count; i++) keys[i] = fact->choices[i].name;
    return keys;
}

static void read_members(const Deducing *deducing, const Reading *reading, const Grounds *own) {
    lua_State *L = deducing->L;
    Derivation *derivation = deducing->derivation;
    const Fact *fact = deducing->fact;
    if (fact->type != FACT_SET) {
        spot_report(spot_key(reading, "membres"), "AZ208", "deduire \"…\" { selon { … } }",
                    "« membres » ne vaut que pour un ensemble, ce que « %s » n’est pas", fact->name);
        return;
    }
    Reading members;
    if (!reading_open_within(&members, spot_value(reading, "membres"), "membres", member_keys(L, fact), 0)) return;
    derivation->kind = DERIVE_MEMBERS;
    derivation->branches = script_array(L, fact->choice_count + 1, sizeof *derivation->branches);
    for (size_t i = 0; i < fact->choice_count; i++) {
        if (reading_get(&members, fact->choices[i].name) != LUA_TNIL) {
            Node *condition = node_take_root(L, -1, fact->choices[i].name, spot_value(&members, fact->choices[i].name), own);
            Branch *branch = &derivation->branches[derivation->branch_count];
            *branch = (Branch){.member = (int)i, .condition = condition, .line = deducing->line, .grounds = *own};
            if (condition) {
                branch->line = condition->line;
                branch->reason = condition->reason;
                if (grounds_given(&condition->grounds)) branch->grounds = condition->grounds;
                derivation->branch_count++;
            }
        }
        lua_pop(L, 1);
    }
    if (derivation->branch_count == 0)
        spot_report(spot_table(&members), "AZ216", "membres = { faire_face = critere { … } }",
                    "« membres » ne nomme aucune valeur");
}

/* `calcul` gives the value, `au_moins` the least that it can be. */
static void read_computed(const Deducing *deducing, const Reading *reading, const char *key, const Grounds *own) {
    lua_State *L = deducing->L;
    const Object *object = object_hand(L, -1);
    const Fact *fact = deducing->fact;
    if (object && object->class == OBJECT_BROKEN) return;
    if (!object || object->class != OBJECT_COMPUTE) {
        spot_report(spot_value(reading, key), "AZ203",
                    say(L, "%s = fait \"dettes_fiscales_sociales\" / fait \"budget_annuel\"", key), "« %s » ne peut pas être %s",
                    key, value_described(L, -1));
        return;
    }
    if (fact->type != FACT_INTEGER && fact->type != FACT_NUMBER && fact->type != FACT_EUROS)
        spot_report(spot_key(reading, key), "AZ207", "deduire \"…\" { selon { … } }",
                    "« %s » donne un nombre, ce que « %s » n’est pas", key, fact->name);
    grounds_require(own, say(L, "la déduction de « %s »", fact->name), spot_table(reading));
    deducing->derivation->kind = DERIVE_COMPUTED;
    deducing->derivation->compute = object->content;
    deducing->derivation->at_least = strcmp(key, "au_moins") == 0;
}

static size_t read_form(const Deducing *deducing, const Reading *reading) {
    lua_State *L = deducing->L;
    const Grounds *own = &deducing->derivation->grounds;
    size_t forms = 0;
    if (reading->length > 0) {
        reading_item(reading, 1);
        const Object *object = object_hand(L, -1);
        if (object && object->class == OBJECT_CHOOSING) read_branches(deducing, lua_gettop(L), object, own);
        else if (!object || object->class != OBJECT_BROKEN)
            spot_report(spot_item(reading, 1), "AZ203",
                        "deduire \"…\" { selon { { si = …, alors = oui }, sinon = inconnu, motif = \"…\" } }",
                        "« deduire » attend un « selon », pas %s", value_described(L, -1));
        lua_pop(L, 1);
        forms++;
    }
    if (reading_get(reading, "membres") != LUA_TNIL) {
        read_members(deducing, reading, own);
        forms++;
    }
    lua_pop(L, 1);
    static const char *const computed[] = {"calcul", "au_moins"};
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++) {
        if (reading_get(reading, computed[i]) != LUA_TNIL) {
            read_computed(deducing, reading, computed[i], own);
            forms++;
        }
        lua_pop(L, 1);
    }
    return forms;
}

static void refuse_confirmations(lua_State *L, const Node *node) {
    if (!node) return;
    if (node->to_confirm)
        spot_report(spot_node(L, node), "AZ225", "en faire un fait du vocabulaire",
                    "« a_confirmer » ne vaut que dans un dispositif");
    for (size_t i = 0; i < node->part_count; i++) refuse_confirmations(L, node->parts[i]);
}

static bool derivable(const Fact *fact) {
    return fact->type != FACT_TEXT && fact->type != FACT_CODE && fact->type != FACT_PLACE;
}

static void finish_deduction(lua_State *L, const char *name, int line) {
    static const char *const keys[] = {"si_absent", "membres", "calcul", "au_moins", "source", "infere", "prime_sur", NULL};
    Reading reading;
    bool open = reading_open(&reading, L, 2, "deduire", line, keys, 1);
    int number = fact_named(L, name, (Spot){.L = L, .line = line, .word = "deduire", .text = name}, NULL);
    if (!open || number < 0) {
        object_push_broken(L);
        return;
    }
    Fact *fact = script_new(L, sizeof *fact);
    *fact = load_vocabulary(L)->facts[number];
    if (!derivable(fact)) {
        spot_report(spot_table(&reading), "AZ208", NULL, "« %s » ne se déduit pas par une règle", name);
        object_push_broken(L);
        return;
    }
    DerivationDraft *draft = script_new(L, sizeof *draft);
    draft->derivation = (Derivation){.fact = number, .file = load_of(L)->file, .line = line};
    Deducing deducing = {.L = L, .derivation = &draft->derivation, .fact = fact, .line = line};
    draft->derivation.only_if_absent = reading_flag(&reading, "si_absent");
    draft->derivation.grounds = reading_grounds(&reading);
    if (read_form(&deducing, &reading) != 1)
        spot_report(spot_table(&reading), "AZ217",
                    "deduire \"…\" { selon { … } }, { membres = { … } }, { calcul = … } ou { au_moins = … }",
                    "la déduction de « %s » doit dire comment, d’une seule façon", name);
    for (size_t i = 0; i < draft->derivation.branch_count; i++) refuse_confirmations(L, draft->derivation.branches[i].condition);
    object_push(L, OBJECT_DERIVATION, "deduire", line, draft);
}

int word_deduire(lua_State *L) {
    return opening_push(L, "deduire", finish_deduction);
}
