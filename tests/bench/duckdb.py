#!/usr/bin/env python3
"""One SQL query of DuckDB against `azimut batch`, over the same file of members and the same rules, one thread each.

    duckdb.py LIBDUCKDB.SO AZIMUT MEMBERS.jsonl [ROUNDS]

The query (sql.lua) gives a verdict and a relevance per programme, and writes them to a file; ranges, exact settling, ranking and the
refusal of bad values are left out of it, in DuckDB's favour. Prints the verdicts of each side that are firm and differ, and the
medians. Asserts nothing about time."""

import ctypes
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DATE = "2026-11-21"
SQL_TYPES = {"booleen": "BOOLEAN", "ensemble": "VARCHAR[]"}
CASTS = {"entier": "DOUBLE", "nombre": "DOUBLE", "euros": "DOUBLE", "date": "DATE"}


class Result(ctypes.Structure):
    _fields_ = [("private", ctypes.c_void_p * 6)]


class Database:
    """As much of DuckDB's C interface as running a statement takes."""

    def __init__(self, library):
        self.library = ctypes.CDLL(library)
        self.library.duckdb_result_error.restype = ctypes.c_char_p
        database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        assert self.library.duckdb_open(None, ctypes.byref(database)) == 0
        assert self.library.duckdb_connect(database, ctypes.byref(self.connection)) == 0

    def run(self, statement):
        result = Result()
        if self.library.duckdb_query(self.connection, statement.encode(), ctypes.byref(result)) != 0:
            sys.exit(f"{self.library.duckdb_result_error(ctypes.byref(result)).decode()}\n{statement[:300]}")
        self.library.duckdb_destroy_result(ctypes.byref(result))


def facts():
    text = (SOURCE / "facts" / "vocabulaire.lua").read_text(encoding="utf-8")
    return re.findall(r'^fait "(\w+)" \{\s*type = "(\w+)"', text, re.M)


def territory(database):
    database.run("create table places (level varchar, code varchar, name varchar)")
    database.run("create table departements (code varchar, name varchar, region varchar, region_name varchar)")
    regions = {}
    for line in (SOURCE / "facts" / "territoires.txt").read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split("\t")
        level = {"R": "regions", "D": "departements", "E": "epci"}.get(kind)
        if not level:
            continue
        code, name = fields[0], fields[1].replace("’", "'").replace("'", "''")
        database.run(f"insert into places values ('{level}', '{code}', '{name}')")
        if kind == "R":
            regions[code] = name
        if kind == "D":
            database.run(f"insert into departements values ('{code}', '{name}', '{fields[3]}', '{regions.get(fields[3], '')}')")


def query(members):
    files = sorted((SOURCE / "rules").glob("*/*.lua"))
    command = ["lua5.4", SOURCE / "tests" / "bench" / "sql.lua", DATE, SOURCE / "facts" / "vocabulaire.lua", *files]
    select = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    columns = ", ".join(f"'{name}': '{SQL_TYPES.get(kind, 'VARCHAR')}'" for name, kind in facts())
    read = f"read_json('{members}', format = 'newline_delimited', columns = {{{columns}}})"
    casts = ", ".join(f"try_cast({name} as {CASTS[kind]}) as {name}" for name, kind in facts() if kind in CASTS)
    place = "coalesce(region, (select region from departements d where d.code = departement)) as region"
    return select.replace("from members)", f"from (select * replace ({casts}, {place}) from {read}))")


def firm_differences(ours, theirs):
    """Firm answers of theirs that ours contradicts: the two sides must have answered the same question."""
    count = differ = 0
    with open(ours, encoding="utf-8") as left, open(theirs, encoding="utf-8") as right:
        for line, other in zip(left, right):
            verdicts, row = json.loads(line).get("verdicts"), json.loads(other)
            for programme, verdict in (verdicts or {}).items():
                count += 1
                firm = {"eligible", "ineligible"}
                differ += verdict in firm and row[programme] in firm and verdict != row[programme]
    return count, differ


def main():
    library, azimut, members = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    database = Database(library)
    database.run("set threads = 1")
    territory(database)
    statement = query(members)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = pathlib.Path(folder) / "ours.jsonl", pathlib.Path(folder) / "theirs.jsonl"
        times = {"duckdb": [], "azimut": []}
        for _ in range(rounds):
            start = time.perf_counter()
            database.run(f"copy ({statement}) to '{theirs}' (format json)")
            times["duckdb"].append(time.perf_counter() - start)
            start = time.perf_counter()
            command = [azimut, "batch", members, "-o", ours, "-j", "1", "--date", DATE]
            subprocess.run(command, cwd=SOURCE, stderr=subprocess.DEVNULL, check=False)
            times["azimut"].append(time.perf_counter() - start)
        count, differ = firm_differences(ours, theirs)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"verdicts compared: {count}; firm and different: {differ}")
    print(f"duckdb {medians['duckdb']:.2f} s; azimut {medians['azimut']:.2f} s; ratio {medians['duckdb'] / medians['azimut']:.2f}")


if __name__ == "__main__":
    main()
