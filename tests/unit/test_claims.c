/* What free French sentences say of quantities: each row is a sentence and its claims, one after the other, as
 * « unit low..high », with « ( » and « ) » for ends that are left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/claims.h"
#include "base/number.h"
#include "base/text.h"
#include <string.h>

typedef struct Row {
    const char *sentence, *claims;
} Row;

static const Row rows[] = {
    {"les entreprises de moins de 250 salariés", "employees ..250)"},
    {"comptant au moins 10 salariés", "employees 10.."},
    {"entre 10 et 49 salariés", "employees 10..49"},
    {"jusqu'à 50 salariés", "employees ..50"},
    {"jusqu’à 50", "none ..50"},
    {"PME", "employees ..250)~"},
    {"les TPE et PME du territoire", "employees ..250)~"},
    {"très petites entreprises", "employees ..10)~"},
    {"les ETI", "employees 250..5000)~"},
    {"de 1 à 9 salariés", "employees 1..9"},
    {"dix salariés au plus", "employees ..10"},
    {"au-delà de 50 salariés", "employees (50.."},
    {"50 salariés et plus", "employees 50.."},
    {"un effectif inférieur à 250", "employees ..250)"},
    {"effectif supérieur ou égal à 11", "employees 11.."},
    {"dont l'effectif n'excède pas 50 personnes", "employees ..50"},
    {"dans la limite de 20 salariés", "employees ..20"},
    {"créée depuis plus d'un an", "months (12..!"},
    {"depuis deux ans au moins", "months 24..!"},
    {"immatriculées depuis 2 ans ou moins", "months ..24!"},
    {"existant depuis 36 mois", "months 36..!"},
    {"un budget de 500 000 euros minimum", "money 500000.."},
    {"un chiffre d'affaires inférieur à 0,5 M€", "money ..500000)"},
    {"plus de 300 K€ de budget", "money (300000.."},
    {"deux millions d'euros au plus", "money ..2000000"},
    {"> 200k€ de budget", "money (200000.."},
    {"> 10 salariés ou bénéficiaires", "employees (10.."},
    {">3 ETP", "fte (3.."},
    {"De 50 à 400 salarié.es", "employees 50..400"},
    {"Moins de 400 salarié·e·s", "employees ..400)"},
    {"paiement à moins de 6 ou 9 mois", "months ..6); months ..9)"},
    {"au moins 3 ans d'existence", "months 36..!"},
    {"6 à 18 mois", "months 6..18"},
    {"de plus de 10 et de moins de 50 salariés", "employees (10..; employees ..50)"},
    {"employant entre onze et deux cent cinquante personnes", "employees 11..250"},
    {"ne comptant pas plus de 50 salariés", "employees ..50"},
    {"n'ayant pas moins de trois salariés", "employees 3.."},
    {"non supérieur à 10 salariés", "employees ..10"},
    {"ne dépassant pas 43 millions d'euros", "money ..43000000"},
    {"dépassant 43 millions d’euros", "money (43000000.."},
    {"à partir de 5 salariés", "employees 5.."},
    {"dès 2 salariés", "employees 2.."},
    {"10 salariés minimum", "employees 10.."},
    {"effectif ≤ 249", "employees ..249"},
    {"effectif >= 10 et < 250", "employees 10..; employees ..250)"},
    {"hors entreprises de plus de 250 salariés", "employees (250..x"},
    {"10 salariés", "employees =10"},
    {"moins de vingt-cinq salariés", "employees ..25)"},
    {"quatre-vingt-dix jours", "days =90"},
    {"soixante et onze ans", "months =852"},
    {"au maximum 20 % du capital", "percent ..20"},
    {"de 200 à 400 k€", "money 200000..400000"},
    {"de 1 à 2 M€", "money 1000000..2000000"},
    {"1 200 bénéficiaires", "other =1200"},
    {"moins de 50 équivalents temps plein", "fte ..50)"},
    {"un projet porté par une association", ""},
    {"loi de 2014 et article 11", ""},
    {"les entreprises employant moins de 50 personnes", "employees ..50)"},
    {"3 ans et plus", "months 36.."},
    {"moins de 8 ans", "months ..96)"},
    {"de moins de 3 ans ou de plus de 5 ans", "months ..36); months (60.."},
    {"limité à 9 salariés", "employees ..9"},
    {"au minimum deux salariés en CDI", "employees 2.."},
    {"deux salariés (minimum)", "employees 2.."},
    {"ayant au moins un salarié", "employees 1.."},
    {"strictement inférieur à 10 salariés", "employees ..10)"},
    {"L'entreprise ne doit pas compter plus de 20 salariés", "employees ..20"},
    {"ayant de 10 à moins de 250 salariés", "employees 10..; employees ..250)"},
    {"Nombre de salariés : 10 à 250", "employees 10..250"},
    {"nombre de salariés inférieur à 11", "employees ..11)"},
    {"créée depuis plus d’un an et demi", "months (18..!"},
    {"TPE et PME de moins de 250 salariés, dont le CA est inférieur à 50 M€ ou le total de bilan à 43 M€",
     "employees ..250); money ..50000000); money =43000000; employees ..250)~"},
    {"aide plafonnée à 10 000 € par entreprise de moins de 11 salariés", "money ..10000; employees ..11)"},
    {"Employeurs d'au moins 11 salariés", "employees 11.."},
    {"plus de 50 et jusqu'à 250 salariés", "employees (50..; employees ..250"},
    {"effectif compris entre 10 salariés et 250 salariés", "employees 10..250"},
    {"égal ou supérieur à 10 salariés", "employees 10.."},
    {"250 salariés maximum et 50 M€ de chiffre d'affaires maximum", "employees ..250; money ..50000000"},
    /* Signs, and ways of the web. */
    {"20 salariés et +", "employees 20.."},
    {"20+ salariés", "employees 20.."},
    {"+10 salariés", "employees (10.."},
    {"+ de 10 salariés, - de 50 salariés", "employees (10..; employees ..50)"},
    {"- 50 salariés", "employees =50"},
    {"effectif ⩽ 49", "employees ..49"},
    {"=< 9 salariés", "employees ..9"},
    {"effectif < ou = 49", "employees ..49"},
    {"effectif inférieur/égal à 49", "employees ..49"},
    {"10 ≤ effectif < 50", "employees 10..; employees ..50)"},
    {"10/49 salariés", "employees 10..49"},
    {"&lt; 250 salari&eacute;s", "employees ..250)"},
    {"&#8805;&nbsp;10&#xA0;salariés", "employees 10.."},
    {"<p>Moins de <strong>50</strong><br/>salariés</p>", "employees ..50)"},
    {"Moins de **50** salariés", "employees ..50)"},
    {"[Moins de 50 salariés](https://exemple.fr/aides-2023/de-100-salaries)", "employees ..50)"},
    {"CA <10 M€", "money ..10000000)"},
    {"Nombre de salariés : 50 maximum", "employees ..50"},
    {"Nombre minimum de salariés : 10", "employees 10.."},
    {"de 10 à 249", "none 10..249"},
    {"de 2024 à 2027", ""},
    {"catégories 1 à 4", ""},
    {"sous le seuil de 50 salariés", "employees ..50)"},
    {"n'atteignant pas 50 salariés", "employees ..50)"},
    {"10 salariés et au-delà", "employees 10.."},
    {"à concurrence de 50 salariés", "employees ..50"},
    {"dès le premier salarié", "employees 1.."},
    {"les devis ne sont pas éligibles, moins de 250 salariés", "employees ..250)"},
    {"locaux inférieurs à 1 000 m²", "other ..1000)"},
    /* Sizes without any figure. */
    {"TPE, PME et ETI", "employees ..5000)~"},
    {"PMI", "employees ..250)~"},
    {"entreprises de taille intermédiaire", "employees 250..5000)~"},
    {"PME ; non éligible aux micro-entreprises", "employees ..250)~; employees ..10)~x"},
    {"éligible aux micro-entreprises", ""},
    {"éligible aux microentreprises", ""},
    {"PME, hors ETI", "employees ..250)~; employees 250..5000)~x"},
    {"Toutes tailles", "employees any"},
    {"toutes les tailles d’entreprise", "employees any"},
    {"quelle que soit leur taille", "employees any"},
    {"sans condition d’effectif", "employees any"},
    {"pas de seuil d'effectif", "employees any"},
    {"avec ou sans salarié", "employees any"},
    {"Taille : toutes", "employees any"},
    {"toutes les entreprises de taille moyenne", ""},
    {"toutes tailles, hors grands groupes", "employees any x"},
    {"sans salarié", "employees ..0"},
    {"n'ayant aucun salarié", "employees ..0"},
};

