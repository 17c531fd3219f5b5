/* The rulebook as a whole: the project's own files, what is checked across files, and loading when memory runs out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "rules/rulebook.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

#define TERRITORY                                                                                                                  \
    "V\tessai\n"                                                                                                                   \
    "R\t76\tOccitanie\ten Occitanie\tmetropole\nR\t04\tLa Réunion\tà La Réunion\toutre-mer\n"                                   \
    "D\t31\tHaute-Garonne\ten Haute-Garonne\t76\tmetropole\nD\t46\tLot\tdans le Lot\t76\tmetropole\n"                              \
    "D\t974\tLa Réunion\tà La Réunion\t04\toutre-mer\nA\tMidi-Pyrénées\tOccitanie\n"
#define DOCUMENTS "document \"doc\" { titre = \"T\", editeur = \"E\", en_phrase = \"E, T\" }\n"
#define VOCABULARY                                                                                                                    \
    "fait \"agree\" { type = \"booleen\", libelle = \"agrément\", genre = \"m\", question = \"Agréée ?\", si_oui = \"agréée\", " \
    "si_non = \"sans agrément\" }\n"                                                                                                 \
    "fait \"employeur\" { type = \"booleen\", libelle = \"employeur\", genre = \"m\", question = \"Employeur ?\", "                   \
    "si_oui = \"employeur\", si_non = \"sans emploi\" }\n"                                                                            \
    "fait \"effectif\" { type = \"entier\", minimum = 0, libelle = \"effectif\", genre = \"m\", question = \"Combien ?\" }\n"         \
    "fait \"naissance\" { type = \"date\", libelle = \"naissance\", genre = \"f\", question = \"Quand ?\" }\n"                        \
    "fait \"forme\" { type = \"enum\", libelle = \"forme\", genre = \"f\", question = \"Laquelle ?\", valeurs = { "                   \
    "{ \"cooperative\", libelle = \"coopérative\", valeurs = { { \"scop\", libelle = \"Scop\" }, { \"scic\", libelle = \"Scic\" "    \
    "} } "                                                                                                                            \
    "}, { \"autre\", libelle = \"autre\" } } }\n"                                                                                     \
    "fait \"ratio\" { type = \"nombre\", libelle = \"ratio\", genre = \"m\", question = \"Combien ?\", "                              \
    "si = critere { \"employeur\" } }\n"                                                                                              \
    "fait \"besoins\" { type = \"ensemble\", libelle = \"besoins\", genre = \"m\", pluriel = true, question = \"Lesquels ?\", "       \
    "valeurs = { { \"faire_face\", libelle = \"faire face\" }, { \"rebondir\", libelle = \"rebondir\" } } }\n"
#define QUOTE "local q = source(\"doc\", \"p. 1\") \"un passage\"\n"
#define PROGRAMME(id, conditions, more)                                                                                            \
    QUOTE "return dispositif { id = \"" id "\", nom = \"" id                                                                       \
          "\", porteurs = { \"Le Mouvement associatif\" }, date = \"2026-11-21\", "                                                \
          "conditions = " conditions more " }\n"

static FileBytes file(const char *path, const char *bytes) {
    return (FileBytes){.path = path, .bytes = bytes, .length = bytes ? strlen(bytes) : 0};
}

static Status load_with(const Memory *memory, const FileBytes *items, size_t count, Rulebook **out) {
    FileBytes facts[] = {file("documents.lua", DOCUMENTS), file("territoires.txt", TERRITORY), file("vocabulaire.lua", VOCABULARY)};
    FileBytes rules[8];
    memcpy(rules, items, count * sizeof *rules);
    FileList fact_list = {facts, 3}, rule_list = {rules, count};
    return rulebook_load(memory, "facts", &fact_list, "rules", &rule_list, out);
}

static Rulebook *load(const FileBytes *items, size_t count) {
    Rulebook *rulebook = NULL;
    assert_int_equal(load_with(&memory_standard, items, count, &rulebook), STATUS_OK);
    return rulebook;
}

static Rulebook *load_one(const char *bytes) {
    FileBytes item = file("a.lua", bytes);
    return load(&item, 1);
}

static void expect_clean(const Rulebook *rulebook) {
    for (size_t i = 0; i < rulebook->findings.count; i++)
        print_message("%s:%d %s\n", rulebook->findings.items[i].file, rulebook->findings.items[i].line,
                      rulebook->findings.items[i].message);
    assert_int_equal(rulebook->findings.count, 0);
}

static const Finding *finding(const Rulebook *rulebook, const char *code) {
    for (size_t i = 0; i < rulebook->findings.count; i++)
        if (strcmp(rulebook->findings.items[i].code, code) == 0) return &rulebook->findings.items[i];
    return NULL;
}

static void test_project_loads(void **state) {
    (void)state;
    static const char *const facts_endings[] = {".lua", ".txt", NULL}, *const rules_endings[] = {".lua", NULL};
    Arena arena;
    arena_init(&arena, &memory_standard);
    Findings findings;
    findings_init(&findings, &arena);
    FileList facts, rules;
    assert_int_equal(
        files_read_folder(&files_standard, &arena, AZIMUT_SOURCE_DIR "/facts", facts_endings, 1u << 24, &findings, &facts),
        STATUS_OK);
    assert_int_equal(
        files_read_folder(&files_standard, &arena, AZIMUT_SOURCE_DIR "/rules", rules_endings, 1u << 24, &findings, &rules),
        STATUS_OK);
    Rulebook *rulebook = NULL;
    assert_int_equal(rulebook_load(&memory_standard, "facts", &facts, "rules", &rules, &rulebook), STATUS_OK);
    expect_clean(rulebook);
    const Programme *dla = rulebook_programme(rulebook, "dla");
    assert_non_null(dla);
    assert_false(dla->failed);
    assert_true(strncmp(rulebook->generation, "sha256:", 7) == 0);
    rulebook_free(rulebook);
    arena_clear(&arena);
}

static void test_tests_are_built(void **state) {
    (void)state;
    Rulebook *rulebook = load_one(PROGRAMME("a",
                                            "tous { critere { \"effectif\", au_moins = 2, moins_de = 50, source = q }, "
                                            "critere { depuis \"naissance\", plus_de = ans(3), a_egalite = inconnu, source = q }, "
                                            "critere { \"forme\", hors = { \"cooperative\", \"…\" }, source = q }, "
                                            "critere { \"siege\", parmi = regions { \"Occitanie\" }, source = q }, "
                                            "critere { \"agree\", vaut = non, source = q } }",
                                            ""));
    expect_clean(rulebook);
    const Node *all = rulebook->programmes[0].conditions;
    assert_int_equal(all->part_count, 5);
    const Test *numbers = &all->parts[0]->test, *age = &all->parts[1]->test, *form = &all->parts[2]->test,
               *place = &all->parts[3]->test;
    assert_true(numbers->low.present && !numbers->low.strict && numbers->high.strict);
    assert_true(numbers->low.number == 2 && numbers->high.number == 50);
    assert_true(age->comparison == TEST_DURATION && age->low.strict && age->low.tie_unknown && age->low.duration.months == 36);
    assert_true(form->negated && form->open_list && form->accepted[0] == 7);
    assert_int_equal(place->fact, rulebook->vocabulary.siege);
    assert_true(place->choice_count == 2 && place->accepted[0] == 3);
    assert_string_equal(place->places[0].in, "en Occitanie");
    assert_int_equal(all->parts[4]->test.accepted[0], 1);
    rulebook_free(rulebook);
}

static void test_nodes_are_numbered_once(void **state) {
    (void)state;
    Rulebook *rulebook = load_one(QUOTE "local c = critere { \"agree\", source = q }\nreturn dispositif { id = \"a\", nom = \"A\", "
                                        "porteurs = { \"E\" }, conditions = tous { c, non(c) }, objet = c }\n");
    expect_clean(rulebook);
    const Programme *programme = &rulebook->programmes[0];
    const Node *first = programme->conditions->parts[0], *second = programme->conditions->parts[1]->parts[0];
    assert_true(first != second && first != programme->object);
    assert_true(first->number != second->number && second->number != programme->object->number);
    assert_int_equal(rulebook->node_count, 6); /* and the `si` of `ratio` */
    rulebook_free(rulebook);
}

