/* One class of userdata for everything that words make, told apart by a tag, because ten thousand scripts each pay for their
 * metatables. Lua would let `<`, `+`, indexing or a second call pass in silence or fail in English: each is answered here with
 * what to write instead. What a script made is kept in a list, so that what nothing uses can be named with its line. */
#include "rules/objects.h"

#include "rules/words.h"
#include <lauxlib.h>
#include <string.h>

static const char metatable_key = 0;

/* As the messages name them. */
static const char *const class_names[] = {
    [OBJECT_BROKEN] = "un objet refusé",
    [OBJECT_HANDLE] = "une source sans citation",
    [OBJECT_QUOTE] = "une citation",
    [OBJECT_NODE] = "une condition",
    [OBJECT_CHOOSING] = "un « selon »",
    [OBJECT_DIVERGENCE] = "une « divergence »",
    [OBJECT_ANSWER] = "une réponse (oui, non, inconnu, accepte, refuse)",
    [OBJECT_SUBJECT] = "une ancienneté (depuis, jusqu_a)",
    [OBJECT_DURATION] = "une durée",
    [OBJECT_PLACES] = "des territoires",
    [OBJECT_RANGE] = "une plage de codes",
    [OBJECT_CALENDAR] = "un calendrier",
    [OBJECT_COMPUTE] = "un calcul",
    [OBJECT_OPENING] = "un mot sans sa table",
    [OBJECT_PROGRAMME] = "un dispositif",
    [OBJECT_DERIVATION] = "une déduction",
    [OBJECT_NOTICE] = "une alerte ou une orientation",
    [OBJECT_DIAGNOSIS] = "un diagnostic",
    [OBJECT_RANKING] = "un classement",
};

Object *object_push(lua_State *L, ObjectClass class, const char *word, int line, void *content) {
    Load *load = load_of(L);
    Object **handle = lua_newuserdatauv(L, sizeof(void *), class == OBJECT_CHOOSING || class == OBJECT_DIVERGENCE ? 1 : 0);
    *handle = NULL;
    Object *object = script_new(L, sizeof *object);
    *object = (Object){.class = class, .line = line, .word = word, .content = content, .older = load->objects};
    object->constant = class == OBJECT_BROKEN;
    *handle = object;
    load->objects = object;
    load->loose += !object->constant;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_key);
    lua_setmetatable(L, -2);
    return object;
}

int object_push_broken(lua_State *L) {
    object_push(L, OBJECT_BROKEN, "", 0, NULL);
    return 1;
}

void object_push_constant(lua_State *L, ObjectClass class, const char *name, void *content) {
    object_push(L, class, name, 0, content)->constant = true;
    load_of(L)->loose--;
}

Object *object_get(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
    return *(Object **)lua_touserdata(L, index);
}

Object *object_hand(lua_State *L, int index) {
    Object *object = object_get(L, index);
    if (!object || object->handed) return object;
    object->handed = true;
    load_of(L)->loose -= !object->constant;
    return object;
}

const char *value_described(lua_State *L, int index) {
    const Object *object = object_get(L, index);
    if (object) return class_names[object->class];
    switch (lua_type(L, index)) {
    case LUA_TNIL:
    case LUA_TNONE: return "rien";
    case LUA_TBOOLEAN: return "un booléen de Lua (true ou false)";
    case LUA_TNUMBER: return "un nombre";
    case LUA_TSTRING: return "un texte";
    case LUA_TTABLE: return "une table { … }";
    case LUA_TFUNCTION: return "un mot sans sa table { … }";
    default: return "une valeur";
    }
}

/* The first operand of a metamethod that is an object. */
static const Object *operand(lua_State *L) {
    Object *first = object_hand(L, 1);
    Object *second = object_hand(L, 2);
    return first ? first : second;
}

static const char *operand_name(lua_State *L) {
    const Object *object = operand(L);
    return object ? class_names[object->class] : "un objet";
}

static int refuse_compare(lua_State *L) {
    const Object *object = operand(L);
    if (object && object->class == OBJECT_COMPUTE)
        script_fail(L, "AZ213", 0, "comparer dans un critère : critere { \"effectif_salarie\", au_moins = 1, … }",
                    "on ne compare pas un fait avec < ou <= de Lua");
    script_fail(L, "AZ213", 0,
                "comparer dans un critère (au_moins, plus_de, au_plus, moins_de) ; réunir avec tous { … } ou au_moins_un { … }",
                "on ne compare pas %s avec < ou <= de Lua", operand_name(L));
}

static int refuse_concat(lua_State *L) {
    script_report(L, "AZ213", 0,
                  "réunir des conditions avec tous { … } ou au_moins_un { … }, des citations dans une liste { a, b }",
                  "on ne colle pas %s avec « .. »", operand_name(L));
    return object_push_broken(L);
}

