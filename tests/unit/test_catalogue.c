/* Programmes as their rules describe them, over a small rulebook written here: the words of each sort of condition, sources, doubts
 * and disagreements, and what Markdown must not take for its own marks. U+00A0 is written ~ and U+202F is written ^ below. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "explain/french.h"
#include "failing_memory.h"
#include "output/write.h"

#include <string.h>

#define FILE_OF(name, text)                                                                                                        \
    { (name), (text), sizeof(text) - 1 }

static const char vocabulary[] =
    "fait \"besoins\" { type = \"ensemble\", libelle = \"besoins\", genre = \"m\", pluriel = true, question = \"Quel besoin ?\",\n"
    "  valeurs = { { \"crise\", libelle = \"gérer la crise\", genre = \"m\" } } }\n"
    "fait \"forme\" { type = \"enum\", libelle = \"forme juridique\", genre = \"f\", question = \"Quelle forme ?\",\n"
    "  valeurs = { { \"a\", libelle = \"association\", genre = \"f\" }, { \"s\", libelle = \"société\", genre = \"f\" },\n"
    "              { \"m\", libelle = \"mutuelle\", genre = \"f\" } } }\n"
    "fait \"effectif\" { type = \"entier\", minimum = 0, maximum = 1000, libelle = \"effectif\", genre = \"m\",\n"
    "  unite = { \"personne salariée\", \"personnes salariées\" }, question = \"Combien ?\" }\n"
    "fait \"esus\" { type = \"booleen\", libelle = \"agrément\", genre = \"m\", si_oui = \"agréée ESUS\", si_non = \"non agréée\", "
    "question = \"Agréée ?\" "
    "}\n"
    "fait \"departement\" { type = \"lieu\", niveau = \"departement\", libelle = \"département\", genre = \"m\", question = \"Où "
    "?\" }\n";
static const char documents[] = "document \"doc\" { titre = \"Guide\", editeur = \"É\", en_phrase = \"É, « Guide »\" }\n"
                                "document \"autre\" { titre = \"Fiche\", editeur = \"É\", en_phrase = \"É, « Fiche »\", "
                                "date = \"2025-10-10\" }\n";
static const char territory[] = "V\tessai\n"
                                "R\t76\tOccitanie\ten Occitanie\tmetropole\nR\t53\tBretagne\ten Bretagne\tmetropole\n"
                                "R\t04\tLa Réunion\tà La Réunion\toutre-mer\nR\t94\tCorse\ten Corse\tmetropole\n"
                                "D\t31\tHaute-Garonne\ten Haute-Garonne\t76\tmetropole\n"
                                "D\t35\tIlle-et-Vilaine\ten Ille-et-Vilaine\t53\tmetropole\n"
                                "D\t2A\tCorse-du-Sud\ten Corse-du-Sud\t94\tmetropole\n"
                                "D\t974\tLa Réunion\tà La Réunion\t04\toutre-mer\n";
static const char whole[] =
    "local d = source(\"doc\", \"page (2)\")\nlocal e = source(\"doc\", \"page (1)\")\nlocal f = source(\"autre\", \"fiche\")\n"
    "return dispositif { id = \"tout\", nom = \"Tout\", porteurs = { \"A\", \"B\" }, contact = \"A\",\n"
    "  conditions = tous {\n"
    "    critere { \"forme\", parmi = { \"a\", \"m\" }, source = d \"> *2* <a> [b] & &amp; `c`\" },\n"
    "    critere { \"effectif\", au_moins = 2, a_egalite = inconnu, source = e \"deux\", prime_sur = { f \"plus de deux\" } },\n"
    "    critere { \"forme\", parmi = { \"a\", \"…\" }, source = d \"associations…\" },\n"
    "    critere { \"siege\", parmi = regions { \"Occitanie\", \"Bretagne\", \"La Réunion\", \"Corse\" }, source = d \"partout\" "
    "},\n"
    "    critere { \"siege\", hors = regions { \"Corse\" }, source = d \"sauf\" },\n"
    "    divergence { titre = \"Seuil\", motif = \"deux seuils\", question = \"Lequel ?\",\n"
    "      critere { \"effectif\", au_plus = 50, source = d \"50\" }, critere { \"effectif\", au_plus = 60, source = f \"60\" } "
    "},\n"
    "    selon { { si = critere { \"esus\", source = d \"ESUS\" }, alors = accepte, source = d \"oui\" },\n"
    "      sinon = inconnu, motif = \"le document se tait\", source = d \"tait\" },\n"
    "    a_confirmer { \"le projet est mûr\", nom = \"mur\", question = \"Est-il mûr ?\", infere = \"c’est d’usage\" } },\n"
    "  besoins = { crise = \"forte\", infere = \"c’est d’usage\" },\n"
    "  duree = divergence { motif = \"deux durées\", { 6, unite = \"mois\", source = d \"6\" }, { 9, unite = \"mois\", source = f "
    "\"9\" } },\n"
    "  modalites = { experts = { inconnu, motif = \"perdu\", source = d \"X\" }, gratuit = { inconnu, motif = \"perdu\", source = "
    "d \"X\" } },\n"
    "  a_savoir = { { \"Le prix n’est pas le même partout.\", desaccord = true, source = { d \"10\", f \"20\" } } },\n"
    "  calendrier = periode { du = \"2026-01-01\", au = \"2026-02-02\", source = d \"hiver\" },\n"
    "  date = \"2026-11-21\", verifier_apres = \"2027-01-01\" }\n";
static const char bare[] =
    "local d = source(\"doc\", \"page (2)\")\n"
    "return dispositif { id = \"rien\", nom = \"Érien\", porteurs = { \"C\" },\n"
    "  conditions = aucune { source = d \"Tous\" }, besoins = { crise = \"forte\", source = d \"crise\" } }\n";
static const char broken[] = "return dispositif { id = \"casse\", nom = \"Cassé\" }\n";

static const FileBytes fact_files[] = {FILE_OF("documents.lua", documents), FILE_OF("territoires.txt", territory),
                                       FILE_OF("vocabulaire.lua", vocabulary)};
static const FileBytes rule_files[] = {FILE_OF("autre/casse.lua", broken), FILE_OF("difficulte/rien.lua", bare),
                                       FILE_OF("difficulte/tout.lua", whole)};

static Rulebook *load(size_t count) {
    const FileList facts = {(FileBytes *)fact_files, sizeof fact_files / sizeof *fact_files};
    const FileList rules = {(FileBytes *)rule_files + (3 - count), count};
    Rulebook *rulebook = NULL;
    assert_int_equal(rulebook_load(&memory_standard, "facts", &facts, "rules", &rules, &rulebook), STATUS_OK);
    return rulebook;
}

/* With ~ and ^ for the two spaces. */
static void spell(Text *out, const char *text) {
    for (const char *at = text; *at; at++) {
        bool narrow = strncmp(at, THIN, 3) == 0, wide = strncmp(at, NBSP, 2) == 0;
        text_add_char(out, narrow ? '^' : wide ? '~' : *at);
        at += narrow ? 2 : wide ? 1 : 0;
    }
}

