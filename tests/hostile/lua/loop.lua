-- attendu: instructions
while true do end
