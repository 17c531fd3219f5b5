-- attendu: AZ227 ligne 5:8: une condition
local page = source("avise-difficultes", "synthèse (1/3)")
local q = page "Associations"

return critere { "siae", source = q }