typedef struct Written {
    Text text, spelled;
} Written;

static const char *write(Written *written, const Rulebook *rulebook, const char *id, const Day *date, bool disagreements) {
    Catalogue *catalogue;
    Page page;
    text_init(&written->text, &memory_standard);
    text_init(&written->spelled, &memory_standard);
    page_init_markdown(&page, &written->text);
    assert_int_equal(catalogue_new(&memory_standard, rulebook, id, date, &catalogue), STATUS_OK);
    Status status = disagreements ? write_disagreements(catalogue, &page) : write_catalogue(catalogue, &page, id != NULL);
    assert_int_equal(status, STATUS_OK);
    catalogue_free(catalogue);
    spell(&written->spelled, text_get(&written->text));
    return text_get(&written->spelled);
}

static void forget(Written *written) {
    text_clear(&written->text);
    text_clear(&written->spelled);
}

static void says(const char *text, const char *expected) {
    if (!strstr(text, expected)) fail_msg("« %s » is not in:\n%s", expected, text);
}

static void conditions_in_words(void **state) {
    (void)state;
    Rulebook *rulebook = load(2);
    Written written;
    const char *text = write(&written, rulebook, "tout", NULL, false);
    says(text, "# Tout\n\n- **Identifiant~:** tout\n- **Famille~:** Difficultés\n- **Porteurs~:** A et B\n");
    says(text, "- Forme juridique~: association ou mutuelle — «~> \\*2\\* \\<a> \\[b\\] & \\&amp; \\`c\\`~», page (2)\n");
    says(text,
         "- Au moins 2~personnes salariées — à la limite exacte, le document ne tranche pas^; «~deux~», page (1)^; plutôt que "
         "«~plus de deux~», fiche\n");
    says(text,
         "- Forme juridique~: association… — liste ouverte, hors de laquelle rien n’est exclu^; «~associations…~», page (2)\n");
    says(text, "- Siège dans l’une des quatre régions~: Occitanie, Bretagne, La Réunion et Corse — «~partout~», page (2)\n");
    says(text, "- Siège ailleurs qu’en Corse");
    says(text, "- Seuil, les sources divergent~: deux seuils — question~: Lequel^?\n"
               "  - **Lecture 1~:** au plus 50~personnes salariées — «~50~», page (2)\n"
               "  - **Lecture 2~:** au plus 60~personnes salariées — «~60~», fiche\n");
    says(text, "- Selon le cas");
    says(text, "  - **Si~:** agréée ESUS — «~ESUS~», page (2)\n  - **Alors~:** admis — «~oui~», page (2)\n"
               "  - **Sinon~:** impossible de trancher~: le document se tait");
    says(text, "- Le projet est mûr — à confirmer^; déduit~: c’est d’usage^; question~: Est-il mûr^?\n");
    forget(&written);
    rulebook_free(rulebook);
}

