-- attendu: AZ301 ligne 2: existe pas dans un texte
return "\q"
