/* What is said of a structure, over small rulebooks written here: verdicts, clauses, paragraphs, ranks, dates, questions, and both
 * outputs. U+00A0 is written ~ and U+202F is written ^ in the expectations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluated.h"
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
    "  question = \"Quel est le besoin ?\", valeurs = { { \"crise\", libelle = \"gérer la crise\", genre = \"m\" }, { "
    "\"difficulte\", libelle = \"difficulté\", genre = \"f\" } } }\n"
    "fait \"effectif_salarie\" { type = \"entier\", minimum = 0, maximum = 1000, libelle = \"effectif salarié\",\n"
    "  genre = \"m\", unite = { \"personne salariée\", \"personnes salariées\" }, question = \"Combien ?\" }\n"
    "fait \"date_creation\" { type = \"date\", libelle = \"date de création\", genre = \"f\", evolue = \"temps\",\n"
    "  question = \"Depuis quand ?\" }\n"
    "fait \"sociale\" { type = \"booleen\", libelle = \"utilité sociale\", genre = \"f\", si_oui = \"structure sociale\",\n"
    "  si_non = \"sans utilité sociale\", question = \"Sociale ?\" }\n"
    "fait \"embauche\" { type = \"booleen\", libelle = \"embauche décidée\", genre = \"f\", si_oui = \"embauche décidée\",\n"
    "  si_non = \"sans embauche décidée\", question = \"Embauche ?\", si = critere { \"effectif_salarie\", au_plus = 0 } }\n"
    "fait \"dettes\" { type = \"euros\", minimum = 0, libelle = \"dettes échues\", genre = \"f\", pluriel = true,\n"
    "  question = \"Quelles dettes ?\" }\n"
    "fait \"echeance\" { type = \"date\", libelle = \"échéance\", genre = \"f\", question = \"Quelle échéance ?\" }\n"
    "fait \"region\" { type = \"lieu\", niveau = \"region\", libelle = \"région du siège\", genre = \"f\", question = \"Quelle "
    "région ?\" }\n"
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
/* Relations, remarks, a fact that its derivation leaves open, readings that diverge, groups, a limit in doubt. */
static const char gamma_rule[] =
    "local d = source(\"doc\", \"page 3 (1/2)\")\n"
    "local e = source(\"doc\", \"page 3 (2/2)\")\n"
    "return dispositif { id = \"gamma\", nom = \"Gamma – un long nom\", porteurs = { \"Le Groupe (G)\" }, contact = \"le "
    "Groupe\",\n"
    "  conditions = tous {\n"
    "    critere { \"sociale\", source = d \"structures sociales\" },\n"
    "    critere { \"effectif_salarie\", plus_de = 3, a_egalite = inconnu, source = e \"> 3 salariés\" },\n"
    "    divergence { titre = \"Territoire\", motif = \"le tableau dit « Occitanie », la fiche « Haute-Garonne »\",\n"
    "      question = \"Gamma va-t-il jusqu’en Lozère ?\",\n"
    "      critere { \"siege\", parmi = regions { \"Occitanie\" }, source = d \"Occitanie\" },\n"
    "      critere { \"siege\", parmi = departements { \"31\" }, source = e \"Haute-Garonne\" } },\n"
    "    au_moins_un { titre = \"Employeur, ou bientôt\",\n"
    "      critere { \"effectif_salarie\", au_moins = 1, source = d \"employeur\" },\n"
    "      critere { \"embauche\", source = d \"ou embauche\" } } },\n"
    "  objet = critere { \"dettes\", plus_de = 0, source = d \"dettes\", non_rempli = \"aucune dette échue\" },\n"
    "  besoins = { crise = \"possible\", source = d \"crise\" },\n"
    "  a_savoir = { { \"Ouvert l'été.\", source = d \"été\" } },\n"
    "  avec = { { \"alpha\", \"les deux se complètent\", source = d \"ensemble\" } },\n"
    "  date = \"2026-11-21\", exemples = { { \"rien\", {}, attendu = \"indéterminé\" } } }\n";
static const char social[] =
    "return deduire \"sociale\" { selon {\n"
    "  { si = critere { \"effectif_salarie\", au_moins = 900 }, alors = inconnu, motif = \"le statut des géants est "
    "discuté\", infere = \"essai\" },\n"
    "  { si = critere { \"effectif_salarie\", au_moins = 2 }, alors = oui, infere = \"essai\" },\n"
    "  sinon = non, infere = \"essai\" } }\n";

