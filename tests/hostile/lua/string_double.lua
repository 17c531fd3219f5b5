-- attendu: un texte de plus de
local s = "x"
while true do s = s .. s end
