-- attendu: AZ301 ligne 2:1: existe pas dans un texte
return "\q"