/* A legal clock: an alert, a programme that it puts first, another that it only makes pressing. */
static const char delta[] =
    "local d = source(\"doc\", \"page 4\")\n"
    "return { alerte \"echeance\" { si = critere { jusqu_a \"echeance\", au_moins = jours(0), moins_de = mois(6) },\n"
    "  texte = \"Échéance le {echeance}.\", echeance = { \"echeance\", plus = jours(0) }, rang = 1, infere = \"essai\" },\n"
    "dispositif { id = \"delta\", nom = \"Delta\", porteurs = { \"D\" },\n"
    "  conditions = critere { \"echeance\", au_moins = \"2026-01-01\", source = d \"échéance\" },\n"
    "  urgence = { si = critere { jusqu_a \"echeance\", moins_de = mois(6), source = d \"six mois\" }, rang = 1,\n"
    "    motif = \"essai\" },\n"
    "  besoins = { difficulte = \"possible\", source = d \"difficulté\" },\n"
    "  calendrier = permanent { infere = \"essai\" }, date = \"2026-11-21\",\n"
    "  exemples = { { \"rien\", {}, attendu = \"indéterminé\" } } } }\n";

static const char ranking[] = "return classement { { \"pertinence\" , raison = \"{lui} répond {ici}\" },\n"
                              "  { \"specialisation\", raison = \"{lui} est {ici}, alors que {autre} est {la}\" }, { "
                              "\"identifiant\", raison = \"rien\" } }\n";

static const FileBytes fact_files[] = {FILE_OF("documents.lua", documents), FILE_OF("territoires.txt", territory),
                                       FILE_OF("vocabulaire.lua", vocabulary)};
static const FileBytes rule_files[] = {FILE_OF("alpha.lua", alpha),        FILE_OF("beta.lua", beta),
                                       FILE_OF("classement.lua", ranking), FILE_OF("delta.lua", delta),
                                       FILE_OF("gamma.lua", gamma_rule),   FILE_OF("sociale.lua", social)};

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
    says(&world, alpha_report->criteria[0].clause, "«~2 salariés~» (2~personnes salariées – comptes 2025)");
    says(&world, alpha_report->criteria[1].clause, "«~3 ans~» (création le 21 novembre 2023, il y a 3~ans)");
    says(&world, alpha_report->criteria[2].clause, "siège en Occitanie");
    says(&world, alpha_report->criteria[0].brief, "2~personnes salariées");
    says(&world, alpha_report->criteria[1].expected, "«~3 ans~» (au moins 3~ans depuis la date de création)");
    says(&world, alpha_report->criteria[0].sentence,
         "Condition remplie par Le Fil~: «~2 salariés~» (au moins 2~personnes salariées)^; 2~personnes salariées – comptes 2025.");
    says(&world, alpha_report->rank_reason,
         "placé avant le dispositif Bêta car il est spécialisé (crise), alors que celui-ci est généraliste dans son champ");
    says(&world, alpha_report->sentence,
         "Alpha (A) – éligible au vu des critères publiés. Les trois conditions publiées sont remplies par Le Fil~: «~2 salariés~» "
         "(2~personnes salariées – comptes 2025)^; «~3 ans~» (création le 21 novembre 2023, il y a 3~ans)^; siège en Occitanie. "
         "Source~: "
         "Éditeur, «~Guide~», page 1 (document non daté). Placé avant le dispositif Bêta car il est spécialisé (crise), alors que "
         "celui-ci est généraliste dans son champ. Calendrier~: appel à candidatures annuel en février~: le prochain est attendu "
         "en février 2027. "
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
    says(&world, report->changes[0].text,
         "à partir du 28 février 2027 (au moins 3~ans depuis la date de création), pendant l’appel attendu en février 2027 "
         "(clôture à demander)");
    says(&world, report->verdict_text, "pas encore éligible");
    close_world(&world);
}

