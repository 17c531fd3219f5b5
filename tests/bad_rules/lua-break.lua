-- attendu: AZ301 ligne 3: hors d’une boucle (ligne 2)
break
