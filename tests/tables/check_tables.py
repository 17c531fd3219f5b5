#!/usr/bin/env python3
"""check_tables.py SOURCE: facts/territoires/ is whole: each table has the rows and the digest that the list and its first line say,
sorted, and what one table names exists in the others."""

import hashlib
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1]) / "facts" / "territoires"
FIELDS = {"communes.tsv": 4, "codes-postaux.tsv": 2, "epci.tsv": 4}


def read(name, rows, digest):
    head, body = (FOLDER / name).read_bytes().split(b"\n", 1)
    assert head.decode() == f"#\t{name}\t{rows}\t{digest}", f"{name}: first line"
    assert hashlib.sha256(body).hexdigest() == digest, f"{name}: digest"
    lines = body.decode().splitlines()
    table = [line.split("\t") for line in lines]
    assert len(table) == int(rows), f"{name}: rows"
    assert all(len(row) == FIELDS[name] and all(row) for row in table), f"{name}: fields"
    keys = [row[0] for row in table]
    assert keys == sorted(set(keys)), f"{name}: order"
    return {row[0]: row[1:] for row in table}


def main():
    listed = [line.split("\t")[1:] for line in (FOLDER / "tables.txt").read_text(encoding="utf-8").splitlines() if line.startswith("T\t")]
    tables = {name: read(name, rows, digest) for name, rows, digest in listed}
    assert set(tables) == set(FIELDS) == {path.name for path in FOLDER.glob("*.tsv")}
    communes, postal, epci = (tables[name] for name in FIELDS)
    present = {code for code, row in communes.items() if row[1] not in "=+"}
    for code, (_, group, where) in communes.items():
        if code in present:
            assert group == "-" or group in epci, code
            assert where == "-" or all(code in postal[one][0].split(",") for one in where.split(",")), code
        else:
            assert where in present, code
    assert all(set(row[0].split(",")) <= present for row in postal.values())
    assert all(row[2] == "-" or row[2] in epci for row in epci.values())
    print(f"{len(present)} communes, {len(communes) - len(present)} other codes, {len(postal)} postal codes, {len(epci)} EPCI")


main()