static void curable_by_nothing(void **state) {
    (void)state;
    World world;
    open_well(&world, "{\"besoins\":[\"crise\"],\"effectif_salarie\":1,\"date_creation\":\"2024-02-29\",\"departement\":\"31\"}");
    assert_int_equal(programme(&world, "alpha")->change_count, 0);
    says(&world, programme(&world, "alpha")->criteria[0].clause, "«~2 salariés~» (1~personne salariée)");
    says(&world, programme(&world, "alpha")->criteria[0].brief, "au moins 2~personnes salariées (1~personne salariée)");
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
    assert_int_equal(report->question_count, 7);
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
    says(&world, report->criteria[1].clause, "«~3 ans~» (création en 2023)");
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
    assert_string_equal(world.report->questions[0].fact, "date_creation");
    assert_string_equal(world.report->questions[0].settles[0], "alpha");
    for (size_t i = 0; i < world.report->question_count; i++)
        assert_string_not_equal(world.report->questions[i].fact, "effectif_salarie");
    assert_null(programme(&world, "alpha")->criteria[0].question);
    close_world(&world);
}

static void a_clock_runs(void **state) {
    (void)state;
    static const struct {
        const char *facts, *words;
    } cases[] = {{"{\"besoins\":[\"difficulte\"],\"echeance\":\"2026-11-28\"}", "à solliciter sans attendre"},
                 {"{\"besoins\":[\"difficulte\"],\"echeance\":\"2026-11-29\"}", "à solliciter cette semaine"},
                 {"{\"besoins\":[\"difficulte\"],\"echeance\":\"2026-12\"}", "30 novembre 2026 au plus tôt, dans 9" NBSP "jours"},
                 {"{\"besoins\":[\"difficulte\"],\"echeance\":\"2026-11-21\"}", "aujourd’hui même"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        World world;
        open_well(&world, cases[i].facts);
        assert_non_null(strstr(programme(&world, "delta")->sentence, cases[i].words));
        close_world(&world);
    }
    World world;
    open_well(&world, "{\"besoins\":[\"difficulte\"],\"echeance\":\"2027-11-29\"}");
    assert_int_equal(programme(&world, "delta")->deadline, DAY_MAX);
    close_world(&world);
    open_well(&world, "{\"besoins\":[\"difficulte\"]}");
    assert_string_equal(world.report->questions[0].fact, "echeance");
    assert_true(world.report->questions[0].urgent);
    close_world(&world);
}

#define GAMMA "{\"nom\":\"Le Fil\",\"besoins\":[\"crise\"],\"date_creation\":\"2019-01-01\",\"dettes\":10,"

static void sources_diverge(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"effectif_salarie\":{\"value\":5,\"source\":\"registre\"},\"departement\":\"48\"}");
    const ProgrammeReport *report = programme(&world, "gamma");
    assert_int_equal(report->outcome.verdict, VERDICT_UNDETERMINED);
    says(&world, report->criteria[0].clause, "structure sociale (5~personnes salariées)");
    says(&world, report->criteria[2].clause,
         "territoire – les sources divergent (siège en Lozère)~: condition remplie selon «~Occitanie~» (page 3 1/2), non remplie "
         "selon "
         "«~Haute-Garonne~» (page 3 2/2)");
    assert_true(report->criteria[2].divergence);
    says(&world, report->criteria[3].clause, "employeur, ou bientôt (5~personnes salariées – registre)");
    says(&world, report->criteria[3].brief, "5~personnes salariées");
    says(&world, report->criteria[4].clause, "dettes échues (10~€)");
    const QuestionReport *last = &world.report->questions[world.report->question_count - 1];
    assert_null(last->fact);
    says(&world, last->ask, "le Groupe");
    assert_non_null(strstr(report->sentence, "Gamma – un long nom, Le Groupe (G) – à vérifier"));
    assert_non_null(strstr(report->sentence, "Question au Groupe"));
    says(&world, report->source_text, "Source~: Éditeur, «~Guide~», page 3 (1/2) et (2/2) (document non daté).");
    close_world(&world);
}

static void readings_agree(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"effectif_salarie\":5,\"departement\":\"35\"}");
    const ProgrammeReport *report = programme(&world, "gamma");
    assert_int_equal(report->outcome.verdict, VERDICT_INELIGIBLE);
    says(&world, report->criteria[2].clause,
         "territoire (siège en Ille-et-Vilaine)~: le tableau dit «~Occitanie~», la fiche "
         "«~Haute-Garonne~»");
    says(&world, programme(&world, "alpha")->criteria[2].clause, "siège en Occitanie (il est en Bretagne)");
    close_world(&world);
}

