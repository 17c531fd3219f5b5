/* The report follows the author's tree node by node. Only `selon` is cut down: a branch that is not this structure's own would
 * show conditions « not met » that nobody asks of it. */
#include "explain/criteria.h"

#include "explain/clause.h"
#include "explain/describe.h"
#include "explain/divergence.h"
#include "explain/draft.h"
#include "explain/figures.h"
#include "explain/fixed.h"
#include "explain/moves.h"
#include "explain/recall.h"
#include "explain/situation.h"
#include "explain/sources.h"
#include "explain/trace.h"

#include <string.h>

#define BRANCHES_MAX 64

static const char *const operators[] = {[NODE_TEST] = NULL,
                                        [NODE_ALL] = "tous",
                                        [NODE_ANY] = "au_moins_un",
                                        [NODE_NOT] = "non",
                                        [NODE_DIVERGENCE] = "divergence",
                                        [NODE_SELECT] = "selon",
                                        [NODE_CONSTANT] = NULL,
                                        [NODE_CALLBACK] = NULL};

/* By kind, then by truth: unmet, met, unknown. */
static const char *const leads[][3] = {
    [CRITERION_CONDITION] = {"Condition non remplie par ", "Condition remplie par ", "Condition à vérifier pour "},
    [CRITERION_OBJECT] = {"Rien à traiter pour ", "Objet du dispositif constaté pour ", "Objet du dispositif à vérifier pour "},
    [CRITERION_RESERVE] = {"Réserve non levée pour ", "Réserve levée pour ", "Réserve à confirmer pour "},
    [CRITERION_PRIORITY] = {"Priorité qui ne joue pas pour ", "Priorité qui joue pour ", "Priorité à vérifier pour "},
};

typedef struct Question {
    const char *text;
    Asking asking;
    bool of_operator; /* only the operator can answer */
} Question;

static const Question no_question = {NULL, ASKING_NOTHING, false};

static Asking asking_of(const Dossier *dossier, int fact) {
    if (dossier_gate(dossier, fact)) return ASKING_GATE;
    return dossier_fact(dossier, fact)->sensitive ? ASKING_DELICATE : ASKING_FACT;
}

/* « Combien de personnes la structure emploie-t-elle, exactement ? »: of what is known in part. */
static const char *exactly(Arena *arena, const char *question) {
    const char *end = strstr(question, THIN "?");
    const char *cut = end ? arena_text(arena, question, (size_t)(end - question)) : NULL;
    return cut ? phrase_of(arena, cut, ", exactement" THIN "?", NULL) : question;
}

bool criteria_part_known(const Dossier *dossier, int fact) {
    return dossier_fact(dossier, fact)->shape == SHAPE_SPAN && describe_least(dossier, fact) < 0 && dossier_informed(dossier, fact);
}

const char *criteria_asked(const Dossier *dossier, int fact) {
    const char *question = dossier_fact(dossier, fact)->question;
    if (!question) return NULL;
    const char *text = french_tidy(dossier->arena, question);
    return criteria_part_known(dossier, fact) ? exactly(dossier->arena, text) : text;
}

/* The question that the vocabulary puts, unless it has been put in vain or is answered; of the seat, that of the view which narrows
 * it: « dans quelle commune », once the departement is known. */
static Question question_on_fact(const Dossier *dossier, int fact) {
    const Vocabulary *vocabulary = &dossier->rulebook->vocabulary;
    const char *view = fact == vocabulary->siege ? dossier_seat_asked(dossier) : NULL;
    int asked = view ? vocabulary_find(vocabulary, view, strlen(view)) : fact;
    if (asked < 0) asked = fact;
    const bool least = describe_least(dossier, fact) >= 0;
    const bool known = !least && dossier_known(dossier, fact);
    const char *text = known || dossier_asked(dossier, asked) ? NULL : criteria_asked(dossier, asked);
    return text ? (Question){text, asking_of(dossier, fact), false} : no_question;
}

