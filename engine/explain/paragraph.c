/* The paragraph is made of pieces in a fixed order. When it passes the length that an advisor pastes, it is made again with more
 * thrift: first without what only helps, then with shorter words. No condition is ever left out. */
#include "explain/paragraph.h"

#include "explain/attribute.h"
#include "explain/figures.h"
#include "explain/ranking.h"
#include "explain/sources.h"

#include <string.h>

#define WORDS_MAX 160
#define THRIFT_MAX 5
#define CLAUSES_MAX 32
#define WEEK 7

typedef struct Draft {
    const Dossier *dossier;
    const ProgrammeReport *report;
    Phrase phrase;
    int thrift;
} Draft;

/* Words as a word processor counts them: between plain spaces. */
static size_t words_in(const char *text) {
    size_t count = 0;
    for (const char *at = text; *at; at += *at != '\0') {
        at += strspn(at, " ");
        if (*at) count++;
        at += strcspn(at, " ");
    }
    return count;
}

/* Adds one sentence, after a space when it is not the first. */
static void sentence(Draft *draft, const char *first, const char *second, const char *third) {
    phrase_join(&draft->phrase, draft->phrase.length ? " " : "", first, second ? second : "", third ? third : "", NULL);
}

static size_t clauses_of(const Draft *draft, CriterionKind kind, Truth truth, const char **out) {
    size_t count = 0;
    for (size_t i = 0; i < draft->report->criterion_count && count < CLAUSES_MAX; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        bool brief = draft->thrift >= 2 && (truth == TRUTH_TRUE || draft->thrift >= 4);
        if (criterion->kind == kind && criterion->truth == truth) out[count++] = brief ? criterion->brief : criterion->clause;
    }
    return count;
}

/* « a ; b ; c », all of them */
static const char *listed(const Draft *draft, const char *const *clauses, size_t count) {
    Phrase phrase;
    phrase_init(&phrase, draft->dossier->arena);
    for (size_t i = 0; i < count; i++) phrase_join(&phrase, i ? SEMICOLON : "", clauses[i], NULL);
    return phrase_text(&phrase);
}

const char *paragraph_verdict(const ProgrammeReport *report) {
    static const char *const words[] = {[VERDICT_ELIGIBLE] = "éligible au vu des critères publiés",
                                        [VERDICT_INELIGIBLE] = "non éligible au vu des critères publiés",
                                        [VERDICT_UNDETERMINED] = "à vérifier",
                                        [VERDICT_NOT_APPLICABLE] = "sans objet",
                                        [VERDICT_ERROR] = "non évalué, règle en erreur"};
    if (report->gain && report->outcome.verdict == VERDICT_INELIGIBLE) return "pas encore éligible";
    if (report->outcome.verdict == VERDICT_ELIGIBLE && report->outcome.under_reserve)
        return "éligible au vu des critères publiés, sous réserve";
    return words[report->outcome.verdict];
}

const char *paragraph_urgency(const ProgrammeReport *report, Day date) {
    if (report->deadline == DAY_MAX) return NULL;
    return report->deadline - date <= WEEK ? "sans attendre" : "cette semaine";
}

static const char *operators_of(const Draft *draft) {
    const Programme *programme = draft->report->programme;
    return french_list(draft->dossier->arena, programme->operators, programme->operator_count, "et");
}

/* « Prev’Asso (Le Mouvement associatif) »; a comma where brackets are already there. */
static void name_programme(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const char *name = french_tidy(arena, draft->report->programme->name);
    const char *operators = french_tidy(arena, operators_of(draft));
    bool bracketed = strchr(name, '(') || strchr(operators, '(');
    phrase_add(&draft->phrase, name);
    if (operators[0] != '\0') phrase_join(&draft->phrase, bracketed ? ", " : " (", operators, bracketed ? "" : ")", NULL);
}

static void heading(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    name_programme(draft);
    phrase_join(&draft->phrase, " – ", paragraph_verdict(draft->report), NULL);
    const char *clauses[CLAUSES_MAX];
    size_t count = clauses_of(draft, CRITERION_CONDITION, TRUTH_UNKNOWN, clauses);
    if (draft->report->outcome.verdict == VERDICT_UNDETERMINED && count > 0)
        phrase_join(&draft->phrase, COLON, french_cardinal(arena, count, GENDER_MASCULINE),
                    count > 1 ? " points restent à éclaircir" : " point reste à éclaircir", NULL);
    const char *soon = paragraph_urgency(draft->report, draft->dossier->date);
    const char *step = draft->report->outcome.verdict == VERDICT_ELIGIBLE ? SEMICOLON "à solliciter " : SEMICOLON "à éclaircir ";
    phrase_join(&draft->phrase, soon ? step : "", soon ? soon : "", NULL);
    phrase_add(&draft->phrase, ".");
}

