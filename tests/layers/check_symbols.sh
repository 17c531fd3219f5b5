#!/bin/sh
# What leaves the shared library is what azimut.h declares, no more and no less; and the library calls nothing that prints, exits,
# or reads the environment, the clock or the locale (newlocale and uselocale give scripts the C locale, in their thread only).
#     check_symbols.sh LIBAZIMUT.so LIBAZIMUT.a AZIMUT.h
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sed -n 's/^AZ_API .*[ *]\(az_[a-z_]*\)(.*/\1/p' "$3" | sort >"$work/declared"
nm -D --defined-only "$1" | awk '$2 == "T" || $2 == "D" || $2 == "B" || $2 == "R" { print $3 }' | grep -v '^__' | sort >"$work/exported"
diff "$work/declared" "$work/exported"

forbidden='printf|fprintf|vprintf|vfprintf|puts|putchar|fputs|fputc|fwrite|perror|exit|_exit|getenv|secure_getenv|time|clock|clock_gettime|gettimeofday|localtime|localtime_r|gmtime|mktime|setlocale|localeconv|system|rand|srand|signal|atof'
if nm -u "$2" | awk '{ print $2 }' | sort -u | grep -Ex "$forbidden"; then
    echo "the library must not call the functions above" >&2
    exit 1
fi
