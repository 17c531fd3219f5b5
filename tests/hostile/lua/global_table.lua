-- attendu: _G
return _G
