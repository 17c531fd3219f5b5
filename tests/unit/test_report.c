/* What is said of a structure, over small rulebooks written here: verdicts, clauses, paragraphs, ranks, dates, questions, and both
 * outputs. U+00A0 is written ~ and U+202F is written ^ in the expectations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "explain/figures.h"
#include "explain/report.h"
#include "failing_memory.h"
#include "input/facts_json.h"
#include "output/write.h"

#include <string.h>

#define FILE_OF(name, text)                                                                                                        \
    { (name), (text), sizeof(text) - 1 }

static const char vocabulary[] =
    "fait \"nom\" { type = \"texte\", libelle = \"nom\", genre = \"m\" }\n"
    "fait \"besoins\" { type = \"ensemble\", libelle = \"besoins\", genre = \"m\", pluriel = true,\n"
    "  question = \"Quel est le besoin ?\", valeurs = { { \"crise\", libelle = \"gérer la crise\", genre = \"m\" } } }\n"
    "fait \"effectif_salarie\" { type = \"entier\", minimum = 0, maximum = 1000, libelle = \"effectif salarié\",\n"
    "  genre = \"m\", unite = { \"personne salariée\", \"personnes salariées\" }, question = \"Combien ?\" }\n"
    "fait \"date_creation\" { type = \"date\", libelle = \"date de création\", genre = \"f\", evolue = \"temps\",\n"
    "  question = \"Depuis quand ?\" }\n"
    "fait \"departement\" { type = \"lieu\", niveau = \"departement\", libelle = \"département du siège\",\n"
    "  genre = \"m\", question = \"Où ?\" }\n";
static const char documents[] =
    "document \"doc\" { titre = \"Guide\", editeur = \"Éditeur\", en_phrase = \"Éditeur, « Guide »\" }\n";
static const char territory[] = "V\tessai\n"
                                "R\t76\tOccitanie\ten Occitanie\tmetropole\nR\t53\tBretagne\ten Bretagne\tmetropole\n"
                                "D\t31\tHaute-Garonne\ten Haute-Garonne\t76\tmetropole\nD\t48\tLozère\ten Lozère\t76\tmetropole\n"
                                "D\t35\tIlle-et-Vilaine\ten Ille-et-Vilaine\t53\tmetropole\n";
static const char alpha[] =
    "local d = source(\"doc\", \"page 1\")\n"
    "return dispositif { id = \"alpha\", nom = \"Alpha\", porteurs = { \"A\" }, specialisation = \"crise\", contact = \"A\",\n"
    "  conditions = tous {\n"
    "    critere { \"effectif_salarie\", au_moins = 2, source = d \"2 salariés\" },\n"
    "    critere { depuis \"date_creation\", au_moins = ans(3), source = d \"3 ans\" },\n"
    "    critere { \"siege\", parmi = regions { \"Occitanie\" }, source = d \"Occitanie\" } },\n"
    "  besoins = { crise = \"forte\", source = d \"crise\" },\n"
    "  calendrier = chaque_annee { mois = \"février\", source = d \"février\" }, date = \"2026-11-21\",\n"
    "  exemples = { { \"rien\", {}, attendu = \"indéterminé\" } } }\n";
static const char beta[] = "local d = source(\"doc\", \"page 2\")\n"
                           "return dispositif { id = \"beta\", nom = \"Bêta\", porteurs = { \"B\" }, generaliste = true,\n"
                           "  conditions = aucune { source = d \"Tous\" },\n"
                           "  besoins = { crise = \"forte\", source = d \"crise\" },\n"
                           "  calendrier = periode { du = \"2026-11-01\", au = \"2026-11-21\", source = d \"novembre\" },\n"
                           "  date = \"2026-11-21\", exemples = { { \"rien\", {}, attendu = \"éligible\" } } }\n";
static const char ranking[] = "return classement { { \"pertinence\" , raison = \"{lui} répond {ici}\" },\n"
                              "  { \"specialisation\", raison = \"{lui} est {ici}, alors que {autre} est {la}\" }, { "
                              "\"identifiant\", raison = \"rien\" } }\n";

static const FileBytes fact_files[] = {FILE_OF("documents.lua", documents), FILE_OF("territoires.txt", territory),
                                       FILE_OF("vocabulaire.lua", vocabulary)};
static const FileBytes rule_files[] = {FILE_OF("alpha.lua", alpha), FILE_OF("beta.lua", beta), FILE_OF("classement.lua", ranking)};

typedef struct World {
    Rulebook *rulebook;
    Arena arena;
    FactSet facts;
    Findings findings;
    Report *report;
} World;

static Day day(int year, int month, int number) {
    return day_from_date((Date){year, month, number});
}

static void close_world(World *world) {
    report_free(world->report);
    arena_clear(&world->arena);
    rulebook_free(world->rulebook);
}

static Status open_world(World *world, const Memory *memory, const char *facts, Day date) {
    const FileList fact_list = {(FileBytes *)fact_files, sizeof fact_files / sizeof *fact_files};
    const FileList rule_list = {(FileBytes *)rule_files, sizeof rule_files / sizeof *rule_files};
    *world = (World){.rulebook = NULL};
    arena_init(&world->arena, memory);
    findings_init(&world->findings, &world->arena);
    Status status = rulebook_load(memory, "facts", &fact_list, "rules", &rule_list, &world->rulebook);
    if (status == STATUS_OK) status = factset_init(&world->facts, &world->arena, &world->rulebook->vocabulary);
    if (status == STATUS_OK) status = facts_json_read(&world->facts, "faits", facts, strlen(facts), &world->findings);
    if (status == STATUS_OK) status = report_new(memory, world->rulebook, &world->facts, date, &world->report);
    return status;
}

static void open_well(World *world, const char *facts) {
    Status status = open_world(world, &memory_standard, facts, day(2026, 11, 21));
    for (size_t i = 0; world->rulebook && i < world->rulebook->findings.count; i++)
        print_message("%s:%d: %s\n", world->rulebook->findings.items[i].file, world->rulebook->findings.items[i].line,
                      world->rulebook->findings.items[i].message);
    assert_int_equal(status, STATUS_OK);
}

static const ProgrammeReport *programme(const World *world, const char *id) {
    for (size_t i = 0; i < world->report->programme_count; i++)
        if (strcmp(world->report->programmes[i].programme->id, id) == 0) return &world->report->programmes[i];
    fail_msg("no programme %s", id);
    return NULL;
}

static void says(World *world, const char *actual, const char *expected) {
    Phrase phrase;
    phrase_init(&phrase, &world->arena);
    for (const char *at = actual; *at;) {
        bool wide = strncmp(at, NBSP, 2) == 0, thin = strncmp(at, THIN, 3) == 0;
        phrase_add_bytes(&phrase, wide ? "~" : thin ? "^" : at, 1);
        at += wide ? 2 : thin ? 3 : 1;
    }
    assert_string_equal(phrase_text(&phrase), expected);
}

static const char good[] =
    "{\"nom\":\"Le Fil\",\"besoins\":[\"crise\"],\"effectif_salarie\":{\"value\":2,\"source\":\"comptes 2025\"},"
    "\"date_creation\":\"2023-11-21\",\"departement\":\"48\"}";

static void eligible(void **state) {
    (void)state;
    World world;
    open_well(&world, good);
    const ProgrammeReport *alpha_report = programme(&world, "alpha");
    assert_int_equal(alpha_report->outcome.verdict, VERDICT_ELIGIBLE);
    assert_int_equal(alpha_report->criterion_count, 3);
    says(&world, alpha_report->criteria[0].clause, "«~2 salariés~» (2~personnes salariées, comptes 2025)");
    says(&world, alpha_report->criteria[1].clause, "«~3 ans~» (21 novembre 2023, soit 3~ans)");
    says(&world, alpha_report->criteria[2].clause, "siège en Occitanie (Occitanie)");
    says(&world, alpha_report->criteria[1].expected, "«~3 ans~» (au moins 3~ans depuis la date de création)");
    says(&world, alpha_report->criteria[0].sentence,
         "Condition remplie par Le Fil~: «~2 salariés~» (au moins 2~personnes salariées)^; 2~personnes salariées, comptes 2025.");
    says(&world, alpha_report->rank_reason,
         "placé avant le dispositif Bêta car il est spécialisé (crise), alors que celui-ci est généraliste");
    says(&world, alpha_report->sentence,
         "Alpha (A) – éligible au vu des critères publiés. Les trois conditions publiées sont remplies par Le Fil~: «~2 salariés~» "
         "(2~personnes salariées, comptes 2025)^; «~3 ans~» (21 novembre 2023, soit 3~ans)^; siège en Occitanie (Occitanie). "
         "Source~: "
         "Éditeur, «~Guide~», page 1 (document non daté). Placé avant le dispositif Bêta car il est spécialisé (crise), alors que "
         "celui-ci est généraliste. Calendrier~: appel à candidatures annuel en février~: le prochain est attendu en février 2027. "
         "Prochaine étape~: prendre contact avec A, qui décide de l’entrée. Situation évaluée au 21 novembre 2026.");
    assert_int_equal(alpha_report->availability.state, AVAILABILITY_UPCOMING);
    assert_string_equal(alpha_report->availability.from, "2027-02-01");
    assert_string_equal(alpha_report->availability.to, "2027-02-28");
    const ProgrammeReport *beta_report = programme(&world, "beta");
    assert_int_equal(beta_report->availability.state, AVAILABILITY_OPEN); /* the last valid day is included */
    says(&world, beta_report->criteria[0].clause, "aucune condition");
    assert_int_equal(world.report->question_count, 0);
    close_world(&world);
}

