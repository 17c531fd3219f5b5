-- attendu: AZ303 ligne 2:1: avec des nombres
for i = "a", 2 do end
