-- attendu: ne connaît pas la conversion
return string.format("%999999999d", 1)
