-- attendu: _ENV
local _ENV = {}