static void test_confirmation_becomes_a_fact(void **state) {
    (void)state;
    Rulebook *rulebook = load_one(
        PROGRAMME("a", "aucune { source = q }",
                  ", reserves = { a_confirmer { \"l’équipe a été formée à l’écoute, à la médiation et au reste\", source = q } }"));
    expect_clean(rulebook);
    const Node *node = rulebook->programmes[0].reserves[0];
    assert_string_equal(node->name, "l_equipe_a_ete_formee_a_l_ecoute_a_la");
    const Fact *fact = &rulebook->vocabulary.facts[node->test.fact];
    assert_true(fact->hidden && fact->type == FACT_BOOLEAN && fact->changes == CHANGES_NEVER);
    assert_string_equal(fact->name, "a/l_equipe_a_ete_formee_a_l_ecoute_a_la");
    assert_string_equal(fact->programme, "a");
    assert_non_null(strstr(fact->question, "L’équipe a été formée"));
    assert_non_null(strstr(fact->question, "auprès du Mouvement associatif"));
    rulebook_free(rulebook);
}

static void test_example_facts_are_json(void **state) {
    (void)state;
    Rulebook *rulebook =
        load_one(PROGRAMME("a", "aucune { source = q }",
                           ", exemples = { { \"un\", { effectif = 3.0, agree = non, besoins = {}, forme = { \"scop\", \"scic\" }, "
                           "ratio = { min = 0.5 }, confirmations = { x = oui } }, attendu = \"éligible\" }, "
                           "{ \"deux\", {}, attendu = \"indéterminé\", date = \"2027-01-01\" } }"));
    expect_clean(rulebook);
    const Programme *programme = &rulebook->programmes[0];
    assert_int_equal(programme->example_count, 2);
    assert_string_equal(programme->examples[0].facts,
                        "{\"agree\":false,\"besoins\":[],\"confirmations\":{\"a\":{\"x\":true}},\"effectif\":3,"
                        "\"forme\":[\"scop\",\"scic\"],\"ratio\":{\"min\":0.5}}");
    assert_string_equal(programme->examples[1].facts, "{}");
    assert_int_equal(programme->examples[0].date, programme->source_date);
    assert_true(programme->examples[1].date > programme->source_date);
    rulebook_free(rulebook);
}

