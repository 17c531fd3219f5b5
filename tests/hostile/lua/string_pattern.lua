-- attendu: tel quel
return string.find(string.rep("a", 1000), ".-.-.-.-.-b")
