-- attendu: xxxxxxxxxx
error(string.rep("x", 60000))
