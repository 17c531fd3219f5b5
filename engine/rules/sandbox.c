/* A state is made for one script and closed after it: nothing can leak from one file into another, and there is nothing to clean.
 * Everything that may raise happens in one protected call; words report to the findings directly and raise a value that says
 * nothing, so each fault becomes exactly one finding. The handler of that call sees Lua's own errors where they happen, with their
 * line, before the stack is unwound. */
#include "rules/sandbox.h"
#include "base/utf8.h"
#include "rules/limits.h"
#include "rules/meter.h"
#include "rules/mistakes.h"
#include "rules/sandbox_library.h"
#include "rules/syntax.h"

#include <lauxlib.h>
#include <locale.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_NAME "=r"   /* messages then begin with "r:12: " */
#define REPORT_UNITS 1000 /* an error on a line of which the token pass has told is formatted, yet never kept and counted */

typedef struct Run {
    Script *script;
    const Words *words;
    lua_CFunction finish;
    Room *room;    /* or NULL */
    bool recalled; /* the state is a copy of one that was opened */
} Run;

Script *script_of(lua_State *L) {
    return meter_of(L)->owner;
}

/* Level 0 is the word itself; the innermost Lua function below it has made the call. */
int script_line(lua_State *L) {
    return meter_line(L, 1);
}

