-- attendu: on ne peut pas y lire un champ
local s = "x"
s.upper = 1
