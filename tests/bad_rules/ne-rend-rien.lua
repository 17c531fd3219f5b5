-- attendu: AZ227 ligne 1: ne rend rien
local n = 1
