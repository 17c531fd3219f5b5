-- attendu: instructions
local a, b = string.rep("a", 60000), string.rep("a", 30000) .. "b"
while true do string.find(a, b, 1, true) end