static int refuse_length(lua_State *L) {
    script_fail(L, "AZ213", 0, "seule une table ou un texte a une longueur", "%s n’a pas de longueur (« # »)", operand_name(L));
}

static int refuse_bits(lua_State *L) {
    script_report(L, "AZ213", 0, "réunir des conditions avec tous { … }, au_moins_un { … } ou non { … }",
                  "on ne combine pas %s avec un opérateur de Lua", operand_name(L));
    return object_push_broken(L);
}

static int refuse_index(lua_State *L) {
    const Object *object = object_hand(L, 1);
    size_t length = 0;
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &length) : NULL;
    script_fail(L, "AZ213", 0, "garder la valeur à part avec local, avant d’en faire un objet", "on ne lit pas « %s » dans %s",
                key && utf8_valid(key, length) && length < 60 ? key : "…", object ? class_names[object->class] : "un objet");
}

static int refuse_assignment(lua_State *L) {
    const Object *object = object_hand(L, 1);
    script_fail(L, "AZ213", 0, "tout écrire dans la table du mot : mot { clé = valeur }", "on ne modifie pas %s une fois construit",
                object ? class_names[object->class] : "un objet");
}

static int call_object(lua_State *L) {
    Object *object = object_hand(L, 1);
    if (!object) script_fail(L, "AZ213", 0, NULL, "cet appel n’a pas de sens");
    switch (object->class) {
    case OBJECT_HANDLE: return quote_from_handle(L, object->content);
    case OBJECT_OPENING: return opening_finish(L, object);
    case OBJECT_ANSWER: return answer_call(L, object->content);
    case OBJECT_BROKEN: return object_push_broken(L);
    default: break;
    }
    for (int i = 2; i <= lua_gettop(L); i++) object_hand(L, i);
    script_report(L, "AZ213", 0, "séparer les éléments d’une table par des virgules ; ne donner qu’une table à un mot",
                  "on n’appelle pas %s comme une fonction (une virgule manque peut-être avant ce qui suit)",
                  class_names[object->class]);
    return object_push_broken(L);
}

static int described(lua_State *L) {
    lua_pushstring(L, value_described(L, 1));
    return 1;
}

static const luaL_Reg metamethods[] = {
    {"__lt", refuse_compare},
    {"__le", refuse_compare},
    {"__concat", refuse_concat},
    {"__len", refuse_length},
    {"__index", refuse_index},
    {"__newindex", refuse_assignment},
    {"__call", call_object},
    {"__tostring", described},
    {"__add", compute_add},
    {"__sub", compute_subtract},
    {"__mul", compute_multiply},
    {"__div", compute_divide},
    {"__unm", refuse_bits},
    {"__mod", refuse_bits},
    {"__pow", refuse_bits},
    {"__idiv", refuse_bits},
    {"__band", refuse_bits},
    {"__bor", refuse_bits},
    {"__bxor", refuse_bits},
    {"__bnot", refuse_bits},
    {"__shl", refuse_bits},
    {"__shr", refuse_bits},
    {NULL, NULL},
};

void objects_open(lua_State *L) {
    lua_createtable(L, 0, 24);
    luaL_setfuncs(L, metamethods, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &metatable_key);
}

static void report_unused(lua_State *L, const Object *object) {
    switch (object->class) {
    case OBJECT_QUOTE:
        spot_report(spot_object(L, object), "AZ215", "la donner à ce qu’elle appuie (source = …) ou la retirer",
                    "cette citation n’est utilisée nulle part");
        break;
    case OBJECT_HANDLE:
        spot_report(spot_object(L, object), "AZ215", "en tirer une citation, ou retirer la ligne",
                    "cette source n’est citée nulle part");
        break;
    case OBJECT_OPENING:
        spot_report(spot_object(L, object), "AZ214", "la faire suivre d’une table : mot \"nom\" { … }",
                    "« %s \"%s\" » n’est suivi d’aucune table", object->word, ((const Opening *)object->content)->name);
        break;
    case OBJECT_PROGRAMME:
    case OBJECT_DERIVATION:
    case OBJECT_NOTICE:
    case OBJECT_DIAGNOSIS:
    case OBJECT_RANKING:
        spot_report(spot_object(L, object), "AZ214",
                    load_of(L)->unreturned ? "écrire return devant" : "le rendre à la fin du fichier : return { a, b }",
                    "« %s » est construit ici mais le fichier ne le rend pas", object->word);
        break;
    default:
        spot_report(spot_object(L, object), "AZ214", "le placer dans conditions, reserves, tous { … } ou ailleurs, ou le retirer",
                    "« %s » est construit ici mais n’est rattaché à rien", object->word);
        break;
    }
}

void objects_report_unused(lua_State *L) {
    for (const Object *object = load_of(L)->objects; object; object = object->older)
        if (!object->handed && !object->constant) report_unused(L, object);
}
