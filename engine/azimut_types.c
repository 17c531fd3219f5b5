/* The part of the public API that helps to write rules: what editors know of the language, and the file that a new programme begins
 * with. */
#include "azimut_internal.h"

#include "analyse/annotations.h"
#include "analyse/template.h"

az_status az_types_write(az_engine *engine, az_types_format format, const char **bytes, size_t *length) {
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || format > AZ_TYPES_LUACHECK) return AZ_MISUSE;
    EngineView view = az_engine_view(engine);
    if (!view.rulebook) return AZ_MISUSE;
    text_clear(view.written);
    text_init(view.written, view.memory);
    if (format == AZ_TYPES_LUALS) annotations_write(view.rulebook, view.written);
    if (format == AZ_TYPES_LUARC) annotations_write_luarc(view.written);
    if (format == AZ_TYPES_LUACHECK) annotations_write_luacheck(view.written);
    if (view.written->failed) return AZ_NO_MEMORY;
    *bytes = text_get(view.written);
    if (length) *length = view.written->length;
    return AZ_OK;
}

az_status az_template_write(az_engine *engine, const char *id, const char *date, const char **bytes, size_t *length,
                            const char **problem) {
    Day day;
    const char *reason = NULL;
    if (problem) *problem = NULL;
    if (!bytes) return AZ_MISUSE;
    *bytes = NULL;
    if (!engine || !id || !az_date_read(date, &day)) return AZ_MISUSE;
    EngineView view = az_engine_view(engine);
    if (!view.rulebook) return AZ_MISUSE;
    text_clear(view.written);
    text_init(view.written, view.memory);
    Status status = template_write(view.rulebook, id, date, view.written, &reason);
    if (problem) *problem = reason;
    if (status != STATUS_OK) return az_status_of(status);
    *bytes = text_get(view.written);
    if (length) *length = view.written->length;
    return AZ_OK;
}