static Question question_on_limit(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    const Test *test = &node->test;
    const char *value = situation_without_origin(dossier, node, describe_tested(dossier, test));
    if (!value) value = "";
    if (dossier_fact(dossier, test->fact)->type == FACT_EUROS) value = describe_labelled(dossier, test->fact, value);
    if (test->open_list)
        return (Question){
            phrase_of(arena, "La liste du document est ouverte" COLON "admet-elle aussi ce cas (", value, ")" THIN "?", NULL),
            ASKING_DOUBT, true};
    const bool opens = test->until ? test->high.tie_unknown : test->low.tie_unknown;
    const Asking tie = test->comparison != TEST_DURATION ? ASKING_TIE : opens ? ASKING_TIE_OPENING : ASKING_TIE_CLOSING;
    return (Question){phrase_of(arena, CRITERIA_TIE_OPEN, value, CRITERIA_TIE_CLOSE, NULL), tie, true};
}

/* The reader has just been told why; what is discussed is named: « Un fonds de dotation est-il admis, alors que… ? ». */
static Question question_on_reason(const Dossier *dossier, const Choice *discussed, const char *reason) {
    const bool feminine = discussed && discussed->gender == GENDER_FEMININE;
    const char *subject = discussed ? phrase_of(dossier->arena, feminine ? "Une " : "Un ", discussed->label, NULL) : "La structure";
    return (Question){phrase_of(dossier->arena, subject, !discussed || feminine ? " est-elle admise" : " est-il admis",
                                ", alors que ", reason, THIN "?", NULL),
                      discussed ? ASKING_GATE : ASKING_DOUBT, true};
}

/* « Une société d’insertion, sans agrément ESUS ni mention ESS, est-elle admise ? »: of a case that its author names, nothing more
 * need be said. */
static Question question_on_case(Arena *arena, const char *named) {
    const char *subject = french_capital(arena, named);
    return (Question){phrase_of(arena, subject, strchr(subject, ',') ? "," : "",
                                strncmp(subject, "Une ", strlen("Une ")) == 0 ? " est-elle admise" : " est-il admis", THIN "?",
                                NULL),
                      ASKING_DOUBT, true};
}

static Question question_on_test(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    int fact = node->test.fact;
    const Fact *known = dossier_fact(dossier, fact);
    const char *open = describe_open(dossier, fact);
    const char *label = fact == dossier->rulebook->vocabulary.siege ? "lieu du siège" : known->label;
    if (describe_disputed(dossier, fact))
        return (Question){phrase_of(arena, "Laquelle des réponses données est la bonne, sur ",
                                    french_the(arena, label, known->gender, known->plural), THIN "?", NULL),
                          ASKING_GATE, false};
    const char *named = open ? describe_case(dossier, fact) : NULL;
    if (named) return question_on_case(arena, named);
    if (open) return question_on_reason(dossier, describe_discussed(dossier, fact), open);
    if (situation_document_doubt(dossier, node)) return question_on_limit(dossier, node);
    return question_on_fact(dossier, describe_cause(dossier, fact));
}

const char *criteria_own_question(const Dossier *dossier, const Node *node) {
    Arena *arena = dossier->arena;
    if (!node->question) return NULL;
    const char *text = french_tidy(arena, node->question);
    const char *region = fixed_names_region(node) ? describe_region(dossier) : NULL;
    return region ? phrase_of(arena, french_capital(arena, region), text + strlen(FIXED_THIS_REGION), NULL) : text;
}

static Question question_of(const Dossier *dossier, const Node *node);

/* Of the parts that are open, the one to be asked first. */
static Question question_on_parts(const Dossier *dossier, const Node *node) {
    const Node *branches[BRANCHES_MAX];
    const bool select = node->kind == NODE_SELECT;
    const size_t count = select ? clause_branches(dossier, node, branches, BRANCHES_MAX) : node->part_count;
    Question first = no_question;
    for (size_t i = 0; i < count; i++) {
        const Question question = question_of(dossier, select ? branches[i] : node->parts[i]);
        if (question.asking < first.asking) first = question;
    }
    return first;
}

static bool is_operators(const Dossier *dossier, const Node *node) {
    return node->kind != NODE_DIVERGENCE || divergence_open(dossier, node);
}

