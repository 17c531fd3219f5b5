#!/usr/bin/env python3
"""Members of an imaginary network, the same for the same seed: JSON lines of about 700 bytes, or the same structures as CSV.

    members.py COUNT [--seed N] [--csv | --excel | --unicode] [--bad] > FILE

One fact in ten is missing; some numbers are ranges, some dates a year or a month, some legal forms several possible ones, some
values say their source. `--bad` spoils one row in fifty.

`--csv` writes them as plainly as a sheet can; `--excel` the same values as French people write and save them: Windows-1252, French
titles and words, « Oui », 12/03/2019, « 1 200,50 € », texts in quotes; `--unicode` likewise in UTF-16 with tabs."""

import argparse
import json
import random
import sys

FORMS = ["association"] * 12 + ["scop", "scic", "cae", "cuma", "cooperative", "fondation", "fonds_de_dotation", "mutuelle", "sas", "sarl",
                               "sa", "societe_commerciale", "entreprise_individuelle", "organisme_public"]
PLACES = [("69", "84"), ("38", "84"), ("42", "84"), ("75", "11"), ("93", "11"), ("77", "11"), ("13", "93"), ("06", "93"), ("59", "32"),
          ("62", "32"), ("33", "75"), ("87", "75"), ("31", "76"), ("34", "76"), ("44", "52"), ("49", "52"), ("35", "53"), ("29", "53"),
          ("67", "44"), ("57", "44"), ("21", "27"), ("25", "27"), ("45", "24"), ("37", "24"), ("76", "28"), ("14", "28"), ("2A", "94"),
          ("974", "04"), ("971", "01"), ("973", "03")]
THEMES = ["sante", "medico_social", "numerique_inclusif", "fabrication", "economie_circulaire", "textile", "batiment", "mobilite", "habitat",
          "alimentation", "action_sociale", "handicap", "insertion", "inclusion", "education", "culture", "emploi", "environnement"]
NEEDS = ["anticiper", "faire_face", "gerer_crise", "rebondir", "changement_echelle"]
HARDSHIPS = ["economique", "financiere", "organisationnelle", "rh", "sante_dirigeant"]
STRATEGIES = ["diversification", "duplication", "fertilisation", "cooperation", "fusion"]
NAMES = ["Les Ateliers", "La Ressourcerie", "Le Relais", "Les Jardins", "L’Escale", "La Fabrique", "Le Tremplin", "La Passerelle", "L’Atelier"]
OF = ["du Val", "de l’Étang", "des Deux-Rives", "du Faubourg", "de la Gare", "d’Ici", "du Pays", "des Possibles", "Solidaire"]


def siret(rng, number):
    digits = [int(d) for d in f"{100000000 + number * 7919 % 800000000:09d}"[:8]]

    def key(known):
        total = sum(sum(divmod(d * 2, 10)) if i % 2 == 0 else d for i, d in enumerate(reversed(known)))
        return (10 - total % 10) % 10

    digits.append(key(digits))
    digits += [0, 0, 0, rng.randrange(10)]
    digits.append(key(digits))
    return "".join(map(str, digits))


def chosen(rng, values, most):
    return rng.sample(values, rng.randrange(most + 1))


