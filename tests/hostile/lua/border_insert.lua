-- attendu: trous
local t = {}
for i = 0, 62 do t[1 << i], t[(1 << i) + 1] = i, i end
t[math.maxinteger] = 0
table.insert(t, 1, 0)