static void sources_and_doubts(void **state) {
    (void)state;
    Rulebook *rulebook = load(2);
    Written written;
    const char *text = write(&written, rulebook, "tout", NULL, false);
    says(text, "## Doutes\n\n"
               "- Au moins 2~personnes salariées, à la limite exacte, le document ne tranche pas\n"
               "- Forme juridique~: association…, liste ouverte, hors de laquelle rien n’est exclu\n"
               "- Seuil, les sources divergent~: deux seuils\n"
               "- Impossible de trancher~: le document se tait\n"
               "- À confirmer auprès de l’opérateur~: le projet est mûr\n"
               "- Durée~: les sources divergent~: deux durées\n"
               "- Experts et gratuité~: illisible, perdu\n"
               "- Le prix n’est pas le même partout.\n"
               "- Une déduction de l’auteur de la règle, marquée comme telle\n"
               "- Une de ses sources n’est pas datée\n");
    says(text, "- É, «~Guide~», page (1) et (2) — document non daté\n"
               "- É, «~Fiche~», fiche — document daté du 10 octobre 2025\n");
    says(text, "- **Calendrier~:** candidatures du 1er janvier 2026 au 2 février 2026 — «~hiver~», page (2)\n");
    assert_null(strstr(text, "Au 21 novembre"));
    forget(&written);
    Day date = day_from_date((Date){2027, 1, 1}), later = date + 1;
    text = write(&written, rulebook, "tout", &date, false);
    says(text, "dernier appel connu clos le 2 février 2026");
    assert_null(strstr(text, "cette date est passée"));
    forget(&written);
    says(write(&written, rulebook, "tout", &later, false), "1er janvier 2027 — cette date est passée\n");
    forget(&written);
    rulebook_free(rulebook);
}

