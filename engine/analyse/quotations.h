/* Does a rule say what it quotes? The figures of each quotation beside the thresholds that rest on it, and what a quotation says of
 * size, age or budget that no criterion of the programme asks. */
#ifndef AZIMUT_ANALYSE_QUOTATIONS_H
#define AZIMUT_ANALYSE_QUOTATIONS_H

#include "analyse/check.h"

Status quotations_check(Check *check);

#endif
