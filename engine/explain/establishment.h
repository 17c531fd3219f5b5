/* A seat outside the territory of a programme, and an establishment inside: nearly all documents say « implantées », and read it of
 * the seat, so that the refusal stands; but who runs the programme may count the establishment, and is to be asked. */
#ifndef AZIMUT_EXPLAIN_ESTABLISHMENT_H
#define AZIMUT_EXPLAIN_ESTABLISHMENT_H

#include "explain/dossier.h"

/* Where it is, when `node` fails, asks of the seat alone in words that do not say « siège », and a declared establishment stands in
 * the territory: « en Gironde », « dans le Rhône et en Isère »; `*many`: are there several? NULL otherwise. */
const char *establishment_inside(const Dossier *dossier, const Node *node, bool *many);

#endif
