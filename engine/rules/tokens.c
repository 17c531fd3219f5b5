/* One pass over the source, with Lua's own lexical rules and a stack of what is open: brackets, and inside a function its blocks.
 * Outside functions only declarations make sense, so Lua's `and or not` and its comparisons there are always a mistake that Lua
 * itself would swallow: `A or B` simply drops B. Nothing here judges syntax; a source that Lua refuses gets Lua's message later. */
#include "rules/tokens.h"
#include "base/text.h"
#include "rules/limits.h"
#include "rules/syntax.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define SHOWN_MAX 80 /* bytes of a key in a message */

/* What the checks look for: a symbol of one byte is that byte. */
typedef enum Sign {
    SIGN_NONE,
    SIGN_AND = 256,
    SIGN_OR,
    SIGN_NOT,
    SIGN_EQUAL,
    SIGN_UNEQUAL,
    SIGN_AT_LEAST,
    SIGN_AT_MOST,
    SIGN_REST,
    SIGN_JOIN,
    SIGN_LOCAL,
    SIGN_FUNCTION,
    SIGN_IF,
    SIGN_DO,
    SIGN_REPEAT,
    SIGN_END,
    SIGN_UNTIL,
    SIGN_ENVIRONMENT
} Sign;

typedef struct Key {
    uint32_t hash;
    int line;
    size_t previous; /* in the same table: 1 + index, or 0 */
    Token name;
} Key;

typedef struct Bracket {
    char close;     /* '}', ')' or ']' */
    bool function;  /* opened in a function body */
    bool programme; /* of `dispositif { … }`, outside functions */
    int chain;      /* fields read one from the other at this level */
    int field;      /* tokens of the present field so far */
    size_t keys;    /* 1 + index of the last key, or 0 */
} Bracket;

typedef struct Pass {
    Findings *findings;
    const char *file;
    const char *start, *at, *end;
    int line;
    Stretches *examples; /* to be filled and passed over; or NULL */
    bool passing;        /* over examples: nothing is reported */
    Arena arena;         /* scratch: keys */
    Bracket brackets[SOURCE_DEPTH_MAX + 1];
    int depth;
    int function_depth; /* open blocks within the outermost function: 0 outside */
    Key *keys;
    size_t key_count, key_capacity;
    Token recent[4];                    /* a ring: the present token and those before it */
    const Token *third, *before, *last; /* the tokens before the present one, the nearest last */
    bool declaring;                     /* in the list of names after `local` */
    size_t first_error;
    size_t price;
    bool fatal, stopped;
} Pass;

static void stop_at_many(Pass *pass) {
    if (pass->findings->errors - pass->first_error >= SCRIPT_FINDINGS_MAX) pass->stopped = true;
}

Position position_in(const char *bytes, const char *at) {
    Position position = {1, 1};
    for (const char *next; (next = memchr(bytes, '\n', (size_t)(at - bytes))) != NULL; bytes = next + 1) position.line++;
    for (; bytes < at; bytes++) position.column += ((unsigned char)*bytes & 0xC0) != 0x80;
    return position;
}

static void complain_at(Pass *pass, Position at, const char *advice, const char *message) {
    const Finding finding = {.severity = SEVERITY_ERROR,
                             .code = "AZ302",
                             .file = pass->file,
                             .line = at.line,
                             .column = at.column,
                             .message = message,
                             .advice = advice};
    findings_add(pass->findings, &finding);
    stop_at_many(pass);
}

static void complain(Pass *pass, const char *at, const char *advice, const char *message) {
    complain_at(pass, position_in(pass->start, at), advice, message);
}

static void refuse_at(Pass *pass, Position at, const char *advice, const char *message) {
    complain_at(pass, at, advice, message);
    pass->fatal = pass->stopped = true;
}

static void refuse(Pass *pass, const char *at, const char *advice, const char *message) {
    refuse_at(pass, position_in(pass->start, at), advice, message);
}

/* The lexical part. */