static void not_yet(void **state) {
    (void)state;
    World world;
    open_well(&world,
              "{\"nom\":\"Le "
              "Fil\",\"besoins\":[\"crise\"],\"effectif_salarie\":2,\"date_creation\":\"2024-02-29\",\"departement\":\"31\"}");
    const ProgrammeReport *report = programme(&world, "alpha");
    assert_int_equal(report->outcome.verdict, VERDICT_INELIGIBLE);
    assert_int_equal(report->rank, 0);
    assert_int_equal(report->change_count, 1);
    assert_string_equal(report->changes[0].from, "2027-02-28");
    assert_string_equal(report->changes[0].facts, "{}");
    says(&world, report->changes[0].text, "à partir du 28 février 2027 (au moins 3~ans depuis la date de création)");
    says(&world, report->verdict_text, "pas encore éligible");
    close_world(&world);
}

static void curable_by_nothing(void **state) {
    (void)state;
    World world;
    open_well(&world, "{\"besoins\":[\"crise\"],\"effectif_salarie\":1,\"date_creation\":\"2024-02-29\",\"departement\":\"31\"}");
    assert_int_equal(programme(&world, "alpha")->change_count, 0);
    says(&world, programme(&world, "alpha")->criteria[0].clause, "«~2 salariés~» (1~personne salariée)");
    close_world(&world);
}

