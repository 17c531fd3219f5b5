-- attendu: comparer
local t = { 1, "a", {} }
table.sort(t)
