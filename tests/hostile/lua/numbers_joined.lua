-- attendu: instructions
local x, s = 1e308
for i = 1, 1e9 do
  local y = x / i
  s = y .. y .. y .. y .. y .. y .. y .. y .. y .. y .. y .. y .. y .. y .. y .. y
end
