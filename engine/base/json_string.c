/* Two passes. The first runs to the closing quote, eight plain bytes at a time, and checks every byte and escape; most strings end
 * there, as a slice of the input. Only one with escapes is decoded, by a second pass that has nothing left to refuse. */
#include "base/json_string.h"
#include "base/utf8.h"
#include <string.h>

static bool refuse(JsonScanner *scanner, size_t at, const char *error) {
    scanner->start = at;
    scanner->error = error;
    return false;
}

/* Of eight bytes, those that are a quote, a backslash, a control character or above 0x7F have their high bit set in the answer.
 * A borrow may also mark the bytes after one that is concerned, never those before: the lowest mark is true. */
static uint64_t marks_of_eight(const char *bytes) {
    const uint64_t ones = UINT64_C(0x0101010101010101), high = UINT64_C(0x8080808080808080);
    uint64_t word;
    memcpy(&word, bytes, 8);
    uint64_t quotes = word ^ (ones * '"'), slashes = word ^ (ones * '\\');
    return ((word - ones * 0x20) | (quotes - ones) | (slashes - ones) | word) & high;
}

static bool is_plain(char c) {
    return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80 && c != '"' && c != '\\';
}

/* The first place from `at` on that is not plain, or `length`. */
static size_t pass_plain(const char *bytes, size_t at, size_t length) {
    for (; length - at >= 8; at += 8) {
        uint64_t marks = marks_of_eight(bytes + at);
        if (!marks) continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        return at + (size_t)__builtin_ctzll(marks) / 8;
#else
        break;
#endif
    }
    while (at < length && is_plain(bytes[at])) at++;
    return at;
}

/* The value of four hexadecimal digits at `at`, or -1. */
static long read_hex(const JsonScanner *scanner, size_t at) {
    long value = 0;
    if (scanner->length - at < 4) return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = scanner->bytes[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

static bool in_range(long value, long first, long last) {
    return value >= first && value <= last;
}

/* Checks `\uXXXX`, or the two of a pair, whose backslash stands at `at`. Returns its bytes, or 0 with the error set. */
static size_t check_unicode(JsonScanner *scanner, size_t at) {
    long code = read_hex(scanner, at + 2);
    if (code < 0) {
        refuse(scanner, at, "après « \\u » il faut quatre chiffres hexadécimaux");
        return 0;
    }
    if (code == 0) {
        static const char nul[] = "le caractère nul (« \\u0000 ») n’est pas admis dans un texte";
        if (json_scan_note(scanner, at, nul)) return 6;
        scanner->is_json = true;
        refuse(scanner, at, nul);
        return 0;
    }
    if (!in_range(code, 0xD800, 0xDFFF)) return 6;
    bool pair = code < 0xDC00 && scanner->length - at >= 12 && scanner->bytes[at + 6] == '\\' && scanner->bytes[at + 7] == 'u' &&
                in_range(read_hex(scanner, at + 8), 0xDC00, 0xDFFF);
    if (pair) return 12;
    refuse(scanner, at, "ce « \\u » est la moitié d’un caractère : l’autre moitié manque");
    return 0;
}

/* Checks the escape at `at`. Returns its bytes, or 0 with the error set. */
static size_t check_escape(JsonScanner *scanner, size_t at) {
    char c = at + 1 < scanner->length ? scanner->bytes[at + 1] : '\0';
    if (c == 'u') return check_unicode(scanner, at);
    if (c && strchr("\"\\/bfnrt", c)) return 2;
    refuse(scanner, at, "après « \\ » il faut l’une des lettres \" \\ / b f n r t u (« \\\\ » pour une barre oblique inverse)");
    return 0;
}

/* Passes over the character or escape at `*at`, which is not plain and not the closing quote. */
static bool pass_special(JsonScanner *scanner, size_t *at, bool *escaped) {
    unsigned char c = (unsigned char)scanner->bytes[*at];
    if (c == '\n') return refuse(scanner, *at, "ce texte n’est pas fermé par un guillemet à la fin de sa ligne");
    if (c < 0x20) return refuse(scanner, *at, "caractère de commande dans un texte : l’écrire « \\t », « \\n » ou « \\u00XX »");
    if (c == '\\') {
        size_t size = check_escape(scanner, *at);
        *at += size;
        *escaped = true;
        return size > 0;
    }
    size_t size = utf8_character(scanner->bytes + *at, scanner->length - *at);
    if (size == 0) return refuse(scanner, *at, "octet qui n’est pas de l’UTF-8 : enregistrer le fichier en UTF-8");
    *at += size;
    return true;
}

/* Decodes the checked escape at `*from` into `out`; returns the bytes written. */
static size_t decode_escape(const JsonScanner *scanner, size_t *from, char out[4]) {
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char c = scanner->bytes[*from + 1];
    if (c != 'u') {
        out[0] = values[strchr(letters, c) - letters];
        *from += 2;
        return 1;
    }
    uint32_t code = (uint32_t)read_hex(scanner, *from + 2);
    *from += 6;
    if (in_range((long)code, 0xD800, 0xDBFF)) {
        code = 0x10000 + ((code - 0xD800) << 10) + (uint32_t)(read_hex(scanner, *from + 2) - 0xDC00);
        *from += 6;
    }
    return utf8_write(code, out);
}

static bool too_long(JsonScanner *scanner, size_t quote) {
    scanner->is_json = true;
    return refuse(scanner, quote, "texte trop long : 65 536 octets au plus");
}

/* Decodes the checked string between `from` and `end`, whose opening quote stands at from - 1. */
static bool decode(JsonScanner *scanner, size_t from, size_t end) {
    size_t quote = from - 1, room = end - from, written = 0;
    if (room > JSON_TEXT_MAX) room = JSON_TEXT_MAX;
    char *out = arena_new(scanner->arena, room + 4);
    if (!out) return refuse(scanner, quote, "mémoire insuffisante");
    while (from < end && written <= JSON_TEXT_MAX) {
        const char *slash = memchr(scanner->bytes + from, '\\', end - from);
        size_t plain = slash ? (size_t)(slash - scanner->bytes) - from : end - from;
        if (plain > JSON_TEXT_MAX - written) return too_long(scanner, quote);
        memcpy(out + written, scanner->bytes + from, plain);
        written += plain;
        from += plain;
        if (slash) written += decode_escape(scanner, &from, out + written);
    }
    if (written > JSON_TEXT_MAX) return too_long(scanner, quote);
    scanner->text = out;
    scanner->text_length = written;
    return true;
}

bool json_string_read(JsonScanner *scanner) {
    const char *bytes = scanner->bytes;
    size_t from = scanner->at + 1, at = from, length = scanner->length;
    bool escaped = false;
    for (;;) {
        at = pass_plain(bytes, at, length);
        if (at == length) return refuse(scanner, scanner->at, "ce texte n’est pas fermé : il manque un guillemet");
        if (bytes[at] == '"') break;
        if (!pass_special(scanner, &at, &escaped)) return false;
    }
    if (escaped) {
        if (!decode(scanner, from, at)) return false;
    } else {
        if (at - from > JSON_TEXT_MAX) return too_long(scanner, scanner->at);
        scanner->text = bytes + from;
        scanner->text_length = at - from;
    }
    scanner->at = at + 1;
    return true;
}