static void test_attributes(void **state) {
    (void)state;
    Rulebook *rulebook =
        load_one(PROGRAMME("a", "aucune { source = q }",
                           ", duree = { min = 3, max = 6, unite = \"mois\", source = q }, "
                           "cout = selon { { si = critere { \"agree\" }, alors = { 0, unite = \"€\" }, source = q }, "
                           "sinon = inconnu, motif = \"illisible\", infere = \"la case manque\" }, "
                           "calendrier = divergence { motif = \"deux dates\", permanent { source = q }, "
                           "chaque_annee { mois = \"fevrier\", source = q } }, "
                           "modalites = { gratuit = { inconnu, motif = \"colonne perdue\", source = q } }"));
    expect_clean(rulebook);
    const Programme *programme = &rulebook->programmes[0];
    assert_true(programme->duration->minimum == 3 && programme->duration->maximum == 6);
    assert_int_equal(programme->cost->kind, ATTRIBUTE_SELECT);
    assert_int_equal(programme->cost->parts[0]->grounds.quote_count, 1);
    assert_int_equal(programme->cost->conditions[0]->grounds.quote_count, 1);
    assert_null(programme->cost->conditions[1]);
    assert_int_equal(programme->cost->parts[1]->kind, ATTRIBUTE_UNKNOWN);
    assert_int_equal(programme->calendar->kind, ATTRIBUTE_DIVERGENCE);
    assert_int_equal(programme->calendar->parts[1]->month, 2);
    assert_int_equal(programme->modalities[0].present, TRUTH_UNKNOWN);
    assert_string_equal(programme->modalities[0].text, "colonne perdue");
    assert_true(isnan(programme->days_per_month));
    rulebook_free(rulebook);
}

