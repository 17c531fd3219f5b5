/* The public API with its two seams open: what tests use to make any single allocation or file operation fail. */
#ifndef AZIMUT_INTERNAL_H
#define AZIMUT_INTERNAL_H

#include "azimut.h"
#include "base/files.h"

/* As az_new; `files` NULL: files_standard. Both structures are copied. */
az_engine *az_new_with(const Memory *memory, const Files *files);

#endif