def member(rng, number):
    departement, region = rng.choice(PLACES)
    staff = int(rng.lognormvariate(1.8, 1.3))
    budget = round(rng.lognormvariate(12, 1.4), 2 if rng.random() < 0.3 else 0)
    need = rng.choice(NEEDS)
    facts = {
        "nom": f"{rng.choice(NAMES)} {rng.choice(OF)} {number}",
        "siret": siret(rng, number),
        "forme_juridique": rng.choice(FORMS),
        "date_creation": f"{rng.randint(1975, 2026)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        "effectif_salarie": staff,
        "etp": round(staff * rng.uniform(0.6, 1), 1),
        "budget_annuel": int(budget) if budget == int(budget) else budget,
        "departement": departement,
        "region": region,
        "thematiques": chosen(rng, THEMES, 4),
        "besoins": [need] + ([rng.choice(NEEDS)] if rng.random() < 0.2 else []),
        "modele_economique": rng.choice(["excedentaire", "equilibre", "fragilise", "deficitaire"]),
        "dirigeante_femme": rng.random() < 0.45,
        "agrement_esus": rng.random() < 0.1,
        "public_fragile": rng.random() < 0.5,
        "beneficiaires": rng.randrange(5000),
        "chiffre_affaires": round(budget * 0.7),
        "stabilite_financiere": rng.random() < 0.6,
        "premier_emploi_prevu": rng.random() < 0.2,
        "zone_rurale": rng.random() < 0.3,
        "en_qpv": rng.random() < 0.15,
    }
    facts["besoins"] = sorted(set(facts["besoins"]))
    if need == "changement_echelle":
        facts |= {"projet_changement_echelle": rng.random() < 0.7, "strategies": chosen(rng, STRATEGIES, 2),
                  "concept_formalise": rng.random() < 0.5, "modele_replicable": rng.random() < 0.5, "impact_avere": rng.random() < 0.4,
                  "projet_innovant": rng.random() < 0.5, "disponibilite_jours_mois": rng.randrange(8)}
    else:
        facts |= {"difficultes": chosen(rng, HARDSHIPS, 3), "cessation_paiements": rng.choice(["aucune", "aucune", "risque", "en_cessation"]),
                  "procedure_collective": rng.choice(["aucune"] * 5 + ["sauvegarde", "redressement"]),
                  "dettes_fiscales_sociales": rng.choice([0, 0, 0, rng.randrange(80000)]), "probleme_bancaire": rng.random() < 0.3,
                  "differend_contractuel": rng.random() < 0.1}
        if facts["cessation_paiements"] == "risque":
            facts["date_impasse_tresorerie"] = f"2027-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    return facts


def blur(rng, facts, plain):
    """Takes a tenth of the facts away, and makes some vague; `plain`: as a sheet can say it."""
    for name in [name for name in facts if name not in ("nom", "siret") and rng.random() < 0.1]:
        del facts[name]
    staff = facts.get("effectif_salarie")
    if staff is not None and rng.random() < 0.08:
        facts["effectif_salarie"] = f"{staff} à {staff + 9}" if plain or rng.random() < 0.5 else {"min": staff, "max": staff + 9}
    if "date_creation" in facts and rng.random() < 0.08:
        facts["date_creation"] = facts["date_creation"][: rng.choice([4, 7])]
    if not plain and "forme_juridique" in facts and rng.random() < 0.04:
        facts["forme_juridique"] = ["scop", "scic"]
    if not plain and "budget_annuel" in facts and rng.random() < 0.1:
        facts["budget_annuel"] = {"value": facts["budget_annuel"], "source": "comptes 2025", "date": "2026-03-31"}
    return facts


def cell(value):
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        return ",".join(value)
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return str(value)


WORDS = {"scop": "Scop", "scic": "Scic", "cae": "Coopérative d'activité et d'emploi", "cuma": "Cuma", "cooperative": "Coopérative",
         "association": "Association loi 1901", "fonds_de_dotation": "Fonds de dotation", "societe_commerciale": "Société commerciale",
         "entreprise_individuelle": "Entreprise individuelle", "organisme_public": "Organisme public", "sante": "santé",
         "medico_social": "médico-social", "numerique_inclusif": "numérique inclusif", "economie_circulaire": "économie circulaire",
         "batiment": "bâtiment", "mobilite": "mobilité", "action_sociale": "action sociale", "education": "éducation",
         "faire_face": "faire face aux difficultés", "gerer_crise": "gérer la crise", "changement_echelle": "changement d’échelle",
         "cooperation": "coopération", "economique": "difficultés économiques", "financiere": "difficultés financières",
         "organisationnelle": "difficultés organisationnelles", "rh": "RH", "sante_dirigeant": "santé des dirigeant·es",
         "excedentaire": "Excédentaire", "equilibre": "Équilibré", "fragilise": "Fragilisé", "deficitaire": "Déficitaire",
         "aucune": "Aucune", "risque": "Risque", "en_cessation": "En cessation de paiements", "sauvegarde": "Sauvegarde",
         "redressement": "Redressement judiciaire"}
