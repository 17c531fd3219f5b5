-- attendu: getmetatable
return getmetatable("")
