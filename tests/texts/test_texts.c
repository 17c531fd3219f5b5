/* The corpus of exact French. `mots.json`: what one small decision of grammar makes of a word. `phrases.json`: what is said of one
 * criterion (rules/essais.lua) for given facts, on 21 November 2026: its clause, its question, the summary, a fragment that the
 * paragraph must hold or (« jamais ») must not. `paragraphes.json`: what the paragraphs and summaries of the product's own rules
 * must hold, and must not. In the expectations « ~ » is a no-break space and « ^ » the
 * narrow one. Every difference is printed; the test fails at its end. */
#include "base/files.h"
#include "explain/figures.h"
#include "explain/report.h"
#include "input/facts_json.h"
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define WORDS_MAX 8

typedef struct Corpus {
    Arena arena;
    Findings findings;
    Rulebook *rulebook, *real; /* that of rules/essais.lua, that of the product */
    size_t checked, failed;
} Corpus;

static Corpus corpus;

/* The expectation with its no-break spaces. */
static const char *spaced(const char *text) {
    Phrase phrase;
    phrase_init(&phrase, &corpus.arena);
    for (const char *at = text; *at; at++) {
        if (*at == '~') phrase_add(&phrase, NBSP);
        else if (*at == '^') phrase_add(&phrase, THIN);
        else phrase_add_bytes(&phrase, at, 1);
    }
    return phrase_text(&phrase);
}

static void check(const char *where, const char *got, const char *expected) {
    corpus.checked++;
    if (!got) got = "nothing";
    if (expected && strcmp(got, spaced(expected)) == 0) return;
    corpus.failed++;
    print_error("%s:\n  expected %s\n  got      %s\n", where, expected ? spaced(expected) : "nothing", got);
}

static Day day_of(const char *text) {
    Day first = 0, last;
    bool read = text && day_read(text, strlen(text), &first, &last);
    assert_true(read);
    return first;
}

typedef struct Words {
    const char *items[WORDS_MAX];
    double numbers[WORDS_MAX];
    size_t count;
} Words;

/* One decision: its name in mots.json, and what it makes of the words given. */
static const char *decide(const char *name, const Words *words) {
    Arena *arena = &corpus.arena;
    const char *first = words->count ? words->items[0] : "";
    if (strcmp(name, "de") == 0) return french_de(arena, first);
    if (strcmp(name, "à") == 0) return french_to(arena, first);
    if (strcmp(name, "que") == 0) return french_que(arena, first);
    if (strcmp(name, "le") == 0) return french_the(arena, first, GENDER_MASCULINE, false);
    if (strcmp(name, "la") == 0) return french_the(arena, first, GENDER_FEMININE, false);
    if (strcmp(name, "les") == 0) return french_the(arena, first, GENDER_FEMININE, true);
    if (strcmp(name, "du") == 0) return french_of_the(arena, first, GENDER_MASCULINE, false);
    if (strcmp(name, "et") == 0 || strcmp(name, "ou") == 0) return french_list(arena, words->items, words->count, name);
    if (strcmp(name, "majuscule") == 0) return french_capital(arena, first);
    if (strcmp(name, "minuscule") == 0) return french_lower(arena, first);
    if (strcmp(name, "citation") == 0) return french_quote(arena, first);
    if (strcmp(name, "typographie") == 0) return french_tidy(arena, first);
    if (strcmp(name, "nom") == 0) return french_name(arena, first);
    if (strcmp(name, "appelée") == 0) return french_called(arena, first);
    if (strcmp(name, "nombre") == 0) return figure_number(arena, words->numbers[0]);
    if (strcmp(name, "euros") == 0) return figure_money(arena, words->numbers[0]);
    if (strcmp(name, "quantité") == 0) return figure_count(arena, words->numbers[0], words->items[1], words->items[2]);
    if (strcmp(name, "lettres") == 0) return french_cardinal(arena, (size_t)words->numbers[0], GENDER_FEMININE);
    if (strcmp(name, "mois") == 0) return figure_duration(arena, (Duration){.months = (int)words->numbers[0]}, false);
    if (strcmp(name, "jours") == 0) return figure_duration(arena, (Duration){.days = (int)words->numbers[0]}, false);
    if (strcmp(name, "date") == 0) return figure_date(arena, day_of(first));
    if (strcmp(name, "écart") == 0) return figure_elapsed(arena, day_of(first), day_of(words->items[1]));
    if (strcmp(name, "quand") == 0) return figure_when(arena, (Span){day_of(first), day_of(words->items[1])});
    return NULL;
}

