/* Azimut: eligibility and orientation for structures of the French social economy.
 *
 * An engine holds a rule set. It evaluates the facts of one structure and gives a result: for every programme a verdict, a
 * relevance, an availability and sentences in French that say why. Nothing is global: engines can live side by side, one per
 * thread. The library never prints, never exits, and reads neither the environment nor the clock. */
#ifndef AZIMUT_H
#define AZIMUT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define AZ_API __attribute__((visibility("default")))
#else
#define AZ_API
#endif

#define AZ_VERSION "1.0.0"
#define AZ_FACTS_BYTES_MAX (1u << 20) /* of one structure, which needs a few thousand; more is refused */

typedef struct az_engine az_engine;
typedef struct az_result az_result;

typedef enum az_status {
    AZ_OK = 0,    /* done */
    AZ_FINDINGS,  /* done, but some rule files have errors: see az_finding; what is good works */
    AZ_REFUSED,   /* the input was refused as a whole; the findings say why */
    AZ_IO,        /* a file or folder could not be read */
    AZ_NO_MEMORY, /* an allocation failed; nothing changed */
    AZ_MISUSE     /* a NULL where there must be none, an engine without rules, a date that is no date */
} az_status;

/* Where the engine takes its memory. `resize` follows realloc, with sizes: block NULL asks for a new block; new_size 0 gives
 * `block` back and returns NULL; NULL otherwise means it could not, and the old block stands. */
typedef struct az_memory {
    void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
    void *context;
} az_memory;

/* A new engine without rules, or NULL when memory runs out. `memory` NULL: malloc and free. Free with az_free. */
AZ_API az_engine *az_new(const az_memory *memory);
AZ_API void az_free(az_engine *engine);

/* Reads the vocabulary below `facts_folder` and the rules below `rules_folder`. Takes what is good: a rule file that does not load
 * stands in every result as a programme of verdict "error". The rules of an earlier load are replaced unless nothing is usable
 * (AZ_REFUSED, AZ_IO, AZ_NO_MEMORY). Results already given stay valid. */
AZ_API az_status az_load(az_engine *engine, const char *rules_folder, const char *facts_folder);
/* As az_load, for who only evaluates: the examples of the programmes (`exemples = { … }` in a rule file) are passed over, which
 * makes it quicker, and their mistakes are not found. Everything else is, and results and az_generation are the same. */
AZ_API az_status az_load_without_examples(az_engine *engine, const char *rules_folder, const char *facts_folder);
/* As az_load, for a long-lived engine: replaces the rules only if no finding is an error; otherwise AZ_FINDINGS, the old set goes
 * on answering, and the findings are those of the refused set (AZ_IO when a folder could not be read). */
AZ_API az_status az_reload(az_engine *engine, const char *rules_folder, const char *facts_folder);

/* What was found in the files at the last load or reload. Texts are owned by the engine until the next one. */
typedef struct az_finding {
    const char *severity; /* "error", "warning", "note" */
    const char *code;     /* "AZ012" */
    const char *file;     /* or NULL */
    int line, column;     /* from 1; 0: unknown */
    const char *fact;     /* or NULL */
    const char *message;  /* French */
    const char *advice;   /* what would be right, French; or NULL */
} az_finding;

AZ_API size_t az_finding_count(const az_engine *engine);
/* False when `index` is out of range. */
AZ_API int az_finding_get(const az_engine *engine, size_t index, az_finding *out);
/* "sha256:…" over every file of the rule set that answers; "" without rules, or when memory runs out. */
AZ_API const char *az_generation(const az_engine *engine);
AZ_API size_t az_programme_count(const az_engine *engine);
/* Identifier of a programme, in the order of identifiers; NULL when out of range. */
AZ_API const char *az_programme_id(const az_engine *engine, size_t index);

/* How a result is written. */
typedef enum az_format { AZ_TEXT, AZ_JSON, AZ_MARKDOWN } az_format;

/* The programmes as their rules describe them, whatever the structure. */
typedef struct az_catalogue_options {
    az_format format;
    const char *id;     /* one programme in full; NULL: all, in text a list of their names */
    const char *date;   /* AAAA-MM-JJ: says what is open then; NULL: nothing is said, and the same rules give the same bytes */
    int disagreements;  /* not 0: only where the sources disagree, as text or Markdown */
    int width, colours; /* text: as for az_result_write */
} az_catalogue_options;

