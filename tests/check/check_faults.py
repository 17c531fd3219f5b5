#!/usr/bin/env python3
"""Each file beside this one holds one fault, or none: `azimut check` must find that fault on its line, with an advice, and no
other. The first line says which: `-- attendu: AZ712 ligne 8: fragment of the message` (or `ligne 8:5`, with the column), or
`-- attendu: rien`.

    check_faults.py AZIMUT SOURCE"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

AZIMUT, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
EXPECTED = re.compile(r"-- attendu: (?:rien|(AZ\d{3}) ligne (\d+)(?::(\d+))?:(.*))$")


def found_in(file):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(file, folder)
        ended = subprocess.run([AZIMUT, "check", folder, "--facts", SOURCE / "facts", "--date", "2026-11-21", "--format", "json"],
                               capture_output=True, check=False)
        return json.loads(ended.stdout)["findings"], ended.returncode


SHOWN = ("AZ720", "AZ721", "AZ722", "AZ723", "AZ730", "AZ732")


def unshown(finding, file):
    """Some findings come with a structure that shows them; of a set of departements the seat shows nothing."""
    wanted = finding["code"] in SHOWN and "implantation" not in file.name
    return wanted and not (finding["example"] and json.loads(finding["facts"] or "{}"))


def wrong_with(file):
    expected = EXPECTED.match(file.read_text(encoding="utf-8").splitlines()[0])
    if not expected:
        return "the first line is not « -- attendu: … »"
    code, line, column, fragment = expected.groups()
    findings, exit_code = found_in(file)
    here = [finding for finding in findings if (finding["file"] or "").endswith(file.name)]
    told = [finding for finding in here if finding["severity"] != "note" or finding["code"] == code]
    right = [finding for finding in told
             if finding["code"] == code and finding["line"] == int(line)
             and column in (None, str(finding["column"])) and fragment.strip() in finding["message"]]
    if exit_code != int(any(finding["severity"] == "error" for finding in findings)):
        return f"exit code {exit_code}"
    if any(unshown(finding, file) for finding in here):
        return "a finding without its structure"
    if len(told) == len(right) == (1 if code else 0) and all(finding["advice"] for finding in right):
        return None
    return "\n".join(f"  {finding['line']}:{finding['column']}: {finding['code']} {finding['message']}" for finding in told) or "  nothing"


def main():
    files = sorted(pathlib.Path(__file__).parent.glob("*.lua"))
    wrong = {file.name: wrong_with(file) for file in files}
    for name, what in wrong.items():
        if what:
            print(f"{name}: {(pathlib.Path(__file__).parent / name).read_text(encoding='utf-8').splitlines()[0]}\n{what}")
    faults = sum(1 for file in files if not file.name.startswith("sain-"))
    print(f"{len(files)} files, {faults} with a fault, {sum(map(bool, wrong.values()))} wrong")
    return any(wrong.values()) or faults < 60 or len(files) - faults < 20


if __name__ == "__main__":
    sys.exit(main())
