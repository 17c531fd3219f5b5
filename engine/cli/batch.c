/* azimut batch: a member list in, a line for each of its rows out. Everything is said on standard error, which leaves standard
 * output to the results. */
#include "azimut.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/rules.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    OUTPUT,
    FORMAT,
    VERDICTS,
    EXPLAIN,
    TOP,
    ONLY,
    WHERE,
    REJECTS,
    RESUME,
    THREADS,
    DATE,
    NEED,
    RULES,
    FACTS,
    MAP,
    IGNORE,
    INPUT_FORMAT,
    ENCODING,
    SEPARATOR,
    HEADER,
    HELP,
    BATCH_OPTIONS
};

#define INPUTS_MAX 1000
#define THREADS_MAX 256

static const char *const formats[] = {"jsonl", "csv", NULL};
static const char *const verdicts[] = {"all", "none", NULL};
static const char *const explanations[] = {"none", "short", "full", NULL};
static const char *const wheres[] = {"eligible", "under_reserve", "undetermined", "not_applicable", "ineligible", "error", NULL};
static const char *const forms[] = {"jsonl", "json", "csv", NULL};
static const char *const encodings[] = {"utf-8", "windows-1252", "utf-16le", "utf-16be", NULL};

static const OptionSpec specs[BATCH_OPTIONS] = {
    [OUTPUT] = {"output", true, NULL},
    [FORMAT] = {"format", true, formats},
    [VERDICTS] = {"verdicts", true, verdicts},
    [EXPLAIN] = {"explain", true, explanations},
    [TOP] = {"top", true, NULL},
    [ONLY] = {"only", OPTION_LIST, NULL},
    [WHERE] = {"where", true, wheres},
    [REJECTS] = {"rejects", true, NULL},
    [RESUME] = {"resume", false, NULL},
    [THREADS] = {"threads", true, NULL},
    [DATE] = {"date", true, NULL},
    [NEED] = {"need", true, NULL},
    [RULES] = {"rules", true, NULL},
    [FACTS] = {"facts", true, NULL},
    [MAP] = {"map", true, NULL},
    [IGNORE] = {"ignore", OPTION_LIST, NULL},
    [INPUT_FORMAT] = {"input-format", true, forms},
    [ENCODING] = {"encoding", true, encodings},
    [SEPARATOR] = {"separator", true, NULL},
    [HEADER] = {"header", true, NULL},
    [HELP] = {"help", false, NULL},
};

static const char help[] =
    "azimut batch LISTE… -o SORTIE [options]\n"
    "\n"
    "Évalue toutes les structures d’une ou plusieurs listes (JSON, JSON lines, CSV)\n"
    "et écrit une ligne pour chacune, dans leur ordre.\n"
    "\n"
    "  LISTE                un fichier\u00A0; «\u00A0-\u00A0» ou rien\u00A0: l’entrée standard\n"
    "  -o, --output SORTIE  le résultat\u00A0; «\u00A0-\u00A0» ou rien\u00A0: la sortie standard\n"
    "  --format jsonl|csv   sinon d’après le nom de SORTIE\u00A0; csv\u00A0: pour Excel\n"
    "  --verdicts all|none  un verdict par dispositif (par défaut), ou seulement les\n"
    "                       recommandations\n"
    "  --explain none|short|full\n"
    "                       pourquoi, pour les dispositifs recommandés\n"
    "  --top N              au plus N recommandations\n"
    "  --only DISPOSITIF    ce dispositif seulement (peut être répété)\n"
    "  --where VERDICT      seulement les structures dont un des dispositifs a ce\n"
    "                       verdict\u00A0: eligible, under_reserve (sous réserve),\n"
    "                       undetermined, not_applicable, ineligible, error\n"
    "  --rejects FICHIER    y met aussi les lignes refusées, telles qu’elles ont été\n"
    "                       lues, à corriger et à redonner\n"
    "  --resume             reprend une exécution interrompue\n"
    "  -j, --threads N      N fils d’exécution (sinon autant que de processeurs)\n"
    "  --date AAAA-MM-JJ    la date d’évaluation (sinon aujourd’hui)\n"
    "  --need BESOIN[,…]    remplace les besoins de toutes les structures\n"
    "  --rules DOSSIER      les règles (sinon «\u00A0rules\u00A0» du dossier courant, sinon\n"
    "                       celles qui sont installées)\n"
    "  --facts DOSSIER      le vocabulaire (de même, «\u00A0facts\u00A0»)\n"
    "\n"
    "Lecture des listes (sinon, ce qu’elles sont est trouvé, et dit)\u00A0:\n"
    "  --map FICHIER        à quel fait correspond chaque colonne\n"
    "  --ignore COLONNE     cette colonne ne sert pas (peut être répété)\n"
    "  --input-format jsonl|json|csv\n"
    "  --encoding utf-8|windows-1252|utf-16le|utf-16be\n"
    "  --separator CARACTÈRE\n"
    "  --header N           la ligne des titres de colonnes\n"
    "\n"
    "Se termine par 0\u00A0: fait\u00A0; 1\u00A0: fait, mais des règles ont des erreurs\u00A0; 2\u00A0: ligne\n"
    "de commande incomprise, ou reprise impossible\u00A0; 3\u00A0: rien d’utilisable, lecture\n"
    "ou écriture impossible, ou interrompu\u00A0; 4\u00A0: fait, des lignes refusées.\n";