static bool tells_place(const Vocabulary *vocabulary, int fact) {
    return fact == vocabulary->siege || territory_is_of(vocabulary, &vocabulary->facts[fact]);
}

/* Do its readings disagree on a place alone, of the seat or of a project? Until that is answered, the rest may be asked for
 * nothing. */
static bool disputes_place(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    if (node->kind != NODE_DIVERGENCE) return false;
    situation_deciding(dossier, node, &list);
    for (size_t i = 0; i < list.count; i++)
        if (!tells_place(&dossier->rulebook->vocabulary, list.tests[i]->test.fact)) return false;
    return list.count > 0;
}

/* Do they hang on a status that is discussed? The same. */
static bool disputes_status(const Dossier *dossier, const Node *node) {
    Deciding list = {.count = 0};
    bool discussed = false;
    situation_deciding(dossier, node, &list);
    for (size_t i = 0; i < list.count; i++) discussed = discussed || describe_discussed(dossier, list.tests[i]->test.fact) != NULL;
    return discussed;
}

/* Is the case of this structure one that the document leaves open? */
static bool case_left_open(const Dossier *dossier, const Node *node) {
    const Node *branches[BRANCHES_MAX];
    const size_t count = node->kind == NODE_SELECT ? clause_branches(dossier, node, branches, BRANCHES_MAX) : 0;
    return (count == 1 || count == 2) && branches[count - 1]->kind == NODE_CONSTANT;
}

static Question question_of(const Dossier *dossier, const Node *node) {
    if (dossier_truth(dossier, node) != TRUTH_UNKNOWN) return no_question;
    const char *own = criteria_own_question(dossier, node);
    if (node->kind == NODE_TEST) {
        const bool doubtful = situation_document_doubt(dossier, node) != NULL;
        if (own && dossier_asked(dossier, node->test.fact)) return no_question;
        if (own) return (Question){own, doubtful ? ASKING_DOUBT : asking_of(dossier, node->test.fact), false};
        return clause_is_confirmation(dossier, node) ? no_question : question_on_test(dossier, node);
    }
    if (own && node->kind != NODE_SELECT && is_operators(dossier, node))
        return (Question){own, disputes_place(dossier, node) || disputes_status(dossier, node) ? ASKING_GATE : ASKING_DOUBT, true};
    const Question question = question_on_parts(dossier, node);
    if (own && question.asking >= ASKING_DOUBT && case_left_open(dossier, node)) return (Question){own, ASKING_DOUBT, true};
    if (node->kind == NODE_CONSTANT && node->reason)
        return question_on_reason(dossier, NULL, french_tidy(dossier->arena, node->reason));
    return question;
}

/* « « > 80 k€ » (budget annuel de plus de 80 000 €) ; budget annuel de 412 000 € »: what is asked, as printed and as read, and what
 * is found, unless it opens with the very words of what is asked. */
static const char *asked_and_found(const Dossier *dossier, const Node *node, const CriterionReport *report) {
    Arena *arena = dossier->arena;
    const char *quote = node->grounds.quote_count ? french_quote(arena, source_reading(arena, node->grounds.quotes[0])) : NULL;
    if (clause_is_confirmation(dossier, node))
        return phrase_of(arena, report->expected, report->truth == TRUTH_UNKNOWN ? "" : SEMICOLON,
                         report->truth == TRUTH_UNKNOWN ? "" : situation_of(dossier, node), NULL);
    const char *asked = describe_asked(dossier, &node->test), *found = situation_named(dossier, node);
    if (strncmp(found, asked, strlen(asked)) == 0) return quote ? phrase_of(arena, quote, " (", found, ")", NULL) : found;
    return phrase_of(arena, report->expected, SEMICOLON, found, NULL);
}