static bool asks_nothing(const ProgrammeReport *report) {
    return report->programme->conditions && report->programme->conditions->nothing_asked;
}

static void met(Draft *draft) {
    const Dossier *dossier = draft->dossier;
    const char *clauses[CLAUSES_MAX];
    size_t count = clauses_of(draft, CRITERION_CONDITION, TRUTH_TRUE, clauses);
    if (asks_nothing(draft->report)) {
        sentence(draft, "Pour ", dossier->name, ", le document ne pose aucune condition d’admission.");
        return;
    }
    if (count == 0) return;
    bool all = draft->report->outcome.verdict == VERDICT_ELIGIBLE;
    const char *list = listed(draft, clauses, count);
    const char *number = french_cardinal(dossier->arena, count, GENDER_FEMININE);
    const char *lead =
        count == 1 ? (all ? "La condition publiée est remplie par " : "Une condition est remplie par ")
        : all      ? phrase_of(dossier->arena, "Les ", number, " conditions publiées sont remplies par ", NULL)
                   : phrase_of(dossier->arena, french_capital(dossier->arena, number), " conditions sont remplies par ", NULL);
    sentence(draft, phrase_of(dossier->arena, lead, dossier->name, COLON, NULL), list, ".");
}

static void unmet(Draft *draft) {
    const char *clauses[CLAUSES_MAX];
    size_t count = clauses_of(draft, CRITERION_CONDITION, TRUTH_FALSE, clauses);
    Arena *arena = draft->dossier->arena;
    if (count > 0)
        sentence(draft, count == 1 ? "Condition non remplie par " : "Conditions non remplies par ",
                 phrase_of(arena, draft->dossier->name, COLON, NULL), phrase_of(arena, listed(draft, clauses, count), ".", NULL));
    count = clauses_of(draft, CRITERION_RESERVE, TRUTH_FALSE, clauses);
    if (count > 0)
        sentence(draft, "Réserve non levée pour ", phrase_of(arena, draft->dossier->name, COLON, NULL),
                 phrase_of(arena, listed(draft, clauses, count), ".", NULL));
}

static void unknown(Draft *draft) {
    const char *clauses[CLAUSES_MAX];
    Arena *arena = draft->dossier->arena;
    size_t met_count = clauses_of(draft, CRITERION_CONDITION, TRUTH_TRUE, clauses);
    size_t count = clauses_of(draft, CRITERION_CONDITION, TRUTH_UNKNOWN, clauses);
    if (count > 0) {
        const char *of = met_count ? "" : phrase_of(arena, " pour ", draft->dossier->name, NULL);
        sentence(draft, phrase_of(arena, "Reste à vérifier", of, COLON, NULL), listed(draft, clauses, count), ".");
    }
    count = clauses_of(draft, CRITERION_OBJECT, TRUTH_UNKNOWN, clauses);
    if (count > 0) sentence(draft, "À traiter, à vérifier" COLON, listed(draft, clauses, count), ".");
}

static void question(Draft *draft) {
    for (size_t i = 0; i < draft->report->criterion_count; i++) {
        const CriterionReport *criterion = &draft->report->criteria[i];
        if (criterion->truth != TRUTH_UNKNOWN || criterion->kind == CRITERION_PRIORITY || !criterion->question) continue;
        if (criterion->kind == CRITERION_RESERVE && draft->report->outcome.verdict == VERDICT_UNDETERMINED) continue;
        if (draft->thrift >= 3 && !criterion->ask) continue; /* what to ask follows from what is unknown */
        const char *whom = criterion->ask ? french_to(draft->dossier->arena, criterion->ask) : "à la structure";
        sentence(draft, "Question à poser ", phrase_of(draft->dossier->arena, whom, COLON, NULL),
                 phrase_of(draft->dossier->arena, french_quote(draft->dossier->arena, criterion->question), ".", NULL));
        return;
    }
}

static void objects(Draft *draft) {
    const char *clauses[CLAUSES_MAX];
    size_t count = clauses_of(draft, CRITERION_OBJECT, TRUTH_TRUE, clauses);
    if (count > 0) sentence(draft, "Il y a bien lieu d’agir" COLON, listed(draft, clauses, count), ".");
    count = clauses_of(draft, CRITERION_OBJECT, TRUTH_FALSE, clauses);
    if (count > 0)
        sentence(draft, phrase_of(draft->dossier->arena, "Rien à traiter pour ", draft->dossier->name, COLON, NULL),
                 listed(draft, clauses, count), ".");
}

static void reserves(Draft *draft) {
    const char *clauses[CLAUSES_MAX];
    size_t count = clauses_of(draft, CRITERION_RESERVE, TRUTH_UNKNOWN, clauses);
    if (count > 0) sentence(draft, "Sous réserve" COLON, listed(draft, clauses, count), ".");
}