static void relations_and_remarks(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"effectif_salarie\":5,\"departement\":\"31\"}");
    const ProgrammeReport *report = programme(&world, "gamma");
    assert_int_equal(report->relation_count, 1);
    assert_string_equal(report->relations[0].kind, "with");
    assert_string_equal(report->relations[0].programme, "alpha");
    assert_int_equal(report->remark_count, 1);
    says(&world, report->remarks[0].text, "Ouvert l’été.");
    assert_non_null(strstr(report->sentence, "À mener avec le dispositif Alpha"));
    says(&world, report->rank_reason, "placé après le dispositif Bêta car il répond en partie seulement");
    close_world(&world);
    open_well(&world, GAMMA "\"effectif_salarie\":5,\"departement\":\"35\"}");
    assert_int_equal(programme(&world, "gamma")->relation_count, 0); /* closed itself: nothing to combine */
    close_world(&world);
}

static void left_open(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"effectif_salarie\":950,\"departement\":\"31\"}");
    const ProgrammeReport *report = programme(&world, "gamma");
    says(&world, report->criteria[0].clause, "structure sociale (le statut des géants est discuté)");
    says(&world, report->criteria[0].question, "La structure est-elle admise, alors que le statut des géants est discuté^?");
    says(&world, report->criteria[0].ask, "le Groupe");
    for (size_t i = 0; i < world.report->question_count; i++)
        assert_true(!world.report->questions[i].fact || strcmp(world.report->questions[i].fact, "sociale") != 0);
    close_world(&world);
    open_well(&world, GAMMA "\"effectif_salarie\":3,\"departement\":\"31\"}");
    says(&world, programme(&world, "gamma")->criteria[1].clause,
         "«~> 3 salariés~» (3~personnes salariées, exactement à la limite, que le document ne tranche pas)");
    says(&world, programme(&world, "gamma")->criteria[1].ask, "le Groupe");
    close_world(&world);
}

static void disputed(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"effectif_salarie\":5,\"sociale\":false,\"departement\":\"31\",\"region\":\"53\"}");
    const ProgrammeReport *report = programme(&world, "gamma");
    says(&world, report->criteria[0].clause, "structure sociale (utilité sociale~: les réponses se contredisent)");
    says(&world, report->criteria[0].question, "Laquelle des réponses données est la bonne, sur l’utilité sociale^?");
    assert_int_equal(world.report->inconsistency_count, 2);
    says(&world, world.report->inconsistencies[0],
         "Deux réponses se contredisent~: région~: Bretagne et département~: Haute-Garonne (31)^; aucun avis ne repose sur l’une "
         "plutôt que sur l’autre.");
    assert_non_null(strstr(world.report->inconsistencies[1], "non"));
    assert_null(strstr(world.report->inconsistencies[1], "false"));
    close_world(&world);
}

static void nothing_to_treat(void **state) {
    (void)state;
    World world;
    open_well(&world, "{\"nom\":\"Le Fil\",\"besoins\":[\"crise\"],\"effectif_salarie\":5,\"departement\":\"31\",\"dettes\":0}");
    const ProgrammeReport *report = programme(&world, "gamma");
    assert_int_equal(report->outcome.verdict, VERDICT_NOT_APPLICABLE);
    says(&world, report->criteria[4].clause, "aucune dette échue");
    says(&world, report->criteria[4].value, "aucune");
    Text text;
    text_init(&text, &memory_standard);
    assert_int_equal(write_text(world.report, 80, false, &text), STATUS_OK);
    assert_non_null(strstr(text_get(&text), "• Gamma – sans objet" COLON "aucune dette échue."));
    text_clear(&text);
    close_world(&world);
}

/* Every condition stays in the paragraph, however short it has to be. */
static void nothing_is_dropped(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"departement\":\"48\"}");
    for (size_t i = 0; i < world.report->programme_count; i++) {
        const ProgrammeReport *report = &world.report->programmes[i];
        for (size_t k = 0; report->rank > 0 && k < report->criterion_count; k++)
            assert_true(strstr(report->sentence, report->criteria[k].clause) ||
                        strstr(report->sentence, report->criteria[k].brief) || report->programme->conditions->nothing_asked);
    }
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
    assert_int_equal(write_json(world.report, NULL, &text), STATUS_OK);
    assert_non_null(strstr(text_get(&text), "\"verdict\": \"eligible\""));
    text_clear(&text);
    close_world(&world);
}

