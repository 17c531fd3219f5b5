-- attendu: AZ205 ligne 9:25: formes
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return deduire "forme_juridique" {
  selon {
    { si = critere { "siae", source = q }, alors = "association" },
    { si = critere { "agrement_esus", source = q },
      alors = { "scop", "formes" } },
    sinon = inconnu, motif = "le document ne le dit pas",
  },
}
