#!/bin/sh
# Installs to a temporary prefix, moves it, and uses what is there as others would: the program from another folder, the library
# through pkg-config and through find_package.
#     check.sh BUILD SOURCE STRUCTURE.json COMPILER
set -eu
build=$1 source=$2 structure=$3 compiler=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >"$work/install.log"
mv "$work/first" "$work/moved"
prefix=$work/moved
data=$prefix/share/azimut
LD_LIBRARY_PATH=$(dirname "$(find "$prefix" -name libazimut.so)")
export LD_LIBRARY_PATH
export PKG_CONFIG_PATH="$LD_LIBRARY_PATH/pkgconfig"

echo "the program finds the rules installed with it"
cd "$work"
"$prefix/bin/azimut" eval "$structure" --date 2026-11-21 --format json >eval.json 2>eval.log
grep -q "moved/.*/rules" eval.log
grep -q '"programmes"' eval.json

echo "pkg-config, shared"
# shellcheck disable=SC2046 # words
"$compiler" "$source/examples/embed/embed.c" -o embed $(pkg-config --cflags --libs azimut)
./embed "$data/rules" "$data/facts" "$structure" 2026-11-21 >embed.txt
grep -q 'sha256:' embed.txt

echo "pkg-config, static"
mkdir static
cp "$LD_LIBRARY_PATH/libazimut.a" static/
# shellcheck disable=SC2046
"$compiler" "$source/examples/embed/embed.c" -o embed_static -Lstatic $(pkg-config --cflags azimut) \
    -l:libazimut.a $(pkg-config --libs lua5.4 libcjson nettle) -lm
./embed_static "$data/rules" "$data/facts" "$structure" 2026-11-21 | cmp - embed.txt

echo "find_package"
cmake -S "$source/examples/embed" -B package -DCMAKE_C_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix" >package.log
cmake --build package >>package.log
package/embed "$data/rules" "$data/facts" "$structure" 2026-11-21 | cmp - embed.txt