/* AZ_OK, AZ_REFUSED (no programme is called `id`), AZ_NO_MEMORY, or AZ_MISUSE (no rules, a date that is no date, disagreements as
 * JSON: the whole catalogue has them). On AZ_OK the bytes, NUL-terminated, are owned by the engine and stand until its next
 * catalogue; else `*bytes` is NULL. `length` may be NULL. JSON: docs/catalogue.schema.json. */
AZ_API az_status az_catalogue_write(az_engine *engine, const az_catalogue_options *options, const char **bytes, size_t *length);

/* What is wrong with rules that load, seen without any structure: conditions that nobody can meet, thresholds that contradict what
 * is quoted, holes between programmes, what has aged… together with the findings of the load. */
typedef enum az_check_format { AZ_CHECK_TEXT, AZ_CHECK_GCC, AZ_CHECK_JSON, AZ_CHECK_SARIF } az_check_format;

typedef struct az_check_options {
    az_check_format format;
    const char *date;   /* AAAA-MM-JJ: what is past then; required */
    const char *only;   /* shows what concerns this file or folder of rules alone, as findings name it; NULL: all */
    int width, colours; /* text: as for az_result_write */
} az_check_options;

/* Of the rules that were read last. AZ_OK, AZ_FINDINGS (some findings are errors), AZ_NO_MEMORY, or AZ_MISUSE; the bytes as for
 * az_catalogue_write, in the first two cases. JSON: docs/check.schema.json. */
AZ_API az_status az_check_write(az_engine *engine, const az_check_options *options, const char **bytes, size_t *length);
typedef struct az_facts_options {
    az_format format;   /* text, JSON (docs/facts.schema.json) or Markdown */
    const char *name;   /* one fact, or words to look for in names, labels, synonyms, questions and values; NULL: all */
    int width, colours; /* text: as for az_result_write */
} az_facts_options;

/* The vocabulary, and which rules ask each fact. As az_catalogue_write; one fact is shown in full, several as a list in
 * text; on AZ_REFUSED (no fact says `name`) `*bytes` is the
 * nearest name, or NULL. */
AZ_API az_status az_facts_write(az_engine *engine, const az_facts_options *options, const char **bytes, size_t *length);

/* What a finding's code means, in French: owned by the engine until its next document. NULL: no such code, or out of memory. */
AZ_API const char *az_meaning(az_engine *engine, const char *code);

/* What editors and linters of Lua need to know of the rule language and of the vocabulary that was read last: the annotations of
 * the Lua language server, its settings, the settings of luacheck. */
typedef enum az_types_format { AZ_TYPES_LUALS, AZ_TYPES_LUARC, AZ_TYPES_LUACHECK } az_types_format;
/* AZ_OK, AZ_NO_MEMORY or AZ_MISUSE (no rules); the bytes as for az_catalogue_write. */
AZ_API az_status az_types_write(az_engine *engine, az_types_format format, const char **bytes, size_t *length);

/* The rule file that a new programme begins with, to be filled in; it loads as it is and leaves every structure undetermined.
 * `date`: AAAA-MM-JJ, when it is written. AZ_REFUSED: `id` is no identifier, or is taken, and `*problem` (which may be NULL) says
 * so in French; AZ_NO_MEMORY or AZ_MISUSE; the bytes as for az_catalogue_write. */
AZ_API az_status az_template_write(az_engine *engine, const char *id, const char *date, const char **bytes, size_t *length,
                                   const char **problem);

/* The tests of a rule set: the examples inside rule files, and case files (JSON). Expectations are only ever read: nothing here
 * takes one from the engine. */
typedef enum az_test_format { AZ_TEST_TEXT, AZ_TEST_TAP, AZ_TEST_JUNIT, AZ_TEST_JSON } az_test_format;

typedef struct az_test_options {
    az_test_format format;
    const char *const *cases; /* folders of case files; those below them too */
    size_t case_count;
    const char *only;   /* one programme: its examples, what cases expect of it, its coverage, mutants and proposals; NULL: all */
    const char *within; /* a rule file or a folder of them, relative to the folder of the rules: its programmes alone; NULL: all */
    int coverage;       /* not 0: which answers of each condition the tests have seen decide. Text and JSON */
    int mutate;         /* not 0: which mistakes made in the rules on purpose no test sees. Text and JSON */
    int generate;       /* not 0: instead of results, cases that are missing at limits, as a case file without expectations */
    int minimum;        /* 0 to 100: with coverage or mutate, less than this is AZ_FINDINGS */
    int width, colours; /* text: as for az_result_write */
} az_test_options;

