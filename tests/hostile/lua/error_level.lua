-- attendu: fin
error("fin", 1000000)
