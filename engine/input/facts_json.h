/* One structure from a JSON text, by the rules of docs/facts.md: every error in one pass, each with its line, fact, what was read
 * and the nearest valid name or value. Nothing unreadable is taken for unknown. */
#ifndef AZIMUT_INPUT_FACTS_JSON_H
#define AZIMUT_INPUT_FACTS_JSON_H

#include "knowledge/factset.h"

#define FACTS_BYTES_MAX (1u << 20) /* one structure takes some kilobytes */

/* Fills `facts` (initialised). STATUS_REFUSED when there was any error: `facts` is then not to be used. `file` names the input in
 * findings. `siren` is taken from `siret` where it is absent; `id` is by default the one or the other, without an origin. */
Status facts_json_read(FactSet *facts, const char *file, const char *bytes, size_t length, Findings *findings);

#endif
