-- attendu: instructions
while true do math.fmod(1e308, 5e-324) end
