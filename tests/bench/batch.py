#!/usr/bin/env python3
"""What a batch costs, in ratios of runs that take turns: against cJSON parsing and freeing the same lines, two threads against two
processes, ten thousand programmes against those of rules/, a table against JSON lines, explanations against bare verdicts; the phases
apart; the peak of memory.

    batch.py BUILD [MEMBERS [ROUNDS]]        (BUILD: a release build with tests)

Asserts nothing about time. DuckDB: see duckdb.py."""

import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from run import SOURCE, generate # noqa: E402

DATE = ["--date", "2026-11-21"]
MANY = 10000 # programmes
SAMPLE = 5000 # members for what is slow


def forget(command):
    """Removes the result of an earlier run: to free it would be counted with the next run, and lists give results of all sizes."""
    if "-o" in command:
        pathlib.Path(command[command.index("-o") + 1]).unlink(missing_ok=True)


def measure(command):
    """Seconds."""
    forget(command)
    start = time.perf_counter()
    ended = subprocess.run(list(map(str, command)), cwd=SOURCE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if ended.returncode not in (0, 1, 4):
        sys.exit(f"{ended.returncode}: {' '.join(map(str, command))}")
    return time.perf_counter() - start


def peak(command):
    """The peak of memory, as GNU time says it: a child of this program would begin with the memory of Python."""
    if not shutil.which("time"):
        return "? MB"
    said = subprocess.run(["time", "-f", "%M", *map(str, command)], cwd=SOURCE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
    return f"{int(said.split()[-1]) / 1024:.0f} MB"


def side_by_side(commands):
    for command in commands:
        forget(command)
    start = time.perf_counter()
    running = [subprocess.Popen(list(map(str, command)), cwd=SOURCE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
               for command in commands]
    for process in running:
        process.wait()
    return time.perf_counter() - start


def take_turns(rounds, trials):
    """The median of each of several trials, run one after the other, round after round."""
    times = {name: [] for name in trials}
    for _ in range(rounds):
        for name, trial in trials.items():
            times[name].append(trial())
    return {name: statistics.median(values) for name, values in times.items()}


class Bench:
    def __init__(self, build, folder, count):
        self.build, self.folder, self.count = build, folder, count
        self.list, self.table = self.members("m.jsonl", count), self.members("m.csv", count, "--csv")
        self.excel, self.unicode = self.members("excel.csv", count, "--excel"), self.members("unicode.csv", count, "--unicode")
        lines = self.list.read_bytes().splitlines(keepends=True)
        self.halves = [self.put(f"half-{i}.jsonl", lines[i * count // 2 : (i + 1) * count // 2]) for i in (0, 1)]
        self.sample = self.put("sample.jsonl", lines[:SAMPLE])
        self.bytes = sum(map(len, lines)) / count

    def put(self, name, lines):
        path = self.folder / name
        path.write_bytes(b"".join(lines))
        return path

    def members(self, name, count, *more):
        path = self.folder / name
        with path.open("wb") as out:
            subprocess.run([sys.executable, SOURCE / "tests" / "bench" / "members.py", str(count), *more], stdout=out, check=True)
        return path

    def batch(self, path, *more, out="out.jsonl"):
        return [self.build / "bin" / "azimut", "batch", path, "-o", self.folder / out, *DATE, *more]

    def cjson(self):
        printed = subprocess.run([self.build / "tests" / "bench_cjson", self.list], capture_output=True, check=True).stdout
        return float(printed.split()[0]) / 1000

    def against_cjson(self, rounds):
        times = take_turns(rounds, {
            "cjson": self.cjson,
            "none": lambda: measure(self.batch(self.list, "-j1", "--verdicts", "none")),
            "all": lambda: measure(self.batch(self.list, "-j1")),
            "table": lambda: measure(self.batch(self.table, "-j1")),
            "excel": lambda: measure(self.batch(self.excel, "-j1")),
            "unicode": lambda: measure(self.batch(self.unicode, "-j1")),
            "two threads": lambda: measure(self.batch(self.list, "-j2")),
            "two processes": lambda: side_by_side([self.batch(half, "-j1", out=f"out-{i}") for i, half in enumerate(self.halves)]),
        })
        each = {name: value / self.count * 1e6 for name, value in times.items()}
        print(f"{self.count} structures of {self.bytes:.0f} bytes, median of {rounds} rounds in turn, microseconds a structure")
        print(f"  cJSON, parse and free    {each['cjson']:7.2f}")
        print(f"  --verdicts none          {each['none']:7.2f}   {each['none'] / each['cjson']:.2f} of cJSON")
        print(f"  full lines               {each['all']:7.2f}   {each['all'] / each['cjson']:.2f} of cJSON")
        print(f"  full lines from CSV      {each['table']:7.2f}   {each['table'] / each['all']:.2f} of JSON lines")
        print(f"    in a French writing    {each['excel']:7.2f}   {each['excel'] / each['all']:.2f} (Windows-1252, « 1 200,50 € », 12/03/2019, quotes)")
        print(f"    the same in UTF-16     {each['unicode']:7.2f}   {each['unicode'] / each['all']:.2f}")
        print(f"  -j2                      {each['two threads']:7.2f}   {times['two threads'] / times['two processes']:.2f} of two processes on "
              f"halves ({each['two processes']:.2f})")

    def against_bare(self, rounds):
        times = take_turns(rounds, {explain: lambda explain=explain: measure(self.batch(self.sample, "-j1", "--explain", explain))
                                    for explain in ("none", "short", "full")})
        for explain in ("short", "full"):
            print(f"  --explain {explain:5}          {times[explain] / SAMPLE * 1e6:7.2f}   {times[explain] / times['none']:.1f} of none "
                  f"({SAMPLE} structures, loading the rules included)")

    def many_programmes(self, rounds):
        rules = self.folder / "rules"
        generate(rules, MANY)
        small = self.put("one.jsonl", self.sample.read_bytes().splitlines(keepends=True)[:1])
        few = ["-j1", "--verdicts", "none", "--top", "5"]
        many = [*few, "--rules", rules, "--facts", SOURCE / "facts"]
        times = take_turns(min(rounds, 3), {
            (name, size): lambda options=options, path=path: measure(self.batch(path, *options))
            for name, options in (("few", few), ("many", many)) for size, path in (("all", self.sample), ("one", small))})
        each = {name: (times[name, "all"] - times[name, "one"]) / SAMPLE * 1e6 for name in ("few", "many")}
        print(f"  {MANY} programmes, top 5 {each['many']:7.2f}   {each['many'] / each['few']:.1f} of {each['few']:.2f} (loading left out)")
        print(f"  peak of memory: {peak(self.batch(self.list, '-j1'))} with one thread, {peak(self.batch(self.list, '-j2'))} with two, "
              f"{peak(self.batch(self.sample, *many))} with {MANY} programmes")

    def phases(self):
        for verdicts in ("none", "all"):
            print(f"phases, verdicts {verdicts}:")
            subprocess.run([self.build / "tests" / "bench_batch", "rules", "facts", DATE[1], self.list, verdicts], cwd=SOURCE, check=True)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    count, rounds = (int(sys.argv[i]) if len(sys.argv) > i else default for i, default in ((2, 100000), (3, 5)))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(build, pathlib.Path(folder), count)
        bench.against_cjson(rounds)
        bench.against_bare(rounds)
        bench.many_programmes(rounds)
        bench.phases()


if __name__ == "__main__":
    main()
