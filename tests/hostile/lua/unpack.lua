-- attendu: au plus 250 valeurs
return table.unpack({}, 1, 1e8)