static void test_failed_file_is_listed_and_leaves_nothing(void **state) {
    (void)state;
    FileBytes items[] = {
        file("bon.lua", PROGRAMME("bon", "critere { \"agree\", source = q }", "")),
        file("casse.lua", "-- id = \"faux\"\nreturn dispositif { id = \"le-vrai\", nom = \n"),
        file("sous/sans-nom.lua",
             QUOTE "return dispositif { nom = \"x\", porteurs = { \"E\" }, reserves = { a_confirmer { \"t\", source = q } }, "
                   "conditions = critere { \"agree\", source = q } }\n"),
        file("perdu.lua", NULL),
    };
    Rulebook *rulebook = load(items, 4);
    assert_int_equal(rulebook->programme_count, 4);
    assert_false(rulebook_programme(rulebook, "bon")->failed);
    static const char *const failed[] = {"le-vrai", "sans-nom", "perdu"};
    for (size_t i = 0; i < 3; i++) {
        assert_non_null(rulebook_programme(rulebook, failed[i]));
        assert_true(rulebook_programme(rulebook, failed[i])->failed);
    }
    for (size_t i = 0; i < rulebook->vocabulary.count; i++) assert_null(rulebook->vocabulary.facts[i].programme);
    assert_true(rulebook->findings.errors >= 3);
    rulebook_free(rulebook);
}

static void test_two_files_of_one_id_both_fail(void **state) {
    (void)state;
    FileBytes items[] = {
        file("a.lua", PROGRAMME("a", "critere { \"agree\", source = q }", ", reserves = { a_confirmer { \"t\", source = q } }")),
        file("b.lua", PROGRAMME("a", "critere { \"agree\", source = q }", ", reserves = { a_confirmer { \"t\", source = q } }")),
        file("c.lua", PROGRAMME("c", "critere { \"agree\", source = q }", "")),
    };
    Rulebook *rulebook = load(items, 3);
    assert_int_equal(rulebook->programme_count, 3);
    assert_true(rulebook->programmes[0].failed && rulebook->programmes[1].failed && !rulebook->programmes[2].failed);
    assert_int_equal(rulebook->findings.errors, 2);
    assert_non_null(strstr(rulebook->findings.items[0].message, "rules/b.lua"));
    assert_non_null(strstr(rulebook->findings.items[1].message, "rules/a.lua"));
    assert_int_equal(vocabulary_find(&rulebook->vocabulary, "a/t", 3), -1);
    rulebook_free(rulebook);
}

#define DERIVE(fact, condition)                                                                                                    \
    "deduire \"" fact "\" { selon { { si = critere { " condition                                                                   \
    ", infere = \"x\" }, alors = oui }, sinon = inconnu, motif = \"x\" } }"

static void test_derivations_are_sorted(void **state) {
    (void)state;
    FileBytes items[] = {
        file("a.lua", PROGRAMME("a", "aucune { source = q }", "")),
        file("d1.lua", "return deduire \"agree\" { selon { { si = critere { \"ratio\", plus_de = 1, infere = \"x\" }, alors = oui "
                       "}, sinon = inconnu, "
                       "motif = \"x\" } }"),
        file("d2.lua", "return { deduire \"ratio\" { calcul = fait \"effectif\" / 2, infere = \"x\" }, " DERIVE(
                           "employeur", "\"effectif\", au_moins = 1") " }"),
    };
    Rulebook *rulebook = load(items, 3);
    expect_clean(rulebook);
    const char *names[3];
    assert_int_equal(rulebook->derivation_count, 3);
    for (size_t i = 0; i < 3; i++) names[i] = rulebook->vocabulary.facts[rulebook->derivations[i].fact].name;
    /* `agree` reads `ratio`, whose `si` reads `employeur` */
    assert_string_equal(names[2], "agree");
    rulebook_free(rulebook);
}

