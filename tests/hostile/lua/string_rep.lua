-- attendu: un texte de plus de
return string.rep("x", 1000000000)
