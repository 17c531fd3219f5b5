-- attendu: octet zéro
local a = "a\0b"