static void nothing_known(void **state) {
    (void)state;
    World world;
    open_well(&world, "{}");
    const Report *report = world.report;
    for (size_t i = 0; i < report->programme_count; i++) {
        assert_int_not_equal(report->programmes[i].outcome.verdict, VERDICT_INELIGIBLE);
        assert_int_equal(report->programmes[i].rank, 0);
        assert_null(report->programmes[i].rank_reason);
    }
    assert_string_equal(report->questions[0].fact, "besoins");
    says(&world, report->questions[0].question, "Quel est le besoin^?");
    assert_int_equal(report->question_count, 4);
    says(&world, programme(&world, "alpha")->criteria[1].clause, "«~3 ans~» (date de création non connue)");
    says(&world, programme(&world, "alpha")->criteria[2].clause, "siège en Occitanie (lieu du siège non connu)");
    close_world(&world);
}

static void partly_known(void **state) {
    (void)state;
    World world;
    open_well(&world,
              "{\"besoins\":[\"crise\"],\"effectif_salarie\":\"10 à 19\",\"date_creation\":\"2023\",\"departement\":\"31\"}");
    const ProgrammeReport *report = programme(&world, "alpha");
    assert_int_equal(report->outcome.verdict, VERDICT_UNDETERMINED);
    assert_int_equal(report->rank, 1);
    says(&world, report->criteria[0].clause, "«~2 salariés~» (de 10 à 19~personnes salariées)");
    says(&world, report->criteria[1].clause, "«~3 ans~» (en 2023, ce qui ne permet pas de trancher)");
    assert_string_equal(report->criteria[0].possible[0], "10..19");
    assert_int_equal(report->missing_count, 1);
    assert_string_equal(report->missing[0], "date_creation");
    close_world(&world);
}

