-- attendu: collectgarbage
collectgarbage()
