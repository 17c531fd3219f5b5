#!/usr/bin/env python3
"""azimut batch from outside: its lines, what it counts, and that no interruption harms a result.

    test_batch.py AZIMUT SOURCE"""

import csv
import functools
import hashlib
import io
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

AZIMUT, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
DATE = ["--date", "2026-11-21"]
DONE, RULE_ERRORS, USAGE, NOTHING, REJECTED = range(5)
EXAMPLES = sorted((SOURCE / "examples").glob("*.json"))


def environment(**more):
    return {**os.environ, "LC_ALL": "C.UTF-8", **more}


def run(*arguments, stdin=b"", env=None, **how):
    how = {"stdout": subprocess.PIPE, "input": stdin, **how}
    ended = subprocess.run([AZIMUT, *map(str, arguments)], cwd=SOURCE, stderr=subprocess.PIPE, env=environment(**(env or {})), timeout=300,
                           **how)
    ended.out, ended.err = (ended.stdout or b"").decode(), ended.stderr.decode()
    return ended


def batch(*arguments, **how):
    return run("batch", *arguments, *DATE, **how)


@functools.lru_cache
def members(count, *more):
    made = subprocess.run([sys.executable, SOURCE / "tests" / "bench" / "members.py", str(count), *more], capture_output=True, check=True)
    return made.stdout


def rows(text):
    return [json.loads(line) for line in text.split("\n") if line]


def sums(said):
    """(lues, acceptées, rejetées) of the last line."""
    figures = re.fullmatch(r"(\S+) lues = (\S+) acceptées \+ (\S+) rejetées", said.strip().splitlines()[-1]).groups()
    return tuple(int(figure.replace("\u202f", "")) for figure in figures)


class Folder(unittest.TestCase):
    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.holder.name)
        self.addCleanup(self.holder.cleanup)

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())