static void disagreements_are_found_in_the_rules(void **state) {
    (void)state;
    Rulebook *rulebook = load(2);
    Written written;
    const char *text = write(&written, rulebook, NULL, NULL, true);
    says(text, "\n4~désaccords, dans 1~dispositif sur 2~:");
    says(text, "- 2~désaccords gardés ouverts");
    says(text, "- 1~lecture écartée");
    says(text, "- 1~désaccord signalé");
    says(text, "- **Conditions, au moins 2~personnes salariées~:** une lecture est écartée\n"
               "  - **Retenu~:** «~deux~», page (1)\n  - **Écarté~:** «~plus de deux~», fiche\n");
    says(text, "- **Conditions, seuil~:** deux seuils\n");
    says(text, "fait demander~: «~Lequel^?~»\n");
    says(text, "- **Durée~:** deux durées\n  - **Lecture 1~:** 6~mois");
    says(text, "- **À savoir~:** Le prix n’est pas le même partout.\n  - **Passage~:** «~10~», page (2)\n  - **Passage~:** «~20~», "
               "fiche\n");
    assert_null(strstr(text, "Érien"));
    forget(&written);
    rulebook_free(rulebook);
}

static void the_page_lists_everything(void **state) {
    (void)state;
    Rulebook *rulebook = load(3);
    Written written;
    const char *text = write(&written, rulebook, NULL, NULL, false);
    says(text, "Azimut connaît 3~dispositifs, en 2~familles.");
    says(text, "- **Difficultés**\n  - [Érien, C](#rien)\n  - [Tout, A et B](#tout)\n- **Autre**\n  - [casse](#casse)\n");
    says(text, "<a id=\"rien\"></a>\n\n### Érien\n");
    says(text, "#### Conditions\n\n- Rien n’est demandé — «~Tous~», page (2)\n");
    says(text, "- **Règle en erreur~:** ");
    assert_null(strstr(text, "\n\n\n"));
    forget(&written);
    rulebook_free(rulebook);
}

static void unknown_programme_is_an_empty_catalogue(void **state) {
    (void)state;
    Rulebook *rulebook = load(2);
    Catalogue *catalogue;
    assert_int_equal(catalogue_new(&memory_standard, rulebook, "aucun", NULL, &catalogue), STATUS_OK);
    assert_int_equal(catalogue->count, 0);
    catalogue_free(catalogue);
    catalogue_free(NULL);
    rulebook_free(rulebook);
}

static const Rulebook *swept;

static bool build_and_write(const Memory *memory) {
    Day date = day_from_date((Date){2026, 11, 21});
    Catalogue *catalogue;
    Text out;
    Page page;
    text_init(&out, memory);
    page_init_terminal(&page, &out, 60, false);
    Status status = catalogue_new(memory, swept, NULL, &date, &catalogue);
    assert_int_equal(status == STATUS_OK, catalogue != NULL);
    if (status == STATUS_OK) status = write_catalogue(catalogue, &page, true);
    if (status == STATUS_OK) status = write_disagreements(catalogue, &page);
    bool done = status == STATUS_OK && !out.failed;
    catalogue_free(catalogue);
    text_clear(&out);
    return done;
}

static void memory_runs_out(void **state) {
    (void)state;
    Rulebook *rulebook = load(3);
    swept = rulebook;
    SWEEP(build_and_write);
    rulebook_free(rulebook);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(conditions_in_words),
                                       cmocka_unit_test(sources_and_doubts),
                                       cmocka_unit_test(disagreements_are_found_in_the_rules),
                                       cmocka_unit_test(the_page_lists_everything),
                                       cmocka_unit_test(unknown_programme_is_an_empty_catalogue),
                                       cmocka_unit_test(memory_runs_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