static void asked_already(void **state) {
    (void)state;
    World world;
    open_well(&world,
              "{\"besoins\":[\"crise\"],\"effectif_salarie\":{\"value\":null,\"asked\":\"2026-11-20\"},\"departement\":\"31\"}");
    assert_int_equal(world.report->question_count, 1);
    assert_string_equal(world.report->questions[0].fact, "date_creation");
    assert_string_equal(world.report->questions[0].settles[0], "alpha");
    close_world(&world);
}

static bool column_fits(const char *text, size_t width) {
    while (*text) {
        size_t length = strcspn(text, "\n");
        if (utf8_width(text, length) > width) return false;
        text += length + (text[length] == '\n');
    }
    return true;
}

static void outputs(void **state) {
    (void)state;
    World world;
    open_well(&world, good);
    Text text;
    text_init(&text, &memory_standard);
    assert_int_equal(write_text(world.report, 80, false, &text), STATUS_OK);
    assert_true(column_fits(text_get(&text), 80));
    assert_non_null(strstr(text_get(&text), "1. Alpha (A)"));
    assert_null(strstr(text_get(&text), "\033"));
    text_clear(&text);
    text_init(&text, &memory_standard);
    assert_int_equal(write_text(world.report, 1, true, &text), STATUS_OK);
    assert_non_null(strstr(text_get(&text), "\033[1m"));
    text_clear(&text);
    text_init(&text, &memory_standard);
    assert_int_equal(write_json(world.report, &text), STATUS_OK);
    assert_non_null(strstr(text_get(&text), "\"verdict\": \"eligible\""));
    text_clear(&text);
    close_world(&world);
}

static World *swept;

/* The rules are already loaded: only what explains and prints takes its memory from the sweep. */
static bool explain_and_print(const Memory *memory) {
    Report *report = NULL;
    Text text;
    text_init(&text, memory);
    Status status = report_new(memory, swept->rulebook, &swept->facts, day(2026, 11, 21), &report);
    assert_true(status == STATUS_OK || (status == STATUS_NO_MEMORY && !report));
    bool fine = status == STATUS_OK && write_text(report, 80, true, &text) == STATUS_OK;
    if (fine) fine = write_json(report, &text) == STATUS_OK && !text.failed;
    text_clear(&text);
    report_free(report);
    return fine;
}

static void memory_runs_out(void **state) {
    (void)state;
    static const char *const structures[] = {
        good, "{}", "{\"besoins\":[\"crise\"],\"effectif_salarie\":2,\"date_creation\":\"2024-02-29\",\"departement\":\"31\"}"};
    for (size_t i = 0; i < sizeof structures / sizeof *structures; i++) {
        World world;
        open_well(&world, structures[i]);
        swept = &world;
        SWEEP(explain_and_print);
        close_world(&world);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eligible),      cmocka_unit_test(not_yet),         cmocka_unit_test(curable_by_nothing),
        cmocka_unit_test(nothing_known), cmocka_unit_test(partly_known),    cmocka_unit_test(asked_already),
        cmocka_unit_test(outputs),       cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
