-- attendu: on ne peut rien changer dans
string.upper = nil