class Lines(Folder):
    def test_a_line_says_what_eval_says(self):
        lines = b"".join(json.dumps(json.loads(path.read_bytes())).encode() + b"\n" for path in EXAMPLES)
        ended = batch(stdin=lines)
        self.assertEqual(ended.returncode, DONE, ended.err)
        for path, row in zip(EXAMPLES, rows(ended.out), strict=True):
            one = json.loads(run("eval", path, "--format", "json", *DATE).out)["programmes"]
            self.assertEqual(row["verdicts"], {p["id"]: p["verdict"] for p in one})
            self.assertEqual(list(row["verdicts"]), sorted(row["verdicts"]))
            self.assertEqual(row["under_reserve"], sorted(p["id"] for p in one if p["under_reserve"]))
            self.assertEqual(row["recommendations"], [p["id"] for p in one if p["rank"]])

    def test_explanations_are_those_of_eval(self):
        path = EXAMPLES[0]
        one = {p["id"]: p for p in json.loads(run("eval", path, "--format", "json", *DATE).out)["programmes"]}
        for form, key in (("full", "sentence"), ("short", "summary")):
            row, = rows(batch(path, "--explain", form, "--top", "2", "--verdicts", "none").out)
            self.assertEqual(list(row), ["line", "id", "recommendations", "explanations"])
            self.assertEqual(row["explanations"], {id: one[id][key] for id in row["recommendations"]})
            self.assertEqual(len(row["explanations"]), 2)

    def test_options_choose_what_is_written(self):
        path = self.put("m.jsonl", members(300))
        everything = rows(batch(path).out)
        short = rows(batch(path, "--verdicts", "none", "--top", "2").out)
        self.assertEqual([list(row) for row in short], [["line", "id", "recommendations"]] * 300)
        self.assertEqual([row["recommendations"] for row in short], [row["recommendations"][:2] for row in everything])
        only = rows(batch(path, "--only", "dla", "--only=oasis", "--top", "1").out)
        for row, whole in zip(only, everything, strict=True):
            self.assertEqual(row["verdicts"], {id: whole["verdicts"][id] for id in ("dla", "oasis")})
            self.assertEqual(row["recommendations"], [id for id in whole["recommendations"] if id in ("dla", "oasis")][:1])

    def test_a_list_says_the_same_however_it_is_written(self):
        plain = batch(self.put("m.csv", members(1500, "--csv", "--bad"))).out
        self.assertEqual(len(rows(plain)), 1500)
        for form in ("--excel", "--unicode"):
            other = batch(self.put("m.csv", members(1500, form, "--bad"))).out
            spoilt = [row["line"] for row in rows(other) if "errors" in row]
            self.assertGreater(len(spoilt), 5)
            self.assertEqual([row["line"] for row in rows(plain) if "errors" in row], spoilt)
            self.assertEqual([row for row in rows(plain) if "errors" not in row], [row for row in rows(other) if "errors" not in row])

    def test_where_keeps_the_rows_that_have_the_verdict_and_counts_the_others(self):
        path = self.put("m.jsonl", members(300, "--bad"))
        everything = rows(batch(path).out)
        for verdict, only in (("eligible", ["dla"]), ("under_reserve", []), ("undetermined", ["dla", "oasis"]), ("ineligible", [])):
            ended = batch(path, "--where", verdict, *(f"--only={id}" for id in only))
            key = "under_reserve" if verdict == "under_reserve" else None
            wanted = [row["line"] for row in everything if "errors" in row or
                      (row["under_reserve"] if key else any(v == verdict for id, v in row["verdicts"].items() if not only or id in only))]
            self.assertEqual([row["line"] for row in rows(ended.out)], wanted)
            read, accepted, rejected = sums(ended.err)
            self.assertEqual((read, read), (300, accepted + rejected))
            kept = re.search(r"(\d+) acceptées = (\d+) écrites \+ (\d+) écartées", ended.err)
            self.assertEqual(tuple(map(int, kept.groups())), (accepted, len(wanted) - rejected, 300 - len(wanted)))

    def test_rejected_rows_stand_among_the_others_and_verbatim_aside(self):
        lines = members(400, "--bad").splitlines(keepends=True)
        path, aside = self.put("m.jsonl", b"".join(lines)), self.folder / "rejets.jsonl"
        ended = batch(path, "--rejects", aside)
        self.assertEqual(ended.returncode, REJECTED)
        bad = [row for row in rows(ended.out) if "errors" in row]
        self.assertGreater(len(bad), 2)
        self.assertEqual(aside.read_bytes(), b"".join(lines[row["line"] - 1] for row in bad))
        self.assertEqual({(e["fact"], e["read"]) for row in bad for e in row["errors"]}, {("effectif_salarie", '"douze"')})
        self.assertEqual(list(bad[0]), ["line", "id", "errors"])
        self.assertEqual([row["line"] for row in rows(ended.out)], list(range(1, 401)))
        self.assertEqual(sums(ended.err), (400, 400 - len(bad), len(bad)))
        mended = self.put("mended.jsonl", aside.read_bytes().replace(b'"douze"', b"12"))
        again = batch(mended)
        self.assertEqual((again.returncode, sums(again.err)), (DONE, (len(bad), len(bad), 0)))

    def test_rejected_rows_of_a_table_keep_its_titles(self):
        table = "Titre\r\n\r\nid;Forme juridique;Effectif\r\n1;association;3\r\n2;association;beaucoup\r\n3;scop;4\r\n".encode("cp1252")
        path, aside = self.put("m.csv", table), self.folder / "rejets.csv"
        self.assertEqual(batch(path, "--rejects", aside).returncode, REJECTED)
        self.assertIn(b"2;association;beaucoup", aside.read_bytes())
        mended = self.put("mended.csv", aside.read_bytes().replace(b"beaucoup", b"40"))
        again = batch(mended)
        self.assertEqual((again.returncode, [row["id"] for row in rows(again.out)]), (DONE, ["2"]), again.err)

    def test_several_inputs_are_named(self):
        first, second = self.put("a.jsonl", members(3)), self.put("b.jsonl", members(2, "--seed", "9"))
        ended = batch(first, second)
        self.assertEqual([(row["input"], row["line"]) for row in rows(ended.out)],
                         [(str(first), 1), (str(first), 2), (str(first), 3), (str(second), 1), (str(second), 2)])
        self.assertEqual(ended.err.count("a déjà été lu"), 2) # the same identifiers in both

    def test_repeated_identifiers_are_reported_and_evaluated(self):
        ended = batch(stdin=b'{"id":"A"}\n{"id":"B"}\n{"id":"A"}\n{}\n{}\n')
        self.assertEqual([row["id"] for row in rows(ended.out)], ["A", "B", "A", "ligne-4", "ligne-5"])
        self.assertIn("3: attention AZ565: l’identifiant «\u00a0A\u00a0»", ended.err)
        self.assertEqual(ended.err.count("AZ565"), 1)

    def test_identifiers_are_escaped(self):
        ended = batch(stdin=json.dumps({"id": "a\"\\\u00e9\u2028😀"}).encode() + b"\n")
        self.assertEqual(rows(ended.out)[0]["id"], "a\"\\\u00e9\u2028😀")

    def test_the_table_adds_up(self):
        ended = batch(self.put("m.jsonl", members(500, "--bad")))
        accepted = sums(ended.err)[1]
        counted = [row["verdicts"] for row in rows(ended.out) if "verdicts" in row]
        table = [line.replace("\u202f", "").split() for line in ended.err.splitlines() if re.match(r"[a-z0-9-]+( +[0-9\u202f]+){7}$", line)]
        self.assertEqual(len(table), len(counted[0]))
        for id, eligible, reserve, undetermined, without, ineligible, error, _ in table:
            figures = list(map(int, (eligible, reserve, undetermined, without, ineligible, error)))
            self.assertEqual(sum(figures), accepted)
            self.assertEqual(figures[0] + figures[1], sum(verdicts[id] == "eligible" for verdicts in counted))
            self.assertEqual(figures[2], sum(verdicts[id] == "undetermined" for verdicts in counted))

    def test_need_replaces_the_needs_of_all(self):
        ended = batch("--need", "changement_echelle", stdin=b'{"besoins":["rebondir"],"forme_juridique":"association"}\n')
        same = batch(stdin=b'{"besoins":["changement_echelle"],"forme_juridique":"association"}\n')
        self.assertEqual(ended.out, same.out)

    def test_no_row_at_all(self):
        ended = batch(stdin=b"\n\n")
        self.assertIn(ended.returncode, (DONE, NOTHING))