static const char *sentence_of(const Dossier *dossier, const Node *node, const CriterionReport *report) {
    Arena *arena = dossier->arena;
    const char *lead = leads[report->kind][report->truth];
    const char *situation = situation_of(dossier, node);
    Phrase phrase;
    phrase_init(&phrase, arena);
    phrase_join(&phrase, lead, dossier_name(dossier), COLON, NULL);
    if (situation && !node->wording_met && !node->wording_unmet && !node->wording_unknown)
        phrase_add(&phrase, asked_and_found(dossier, node, report));
    else phrase_add(&phrase, report->clause);
    phrase_add(&phrase, ".");
    if (node->grounds.inferred)
        phrase_join(&phrase, " Le document ne l’écrit pas ainsi, c’est déduit" COLON, french_tidy(arena, node->grounds.inferred),
                    ".", NULL);
    return phrase_text(&phrase);
}

static void fill(const Dossier *dossier, const Node *node, CriterionKind kind, CriterionReport *report);

static void fill_parts(const Dossier *dossier, const Node *node, CriterionReport *report) {
    const Node *branches[BRANCHES_MAX];
    bool select = node->kind == NODE_SELECT;
    size_t count = select ? clause_branches(dossier, node, branches, BRANCHES_MAX) : node->part_count;
    if (count == 0) return;
    report->of = arena_array(dossier->arena, count, sizeof *report->of);
    if (!report->of) return;
    report->of_count = count;
    for (size_t i = 0; i < count; i++) fill(dossier, select ? branches[i] : node->parts[i], report->kind, &report->of[i]);
}

static void fill_test(const Dossier *dossier, const Node *node, CriterionReport *report) {
    if (node->kind != NODE_TEST) return;
    report->fact = describe_fact_name(dossier, &node->test);
    report->value = clause_is_confirmation(dossier, node) ? (report->truth == TRUTH_UNKNOWN ? NULL : situation_of(dossier, node))
                                                          : describe_tested(dossier, &node->test);
    report->possible = describe_possible(dossier, &node->test, &report->possible_count);
}

const char *criteria_brief(const Dossier *dossier, const CriterionReport *report) {
    const bool absent = report->kind == CRITERION_OBJECT && report->truth == TRUTH_FALSE;
    return absent ? clause_absent(dossier, report->node) : clause_brief(dossier, report->node);
}

static void shorten(const Dossier *dossier, const Node *node, CriterionReport *report) {
    const char **subjects = arena_array(dossier->arena, CLAUSE_SUBJECTS_MAX, sizeof *subjects);
    report->brief = criteria_brief(dossier, report);
    report->subject = clause_subject(dossier, node);
    report->subject_count = subjects ? clause_subjects(dossier, node, subjects) : 0;
    report->subjects = subjects;
}

static void fill(const Dossier *dossier, const Node *node, CriterionKind kind, CriterionReport *report) {
    *report = (CriterionReport){.kind = kind, .truth = dossier_truth(dossier, node), .op = operators[node->kind]};
    report->node = node;
    report->divergence = divergence_open(dossier, node);
    report->hangs_on_reading = divergence_hangs(dossier, node);
    report->clause = clause_of(dossier, node);
    Question question = question_of(dossier, node);
    report->question = question.text;
    report->ask = question.of_operator ? "l’opérateur" : NULL;
    report->asking = question.asking;
    report->met_by = report->truth == TRUTH_UNKNOWN && node->kind == NODE_TEST ? move_met_by(dossier, &node->test) : DAY_MAX;
    if (dossier->depth == DEPTH_PARAGRAPHS) return;
    shorten(dossier, node, report);
    if (dossier->depth == DEPTH_LINES) return;
    fill_test(dossier, node, report);
    report->expected = clause_expected(dossier, node);
    report->sources = sources_of(dossier->arena, &node->grounds, &report->source_count);
    report->sentence = sentence_of(dossier, node, report);
    fill_parts(dossier, node, report);
}

/* Texts of the last structure last no longer than it. */
static const CriterionReport *lasting(Arena *arena, const CriterionReport *report) {
    CriterionReport *kept = arena_new(arena, sizeof *kept);
    if (!kept) return NULL;
    *kept = *report;
    kept->clause = arena_copy(arena, report->clause);
    kept->brief = arena_copy(arena, report->brief);
    kept->subject = arena_copy(arena, report->subject);
    kept->question = arena_copy(arena, report->question);
    const char **subjects = arena_array(arena, report->subject_count + 1, sizeof *subjects);
    if (!subjects) return NULL;
    for (size_t i = 0; i < report->subject_count; i++) subjects[i] = arena_copy(arena, report->subjects[i]);
    kept->subjects = subjects;
    kept->kept = kept;
    return arena->failed ? NULL : kept;
}

