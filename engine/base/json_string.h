/* The strings of JSON: where one ends, whether it is well formed, and what it says. */
#ifndef AZIMUT_BASE_JSON_STRING_H
#define AZIMUT_BASE_JSON_STRING_H

#include "base/json_scan.h"

/* Reads the string whose opening quote stands at scanner->at; sets `text`, `text_length` and moves `at` past the closing quote.
 * On failure false, with `error` and `start` at the offending byte. */
bool json_string_read(JsonScanner *scanner);

#endif
