-- attendu: ne connaît pas la conversion
return string.format("%p", {})
