#!/usr/bin/env python3
"""The program from outside: exit codes, what goes where, closed and full outputs, terminals.

    test_command_line.py AZIMUT SOURCE"""

import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from xml.etree import ElementTree

AZIMUT, SOURCE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
STRUCTURE = SOURCE / "examples" / "ateliers-de-la-deule.json"
DATE = ["--date", "2026-11-21"]
DONE, RULE_ERRORS, USAGE, NOTHING = 0, 1, 2, 3


def azimut(*arguments, cwd=SOURCE, stdin="", env=None, **how):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
    how = {"stdout": subprocess.PIPE, "input": stdin.encode() if isinstance(stdin, str) else stdin, **how}
    ended = subprocess.run([AZIMUT, *map(str, arguments)], cwd=cwd, stderr=subprocess.PIPE, env=environment, timeout=120, **how)
    ended.out = (ended.stdout or b"").decode()
    ended.err = ended.stderr.decode()
    return ended


def shell(command, **how):
    """Runs `command` with $AZIMUT set: for what only a shell can close."""
    environment = {**os.environ, "AZIMUT": str(AZIMUT)}
    ended = subprocess.run(["sh", "-c", command], cwd=SOURCE, env=environment, capture_output=True, timeout=120, **how)
    return ended.returncode, ended.stderr.decode()


def faults(root, schema, value, where):
    """What in `value` does not follow a schema, for the few keywords that ours use."""
    types = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int, "number": (int, float)}
    if "$ref" in schema:
        file = schema["$ref"].split("#")[0]
        root = json.loads((SOURCE / "docs" / file).read_text()) if file else root
        yield from faults(root, root["definitions"][schema["$ref"].rsplit("/", 1)[1]], value, where)
        return
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, types[name]) for name in wanted):
        yield f"{where}: {value!r} is not {wanted}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is not allowed"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not match"
    if isinstance(value, dict) and "properties" in schema:
        if set(schema["required"]) != set(schema["properties"]) or set(value) != set(schema["properties"]):
            yield f"{where}: keys {sorted(set(value) ^ set(schema['properties']))}"
        for key in set(value) & set(schema["properties"]):
            yield from faults(root, schema["properties"][key], value[key], f"{where}/{key}")
    for i, item in enumerate(value if isinstance(value, list) and "items" in schema else []):
        yield from faults(root, schema["items"], item, f"{where}/{i}")


def on_terminal(env, *arguments):
    """What the program writes when standard output is a terminal."""
    written = []
    try:
        child, terminal = pty.fork()
    except OSError as error:
        raise unittest.SkipTest(f"this machine gives no terminals: {error}") from error
    if child == 0:
        os.chdir(SOURCE)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 2)
        os.execve(AZIMUT, [str(AZIMUT), *map(str, arguments)], {**os.environ, "TERM": "xterm", **env})
    while True:
        try:
            some = os.read(terminal, 65536)
        except OSError:
            break
        if not some:
            break
        written.append(some)
    os.waitpid(child, 0)
    os.close(terminal)
    return b"".join(written).decode()


class Usage(unittest.TestCase):
    def refused(self, *arguments, says):
        ended = azimut(*arguments)
        self.assertEqual(ended.returncode, USAGE, ended.err)
        self.assertEqual(ended.out, "")
        self.assertIn(says, ended.err)

    def test_help_and_version(self):
        for arguments in (["--help"], ["eval", "--help"], ["programmes", "--help"], ["types", "--help"], ["new", "--help"],
                          ["--version"]):
            ended = azimut(*arguments)
            self.assertEqual((ended.returncode, ended.err), (DONE, ""))
            self.assertTrue(ended.out.startswith("azimut"))
            self.assertLessEqual(max(map(len, ended.out.splitlines())), 80)

    def test_bad_command_lines(self):
        self.refused(says="il manque une commande")
        self.refused("evla", says="«\u00a0eval\u00a0»")
        self.refused("--version", "x", says="de trop")
        self.refused("eval", says="il manque le fichier")
        self.refused("eval", "a.json", "b.json", says="b.json")
        self.refused("eval", "a.json", "--fromat", "json", says="--format")
        self.refused("eval", "a.json", "--zzzzzzzzz", says="option inconnue")
        self.refused("eval", "a.json", "-d", says="deux tirets")
        self.refused("eval", "a.json", "--format", "jsno", says="--format json")
        self.refused("eval", "a.json", "--format", says="attend une valeur")
        self.refused("eval", "a.json", "--rules=", says="vide")
        self.refused("eval", "a.json", "--date=2026-11-21", "--date", "2026-11-21", says="deux fois")
        self.refused("eval", "a.json", "--help=yes", says="ne prend pas de valeur")

    def test_dates(self):
        for date in ("2026-02-30", "2026-11", "21/11/2026", "2026-11-21x", "1799-12-31", "2200-01-01"):
            self.refused("eval", "a.json", "--date", date, says="--date")
        for date in ("1800-01-01", "2199-12-31", "2028-02-29"):
            self.assertEqual(azimut("eval", "-", "--date", date, stdin="{}").returncode, DONE, date)

    def test_everything_is_checked_before_anything_is_read(self):
        self.refused("eval", "/nowhere.json", "--format", "xml", says="--format")



