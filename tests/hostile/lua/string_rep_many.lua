-- attendu: instructions
while true do local s = string.rep("x", 60000) end