/* A whole number from `least` to `most`; false after saying that it is none. */
static bool read_count(const char *name, const char *text, size_t least, size_t most, size_t *out) {
    size_t value = 0, digits = 0;
    if (!text) return true;
    while (text[digits] >= '0' && text[digits] <= '9' && digits < 10) value = value * 10 + (size_t)(text[digits++] - '0');
    if (digits > 0 && text[digits] == '\0' && value >= least && value <= most) {
        *out = value;
        return true;
    }
    tell("--%s n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez un nombre de %zu à %zu", name, text, least, most);
    return false;
}

static bool ends_in(const char *text, const char *ending) {
    size_t length = strlen(text), size = strlen(ending);
    return length >= size && strcmp(text + length - size, ending) == 0;
}

static size_t processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > THREADS_MAX ? THREADS_MAX : (size_t)count;
}

static bool check(const Options *options) {
    const char *date = options->values[DATE];
    if (!date || az_date_valid(date)) return true;
    tell("--date n’accepte pas «\u00A0%s\u00A0»\u00A0; écrivez une date comme 2026-11-21", date);
    return false;
}

static const char *value_or(const Options *options, size_t option, const char *otherwise) {
    return options->values[option] ? options->values[option] : otherwise;
}

static void fill(const Options *options, az_batch_options *out) {
    const char *explain = value_or(options, EXPLAIN, "none");
    out->output = value_or(options, OUTPUT, "-");
    out->rejects = options->values[REJECTS];
    out->needs = options->values[NEED];
    out->csv = options->values[FORMAT] ? strcmp(options->values[FORMAT], "csv") == 0 : ends_in(out->output, ".csv");
    out->no_verdicts = strcmp(value_or(options, VERDICTS, "all"), "none") == 0;
    out->explain = strcmp(explain, "full") == 0    ? AZ_EXPLAIN_FULL
                   : strcmp(explain, "short") == 0 ? AZ_EXPLAIN_SHORT
                                                   : AZ_EXPLAIN_NONE;
    out->where = options->values[WHERE];
    out->form = options->values[INPUT_FORMAT];
    out->encoding = options->values[ENCODING];
    out->separator = options->values[SEPARATOR];
    out->map = options->values[MAP];
    out->resume = options->values[RESUME] != NULL;
    out->stopped = progress_stopped;
    out->progress = progress_show;
}

static void say(void *context, const char *text) {
    (void)context;
    fprintf(stderr, "%s\n", text);
}

static ExitCode finish(az_status status, const az_batch *batch) {
    az_finding finding;
    progress_end();
    for (size_t i = 0; az_batch_finding(batch, i, &finding); i++) say_finding(&finding);
    if (status == AZ_NO_MEMORY) tell("mémoire insuffisante");
    if (status == AZ_MISUSE) return EXIT_USAGE;
    if (status != AZ_OK && status != AZ_FINDINGS) return EXIT_NOTHING;
    fputs(az_batch_summary(batch), stderr);
    if (az_batch_count(batch).rejected > 0) return EXIT_REJECTED;
    return status == AZ_FINDINGS ? EXIT_RULE_ERRORS : EXIT_DONE;
}

static ExitCode run(const Folders *folders, const az_batch_options *options) {
    az_engine *engine = az_new(NULL);
    az_batch *batch = NULL;
    if (!engine) return status_code(AZ_NO_MEMORY, NULL);
    ExitCode loaded = rules_load(engine, folders, az_load_without_examples), ran = EXIT_NOTHING;
    if (loaded != EXIT_NOTHING) {
        progress_begin();
        az_status status = az_batch_run(engine, options, &batch);
        ran = finish(status, batch);
        az_batch_free(batch);
    }
    az_free(engine);
    return ran > loaded ? ran : loaded;
}

ExitCode batch_command(int count, char **arguments) {
    static const char *const standard[] = {"-"};
    static const char *only[LISTED_MAX], *ignored[LISTED_MAX];
    Options options;
    Folders folders;
    char today[sizeof "AAAA-MM-JJ"];
    az_batch_options how = {.tell = say, .only = only, .ignored = ignored};
    if (!options_read(specs, BATCH_OPTIONS, INPUTS_MAX, count, arguments, &options)) return EXIT_USAGE;
    if (options.values[HELP]) {
        output_write(help, sizeof help - 1);
        return EXIT_DONE;
    }
    how.threads = processors();
    if (!check(&options) || !read_count("top", options.values[TOP], 1, 1000000, &how.top) ||
        !read_count("threads", options.values[THREADS], 1, THREADS_MAX, &how.threads) ||
        !read_count("header", options.values[HEADER], 1, 1000000, &how.header_line))
        return EXIT_USAGE;
    fill(&options, &how);
    clock_today(today);
    how.date = value_or(&options, DATE, today);
    how.inputs = options.operand_count > 0 ? (const char *const *)options.operands : standard;
    how.input_count = options.operand_count > 0 ? options.operand_count : 1;
    how.only_count = options_list(&options, ONLY, only);
    how.ignored_count = options_list(&options, IGNORE, ignored);
    if (!folders_find(options.values[RULES], options.values[FACTS], &folders)) return EXIT_NOTHING;
    return run(&folders, &how);
}
