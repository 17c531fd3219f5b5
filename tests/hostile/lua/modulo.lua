-- attendu: instructions
local a, b = 1e308, 5e-324
while true do local c = a % b end
