/* The public API with its two seams open: what tests use to make any single allocation or file operation fail. */
#ifndef AZIMUT_INTERNAL_H
#define AZIMUT_INTERNAL_H

#include "azimut.h"
#include "base/files.h"
#include "base/streams.h"
#include "base/text.h"
#include "knowledge/factset.h"
#include "rules/rulebook.h"

/* As az_new; `files` NULL: files_standard. Both structures are copied. */
az_engine *az_new_with(const Memory *memory, const Files *files);

/* What the other files of the public API see of an engine. */
typedef struct EngineView {
    const Memory *memory;
    const Files *files;
    const Rulebook *rulebook;  /* that was read last, NULL when nothing of it is usable */
    const Rulebook *answering; /* that answers; NULL before the first good load */
    const Findings *findings;  /* of the last load; NULL before any */
    Text *written;             /* what is given back as bytes, until the next document */
} EngineView;

EngineView az_engine_view(az_engine *engine);
/* AZ_MISUSE, or the status of the public API for one of ours. */
az_status az_status_of(Status status);
/* Reads `needs` of az_options into a fact set (initialised). */
Status az_needs_read(FactSet *facts, const char *needs, Findings *findings);
int az_finding_of(const Findings *findings, size_t index, az_finding *out);
/* As az_batch_run, with other disks. */
az_status az_batch_run_with(az_engine *engine, const Streams *streams, const az_batch_options *options, az_batch **out);
/* Reads a whole date as az_options has it. */
bool az_date_read(const char *date, Day *out);

#endif
