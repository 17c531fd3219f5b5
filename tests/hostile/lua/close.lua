-- attendu: <close>
local x <close> = nil
