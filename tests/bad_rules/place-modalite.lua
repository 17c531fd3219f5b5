-- attendu: AZ203 ligne 10:17: commence par oui, non ou inconnu
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return dispositif {
  id = "essai", nom = "Essai", porteurs = { "Avise" },
  conditions = critere { "forme_juridique", vaut = "association", source = q },
  modalites = {
    gratuit = { oui, source = q },
    experts = { "oui", source = q },
  },
}