/* What facts of many values say in the same words is one report, kept once: it is what a paragraph is known by. NULL: it is not
 * kept yet. */
static const CriterionReport *shared(const Dossier *dossier, const Node *node, CriterionReport *report) {
    RecallKey key;
    shorten(dossier, node, report);
    recall_begin(&key, dossier->recall, RECALL_TOLD, node->number * 4u + (unsigned)report->kind);
    recall_number(&key, (uint64_t)(uint32_t)report->met_by << 8 | (uint64_t)report->asking);
    recall_number(&key, (uint64_t)report->truth << 2 | (uint64_t)report->divergence << 1 | report->hangs_on_reading);
    const char *const texts[] = {report->clause, report->brief, report->subject, report->question, report->ask};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) recall_text(&key, texts[i]);
    for (size_t i = 0; i < report->subject_count; i++) recall_text(&key, report->subjects[i]);
    const CriterionReport *kept = recall_find(&key);
    if (kept || !recall_wanted(&key)) return kept;
    kept = lasting(recall_room(dossier->recall), report);
    recall_keep(&key, kept);
    return kept;
}

static void make(const Dossier *dossier, const Node *node, CriterionKind kind, const RecallKey *key, CriterionReport *report) {
    const Dossier told = draft_dossier(dossier, kind, dossier_truth(dossier, node));
    fill(&told, node, kind, report);
    const bool known_by = report->truth != TRUTH_TRUE; /* what is met is told in a list that no paragraph is known by */
    if (!trace_wanted(dossier, key) && !known_by) return;
    const CriterionReport *kept = shared(&told, node, report);
    if (!kept) return;
    *report = *kept;
    if (trace_wanted(dossier, key)) trace_keep(dossier, key, kept);
}

/* To the depth of paragraphs, a criterion is told as it was for the last structure of which the same was looked at. */
static void tell(const Dossier *dossier, const Node *node, CriterionKind kind, CriterionReport *report) {
    if (!dossier->trace) {
        fill(dossier, node, kind, report);
        return;
    }
    RecallKey key;
    recall_begin(&key, dossier->recall, RECALL_CRITERION, node->number * 8u + (unsigned)kind * 2u + dossier->fills);
    const CriterionReport *kept = trace_begin(dossier, &key);
    if (kept) *report = *kept;
    else make(dossier, node, kind, &key, report);
    trace_end(dossier);
}

typedef struct List {
    const Dossier *dossier;
    CriterionReport *items;
    size_t count, capacity;
} List;

static void add(List *list, const Node *node, CriterionKind kind) {
    CriterionReport *items = arena_grow(list->dossier->arena, list->items, list->count, &list->capacity, sizeof *items);
    if (!items) return;
    list->items = items;
    tell(list->dossier, node, kind, &items[list->count++]);
}

static void add_tree(List *list, const Node *node, CriterionKind kind) {
    if (!node) return;
    if (node->kind != NODE_ALL || node->title) {
        add(list, node, kind);
        return;
    }
    for (size_t i = 0; i < node->part_count; i++) add(list, node->parts[i], kind);
}

static bool any_unmet(const List *list, const Programme *programme) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].truth == TRUTH_FALSE) return true;
    for (size_t i = 0; i < programme->reserve_count; i++)
        if (dossier_truth(list->dossier, programme->reserves[i]) == TRUTH_FALSE) return true;
    return false;
}

static void add_impossible(List *list, const Node *conditions) {
    list->count = 0;
    add(list, conditions, CRITERION_CONDITION);
    if (list->count == 0) return;
    CriterionReport *whole = &list->items[0];
    whole->truth = TRUTH_FALSE;
    whole->sentence =
        phrase_of(list->dossier->arena, "Conditions qui ne peuvent pas être réunies par ", dossier_name(list->dossier), COLON,
                  "chacune reste possible, mais aucune situation ne les remplit toutes à la fois.", NULL);
}

