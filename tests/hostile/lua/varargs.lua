-- attendu: trop de valeurs à la fois
local function g(...) return select("#", ...) end
local t = {}
for i = 1, 200 do t[i] = i end
local function f(n, ...)
  if n == 0 then while true do g(...) end end
  return f(n - 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, ...)
end
f(10000)
