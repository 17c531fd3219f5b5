"""Every finding's code stands in docs/messages.md, and every code there is given by some finding.

Usage: check_codes.py PROJECT"""
import pathlib
import re
import sys

project = pathlib.Path(sys.argv[1])
given = set()
for path in project.glob("engine/**/*.c"):
    given |= set(re.findall(r'"(AZ\d{3})"', path.read_text(encoding="utf-8")))
explained = re.findall(r"^\| (AZ\d{3}) \|", (project / "docs/messages.md").read_text(encoding="utf-8"), re.MULTILINE)
wrong = [f"{code}: given, but docs/messages.md does not explain it" for code in sorted(given - set(explained))]
wrong += [f"{code}: in docs/messages.md, but nothing gives it" for code in sorted(set(explained) - given)]
wrong += [f"{code}: explained twice" for code in sorted({code for code in explained if explained.count(code) > 1})]
print("\n".join(wrong) or f"{len(given)} codes, all explained")
sys.exit(bool(wrong) or not given)
