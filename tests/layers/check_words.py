#!/usr/bin/env python3
"""Are the words and keys that the loader takes those that engine/analyse/annotations.lua describes?

    check_words.py SOURCE

A word or key that one side has and the other has not is an error: editors and docs/langage.md would be wrong about it."""

import pathlib
import re
import sys

STRING = re.compile(r'"([a-z_]+)"')
# Lists of keys in the sources of the loader, and the macros that several share.
LISTS = re.compile(r"\*const (?:\w*keys|kinds)\[\]\s*=\s*\{(.*?)\}|\*const keys\[\]\s*=\s*\{(.*?)\}|#define \w*KEYS\s*(.*?[^\\])\n", re.S)
BOUNDS = re.compile(r'^    \{"(\w+)", (?:true|false), (?:true|false)\},$', re.M)
MODALITIES = re.compile(r"azimut\.Modalites\n(.*?)\n\n", re.S)
# Values, not keys: the loader lists them in the same way.
NOT_KEYS = {"forte", "possible"}


def loader(folder):
    words, keys = set(), set()
    for path in sorted(folder.glob("*.[ch]")):
        text = path.read_text(encoding="utf-8")
        words.update(re.findall(r'^    \{"(\w+)", word_\w+\},$', text, re.M))
        for match in LISTS.finditer(text):
            if "ranking_keys" not in match.group(0):
                keys.update(STRING.findall(" ".join(group or "" for group in match.groups())))
        keys.update(BOUNDS.findall(text))
    answers = re.search(r"answer_words\[\] = \{(.*?)\}", (folder / "words_values.c").read_text(encoding="utf-8"))
    return words | set(STRING.findall(answers.group(1))) | {"metropole"}, keys


def described(path):
    text = path.read_text(encoding="utf-8")
    words = set(re.findall(r"^(?:function )?(\w+)(?:\(.*\) end| = nil)$", text, re.M))
    fields = set(re.findall(r"^---@field (\w+)\??\s", text, re.M))
    return words, fields - set(re.findall(r"---@field (\w+)", MODALITIES.search(text).group(1)))


def main():
    source = pathlib.Path(sys.argv[1])
    taken, told = loader(source / "engine" / "rules"), described(source / "engine" / "analyse" / "annotations.lua")
    failures = 0
    for kind, ours, theirs in zip(("word", "key"), taken, told):
        ours, theirs = ours - NOT_KEYS, theirs - NOT_KEYS
        if len(ours) < 20:
            sys.exit(f"only {len(ours)} {kind}s found in the loader: this test no longer reads it")
        for name in sorted(ours ^ theirs):
            failures += 1
            side = "annotations.lua does not describe" if name in ours else "the loader does not take"
            print(f"{side} the {kind} « {name} »")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