/* What a byte may begin or go on, in the order of ASCII; a byte beyond it is a symbol, for Lua to refuse. */
enum { ALONE = '0', FIRST_OR_SECOND, QUOTE, BLANK, DIGIT, LETTER };

static int byte_class(char c) {
    static const char classes[256] = "00000000033333000000000000000000"  /* up to \x1F */
                                     "30200002000000114444444444101110"  /* up to ? */
                                     "05555555555555555555555555500005"  /* up to _ */
                                     "05555555555555555555555555500000"; /* the rest */
    return classes[(unsigned char)c];
}

static bool blank(char c) {
    return byte_class(c) == BLANK;
}

static bool name_part(char c) {
    return byte_class(c) >= DIGIT;
}

static void advance(Pass *pass) {
    if (*pass->at == '\n') pass->line++;
    pass->at++;
}

/* The count of '=' when a long bracket `[==[` opens at `at`, else -1. */
static int long_level(const Pass *pass, const char *at) {
    int level = 0;
    if (at >= pass->end || *at != '[') return -1;
    for (at++; at < pass->end && *at == '='; at++) level++;
    return at < pass->end && *at == '[' ? level : -1;
}

static bool long_end(const Pass *pass, const char *at, int level) {
    if (pass->end - at < level + 2 || at[0] != ']' || at[level + 1] != ']') return false;
    for (int i = 1; i <= level; i++)
        if (at[i] != '=') return false;
    return true;
}

static void skip_long(Pass *pass, int level) {
    pass->at += level + 2;
    while (pass->at < pass->end && !long_end(pass, pass->at, level)) advance(pass);
    if (pass->at < pass->end) pass->at += level + 2;
}

static void skip_comment(Pass *pass) {
    pass->at += 2;
    int level = long_level(pass, pass->at);
    if (level >= 0) {
        skip_long(pass, level);
        return;
    }
    const char *line_end = memchr(pass->at, '\n', (size_t)(pass->end - pass->at));
    pass->at = line_end ? line_end : pass->end;
}

static void skip_blank(Pass *pass) {
    while (pass->at < pass->end) {
        if (blank(*pass->at)) advance(pass);
        else if (pass->end - pass->at >= 2 && pass->at[0] == '-' && pass->at[1] == '-') skip_comment(pass);
        else return;
    }
}

/* Does the escape after the backslash at `at` stand for a zero byte? */
static bool zero_escape(const char *at, const char *end) {
    at++;
    if (at < end && *at == 'x') return end - at > 2 && at[1] == '0' && at[2] == '0';
    if (end - at > 2 && at[0] == 'u' && at[1] == '{') {
        for (at += 2; at < end && *at == '0'; at++) continue;
        return at < end && *at == '}';
    }
    if (at >= end || *at != '0') return false;
    for (int i = 0; i < 3 && at < end && *at >= '0' && *at <= '9'; i++, at++)
        if (*at != '0') return false;
    return true;
}

/* `\z` passes over white space, new lines included. */
static void skip_escape(Pass *pass) {
    if (!pass->passing && zero_escape(pass->at, pass->end))
        refuse(pass, pass->at, "retirez cette séquence", "un texte ne contient jamais l’octet zéro");
    pass->at++;
    if (pass->at >= pass->end) return;
    if (*pass->at == 'z') {
        pass->at++;
        while (pass->at < pass->end && blank(*pass->at)) advance(pass);
        return;
    }
    advance(pass);
}

/* Nearly every text is closed on its line and has no escape. */
static void skip_quoted(Pass *pass, char quote) {
    pass->at++;
    const char *close = memchr(pass->at, quote, (size_t)(pass->end - pass->at));
    size_t length = close ? (size_t)(close - pass->at) : 0;
    if (close && !memchr(pass->at, '\\', length) && !memchr(pass->at, '\n', length)) {
        pass->at = close + 1;
        return;
    }
    while (pass->at < pass->end && *pass->at != quote && *pass->at != '\n') {
        if (*pass->at == '\\') skip_escape(pass);
        else pass->at++;
    }
    if (pass->at < pass->end && *pass->at == quote) pass->at++;
}