/* What the other programmes change to this one. */
static void relations(Draft *draft) {
    static const char *const leads[][2] = {
        {"with", "À mener avec "}, {"after", "Ensuite, "}, {"without", "À ne pas cumuler avec "}};
    for (size_t i = 0; draft->thrift == 0 && i < draft->report->relation_count; i++) {
        const RelationReport *relation = &draft->report->relations[i];
        for (size_t k = 0; k < sizeof leads / sizeof *leads; k++)
            if (strcmp(leads[k][0], relation->kind) == 0)
                sentence(
                    draft, leads[k][1], relation->name,
                    phrase_of(draft->dossier->arena, relation->text ? COLON : "", relation->text ? relation->text : "", ".", NULL));
    }
}

static void deadline(Draft *draft) {
    Day day = draft->report->deadline;
    if (day == DAY_MAX) return;
    Arena *arena = draft->dossier->arena;
    int left = day - draft->dossier->date;
    const char *days = figure_duration(arena, (Duration){.days = left}, true);
    const char *date = phrase_of(arena, figure_date(arena, day), draft->report->deadline_earliest ? " au plus tôt" : "", NULL);
    sentence(draft, "Échéance" COLON, date, left ? phrase_of(arena, ", dans ", days, ".", NULL) : ", aujourd’hui même.");
}

static void inference(Draft *draft) {
    const char *why = draft->report->programme->relevance_grounds.inferred;
    if (why && draft->thrift == 0)
        sentence(draft, "Pertinence pour ce besoin déduite, non écrite" COLON, french_tidy(draft->dossier->arena, why), ".");
}

static void course(Draft *draft) {
    const Dossier *dossier = draft->dossier;
    const char *duration = attribute_words(dossier, draft->report->programme->duration);
    const char *cost = attribute_words(dossier, draft->report->programme->cost);
    if (draft->thrift > 0) return;
    if (duration) sentence(draft, "Durée du parcours" COLON, duration, ".");
    if (cost) sentence(draft, "Participation financière" COLON, cost, ".");
}

static const char *whom(const Draft *draft) {
    const Programme *programme = draft->report->programme;
    Arena *arena = draft->dossier->arena;
    if (programme->contact) return french_tidy(arena, programme->contact);
    if (programme->operator_count == 0) return "l’opérateur";
    return phrase_of(arena, "l’opérateur (", french_tidy(arena, operators_of(draft)), ")", NULL);
}

/* « appel à candidatures annuel en février », without what follows, when words are short */
static const char *calendar_words(const Draft *draft) {
    const char *text = draft->report->availability.text;
    const char *end = text && draft->thrift >= 3 ? strstr(text, COLON) : NULL;
    const char *cut = end ? arena_text(draft->dossier->arena, text, (size_t)(end - text)) : NULL;
    return cut ? cut : text;
}

static void next_step(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const Programme *programme = draft->report->programme;
    const char *calendar = calendar_words(draft), *soon = paragraph_urgency(draft->report, draft->dossier->date);
    if (calendar) sentence(draft, "Calendrier" COLON, calendar, ".");
    const char *lead =
        phrase_of(arena, "Prochaine étape" COLON "prendre contact ", soon ? soon : "", soon ? " " : "", "avec ", NULL);
    sentence(draft, draft->thrift >= 3 ? "Contact" COLON : lead, whom(draft), ", qui décide de l’entrée.");
    if (programme->step_count > 0 && draft->thrift < 1)
        sentence(draft, french_capital(arena, french_tidy(arena, programme->steps[0].text)),
                 strchr(".!?", programme->steps[0].text[strlen(programme->steps[0].text) - 1]) ? "" : ".", NULL);
}

static void dated(Draft *draft) {
    sentence(draft, "Situation évaluée au ", figure_date(draft->dossier->arena, draft->dossier->date), ".");
}

static void rank(Draft *draft) {
    const char *reason = draft->report->rank_reason;
    if (reason) sentence(draft, french_capital(draft->dossier->arena, reason), ".", NULL);
}

static void change(Draft *draft) {
    const ChangeReport *gain = draft->report->gain;
    if (gain) sentence(draft, "Éligibilité attendue, toutes choses égales par ailleurs, ", gain->text, ".");
}

static void cite(Draft *draft) {
    Arena *arena = draft->dossier->arena;
    const Programme *programme = draft->report->programme;
    const char *text = draft->thrift == THRIFT_MAX ? source_sentence_brief(arena, programme) : source_sentence(arena, programme);
    if (text[0] != '\0') sentence(draft, text, NULL, NULL);
}

