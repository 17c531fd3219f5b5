-- attendu: AZ203 ligne 2:14: deux textes
local page = source("avise-difficultes")
return {}
