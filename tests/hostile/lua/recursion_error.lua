-- attendu: emboîtés
local function f(n) local a, b, c, d, e = n, n, n, n, n; f(n + 1); error("jamais") end
f(1)