class Programmes(unittest.TestCase):
    def test_list(self):
        ended = azimut("programmes")
        self.assertEqual(ended.returncode, DONE, ended.err)
        self.assertIn("\nprevasso ", ended.out)
        self.assertIn("Dispositifs de droit commun\n", ended.out)
        self.assertLessEqual(max(map(len, ended.out.splitlines())), 80)

    def test_one_programme_in_every_format(self):
        text, page, data = (azimut("programmes", "scale-up", "--format", form) for form in ("text", "md", "json"))
        self.assertIn("• Plus de 2\u00a0personnes salariées — à la limite exacte", text.out)
        self.assertTrue(page.out.startswith("# Scale up\n"))
        self.assertIn("**Lecture 2\u00a0:** projet ou siège en France métropolitaine", page.out)
        self.assertNotIn("Prev’Asso", page.out)
        only, = json.loads(data.out)["programmes"]
        self.assertEqual((only["id"], only["family"], only["availability"]), ("scale-up", "changement-echelle", None))
        self.assertIn("divergence", [one["statement"]["op"] for one in only["disagreements"]])

    def test_the_date_is_said_only_when_asked(self):
        self.assertNotIn("le prochain est attendu", azimut("programmes", "scale-up").out)
        self.assertIn("le prochain est\n  attendu en février 2027", azimut("programmes", "scale-up", *DATE).out)
        data = json.loads(azimut("programmes", "--format", "json", *DATE).out)
        self.assertEqual(data["date"], "2026-11-21")
        self.assertEqual({p["id"]: p["availability"] for p in data["programmes"]}["scale-up"], "upcoming")

    def test_same_bytes_each_time_and_whatever_the_locale(self):
        for form in ("text", "md", "json"):
            first = azimut("programmes", "--format", form).out
            self.assertEqual(first, azimut("programmes", "--format", form, env={"LC_ALL": "fr_FR.UTF-8"}).out)

    def test_disagreements(self):
        page = azimut("programmes", "--disagreements", "--format", "md")
        self.assertEqual(page.returncode, DONE, page.err)
        self.assertRegex(page.out, r"\n\d+ désaccords, dans \d+ dispositifs sur \d+".replace(" d", "[ \u00a0]d"))
        self.assertIn("**Écarté\u00a0:** «\u00a0> 500 k€ budget/CA\u00a0», synthèse (2/2)", page.out)
        refused = azimut("programmes", "--disagreements", "--format", "json")
        self.assertEqual((refused.returncode, refused.out), (USAGE, ""))

    def test_unknown_names_and_options(self):
        ended = azimut("programmes", "prevaso")
        self.assertEqual((ended.returncode, ended.out), (USAGE, ""))
        self.assertIn("vouliez-vous dire «\u00a0prevasso\u00a0»", ended.err)
        for wrong in (["dla", "ccsf"], ["--date", "2026-02-30"], ["--format", "html"], ["--need", "x"]):
            self.assertEqual(azimut("programmes", *wrong).returncode, USAGE)

    def test_a_rule_in_error_stays_listed(self):
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "rules"
            shutil.copytree(SOURCE / "rules", rules)
            (rules / "difficulte" / "dla.lua").write_text('return dispositif { id = "dla", nom = "DLA" }')
            for form, says in (("text", " dla (règle en erreur)"), ("md", "**Règle en erreur\u00a0:**"), ("json", '"error": "')):
                ended = azimut("programmes", "--rules", rules, "--format", form)
                self.assertEqual(ended.returncode, RULE_ERRORS)
                self.assertIn(says, ended.out)

    def test_the_json_follows_its_schema(self):
        schema = json.loads((SOURCE / "docs" / "catalogue.schema.json").read_text())
        for more in ([], DATE):
            data = json.loads(azimut("programmes", "--format", "json", *more).out)
            self.assertEqual(list(faults(schema, schema, data, "")), [])
        data["programmes"][0]["sections"][0]["items"][0]["extra"] = 1
        self.assertNotEqual(list(faults(schema, schema, data, "")), [])


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.fault = pathlib.Path(self.folder.name) / "faute.lua"
        shutil.copy(SOURCE / "tests" / "check" / "op-moins-de-au-plus.lua", self.fault)

    def check(self, *arguments):
        return azimut("check", "--facts", SOURCE / "facts", *DATE, *arguments)

    def test_our_own_rules_have_no_error(self):
        ended = azimut("check", *DATE)
        self.assertEqual(ended.returncode, DONE, ended.out)
        self.assertRegex(ended.out, r"37\s+dispositifs vérifiés\s+:\s+0\s+erreur")
        warnings = {line.rsplit("[", 1)[1] for line in azimut("check", *DATE, "--format", "gcc").out.splitlines() if "warning:" in line}
        self.assertEqual(warnings, {"AZ743]"})  # two calls are over: it is true

    def test_a_file_is_read_among_the_rules_it_belongs_to(self):
        rules = pathlib.Path(self.folder.name) / "rules"
        (rules / "famille").mkdir(parents=True)
        shutil.copytree(SOURCE / "rules" / "deductions", rules / "deductions")
        shutil.move(self.fault, rules / "famille" / "faute.lua")
        ended = self.check(rules / "famille" / "faute.lua")
        self.assertIn(f"«\u00a0{rules}\u00a0» (--rules)", ended.err)
        self.assertIn("famille/faute.lua:8:5: erreur AZ710", ended.out)

    def test_another_catalogue_with_its_own_facts(self):
        catalogue = pathlib.Path(self.folder.name) / "autre"
        for name, text in {
            "facts/mots.lua": """document "fiche" { titre = "Fiche", editeur = "Agence", date = "2024-04-01", en_phrase = "Agence, fiche" }
fait "effectif" { type = "entier", libelle = "effectif", genre = "m", question = "Combien de salariés ?" }
fait "annees" { type = "entier", libelle = "activité", genre = "f", unite = { "an", "ans" }, question = "Combien d’années ?" }
fait "ca" { type = "nombre", libelle = "chiffre d’affaires", genre = "m", unite = { "k€", "k€" }, question = "Quel CA ?" }
""",
            "rules/aide.lua": """local fiche = source("fiche", "conditions")
return dispositif { id = "aide", nom = "Aide", porteurs = { "Agence" }, date = "2026-11-21", conditions = tous {
  critere { "effectif", au_plus = 249, source = fiche "Moins de 50 salariés" },
  critere { "annees", au_moins = 2, source = fiche "Au moins 3 ans d’activité" },
  critere { "ca", moins_de = 1000, source = fiche "CA inférieur à 2 M€" },
} }
""",
        }.items():
            (catalogue / name).parent.mkdir(parents=True, exist_ok=True)
            (catalogue / name).write_text(text, encoding="utf-8")
        for given in (catalogue, catalogue / "rules", f"{catalogue}/rules/"):
            ended = azimut("check", given, *DATE, "--format", "json")
            self.assertIn("à côté des règles", ended.err)
            findings = [finding for finding in json.loads(ended.out)["findings"] if finding["severity"] != "note"]
            self.assertEqual([(finding["line"], finding["code"]) for finding in findings], [(3, "AZ712"), (4, "AZ712"), (5, "AZ712")])
            self.assertEqual([finding["advice"].split(",")[0] for finding in findings],
                             ["écrire moins_de = 50", "écrire au_moins = 3", "écrire moins_de = 2000"])
        shutil.rmtree(catalogue / "facts")
        with tempfile.TemporaryDirectory() as elsewhere:
            ended = azimut("check", catalogue / "rules", *DATE, cwd=elsewhere)
        self.assertEqual(ended.returncode, NOTHING)
        self.assertIn("pas de faits", ended.err)

    def test_faults_of_the_facts_are_shown_beside_one_file(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("rules", "facts"):
                shutil.copytree(SOURCE / name, pathlib.Path(folder) / name)
            table = pathlib.Path(folder) / "facts" / "territoires.txt"
            lines = len(table.read_text().splitlines())
            for line, fragment in (("E\t200093201\tMétropole européenne de Lille\tdans la Métropole\tNord,059", "« Nord »"),
                                   ("E\t200093201\tMétropole européenne de Lille\t« dans la Métropole »\t59", "sans guillemets")):
                table.write_text(SOURCE.joinpath("facts", "territoires.txt").read_text() + line + "\n")
                ended = azimut("check", "rules/difficulte/dla.lua", "--format", "gcc", cwd=folder)
                self.assertEqual(ended.returncode, RULE_ERRORS)
                self.assertIn(f"facts/territoires.txt:{lines + 1}:", ended.out)
                self.assertIn(fragment, ended.out.replace("\u00A0", " "))

    def test_a_fault_in_every_format(self):
        text = self.check(self.fault)
        self.assertEqual(text.returncode, RULE_ERRORS)
        self.assertIn(f"{self.fault}:8:5: erreur AZ710", text.out)
        self.assertIn("→ écrire moins_de = 250", text.out)
        self.assertIn("exemple", text.out)
        line = next(line for line in self.check(self.fault, "--format", "gcc").out.splitlines() if "AZ710" in line)
        self.assertRegex(line, rf"^{re.escape(str(self.fault))}:8:5: error: .*\[AZ710\]$")
        data = json.loads(self.check(self.fault, "--format", "json").out)
        self.assertEqual([finding["code"] for finding in data["findings"] if finding["severity"] == "error"], ["AZ710"])
        sarif = json.loads(self.check(self.fault, "--format", "sarif").out)
        self.assertEqual(sarif["version"], "2.1.0")
        self.assertEqual(sarif["runs"][0]["columnKind"], "unicodeCodePoints")
        regions = [one["locations"][0]["physicalLocation"]["region"] for one in sarif["runs"][0]["results"]]
        self.assertIn({"startLine": 8, "startColumn": 5}, regions)
        self.assertIn("AZ710", [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]])
        self.assertIn(("AZ710", "error"), [(one["ruleId"], one["level"]) for one in sarif["runs"][0]["results"]])

    def test_the_example_can_be_evaluated(self):
        data = json.loads(self.check(self.fault, "--format", "json").out)
        facts = next(finding["facts"] for finding in data["findings"] if finding["code"] == "AZ710")
        self.assertEqual(json.loads(facts), {"effectif_salarie": 250})
        self.assertEqual(azimut("eval", "-", *DATE, stdin=facts).returncode, DONE)

    def test_the_json_follows_its_schema(self):
        for command, name in ((["check", *DATE], "check"), (["facts"], "facts")):
            schema = json.loads((SOURCE / "docs" / f"{name}.schema.json").read_text())
            data = json.loads(azimut(*command, "--format", "json").out)
            self.assertEqual(list(faults(schema, schema, data, "")), [])

    def test_rules_that_do_not_load(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "a.lua").write_text('return dispositif { id = "a", nom = "A" ')
            ended = self.check(folder)
            self.assertIn("erreur AZ301", ended.out)
            self.assertNotEqual(ended.returncode, DONE)

    def test_codes_are_explained(self):
        ended = azimut("check", "--explain", "AZ710")
        self.assertEqual(ended.returncode, DONE)
        self.assertIn("opérateur", ended.out)
        self.assertEqual(azimut("check", "--explain", "AZ999").returncode, USAGE)

    def test_bad_command_lines(self):
        for wrong in (["--date", "2026-02-30"], ["--format", "html"], ["a", "b"], ["rules", "--rules", "rules"]):
            self.assertEqual(azimut("check", *wrong).returncode, USAGE, wrong)