static void test_cycle_names_its_path(void **state) {
    (void)state;
    FileBytes items[] = {
        file("a.lua", PROGRAMME("a", "aucune { source = q }", "")),
        file("d.lua", "return { " DERIVE("agree", "\"employeur\"") ", " DERIVE("employeur", "\"agree\"") " }"),
    };
    Rulebook *rulebook = load(items, 2);
    assert_int_equal(rulebook->derivation_count, 0);
    assert_non_null(strstr(finding(rulebook, "AZ221")->message, "agree ← employeur ← agree"));
    rulebook_free(rulebook);
}

static void test_generation_follows_contents(void **state) {
    (void)state;
    Rulebook *first = load_one(PROGRAMME("a", "aucune { source = q }", "")),
             *same = load_one(PROGRAMME("a", "aucune { source = q }", ""));
    Rulebook *other = load_one(PROGRAMME("b", "aucune { source = q }", ""));
    assert_string_equal(first->generation, same->generation);
    assert_string_not_equal(first->generation, other->generation);
    rulebook_free(first);
    rulebook_free(same);
    rulebook_free(other);
}

/* Long lists of mistakes, keys in no order of their own, commands for a terminal in names: all end in findings that can be shown.
 */
static void test_hostile_names_are_shown_harmless(void **state) {
    (void)state;
    Rulebook *rulebook =
        load_one(QUOTE "local t = {} for i = 1, 150 do t[i] = i end\nlocal r = regions(t)\n"
                       "return dispositif { zzz = 1, id = \"a\", aaa = 2, nom = \"A\", mmm = 3, [\"\033[31m\"] = 1 }\n");
    int column = 0;
    size_t unknown = 0, places = 0;
    for (size_t i = 0; i < rulebook->findings.count; i++) {
        const Finding *each = &rulebook->findings.items[i];
        assert_null(strchr(each->message, '\033'));
        assert_true(!each->advice || !strchr(each->advice, '\033'));
        places += strcmp(each->code, "AZ203") == 0;
        if (strcmp(each->code, "AZ201") != 0) continue;
        assert_true(each->column > column || each->column == 8); /* `dispositif`, where a key is written with an escape */
        column = each->column;
        unknown++;
    }
    assert_int_equal(unknown, 4);
    assert_true(places >= 150);
    rulebook_free(rulebook);
    FileBytes items[] = {file("bon.lua", PROGRAMME("bon", "aucune { source = q }", "")), file("x/\033[31m\xff.lua", "return (")};
    rulebook = load(items, 2);
    assert_int_equal(rulebook->programme_count, 2);
    assert_string_equal(rulebook->programmes[0].id, "?[31m?");
    assert_string_equal(rulebook->findings.items[0].file, "rules/x/?[31m?.lua");
    rulebook_free(rulebook);
    rulebook = load_one(QUOTE "return dispositif { id = \"a\", nom = \"A\", porteurs = { \"E\" }, conditions = \"\\27[31m\" }");
    for (size_t i = 0; i < rulebook->findings.count; i++) assert_null(strchr(rulebook->findings.items[i].advice, '\033'));
    rulebook_free(rulebook);
}