class Table(Folder):
    def test_a_table_for_a_spreadsheet(self):
        path = self.put("m.jsonl", members(50, "--bad") + b'{"id":"=1+1"}\n{"id":"@x;\\"y\\""}\n')
        out = self.folder / "resultat.csv"
        batch(path, "-o", out)
        raw = out.read_bytes()
        self.assertTrue(raw.startswith("\ufeffligne;identifiant;".encode()))
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))
        table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
        plain = rows(batch(path).out)
        self.assertEqual({len(line) for line in table}, {len(plain[0]["verdicts"]) + 4})
        words = {"eligible": "éligible", "ineligible": "non éligible", "undetermined": "indéterminé", "not_applicable": "sans objet"}
        for line, row in zip(table[1:], plain, strict=True):
            self.assertEqual(int(line[0]), row["line"])
            if "errors" in row:
                self.assertEqual(set(line[2:-1]), {""})
                self.assertIn("douze", line[-1])
                continue
            for cell, (id, verdict) in zip(line[2:], row["verdicts"].items()):
                self.assertEqual(cell, "éligible sous réserve" if id in row["under_reserve"] else words[verdict])
            self.assertEqual(line[-2].count("|") + bool(line[-2]), len(row["recommendations"]))
        self.assertEqual([line[1] for line in table[-2:]], ["'=1+1", "'@x;\"y\""])
        self.assertFalse([cell for line in table for cell in line if re.match(r"\s*[=+@-]", cell)])

    def test_explanations_stay_within_their_row(self):
        out = self.folder / "resultat.csv"
        batch(EXAMPLES[0], "-o", out, "--explain", "full", "--verdicts", "none")
        table = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
        self.assertEqual(len(out.read_bytes().splitlines()), 2)
        self.assertEqual(table[0], ["ligne", "identifiant", "recommandations", "explications", "erreurs"])


