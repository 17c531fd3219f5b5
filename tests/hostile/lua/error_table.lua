-- attendu: sans message
error({ "x" })
