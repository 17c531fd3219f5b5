-- The rules as one SQL query, for the comparison with a database: each word of the rule language gives the text of an expression
-- instead of building a condition. SQL's three values are strong Kleene, so that a missing fact stays unknown there too. What SQL
-- cannot say is left out in its favour: ranges, settled unknowns, explanations, ranking.
--
--   lua5.4 sql.lua DATE VOCABULARY FILE.lua… > query.sql      (over a table `members`: see duckdb.py)

local today = assert(arg[1])
local below, parents = {}, {} -- below[fact][value]: the value and what it implies it; parents[fact][value]: what it is a kind of

local function descend(fact, values, above)
  for _, value in ipairs(values or {}) do
    local name = value[1]
    below[fact][name], parents[fact][name] = { name }, above
    for _, parent in ipairs(above) do table.insert(below[fact][parent], name) end
    descend(fact, value.valeurs, { name, table.unpack(above) })
  end
end

local types, order = {}, {}
local vocabulary = setmetatable({
  fait = function(name)
    return function(entry)
      types[name], below[name], parents[name] = entry.type, {}, {}
      order[#order + 1] = name
      descend(name, entry.valeurs, {})
    end
  end,
}, { __index = function() return function() return {} end end })
assert(loadfile(arg[2], "t", vocabulary))()

local function quoted(values)
  local out = {}
  for i, value in ipairs(values) do out[i] = "'" .. tostring(value):gsub("’", "'"):gsub("'", "''") .. "'" end
  return table.concat(out, ", ")
end

local function widened(fact, values)
  local out = {}
  for _, value in ipairs(values) do
    for _, name in ipairs(below[fact] and below[fact][value] or { value }) do out[#out + 1] = name end
  end
  return out
end

-- A list that ends in « … » includes but does not exclude.
local function open(values, inside)
  if values[#values] ~= "…" then return inside end
  return "nullif(" .. inside .. ", false)"
end

local function among(fact, values)
  local inside = fact .. " in (" .. quoted(widened(fact, values)) .. ")"
  local above = {}
  for _, value in ipairs(values) do
    for _, name in ipairs(parents[fact] and parents[fact][value] or {}) do above[#above + 1] = name end
  end
  if #above > 0 then inside = "case when " .. fact .. " in (" .. quoted(above) .. ") then null else " .. inside .. " end" end
  return open(values, inside)
end

local function containing(fact, values)
  return open(values, "list_has_any(" .. fact .. ", [" .. quoted(widened(fact, values)) .. "])")
end

local function places(level)
  return function(values) return { level = level, names = values } end
end

local seat = { regions = "region", departements = "departement", epci = "epci" }
local function in_places(places_asked)
  if places_asked.level == "metropole" then return "length(region) = 2 and region > '10'" end
  return seat[places_asked.level] .. " in (select code from places where level = '" .. places_asked.level .. "' and name in (" ..
         quoted(places_asked.names) .. "))"
end

local function establishments(fact, places_asked)
  if places_asked.level == "metropole" then
    return "list_has_any(" .. fact .. ", (select list(code) from departements where length(code) = 2))"
  end
  local column = places_asked.level == "regions" and "region" or "code"
  return "list_has_any(" .. fact .. ", (select list(code) from departements where " ..
         (column == "region" and "region_name" or "name") .. " in (" .. quoted(places_asked.names) .. ")))"
end

local deductions, least = {}, {} -- by fact; the fact of which it is no less (`au_moins`)
local comparisons = { plus_de = ">", au_moins = ">=", moins_de = "<", au_plus = "<=" }

local function bound(subject, operator, limit, equal_unknown)
  local left, right = subject, limit
  if type(subject) == "table" then
    -- A duration is added to the earlier date, as the engine does.
    if subject.since then left, right = "date '" .. today .. "'", subject.fact .. " + interval " .. limit
    else left, right = subject.fact, "date '" .. today .. "' + interval " .. limit end
  end
  local text = left .. " " .. comparisons[operator] .. " " .. right
  if equal_unknown then text = "case when " .. left .. " = " .. right .. " then null else " .. text .. " end" end
  if not least[subject] then return text end
  -- Not known itself, it passes a limit that the other passes; it never misses one.
  local other = least[subject] .. " " .. comparisons[operator] .. " " .. limit
  if operator == "plus_de" or operator == "au_moins" then return "(" .. text .. " or (" .. subject .. " is null and " .. other .. "))" end
  return "(" .. text .. " and (" .. subject .. " is not null or " .. other .. "))"
end

local function list(values) return type(values) == "table" and values or { values } end

local yes, no, unknown = { value = true }, { value = false }, { value = nil }

local function criterion(entry)
  local subject, parts = entry[1], {}
  for operator in pairs(comparisons) do
    if entry[operator] then parts[#parts + 1] = bound(subject, operator, entry[operator], entry.a_egalite ~= nil) end
  end
  if entry.vaut == yes or entry.vaut == no then
    parts[#parts + 1] = entry.vaut == yes and subject or "not " .. subject
  elseif entry.vaut then
    parts[#parts + 1] = among(subject, list(entry.vaut))
  end
  if entry.parmi then parts[#parts + 1] = entry.parmi.level and in_places(entry.parmi) or among(subject, entry.parmi) end
  if entry.hors then parts[#parts + 1] = "not (" .. among(subject, entry.hors) .. ")" end
  local contained = entry.contient and list(entry.contient) or entry.contient_un_de
  if contained then parts[#parts + 1] = contained.level and establishments(subject, contained) or containing(subject, contained) end
  if #parts == 0 then parts[1] = subject end
  return "(" .. table.concat(parts, " and ") .. ")"
end

local function joined(word)
  return function(entries) return "(" .. table.concat(entries, " " .. word .. " ") .. ")" end
end

local constants = { [yes] = "true", [no] = "false", [unknown] = "cast(null as boolean)" }
local function text(answer) return constants[answer] or answer end

local function choose(entry)
  local result = text(entry.sinon) or constants[unknown]
  for i = #entry, 1, -1 do
    local branch = entry[i]
    local answer = text(branch.alors)
    result = "(case when " .. branch.si .. " then " .. answer .. " when not " .. branch.si .. " then " .. result ..
             " when " .. answer .. " = " .. result .. " then " .. answer .. " end)"
  end
  return result
end

local function divergence(entries)
  if type(entries[1]) == "table" then return {} end -- readings of a duration or a price: they decide nothing
  local all, any = table.concat(entries, " and "), table.concat(entries, " or ")
  return "(case when " .. all .. " then true when not (" .. any .. ") then false end)"
end

local function quotation() return setmetatable({}, { __call = function() return {} end }) end
local function duration(unit) return function(count) return count .. " " .. unit end end
local function nothing() return {} end
local metropole = { level = "metropole" }

local words = {
  critere = criterion, tous = joined("and"), au_moins_un = joined("or"), divergence = divergence,
  selon = function(entry) return type(entry[1]) == "table" and (type(entry[1].alors) ~= "table" or constants[entry[1].alors]) and choose(entry) or {} end,
  a_confirmer = function() return constants[unknown] end, aucune = function() return "true" end,
  accepte = yes, refuse = no, oui = yes, inconnu = setmetatable(unknown, { __call = nothing }),
  regions = places("regions"), departements = places("departements"), epci = places("epci"), metropole = metropole,
  ans = duration("year"), mois = duration("month"), jours = duration("day"),
  depuis = function(fact) return { fact = fact, since = true } end, jusqu_a = function(fact) return { fact = fact } end,
  source = quotation, permanent = nothing, au_fil_de_l_eau = nothing, chaque_annee = nothing, periode = nothing,
  dates_variables = nothing, en_projet = nothing,
  dispositif = function(entry) return { programme = entry } end,
  deduire = function(fact) return function(entry) return { fact = fact, entry = entry } end end,
  fait = function(name) return name end,
  ipairs = ipairs, pairs = pairs, table = table, string = string, type = type,
}
-- `non` is a word and a value.
words.non = setmetatable(no, { __call = function(_, entry) return "(not " .. (type(entry) == "table" and entry[1] or entry) .. ")" end })

local function relevance(entry)
  local strong, possible = {}, {}
  if entry.besoins then
    for need, level in pairs(entry.besoins) do
      if type(need) == "string" and (level == "forte" or level == "possible") then
        table.insert(level == "forte" and strong or possible, containing("besoins", { need }))
      end
    end
  elseif entry.pertinence then
    strong[1], possible[1] = entry.pertinence.forte, entry.pertinence.possible
  end
  local function any(parts) return #parts > 0 and "(" .. table.concat(parts, " or ") .. ")" or "false" end
  return "case when " .. any(strong) .. " then 'strong' when " .. any(possible) .. " then 'possible' end"
end

local function verdict(entry)
  local conditions, reserves, object = text(entry.conditions), {}, text(entry.objet) or "true"
  for _, reserve in ipairs(type(entry.reserves) == "table" and entry.reserves or { entry.reserves }) do reserves[#reserves + 1] = reserve end
  local reserve = #reserves > 0 and "(" .. table.concat(reserves, " and ") .. ")" or "true"
  return "case when not " .. conditions .. " or not " .. reserve .. " then 'ineligible' when not " .. object ..
         " then 'not_applicable' when (" .. conditions .. " and " .. object .. ") is null then 'undetermined' else 'eligible' end"
end

local programmes = {}
for pass = 1, 2 do -- conditions are written with what the deductions say
  programmes = {}
  for i = 3, #arg do
    local chunk = assert(loadfile(arg[i], "t", setmetatable({}, { __index = words })))
    local result = chunk()
    if type(result) == "table" and result.programme then programmes[#programmes + 1] = result.programme
    elseif type(result) == "table" and result.fact then
      deductions[result.fact] = result.entry
      least[result.fact] = result.entry.au_moins
    end
  end
end
table.sort(programmes, function(a, b) return a.id < b.id end)

local derived = {}
for fact, entry in pairs(deductions) do
  if type(entry[1]) == "string" then derived[#derived + 1] = { fact, "coalesce(" .. fact .. ", " .. entry[1] .. ")" } end
end
table.sort(derived, function(a, b) return a[1] < b[1] end)

io.write("with known as (select * replace (")
for i, pair in ipairs(derived) do io.write(i > 1 and ",\n" or "", pair[2], " as ", pair[1]) end
io.write(") from members)\nselect id")
for _, programme in ipairs(programmes) do
  io.write(',\n', verdict(programme), ' as "', programme.id, '"')
  io.write(',\n', relevance(programme), ' as "', programme.id, '_relevance"')
end
io.write("\nfrom known\n")
