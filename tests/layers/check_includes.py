#!/usr/bin/env python3
"""Reads the table of engine/README.md and refuses every #include that it does not allow.

A file of a layer may include its own layer and those above it, the headers of the C library that need no system, and the foreign
headers that its row names (in one file only, when the row says which). With --self-check, bad includes are planted in a copy and
must be caught."""

import pathlib
import re
import shutil
import sys
import tempfile

# What any layer may use. The others of the C library (time, locale, signals, threads) are foreign: a row must name them.
PLAIN = {f"{name}.h" for name in ("assert ctype errno float inttypes limits math stdalign stdarg stdbool stddef stdint stdio "
                                  "stdlib stdnoreturn string").split()}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>|(.*))')
FOREIGN = re.compile(r"`([^`]+\.h)`(?: in `([^`]+\.c)`)?")


def read_table(readme):
    """[(layer, {foreign header: file or ''}, public API only?)] in the order of the table."""
    rows = []
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 3 and cells[0].startswith("`"):
            rows.append((cells[0].strip("`/"), dict(FOREIGN.findall(cells[2])), "includes `azimut.h` only" in cells[1]))
    return rows


def layer_of(path):
    """Files that stand beside azimut.c belong to it."""
    return path.parts[0] if len(path.parts) > 1 else "azimut.c"


def check_file(engine, path, rows):
    order = [row[0] for row in rows]
    layer = layer_of(path)
    if layer not in order:
        yield f"{path}: the folder is not in the table of engine/README.md"
        return
    _, foreign, public_only = rows[order.index(layer)]
    for number, line in enumerate((engine / path).read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        ours, theirs, strange = match.groups()
        where = f"{path}:{number}"
        if strange is not None:
            yield f"{where}: an include that is neither \"…\" nor <…>"
        elif theirs:
            if theirs not in PLAIN and foreign.get(theirs) not in ("", path.name):
                yield f"{where}: <{theirs}> is not allowed in {layer}"
        elif ours == "azimut.h":
            if layer not in ("azimut.c", "cli"):
                yield f"{where}: azimut.h is made from the layers and serves none of them"
        elif not (engine / ours).is_file():
            yield f"{where}: \"{ours}\" is not a path below engine/"
        else:
            wanted = layer_of(pathlib.PurePath(ours))
            allowed = [layer] if public_only else order[: order.index(layer) + 1]
            if wanted not in allowed:
                yield f"{where}: {layer} may not include {wanted}"


def check(root):
    engine = root / "engine"
    rows = read_table(engine / "README.md")
    files = sorted(p.relative_to(engine) for p in engine.rglob("*.[ch]"))
    problems = [problem for path in files for problem in check_file(engine, path, rows)]
    if not rows or not files:
        problems.append("no table or no file was read")
    return problems


PLANTED = [  # file, line, allowed?
    ("base/arena.h", '#include "knowledge/value.h"', False),
    ("knowledge/value.h", '#include "rules/tree.h"', False),
    ("explain/report.h", '#include "output/write.h"', False),
    ("base/arena.h", "#include <lua.h>", False),
    ("base/arena.h", "#include <cjson/cJSON.h>", False),
    ("rules/tree.h", "#include <locale.h>", False),
    ("evaluate/plan.h", "#include <pthread.h>", False),
    ("cli/main.c", '#include "base/arena.h"', False),
    ("base/arena.h", '#include "azimut.h"', False),
    ("base/arena.h", '  #  include "../rules/tree.h"', False),
    ("base/arena.h", "#include SOME_MACRO", False),
    ("unheard_of/new.c", "int planted;", False),
    ("output/write.h", '#include "base/arena.h"', True),
    ("rules/tree.h", "#include <lua.h>", True),
]


def self_check(root):
    failures = []
    for file, line, allowed in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder)
            shutil.copytree(root / "engine", copy / "engine")
            target = copy / "engine" / file
            target.parent.mkdir(exist_ok=True)
            before = target.read_text(encoding="utf-8") if target.exists() else ""
            target.write_text(before + "\n" + line + "\n", encoding="utf-8")
            if (check(copy) == []) != allowed:
                failures.append(f"planted in {file}: {line}: {'refused' if allowed else 'not caught'}")
    return failures


def main():
    root = pathlib.Path(sys.argv[-1])
    problems = self_check(root) if "--self-check" in sys.argv else check(root)
    print("\n".join(problems) if problems else "layers: every include is allowed by engine/README.md")
    return 1 if problems else 0


sys.exit(main())
