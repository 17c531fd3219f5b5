/* A place in a source. */
#ifndef AZIMUT_RULES_POSITION_H
#define AZIMUT_RULES_POSITION_H

/* From 1; columns count characters. 0: unknown. */
typedef struct Position {
    int line, column;
} Position;

#endif