class Facts(unittest.TestCase):
    def test_list_and_one(self):
        self.assertRegex(azimut("facts").out, r"effectif_salarie : effectif salarié \(entier\) — \d+ règles".replace(" :", "\u00a0:"))
        one = azimut("facts", "effectif_salarie").out
        self.assertIn("crp", one)
        self.assertIn("Combien de personnes salariées", one)
        self.assertIn("## cessation", azimut("facts", "cessation_paiements", "--format", "md").out)

    def test_the_seat_is_told_though_no_fact_file_writes_it(self):
        ended = azimut("facts", "siege")
        self.assertEqual(ended.returncode, DONE)
        self.assertIn("epci", ended.out)
        self.assertIn("code_postal", ended.out)

    def test_facts_are_found_by_what_they_say(self):
        for words, names in {
                "salariés": ["effectif_salarie", "employeur", "etp"],
                "agrément esus": ["agrement_esus", "agrement_esus_en_cours"],
                "DIFFICULTE banque": ["probleme_bancaire"],
                "forme juridique": ["forme_juridique"],
        }.items():
            found = [fact["name"] for fact in json.loads(azimut("facts", words, "--format", "json").out)["facts"]]
            self.assertEqual([name for name in found if name in names], names, words)
            self.assertLess(len(found), 8, words)
        self.assertIn("• etp\u00a0: nombre d’équivalents temps plein (nombre) — aussi", azimut("facts", "salariés").out)
        self.assertIn("Forme juridique\u00a0: enum", azimut("facts", "scic").out)
        self.assertIn("vouliez-vous dire «\u00a0forme_juridique\u00a0»", azimut("facts", "scpo").err)
        self.assertEqual(azimut("facts", "xyzzy").returncode, USAGE)

    def test_unknown_names(self):
        ended = azimut("facts", "efectif_salarie")
        self.assertEqual((ended.returncode, ended.out), (USAGE, ""))
        self.assertIn("vouliez-vous dire «\u00a0effectif_salarie\u00a0»", ended.err)


