-- attendu: demande plus de
local t = {}
while true do local x = t; t = function() return x end end