static void skip_number(Pass *pass) {
    const char *exponent = pass->end - pass->at > 1 && (pass->at[1] == 'x' || pass->at[1] == 'X') ? "pP" : "eE";
    while (pass->at < pass->end && (name_part(*pass->at) || *pass->at == '.')) {
        bool marks = strchr(exponent, *pass->at) != NULL;
        pass->at++;
        if (marks && pass->at < pass->end && (*pass->at == '+' || *pass->at == '-')) pass->at++;
    }
}

static void skip_symbol(Pass *pass) {
    static const char *const symbols[] = {"...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};
    bool pair = pass->end - pass->at > 1 && byte_class(pass->at[1]) == FIRST_OR_SECOND; /* most symbols stand alone */
    for (size_t i = 0; pair && i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        size_t length = strlen(symbols[i]);
        if ((size_t)(pass->end - pass->at) < length || memcmp(pass->at, symbols[i], length) != 0) continue;
        pass->at += length;
        return;
    }
    bool broken_long = pass->at[0] == '['; /* `[==` without its second bracket */
    pass->at++;
    while (broken_long && pass->at < pass->end && *pass->at == '=') pass->at++;
}

static bool digit_at(const Pass *pass, const char *at) {
    return at < pass->end && *at >= '0' && *at <= '9';
}

/* No two of the names looked for begin with the same letter. */
static int sign_of_name(const char *bytes, size_t length) {
    static const struct {
        const char *text;
        size_t length;
        Sign sign;
    } signs[32] = {
        ['a' & 31] = {"and", 3, SIGN_AND},
        ['d' & 31] = {"do", 2, SIGN_DO},
        ['e' & 31] = {"end", 3, SIGN_END},
        ['f' & 31] = {"function", 8, SIGN_FUNCTION},
        ['i' & 31] = {"if", 2, SIGN_IF},
        ['l' & 31] = {"local", 5, SIGN_LOCAL},
        ['n' & 31] = {"not", 3, SIGN_NOT},
        ['o' & 31] = {"or", 2, SIGN_OR},
        ['r' & 31] = {"repeat", 6, SIGN_REPEAT},
        ['u' & 31] = {"until", 5, SIGN_UNTIL},
        ['_' & 31] = {"_ENV", 4, SIGN_ENVIRONMENT},
    };
    size_t letter = (unsigned char)bytes[0] & 31;
    bool same = signs[letter].text && signs[letter].length == length && memcmp(signs[letter].text, bytes, length) == 0;
    return same ? (int)signs[letter].sign : SIGN_NONE;
}

static int sign_of_symbol(const char *bytes, size_t length) {
    if (length == 1) return (unsigned char)bytes[0];
    if (bytes[0] == '.') return length == 2 ? SIGN_JOIN : SIGN_REST;
    if (bytes[1] != '=') return SIGN_NONE;
    switch (bytes[0]) {
    case '=': return SIGN_EQUAL;
    case '~': return SIGN_UNEQUAL;
    case '>': return SIGN_AT_LEAST;
    case '<': return SIGN_AT_MOST;
    default: return SIGN_NONE;
    }
}

static TokenKind kind_at(const Pass *pass) {
    char c = *pass->at;
    switch (byte_class(c)) {
    case LETTER: return TOKEN_NAME;
    case QUOTE: return TOKEN_TEXT;
    case DIGIT: return TOKEN_NUMBER;
    default: break;
    }
    if (c == '.' && digit_at(pass, pass->at + 1)) return TOKEN_NUMBER;
    return c == '[' && long_level(pass, pass->at) >= 0 ? TOKEN_TEXT : TOKEN_SYMBOL;
}

static void skip_text(Pass *pass) {
    if (*pass->at == '[') skip_long(pass, long_level(pass, pass->at));
    else skip_quoted(pass, *pass->at);
}

static Token next_token(Pass *pass) {
    skip_blank(pass);
    Token token = {.bytes = pass->at, .line = pass->line};
    if (pass->at >= pass->end) return token;
    token.kind = kind_at(pass);
    switch (token.kind) {
    case TOKEN_NAME:
        while (pass->at < pass->end && name_part(*pass->at)) pass->at++;
        token.sign = sign_of_name(token.bytes, (size_t)(pass->at - token.bytes));
        break;
    case TOKEN_TEXT: skip_text(pass); break;
    case TOKEN_NUMBER: skip_number(pass); break;
    default:
        skip_symbol(pass);
        token.sign = sign_of_symbol(token.bytes, (size_t)(pass->at - token.bytes));
        break;
    }
    token.length = (size_t)(pass->at - token.bytes);
    return token;
}

/* What is open. */

static Bracket *innermost(Pass *pass) {
    return &pass->brackets[pass->depth];
}

static bool named(Token token, const char *name) {
    return token.kind == TOKEN_NAME && token.length == strlen(name) && memcmp(token.bytes, name, token.length) == 0;
}

static void open_bracket(Pass *pass, const Token *token) {
    if (pass->depth == SOURCE_DEPTH_MAX) {
        refuse(pass, token->bytes, "simplifiez ou répartissez en variables locales",
               "trop de parenthèses et d’accolades emboîtées");
        return;
    }
    char open = token->bytes[0];
    pass->brackets[++pass->depth] =
        (Bracket){.close = open == '{'   ? '}'
                           : open == '(' ? ')'
                                         : ']',
                  .function = pass->function_depth > 0,
                  .programme = open == '{' && pass->function_depth == 0 && named(*pass->last, "dispositif")};
}

/* A mismatch is left for Lua to explain. */
static void close_bracket(Pass *pass, const Token *token) {
    if (pass->depth == 0 || innermost(pass)->close != token->bytes[0]) return;
    int chain = token->bytes[0] == '}' ? 0 : innermost(pass)->chain;
    pass->depth--;
    innermost(pass)->chain += chain;
}

static void follow_blocks(Pass *pass, const Token *token) {
    switch (token->sign) {
    case SIGN_FUNCTION: pass->function_depth++; break;
    case SIGN_IF:
    case SIGN_DO:
    case SIGN_REPEAT: pass->function_depth += pass->function_depth > 0; break;
    case SIGN_END:
    case SIGN_UNTIL: pass->function_depth -= pass->function_depth > 0; break;
    default: break;
    }
}

/* Checks. */

static void check_operator(Pass *pass, const Token *token) {
    static const struct {
        int sign;
        const char *message, *advice;
    } operators[] = {
        {SIGN_AND, "« and » ne combine pas des critères : Lua n’en garderait qu’un", "écrivez tous { …, … }"},
        {SIGN_OR, "« or » ne combine pas des critères : Lua n’en garderait qu’un", "écrivez au_moins_un { …, … }"},
        {SIGN_NOT, "« not » ne nie pas un critère", "écrivez non { … }"},
        {SIGN_EQUAL, "« == » ne fait pas un critère", "écrivez critere { \"…\", vaut = … }"},
        {SIGN_UNEQUAL, "« ~= » ne fait pas un critère", "écrivez critere { \"…\", hors = { … } }"},
        {SIGN_AT_LEAST, "« >= » ne fait pas un critère", "écrivez critere { \"…\", au_moins = … }"},
        {SIGN_AT_MOST, "« <= » ne fait pas un critère", "écrivez critere { \"…\", au_plus = … }"},
        {'>', "« > » ne fait pas un critère", "écrivez critere { \"…\", plus_de = … }"},
        {'<', "« < » ne fait pas un critère", "écrivez critere { \"…\", moins_de = … }"},
        {SIGN_REST, "« ... » ne vaut rien ici : la liste serait fermée", "finir une liste ouverte par \"…\", entre guillemets"},
    };
    bool compared = token->sign == '<' || token->sign == '>';
    if (pass->function_depth > 0 || pass->fatal || !(compared || (token->sign >= SIGN_AND && token->sign <= SIGN_REST))) return;
    for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
        if (token->sign == operators[i].sign) complain(pass, token->bytes, operators[i].advice, operators[i].message);
}

static void check_attribute(Pass *pass, const Token *token) {
    if (token->sign == SIGN_LOCAL) pass->declaring = true;
    else if (pass->declaring && token->sign == '<')
        refuse(pass, token->bytes, "écrivez « local nom = … »",
               "les attributs <const> et <close> ne servent pas dans un fichier de règles");
    else if (token->kind != TOKEN_NAME && token->sign != ',') pass->declaring = false;
    if (token->sign == SIGN_FUNCTION) pass->declaring = false;
}

static bool ends_value(Token token) {
    return token.kind == TOKEN_NAME || token.kind == TOKEN_TEXT || token.sign == ')' || token.sign == ']' || token.sign == '}';
}

/* `a.b.c`, `a[1].b`, `a:b`: links add up until something else than a link follows. */
static void check_chain(Pass *pass, const Token *token) {
    Bracket *level = innermost(pass);
    bool link = token->sign == '.' || token->sign == ':' || (token->sign == '[' && ends_value(*pass->last));
    bool inside = token->kind == TOKEN_NAME && (pass->last->sign == '.' || pass->last->sign == ':');
    bool closing = token->sign == ')' || token->sign == ']' || token->sign == '(' || token->sign == '[';
    if (link) level->chain++;
    else if (!inside && !closing) level->chain = 0;
    if (level->chain > SOURCE_CHAIN_MAX)
        refuse(pass, token->bytes, "répartissez en variables locales", "trop de champs lus les uns dans les autres");
}

static uint32_t hash_of(const char *bytes, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

/* `"a"` and `'a'` are the key `a`; an escape in a key is compared as it is written. */
static Token bare_key(Token name) {
    if (name.kind != TOKEN_TEXT || name.length < 2 || name.bytes[0] == '[') return name;
    name.bytes++;
    name.length -= 2;
    name.kind = TOKEN_NAME;
    return name;
}

static void add_key(Pass *pass, Token written) {
    Bracket *table = innermost(pass);
    Key key = {.name = bare_key(written), .line = written.line, .previous = table->keys};
    key.hash = hash_of(key.name.bytes, key.name.length);
    for (size_t i = table->keys; i; i = pass->keys[i - 1].previous) {
        const Key *other = &pass->keys[i - 1];
        if (other->hash != key.hash || other->name.kind != key.name.kind || other->name.length != key.name.length) continue;
        if (memcmp(other->name.bytes, key.name.bytes, key.name.length) != 0) continue;
        char shown[SHOWN_MAX + 1];
        syntax_clean(shown, sizeof shown, key.name.bytes, key.name.length);
        const char *message = arena_printf(
            &pass->arena, "la clé « %s » est écrite deux fois dans la même table (déjà ligne %d) : Lua n’en garderait qu’une",
            shown, other->line);
        if (message) complain(pass, written.bytes, "gardez une seule des deux", message);
        return;
    }
    Key *keys = arena_grow(&pass->arena, pass->keys, pass->key_count, &pass->key_capacity, sizeof(Key));
    if (!keys) return;
    pass->keys = keys;
    pass->keys[pass->key_count++] = key;
    table->keys = pass->key_count;
}

/* A field that begins with `name =` or `["name"] =` has a key; what stands between brackets counts as one token of the field. */
static void check_keys(Pass *pass, const Token *token) {
    Bracket *table = innermost(pass);
    if (table->close != '}' || token->sign == '}') return;
    if (token->sign == '=' && table->field == 1) {
        bool literal = pass->before->kind == TOKEN_TEXT || pass->before->kind == TOKEN_NUMBER;
        if (pass->last->kind == TOKEN_NAME) add_key(pass, *pass->last);
        else if (pass->last->sign == ']' && literal && pass->third->sign == '[') add_key(pass, *pass->before);
    }
    table->field = token->sign == ',' || token->sign == ';' ? 0 : table->field + 1;
}

/* fmod takes microseconds when its operands are far apart, and so does writing a number. */
static void check_price(Pass *pass, const Token *token) {
    size_t price = token->sign == '%' ? 16 : token->sign == SIGN_JOIN ? 8 : 1;
    if (pass->price < price) pass->price = price;
}

/* Most tokens are names, texts and commas, of which little can be wrong: what check_attribute, check_chain and check_keys would do.
 */
static bool check_plain(Pass *pass, const Token *token) {
    Bracket *level = innermost(pass);
    if (token->sign != SIGN_NONE && token->sign != ',') return false;
    if (token->kind == TOKEN_SYMBOL && token->sign == SIGN_NONE) return false;
    if (pass->declaring && token->kind != TOKEN_NAME && token->sign != ',') pass->declaring = false;
    bool member = token->kind == TOKEN_NAME && (pass->last->sign == '.' || pass->last->sign == ':');
    if (!member) level->chain = 0;
    level->field = token->sign == ',' ? 0 : level->field + 1;
    return true;
}

static void check(Pass *pass, const Token *token) {
    if (check_plain(pass, token)) return;
    check_attribute(pass, token);
    check_chain(pass, token);
    check_keys(pass, token);
    if (token->sign == SIGN_NONE) return;
    check_operator(pass, token);
    if (token->sign == SIGN_ENVIRONMENT)
        refuse(pass, token->bytes, "choisissez un autre nom",
               "« _ENV » est réservé : un fichier de règles ne change pas ce qu’il voit");
    check_price(pass, token);
    follow_blocks(pass, token);
    if (token->kind != TOKEN_SYMBOL) return;
    if (token->sign == '{' || token->sign == '(' || token->sign == '[') open_bracket(pass, token);
    else if (token->sign == '}' || token->sign == ')' || token->sign == ']') close_bracket(pass, token);
}

/* Examples. */

/* Does the `{` at hand open `exemples = { … }` of a programme? */
static bool opens_examples(const Pass *pass, const Token *token) {
    const Bracket *table = &pass->brackets[pass->depth];
    return pass->examples && token->sign == '{' && table->programme && table->field == 2 && pass->last->sign == '=' &&
           named(*pass->before, "exemples");
}

/* Names and what stands between them open and close nothing. */
static void skip_names(Pass *pass) {
    while (pass->at < pass->end) {
        if (byte_class(*pass->at) == LETTER)
            while (pass->at < pass->end && name_part(*pass->at)) pass->at++;
        else if (*pass->at == ' ' || *pass->at == ',' || *pass->at == '=') pass->at++;
        else return;
    }
}

/* Goes to the `}` that closes the table just opened. False when there is none or when the field goes on after it. */
static bool find_close(Pass *pass) {
    Token token, close;
    int open = 1;
    do {
        skip_names(pass);
        token = next_token(pass);
        open += (token.sign == '{') - (token.sign == '}');
    } while (open > 0 && token.kind != TOKEN_END);
    close = token;
    token = next_token(pass);
    pass->at = close.bytes;
    pass->line = close.line;
    return open == 0 && (token.sign == ',' || token.sign == ';' || token.sign == '}');
}

/* Leaves `}` as the next token; or, when the table does not end as it should, everything as it is, for Lua to explain. */
static void pass_over_examples(Pass *pass) {
    const char *at = pass->at;
    int line = pass->line;
    pass->passing = true;
    bool closed = find_close(pass);
    pass->passing = false;
    Stretches *stretches = pass->examples;
    Stretch *items =
        closed ? arena_grow(pass->findings->arena, stretches->items, stretches->count, &stretches->capacity, sizeof(Stretch))
               : NULL;
    if (items) {
        stretches->items = items;
        items[stretches->count++] = (Stretch){
            .start = (size_t)(at - pass->start), .end = (size_t)(pass->at - pass->start), .lines = (size_t)(pass->line - line)};
        return;
    }
    pass->at = at;
    pass->line = line;
}

/* The bytes as a whole. */

static int line_at(const char *bytes, size_t offset) {
    int line = 1;
    for (size_t i = 0; i < offset; i++)
        if (bytes[i] == '\n') line++;
    return line;
}

/* Where the first byte stands that is no UTF-8, knowing that there is one. */
static size_t invalid_offset(const char *bytes, size_t length) {
    size_t start = 0;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '\n') continue;
        if (!utf8_valid(bytes + start, i - start)) return start;
        start = i + 1;
    }
    return start;
}

