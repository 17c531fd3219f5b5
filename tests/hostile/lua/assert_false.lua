-- attendu: est faux
assert(false)
