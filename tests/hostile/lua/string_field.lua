-- attendu: __index
return ("").__index
