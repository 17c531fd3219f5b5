-- attendu: AZ227 ligne 1:0: ne rend rien
local n = 1
