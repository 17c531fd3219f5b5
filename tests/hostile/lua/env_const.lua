-- attendu: _ENV
local function f() local _ENV <const> = 11; X = "a" end
f()