static const char *tidy_contact(Arena *arena, const Programme *programme) {
    return french_tidy(arena, programme->contact);
}

bool criteria_in_time(const CriterionReport *criterion, const AvailabilityReport *availability) {
    return criterion->truth == TRUTH_UNKNOWN && availability->state == AVAILABILITY_UPCOMING &&
           criterion->met_by <= availability->from_day;
}

/* Time alone answers it, and no call comes before. */
static bool in_vain(const CriterionReport *criterion, const AvailabilityReport *availability, Day date) {
    if (criterion->asking == ASKING_TIE_OPENING || criteria_in_time(criterion, availability)) return true;
    return criterion->asking == ASKING_TIE_CLOSING && availability->state == AVAILABILITY_UPCOMING && availability->from_day > date;
}

/* No question in vain; the operator by its own name, wherever only it can answer. */
static void finish_questions(const Dossier *dossier, const Programme *programme, const AvailabilityReport *availability,
                             CriterionReport *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        CriterionReport *item = &items[i];
        if (in_vain(item, availability, dossier->date)) item->question = item->ask = NULL;
        if (item->ask && programme->contact) item->ask = fixed_text(dossier, programme, FIXED_CONTACT, tidy_contact);
        finish_questions(dossier, programme, availability, item->of, item->of_count);
    }
}

/* Is this a choice of which nothing is left but `aucune`? There is then nothing to tell. */
static bool asks_nothing(const Dossier *dossier, const Node *node) {
    const Node *branches[BRANCHES_MAX];
    if (!node || node->kind != NODE_SELECT || dossier_truth(dossier, node) != TRUTH_TRUE) return false;
    const size_t count = clause_branches(dossier, node, branches, BRANCHES_MAX);
    return count > 0 && branches[count - 1]->nothing_asked;
}

CriterionReport *criteria_of(const Dossier *dossier, const Programme *programme, Verdict verdict,
                             const AvailabilityReport *availability, size_t *count) {
    List list = {.dossier = dossier};
    *count = 0;
    if (programme->failed) return NULL;
    add_tree(&list, programme->conditions, CRITERION_CONDITION);
    if (verdict == VERDICT_INELIGIBLE && programme->conditions && !any_unmet(&list, programme))
        add_impossible(&list, programme->conditions);
    if (!asks_nothing(dossier, programme->object)) add_tree(&list, programme->object, CRITERION_OBJECT);
    for (size_t i = 0; i < programme->reserve_count; i++) add(&list, programme->reserves[i], CRITERION_RESERVE);
    const bool told = dossier->depth != DEPTH_PARAGRAPHS; /* no paragraph speaks of priorities */
    for (size_t i = 0; told && i < programme->priority_count; i++) add(&list, programme->priorities[i], CRITERION_PRIORITY);
    finish_questions(dossier, programme, availability, list.items, list.count);
    *count = list.count;
    return list.items;
}

const char *criteria_ties(Arena *arena, const ProgrammeReport *report) {
    Phrase phrase;
    phrase_init(&phrase, arena);
    for (size_t i = 0; i < report->criterion_count; i++) {
        const CriterionReport *criterion = &report->criteria[i];
        if (!criteria_tied(criterion)) continue;
        const char *value = criterion->question + strlen(CRITERIA_TIE_OPEN);
        phrase_add(&phrase, phrase.length ? SEMICOLON : CRITERIA_TIE_OPEN);
        phrase_add_bytes(&phrase, value, strlen(value) - strlen(CRITERIA_TIE_CLOSE));
    }
    phrase_add(&phrase, CRITERIA_TIE_CLOSE);
    return phrase_text(&phrase);
}

bool criteria_tied(const CriterionReport *criterion) {
    const bool decides = criterion->kind == CRITERION_CONDITION || criterion->kind == CRITERION_OBJECT;
    return decides && criterion->truth == TRUTH_UNKNOWN && criterion->asking == ASKING_TIE && criterion->question;
}
