-- attendu: fin
local t = { 3, 1, 2 }
table.sort(t, function(a, b) t[#t + 1] = 1 t[1] = nil return a < b end)
error("fin")