/* Of the rules that were read last, with their examples (az_load). AZ_OK, AZ_FINDINGS (a test fails, cannot be read, or too little
 * is covered), AZ_IO (a folder of cases cannot be read), AZ_REFUSED (no programme is called `only`, or none stands `within`),
 * AZ_NO_MEMORY, or AZ_MISUSE; the bytes as for az_catalogue_write, in the first two cases. JSON: docs/test.schema.json. */
AZ_API az_status az_test_write(az_engine *engine, const az_test_options *options, const char **bytes, size_t *length);

typedef struct az_case_options {
    const char *date; /* AAAA-MM-JJ: the date of evaluation; required */
    int sensitive;    /* not 0: keeps the facts that the vocabulary marks as sensitive (treasury, health) */
} az_case_options;

/* A real structure, as JSON facts, turned into a case file with every verdict left to be read in the source: names, codes and
 * sources left out, the seat told by its departement or by what rules name below it, a date by its year or month as long as no
 * verdict changes for it. AZ_OK; AZ_FINDINGS: done, and sensitive facts were left out; AZ_REFUSED: az_evaluate says why;
 * AZ_NO_MEMORY or AZ_MISUSE. The bytes as for az_catalogue_write. */
AZ_API az_status az_case_write(az_engine *engine, const char *facts, size_t length, const az_case_options *options,
                               const char **bytes, size_t *written);

/* Whether `date` is a date that az_options accepts: AAAA-MM-JJ, in the calendar, from 1800 to 2199. */
AZ_API int az_date_valid(const char *date);

typedef struct az_options {
    const char *date;  /* AAAA-MM-JJ: the date of evaluation; required */
    const char *needs; /* replaces `besoins`: values separated by commas; NULL: as in the facts */
    const char *name;  /* names the input in findings; NULL: "faits" */
} az_options;

/* Evaluates the structure described by `length` bytes of JSON. On AZ_OK and AZ_FINDINGS (some programmes are in error, or a
 * function of the rules failed: see the findings) `*out` has verdicts. On AZ_REFUSED it has only findings: every error of the
 * facts, no verdict. Otherwise NULL. Free with az_result_free; it may outlive a reload, not the engine. */
AZ_API az_status az_evaluate(az_engine *engine, const char *facts, size_t length, const az_options *options, az_result **out);
AZ_API void az_result_free(az_result *result);

typedef struct az_programme {
    const char *id, *name;
    const char *verdict; /* "eligible", "ineligible", "undetermined", "not_applicable", "error" */
    int under_reserve;
    const char *relevance;    /* "strong", "possible", "none", "unknown" */
    const char *availability; /* "open", "upcoming", "variable", "past", "planned", "unknown" */
    size_t rank;              /* from 1; 0: not ranked */
    const char *sentence;     /* French: the paragraph to paste */
    const char *summary;      /* the same in one or two sentences */
    const char *rank_reason;  /* French, or NULL */
} az_programme;

/* In rank order, then the unranked. Texts are owned by the result. */
AZ_API size_t az_result_count(const az_result *result);
AZ_API int az_result_programme(const az_result *result, size_t index, az_programme *out);
AZ_API size_t az_result_finding_count(const az_result *result);
AZ_API int az_result_finding(const az_result *result, size_t index, az_finding *out);

/* The whole result as text for a terminal (French, `width` columns, ANSI colours when `colours` is not 0), as JSON (docs/
 * resultat.schema.json) or as a page of Markdown (`width` and `colours` unused). The bytes, NUL-terminated, are owned by the result
 * and stand until it is written again in this format; NULL when memory runs out, and for a refused input, which has nothing to
 * write. `length` may be NULL. JSON shows more than the others, worked out when it is first asked for, as for an explanation: a
 * part that does not stand its own check is left out, and a further finding of the result (an error) says so. */
AZ_API const char *az_result_write(az_result *result, az_format format, int width, int colours, size_t *length);

