-- Écrit par « azimut types --format luacheck » ; ne pas modifier.
-- Les scripts de règles n’ont que les mots du langage et une petite partie de la bibliothèque de Lua.
std = "none"
max_line_length = false -- les citations sont longues, et luacheck compte des octets
unused_args = false
read_globals = {
  "assert", "error", "ipairs", "pairs", "select", "tonumber", "tostring", "type",
  math = { other_fields = true },
  string = { fields = { "byte", "char", "find", "format", "len", "lower", "rep", "sub", "upper" } },
  table = { fields = { "concat", "insert", "remove", "sort", "unpack" } },
