/* What stands behind a statement, ready to be shown: quotations with their document, place and date, or the author's inference. */
#ifndef AZIMUT_EXPLAIN_SOURCES_H
#define AZIMUT_EXPLAIN_SOURCES_H

#include "explain/report.h"

#define SOURCE_SHORT_COLUMNS 72 /* a longer passage breaks the sentence that holds it */

/* One report for each quotation, and one for an inference without any. */
SourceReport *sources_of(Arena *arena, const Grounds *grounds, size_t *count);
/* What a quotation says: its reading, or its fragments joined. */
const char *source_reading(Arena *arena, const Quote *quote);
/* The reading of the first quotation when it is short enough to stand inside a sentence, or NULL. */
const char *source_short(Arena *arena, const Grounds *grounds, size_t columns);
/* « synthèse (1/3) et (3/3) »: what a place shares with the one before is said once. */
const char *source_places(Arena *arena, const char *const *places, size_t count);
/* « Source : Avise, « … », synthèse 3/3 et synthèse 1/3 (document non daté). » over the trees of a programme; « » without any. */
const char *source_sentence(Arena *arena, const Programme *programme);
/* The same with the titles cut to their first words: « Mieux connaître les programmes… ». */
const char *source_sentence_brief(Arena *arena, const Programme *programme);

#endif
