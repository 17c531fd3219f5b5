#!/usr/bin/env python3
"""Prints both ratios: cold start, and loading 10,000 programme files against plain Lua running the same files with empty words.

    run.py BUILD [FILES]        (BUILD: a release build with tests)

The files are copies of the programmes under rules/, each with its own id and thresholds, beside the originals, which they may name.
Asserts nothing about time."""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
STRUCTURE = SOURCE / "examples" / "ateliers-de-la-deule.json"
IDENTIFIER = re.compile(r'^(\s*id\s*=\s*)"([a-z0-9-]+)"', re.M)
THRESHOLD = re.compile(r"\b(au_moins|au_plus|plus_de|moins_de)(\s*=\s*)(\d+)\b|\b(ans|mois|jours)\((\d+)\)")
ROUNDS = 5


def vary(text, number):
    """Every threshold of one copy moves by the same step, so that a low one stays below a high one."""
    step = number // 10 % 10

    def moved(match):
        operator, equals, bound, unit, length = match.groups()
        return f"{operator}{equals}{int(bound) + step}" if operator else f"{unit}({int(length) + step})"

    return IDENTIFIER.sub(rf'\1"\2-{number}"', THRESHOLD.sub(moved, text))


def generate(folder, count):
    files = [path for path in sorted((SOURCE / "rules").rglob("*.lua")) if IDENTIFIER.search(path.read_text(encoding="utf-8"))]
    texts = [path.read_text(encoding="utf-8") for path in files]
    shutil.copytree(SOURCE / "rules", folder)
    paths = []
    for number in range(count):
        path = folder / f"{number // 1000}" / f"{files[number % len(files)].stem}-{number}.lua"
        path.parent.mkdir(exist_ok=True)
        path.write_text(vary(texts[number % len(files)], number), encoding="utf-8")
        paths.append(path)
    return paths


def main():
    build, count = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    subprocess.run([build / "tests" / "bench_cold_start", build / "bin" / "azimut", STRUCTURE], cwd=SOURCE, check=True)
    with tempfile.TemporaryDirectory() as folder:
        rules, paths = pathlib.Path(folder) / "rules", pathlib.Path(folder) / "paths"
        paths.write_text("\n".join(map(str, generate(rules, count))), encoding="utf-8")
        ours, theirs = [], []
        for _ in range(ROUNDS):
            loaded = subprocess.run([build / "tests" / "bench_load", rules, SOURCE / "facts"], check=True, capture_output=True)
            milliseconds, programmes = loaded.stdout.split()
            ours.append(float(milliseconds))
            start = time.perf_counter()
            subprocess.run(["lua5.4", SOURCE / "tests" / "bench" / "empty_words.lua", paths], check=True)
            theirs.append((time.perf_counter() - start) * 1000)
    print(loaded.stderr.decode(), end="", file=sys.stderr)
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    print(f"loading {int(programmes)} programmes: azimut {ours:.0f} ms, lua5.4 with empty words {theirs:.0f} ms, "
          f"ratio {ours / theirs:.1f}")


if __name__ == "__main__":
    main()