typedef struct az_writing {
    az_format format;
    int brief;          /* an explanation: its one or two sentences alone; JSON has both */
    int width, colours; /* text: as for az_result_write */
} az_writing;

/* Everything about one programme: the paragraph to paste, every criterion with its source, what would change the answer, what to
 * ask, why this rank. JSON: docs/resultat.schema.json, with this programme alone. The bytes are owned by the result and stand until
 * the next explanation; NULL also when no programme of the result is called `programme`. */
AZ_API const char *az_result_explain(az_result *result, const char *programme, const az_writing *how, size_t *length);
/* What is left to ask, the most useful first. JSON: docs/questions.schema.json. As above, until the next questions. */
AZ_API const char *az_result_questions(az_result *result, const az_writing *how, size_t *length);

/* A whole list of structures in one run: a line for each, in the order of the inputs, the same bytes for any number of threads. */
typedef enum az_explain { AZ_EXPLAIN_NONE, AZ_EXPLAIN_SHORT, AZ_EXPLAIN_FULL } az_explain;

/* Zeroed but for what is required: JSON lines with all verdicts and recommendations, in one thread. */
typedef struct az_batch_options {
    const char *const *inputs; /* required: paths of JSON, JSON lines or CSV files; "-": standard input */
    size_t input_count;
    const char *output;      /* required: a path, or "-": standard output. A file takes its place only when it is whole */
    const char *rejects;     /* a file for the rows that were refused, as they were read; NULL: none */
    const char *date;        /* required: AAAA-MM-JJ */
    const char *needs;       /* as in az_options */
    int csv;                 /* CSV for a spreadsheet instead of JSON lines */
    int no_verdicts;         /* only recommendations */
    az_explain explain;      /* of the programmes recommended */
    size_t top;              /* at most so many recommendations; 0: all */
    const char *const *only; /* identifiers: only these programmes; `only_count` 0: all */
    size_t only_count;
    const char *where; /* only rows where one of the programmes has this verdict, as in az_programme, or "under_reserve"; NULL */
    /* How the inputs are to be read; zeroed: what they are is found. */
    const char *form, *encoding, *separator; /* "jsonl", "json", "csv"; "utf-8", "windows-1252", "utf-16le", "utf-16be"; ";" … */
    size_t header_line;                      /* CSV: the line of the titles, from 1 */
    const char *map;                         /* a file that says which fact each title means */
    const char *const *ignored;              /* titles to be ignored */
    size_t ignored_count;
    size_t threads; /* 0: one */
    int resume;     /* goes on where an interrupted run of the same inputs, rules, date and options stopped */
    /* Each may be NULL; called by one thread at a time, which need not be the caller's. */
    int (*stopped)(void *context);                 /* not 0: end soon, and leave what can be taken up again */
    void (*tell)(void *context, const char *text); /* what the inputs were found to be; French */
    void (*progress)(void *context, unsigned long long rows, unsigned long long bytes, unsigned long long all_bytes);
    void *context;
} az_batch_options;

typedef struct az_batch az_batch;

typedef struct az_batch_counts {
    unsigned long long read, accepted, rejected; /* read = accepted + rejected */
    unsigned long long written, filtered;        /* accepted = written + filtered, by `where` */
} az_batch_counts;

/* AZ_OK (done; some rows may be rejected: see the counts), AZ_FINDINGS (done, and some verdicts are errors), AZ_MISUSE (options
 * that cannot be, or a run that cannot be resumed), AZ_REFUSED (an input as a whole), AZ_IO (reading or writing failed, or the run
 * was stopped), AZ_NO_MEMORY. But for AZ_NO_MEMORY and a NULL where there must be none, `*out` has findings that say why; free it
 * with az_batch_free. The engine must not be used by others meanwhile. */
AZ_API az_status az_batch_run(az_engine *engine, const az_batch_options *options, az_batch **out);
AZ_API void az_batch_free(az_batch *batch);
AZ_API int az_batch_finding(const az_batch *batch, size_t index, az_finding *out);
AZ_API az_batch_counts az_batch_count(const az_batch *batch);
/* Verdicts by programme, near misses, and that every row read was accepted or rejected: French lines; "" when it was not done. */
AZ_API const char *az_batch_summary(const az_batch *batch);

#ifdef __cplusplus
}
#endif
#endif
