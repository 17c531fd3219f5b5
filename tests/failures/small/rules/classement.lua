return classement {
  { "urgence", raison = "le délai légal court" },
  { "pertinence", raison = "il répond mieux au besoin" },
  { "certitude", raison = "ses conditions sont mieux établies" },
  { "disponibilite", raison = "on peut y entrer plus tôt" },
  { "specialisation", raison = "il est plus spécialisé" },
  { "identifiant", raison = "l’ordre alphabétique le place devant" },
}
