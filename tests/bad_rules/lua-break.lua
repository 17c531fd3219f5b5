-- attendu: AZ301 ligne 2:1: hors d’une boucle (ligne 2)
break
