-- attendu: AZ303 ligne 2: avec des nombres
for i = "a", 2 do end
