-- attendu: AZ303 ligne 2: division entière par zéro
return 1 // 0