/* Each fact applies if the one before does: following them must not take a stack as deep as the vocabulary. */
static void test_long_chain_of_applicability(void **state) {
    (void)state;
    enum { FILES = 16, FACTS = 200, LEVELS = 60 };
    static char texts[FILES][1024], names[FILES][24];
    FileBytes facts[FILES + 3] = {file("documents.lua", DOCUMENTS), file("territoires.txt", TERRITORY),
                                  file("vocabulaire.lua", VOCABULARY)};
    for (int i = 0; i < FILES; i++) {
        snprintf(names[i], sizeof names[i], "v%02d.lua", i);
        snprintf(texts[i], sizeof texts[i],
                 "local before = \"%s%.0d\"\nfor i = %d, %d do\nlocal n = critere { before }\n"
                 "for j = 1, %d do n = tous { n } end\nbefore = \"f\" .. i\n"
                 "fait(\"f\" .. i) { type = \"booleen\", libelle = \"l\", genre = \"m\", question = \"q ?\", si_oui = \"o\", "
                 "si_non = \"n\", si = n }\nend\n",
                 i ? "f" : "agree", i * FACTS, i * FACTS + 1, (i + 1) * FACTS, LEVELS);
        facts[i + 3] = file(names[i], texts[i]);
    }
    char rule[256];
    snprintf(rule, sizeof rule,
             QUOTE "return deduire \"agree\" { selon { { si = critere { \"f%d\", source = q }, alors = oui }, sinon = non }, "
                   "source = q }\n",
             FILES * FACTS);
    FileBytes rules[] = {file("a.lua", PROGRAMME("a", "aucune { source = q }", "")), file("b.lua", rule)};
    FileList fact_list = {facts, FILES + 3}, rule_list = {rules, 2};
    Rulebook *rulebook = NULL;
    assert_int_equal(rulebook_load(&memory_standard, "facts", &fact_list, "rules", &rule_list, &rulebook), STATUS_OK);
    for (size_t i = 0; i < rulebook->findings.count && i < 4; i++)
        print_message("%s:%d %s\n", rulebook->findings.items[i].file, rulebook->findings.items[i].line,
                      rulebook->findings.items[i].message);
    assert_non_null(finding(rulebook, "AZ221"));
    rulebook_free(rulebook);
}

static void test_nothing_usable_is_refused(void **state) {
    (void)state;
    FileList none = {NULL, 0};
    Rulebook *rulebook = NULL;
    assert_int_equal(rulebook_load(&memory_standard, "facts", &none, "rules", &none, &rulebook), STATUS_REFUSED);
    assert_non_null(rulebook);
    assert_true(rulebook->findings.errors > 0);
    rulebook_free(rulebook);
}

/* The only mistakes of the first two files stand within examples; that of the third stands behind them. */
static void test_examples_may_be_left_out(void **state) {
    (void)state;
    FileBytes facts[] = {file("documents.lua", DOCUMENTS), file("territoires.txt", TERRITORY), file("vocabulaire.lua", VOCABULARY)};
    FileBytes rules[] = {
        file("a.lua", PROGRAMME("a", "aucune { source = q }", ", exemples = { { \"x\", {}, attendu = \"peut-être\" } }")),
        file("b.lua", PROGRAMME("b", "aucune { source = q }", ", exemples = { { + } }")),
        file("c.lua",
             PROGRAMME("c", "aucune { source = q }", ", exemples = {\n{ \"x\", {},\nattendu = \"éligible\" },\n}, inutile = 1")),
    };
    FileList fact_list = {facts, 3}, rule_list = {rules, 3};
    Rulebook *whole = NULL, *quick = NULL;
    assert_int_equal(rulebook_load(&memory_standard, "facts", &fact_list, "rules", &rule_list, &whole), STATUS_OK);
    assert_int_equal(rulebook_load_without_examples(&memory_standard, "facts", &fact_list, "rules", &rule_list, &quick), STATUS_OK);
    assert_true(rulebook_programme(whole, "a")->failed && rulebook_programme(whole, "b")->failed);
    assert_non_null(finding(whole, "AZ222"));
    assert_non_null(finding(whole, "AZ301"));
    assert_false(rulebook_programme(quick, "a")->failed || rulebook_programme(quick, "b")->failed);
    assert_true(rulebook_programme(quick, "c")->failed && rulebook_programme(whole, "c")->failed);
    assert_int_equal(quick->findings.count, 1);
    assert_int_equal(quick->findings.items[0].line, finding(whole, "AZ201")->line);
    assert_string_equal(quick->findings.items[0].code, "AZ201");
    assert_string_equal(quick->generation, "");
    assert_int_equal(rulebook_digest(quick, &fact_list, &rule_list), STATUS_OK);
    assert_string_equal(quick->generation, whole->generation);
    rulebook_free(whole);
    rulebook_free(quick);
}

