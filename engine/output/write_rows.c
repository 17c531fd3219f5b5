/* The same words come back in every row: they are made once, with their quotation marks and commas, and a row is then copied
 * together from them. */
#include "output/row_format.h"

Fragment row_fragment(RowFormat *format, const char *bytes, size_t length) {
    static const char nothing[FRAGMENT_STEP];
    size_t whole = (length / FRAGMENT_STEP + 1) * FRAGMENT_STEP;
    char *copy = arena_new(&format->arena, whole);
    if (!copy) return (Fragment){nothing, 0};
    memcpy(copy, bytes, length);
    return (Fragment){copy, length};
}

char *row_number(char *out, size_t number) {
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
                                "49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
                                "9899";
    char digits[20];
    size_t at = sizeof digits;
    for (; number >= 100; number /= 100) memcpy(digits + (at -= 2), pairs + number % 100 * 2, 2);
    memcpy(digits + (at -= 2), pairs + number * 2, 2);
    if (number < 10) at++;
    memcpy(out, digits + at, sizeof digits - at);
    return out + (sizeof digits - at);
}

static Status prepare(RowFormat *format, const RowStyle *style) {
    size_t count = format->rulebook->programme_count;
    unsigned *shown = arena_array(&format->arena, style->shown_count + 1, sizeof *shown);
    format->programmes = arena_array(&format->arena, count + 1, sizeof *format->programmes);
    format->verdicts = arena_array(&format->arena, style->shown_count * ROW_VERDICTS + 1, sizeof *format->verdicts);
    if (!shown || !format->programmes || !format->verdicts) return STATUS_NO_MEMORY;
    if (style->shown_count > 0) memcpy(shown, style->shown, style->shown_count * sizeof *shown);
    format->style.shown = shown;
    if (style->csv) row_prepare_csv(format);
    else row_prepare_json(format);
    for (size_t i = 0; i < count; i++)
        if (format->programmes[i].length > format->programme_bytes) format->programme_bytes = format->programmes[i].length;
    return format->arena.failed ? STATUS_NO_MEMORY : STATUS_OK;
}

Status row_format_new(const Memory *memory, const Rulebook *rulebook, const RowStyle *style, RowFormat **out) {
    *out = NULL;
    RowFormat *format = memory_new(memory, sizeof *format);
    if (!format) return STATUS_NO_MEMORY;
    arena_init(&format->arena, memory);
    format->rulebook = rulebook;
    format->style = *style;
    Status status = prepare(format, style);
    if (status == STATUS_OK) *out = format;
    else row_format_free(format);
    return status;
}

void row_format_free(RowFormat *format) {
    if (!format) return;
    const Memory *memory = format->arena.memory;
    arena_clear(&format->arena);
    memory_free(memory, format, sizeof *format);
}

void row_format_head(const RowFormat *format, Text *out) {
    if (format->style.csv) row_head_csv(format, out);
}

void row_write(const RowFormat *format, const RowResult *row, Text *out) {
    if (format->style.csv) row_write_csv(format, row, out);
    else row_write_json(format, row, out);
}
