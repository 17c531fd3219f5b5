-- attendu: demande plus de
local kept, n = {}, 0
for i = 1, 150000 do kept[i] = { i } end
while true do n = { n = 1 } end
