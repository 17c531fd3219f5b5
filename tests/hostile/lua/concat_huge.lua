-- attendu: ne joint que des textes et des nombres
return table.concat({}, "x", 1, math.maxinteger)