static cJSON *read_json(const char *name) {
    FileBytes file;
    const char *path = arena_printf(&corpus.arena, "%s/tests/texts/%s", AZIMUT_SOURCE_DIR, name);
    assert_int_equal(files_read(&files_standard, &corpus.arena, path, FILE_BYTES_MAX, &corpus.findings, &file), STATUS_OK);
    cJSON *document = cJSON_ParseWithLength(file.bytes, file.length);
    assert_non_null(document);
    return document;
}

/* ["de", "Occitanie", "d’Occitanie"]: the decision, its words, what comes of them. */
static void words(void **state) {
    (void)state;
    cJSON *document = read_json("mots.json"), *entry;
    corpus.checked = corpus.failed = 0;
    cJSON_ArrayForEach(entry, document) {
        int size = cJSON_GetArraySize(entry);
        Words given = {.count = 0};
        for (int i = 1; i + 1 < size && given.count < WORDS_MAX; i++, given.count++) {
            const cJSON *word = cJSON_GetArrayItem(entry, i);
            given.items[given.count] = cJSON_GetStringValue(word);
            given.numbers[given.count] = word->valuedouble;
        }
        const char *name = cJSON_GetStringValue(cJSON_GetArrayItem(entry, 0));
        check(name, decide(name, &given), cJSON_GetStringValue(cJSON_GetArrayItem(entry, size - 1)));
    }
    print_message("%zu words\n", corpus.checked);
    assert_true(corpus.checked >= 60);
    assert_int_equal(corpus.failed, 0);
    cJSON_Delete(document);
}

static const ProgrammeReport *find(const Report *report, const char *id) {
    for (size_t i = 0; i < report->programme_count; i++)
        if (strcmp(report->programmes[i].programme->id, id) == 0) return &report->programmes[i];
    return NULL;
}

/* A fragment that the paragraph must hold, or must not. */
static void check_fragment(const char *where, const char *paragraph, const char *fragment, bool wanted) {
    if (!fragment) return;
    bool found = paragraph && strstr(paragraph, spaced(fragment)) != NULL;
    check(where, found == wanted ? spaced(fragment) : paragraph, fragment);
}

static Report *report_on(const Rulebook *rulebook, const cJSON *entry) {
    char *facts = cJSON_PrintUnformatted(cJSON_GetObjectItemCaseSensitive(entry, "faits"));
    FactSet set;
    Report *report = NULL;
    assert_int_equal(factset_init(&set, &corpus.arena, &rulebook->vocabulary), STATUS_OK);
    assert_int_equal(facts_json_read(&set, facts, facts, strlen(facts), &corpus.findings), STATUS_OK);
    assert_int_equal(report_new(&memory_standard, rulebook, &set, day_of("2026-11-21"), &report), STATUS_OK);
    cJSON_free(facts);
    return report;
}

static const char *text_of(const cJSON *entry, const char *key) {
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(entry, key));
}

static const char *where_of(const cJSON *entry) {
    char *facts = cJSON_PrintUnformatted(cJSON_GetObjectItemCaseSensitive(entry, "faits"));
    const char *where = arena_printf(&corpus.arena, "%s %s", text_of(entry, "dispositif"), facts);
    cJSON_free(facts);
    return where;
}

static void check_entry(const cJSON *entry) {
    const char *clause = text_of(entry, "clause"), *summary = text_of(entry, "résumé"), *question = text_of(entry, "question");
    const char *where = where_of(entry);
    Report *report = report_on(corpus.rulebook, entry);
    const ProgrammeReport *told = find(report, text_of(entry, "dispositif"));
    assert_non_null(told);
    if (clause) check(where, told->criterion_count ? told->criteria[0].clause : NULL, clause);
    if (summary) check(where, told->summary, summary);
    if (question) check(where, told->criterion_count ? told->criteria[0].question : NULL, question);
    check_fragment(where, told->sentence, text_of(entry, "paragraphe"), true);
    check_fragment(where, told->sentence, text_of(entry, "jamais"), false);
    report_free(report);
}

