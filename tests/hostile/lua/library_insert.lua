-- attendu: table ordinaire
table.insert(math, 1)