/* A mistake of Lua's own, behind examples of several lines, is told at its line. */
static void test_lines_behind_examples(void **state) {
    (void)state;
    FileBytes facts[] = {file("documents.lua", DOCUMENTS), file("territoires.txt", TERRITORY), file("vocabulaire.lua", VOCABULARY)};
    FileBytes rules[] = {file("a.lua", PROGRAMME("a", "aucune { source = q }", "")),
                         file("b.lua", "return dispositif { exemples = {\n1,\n2,\n},\nid = id .. 1 }")};
    FileList fact_list = {facts, 3}, rule_list = {rules, 2};
    Rulebook *quick = NULL;
    assert_int_equal(rulebook_load_without_examples(&memory_standard, "facts", &fact_list, "rules", &rule_list, &quick), STATUS_OK);
    assert_true(quick->findings.count > 0);
    assert_int_equal(quick->findings.items[0].line, 5);
    rulebook_free(quick);
}

static bool try_load(const Memory *memory) {
    FileBytes items[] = {
        file("a.lua", PROGRAMME("a", "critere { \"effectif\", au_moins = 1, source = q }",
                                ", reserves = { a_confirmer { \"t\", source = q } }")),
        file("b.lua", "return dispositif {"),
        file("d.lua", "return { " DERIVE("agree", "\"employeur\"") ", " DERIVE("employeur", "\"agree\"") " }"),
    };
    Rulebook *rulebook = NULL;
    Status status = load_with(memory, items, 3, &rulebook);
    assert_true(status == STATUS_OK || (status == STATUS_NO_MEMORY && !rulebook));
    if (rulebook) assert_int_equal(rulebook->programme_count, 2);
    rulebook_free(rulebook);
    return status == STATUS_OK;
}

static void test_memory_running_out(void **state) {
    (void)state;
    /* Not SWEEP: Lua collects its garbage and asks again, so a refused request may still end well. */
    for (size_t k = 1, requests = k; requests >= k; k++) {
        Failing failing = {.fail_at = k};
        Memory memory = failing_memory(&failing);
        bool loaded = try_load(&memory);
        requests = failing.requests;
        assert_true(loaded || requests >= k);
        assert_int_equal(failing.blocks, 0);
        assert_int_equal(failing.bytes, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_project_loads),
        cmocka_unit_test(test_tests_are_built),
        cmocka_unit_test(test_nodes_are_numbered_once),
        cmocka_unit_test(test_confirmation_becomes_a_fact),
        cmocka_unit_test(test_example_facts_are_json),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_failed_file_is_listed_and_leaves_nothing),
        cmocka_unit_test(test_two_files_of_one_id_both_fail),
        cmocka_unit_test(test_derivations_are_sorted),
        cmocka_unit_test(test_cycle_names_its_path),
        cmocka_unit_test(test_generation_follows_contents),
        cmocka_unit_test(test_hostile_names_are_shown_harmless),
        cmocka_unit_test(test_long_chain_of_applicability),
        cmocka_unit_test(test_nothing_usable_is_refused),
        cmocka_unit_test(test_examples_may_be_left_out),
        cmocka_unit_test(test_lines_behind_examples),
        cmocka_unit_test(test_memory_running_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
