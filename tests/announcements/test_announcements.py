#!/usr/bin/env python3
"""What `changes` announces, from outside: laid over the input and evaluated on the day it gives the verdict announced, and not on the
day before; the dates that a reader of the documents expects are there; nothing absurd is advised. Situations of one day are
evaluated together, as the rows of one `azimut batch`.

    test_announcements.py AZIMUT SOURCE"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

AZIMUT, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
TODAY = "2026-11-21"

# What a structure may be advised to obtain or to decide. All else is what it is, where it is, or what would harm it.
ADVISABLE = {"agrement_esus", "effectif_salarie", "etp", "premier_emploi_prevu", "disponibilite_jours_mois"}
NEVER = {
    "id", "nom", "siren", "siret", "categorie_juridique", "forme_juridique", "est_ess", "siae", "fonds_operateur", "date_creation",
    "commune", "code_postal", "departement", "region", "epci", "implantations", "en_qpv", "dirigeant_reside_qpv", "zone_rurale",
    "en_zrr", "thematiques", "dirigeante_femme", "beneficiaires", "budget_annuel", "chiffre_affaires", "besoins", "difficultes",
    "cessation_paiements", "date_cessation_paiements", "date_impasse_tresorerie", "procedure_collective", "dettes_fiscales_sociales",
    "probleme_bancaire", "differend_contractuel", "modele_economique", "public_fragile", "agrement_esus_en_cours",
}  # fmt: skip


def run(*arguments, stdin=""):
    ended = subprocess.run([AZIMUT, *arguments], cwd=SOURCE, input=stdin.encode(), capture_output=True, timeout=120)
    assert ended.returncode in (0, 1), ended.stderr.decode()
    return ended.stdout.decode()


def cases():
    """Name, facts and date of every structure of the repository."""
    for path in sorted((SOURCE / "examples").glob("*.json")):
        yield path.stem, json.loads(path.read_text()), TODAY
    for path in sorted((SOURCE / "tests" / "cases").rglob("*.json")):
        read = json.loads(path.read_text())
        for case in read if isinstance(read, list) else [read]:
            yield f"{path.stem}: {case['cas']}", case["faits"], case.get("date", TODAY)


def programmes(facts, date):
    return json.loads(run("eval", "-", "--date", date, "--format", "json", stdin=json.dumps(facts)))["programmes"]


def verdicts(date, rows):
    """The verdicts of many structures on one day, by one run."""
    with tempfile.TemporaryDirectory() as folder:
        listed, out = pathlib.Path(folder) / "in.jsonl", pathlib.Path(folder) / "out.jsonl"
        listed.write_text("".join(json.dumps({**facts, "id": str(i)}) + "\n" for i, facts in enumerate(rows)))
        run("batch", str(listed), "-o", str(out), "--date", date)
        return [json.loads(line)["verdicts"] for line in out.read_text().splitlines()]


class Announcements(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.told = [(name, facts, date, p, c) for name, facts, date in cases() for p in programmes(facts, date) for c in p["changes"]]

    def test_each_holds_from_its_day_and_not_before(self):
        asked = {}
        for name, facts, date, programme, change in self.told:
            laid = {**facts, **change["facts"]}
            day = change["from"] or date
            asked.setdefault(day, []).append((laid, name, programme["id"], change["verdict"], True))
            if not change["from"]:
                self.assertTrue(change["facts"], f"{name}, {programme['id']}: neither a day nor a fact")
                asked[day].append((facts, name, programme["id"], change["verdict"], False))
                continue
            eve = str(datetime.date.fromisoformat(day) - datetime.timedelta(days=1))
            asked.setdefault(eve, []).append((laid, name, programme["id"], change["verdict"], False))
        for day, rows in asked.items():
            for (_, name, programme, verdict, wanted), got in zip(rows, verdicts(day, [row[0] for row in rows]), strict=True):
                self.assertEqual(got[programme] == verdict, wanted, f"{name}, {programme}, {day}: {verdict}")
        self.assertGreater(len(self.told), 60)

    def test_no_absurd_advice(self):
        for name, _, _, programme, change in self.told:
            self.assertFalse(set(change["facts"]) & NEVER, f"{name}, {programme['id']}: {change['text']}")
            self.assertLessEqual(set(change["facts"]), ADVISABLE, f"{name}, {programme['id']}: {change['text']}")

    def test_a_number_stays_within_reach(self):
        for name, facts, _, programme, change in self.told:
            for fact, value in change["facts"].items():
                if fact == "effectif_salarie":
                    self.assertLessEqual(value - facts[fact], 2, f"{name}, {programme['id']}: {change['text']}")

    def test_the_dates_that_the_documents_give(self):
        cells = json.loads((SOURCE / "tests" / "announcements" / "dates.json").read_text())
        self.assertGreaterEqual(len(cells), 25)
        for cell in cells:
            facts = cell["faits"] if "faits" in cell else json.loads((SOURCE / cell["structure"]).read_text())
            told = {p["id"]: p["changes"] for p in programmes(facts.get("faits", facts), cell.get("date", TODAY))}[cell["dispositif"]]
            wanted = (cell["le"], cell["verdict"], sorted(cell.get("avec", [])))
            given = [(change["from"], change["verdict"], sorted(change["facts"])) for change in told]
            self.assertIn(wanted, given, f"{cell['dispositif']}: {cell['parce que']}")
            text = told[given.index(wanted)]["text"]
            self.assertIn(cell.get("dit", ""), text.replace("\u00a0", " "), cell["dispositif"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
