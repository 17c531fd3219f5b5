-- attendu: AZ203 ligne 2: deux textes
local page = source("avise-difficultes")
return {}
