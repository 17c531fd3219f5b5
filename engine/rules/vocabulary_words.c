/* The words of facts/: fait "nom" { … } and document "nom" { … }. A fact that is declared wrongly is left out and reported; the
 * others stand, so that one slip does not make every rule wrong. */
#include "base/number.h"
#include "rules/comparison.h"
#include "rules/nodes.h"

#include <math.h>
#include <string.h>

static const char *const type_names[] = {
    [FACT_TEXT] = "texte",
    [FACT_CODE] = "code",
    [FACT_BOOLEAN] = "booleen",
    [FACT_INTEGER] = "entier",
    [FACT_NUMBER] = "nombre",
    [FACT_EUROS] = "euros",
    [FACT_DATE] = "date",
    [FACT_ENUM] = "enum",
    [FACT_SET] = "ensemble",
    [FACT_PLACE] = "lieu",
    NULL,
};
static const char *const change_names[] = {"jamais", "temps", "decision", "agrement", NULL};
static const char *const level_names[] = {"commune", "code_postal", "departement", "region", "epci", NULL};
static const char *const form_names[] = {"siren", "siret", "chiffres", NULL};

typedef struct Declaring {
    const Reading *reading;
    lua_State *L;
    Fact *fact;
    bool fine;
} Declaring;

static void refuse(Declaring *declaring, Spot spot, const char *advice, const char *message) {
    declaring->fine = false;
    spot_report(spot, "AZ228", advice, "%s", message);
}

/* The position in `names` of the text under `key`; -1 when absent or reported. */
static int read_name(Declaring *declaring, const char *key, const char *const *names, bool required) {
    lua_State *L = declaring->L;
    const char *text = reading_text(declaring->reading, key, required);
    if (!text) {
        if (required) declaring->fine = false;
        return -1;
    }
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], text) == 0) return i;
    refuse(declaring, spot_value(declaring->reading, key), advise_nearest(L, text, names),
           say(L, "« %s » ne peut pas valoir « %s »", key, text));
    return -1;
}

static void read_bound(Declaring *declaring, const char *key, double *bound) {
    const Fact *fact = declaring->fact;
    Day day;
    if (!reading_has(declaring->reading, key)) return;
    if (fact->type == FACT_DATE) {
        if (reading_day(declaring->reading, key, &day)) *bound = day;
    } else if (fact->type == FACT_INTEGER || fact->type == FACT_NUMBER || fact->type == FACT_EUROS) {
        reading_number(declaring->reading, key, bound);
    } else {
        refuse(declaring, spot_key(declaring->reading, key), "retirer cette clé",
               say(declaring->L, "« %s » ne vaut que pour un nombre ou une date", key));
    }
}

static void read_bounds(Declaring *declaring) {
    Fact *fact = declaring->fact;
    bool date = fact->type == FACT_DATE, whole = fact->type == FACT_INTEGER;
    fact->minimum = date ? (double)DAY_MIN : whole ? -NUMBER_EXACT_MAX : -INFINITY;
    fact->maximum = date ? (double)DAY_MAX : whole ? NUMBER_EXACT_MAX : INFINITY;
    read_bound(declaring, "minimum", &fact->minimum);
    read_bound(declaring, "maximum", &fact->maximum);
    if (fact->minimum > fact->maximum)
        refuse(declaring, spot_key(declaring->reading, "minimum"), "échanger les deux bornes",
               say(declaring->L, "le minimum de « %s » est au-dessus de son maximum", fact->name));
    if (whole && (fact->minimum != floor(fact->minimum) || fact->maximum != floor(fact->maximum)))
        refuse(declaring, spot_table(declaring->reading), "écrire des bornes entières",
               say(declaring->L, "« %s » est un entier : ses bornes aussi", fact->name));
}