void script_define(lua_State *L, const char *name) {
    library_names(L);
    lua_insert(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

void script_charge(lua_State *L, size_t units) {
    meter_charge(L, units);
}

void script_no_memory(lua_State *L) {
    meter_stop(L, LIMIT_HOST);
}

/* What is built in the arena counts as work and as memory. */
static void count_bytes(lua_State *L, size_t size) {
    Script *script = script_of(L);
    script_charge(L, 1 + size / 8);
    if (size > LOAD_BYTES_MAX || script->built + size > LOAD_BYTES_MAX) meter_stop(L, LIMIT_BYTES);
    script->built += size;
}

void *script_new(lua_State *L, size_t size) {
    count_bytes(L, size);
    void *block = arena_new(script_of(L)->arena, size);
    if (!block) script_no_memory(L);
    return block;
}

void *script_array(lua_State *L, size_t count, size_t element_size) {
    if (element_size && count > LOAD_BYTES_MAX / element_size) meter_stop(L, LIMIT_BYTES);
    return script_new(L, count * element_size);
}

/* Has the token pass already complained about this line? Then what follows from it is not said again. */
static bool told(const Script *script, int line) {
    if (line <= 0) return false;
    for (size_t i = script->first_finding; i < script->first_run_finding; i++)
        if (script->findings->items[i].line == line) return true;
    return false;
}

const SourceMap *script_map(Script *script) {
    if (!script->map) script->map = source_map_new(&script->scratch, script->bytes, script->length);
    if (!script->map) script->out_of_memory = true;
    return script->map;
}

/* Without a column, the place is where the line begins. */
static void record(Script *script, Severity severity, const char *code, Position at, const char *advice, const char *message) {
    if (severity == SEVERITY_ERROR) script->failed = true;
    if (told(script, at.line)) return;
    if (at.line > 0 && at.column == 0 && script_map(script)) at = source_position_of_line(script->map, at.line);
    Finding finding = {.severity = severity,
                       .code = code,
                       .file = script->file,
                       .line = at.line,
                       .column = at.column,
                       .message = message,
                       .advice = advice};
    findings_add(script->findings, &finding);
}

static void record_message(lua_State *L, Severity severity, const char *code, Position at, const char *advice,
                           const char *message) {
    Script *script = script_of(L);
    char advised[SYNTAX_MESSAGE_MAX];
    if (advice) syntax_clean(advised, sizeof(advised), advice, strlen(advice));
    if (at.line == 0) at.line = script_line(L);
    record(script, severity, code, at, advice ? advised : NULL, message);
    if (script->findings->failed || script->out_of_memory) script_no_memory(L);
}

static void record_words(lua_State *L, Severity severity, const char *code, int line, const char *advice, const char *format,
                         va_list arguments) {
    char raw[SYNTAX_MESSAGE_MAX], message[SYNTAX_MESSAGE_MAX];
    vsnprintf(raw, sizeof(raw), format, arguments);
    syntax_clean(message, sizeof(message), raw, strlen(raw));
    record_message(L, severity, code, (Position){.line = line}, advice, message);
}

_Noreturn static void stop(lua_State *L) {
    script_of(L)->stopped = true;
    lua_pushnil(L);
    lua_error(L);
    abort(); /* lua_error does not return */
}

void script_fail(lua_State *L, const char *code, int line, const char *advice, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    record_words(L, SEVERITY_ERROR, code, line, advice, format, arguments);
    va_end(arguments);
    stop(L);
}

static void stop_at_many(lua_State *L, int line) {
    const Script *script = script_of(L);
    if (script->findings->count - script->first_finding < SCRIPT_FINDINGS_MAX) return;
    script_fail(L, "AZ304", line, NULL, "plus de %d erreurs dans ce fichier : la lecture s’arrête ici", SCRIPT_FINDINGS_MAX);
}

void script_report(lua_State *L, const char *code, int line, const char *advice, const char *format, ...) {
    script_charge(L, REPORT_UNITS);
    va_list arguments;
    va_start(arguments, format);
    record_words(L, SEVERITY_ERROR, code, line, advice, format, arguments);
    va_end(arguments);
    stop_at_many(L, line);
}

void script_report_at(lua_State *L, const char *code, Position position, const char *advice, const char *message) {
    script_charge(L, REPORT_UNITS);
    record_message(L, SEVERITY_ERROR, code, position, advice, message);
    stop_at_many(L, position.line);
}

void script_fail_at(lua_State *L, const char *code, Position position, const char *advice, const char *message) {
    record_message(L, SEVERITY_ERROR, code, position, advice, message);
    stop(L);
}

void script_warn(lua_State *L, const char *code, int line, const char *advice, const char *format, ...) {
    const Script *script = script_of(L);
    if (script->findings->count - script->first_finding >= SCRIPT_FINDINGS_MAX) return;
    script_charge(L, REPORT_UNITS);
    va_list arguments;
    va_start(arguments, format);
    record_words(L, SEVERITY_WARNING, code, line, advice, format, arguments);
    va_end(arguments);
}

/* Valid UTF-8, of which a terminal obeys nothing. */
static bool printable(const char *bytes, size_t length) {
    for (size_t at = utf8_past_ascii(bytes, length, 0); at < length; at = utf8_past_ascii(bytes, length, at)) {
        size_t size = utf8_character(bytes + at, length - at);
        if (size == 0 || syntax_command(bytes + at)) return false;
        at += size;
    }
    return true;
}

const char *script_text(lua_State *L, int index, size_t *length) {
    size_t size = 0;
    const char *bytes = lua_tolstring(L, index, &size);
    if (!printable(bytes, size))
        script_fail(L, "AZ305", 0, "retirez les séquences « \\… » du texte",
                    "ce texte contient des caractères de commande ou des octets qui ne sont pas de l’UTF-8");
    count_bytes(L, size + 1);
    char *copy = arena_text(script_of(L)->arena, bytes, size);
    if (!copy) script_no_memory(L);
    if (length) *length = size;
    return copy;
}

/* Lua names the token it stopped at: « near 'x' ». */
static Position near_token(const SourceMap *map, const char *raised, Position at) {
    const char *near = strstr(raised, " near '");
    size_t length = near ? strlen(near + 7) : 0;
    for (size_t i = 0; near && i < map->count; i++) {
        const Token *token = &map->marks[i].token;
        if (token->line == at.line && length == token->length + 1 && memcmp(token->bytes, near + 7, token->length) == 0)
            return source_position(map, i);
    }
    return at;
}

/* The first name that a message quotes, on the line it is about. */
static Position quoted_token(const SourceMap *map, const char *message, Position at) {
    const char *from = strstr(message, "«\u00A0"), *to = from ? strstr(from, "\u00A0»") : NULL;
    size_t before = strlen("«\u00A0");
    for (size_t i = 0; to && i < map->count; i++) {
        const Token *token = &map->marks[i].token;
        bool same = token->line == at.line && token->length == (size_t)(to - from) - before;
        if (same && memcmp(token->bytes, from + before, token->length) == 0) return source_position(map, i);
    }
    return at;
}

/* « break outside a loop at line 2 near … »: Lua tells of it where the function ends. */
static Position position_of_error(Script *script, const char *raised, const char *message, int line) {
    static const char where[] = " at line ";
    const char *said = strstr(raised, "break outside ") ? strstr(raised, where) : NULL;
    Position at = {.line = said ? (int)strtol(said + sizeof where - 1, NULL, 10) : line};
    const SourceMap *map = script_map(script);
    if (!map || said) return at;
    return script->compiling ? near_token(map, raised, at) : quoted_token(map, message, at);
}

/* The value that was raised, as one French finding. Values raised by `stop` and by the meter have told already, or will be told
 * from the meter's limit. */
static int tell_error(lua_State *L) {
    static const char after_return[] =
        "return finit le fichier : le retirer, ou rendre une liste : return { dispositif { … }, dispositif { … } }";
    Script *script = script_of(L);
    if (script->stopped || script->meter->limit != LIMIT_NONE) return 1;
    char raised[SYNTAX_MESSAGE_MAX], message[SYNTAX_MESSAGE_MAX], advice[SYNTAX_MESSAGE_MAX];
    snprintf(raised, sizeof(raised), "%s", lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "erreur sans message");
    const char *said = strstr(raised, "<eof> expected") ? after_return : library_advice(raised);
    if (said) syntax_clean(advice, sizeof(advice), said, strlen(said));
    int line = syntax_french(message, raised);
    Mistake mistake;
    if (script->compiling && mistakes_find(script->bytes, script->length, &mistake)) {
        script->stopped = true;
        record(script, SEVERITY_ERROR, "AZ301", mistake.at, mistake.advice, mistake.message);
        return 1;
    }
    int running = meter_line(L, 0);
    script->stopped = true;
    const Position at = position_of_error(script, raised, message, running ? running : line);
    record(script, SEVERITY_ERROR, script->compiling ? "AZ301" : "AZ303", at, said ? advice : NULL, message);
    return 1;
}

static void register_words(lua_State *L, const Words *words) {
    library_names(L);
    for (size_t i = 0; i < words->count; i++) {
        lua_pushcfunction(L, words->items[i].call);
        lua_setfield(L, -2, words->items[i].name);
    }
    lua_pop(L, 1);
    if (words->open) words->open(L);
}

/* The source on its way to Lua's compiler. */
typedef struct Feed {
    const Script *script;
    size_t at, breaks; /* line breaks due before the byte at `at` */
    size_t passed;     /* examples */
} Feed;

/* In the place of examples stand their line breaks, so that lines keep their numbers. */
static const char *feed_piece(lua_State *L, void *context, size_t *size) {
    static const char breaks[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    (void)L;
    Feed *feed = context;
    const Script *script = feed->script;
    if (feed->breaks > 0) {
        *size = feed->breaks < sizeof breaks - 1 ? feed->breaks : sizeof breaks - 1;
        feed->breaks -= *size;
        return breaks;
    }
    const Stretch *stretch = feed->passed < script->examples.count ? &script->examples.items[feed->passed++] : NULL;
    const char *piece = script->bytes + feed->at;
    *size = (stretch ? stretch->start : script->length) - feed->at;
    feed->at = stretch ? stretch->end : script->length;
    feed->breaks = stretch ? stretch->lines : 0;
    return piece;
}

static int open(lua_State *L) {
    const Run *job = lua_touserdata(L, 1);
    lua_settop(L, 0);
    library_open(L);
    register_words(L, job->words);
    return 0;
}

/* Compiling raises no error of its own: what it says is passed on to the handler. */
static int run(lua_State *L) {
    const Run *job = lua_touserdata(L, 1);
    Script *script = job->script;
    lua_settop(L, 0);
    script->compiling = true;
    Feed feed = {.script = script};
    if (lua_load(L, feed_piece, &feed, CHUNK_NAME, "t") != LUA_OK) lua_error(L);
    script->compiling = false;
    lua_call(L, 0, LUA_MULTRET);
    if (job->finish) job->finish(L);
    return 0;
}

static void tell_limit(Script *script) {
    const Meter *meter = script->meter;
    char message[SYNTAX_MESSAGE_MAX];
    snprintf(message, sizeof(message), "ce fichier demande %s", meter_reason(meter->limit, false));
    record(script, SEVERITY_ERROR, "AZ304", (Position){.line = meter->line},
           "un fichier de règles déclare : il ne calcule pas ; retirez les boucles et les grands textes", message);
}

/* What is left to say once the call is over. */
static void conclude(Script *script, int outcome) {
    if (outcome == LUA_OK || script->stopped || script->findings->failed) return;
    script->failed = true;
    if (script->meter->limit == LIMIT_HOST) script->out_of_memory = true;
    else if (script->meter->limit != LIMIT_NONE) tell_limit(script);
    else
        record(script, SEVERITY_ERROR, "AZ303", (Position){0, 0}, NULL,
               "ce fichier ne peut pas être lu : une erreur est survenue dans une erreur");
}

/* Calls `action` in the script's state, protected. False when it ended in an error, of which all is then said. */
static bool call_protected(Run *job, lua_CFunction action) {
    lua_State *L = job->script->L;
    lua_pushcfunction(L, tell_error);
    lua_pushcfunction(L, action);
    lua_pushlightuserdata(L, job);
    int outcome = lua_pcall(L, 1, 0, 1);
    conclude(job->script, outcome);
    lua_settop(L, 0);
    return outcome == LUA_OK;
}

static void keep_opened(Room *room, const Script *script, const Words *words) {
    room->words = heap_keep(&room->heap) ? words : NULL;
    room->opened = room->meter;
    room->built = script->built;
}

static void run_in_state(void *context) {
    Run *job = context;
    Script *script = job->script;
    if (!job->recalled) {
        meter_start(script->meter, LOAD_INSTRUCTIONS_MAX, 1);
        if (!call_protected(job, open)) return;
        if (job->room) keep_opened(job->room, script, job->words);
    } else if (job->words->reopen) job->words->reopen(script->context);
    script->meter->price = script->price;
    call_protected(job, run);
}

bool sandbox_located(void (*action)(void *context), void *context) {
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (plain == (locale_t)0) return false;
    locale_t host = uselocale(plain);
    action(context);
    uselocale(host);
    freelocale(plain);
    return true;
}

/* Either a copy of the state that the room keeps, or a new one. False when the memory ran out. */
static bool begin_state(Run *job) {
    Script *script = job->script;
    Room *room = job->room;
    job->recalled = room && room->words == job->words;
    if (!job->recalled) {
        script->L = meter_open(script->meter, room ? &room->heap.memory : script->memory, script, LOAD_BYTES_MAX);
        if (script->L) meter_rest(script->meter);
        return script->L != NULL;
    }
    heap_recall(&room->heap);
    room->meter = room->opened;
    room->meter.owner = script;
    script->L = room->meter.L;
    script->built = room->built;
    return true;
}

/* A state that lives whole in its room's region is left as it is: it holds nothing but memory (no finalizer, no file, no variable
 * to be closed can be made by a script or a word), so taking the region back is all that closing it would do. */
static void end_state(Meter *meter, Room *room) {
    if (room && heap_clear(&room->heap)) return;
    meter_close(meter);
    if (room) heap_clear(&room->heap);
}

Status sandbox_run(const Memory *memory, const ScriptSource *source, const Words *words, void *context, lua_CFunction finish) {
    Room *room = source->room;
    Meter alone;
    Script script = {.memory = memory,
                     .arena = source->arena,
                     .findings = source->findings,
                     .file = source->file,
                     .bytes = source->bytes,
                     .length = source->length,
                     .context = context,
                     .meter = room ? &room->meter : &alone,
                     .first_finding = source->findings->count};
    bool fatal = false;
    arena_init(&script.scratch, memory);
    Status checked = tokens_check(source->findings, source->file, source->bytes, source->length,
                                  source->without_examples ? &script.examples : NULL, &fatal, &script.price);
    if (checked == STATUS_NO_MEMORY || fatal) return checked;
    script.failed = checked != STATUS_OK;
    script.first_run_finding = source->findings->count;
    Run job = {.script = &script, .words = words, .finish = finish, .room = room};
    if (!begin_state(&job)) return STATUS_NO_MEMORY;
    bool located = sandbox_located(run_in_state, &job);
    end_state(script.meter, room);
    arena_clear(&script.scratch);
    if (!located || script.out_of_memory || source->findings->failed) return STATUS_NO_MEMORY;
    return script.failed ? STATUS_REFUSED : STATUS_OK;
}
