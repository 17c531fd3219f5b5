/* What an internal function answers. Words never travel in a status: they go to `Findings`. */
#ifndef AZIMUT_BASE_STATUS_H
#define AZIMUT_BASE_STATUS_H

typedef enum Status {
    STATUS_OK = 0,
    STATUS_NO_MEMORY, /* an allocation failed; nothing was changed */
    STATUS_REFUSED,   /* the input was refused; the findings say why */
    STATUS_IO         /* a file could not be read or written; the findings say which and why */
} Status;

/* The three values of strong Kleene logic. */
typedef enum Truth { TRUTH_FALSE = 0, TRUTH_TRUE = 1, TRUTH_UNKNOWN = 2 } Truth;

#endif