class SameBytes(Folder):
    def test_whatever_the_threads_the_locale_the_time_zone(self):
        path = self.put("m.jsonl", members(3000, "--bad"))
        seen = set()
        for number, how in enumerate(({}, {}, {"LC_ALL": "fr_FR.UTF-8"}, {"TZ": "Pacific/Kiritimati"}, {})):
            aside = self.folder / f"rejets-{number}"
            ended = batch(path, "--rejects", aside, "-j", number % 4 + 1, env=how)
            seen.add(hashlib.sha256(ended.stdout + aside.read_bytes() + ended.stderr).hexdigest())
        self.assertEqual(len(seen), 1)


class Interruption(Folder):
    """Each test ends with the result of an undisturbed run."""

    def setUp(self):
        super().setUp()
        self.list = self.put("m.jsonl", members(4000, "--bad"))
        self.whole, self.aside = self.folder / "entier.jsonl", self.folder / "entier.rejets"
        said = batch(self.list, "-o", self.whole, "--rejects", self.aside, "-j1").err
        self.said = re.sub(r"\S*/m\.jsonl", "m.jsonl", said)
        self.out, self.rejects = self.folder / "out.jsonl", self.folder / "out.rejets"
        self.command = [self.list, "-o", self.out, "--rejects", self.rejects]

    def resume(self, *more):
        ended = batch(*self.command, "--resume", *more)
        self.assertEqual(ended.returncode, REJECTED, ended.err)
        self.assertEqual(self.out.read_bytes(), self.whole.read_bytes())
        self.assertEqual(self.rejects.read_bytes(), self.aside.read_bytes())
        self.assertEqual(re.sub(r"\S*/m\.jsonl", "m.jsonl", ended.err), self.said)
        self.assertEqual([name for name in self.names() if ".part" in name], [])

    def killed(self, after, number=signal.SIGKILL):
        running = subprocess.Popen([AZIMUT, "batch", *map(str, self.command), *DATE, "-j2"], cwd=SOURCE, env=environment(),
                                   stderr=subprocess.PIPE)
        time.sleep(after)
        running.send_signal(number)
        running.communicate()
        return running.returncode

    def test_killed_at_random_moments(self):
        rng = random.Random(4)
        for _ in range(12):
            self.killed(rng.uniform(0, 0.25))
            if rng.random() < 0.5:
                self.killed(rng.uniform(0, 0.25))
            self.assertFalse(self.out.exists() and self.out.read_bytes() != self.whole.read_bytes())
            finished = self.out.exists()
            if not finished:
                self.resume(f"-j{rng.randint(1, 2)}")
            for path in (self.out, self.rejects):
                path.unlink(missing_ok=True)

    def stopped_part(self):
        """What a run leaves that had no room: the unfinished result and its note."""
        limit = self.whole.stat().st_size // 2
        ended = batch(*self.command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assertEqual(ended.returncode, NOTHING, ended.err)
        self.assertIn("AZ560", ended.err)
        self.assertIn("--resume", ended.err)
        return self.folder / "out.jsonl.part"

    def test_no_room(self):
        part = self.stopped_part()
        self.assertTrue(self.whole.read_bytes().startswith(part.read_bytes()))
        self.assertTrue(part.read_bytes().endswith(b"\n"))
        note = json.loads((self.folder / "out.jsonl.part.json").read_bytes())
        self.assertEqual(note["rows"], part.read_bytes().count(b"\n"))
        self.assertEqual(note["inputs"][0]["size"], self.list.stat().st_size)
        self.assertRegex(note["inputs"][0]["hash"], "^xxh3:[0-9a-f]{16}$")
        self.resume()

    def test_a_note_alone_is_no_result(self):
        (self.folder / "out.jsonl.part.json").write_text("{}")
        self.resume()

    def test_cut_anywhere(self):
        part, rng = self.stopped_part(), random.Random(5)
        note, whole = (self.folder / "out.jsonl.part.json").read_bytes(), self.whole.read_bytes()
        for cut in [0, 1, len(whole) - 1, len(whole), *(rng.randrange(len(whole)) for _ in range(6))]:
            part.write_bytes(whole[:cut] + rng.choice([b"", b"\0" * 4096, b'{"line":']))
            (self.folder / "out.jsonl.part.json").write_bytes(note)
            self.resume()
            self.out.unlink()

    def test_more_lines_than_the_result_has(self):
        part = self.stopped_part()
        part.write_bytes(self.whole.read_bytes() + b"{}\n")
        ended = batch(*self.command, "--resume")
        self.assertEqual(ended.returncode, NOTHING)
        self.assertIn("AZ572", ended.err)
        self.assertFalse(self.out.exists())

    def test_only_the_same_run_is_resumed(self):
        self.stopped_part()
        for changed in (["--top", "3"], ["--verdicts", "none"], ["--only", "dla"], ["--where", "eligible"], ["--need", "rebondir"],
                        ["--explain", "short"], ["--format", "csv"]):
            ended = batch(*self.command, "--resume", *changed)
            self.assertEqual((ended.returncode, "les options" in ended.err), (USAGE, True), ended.err)
        ended = run("batch", *self.command, "--resume", "--date", "2026-11-22")
        self.assertEqual((ended.returncode, "la date" in ended.err), (USAGE, True), ended.err)
        rules = self.folder / "rules"
        shutil.copytree(SOURCE / "rules", rules)
        dla = rules / "difficulte" / "dla.lua"
        dla.write_bytes(dla.read_bytes() + b"\n")
        ended = batch(*self.command, "--resume", "--rules", rules)
        self.assertEqual((ended.returncode, "les règles" in ended.err), (USAGE, True), ended.err)
        content = self.list.read_bytes()
        self.list.write_bytes(content[:-20] + b" " + content[-19:])
        ended = batch(*self.command, "--resume")
        self.assertEqual((ended.returncode, "le contenu de l’entrée «\u00a0" in ended.err), (USAGE, True), ended.err)
        self.list.write_bytes(content + b"\n")
        ended = batch(*self.command, "--resume")
        self.assertEqual((ended.returncode, "la taille de l’entrée «\u00a0" in ended.err), (USAGE, True), ended.err)
        self.list.write_bytes(content)
        self.resume()

    def test_an_input_written_again_before_it_was_read(self):
        """A killed run knows what it had read, and of the rest the date; a run that stops reads the rest."""
        note = self.stopped_part().with_name("out.jsonl.part.json")
        stopped = json.loads(note.read_bytes())["inputs"][0]
        self.assertEqual((stopped["read"], stopped["mtime"]), (stopped["size"], self.list.stat().st_mtime_ns))
        killed = note.read_bytes().replace(b'"read": %d, "hash": "%s"' % (stopped["read"], stopped["hash"].encode()),
                                           b'"read": 0, "hash": "xxh3:2d06800538d394c2"')
        os.utime(self.list, ns=(0, stopped["mtime"] + 1))
        note.write_bytes(killed)
        ended = batch(*self.command, "--resume")
        self.assertEqual((ended.returncode, "la date de modification de l’entrée «\u00a0" in ended.err), (USAGE, True), ended.err)
        os.utime(self.list, ns=(0, stopped["mtime"]))
        self.resume()

    def test_without_resume_the_unfinished_is_replaced(self):
        self.stopped_part()
        self.assertEqual(batch(*self.command, "--top", "1").returncode, REJECTED)
        self.assertEqual([name for name in self.names() if ".part" in name], [])

    def test_resuming_a_table_and_a_filtered_run(self):
        for more, name in ((["--where", "eligible", "--only", "dla"], "out.jsonl"), ([], "out.csv")):
            whole = self.folder / f"whole-{name}"
            batch(self.list, "-o", whole, *more)
            limit = whole.stat().st_size // 3
            command = [self.list, "-o", self.folder / name, *more]
            ended = batch(*command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.assertEqual(ended.returncode, NOTHING)
            self.assertEqual(batch(*command, "--resume").returncode, REJECTED)
            self.assertEqual((self.folder / name).read_bytes(), whole.read_bytes())

    def test_resuming_explanations(self):
        short = self.put("short.jsonl", b"".join(self.list.read_bytes().splitlines(keepends=True)[:40]))
        whole, out = self.folder / "whole.jsonl", self.folder / "explained.jsonl"
        batch(short, "-o", whole, "--explain", "short", "--top", "1")
        limit = whole.stat().st_size // 2
        command = [short, "-o", out, "--explain", "short", "--top", "1"]
        batch(*command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        part, note = out.with_name(out.name + ".part"), out.with_name(out.name + ".part.json")
        kept = whole.read_bytes()[: whole.stat().st_size // 2]
        self.assertTrue(note.exists())
        part.write_bytes(kept)
        batch(*command, "--resume")
        self.assertEqual(out.read_bytes(), whole.read_bytes())

    def test_nothing_begun_and_everything_done(self):
        self.resume()
        ended = batch(*self.command, "--resume")
        self.assertEqual((ended.returncode, "rien à reprendre" in ended.err), (DONE, True))

    def test_interrupted(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            out = self.folder / "fifo.jsonl"
            running = subprocess.Popen([AZIMUT, "batch", "-", "-o", str(out), *DATE], cwd=SOURCE, env=environment(), stdin=subprocess.PIPE,
                                       stderr=subprocess.PIPE)
            running.stdin.write(self.list.read_bytes()[:100000])
            running.stdin.flush()
            part = out.with_name(out.name + ".part")
            for _ in range(100):
                if part.exists() and part.stat().st_size > 0:
                    break
                time.sleep(0.05)
            running.send_signal(number)
            said = running.stderr.read() # while the input is still open
            running.stdin.close()
            running.stderr.close()
            self.assertEqual((running.wait(), b"AZ568" in said), (NOTHING, True), said.decode())
            self.assertTrue(part.read_bytes().endswith(b"\n"))
            self.assertFalse(out.exists())
            part.unlink()

    def test_standard_streams_cannot_be_resumed(self):
        for command in (["-", "-o", self.out], [self.list, "-o", "-"], [self.list]):
            ended = batch(*command, "--resume")
            self.assertEqual((ended.returncode, "AZ562" in ended.err, ended.out), (USAGE, True, ""))


class Places(Folder):
    def test_an_output_that_is_an_input(self):
        path = self.put("m.jsonl", members(5))
        content = path.read_bytes()
        link, hard, part = self.folder / "lien.jsonl", self.folder / "dur.jsonl", self.folder / "x.jsonl.part"
        link.symlink_to(path)
        os.link(path, hard)
        os.link(path, part)
        for out in (path, link, hard, f"{self.folder}/./m.jsonl", self.folder / "x.jsonl"):
            for where in (["-o", out], ["--rejects", out, "-o", self.folder / "autre"]):
                ended = batch(path, *where)
                self.assertEqual((ended.returncode, "AZ561" in ended.err), (USAGE, True), ended.err)
                self.assertEqual(path.read_bytes(), content)
        ended = batch(path, "-o", self.folder / "r", "--rejects", self.folder / "r")
        self.assertEqual((ended.returncode, "AZ561" in ended.err), (USAGE, True), ended.err)

    def test_standard_output_that_is_an_input(self):
        path = self.put("m.jsonl", members(5))
        content = path.read_bytes()
        with path.open("ab") as out:
            ended = batch(path, stdout=out)
        self.assertEqual((ended.returncode, "AZ561" in ended.err, path.read_bytes()), (USAGE, True, content))

    def test_an_older_result_stands_until_the_new_one_is_whole(self):
        path, old = self.put("m.jsonl", members(2000)), self.put("out.jsonl", "ancien\n")
        ended = batch(path, "-o", old, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)))
        self.assertEqual((ended.returncode, old.read_bytes()), (NOTHING, b"ancien\n"))
        self.assertEqual(batch(self.folder / "absent.jsonl", "-o", old).returncode, NOTHING)
        self.assertEqual(old.read_bytes(), b"ancien\n")
        self.assertEqual(batch(path, "-o", old).returncode, DONE)
        self.assertEqual(len(old.read_bytes().splitlines()), 2000)

    def test_a_result_through_a_link_takes_the_place_of_what_it_leads_to(self):
        path, real = self.put("m.jsonl", members(3)), self.put("real.jsonl", "ancien\n")
        link = self.folder / "link.jsonl"
        link.symlink_to("real.jsonl")
        batch(path, "-o", link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(len(real.read_bytes().splitlines()), 3)

    def test_places_that_cannot_be_written(self):
        path = self.put("m.jsonl", members(3))
        for out, says in ((self.folder, "dossier"), (self.folder / "absent" / "out.jsonl", "n’existe pas"), ("/dev/full", "plein"),
                          (path / "x", "n’est pas un dossier")):
            ended = batch(path, "-o", out)
            self.assertEqual((ended.returncode, says in ended.err), (NOTHING, True), ended.err)
        self.assertEqual(self.names(), ["m.jsonl"])

    def test_devices_and_pipes_are_written_straight(self):
        path, fifo = self.put("m.jsonl", members(200)), self.folder / "tube"
        self.assertEqual(batch(path, "-o", "/dev/null").returncode, DONE)
        os.mkfifo(fifo)
        got = []
        reader = threading.Thread(target=lambda: got.append(fifo.read_bytes()))
        reader.start()
        self.assertEqual(batch(path, "-o", fifo).returncode, DONE)
        reader.join()
        self.assertEqual(got[0], batch(path).stdout)

    def test_a_pipe_as_input(self):
        content, fifo = members(200), self.folder / "tube"
        os.mkfifo(fifo)
        writer = threading.Thread(target=lambda: fifo.write_bytes(content))
        writer.start()
        ended = batch(fifo)
        writer.join()
        self.assertEqual(ended.out, batch(stdin=content).out)
        self.assertEqual(len(ended.out.splitlines()), 200)

    def test_unreadable_inputs_are_all_told_before_anything_is_read(self):
        ended = batch(self.folder / "a.jsonl", self.folder, "-o", self.folder / "out")
        self.assertEqual(ended.returncode, NOTHING)
        self.assertEqual(ended.err.count("AZ001"), 2)
        self.assertEqual(self.names(), [])


class Filter(Folder):
    def test_it_answers_while_its_input_waits(self):
        running = subprocess.Popen([AZIMUT, "batch", "--verdicts", "none", *DATE], cwd=SOURCE, env=environment(), stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for number in range(3):
            running.stdin.write(b'{"id":"%d"}\n' % number)
            running.stdin.flush()
            self.assertEqual(json.loads(running.stdout.readline())["id"], str(number))
        running.stdin.close()
        self.assertEqual(running.stdout.read(), b"")
        running.stdout.close()
        self.assertEqual(running.wait(), DONE)

    def test_outputs_that_take_nothing(self):
        content = members(3000)
        with open("/dev/full", "wb") as full:
            ended = batch(stdin=content, stdout=full)
        self.assertEqual((ended.returncode, "plein" in ended.err), (NOTHING, True))
        reading, writing = os.pipe()
        os.close(reading)
        ended = batch(stdin=content, stdout=writing)
        os.close(writing)
        self.assertEqual((ended.returncode, "plus personne ne lit" in ended.err), (NOTHING, True))


class Usage(Folder):
    def test_bad_command_lines(self):
        path = self.put("m.jsonl", members(1))
        for arguments, says in ((["--top", "0"], "--top"), (["-j", "x"], "--threads"), (["--only", "dal"], "dispositif inconnu"),
                                (["--where", "eligibles"], "--where"), (["--format", "xls"], "--format"), (["-x"], "deux tirets"),
                                (["--explain"], "attend une valeur"), (["--need", "rien"], "besoin inconnu"), (["-o"], "attend une valeur"),
                                (["--date", "2026-02-30"], "--date"), (["--verdicts", "some"], "--verdicts"), (["--outptu", "x"], "--output")):
            ended = run("batch", path, *arguments)
            self.assertEqual((ended.returncode, ended.out), (USAGE, ""), arguments)
            self.assertIn(says, ended.err)

    def test_help(self):
        ended = run("batch", "--help")
        self.assertEqual((ended.returncode, ended.err), (DONE, ""))
        self.assertLessEqual(max(map(len, ended.out.splitlines())), 80)

    def test_letters(self):
        path, out = self.put("m.jsonl", members(3)), self.folder / "out"
        self.assertEqual(batch(path, f"-o{out}", "-j2").returncode, DONE)
        self.assertEqual(out.read_bytes(), batch(path, "--threads=1").stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
