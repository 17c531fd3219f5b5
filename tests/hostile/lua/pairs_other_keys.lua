-- attendu: pairs
for _ in pairs({ [{}] = 1 }) do end