static void assert_same_text(Status (*write)(const Report *report, Text *text), const Report *a, const Report *b) {
    Text first, second;
    text_init(&first, &memory_standard);
    text_init(&second, &memory_standard);
    assert_int_equal(write(a, &first), STATUS_OK);
    assert_int_equal(write(b, &second), STATUS_OK);
    assert_string_equal(text_get(&first), text_get(&second));
    text_clear(&first);
    text_clear(&second);
}

static Status write_terminal(const Report *report, Text *text) {
    return write_text(report, 80, false, text);
}

static Status write_document(const Report *report, Text *text) {
    return write_json(report, NULL, text);
}

/* What is shown of a report that is only started is what the whole one shows; completed, it is the whole one. */
static void completed_when_asked(void **state) {
    (void)state;
    World world;
    Report *started;
    open_well(&world, good);
    assert_int_equal(report_start(&memory_standard, world.rulebook, &world.facts, day(2026, 11, 21), &started), STATUS_OK);
    assert_null(started->programmes[0].criteria[0].sentence);
    assert_same_text(write_terminal, started, world.report);
    assert_same_text(write_markdown, started, world.report);
    for (int times = 0; times < 2; times++) {
        assert_int_equal(report_complete(started), STATUS_OK);
        assert_same_text(write_document, started, world.report);
        assert_int_equal(started->programmes[0].reasons.sufficient_count, world.report->programmes[0].reasons.sufficient_count);
    }
    report_free(started);
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
    if (fine) fine = write_json(report, NULL, &text) == STATUS_OK && !text.failed;
    text_clear(&text);
    report_free(report);
    return fine;
}

static void memory_runs_out(void **state) {
    (void)state;
    static const char *const structures[] = {
        good, "{}", GAMMA "\"effectif_salarie\":5,\"sociale\":false,\"departement\":\"48\"}",
        "{\"besoins\":[\"crise\"],\"effectif_salarie\":2,\"date_creation\":\"2024-02-29\",\"departement\":\"31\"}"};
    for (size_t i = 0; i < sizeof structures / sizeof *structures; i++) {
        World world;
        open_well(&world, structures[i]);
        swept = &world;
        SWEEP(explain_and_print);
        close_world(&world);
    }
}

/* All structures as the rows of one block, in the memory of the first. */
static Block block_of(World *worlds, size_t count) {
    Block block;
    Arena *arena = &worlds[0].arena;
    assert_int_equal(block_init(&block, arena, &worlds[0].rulebook->vocabulary, count), STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        Block alone;
        assert_int_equal(block_from_facts(&alone, arena, &worlds[i].facts), STATUS_OK);
        block_copy_row(&block, block.rows++, &alone, 0);
    }
    return block;
}

static void same_texts(Reporter *reporter, size_t row, World *world, unsigned number) {
    Telling text, summary;
    const ProgrammeReport *alone = programme(world, world->rulebook->programmes[number].id);
    assert_int_equal(reporter_tell(reporter, row, &world->facts, &number, 1, true, &summary), STATUS_OK);
    assert_string_equal(summary.bytes, alone->summary);
    assert_int_equal(reporter_tell(reporter, row, &world->facts, &number, 1, false, &text), STATUS_OK);
    assert_string_equal(text.bytes, alone->sentence);
}