static void ranked(Draft *draft) {
    heading(draft);
    met(draft);
    objects(draft);
    unknown(draft);
    if (draft->report->outcome.verdict == VERDICT_UNDETERMINED) question(draft);
    reserves(draft);
    inference(draft);
    cite(draft);
    rank(draft);
    course(draft);
    relations(draft);
    deadline(draft);
    change(draft);
    next_step(draft);
    dated(draft);
}

static void unranked(Draft *draft) {
    Verdict verdict = draft->report->outcome.verdict;
    Relevance relevance = draft->report->outcome.relevance;
    heading(draft);
    if (verdict == VERDICT_ELIGIBLE || verdict == VERDICT_UNDETERMINED) met(draft);
    if (verdict == VERDICT_INELIGIBLE) unmet(draft);
    objects(draft);
    if (verdict == VERDICT_UNDETERMINED) unknown(draft);
    change(draft);
    bool open = verdict == VERDICT_ELIGIBLE || verdict == VERDICT_UNDETERMINED;
    if (open) reserves(draft);
    if (open && relevance == RELEVANCE_NONE) sentence(draft, "Ce dispositif ne répond pas au besoin exprimé.", NULL, NULL);
    if (open && relevance == RELEVANCE_UNKNOWN) sentence(draft, "Le besoin n’est pas assez connu pour le recommander.", NULL, NULL);
    cite(draft);
    dated(draft);
}

static const char *failed(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    return phrase_of(dossier->arena, report->programme->name, " – non évalué pour ", dossier->name, COLON,
                     message ? french_tidy(dossier->arena, message) : "sa règle n’a pas pu être lue",
                     ". Ce dispositif est à vérifier à la main. Situation évaluée au ", figure_date(dossier->arena, dossier->date),
                     ".", NULL);
}

const char *paragraph_of(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    if (report->programme->failed || report->outcome.verdict == VERDICT_ERROR) return failed(dossier, report, message);
    Draft draft = {.dossier = dossier, .report = report};
    for (draft.thrift = 0; draft.thrift <= THRIFT_MAX; draft.thrift++) {
        phrase_init(&draft.phrase, dossier->arena);
        if (report->rank > 0) ranked(&draft);
        else unranked(&draft);
        if (words_in(phrase_text(&draft.phrase)) <= WORDS_MAX) break;
    }
    return phrase_text(&draft.phrase);
}

/* What the verdict hangs on, for one sentence: what fails, what is unknown, or that everything asked is met. */
static const char *grounds_of(const Draft *draft) {
    static const struct {
        CriterionKind kind;
        Truth truth;
    } hangs[] = {[VERDICT_INELIGIBLE] = {CRITERION_CONDITION, TRUTH_FALSE},
                 [VERDICT_UNDETERMINED] = {CRITERION_CONDITION, TRUTH_UNKNOWN},
                 [VERDICT_NOT_APPLICABLE] = {CRITERION_OBJECT, TRUTH_FALSE}};
    Arena *arena = draft->dossier->arena;
    Verdict verdict = draft->report->outcome.verdict;
    const char *clauses[CLAUSES_MAX];
    if (verdict == VERDICT_ELIGIBLE) {
        size_t count = clauses_of(draft, CRITERION_CONDITION, TRUTH_TRUE, clauses);
        if (asks_nothing(draft->report)) return "le document ne pose aucune condition d’admission";
        return count == 1 ? "la condition publiée est remplie"
                          : phrase_of(arena, "les ", french_cardinal(arena, count, GENDER_FEMININE),
                                      " conditions publiées sont remplies", NULL);
    }
    size_t count = clauses_of(draft, hangs[verdict].kind, hangs[verdict].truth, clauses);
    if (count == 0 && verdict == VERDICT_INELIGIBLE) count = clauses_of(draft, CRITERION_RESERVE, TRUTH_FALSE, clauses);
    if (count == 0 && verdict == VERDICT_UNDETERMINED) count = clauses_of(draft, CRITERION_OBJECT, TRUTH_UNKNOWN, clauses);
    return count ? listed(draft, clauses, count) : "";
}

const char *paragraph_summary(const Dossier *dossier, const ProgrammeReport *report, const char *message) {
    if (report->programme->failed || report->outcome.verdict == VERDICT_ERROR) return failed(dossier, report, message);
    Draft draft = {.dossier = dossier, .report = report, .thrift = THRIFT_MAX};
    const char *grounds = grounds_of(&draft);
    phrase_init(&draft.phrase, dossier->arena);
    phrase_join(&draft.phrase, ranking_short_name(dossier->arena, report->programme), " – ", paragraph_verdict(report), " pour ",
                dossier->name, " au ", figure_date(dossier->arena, dossier->date), grounds[0] ? COLON : "", grounds, ".", NULL);
    change(&draft);
    if (report->change_count == 0 && report->rank > 0) next_step(&draft);
    return phrase_text(&draft.phrase);
}
