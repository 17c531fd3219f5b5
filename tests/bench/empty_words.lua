-- The same files in plain Lua: every word of the rule language is a function that returns a table that can be called.
--   lua5.4 empty_words.lua FILE_WITH_PATHS
local thing = setmetatable({}, { __call = function(self) return self end })
local function word() return thing end

for name in ([[dispositif deduire alerte orientation classement critere tous au_moins_un non divergence aucune selon a_confirmer
    critere_lua source ans mois jours depuis jusqu_a regions departements epci communes plage permanent au_fil_de_l_eau
    chaque_annee periode dates_variables en_projet fait document inconnu accepte refuse oui metropole]]):gmatch("%S+") do
  _G[name] = word
end

for path in io.lines(arg[1]) do dofile(path) end