/* What a reporter tells of each structure is what a report of its own says, whatever it was asked before. */
static void a_reporter_tells_the_same(void **state) {
    (void)state;
    static const char *const structures[] = {
        good,
        "{}",
        GAMMA "\"effectif_salarie\":5,\"sociale\":false,\"departement\":\"48\"}",
        GAMMA "\"departement\":\"31\"}",
        good,
        "{\"besoins\":[\"crise\"],\"effectif_salarie\":2,\"date_creation\":\"2024-02-29\",\"departement\":\"31\"}",
        "{\"besoins\":[\"difficulte\"],\"echeance\":\"2026-11-28\"}",
        "{\"nom\":\"A\",\"besoins\":[\"crise\"],\"effectif_salarie\":3,\"date_creation\":\"2019-03-12\",\"departement\":\"48\"}",
        "{\"nom\":\"B\",\"besoins\":[\"crise\"],\"effectif_salarie\":44,\"date_creation\":\"2001-07-01\",\"departement\":\"48\"}",
        "{\"nom\":\"C\",\"besoins\":[\"crise\"],\"effectif_salarie\":1,\"date_creation\":\"2026-11-20\",\"departement\":\"48\"}",
        "{\"nom\":\"D\",\"besoins\":[\"crise\"],\"effectif_salarie\":0,\"date_creation\":\"2026-11-21\",\"departement\":\"48\"}",
        "{\"nom\":\"E\",\"besoins\":[\"crise\"],\"effectif_salarie\":{\"min\":3},\"date_creation\":\"2019\",\"departement\":"
        "\"48\"}",
        "{\"nom\":\"F\",\"besoins\":[\"crise\"],\"effectif_salarie\":7.0,\"date_creation\":\"2018-01-31\",\"departement\":\"48\"}"};
    enum { COUNT = sizeof structures / sizeof *structures };
    World worlds[COUNT];
    Evaluated evaluated;
    Reporter *reporter;
    for (size_t i = 0; i < COUNT; i++) open_well(&worlds[i], structures[i]);
    const Rulebook *rulebook = worlds[0].rulebook;
    Block block = block_of(worlds, COUNT);
    assert_int_equal(evaluated_new(&memory_standard, rulebook, day(2026, 11, 21), &evaluated), STATUS_OK);
    assert_int_equal(reporter_new(&memory_standard, rulebook, day(2026, 11, 21), (size_t)4 << 20, &reporter), STATUS_OK);
    for (size_t round = 0; round < 4; round++) {
        assert_int_equal(evaluated_run(&evaluated, &block), STATUS_OK);
        evaluated_open(&evaluated, &block, reporter);
        for (size_t i = 0; i < COUNT; i++)
            for (unsigned number = 0; number < rulebook->programme_count; number++) same_texts(reporter, i, &worlds[i], number);
    }
    reporter_free(reporter);
    evaluated_free(&evaluated);
    for (size_t i = 0; i < COUNT; i++) close_world(&worlds[i]);
}

static Block swept_block;
static Evaluated swept_evaluated;

static bool tell_all(const Memory *memory) {
    Reporter *reporter = NULL;
    unsigned numbers[8];
    Telling texts[8];
    size_t count = swept->rulebook->programme_count < 8 ? swept->rulebook->programme_count : 8;
    for (size_t i = 0; i < count; i++) numbers[i] = (unsigned)i;
    Status status = reporter_new(memory, swept->rulebook, day(2026, 11, 21), (size_t)4 << 20, &reporter);
    assert_true(status == STATUS_OK || (status == STATUS_NO_MEMORY && !reporter));
    if (status == STATUS_OK) evaluated_open(&swept_evaluated, &swept_block, reporter);
    for (size_t i = 0; i < 3 && status == STATUS_OK; i++)
        status = reporter_tell(reporter, 0, &swept->facts, numbers, count, false, texts);
    reporter_free(reporter);
    return status == STATUS_OK;
}

static void a_reporter_without_memory(void **state) {
    (void)state;
    World world;
    open_well(&world, GAMMA "\"departement\":\"48\"}");
    swept = &world;
    swept_block = block_of(&world, 1);
    assert_int_equal(evaluated_new(&memory_standard, world.rulebook, day(2026, 11, 21), &swept_evaluated), STATUS_OK);
    assert_int_equal(evaluated_run(&swept_evaluated, &swept_block), STATUS_OK);
    SWEEP(tell_all);
    evaluated_free(&swept_evaluated);
    close_world(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reporter_tells_the_same),
        cmocka_unit_test(a_reporter_without_memory),
        cmocka_unit_test(eligible),
        cmocka_unit_test(not_yet),
        cmocka_unit_test(curable_by_nothing),
        cmocka_unit_test(nothing_known),
        cmocka_unit_test(partly_known),
        cmocka_unit_test(asked_already),
        cmocka_unit_test(a_clock_runs),
        cmocka_unit_test(sources_diverge),
        cmocka_unit_test(readings_agree),
        cmocka_unit_test(relations_and_remarks),
        cmocka_unit_test(left_open),
        cmocka_unit_test(disputed),
        cmocka_unit_test(nothing_to_treat),
        cmocka_unit_test(nothing_is_dropped),
        cmocka_unit_test(outputs),
        cmocka_unit_test(completed_when_asked),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