class Evaluation(unittest.TestCase):
    def test_a_structure_in_both_formats(self):
        text = azimut("eval", STRUCTURE, *DATE)
        self.assertEqual(text.returncode, DONE, text.err)
        self.assertNotIn("\x1b", text.out)
        result = azimut("eval", STRUCTURE, *DATE, "--format=json")
        self.assertEqual(result.returncode, DONE, result.err)
        self.assertEqual(json.loads(result.out)["date"], "2026-11-21")

    def test_what_ends_by_a_date_known_in_part_is_told_alike_in_json(self):
        facts = {"forme_juridique": "association", "cessation_paiements": "en_cessation", "date_cessation_paiements": "2026"}
        result = json.loads(azimut("eval", "-", *DATE, "--format=json", stdin=json.dumps(facts)).out)
        change = next(p for p in result["programmes"] if p["id"] == "procedures-amiables")["changes"][0]
        self.assertTrue(change["text"].startswith("jusqu’au 4 janvier 2027 inclus au mieux"), change["text"])
        self.assertEqual((change["from"], change["facts"]), ("2027-01-05", {"date_cessation_paiements": "2026-11-21"}))
        again = azimut("eval", "-", "--date", change["from"], "--format=json", stdin=json.dumps(facts | change["facts"]))
        verdicts = {p["id"]: p["verdict"] for p in json.loads(again.out)["programmes"]}
        self.assertEqual(verdicts["procedures-amiables"], change["verdict"])

    def test_both_needs_have_one_line_of_advisers(self):
        facts = {"forme_juridique": "association", "besoins": ["faire_face", "changement_echelle"]}
        result = json.loads(azimut("eval", "-", *DATE, "--format=json", stdin=json.dumps(facts)).out)
        advisers = [o["text"] for o in result["orientation"] if o["text"].startswith("Pour un conseil")]
        self.assertEqual(len(advisers), 1, advisers)

    def test_which_folders_are_used(self):
        self.assertIn("dossier courant", azimut("eval", STRUCTURE, *DATE).err)
        with tempfile.TemporaryDirectory() as elsewhere:
            ended = azimut("eval", STRUCTURE, *DATE, "--rules", SOURCE / "rules", "--facts", SOURCE / "facts", cwd=elsewhere)
            self.assertEqual(ended.returncode, DONE, ended.err)
            self.assertIn("--rules", ended.err)

    def test_standard_input(self):
        from_file = azimut("eval", STRUCTURE, *DATE, "--format", "json")
        from_input = azimut("eval", "-", *DATE, "--format", "json", stdin=STRUCTURE.read_bytes())
        self.assertEqual(from_file.out, from_input.out)
        after_dashes = azimut("eval", *DATE, "--format", "json", "--", "-", stdin=STRUCTURE.read_bytes())
        self.assertEqual(from_file.out, after_dashes.out)

    def test_today_is_the_default(self):
        result = json.loads(azimut("eval", "-", "--format", "json", stdin="{}").out)
        self.assertIn(result["date"], (time.strftime("%Y-%m-%d", time.localtime(time.time() - 60)), time.strftime("%Y-%m-%d")))

    def test_a_rule_that_says_no_need_is_placed_apart(self):
        rule = """local page = source("avise-difficultes", "page 1")
return dispositif {
  id = "muet", nom = "Muet", porteurs = { "Avise" }, date = "2026-11-21",
  conditions = tous {
    critere { "forme_juridique", vaut = "association", source = page "associations" },
    critere { "etp", au_moins = 3, source = page "3 ETP" },
  },
}
"""
        facts = '{"forme_juridique": "association", "etp": %s, "besoins": ["rebondir"]}'
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "muet.lua").write_text(rule)
            shutil.copy(SOURCE / "rules" / "classement.lua", folder)
            common = ["-", "--rules", folder, "--facts", "facts", *DATE]
            for format in ("text", "md"):
                told = azimut("eval", *common, "--format", format, stdin=facts % 4).out
                self.assertIn("Non classés\u00A0: leur règle ne dit pas à quel besoin ils répondent", told)
                self.assertNotIn("À confirmer", told)
            self.assertNotIn("besoin exprimé", azimut("explain", "-", "muet", *common[1:], stdin=facts % 4).out)
            asked = json.loads(azimut("eval", *common, "--format", "json", stdin=facts % "null").out)
            self.assertEqual([question["fact"] for question in asked["questions"]], ["etp"])
            self.assertEqual(asked["programmes"][0]["relevance"], "unknown")

    def test_not_yet_says_what_is_missing_as_missing(self):
        facts = '{"forme_juridique": "sas", "agrement_esus": false, "agrement_esus_en_cours": true, "effectif_salarie": 3, ' \
                '"besoins": ["rebondir"], "mention_ess": false, "siae": false}'
        told = azimut("eval", "-", *DATE, stdin=facts).out
        self.assertIn("Oasis – il manque\u00A0: structure de l’ESS", told)

    def test_nothing_known_excludes_nobody(self):
        result = json.loads(azimut("eval", "-", *DATE, "--format", "json", stdin="{}").out)
        self.assertEqual([p["id"] for p in result["programmes"] if p["verdict"] == "ineligible"], [])
        self.assertTrue(result["questions"])

    def test_need_replaces_besoins(self):
        def relevant(*arguments):
            ended = azimut("eval", "-", *DATE, "--format", "json", *arguments, stdin='{"besoins": ["changement_echelle"]}')
            return {p["id"]: p["relevance"] for p in json.loads(ended.out)["programmes"]}
        self.assertEqual(relevant()["pollen"], relevant("--need", "changement_echelle")["pollen"])
        self.assertNotEqual(relevant()["prevasso"], relevant("--need", "gerer_crise")["prevasso"])
        self.assertEqual(relevant("--need", "gerer_crise,faire_face"), relevant("--need= gerer_crise , faire_face "))

    def test_refused_input(self):
        for facts, says in (("{", ""), ('{"region": 76}', "region"), ('{"regoin": "76"}', "region"), ("[]", ""), ("", ""),
                            ('{"nom": "a", "nom": "b"}', "nom"), ('{} {}', "")):
            ended = azimut("eval", "-", *DATE, stdin=facts)
            self.assertEqual((ended.returncode, ended.out), (NOTHING, ""), facts)
            self.assertIn("erreur", ended.err)
            self.assertIn(says, ended.err)
        ended = azimut("eval", "-", *DATE, "--need", "gerer_cris,", stdin="{}")
        self.assertEqual((ended.returncode, ended.out), (NOTHING, ""))
        self.assertIn("gerer_crise", ended.err)

    def test_every_error_in_one_pass(self):
        ended = azimut("eval", "-", *DATE, "--need", "rebondri", stdin='{"regoin": "76",\n"effectif_salarie": "beaucoup"}')
        self.assertEqual(ended.returncode, NOTHING)
        for says in ("entrée standard:1:", "entrée standard:2:", "rebondir"):
            self.assertIn(says, ended.err)

    def test_size_limit(self):
        room = 1 << 20
        self.assertEqual(azimut("eval", "-", *DATE, stdin="{}".ljust(room)).returncode, DONE)
        ended = azimut("eval", "-", *DATE, stdin="{}".ljust(room + 1))
        self.assertEqual(ended.returncode, NOTHING)
        self.assertIn("Mio", ended.err)

    def test_what_cannot_be_read(self):
        for path in ("/nowhere.json", "/", SOURCE):
            ended = azimut("eval", path, *DATE)
            self.assertEqual((ended.returncode, ended.out), (NOTHING, ""))
            self.assertIn("ne peut pas être lu", ended.err)
        code, said = shell('"$AZIMUT" eval - <&-')
        self.assertEqual(code, NOTHING, said)

    def test_same_bytes_under_any_locale(self):
        runs = {azimut("eval", STRUCTURE, *DATE, "--format", how, env={"LC_ALL": name, "LANG": name}).out
                for name in ("C", "fr_FR.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "nowhere") for how in ("json",)}
        self.assertEqual(len(runs), 1)


class Contradiction(unittest.TestCase):
    def test_what_has_begun_does_not_lie_ahead(self):
        facts = '{"cessation_paiements": "en_cessation", "date_cessation_paiements": "%s"}'
        told = json.loads(azimut("eval", "-", "--date", "2026-11-21", "--format", "json", stdin=facts % "2026-12-01").out)
        self.assertEqual(told["inconsistencies"],
                         ["Deux réponses à vérifier\u00a0: la structure est dite en cessation de paiements, or la date de cessation de "
                          "paiements donnée est à venir (1er décembre 2026)\u202f; aucun délai n’est compté à partir d’elle."])
        self.assertFalse([alert for alert in told["alerts"] if alert["deadline"]])
        for known in ("2026-11-21", "2026-11", "2026"):
            told = json.loads(azimut("eval", "-", "--date", "2026-11-21", "--format", "json", stdin=facts % known).out)
            self.assertEqual(told["inconsistencies"], [], known)


class Explanation(unittest.TestCase):
    def test_the_three_formats(self):
        for form in ("text", "md", "json"):
            ended = azimut("explain", STRUCTURE, "prevasso", *DATE, "--format", form)
            self.assertEqual(ended.returncode, DONE)
            self.assertIn("Les Ateliers de la Deûle", ended.out)
            self.assertIn("Employeur", ended.out)

    def test_the_json_is_that_of_eval_for_one_programme(self):
        whole = json.loads(azimut("eval", STRUCTURE, *DATE, "--format", "json").out)
        one = json.loads(azimut("explain", STRUCTURE, "dasess", *DATE, "--format", "json").out)
        self.assertEqual([{**told, "comparisons": []} for told in one["programmes"]], [told for told in whole["programmes"] if told["id"] == "dasess"])
        for question in one["questions"]:
            self.assertIn("dasess", question["settles"])
            self.assertIn(question, whole["questions"])

    def test_why_this_rank_against_every_other(self):
        ranked = [p for p in json.loads(azimut("eval", STRUCTURE, *DATE, "--format", "json").out)["programmes"] if p["rank"]]
        self.assertTrue(all(p["comparisons"] == [] for p in ranked))
        for place, programme in enumerate(ranked):
            told = json.loads(azimut("explain", STRUCTURE, programme["id"], *DATE, "--format", "json").out)["programmes"][0]
            others = [p["id"] for p in ranked if p["id"] != programme["id"]]
            self.assertEqual([c["programme"] for c in told["comparisons"]], others)
            self.assertEqual([c["order"] for c in told["comparisons"]], ["after"] * place + ["before"] * (len(others) - place))
            self.assertIn(programme["rank_reason"], [c["text"] for c in told["comparisons"]])

    def test_why_in_a_few_facts(self):
        told = json.loads(azimut("explain", STRUCTURE, "dla", *DATE, "--format", "json").out)["programmes"][0]["reasons"]
        self.assertEqual(told["sufficient"], ["forme_juridique", "effectif_salarie"])
        self.assertEqual(told["text"].replace("\u00a0", " ").replace("\u202f", " "),
                         "Ces seuls faits suffisent : association ; 9 personnes salariées.")

    def said(self, structure, programme):
        ended = azimut("explain", structure, programme, *DATE)
        return " ".join(ended.out.replace("\u00a0", " ").replace("\u202f", " ").split())

    def test_one_reason_is_told_once_for_those_it_holds_for(self):
        told = self.said(STRUCTURE, "prevasso")
        self.assertIn("• Avant DLA : il est spécialisé (gestion de crise financière), alors que celui-ci est généraliste", told)
        self.assertIn("Avant CCSF, Procédures amiables, SOS Employeurs ESS et CODEFI : il est propre à une ou plusieurs régions, "
                      "alors que chacun d’eux est sans limite de région", told)
        self.assertNotIn("Placé avant le dispositif", told.split("Pourquoi le rang")[1])

    def test_what_has_no_meaning_here_is_neither_met_nor_failed(self):
        told = self.said(STRUCTURE, "dla")
        self.assertIn("– Ne se pose pas ici : « Employeur (ou création 1er emploi) »", told)
        self.assertNotIn("sans objet", told)

    def test_what_blocks_is_no_advice(self):
        with tempfile.TemporaryDirectory() as folder:
            structure = os.path.join(folder, "amicale.json")
            with open(structure, "w", encoding="utf-8") as file:
                json.dump({"forme_juridique": "association", "effectif_salarie": 0, "premier_emploi_prevu": False,
                           "departement": "14", "cessation_paiements": "aucune"}, file)
            told = self.said(structure, "prevasso")
        self.assertIn("Demandé par le document, et bloquant : siège dans l’une des huit régions couvertes ; situation de "
                      "trésorerie : en risque de cessation de paiements", told)
        self.assertIn("Pourrait changer, sans suffire : au moins 1 personne salariée", told)
        self.assertNotIn("Il faudrait", told)

    def test_found_and_asked_are_not_told_twice(self):
        told = self.said(STRUCTURE, "prevasso")
        self.assertIn("Condition remplie par Les Ateliers de la Deûle : « Associations » (association).", told)
        self.assertIn("Durée du parcours : 3 à 6 mois", told)

    def test_short_is_one_or_two_sentences(self):
        ended = azimut("explain", STRUCTURE, "dla", *DATE, "--short")
        told = json.loads(azimut("explain", STRUCTURE, "dla", *DATE, "--format", "json").out)["programmes"][0]
        self.assertEqual(" ".join(ended.out.split()), " ".join(told["summary"].split()))
        self.assertLess(len(told["summary"].split()), 80)

    def test_what_is_missing_or_wrong(self):
        for wrong, says in (([], "il manque le fichier"), ([STRUCTURE], "il manque le dispositif"),
                            ([STRUCTURE, "prevaso", *DATE], "vouliez-vous dire «\u00a0prevasso"),
                            ([STRUCTURE, "dla", "ccsf"], "de trop"), ([STRUCTURE, "dla", "--date", "demain"], "--date")):
            ended = azimut("explain", *wrong)
            self.assertEqual((ended.returncode, ended.out), (USAGE, ""))
            self.assertIn(says, ended.err)


class Questions(unittest.TestCase):
    def test_the_three_formats(self):
        told = json.loads(azimut("questions", STRUCTURE, *DATE, "--format", "json").out)
        self.assertEqual(told["questions"], json.loads(azimut("eval", STRUCTURE, *DATE, "--format", "json").out)["questions"])
        for form in ("text", "md", "markdown"):
            ended = azimut("questions", STRUCTURE, *DATE, "--format", form)
            self.assertEqual(ended.returncode, DONE)
            for question in told["questions"]:
                self.assertIn(question["question"].split()[-2], ended.out)

    def test_what_no_fact_says_is_asked_as_in_the_paragraph(self):
        known = {"forme_juridique": "association", "thematiques": ["mobilite"], "besoins": ["changement_echelle"],
                 "date_creation": "2015-01-01", "projet_innovant": True, "essaimage": True, "budget_annuel": 400000}
        told = json.loads(azimut("eval", "-", *DATE, "--format", "json", stdin=json.dumps(known)).out)
        asked = [question for question in told["questions"] if "thématiques prioritaires" in question["question"]]
        self.assertEqual([(question["fact"], question["ask"], question["settles"]) for question in asked],
                         [(None, None, ["la-france-s-engage"])])
        paragraph = next(p["sentence"] for p in told["programmes"] if p["id"] == "la-france-s-engage")
        self.assertIn(asked[0]["question"][1:], paragraph)

    def test_the_reading_on_which_a_first_day_hangs_is_asked(self):
        known = {"forme_juridique": "association", "effectif_salarie": 6, "region": "76", "cessation_paiements": "risque",
                 "date_impasse_tresorerie": "2027-08-30", "besoins": ["faire_face"]}
        told = json.loads(azimut("eval", "-", *DATE, "--format", "json", stdin=json.dumps(known)).out)
        asked = [question for question in told["questions"] if "6 ou de 9 mois" in question["question"].replace("\u00a0", " ")]
        self.assertEqual([(question["ask"], question["settles"]) for question in asked], [("le Mouvement associatif", ["prevasso"])])

    def test_what_is_known_in_part_is_asked_exactly_without_the_help_that_it_followed(self):
        known = {"forme_juridique": "association", "effectif_salarie": {"min": 390, "max": 410}, "difficultes": ["financiere"],
                 "besoins": ["difficulte"]}
        asked = {}
        for effectif in (known["effectif_salarie"], None):
            told = json.loads(azimut("eval", "-", *DATE, "--format", "json", stdin=json.dumps({**known, "effectif_salarie": effectif})).out)
            asked[effectif is None] = next(question for question in told["questions"] if question["fact"] == "effectif_salarie")
        self.assertIn(", exactement", asked[False]["question"])
        self.assertIsNone(asked[False]["help"])
        self.assertNotIn("exactement", asked[True]["question"])
        self.assertIn("une tranche", asked[True]["help"])

    def test_a_length_in_words_is_not_compared_with_one_in_figures(self):
        known = {"forme_juridique": "scic", "departement": "83", "besoins": ["faire_face"], "difficultes": ["sante_dirigeant"],
                 "cessation_paiements": "aucune", "dettes_fiscales_sociales": 40000, "probleme_bancaire": True}
        told = json.loads(azimut("eval", "-", *DATE, "--format", "json", stdin=json.dumps(known)).out)
        reasons = " ".join(programme["rank_reason"] or "" for programme in told["programmes"]).replace("\u00a0", " ")
        self.assertIn("un parcours de durée chiffrée (6 mois)", reasons)
        self.assertIn("un parcours de durée non chiffrée (de plusieurs semaines à plusieurs mois)", reasons)

    def test_what_is_not_yet_open_comes_by_day(self):
        known = {"forme_juridique": "association", "departement": "69", "effectif_salarie": 2, "budget_annuel": 200000,
                 "date_creation": "2024-11-22", "besoins": ["changement_echelle"]}
        for form, title in (("text", "Pas encore"), ("md", "## Pas encore")):
            written = azimut("eval", "-", *DATE, "--format", form, stdin=json.dumps(known)).out
            section = " ".join(written[written.index(title):].split("Questions à poser")[0].split())
            places = [section.index(name) for name in ("Programme Changement d’échelle", "Croissance TPE")]
            self.assertEqual(places, sorted(places), section)

    def test_what_time_opens_without_being_enough_is_not_yet(self):
        known = {"forme_juridique": "fonds_de_dotation", "departement": "75", "effectif_salarie": 3, "budget_annuel": 1450000,
                 "date_creation": "2023-12-20", "thematiques": ["entrepreneuriat"], "essaimage": True, "besoins": ["changement_echelle"]}
        for form, title in (("text", "Pas encore"), ("md", "## Pas encore")):
            written = azimut("eval", "-", *DATE, "--format", form, stdin=json.dumps(known)).out
            section = " ".join(written[written.index(title):].split("Questions à poser")[0].split())
            self.assertIn("La France s’engage", section)
            self.assertIn("plus exclu à partir du 20 décembre 2026", section)
        known["date_creation"] = "2025-12-20"
        written = azimut("eval", "-", *DATE, stdin=json.dumps(known)).out
        self.assertIn("La France s’engage", written[written.index("Ce qui ne convient pas"):], "more than a year ahead")

    def test_what_was_asked_in_vain_is_said_to_be_open(self):
        known = {"forme_juridique": "association", "effectif_salarie": 6, "departement": "974", "besoins": ["gerer_crise"],
                 "date_creation": "2013-06-20", "budget_annuel": 220000, "cessation_paiements": "risque",
                 "date_impasse_tresorerie": "2027-04-15", "procedure_collective": "aucune", "probleme_bancaire": False,
                 "differend_contractuel": False, "dettes_fiscales_sociales": {"value": None, "asked": "2026-11-20"}}
        written = azimut("questions", "-", *DATE, stdin=json.dumps(known)).out
        self.assertNotIn("les réponses données suffisent", written)
        self.assertIn("• CCSF : dettes fiscales et sociales échues non connues", written.replace("\u00a0", " "))

    def test_what_does_not_answer_the_need_is_not_said_to_come(self):
        known = {"forme_juridique": "sas", "mention_ess": False, "agrement_esus": False, "agrement_esus_en_cours": True,
                 "siae": False, "departement": "69", "effectif_salarie": 5, "besoins": ["changement_echelle"]}
        written = azimut("eval", "-", *DATE, stdin=json.dumps(known)).out
        section = written[written.index("Pas encore"):].split("Questions à poser")[0]
        self.assertIn("DLA", section)
        self.assertNotIn("Inspire", section)

    def test_nothing_known_and_nothing_left(self):
        region = '{"forme_juridique": "association", "region": "84", "besoins": ["changement_echelle"], "effectif_salarie": 4}'
        for question in json.loads(azimut("questions", "-", *DATE, "--format", "json", stdin=region).out)["questions"]:
            for effect in question["effects"]:
                texts = [answer["answer"] for answer in effect["answers"]]
                self.assertEqual(len(texts), len(set(texts)), "two answers that read alike lead to two verdicts")
        self.assertIn("besoin", azimut("questions", "-", *DATE, stdin="{}").out)
        fund = {"forme_juridique": "fonds_de_dotation", "departement": "69", "epci": "200046977", "besoins": ["changement_echelle"],
                "public_fragile": True, "date_creation": "2019-03-12"}
        asked = azimut("questions", "-", *DATE, stdin=json.dumps(fund)).out
        self.assertEqual(asked.count("Ronalpia"), 1)
        self.assertIn("• À Ronalpia, pour deux dispositifs\u00a0: «\u00a0Un fonds de dotation est-il admis", asked)
        short = {"forme_juridique": "scop", "departement": "49", "cessation_paiements": "risque", "besoins": ["faire_face"],
                 "date_impasse_tresorerie": "2026-11-15"}
        asked = json.loads(azimut("questions", "-", *DATE, "--format", "json", stdin=json.dumps(short)).out)["questions"]
        self.assertIn("est-elle en cessation de paiements, et depuis quel jour", asked[0]["question"])
        asked = azimut("questions", "-", *DATE, stdin=json.dumps(short | {"cessation_paiements": "en_cessation"})).out
        self.assertNotIn("et depuis quel jour", asked, "the day is asked for itself")
        young = {"forme_juridique": "association", "departement": "43", "date_creation": "2023", "besoins": ["changement_echelle"]}
        asked = " ".join(azimut("questions", "-", *DATE, stdin=json.dumps(young)).out.split())
        self.assertIn("Croissance TPE : entre le 1er janvier et le 20 novembre 2023 → encore à vérifier", asked)
        self.assertIn("→ pas avant le 22 novembre 2026", asked)
        reserved = young | {"date_creation": "2019", "departement": "69", "budget_annuel": 400000, "effectif_salarie": 6,
                            "thematiques": ["sante"]}
        asked = " ".join(azimut("questions", "-", *DATE, stdin=json.dumps(reserved)).out.split())
        self.assertIn("Accélérateur 21 : oui → plus de réserve ; non → non éligible", asked)
        self.assertEqual(azimut("questions").returncode, USAGE)


class Types(unittest.TestCase):
    def test_words_facts_and_values_are_told(self):
        told = azimut("types").out
        for piece in ("---@meta", "function critere(definition) end", '---| "forme_juridique" # forme juridique', '---| "scic" # '):
            self.assertIn(piece, told)
        self.assertNotIn('"siege_', told)
        self.assertEqual(told.count('---| "aucune" # '), 1)
        self.assertIn('"critere",', azimut("types", "--format", "luacheck").out)
        self.assertEqual(json.loads(azimut("types", "--format", "luarc").out)["runtime.version"], "Lua 5.4")
        self.assertEqual(azimut("types", "--format", "vim").returncode, USAGE)


class New(unittest.TestCase):
    def test_what_it_writes_loads_and_says_what_is_left(self):
        with tempfile.TemporaryDirectory() as folder:
            ended = azimut("new", "aide-locale", folder)
            self.assertEqual(ended.returncode, DONE, ended.err)
            path = pathlib.Path(folder) / "aide-locale.lua"
            self.assertIn('id = "aide-locale"', path.read_text())
            found = azimut("check", folder, "--format", "gcc", *DATE)
            self.assertNotIn("erreur", found.out)
            again = azimut("new", "aide-locale", folder)
            self.assertEqual(again.returncode, NOTHING)
            self.assertIn("existe déjà", again.err)

    def test_names_that_are_none(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("Aide Locale", "aide_locale", "-aide", "aide-", "é", "../x", ""):
                ended = azimut("new", name, folder)
                self.assertEqual((ended.returncode, ended.out), (USAGE, ""), name)
            self.assertEqual(list(pathlib.Path(folder).iterdir()), [])
            self.assertEqual(azimut("new", "dla", folder).returncode, USAGE)
            self.assertEqual(azimut("new").returncode, USAGE)


class Schemas(unittest.TestCase):
    def test_results_follow_them(self):
        for command, name in (("eval", "resultat"), ("questions", "questions")):
            schema = json.loads((SOURCE / "docs" / f"{name}.schema.json").read_text())
            for path in sorted((SOURCE / "examples").glob("*.json")):
                data = json.loads(azimut(command, path, *DATE, "--format", "json").out)
                self.assertEqual(list(faults(schema, schema, data, "")), [])
            data["extra"] = 1
            self.assertNotEqual(list(faults(schema, schema, data, "")), [])


class Readme(unittest.TestCase):
    def test_the_example_is_what_the_program_writes(self):
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        shown = readme.split("```")[1].strip("\n").splitlines()
        written = azimut("eval", STRUCTURE, *DATE).out.splitlines()
        self.assertEqual(shown[-1], "…")
        self.assertEqual(shown[:-1], written[: len(shown) - 1])

    def test_it_is_short(self):
        self.assertLess(len((SOURCE / "README.md").read_text(encoding="utf-8").splitlines()), 200)


class Rules(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.rules = pathlib.Path(self.folder.name) / "rules"

    def tearDown(self):
        self.folder.cleanup()

    def evaluate(self, *arguments):
        return azimut("eval", STRUCTURE, *DATE, "--rules", self.rules, "--facts", SOURCE / "facts", "--format", "json", *arguments)

    def test_a_broken_file_is_listed_and_the_others_work(self):
        shutil.copytree(SOURCE / "rules", self.rules)
        whole = json.loads(self.evaluate().out)["programmes"]
        (self.rules / "casse.lua").write_text("return dispositif {", encoding="utf-8")
        ended = self.evaluate()
        self.assertEqual(ended.returncode, RULE_ERRORS, ended.err)
        self.assertIn("rules/casse.lua:1: erreur", ended.err)
        verdicts = {p["id"]: p["verdict"] for p in json.loads(ended.out)["programmes"]}
        self.assertEqual(verdicts["casse"], "error")
        self.assertEqual({p["id"]: p["verdict"] for p in whole}, {k: v for k, v in verdicts.items() if k != "casse"})

    def test_examples_are_not_needed(self):
        shutil.copytree(SOURCE / "rules", self.rules)
        whole = json.loads(self.evaluate().out)["programmes"]
        oasis = self.rules / "difficulte" / "oasis.lua"
        text = oasis.read_text(encoding="utf-8")
        broken = text.replace("exemples = {", "exemples = { + ", 1)
        self.assertNotEqual(broken, text)
        oasis.write_text(broken, encoding="utf-8")
        ended = self.evaluate()
        self.assertEqual(ended.returncode, DONE, ended.err)
        self.assertEqual(json.loads(ended.out)["programmes"], whole)

    def test_an_unreadable_file_is_listed_too(self):
        shutil.copytree(SOURCE / "rules", self.rules)
        (self.rules / "absent.lua").symlink_to("/nowhere.lua")
        ended = self.evaluate()
        self.assertEqual(ended.returncode, RULE_ERRORS, ended.err)
        self.assertIn("absent.lua", ended.err)
        self.assertIn("absent", [p["id"] for p in json.loads(ended.out)["programmes"]])

    def test_a_function_that_fails_is_told_wherever_it_stands(self):
        broken = 'critere_lua { "effectif_salarie", f = function(n)\n%s end, infere = "x" }'
        alert = 'return alerte "test" {\nsi = ' + broken + ', texte = "t", rang = 1, infere = "x" }'
        self.rules.mkdir()
        shutil.copy(SOURCE / "rules" / "droit-commun" / "ccsf.lua", self.rules)
        for body, expected in [('error("boum")', "ligne 3\u00a0: boum"), ('return "oui"', "ligne 2\u00a0: la fonction répond un texte")]:
            (self.rules / "alerte.lua").write_text(alert % body, encoding="utf-8")
            ended = self.evaluate()
            self.assertEqual(ended.returncode, RULE_ERRORS, ended.err)
            self.assertIn("rules/alerte.lua:2: erreur AZ307: ", ended.err)
            self.assertIn(expected, ended.err)
            self.assertEqual([f["code"] for f in json.loads(ended.out)["findings"] if f["severity"] == "error"], ["AZ307"])

    def test_no_rules_at_all(self):
        self.assertEqual(self.evaluate().returncode, NOTHING)
        self.rules.mkdir()
        ended = self.evaluate()
        self.assertEqual((ended.returncode, ended.out), (NOTHING, ""))

    def test_facts_that_are_no_vocabulary(self):
        ended = azimut("eval", STRUCTURE, *DATE, "--facts", SOURCE / "tests")
        self.assertEqual((ended.returncode, ended.out), (NOTHING, ""))


class Tests(unittest.TestCase):
    """azimut test, on our own rules and on a folder small enough to be counted by hand."""

    COUNTED = ["test", "tests/proof/rules", "--facts", "facts", "--cases", "tests/proof/cases"]

    def planted(self, before, after):
        """What `azimut test` says of rules in which one thing was changed."""
        with tempfile.TemporaryDirectory() as folder:
            rules = pathlib.Path(folder) / "rules"
            shutil.copytree(SOURCE / "tests/proof/rules", rules)
            text = (rules / "compte.lua").read_text()
            self.assertIn(before, text)
            (rules / "compte.lua").write_text(text.replace(before, after))
            return azimut("test", rules, "--facts", SOURCE / "facts")

    def test_our_own_rules_pass(self):
        ended = azimut("test")
        self.assertEqual(ended.returncode, DONE, ended.out)
        self.assertIn("tout est conforme", ended.out)

    def test_a_planted_mistake_is_shown_with_its_reasons(self):
        ended = self.planted("au_moins = 2", "plus_de = 2")
        self.assertEqual(ended.returncode, RULE_ERRORS)
        self.assertIn("compte.lua:15\u00A0: «\u00A0à la limite\u00A0»", ended.out)
        self.assertIn("attendu éligible sous réserve, obtenu non éligible", ended.out)
        self.assertIn("plus de 2", ended.out)

    def test_counted_by_hand(self):
        ended = azimut(*self.COUNTED, "--coverage", "--mutate", "--format", "json")
        found = json.loads(ended.out)
        self.assertEqual(ended.returncode, DONE)
        self.assertEqual((found["checked"], found["failed"], found["to_fill_in"], len(found["tests"])), (4, 0, 1, 5))
        coverage = found["coverage"]
        self.assertEqual((coverage["goals"], coverage["reached"], coverage["percent"]), (9, 7, 77))
        by_name = {one["condition"]: one for one in coverage["conditions"]}
        self.assertEqual(by_name["effectif_salarie"]["seen"], {"true": 2, "false": 1, "unknown": 1})
        self.assertEqual(by_name["effectif_salarie"]["decisive"], {"true": 1, "false": 1, "unknown": 1})
        self.assertEqual(by_name["forme_juridique"]["decisive"], {"true": 1, "false": 0, "unknown": 1})
        self.assertEqual(by_name["avis"]["decisive"], {"true": 0, "false": 1, "unknown": 2})
        # One group turned; of the headcount: dropped, limit, one more, one less, turned; of the form: dropped, turned, two removed,
        # fourteen added; the reserve dropped.
        mutation = found["mutation"]
        self.assertEqual((mutation["made"], mutation["equivalent"], mutation["caught"]), (25, 0, 9))
        self.assertEqual({one["line"] for one in mutation["survivors"]}, {9})
        self.assertTrue(all(json.loads(one["facts"]) for one in mutation["survivors"]))

    def test_our_own_rules_are_proved(self):
        """Every mutant that can be told from our rules is caught by their own examples and cases."""
        found = json.loads(azimut("test", "--mutate", "--coverage", "--format", "json").out)
        schema = json.loads((SOURCE / "docs/test.schema.json").read_text())
        self.assertEqual(list(faults(schema, schema, found, "")), [])
        for name in ("coverage", "mutation"):
            self.assertEqual(list(faults(schema, schema["definitions"][name], found[name], name)), [])
        self.assertGreaterEqual(found["mutation"]["percent"], 95)
        self.assertGreaterEqual(found["coverage"]["percent"], 85)

    def test_rules_that_do_not_load_are_no_success(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "faux.lua").write_text('return dispositif { id = "faux" }')
            ended = azimut("test", folder, "--facts", "facts")
        self.assertEqual(ended.returncode, RULE_ERRORS)
        self.assertNotIn("conforme", ended.out)
        self.assertIn("rien n’a été vérifié", ended.out)
        self.assertIn("azimut check les montre", ended.out)

    def test_a_place_at_the_wrong_level_is_told_its_own(self):
        for level, name, advice in (("departements", "Bretagne", 'regions { "Bretagne" }'),
                                    ("regions", "Finistère", 'departements { "Finistère" }')):
            rule = """local page = source("avise-difficultes", "page 1")
return dispositif {
  id = "lieu", nom = "Lieu", porteurs = { "Avise" }, date = "2026-11-22",
  conditions = critere { "siege", parmi = %s { "%s" }, source = page "x" },
}
""" % (level, name)
            with tempfile.TemporaryDirectory() as folder:
                pathlib.Path(folder, "lieu.lua").write_text(rule, encoding="utf-8")
                found = json.loads(azimut("check", folder, "--facts", SOURCE / "facts", "--format", "json").out)["findings"]
                self.assertIn(advice, [one["advice"] for one in found if one["code"] == "AZ211"][0])

    def test_a_part_of_the_rules_is_tested_among_all(self):
        counts = {}
        for part in (".", "rules/difficulte", "rules/difficulte/", "rules/difficulte/dla.lua"):
            ended = azimut("test", part)
            self.assertEqual(ended.returncode, DONE, ended.out)
            counts[part] = int(re.match(r"(\d+)", ended.out).group(1))
        self.assertEqual(counts["rules/difficulte"], counts["rules/difficulte/"])
        self.assertTrue(0 < counts["rules/difficulte/dla.lua"] < counts["rules/difficulte"] < counts["."], counts)
        self.assertEqual(azimut("test", "rules/deductions").returncode, USAGE)
        checked = json.loads(azimut("check", "rules/changement-echelle", "--format", "json").out)
        self.assertTrue(all(finding["file"].startswith("rules/changement-echelle/") for finding in checked["findings"]))

    def test_one_programme_among_all_rules(self):
        ended = azimut("test", "--only", "dla")
        self.assertEqual(ended.returncode, DONE)
        of_all = azimut("test")
        counted = [int(re.match(r"(\d+)", one.out).group(1)) for one in (ended, of_all)]
        self.assertLess(0, counted[0])
        self.assertLess(counted[0], counted[1])

    def test_generated_ages_are_named_by_the_age(self):
        rule = """local page = source("avise-difficultes", "page 1")
return dispositif {
  id = "jeune", nom = "Jeune", porteurs = { "Avise" }, date = "2026-11-22",
  conditions = critere { depuis "date_creation", moins_de = ans(3), source = page "moins de 3 ans" },
}
"""
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "jeune.lua").write_text(rule)
            cases = json.loads(azimut("test", folder, "--facts", "facts", "--generate").out)
        days = {one["cas"].split(" : ")[1]: one["faits"].get("date_creation") for one in cases}
        self.assertEqual(days, {"juste sous la limite": "2023-11-23", "à la limite": "2023-11-22",
                                "juste au-dessus de la limite": "2023-11-21", "inconnu": None})

    def test_generated_cases_are_left_to_be_read(self):
        ended = azimut("test", "tests/proof/rules", "--facts", "facts", "--generate")
        cases = json.loads(ended.out)
        self.assertEqual([one["cas"] for one in cases],
                         ["compte, effectif_salarie au_moins = 2 : juste au-dessus de la limite"])
        self.assertEqual([one["faits"]["effectif_salarie"] for one in cases], [3])
        self.assertTrue(all(one["verdicts"] == {"compte": ""} and "Employeur" in one["a_lire"] for one in cases))
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "propositions.json").write_text(ended.out)
            again = azimut("test", "tests/proof/rules", "--facts", "facts", "--cases", folder)
            self.assertEqual(again.returncode, DONE, again.out)
            self.assertIn("1\u00A0verdict à compléter", again.out)

    def test_a_real_structure_as_a_case(self):
        facts = {"nom": "Les Ateliers", "siret": "73282932000074", "commune": "59350", "date_creation": "2016-04-18",
                 "forme_juridique": "association", "effectif_salarie": {"value": 9, "source": "registre de Mme Martin"},
                 "cessation_paiements": "risque", "date_impasse_tresorerie": "2027-05-20"}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "faits.json"
            path.write_text(json.dumps(facts))
            shared = azimut("eval", path, "--as-case", *DATE)
            whole = azimut("eval", path, "--as-case", "--sensitive", *DATE)
            self.assertEqual((shared.returncode, whole.returncode), (DONE, DONE), shared.err)
            self.assertEqual(json.loads(shared.out)[0]["faits"], {"departement": "59", "date_creation": "2016",
                                                                  "forme_juridique": "association", "effectif_salarie": 9})
            self.assertIn("sensibles", shared.err)
            # The eve of the six months: a month would say less.
            case = json.loads(whole.out)[0]
            self.assertEqual(case["faits"]["date_impasse_tresorerie"], "2027-05-20")
            self.assertEqual(set(case["verdicts"].values()), {""})
            # It says of every programme what the structure itself does.
            again = pathlib.Path(folder) / "cas.json"
            again.write_text(json.dumps(case["faits"]))
            before, after = (json.loads(azimut("eval", one, "--format", "json", *DATE).out)["programmes"] for one in (path, again))
            said = lambda all: {one["id"]: (one["verdict"], one["under_reserve"]) for one in all}
            self.assertEqual(said(before), said(after))

    def test_too_little(self):
        for measure, reached in (("--coverage", 77), ("--mutate", 36)):
            for minimum, code in ((reached, DONE), (reached + 1, RULE_ERRORS)):
                self.assertEqual(azimut(*self.COUNTED, measure, "--min", minimum).returncode, code)

    def test_formats(self):
        points = azimut(*self.COUNTED, "--format", "tap").out.splitlines()
        self.assertEqual(points[:2], ["TAP version 14", "1..5"])
        self.assertEqual(sum(line.startswith("ok ") for line in points), 5)
        self.assertIn("# TODO", points[-1])
        suites = ElementTree.fromstring(azimut(*self.COUNTED, "--format", "junit").out)
        self.assertEqual((len(suites.findall(".//testcase")), len(suites.findall(".//skipped"))), (5, 1))

    def test_cases_that_cannot_be_read(self):
        faulty = {"[1]": "AZ800", "{": "AZ800", '{"cas": "x"}': "AZ800",
                  '{"cas": "x", "date": "2026-11-21", "faits": {}, "verdicts": {"compt": "éligible"}}': "AZ801",
                  '{"cas": "x", "date": "2026-11-21", "faits": {}, "verdicts": {"compte": "eligibl"}}': "AZ802",
                  '{"cas": "x", "date": "2026-11-21", "faits": {"etp": "x"}, "verdicts": {"compte": "éligible"}}': "AZ1"}
        for text, code in faulty.items():
            with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                (pathlib.Path(folder) / "cas.json").write_text(text)
                ended = azimut("test", "tests/proof/rules", "--facts", "facts", "--cases", folder)
                self.assertEqual(ended.returncode, RULE_ERRORS, ended.out)
                self.assertIn(code, ended.out)

    def test_usage(self):
        self.assertEqual(azimut("test", "--min", "101").returncode, USAGE)
        self.assertEqual(azimut("test", "--min", "x").returncode, USAGE)
        self.assertEqual(azimut("test", "rules", "--rules", "rules").returncode, USAGE)
        ended = azimut("test", "--only", "prevaso")
        self.assertEqual(ended.returncode, USAGE)
        self.assertIn("prevasso", ended.err)
        self.assertEqual(azimut("test", "--cases", "nulle-part").returncode, NOTHING)


class Output(unittest.TestCase):
    def test_full_disk(self):
        for arguments in (["eval", STRUCTURE, *DATE], ["eval", STRUCTURE, *DATE, "--format", "json"], ["--help"], ["--version"]):
            with open("/dev/full", "wb") as full:
                ended = azimut(*arguments, stdout=full)
            self.assertEqual(ended.returncode, NOTHING, arguments)
            self.assertIn("plus de place", ended.err)

    def test_closed_output(self):
        for command in (f'"$AZIMUT" eval {STRUCTURE} --date 2026-11-21 >&-', '"$AZIMUT" --help >&-',
                        f'"$AZIMUT" eval - --date 2026-11-21 >&- <{STRUCTURE}'):
            code, said = shell(command)
            self.assertEqual(code, NOTHING, said)
            self.assertIn("la sortie standard", said)

    def test_reader_gone(self):
        reading, writing = os.pipe()
        os.close(reading)
        ended = azimut("eval", STRUCTURE, *DATE, stdout=writing)
        os.close(writing)
        self.assertEqual(ended.returncode, NOTHING)
        self.assertIn("plus personne ne lit", ended.err)

    def test_closed_standard_error(self):
        code, _ = shell(f'"$AZIMUT" eval {STRUCTURE} --date 2026-11-21 2>&- >/dev/null')
        self.assertEqual(code, DONE)

    def test_colours(self):
        arguments = ["eval", STRUCTURE, *DATE]
        self.assertIn("\x1b[", on_terminal({"NO_COLOR": ""}, *arguments))
        self.assertNotIn("\x1b[", on_terminal({"NO_COLOR": "1"}, *arguments))
        self.assertNotIn("\x1b[", on_terminal({"TERM": "dumb"}, *arguments))
        self.assertNotIn("\x1b[", on_terminal({}, *arguments, "--format", "json"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