static void check_bytes(Pass *pass, const char *bytes, size_t length) {
    if (length > SOURCE_BYTES_MAX) {
        refuse_at(pass, (Position){0, 0}, "répartissez les dispositifs en plusieurs fichiers",
                  "ce fichier dépasse 64 Kio (65 536 octets)");
        return;
    }
    const char *zero = length ? memchr(bytes, '\0', length) : NULL;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        refuse_at(pass, (Position){1, 1}, "enregistrez le fichier en UTF-8 « sans BOM »",
                  "ce fichier commence par une marque d’ordre des octets (BOM)");
    else if (length && bytes[0] == '\x1B')
        refuse_at(pass, (Position){1, 1}, "donnez le fichier source", "ce fichier est du Lua compilé : seul le texte est lu");
    else if (length && bytes[0] == '#')
        refuse_at(pass, (Position){1, 1}, "retirez la première ligne", "un fichier de règles ne commence pas par « # »");
    else if (zero)
        refuse_at(pass, (Position){.line = line_at(bytes, (size_t)(zero - bytes))}, NULL,
                  "ce fichier contient un octet zéro : ce n’est pas un texte");
    else if (!utf8_valid(bytes, length))
        refuse_at(pass, (Position){.line = line_at(bytes, invalid_offset(bytes, length))}, "enregistrez le fichier en UTF-8",
                  "cette ligne contient des octets qui ne sont pas de l’UTF-8");
}

