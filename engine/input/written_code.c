/* Dates and codes: forms that are right to the character or not at all. */
#include "input/written.h"

#include "base/byte_mask.h"

#include <string.h>

#define EACH_BYTE UINT64_C(0x0101010101010101)

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

/* The sum of the digits whose place, from the end, says so counted twice, less nine when they make more than nine. Eight digits are
 * added at once; `doubled` has bits where they count twice. */
static int luhn_eight(uint64_t digits, uint64_t doubled) {
    uint64_t twice = digits & doubled, above = (twice + EACH_BYTE * 0x7B) >> 7 & EACH_BYTE;
    return (int)((digits + twice - above * 9) * EACH_BYTE >> 56);
}

#define EVEN_PLACES UINT64_C(0x00FF00FF00FF00FF)

static bool eight_digits(const char *text, uint64_t *digits) {
    *digits = byte_mask_word(text) ^ EACH_BYTE * '0';
    return (((*digits + EACH_BYTE * 0x76) | *digits) & EACH_BYTE * 0x80) == 0;
}

bool written_siren(const char *text, size_t length) {
    uint64_t digits;
    if (length != 9 || !eight_digits(text, &digits) || !digits_only(text + 8, 1)) return false;
    int last = text[8] - '0';
    return (digits || last) && (luhn_eight(digits, ~EVEN_PLACES) + last) % 10 == 0;
}

static int plain_sum(const char *digits, size_t length) {
    int sum = 0;
    for (size_t i = 0; i < length; i++) sum += digits[i] - '0';
    return sum;
}

/* The establishments of La Poste (SIREN 356000000) were too many for the key: the sum of their digits is a multiple of five. */
bool written_siret(const char *text, size_t length) {
    uint64_t first, last;
    if (length != 14 || !written_siren(text, 9) || !eight_digits(text, &first) || !eight_digits(text + 6, &last)) return false;
    last &= ~UINT64_C(0xFFFF); /* two digits are among the first already */
    if ((luhn_eight(first, EVEN_PLACES) + luhn_eight(last, EVEN_PLACES)) % 10 == 0) return true;
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
    if (misread.message || written_siret(text, length)) return misread;
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
