-- attendu: AZ303 ligne 2:1: division entière par zéro
return 1 // 0
