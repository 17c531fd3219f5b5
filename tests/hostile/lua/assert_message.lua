-- attendu: il en faut deux
assert(nil, "il en faut deux")