/* How many values a tree of `valeurs` holds. */
static size_t count_values(lua_State *L, int index, int depth) {
    size_t count = 0, length = lua_type(L, index) == LUA_TTABLE && depth < 8 ? lua_rawlen(L, index) : 0;
    for (size_t i = 1; i <= length; i++) {
        script_charge(L, 1);
        if (lua_rawgeti(L, index, (lua_Integer)i) == LUA_TTABLE) {
            count++;
            lua_getfield(L, -1, "valeurs");
            count += count_values(L, lua_gettop(L), depth + 1);
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    return count;
}

static Gender read_gender(Declaring *declaring, const Reading *reading, bool required) {
    static const char *const genders[] = {"m", "f", NULL};
    Declaring inner = *declaring;
    inner.reading = reading;
    int gender = read_name(&inner, "genre", genders, required);
    declaring->fine = declaring->fine && inner.fine;
    return gender == 1 ? GENDER_FEMININE : GENDER_MASCULINE;
}

static void read_values(Declaring *declaring, const Reading *reading, int parent, int depth);

static void read_value(Declaring *declaring, Spot spot, int parent, int depth) {
    static const char *const keys[] = {"libelle", "genre", "pluriel", "synonymes", "valeurs", NULL};
    lua_State *L = declaring->L;
    Fact *fact = declaring->fact;
    Reading value;
    if (!reading_open_within(&value, spot, "valeurs", keys, 1)) {
        declaring->fine = false;
        return;
    }
    Choice choice = {.parent = parent};
    choice.name = reading_first_text(&value, "un nom de valeur");
    choice.label = reading_text(&value, "libelle", true);
    choice.plural = reading_text(&value, "pluriel", false);
    choice.gender = read_gender(declaring, &value, false);
    size_t count;
    choice.synonyms = reading_texts(&value, "synonymes", &count);
    if (!choice.name || !choice.label) {
        declaring->fine = false;
        return;
    }
    for (size_t i = 0; i < fact->choice_count; i++) {
        script_charge(L, 1);
        if (strcmp(fact->choices[i].name, choice.name) == 0)
            refuse(declaring, spot_item(&value, 1), "l’écrire une seule fois",
                   say(L, "la valeur « %s » de « %s » est déclarée deux fois", choice.name, fact->name));
    }
    int number = (int)fact->choice_count;
    fact->choices[fact->choice_count++] = choice;
    if (reading_has(&value, "valeurs")) read_values(declaring, &value, number, depth + 1);
}

static void read_values(Declaring *declaring, const Reading *reading, int parent, int depth) {
    static const char *const none[] = {NULL};
    lua_State *L = declaring->L;
    Reading list;
    if (depth >= 8) {
        refuse(declaring, spot_table(reading), NULL, "trop de valeurs l’une dans l’autre");
        return;
    }
    reading_get(reading, "valeurs");
    if (reading_open_within(&list, spot_value(reading, "valeurs"), "valeurs", none, READING_ANY)) {
        for (size_t i = 0; i < list.length; i++) {
            reading_item(&list, i + 1);
            read_value(declaring, spot_item(&list, i + 1), parent, depth);
            lua_pop(L, 1);
        }
    } else declaring->fine = false;
    lua_pop(L, 1);
}

/* A set of departements has the departements as choices, without what stands below them in `siege`. */
static void take_departements(Declaring *declaring) {
    const Vocabulary *vocabulary = load_vocabulary(declaring->L);
    if (vocabulary->siege < 0) {
        refuse(declaring, spot_table(declaring->reading), "rétablir facts/territoires.txt", "la table des territoires manque");
        return;
    }
    declaring->fact->choices = vocabulary->territory.departement_choices;
    declaring->fact->choice_count = vocabulary->territory.departement_count;
    declaring->fact->words = vocabulary->territory.words;
}

static void read_choices(Declaring *declaring) {
    lua_State *L = declaring->L;
    Fact *fact = declaring->fact;
    bool values = reading_has(declaring->reading, "valeurs"), departements = reading_flag(declaring->reading, "departements");
    if (fact->type != FACT_ENUM && fact->type != FACT_SET) {
        if (values || departements)
            refuse(declaring, spot_table(declaring->reading), "type = \"enum\" ou \"ensemble\"",
                   say(L, "« %s » ne prend pas de valeurs : son type est « %s »", fact->name, type_names[fact->type]));
        return;
    }
    if (departements && fact->type == FACT_SET && !values) {
        take_departements(declaring);
        return;
    }
    reading_get(declaring->reading, "valeurs");
    size_t count = count_values(L, lua_gettop(L), 0);
    lua_pop(L, 1);
    if (count == 0) {
        refuse(declaring, spot_table(declaring->reading), "valeurs = { { \"…\", libelle = \"…\" } }",
               say(L, "« %s » n’a aucune valeur", fact->name));
        return;
    }
    fact->choices = script_array(L, count, sizeof *fact->choices);
    read_values(declaring, declaring->reading, -1, 0);
    if (declaring->fine && !fact_close_choices(fact, script_of(L)->arena)) script_no_memory(L);
}

static void read_code(Declaring *declaring) {
    static const CodeForm forms[] = {CODE_SIREN, CODE_SIRET, CODE_DIGITS};
    Fact *fact = declaring->fact;
    int form = read_name(declaring, "forme", form_names, false);
    if (form >= 0) fact->code_form = forms[form];
    double digits = 0;
    reading_number(declaring->reading, "chiffres", &digits);
    if (fact->code_form == CODE_DIGITS && !(digits >= 1 && digits <= 32 && digits == floor(digits)))
        refuse(declaring, spot_table(declaring->reading), "forme = \"chiffres\", chiffres = 4",
               say(declaring->L, "« %s » ne dit pas combien de chiffres", fact->name));
    else fact->code_digits = (size_t)digits;
}

/* A singular and a plural, which may be the same: { "ETP", "ETP" }; how none is told may follow: « aucun ETP ». */
static void read_units(Declaring *declaring) {
    static const char *const none[] = {NULL};
    lua_State *L = declaring->L;
    const char *units[3] = {NULL, NULL, NULL};
    Reading list;
    int type = reading_get(declaring->reading, "unite");
    bool open = type == LUA_TTABLE && reading_open_within(&list, spot_value(declaring->reading, "unite"), "unite", none, 3);
    for (size_t i = 0; open && i < list.length && i < 3; i++) {
        if (reading_item(&list, i + 1) == LUA_TSTRING) units[i] = script_text(L, -1, NULL);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    declaring->fact->unit = units[0];
    declaring->fact->units = units[1];
    declaring->fact->unit_none = units[2];
    if (type != LUA_TNIL && (!units[0] || !units[1]))
        refuse(declaring, spot_value(declaring->reading, "unite"), "unite = { \"personne salariée\", \"personnes salariées\" }",
               "« unite » donne un singulier et un pluriel");
}

static void read_change(Declaring *declaring) {
    static const Mutability changes[] = {CHANGES_NEVER, CHANGES_TIME, CHANGES_DECISION, CHANGES_APPROVAL};
    int change = read_name(declaring, "evolue", change_names, false);
    if (change >= 0) declaring->fact->changes = changes[change];
    if (reading_number(declaring->reading, "effort", &declaring->fact->effort) && !(declaring->fact->effort >= 0))
        refuse(declaring, spot_value(declaring->reading, "effort"), "effort = 2", "« effort » est un nombre positif");
}

static void read_grammar(Declaring *declaring) {
    const Reading *reading = declaring->reading;
    Fact *fact = declaring->fact;
    bool asked = fact->type != FACT_TEXT && fact->type != FACT_CODE;
    fact->label = reading_text(reading, "libelle", true);
    fact->gender = read_gender(declaring, reading, asked);
    fact->plural = reading_flag(reading, "pluriel");
    read_units(declaring);
    fact->when_yes = reading_text(reading, "si_oui", fact->type == FACT_BOOLEAN);
    fact->when_no = reading_text(reading, "si_non", fact->type == FACT_BOOLEAN);
    fact->question = reading_text(reading, "question", asked);
    fact->help = reading_text(reading, "aide", false);
    size_t count;
    fact->synonyms = reading_texts(reading, "synonymes", &count);
    bool worded = fact->type != FACT_BOOLEAN || (fact->when_yes && fact->when_no);
    if (!fact->label || !worded || (asked && !fact->question)) declaring->fine = false;
    if (fact->type != FACT_BOOLEAN && (fact->when_yes || fact->when_no))
        refuse(declaring, spot_key(declaring->reading, fact->when_yes ? "si_oui" : "si_non"), "retirer si_oui et si_non",
               say(declaring->L, "« %s » n’est pas un fait à oui ou non", fact->name));
}

/* `si = critere { … }`: no quotation is asked, since it only says when the fact makes sense. */
static void read_applicability(Declaring *declaring) {
    lua_State *L = declaring->L;
    Rulebook *rulebook = load_of(L)->rulebook;
    if (reading_get(declaring->reading, "si") != LUA_TNIL) {
        Node *node = node_take(L, -1, "si", spot_value(declaring->reading, "si"));
        if (node) {
            Node **nodes = script_array(L, rulebook->applicability_count + 1, sizeof(void *));
            if (rulebook->applicability_count)
                memcpy(nodes, rulebook->applicability, rulebook->applicability_count * sizeof(void *));
            nodes[rulebook->applicability_count] = node;
            if (declaring->fine) {
                declaring->fact->applies_if = (int)rulebook->applicability_count++;
                rulebook->applicability = nodes;
            }
        }
    }
    lua_pop(L, 1);
}

static bool name_fits(const char *name) {
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name) && strlen(name) <= 60;
}

static void check_name(Declaring *declaring, const char *name) {
    static const char *const taken[] = {"confirmations", "overrides", "azimut", "siege", NULL};
    const Vocabulary *vocabulary = load_vocabulary(declaring->L);
    lua_State *L = declaring->L;
    if (!name_fits(name))
        refuse(declaring, spot_table(declaring->reading), "minuscules sans accent, chiffres et « _ »",
               say(L, "le nom de fait « %s » ne convient pas", name));
    for (int i = 0; taken[i]; i++)
        if (strcmp(taken[i], name) == 0)
            refuse(declaring, spot_table(declaring->reading), "choisir un autre nom", say(L, "« %s » est un nom réservé", name));
    int other = strcmp(name, "siege") == 0 ? -1 : vocabulary_find(vocabulary, name, strlen(name));
    if (other >= 0)
        refuse(declaring, spot_table(declaring->reading), "n’en garder qu’une",
               say(L, "le fait « %s » est déclaré deux fois (déjà à la ligne %d)", name, vocabulary->facts[other].line));
}

static void finish_fact(lua_State *L, const char *name, int line) {
    static const char *const keys[] = {"type",     "forme",   "chiffres",  "niveau",   "departements", "minimum", "maximum",
                                       "valeurs",  "libelle", "genre",     "pluriel",  "unite",        "si_oui",  "si_non",
                                       "question", "aide",    "synonymes", "sensible", "evolue",       "effort",  "si",
                                       "passe",    NULL};
    Reading reading;
    if (!reading_open(&reading, L, 2, "fait", line, keys, 0)) {
        object_push_broken(L);
        return;
    }
    Fact *fact = script_new(L, sizeof *fact);
    *fact = (Fact){.name = name, .applies_if = -1, .changes = CHANGES_DECISION, .file = load_of(L)->file, .line = line};
    Declaring declaring = {.reading = &reading, .L = L, .fact = fact, .fine = true};
    check_name(&declaring, name);
    int type = read_name(&declaring, "type", type_names, true);
    if (type >= 0) {
        fact->type = (FactType)type;
        read_bounds(&declaring);
        read_choices(&declaring);
        if (fact->type == FACT_CODE) read_code(&declaring);
        int level = read_name(&declaring, "niveau", level_names, fact->type == FACT_PLACE);
        fact->level = (PlaceLevel)(level + 1);
        read_grammar(&declaring);
        fact->sensitive = reading_flag(&reading, "sensible");
        fact->past = reading_flag(&reading, "passe");
        read_change(&declaring);
        read_applicability(&declaring);
    }
    if (declaring.fine && vocabulary_add(load_vocabulary(L), fact) < 0) script_no_memory(L);
    object_push(L, OBJECT_BROKEN, "fait", line, NULL)->constant = true;
}

int word_fait(lua_State *L) {
    return load_of(L)->facts ? opening_push(L, "fait", finish_fact) : compute_fact(L);
}

static bool document_known(lua_State *L, const char *id) {
    const Load *load = load_of(L);
    for (size_t i = 0; i < load->rulebook->document_count; i++)
        if (strcmp(load->rulebook->documents[i].id, id) == 0) return true;
    for (const DocumentDraft *draft = load->kept.documents; draft; draft = draft->next)
        if (strcmp(draft->document.id, id) == 0) return true;
    return false;
}

static void finish_document(lua_State *L, const char *name, int line) {
    static const char *const keys[] = {"titre", "editeur", "date", "en_phrase", NULL};
    Reading reading;
    object_push(L, OBJECT_BROKEN, "document", line, NULL)->constant = true;
    if (!reading_open(&reading, L, 2, "document", line, keys, 0)) return;
    DocumentDraft *draft = script_new(L, sizeof *draft);
    Document *document = &draft->document;
    *document = (Document){.id = name, .file = load_of(L)->file, .line = line};
    document->title = reading_text(&reading, "titre", true);
    document->editor = reading_text(&reading, "editeur", true);
    document->in_sentence = reading_text(&reading, "en_phrase", true);
    Day day;
    if (reading_day(&reading, "date", &day)) document->date = reading_text(&reading, "date", false);
    if (document_known(L, name)) {
        spot_report(spot_table(&reading), "AZ228", "n’en garder qu’un", "le document « %s » est déclaré deux fois", name);
        return;
    }
    draft->next = load_of(L)->kept.documents;
    load_of(L)->kept.documents = draft;
}

int word_document(lua_State *L) {
    return opening_push(L, "document", finish_document);
}