static void add_number(Text *text, double value) {
    char digits[NUMBER_TEXT_MAX];
    number_write(value, digits);
    text_add(text, digits);
}

static void describe(const Claim *claim, Text *out) {
    static const char *const units[] = {"none", "employees", "people", "fte", "money", "months", "days", "percent", "other"};
    text_addf(out, "%s%s ", out->length ? "; " : "", units[claim->unit]);
    if (claim->unlimited) {
        text_add(out, claim->excluded ? "any x" : "any");
        return;
    }
    if (claim->bare) {
        text_add(out, "=");
        add_number(out, claim->low.value);
        return;
    }
    if (claim->low.strict) text_add(out, "(");
    if (claim->low.present) add_number(out, claim->low.value);
    text_add(out, "..");
    if (claim->high.present) add_number(out, claim->high.value);
    if (claim->high.strict) text_add(out, ")");
    if (claim->defined) text_add(out, "~");
    if (claim->excluded) text_add(out, "x");
    if (claim->existence) text_add(out, "!");
}

static void test_sentences(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena arena;
        Text text;
        Claim *claims;
        size_t count;
        arena_init(&arena, &memory_standard);
        text_init(&text, &memory_standard);
        assert_true(claims_read(&arena, rows[i].sentence, &claims, &count));
        for (size_t k = 0; k < count; k++) describe(&claims[k], &text);
        if (strcmp(text_get(&text), rows[i].claims) != 0) {
            print_message("« %s »\n  expected %s\n  read     %s\n", rows[i].sentence, rows[i].claims, text_get(&text));
            wrong++;
        }
        text_clear(&text);
        arena_clear(&arena);
    }
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
