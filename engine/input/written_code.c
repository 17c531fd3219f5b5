/* Dates and codes: forms that are right to the character or not at all. */
#include "input/written.h"

#include <string.h>

static bool digits_only(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] < '0' || text[i] > '9') return false;
    return true;
}

static bool date_shaped(const char *text, size_t length) {
    static const char shape[] = "0000-00-00";
    if (length != 4 && length != 7 && length != 10) return false;
    for (size_t i = 0; i < length; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (digit != (shape[i] == '0') || (!digit && text[i] != '-')) return false;
    }
    return true;
}

/* « 12/03/2019 », which only spreadsheets may write. */
static const char *date_advice(Arena *arena, const char *text, size_t length) {
    bool french = length == 10 && text[2] == '/' && text[5] == '/' && digits_only(text, 2) && digits_only(text + 3, 2) &&
                  digits_only(text + 6, 4);
    if (!french) return "écrivez \"AAAA-MM-JJ\", \"AAAA-MM\" ou \"AAAA\"";
    return arena_printf(arena, "écrivez \"%.4s-%.2s-%.2s\"", text + 6, text + 3, text);
}

static const char *bounds_advice(const Fact *fact, Arena *arena) {
    char first[11], last[11];
    day_write(fact->minimum < DAY_MIN ? DAY_MIN : (Day)fact->minimum, first);
    day_write(fact->maximum > DAY_MAX ? DAY_MAX : (Day)fact->maximum, last);
    return arena_printf(arena, "une date du %s au %s", first, last);
}

Misread written_date(const Fact *fact, Arena *arena, const char *text, size_t length, Span *out) {
    Day first, last;
    if (!date_shaped(text, length)) return (Misread){"n’est pas une date", date_advice(arena, text, length)};
    if (!day_read(text, length, &first, &last))
        return (Misread){"n’est pas une date du calendrier entre 1800 et 2199", "vérifiez le jour, le mois et l’année"};
    Span span = {.low = first < fact->minimum ? fact->minimum : first, .high = last > fact->maximum ? fact->maximum : last};
    if (span.low > span.high) return (Misread){"sort des dates admises", bounds_advice(fact, arena)};
    *out = span;
    return (Misread){0};
}

static int luhn_sum(const char *digits, size_t length) {
    int sum = 0;
    for (size_t i = 0; i < length; i++) {
        int digit = digits[length - 1 - i] - '0';
        if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum;
}

static int plain_sum(const char *digits, size_t length) {
    int sum = 0;
    for (size_t i = 0; i < length; i++) sum += digits[i] - '0';
    return sum;
}

bool written_siren(const char *text, size_t length) {
    return length == 9 && digits_only(text, length) && plain_sum(text, 9) > 0 && luhn_sum(text, 9) % 10 == 0;
}

/* The establishments of La Poste (SIREN 356000000) were too many for the key: the sum of their digits is a multiple of five. */
static bool siret_right(const char *text) {
    if (!written_siren(text, 9)) return false;
    if (luhn_sum(text, 14) % 10 == 0) return true;
    return memcmp(text, "356000000", 9) == 0 && plain_sum(text, 14) % 5 == 0;
}

/* The digits of a code that was written with spaces, or NULL. */
static const char *without_spaces(Arena *arena, const char *text, size_t length, size_t digits) {
    char kept[32];
    size_t count = 0;
    for (size_t i = 0; i < length && count < sizeof kept; i++) {
        if (text[i] == ' ' || text[i] == '.') continue;
        kept[count++] = text[i];
    }
    if (count != digits || !digits_only(kept, count)) return NULL;
    return arena_printf(arena, "écrivez \"%.*s\", sans espace", (int)count, kept);
}

static Misread check_digits(Arena *arena, const char *text, size_t length, size_t digits) {
    if (length == digits && digits_only(text, length)) return (Misread){0};
    const char *message = arena_printf(arena, "n’est pas un code de %zu chiffres", digits);
    const char *advice = without_spaces(arena, text, length, digits);
    if (!advice) advice = arena_printf(arena, "écrivez les %zu chiffres entre guillemets, sans espace", digits);
    return (Misread){message ? message : "n’est pas un code", advice};
}

static Misread check_siren(const Fact *fact, Arena *arena, const char *text, size_t length) {
    (void)fact;
    Misread misread = check_digits(arena, text, length, 9);
    if (misread.message || written_siren(text, length)) return misread;
    return (Misread){"n’est pas un numéro SIREN\u00a0: sa clé de contrôle est fausse", "vérifiez les neuf chiffres"};
}

static Misread check_siret(const Fact *fact, Arena *arena, const char *text, size_t length) {
    (void)fact;
    Misread misread = check_digits(arena, text, length, 14);
    if (misread.message || siret_right(text)) return misread;
    return (Misread){"n’est pas un numéro SIRET\u00a0: sa clé de contrôle est fausse", "vérifiez les quatorze chiffres"};
}

static Misread check_fact_digits(const Fact *fact, Arena *arena, const char *text, size_t length) {
    return check_digits(arena, text, length, fact->code_digits);
}

static Misread check_free(const Fact *fact, Arena *arena, const char *text, size_t length) {
    (void)fact;
    (void)arena;
    (void)text;
    return length > 0 ? (Misread){0} : (Misread){"est vide", "un fait inconnu s’écrit null, ou ne s’écrit pas"};
}

Misread written_code(const Fact *fact, Arena *arena, const char *text, size_t length) {
    static Misread (*const checks[])(const Fact *, Arena *, const char *, size_t) = {
        [CODE_FREE] = check_free, [CODE_SIREN] = check_siren, [CODE_SIRET] = check_siret, [CODE_DIGITS] = check_fact_digits};
    return checks[fact->code_form](fact, arena, text, length);
}
