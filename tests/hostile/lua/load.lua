-- attendu: load
load("x = 1")()
