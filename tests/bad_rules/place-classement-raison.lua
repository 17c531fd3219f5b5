-- attendu: AZ202 ligne 4:3: raison
return classement {
  { "urgence", raison = "un délai légal court" },
  { "pertinence" },
}
