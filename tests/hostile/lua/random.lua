-- attendu: random
return math.random()
