/* The vocabulary as shipped, with its territory, legal categories and large tables. Include after cmocka.h. */
#ifndef AZIMUT_TESTS_SHIPPED_VOCABULARY_H
#define AZIMUT_TESTS_SHIPPED_VOCABULARY_H

#include "base/files.h"
#include "rules/rulebook.h"
#include <stdio.h>

typedef struct Shipped {
    Arena arena;
    Rulebook *rulebook;
} Shipped;

static inline Status shipped_table(void *context, const char *name, const char **bytes, size_t *length) {
    Shipped *shipped = context;
    FileBytes file;
    Findings findings;
    char path[512];
    snprintf(path, sizeof path, "%s/facts/territoires/%s", AZIMUT_SOURCE_DIR, name);
    findings_init(&findings, &shipped->arena);
    Status status = files_read(&files_standard, &shipped->arena, path, FILE_BYTES_MAX, &findings, &file);
    if (status != STATUS_OK) return status;
    *bytes = file.bytes;
    *length = file.length;
    return STATUS_OK;
}

static inline bool shipped_open(Shipped *shipped) {
    static const char *const fact_endings[] = {".lua", ".txt", NULL}, *const rule_endings[] = {".lua", NULL};
    FileList facts, rules;
    Findings findings;
    arena_init(&shipped->arena, &memory_standard);
    findings_init(&findings, &shipped->arena);
    files_read_folder(&files_standard, &shipped->arena, AZIMUT_SOURCE_DIR "/facts", fact_endings, FILE_BYTES_MAX, &findings,
                      &facts);
    files_read_folder(&files_standard, &shipped->arena, AZIMUT_SOURCE_DIR "/rules", rule_endings, FILE_BYTES_MAX, &findings,
                      &rules);
    if (rulebook_load_without_examples(&memory_standard, "facts", &facts, "rules", &rules, &shipped->rulebook) != STATUS_OK)
        return false;
    Tables *tables = shipped->rulebook->vocabulary.territory.tables;
    tables->source = (TableSource){shipped_table, shipped};
    return tables_open(tables) == STATUS_OK;
}

static inline void shipped_close(Shipped *shipped) {
    rulebook_free(shipped->rulebook);
    arena_clear(&shipped->arena);
}

#endif
