-- attendu: calculer
return "10" + 1
