-- attendu: AZ203 ligne 12:15: ne peut pas être
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  capacite = selon {
    { si = critere { "siae", source = q },
      alors = { 10, unite = "places", source = q } },
    { si = critere { "agrement_esus", source = q },
      alors = "vingt" },
    sinon = inconnu, motif = "le document ne le dit pas",
  },
}