/* What is beyond the brackets in use is not looked at, and not worth clearing. */
static void begin(Pass *pass, const char *bytes, size_t length) {
    static const Token none;
    memset(pass, 0, offsetof(Pass, brackets));
    memset((char *)pass + offsetof(Pass, depth), 0, sizeof *pass - offsetof(Pass, depth));
    pass->brackets[0] = (Bracket){0};
    pass->start = pass->at = bytes;
    pass->end = bytes + length;
    pass->line = 1;
    pass->price = 1;
    pass->third = pass->before = pass->last = &none;
}

Status tokens_check(Findings *findings, const char *file, const char *bytes, size_t length, Stretches *examples, bool *fatal,
                    size_t *price) {
    size_t errors = findings->errors;
    Pass pass;
    begin(&pass, bytes, length);
    pass.findings = findings;
    pass.file = file;
    pass.examples = examples;
    pass.first_error = errors;
    arena_init(&pass.arena, findings->arena->memory);
    check_bytes(&pass, bytes, length);
    for (unsigned i = 0; !pass.stopped && !pass.arena.failed && !findings->failed; i++) {
        Token *token = &pass.recent[i % 4];
        *token = next_token(&pass);
        if (token->kind == TOKEN_END || pass.stopped) break;
        bool passed = opens_examples(&pass, token);
        check(&pass, token);
        if (passed && !pass.stopped) pass_over_examples(&pass);
        pass.third = pass.before;
        pass.before = pass.last;
        pass.last = token;
    }
    bool failed = pass.arena.failed || findings->failed || findings->arena->failed;
    arena_clear(&pass.arena);
    *fatal = pass.fatal;
    *price = pass.price;
    if (failed) return STATUS_NO_MEMORY;
    return findings->errors > errors ? STATUS_REFUSED : STATUS_OK;
}

void tokens_walk(const char *bytes, size_t length, bool (*see)(void *context, const Token *token), void *context) {
    Pass pass;
    begin(&pass, bytes, length);
    pass.passing = true;
    Token token = next_token(&pass);
    while (token.kind != TOKEN_END && see(context, &token)) token = next_token(&pass);
}
