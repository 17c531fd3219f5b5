-- attendu: AZ303 ligne 2:1: reste d’une division par zéro
return 1 % 0
