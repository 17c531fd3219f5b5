-- attendu: de 1 à 255
return string.char(97, 0)
