-- attendu: setmetatable
setmetatable({}, { __concat = function() end })
