-- attendu: fin
local t = {}
for i = 1, 1000 do t[i] = i * 7919 - i * i end
table.sort(t, function() return true end)
error("fin")