/* Every text of the list is in `told`, or none of them is. */
static void check_parts(const cJSON *entry, const char *key, const char *told, bool wanted) {
    const cJSON *part;
    cJSON_ArrayForEach(part, cJSON_GetObjectItemCaseSensitive(entry, key)) {
        corpus.checked++;
        const char *text = spaced(cJSON_GetStringValue(part));
        if ((strstr(told, text) != NULL) == wanted) continue;
        corpus.failed++;
        print_error("%s:\n  %s %s\n  in %s\n", where_of(entry), wanted ? "expected" : "unexpected", text, told);
    }
}

/* What the rules of the product must say of a structure, and must never say. */
static void paragraphs(void **state) {
    (void)state;
    cJSON *document = read_json("paragraphes.json"), *entry;
    corpus.checked = corpus.failed = 0;
    cJSON_ArrayForEach(entry, document) {
        Report *report = report_on(corpus.real, entry);
        const ProgrammeReport *told = find(report, text_of(entry, "dispositif"));
        assert_non_null(told);
        check_parts(entry, "dit", told->sentence, true);
        check_parts(entry, "jamais", told->sentence, false);
        check_parts(entry, "dit en bref", told->summary, true);
        check_parts(entry, "jamais en bref", told->summary, false);
        report_free(report);
    }
    print_message("%zu parts\n", corpus.checked);
    assert_true(corpus.checked >= 20);
    assert_int_equal(corpus.failed, 0);
    cJSON_Delete(document);
}

static void sentences(void **state) {
    (void)state;
    cJSON *document = read_json("phrases.json"), *entry;
    corpus.checked = corpus.failed = 0;
    cJSON_ArrayForEach(entry, document) check_entry(entry);
    print_message("%zu sentences\n", corpus.checked);
    assert_true(corpus.checked >= 120);
    assert_int_equal(corpus.failed, 0);
    cJSON_Delete(document);
}

/* Adds what a folder of rules holds to `out`. */
static Status add_folder(const char *path, FileList *out) {
    static const char *const endings[] = {".lua", NULL};
    FileList found = {.count = 0};
    Status status = files_read_folder(&files_standard, &corpus.arena, path, endings, FILE_BYTES_MAX, &corpus.findings, &found);
    FileBytes *all = arena_array(&corpus.arena, out->count + found.count, sizeof *all);
    if (status != STATUS_OK || !all) return status == STATUS_OK ? STATUS_NO_MEMORY : status;
    if (out->count) memcpy(all, out->items, out->count * sizeof *all);
    memcpy(all + out->count, found.items, found.count * sizeof *all);
    *out = (FileList){.items = all, .count = out->count + found.count};
    return STATUS_OK;
}

static int load_rules(const FileList *facts, const FileList *rules, Rulebook **out) {
    Status status = rulebook_load(&memory_standard, "facts", facts, "rules", rules, out);
    for (size_t i = 0; status == STATUS_OK && i < (*out)->findings.count; i++) {
        const Finding *finding = &(*out)->findings.items[i];
        if (finding->severity == SEVERITY_ERROR) print_error("%s:%d: %s\n", finding->file, finding->line, finding->message);
    }
    return status == STATUS_OK && (*out)->findings.errors == 0 ? 0 : -1;
}

static int load(void **state) {
    static const char *const fact_endings[] = {".lua", ".txt", NULL};
    (void)state;
    FileList facts = {.count = 0}, tried = {.count = 0}, real = {.count = 0};
    arena_init(&corpus.arena, &memory_standard);
    findings_init(&corpus.findings, &corpus.arena);
    Status status = files_read_folder(&files_standard, &corpus.arena, AZIMUT_SOURCE_DIR "/facts", fact_endings, FILE_BYTES_MAX,
                                      &corpus.findings, &facts);
    if (status == STATUS_OK) status = add_folder(AZIMUT_SOURCE_DIR "/tests/texts/rules", &tried);
    if (status == STATUS_OK) status = add_folder(AZIMUT_SOURCE_DIR "/rules/deductions", &tried);
    if (status == STATUS_OK) status = add_folder(AZIMUT_SOURCE_DIR "/rules", &real);
    if (status != STATUS_OK) return -1;
    return load_rules(&facts, &tried, &corpus.rulebook) || load_rules(&facts, &real, &corpus.real) ? -1 : 0;
}

static int unload(void **state) {
    (void)state;
    rulebook_free(corpus.rulebook);
    rulebook_free(corpus.real);
    arena_clear(&corpus.arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(words), cmocka_unit_test(sentences), cmocka_unit_test(paragraphs)};
    return cmocka_run_group_tests(tests, load, unload);
}
