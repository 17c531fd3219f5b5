-- attendu: instructions
local function f()
  local a, b = string.rep("x", 60000), string.rep("x", 60000)
  local n = 0
  while true do if a == b then n = n + 1 end if a < b then n = 0 end end
end
f()