TEXTS = ("nom", "forme_juridique", "thematiques", "besoins", "strategies", "difficultes", "modele_economique", "cessation_paiements",
         "procedure_collective")
EUROS = ("budget_annuel", "chiffre_affaires", "dettes_fiscales_sociales")


def french_cell(name, value):
    if isinstance(value, bool):
        return "Oui" if value else "Non"
    if name in EUROS and value != "":
        return f"{value:,.2f} €".replace(",", "\u00a0").replace(".", ",")
    if name.startswith("date_") and value.count("-") == 2:
        return "/".join(reversed(value.split("-")))
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if name not in TEXTS or value == "":
        return str(value)
    words = ";".join(WORDS.get(word, word) for word in (value if isinstance(value, list) else [value]))
    return f'"{words}"'


TITLES = ["Identifiant", "Nom de la structure", "N° SIRET", "Forme juridique", "Date de création", "Nb salariés", "ETP", "Budget 2025",
          "Département", "Région", "Thématiques", "Besoins", "Modèle économique", "Dirigée par une femme", "Agrément ESUS",
          "Public fragile", "Nb bénéficiaires", "Chiffre d’affaires", "Stabilité financière", "Premier emploi prévu", "Zone rurale",
          "QPV", "Projet de changement d’échelle", "Stratégies", "Concept formalisé", "Modèle réplicable", "Impact avéré",
          "Projet innovant", "Disponibilité (jours/mois)", "Difficultés", "Cessation de paiements", "Procédure collective",
          "Dettes fiscales et sociales", "Problème bancaire", "Différend contractuel", "Impasse de trésorerie"]
COLUMNS = ["id", "nom", "siret", "forme_juridique", "date_creation", "effectif_salarie", "etp", "budget_annuel", "departement", "region",
           "thematiques", "besoins", "modele_economique", "dirigeante_femme", "agrement_esus", "public_fragile", "beneficiaires", "chiffre_affaires", "stabilite_financiere", "premier_emploi_prevu",
           "zone_rurale", "en_qpv", "projet_changement_echelle",
           "strategies", "concept_formalise", "modele_replicable", "impact_avere", "projet_innovant", "disponibilite_jours_mois", "difficultes",
           "cessation_paiements", "procedure_collective", "dettes_fiscales_sociales", "probleme_bancaire", "differend_contractuel",
           "date_impasse_tresorerie"]


def write_members(asked, out):
    rng = random.Random(asked.seed)
    french, sheet = asked.excel or asked.unicode, asked.excel or asked.unicode or asked.csv
    separator, end = "\t" if asked.unicode else ";", "\r\n" if french else "\n"
    if sheet:
        out.write(separator.join(TITLES if french else COLUMNS) + end)
    for number in range(asked.count):
        facts = {"id": f"M-{number:07d}", **blur(rng, member(rng, number), sheet)}
        if asked.bad and rng.random() < 0.02:
            facts["effectif_salarie"] = "douze"
        if sheet:
            cells = [french_cell(name, facts.get(name, "")) if french else cell(facts.get(name, "")) for name in COLUMNS]
            out.write(separator.join(cells) + end)
        else:
            out.write(json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + end)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("count", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    form = arguments.add_mutually_exclusive_group()
    for option in ("--csv", "--excel", "--unicode"):
        form.add_argument(option, action="store_true")
    arguments.add_argument("--bad", action="store_true")
    asked = arguments.parse_args()
    encoding = "windows-1252" if asked.excel else "utf-16" if asked.unicode else "utf-8"
    with open(sys.stdout.fileno(), "w", encoding=encoding, newline="", closefd=False) as out:
        write_members(asked, out)


main()
