#!/usr/bin/env python3
"""Runs what the French pages show, in a copy of the rules and the vocabulary, block after block.

    examples.py [--write] AZIMUT SOURCE_DIR PAGE…

The info string of a fence says what its block is:
    lua fichier PATH   a file of the copy (also json); whatever its rules hold must load without error by the end of the page
    diff PATH          lines to take out of that file (-) and to put in (+)
    lua condition      conditions laid into a small programme, which must load without error
    lua dispositif     keys of a programme, likewise
    lua refus AZnnn    conditions that must be refused with this code
    console            « $ command » and what it writes, « … » standing for any number of lines
--write renews what commands write, unless « … » stands elsewhere than at the end; there, as many lines come before it as did.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

DOCUMENTS = """document "exemple" { titre = "Document d’exemple", editeur = "Exemple", date = "2026-01-01", en_phrase = "un document d’exemple" }
document "autre-exemple" { titre = "Autre document", editeur = "Exemple", date = "2026-01-01", en_phrase = "un autre document" }
"""
WHERE = re.compile(r"^azimut.: règles de «.*\n", re.M)  # said by every command: where rules and facts come from
SOURCES = {"page": 'source("exemple", "page 1")', "autre_page": 'source("autre-exemple", "plaquette")'}


class Failure(Exception):
    pass


def blocks(lines):
    """(info string, first line of the content, one past its last) of each fenced block."""
    opened = None
    for number, line in enumerate(lines):
        if not line.startswith("```"):
            continue
        if opened is None:
            opened = number
        else:
            yield lines[opened][3:].strip(), opened + 1, number
            opened = None
    if opened is not None:
        raise Failure(f"line {opened + 1}: this block is never closed")


def uncounted(lines):
    """Without the counts of the whole catalogue that azimut check ends with, which move with every rule; all spaces alike."""
    text = "".join(line + "\n" for line in lines).translate({0xA0: " ", 0x202F: " "})
    return re.sub(r"^\d+ dispositifs? vérifiés?(.*?\.)[^.]*\.$", r"vérifié\1", text, flags=re.M | re.S)


def matches(shown, written):
    """Whether lines with « … » among them are what was written."""
    parts = re.split(r"^…\n", uncounted(shown), flags=re.M)
    return re.fullmatch(r"(?:.*\n)*".join(re.escape(part) for part in parts), uncounted(written)) is not None


def laid_out(kind, text, number):
    """The programme that a condition, or keys, are laid into."""
    used = "".join(f"local {name} = {made}\n" for name, made in SOURCES.items() if re.search(rf"\b{name} [\"{{]", text))
    head = f'return dispositif {{ id = "exemple-{number}", nom = "Exemple", porteurs = {{ "Exemple" }}, '
    if kind == "dispositif":
        conditions = "" if re.search(r"^conditions =", text, re.M) else 'conditions = aucune { infere = "exemple" }, '
        date = "" if re.search(r"^date =", text, re.M) else 'date = "2026-11-21", '
        return f"{used}{head}{conditions}{date}\n{text}}}\n"
    return f'{used}{head}date = "2026-11-21", conditions = tous {{\n{text}}} }}\n'


class Page:
    def __init__(self, program, source, path):
        self.source, self.path = source, path
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().split("\n")
        self.folder = tempfile.mkdtemp(prefix="azimut-page-")
        self.work = os.path.join(self.folder, "work")
        for name in ("rules", "facts", "examples"):
            shutil.copytree(os.path.join(source, name), os.path.join(self.work, name))
        with open(os.path.join(self.work, "facts", "exemples.lua"), "w", encoding="utf-8") as file:
            file.write(DOCUMENTS)
        os.mkdir(os.path.join(self.folder, "bin"))
        os.symlink(os.path.realpath(program), os.path.join(self.folder, "bin", "azimut"))
        self.environment = {**os.environ, "PATH": os.path.join(self.folder, "bin") + os.pathsep + os.environ.get("PATH", "")}
        self.laid, self.failures, self.renewed = [], [], {}

    def close(self):
        shutil.rmtree(self.folder)

    def fail(self, line, what):
        self.failures.append(f"{self.path}:{line + 1}: {what}")

    def run(self, command):
        done = subprocess.run(command, shell=True, cwd=self.work, env=self.environment, text=True, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        return WHERE.sub("", done.stdout)

    def inside(self, path):
        full = os.path.normpath(os.path.join(self.work, path))
        if not full.startswith(self.work + os.sep):
            raise Failure(f"{path} is not inside the copy")
        os.makedirs(os.path.dirname(full), exist_ok=True)
        return full

    def write(self, path, text):
        with open(self.inside(path), "w", encoding="utf-8") as file:
            file.write(text)

    def change(self, start, lines, path):
        before = "".join(line[1:] + "\n" for line in lines if not line.startswith("+"))
        after = "".join(line[1:] + "\n" for line in lines if not line.startswith("-"))
        with open(self.inside(path), encoding="utf-8") as file:
            text = file.read()
        if text.count(before) != 1:
            self.fail(start, f"these lines stand {text.count(before)} times in {path}, not once")
        else:
            self.write(path, text.replace(before, after))

    def console(self, start, lines, may_write):
        """Commands with what each writes."""
        parts = []
        for line in lines:
            if line.startswith("$ "):
                parts.append((line, []))
            elif not parts:
                return self.fail(start, "a console block begins with « $ »")
            else:
                parts[-1][1].append(line)
        renewed = []
        for command, shown in parts:
            written = self.run(command[2:]).rstrip("\n").split("\n")
            written = [] if written == [""] else written
            fixed = "…" not in shown[:-1]
            if not matches(shown, written) and not (may_write and fixed):
                self.fail(start, f"« {command} » writes:\n" + "\n".join(written))
            cut = shown[-1:] == ["…"]
            renewed += [command] + (shown if not fixed else written[:len(shown) - 1] + ["…"] if cut else written)
        self.renewed[start] = renewed

    def step(self, info, start, end, may_write):
        lines = self.lines[start:end]
        text = "".join(line + "\n" for line in lines)
        words = info.split()
        if words[:1] == ["console"]:
            self.console(start, lines, may_write)
        elif len(words) == 3 and words[1] == "fichier":
            self.write(words[2], text)
        elif len(words) == 2 and words[0] == "diff":
            self.change(start, lines, words[1])
        elif words[:1] == ["lua"] and len(words) > 1 and words[1] in ("condition", "dispositif", "refus"):
            self.laid.append((words[1], words[2] if words[1] == "refus" else None, start, text))
        elif words not in ([], ["sh"], ["text"]):
            self.fail(start, f"nobody knows how to run « {info} »")

    def errors(self, folder):
        found = json.loads(self.run(f"azimut check {folder} --facts facts --date 2026-11-21 --format json ") or "{}")
        return [finding for finding in found.get("findings", []) if finding["severity"] == "error"]

    def check_laid(self):
        """Each block stands in a family of its own."""
        if not self.laid:
            return
        shutil.rmtree(self.inside("laid"), ignore_errors=True)
        for number, (kind, _, _, text) in enumerate(self.laid):
            self.write(f"laid/{number}/exemple.lua", laid_out(kind, text, number))
        found = self.errors("laid")
        for number, (_, code, start, _) in enumerate(self.laid):
            own = [finding for finding in found if f"laid/{number}/" in finding["file"]]
            if code and [finding["code"] for finding in own] != [code]:
                self.fail(start, f"expected {code} alone, found {own}")
            for finding in [] if code else own:
                self.fail(start, "{code} {message} ({advice})".format(**{"advice": None, **finding}))

    def check(self, may_write):
        for info, start, end in blocks(self.lines):
            self.step(info, start, end, may_write)
        self.check_laid()
        for finding in self.errors("rules"):
            self.failures.append(f"{self.path}: its files: {finding}")
        if may_write and not self.failures:
            self.save()

    def save(self):
        lines = list(self.lines)
        for _, start, end in reversed(list(blocks(self.lines))):
            if start in self.renewed:
                lines[start:end] = self.renewed[start]
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))


def main(arguments):
    may_write = arguments[:1] == ["--write"]
    program, source, *paths = arguments[may_write:]
    failures, count = [], 0
    for path in paths:
        page = Page(program, source, os.path.join(source, path))
        try:
            page.check(may_write)
            count += len(list(blocks(page.lines)))
        except Failure as failure:
            page.failures.append(f"{path}: {failure}")
        finally:
            page.close()
        failures += page.failures
    if failures and not may_write:
        failures.append("what commands write is renewed by: scripts/generate-docs " + program)
    print("\n".join(failures) or f"{count} blocks of {len(paths)} pages hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
